"""Sentence bar: what is typed, pasted and swapped reaches the session; what is cut is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from bertscope.gui.sentences import SentenceBar
from bertscope.gui.session import LONGEST_TEXT, Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot: QtBot, session: Session) -> SentenceBar:
    made = SentenceBar(session)
    qtbot.addWidget(made)
    made.resize(830, 40)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_typing_reaches_the_session(qtbot: QtBot, bar: SentenceBar, session: Session) -> None:
    bar.b.end(False)
    qtbot.keyClicks(bar.b, " now")
    assert session.state.b == "he likes playing now"
    session.undo_stack.undo()
    assert bar.b.text() == session.state.b


def test_swap_and_random_b(qtbot: QtBot, bar: SentenceBar, session: Session) -> None:
    qtbot.mouseClick(bar.swap, LEFT)
    assert (bar.a.text(), bar.b.text()) == ("he likes playing", "my dog is cute")
    with qtbot.waitSignal(bar.random_b_wanted):
        qtbot.mouseClick(bar.random_b, LEFT)


def test_pasted_line_breaks_and_tabs_become_spaces(
    bar: SentenceBar, session: Session, qapp: object
) -> None:
    QGuiApplication.clipboard().setText("old\nand\tbig\u2028")
    bar.a.setCursorPosition(3)
    bar.a.paste()
    assert session.state.a == "my old and big dog is cute"
    assert bar.a.text() == session.state.a
    assert bar.a.cursorPosition() == len("my old and big ")


def test_a_text_that_is_too_long_is_cut_and_said(bar: SentenceBar, session: Session) -> None:
    notes: list[str] = []
    bar.noted.connect(notes.append)
    QGuiApplication.clipboard().setText("dog " * 6_000)
    bar.b.selectAll()
    bar.b.paste()
    assert len(session.state.b) == LONGEST_TEXT
    (note,) = notes
    assert "Sentence B ends after 20,000 characters" in note


def test_a_text_of_just_that_length_is_taken_in_silence(bar: SentenceBar, session: Session) -> None:
    notes: list[str] = []
    bar.noted.connect(notes.append)
    QGuiApplication.clipboard().setText("x" * LONGEST_TEXT)
    bar.a.selectAll()
    bar.a.paste()
    assert (len(session.state.a), notes) == (LONGEST_TEXT, [])


def test_b_goes_below_a_where_there_is_no_room_beside_it(bar: SentenceBar, qtbot: QtBot) -> None:
    assert bar.a.y() == bar.b.y()
    bar.resize(330, 100)
    qtbot.waitUntil(lambda: bar.b.y() > bar.a.y())
    assert bar.a.width() == bar.b.width()
    bar.resize(830, 40)
    qtbot.waitUntil(lambda: bar.b.y() == bar.a.y())


def test_what_is_put_there_is_seen_from_its_beginning(
    qtbot: QtBot, bar: SentenceBar, session: Session
) -> None:
    bar.a.setFocus()
    qtbot.waitUntil(bar.a.hasFocus)
    session.set_pair("who sleeps", "a long passage " * 40)
    assert bar.b.cursorPosition() == 0
    assert bar.a.cursorPosition() == len("who sleeps")  # Where one types, one goes on.


def test_a_sentence_that_nobody_types_in_shows_its_beginning(
    qtbot: QtBot, bar: SentenceBar, session: Session
) -> None:
    words = "the girl who lost her kitten " * 6
    bar.a.setFocus()
    qtbot.waitUntil(bar.a.hasFocus)
    bar.a.clear()
    qtbot.keyClicks(bar.a, words)
    bar.a.setCursorPosition(len(words) - 4)
    bar.swap.setFocus()
    qtbot.waitUntil(bar.swap.hasFocus)
    assert bar.a.cursorPosition() == 0
    bar.a.setFocus()  # As presenting gives the keys back.
    qtbot.waitUntil(bar.a.hasFocus)
    assert bar.a.cursorPosition() == len(words) - 4


def test_a_random_b_is_not_offered_where_it_means_nothing(qtbot: QtBot, bar: SentenceBar) -> None:
    bar.show_random_b("It is no passage.")
    assert not bar.random_b.isEnabled()
    assert bar.random_b.toolTip() == "It is no passage."
    bar.show_random_b("")
    with qtbot.waitSignal(bar.random_b_wanted):
        qtbot.mouseClick(bar.random_b, LEFT)
