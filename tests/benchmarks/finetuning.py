"""Fine-tuning: bertscope's engine and transformers' own loop, interleaved in one process.

Both train the same model from the same weights on the same batches: of a task that ships, of a
file, or of ``short``, sentences of drawn words whose lengths differ as those of real ones do
(log-normal, median 20 tokens, sigma 0.5), and of which nothing can be learned. AdamW (weight decay
0.01), the same linear warm-up and decay, gradients clipped at 1.0, the dropout of the model's
config (none in `stories-small`; 0.1 in the presets, whose weights are random). transformers is its
`BertForSequenceClassification` or `BertForQuestionAnswering` with scaled-dot-product attention, its
`DataCollatorWithPadding`, which pads to the longest row of the batch, and the optimizer its
`Trainer` takes, fused AdamW; its rows are tokenized beforehand and lie in memory. bertscope is its
own `Trainer`, as `bertscope finetune` runs it, with the setting of glibc's allocator that it makes
before it trains; transformers has glibc's own. They take turns, A B A B, in stretches of some
steps; a ratio is the median over the turns. Beside the seconds of the clock stand those that all
processors spent, which other programs on the machine change less.

Peak memory is that of a child process of its own for each, above what it held before the model was
made; on CUDA what PyTorch's allocator held at most.

With ``--seeds`` both fine-tune the models for all steps of the default recipe, once for each seed,
which draws head, batches and dropout. Both are measured on the same dev part, with the task's own
metrics; a difference is ours less theirs of the same seed.
"""

import argparse
import gc
import itertools
import json
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import numpy as np
import torch
from torch.utils.data import DataLoader
from transformers import BertTokenizerFast, DataCollatorWithPadding, PreTrainedModel

from bertscope import places
from bertscope.engine.devices import core_count
from bertscope.engine.folder import LoadedModel
from bertscope.engine.judging import Floats, Judge, by_row, cut_rows
from bertscope.engine.labelled import Labelled
from bertscope.engine.optimizers import learning_rate_factor
from bertscope.engine.reports import Position, StepMetrics
from bertscope.engine.sources import begin_task_run
from bertscope.engine.subject import ORDER, draw
from bertscope.engine.tasks import held_out_judge, training_rows
from bertscope.engine.trainer import Trainer
from bertscope.recipe import PRESETS, Optimizer, Precision, Recipe
from bertscope.task import BUILT_IN_TASKS, Kind, Task
from bertscope.text.tasks.defaults import fine_tuning
from bertscope.text.tasks.opening import open_task
from bertscope.text.tasks.rows import TaskRows
from tests.benchmarks.bench import Report, Spread, arguments_of
from tests.benchmarks.training import DROPOUT, ENDLESS, SENTENCE_MEDIAN, SENTENCE_SIGMA
from tests.benchmarks.turns import Step, child_memory, decay_groups, own_memory, take_turns
from tests.engine.transformers_models import their_outputs, their_task_model

SHIPPED = "stories-small"
LEARNING_RATE = 5e-4
"""Of AdamW for models so small; the default recipe's is for its own optimizer."""
ROWS_A_LOOK = 64
SHORT = "short"
SHORT_PARTS = {"train": 1200, "dev": 300}
SIDES = ("bertscope", "transformers")


@dataclass(frozen=True)
class Case:
    """One cell of the grid; `task` is a `Task.data`, `model` ships or is a key of `PRESETS`."""

    task: str
    model: str
    threads: int
    precision: str
    batch: int
    head_only: bool

    def __str__(self) -> str:
        parts = "head" if self.head_only else "all"
        return f"{Path(self.task).stem} {self.model} {self.precision} {parts}"

    def recipe(self, seed: int = 0) -> Recipe:
        """As `bertscope finetune` makes it."""
        task = Task(data=self.task, head_only=self.head_only)
        is_preset = self.model in PRESETS
        recipe = fine_tuning(task, "" if is_preset else f"@{self.model}", seed=seed)
        return msgspec.structs.replace(
            recipe,
            preset=self.model if is_preset else recipe.preset,
            dropout=DROPOUT,
            batch_size=self.batch or recipe.batch_size,
            optimizer=Optimizer.ADAMW,
            learning_rate=LEARNING_RATE,
            precision=Precision(self.precision),
        )


@dataclass(frozen=True, eq=False)
class Study:
    """What both train, on what, and by what they are judged."""

    recipe: Recipe
    begun: LoadedModel
    rows: TaskRows
    judge: Judge
    device: torch.device

    @classmethod
    def of(cls, recipe: Recipe, device: torch.device) -> "Study":
        assert recipe.task is not None
        data = open_task(recipe.task, seed=recipe.seed)
        begun = begin_task_run(recipe, data)
        rows = training_rows(recipe, data, begun.tokenizer)
        return cls(recipe, begun, rows, held_out_judge(recipe, data, begun.tokenizer), device)

    def autocast(self) -> Any:
        """What transformers' products are computed in."""
        if self.recipe.precision is Precision.BF16:
            return torch.autocast(self.device.type, torch.bfloat16)
        return nullcontext()


def endless(case: Case, device: torch.device) -> Study:
    """A study that is timed: it never measures nor ends."""
    recipe = msgspec.structs.replace(case.recipe(), steps=ENDLESS, evaluate_every=ENDLESS)
    return Study.of(recipe, device)


def write_short(folder: Path) -> None:
    """Sentences of any words the tokenizer knows, with labels that say nothing."""
    vocabulary = (places.default_model() / "vocab.txt").read_text("utf-8").split()
    words = [word for word in vocabulary if word.isalpha()]
    rng = np.random.default_rng(0)
    folder.mkdir()
    for part, count in SHORT_PARTS.items():
        lengths = rng.lognormal(np.log(SENTENCE_MEDIAN), SENTENCE_SIGMA, count).round().clip(2)
        lines = [
            f"{' '.join(rng.choice(words, int(length)))}\t{rng.choice(['no', 'yes'])}"
            for length in lengths
        ]
        text = "\n".join(["sentence\tlabel", *lines, ""])
        (folder / f"{part}.tsv").write_text(text, "utf-8")


# --- The two ----------------------------------------------------------------------------------


def our_reports(study: Study) -> Iterator[StepMetrics]:
    """Train with bertscope's engine, a step each time."""
    subject = Labelled(study.rows, study.judge)
    trainer = Trainer(study.begun.model, subject, study.recipe, study.device, interactive=False)
    trainer.position = Position(unreported=None)  # Untrained it is not measured.
    return (event for event in trainer.advance() if event is not None)


def their_reports(study: Study, model: PreTrainedModel) -> Iterator[torch.Tensor]:
    """Train with transformers, a step each time; the losses."""
    recipe = study.recipe
    model.to(study.device).train()
    optimizer = torch.optim.AdamW(decay_groups(model), lr=recipe.learning_rate, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: learning_rate_factor(step, recipe)
    )
    for batch in _their_batches(study):
        with study.autocast():
            loss = model(**batch.to(study.device)).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), recipe.clip)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        yield loss.detach()


def their_copy(study: Study) -> PreTrainedModel:
    """transformers' model with our first weights, as frozen as ours."""
    ours = study.begun.model
    theirs = their_task_model(ours, attention="sdpa")
    frozen = {name for name, p in ours.named_parameters() if not p.requires_grad}
    for name, parameter in theirs.named_parameters():
        parameter.requires_grad_(name not in frozen)
    return theirs


def _their_batches(study: Study) -> "DataLoader[dict[str, Any]]":
    tokenizer = BertTokenizerFast.from_pretrained(places.default_model())
    return DataLoader(
        _their_features(study.rows, study.begun.kind),  # type: ignore[arg-type]
        batch_sampler=_orders(study),
        collate_fn=DataCollatorWithPadding(tokenizer),
    )


def _their_features(rows: TaskRows, kind: Kind | None) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = []
    for row in range(len(rows)):
        batch = rows.batch([row])
        target = batch.targets[0].tolist()
        labels = (
            {"start_positions": target[0], "end_positions": target[1]}
            if kind is Kind.QA
            else {"label": target}
        )
        features.append(
            {
                "input_ids": batch.ids_BL[0].tolist(),
                "token_type_ids": batch.segments_BL[0].tolist(),
                **labels,
            }
        )
    return features


def _orders(study: Study) -> Iterator[list[int]]:
    """The rows of each step, which are ours."""
    recipe, count, step = study.recipe, len(study.rows), 0
    size = min(recipe.batch_size, count)
    for epoch in itertools.count():
        order = draw(recipe.seed, epoch, ORDER).permutation(count).tolist()
        for first in range(0, count - size + 1, size):
            if step == recipe.steps:
                return
            yield order[first : first + size]
            step += 1


def steps_of(name: str, study: Study) -> Step:
    """Train one step with one of the two."""
    reports: Iterator[object]
    reports = our_reports(study) if name == "bertscope" else their_reports(study, their_copy(study))
    return lambda: next(reports)


# --- Speed and memory -------------------------------------------------------------------------


@dataclass(frozen=True)
class Measured:
    """One case: examples a second of each, and transformers' seconds over bertscope's.

    Attributes
    ----------
    ratio, processor_ratio
        Turn by turn: by the clock, and of all processors together.
    """

    case: Case
    examples_a_second: dict[str, Spread]
    ratio: Spread
    processor_ratio: Spread


def measure(case: Case, device: torch.device, seconds: float) -> Measured:
    """Let the two take turns for about so long."""
    torch.set_num_threads(case.threads)
    study = endless(case, device)
    theirs = steps_of("transformers", study)  # Before ours trains the weights that they copy.
    turns = take_turns(
        {"bertscope": steps_of("bertscope", study), "transformers": theirs}, device, seconds
    )
    pairs = list(zip(turns["bertscope"], turns["transformers"], strict=True))
    batch = study.recipe.batch_size
    return Measured(
        case,
        {name: Spread.of([batch / cost.wall for cost in turns[name]]) for name in SIDES},
        Spread.of([theirs.wall / ours.wall for ours, theirs in pairs]),
        Spread.of([theirs.processors / ours.processors for ours, theirs in pairs]),
    )


def peak_memory(name: str, case: Case, device: torch.device) -> float:
    """Megabytes that one of the two takes, from a child process."""
    task = json.dumps({"name": name, "case": asdict(case), "device": str(device)})
    return child_memory("tests.benchmarks.finetuning", ["--child", task])


def _print_own_memory(task: str) -> None:
    content = json.loads(task)
    name, device = content["name"], torch.device(content["device"])
    case = Case(**content["case"])
    torch.set_num_threads(case.threads)
    study = endless(case, device)
    small = steps_of(name, endless(replace(case, model="tiny", batch=1), device))
    print(own_memory(name, small, lambda: steps_of(name, study), device))


# --- Scores -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Scored:
    """What the two reach on the dev part after the same steps, seed by seed."""

    case: Case
    metric: str
    steps: int
    scores: dict[str, list[float]]


def score(case: Case, device: torch.device, seeds: int) -> Scored:
    """Fine-tune with both, once for each seed."""
    torch.set_num_threads(case.threads)
    scores: dict[str, list[float]] = {name: [] for name in SIDES}
    for seed in range(seeds):
        recipe = case.recipe(seed)
        study = Study.of(msgspec.structs.replace(recipe, evaluate_every=recipe.steps), device)
        theirs = their_copy(study)
        *_, last = our_reports(study)
        assert last.held_out is not None
        assert last.held_out.score is not None
        scores["bertscope"].append(last.held_out.score)
        torch.manual_seed(seed)
        for _ in their_reports(study, theirs):
            pass
        scores["transformers"].append(_their_score(theirs.eval(), study))
    return Scored(case, str(study.judge.metrics[0]), recipe.steps, scores)


@torch.no_grad()
def _their_score(model: PreTrainedModel, study: Study) -> float:
    judge = study.judge
    found: dict[int, Floats] = {}
    for part in cut_rows(judge.rows, np.arange(len(judge.rows)), ROWS_A_LOOK, study.device):
        with study.autocast():
            said = their_outputs(model, part.ids_BL, part.segments_BL, part.lengths_B)
        if judge.kind is Kind.QA:
            logits = torch.stack([said.start_logits, said.end_logits], -1)
        else:
            logits = said.logits
        found.update(by_row(part, logits.float()))
    return judge.judge(found).scores[0].value


# --- The tables -------------------------------------------------------------------------------


def main() -> None:
    """Measure, print, write."""
    arguments = _parser().parse_args()
    if arguments.child:
        _print_own_memory(arguments.child)
        return
    report = Report("finetuning", arguments)
    device = torch.device(arguments.device)
    if device.type == "cuda":
        report.say(torch.cuda.get_device_name(device))
    if arguments.seeds:
        show_scores(report, arguments, device)
        return
    with TemporaryDirectory() as folder:
        short = Path(folder) / SHORT
        write_short(short)
        arguments.tasks = [str(short) if task == SHORT else task for task in arguments.tasks]
        show_speed(report, arguments, device)
        if not arguments.no_memory:
            show_memory(report, arguments, device)


def _parser() -> argparse.ArgumentParser:
    parser = arguments_of(__doc__)
    parser.add_argument(
        "--tasks", nargs="+", default=list(BUILT_IN_TASKS), help=f"that ship, {SHORT}, or files"
    )
    parser.add_argument("--models", nargs="+", default=[SHIPPED])
    parser.add_argument("--precisions", nargs="+", default=["fp32"], help="of fp32, bf16")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, core_count()])
    parser.add_argument("--batch", type=int, default=0, help="examples; 0 for the default recipe's")
    parser.add_argument("--head-only", action="store_true", help="freeze embeddings and encoder")
    parser.add_argument("--seconds", type=float, default=10.0, help="about so long a case")
    parser.add_argument("--seeds", type=int, default=0, help="compare scores over so many instead")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--no-memory", action="store_true")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    return parser


def cases_of(arguments: argparse.Namespace) -> list[Case]:
    """The grid; scores and memory want one number of threads, which is its last."""
    grid = itertools.product(
        arguments.tasks, arguments.models, arguments.threads, arguments.precisions
    )
    return [Case(*cell, arguments.batch, arguments.head_only) for cell in grid]


def _once_each(arguments: argparse.Namespace) -> list[Case]:
    return [case for case in cases_of(arguments) if case.threads == arguments.threads[-1]]


def show_speed(report: Report, arguments: argparse.Namespace, device: torch.device) -> None:
    """A line a case."""
    measured = []
    for case in cases_of(arguments):
        measured.append(measure(case, device, arguments.seconds))
        gc.collect()
        report.keep("cases", [asdict(one) for one in measured])
    rows = [
        [
            str(one.case),
            str(one.case.threads),
            *(f"{one.examples_a_second[name].median:.0f}" for name in SIDES),
            one.ratio.words(2),
            one.processor_ratio.words(2),
        ]
        for one in measured
    ]
    head = ["case", "threads", "examples/s", "theirs", "ratio (least–most)", "of processor time"]
    report.table("A step of fine-tuning", head, rows)


def show_memory(report: Report, arguments: argparse.Namespace, device: torch.device) -> None:
    """Peak memory of both."""
    rows, figures = [], []
    for case in _once_each(arguments):
        peaks = {name: peak_memory(name, case, device) for name in SIDES}
        figures.append({"case": asdict(case), "megabytes": peaks})
        rows.append([str(case), *(f"{peaks[name]:.0f}" for name in SIDES)])
    report.keep("memory", figures)
    report.table("Peak memory, MB", ["case", *SIDES], rows)


def show_scores(report: Report, arguments: argparse.Namespace, device: torch.device) -> None:
    """What both reach: means and standard deviations over the seeds."""
    rows, figures = [], []
    for case in _once_each(arguments):
        scored = score(case, device, arguments.seeds)
        figures.append(asdict(scored))
        report.keep("scores", figures)
        ours, theirs = (np.array(scored.scores[name]) for name in SIDES)
        cells = (_mean_and_spread(values) for values in (ours, theirs, ours - theirs))
        rows.append([str(case), scored.metric, str(scored.steps), *cells])
    head = ["case", "metric", "steps", *SIDES, "difference"]
    report.table(f"Dev score over {arguments.seeds} seeds: mean ± standard deviation", head, rows)


def _mean_and_spread(values: np.ndarray[Any, np.dtype[np.float64]]) -> str:
    spread = values.std(ddof=1) if len(values) > 1 else 0.0
    return f"{values.mean():.4f} ± {spread:.4f}"


if __name__ == "__main__":
    main()
