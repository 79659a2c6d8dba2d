"""How runs that are laid over each other are told apart, and which can be."""

from collections.abc import Sequence
from itertools import cycle, islice

import msgspec

from bertscope.gui.curves.quantities import Quantity
from bertscope.gui.curves.task_quantities import kind_of, task_score
from bertscope.gui.language import marked, tr
from bertscope.gui.palette import Palette
from bertscope.gui.run.record import RunRecord
from bertscope.recipe import Recipe
from bertscope.task import Start, Task

PRETRAINED, RANDOM, HEAD = marked("pre-trained"), marked("random"), marked("only the head")
RANDOM_HEAD = marked("random, only the head")
ROLES = {PRETRAINED: "segment_a", RANDOM: "segment_b", HEAD: "position"}
"""How a fine-tuning may begin, in English words, and the attribute of `Palette` with its colour."""
HUES = ("segment_a", "segment_b", "position", "token", "chosen_edge")
"""Of fine-tunings that differ otherwise, the run's own first."""

DASHES = ((7.0, 3.0), (2.0, 2.0), (9.0, 3.0, 2.0, 3.0), (4.0, 4.0), (12.0, 3.0, 2.0, 3.0, 2.0, 3.0))
"""Of the runs that are laid over another one, in points of ink and of gap."""


def dashes_of(main: RunRecord | None, others: Sequence[RunRecord]) -> list[tuple[float, ...]]:
    """The dashes of each run's lines; the run's own are whole."""
    return [*([()] if main else []), *islice(cycle(DASHES), len(others))]


def role_of(task: Task) -> str:
    """From which weights a fine-tuning starts, and what of them it trains, in English."""
    if task.start is Start.RANDOM:
        return RANDOM_HEAD if task.head_only else RANDOM
    return HEAD if task.head_only else PRETRAINED


def names_of(runs: Sequence[RunRecord]) -> dict[str, str]:
    """What runs are called at their lines, by folder: by their roles where only these differ."""
    roles = _roles(runs)
    alike = len({_without_role(run.recipe) for run in runs}) == 1
    are_told = len(runs) > 1 and alike and len(set(roles)) == len(runs)
    named = [tr(role) if role else "" for role in roles] if are_told else [r.name for r in runs]
    return dict(zip([r.folder for r in runs], named, strict=True))


def _without_role(recipe: Recipe) -> bytes:
    """All else of a recipe."""
    task = recipe.task
    if task is not None:
        task = msgspec.structs.replace(task, start=Start.PRETRAINED, head_only=False)
    return msgspec.msgpack.encode(msgspec.structs.replace(recipe, task=task))


def _roles(runs: Sequence[RunRecord]) -> list[str]:
    return [role_of(run.recipe.task) if run.recipe.task else "" for run in runs]


def hue_of(quantity: Quantity, run: RunRecord, runs: Sequence[RunRecord], palette: Palette) -> str:
    """The colour of a run's line: that of the quantity, or of how the fine-tuning began.

    Where several began alike they have other colours in turn.
    """
    if quantity.meaning:
        return quantity.hue(palette)
    roles = _roles(runs)
    at = next(number for number, other in enumerate(runs) if other is run)
    if len(set(roles)) == len(roles) and roles[at] in ROLES:
        return str(getattr(palette, ROLES[roles[at]]))
    return str(getattr(palette, HUES[at % len(HUES)]))


def sorted_out(
    main: RunRecord | None, others: Sequence[RunRecord]
) -> tuple[list[RunRecord], list[RunRecord]]:
    """The runs that measure what the first one does, and those that measure other things."""
    first = main or next(iter(others), None)
    alike = [first is not None and _is_like(run, first) for run in others]
    fitting = [run for run, fits in zip(others, alike, strict=True) if fits]
    return fitting, [run for run, fits in zip(others, alike, strict=True) if not fits]


def _is_like(run: RunRecord, main: RunRecord) -> bool:
    """Whether their numbers can stand on the same axes."""
    if run.recipe.task is None or main.recipe.task is None:
        return run.recipe.task is main.recipe.task
    kinds = {kind_of(run), kind_of(main)} - {None}
    scores = {task_score(one).title for one in (run, main) if one.facts is not None}
    return len(kinds) < 2 and len(scores) < 2


def why_apart(run: RunRecord, main: RunRecord | None) -> str:
    """Why a run isn't drawn over another one."""
    if run.recipe.task is None:
        return tr("{run}: pre-training has other losses", run=run.name)
    if main is None or main.recipe.task is None:
        return tr("{run}: a fine-tuning has another loss", run=run.name)
    return tr("{run}: another kind of task has another score", run=run.name)
