"""The blocks of a lesson become values; what doesn't fit is told in the words of its author."""

import math
import re
from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from bertscope.gui.language import marked, tr
from bertscope.gui.lesson.block import Block
from bertscope.gui.lesson.errors import LessonError
from bertscope.gui.lesson.lesson import PANELS, Ask, Head, Rule, Scene, Until
from bertscope.gui.lesson.telling import STAGES, no_such, told
from bertscope.gui.state import ViewState
from bertscope.recipe import PRESETS

NONE = "none"
"""In a view: nothing of it."""
ACTION = re.compile(r"mask|keep|random( \S+)?")
MASKS = marked(
    'this can\'t be done at the word “{word}”: write "mask", "keep", "random", or "random" and a '
    "token."
)
MASKS_OR_NONE = marked(
    'this can\'t be done at the word “{word}”: write "mask", "keep", "random", or "random" and a '
    "token, or none."
)

BEYOND_ALL = marked("`mask` and `random` together are more than 1: lower one of them.")
SAME = 1e-9
"""So far above the whole two shares may be, for they are written in decimals."""

Part = TypeVar("Part", Head, Scene, Ask, ViewState)


def head_of(block: Block) -> Head:
    """The front matter.

    Raises
    ------
    LessonError
        Here and below: if something in the block doesn't fit.
    """
    return _part(_table(block), Head, block)


def scene_in(block: Block) -> Scene:
    """What a ``window`` block says."""
    table = _table(block)
    _take_view(table, block, ())
    _check_masks(table.get("masks"), block, ("masks",))
    scene = _part(table, Scene, block)
    _check_panels(scene.show or (), block, ("show",))
    _check_rule(scene.rule, block, ("rule",))
    preset = scene.training.preset
    if preset is not None and preset not in PRESETS:
        raise no_such(preset, tuple(PRESETS), block, ("training", "preset"))
    return scene


def ask_in(block: Block) -> Ask:
    """What a ``do`` block says."""
    table = _table(block)
    until = table.get("until")
    if isinstance(until, dict):
        _take_view(until, block, ("until",))
        _check_masks(until.get("masks"), block, ("until", "masks"), also=NONE)
    ask = _part(table, Ask, block)
    _check_rule(ask.until.rule, block, ("until", "rule"))
    _check_panels([ask.until.front] if ask.until.front else (), block, ("until", "front"))
    if ask.until == Until():
        raise LessonError(
            block.line_of(["until"]),
            tr("nothing is set in `until`: say when it is done, such as `until.rolls = 1`."),
        )
    return ask


# --- Reading ------------------------------------------------------------------------------------


def _table(block: Block) -> dict[str, Any]:
    table = block.table()
    _check_finite(table, block, ())
    return table


def _part(
    table: Mapping[str, Any], kind: type[Part], block: Block, above: tuple[str, ...] = ()
) -> Part:
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise told(str(error), table, kind, block, above) from error


def _take_view(table: dict[str, Any], block: Block, above: tuple[str, ...]) -> None:
    """Put into a table, in the place of its view, attributes of `ViewState` as it takes them."""
    view, above = table.get("view"), (*above, "view")
    if not isinstance(view, dict):
        return  # Another kind of value is told of where the whole is read.
    wanted = {name: _spelled(name, value) for name, value in view.items()}
    stage = view.get("stage")
    if isinstance(stage, str) and stage not in STAGES:
        raise no_such(stage, tuple(STAGES), block, (*above, "stage"))
    state = _part(wanted, ViewState, block, above)
    table["view"] = {name: getattr(state, name) for name in view}


def _spelled(name: str, value: Any) -> Any:
    if name == "stage" and isinstance(value, str):
        return STAGES.get(value)
    can_be_none = name in _OPTIONAL and value == NONE
    return None if can_be_none else value


_OPTIONAL = tuple(
    name for name, hint in get_type_hints(ViewState).items() if NoneType in get_args(hint)
)
"""The attributes of a view that can be none."""


# --- Checks beyond the kinds of values ----------------------------------------------------------


def _check_finite(value: Any, block: Block, path: tuple[str, ...]) -> None:
    if isinstance(value, dict):
        for name, each in value.items():
            _check_finite(each, block, (*path, name))
    elif isinstance(value, list):
        for each in value:
            _check_finite(each, block, path)
    elif isinstance(value, float) and not math.isfinite(value):
        raise LessonError(
            block.line_of(path), tr("`{name}` takes a number with an end.", name=".".join(path))
        )


def _check_masks(masks: Any, block: Block, path: tuple[str, ...], also: str = "mask") -> None:
    for word, action in masks.items() if isinstance(masks, dict) else ():
        known = isinstance(action, str) and (action == also or ACTION.fullmatch(action))
        if not known:
            words = MASKS_OR_NONE if also == NONE else MASKS
            raise LessonError(block.line_of((*path, word)), tr(words, word=word))


def _check_rule(rule: Rule, block: Block, path: tuple[str, ...]) -> None:
    if (rule.mask or 0.0) + (rule.random or 0.0) > 1.0 + SAME:
        raise LessonError(block.line_of((*path, "random")), tr(BEYOND_ALL))


def _check_panels(names: Sequence[str], block: Block, path: tuple[str, ...]) -> None:
    for name in names:
        if name not in PANELS:
            raise no_such(name, tuple(PANELS), block, path)
