"""The sample article's summary, and the golden files made of it."""

from pathlib import Path

import pytest
from export_samples import recorded

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="session")
def cairo():
    return recorded()


@pytest.fixture
def golden(request):
    """`golden("summary.md", text)` compares with the kept file; `--golden` writes it anew."""

    def compare(name, text):
        path = GOLDEN / name
        if request.config.getoption("--golden"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return compare
