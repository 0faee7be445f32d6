"""A model on this machine: fetch its file, know that it is intact, serve it on loopback."""

from summarizer.local_model.fetching import pull
from summarizer.local_model.files import check, ensure_intact, find, identity, model_path
from summarizer.local_model.published import EMBEDDED, PublishedFile
from summarizer.local_model.serving import CONTEXT, LocalServer, serve

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
