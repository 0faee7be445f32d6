"""Which model a call means."""

from dataclasses import dataclass
from pathlib import Path

from summarizer import settings
from summarizer.errors import UnknownModel, UsageError
from summarizer.llm import ensure_base_url, local, model_class, only_model, shown
from summarizer.summary import NO_MODEL

LOCAL = "local"
"""The embedded model."""


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """Which model to ask: `none`, `local`, the path of a `.gguf` file, or a name at an endpoint."""

    model: str
    base_url: str | None = None
    api_key: str | None = None
    by_default: bool = False

    @property
    def is_none(self) -> bool:
        """Whether no model is asked, and the rules alone tell what they know."""
        return self.model == NO_MODEL

    @property
    def is_local(self) -> bool:
        """Whether it runs in this process."""
        return self.base_url is None and (self.model == LOCAL or self.model.lower().endswith(".gguf"))

    def __repr__(self) -> str:
        """Without the key, and without a password in the URL."""
        return f"ModelChoice(model={self.model!r}, base_url={self.base_url and shown(self.base_url)!r})"


def choose_model(
    model: str | None = None, *, base_url: str | None = None, api_key: str | None = None
) -> ModelChoice:
    """The model a call means: what it names, else what the environment names, else the embedded one.

    An endpoint that is named without a model is asked which it has.

    Raises:
        ModelUnavailable: if that endpoint does not answer.
        UsageError: if it has more than one, or an endpoint is named where none is to be asked.
    """
    found = settings.load()
    model = model or found.model
    if model == NO_MODEL:
        if base_url is not None:
            raise UsageError(
                f"{shown(base_url)} would not be asked: 'none' asks no model; leave one of the two out"
            )
        return ModelChoice(NO_MODEL)
    key = api_key or (found.openai_api_key.get_secret_value() if found.openai_api_key else None)
    if base_url is None and (model == LOCAL or (model or "").lower().endswith(".gguf")):
        return ModelChoice(model or LOCAL)
    url = base_url or found.openai_base_url
    if url is not None:
        ensure_base_url(url)
    if model is not None:
        return ModelChoice(model, base_url=url, api_key=key)
    if url is not None:
        return ModelChoice(only_model(url, key), base_url=url, api_key=key, by_default=True)
    if key is not None:
        return ModelChoice(settings.OPENAI_DEFAULT_MODEL, api_key=key, by_default=True)
    return ModelChoice(LOCAL, by_default=True)


def choose_check(
    model: str, *, base_url: str | None, api_key: str | None, summariser: ModelChoice
) -> ModelChoice:
    """The model that checks what another one made: at an endpoint of its own if one is named, else there.

    Raises:
        UsageError: if no model is named.
    """
    if not model.strip():
        raise UsageError("which model is to check? name it, as --check gpt-5-mini")
    if model == NO_MODEL:
        raise UsageError("'none' asks no model, so it cannot check; name one, as --check gpt-5-mini")
    found = settings.load()
    key = api_key or (found.check_api_key.get_secret_value() if found.check_api_key else None)
    url = base_url or found.check_base_url
    if model == LOCAL or model.lower().endswith(".gguf"):
        return choose_model(model, base_url=base_url)
    if url is None:
        url, key = summariser.base_url, key or summariser.api_key
    return choose_model(model, base_url=url, api_key=key)


ABLE_PROMPT = "summary"
SMALL_PROMPT = "small"
"""What a small model is asked with, as rules lead there; it cannot fill in the other one."""


def default_prompt(choice: ModelChoice) -> str:
    """Return the prompt for a model of this class; one of unknown size counts as able.

    Where no model is asked, it names whose draft the rules stand in for.
    """
    name = Path(choice.model).name if choice.is_local else choice.model
    small = choice.model in {LOCAL, NO_MODEL} or model_class(name) == "small"
    return SMALL_PROMPT if small else ABLE_PROMPT


def local_path(model: str) -> Path:
    """Where the weights of a local model lie.

    Raises:
        UnknownModel: if they do not lie there.
    """
    if model != LOCAL:
        path = Path(model).expanduser()
        if not path.is_file():
            raise UnknownModel(f"{path}: no such model file")
        return path
    found = local.find()
    if found is None:
        raise UnknownModel(
            "the embedded model is not on this machine; fetch it with 'summarizer models pull' (1.1 GB), "
            "or name another with --model or OPENAI_API_KEY"
        )
    return found


def model_name(choice: ModelChoice) -> str:
    """What recipes call the model of a choice; it is not loaded for that, nor asked.

    Raises:
        UnknownModel: if it is a file that is not there.
    """
    if not choice.is_local:
        return choice.model
    if choice.model == LOCAL:
        return local.identity(local.model_path())
    return local.identity(local_path(choice.model))
