"""The dialog that opens labelled data of one's own."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope.gui.engine_process import ProcessOutcome
from bertscope.gui.task.data_dialog import DataDialog
from bertscope.gui.task.inspector import NO_ENGINE
from bertscope.gui.theme import SCALES, Appearance, Mode
from bertscope.task import Columns, Kind, Task, TaskFacts
from bertscope.wire import messages as m
from tests.gui.accessibility import unnamed_controls
from tests.gui.conftest import FakeEngine
from tests.gui.task.told import REVIEWS, tell

LEFT, RETURN = Qt.MouseButton.LeftButton, Qt.Key.Key_Return
PATH = "/data/reviews.tsv"
PROBLEMS = ("Line 14 has 2 columns instead of 3.", "Line 20 has no label.")


class Answers:
    """Says where data is, as the dialogs of the system do."""

    def file_of_engine(self, title: str, kinds: str) -> str:
        return PATH

    def folder_of_engine(self, title: str, start: str = "", *, of: str) -> str:
        return "/data/glue"


@pytest.fixture
def dialog(qtbot: QtBot, fake: FakeEngine, appearance: Appearance) -> Iterator[DataDialog]:
    made = DataDialog(fake, appearance, Answers())
    qtbot.addWidget(made)
    made.ask_for("")
    qtbot.waitExposed(made)
    yield made
    made.close()


def type_path(qtbot: QtBot, dialog: DataDialog, path: str = PATH) -> None:
    qtbot.keyClicks(dialog.asked.path, path)
    qtbot.keyClick(dialog.asked.path, RETURN)


def shown(dialog: DataDialog) -> list[list[str]]:
    rows = dialog.rows
    return [
        [str(rows.data(rows.index(row, column))) for column in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]


def test_typing_and_return_are_enough(qtbot: QtBot, dialog: DataDialog, fake: FakeEngine) -> None:
    chosen = QSignalSpy(dialog.chosen)
    type_path(qtbot, dialog)
    assert dialog.bar.isVisible()
    assert not dialog.use.isEnabled()
    assert [asked.task for asked in tell(fake, REVIEWS)] == [Task(data=PATH)]
    assert not dialog.bar.isVisible()
    for known in ("classification", "2 classes: bad, good", "812 train", "0.55", "held out"):
        assert known in dialog.words.text()
    assert shown(dialog) == [["a joy to watch", "", "good"], ["nothing worked", "", "bad"]]
    heads = [dialog.rows.headerData(i, Qt.Orientation.Horizontal) for i in range(3)]
    assert heads == ["A · text", "B", "class · stars"]
    assert dialog.table.isColumnHidden(1)  # There is no second text.
    qtbot.keyClick(dialog.asked.path, RETURN)
    assert [chosen.at(i) for i in range(chosen.count())] == [[Task(data=PATH), REVIEWS]]
    assert not dialog.isVisible()


def test_kind_and_columns_are_chosen_among_those_there_are(
    qtbot: QtBot, dialog: DataDialog, fake: FakeEngine
) -> None:
    label, kind = dialog.asked.columns["label"], dialog.asked.kind
    assert not label.isEnabled()
    type_path(qtbot, dialog)
    tell(fake, REVIEWS)
    assert [label.itemText(i) for i in range(label.count())] == [
        "found: stars",
        "id",
        "text",
        "stars",
    ]
    label.setFocus()
    qtbot.keyClick(label, Qt.Key.Key_Down)
    assert [a.task.columns for a in tell(fake, REVIEWS)] == [Columns(label="id")]
    assert label.currentText() == "id"
    kind.setFocus()
    qtbot.keyClick(kind, Qt.Key.Key_End)
    (asked,) = tell(fake, REVIEWS)
    assert asked.task == Task(data=PATH, kind=Kind.QA, columns=Columns(label="id"))


def test_another_path_forgets_what_was_said_of_the_first(
    qtbot: QtBot, dialog: DataDialog, fake: FakeEngine
) -> None:
    type_path(qtbot, dialog)
    tell(fake, REVIEWS)
    qtbot.keyClicks(dialog.asked.path, "x")
    assert not dialog.use.isEnabled()
    assert shown(dialog) == []
    assert not dialog.asked.columns["a"].isEnabled()
    type_path(qtbot, dialog, "y")
    (late,) = fake.take(m.InspectTask)
    qtbot.keyClicks(dialog.asked.path, "z")
    fake.received.emit(m.TaskInspected(late.id, REVIEWS, [], []))
    assert not dialog.use.isEnabled()


def test_rows_that_cannot_be_read_are_named_and_left_out_only_if_it_is_said(
    qtbot: QtBot, dialog: DataDialog, fake: FakeEngine
) -> None:
    chosen = QSignalSpy(dialog.chosen)
    type_path(qtbot, dialog)
    tell(fake, REVIEWS, PROBLEMS)
    assert dialog.problems.toPlainText().splitlines() == list(PROBLEMS)
    assert "2" in dialog.wrong.text()
    assert not dialog.use.isEnabled()
    dialog.skip.setFocus()
    qtbot.keyClick(dialog.skip, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.use, LEFT)
    assert chosen.at(0)[0] == Task(data=PATH, skip_malformed=True)


def test_why_data_cannot_be_read_stands_there(
    qtbot: QtBot, dialog: DataDialog, fake: FakeEngine
) -> None:
    type_path(qtbot, dialog)
    (asked,) = fake.take(m.InspectTask)
    fake.received.emit(m.Failed(asked.id, "reviews.tsv isn't there: check the name."))
    assert dialog.words.text() == "reviews.tsv isn't there: check the name."
    assert dialog.frame.property("calm") is False
    assert not dialog.use.isEnabled()
    qtbot.keyClick(dialog.asked.path, RETURN)  # It can be asked again.
    fake.die(ProcessOutcome(crashed=True, code=9, expected=False))
    assert dialog.words.text() == NO_ENGINE
    qtbot.keyClick(dialog.asked.path, RETURN)
    assert dialog.words.text() == NO_ENGINE


def test_files_and_folders_are_chosen_by_buttons(
    qtbot: QtBot, dialog: DataDialog, fake: FakeEngine
) -> None:
    qtbot.keyClicks(dialog.asked.dev, "/data/other.tsv")
    qtbot.mouseClick(dialog.asked.folder, LEFT)
    assert [asked.task for asked in tell(fake, REVIEWS)] == [Task(data="/data/glue")]
    qtbot.mouseClick(dialog.asked.file, LEFT)
    qtbot.keyClicks(dialog.asked.dev, "/data/dev.tsv")
    qtbot.mouseClick(dialog.asked.look, LEFT)
    assert tell(fake, REVIEWS)[-1].task == Task(data=PATH, dev="/data/dev.tsv")


def test_with_an_engine_elsewhere_the_path_is_typed(
    qtbot: QtBot, fake: FakeEngine, appearance: Appearance
) -> None:
    fake.words, fake.host = "ssh far", "far"
    dialog = DataDialog(fake, appearance, Answers())
    qtbot.addWidget(dialog)
    dialog.ask_for("")
    assert "far" in dialog.words.text()
    assert not dialog.asked.file.isVisible()
    type_path(qtbot, dialog)
    assert [asked.task for asked in tell(fake, REVIEWS)] == [Task(data=PATH)]


def test_an_empty_path_asks_nothing(qtbot: QtBot, dialog: DataDialog, fake: FakeEngine) -> None:
    type_path(qtbot, dialog, "  ")
    assert fake.take(m.InspectTask) == []


def test_a_question_without_an_answer_says_so(
    qtbot: QtBot, dialog: DataDialog, fake: FakeEngine
) -> None:
    type_path(qtbot, dialog)
    (asked,) = fake.take(m.InspectTask)
    facts = TaskFacts(name="squad", kind=Kind.QA, train=2)
    rows = [m.TaskRow("Who?", "Tom came.", "Tom"), m.TaskRow("Where?", "Tom came.", "")]
    fake.received.emit(m.TaskInspected(asked.id, facts, rows, []))
    assert [row[2] for row in shown(dialog)] == ["Tom", "no answer in the passage"]
    assert not dialog.table.isColumnHidden(1)


def test_it_can_be_read_at_every_size_and_by_a_screen_reader(
    qtbot: QtBot, dialog: DataDialog, fake: FakeEngine, appearance: Appearance
) -> None:
    type_path(qtbot, dialog)
    tell(fake, REVIEWS, PROBLEMS)
    assert unnamed_controls(dialog) == []
    appearance.set_mode(Mode.DARK)
    for scale in SCALES:
        appearance.set_scale(scale)
        assert dialog.problems.height() == appearance.theme.px(66)
