"""The numbers behind the curves."""

from pathlib import Path

import numpy as np
import pytest

from bertscope.errors import BertscopeError
from bertscope.gui.curves.history import History, Series, metrics_table, runs_table
from bertscope.run_folder import StepRow, as_table


def row(step: int, loss: float = 1.0) -> StepRow:
    return StepRow(step, loss, 0.5, 0.1, 0.6, seconds=0.25)


def history_of(*rows: StepRow) -> History:
    history = History()
    history.append(as_table(list(rows)))
    return history


def test_a_series_grows_past_its_buffer() -> None:
    series = Series()
    for i in range(0, 5000, 50):
        steps = np.arange(i, i + 50.0)
        series.extend(steps, -steps)
    assert len(series) == 5000
    assert np.array_equal(series.values, -np.arange(5000.0))


def test_a_step_done_again_replaces_what_came_after() -> None:
    history = history_of(*(row(step, step) for step in range(1, 11)))
    history.append(as_table([row(6, 60.0)]))
    assert (len(history), history.last_step) == (6, 6)
    assert history.series["mlm_loss"].values.tolist() == [1, 2, 3, 4, 5, 60]
    assert history.seconds == pytest.approx(6 * 0.25)


def test_the_values_of_one_step() -> None:
    history = history_of(StepRow(0, held_out_mlm_loss=7.0), row(1, 6.5))
    assert history.at(0)["held_out_mlm_loss"] == 7.0
    assert "mlm_loss" not in history.at(0)
    assert history.at(1)["mlm_loss"] == 6.5
    assert history.at(5) == {}


def test_the_total_is_told_or_the_sum_of_both_parts() -> None:
    told = StepRow(2, 4.0, 0.5, loss=2.5)
    history = history_of(StepRow(0, held_out_mlm_loss=7.0, held_out_nsp_loss=0.75), row(1), told)
    assert history.series["loss"].values.tolist() == [1.5, 2.5]
    assert history.series["held_out_loss"].values.tolist() == [7.75]


def test_the_best_is_the_first_of_the_least_or_the_greatest() -> None:
    series = Series()
    series.extend(np.arange(5.0), np.array([3.0, 1.0, 4.0, 1.0, 4.0]))
    assert series.best(greatest=False) == (1, 1.0)
    assert series.best(greatest=True) == (2, 4.0)
    assert Series().best(greatest=True) is None


def test_a_stretch_of_a_curve_leaves_it_on_both_sides() -> None:
    series = Series()
    series.extend(np.arange(0.0, 1000, 10), np.arange(100.0))
    assert series.steps[series.outline(95, 205, 400)].tolist() == list(range(90, 220, 10))
    steps, heights = series.smooth(0, 95, 205, 400)
    assert (steps[0], steps[-1], heights[0]) == (90, 210, 9)


def test_lines_are_right_after_a_cut() -> None:
    history = history_of(*(row(step, step) for step in range(1, 200)))
    series = history.series["mlm_loss"]
    series.outline(0, 200, 5)
    series.smooth(8, 0, 200, 50)
    history.append(as_table([row(50, -7.0)]))
    assert series.values[series.outline(0, 200, 2)].min() == -7.0
    steps, heights = series.smooth(0.0, 0, 200, 100)
    assert (steps[-1], heights[-1]) == (50, -7.0)


def test_metrics_are_written_a_line_a_step(tmp_path: Path) -> None:
    measured = StepRow(0, held_out_mlm_loss=7.0, held_out_nsp_decoy_accuracy=0.625)
    metrics_table(history_of(measured, row(1, 6.5))).save(tmp_path / "m.csv")
    head, *lines = (tmp_path / "m.csv").read_text().splitlines()
    assert head.startswith("step,mlm_loss,nsp_loss")
    first, second = (dict(zip(head.split(","), line.split(","), strict=True)) for line in lines)
    assert first["held_out_mlm_loss"] == "7.0"
    assert first["held_out_nsp_decoy_accuracy"] == "0.625"
    assert first["mlm_loss"] == ""
    assert lines[1].startswith("1,6.5,0.5,")
    assert (second["tokens"], second["seconds"]) == ("0", "0.25")


def test_metrics_of_several_runs_say_whose_they_are(tmp_path: Path) -> None:
    long = history_of(*(row(step, step) for step in range(1, 10_001)))
    table = runs_table([("one, two", history_of(row(1))), ("long", long)])
    assert len(table.rows) == 10_001
    rows = list(table.rows)
    assert [(r[0], r[1], r[2]) for r in rows[:2]] == [("one, two", 1, 1.0), ("long", 1, 1.0)]
    assert rows[-1][:3] == ("long", 10_000, 10_000.0)
    table.save(tmp_path / "m.csv")
    assert len((tmp_path / "m.csv").read_text().splitlines()) == 10_002


def test_an_unwritable_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(BertscopeError, match="can't be written"):
        metrics_table(History()).save(tmp_path / "no" / "m.csv")
