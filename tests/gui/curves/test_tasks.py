"""The curves of a fine-tuning: its loss and its score, beside other runs and alone."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bertscope.gui.curves.differences import differences
from bertscope.gui.curves.readout import readings
from bertscope.gui.curves.several import hue_of, names_of
from bertscope.gui.curves.task_quantities import task_loss, task_score
from bertscope.gui.curves.view import CurvesView
from bertscope.gui.palette import LIGHT
from bertscope.gui.session import Session
from bertscope.gui.theme import SCALES, Appearance
from bertscope.recipe import Recipe
from bertscope.task import Kind, Task
from tests.gui.curves.test_curves import at, drag, show, words
from tests.gui.run.records import record_of
from tests.gui.task.task_runs import (
    ANSWERS,
    FACTS,
    REGRESSION,
    fine_tuned,
    head_only,
    random_start,
)

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
QA_TASK = Task(data="who-what-where", kind=Kind.QA)
NUMBERS = Task(data="/data/alike.tsv", kind=Kind.REGRESSION)


@pytest.fixture
def curves(qtbot: QtBot, session: Session, appearance: Appearance) -> CurvesView:
    made = CurvesView(session, appearance)
    qtbot.addWidget(made)
    made.resize(430, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def titles(curves: CurvesView) -> list[str]:
    return [plot.quantity.title for plot in curves.plots.shown]


class TestAlone:
    def test_loss_and_score_are_told_by_their_names(
        self, curves: CurvesView, session: Session, tmp_path: Path
    ) -> None:
        session.set_view(smoothing=0)
        said = words(show(curves, fine_tuned()), tmp_path)
        assert titles(curves) == ["Loss", "Accuracy"]
        assert {"train 0.200", "held out 0.300", "held out 90 %", "F1 85 %"} <= set(said)
        assert "nats" in said

    def test_guessing_and_baselines_have_lines(self, curves: CurvesView, tmp_path: Path) -> None:
        said = words(show(curves, fine_tuned()), tmp_path)
        assert {"guessing: ln 3 = 1.10", "majority class: 36 %", "word overlap: 48 %"} <= set(said)
        assert not any("ln V" in part for part in said)

    def test_before_the_data_is_told_the_score_has_no_other_name(
        self, curves: CurvesView, tmp_path: Path
    ) -> None:
        said = words(show(curves, fine_tuned(facts=None)), tmp_path)
        assert titles(curves) == ["Loss", "Score"]
        assert not any("guessing" in part for part in said)

    def test_numbers_are_correlations_and_squared_errors(
        self, curves: CurvesView, tmp_path: Path
    ) -> None:
        run = fine_tuned(task=NUMBERS, facts=REGRESSION, has_batch_score=False)
        said = words(show(curves, run), tmp_path)
        assert {"error²", "held out 0.900", "word overlap: 0.310", "Pearson correlation"} <= set(
            said
        )
        assert not any("guessing" in part or part == "nats" for part in said)

    def test_a_correlation_may_be_below_zero(self, curves: CurvesView) -> None:
        run = fine_tuned(task=NUMBERS, facts=REGRESSION, ends=(0.2, -0.4))
        low = show(curves, run).plots.shown[1].box.viewRange()[1][0]
        assert low == pytest.approx(-0.4)

    def test_questions_have_no_guessing_line(self, curves: CurvesView, tmp_path: Path) -> None:
        run = fine_tuned(task=QA_TASK, facts=ANSWERS, has_batch_score=False)
        said = words(show(curves, run), tmp_path)
        assert titles(curves) == ["Loss", "Exact match"]
        assert "no answer: 25 %" in said
        assert not any("guessing" in part for part in said)

    def test_the_second_score_is_shown_on_demand(
        self, curves: CurvesView, session: Session, tmp_path: Path
    ) -> None:
        show(curves, fine_tuned())
        button = curves.controls.checks["accuracy"]
        assert button.text() == "F1"
        QTest.mouseClick(button, LEFT)
        assert session.view.accuracy
        assert titles(curves) == ["Loss", "Accuracy", "F1"]
        assert "held out 85 %" in words(curves, tmp_path)

    def test_what_pre_training_alone_has_is_not_offered(self, curves: CurvesView) -> None:
        show(curves, fine_tuned(facts=None))
        checks = curves.controls.checks
        assert not checks["total"].isVisible()
        assert not checks["accuracy"].isVisible()
        show(curves, record_of(20))
        assert checks["total"].isVisible()
        assert checks["accuracy"].text() == "accuracy"

    def test_another_kind_of_run_has_its_own_plots(self, curves: CurvesView) -> None:
        show(curves, record_of(20))
        assert titles(curves) == ["Masked LM loss", "Next sentence loss"]
        show(curves, fine_tuned())
        assert titles(curves) == ["Loss", "Accuracy"]
        show(curves, None)
        assert titles(curves) == ["Masked LM loss", "Next sentence loss"]

    @pytest.mark.parametrize("baselines", [(0.66,), (0.75, 0.62)])
    def test_the_best_is_not_said_over_other_words(
        self, curves: CurvesView, baselines: tuple[float, ...]
    ) -> None:
        facts = msgspec.structs.replace(FACTS, baselines=tuple(("rule", b) for b in baselines))
        show(curves, fine_tuned(100, facts=facts, ends=(0.2, 0.75)))
        plot = curves.plots.shown[1]
        words = [plot._best_words, *plot._guesses.words]
        best, *others = (plot.box.mapRectFromItem(w, w.boundingRect()) for w in words)
        assert len(others) == len(baselines)
        assert not any(best.intersects(other) for other in others)
        assert plot.box.rect().contains(best)

    @pytest.mark.parametrize("steps", [20, 100])
    def test_the_best_is_said_beside_its_point(self, curves: CurvesView, steps: int) -> None:
        """Where it is the newest, the line of the time cursor goes through it."""
        show(curves, fine_tuned(steps))
        plot = curves.plots.shown[0]
        words, box = plot._best_words, plot.box
        assert words.isVisible()
        place = box.mapFromView(words.pos()).x()
        said = box.mapRectFromItem(words, words.boundingRect())
        assert said.right() < place or place < said.left()
        assert box.rect().left() <= said.left()
        assert said.right() <= box.rect().right()

    def test_the_step_under_the_mouse_is_told(self, curves: CurvesView, session: Session) -> None:
        session.set_view(smoothing=0)
        run = fine_tuned()
        show(curves, run)
        found = readings(task_score(run), curves.plots.now, 20, LIGHT)
        assert {one.name: one.words for one in found} == {"train": "56 %", "held out": "57 %"}

    def test_the_time_cursor_travels(self, curves: CurvesView) -> None:
        told: list[float] = []
        show(curves, fine_tuned()).travelled.connect(told.append)
        drag(curves, at(curves, 10, 1), at(curves, 30, 1), NONE)
        assert told[-1] == pytest.approx(30, abs=0.4)


class TestSeveral:
    def test_they_are_called_by_what_alone_differs(
        self, curves: CurvesView, tmp_path: Path
    ) -> None:
        runs = [
            fine_tuned(),
            fine_tuned(name="two", task=random_start(), ends=(0.8, 0.5)),
            fine_tuned(name="three", task=head_only(), ends=(0.6, 0.7)),
        ]
        said = words(show(curves, *runs), tmp_path)
        assert {"pre-trained 90 %", "random 50 %", "only the head 70 %"} <= set(said)
        assert {"pre-trained", "random", "only the head"} <= set(said)
        assert "two" not in said
        hues = {hue_of(task_loss(run), run, runs, LIGHT) for run in runs}
        assert hues == {LIGHT.segment_a, LIGHT.segment_b, LIGHT.position}

    def test_where_more_differs_they_have_their_own_names(self) -> None:
        runs = [fine_tuned(), fine_tuned(name="two", task=random_start(), seed=4)]
        assert list(names_of(runs).values()) == ["one", "two"]
        alike = [fine_tuned(), fine_tuned(name="two", learning_rate=1e-4)]
        assert list(names_of(alike).values()) == ["one", "two"]
        first, second = (hue_of(task_loss(run), run, alike, LIGHT) for run in alike)
        assert first != second

    def test_pre_training_is_not_drawn_over_a_fine_tuning_and_that_is_said(
        self, curves: CurvesView, tmp_path: Path
    ) -> None:
        said = words(show(curves, fine_tuned(), record_of(400, "old")), tmp_path)
        assert "not drawn: old: pre-training has other losses" in said
        assert curves.plots.now.whole[1] < 110
        said = words(show(curves, record_of(50), fine_tuned(name="tuned")), tmp_path)
        assert "not drawn: tuned: a fine-tuning has another loss" in said
        assert titles(curves) == ["Masked LM loss", "Next sentence loss"]

    def test_another_kind_of_task_is_not_drawn_either(
        self, curves: CurvesView, tmp_path: Path
    ) -> None:
        other = fine_tuned(name="asked", task=QA_TASK, facts=ANSWERS)
        said = words(show(curves, fine_tuned(), other), tmp_path)
        assert "not drawn: asked: another kind of task has another score" in said

    def test_of_each_the_held_out_score_is_under_the_mouse(self, curves: CurvesView) -> None:
        run = fine_tuned()
        other = fine_tuned(name="two", task=random_start(), ends=(0.8, 0.5))
        show(curves, run, other)
        found = readings(task_score(run), curves.plots.now, 25, LIGHT)
        told = {one.name: one.words for one in found}
        assert told == {"held out": "57 % (step 20)", "random": "41 %"}

    def test_what_differs_is_told_of_tasks(self) -> None:
        runs = [fine_tuned(), fine_tuned(name="two", task=random_start(examples=30))]
        rows = {str(row[0]): list(row[1:]) for row in differences(runs).rows}
        assert rows["encoder begins with"] == ["pre-trained weights", "random weights"]
        assert rows["labelled examples"] == ["all", "30"]
        assert rows["held-out loss"] == ["0.300", "0.300"]
        assert rows["held-out score"] == ["Accuracy 90 %", "Accuracy 90 %"]
        assert "train masked LM loss" not in rows

    def test_a_pre_training_and_a_fine_tuning_are_compared_in_full(self) -> None:
        rows = {
            str(row[0]): list(row[1:]) for row in differences([record_of(10), fine_tuned()]).rows
        }
        assert rows["labelled data"] == ["–", "Feelings"]
        assert rows["corpus"] == ["Little stories", "–"]
        assert rows["held-out masked LM loss"] == ["3.500", None]
        assert rows["held-out score"] == [None, "Accuracy 90 %"]


@pytest.mark.parametrize("scale", [SCALES[0], SCALES[-1]])
def test_no_words_are_cut_off_in_a_narrow_window(
    curves: CurvesView, appearance: Appearance, scale: float
) -> None:
    appearance.set_scale(scale)
    show(curves, fine_tuned(), fine_tuned(name="two", task=random_start()))
    for plot in curves.plots.shown:
        for line in plot.header.lines:
            left, part = line[-1]
            assert left + part.width(curves.theme) <= plot.header.size().width()


def test_a_recipe_without_a_task_is_pre_training() -> None:
    assert names_of([record_of(5, recipe=Recipe())]) == {"/runs/one": "one"}
