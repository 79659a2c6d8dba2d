"""A BERT of some thousand weights, a text to train it on, and a window that is a script."""

import math
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from bertscope.engine.config import BertConfig
from bertscope.engine.folder import save_model
from bertscope.engine.model import new_model
from bertscope.recipe import Recipe
from bertscope.run_folder import COLUMNS, RunEvent, StepRow
from bertscope.text.tokenizer import SPECIAL_TOKENS, WordPieceTokenizer
from bertscope.wire import messages as m
from bertscope.wire.frames import encode, reply_reader
from bertscope.wire.server import EngineServer

NAMES = ("anna", "ben", "cleo", "dan")
THINGS = ("boat", "rose", "soup", "book", "tree", "pen")
LENGTH = 24
IDS, SEGMENTS = [2, 5, 9, 3, 6, 10, 3], [0, 0, 0, 0, 1, 1, 1]
SOURCES = [2, 0, 0, 2, 1, 1, 2]

PATIENCE = 60.0

replace = msgspec.structs.replace


def make_tokenizer() -> WordPieceTokenizer:
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    words = [*NAMES, *THINGS, "likes", "the", "."]
    return WordPieceTokenizer([*SPECIAL_TOKENS, *words, *letters, *(f"##{c}" for c in letters)])


def make_model(folder: Path, *, seed: int = 1, length: int = LENGTH) -> Path:
    """A model folder that trains in milliseconds."""
    tokenizer = make_tokenizer()
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=length,
    )
    save_model(folder, new_model(config, seed), config, tokenizer)
    return folder


def make_corpus(path: Path, documents: int = 40) -> Path:
    rng = random.Random("corpus")
    texts = [
        "\n".join(f"{rng.choice(NAMES)} likes the {rng.choice(THINGS)} ." for _ in range(4))
        for _ in range(documents)
    ]
    path.write_text("\n\n".join(texts), "utf-8")
    return path


def make_recipe(tmp_path: Path, **changes: Any) -> Recipe:
    recipe = Recipe(
        start=str(make_model(tmp_path / "start")),
        corpus=str(make_corpus(tmp_path / "corpus.txt")),
        steps=6,
        batch_size=8,
        micro_batch=4,
        max_length=LENGTH,
        device="cpu",
        warmup_steps=1,
        evaluate_every=3,
        held_out_pairs=4,
        checkpoint_seconds=1e9,
    )
    return replace(recipe, **changes)


def probe(folder: Path | str, number: int = 1, **changes: Any) -> m.Probe:
    ref = m.ModelRef(str(folder))
    one = m.Probe(number, "main", ref, IDS, SEGMENTS, labels={2: 9}, nsp_label=0)
    return replace(one, **changes)


class Script:
    """An inbox whose requests are written down, with what has to be heard between them.

    Parameters
    ----------
    lines
        Requests, and questions to the replies so far: the script goes on once one is true.
    """

    def __init__(self, *lines: m.Request | Callable[["Script"], bool]) -> None:
        self._lines = list(lines)
        self._reader = reply_reader()
        self._asked_at = time.monotonic()
        self.replies: list[Any] = []

    def take(self, patience: float | None) -> m.Request | None:
        while self._lines:
            line = self._lines[0]
            if isinstance(line, m.Message):
                self._asked_at = time.monotonic()
                return self._lines.pop(0)  # type: ignore[return-value]
            if not line(self):
                said = f"{self.replies[-1]}"[:300]
                assert patience is not None, f"The engine would wait for ever after {said}"
                assert time.monotonic() < self._asked_at + PATIENCE, f"No answer after {said}"
                time.sleep(min(patience, 0.01))
                return None
            self._lines.pop(0)
        return m.Shutdown()

    def send(self, message: m.Message) -> None:
        self.replies += self._reader.feed(encode(message))

    def of(self, kind: type[m.Message]) -> list[Any]:
        return [reply for reply in self.replies if isinstance(reply, kind)]

    @property
    def rows(self) -> list[StepRow]:
        return [row for message in self.of(m.Metrics) for row in rows_in(message)]

    @property
    def events(self) -> list[RunEvent]:
        return [event for message in self.of(m.Happened) for event in message.events]

    @property
    def sentences(self) -> list[str]:
        return [reply.sentence for reply in self.replies if hasattr(reply, "sentence")]


def rows_in(message: m.Metrics) -> list[StepRow]:
    """The table as it was measured; counts are whole numbers."""
    return [
        StepRow(
            **{
                name: int(value) if name in ("step", "tokens", "pairs") else value
                for name, value in zip(COLUMNS, row, strict=True)
                if not math.isnan(value)
            }
        )
        for row in message.rows.numpy().tolist()
    ]


def heard(kind: type[m.Message], times: int = 1) -> Callable[[Script], bool]:
    return lambda script: len(script.of(kind)) >= times


def kept_to(step: int) -> Callable[[Script], bool]:
    """Whether that step's weights are the newest that are kept."""
    return lambda script: bool(script.of(m.Kept)) and script.of(m.Kept)[-1].steps[-1:] == [step]


def serve(*lines: m.Request | Callable[[Script], bool]) -> Script:
    """Let an engine play the script to its end, and a `Shutdown`."""
    script = Script(*lines)
    EngineServer(script, script.send).serve()  # type: ignore[arg-type]
    return script
