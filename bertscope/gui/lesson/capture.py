"""The window as it stands, as a page of a lesson would set it."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count
from typing import TYPE_CHECKING, Any

from bertscope.errors import TextError
from bertscope.gui.lesson.lesson import PANELS, Rule, Run, Scene, Training
from bertscope.gui.run.phase import Phase
from bertscope.gui.state import ViewState
from bertscope.recipe import Recipe
from bertscope.task import Kind
from bertscope.text.masking import Action, Chosen, MaskRule
from bertscope.text.pair import Source
from bertscope.text.words import positions_of

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow
    from bertscope.gui.session import Session

OF_ONE_MACHINE = ("beside", "pinned", "step")
"""What a view looks at that another machine doesn't have; a scene has its own `step`."""

OF_A_RECIPE = tuple(
    name
    for name in Training.__struct_fields__
    if name in Recipe.__struct_fields__ and name not in ("task", "start")
)
"""The choices of a run that a page can make, but for those of a `Task`."""


def scene_of(window: MainWindow, mentioned: Collection[str] = ()) -> Scene:
    """The window as it stands.

    Parameters
    ----------
    window
        Whose session, view, model and choices are captured.
    mentioned
        Attributes of the view that other pages set, and "rule" if they set one: these are said even
        where they are as at first.

    Notes
    -----
    A mask on a part of a word becomes one on the word. A run is captured by its choices: from the
    same seed the same run is learned again.
    """
    session, training = window.session, window.training
    state = session.state
    has_run = training.phase is not Phase.IDLE
    return Scene(
        a=state.a,
        b=state.b,
        masks=_masks(session),
        follows=state.is_next,
        label=_label(window),
        rule=_rule(state.rule, is_said="rule" in mentioned),
        model=None if has_run else window.models.folder,
        run=Run.NEW if has_run else None,
        training=_choices(training.recipe) if has_run else Training(),
        view=_view(session.view, mentioned),
        focus=_word_at(session, session.focus) if session.focus >= 0 else None,
        show=_shown(window),
    )


def _masks(session: Session) -> dict[str, str]:
    masks: dict[str, str] = {}
    for position, choice in sorted(session.state.plan.chosen.items()):
        word = _word_at(session, position)
        if word is not None:
            masks.setdefault(word, _action(session, choice))
    return masks


def _action(session: Session, choice: Chosen) -> str:
    if choice.action is not Action.RANDOM:
        return choice.action.value
    return f"{Action.RANDOM.value} {session.reader.tokenizer.vocabulary[choice.token_id]}"


def _word_at(session: Session, position: int) -> str | None:
    """How a page calls the word at a position, such as ``dog:2``; None where it has no words."""
    pair, state = session.pair, session.state
    if pair.sources[position] is Source.SPECIAL:
        written = pair.tokens[position]
    else:
        pieces = [p for p in pair.maskable if pair.words[p] == pair.words[position]]
        text = state.a if pair.sources[position] is Source.A else state.b
        written = text[pair.spans[pieces[0]][0] : pair.spans[pieces[-1]][1]]
    try:
        for number in count(1):
            word = written if number == 1 else f"{written}:{number}"
            if position in positions_of(word, state.a, state.b, pair):
                return word
    except TextError:
        return None
    return None


def _rule(rule: MaskRule, *, is_said: bool) -> Rule:
    """That of the dice, where it isn't BERT's own."""
    values = {name: getattr(rule, name) for name in Rule.__struct_fields__}
    return Rule(**values) if is_said or rule != MaskRule() else Rule()


def _label(window: MainWindow) -> str | None:
    """The class that is said to be right, by its name."""
    seen, label = window.prober.latest, window.session.state.label
    answer = seen.look.answer if seen is not None else None
    if label is None or answer is None or answer.kind is not Kind.CLASSIFICATION:
        return None
    return answer.labels[label] if label < len(answer.labels) else None


def _choices(recipe: Recipe) -> Training:
    """The choices of a run that a page can make and that are other ones than at first."""
    usual, task = Recipe(), recipe.task
    own = {
        name: getattr(recipe, name)
        for name in OF_A_RECIPE
        if getattr(recipe, name) != getattr(usual, name)
    }
    if task is not None:
        own |= {"task": task.data, "start": task.start, "head_only": task.head_only}
        own |= {"examples": task.examples} if task.examples else {}
    return Training(**own)


def _view(view: ViewState, mentioned: Collection[str]) -> dict[str, Any]:
    usual = ViewState()
    return {
        name: getattr(view, name)
        for name in ViewState.__struct_fields__
        if name not in OF_ONE_MACHINE
        and (name in mentioned or getattr(view, name) != getattr(usual, name))
    }


def _shown(window: MainWindow) -> tuple[Any, ...] | None:
    """The panels that stand there alone, as the page that is read has it."""
    if not window.has_lessons or not window.lessons.is_open:
        return None
    show = window.lessons.player.page.scene.show
    return tuple(panel for panel in PANELS if panel in show) if show else None
