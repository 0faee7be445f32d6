"""A store of summaries of the first version, as the version before wrote it, in today's hands."""

import gzip
import json
import sqlite3
import stat
from pathlib import Path

import pytest
from conftest import NOWHERE
from misbehaving_server import MisbehavingServer

from summarizer.errors import NotASummary, StoreDenied, StoreOlder
from summarizer.recipe import identity_v1
from summarizer.store import Held, Query, Selection, Store
from summarizer.store.schema import REVISIONS

OLDER = Path(__file__).parent / "older"
EXPORTED = gzip.decompress((OLDER / "export.0004.jsonl.gz").read_bytes()).decode().splitlines(keepends=True)
LINES = [json.loads(line) for line in EXPORTED]
IDS = [line["id"] for line in LINES]
CURRENT = {line["id"] for line in LINES if line["current"]}
CAIRO_1, CAIRO_2 = IDS[:2]
ALL = Selection(history=True)


@pytest.fixture
def older(tmp_path):
    """The file of such a store."""
    path = tmp_path / "news.db"
    path.write_bytes(gzip.decompress((OLDER / "store.0004.db.gz").read_bytes()))
    return path


@pytest.fixture
def upgraded_url(older):
    url = f"sqlite:///{older}"
    Store.upgrade(url)
    return url


@pytest.fixture
def migrated(upgraded_url):
    with Store.open(upgraded_url) as store:
        yield store


def version(path):
    with sqlite3.connect(path) as database:
        [(found,)] = database.execute("SELECT version_num FROM store_version")
    database.close()
    return found


def test_an_upgrade_leaves_a_copy_of_the_store_beside_it_and_says_where(command, older):
    older.chmod(0o640)
    refused = command("list", "--store", f"sqlite:///{older}")
    assert refused.code == 78
    assert "summarizer store upgrade" in refused.err
    done = command("store", "upgrade", "--store", f"sqlite:///{older}")
    copy = older.with_name("news.before-0006.db")
    [line] = done.err.splitlines()
    assert (done.code, done.out) == (0, "")
    assert "from 0004 to version 0006" in line
    assert str(copy) in line
    assert (version(copy), version(older)) == ("0004", REVISIONS[-1])
    assert stat.S_IMODE(copy.stat().st_mode) == 0o640
    with pytest.raises(StoreOlder):
        Store.open(f"sqlite:///{copy}")
    assert {path.name for path in older.parent.iterdir()} >= {"news.db", "news.before-0006.db"}
    assert not older.with_name("news.db.copying").exists()


def test_a_copy_overwrites_nothing(older):
    there = older.with_name("news.before-0006.db")
    there.write_text("mine")
    assert Store.upgrade(f"sqlite:///{older}").copy == older.with_name("news.before-0006-2.db")
    assert there.read_text() == "mine"


def test_a_store_that_is_up_to_date_is_not_copied(command, upgraded_url):
    folder = Path(upgraded_url.removeprefix("sqlite:///")).parent
    before = {path.name for path in folder.glob("*before*")}
    assert Store.upgrade(upgraded_url).copy is None
    assert "up to date" in command("store", "upgrade", "--store", upgraded_url).err
    assert {path.name for path in folder.glob("*before*")} == before


def test_a_store_that_cannot_be_copied_stays_as_it_is(monkeypatch, older):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("summarizer.store.copies.shutil.copymode", full)
    with pytest.raises(StoreDenied, match="No space left"):
        Store.upgrade(f"sqlite:///{older}")
    assert version(older) == "0004"
    assert not list(older.parent.glob("*before*"))
    assert not list(older.parent.glob("*copying*"))


def test_its_summaries_keep_their_ids_and_their_json(migrated):
    assert [one.id for one in migrated.listing(ALL)] == IDS[::-1]
    assert {one.id for one in migrated.listing()} == CURRENT
    assert list(migrated.export(ALL)) == EXPORTED


def test_they_are_listed_and_shown_as_summaries_of_today(command, upgraded_url):
    at = ("--store", upgraded_url)
    listed = json.loads(command("list", "--json", *at).out)
    assert {one["id"] for one in listed} == CURRENT
    shown = json.loads(command("show", CAIRO_1[:8], "--format", "json", *at).out)
    was = LINES[0]["summary"]
    assert shown["schema_version"] == "summary/2"
    assert shown["headline"]["text"] == was["headline"]
    assert [one["holders"] for one in shown["positions"]] == [[one["party"]] for one in was["positions"]]
    assert [one["text"] for one in shown["quotes"]] == [one["text"] for one in was["quotes"]]
    [mark] = json.loads(command("review", "--list", CAIRO_1[:8], "--json", *at).out)
    assert (mark["item"], mark["verdict"], mark["note"]) == ("q1", "wrong", "said by nobody")
    assert command("review", CAIRO_1[:8], "q1", "--verdict", "right", *at).code == 0


def test_their_items_are_found_with_whose_they_are(migrated):
    hits = migrated.search("Hamas", kinds=("position",))
    holders = {
        (line["id"], one["id"]): next(
            party["name"] for party in line["summary"]["parties"] if party["id"] == one["party"]
        )
        for line in LINES
        for one in line["summary"]["positions"]
    }
    assert hits
    assert all(hit.parties == (holders[hit.summary, hit.item],) for hit in hits)


def test_what_the_version_before_exported_is_imported_as_it_was_written(store):
    [*_, done] = store.import_(EXPORTED)
    assert (done.added, done.known) == (5, 0)
    assert list(store.export(ALL)) == EXPORTED
    [*_, again] = store.import_(EXPORTED)
    assert (again.added, again.known) == (0, 5)


def test_an_old_summary_and_its_import_are_one(migrated):
    [*_, done] = migrated.import_(EXPORTED)
    assert (done.added, done.known) == (0, 5)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"wording":"model"', '"wording":"article"'),
        ('"headline":"', '"headline":"Not so: '),
        ('"model":"model-a"', '"model":"model-b"'),
        ('"fingerprint":"recipe/1', '"fingerprint":"recipe/2'),
        ('"claimed_by":null', '"claimed_by":"p1"'),
    ],
)
def test_an_old_export_that_was_changed_is_refused(store, old, new):
    [line] = [line for line in EXPORTED if json.loads(line)["id"] == CAIRO_1]
    assert old in line
    with pytest.raises(NotASummary, match="not the one its id names"):
        list(store.import_([line.replace(old, new, 1)]))


def test_an_old_summary_whose_recipe_is_not_the_one_its_fingerprint_names_is_refused(store):
    line = json.loads(EXPORTED[0])
    line["summary"]["provenance"]["recipe"]["model"] = "model-b"
    line["id"] = identity_v1(line["summary"])
    with pytest.raises(NotASummary, match="fingerprint"):
        list(store.import_([json.dumps(line)]))


def planned(command, url, prompt):
    found = command(
        "plan", "--prompt", prompt, "--model", "model-a", "--base-url", NOWHERE, "--json", "--store", url
    )
    assert found.code == 0, found.err
    return json.loads(found.out)


def test_all_of_it_is_stale_and_by_another_draft_nothing_is_free(command, upgraded_url):
    found = planned(command, upgraded_url, "summary@4")
    assert (found["current"], found["stale"], found["missing"]) == (0, 3, 0)
    assert (found["ask"], found["replay"], found["edited"]) == (3, 0, 0)
    assert {"prompt", "draft_format", "summary_format", "analysis", "authority"} <= found["reasons"].keys()
    told = {(one["reason"], one["was"], one["now"]) for one in found["changes"]}
    assert ("draft_format", "reference/2", "reference/3") in told
    assert ("summary_format", "summary/1", "summary/2") in told
    assert ("authority", "rules", "model") in told
    assert found["replayable_by"] == ["summary@3"]
    words = command(
        "plan", "--prompt", "summary@4", "--model", "model-a", "--base-url", NOWHERE, "--store", upgraded_url
    )
    assert "3 ask the model" in words.out
    assert "cannot be replayed; with --prompt summary@3 they may, for free" in words.out


def test_what_another_model_replied_is_free_by_no_prompt(command, upgraded_url):
    found = command(
        "plan", "--prompt", "summary@4", "--model", "model-b", "--base-url", NOWHERE, "--json",
        "--store", upgraded_url,
    )  # fmt: skip
    assert json.loads(found.out)["replayable_by"] == []


def test_by_its_own_prompt_it_is_replayed_where_the_request_is_the_same(command, upgraded_url):
    found = planned(command, upgraded_url, "summary@3")
    assert (found["current"], found["stale"]) == (0, 3)
    assert found["reasons"].keys() == {"summary_format", "analysis"}
    assert found["ask"] + found["replay"] == 3
    assert found["replayed"]["looked_at"] == 3
    assert found["replayed"]["identical"] == found["replay"] > 0
    with MisbehavingServer("ok") as server:
        done = command(
            "regenerate", "--prompt", "summary@3", "--model", "model-a", "--base-url", server.url, "--yes",
            "--json", "--store", upgraded_url,
        )  # fmt: skip
        assert server.count == found["ask"]
    assert done.code == 0, done.err
    assert planned(command, upgraded_url, "summary@3")["current"] == 3
    with Store.open(upgraded_url) as store:
        assert {one.id for one in store.listing(ALL)} > set(IDS)


@pytest.mark.parametrize(
    ("shape", "says"),
    [
        (("--format", "csv", "--table", "positions"), "Hamas"),
        (("--format", "markdown"), "Hamas"),
        (("--format", "html"), "Hamas"),
        (("--format", "annotations"), "Hamas"),
        (("--format", "schema-org"), "Hamas"),
    ],
)
def test_they_are_exported_in_every_format(command, upgraded_url, shape, says):
    found = command("export", *shape, "--store", upgraded_url)
    assert found.code == 0, found.err
    assert says in found.out


def test_they_are_compared_by_their_prompts(command, upgraded_url):
    found = command(
        "diff", "--from", "summary@2", "--to", "summary@3", "--format", "json", "--store", upgraded_url
    )
    assert found.code == 0, found.err
    assert json.loads(found.out)["articles"] == 1


def test_an_old_summary_is_verified_against_its_article(command, tmp_path):
    summary, article = tmp_path / "summary.json", tmp_path / "article.txt"
    summary.write_text(json.dumps(LINES[0]["summary"]))
    article.write_text(LINES[0]["article"]["text"])
    assert command("verify", summary, article).code == 0
    article.write_text(LINES[0]["article"]["text"].replace("Cairo", "Paris"))
    assert command("verify", summary, article).code != 0


def test_positions_are_asked_for_with_whose_they_are(migrated):
    [one, *_] = migrated.ask(Query(party="Badran"), ("position",))
    assert isinstance(one, Held)
    assert any("Badran" in name for name in one.holders)
    assert (one.told_by, one.toward, one.topic, one.support) == (None, (), None, "unchecked")
