"""What a PDF draws: form objects may draw others many times, so a small file can ask for work without end."""

from typing import TYPE_CHECKING, Any

from summarizer.errors import ArticleTooLong

if TYPE_CHECKING:
    from pypdf import PdfReader

PAGES_LIMIT = 4_000_000  # bytes of drawing instructions, unpacked, those of forms not counted
FORMS_LIMIT = 500_000  # bytes of instructions that forms repeat
DEPTH_LIMIT = 20  # forms within forms
_DRAWING = 1_000  # bytes that take as long as setting up one form
_ENTRY = 20  # bytes that take as long as an entry of a font's tables
_TABLES = 1_000  # of a font, at most
_TEXT_BEGINS, _DRAWS = b"BT", b"Do"


class Drawing:
    """Counts what the pages of a PDF draw, and leaves out forms that draw no text.

    Raises:
        ArticleTooLong: while pages are read, if they draw more than articles do.
    """

    def __init__(self, reader: "PdfReader", source: str) -> None:
        self._source = source
        self._weights: dict[str, int] = {}
        self._with_text: dict[int, bool] = {}
        self._fonts: dict[int, int] = {}
        size = 0
        for page in reader.pages:
            size += len(_data(page.get_contents()))
            if size > PAGES_LIMIT:
                raise self._too_much()
            self._take_out_textless(page)
        # Drawing each form once is no more than the file says itself.
        self._left = FORMS_LIMIT + sum(self._weights.values())

    def count(self, operator: bytes, operands: Any, _: Any = None, __: Any = None) -> None:
        """Take one operation into account, before it is done."""
        if operator == b"Do" and operands:
            self._left -= self._weights.get(str(operands[0]), 0)
        self.demand_bounded()

    def demand_bounded(self) -> None:
        """Raise if more was drawn than articles draw; pypdf swallows what is raised within a form."""
        if self._left < 0:
            raise self._too_much()

    def _too_much(self) -> ArticleTooLong:
        return ArticleTooLong(self._source, "is a PDF that draws more, or more often, than articles do")

    def _take_out_textless(self, holder: Any, depth: int = 0) -> bool:
        """Whether forms that `holder` may draw have text; those that have none are no longer drawn."""
        if depth > DEPTH_LIMIT:
            raise self._too_much()
        objects = _resources(holder, "/XObject")
        if id(objects) not in self._with_text:
            self._with_text[id(objects)] = True  # for forms that may draw themselves
            forms = [(name, form) for name in list(objects) if (form := _form(objects, name)) is not None]
            kept = [self._keeps(objects, name, form, depth) for name, form in forms]
            self._with_text[id(objects)] = any(kept)
        return self._with_text[id(objects)]

    def _keeps(self, objects: Any, name: str, form: Any, depth: int) -> bool:
        data = _data(form)
        has_text = _DRAWS in data and self._take_out_textless(form, depth + 1)
        if _TEXT_BEGINS not in data and not has_text:
            del objects[name]
            return False
        fonts = _resources(form, "/Font")
        if id(fonts) not in self._fonts:
            self._fonts[id(fonts)] = sum(_weight_of_font(fonts[font]) for font in fonts)
        weight = _DRAWING + len(data) + self._fonts[id(fonts)]
        self._weights[name] = max(weight, self._weights.get(name, 0))
        return True


def _data(stream: Any) -> bytes:
    try:
        data: bytes = stream.get_data()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 (a damaged stream surfaces as any error; pypdf passes over it too)
        return b""
    return data


def _resources(holder: Any, kind: str) -> Any:
    resources = holder.get_inherited("/Resources") if hasattr(holder, "get_inherited") else None
    resources = resources.get_object() if resources is not None else {}
    found = resources.get(kind) if isinstance(resources, dict) else None
    found = found.get_object() if found is not None else {}
    return found if isinstance(found, dict) else {}


def _form(objects: Any, name: str) -> Any:
    one = objects[name]
    return one if hasattr(one, "get_data") and one.get("/Subtype") != "/Image" else None


def _weight_of_font(font: Any) -> int:
    """What setting up a font takes, which is done each time that a form with it is drawn."""
    if not isinstance(font, dict):
        return _ENTRY
    mapped = font.get("/ToUnicode")
    mapped = mapped.get_object() if mapped is not None else None
    tables, entries, seen = [font], 0, set[int]()
    while tables:
        table = tables.pop()
        table = table.get_object() if hasattr(table, "get_object") else table
        entries += 1
        if isinstance(table, dict | list) and id(table) not in seen and len(seen) < _TABLES:
            seen.add(id(table))
            tables += table.values() if isinstance(table, dict) else table
    return len(_data(mapped)) + _ENTRY * entries
