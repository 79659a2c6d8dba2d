"""BERTs on the Hub: what of a model is to be loaded, and loading it into the Hub's own cache.

Only safetensors are loaded, never a pickle, and nothing of a model that bertscope can't open.
"""

import json
import logging
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bertscope.cli.hub_errors import HubError, in_a_sentence
from bertscope.errors import ModelError
from bertscope.hub import NEEDS_EXTRA, PACKAGE, HubFile

CONFIG, INDEX, WEIGHTS = "config.json", "model.safetensors.index.json", "model.safetensors"
VOCABULARIES = ("vocab.txt", "tokenizer.json")
SMALL_FILES = (CONFIG, *VOCABULARIES, "tokenizer_config.json", "special_tokens_map.json")
MAIN = "main"
CHUNK_BYTES = 1 << 16
"""Read at once; the 10 MB that the package reads at once are a long silence on a slow line."""
_SHARD = re.compile(r"model-\d+-of-\d+\.safetensors")
_PICKLE = re.compile(r"pytorch_model.*\.bin")
_FROM_URL = re.compile(r"https?://[^/]+/(?P<name>[^?#]+?)(/tree/(?P<revision>[^?#]+?))?/?([?#].*)?")

Told = Callable[[int], None]


@dataclass(frozen=True)
class HubModel:
    """A model at one commit, with the files of it that are to be loaded."""

    name: str
    commit: str
    files: list[HubFile]

    @property
    def total(self) -> int:
        return sum(file.bytes for file in self.files)

    @property
    def cached(self) -> int:
        return sum(file.bytes for file in self.files if file.cached)


def require_package() -> None:
    """Make the package ready for this process; it reads its variables when it is imported.

    Raises
    ------
    HubError
        If it isn't installed.
    """
    # By HTTP the bytes are counted as they come, and the end of the process ends the loading.
    os.environ["HF_HUB_DISABLE_XET"] = "1"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    try:
        from huggingface_hub import constants
        from huggingface_hub.utils.logging import set_verbosity
    except ImportError as error:
        if not (error.name or "").startswith(PACKAGE):
            raise
        raise HubError(NEEDS_EXTRA) from error
    constants.DOWNLOAD_CHUNK_SIZE = CHUNK_BYTES
    set_verbosity(logging.ERROR)


def name_and_revision(words: str) -> tuple[str, str | None]:
    """What someone means by ``owner/name``, ``owner/name@revision`` or a model's address."""
    words = words.strip()
    if match := _FROM_URL.fullmatch(words):
        return match["name"], match["revision"]
    name, _, revision = words.partition("@")
    return name, revision or None


def look_up(name: str, revision: str | None = None) -> HubModel:
    """What there is to load; of the model itself only its config is, to see that it is a BERT.

    Where the Hub can't be asked, a model that is in the cache as a whole is found there.

    Raises
    ------
    HubError
        If there is no such model, it is no BERT, or it has no safetensors.
    """
    with in_a_sentence(name, revision):
        # Asked for by the revision's own name, the cache keeps what commit that is.
        at = revision or MAIN
        try:
            commit, names = _listing(name, revision)
        except Exception:  # whatever it is, it costs nothing where the model is here already
            kept = _kept(name, revision)
            if kept is None:
                raise
            commit, names = kept
            at = commit
        if CONFIG not in names:
            raise HubError(f"{name} has no {CONFIG}, so it is no BERT to open: choose another.")
        _refuse_others(name, Path(_download(name, at, CONFIG)))
        wanted = _wanted(name, names)
        return HubModel(name, commit, [_file(name, commit, file) for file in wanted])


def load(model: HubModel, told: Told) -> Path:
    """Load all its files that the cache lacks; the folder that they lie in.

    Parameters
    ----------
    told
        Is told the bytes that are there, of `model.total`.

    Raises
    ------
    HubError
        If that breaks off; files that came whole stay, and need not come again.
    """
    with in_a_sentence(model.name, model.commit):
        _require_room(model.total - model.cached)
        done = model.cached
        told(done)
        folder = Path()
        for file in model.files:
            meter = partial(_Meter, done, told)
            folder = Path(_download(model.name, model.commit, file.name, tqdm_class=meter)).parent
            done += 0 if file.cached else file.bytes
            told(done)
        return folder


class _Meter:
    """Stands where the package would have a progress bar."""

    def __init__(self, before: int, told: Told, *, initial: int = 0, **_: object) -> None:
        self._done, self._told = before + initial, told

    def update(self, count: float | None = 1) -> None:
        self._done += int(count or 0)
        self._told(self._done)

    def __enter__(self) -> "_Meter":
        return self

    def __exit__(self, *_: object) -> None:
        pass


def _listing(name: str, revision: str | None) -> tuple[str, list[str]]:
    """The commit that a revision is now, and the names of its files."""
    from huggingface_hub import HfApi, constants

    seconds = constants.DEFAULT_REQUEST_TIMEOUT
    info = HfApi().model_info(name, revision=revision, timeout=seconds)
    return str(info.sha), [sibling.rfilename for sibling in info.siblings or []]


def _kept(name: str, revision: str | None) -> tuple[str, list[str]] | None:
    """As `_listing`, from the cache, if the model is there as a whole."""
    from huggingface_hub import try_to_load_from_cache

    config = try_to_load_from_cache(name, CONFIG, revision=revision)
    if not isinstance(config, str):
        return None
    folder = Path(config).parent
    names = [path.name for path in folder.iterdir()]
    try:
        wanted = _wanted(name, names)
    except HubError:
        return None
    if INDEX in wanted:
        shards = json.loads((folder / INDEX).read_bytes())["weight_map"].values()
        if not set(shards) <= set(names):
            return None
    return folder.name, names


def _wanted(name: str, names: Iterable[str]) -> list[str]:
    """The files to load, small ones first.

    Raises
    ------
    HubError
        If there are no weights in safetensors, or no vocabulary.
    """
    there = set(names)
    shards = sorted(filter(_SHARD.fullmatch, there))
    if WEIGHTS in there:
        weights = [WEIGHTS]
    elif INDEX in there and shards:
        weights = [INDEX, *shards]
    else:
        raise HubError(_no_safetensors(name, there))
    if not there.intersection(VOCABULARIES):
        raise HubError(f"{name} has no vocabulary (vocab.txt), so no sentence can be read by it.")
    return [*(file for file in SMALL_FILES if file in there), *weights]


def _no_safetensors(name: str, there: set[str]) -> str:
    if not any(map(_PICKLE.fullmatch, there)):
        return f"{name} has no weights in safetensors: choose another model."
    return (
        f"{name} has its weights as pytorch_model.bin alone, which can run code of whoever made "
        "it, so it isn't loaded. If you trust it, write it anew in Python, with "
        f'BertForPreTraining.from_pretrained("{name}").save_pretrained("folder", '
        "safe_serialization=True) and its tokenizer beside it, and open that folder."
    )


def _refuse_others(name: str, path: Path) -> None:
    """See that a config is one of a BERT that can be opened, before its weights are loaded."""
    from bertscope.engine.config import BertConfig

    try:
        BertConfig.from_dict(json.loads(path.read_bytes()))
    except (ValueError, AttributeError) as error:
        raise HubError(f"{CONFIG} of {name} is damaged: choose another model.") from error
    except ModelError as error:
        raise HubError(f"{name} isn't loaded. {error}") from error


def _file(name: str, commit: str, file: str) -> HubFile:
    there = _download(name, commit, file, dry_run=True)
    return HubFile(file, there.file_size or 0, there.is_cached)


def _download(name: str, revision: str, file: str, **options: Any) -> Any:
    """The path of a file in the cache, loaded where it isn't there yet."""
    from huggingface_hub import hf_hub_download

    return hf_hub_download(name, file, revision=revision, library_name="bertscope", **options)


def _require_room(count: int) -> None:
    from huggingface_hub import constants

    from bertscope.engine.disk import require_room

    cache = Path(constants.HF_HUB_CACHE)
    require_room(next(path for path in (cache, *cache.parents) if path.exists()), count)
