"""The numbers behind the curves."""

from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.errors import BertscopeError
from bertscope.gui.run.history import History, Series, metrics_table, smoothed, thinned
from bertscope.wire.messages import StepRow

VALUES = st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=300)


def row(step: int, loss: float = 1.0) -> StepRow:
    return StepRow(step, loss, 0.5, 0.1, 0.6, seconds=0.25)


def test_a_series_grows_past_its_buffer() -> None:
    series = Series()
    for i in range(5000):
        series.append(i, -i)
    assert len(series) == 5000
    assert np.array_equal(series.values, -np.arange(5000.0))


def test_a_step_done_again_replaces_what_came_after() -> None:
    history = History()
    for step in range(1, 11):
        history.append(row(step, step))
    history.append(row(6, 60.0))
    assert [r.step for r in history.rows] == [1, 2, 3, 4, 5, 6]
    assert history.series["mlm_loss"].values.tolist() == [1, 2, 3, 4, 5, 60]
    assert history.seconds == pytest.approx(6 * 0.25)


def test_the_values_of_one_step() -> None:
    history = History()
    history.append(StepRow(0, held_out_mlm_loss=7.0))
    history.append(row(1, 6.5))
    assert history.at(0) == {"held_out_mlm_loss": 7.0}
    assert history.at(1)["mlm_loss"] == 6.5
    assert history.at(5) == {}


def test_the_accuracy_by_content_alone_has_a_curve_where_it_is_measured(tmp_path: Path) -> None:
    history, other = History(), History()
    for step, accuracy in ((0, 0.5), (25, 0.625)):
        held_out = StepRow(step, held_out_nsp_accuracy=0.75)
        other.append(held_out)
        measured = msgspec.structs.replace(held_out, held_out_nsp_decoy_accuracy=accuracy)
        history.append(measured)
    assert history.series["held_out_nsp_decoy_accuracy"].values.tolist() == [0.5, 0.625]
    assert history.at(25)["held_out_nsp_decoy_accuracy"] == 0.625
    assert other.series["held_out_nsp_decoy_accuracy"].last is None
    assert other.at(25) == {"held_out_nsp_accuracy": 0.75}
    metrics_table(history).save(tmp_path / "m.csv")
    head, _, last = (tmp_path / "m.csv").read_text().splitlines()
    named = dict(zip(head.split(","), last.split(","), strict=True))
    assert named["held_out_nsp_decoy_accuracy"] == "0.625"


@given(VALUES, st.integers(1, 20))
def test_thinning_keeps_every_extreme(values: list[float], buckets: int) -> None:
    steps, array = np.arange(len(values), dtype=float), np.array(values)
    kept_steps, kept = thinned(steps, array, buckets)
    assert kept.min() == array.min()
    assert kept.max() == array.max()
    assert np.all(np.diff(kept_steps) >= 0)
    assert np.array_equal(array[kept_steps.astype(int)], kept)


def test_a_million_points_become_few() -> None:
    steps = np.arange(1_000_000, dtype=float)
    kept, _ = thinned(steps, np.sin(steps), 2000)
    assert len(kept) <= 4000 + 500


@given(VALUES, st.floats(0.5, 50))
def test_smoothing_is_the_weighted_mean_of_what_came_before(
    values: list[float], window: float
) -> None:
    k = np.exp(-1 / window)
    top = bottom = 0.0
    expected = []
    for value in values:
        top, bottom = top * k + value, bottom * k + 1
        expected.append(top / bottom)
    assert smoothed(np.array(values), window) == pytest.approx(expected, abs=1e-6)


def test_no_smoothing_changes_nothing() -> None:
    values = np.array([3.0, 1.0, 2.0])
    assert np.array_equal(smoothed(values, 0), values)


def test_metrics_are_written_a_line_a_step(tmp_path: Path) -> None:
    history = History()
    history.append(StepRow(0, held_out_mlm_loss=7.0))
    history.append(row(1, 6.5))
    metrics_table(history).save(tmp_path / "m.csv")
    lines = (tmp_path / "m.csv").read_text().splitlines()
    assert lines[0].startswith("step,mlm_loss,nsp_loss")
    assert lines[1] == "0,,,,,7.0,,,,"
    assert lines[2].startswith("1,6.5,0.5,")


def test_an_unwritable_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(BertscopeError, match="can't be written"):
        metrics_table(History()).save(tmp_path / "no" / "m.csv")
