"""What a page stands on: what the pages before it have set, and which of them made its run."""

from typing import TypeVar

import msgspec

from bertscope.gui.lesson.lesson import Lesson, Rule, Run, Scene, Training

MAKES = (Run.NEW, Run.PLAY)
Part = TypeVar("Part", Training, Rule)


def run_of(lesson: Lesson, number: int) -> int | None:
    """The page that made the run which stands there on a page; None where none does.

    A model that is set later is looked at instead of a run, which is let go of.
    """
    for at in range(number, -1, -1):
        scene = lesson.pages[at].scene
        if scene.run in (*MAKES, Run.KEEP):
            return at
        if scene.run is Run.NONE or (scene.model is not None and scene.run is not Run.PAUSE):
            return None
    return None


def scene_at(lesson: Lesson, number: int, *, is_run_there: bool = False) -> Scene:
    """The scene of a page together with what the pages before it set and nothing has set since.

    Parameters
    ----------
    is_run_there
        Whether the run that the page goes on with may be there, and is kept; else it is made
        anew, ready to be played.
    """
    found = Scene()
    for page in lesson.pages[: number + 1]:
        found = _over(page.scene, found)
    own = lesson.pages[number].scene
    found = msgspec.structs.replace(found, step=own.step, focus=own.focus, point=own.point)
    made_by = run_of(lesson, number)
    if made_by is None or made_by == number:
        return msgspec.structs.replace(found, run=own.run or _none_since(lesson, number))
    if not is_run_there:
        return msgspec.structs.replace(found, run=Run.NEW)
    if own.run is Run.PAUSE:
        return msgspec.structs.replace(found, run=own.run, model=own.model)
    return msgspec.structs.replace(found, run=Run.KEEP)


def _none_since(lesson: Lesson, number: int) -> Run | None:
    """That there is no run, where a page before has said so."""
    runs = [page.scene.run for page in lesson.pages[:number]]
    last = [run for run in runs if run not in (None, Run.PAUSE)][-1:]
    return Run.NONE if last == [Run.NONE] else None


def _over(scene: Scene, under: Scene) -> Scene:
    """One scene set over another."""
    if scene.a is not None or scene.b is not None:
        under = msgspec.structs.replace(under, masks=None, label=None)
    said = {
        name: value
        for name in scene.__struct_fields__
        if (value := getattr(scene, name)) is not None
    }
    said["view"] = {**under.view, **scene.view}
    said["training"] = _part_over(scene.training, under.training)
    said["rule"] = _part_over(scene.rule, under.rule)
    return msgspec.structs.replace(under, **said)


def _part_over(part: Part, under: Part) -> Part:
    said = {name: getattr(part, name) for name in part.__struct_fields__}
    return msgspec.structs.replace(under, **{n: v for n, v in said.items() if v is not None})
