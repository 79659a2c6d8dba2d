"""What pre-training is worth is measured, told as it comes, and kept while it holds."""

import csv
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bertscope.gui.engine_process import EngineState, ProcessOutcome
from bertscope.gui.export import save_view
from bertscope.gui.run.record import Records
from bertscope.gui.run.training import Training
from bertscope.gui.task.known import KnownData
from bertscope.gui.task.worth_controls import WorthControls
from bertscope.gui.task.worth_measure import (
    ENDED,
    NO_ENGINE,
    NO_START,
    NO_TASK,
    NOT_KNOWN,
    RUN_AT_HAND,
    Worth,
)
from bertscope.gui.task.worth_view import WorthView
from bertscope.gui.theme import Appearance, Mode
from bertscope.recipe import Recipe
from bertscope.task import Start, Task
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, started
from tests.gui.task.task_runs import FACTS, TASK

LEFT = Qt.MouseButton.LeftButton
STARTS = (Start.PRETRAINED, Start.RANDOM)


class Desk:
    """What measures, with data that is known and a clock that a test turns."""

    def __init__(self, fake: FakeEngine) -> None:
        self.fake = fake
        self.training = Training(fake, Records(fake), Recipe(task=TASK, start="@storybook-small"))
        self.known = KnownData(fake, self.training)
        self.now = 0.0
        self.worth = Worth(fake, self.training, self.known, lambda: self.now)

    def know(self, train: int = 400) -> None:
        """The engine has told how many examples there are."""
        self.known.take(TASK, msgspec.structs.replace(FACTS, train=train))

    def begin(self) -> m.MeasureWorth:
        self.know()
        self.worth.measure()
        (asked,) = self.fake.take(m.MeasureWorth)
        assert isinstance(asked, m.MeasureWorth)
        return asked

    def tell(self, number: int, size: int, start: Start, score: float, seed: int = 0) -> None:
        """A training has ended, two seconds after the last one."""
        self.now += 2.0
        done = self.worth.done + 1
        self.fake.received.emit(
            m.WorthPoint(number, start, size, seed, 40, score, done, self.worth.total)
        )

    def want(self, **changes: object) -> None:
        self.training.set_recipe(msgspec.structs.replace(self.training.wanted, **changes))


@pytest.fixture
def desk(fake: FakeEngine) -> Desk:
    return Desk(fake)


@pytest.fixture
def controls(qtbot: QtBot, desk: Desk) -> WorthControls:
    made = WorthControls(desk.worth)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, appearance: Appearance) -> WorthView:
    made = WorthView(desk.worth, appearance)
    qtbot.addWidget(made)
    made.resize(700, 260)
    with qtbot.waitExposed(made):
        made.show()
    return made


class TestMeasuring:
    def test_a_press_measures_up_to_as_many_examples_as_there_are(
        self, qtbot: QtBot, desk: Desk, controls: WorthControls
    ) -> None:
        desk.know(400)
        qtbot.mouseClick(controls.button, LEFT)
        (asked,) = desk.fake.take(m.MeasureWorth)
        assert (asked.sizes, asked.seeds) == ([10, 30, 100, 300], 3)
        assert asked.recipe.task == TASK
        assert controls.progress.text() == "0 of 24"

    def test_progress_and_pace_are_what_was_measured(
        self, desk: Desk, controls: WorthControls
    ) -> None:
        asked = desk.begin()
        desk.tell(asked.id, 10, Start.PRETRAINED, 0.5)
        assert controls.progress.text() == "1 of 24 · at least 0:46 left"
        for size in (30, 100, 300):
            desk.tell(asked.id, size, Start.PRETRAINED, 0.5)
        assert controls.progress.text() == "4 of 24 · about 0:40 left"

    def test_what_is_prepared_once_is_none_of_the_pace(
        self, desk: Desk, controls: WorthControls
    ) -> None:
        asked = desk.begin()
        desk.now += 100
        desk.fake.received.emit(m.Progress("reading", None))
        desk.tell(asked.id, 10, Start.PRETRAINED, 0.5)
        assert controls.progress.text() == "1 of 24 · at least 0:46 left"

    def test_a_second_press_stops_and_keeps_what_was_measured(
        self, qtbot: QtBot, desk: Desk, controls: WorthControls
    ) -> None:
        asked = desk.begin()
        desk.tell(asked.id, 10, Start.PRETRAINED, 0.5)
        assert controls.button.text() == "Stop"
        qtbot.mouseClick(controls.button, LEFT)
        assert len(desk.fake.take(m.StopWorth)) == 1
        assert not controls.button.isEnabled()
        desk.fake.received.emit(m.WorthDone(asked.id))
        assert controls.button.text() == "Measure"
        assert len(desk.worth.points) == 1

    def test_why_it_cannot_be_measured_is_said(self, desk: Desk, controls: WorthControls) -> None:
        assert (controls.button.isEnabled(), controls.button.toolTip()) == (False, NOT_KNOWN)
        desk.know(7)
        assert "7 examples" in controls.button.toolTip()
        desk.want(start="")
        assert controls.button.toolTip() == NO_START
        desk.want(task=None)
        assert controls.button.toolTip() == NO_TASK
        desk.fake.die(ProcessOutcome(crashed=True, code=9, expected=False))
        assert desk.fake.state is EngineState.ENDED
        assert controls.button.toolTip() == NO_ENGINE

    def test_not_while_there_is_a_run(self, desk: Desk, controls: WorthControls) -> None:
        desk.know()
        desk.training.play()
        (train,) = desk.fake.take(m.Train)
        desk.fake.received.emit(started(train))
        assert (controls.button.isEnabled(), controls.button.toolTip()) == (False, RUN_AT_HAND)
        desk.training.reset()
        assert controls.button.isEnabled()

    def test_a_run_that_begins_stops_it(self, desk: Desk) -> None:
        desk.begin()
        desk.training.play()
        assert len(desk.fake.take(m.StopWorth)) == 1

    def test_another_task_or_model_forgets_it_and_other_settings_do_not(self, desk: Desk) -> None:
        asked = desk.begin()
        desk.tell(asked.id, 10, Start.PRETRAINED, 0.5)
        desk.fake.received.emit(m.WorthDone(asked.id))
        desk.want(device="cpu", task=msgspec.structs.replace(TASK, start=Start.RANDOM))
        assert len(desk.worth.points) == 1
        desk.want(task=Task(data="follows"))
        assert desk.worth.points == []

    def test_points_of_a_task_that_was_left_are_not_taken(self, desk: Desk) -> None:
        asked = desk.begin()
        desk.want(start="@storybook-medium")
        assert len(desk.fake.take(m.StopWorth)) == 1
        desk.tell(asked.id, 10, Start.PRETRAINED, 0.5)
        assert desk.worth.points == []

    def test_trouble_is_said_and_the_points_stay(self, desk: Desk, view: WorthView) -> None:
        asked = desk.begin()
        desk.tell(asked.id, 10, Start.PRETRAINED, 0.5)
        desk.fake.received.emit(m.Failed(asked.id, "Memory ran out."))
        assert "Memory ran out." in view.heading.text()
        assert len(desk.worth.points) == 1

    def test_an_engine_that_ends_ends_it(self, desk: Desk, view: WorthView) -> None:
        desk.begin()
        desk.fake.die(ProcessOutcome(crashed=True, code=9, expected=False))
        assert not desk.worth.is_running
        assert ENDED in view.empty.text()


class TestPlot:
    @pytest.fixture
    def told(self, desk: Desk, view: WorthView) -> WorthView:
        """Two seeds of two sizes: from pre-trained weights 0.7 and 0.9 in the mean."""
        asked = desk.begin()
        for start, least in ((Start.PRETRAINED, 0.6), (Start.RANDOM, 0.3)):
            for seed in (0, 1):
                for size, more in ((10, 0.0), (100, 0.2)):
                    desk.tell(asked.id, size, start, least + more + 0.2 * seed, seed)
        return view

    def test_both_are_named_at_their_ends_with_the_baseline(
        self, told: WorthView, tmp_path: Path
    ) -> None:
        save_view(tmp_path / "worth.svg", told, 1.0)
        drawing = (tmp_path / "worth.svg").read_text("utf-8")
        for words in ("pre-trained 90 %", "random 60 %", "majority class: 36 %", "accuracy of"):
            assert words in drawing

    def test_means_lie_on_a_logarithmic_axis(self, told: WorthView) -> None:
        assert told.plot is not None
        places, means = told.plot._lines[Start.PRETRAINED].getData()
        assert places == pytest.approx([1, 2])
        assert means == pytest.approx([0.7, 0.9])

    def test_the_band_reaches_from_the_least_to_the_greatest(self, told: WorthView) -> None:
        assert told.plot is not None
        band = told.plot._bands[Start.RANDOM].polygon()
        heights = {(round(p.x(), 3), round(p.y(), 3)) for p in band}
        assert heights == {(1, 0.3), (1, 0.5), (2, 0.5), (2, 0.7)}

    def test_a_point_says_what_it_is(self, told: WorthView) -> None:
        plot = told.plot
        assert plot is not None
        at = plot.box.mapToScene(plot.box.mapFromView(QPointF(1.0, 0.6)))
        for off in (8, 0):
            QTest.mouseMove(plot.viewport(), plot.mapFromScene(at + QPointF(0, off)))
        assert "pre-trained, 10 examples, seed 0: 60 %" in plot.box.toolTip()

    def test_numbers_are_got_out_a_training_a_row(self, told: WorthView, tmp_path: Path) -> None:
        save_view(tmp_path / "worth.csv", told, 1.0)
        with (tmp_path / "worth.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == 8
        assert rows[0] == {
            "weights": "pre-trained",
            "labelled examples": "10",
            "seed": "0",
            "steps": "40",
            "score": "0.6",
        }

    @pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
    def test_pictures_are_in_the_theme(
        self, told: WorthView, appearance: Appearance, tmp_path: Path, mode: Mode
    ) -> None:
        appearance.set_mode(mode)
        appearance.set_scale(1.6)
        save_view(tmp_path / "worth.png", told, 2.0)
        assert (tmp_path / "worth.png").stat().st_size > 5000

    def test_without_points_it_says_what_it_would_be(self, view: WorthView) -> None:
        assert "labelled examples" in view.empty.text()
        assert NOT_KNOWN in view.empty.text()
        assert view.numbers() is None
        assert view.plot is None
