"""What a session starts from: its model, and the pairs of every epoch."""

from pathlib import Path

import msgspec

from bertscope import places
from bertscope.engine.background import Background
from bertscope.engine.config import BertConfig
from bertscope.engine.folder import LoadedModel, load_model
from bertscope.engine.model import new_model
from bertscope.errors import RunError
from bertscope.recipe import Recipe
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
        return self._made.get(epoch) or Background(
            lambda: make_pairs(
                self._corpus,
                max_length=recipe.max_length,
                seed=recipe.seed,
                epoch=epoch,
                short=recipe.short_pairs,
                decoys=recipe.decoys,
            )
        )


def begin_model(recipe: Recipe) -> LoadedModel:
    """The model that a recipe starts from.

    Raises
    ------
    BertscopeError
        If the folder to start from, the vocabulary or a number can't be used.
    """
    if recipe.start:
        loaded = load_model(Path(recipe.start))
        longest = loaded.config.max_position_embeddings
        if recipe.max_length > longest:
            raise RunError(f"The model reads {longest} tokens at the most: set the length to that.")
        if loaded.config.type_vocab_size < 2:
            raise RunError("The model knows one segment only: sentence pairs need two.")
        return loaded
    tokenizer = WordPieceTokenizer.load(Path(recipe.vocabulary or places.default_model()))
    config = BertConfig.from_preset(
        recipe.preset,
        vocab_size=len(tokenizer),
        max_position_embeddings=recipe.max_length,
        dropout=recipe.dropout,
    )
    config = msgspec.structs.replace(config, pad_token_id=tokenizer.pad_id)
    return LoadedModel(new_model(config, recipe.seed), config, tokenizer)
