"""Settings from the environment; nothing else in this package reads it."""

from pathlib import Path

from pydantic import AliasChoices, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from summarizer.errors import ConfigurationError

OPENAI_DEFAULT_MODEL = "gpt-5-mini"


class Settings(BaseSettings):
    """What the environment says. An empty variable counts as unset."""

    model_config = SettingsConfigDict(env_prefix="SUMMARIZER_", env_ignore_empty=True, frozen=True)

    model: str | None = Field(default=None, description="Model used where the call names none.")
    prompts: Path | None = Field(default=None, description="Folder of prompts laid over the shipped ones.")
    store: str | None = Field(
        default=None, description="URL of the store the command line keeps summaries in."
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
        default=None, description="Endpoint of the model that checks; that of the summariser if not set."
    )
    check_api_key: SecretStr | None = Field(default=None, description="Its key.")
    check_price: str | None = Field(default=None, description="Its price, as the one above.")
    openai_api_key: SecretStr | None = Field(default=None, validation_alias=AliasChoices("OPENAI_API_KEY"))
    openai_base_url: str | None = Field(default=None, validation_alias=AliasChoices("OPENAI_BASE_URL"))


def load() -> Settings:
    """Read the environment.

    Raises:
        ConfigurationError: if a variable holds something it cannot.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        raise ConfigurationError(
            f"environment: {'.'.join(map(str, first['loc']))}: {first['msg']}"
        ) from error
