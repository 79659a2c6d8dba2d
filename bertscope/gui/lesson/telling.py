"""What is said of the values of a lesson that don't fit, in the words of its author."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from enum import Enum, IntEnum
from typing import Any, get_args, get_type_hints

from bertscope.gui.language import marked, plural, tr
from bertscope.gui.lesson.block import Block
from bertscope.gui.lesson.errors import LessonError
from bertscope.gui.state import Stage

STAGES = {stage.name.lower().replace("_", " "): stage for stage in Stage}
EXPECTED = re.compile(r"Expected `(?P<kind>\w+)[^`]*`(?P<bound>.*)")
STEP_DOWN = re.compile(r"\.([^.\[`]+)|\[(\d+)\]")
"""In the path that msgspec tells: into a key, or into an entry of a list."""
BOUND = re.compile(r" (of length )?(?P<sign>>=|<=|>|<)? ?(?P<limit>[\d.e+-]+)")
NAMED = re.compile(r"`(?P<name>.*)`")
KINDS = {
    "str": marked("text in quotes"),
    "int": marked("a whole number"),
    "float": marked("a number"),
    "bool": marked("true or false"),
    "array": marked("a list in [ ]"),
    "object": marked("a table"),
    "date": marked("a date"),
    "time": marked("a time"),
    "datetime": marked("a date and time"),
}
SIGNS = {
    ">=": marked("at least"),
    "<=": marked("at most"),
    ">": marked("more than"),
    "<": marked("less than"),
}
EXACTLY, OTHER_KIND = marked("exactly"), marked("another value")
NO_SUCH = marked("`{name}` takes no “{value}”: there is {names}.")
NEAR_ONE = marked("`{name}` takes no “{value}”: did you mean “{near}”? There is {names}.")


def told(
    words: str, table: Mapping[str, Any], kind: type[Any], block: Block, above: tuple[str, ...]
) -> LessonError:
    """What msgspec says of a value, in plain words and with its line; `above` is where it was."""
    what, _, where = words.partition(" - at `")
    steps = STEP_DOWN.findall(where)
    inside = tuple(name for name, _ in steps if name)
    path, name = (*above, *inside), ".".join((*above, *inside))
    there = _kinds_at(kind, inside)
    enums = [each for each in there if issubclass(each, Enum)]
    if what.startswith("Object"):
        return _of_a_key(what, there, block, path)
    found = EXPECTED.match(what)
    if enums and (found is None or found["kind"] in ("str", "int")):
        return no_such(_value_at(table, steps), _values_of(enums[0]), block, path)
    takes = KINDS.get(found["kind"], OTHER_KIND) if found else OTHER_KIND
    words = tr("`{name}` takes {takes}{bound}.", name=name, takes=tr(takes), bound=_bound(what))
    return LessonError(block.line_of(path), words)


def _of_a_key(
    what: str, there: Sequence[type[Any]], block: Block, path: tuple[str, ...]
) -> LessonError:
    """What is said of a key that is missing, or that there isn't."""
    found = NAMED.search(what)
    name = found["name"] if found else ""
    if "missing" in what:
        missing = ".".join((*path, name))
        return LessonError(
            block.line_of(path), tr("`{name}` is missing here: set it.", name=missing)
        )
    names = [field for each in there for field in getattr(each, "__struct_fields__", ())]
    near = get_close_matches(name, names, 1)
    if near:
        words = tr("there is no `{name}` here: did you mean `{near}`?", name=name, near=near[0])
    else:
        words = tr(
            "there is no `{name}` here: take it out; there is {names}.",
            name=name,
            names=_list(names),
        )
    return LessonError(block.line_of((*path, name)), words)


def no_such(value: Any, values: Sequence[str], block: Block, path: tuple[str, ...]) -> LessonError:
    near = get_close_matches(str(value), values, 1)
    words = tr(
        NEAR_ONE if near else NO_SUCH,
        name=".".join(path),
        value=value,
        near=near[0] if near else "",
        names=_list(values),
    )
    return LessonError(block.line_of(path), words)


def _bound(what: str) -> str:
    """How large, or how long, a value may be."""
    found = EXPECTED.match(what)
    bound = BOUND.match(found["bound"]) if found else None
    if bound is None:
        return ""
    sign = tr(SIGNS.get(bound["sign"] or "", EXACTLY))
    limit = float(bound["limit"])
    number = f"{int(limit):,}" if limit.is_integer() else f"{limit:g}"
    if "length" not in what:
        return tr(" of {sign} {number}", sign=sign, number=number)
    if "`str`" in what:
        return tr(" with {sign} {number} character", sign=sign, number=number)
    return plural(
        " with {sign} {number} entry",
        " with {sign} {number} entries",
        int(limit),
        sign=sign,
        number=number,
    )


def _list(names: Sequence[str]) -> str:
    *others, last = names or (tr("nothing"),)
    return tr("{others} and {last}", others=", ".join(others), last=last) if others else last


def _value_at(value: Any, steps: Sequence[tuple[str, str]]) -> Any:
    for name, number in steps:
        value = value[name] if name else value[int(number)]
    return value


def _values_of(kind: type[Enum]) -> tuple[str, ...]:
    return tuple(STAGES) if issubclass(kind, IntEnum) else tuple(each.value for each in kind)


def _kinds_at(kind: Any, path: Sequence[str]) -> list[type[Any]]:
    """The classes that a value may have, some keys below."""
    kinds = _classes(kind)
    for name in path:
        hints = [get_type_hints(each) for each in kinds if hasattr(each, "__struct_fields__")]
        kinds = [found for hint in hints if name in hint for found in _classes(hint[name])]
    return kinds


def _classes(hint: Any) -> list[type[Any]]:
    if isinstance(hint, type) and not get_args(hint):
        return [hint]
    return [found for each in get_args(hint) for found in _classes(each)]
