"""What is said of the step under the mouse."""

from bertscope.gui.curves.quantities import MLM, MLM_ACCURACY, TOTAL, Quantity
from bertscope.gui.curves.readout import readings
from bertscope.gui.curves.scene import Scene
from bertscope.gui.palette import LIGHT
from bertscope.gui.state import ViewState
from tests.gui.run.records import record_of


def told(scene: Scene, step: int, quantity: Quantity = MLM) -> dict[str, str]:
    return {one.name: one.words for one in readings(quantity, scene, step, LIGHT)}


def test_all_values_of_the_step() -> None:
    view, run = ViewState(smoothing=0), record_of(50)
    scene = Scene(run, (record_of(50, "two"),), 1000, view)
    assert told(scene, 25) == {"train": "5.000", "held out": "5.900 (step 20)", "two": "5.000"}
    assert told(scene, 25, MLM_ACCURACY) == {
        "train": "25 %",
        "held out": "10 % (step 20)",
        "two": "25 %",
    }
    assert told(scene, 25, TOTAL)["train"] == "5.500"


def test_the_smoothed_value_beside_the_raw_one() -> None:
    found = told(Scene(record_of(50), view=ViewState(smoothing=20)), 30)
    assert found["train"] == "4.600"
    assert 4.6 < float(found["smoothed"]) < 6


def test_before_the_first_step_there_is_the_held_out_loss_alone() -> None:
    assert told(Scene(record_of(50)), 0) == {"held out": "7.500"}
    assert told(Scene(), 5) == {}
