"""What a session starts from: its model, and the pairs of every epoch."""

import msgspec

from bertscope import places
from bertscope.engine.background import Background
from bertscope.engine.config import BertConfig
from bertscope.engine.folder import LoadedModel
from bertscope.engine.model import new_model
from bertscope.engine.snapshot_files import load_named
from bertscope.engine.task_models import begin_task_model
from bertscope.errors import RunError
from bertscope.recipe import Recipe
from bertscope.task import Kind
from bertscope.text.pairs import CutCorpus, PairRows, make_pairs
from bertscope.text.tasks.examples import TaskData
from bertscope.text.tokenizer import WordPieceTokenizer


class EpochRows:
    """The pairs of one epoch after another; the next one's are made while one is trained on."""

    def __init__(self, corpus: CutCorpus, recipe: Recipe) -> None:
        self._corpus = corpus
        self._recipe = recipe
        self._made: dict[int, Background[PairRows]] = {}

    def __call__(self, epoch: int) -> PairRows:
        self._made = {number: self._begin(number) for number in (epoch, epoch + 1)}
        return self._made[epoch].result()

    def _begin(self, epoch: int) -> Background[PairRows]:
        recipe = self._recipe
        return self._made.get(epoch) or Background(lambda: _make_rows(self._corpus, recipe, epoch))


def held_out_rows(corpus: CutCorpus, recipe: Recipe) -> PairRows:
    """The pairs to measure on, of what is not trained on."""
    return _make_rows(corpus, recipe, 0)


def _make_rows(corpus: CutCorpus, recipe: Recipe, epoch: int) -> PairRows:
    return make_pairs(
        corpus,
        max_length=recipe.max_length,
        seed=recipe.seed,
        epoch=epoch,
        short=recipe.short_pairs,
        decoys=recipe.decoys,
    )


def begin_task_run(recipe: Recipe, data: TaskData) -> LoadedModel:
    """The model that a recipe with a task starts from, with a head for the data's classes.

    Raises
    ------
    BertscopeError
        If the folder to start from, the vocabulary or a number can't be used.
    """
    return begin_with_head(open_start(recipe, data), recipe, data)


def open_start(recipe: Recipe, data: TaskData) -> LoadedModel:
    """The model whose shape and perhaps weights fine-tuning begins with.

    Raises
    ------
    BertscopeError
        As `begin_task_run`.
    """
    needs_pairs = data.kind is Kind.QA or any(example.b for example in data.train)
    return _loaded(recipe, needs_pairs=needs_pairs) if recipe.start else _made(recipe)


def begin_with_head(loaded: LoadedModel, recipe: Recipe, data: TaskData) -> LoadedModel:
    """A model of its own with a head for the data's classes, what is to stay frozen."""
    task = recipe.task
    assert task is not None
    begun = begin_task_model(loaded, data.kind, data.labels, start=task.start, seed=recipe.seed)
    freeze(begun, recipe)
    return begun


def freeze(loaded: LoadedModel, recipe: Recipe) -> None:
    """Where only the head is to be trained, let embeddings and encoder get no gradients.

    The pooler, through which C reaches the head, is trained with it.
    """
    if recipe.task is not None and recipe.task.head_only:
        for part in (loaded.model.bert.embeddings, loaded.model.bert.encoder):
            part.requires_grad_(False)


def begin_model(recipe: Recipe) -> LoadedModel:
    """The model that pre-training starts from.

    Raises
    ------
    BertscopeError
        If the folder to start from, the vocabulary or a number can't be used.
    """
    if not recipe.start:
        return _made(recipe)
    loaded = _loaded(recipe, needs_pairs=True)
    loaded.for_pretraining()
    return loaded


def _loaded(recipe: Recipe, *, needs_pairs: bool) -> LoadedModel:
    loaded = load_named(recipe.start)
    longest = loaded.config.max_position_embeddings
    if recipe.max_length > longest:
        raise RunError(f"The model reads {longest} tokens at the most: set the length to that.")
    if needs_pairs and loaded.config.type_vocab_size < 2:
        raise RunError("The model knows one segment only: sentence pairs need two.")
    return loaded


def _made(recipe: Recipe) -> LoadedModel:
    tokenizer = WordPieceTokenizer.load(places.located(recipe.vocabulary or places.DEFAULT_MODEL))
    config = BertConfig.from_preset(
        recipe.preset,
        vocab_size=len(tokenizer),
        max_position_embeddings=recipe.max_length,
        dropout=recipe.dropout,
    )
    config = msgspec.structs.replace(config, pad_token_id=tokenizer.pad_id)
    return LoadedModel(new_model(config, recipe.seed), config, tokenizer)
