"""Presenting with real keys and a real mouse: pages, tools, and the window as it was."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.main_window import MainWindow
from bertscope.gui.presenting.presenting import Presenting
from bertscope.gui.settings import Settings
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine

Key = Qt.Key


def press(qtbot: QtBot, presenting: Presenting, key: Qt.Key) -> None:
    """As the system does: the key goes to the widget that has the focus."""
    focus = QApplication.focusWidget()
    assert focus is not None
    modifier = Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(focus, key, modifier)


def draw(qtbot: QtBot, presenting: Presenting) -> None:
    glass = presenting.glass
    qtbot.mousePress(glass, Qt.MouseButton.LeftButton, pos=QPoint(200, 300))
    qtbot.mouseMove(glass, QPoint(260, 320))
    qtbot.mouseRelease(glass, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))


def places_of(window: MainWindow) -> dict[str, QRect]:
    """Where the panels stand that can be seen."""
    return {name: window.page.panels[name].geometry() for name in window.page.in_front}


def shade_at(window: QWidget, point: QPoint) -> QColor:
    return window.grab().toImage().pixelColor(point)


def is_red(shade: QColor) -> bool:
    return shade.red() > 240 and max(shade.green(), shade.blue()) < 60


# --- Coming and going -----------------------------------------------------------------------------


def test_f5_fills_the_screen_and_escape_gives_the_window_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1200, 760)
    window.page.setFocus()
    window.banner.tell("New here?", calm=True)
    QApplication.processEvents()  # Lays the panels out.
    before = window.geometry(), window.appearance.theme.scale, places_of(window)

    qtbot.keyClick(window, Key.Key_F5)

    presenting = window.presenting
    assert presenting.is_on
    assert window.isFullScreen()
    assert window.head.isHidden()
    assert window.status.isHidden()
    assert window.banner.isHidden()
    assert presenting.glass.hint.isVisible()
    assert "Esc: leave" in presenting.glass.hint.text()
    assert presenting.form.slide.isHidden()  # No lesson is open.

    fitted = window.appearance.theme.scale
    qtbot.keyClick(window, Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.appearance.theme.scale > fitted
    press(qtbot, presenting, Key.Key_Escape)

    assert not presenting.is_on
    assert not window.isFullScreen()
    assert window.head.isVisible()
    assert window.status.isVisible()
    qtbot.waitUntil(
        lambda: (window.geometry(), window.appearance.theme.scale, places_of(window)) == before
    )


def test_panels_that_were_shared_out_by_hand_stand_where_they_stood(
    qtbot: QtBot, window: MainWindow
) -> None:
    page, training = window.page, window.page.panels["training"]
    page.resizeDocks([training], [520], Qt.Orientation.Horizontal)
    page.is_own = True
    qtbot.waitUntil(lambda: training.width() == 520)
    qtbot.keyClick(window, Key.Key_F5)
    qtbot.waitUntil(lambda: training.width() != 520)
    qtbot.keyClick(window, Key.Key_F5)
    qtbot.waitUntil(lambda: training.width() == 520)
    assert page.is_own


def test_what_is_done_to_the_panels_after_leaving_stays_when_the_size_comes_late(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = window.page
    for name in ("training", "verdict"):
        page.panels[name].hide()
    qtbot.keyClick(window, Key.Key_F5)
    qtbot.keyClick(window, Key.Key_F5)
    assert page.panels["training"].isHidden()
    page.reset()
    window.resize(1180, 770)
    for _ in range(3):
        QApplication.processEvents()
    assert not page.panels["training"].isHidden()
    assert not page.panels["verdict"].isHidden()


def test_a_maximised_window_is_maximised_again(qtbot: QtBot, window: MainWindow) -> None:
    window.showMaximized()
    qtbot.keyClick(window, Key.Key_F5)
    assert window.isFullScreen()
    qtbot.keyClick(window, Key.Key_F5)
    assert window.isMaximized()
    assert not window.isFullScreen()


def test_the_field_that_had_the_keys_has_them_again(qtbot: QtBot, window: MainWindow) -> None:
    field = window.views.sentences.a
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Key.Key_F5)
    assert not field.hasFocus()  # Else the first page key would go to the text.
    press(qtbot, window.presenting, Key.Key_Escape)
    assert field.hasFocus()


def test_a_window_closed_while_presenting_remembers_its_usual_size(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine
) -> None:
    window.resize(1111, 777)
    qtbot.keyClick(window, Key.Key_F5)
    window.close()
    kept = Settings.load()
    assert (kept.width, kept.height, kept.scale) == (1111, 777, 1.0)


def test_the_pane_is_there_again_for_the_lesson_that_is_open(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    assert playing.lessons.pane.isHidden()
    press(qtbot, presenting, Key.Key_Right)
    assert playing.lessons.pane.isHidden()
    press(qtbot, presenting, Key.Key_Escape)
    assert playing.lessons.pane.isVisible()
    assert playing.lessons.player.number == 1


# --- Pages ----------------------------------------------------------------------------------------


def test_the_pane_has_the_width_again_that_was_drawn(qtbot: QtBot, playing: MainWindow) -> None:
    row = playing.row
    row.setSizes([480, row.width() - 480])
    before = row.sizes()
    playing.presenting.begin()
    assert playing.appearance.theme.scale > 1
    playing.presenting.end()
    qtbot.waitUntil(lambda: row.sizes() == before)


def test_page_keys_turn_pages_also_while_the_figure_has_the_keys(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    figure, player = playing.views.figure, playing.lessons.player
    figure.setFocus()
    playing.session.set_focus(2)
    for key, number in (
        (Key.Key_Right, 1),
        (Key.Key_PageDown, 2),
        (Key.Key_PageDown, 2),
        (Key.Key_Left, 1),
        (Key.Key_End, 2),
        (Key.Key_Home, 0),
        (Key.Key_PageUp, 0),
    ):
        press(qtbot, presenting, key)
        assert player.number == number
    playing.session.set_focus(2)
    figure.setFocus()
    press(qtbot, presenting, Key.Key_M)  # The figure's own.
    assert list(playing.session.state.plan.chosen) == [2]


def held(widget: QWidget, key: Qt.Key) -> None:
    """A key that is held goes on and on."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        again = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", autorep=True)
        QApplication.sendEvent(widget, again)


def test_a_key_that_is_held_a_moment_too_long_does_it_once(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    press(qtbot, presenting, Key.Key_B)
    held(playing.page, Key.Key_B)
    assert presenting.blank.isVisible()
    press(qtbot, presenting, Key.Key_B)
    field = playing.views.sentences.a
    field.setFocus()
    press(qtbot, presenting, Key.Key_Escape)
    assert not field.hasFocus()
    held(playing.page, Key.Key_Escape)
    assert presenting.is_on


def test_f5_that_is_held_begins_once(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyPress(window, Key.Key_F5)
    QTest.simulateEvent(window, True, Key.Key_F5, Qt.KeyboardModifier.NoModifier, "", True)
    assert window.presenting.is_on
    window.presenting.end()


def test_the_slide_says_what_the_page_says(qtbot: QtBot, presenting: Presenting) -> None:
    slide = presenting.form.slide
    assert (slide.title.text(), slide.number.text()) == ("The first", "1 / 3")
    assert slide.words.toPlainText() == "Look at both sentences."
    press(qtbot, presenting, Key.Key_Right)
    assert slide.title.text() == "The second"
    assert slide.words.isHidden()
    assert [ask.toPlainText() for ask in slide.asks] == ["○ Empty sentence B."]


def test_an_ask_that_is_done_is_ticked(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    with qtbot.waitSignal(playing.lessons.player.ready):
        press(qtbot, presenting, Key.Key_Right)
    playing.session.set_pair("the dog barks", "")
    ask = presenting.form.slide.asks[0]
    qtbot.waitUntil(lambda: ask.toPlainText() == "✓ Empty sentence B.")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_words_and_views_share_the_screen(
    presenting: Presenting, playing: MainWindow, size: tuple[int, int]
) -> None:
    playing.resize(*size)
    slide, stage = presenting.form.slide, playing.row
    words = QRect(slide.mapTo(playing, QPoint()), slide.size())
    views = QRect(stage.mapTo(playing, QPoint()), stage.size())
    assert not words.intersects(views)
    assert playing.rect().contains(words)
    assert playing.rect().contains(views)
    shown = words.width() * words.height() + views.width() * views.height()
    assert shown > 0.9 * playing.width() * playing.height()


def test_without_a_lesson_arrows_are_the_figures(qtbot: QtBot, window: MainWindow) -> None:
    window.presenting.begin()
    window.views.figure.setFocus()
    window.session.set_focus(1)
    press(qtbot, window.presenting, Key.Key_Right)
    assert window.session.focus == 2
    window.presenting.end()


# --- Text fields ----------------------------------------------------------------------------------


def test_a_field_that_is_clicked_takes_the_keys_until_escape(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    field = playing.views.sentences.a
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "pep blows")
    assert playing.session.state.a == "pep blows"
    assert presenting.glass.pen is None
    assert presenting.blank.isHidden()

    press(qtbot, presenting, Key.Key_PageDown)  # A clicker.
    assert playing.lessons.player.number == 1
    field.setFocus()
    press(qtbot, presenting, Key.Key_Escape)
    assert presenting.is_on
    assert not field.hasFocus()
    press(qtbot, presenting, Key.Key_Escape)
    assert not presenting.is_on


def test_space_plays_the_training(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow, fake: FakeEngine
) -> None:
    press(qtbot, presenting, Key.Key_Space)
    assert fake.take(m.Train)


# --- The screen and what lies over it -------------------------------------------------------------


@pytest.mark.parametrize(("key", "shade"), [(Key.Key_B, "#000000"), (Key.Key_W, "#ffffff")])
def test_a_blank_screen_until_any_key(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow, key: Qt.Key, shade: str
) -> None:
    press(qtbot, presenting, key)
    for point in (QPoint(3, 3), playing.rect().center(), playing.rect().bottomRight()):
        assert shade_at(playing, point).name() == shade
    press(qtbot, presenting, Key.Key_Right)
    assert presenting.blank.isHidden()
    assert playing.lessons.player.number == 0  # The key only brings the picture back.


def test_a_click_brings_the_picture_back(qtbot: QtBot, presenting: Presenting) -> None:
    press(qtbot, presenting, Key.Key_B)
    qtbot.mouseClick(presenting.blank, Qt.MouseButton.LeftButton)
    assert presenting.blank.isHidden()


def test_the_pen_draws_in_three_colours_and_takes_back(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    playing.session.set_pair("one", "two")
    press(qtbot, presenting, Key.Key_P)
    palette = playing.appearance.theme.palette
    for key, shade in (
        (Key.Key_1, palette.error),
        (Key.Key_2, palette.segment_a),
        (Key.Key_3, palette.chosen_edge),
    ):
        press(qtbot, presenting, key)
        draw(qtbot, presenting)
        assert shade_at(playing, QPoint(200, 300)) == QColor(shade)
    undo = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Z, undo)
    assert shade_at(playing, QPoint(200, 300)) == QColor(palette.segment_a)
    assert playing.session.state.a == "one"  # The sentence isn't what was taken back.
    press(qtbot, presenting, Key.Key_E)
    assert presenting.glass.strokes == []


def test_strokes_go_with_the_page_and_the_pen_stays(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    press(qtbot, presenting, Key.Key_P)
    draw(qtbot, presenting)
    assert len(presenting.glass.strokes) == 1
    press(qtbot, presenting, Key.Key_Right)
    assert presenting.glass.strokes == []
    assert presenting.glass.pen == 0


def test_views_live_on_under_strokes(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    press(qtbot, presenting, Key.Key_P)
    draw(qtbot, presenting)
    field = playing.views.sentences.a
    corner = field.mapTo(playing, QPoint())
    place = QRect(corner, field.size())
    before = playing.grab(place).toImage()
    playing.session.set_pair("something else", "it is loud")
    assert playing.grab(place).toImage() != before
    press(qtbot, presenting, Key.Key_P)  # Put away, the mouse reaches the views again.
    assert playing.childAt(field.mapTo(playing, field.rect().center())) is not presenting.glass


def test_the_laser_follows_the_mouse(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    press(qtbot, presenting, Key.Key_L)
    for point in (QPoint(300, 200), QPoint(420, 260)):
        qtbot.mouseMove(playing, point)
        assert is_red(shade_at(playing, point))
    press(qtbot, presenting, Key.Key_L)
    assert not is_red(shade_at(playing, QPoint(420, 260)))


def test_the_spotlight_dims_all_but_the_view_under_the_mouse(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    panel, slide = playing.page.panels["attention"], presenting.form.slide
    lit = panel.mapTo(playing, QPoint(panel.width() // 2, 12))
    other = slide.mapTo(playing, QPoint(4, slide.height() // 2))
    before = shade_at(playing, lit), shade_at(playing, other)
    qtbot.mouseMove(playing, lit)
    press(qtbot, presenting, Key.Key_S)
    assert presenting.glass.spot is panel
    assert shade_at(playing, lit) == before[0]
    assert shade_at(playing, other).lightness() < 0.6 * before[1].lightness()
    press(qtbot, presenting, Key.Key_S)
    assert shade_at(playing, other) == before[1]


def test_beside_the_views_the_spotlight_is_on_what_the_page_points_at(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    qtbot.mouseMove(playing, presenting.form.slide.mapTo(playing, QPoint(5, 5)))
    press(qtbot, presenting, Key.Key_S)
    assert presenting.glass.spot is playing.page.panels["attention"]


def test_a_mouse_that_rests_is_hidden_until_it_moves(
    qtbot: QtBot, presenting: Presenting, playing: MainWindow
) -> None:
    presenting.mouse.rest.start(0)

    def shape() -> Qt.CursorShape | None:
        cursor = QApplication.overrideCursor()
        return None if cursor is None else cursor.shape()

    qtbot.waitUntil(lambda: shape() is Qt.CursorShape.BlankCursor)
    presenting.mouse.rest.setInterval(60_000)
    qtbot.mouseMove(playing, QPoint(50, 60))
    qtbot.mouseMove(playing, QPoint(80, 90))
    assert shape() is None


def test_the_keys_are_told_and_escape_closes_only_them(
    qtbot: QtBot, presenting: Presenting
) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, "?")
    assert presenting.sheet.isVisible()
    press(qtbot, presenting, Key.Key_Escape)
    assert not presenting.sheet.isVisible()
    assert presenting.is_on
