"""What the package huggingface_hub, its HTTP library and the system raise, in sentences."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bertscope.errors import BertscopeError
from bertscope.hub import EXAMPLES


class HubError(BertscopeError):
    """A model that can't be had from the Hub."""


@contextmanager
def in_a_sentence(name: str, revision: str | None) -> Iterator[None]:
    """For what is done with a model of the Hub.

    Raises
    ------
    HubError
        Whatever went wrong; but that nobody listens any more is handed on as it is.
    """
    try:
        yield
    except (BertscopeError, BrokenPipeError):
        raise
    except Exception as error:  # of the package, of its HTTP library, of the system
        raise HubError(sentence_of(error, name, revision)) from error


def sentence_of(error: Exception, name: str, revision: str | None = None) -> str:
    """What went wrong, and what to do."""
    from huggingface_hub import constants, errors

    from bertscope.engine.disk import cannot_write

    if isinstance(error, errors.LocalEntryNotFoundError) and isinstance(error.__cause__, Exception):
        error = error.__cause__
    match error:
        case errors.HFValidationError():
            return f"{name or 'Nothing'} is no name of a model: type one such as {EXAMPLES[0]}."
        case errors.GatedRepoError():
            return (
                f"{name} is given only to those who ask: do so at {constants.ENDPOINT}/{name}, "
                "then log in with `hf auth login`."
            )
        case errors.RepositoryNotFoundError():
            return (
                f"There is no {name} on the Hub, or it is private: check the name, such as "
                f"{EXAMPLES[0]}; for a private model log in with `hf auth login`."
            )
        case errors.RevisionNotFoundError():
            return f"{name} has no revision {revision}: check its name."
        case errors.OfflineModeIsEnabled():
            return (
                "HF_HUB_OFFLINE or TRANSFORMERS_OFFLINE is set, so nothing is asked of the Hub, "
                f"and {name} isn't in its cache: unset it, or open a folder."
            )
        case errors.HfHubHTTPError():
            return _http_sentence(error.response.status_code, name)
        case OSError() if error.errno is not None:
            return cannot_write(Path(error.filename or constants.HF_HUB_CACHE), error)
    return (
        f"{name} can't be loaded from {constants.ENDPOINT} ({_reason(error)}): check the network "
        "and try again; files that came whole are kept."
    )


def _http_sentence(code: int, name: str) -> str:
    if code in (401, 403):
        return f"The Hub doesn't give {name} out (error {code}): log in with `hf auth login`."
    if code == 429:
        return "The Hub has been asked too often from here (error 429): wait some minutes."
    return f"The Hub couldn't answer for {name} (error {code}): try again later."


def _reason(error: Exception) -> str:
    words = str(error).strip().splitlines()
    return f"{type(error).__name__}: {words[0]}" if words else type(error).__name__
