"""The curves show the run's numbers, in words too."""

from math import log
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from bertscope.gui.export import save_view
from bertscope.gui.run.curves import CurvesView
from bertscope.gui.run.history import History
from bertscope.gui.session import Session
from bertscope.gui.theme import DARK, Appearance, Mode
from bertscope.wire.messages import StepRow


@pytest.fixture
def curves(qtbot: QtBot, session: Session, appearance: Appearance) -> CurvesView:
    made = CurvesView(session, appearance)
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show()
    return made


def falling(steps: int) -> History:
    history = History()
    history.append(StepRow(0, held_out_mlm_loss=7.0, held_out_nsp_loss=0.69))
    for step in range(1, steps + 1):
        share = step / steps
        held = {"held_out_nsp_loss": 0.6, "held_out_nsp_accuracy": 0.8} if step == steps else {}
        history.append(StepRow(step, 7 - 4 * share, 0.7 - 0.4 * share, 0.3, 0.7, **held))
    return history


def test_the_lines_are_the_numbers(curves: CurvesView) -> None:
    curves.show_run(falling(50), 100, 1000)
    curves.draw()
    steps, values = curves.mlm._raw.getOriginalDataset()
    assert (steps[0], steps[-1]) == (1, 50)
    assert values[-1] == pytest.approx(3.0)
    held_steps, _ = curves.nsp._held_out.getOriginalDataset()
    assert held_steps.tolist() == [0, 50]


def test_no_step_lies_outside_the_axis(curves: CurvesView) -> None:
    curves.show_run(falling(50), 20, 1000)
    curves.draw()
    assert curves.mlm.plot.getPlotItem().getViewBox().viewRange()[0][1] >= 50


def test_guessing_lies_at_ln_v_and_ln_2(curves: CurvesView) -> None:
    curves.show_run(falling(5), 100, 1000)
    assert curves.mlm._guess_line.value() == pytest.approx(log(1000))
    assert curves.nsp._guess_line.value() == pytest.approx(log(2))


def test_a_logarithmic_axis_keeps_guessing_in_place(curves: CurvesView) -> None:
    curves.show_run(falling(5), 100, 1000)
    curves._log.setChecked(True)
    assert curves.mlm._guess_line.value() == pytest.approx(log(log(1000), 10))
    curves.draw()


def test_the_header_says_the_last_values(curves: CurvesView) -> None:
    curves._smoothing.setValue(0)
    curves.show_run(falling(50), 100, 1000)
    curves.draw()
    words = curves.nsp.header.text()
    assert "train 0.300" in words
    assert "held out 0.600" in words
    assert "accuracy 80%" in words
    assert "content" not in words


def test_the_accuracy_by_content_alone_is_said_where_it_is_measured(curves: CurvesView) -> None:
    history = falling(50)
    measured = {"held_out_mlm_accuracy": 0.3, "held_out_nsp_accuracy": 0.8}
    history.append(StepRow(51, **measured, held_out_nsp_decoy_accuracy=0.55))
    curves.show_run(history, 100, 1000)
    curves.draw()
    assert "accuracy 80%, by content alone 55%" in curves.nsp.header.text()
    assert "accuracy 30%<" in curves.mlm.header.text()


def test_smoothing_leaves_the_raw_line(curves: CurvesView) -> None:
    curves.show_run(falling(50), 100, 1000)
    curves._smoothing.setValue(80)
    curves.draw()
    _, raw = curves.mlm._raw.getOriginalDataset()
    _, smooth = curves.mlm._smooth.getOriginalDataset()
    assert raw[-1] == pytest.approx(3.0)
    assert smooth[-1] > raw[-1]


def test_the_cursor_reads_one_step_on_both(curves: CurvesView) -> None:
    curves.show_run(falling(50), 100, 1000)
    curves.mlm.pointed.emit(24.6)
    assert curves.readout.text() == "step 25: 5.000 + 0.500 = 5.500"
    assert curves.mlm._cursor.value() == curves.nsp._cursor.value() == 25


def test_a_run_without_steps_is_no_trouble(curves: CurvesView) -> None:
    curves.show_run(History(), 100, 1000)
    curves.draw()
    curves.mlm.pointed.emit(3.0)
    assert curves.readout.text() == ""


@pytest.mark.parametrize("name", ["curves.png", "curves.svg"])
def test_pictures(curves: CurvesView, tmp_path: Path, name: str) -> None:
    curves.show_run(falling(50), 100, 1000)
    save_view(tmp_path / name, curves, 2.0)
    if name.endswith("png"):
        image = QImage(str(tmp_path / name))
        assert image.width() == 2 * (420 + 24)
        assert image.height() > 900
    else:
        assert "<svg" in (tmp_path / name).read_text()


def test_they_change_with_the_theme(curves: CurvesView, appearance: Appearance) -> None:
    appearance.set_mode(Mode.DARK)
    assert curves.mlm._smooth.opts["pen"].color().name().upper() == DARK.mlm


def test_axes_say_nats_not_thousandths(curves: CurvesView, appearance: Appearance) -> None:
    curves.show_run(falling(50), 100, 1000)
    curves.draw()
    appearance.set_scale(1.3)
    curves.draw()
    for plot in (curves.mlm, curves.nsp):
        for side in ("left", "bottom"):
            axis = plot.plot.getPlotItem().getAxis(side)
            assert axis.tickStrings([0.5], axis.autoSIPrefixScale * axis.scale, 0.1) == ["0.5"]
