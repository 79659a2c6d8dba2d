"""Looks are handed out: at once for what was typed, a group a frame for a model that learns."""

import pytest
from pytestqt.qtbot import QtBot

from bertscope.gui.prober import Prober, Seen
from bertscope.gui.session import Session
from bertscope.gui.showing import Showing
from bertscope.gui.state import Side
from bertscope.text.pair import Source
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine


class Viewer:
    """Remembers the steps of the looks that it was shown."""

    def __init__(self) -> None:
        self.steps: list[int | None] = []

    def show_seen(self, seen: Seen | None) -> None:
        self.steps.append(seen.look.step if seen else None)


@pytest.fixture
def prober(session: Session, fake: FakeEngine) -> Prober:
    return Prober(session, fake)


@pytest.fixture
def viewers(prober: Prober) -> list[Viewer]:
    made = [Viewer() for _ in range(4)]
    prober.showing = Showing(prober, prober, [[viewer] for viewer in made])
    return made


def look(prober: Prober, fake: FakeEngine, step: int) -> None:
    prober.ask()
    fake.answer(fake.take(m.Probe)[-1], step)


def test_what_was_typed_is_answered_in_front_at_once(
    qtbot: QtBot, prober: Prober, viewers: list[Viewer], fake: FakeEngine
) -> None:
    prober.aim(m.ModelRef("folder"))
    look(prober, fake, 1)
    assert [viewer.steps[-1:] for viewer in viewers] == [[1], [1], [], []]
    qtbot.waitUntil(lambda: all(viewer.steps[-1:] == [1] for viewer in viewers))


def test_a_model_that_learns_is_shown_to_a_group_a_frame(
    qtbot: QtBot, prober: Prober, viewers: list[Viewer], fake: FakeEngine
) -> None:
    prober.aim(m.ModelRef("folder"))
    look(prober, fake, 1)
    qtbot.waitUntil(lambda: all(viewer.steps[-1:] == [1] for viewer in viewers))
    look(prober, fake, 2)
    assert [viewer.steps[-1] for viewer in viewers] == [2, 1, 1, 1]
    qtbot.waitUntil(lambda: all(viewer.steps[-1] == 2 for viewer in viewers))


def test_an_older_look_never_takes_the_place_of_a_newer_one(
    qtbot: QtBot, session: Session, prober: Prober, viewers: list[Viewer], fake: FakeEngine
) -> None:
    prober.aim(m.ModelRef("folder"))
    look(prober, fake, 1)
    qtbot.waitUntil(lambda: all(viewer.steps[-1:] == [1] for viewer in viewers))
    look(prober, fake, 2)
    session.set_sentence(Source.A, "my cat sleeps")
    look(prober, fake, 3)
    qtbot.waitUntil(lambda: all(viewer.steps[-1] == 3 for viewer in viewers))
    qtbot.wait(100)
    assert [viewer.steps[-1] for viewer in viewers] == [3, 3, 3, 3]
    assert 2 not in viewers[3].steps


class Sided:
    """Remembers which side was to be shown."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.sides: list[Side] = []

    def show_seen(self, seen: Seen | None) -> None:
        self.sides.append(self.session.view.side)


def test_another_side_is_shown_to_all_at_once_and_by_undo(
    qtbot: QtBot, prober: Prober, session: Session, fake: FakeEngine
) -> None:
    viewers = [Sided(session) for _ in range(4)]
    prober.showing = Showing(prober, prober, [[viewer] for viewer in viewers])
    prober.aim(m.ModelRef("a"), m.ModelRef("b"))
    for probe in fake.take(m.Probe):
        fake.answer(probe)
    qtbot.waitUntil(lambda: all(viewer.sides == [Side.A] for viewer in viewers))
    session.set_view("Show B", side=Side.B)
    assert [viewer.sides[-1] for viewer in viewers[:2]] == [Side.B, Side.B]
    qtbot.waitUntil(lambda: all(viewer.sides[-1] is Side.B for viewer in viewers))
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: all(viewer.sides == [Side.A, Side.B, Side.A] for viewer in viewers))
    assert fake.take(m.Probe) == []


def test_travelling_is_the_same_question_again(
    qtbot: QtBot, prober: Prober, viewers: list[Viewer], fake: FakeEngine
) -> None:
    prober.aim(m.ModelRef("run"))
    look(prober, fake, 9)
    qtbot.waitUntil(lambda: all(viewer.steps[-1:] == [9] for viewer in viewers))
    prober.aim(m.ModelRef("run", 3))
    fake.answer(fake.take(m.Probe)[0], 3)
    assert [viewer.steps[-1] for viewer in viewers] == [3, 9, 9, 9]
    prober.aim(m.ModelRef("another run"))
    fake.answer(fake.take(m.Probe)[0], 1)
    assert [viewer.steps[-1] for viewer in viewers] == [1, 1, 9, 9]
    qtbot.waitUntil(lambda: all(viewer.steps[-1] == 1 for viewer in viewers))


def test_the_last_views_are_shown_something_however_quickly_looks_come(
    qtbot: QtBot, prober: Prober, viewers: list[Viewer], fake: FakeEngine
) -> None:
    prober.aim(m.ModelRef("run"))
    look(prober, fake, 0)
    qtbot.waitUntil(lambda: viewers[-1].steps == [0])
    steps = iter(range(1, 1000))

    def hurry() -> bool:
        look(prober, fake, next(steps))
        return len(viewers[-1].steps) > 3

    qtbot.waitUntil(hurry)
    last = next(steps) - 1
    qtbot.waitUntil(lambda: all(viewer.steps[-1] == last for viewer in viewers))
    for viewer in viewers:
        assert viewer.steps == sorted(viewer.steps)


def test_it_tells_when_all_have_a_look(
    qtbot: QtBot, prober: Prober, viewers: list[Viewer], fake: FakeEngine
) -> None:
    showing = prober.showing
    prober.aim(m.ModelRef("run"))
    with qtbot.waitSignal(showing.shown) as shown:
        look(prober, fake, 1)
        assert showing.now is None
    assert shown.args == [prober.latest]
    assert showing.now is prober.latest
    assert all(viewer.steps[-1] == 1 for viewer in viewers)
