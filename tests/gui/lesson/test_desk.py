"""A lesson in the window: read, clicked through, pointed out and remembered."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from pytestqt.qtbot import QtBot

from bertscope.gui.lesson.lesson import Place
from bertscope.gui.lesson.places import widget_of
from bertscope.gui.lesson.stranger import StrangerDialog
from bertscope.gui.main_window import MainWindow
from bertscope.gui.theme import Mode
from bertscope.places import lessons_folder
from tests.gui.accessibility import unnamed_controls
from tests.gui.conftest import FakeEngine
from tests.gui.lesson.played import TEXT

LEFT = Qt.MouseButton.LeftButton


def keep(name: str, text: str = TEXT) -> Path:
    """Put a lesson on the user's own shelf."""
    lessons_folder().mkdir(parents=True, exist_ok=True)
    path = lessons_folder() / f"{name}.lesson.md"
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def begun(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with a lesson of three pages, its first page set."""
    keep("cloze")
    with qtbot.waitSignal(window.lessons.player.ready):
        window.lessons.begin("cloze")
    return window


def entries(window: MainWindow) -> list[QAction]:
    """Those of the menu Lessons, as when it is opened."""
    (menu,) = [a.menu() for a in window.menu_bar.actions() if a.text() == "&Lessons"]
    menu.aboutToShow.emit()
    return menu.actions()


SEE_WHAT_IS_LOADED = """
import sys, bertscope.gui.app, bertscope.gui.main_window
print([name for name in sys.modules if name.startswith("bertscope.gui.lesson")])
"""


def tab_order(window: MainWindow) -> list[str]:
    """The names of what Tab goes through in the pane, from its title on."""
    pane = window.lessons.pane
    found, control = [], pane.title
    while pane.isAncestorOf(control):
        if (
            control.isVisible()
            and control.isEnabled()
            and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            found.append(control.accessibleName() or control.text())
        control = control.nextInFocusChain()
    return found


class TestReading:
    def test_the_window_starts_without_it(self) -> None:
        command = [sys.executable, "-c", SEE_WHAT_IS_LOADED]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]"

    def test_tab_goes_through_it_as_it_is_read(self, begun: MainWindow) -> None:
        first = ["The cloze test: contents", "Leave the lesson"]
        last = ["Set the page again", "Next"]
        asks = ["To do", "Hint"]
        page = ["Page of the lesson", "Narration"]
        assert tab_order(begun) == [*first, *page, *asks, *last]
        begun.lessons.player.turn(1)
        assert tab_order(begun) == [*first, *page, "Set the page again", "Back", "Next"]
        begun.lessons.player.turn(-1)
        assert tab_order(begun) == [*first, *page, *asks, *last]

    def test_nothing_of_it_is_made_before_it_is_wanted(self, window: MainWindow) -> None:
        assert not window.has_lessons
        assert window.row.count() == 1
        assert window.row.width() == window.stage.width()

    def test_the_pane_stands_left_of_the_views(self, qtbot: QtBot, begun: MainWindow) -> None:
        pane = begun.lessons.pane
        assert begun.lessons.is_open
        qtbot.waitUntil(lambda: pane.width() == 340)
        assert pane.mapTo(begun, QPoint()).x() < begun.stage.mapTo(begun, QPoint()).x()
        assert pane.heading.text() == "The input"
        assert pane.where.text() == "Page 1 of 3"
        assert "Edog" in pane.words.toPlainText()
        assert begun.session.state.a == "my dog is cute"
        assert unnamed_controls(pane) == []

    def test_each_ask_is_done_by_a_real_click(self, qtbot: QtBot, begun: MainWindow) -> None:
        pane = begun.lessons.pane
        first, second = pane.asks.rows
        assert (first.is_next, second.is_next) == (True, False)
        assert first.say.isVisible()
        assert not first.hint.isVisible()
        qtbot.mouseClick(first.hint_button, LEFT)
        assert first.hint.isVisible()
        qtbot.mouseClick(begun.views.mask_bar.roll, LEFT)
        qtbot.waitUntil(lambda: second.is_next)
        assert first.well.isVisible()
        assert not first.say.isVisible()
        assert not first.hint.isVisible()
        assert first.accessibleName() == "Done: Press Roll."
        assert second.accessibleName() == "To do now: Hide dog and E_A."
        assert pane.next.property("primary") is False
        begun.views.figure.setFocus()
        begun.session.set_focus(4)
        qtbot.keyClick(begun.views.figure, Qt.Key.Key_M)
        qtbot.waitUntil(lambda: pane.next.property("primary") is True)
        assert begun.lessons.player.done == (True, True)
        assert pane.dots.accessibleName() == "Page 1 of 3, 1 done"

    def test_pages_are_turned_by_buttons_keys_dots_and_the_title(
        self, qtbot: QtBot, begun: MainWindow
    ) -> None:
        pane, player = begun.lessons.pane, begun.lessons.player
        qtbot.mouseClick(pane.next, LEFT)
        assert player.number == 1
        qtbot.keyClick(begun, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        assert player.number == 2
        assert pane.next.text() == "Finish"
        qtbot.keyClick(begun, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
        assert player.number == 1
        qtbot.mouseClick(pane.dots, LEFT, pos=pane.dots.spot(2).center().toPoint())
        assert player.number == 2
        pane.words.setFocus()
        qtbot.keyClick(pane.words, Qt.Key.Key_PageUp)
        assert player.number == 1
        pane.contents.aboutToShow.emit()
        assert [a.text() for a in pane.contents.actions()] == [
            "1  The input",
            "2  What it says",
            "3  The end",
        ]
        pane.contents.actions()[0].trigger()
        assert player.number == 0
        assert not pane.back.isEnabled()

    def test_words_are_copied_and_no_picture(self, qtbot: QtBot, begun: MainWindow) -> None:
        words = begun.lessons.pane.words
        words.setFocus()
        words.selectAll()
        qtbot.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text().startswith("Each token is a sum")

    def test_set_again_brings_the_page_back(self, qtbot: QtBot, begun: MainWindow) -> None:
        begun.session.set_pair("something else", "")
        with qtbot.waitSignal(begun.lessons.player.ready):
            qtbot.mouseClick(begun.lessons.pane.again, LEFT)
        assert (begun.session.state.a, begun.session.state.b) == (
            "my dog is cute",
            "he likes playing",
        )

    @pytest.mark.parametrize("way", ["cross", "finish", "menu"])
    def test_leaving_gives_the_window_back(
        self, qtbot: QtBot, window: MainWindow, way: str
    ) -> None:
        keep("cloze")
        window.session.set_pair("what was there", "before")
        window.lessons.begin("cloze")
        pane, player = window.lessons.pane, window.lessons.player
        if way == "cross":
            qtbot.mouseClick(pane.leave, LEFT)
        elif way == "menu":
            next(a for a in entries(window) if a.text() == "&Leave the lesson").trigger()
        else:
            player.go(2)
            qtbot.mouseClick(pane.next, LEFT)
        qtbot.waitUntil(lambda: window.session.state.a == "what was there")
        assert not window.lessons.is_open
        assert pane.isHidden()
        assert window.lessons.pointer.rings == []

    def test_larger_text_has_a_wider_pane(self, qtbot: QtBot, begun: MainWindow) -> None:
        pane = begun.lessons.pane
        begun.appearance.set_scale(1.6)
        qtbot.waitUntil(lambda: 360 <= pane.width() <= 400)
        begun.appearance.set_mode(Mode.DARK)
        bar = pane.area.horizontalScrollBar()
        assert (bar.minimum(), bar.maximum()) == (0, 0)


class TestPointing:
    def test_a_page_points_at_what_it_names(self, qtbot: QtBot, begun: MainWindow) -> None:
        lessons = begun.lessons
        qtbot.waitUntil(lambda: len(lessons.pointer.rings) == 2)
        wanted = [widget_of(begun, place) for place in (Place.ROLL, Place.ATTENTION)]
        assert [ring.around for ring in lessons.pointer.rings] == wanted
        lessons.player.turn(1)
        assert lessons.pointer.rings == []

    def test_a_ring_is_in_nobodys_way(self, qtbot: QtBot, begun: MainWindow) -> None:
        qtbot.waitUntil(lambda: all(r.isVisible() for r in begun.lessons.pointer.rings))
        qtbot.mouseClick(begun.views.mask_bar.roll, LEFT)
        assert len(begun.session.state.plan) == 1


class TestTheMenu:
    def test_it_has_the_lessons_there_are(self, qtbot: QtBot, window: MainWindow) -> None:
        keep("cloze")
        keep("broken", "no lesson")
        words = [action.text() for action in entries(window)]
        assert "The cloze test · 7 min" in words
        assert "broken" in words
        assert words.index("broken") < words.index("&Open lesson file …")
        lessons_folder().joinpath("cloze.lesson.md").unlink()
        assert "The cloze test · 7 min" not in [action.text() for action in entries(window)]
        assert not window.has_lessons

    def test_an_entry_begins_its_lesson_and_is_ticked_once_it_is_done(
        self, window: MainWindow
    ) -> None:
        keep("cloze")

        def entry() -> QAction:
            return next(a for a in entries(window) if a.text() == "The cloze test · 7 min")

        assert not entry().isChecked()
        entry().trigger()
        assert window.lessons.player.name == "cloze"
        window.lessons.player.go(2)  # The last page asks for nothing.
        assert window.settings.lessons == {"cloze": 3}
        assert entry().isChecked()

    def test_one_goes_on_where_one_left(self, window: MainWindow) -> None:
        keep("cloze")
        window.lessons.begin("cloze", 1)
        window.lessons.end()
        assert window.settings.lessons == {"cloze": 2}
        window.lessons.begin("cloze")
        assert window.lessons.player.number == 2

    def test_the_palette_finds_lessons(self, qtbot: QtBot, window: MainWindow) -> None:
        keep("cloze")
        qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        palette = window.menus.palette
        qtbot.keyClicks(palette.search, "cloze test")
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)
        assert window.lessons.player.name == "cloze"


class TestOpening:
    @pytest.mark.parametrize(
        ("open_it", "told"),
        [
            (lambda w: w.lessons.begin("nowhere"), "There is no lesson nowhere"),
            (lambda w: w.lessons.begin("broken"), "broken.lesson.md, line 1"),
            (lambda w: w.lessons.open_file(Path("gone.md")), "gone.md can't be read"),
        ],
    )
    def test_one_that_cannot_be_read_says_so(
        self, window: MainWindow, open_it: Callable[[MainWindow], None], told: str
    ) -> None:
        keep("broken", "no lesson")
        open_it(window)
        assert window.banner.isVisible()
        assert window.banner.words.text().startswith(told)
        assert not window.lessons.is_open

    def test_a_file_from_anywhere_is_not_remembered(
        self, qtbot: QtBot, window: MainWindow, tmp_path: Path
    ) -> None:
        path = tmp_path / "mine.md"
        path.write_text(TEXT, "utf-8")
        window.lessons.open_file(path)
        assert not window.lessons.is_open  # It is asked first.
        (dialog,) = window.findChildren(StrangerDialog)
        qtbot.mouseClick(dialog.begin, LEFT)
        window.lessons.player.go(2)
        assert window.lessons.is_open
        assert window.settings.lessons == {}

    def test_a_link_opens_another_lesson_at_its_page(self, begun: MainWindow) -> None:
        keep("other", TEXT.replace("The cloze test", "The other"))
        begun.lessons.player.turn(1)
        begun.lessons.pane.words.lesson_wanted.emit("other", 1)
        assert (begun.lessons.player.name, begun.lessons.player.number) == ("other", 1)
        assert begun.lessons.pane.heading.text() == "What it says"

    def test_the_page_comes_back_from_slow_motion(
        self, window: MainWindow, fake: FakeEngine
    ) -> None:
        keep("cloze")
        window.show_slow_motion()
        window.lessons.begin("cloze")
        assert window.page.isVisible()


def test_a_title_as_long_as_a_page_leaves_menus_and_pane_as_wide_as_ever(
    begun: MainWindow,
) -> None:
    title = "long" * 750
    keep("long", f'+++\ntitle = "{title}"\n+++\n\n# {title}\n\nWords.\n')
    begun.lessons.begin("long")
    pane = begun.lessons.pane
    pane.contents.aboutToShow.emit()
    assert pane.contents.sizeHint().width() < begun.width()
    assert pane.area.widget().width() <= pane.width()
