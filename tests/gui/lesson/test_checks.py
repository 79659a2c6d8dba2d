"""Each thing that a page can ask for is told when it is done, and not before."""

from collections.abc import Callable

import msgspec
import pytest

from bertscope.gui.lesson.checks import CHECKS, holds
from bertscope.gui.lesson.lesson import Place, Rule, Said, Until
from bertscope.gui.lesson.situation import Said as SaidNow
from bertscope.gui.lesson.situation import Situation
from bertscope.gui.run.phase import Phase
from bertscope.gui.state import Form, Pinned, Row, SessionState, Vector, ViewState
from bertscope.looks import Prediction
from bertscope.places import DEFAULT_MODEL
from bertscope.text.masking import Action, Chosen, MaskPlan, MaskRule, Unit
from bertscope.text.reader import Reader

A, B = "the dog is playing", "the cat sleeps"
Stand = Callable[..., Situation]


@pytest.fixture
def stand(reader: Reader) -> Stand:
    """A situation: attributes of the state, and of the situation itself."""

    def make(a: str = A, b: str = B, **changes: object) -> Situation:
        of_state = {n: changes.pop(n) for n in ("plan", "is_next", "view", "rule") if n in changes}
        state = SessionState(a=a, b=b, **of_state)
        return Situation(state, reader.read(a, b), reader, **changes)

    return make


def plan(reader: Reader, **chosen: str) -> MaskPlan:
    """Positions as ``p2="mask"`` or ``p2="random cat"``."""
    made = MaskPlan()
    for name, words in chosen.items():
        action, _, token = words.partition(" ")
        ids = reader.tokenizer.ids
        token_id = ids[token] if token else ids["[MASK]"]
        made = made.with_choice(int(name[1:]), Chosen(Action(action), token_id))
    return made


def said(reader: Reader, **changes: object) -> SaidNow:
    """The model finds dog likeliest at 2, where the dog stands, then cat."""
    ids = reader.tokenizer.ids
    at = Prediction(2, [ids["dog"], ids["cat"]], [0.6, 0.2], ids["dog"], 0.6, 1, 0.5, True)
    values = {"predictions": {2: at}, "is_next": 0.8, "answer": "joy", **changes}
    return SaidNow(**values)


def test_all_that_can_be_asked_is_looked_at() -> None:
    assert set(CHECKS) == set(Until.__struct_fields__)


def test_nothing_asked_never_holds(stand: Stand) -> None:
    assert not holds(Until(), stand(), stand())


def test_all_must_hold_at_once(stand: Stand) -> None:
    until = Until(playing=True, steps=5)
    assert holds(until, stand(phase=Phase.RUNNING, step=5), stand())
    assert not holds(until, stand(phase=Phase.PAUSED, step=5), stand())
    assert not holds(until, stand(phase=Phase.RUNNING, step=4), stand())


# For each what is asked, a situation in which it holds, and one in which it doesn't.
PLAIN = {
    "typed": (Until(typed=True), {"a": "my words"}, {}),
    "not typed": (Until(typed=False), {}, {"b": ""}),
    "a": (Until(a="Dog"), {}, {"a": "the dogfish"}),
    "words of b": (Until(b="cat sleeps"), {}, {"b": "the cat never sleeps"}),
    "b is empty": (Until(b_empty=True), {"b": " "}, {}),
    "b is not": (Until(b_empty=False), {}, {"b": ""}),
    "follows": (Until(follows=False), {"is_next": False}, {}),
    "rule": (
        Until(rule=Rule(mask=0.8, unit=Unit.WORD)),
        {"rule": MaskRule(mask=0.1 + 0.7, unit=Unit.WORD)},
        {"rule": MaskRule(unit=Unit.SPAN)},
    ),
    "focus": (Until(focus="cat"), {"focus": 8}, {"focus": 2}),
    "second piece": (Until(focus="playing"), {"focus": 5}, {"focus": -1}),
    "rolls": (Until(rolls=2), {"rolls": 2}, {"rolls": 1}),
    "view": (
        Until(view={"form": Form.MATRIX, "layer": 1}),
        {"view": ViewState(form=Form.MATRIX, layer=1)},
        {"view": ViewState(form=Form.MATRIX)},
    ),
    "inspected": (
        Until(inspected=True),
        {"view": ViewState(vector=Vector(Row.SUM, 1)), "in_front": frozenset({"vector"})},
        {"view": ViewState(vector=Vector(Row.SUM, 1))},
    ),
    "front": (Until(front=Place.MAP), {"in_front": frozenset({"map"})}, {}),
    "playing": (Until(playing=True), {"phase": Phase.PREPARING}, {"phase": Phase.PAUSED}),
    "resting": (Until(playing=False), {"phase": Phase.PAUSED}, {"phase": Phase.PREPARING}),
    "steps": (Until(steps=10), {"step": 10}, {"step": 9}),
    "finished": (Until(finished=True), {"phase": Phase.FINISHED}, {"phase": Phase.PAUSED}),
    "past": (Until(past=True), {"is_past": True}, {}),
    "compared": (Until(compared=True), {"view": ViewState(pinned=Pinned("m"))}, {}),
    "model": (
        Until(model=DEFAULT_MODEL),
        {"models": frozenset({DEFAULT_MODEL})},
        {"models": frozenset({"/a"})},
    ),
    "task": (Until(task="feelings"), {"task": "feelings"}, {"task": "follows"}),
    "pre-training": (Until(task=""), {}, {"task": "follows"}),
    "worth": (Until(worth=True), {"is_worth_known": True}, {}),
    **{
        name: (
            Until(**{name: 2.0}),
            {"held_out": {column: 1.9}},
            {"held_out": {column: 2.0}},
        )
        for name, column in (
            ("mlm_below", "held_out_mlm_loss"),
            ("nsp_below", "held_out_nsp_loss"),
            ("loss_below", "held_out_loss"),
        )
    },
    "not measured": (
        Until(mlm_below=2.0),
        {"held_out": {"held_out_mlm_loss": 1.0}},
        {"held_out": {"held_out_mlm_loss": None}},
    ),
    "score": (
        Until(score_above=0.8),
        {"held_out": {"held_out_score": 0.9}},
        {"held_out": {"held_out_score": 0.8}},
    ),
}


def test_rolls_count_from_where_the_page_was_turned_to(stand: Stand) -> None:
    assert not holds(Until(rolls=2), stand(rolls=6), stand(rolls=5))
    assert holds(Until(rolls=2), stand(rolls=7), stand(rolls=5))


@pytest.mark.parametrize("case", PLAIN)
def test_what_is_asked_of_the_window(stand: Stand, case: str) -> None:
    until, done, undone = PLAIN[case]
    assert holds(until, stand(**done), stand())
    assert not holds(until, stand(**undone), stand())


MASKED = {
    "one word": (Until(masks={"dog": "mask"}), {"p2": "mask"}, {"p2": "keep"}),
    "all pieces": (
        Until(masks={"playing": "mask"}),
        {"p4": "mask", "p5": "mask"},
        {"p4": "mask"},
    ),
    "none": (Until(masks={"dog": "none", "cat": "mask"}), {"p8": "mask"}, {"p2": "keep"}),
    "any token": (Until(masks={"dog": "random"}), {"p2": "random cat"}, {"p2": "mask"}),
    "a token": (
        Until(masks={"dog": "random Cat"}),
        {"p2": "random cat"},
        {"p2": "random fox"},
    ),
    "a word that is not there": (Until(masks={"dog": "keep"}), {"p2": "keep"}, {}),
    "chosen": (Until(chosen=2), {"p2": "mask", "p4": "keep"}, {"p2": "mask"}),
    "two spans": (
        Until(spans=2),
        {"p1": "mask", "p2": "mask", "p3": "mask", "p7": "mask", "p8": "mask"},
        {"p1": "mask", "p2": "mask", "p3": "mask", "p4": "mask", "p8": "mask"},
    ),
}


@pytest.mark.parametrize("case", MASKED)
def test_what_is_asked_of_masks(stand: Stand, reader: Reader, case: str) -> None:
    until, done, undone = MASKED[case]
    assert holds(until, stand(plan=plan(reader, **done)), stand())
    assert not holds(until, stand(plan=plan(reader, **undone)), stand())


@pytest.mark.parametrize(
    ("asked", "is_so"),
    [
        (Said(at="dog", above=0.5), True),
        (Said(at="dog", above=0.6), False),
        (Said(at="dog", token="cat", below=0.3), True),
        (Said(at="dog", token="cat", above=0.1, first=False), True),
        (Said(at="dog", token="cat", first=True), False),
        (Said(at="dog", token="dog", first=True), True),
        (Said(at="dog", token="fox", below=0.3), True),
        (Said(at="dog", token="fox", below=0.1), False),
        (Said(at="dog", token="fox", above=0.0), False),
        (Said(at="dog", token="no token", below=0.9), False),
        (Said(at="cat", above=0.0), False),
        (Said(at="zebra", above=0.0), False),
    ],
)
def test_what_the_model_is_to_say(stand: Stand, reader: Reader, asked: Said, is_so: bool) -> None:
    assert holds(Until(said=asked), stand(said=said(reader)), stand()) is is_so
    assert not holds(Until(said=asked), stand(), stand())


def test_whether_b_follows_and_what_is_answered(stand: Stand, reader: Reader) -> None:
    now, begun = stand(said=said(reader)), stand()
    assert holds(Until(next_above=0.7), now, begun)
    assert not holds(Until(next_above=0.8), now, begun)
    assert holds(Until(next_below=0.9), now, begun)
    assert not holds(Until(next_below=0.8), now, begun)
    assert holds(Until(answered="joy"), now, begun)
    assert not holds(Until(answered="anger"), now, begun)
    without = stand(said=said(reader, is_next=None, answer=""))
    for until in (Until(next_above=0.0), Until(next_below=1.0), Until(answered="joy")):
        assert not holds(until, without, begun)
        assert not holds(until, begun, begun)


def test_every_check_is_tried_above() -> None:
    tried = {
        name
        for until, _, _ in (*PLAIN.values(), *MASKED.values())
        for name, value in msgspec.structs.asdict(until).items()
        if value not in (None, {})
    }
    assert tried | {"said", "next_above", "next_below", "answered"} == set(CHECKS)
