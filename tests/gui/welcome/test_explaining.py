"""What is this? Every view tells it, beside its button."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.lesson.lesson import Ask, Head, Lesson, Page, Until
from bertscope.gui.lesson.shelf import entries
from bertscope.gui.main_window import MainWindow
from bertscope.gui.panels import Header
from bertscope.gui.welcome.about import abouts, read_abouts
from bertscope.gui.welcome.explaining import SLOW
from tests.gui.accessibility import unnamed_controls

LEFT = Qt.MouseButton.LeftButton


def header_of(window: MainWindow, name: str) -> Header:
    return next(h for h in window.page.findChildren(Header) if h.name == name)


def in_window(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def test_every_view_has_its_words_and_all_words_a_view(window: MainWindow) -> None:
    names = {header.name for header in window.page.findChildren(Header)}
    assert names == {"input", *window.page.panels}
    assert set(abouts()) == names | {SLOW}


def test_each_has_a_formula_and_a_lesson() -> None:
    for name, about in abouts().items():
        assert "$" in about.words, name
        assert about.lesson, name
        assert "lesson:" not in about.words


def test_its_lessons_are_those_that_ship() -> None:
    there = {entry.name for entry in entries() if not entry.own}
    assert {about.lesson for about in abouts().values()} <= there


def test_sections_are_read() -> None:
    read = read_abouts("# one\nWords $x$.\n\nlesson:a-b\n\n# two three\nOther.\n")
    assert read["one"].words == "Words $x$."
    assert read["one"].lesson == "a-b"
    assert (read["two three"].words, read["two three"].lesson) == ("Other.", "")


def test_a_click_tells_beside_the_button(window: MainWindow, qtbot: QtBot) -> None:
    for name in ("input", "predictions", "objective", "training"):
        header = header_of(window, name)
        qtbot.mouseClick(header.about, LEFT)
        popover = window.popover
        assert popover.isVisible()
        assert popover.title.text() == header.title.text()
        assert popover.words.words == abouts()[name].words
        assert window.rect().contains(popover.box)
        assert not popover.box.intersects(in_window(window, header.about))
        assert popover.words.height() >= popover.words.document().size().height()
        assert unnamed_controls(popover) == []
        qtbot.mouseClick(header.about, LEFT)
        assert popover.isHidden()


def test_beside_a_panel_that_is_taken_out_it_is_there_too(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.page.panels["attention"]
    panel.setFloating(True)
    qtbot.mouseClick(header_of(window, "attention").about, LEFT)
    assert window.popover.isVisible()
    assert window.popover.window() is panel
    panel.setFloating(False)
    qtbot.waitUntil(window.popover.isHidden)


def test_escape_closes_it_and_gives_the_keys_back(window: MainWindow, qtbot: QtBot) -> None:
    window.views.attention.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert window.popover.title.text() == "Attention"
    qtbot.keyClick(window.popover, Qt.Key.Key_Escape)
    assert window.popover.isHidden()
    assert window.views.attention.hasFocus()
    window.views.sentences.a.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert window.popover.title.text() == "Input"


def test_a_click_elsewhere_closes_it_and_does_what_it_does(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.mouseClick(header_of(window, "training").about, LEFT)
    qtbot.mouseClick(window.popover, LEFT, pos=window.popover.rect().center())
    assert window.popover.isVisible()
    qtbot.mouseClick(window.views.sentences.swap, LEFT)
    assert window.popover.isHidden()
    assert window.session.state.a == "he likes playing"


def test_it_goes_with_the_view_that_is_put_away(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(header_of(window, "verdict").about, LEFT)
    window.page.panels["verdict"].close()
    qtbot.waitUntil(window.popover.isHidden)


def test_the_menu_of_a_view_tells_too(window: MainWindow, qtbot: QtBot) -> None:
    header = header_of(window, "attention")
    first = header.more.menu().actions()[0]
    assert first.text() == "What is this?"
    first.trigger()
    assert window.popover.title.text() == "Attention"
    assert header.about.accessibleName() == "What is this? Attention"


def test_its_lesson_is_a_click_away(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(header_of(window, "attention").about, LEFT)
    assert window.popover.lesson.text().startswith("Lesson: ")
    qtbot.mouseClick(window.popover.lesson, LEFT)
    assert window.popover.isHidden()
    assert window.lessons.is_open
    assert window.lessons.player.name == abouts()["attention"].lesson


def test_slow_motion_tells_what_it_is(window: MainWindow, qtbot: QtBot) -> None:
    window.show_slow_motion()
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert window.popover.words.words == abouts()[SLOW].words
    assert window.popover.isVisible()


def test_no_header_is_cut(window: MainWindow) -> None:
    for scale in (1.0, 1.6):
        window.appearance.set_scale(scale)
        for name in ("input", *window.page.panels):
            if name != "input":
                window.page.reveal(name)
            window.grab()
            header = header_of(window, name)
            assert header.width() >= header.minimumSizeHint().width(), name
            assert header.title.width() >= header.title.sizeHint().width(), name
            for button in (header.about, header.more):
                at = QRect(button.mapTo(header, QPoint()), button.size())
                assert header.rect().contains(at), name


def test_what_had_the_keys_may_be_gone_when_it_closes(window: MainWindow, qtbot: QtBot) -> None:
    ask = Ask("Roll.", Until(rolls=1), hint="The dice.")
    lesson = Lesson(Head("A lesson"), (Page("One", asks=(ask,)), Page("Two")))
    window.lessons.play(lesson, "one")
    (row,) = window.lessons.pane.asks.rows
    row.hint_button.setFocus()
    window.popover.tell_of_focused()
    with qtbot.waitSignal(row.destroyed):
        window.lessons.player.turn(1)
    qtbot.keyClick(window.popover, Qt.Key.Key_Escape)
    assert window.popover.isHidden()
