"""One self-contained page, filled in by Jinja2 with autoescape."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer._version import __version__
from summarizer.text.printable import followable, printable, visible

if TYPE_CHECKING:
    from jinja2 import Environment

_BASE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Page:
    """A template that extends `base.html`, with the style sheets and the script that stand in the page.

    Args:
        folder: where the template and its files lie; `base.html` and `base.css` are found from everywhere.
        template: name of the template.
        sheets: names of style sheets, after `base.css`.
        script: name of the script, if there is one. Style sheets and script are templates' neighbours, never
            made from an article: what a page shows goes into elements, and the script reads it there.
    """

    folder: Path
    template: str
    sheets: tuple[str, ...] = ()
    script: str | None = None

    def render(self, title: str, values: Mapping[str, Any], *, language: str = "en") -> str:
        """The page.

        The template filters `clean` (on one line) and `visible` (lines kept) take control and bidi characters
        out of `values`; `link` gives a URL only if it is one of the web.

        The policy in it lets the browser fetch nothing, send nothing, and run this page's own script only,
        known by its hash.
        """
        environment = self._environment()
        sheets = ("base.css", *self.sheets)
        style = "".join(environment.get_template(sheet).render() for sheet in sheets)
        script = environment.get_template(self.script).render() if self.script else None
        return environment.get_template(self.template).render(
            **values,
            title=printable(title),
            language=language,
            version=__version__,
            policy=_policy(style, script),
            sheets=sheets,
            script=self.script,
        )

    def _environment(self) -> "Environment":
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        environment = Environment(
            loader=FileSystemLoader([self.folder, _BASE]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters["clean"] = printable
        environment.filters["visible"] = visible
        environment.filters["link"] = followable
        return environment


def _policy(style: str, script: str | None) -> str:
    parts = ["default-src 'none'", "base-uri 'none'", "form-action 'none'", f"style-src {_hash(style)}"]
    if script is not None:
        parts.append(f"script-src {_hash(script)}")
    return "; ".join(parts)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
