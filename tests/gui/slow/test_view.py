"""Slow motion as someone uses it: a step is asked for, told, and paged through."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bertscope.gui.export import picture_of
from bertscope.gui.main_window import MainWindow
from bertscope.gui.slow.canvas import SceneCanvas
from bertscope.gui.slow.captions import HEADINGS
from bertscope.gui.slow.story import Scene
from bertscope.gui.slow.view import ROW, SlowMotion
from bertscope.gui.theme import Appearance, Mode
from bertscope.text.masking import Action
from bertscope.text.reader import Reader
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, metrics, started
from tests.gui.slow.told import step_story, told_story

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def slow(window: MainWindow, fake: FakeEngine, reader: Reader) -> SlowMotion:
    """Slow motion in the window, a step on the user's own pair told."""
    window.session.set_action([2], Action.MASK)
    fake.take(m.TellStep)
    window.show_slow_motion()
    (asked,) = fake.take(m.TellStep)
    assert asked.pair is not None
    assert (asked.pair.ids, asked.pair.labels) == (
        window.session.model_ids,
        window.session.labels,
    )
    fake.received.emit(step_story(reader, number=asked.id))
    return window.slow


def test_the_step_is_told_scene_by_scene(
    qtbot: QtBot, window: MainWindow, slow: SlowMotion
) -> None:
    assert window.stage.currentWidget() is slow
    told = [slow.heading.text()]
    for _ in range(len(Scene) - 1):
        qtbot.mouseClick(slow.on, LEFT)
        told.append(slow.heading.text())
    assert told == list(HEADINGS.values())
    qtbot.mouseClick(slow.on, LEFT)
    assert slow.count.text() == "12 of 12"
    qtbot.mouseClick(slow.back, LEFT)
    assert slow.scene is Scene.UPDATE


def test_keys_and_clickers_turn_the_scenes(
    qtbot: QtBot, window: MainWindow, slow: SlowMotion
) -> None:
    window.activateWindow()
    slow.canvas.setFocus()
    for key, scene in (
        (Qt.Key.Key_Right, Scene.CHOOSE),
        (Qt.Key.Key_PageDown, Scene.MASK),
        (Qt.Key.Key_PageUp, Scene.CHOOSE),
        (Qt.Key.Key_Left, Scene.PAIR),
    ):
        qtbot.keyClick(slow.canvas, key)
        assert slow.scene is scene
    qtbot.keyClick(slow.canvas, Qt.Key.Key_Escape)
    assert window.stage.currentWidget() is not slow


def test_it_plays_by_itself_and_holds_at_the_end(qtbot: QtBot, slow: SlowMotion) -> None:
    qtbot.mouseClick(slow.play, LEFT)
    slow._advance.setInterval(0)
    qtbot.waitUntil(lambda: slow.scene is Scene.AFTER)
    assert not slow.play.isChecked()
    assert not slow._advance.isActive()


def test_a_row_of_the_batch_pauses_the_run_first(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine, slow: SlowMotion, reader: Reader
) -> None:
    window.training.play()
    (train,) = fake.take(m.Train)
    run = started(train)
    fake.received.emit(run)
    slow.source.setCurrentText(ROW)
    slow.row.setValue(3)
    qtbot.mouseClick(slow.do, LEFT)
    assert fake.take(m.TellStep) == []
    assert len(fake.take(m.Pause)) == 1
    assert not slow.do.isEnabled()
    fake.received.emit(metrics(run.folder))
    fake.received.emit(m.RunPaused(run.folder, 7))
    (asked,) = fake.take(m.TellStep)
    assert (asked.model, asked.pair, asked.row) == (m.ModelRef(run.folder), None, 2)
    fake.received.emit(step_story(window.session.reader, number=asked.id, own=False))
    assert slow.story is not None
    assert "Row 1 of 64" in slow.words.text()
    assert slow.row.maximum() == 64


def test_a_run_that_is_being_prepared_is_paused_once_it_runs(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine, slow: SlowMotion
) -> None:
    window.training.play()
    run = started(fake.take(m.Train)[0])
    fake.received.emit(run)
    fake.received.emit(m.RunFailed(run.folder, 7, "It broke."))
    window.training.play()
    (again,) = fake.take(m.Train)
    slow.source.setCurrentText(ROW)
    qtbot.mouseClick(slow.do, LEFT)
    assert fake.take(m.Pause) == []
    fake.received.emit(started(again))
    assert fake.take(m.Pause)
    fake.received.emit(m.RunPaused(run.folder, 7))
    assert len(fake.take(m.TellStep)) == 1


def test_what_is_copied_is_the_scene(qtbot: QtBot, window: MainWindow, slow: SlowMotion) -> None:
    assert window.focused_exits.view is slow.canvas
    slow.do.setFocus()
    assert window.focused_exits.view is slow.canvas
    qtbot.mouseClick(slow.leave, LEFT)
    assert window.focused_exits.view is not slow.canvas


def test_who_leaves_and_comes_back_waits_for_the_same_step(
    window: MainWindow, fake: FakeEngine
) -> None:
    window.show_slow_motion()
    window.slow.leave.click()
    window.show_slow_motion()
    assert len(fake.take(m.TellStep)) == 1


def test_without_a_run_it_says_what_to_do(qtbot: QtBot, slow: SlowMotion) -> None:
    slow.source.setCurrentText(ROW)
    qtbot.mouseClick(slow.do, LEFT)
    assert "press play first" in slow.words.text()
    assert slow.do.isEnabled()


def test_a_step_that_fails_says_why_and_keeps_the_last_story(
    qtbot: QtBot, fake: FakeEngine, slow: SlowMotion
) -> None:
    qtbot.mouseClick(slow.do, LEFT)
    (asked,) = fake.take(m.TellStep)
    fake.received.emit(m.Failed(asked.id, "Nothing is chosen: mask a token first."))
    assert slow.words.text() == "Nothing is chosen: mask a token first."
    assert slow.story is not None
    qtbot.mouseClick(slow.on, LEFT)
    assert "chosen" in slow.words.text()


@pytest.mark.parametrize("scene", Scene)
@pytest.mark.parametrize("size", [(400, 200), (1600, 800)])
def test_every_scene_is_painted_at_any_size(
    qapp: object, reader: Reader, scene: Scene, size: tuple[int, int]
) -> None:
    canvas = SceneCanvas(Appearance(Mode.DARK, 2.0))
    canvas.resize(*size)
    empty = picture_of(canvas, 1.0)
    for a in ("my dog is cute", "dog " * 60):
        canvas.show_scene(told_story(reader, a=a, masks={2: "[MASK]"}, own=False), scene)
        assert picture_of(canvas, 1.0) != empty
    canvas.deleteLater()
