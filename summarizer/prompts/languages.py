"""Languages by the names that prompts call them."""

from functools import cache

from summarizer.errors import UsageError


@cache
def language_name(tag: str | None) -> str | None:
    """What English calls the language of a BCP 47 tag, such as `German` for `de-AT`; None if there is no tag.

    The names are those of the Unicode CLDR, as Babel carries them.

    Raises:
        UsageError: if there is no such language.
    """
    if tag is None or tag == "und":
        return None
    if tag == "en":
        return "English"
    from babel import Locale

    code = tag.replace("_", "-").split("-", 1)[0].lower()
    name = Locale("en").languages.get(code)
    if name is None:
        raise UsageError(f"{tag!r} names no language; give a tag such as 'de' or 'pt-BR'")
    return str(name)
