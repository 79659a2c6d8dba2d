"""A session's corpus, cut into pieces: of many processes one does the work for all."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from bertscope.engine.background import Progress, beside
from bertscope.engine.distributed import Ranks
from bertscope.errors import CorpusError
from bertscope.recipe import BUILT_IN, Recipe
from bertscope.text.corpus import load_documents, split_documents
from bertscope.text.cutting import CutCorpus, cut_documents, pieced_words
from bertscope.text.files import Source
from bertscope.text.large import is_large, keep_large, open_large
from bertscope.text.stories import tell_story
from bertscope.text.tokenizer import WordPieceTokenizer

MANY_UNKNOWN = 0.05
DECOY_SEED = 1 << 32
"""What the seed of a decoy's content is more than the story's."""

Documents = list[list[str]]


@dataclass(frozen=True)
class Pieces:
    """A corpus to draw pairs from.

    Attributes
    ----------
    train, held_out
        What is trained on, and what is only measured on.
    notes
        What the user should know of how it was read, a sentence each.
    """

    train: CutCorpus
    held_out: CutCorpus
    notes: tuple[str, ...]


def read_corpus(
    recipe: Recipe, tokenizer: WordPieceTokenizer, ranks: Ranks
) -> Generator[Progress, None, Pieces]:
    """Read a recipe's corpus, the same for all processes.

    The first one reads and sends what can be held in memory. What can't is kept on the disk of each
    machine by the first process there, and the others open it.

    Raises
    ------
    CorpusError
        If it can't be used, or another machine has another text in its place.
    """
    source = Source(Path(recipe.corpus), recipe.column, recipe.one_sentence_a_line)
    held = yield from ranks.from_first(_hold(recipe, source, tokenizer))
    if held is not None:
        return held
    return (yield from _keep(recipe, source, tokenizer, ranks))


def _hold(
    recipe: Recipe, source: Source, tokenizer: WordPieceTokenizer
) -> Generator[Progress, None, Pieces | None]:
    """In memory; None where it is too large for that."""
    if recipe.corpus not in BUILT_IN and is_large(source):
        return None
    corpus = yield from beside(
        "Reading the corpus",
        lambda report: load_documents(
            recipe.corpus,
            recipe.seed,
            report,
            stories=recipe.stories,
            column=source.column,
            one_sentence_a_line=source.one_sentence_a_line,
        ),
    )
    train, held_out = split_documents(corpus.documents, recipe.seed)
    decoys: tuple[Documents, Documents] = [], []
    if recipe.corpus in BUILT_IN:
        # Those of the held-out stories measure, whether or not there are others to train on.
        decoys = yield from beside("Telling decoys", lambda _: _decoys(recipe))
    cut = yield from beside(
        "Cutting into pieces",
        lambda report: _cut(tokenizer, train, decoys[0], report),
    )
    cut_held_out = yield from beside(
        "Cutting the held-out part",
        lambda report: _cut(tokenizer, held_out, decoys[1], report),
    )
    return Pieces(cut, cut_held_out, (*corpus.notes, *_unknown(cut, tokenizer)))


def _decoys(recipe: Recipe) -> tuple[Documents, Documents]:
    """The decoys of the stories to train on, where such are wanted, and of those held out."""
    numbers = [[str(number)] for number in range(recipe.stories)]
    train, held_out = split_documents(numbers, recipe.seed)

    def tell(side: Documents) -> Documents:
        content = recipe.seed + DECOY_SEED
        return [
            tell_story(recipe.seed, int(number), content, recipe.corpus).sentences
            for [number] in side
        ]

    return tell(train) if recipe.decoys > 0 else [], tell(held_out)


def _cut(
    tokenizer: WordPieceTokenizer,
    documents: Documents,
    decoys: Documents,
    report: Callable[[float], None],
) -> CutCorpus:
    """The documents, each with its decoy where there are such."""
    cut = cut_documents(tokenizer, [*documents, *decoys], report)
    if not decoys:
        return cut
    numbers = np.arange(len(documents))
    return replace(cut, chosen=numbers, decoys=numbers + len(documents))


def _keep(
    recipe: Recipe, source: Source, tokenizer: WordPieceTokenizer, ranks: Ranks
) -> Generator[Progress, None, Pieces]:
    """On disk."""
    kept = yield from ranks.from_first_here(
        beside("Reading the corpus", lambda report: keep_large(tokenizer, source, report))
    )
    if ranks.told(kept.digest) != kept.digest:
        raise CorpusError(
            f"{source.path} isn't the same text on all machines: copy it to them from the first."
        )
    train, held_out, notes = yield from beside(
        "Opening the corpus", lambda _: open_large(tokenizer, source, recipe.seed, kept)
    )
    return Pieces(train, held_out, (*notes, *_unknown(train, tokenizer)))


def _unknown(cut: CutCorpus, tokenizer: WordPieceTokenizer) -> tuple[str, ...]:
    """What of the text the vocabulary doesn't hold."""
    if cut.unknown_share > MANY_UNKNOWN:
        return (f"{cut.unknown_share:.0%} of the text is [UNK]: the vocabulary doesn't fit it.",)
    pieced = pieced_words(cut, tokenizer)
    if pieced.share <= MANY_UNKNOWN:
        return ()
    return (
        f"{pieced.share:.0%} of the words are not in the vocabulary and are read in pieces, most "
        f"often {', '.join(pieced.commonest)}.",
    )
