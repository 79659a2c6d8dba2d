"""What lies in a run's folder, as those read it who don't write it."""

from pathlib import Path

import pytest

from bertscope.errors import RunError
from bertscope.run_folder import (
    CHECKPOINTS,
    METRICS,
    MODEL,
    StepRow,
    newest_model,
    read_metrics,
)


def test_the_newest_model_is_that_of_the_last_checkpoint(tmp_path: Path) -> None:
    assert newest_model(tmp_path) == tmp_path / MODEL
    for step in ("000120", "999999", "1000000", "1000020.tmp"):
        (tmp_path / CHECKPOINTS / f"step-{step}").mkdir(parents=True)
    assert newest_model(tmp_path).name == "step-1000000"


def test_metrics_are_read_whatever_was_measured(tmp_path: Path) -> None:
    """Runs on a text of one's own, and older ones, know nothing of decoys."""
    assert read_metrics(tmp_path) == []
    lines = [
        '{"step":0,"held_out_nsp_accuracy":0.5,"held_out_nsp_decoy_accuracy":0.375}',
        '{"step":1,"mlm_loss":6.5,"loss":7.2,"tokens":90,"learning_rate":0.1}',
        '{"step":2,"held_out_nsp_accuracy":0.75}',
        '{"step":3,"mlm_lo',
    ]
    (tmp_path / METRICS).write_text("\n".join(lines))
    assert read_metrics(tmp_path) == [
        StepRow(0, held_out_nsp_accuracy=0.5, held_out_nsp_decoy_accuracy=0.375),
        StepRow(1, mlm_loss=6.5, tokens=90),
        StepRow(2, held_out_nsp_accuracy=0.75),
    ]
    (tmp_path / METRICS).write_text("\n".join([*lines, ""]))
    with pytest.raises(RunError, match="is damaged: its curves can't be shown"):
        read_metrics(tmp_path)
