"""The confusion matrix leads to the sentences behind its numbers."""

import csv
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.export import picture_of, save_view
from bertscope.gui.palette import DARK, LIGHT, Palette
from bertscope.gui.session import Session
from bertscope.gui.task.results_controls import ResultsControls
from bertscope.gui.task.results_judge import NOT_TUNED
from bertscope.gui.task.results_layout import Layout
from bertscope.gui.task.results_matrix import FAINTEST, STRONGEST
from bertscope.gui.task.results_view import ResultsView
from bertscope.gui.theme import SCALES, Appearance, Mode
from bertscope.task import Kind, Task
from bertscope.wire import messages as m
from tests.gui.accessibility import unnamed_controls
from tests.gui.conftest import FakeEngine
from tests.gui.task.judgements import answered, classified, measured
from tests.gui.task.judging import Desk
from tests.gui.task.task_runs import ANSWERS, FACTS, REGRESSION
from tests.gui.test_contrast import contrast

LEFT = Qt.MouseButton.LeftButton
QA_TASK = Task(data="who-what-where", kind=Kind.QA)
NUMBERS = Task(data="/data/alike.tsv", kind=Kind.REGRESSION)


@pytest.fixture
def desk(session: Session, fake: FakeEngine) -> Iterator[Desk]:
    made = Desk.of(session, fake)
    made.judge.want()
    yield made
    made.leave()


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, appearance: Appearance) -> ResultsView:
    made = ResultsView(desk.session, desk.judge, appearance)
    qtbot.addWidget(made)
    made.resize(820, 240)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def shown(view: ResultsView, desk: Desk) -> ResultsView:
    """Seven sentences in three classes."""
    desk.begin()
    (asked,) = desk.asked
    desk.fake.received.emit(classified(asked.id, asked.model, step=120))
    return view


def click_cell(qtbot: QtBot, view: ResultsView, row: int, column: int) -> None:
    port = view.matrix.viewport()
    assert view.results is not None
    layout = Layout(view.theme, view.results, port.width(), port.height())
    qtbot.mouseClick(port, LEFT, pos=layout.rect((row, column)).center().toPoint())


def click_example(qtbot: QtBot, view: ResultsView, row: int) -> None:
    rect = view.examples.visualRect(view.examples.model().index(row, 0))
    qtbot.mouseClick(view.examples.viewport(), LEFT, pos=QPoint(rect.center()))


def listed(view: ResultsView) -> list[str]:
    return [one.a for one in view.examples.told.examples]


class TestMatrix:
    def test_without_a_fine_tuned_model_it_says_what_to_do(self, view: ResultsView) -> None:
        assert view.empty.isVisible()
        assert view.empty.text() == NOT_TUNED
        assert view.numbers() is None

    def test_counts_shares_and_totals_are_read(self, shown: ResultsView, tmp_path: Path) -> None:
        save_view(tmp_path / "matrix.svg", shown, 1.0)
        drawing = (tmp_path / "matrix.svg").read_text("utf-8")
        for words in ("good", "bad", "neither", "50 %", "100 %", "✓", ">7<", "accuracy 57 %"):
            assert words in drawing

    def test_all_mistakes_are_listed_first(self, shown: ResultsView) -> None:
        assert shown.heading.text() == "3 wrong, the most confident first"
        assert listed(shown)[0] == "not bad at all"

    def test_a_click_lists_what_is_behind_a_number_and_can_be_undone(
        self, qtbot: QtBot, shown: ResultsView, session: Session
    ) -> None:
        click_cell(qtbot, shown, 1, 2)
        assert session.view.cell == (1, 2)
        assert shown.heading.text() == "right bad · said neither · 1"
        assert listed(shown) == ["nobody came to the party"]
        session.undo_stack.undo()
        assert len(listed(shown)) == 3

    def test_a_second_click_lists_all_mistakes_again(
        self, qtbot: QtBot, shown: ResultsView, session: Session
    ) -> None:
        click_cell(qtbot, shown, 0, 1)
        click_cell(qtbot, shown, 0, 1)
        assert session.view.cell is None

    def test_keys_walk_to_a_cell_and_open_it(
        self, qtbot: QtBot, shown: ResultsView, session: Session
    ) -> None:
        matrix = shown.matrix
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
            qtbot.keyClick(matrix, key)
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Return):
            qtbot.keyClick(matrix, key)
        assert session.view.cell == (0, 1)
        assert "called" in matrix.accessibleDescription()
        qtbot.keyClick(matrix, Qt.Key.Key_Escape)
        assert session.view.cell is None

    def test_a_sentence_goes_into_the_window_with_its_label_in_one_step(
        self, qtbot: QtBot, shown: ResultsView, session: Session
    ) -> None:
        before = session.state
        click_example(qtbot, shown, 1)
        state = session.state
        assert (state.a, state.b, state.label) == ("nobody came to the party", "", 1)
        assert not state.plan.chosen
        session.undo_stack.undo()
        assert session.state == before

    def test_enter_picks_what_the_arrows_walked_to(
        self, qtbot: QtBot, shown: ResultsView, session: Session
    ) -> None:
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
            qtbot.keyClick(shown.examples, key)
        assert (session.state.a, session.state.label) == ("not bad at all", 0)

    def test_many_classes_can_be_scrolled(
        self, qtbot: QtBot, shown: ResultsView, desk: Desk
    ) -> None:
        names = [f"class {number}" for number in range(40)]
        examples = [m.Judged(f"text {n}", "", names[n], names[n], 0.5, 1.0) for n in range(40)]
        desk.session.set_view(on_test=True)
        (asked,) = desk.asked
        told = m.TaskJudged(asked.id, asked.model, None, names, [], examples)
        desk.fake.received.emit(told)
        matrix = shown.matrix
        assert matrix.horizontalScrollBar().maximum() > 0
        assert matrix.verticalScrollBar().maximum() > 0
        assert shown.whole_size().height() > matrix.height()
        assert "None is wrong" in shown.heading.text()

    def test_one_class_alone_is_no_trouble(self, shown: ResultsView, desk: Desk) -> None:
        desk.session.set_view(on_test=True)
        (asked,) = desk.asked
        example = m.Judged("so", "", "good", "good", 1.0, 1.0)
        told = m.TaskJudged(asked.id, asked.model, None, ["good"], [], [example])
        desk.fake.received.emit(told)
        assert picture_of(shown, 1.0).width() > 0


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("meaning", ["token", "segment_b"])
@pytest.mark.parametrize("share", [FAINTEST, STRONGEST])
def test_numbers_can_be_read_on_every_cell(palette: Palette, meaning: str, share: float) -> None:
    over, under = QColor(getattr(palette, meaning)), QColor(palette.card)
    pairs = zip(over.getRgb()[:3], under.getRgb()[:3], strict=True)
    ground = QColor(*(round(share * one + (1 - share) * other) for one, other in pairs))
    assert contrast(palette.text, ground.name()) >= 4.5


class TestOthers:
    def test_answers_are_grouped_by_how_they_went(
        self, qtbot: QtBot, view: ResultsView, desk: Desk, session: Session
    ) -> None:
        desk.begin(ANSWERS, QA_TASK)
        (asked,) = desk.asked
        desk.fake.received.emit(answered(asked.id, asked.model))
        groups = view.groups
        assert groups.isVisible()
        high = groups.viewport().height()
        line = min(max(high / 5, view.theme.px(22)), view.theme.px(30))
        qtbot.mouseClick(groups.viewport(), LEFT, pos=QPoint(40, round(3.5 * line)))
        assert session.view.cell == (3, 0)
        assert listed(view) == ["Who danced?"]
        click_example(qtbot, view, 0)
        state = session.state
        assert (state.a, state.b) == ("Who danced?", "Anna sang in the garden.")
        assert state.label is None

    def test_numbers_are_a_scatter_whose_points_are_sentences(
        self, qtbot: QtBot, view: ResultsView, desk: Desk, session: Session
    ) -> None:
        desk.begin(REGRESSION, NUMBERS)
        (asked,) = desk.asked
        desk.fake.received.emit(measured(asked.id, asked.model))
        scatter = view._scatter()
        assert scatter.isVisible()
        assert view.heading.text() == "The furthest off first"
        place = scatter.box.mapFromView(scatter._points.points()[2].pos())
        point = scatter.mapFromScene(scatter.box.mapToScene(place))
        qtbot.mouseClick(scatter.viewport(), LEFT, pos=point)
        assert (session.state.a, session.state.b) == ("pair 2", "other 2")

    def test_numbers_are_got_out_an_example_a_row(self, shown: ResultsView, tmp_path: Path) -> None:
        save_view(tmp_path / "judged.csv", shown, 1.0)
        with (tmp_path / "judged.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == 7
        assert (rows[3]["right"], rows[3]["said"], rows[3]["probability"]) == (
            "good",
            "bad",
            "0.88",
        )

    def test_a_picture_has_the_sentences_behind_the_cell(
        self, shown: ResultsView, session: Session, tmp_path: Path
    ) -> None:
        plain = picture_of(shown, 1.0)
        session.set_view(cell=(0, 1))
        assert picture_of(shown, 1.0).width() > plain.width()
        save_view(tmp_path / "cell.svg", shown, 1.0)
        assert "I could not stop laughing" in (tmp_path / "cell.svg").read_text("utf-8")

    @pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
    @pytest.mark.parametrize("scale", [SCALES[0], SCALES[-1]])
    def test_pictures_in_each_theme_and_size(
        self,
        shown: ResultsView,
        appearance: Appearance,
        tmp_path: Path,
        mode: Mode,
        scale: float,
    ) -> None:
        appearance.set_mode(mode)
        appearance.set_scale(scale)
        save_view(tmp_path / "matrix.png", shown, 1.0)
        image = QImage(str(tmp_path / "matrix.png"))
        assert image.pixelColor(1, 1).name().upper() == appearance.theme.palette.card
        assert shown.matrix.whole_size().height() < image.height()

    def test_the_list_stands_below_where_it_is_narrow(
        self, qtbot: QtBot, shown: ResultsView
    ) -> None:
        shown.resize(380, 400)

        def top(part: QWidget) -> int:
            return part.mapTo(shown, QPoint()).y()

        qtbot.waitUntil(lambda: top(shown.examples) > top(shown.matrix) + 40)


class TestControls:
    @pytest.fixture
    def controls(self, qtbot: QtBot, desk: Desk) -> ResultsControls:
        made = ResultsControls(desk.session, desk.judge)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        return made

    def test_test_examples_are_a_click_away(
        self, qtbot: QtBot, controls: ResultsControls, desk: Desk
    ) -> None:
        desk.begin()
        assert controls.dev.isChecked()
        qtbot.mouseClick(controls.test, LEFT)
        assert desk.session.view.on_test
        desk.session.undo_stack.undo()
        assert controls.dev.isChecked()

    def test_they_are_not_offered_where_there_are_none(
        self, controls: ResultsControls, desk: Desk
    ) -> None:
        desk.begin(msgspec.structs.replace(FACTS, test=0))
        assert not controls.test.isEnabled()
        assert "no examples" in controls.test.toolTip()

    def test_scores_are_said(self, controls: ResultsControls, desk: Desk) -> None:
        desk.begin()
        (asked,) = desk.asked
        desk.fake.received.emit(classified(asked.id, asked.model, step=120))
        assert controls.summary.text() == "accuracy 57 % · F1 50 % · 7 examples · step 120"

    def test_every_control_has_a_name(self, controls: ResultsControls) -> None:
        assert unnamed_controls(controls) == []
