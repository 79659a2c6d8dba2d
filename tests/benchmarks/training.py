"""Training speed: bertscope's engine and transformers, interleaved in one process.

Both train BERT on the same pairs with the same sizes, dropout 0.1, AdamW (weight decay 0.01),
gradients clipped at 1.0 and a step of ``--batch`` pairs. transformers is its `BertForPreTraining`
with scaled-dot-product attention, its `DataCollatorForLanguageModeling` (which pads to the longest
row of the batch) and the optimizer its `Trainer` takes, fused AdamW; ``--plain-adamw`` gives it
PyTorch's unfused one. bertscope is its own `Trainer`, with its metrics and with AdamW too, and with
the setting of glibc's allocator that it makes before it trains; transformers has glibc's own. They
take turns, A B A B, in stretches of some steps; a ratio is the median over the turns. At the end
bertscope's bf16 is compared with transformers' fp32 too: that is what changing over brings.

*Full* rows have the whole length. *Short* ones are pairs of two sentences with log-normal lengths,
median 20 tokens each (sigma 0.5), cut at the length. Tokens are drawn evenly from the vocabulary,
for speed doesn't depend on them.

Useful FLOPs of a step, three times those of the forward pass's products without padding:
3 x [layers x (2 T (4 H² + 2 H I) + 4 H sum l²) - 2 (T - M - B) (H² + 2 H I) + 2 M (H² + H V) +
2 B (H² + 2 H)] with T tokens, M chosen positions, l a row's length, B pairs, H and I the widths, V
the vocabulary; what is taken off is what no head reads of the last layer. Utilisation is
useful FLOPs a second over the best of some products of two 2048² matrices of the same precision,
measured in the same process.

Peak memory is that of a child process of its own for each, above what it held before the model was
made; on CUDA what PyTorch's allocator held at most. It is measured on full rows of the longest
length.
"""

import argparse
import gc
import itertools
import json
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import BertForPreTraining as TheirModel
from transformers import BertTokenizerFast, DataCollatorForLanguageModeling

from bertscope.engine.batches import training_flops
from bertscope.engine.config import BertConfig
from bertscope.engine.devices import core_count
from bertscope.engine.masked_pairs import MaskedPairs
from bertscope.engine.model import new_model
from bertscope.engine.trainer import Trainer
from bertscope.recipe import Optimizer, Precision, Recipe
from bertscope.text.pairs import PairRows
from bertscope.text.tokenizer import SPECIAL_TOKENS
from tests.benchmarks.bench import Report, Spread, arguments_of
from tests.benchmarks.turns import (
    Step,
    child_memory,
    cost_of,
    decay_groups,
    own_memory,
    take_turns,
)
from tests.engine.transformers_models import their_config

DROPOUT = 0.1
SENTENCE_MEDIAN, SENTENCE_SIGMA = 20, 0.5
PAD, CLS, SEP, MASK = (SPECIAL_TOKENS.index(name) for name in ("[PAD]", "[CLS]", "[SEP]", "[MASK]"))
ENDLESS = 1_000_000
PEAK_SIDE, PEAK_TRIES = 2048, 12


@dataclass(frozen=True)
class Case:
    """One cell of the grid."""

    preset: str
    length: int
    vocabulary: int
    rows: str
    precision: str
    batch: int
    plain_adamw: bool
    compiled: bool

    def __str__(self) -> str:
        return f"{self.preset} {self.length} {self.vocabulary} {self.rows} {self.precision}"

    def config(self) -> BertConfig:
        return BertConfig.from_preset(
            self.preset,
            vocab_size=self.vocabulary,
            max_position_embeddings=self.length,
            dropout=DROPOUT,
        )

    def pairs(self, seed: int = 0) -> PairRows:
        """Enough pairs for some batches."""
        rng = np.random.default_rng(seed)
        rooms = np.full((8 * self.batch, 2), (self.length - 3) // 2)
        rooms[:, 1] = self.length - 3 - rooms[:, 0]
        if self.rows == "short":
            drawn = rng.lognormal(np.log(SENTENCE_MEDIAN), SENTENCE_SIGMA, rooms.shape)
            rooms = np.minimum(np.maximum(np.round(drawn), 2), rooms).astype(np.int64)
        return _rows_of(rooms, self.vocabulary, rng)


def _rows_of(lengths: NDArray[np.int64], vocabulary: int, rng: np.random.Generator) -> PairRows:
    ids, words = [], []
    for a, b in lengths.tolist():
        tokens = rng.integers(len(SPECIAL_TOKENS), vocabulary, a + b).tolist()
        ids += [CLS, *tokens[:a], SEP, *tokens[a:], SEP]
        words += [-1, *range(a), -1, *range(a, a + b), -1]
    return PairRows(
        ids=np.array(ids, np.int32),
        offsets=np.concatenate([[0], np.cumsum(lengths.sum(1) + 3)]),
        b_start=(lengths[:, 0] + 2).astype(np.int32),
        labels=rng.integers(2, size=len(lengths)).astype(np.int8),
        words=np.array(words, np.int32),
        pad_id=PAD,
        mask_id=MASK,
        vocabulary_size=vocabulary,
    )


# --- The two ----------------------------------------------------------------------------------


def our_step(case: Case, pairs: PairRows, device: torch.device) -> Step:
    """Train one step with bertscope's engine."""
    recipe = Recipe(
        steps=ENDLESS,
        batch_size=case.batch,
        max_length=case.length,
        dropout=DROPOUT,
        optimizer=Optimizer.ADAMW,
        learning_rate=1e-4,
        evaluate_every=ENDLESS,
        held_out_pairs=1,
        precision=Precision(case.precision),
    )
    model = new_model(case.config(), seed=0)
    trainer = Trainer(
        model, MaskedPairs(lambda _: pairs, pairs, recipe.seed), recipe, device, interactive=False
    )
    if case.compiled:
        trainer.compile()
    reports = (event for event in trainer.advance() if event is not None)
    next(reports)

    def step() -> None:
        next(reports)

    return step


def their_step(case: Case, pairs: PairRows, device: torch.device) -> Step:
    """Train one step with transformers."""
    model = TheirModel._from_config(their_config(case.config()), attn_implementation="sdpa")
    model.to(device).train()
    optimizer = torch.optim.AdamW(
        decay_groups(model), lr=1e-4, fused=None if case.plain_adamw else True
    )
    collate = DataCollatorForLanguageModeling(_their_tokenizer(case.vocabulary))
    batches = _their_features(case, pairs)
    bf16 = case.precision == "bf16"

    def step() -> None:
        batch = collate(next(batches)).to(device)
        with torch.autocast(device.type, torch.bfloat16) if bf16 else nullcontext():
            loss = model(**batch).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)

    return step


def _their_tokenizer(vocabulary: int) -> BertTokenizerFast:
    words = [*SPECIAL_TOKENS, *(f"w{i}" for i in range(vocabulary - len(SPECIAL_TOKENS)))]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "vocab.txt"
        path.write_text("\n".join(words) + "\n", "utf-8")
        return BertTokenizerFast.from_pretrained(folder)


def _their_features(case: Case, pairs: PairRows) -> Iterator[list[dict[str, object]]]:
    features: list[dict[str, object]] = []
    for row in range(len(pairs)):
        start, end = int(pairs.offsets[row]), int(pairs.offsets[row + 1])
        b_start = int(pairs.b_start[row])
        features.append(
            {
                "input_ids": pairs.ids[start:end].tolist(),
                "token_type_ids": [0] * b_start + [1] * (end - start - b_start),
                "special_tokens_mask": (pairs.words[start:end] < 0).astype(int).tolist(),
                "next_sentence_label": int(pairs.labels[row]),
            }
        )
    rng = np.random.default_rng(1)
    while True:
        order = rng.permutation(len(features))
        for first in range(0, len(order), case.batch):
            yield [features[i] for i in order[first : first + case.batch]]


STEPS = {"bertscope": our_step, "transformers": their_step}


# --- Measuring --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Measured:
    """One case: seconds a step of each, and what follows.

    Attributes
    ----------
    ratio
        transformers' seconds over bertscope's, turn by turn.
    peak
        Of a product, FLOPs a second.
    """

    case: Case
    seconds: dict[str, Spread]
    ratio: Spread
    pairs_a_second: dict[str, float]
    tokens_a_second: dict[str, float]
    utilisation: dict[str, float]
    peak: float


def measure(case: Case, device: torch.device, seconds: float) -> Measured:
    """Let the two take turns for about so long."""
    pairs = case.pairs()
    steps = {name: make(case, pairs, device) for name, make in STEPS.items()}
    turns = take_turns(steps, device, seconds)
    spent = {name: [cost.wall for cost in costs] for name, costs in turns.items()}
    ratios = [a / b for a, b in zip(spent["transformers"], spent["bertscope"], strict=True)]
    median = {name: float(np.median(values)) for name, values in spent.items()}
    peak = matmul_peak(device, case.precision)
    flops, tokens = _work_of(case, pairs)
    return Measured(
        case,
        {name: Spread.of(values) for name, values in spent.items()},
        Spread.of(ratios),
        {name: case.batch / value for name, value in median.items()},
        {name: tokens / value for name, value in median.items()},
        {name: flops / value / peak for name, value in median.items()},
        peak,
    )


def _work_of(case: Case, pairs: PairRows) -> tuple[float, float]:
    """Useful FLOPs and tokens of a step, on average."""
    chosen = float(np.maximum(1, np.round(0.15 * (pairs.lengths - 3))).sum())
    share = case.batch / len(pairs)
    return share * training_flops(case.config(), pairs.lengths, chosen), share * pairs.lengths.sum()


def matmul_peak(device: torch.device, precision: str) -> float:
    """FLOPs a second of the best of some products of two square matrices."""
    dtype = torch.bfloat16 if precision == "bf16" else torch.float32
    first, second = (
        torch.randn(PEAK_SIDE, PEAK_SIDE, device=device, dtype=dtype) for _ in range(2)
    )

    def product() -> None:
        torch.matmul(first, second)

    return 2.0 * PEAK_SIDE**3 / min(cost_of(product, 1, device).wall for _ in range(PEAK_TRIES))


def peak_memory(name: str, case: Case, device: torch.device, threads: int) -> float:
    """Megabytes that one of the two takes, from a child process."""
    task = json.dumps({"name": name, "case": asdict(case), "device": str(device)})
    return child_memory(__spec__.name, ["--threads", str(threads), "--child", task])


def _measure_own_memory(task: str) -> None:
    content = json.loads(task)
    case, device = Case(**content["case"]), torch.device(content["device"])
    pairs, make = case.pairs(), STEPS[content["name"]]
    small = make(_smallest(case), pairs, device)
    print(own_memory(content["name"], small, lambda: make(case, pairs, device), device))


def _smallest(case: Case) -> Case:
    return Case(**{**asdict(case), "preset": "tiny", "batch": 1})


# --- The table --------------------------------------------------------------------------------


def main() -> None:
    """Measure, print, write."""
    parser = arguments_of(__doc__)
    parser.add_argument("--presets", nargs="+", default=["tiny", "mini", "small"])
    parser.add_argument("--base", action="store_true", help="measure the base size too")
    parser.add_argument("--lengths", type=int, nargs="+", default=[64, 128])
    parser.add_argument("--vocabularies", type=int, nargs="+", default=[8192, 30522])
    parser.add_argument("--rows", nargs="+", default=["full", "short"])
    parser.add_argument("--precisions", nargs="+", default=["fp32", "bf16"])
    parser.add_argument("--batch", type=int, default=32, metavar="PAIRS")
    parser.add_argument("--seconds", type=float, default=10.0, help="about so long a case")
    parser.add_argument("--threads", type=int, default=core_count())
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--plain-adamw", action="store_true", help="for transformers")
    parser.add_argument("--compile", action="store_true", help="bertscope's layers")
    parser.add_argument("--no-memory", action="store_true")
    parser.add_argument("--quick", action="store_true", help="two sizes, one length, 3 s a case")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    if arguments.child:
        _measure_own_memory(arguments.child)
        return
    if arguments.quick:
        arguments.presets, arguments.lengths, arguments.seconds = ["tiny", "mini"], [128], 3.0
    report = Report("training", arguments)
    device = torch.device(arguments.device)
    if device.type == "cuda":
        report.say(torch.cuda.get_device_name(device))
    measured = []
    for case in cases_of(arguments):
        measured.append(measure(case, device, arguments.seconds))
        gc.collect()
        report.say(f"{case}: {measured[-1].ratio.words(2)}")
        report.keep("cases", [asdict(one) for one in measured])
    show(report, measured)
    if not arguments.no_memory:
        show_memory(report, arguments, device)


def cases_of(arguments: argparse.Namespace) -> list[Case]:
    """The grid, small models first."""
    presets = [*arguments.presets, *(["base"] if arguments.base else [])]
    grid = itertools.product(
        presets,
        arguments.lengths,
        arguments.vocabularies,
        arguments.rows,
        arguments.precisions,
    )
    more = arguments.batch, arguments.plain_adamw, arguments.compile
    return [Case(*cell, *more) for cell in grid]


def show(report: Report, measured: list[Measured]) -> None:
    """A line a case, then the median of the grid and the least for each kind."""
    head = ["case", "pairs/s", "theirs", "tokens/s", "theirs", "utilisation", "theirs"]
    head += ["peak GF/s", "ratio (least–most)"]
    rows = []
    for one in measured:
        figures = [
            f"{values[name]:{form}}"
            for values, form in (
                (one.pairs_a_second, ".0f"),
                (one.tokens_a_second, ".0f"),
                (one.utilisation, ".0%"),
            )
            for name in STEPS
        ]
        rows.append([str(one.case), *figures, f"{one.peak / 1e9:.0f}", one.ratio.words(2)])
    report.table("A step of training", head, rows)
    rows = []
    kinds = sorted({(one.case.precision, one.case.rows) for one in measured}, reverse=True)
    for precision, length in kinds:
        ratios = [
            one.ratio.median
            for one in measured
            if (one.case.precision, one.case.rows) == (precision, length)
        ]
        spread = Spread.of(ratios)
        rows.append([precision, length, str(spread.count), *_two(spread.median, spread.least)])
    seconds = {
        (str(one.case), name): spread.median
        for one in measured
        for name, spread in one.seconds.items()
    }
    for length in sorted({one.case.rows for one in measured}):
        ratios = [
            seconds[fp32, "transformers"] / one.seconds["bertscope"].median
            for one in measured
            if one.case.precision == "bf16" and one.case.rows == length
            if ((fp32 := str(one.case).replace("bf16", "fp32")), "transformers") in seconds
        ]
        if ratios:
            spread = Spread.of(ratios)
            figures = [str(spread.count), *_two(spread.median, spread.least)]
            rows.append(["bf16 : fp32", length, *figures])
    report.table("Times transformers", ["precision", "rows", "cases", "median", "least"], rows)


def _two(*values: float) -> list[str]:
    return [f"{value:.2f}" for value in values]


def show_memory(report: Report, arguments: argparse.Namespace, device: torch.device) -> None:
    """Peak memory of both on full rows of the longest length."""
    longest = max(arguments.lengths)
    rows, figures = [], []
    for case in cases_of(arguments):
        if case.length == longest and case.rows == "full":
            peaks = {name: peak_memory(name, case, device, arguments.threads) for name in STEPS}
            figures.append({"case": asdict(case), "megabytes": peaks})
            rows.append([str(case), *(f"{peaks[name]:.0f}" for name in STEPS)])
    report.keep("memory", figures)
    report.table("Peak memory, MB", ["case", *STEPS], rows)


if __name__ == "__main__":
    main()
