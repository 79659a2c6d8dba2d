"""Words of a page: formulas, links to lessons, and nothing from outside."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QPixmap, QTextCharFormat, QTextCursor
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope.gui.lesson.markdown import plain_words
from bertscope.gui.lesson.narration import Narration
from bertscope.gui.theme import Appearance, Mode

Align = QTextCharFormat.VerticalAlignment


@pytest.fixture
def narration(qtbot: QtBot, appearance: Appearance) -> Narration:
    made = Narration(appearance, "Narration")
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    return made


def fragments(narration: Narration) -> Iterator[tuple[str, QTextCharFormat]]:
    block = narration.document().begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            yield place.fragment().text(), place.fragment().charFormat()
            place += 1
        block = block.next()


def where(narration: Narration, words: str) -> QPoint:
    """The middle of some words, in the viewport."""
    cursor: QTextCursor = narration.document().find(words)
    end = narration.cursorRect(cursor)
    cursor.setPosition(cursor.selectionStart())
    return (narration.cursorRect(cursor).center() + end.center()) / 2


def test_a_formula_is_drawn_with_what_stands_below(narration: Narration) -> None:
    narration.say("so **$E_{dog}$** and $10^{-4}$ 🐕 $E_A$ end")
    assert narration.toPlainText().replace("\u00a0", " ") == "so Edog and 10−4 🐕 EA end"
    found = dict(fragments(narration))
    assert found["dog"].verticalAlignment() == Align.AlignSubScript
    assert found["−4"].verticalAlignment() == Align.AlignSuperScript
    assert found["A"].verticalAlignment() == Align.AlignSubScript
    assert found["dog"].fontWeight() > found["A"].fontWeight()


def test_a_formula_alone_stands_in_the_middle(narration: Narration) -> None:
    narration.say("Before.\n\n$x_i = a$\n\nBehind.")
    block = narration.document().begin().next()
    assert block.blockFormat().alignment() == Qt.AlignmentFlag.AlignHCenter


def test_html_is_shown_as_it_is_written(narration: Narration) -> None:
    narration.say("<b>bold</b> &amp; <script>x</script>\n\n<img src='a.png'>")
    assert "<b>bold</b> & <script>x</script>" in narration.toPlainText()
    assert "<img src='a.png'>" in narration.toPlainText()


def test_no_picture_is_loaded(narration: Narration, tmp_path: Path) -> None:
    square = QPixmap(40, 40)
    square.fill(QColor("red"))
    square.save(str(tmp_path / "red.png"))
    narration.say(f"![a dog]({(tmp_path / 'red.png').as_uri()}) ![remote](https://example.org/x)")
    assert narration.toPlainText() == "a dog remote"
    assert not any(form.isImageFormat() for _, form in fragments(narration))
    image = narration.grab().toImage()
    seen = {image.pixel(x, y) for x in range(0, 60, 3) for y in range(0, 40, 3)}
    assert QColor("red").rgb() not in seen


def test_a_link_to_a_lesson_says_which_page(qtbot: QtBot, narration: Narration) -> None:
    narration.say("see [the input](lesson:the-input#3) and [this](lesson:masking)")
    wanted = QSignalSpy(narration.lesson_wanted)
    for words in ("the input", "this"):
        spot = where(narration, words)
        qtbot.mouseClick(narration.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [wanted.at(n) for n in range(wanted.count())] == [["the-input", 2], ["masking", -1]]


@pytest.mark.parametrize("address", ["https://example.org", "file:///etc/hosts", "javascript:x()"])
def test_other_links_are_words(narration: Narration, address: str) -> None:
    narration.say(f"see [it there]({address})")
    wanted = QSignalSpy(narration.lesson_wanted)
    assert narration.anchorAt(where(narration, "it there")) == ""
    narration.anchorClicked.emit(QUrl(address))
    assert narration.toPlainText() == "see it there"
    assert wanted.count() == 0
    assert not any(form.isAnchor() for _, form in fragments(narration))


def test_it_is_as_high_as_its_words(narration: Narration) -> None:
    narration.say("word " * 60)
    assert narration.heightForWidth(150) > narration.heightForWidth(300) > 60
    narration.say("word")
    assert narration.heightForWidth(300) < 40


def test_it_takes_on_another_theme(narration: Narration, appearance: Appearance) -> None:
    narration.say("**words** and `code`")
    small = narration.heightForWidth(300)
    appearance.set_mode(Mode.DARK)
    appearance.set_scale(2.0)
    assert narration.heightForWidth(300) > 1.5 * small
    inks = {form.foreground().color().name() for _, form in fragments(narration)}
    assert inks == {appearance.theme.palette.text.lower()}


def test_plain_words_of_markdown() -> None:
    assert plain_words("Press **Roll**,\nthen `dog`: $E_{dog}$.") == "Press Roll, then dog: E_dog."


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.text(alphabet="$_{}[]()!#*`<>|-\n a1:\ue000\ue001一", max_size=60))
def test_any_text_can_be_shown(narration: Narration, words: str) -> None:
    narration.say(words)
    assert "\ue000" not in narration.toPlainText()
    assert not any(form.isImageFormat() for _, form in fragments(narration))
