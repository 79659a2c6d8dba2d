"""What a session starts from: its model, and the pairs of every epoch."""

import msgspec

from bertscope import places
from bertscope.engine.background import Background
from bertscope.engine.config import BertConfig
from bertscope.engine.folder import LoadedModel
from bertscope.engine.model import new_model
from bertscope.engine.snapshot_files import load_source
from bertscope.errors import RunError
from bertscope.recipe import Recipe
from bertscope.run_folder import source_of
from bertscope.text.pairs import CutCorpus, PairRows, make_pairs
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


def begin_model(recipe: Recipe) -> LoadedModel:
    """The model that a recipe starts from.

    Raises
    ------
    BertscopeError
        If the folder to start from, the vocabulary or a number can't be used.
    """
    if recipe.start:
        loaded = load_source(source_of(places.located(recipe.start)))
        longest = loaded.config.max_position_embeddings
        if recipe.max_length > longest:
            raise RunError(f"The model reads {longest} tokens at the most: set the length to that.")
        if loaded.config.type_vocab_size < 2:
            raise RunError("The model knows one segment only: sentence pairs need two.")
        return loaded
    tokenizer = WordPieceTokenizer.load(places.located(recipe.vocabulary or places.DEFAULT_MODEL))
    config = BertConfig.from_preset(
        recipe.preset,
        vocab_size=len(tokenizer),
        max_position_embeddings=recipe.max_length,
        dropout=recipe.dropout,
    )
    config = msgspec.structs.replace(config, pad_token_id=tokenizer.pad_id)
    return LoadedModel(new_model(config, recipe.seed), config, tokenizer)
