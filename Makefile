# Needs Debian's python3 (3.11 or newer) with venv, and make; the tests also its postgresql and chromium. Everything
# else is installed into .venv.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
BENCH_VENV ?= $(VENV)-bench
GOLD ?= ../shared
LOCAL := $(VENV)/.installed-local
TEST := $(VENV)/.installed-test
LOCAL_TEST := $(VENV)/.installed-local-test
BENCH := $(BENCH_VENV)/.installed

.PHONY: demo test lint format bench gold cassettes schemas screenshot clean

demo: $(LOCAL)  ## fetch the embedded model and summarise the sample article with it
	@$(BIN)/summarizer models path >/dev/null 2>&1 || $(BIN)/summarizer models pull
	$(BIN)/summarizer summarize tests/articles/cairo-talks.txt --model local --no-store --format pretty

test: lint  ## linters, types, tests, these on all cores
	$(BIN)/pytest --numprocesses auto --dist worksteal

lint: $(TEST)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --allow-untyped-defs --allow-incomplete-defs --allow-untyped-calls tests
	$(BIN)/lint-imports
	$(BIN)/summarizer prompts check

format: $(TEST)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(BENCH)  ## time and tokens, side by side; ONLY=start,marking,grounding,store,views,plan,diff,throughput,memory,kills,model,field picks some, WITH='--articles 2000 --kills 50' how many; GOLD=the folder with cases/ and pud-wiki/
	PYTHONPATH=tests:tests/store:tests/batch $(BENCH_VENV)/bin/python -m bench $(ONLY) --gold $(GOLD) $(WITH)

gold: $(TEST)  ## score the recorded answers of a large hosted model and of the embedded one again; GOLD=the folder with gold-dev/ and tools/
	PYTHONPATH=tests $(BIN)/python -m gold $(GOLD)

cassettes: $(LOCAL_TEST)  ## record the model's answers anew, from the embedded model
	@$(BIN)/summarizer models path >/dev/null 2>&1 || $(BIN)/summarizer models pull
	$(BIN)/pytest -m cassette --record

schemas: $(TEST)  ## write schemas/ from the types
	$(BIN)/summarizer schemas schemas

screenshot: $(TEST)  ## take the picture of a report that the README shows
	PYTHONPATH=tests/report $(BIN)/python -m screenshot tests/report/report.png

clean:
	rm -rf $(VENV) $(BENCH_VENV) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(LOCAL): $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[local]'
	@touch $@

$(TEST): $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@

$(LOCAL_TEST): $(LOCAL) $(TEST)
	@touch $@

# What the peers in it hold back must not reach the tests, so the bench has an environment of its own.
$(BENCH): pyproject.toml
	$(PYTHON) -m venv $(BENCH_VENV)
	$(BENCH_VENV)/bin/python -m pip install --quiet --editable '.[local,test,bench]'
	@touch $@
