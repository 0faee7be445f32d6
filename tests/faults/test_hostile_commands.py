"""Commands that are given what nobody should give: each ends with a code of the contract and a short message."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import json

import pytest

CODES = {0, 1, 2, 65, 69, 75, 78}
DEEP = 100_000
PLAIN = "The mayor of Lund spoke. “We will stay here,” Eva Holm said. At least 40 homes burned."
CLOSED = "http://127.0.0.1:1/v1"
INPUTS = {
    "deep.json": "[" * DEEP + "]" * DEEP,
    "deep-objects.json": '{"a":' * DEEP + "1" + "}" * DEEP,
    "deep.jsonl": '{"text":' + "[" * DEEP + "]" * DEEP + "}\n",
    "open.json": "[" * DEEP,
    "long-number.json": '{"text":' + "9" * DEEP + "}",
    "surrogates.json": r'{"title":"\ud800","text":"The mayor \udfff spoke. Eva said “we stay”."}',
    "surrogates.jsonl": '{"id":"\\ud800","title":"\\ud800","text":"The mayor \\udfff spoke."}\n',
    "days.jsonl": "".join(
        json.dumps({"text": f"{PLAIN} {day}", "published": day, "language": "x" * 10_000}) + "\n"
        for day in ("99999-01-01", "0001-01-01", "0000-00-00", 10**400)
    ),
    "nul.txt": PLAIN.replace(" ", "\0 "),
    "word.txt": "a" * 50_000,
    "surrogate.txt": "The mayor \ud800 spoke.",
    "brackets.yaml": "[" * 20_000,
}
WORDS = [
    '"',
    "*",
    "NEAR(",
    "AND",
    "a AND",
    "(",
    "a*b*",
    "^",
    "{}:",
    "\0",
    "\udc80",
    "w " * 10_000,
    "",
    "x" * 100_000,
]
IDS = ["", "zz", "sha256:", "%", "0" * 10_000, "\0", "\udc80", "../../etc/passwd", "http://[::1", "http://"]
STORES = [
    "x", "sqlite:", "sqlite:///", "sqlite:///.", "sqlite:////proc/x.db", "sqlite:///a\0b", "sqlite:///" + "x" * 5000,
    "postgresql://", "postgresql://[::1/x", "postgresql://h:99999/x", "mysql://x", "://", "http://x", "\udc80",
]  # fmt: skip
ENDPOINTS = [
    "http://[::1/v1", "http://127.0.0.1:99999/v1", "x", "http://", "ftp://x", "http://\0", "http://a b/", "\udc80",
    "http://127.0.0.1:-1/", "//x", "http://é\u202e:1/",
]  # fmt: skip
NUMBERS = ["nan", "inf", "-1", "x"]
DAYS = ["0001-01-01", "9999-12-31", "99999-01-01", "0000-00-00", "x", "", "-1-01-01", "\udc80"]
OUTPUTS = [".", "/nosuch/x.json", "/proc/x", "", "\0", "x" * 5000, "/dev/full", "article.txt/x.json"]


def called(value):
    return repr(value if len(value) <= 30 else f"{value[:30]}…")


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """A folder with an article, where commands run."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(PLAIN)
    return tmp_path


@pytest.fixture
def ends_well(command, sqlite_url):
    """Run a command, and see how it ends."""

    def ran(*arguments, store=sqlite_url):
        named = ("--store", store) if store is not None else ()
        found = command(*arguments, *named)
        assert found.code in CODES
        said = [line for line in found.err.splitlines() if not line.startswith(("Usage:", "Try ", "Error:"))]
        assert "Traceback" not in found.err
        assert all(len(line) < 2100 for line in said)
        return found

    return ran


@pytest.mark.parametrize("name", INPUTS)
def test_a_hostile_file_is_refused_or_read(ends_well, place, name):
    (place / name).write_text(INPUTS[name], encoding="utf-8", errors="surrogatepass")
    model = ("--model", "none")
    ends_well("summarize", name, *model)
    ends_well("batch", name, *model)
    ends_well("mark", name, store=None)
    ends_well("verify", name, "article.txt", store=None)
    ends_well("import", name)
    ends_well("diff", name, name)
    asked = ("--model", "m", "--base-url", CLOSED)
    assert ends_well("plan", "--prompt", place / name, *asked).code != 0


@pytest.mark.parametrize("words", WORDS, ids=called)
def test_an_odd_question_finds_something_or_nothing(ends_well, words):
    ends_well("summarize", "article.txt", "--model", "none")
    ends_well("search", "--", words)
    for view in ("quotes", "timeline", "list"):
        ends_well(view, "--party", words)


@pytest.mark.parametrize("id_", IDS, ids=called)
def test_what_is_no_id_names_nothing(ends_well, id_):
    ends_well("summarize", "article.txt", "--model", "none")
    for name in ("show", "forget", "diff"):
        assert ends_well(name, id_).code != 0
    ends_well("prompts", "show", id_, store=None)
    ends_well("list", "--prompt", id_)


@pytest.mark.parametrize("url", STORES, ids=called)
def test_what_is_no_store_is_refused(ends_well, url):
    for arguments in (("list",), ("summarize", "article.txt", "--model", "none"), ("diff", url, url)):
        assert ends_well(*arguments, store=url).code != 0


@pytest.mark.parametrize("url", ENDPOINTS, ids=called)
def test_what_is_no_endpoint_is_refused(ends_well, url):
    asked = ends_well("summarize", "article.txt", "--model", "m", "--base-url", url)
    assert asked.code in {2, 69, 78}
    checked = ends_well(
        "summarize", "article.txt", "--model", "none", "--check", "m", "--check-base-url", url
    )
    assert checked.code in {2, 69, 78}


@pytest.mark.parametrize("number", NUMBERS, ids=called)
def test_what_is_no_number_is_refused(ends_well, number):
    model = ("--model", "m", "--base-url", CLOSED)
    for option in ("--budget", "--price"):
        assert ends_well("batch", "article.txt", *model, "--price", "1/1", option, number).code == 2
    assert ends_well("list", "--limit", number).code != 0
    ends_well("diff", "article.txt", "--fail-if", f"quotes.lost>{number}")


@pytest.mark.parametrize("day", DAYS, ids=called)
def test_a_day_beyond_the_calendar_is_refused_or_finds_nothing(ends_well, day):
    ends_well("summarize", "article.txt", "--model", "none")
    for name in ("list", "figures"):
        ends_well(name, "--since", day)


@pytest.mark.parametrize("out", OUTPUTS, ids=called)
def test_what_cannot_be_written_to_is_said_so(ends_well, out):
    for arguments in (("summarize", "article.txt", "--model", "none"), ("quotes",)):
        ends_well(*arguments, "-o", out)
    ends_well("mark", "article.txt", "-o", out, store=None)
