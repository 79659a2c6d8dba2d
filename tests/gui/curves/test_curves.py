"""The curves say what the runs' numbers are, and do what mouse and keys want."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bertscope.gui.canvas import paint_image
from bertscope.gui.curves.view import CurvesView
from bertscope.gui.export import picture_of, save_view
from bertscope.gui.run.record import RunRecord
from bertscope.gui.session import Session
from bertscope.gui.theme import SCALES, Appearance, Mode
from bertscope.recipe import Recipe
from bertscope.run_folder import Happening, RunEvent, StepRow, as_table
from tests.gui.accessibility import unnamed_controls
from tests.gui.run.records import record_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def curves(qtbot: QtBot, session: Session, appearance: Appearance) -> CurvesView:
    made = CurvesView(session, appearance)
    qtbot.addWidget(made)
    made.resize(420, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def shown(curves: CurvesView) -> CurvesView:
    """A run of 50 steps of 100, and a vocabulary of 1000."""
    return show(curves, record_of(50))


def show(curves: CurvesView, run: RunRecord | None, *others: RunRecord) -> CurvesView:
    curves.show_runs(run, others, 1000)
    curves.draw()
    return curves


def words(curves: CurvesView, folder: Path) -> list[str]:
    """All that is written in the picture."""
    save_view(folder / "words.svg", curves, 1.0)
    drawing = (folder / "words.svg").read_text(encoding="utf-8")
    return [found.strip() for found in re.findall(r"<text[^>]*>([^<]*)</text>", drawing)]


def at(curves: CurvesView, step: float, plot: int = 0, height: float = 0.5) -> QPoint:
    """The place of a step in a plot."""
    box = curves.plots.shown[plot].box
    x = box.mapFromView(QPointF(curves.plots.now.place(step), 0)).x()
    return QPoint(curves.plots.mapFromScene(box.mapToScene(QPointF(x, height * box.height()))))


def drag(curves: CurvesView, begin: QPoint, end: QPoint, modifier: Qt.KeyboardModifier) -> None:
    view = curves.plots.viewport()
    QTest.mousePress(view, LEFT, modifier, begin)
    QTest.mouseMove(view, (begin + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, modifier, end)


def turn(curves: CurvesView, point: QPoint, notches: float) -> None:
    view = curves.plots.viewport()
    event = QWheelEvent(
        QPointF(point),
        QPointF(view.mapToGlobal(point)),
        QPoint(),
        QPoint(0, int(120 * notches)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


class TestNumbers:
    def test_headers_say_the_newest_values(self, shown: CurvesView, tmp_path: Path) -> None:
        shown.controls.smoothing.setValue(0)
        said = words(shown, tmp_path)
        for part in ("train 3.000", "held out 3.500", "train 0.300", "held out 0.350"):
            assert part in said
        assert "held-out accuracy 80 %" in said
        assert not any("content" in part for part in said)

    def test_the_accuracy_by_content_alone_is_said_where_it_is_measured(
        self, curves: CurvesView, tmp_path: Path
    ) -> None:
        run = record_of(50)
        last = StepRow(51, held_out_nsp_accuracy=0.8, held_out_nsp_decoy_accuracy=0.55)
        run.history.append(as_table([last]))
        said = words(show(curves, run), tmp_path)
        assert "by content alone 55 %" in said

    def test_new_rows_are_shown_by_the_next_frame(
        self, qtbot: QtBot, shown: CurvesView, tmp_path: Path
    ) -> None:
        run = shown.runs[0]
        run.history.append(as_table([StepRow(51, 2.25, 0.25)]))
        shown.controls.smoothing.setValue(0)
        shown.show_runs(run, (), 1000)
        qtbot.waitUntil(lambda: shown.plots.now.cursor == 51)
        assert "train 2.250" in words(shown, tmp_path)

    def test_the_best_held_out_value_is_marked(self, curves: CurvesView, tmp_path: Path) -> None:
        run = record_of(50)
        run.history.append(as_table([StepRow(60, 3.0, 0.3, held_out_mlm_loss=9.0)]))
        said = words(show(curves, run), tmp_path)
        assert "best 3.500" in said

    def test_guessing_is_said_where_it_is_known(self, shown: CurvesView, tmp_path: Path) -> None:
        said = words(shown, tmp_path)
        assert {"guessing: ln V = 6.91", "guessing: ln 2 = 0.69"} <= set(said)
        shown.show_runs(shown.runs[0], (), None)
        assert not any("guessing" in part for part in words(shown, tmp_path))

    def test_the_total_counts_each_part_by_its_weight(
        self, curves: CurvesView, session: Session, tmp_path: Path
    ) -> None:
        recipe = Recipe(steps=100, nsp_weight=0.5)
        show(curves, record_of(50, recipe=recipe)).controls.checks["total"].click()
        said = words(curves, tmp_path)
        assert session.view.total
        assert {"Total loss", "guessing: ln V + 0.5 ln 2 = 7.25", "held out 3.850"} <= set(said)

    def test_accuracies_are_shares_with_their_own_guessing(
        self, shown: CurvesView, tmp_path: Path
    ) -> None:
        shown.controls.checks["accuracy"].click()
        said = words(shown, tmp_path)
        assert {"Masked LM accuracy", "Next sentence accuracy", "100 %"} <= set(said)
        assert {"guessing: 50 %", "held out 80 %", "best 80 %"} <= set(said)

    def test_axes_say_nats_and_never_thousandths(self, shown: CurvesView, tmp_path: Path) -> None:
        said = words(shown, tmp_path)
        assert said.count("nats") == 2
        assert {"0", "2", "0.2", "0.4", "step", "100"} <= set(said)

    @pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
    def test_the_raw_line_is_there_at_any_smoothing(
        self, curves: CurvesView, session: Session, appearance: Appearance, mode: Mode
    ) -> None:
        appearance.set_mode(mode)
        run = record_of(50)
        run.history.append(as_table([StepRow(51, 0.2, 0.3), StepRow(52, 3.0, 0.3)]))
        session.set_view(smoothing=100)
        show(curves, run)
        # More than the ground: the fall to 0.2 and back is painted.
        assert len(_shades(curves, at(curves, 51, height=0.8), 3)) > 1

    def test_nothing_is_no_trouble(self, curves: CurvesView, tmp_path: Path) -> None:
        assert curves.numbers() is None
        for key in (Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Plus):
            QTest.keyClick(curves.plots, key)
        QTest.mouseMove(curves.plots.viewport(), at(curves, 0.5))
        turn(curves, at(curves, 0.5), 2)
        said = words(curves, tmp_path)
        assert "Masked LM loss" in said
        show(curves, RunRecord("/runs/new", Recipe()))
        QTest.mouseMove(curves.plots.viewport(), at(curves, 3))
        QTest.keyClick(curves.plots, Qt.Key.Key_Left)


def _shades(curves: CurvesView, point: QPoint, reach: int) -> set[int]:
    """The colours around a point of the plots."""
    image = paint_image(curves.whole_size(), curves.theme, curves.paint_whole, 1.0)
    return {image.pixel(point.x() + dx, point.y()) for dx in range(-reach, reach + 1)}


def span_of(curves: CurvesView) -> tuple[float, float]:
    """The steps that are shown."""
    now = curves.plots.now
    return now.step_at(now.shown[0]), now.step_at(now.shown[1])


def whole(last: float) -> object:
    """All steps, with a little room around them."""
    return pytest.approx((0, last), abs=0.015 * last)


class TestSteps:
    def test_all_steps_and_those_to_come_are_shown(self, curves: CurvesView) -> None:
        assert span_of(show(curves, record_of(50))) == whole(100)
        assert span_of(show(curves, record_of(150))) == whole(150)

    def test_the_wheel_zooms_around_the_mouse_and_can_be_undone(
        self, qtbot: QtBot, shown: CurvesView, session: Session
    ) -> None:
        point = at(shown, 40)
        turn(shown, point, 2)
        turn(shown, point, 1)
        first, last = span_of(shown)
        assert 30 < last - first < 60
        assert at(shown, 40).x() == pytest.approx(point.x(), abs=1)
        qtbot.waitUntil(lambda: session.view.span is not None)
        assert session.view.span == pytest.approx((first, last))
        session.undo_stack.undo()
        assert span_of(shown) == whole(100)

    def test_zooming_out_follows_again(
        self, qtbot: QtBot, shown: CurvesView, session: Session
    ) -> None:
        session.set_view(span=(20.0, 60.0))
        turn(shown, at(shown, 40), -9)
        qtbot.waitUntil(lambda: session.view.span is None)

    def test_a_drag_with_shift_moves_along(self, shown: CurvesView, session: Session) -> None:
        session.set_view(span=(20.0, 60.0))
        drag(shown, at(shown, 50), at(shown, 40), SHIFT)
        assert session.view.span == pytest.approx((30, 70), abs=0.3)
        drag(shown, at(shown, 40), at(shown, 69), SHIFT)
        drag(shown, at(shown, 10), at(shown, 39), SHIFT)
        assert session.view.span == pytest.approx(
            (0, 40), abs=1.5
        )  # Hardly further than the first step.

    def test_a_drag_with_ctrl_chooses_a_stretch(self, shown: CurvesView, session: Session) -> None:
        drag(shown, at(shown, 60, 1), at(shown, 20, 1), CTRL)
        assert session.view.span == pytest.approx((20, 60), abs=0.3)
        for plot in shown.plots.shown:
            assert plot.box.viewRange()[0] == pytest.approx([20, 60], abs=0.3)

    def test_a_double_click_and_the_button_follow_again(
        self, shown: CurvesView, session: Session
    ) -> None:
        shown.travelled.connect(lambda step: session.set_view("Travel to a step", step=round(step)))
        button, view = shown.controls.follow, shown.plots.viewport()
        assert not button.isEnabled()
        session.set_view(span=(20.0, 60.0), step=25)
        QTest.mouseClick(view, LEFT, pos=at(shown, 40))
        QTest.mouseDClick(view, LEFT, pos=at(shown, 40))
        assert (session.view.span, session.view.step) == (None, 25)
        session.set_view(span=(20.0, 60.0), step=30)
        QTest.mouseClick(view, LEFT, SHIFT, at(shown, 40))
        QTest.mouseDClick(view, LEFT, SHIFT, at(shown, 40))
        assert (session.view.span, session.view.step) == (None, 30)
        session.set_view(span=(20.0, 60.0))
        QTest.mouseClick(button, LEFT)
        assert session.view.span is None

    def test_keys_zoom(self, qtbot: QtBot, shown: CurvesView, session: Session) -> None:
        QTest.keyClick(shown.plots, Qt.Key.Key_Plus)
        qtbot.waitUntil(lambda: session.view.span is not None)
        assert session.view.span == pytest.approx((25, 75), abs=1)
        QTest.keyClick(shown.plots, Qt.Key.Key_0)
        assert session.view.span is None

    def test_a_stretch_of_a_file_lies_within_the_run(
        self, shown: CurvesView, session: Session
    ) -> None:
        session.set_view(span=(90.0, 4e9))
        assert span_of(shown) == whole(100)
        session.set_view(span=(-50.0, -40.0))
        assert span_of(shown) == pytest.approx((0, 10), abs=1.5)

    def test_steps_can_be_logarithmic(
        self, shown: CurvesView, session: Session, tmp_path: Path
    ) -> None:
        shown.controls.checks["log_steps"].click()
        assert session.view.log_steps
        assert {"0", "1", "10", "100"} <= set(words(shown, tmp_path))
        gap = at(shown, 10).x() - at(shown, 1).x()
        assert at(shown, 100).x() - at(shown, 10).x() == pytest.approx(gap, abs=1)
        turn(shown, at(shown, 10), 3)
        assert span_of(shown)[0] > 0.5


class TestCursor:
    def test_a_drag_tells_every_step_on_its_way(self, shown: CurvesView) -> None:
        told: list[float] = []
        shown.travelled.connect(told.append)
        drag(shown, at(shown, 10), at(shown, 30), Qt.KeyboardModifier.NoModifier)
        assert list(dict.fromkeys(told)) == pytest.approx([10, 20, 30], abs=0.3)

    def test_it_stays_within_the_steps_that_are_done(self, shown: CurvesView) -> None:
        told: list[float] = []
        shown.travelled.connect(told.append)
        drag(shown, at(shown, 90), at(shown, -30), Qt.KeyboardModifier.NoModifier)
        assert (max(told), min(told)) == (50, 0)

    def test_a_press_on_it_moves_nothing_yet(self, shown: CurvesView, session: Session) -> None:
        told: list[float] = []
        shown.travelled.connect(told.append)
        session.set_view(step=20)
        QTest.mouseClick(shown.plots.viewport(), LEFT, pos=at(shown, 20) + QPoint(3, 0))
        assert told == []

    def test_it_stands_at_the_step_on_all_plots(
        self, shown: CurvesView, session: Session, tmp_path: Path
    ) -> None:
        assert words(shown, tmp_path).count("newest") == 2
        session.set_view(step=20)
        assert words(shown, tmp_path).count("step 20") == 2
        assert "newest" not in words(shown, tmp_path)

    def test_keys_go_to_the_kept_steps(self, shown: CurvesView, session: Session) -> None:
        seen = []
        for key in (
            Qt.Key.Key_Left,
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
            Qt.Key.Key_Right,
            Qt.Key.Key_Home,
            Qt.Key.Key_Left,
            Qt.Key.Key_End,
        ):
            QTest.keyClick(shown.plots, key)
            seen.append(session.view.step)
        assert seen == [45, 40, 45, None, 0, 0, None]

    def test_the_numbers_under_the_mouse_are_all_there(
        self, shown: CurvesView, session: Session
    ) -> None:
        session.set_view(smoothing=0)
        plots = shown.plots
        before = plots.grab().toImage()
        QTest.mouseMove(plots.viewport(), at(shown, 25.2))
        assert plots.hovered == 25
        assert plots.grab().toImage() != before
        QTest.mouseMove(plots.viewport(), QPoint(2, 2))
        assert plots.grab().toImage() == before

    def test_pictures_have_nothing_of_the_mouse(self, shown: CurvesView) -> None:
        before = picture_of(shown, 1.0)
        QTest.mouseMove(shown.plots.viewport(), at(shown, 25))
        assert shown.plots.hovered == 25
        assert picture_of(shown, 1.0) == before


class TestMarks:
    def test_a_mark_says_what_happened(self, curves: CurvesView) -> None:
        changed = RunEvent(20, Happening.CHANGED, "learning rate 0.003 → 0.001")
        show(curves, record_of(50, events=(changed,)))
        sign = at(curves, 20, height=0.0) + QPoint(0, 8)
        assert "step 20: changed, learning rate 0.003 → 0.001" in tip(curves, sign)
        assert tip(curves, at(curves, 20)) == ""

    def test_another_run_has_its_own_marks(self, curves: CurvesView) -> None:
        one = record_of(50, events=(RunEvent(20, Happening.PAUSED),))
        other = record_of(50, "other", events=(RunEvent(20, Happening.RESUMED),))
        sign = at(show(curves, one), 20, height=0.0) + QPoint(0, 8)
        assert "paused" in tip(curves, sign)
        show(curves, other)
        QTest.mouseMove(curves.plots.viewport(), at(curves, 30))
        assert "resumed" in tip(curves, sign)


def tip(curves: CurvesView, point: QPoint) -> str:
    """The tooltip under the mouse at a point of the upper plot."""
    QTest.mouseMove(curves.plots.viewport(), point)
    return str(curves.plots.shown[0].box.toolTip())


class TestSeveral:
    def test_each_is_named_and_none_over_another(self, curves: CurvesView, tmp_path: Path) -> None:
        others = [record_of(50, name) for name in ("two", "three", "four")]
        said = words(show(curves, record_of(50), *others), tmp_path)
        for name in ("one", "two", "three", "four"):
            assert said.count(name) == 2

    def test_their_numbers_are_got_out_together(
        self, curves: CurvesView, session: Session, tmp_path: Path
    ) -> None:
        show(curves, record_of(50), record_of(20, "two"))
        save_view(tmp_path / "all.csv", curves, 1.0)
        lines = (tmp_path / "all.csv").read_text().splitlines()
        assert lines[0].startswith("run,step,mlm_loss")
        assert len(lines) == 1 + 51 + 21
        assert lines[-1].startswith("two,20,3.0,")

    def test_what_differs_is_a_click_away(self, curves: CurvesView) -> None:
        show(curves, record_of(50))
        assert not curves.controls.differences.isVisible()
        show(curves, record_of(50), record_of(20, "two", recipe=Recipe(seed=4)))
        QTest.mouseClick(curves.controls.differences, LEFT)
        dialog = curves.dialog
        assert dialog is not None
        assert dialog.isVisible()
        items = [dialog.table.item(1, column) for column in range(3)]
        assert [item.text() for item in items if item] == ["seed", "0", "4"]
        dialog.close()


class TestLook:
    @pytest.mark.parametrize("name", ["curves.png", "curves.svg"])
    def test_pictures(self, shown: CurvesView, tmp_path: Path, name: str) -> None:
        save_view(tmp_path / name, shown, 2.0)
        if name.endswith("png"):
            image = QImage(str(tmp_path / name))
            assert image.width() == 2 * (420 + 24)
            assert image.height() > 900
        else:
            assert "<svg" in (tmp_path / name).read_text()

    def test_they_change_with_the_theme(self, shown: CurvesView, appearance: Appearance) -> None:
        light = picture_of(shown, 1.0)
        appearance.set_mode(Mode.DARK)
        assert picture_of(shown, 1.0) != light

    @pytest.mark.parametrize(("mode", "scale"), [(Mode.DARK, 1.0), (Mode.LIGHT, 1.6)])
    def test_another_theme_is_painted_whole_at_once(
        self, shown: CurvesView, appearance: Appearance, mode: Mode, scale: float
    ) -> None:
        before = shown.plots.grab().toImage()
        appearance.set_mode(mode)
        appearance.set_scale(scale)
        at_once = shown.plots.grab().toImage()
        QApplication.processEvents()
        shown.draw()
        assert at_once == shown.plots.grab().toImage()
        assert at_once != before

    @pytest.mark.parametrize("scale", [SCALES[0], 1.0, SCALES[-1]])
    def test_no_words_are_cut_off_in_a_narrow_window(
        self, curves: CurvesView, appearance: Appearance, scale: float
    ) -> None:
        curves.resize(410, 600)
        appearance.set_scale(scale)
        show(curves, record_of(50))
        for plot in curves.plots.shown:
            for line in plot.header.lines:
                left, part = line[-1]
                assert left + part.width(curves.theme) <= plot.header.size().width()
            assert plot.box.height() >= appearance.theme.px(76) - 1

    def test_what_is_too_high_is_scrolled(
        self, curves: CurvesView, session: Session, appearance: Appearance
    ) -> None:
        curves.resize(410, 420)
        appearance.set_scale(2.0)
        show(curves, record_of(50))
        session.set_view(accuracy=True, total=True)
        plots = curves.plots.shown
        assert len(plots) == 5
        QApplication.sendPostedEvents()
        assert curves.plots.height() >= plots[-1].sceneBoundingRect().bottom() - 1
        assert curves.plots.height() > curves.height()

    def test_wide_plots_stand_side_by_side(self, shown: CurvesView, session: Session) -> None:
        session.set_view(accuracy=True)
        shown.resize(900, 600)
        one, two, *_ = shown.plots.shown
        assert one.sceneBoundingRect().top() == two.sceneBoundingRect().top()
        assert one.box.viewRange()[0] == two.box.viewRange()[0]
        assert one.box.width() == pytest.approx(two.box.width(), abs=1)

    def test_every_control_has_a_name(self, shown: CurvesView) -> None:
        assert unnamed_controls(shown) == []

    def test_all_is_as_a_session_file_says(
        self, qtbot: QtBot, session: Session, appearance: Appearance
    ) -> None:
        session.set_view(smoothing=33, log_loss=True, total=True, span=(1.0, 9.0))
        made = CurvesView(session, appearance)
        qtbot.addWidget(made)
        assert made.controls.smoothing.value() == 33
        assert made.controls.checks["log_loss"].isChecked()
        assert not made.controls.checks["accuracy"].isChecked()
        assert made.controls.follow.isEnabled()
