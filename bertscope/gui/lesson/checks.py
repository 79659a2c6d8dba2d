"""Whether what was asked for is done: each thing that `Until` can ask about, and how it is told."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from bertscope.gui.lesson import lesson
from bertscope.gui.lesson.lesson import Rule, Until
from bertscope.gui.lesson.setting import are_at, id_of
from bertscope.gui.lesson.situation import Situation
from bertscope.gui.run.phase import Phase
from bertscope.looks import Prediction
from bertscope.places import portable
from bertscope.text.masking import Action, Chosen
from bertscope.text.pair import Source
from bertscope.text.words import contains

NOTHING: tuple[object, ...] = (None, {}, Rule())
SAME = 1e-6
"""So near are shares that are the same: boxes take them in percent."""

Check = Callable[[Any, Situation, Situation], bool]
"""``check(wanted, now, begun)``."""


def holds(until: Until, now: Situation, begun: Situation) -> bool:
    """Whether all holds that is asked for; it doesn't where nothing is.

    Parameters
    ----------
    now, begun
        How the window stands, and how it stood when the page was turned to.
    """
    asked = {name: getattr(until, name) for name in CHECKS}
    asked = {name: wanted for name, wanted in asked.items() if wanted not in NOTHING}
    return bool(asked) and all(CHECKS[name](wanted, now, begun) for name, wanted in asked.items())


# --- Pair and masks -----------------------------------------------------------------------------


def _typed(wanted: bool, now: Situation, begun: Situation) -> bool:
    texts = [(situation.state.a, situation.state.b) for situation in (now, begun)]
    return (texts[0] != texts[1]) is wanted


def _masks(wanted: Mapping[str, str], now: Situation, _: Situation) -> bool:
    return all(_is_done(action, word, now) for word, action in wanted.items())


def _is_done(wanted: str, word: str, now: Situation) -> bool:
    """Whether that is done at each piece of a word."""
    positions = are_at(word, now.state, now.pair)
    chosen = [now.state.plan.chosen.get(position) for position in positions]
    return bool(positions) and all(_is_action(wanted, choice, now) for choice in chosen)


def _is_action(wanted: str, choice: Chosen | None, now: Situation) -> bool:
    action, _, token = wanted.partition(" ")
    if choice is None or action == "none":
        return choice is None and action == "none"
    is_token = not token or choice.token_id == id_of(token, now.reader)
    return choice.action is Action(action) and is_token


def _spans(wanted: int, now: Situation, _: Situation) -> bool:
    """A span is at least two neighbours, as one alone is what the plain rule chooses."""
    chosen = now.state.plan.positions
    neighbours = [(a, b) for a, b in pairwise(chosen) if b == a + 1]
    ends = {b for _, b in neighbours}
    return sum(a not in ends for a, _ in neighbours) >= wanted


def _rule(wanted: Rule, now: Situation, _: Situation) -> bool:
    rule = now.state.rule
    return all(
        value is rule.unit if name == "unit" else abs(getattr(rule, name) - value) < SAME
        for name, value in wanted.said.items()
    )


# --- Run and model ------------------------------------------------------------------------------


def _below(name: str) -> Check:
    def check(wanted: float, now: Situation, _: Situation) -> bool:
        value = now.held_out.get(name)
        return value is not None and value < wanted

    return check


def _score_above(wanted: float, now: Situation, _: Situation) -> bool:
    score = now.held_out.get("held_out_score")
    return score is not None and score > wanted


def _next(is_wanted: Callable[[float, float], bool]) -> Check:
    def check(wanted: float, now: Situation, _: Situation) -> bool:
        is_next = now.said.is_next if now.said else None
        return is_next is not None and is_wanted(is_next, wanted)

    return check


def _said(wanted: lesson.Said, now: Situation, _: Situation) -> bool:
    """Of a word of several pieces all of them count."""
    positions = are_at(wanted.at, now.state, now.pair)
    said = now.said.predictions if now.said else {}
    return bool(positions) and all(
        position in said and _is_said(wanted, said[position], now) for position in positions
    )


def _is_said(wanted: lesson.Said, said: Prediction, now: Situation) -> bool:
    token_id = id_of(wanted.token, now.reader) if wanted.token else said.original_id
    if token_id is None:
        return False
    least, most = _bounds(token_id, said)
    is_first = token_id == said.top_ids[0]
    return (
        (wanted.above is None or least > wanted.above)
        and (wanted.below is None or most < wanted.below)
        and wanted.first in (None, is_first)
    )


def _bounds(token_id: int, said: Prediction) -> tuple[float, float]:
    """Between what the probability of a token is: of one that isn't listed no more is known."""
    if token_id == said.original_id:
        return said.original_probability, said.original_probability
    if token_id in said.top_ids:
        share = said.top_probabilities[said.top_ids.index(token_id)]
        return share, share
    return 0.0, said.top_probabilities[-1]


CHECKS: dict[str, Check] = {
    "typed": _typed,
    "a": lambda word, now, _: contains(word, Source.A, now.state.a, now.pair),
    "b": lambda word, now, _: contains(word, Source.B, now.state.b, now.pair),
    "b_empty": lambda wanted, now, _: now.pair.has_b is not wanted,
    "masks": _masks,
    "chosen": lambda count, now, _: len(now.state.plan) >= count,
    "spans": _spans,
    "rolls": lambda count, now, begun: now.rolls - begun.rolls >= count,
    "rule": _rule,
    "follows": lambda wanted, now, _: now.state.is_next is wanted,
    "focus": lambda word, now, _: now.focus in are_at(word, now.state, now.pair),
    "view": lambda wanted, now, _: all(
        getattr(now.state.view, name) == value for name, value in wanted.items()
    ),
    "inspected": lambda wanted, now, _: (
        (now.state.view.vector is not None and "vector" in now.in_front) is wanted
    ),
    "front": lambda place, now, _: place.value in now.in_front,
    "playing": lambda wanted, now, _: (now.phase in (Phase.PREPARING, Phase.RUNNING)) is wanted,
    "steps": lambda count, now, _: now.step >= count,
    "finished": lambda wanted, now, _: (now.phase is Phase.FINISHED) is wanted,
    "mlm_below": _below("held_out_mlm_loss"),
    "nsp_below": _below("held_out_nsp_loss"),
    "loss_below": _below("held_out_loss"),
    "score_above": _score_above,
    "past": lambda wanted, now, _: now.is_past is wanted,
    "compared": lambda wanted, now, _: (now.state.view.pinned is not None) is wanted,
    "said": _said,
    "next_above": _next(lambda is_next, bound: is_next > bound),
    "next_below": _next(lambda is_next, bound: is_next < bound),
    "answered": lambda name, now, _: now.said is not None and now.said.answer == name,
    "model": lambda name, now, _: portable(name) in now.models,
    "task": lambda name, now, _: now.task == name,
    "worth": lambda wanted, now, _: now.is_worth_known is wanted,
}
