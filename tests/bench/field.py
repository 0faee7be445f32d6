"""What breaks in the field: small inputs with their right values, agreement of languages, endpoints, bounds."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

PARTS = {"field_cases": "", "field_agreement": "pud-wiki", "field_endpoints": "", "field_bounds": ""}
"""Modules, each with the folder of the gold that it measures."""


def measure(gold="../shared"):
    """Yield the rows of every part; `gold` is the folder that holds cases/ and pud-wiki/."""
    if not Path(gold).is_dir():
        yield "field", "not measured", f"no folder {gold}; name it with GOLD"
        return
    for name, folder in PARTS.items():
        if find_spec(f"bench.{name}"):
            yield from import_module(f"bench.{name}").measure(Path(gold) / folder)
