"""A model on this machine: fetch its file, know that it is intact, serve it on loopback."""

from summarizer.llm.local.fetching import pull
from summarizer.llm.local.files import check, ensure_intact, find, identity, model_path
from summarizer.llm.local.published import EMBEDDED, PublishedFile
from summarizer.llm.local.serving import CONTEXT, LocalServer, serve

__all__ = [
    "CONTEXT",
    "EMBEDDED",
    "LocalServer",
    "PublishedFile",
    "check",
    "ensure_intact",
    "find",
    "identity",
    "model_path",
    "pull",
    "serve",
]
