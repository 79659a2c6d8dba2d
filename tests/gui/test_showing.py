"""Looks are handed out: at once for what was typed, a group a frame for a model that learns."""

import pytest
from pytestqt.qtbot import QtBot

from bertscope.gui.prober import Prober, Seen
from bertscope.gui.session import Session
from bertscope.gui.showing import Showing
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
    for probe in fake.take(m.Probe):
        fake.answer(probe, step)


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
