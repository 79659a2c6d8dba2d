"""What the engine measures, as the window gets it."""

import msgspec

from bertscope.engine.reports import HeldOut, StepMetrics
from bertscope.run_folder import StepRow
from bertscope.wire.replies import step_row

TRAINED = StepMetrics(
    step=7,
    mlm_loss=5.0,
    nsp_loss=0.5,
    loss=5.5,
    mlm_accuracy=0.25,
    nsp_accuracy=0.75,
    learning_rate=1e-3,
    pairs=8,
    tokens=120,
    seconds=0.5,
)
ROW = StepRow(
    7, 5.0, 0.5, 0.25, 0.75, tokens=120, pairs=8, seconds=0.5, loss=5.5, learning_rate=1e-3
)


def test_a_step_is_a_row_of_its_numbers():
    assert step_row(TRAINED) == ROW


def test_what_was_measured_stands_beside_them():
    for decoys in (None, 0.625):
        held_out = HeldOut(
            mlm_loss=6.0,
            nsp_loss=0.7,
            mlm_accuracy=0.1,
            nsp_accuracy=0.5,
            nsp_decoy_accuracy=decoys,
            loss=6.7,
        )
        assert step_row(msgspec.structs.replace(TRAINED, held_out=held_out)) == (
            msgspec.structs.replace(
                ROW,
                held_out_mlm_loss=6.0,
                held_out_nsp_loss=0.7,
                held_out_mlm_accuracy=0.1,
                held_out_nsp_accuracy=0.5,
                held_out_nsp_decoy_accuracy=decoys,
                held_out_loss=6.7,
            )
        )


def test_before_the_first_step_there_is_only_what_was_measured():
    held_out = HeldOut(mlm_loss=7.0, nsp_loss=0.7, mlm_accuracy=0.0, nsp_accuracy=0.5)
    start = StepMetrics(step=0, held_out=held_out)
    assert step_row(start) == StepRow(
        0,
        held_out_mlm_loss=7.0,
        held_out_nsp_loss=0.7,
        held_out_mlm_accuracy=0.0,
        held_out_nsp_accuracy=0.5,
    )
