"""The row that names both models and lets one choose."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bertscope.gui.compare.bar import CompareBar
from bertscope.gui.session import Session
from bertscope.gui.state import Pinned, Side
from bertscope.wire import messages as m
from tests.gui.accessibility import unnamed_controls
from tests.gui.compare.test_comparison import Bench
from tests.gui.conftest import FakeEngine

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bench(session: Session, fake: FakeEngine) -> Bench:
    made = Bench(session, fake)
    made.look(m.ModelRef("/models/a"))
    return made


@pytest.fixture
def bar(qtbot: QtBot, bench: Bench) -> CompareBar:
    made = CompareBar(bench.session, bench.comparison, bench.prober)
    qtbot.addWidget(made)
    made.resize(900, 40)
    return made


def pin(bench: Bench) -> None:
    bench.comparison.pin(m.ModelRef("/models/b"))
    bench.open()
    bench.look(m.ModelRef("/models/a"))


def test_it_is_there_only_while_a_model_is_pinned(bar: CompareBar, bench: Bench) -> None:
    assert bar.isHidden()
    pin(bench)
    assert not bar.isHidden()
    assert (bar.a.text(), bar.b.text()) == ("A: a", "B: b")
    bench.session.undo_stack.undo()
    assert bar.isHidden()


def test_its_buttons_choose_the_side(qtbot: QtBot, bar: CompareBar, bench: Bench) -> None:
    pin(bench)
    assert bar.sides[Side.DIFFERENCE].isChecked()
    for side in Side:
        qtbot.mouseClick(bar.sides[side], LEFT)
        assert bench.session.view.side is side
        assert [s for s in Side if bar.sides[s].isChecked()] == [side]
    qtbot.mouseClick(bar.close_button, LEFT)
    assert (bench.session.view.pinned, bench.session.view.side) == (None, Side.A)


def test_undo_turns_the_buttons_too(qtbot: QtBot, bar: CompareBar, bench: Bench) -> None:
    pin(bench)
    qtbot.mouseClick(bar.sides[Side.B], LEFT)
    bench.session.undo_stack.undo()
    assert bar.sides[Side.DIFFERENCE].isChecked()


def test_where_b_can_not_be_looked_at_it_says_why_and_shows_a(
    bar: CompareBar, bench: Bench
) -> None:
    bench.comparison.pin(m.ModelRef("/models/b"))
    bench.open()
    bench.prober.aim(m.ModelRef("/models/a"), bench.comparison.other)
    for probe in bench.fake.take(m.Probe):
        if probe.view == "main":
            bench.fake.answer(probe)
        else:
            bench.fake.received.emit(m.Failed(probe.id, "The pair has 11 tokens, and …"))
    assert bar.why.text() == "⚠ B isn't shown. The pair has 11 tokens, and …"
    assert bar.sides[Side.A].isChecked()
    assert [bar.sides[side].isEnabled() for side in Side] == [True, False, False]


def test_while_b_is_read_it_says_so(bar: CompareBar, bench: Bench) -> None:
    bench.session.set_view("Open a file", pinned=Pinned("/models/b"))
    assert bar.b.text() == "B: b · being read …"
    bench.open()
    assert bar.b.text() == "B: b"


def test_the_step_of_a_follows_the_run(bar: CompareBar, bench: Bench) -> None:
    bench.train(118, [64])
    pin(bench)
    bench.look(m.ModelRef("/runs/first"), 120)
    assert bar.a.text() == "A: step 120 · run first"


def test_everything_has_a_name(bar: CompareBar, bench: Bench) -> None:
    pin(bench)
    assert unnamed_controls(bar) == []
    assert all(len(button.toolTip()) > 20 for button in bar.sides.values())
