"""Settings from the environment; nothing else in this package reads it."""

import os
from difflib import get_close_matches
from pathlib import Path

from pydantic import AliasChoices, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from summarizer.errors import ConfigurationError

PREFIX = "SUMMARIZER_"
_SHOWN = 60
"""Characters of a wrong value that a message repeats."""
OPENAI_DEFAULT_MODEL = "gpt-5-mini"


class Settings(BaseSettings):
    """What the environment says. An empty variable counts as unset."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True)

    model: str | None = Field(default=None, description="Model used where the call names none.")
    prompts: Path | None = Field(default=None, description="Folder of prompts laid over the shipped ones.")
    store: str | None = Field(
        default=None, repr=False, description="URL of the store the command line keeps summaries in."
    )
    context: int | None = Field(
        default=None, ge=1, description="Tokens the model takes at once, where its endpoint does not say."
    )
    price: str | None = Field(
        default=None, description="US dollars for a million tokens in and out, as 0.15/0.60."
    )
    timeout: float | None = Field(
        default=None,
        gt=0,
        description="Seconds that one question to a model may take, repeats included; 900 if not set.",
    )
    retry_wait: float | None = Field(
        default=None,
        ge=0,
        description="Seconds before a request is repeated where the endpoint names none, doubled each time "
        "up to sixteenfold; 0.5 if not set.",
    )
    processes: int | None = Field(
        default=None,
        ge=1,
        description="Processes that a batch works in at most; up to 4, as needed, if not set.",
    )
    check_base_url: str | None = Field(
        default=None,
        repr=False,
        description="Endpoint of the model that checks; that of the summariser if not set.",
    )
    check_api_key: SecretStr | None = Field(default=None, description="Its key.")
    check_price: str | None = Field(default=None, description="Its price, as the one above.")
    openai_api_key: SecretStr | None = Field(
        default=None, description="Key of the endpoint.", validation_alias=AliasChoices("OPENAI_API_KEY")
    )
    openai_base_url: str | None = Field(
        default=None,
        repr=False,
        description="Endpoint asked where the call names none.",
        validation_alias=AliasChoices("OPENAI_BASE_URL"),
    )


def variables() -> dict[str, str]:
    """Return the environment variables that are read, each with what it is for."""
    return {
        name.upper() if name.startswith("openai_") else f"{PREFIX}{name.upper()}": field.description or ""
        for name, field in Settings.model_fields.items()
    }


def unknown() -> dict[str, str | None]:
    """Return the set variables that look like ours and are none, each with the one that may be meant."""
    known = {name.removeprefix(PREFIX): name for name in variables()}

    def meant(name: str) -> str | None:
        near = get_close_matches(name.upper().removeprefix(PREFIX), known, n=1, cutoff=0.7)
        return known[near[0]] if near else None

    ours = [name for name in sorted(os.environ) if name.upper().startswith(PREFIX)]
    return {name: meant(name) for name in ours if name.upper() not in known.values()}


def load() -> Settings:
    """Read the environment.

    Raises:
        ConfigurationError: if a variable holds something it cannot.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
    name = f"{PREFIX}{first['loc'][0]}".upper()
    told = f"{first['msg'][:1].lower()}{first['msg'][1:]}"
    raise ConfigurationError(f"{name} is {str(first['input'])[:_SHOWN]!r}: {told}; set it anew, or unset it")
