"""New versions, drafts that are no version yet, word diffs and releases; on real folders and through the command line."""

import hashlib
import json
import shutil
import stat
import tomllib
from pathlib import Path

import pytest
from conftest import CAIRO
from misbehaving_server import MisbehavingServer

import summarizer
from summarizer import resources
from summarizer.errors import UsageError
from summarizer.prompts import PromptLibrary, prompt_or_path
from summarizer.prompts.changes import PLACEHOLDER, with_changes
from summarizer.prompts.difference import difference
from summarizer.prompts.prompt import parse_prompt
from summarizer.store import Selection, Store

SHIPPED = resources.folder("prompts")
NAMED = "summarizer.resources._PACKAGE"


@pytest.fixture
def own(tmp_path):
    """A folder of one's own, with a copy of all shipped prompts."""
    folder = tmp_path / "prompts"
    shutil.copytree(SHIPPED, folder)
    return folder


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "My Draft.md"
    shutil.copy(SHIPPED / "summary/v2.md", path)
    return path


def test_a_new_version_is_a_copy_of_the_newest_in_a_folder_of_ones_own_that_is_made(command, tmp_path):
    folder = tmp_path / "mine"
    outcome = command("prompts", "new", "summary", "--prompts", folder)
    path = folder / "summary/v5.md"
    assert (outcome.code, outcome.out) == (0, f"{path}\n")
    old, new = (SHIPPED / "summary/v4.md").read_text().splitlines(), path.read_text().splitlines()
    assert [line for line in new if line not in old] == [f'changes: "{PLACEHOLDER}"']
    draft = "draft: reference/3"  # what stands above it says why the version exists
    assert new[new.index(draft) :] == old[old.index(draft) :]
    assert command("prompts", "new", "summary", "--prompts", folder).out == f"{folder / 'summary/v6.md'}\n"


def test_another_version_and_another_prompt_can_be_copied(command, tmp_path):
    command("prompts", "new", "summary", "--from", "summary@1", "--prompts", tmp_path)
    command("prompts", "new", "mine", "--from", "summary@2", "--prompts", tmp_path)
    library = PromptLibrary(tmp_path)
    assert library.get("summary@5").front.draft == library.get("summary@1").front.draft == "copy/1"
    assert library.get("mine@1").system == library.get("summary@2").system


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("summary@5", "by itself; write summary"),
        ("../x", "is no prompt"),
        ("other", "known: check@1, merge@1"),
    ],
)
def test_a_name_that_is_none_or_unknown_makes_no_version(command, tmp_path, name, said):
    outcome = command("prompts", "new", name, "--prompts", tmp_path / "mine")
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert not (tmp_path / "mine").exists()


def test_a_checkout_gets_the_new_version_itself_and_an_installed_package_never(
    command, own, monkeypatch, tmp_path
):
    monkeypatch.setattr(NAMED, tmp_path / "summarizer")
    assert command("prompts", "new", "summary").out == f"{own / 'summary/v5.md'}\n"
    installed = tmp_path / "site/summarizer"
    shutil.copytree(SHIPPED, installed / "_data/prompts")
    monkeypatch.setattr(NAMED, installed)
    for words in ((), ("--prompts", installed / "_data/prompts")):
        outcome = command("prompts", "new", "summary", *words)
        assert outcome.code == 2
        assert "--prompts ./prompts" in outcome.err
    assert not (installed / "_data/prompts/summary/v5.md").exists()


def test_a_folder_that_cannot_be_made_is_told_in_one_line(command, tmp_path):
    (tmp_path / "file").touch()
    outcome = command("prompts", "new", "summary", "--prompts", tmp_path / "file")
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1
    assert "cannot be made" in outcome.err


@pytest.mark.parametrize(
    "value",
    [
        "First.",
        "'It''s quoted: twice'",
        '"a\\nb"',
        "|\n  Two\n  lines.\n",
        ">-\n  Folded\n\n  lines.",
        "plain\n  over two lines",
        "First. # with a comment",
    ],
)
def test_only_the_line_of_changes_is_changed_however_it_is_written(value):
    path = Path("v1.md")
    body = "---\n# system\nBe brief.\r\n# user\n{{ annotated }}\n"
    text = f"---\ndescription: Mine. # mine\nchanges: {value.rstrip()}\ndraft: reference/1\n{body}"
    changed = with_changes(text.encode(), 'It\'s: "better"\n now', path=path)
    prompt = parse_prompt(changed, path=path, name="mine", version=1)
    assert prompt.front.changes == 'It\'s: "better" now'
    assert changed.decode().startswith("---\ndescription: Mine. # mine\nchanges: ")
    assert changed.decode().endswith(f"\ndraft: reference/1\n{body}")


def test_a_release_asks_for_the_changes_and_then_freezes_the_version(command, own):
    command("prompts", "new", "summary", "--prompts", own)
    before = (own / "released.toml").read_text()
    refused = command("prompts", "release", "summary@5", "--prompts", own)
    assert refused.code == 2
    assert "--changes" in refused.err
    assert (own / "released.toml").read_text() == before
    assert (
        command("prompts", "release", "summary@5", "--prompts", own, "--changes", "It is shorter.").code == 0
    )
    path = own / "summary/v5.md"
    assert PromptLibrary(own).get("summary@5").front.changes == "It is shorter."
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    known = tomllib.loads(before)
    after = {**known, "summary": {**known["summary"], "v5": sha256}}
    assert tomllib.loads((own / "released.toml").read_text()) == after
    again = command("prompts", "release", "summary@5", "--prompts", own)
    assert again.code == 0
    assert "released already" in again.err
    path.write_text(path.read_text() + "\nBe kind.\n")
    for words in (("check", "summary@5"), ("release", "summary@5"), ("show", "summary@5")):
        outcome = command("prompts", *words, "--prompts", own)
        assert outcome.code == 78
        assert "was changed since" in outcome.err


def test_a_line_of_changes_that_somebody_filled_in_is_released_as_it_is(command, own):
    command("prompts", "new", "merge", "--prompts", own)
    path = own / "merge/v3.md"
    path.write_text(path.read_text().replace(PLACEHOLDER, "Mine."))
    assert command("prompts", "release", "merge", "--prompts", own).code == 0
    assert 'changes: "Mine."' in path.read_text()
    lines = (own / "released.toml").read_text().splitlines()
    of_merge = [line for line in lines[lines.index("[merge]") : lines.index("[neutral]")] if line]
    assert of_merge[-1].startswith("v3 = ")
    (own / "any.txt").write_text("as files are here")
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE((own / "any.txt").stat().st_mode)


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ("", None),
        (
            "# mine\n[other]\nv1 = 'x' # odd\n\n# about summary\n[summary] # ours\nv1 = 'y'\n# end\n\n[z]\n",
            None,
        ),
        ("[other]\r\nv1 = 'x'\r\n\r\n[summary]\r\n", None),
        ("[other]\nv1 = 'x'", None),
        ("summary = {v1 = 'y'}\n", "write there yourself"),
        ("summary.v1 = 'y'\n", "write there yourself"),
        ("summary = 3\n", "write there yourself"),
        ("[summary\n", "cannot be read"),
    ],
)
def test_a_release_leaves_every_line_of_the_file_as_it_is(command, tmp_path, there, said):
    command("prompts", "new", "summary", "--prompts", tmp_path)
    path = tmp_path / "released.toml"
    path.write_bytes(there.encode())
    outcome = command("prompts", "release", "summary@5", "--prompts", tmp_path, "--changes", "Mine.")
    if said is not None:
        assert outcome.code == 78
        assert said in outcome.err
        assert path.read_bytes() == there.encode()
        return
    assert outcome.code == 0
    after = path.read_bytes().decode()
    sha256 = hashlib.sha256((tmp_path / "summary/v5.md").read_bytes()).hexdigest()
    assert tomllib.loads(after)["summary"]["v5"] == sha256
    left = iter(after.splitlines())
    assert all(line in left for line in there.splitlines())
    assert ("\r\n" in after) == ("\r\n" in there)


def test_a_prompt_that_leans_on_one_that_may_change_is_not_released(command, own):
    command("prompts", "new", "neutral", "--prompts", own)
    command("prompts", "new", "summary", "--prompts", own)
    path = own / "summary/v5.md"
    path.write_text(path.read_text().replace("neutral@2", "neutral@3"))
    outcome = command("prompts", "release", "summary@5", "--prompts", own, "--changes", "Mine.")
    assert outcome.code == 2
    assert "release neutral@3" in outcome.err
    assert PLACEHOLDER in path.read_text()


def test_a_prompt_that_is_not_sound_is_not_released(command, own):
    command("prompts", "new", "summary", "--prompts", own)
    path = own / "summary/v5.md"
    path.write_text(path.read_text() + "{{ nothing }}\n")
    outcome = command("prompts", "release", "summary@5", "--prompts", own, "--changes", "Mine.")
    assert outcome.code == 78
    assert "cannot be filled in" in outcome.err
    assert "v5" not in (own / "released.toml").read_text()


def test_a_word_diff_shows_what_was_removed_and_added_and_nothing_else(command, own, monkeypatch):
    path = own / "summary/v5.md"
    text = (
        (own / "summary/v2.md")
        .read_text()
        .replace("You analyse news articles", "You read  \x1b[31m news reports")
    )
    path.write_text(text.replace("temperature: 0.0", "temperature: 0.5"))
    monkeypatch.setenv("COLUMNS", "20")
    outcome = command("prompts", "diff", "summary@2", "summary@5", "--prompts", own)
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[:3] == ["--- summary@2", "+++ summary@5", "parameters.temperature: [-0.0-]{+0.5+}"]
    assert lines[6].startswith("You [-analyse news articles-] {+read  [31m news reports+} for editors.")
    assert "\x1b" not in outcome.out
    assert lines[-1] == "…"


@pytest.mark.parametrize(
    ("old", "new"), [("summary@1", "summary@2"), ("summary@2", "summary@3"), ("merge", "summary")]
)
def test_the_pieces_of_a_diff_make_up_both_prompts(old, new):
    library = PromptLibrary()
    found = difference(library.get(old), library.get(new))
    assert found.changed
    for part, before, after in zip(
        found.sections, (found.old.system, found.old.user), (found.new.system, found.new.user), strict=True
    ):
        assert "".join(piece.text for piece in part.pieces if piece.op != "removed") == after
        old_text = "".join(piece.text for piece in part.pieces if piece.op != "added")
        assert "".join(old_text.split()) == "".join(before.split())


def test_a_diff_as_json_has_every_part_and_prompts_that_say_the_same_say_so(command, draft):
    found = json.loads(command("prompts", "diff", "summary@2", draft, "--json").out)
    assert found["changed"] is False
    assert found["new"]["prompt"].startswith("my-draft (sha256 ")
    assert [part["name"] for part in found["sections"]] == ["system", "user"]
    assert "say the same" in command("prompts", "diff", "summary@2", draft).err


@pytest.mark.parametrize(
    ("word", "is_path"),
    [
        ("summary", False),
        ("summary@2", False),
        ("./draft.md", True),
        ("draft.md", True),
        ("a/b", True),
        ("a\\b", True),
    ],
)
def test_a_word_with_a_separator_or_that_ends_in_md_is_a_path(word, is_path):
    assert isinstance(prompt_or_path(word), Path) == is_path


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("Kürzer, 2nd try.md", "kurzer-2nd-try"),
        ("我们.md", "draft"),
        ("--.md", "draft"),
        ("x" * 100 + ".md", "x" * 64),
    ],
)
def test_a_draft_is_named_for_its_file_and_is_no_version(draft, file, name):
    prompt = PromptLibrary().get(draft.rename(draft.with_name(file)))
    assert (prompt.name, prompt.version) == (name, 0)
    assert prompt.reference == f"{name} (sha256 {prompt.sha256[:12]})"
    assert prompt.merging == PromptLibrary().get("merge@1")


def test_a_path_into_the_folder_of_prompts_is_the_version_that_lies_there():
    assert PromptLibrary().get(SHIPPED / "summary/v2.md") == PromptLibrary().get("summary@2")


def test_a_draft_asks_again_with_the_prompts_of_the_folder_that_is_laid_over(command, own, tmp_path):
    (own / "neutral/v1.md").rename(own / "neutral/v7.md")
    path = tmp_path / "draft.md"
    path.write_text((SHIPPED / "summary/v3.md").read_text().replace("neutral@1", "neutral@7"))
    assert command("prompts", "check", path, "--prompts", own).code == 0
    assert command("prompts", "check", path).code == 2


@pytest.mark.parametrize("name", ["none.md", "folder.md"])
def test_a_draft_that_is_not_there_is_2_and_a_malformed_one_78(command, tmp_path, name):
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "bad.md").write_text("no front matter")
    assert command("summarize", CAIRO, "--model", "m", "--prompt", tmp_path / name).code == 2
    outcome = command("summarize", CAIRO, "--model", "m", "--prompt", tmp_path / "bad.md")
    assert outcome.code == 78
    assert "bad.md" in outcome.err


def test_a_draft_makes_summaries_that_nobody_takes_for_a_versions(command, draft, sqlite_url):
    with MisbehavingServer("ok") as server:
        words = ("summarize", CAIRO, "--base-url", server.url, "--model", "m", "--store", sqlite_url)
        made = json.loads(command(*words, "--prompt", draft).out)
        assert "from the store" in command(*words, "--prompt", draft).err
        draft.write_text(draft.read_text() + "\nBe brief.\n")
        assert "from the store" not in command(*words, "--prompt", draft).err
        assert "from the store" not in command(*words, "--prompt", "summary@2").err
        assert len(server.requests) == 3
    used = made["provenance"]["recipe"]["prompt"]
    assert (used["name"], used["version"]) == ("my-draft", 0)
    listed = {row["prompt"] for row in json.loads(command("list", "--json", "--store", sqlite_url).out)}
    assert len(listed) == 3
    assert f"my-draft (sha256 {used['sha256'][:12]})" in listed
    with Store.open(sqlite_url) as store:
        assert store.count(Selection(prompt="summary@2")) == 1
        assert store.count(Selection(prompt="my-draft")) == 2
        assert listed == {one.prompt for one in store.stats().recipes}
    assert f"my-draft (sha256 {used['sha256'][:12]})" in command(
        "show", CAIRO, "--history", "--format", "pretty", "--store", sqlite_url
    ).out.replace("\n", " ")


def test_the_library_takes_a_path_for_a_draft_and_never_text(draft):
    with (
        MisbehavingServer("ok") as server,
        summarizer.Summarizer(model="m", base_url=server.url, prompt=draft) as made,
    ):
        summary = made.summarize(CAIRO)
        assert made.recipe(draft) == made.recipe()
    assert summary.provenance is not None
    assert summary.provenance.recipe.prompt.reference == made.prompt.reference
    with pytest.raises(UsageError, match="is no prompt"):
        summarizer.Summarizer(model="m", prompt=str(draft))
