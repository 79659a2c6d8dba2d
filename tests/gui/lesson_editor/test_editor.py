"""Writing a lesson with real keys and clicks; nothing that was typed is lost."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from bertscope.gui.lesson.reading import read_lesson
from bertscope.gui.lesson.shelf import Entry, entries, keep
from bertscope.gui.lesson_editor.drafts import draft_of
from bertscope.gui.lesson_editor.editor import CAPTURED, LessonEditor
from bertscope.gui.lesson_editor.pages import UNTITLED, new_lesson
from bertscope.gui.lesson_editor.writing_desk import WritingDesk
from bertscope.text.masking import Action
from tests.gui.accessibility import unnamed_controls

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
TEXT = '+++\ntitle = "Mine"\n+++\n\n# One\n\nWords **here**.\n\n# Two\n\n# Three\n'


@pytest.fixture
def entry() -> Entry:
    return keep("mine", TEXT.encode())


@pytest.fixture
def editor(window: "MainWindow", entry: Entry, qtbot: QtBot) -> LessonEditor:
    """The editor on a lesson of the user's own with three pages."""
    editor = window.lesson_editor
    with qtbot.waitExposed(editor.desk):
        editor.edit(entry)
    return editor


def titles(desk: WritingDesk) -> list[str]:
    items = desk.contents.list
    return [items.item(row).text().split("  ")[1] for row in range(items.count())]


def choose(qtbot: QtBot, desk: WritingDesk, row: int) -> None:
    """Click on a page in the list."""
    items = desk.contents.list
    place = items.visualItemRect(items.item(row)).center()
    qtbot.mouseClick(items.viewport(), LEFT, pos=place)
    qtbot.waitUntil(lambda: desk.page == row)
    desk.read()


def type_in(qtbot: QtBot, desk: WritingDesk, words: str) -> None:
    """Type at the end of the text, and let it be read."""
    desk.source.moveCursor(QTextCursor.MoveOperation.End)
    for number, line in enumerate(words.split("\n")):
        if number:
            qtbot.keyClick(desk.source, Qt.Key.Key_Return)
        qtbot.keyClicks(desk.source, line)
    desk.read()


def test_what_is_typed_is_seen_as_it_will_be_read(editor: LessonEditor, qtbot: QtBot):
    desk = editor.desk
    assert titles(desk) == ["One", "Two", "Three"]
    assert desk.preview.words.toPlainText() == "Words here."
    choose(qtbot, desk, 2)
    type_in(qtbot, desk, "A cat.")
    assert desk.preview.heading.text() == "Three"
    assert desk.preview.words.toPlainText() == "A cat."
    assert desk.words.text() == "The lesson can be read."


def test_a_mistake_is_marked_and_told_with_its_line(editor: LessonEditor, qtbot: QtBot):
    desk = editor.desk
    type_in(qtbot, desk, "```window\nsed = 3\n```\n")
    assert desk.words.text() == "Line 13: there is no `sed` here: did you mean `seed`?"
    assert desk.source.wrong == 13
    assert not desk.preview.show_it.isEnabled()
    desk.source.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.mouseClick(desk.to_line, LEFT)
    assert desk.source.line == 12
    qtbot.keyClick(desk.source, Qt.Key.Key_Right)
    qtbot.keyClick(desk.source, Qt.Key.Key_Right)
    qtbot.keyClicks(desk.source, "e")
    desk.read()
    assert (desk.source.wrong, desk.to_line.isVisible()) == (0, False)
    assert desk.preview.show_it.isEnabled()


def test_pages_are_moved_copied_and_deleted_and_all_of_it_undone(
    editor: LessonEditor, qtbot: QtBot
):
    desk = editor.desk
    contents = desk.contents
    choose(qtbot, desk, 0)
    steps = [
        (contents.down, ["Two", "One", "Three"]),
        (contents.double, ["Two", "One", "One", "Three"]),
        (contents.remove, ["Two", "One", "Three"]),
        (contents.up, ["One", "Two", "Three"]),
        (contents.add, ["One", "New page", "Two", "Three"]),
    ]
    for button, after in steps:
        qtbot.mouseClick(button, LEFT)
        assert titles(desk) == after
    for _ in steps:
        qtbot.keyClick(desk.source, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.text == TEXT


def test_buttons_are_about_the_pages_that_are_there_by_now(editor: LessonEditor, qtbot: QtBot):
    desk, contents = editor.desk, editor.desk.contents
    choose(qtbot, desk, 2)
    desk.source.moveCursor(QTextCursor.MoveOperation.End)
    for _ in "# Three\n":
        qtbot.keyClick(desk.source, Qt.Key.Key_Backspace)
    assert titles(desk) == ["One", "Two"]
    for _ in range(2):
        qtbot.mouseClick(contents.double, LEFT)
    assert titles(desk) == ["One", "Two", "Two", "Two"]
    for _ in range(5):
        qtbot.mouseClick(contents.up, LEFT)
    assert (titles(desk), contents.row) == (["Two", "One", "Two", "Two"], 0)
    for _ in range(5):
        qtbot.mouseClick(contents.remove, LEFT)
    assert titles(desk) == ["Two"]
    assert not contents.remove.isEnabled()


def test_a_page_is_dragged_to_another_place(editor: LessonEditor, qtbot: QtBot):
    items = editor.desk.contents.list
    model, root = items.model(), items.rootIndex()
    assert model.moveRow(root, 0, root, 3)  # As the list does when a row is let go of.
    qtbot.waitUntil(lambda: editor.desk.text != TEXT)
    assert [page.title for page in read_lesson(editor.desk.text).pages] == ["Two", "Three", "One"]
    assert titles(editor.desk) == ["Two", "Three", "One"]


def test_saving_one_of_the_users_own(editor: LessonEditor, entry: Entry, qtbot: QtBot):
    desk = editor.desk
    type_in(qtbot, desk, "More.")
    assert "not saved" in desk.windowTitle()
    qtbot.mouseClick(desk.save, LEFT)
    assert entry.file().read_text() == TEXT + "More."
    assert "not saved" not in desk.windowTitle()
    assert not desk.save.isEnabled()
    assert [found.name for found in entries() if found.own] == ["mine"]


def test_a_lesson_that_ships_is_saved_as_a_copy(window: "MainWindow", tmp_path: Path):
    shipped = Entry("ships", {"en": tmp_path / "lesson.md"}, own=False)
    shipped.file().write_text(TEXT)
    editor = window.lesson_editor
    editor.edit(shipped)
    editor.desk.source.insertPlainText("\n")
    editor.save()
    assert shipped.file().read_text() == TEXT
    assert [(found.name, found.file().read_text()) for found in entries() if found.own] == [
        ("Mine", "\n" + TEXT)
    ]


def test_closing_keeps_what_was_not_saved(
    editor: LessonEditor, entry: Entry, window: "MainWindow", qtbot: QtBot
):
    desk = editor.desk
    type_in(qtbot, desk, "Unsaved.")
    desk.close()
    assert entry.file().read_text() == TEXT
    assert draft_of(entry).read_text() == TEXT + "Unsaved."
    again = LessonEditor(window)
    again.edit(entry)
    assert again.desk.text == TEXT + "Unsaved."
    assert "not saved" in again.desk.windowTitle()
    qtbot.mouseClick(again.desk.back, LEFT)
    assert again.desk.text == TEXT
    again.desk.source.undo()
    assert again.desk.text == TEXT + "Unsaved."
    again.save()
    assert not draft_of(entry).exists()


def test_another_lesson_is_opened_and_the_first_is_kept(
    editor: LessonEditor, entry: Entry, qtbot: QtBot
):
    type_in(qtbot, editor.desk, "Unsaved.")
    editor.edit(None)
    assert editor.desk.text == new_lesson()
    editor.edit(entry)
    assert editor.desk.text == TEXT + "Unsaved."


def test_a_shelf_that_cannot_be_written_says_so(
    editor: LessonEditor, home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    type_in(qtbot, editor.desk, "More.")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        qtbot.mouseClick(editor.desk.save, LEFT)
    assert "can't be written (No space left on device)" in editor.desk.words.text()
    assert editor.desk.text == TEXT + "More."


def test_the_state_of_the_window_becomes_a_page(
    editor: LessonEditor, window: "MainWindow", qtbot: QtBot
):
    window.session.set_action([2], Action.MASK)
    choose(qtbot, editor.desk, 0)
    qtbot.mouseClick(editor.desk.state, LEFT)
    captured = read_lesson(editor.desk.text).pages[1]
    assert captured.scene.a == window.session.state.a
    assert captured.scene.masks == {"dog": "mask"}


def test_exporting_writes_one_file(
    editor: LessonEditor,
    window: "MainWindow",
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
):
    path = tmp_path / "handed on.lesson.md"
    monkeypatch.setattr(window.asking.dialogs, "save_file", lambda *_: str(path))
    qtbot.mouseClick(editor.desk.export, LEFT)
    assert path.read_text() == TEXT


def test_escape_and_enter_leave_the_editor_open(editor: LessonEditor, qtbot: QtBot):
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        qtbot.keyClick(editor.desk, key)
        assert editor.desk.isVisible()


def test_each_control_has_a_name_and_a_tooltip(editor: LessonEditor):
    desk = editor.desk
    assert unnamed_controls(desk) == []
    buttons = (*desk.contents.buttons, desk.state, desk.back, desk.export, desk.save, desk.to_line)
    assert all(button.toolTip() for button in (*buttons, desk.preview.show_it, desk.source))


def test_characters_beyond_the_first_plane_survive_an_undoable_change(editor: LessonEditor):
    source = editor.desk.source
    source.replace(TEXT.replace("Words", "😀 words 😀"))
    source.replace(TEXT.replace("Words", "😀 other 😁"))
    assert source.toPlainText() == TEXT.replace("Words", "😀 other 😁")
    source.undo()
    assert source.toPlainText() == TEXT.replace("Words", "😀 words 😀")
    assert source.cursorForPosition(QPoint(0, 0)).blockNumber() == 0


def test_a_page_is_shown_in_the_window(editor: LessonEditor, window: "MainWindow", qtbot: QtBot):
    choose(qtbot, editor.desk, 1)
    qtbot.mouseClick(editor.desk.preview.show_it, LEFT)
    player = window.lessons.player
    assert (player.name, player.number, player.page.title) == ("mine", 1, "Two")


def test_the_menu_writes_edits_and_captures(window: "MainWindow", entry: Entry):
    menu = {command.words: command.action for command in window.menus.commands}
    assert not menu["Edit this lesson"].isEnabled()
    menu["Save this state as a page"].trigger()
    desk = window.lesson_editor.desk
    assert [page.title for page in read_lesson(desk.text).pages] == [UNTITLED, CAPTURED]
    window.lessons.begin("mine", 1)
    menu["Edit this lesson"].trigger()
    assert (desk.text, desk.page) == (TEXT, 1)
    menu["Write a lesson"].trigger()
    assert CAPTURED in desk.text


def test_what_is_typed_survives_the_window(
    editor: LessonEditor, window: "MainWindow", entry: Entry, qtbot: QtBot
):
    type_in(qtbot, editor.desk, "Unsaved.")
    window.close()
    assert draft_of(entry).read_text() == TEXT + "Unsaved."
    assert not editor.desk.isVisible()


def test_a_lesson_from_anywhere_is_edited_as_a_copy(window: "MainWindow"):
    window.lessons.play(read_lesson(TEXT), "theirs", 2)
    window.lesson_editor.edit_open()
    assert [found.name for found in entries() if found.own] == ["theirs"]
    assert read_lesson(window.lesson_editor.desk.text).pages[2].title == "Three"
    assert window.lesson_editor.desk.page == 2


def test_a_no_break_space_stays_one(window: "MainWindow", qtbot: QtBot):
    entry = keep("spaced", TEXT.replace("Words ", "10\u00a0%").encode())
    editor = window.lesson_editor
    editor.edit(entry)
    assert not editor.is_unsaved
    type_in(qtbot, editor.desk, "more")
    editor.save()
    assert "10\u00a0%" in entry.file().read_text("utf-8")


def test_what_is_typed_into_an_empty_file_is_kept(window: "MainWindow", qtbot: QtBot):
    entry = keep("empty", b"")
    window.lesson_editor.edit(entry)
    qtbot.keyClicks(window.lesson_editor.desk.source, "# One")
    window.lesson_editor.desk.close()
    assert draft_of(entry).read_text("utf-8") == "# One"


def test_a_draft_that_outlived_its_lesson_is_not_taken_for_that_of_another(
    editor: LessonEditor, entry: Entry, qtbot: QtBot
):
    type_in(qtbot, editor.desk, "old words")
    editor.desk.close()
    entry.file().unlink()
    other = keep("mine", TEXT.encode())
    editor.edit(other)
    assert editor.desk.text == TEXT
    assert "old words" in draft_of(entry).read_text("utf-8")


def test_of_two_windows_on_one_lesson_neither_loses_what_is_typed(
    window: "MainWindow", editor: LessonEditor, entry: Entry, qtbot: QtBot
):
    other = LessonEditor(window)
    other.edit(entry)
    type_in(qtbot, editor.desk, "first")
    editor.desk.close()
    type_in(qtbot, other.desk, "second")
    other.desk.close()
    assert draft_of(entry).read_text("utf-8") == f"{TEXT}first"
    assert other.entry is not None
    assert other.entry.file().read_text("utf-8") == f"{TEXT}second"
    assert other.entry.name != entry.name


def test_a_window_with_nothing_to_keep_leaves_the_draft_of_another(
    window: "MainWindow", editor: LessonEditor, entry: Entry, qtbot: QtBot
):
    other = LessonEditor(window)
    other.edit(entry)
    type_in(qtbot, editor.desk, "first")
    editor.desk.close()
    other.desk.close()
    assert draft_of(entry).read_text("utf-8") == f"{TEXT}first"
