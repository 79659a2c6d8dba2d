"""What the command line says of a training, as a recipe."""

import argparse
import re
from pathlib import Path
from typing import Any

import msgspec

from bertscope.errors import BertscopeError
from bertscope.places import DEFAULT_MODEL, located, portable
from bertscope.recipe import BUILT_IN, PRESETS, Optimizer, Precision, Recipe
from bertscope.task import BUILT_IN_TASKS, Columns, Kind, Start, Task
from bertscope.text.masking import MaskRule, Unit

DEFAULT = Recipe()
CORPUS_HELP = (
    "a .txt, .jsonl, .csv, .tsv (or .gz of these), .parquet or .arrow, a folder, or one that "
    f"ships: {' or '.join(BUILT_IN)}"
)
DECOYS_HELP = "share of random next sentences that differ from the right one in content alone"
COLUMN_HELP = f"key or column that holds the text; else {DEFAULT.column}"
START_HELP = f"a model to go on from, instead of a preset; {DEFAULT_MODEL} ships"
SNAPSHOTS_HELP = "room for the weights of past steps, such as 500MB or 2GB; 0 keeps none"
LINES_HELP = "each line is a sentence, a blank line ends a document"
TASK_HELP = (
    "a .tsv, .csv or .jsonl of labelled sentences or pairs, SQuAD's .json, a folder with train, "
    f"dev and test files, GLUE's as they are, or one that ships: {', '.join(BUILT_IN_TASKS)}"
)
RESUME_HELP = "go on with the run in --out, by its own recipe but for what is typed beside it"
COMPILE_HELP = "compile the layers first, which takes up to a minute; meant for GPUs"
TENSORBOARD_HELP = "write TensorBoard's event files beside metrics.jsonl"

Container = argparse.ArgumentParser | argparse._ArgumentGroup  # groups have no public type


def add_pretraining(parser: argparse.ArgumentParser) -> None:
    """The choices of pre-training.

    What isn't typed is absent, so that a run gone on with changes only in what is typed.
    """
    add = parser.add_argument
    add("--corpus", metavar="FILE|stories", help=CORPUS_HELP)
    add("--column", metavar="NAME", help=COLUMN_HELP)
    add("--one-sentence-a-line", action="store_true", help=LINES_HELP)
    add("--stories", type=int, metavar="N", help=f"how many stories; else {DEFAULT.stories}")
    add("--decoys", type=float, metavar="X", help=DECOYS_HELP)
    add("--short-pairs", type=float, metavar="X", help="share of documents cut into shorter pairs")
    add("--preset", choices=PRESETS, help="size of a model to begin with")
    add("--start", metavar="FOLDER", help=START_HELP)
    add("--vocabulary", metavar="FOLDER", help="tokenizer of a new model")
    add("--dropout", type=float, metavar="X")
    add("--mask-rate", type=float, metavar="X", help="share of tokens chosen")
    add("--mask-unit", choices=[u.value for u in Unit])
    add("--mlm-weight", type=float, metavar="X", help="what the masked LM loss counts for")
    add("--nsp-weight", type=float, metavar="X", help="what the next sentence loss counts for")
    add("--held-out-pairs", type=int, metavar="N", help="to measure on")
    _add_training(parser)


def add_fine_tuning(parser: argparse.ArgumentParser) -> None:
    """The choices of fine-tuning; what isn't typed is absent, as above."""
    _add_task(parser.add_argument_group("labelled data"))
    _add_questions(parser.add_argument_group("question answering"))
    add = parser.add_argument_group("model").add_argument
    add("--model", dest="start", metavar="FOLDER|RUN", help=f"to start from; else {DEFAULT_MODEL}")
    add("--random-weights", action="store_true", help="of the same shape, to see the difference")
    add("--head-only", action="store_true", help="embeddings and encoder stay as they are")
    _add_training(parser)


def _add_task(data: Container) -> None:
    add = data.add_argument
    add("--task", metavar="NAME|FILE", help=TASK_HELP)
    add("--kind", choices=[k.value for k in Kind], help="of task; else the data tells")
    add("--dev", metavar="FILE", help="to measure on; else the folder's, or some of the data")
    add("--glue", metavar="NAME", help="the task of GLUE that the files are of; else they tell")
    add_columns(data)
    add("--labels", metavar="A,B", help="the classes in their order; else those of the data")
    add("--examples", type=int, metavar="N", help="train on so many of them; else on all")
    most = "measure on so many at the most"
    add("--held-out-examples", dest="held_out_pairs", type=int, metavar="N", help=most)


def _add_questions(data: Container) -> None:
    add = data.add_argument
    add("--stride", type=int, metavar="N", help="tokens from one window of a passage to the next")
    add("--longest-answer", type=int, metavar="N", help="tokens of an answer at the most")
    lead = "lead in logits at which a question is called unanswerable"
    add("--null-threshold", type=float, metavar="X", help=lead)


def _add_training(parser: argparse.ArgumentParser) -> None:
    """The choices that both have."""
    add = parser.add_argument_group("training").add_argument
    add("--steps", type=int, metavar="N", help="where to stop")
    add("--batch-size", type=int, metavar="N", help="rows a step")
    add("--micro-batch", type=int, metavar="N", help="rows a forward pass; 0: chosen")
    add("--max-length", type=int, metavar="N", help="tokens a row")
    add("--learning-rate", type=float, metavar="X", help="AdamW's, at its highest")
    add("--matrix-learning-rate", type=float, metavar="X", help="Muon's, at its highest")
    add("--optimizer", choices=[o.value for o in Optimizer], help="Muon is for matrices alone")
    add("--warmup-steps", type=int, metavar="N", help="until the learning rate is at its highest")
    add("--evaluate-every", type=int, metavar="N", help="steps from one measurement to the next")
    add("--snapshots", type=_bytes, dest="snapshot_bytes", metavar="SIZE", help=SNAPSHOTS_HELP)
    add("--seed", type=int, metavar="S", help="of all that is random")
    add("--device", help="auto, cpu, cuda, cuda:N or mps")
    add("--precision", choices=[p.value for p in Precision], help="of the products in training")
    choice = argparse.BooleanOptionalAction
    add("--compile", dest="compiled", action=choice, help=COMPILE_HELP)
    add("--resume", action="store_true", default=False, help=RESUME_HELP)
    add("--tensorboard", action="store_true", default=False, help=TENSORBOARD_HELP)
    add("--out", required=True, type=Path, metavar="RUN", help="the run's folder")


def add_columns(parser: Container) -> None:
    """How labelled data is read; what isn't typed is absent."""
    add, absent = parser.add_argument, argparse.SUPPRESS
    add("--column-a", default=absent, metavar="NAME", help="of the sentence, or the question")
    add("--column-b", default=absent, metavar="NAME", help="of the second one, or the passage")
    add("--column-label", default=absent, metavar="NAME", help="of the label, or the answer")
    add(
        "--skip-malformed",
        default=absent,
        action="store_true",
        help="leave out the rows that can't be read",
    )


def recipe_of(arguments: argparse.Namespace, base: Recipe | None = None) -> Recipe:
    """A run's recipe, or the default one, with what the arguments of `pretrain` spell out.

    Raises
    ------
    BertscopeError
        If the corpus has no name, or the run is a fine-tuning.
    """
    base = base or DEFAULT
    if base.task is not None:
        raise BertscopeError("This run is a fine-tuning: go on with it by `bertscope finetune`.")
    typed: dict[str, Any] = vars(arguments)
    choices = _spelled(typed)
    for name in ("start", "vocabulary", "corpus"):
        if name in choices and not (name == "corpus" and choices[name] in BUILT_IN):
            choices[name] = _absolute(choices[name])
    if choices.get("corpus") == "":
        raise BertscopeError("--corpus is empty: name a text file, a folder, or stories.")
    mask = MaskRule(
        rate=typed.get("mask_rate", base.mask.rate),
        mask=base.mask.mask,
        random=base.mask.random,
        unit=Unit(typed.get("mask_unit", base.mask.unit)),
    )
    return msgspec.structs.replace(base, mask=mask, **choices)


def fine_tuning_of(arguments: argparse.Namespace, base: Recipe | None = None) -> Recipe:
    """A run's recipe, or good choices for a task, with what the arguments of `finetune` spell out.

    Raises
    ------
    BertscopeError
        If no task is named, or the run is no fine-tuning.
    """
    # With a run to go on with nothing of this is needed.
    from bertscope.text.tasks.defaults import fine_tuning

    typed: dict[str, Any] = vars(arguments)
    choices = _spelled(typed)
    choices.pop("task", None)
    if "start" in choices:
        choices["start"] = _absolute(choices["start"])
    if base is None:
        if not typed.get("task"):
            raise BertscopeError(f"Name the labelled data with --task: {TASK_HELP}.")
        start = choices.get("start") or DEFAULT_MODEL
        base = fine_tuning(task_of(arguments), start, seed=typed.get("seed", 0))
        base = _stretched(base, choices.get("steps", base.steps))
    elif base.task is None:
        raise BertscopeError("This run is a pre-training: go on with it by `bertscope pretrain`.")
    task = task_of(arguments, base.task)
    return msgspec.structs.replace(base, **choices, task=task)


def _stretched(recipe: Recipe, steps: int) -> Recipe:
    """More or fewer steps, of which as large a share warms up, measured as often in all."""
    share = max(0, steps) / recipe.steps
    return msgspec.structs.replace(
        recipe,
        steps=steps,
        warmup_steps=round(share * recipe.warmup_steps),
        evaluate_every=max(1, round(share * recipe.evaluate_every)),
    )


def task_of(arguments: argparse.Namespace, base: Task | None = None) -> Task:
    """A task with what the arguments spell out."""
    typed: dict[str, Any] = vars(arguments)
    base = base or Task(data="")
    choices = {name: typed[name] for name in Task.__struct_fields__ if name in typed}
    if typed.get("task"):
        choices["data"] = _data(typed["task"])
    if "dev" in choices:
        choices["dev"] = _absolute(choices["dev"])
    if "kind" in choices:
        choices["kind"] = Kind(choices["kind"])
    if "labels" in choices:
        labels = map(str.strip, choices["labels"].split(","))
        choices["labels"] = tuple(label for label in labels if label)
    if typed.get("random_weights"):
        choices["start"] = Start.RANDOM
    else:
        choices.pop("start", None)  # There it is the model's folder.
    columns = {
        name: typed[f"column_{name}"]
        for name in Columns.__struct_fields__
        if f"column_{name}" in typed
    }
    choices["columns"] = msgspec.structs.replace(base.columns, **columns)
    return msgspec.structs.replace(base, **choices)


def _data(name: str) -> str:
    return name if name in BUILT_IN_TASKS else str(Path(name).resolve())


def _spelled(typed: dict[str, Any]) -> dict[str, Any]:
    """The fields of a recipe that were typed."""
    choices = {name: typed[name] for name in Recipe.__struct_fields__ if name in typed}
    for name, kind in (("precision", Precision), ("optimizer", Optimizer)):
        if name in choices:
            choices[name] = kind(choices[name])
    return choices


def _absolute(path: str) -> str:
    """A path for any folder; models that ship keep the name by which any machine finds them."""
    return portable(located(path).resolve()) if path else ""


def _bytes(words: str) -> int:
    """A size such as 500MB, in powers of 1024; without a unit it is in bytes."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?) *([KMGT]?)i?B?", words.strip(), re.IGNORECASE)
    if match is None:
        raise argparse.ArgumentTypeError(f"{words!r} is no size: type one such as 500MB")
    return int(float(match[1]) * 1024 ** " KMGT".index(match[2].upper() or " "))
