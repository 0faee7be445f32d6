"""Files that are there whole or not at all."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from summarizer.errors import OutputFailed


def write(text: str, path: Path) -> None:
    """Put `text` at `path`; what was there stays if it cannot be.

    Raises:
        OutputFailed: if it cannot be written.
    """
    with writing(path) as put:
        put(text)


@contextmanager
def writing(path: Path) -> Iterator[Callable[[str], object]]:
    """Put what comes at `path`, all of it once the block ends well; what was there stays if it does not.

    Raises:
        OutputFailed: if it cannot be written.
    """
    with _replacing(path, mode="w", encoding="utf-8", newline="\n") as file:
        yield file.write


@contextmanager
def writing_bytes(path: Path) -> Iterator[IO[bytes]]:
    """`writing`, for what is no text."""
    with _replacing(path, mode="wb") as file:
        yield file


@contextmanager
def _replacing(path: Path, **how: Any) -> Iterator[Any]:
    temporary = None
    try:
        if path.exists() and not path.is_file():  # a device or a pipe: /dev/null, /dev/stdout
            with path.open(**how) as file:
                yield file
            return
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}.", delete=False, **how
        ) as file:
            temporary = Path(file.name)
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())  # temporary files are private, results are not
        temporary.replace(path)
    except OSError as error:
        raise OutputFailed(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()


def create(text: str, path: Path) -> None:
    """Put `text` at `path`, where nothing may be yet.

    Raises:
        OutputFailed: if something is there, or it cannot be written.
    """
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as error:
        raise OutputFailed(f"{path}: is there already, and stays as it is") from error
    except OSError as error:
        raise OutputFailed(f"{path}: cannot be written: {error.strerror or error}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
