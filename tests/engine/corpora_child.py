"""One of the processes that read a corpus together; each writes down what became of it."""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import torch

from bertscope.engine.corpora import Pieces, read_corpus
from bertscope.engine.distributed import Ranks, joined
from bertscope.errors import BertscopeError, CorpusError
from bertscope.recipe import Recipe
from bertscope.text import large
from bertscope.text.files import Report, Source
from bertscope.text.tokenizer import WordPieceTokenizer

BREAKS = "the first process says this."


class Case(msgspec.Struct, frozen=True):
    """How a corpus is read: whether it counts as large, and what is special about it.

    Attributes
    ----------
    machines
        Whether each process is told that it has a machine of its own.
    others
        What lies in the corpus's place for all processes but the first; empty for the same.
    broken
        Whether it can't be read by the first process, though the others could.
    """

    name: str
    large: bool
    machines: bool = False
    others: str = ""
    broken: bool = False


def main(recipe: Recipe, cases: list[Case], out: Path) -> None:
    """Read the recipe's corpus in every case."""
    torch.set_num_threads(1)
    tokenizer = WordPieceTokenizer.load(Path(recipe.vocabulary))
    with joined() as ranks:
        for case in cases:
            there = out / f"{case.name}-{ranks.rank}.json"
            there.write_text(json.dumps(told(recipe, case, tokenizer, ranks)))


def told(recipe: Recipe, case: Case, tokenizer: WordPieceTokenizer, ranks: Ranks) -> dict[str, Any]:
    """What one process has to say of one case."""
    large.LARGE_BYTES = 0 if case.large else 1 << 40
    reads: list[Path] = []
    lines = Source.lines

    def noting(self: Source, report: Report) -> Iterator[str]:
        reads.append(self.path)
        if case.broken and ranks.first:
            raise CorpusError(BREAKS)
        return lines(self, report)

    if case.others and not ranks.first:
        recipe = msgspec.structs.replace(recipe, corpus=case.others)
    if case.machines:
        ranks = Ranks(ranks.rank, ranks.world, 0, 1)
    Source.lines = noting  # type: ignore[method-assign]
    try:
        with ranks.together():
            pieces = _last(read_corpus(recipe, tokenizer, ranks))
    except BertscopeError as error:
        return {"reads": len(reads), "error": str(error)}
    finally:
        Source.lines = lines  # type: ignore[method-assign]
    return {
        "reads": len(reads),
        "digest": digest(pieces),
        "mapped": isinstance(pieces.train.ids, np.memmap),
        "notes": list(pieces.notes),
    }


def _last(work: Any) -> Pieces:
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def digest(pieces: Pieces) -> str:
    """Of every bit that pairs depend on, wherever the arrays lie."""
    found = hashlib.sha256()
    for part in (pieces.train, pieces.held_out):
        for start, end in zip(*part.document_ranges(), strict=True):
            found.update(b"document")
            for sentence in range(start, end):
                tokens = slice(*part.sentence_offsets[sentence : sentence + 2])
                found.update(b"sentence" + part.ids[tokens].tobytes())
                found.update(part.continues[tokens].tobytes())
    return found.hexdigest()


if __name__ == "__main__":
    main(
        msgspec.json.decode(sys.argv[1], type=Recipe),
        msgspec.json.decode(sys.argv[2], type=list[Case]),
        Path(sys.argv[3]),
    )
