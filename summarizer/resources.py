"""Where the prompts and schemas lie: top-level folders in a checkout, package data in an installed wheel."""

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).parent


def is_packaged(path: Path) -> bool:
    """Whether `path` lies among the data of an installed package, which is replaced with the next version."""
    data = (_PACKAGE / "_data").resolve()
    return data in (path.resolve(), *path.resolve().parents)


def folder(name: Literal["prompts", "schemas"]) -> Path:
    """The shipped folder of that name."""
    packaged = _PACKAGE / "_data" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name
