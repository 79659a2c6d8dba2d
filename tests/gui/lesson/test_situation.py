"""The window as a lesson sees it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bertscope.gui.lesson.situation import Situation
from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.phase import Phase
from bertscope.places import DEFAULT_MODEL
from bertscope.run_folder import StepRow
from bertscope.text.masking import Action
from bertscope.text.pair import Source
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, metrics
from tests.gui.run.driving import FOLDER, begin, told


def test_what_is_said_is_of_what_stands_there_now(window: MainWindow, fake: FakeEngine) -> None:
    window.session.set_action([2], Action.MASK)
    assert Situation.now(window).said is None
    fake.answer(fake.take(m.Probe)[-1])
    said = Situation.now(window).said
    assert said is not None
    assert (list(said.predictions), said.is_next, said.answer) == ([2], 0.75, "")
    window.session.set_sentence(Source.B, "")
    assert Situation.now(window).said is None
    fake.answer(fake.take(m.Probe)[-1])
    said = Situation.now(window).said
    assert said is not None
    assert said.is_next is None


def test_rolls_are_counted_whatever_they_are_undone(qtbot: QtBot, window: MainWindow) -> None:
    roll, before = window.views.mask_bar.roll, Situation.now(window).rolls
    qtbot.mouseClick(roll, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(roll, Qt.MouseButton.LeftButton)
    window.session.undo_stack.undo()
    assert Situation.now(window).rolls - before == 2


def test_only_the_panel_in_front_is(window: MainWindow) -> None:
    assert "attention" in Situation.now(window).in_front
    window.page.reveal("map")
    now = Situation.now(window).in_front
    assert "map" in now
    assert not {"attention", "vector"} & now


def test_a_run_is_told_with_its_newest_held_out_losses(
    window: MainWindow, fake: FakeEngine
) -> None:
    before = Situation.now(window)
    assert (before.phase, before.held_out["held_out_mlm_loss"]) == (Phase.IDLE, None)
    begin(window.training, fake)
    fake.received.emit(metrics(FOLDER, StepRow(0, held_out_mlm_loss=7.0, held_out_nsp_loss=0.6)))
    fake.received.emit(told(*range(1, 9)))
    fake.received.emit(metrics(FOLDER, StepRow(9, 5.0, 0.6, held_out_mlm_loss=6.0, seconds=0.1)))
    fake.received.emit(m.Kept(FOLDER, [0, 4], 1, 2))
    now = Situation.now(window)
    assert (now.phase, now.step, now.is_past) == (Phase.RUNNING, 9, False)
    assert now.held_out["held_out_mlm_loss"] == 6.0
    assert now.held_out["held_out_nsp_loss"] == 0.6
    assert now.models == {DEFAULT_MODEL, FOLDER}
    window.films.travel.visit(4)
    assert Situation.now(window).is_past
