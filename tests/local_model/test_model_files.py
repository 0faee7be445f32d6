"""A model file is known by its bytes."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import hashlib
import os

import pytest
from tiny_wheels import PUBLISHED, WHOLE

from summarizer.errors import ModelFileCorrupt, UnknownModel
from summarizer.llm.local import check, ensure_intact, files, find, identity, model_path
from summarizer.llm.local.files import stamp_path


@pytest.fixture
def embedded(monkeypatch, tmp_path):
    """The tiny file in place of the embedded model."""
    monkeypatch.setattr(files, "EMBEDDED", PUBLISHED)
    monkeypatch.setattr(files, "models_folder", lambda: tmp_path)
    path = tmp_path / "tiny.gguf"
    path.write_bytes(WHOLE)
    return path


@pytest.fixture
def hashed(monkeypatch):
    """How often a file was hashed."""
    times = []
    original = hashlib.file_digest

    def counted(*what):
        times.append(1)
        return original(*what)

    monkeypatch.setattr(hashlib, "file_digest", counted)
    return times


def test_the_embedded_model_lies_in_the_users_cache():
    assert model_path().parts[-3:] == ("summarizer", "models", "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf")


def test_the_embedded_model_is_found_once_it_is_there(embedded):
    assert find() == embedded
    embedded.unlink()
    assert find() is None


def test_a_checked_file_is_not_hashed_again(embedded, hashed):
    ensure_intact(embedded)
    ensure_intact(embedded)
    assert hashed == [1]


def test_one_flipped_byte_is_noticed(embedded):
    ensure_intact(embedded)
    embedded.write_bytes(WHOLE[:-1] + b"x")
    for _ in range(2):
        with pytest.raises(ModelFileCorrupt, match="--force"):
            ensure_intact(embedded)


def test_a_touched_file_is_hashed_again(embedded, hashed):
    ensure_intact(embedded)
    os.utime(embedded, ns=(1, 1))
    ensure_intact(embedded)
    assert hashed == [1, 1]


@pytest.mark.parametrize("stamp", ["", "{", "[]", '{"size": 1}'])
def test_a_stamp_that_says_nothing_is_no_stamp(embedded, hashed, stamp):
    stamp_path(embedded).write_text(stamp)
    ensure_intact(embedded)
    assert hashed == [1]


def test_a_failed_check_leaves_no_stamp(embedded):
    check(embedded, PUBLISHED)
    embedded.write_bytes(b"GGUF")
    with pytest.raises(ModelFileCorrupt):
        check(embedded, PUBLISHED)
    assert not stamp_path(embedded).exists()


def test_a_file_of_the_users_own_only_has_to_be_a_gguf_file(tmp_path):
    own = tmp_path / "own.gguf"
    own.write_bytes(b"GGUF and more")
    ensure_intact(own)
    own.write_bytes(b"PK")
    with pytest.raises(ModelFileCorrupt, match="no GGUF file"):
        ensure_intact(own)


@pytest.mark.parametrize("name", ["absent.gguf", "."])
def test_a_path_without_a_file_is_no_model(tmp_path, name):
    with pytest.raises(UnknownModel):
        ensure_intact(tmp_path / name)


def test_the_embedded_model_that_is_absent_is_to_be_pulled(embedded):
    embedded.unlink()
    with pytest.raises(UnknownModel, match="models pull"):
        ensure_intact(embedded)


def test_the_embedded_model_goes_by_its_stem(embedded):
    assert identity(embedded) == "tiny"


def test_another_file_of_the_same_name_is_another_model(tmp_path):
    own = tmp_path / "tiny.gguf"
    names = set()
    for content in (
        b"GGUF" + bytes(3_000_000),
        b"GGUF" + bytes(3_000_001),
        b"GGUF" + bytes(2_999_999) + b"x",
    ):
        own.write_bytes(content)
        names.add(identity(own))
    assert len(names) == 3
    assert all(name.startswith("tiny-") and len(name) == len("tiny-") + 8 for name in names)
