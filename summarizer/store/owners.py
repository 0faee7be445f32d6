"""Who holds a claim, and whether that process is still there."""

import os
import socket
from functools import lru_cache
from pathlib import Path

_NAMESPACE = Path("/proc/self/ns/pid")


def here() -> str:
    """This process, told apart from all others that may use the same store, before and after it."""
    return _named(os.getpid())


def gone(owner: str) -> bool:
    """Whether a process of this machine has ended; False also where that cannot be known from here."""
    machine, _, process = owner.rpartition(":")
    pid, _, started = process.partition("+")
    if machine != _machine() or not pid.isdecimal() or not started.isdecimal():
        return False
    return _started(int(pid)) != int(started)


@lru_cache(maxsize=1)  # a forked process has another number
def _named(pid: int) -> str:
    started = _started(pid)
    return f"{_machine()}:{pid}" if started is None else f"{_machine()}:{pid}+{started}"


@lru_cache(maxsize=1)
def _machine() -> str:
    """Host and namespace of process numbers: containers on one host count their own."""
    try:
        return f"{socket.gethostname()}/{_NAMESPACE.stat().st_ino}"
    except OSError:
        return socket.gethostname()


def _started(pid: int) -> int | None:
    """Clock ticks from boot to the start of a process, as Linux has it; None where there is none to be seen.

    Numbers of processes are used again, and the wall clock may be set; this stays.
    """
    try:
        stat = Path(f"/proc/{pid}/stat").read_bytes()
    except OSError:
        return None
    state, *fields = stat.rpartition(b")")[2].split()  # the name before may hold anything
    return None if state in {b"Z", b"X"} else int(fields[18])
