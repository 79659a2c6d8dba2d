"""The list of runs as someone uses it: chosen, named, noted, opened, deleted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.engine_process import EngineState
from bertscope.gui.runs.dialog import RunsDialog
from bertscope.gui.runs.rows import COLUMNS
from bertscope.gui.runs.run_list import RunList
from bertscope.gui.theme import Appearance, Mode
from bertscope.recipe import Recipe
from bertscope.run_folder import About
from bertscope.task import Kind, Start, Task
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine

LEFT = Qt.MouseButton.LeftButton
OLD = m.RunInfo(
    "/runs/old",
    About(),
    Recipe(steps=400),
    "2026-01-02T03:04:05+00:00",
    400,
    (2.5, 0.25),
    90.0,
    12_000_000,
)
NEW = m.RunInfo(
    "/runs/new",
    About("Long words", "with spans"),
    Recipe(preset="mini", corpus="/texts/my novel.txt"),
    "2026-03-02T03:04:05+00:00",
    20,
    (None, None),
    7.0,
    5_000,
    busy=True,
)
TUNED = m.RunInfo(
    "/runs/tuned",
    About(),
    Recipe(
        task=Task(data="feelings", kind=Kind.CLASSIFICATION, start=Start.RANDOM),
        start="@storybook-small",
        steps=60,
    ),
    "2026-03-03T03:04:05+00:00",
    20,
    score=0.875,
)
OWN = m.RunInfo(
    "/runs/own",
    About(),
    Recipe(task=Task(data="C:\\data\\reviews.csv", head_only=True), start="@storybook-small"),
    "2026-03-01T03:04:05+00:00",
)
BROKEN = m.RunInfo("/runs/broken", About(), trouble="run.json is damaged: begin a new run.")


@pytest.fixture
def dialog(qtbot: QtBot, fake: FakeEngine, appearance: Appearance) -> Iterator[RunsDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = RunsDialog(RunList(fake), appearance, parent)
    with qtbot.waitExposed(made):
        made.show()
    tell(fake, [NEW, OLD, BROKEN])
    yield made
    made.close()


def tell(fake: FakeEngine, runs: list[m.RunInfo]) -> None:
    (asked,) = fake.take(m.ListRuns)
    fake.received.emit(m.Runs(asked.id, runs))


def choose(qtbot: QtBot, dialog: RunsDialog, name: str) -> None:
    """Click the row of a run."""
    for row in range(dialog.table.model().rowCount()):
        index = dialog.table.model().index(row, 0)
        if name in index.data():
            place = dialog.table.visualRect(index).center()
            qtbot.mouseClick(dialog.table.viewport(), LEFT, pos=QPoint(place))
            return
    raise AssertionError(name)


def words_of(dialog: RunsDialog, row: int) -> list[str]:
    model = dialog.table.model()
    return [model.index(row, column).data() for column in range(len(COLUMNS))]


def test_each_run_has_a_row_with_its_facts_the_newest_first(dialog: RunsDialog) -> None:
    new, old = words_of(dialog, 0), words_of(dialog, 1)
    assert new[:9] == [
        "● Long words",
        "mini",
        "my novel.txt",
        "20 of 430",
        "–",
        "–",
        "–",
        "0:07",
        "5.0 kB",
    ]
    assert old[:9] == [
        "old",
        "tiny",
        "Little stories",
        "400 of 400",
        "2.500",
        "0.250",
        "–",
        "1:30",
        "12 MB",
    ]


def test_a_fine_tuning_tells_its_task_and_its_score(dialog: RunsDialog, fake: FakeEngine) -> None:
    dialog._runs.refresh()
    tell(fake, [TUNED, OWN])
    assert words_of(dialog, 0)[1:7] == [
        "on storybook-small",
        "Feelings · classification · random weights",
        "20 of 60",
        "–",
        "–",
        "0.875",
    ]
    assert words_of(dialog, 1)[2] == "reviews · only the head"
    assert words_of(dialog, 1)[6] == "–"


def test_a_click_on_a_title_sorts(qtbot: QtBot, dialog: RunsDialog) -> None:
    header = dialog.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(4) + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, pos=at)
    assert words_of(dialog, 0)[0] == "old"


def test_what_is_done_is_done_with_the_chosen_run(qtbot: QtBot, dialog: RunsDialog) -> None:
    buttons = {
        dialog.look: dialog.opened,
        dialog.go_on: dialog.continued,
        dialog.lay_over: dialog.laid_over,
        dialog.compare: dialog.compared,
        dialog.show_folder: dialog.shown,
    }
    assert not any(button.isEnabled() for button in buttons)
    choose(qtbot, dialog, "old")
    for button, signal in buttons.items():
        spy = QSignalSpy(signal)
        qtbot.mouseClick(button, LEFT)
        assert spy.count() == 1
        assert spy.at(0) == ["/runs/old"]


def test_its_settings_are_taken_whole(qtbot: QtBot, dialog: RunsDialog) -> None:
    choose(qtbot, dialog, "Long words")
    spy = QSignalSpy(dialog.settings_wanted)
    qtbot.mouseClick(dialog.same, LEFT)
    assert spy.at(0) == [NEW.recipe]


def test_a_run_that_trains_elsewhere_is_neither_continued_nor_deleted(
    qtbot: QtBot, dialog: RunsDialog
) -> None:
    choose(qtbot, dialog, "Long words")
    assert not dialog.go_on.isEnabled()
    assert not dialog.delete.isEnabled()
    assert dialog.look.isEnabled()


def test_a_damaged_one_says_what_is_wrong_and_can_go(
    qtbot: QtBot, dialog: RunsDialog, fake: FakeEngine
) -> None:
    choose(qtbot, dialog, "broken")
    assert dialog.said.text() == BROKEN.trouble
    assert not dialog.look.isEnabled()
    qtbot.mouseClick(dialog.delete, LEFT)
    (asked,) = fake.take(m.DeleteRun)
    assert asked.folder == BROKEN.folder
    fake.received.emit(m.RunDeleted(asked.id, asked.folder))
    tell(fake, [NEW, OLD])
    assert dialog.table.model().rowCount() == 2


def test_name_and_note_are_kept(qtbot: QtBot, dialog: RunsDialog, fake: FakeEngine) -> None:
    choose(qtbot, dialog, "old")
    qtbot.keyClicks(dialog.name, "The first one")
    qtbot.keyClicks(dialog.note, "learned fast")
    qtbot.mouseClick(dialog.keep, LEFT)
    asked = fake.take(m.DescribeRun)
    assert asked[-1].folder == "/runs/old"
    assert asked[-1].about == About("The first one", "learned fast")
    fake.received.emit(m.RunDescribed(asked[-1].id, "/runs/old", asked[-1].about))
    named = m.RunInfo("/runs/old", asked[-1].about, Recipe(), OLD.created)
    tell(fake, [NEW, named])
    assert dialog.chosen == named


def test_what_can_not_be_done_is_said(qtbot: QtBot, dialog: RunsDialog, fake: FakeEngine) -> None:
    choose(qtbot, dialog, "old")
    qtbot.mouseClick(dialog.delete, LEFT)
    (asked,) = fake.take(m.DeleteRun)
    fake.received.emit(m.Failed(asked.id, "There is no bin here."))
    assert dialog.said.text() == "There is no bin here."
    tell(fake, [NEW, OLD])  # The list as it is now doesn't wipe it away.
    assert dialog.said.text() == "There is no bin here."
    choose(qtbot, dialog, "Long words")
    assert dialog.said.text() == ""


def test_a_list_that_can_not_be_had_is_not_asked_for_over_and_over(
    dialog: RunsDialog, fake: FakeEngine
) -> None:
    dialog._runs.refresh()
    (asked,) = fake.take(m.ListRuns)
    fake.received.emit(m.Failed(asked.id, "The disk is away."))
    assert dialog.said.text() == "The disk is away."
    assert fake.take(m.ListRuns) == []


def test_the_trouble_of_one_run_is_not_said_of_another(qtbot: QtBot, dialog: RunsDialog) -> None:
    choose(qtbot, dialog, "broken")
    choose(qtbot, dialog, "old")
    assert dialog.said.text() == ""


def test_what_is_being_typed_outlives_a_new_list(
    qtbot: QtBot, dialog: RunsDialog, fake: FakeEngine
) -> None:
    choose(qtbot, dialog, "old")
    qtbot.keyClicks(dialog.note, "learned f")
    dialog._runs.refresh()
    tell(fake, [NEW, OLD])
    qtbot.keyClicks(dialog.note, "ast")
    assert dialog.note.toPlainText() == "learned fast"


def test_a_note_is_kept_though_another_run_is_chosen_or_the_list_closed(
    qtbot: QtBot, dialog: RunsDialog, fake: FakeEngine
) -> None:
    choose(qtbot, dialog, "old")
    qtbot.keyClicks(dialog.note, "learned fast")
    choose(qtbot, dialog, "Long words")
    (asked,) = fake.take(m.DescribeRun)
    assert (asked.folder, asked.about) == ("/runs/old", About("", "learned fast"))
    assert dialog.note.toPlainText() == "with spans"
    qtbot.keyClicks(dialog.note, " too ")
    dialog.close()
    (asked,) = fake.take(m.DescribeRun)
    assert asked.folder == "/runs/new"
    assert "too" in asked.about.note


def test_at_the_largest_text_it_is_no_larger_than_the_screen(
    qtbot: QtBot, fake: FakeEngine
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    appearance = Appearance(Mode.LIGHT, 2.0)
    parent.setStyleSheet(appearance.theme.style_sheet)
    made = RunsDialog(RunList(fake), appearance, parent)
    with qtbot.waitExposed(made):
        made.show()
    screen = made.screen().availableSize()
    assert made.width() <= screen.width()
    assert made.height() <= screen.height()
    for button in (made.look, made.go_on, made.lay_over, made.delete):
        assert made.rect().contains(button.mapTo(made, button.rect().bottomRight()))
        assert button.width() >= button.sizeHint().width()
    made.close()


def test_without_an_engine_it_says_so(dialog: RunsDialog, fake: FakeEngine) -> None:
    fake.state = EngineState.STARTING
    dialog._runs.refresh()
    assert "wait until it is ready" in dialog.said.text()
