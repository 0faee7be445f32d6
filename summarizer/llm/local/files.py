"""Model files on this machine: where they lie, whether they are intact, what they are called."""

import hashlib
import json
from pathlib import Path

import platformdirs

from summarizer.errors import ModelFileCorrupt, UnknownModel
from summarizer.llm.local.published import EMBEDDED, PublishedFile

MAGIC = b"GGUF"
MEBIBYTE = 1 << 20


def models_folder() -> Path:
    """The folder of the user's cache that holds model files; it may not exist yet."""
    return platformdirs.user_cache_path("summarizer") / "models"


def model_path() -> Path:
    """Where the embedded model lies once it is pulled."""
    return models_folder() / EMBEDDED.file


def find() -> Path | None:
    """The embedded model, if it lies in the user's cache; its bytes are not looked at."""
    path = model_path()
    return path if path.is_file() else None


def identity(path: Path) -> str:
    """What recipes call the model in `path`, so that another file of the same name is another model.

    The embedded model goes by its file's stem. Any other file goes by its stem, a hyphen and the first 8 hex
    digits of the sha256 over its size in decimal, its first MiB and its last MiB: the whole file is not read,
    for it may have many gigabytes.
    """
    if path == model_path():
        return path.stem
    digest = hashlib.sha256()
    with path.open("rb") as file:
        size = path.stat().st_size
        digest.update(str(size).encode())
        digest.update(file.read(MEBIBYTE))
        file.seek(max(0, size - MEBIBYTE))
        digest.update(file.read(MEBIBYTE))
    return f"{path.stem}-{digest.hexdigest()[:8]}"


def ensure_intact(path: Path) -> None:
    """Make sure that `path` can be given to the engine; quick if the file was checked before.

    Raises:
        UnknownModel: if there is no such file.
        ModelFileCorrupt: if it is not the published one, or, for a file of the user's own, no GGUF file.
    """
    if not path.is_file():
        advice = "run: summarizer models pull" if path == model_path() else "give the path of a .gguf file"
        raise UnknownModel(f"there is no model file {path}; {advice}")
    if path == model_path():
        if not _stamp_matches(path, EMBEDDED):
            check(path, EMBEDDED)
        return
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise ModelFileCorrupt(f"{path} is no GGUF file; give the path of a .gguf model")


def check(path: Path, published: PublishedFile = EMBEDDED) -> None:
    """Hash the whole file (a second or three), and leave a stamp beside it if it is the published one.

    Raises:
        ModelFileCorrupt: if one byte differs.
    """
    stamp_path(path).unlink(missing_ok=True)
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if path.stat().st_size != published.size or found != published.sha256:
        raise ModelFileCorrupt(
            f"{path} is not the published model (sha256 {found[:16]}…); run: summarizer models pull --force"
        )
    stamp(path, published)


def stamp_path(path: Path) -> Path:
    """The small file that says when `path` was last found intact."""
    return path.with_name(path.name + ".checked")


def stamp(path: Path, published: PublishedFile) -> None:
    """Note that `path`, as it lies there now, was found intact."""
    stamp_path(path).write_text(json.dumps(_facts(path, published)), encoding="utf-8")


def _stamp_matches(path: Path, published: PublishedFile) -> bool:
    try:
        noted = json.loads(stamp_path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(noted == _facts(path, published))


def _facts(path: Path, published: PublishedFile) -> dict[str, str | int]:
    status = path.stat()
    return {
        "size": status.st_size,
        "mtime_ns": status.st_mtime_ns,
        "inode": status.st_ino,
        "sha256": published.sha256,
    }
