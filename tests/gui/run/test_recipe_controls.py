"""Each choice has a control, which says and sets what is wanted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from bertscope.gui.run.recipe_controls import RecipeControls
from bertscope.gui.run.record import Records
from bertscope.gui.run.training import Training
from bertscope.gui.theme import Appearance
from bertscope.recipe import Optimizer, Recipe
from bertscope.text.masking import MaskRule, Unit
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine
from tests.gui.run.driving import FOLDER, begin, want

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def training(fake: FakeEngine) -> Training:
    return Training(fake, Records(fake), Recipe())


@pytest.fixture
def controls(qtbot: QtBot, training: Training, appearance: Appearance) -> RecipeControls:
    made = RecipeControls(training, appearance)
    qtbot.addWidget(made)
    made.resize(392, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def wanted(training: Training, field: str) -> object:
    return getattr(training.wanted, field)


@pytest.mark.parametrize(
    ("box", "typed", "field", "value"),
    [
        ("rate", "0.0007", "learning_rate", 0.0007),
        ("matrix_rate", "0.05", "matrix_learning_rate", 0.05),
        ("batch", "16", "batch_size", 16),
        ("mask_rate", "40", "mask", MaskRule(0.4)),
        ("budget", "64", "snapshot_bytes", 64 << 20),
    ],
)
def test_a_number_that_is_typed_acts_on_a_run_at_once(
    qtbot: QtBot,
    controls: RecipeControls,
    training: Training,
    fake: FakeEngine,
    *,
    box: str,
    typed: str,
    field: str,
    value: object,
) -> None:
    begin(training, fake)
    edit = getattr(controls, box)
    edit.selectAll()
    qtbot.keyClicks(edit, typed)
    assert fake.take(m.Change) == []  # Half a number is none.
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    (change,) = fake.take(m.Change)
    assert getattr(change.recipe, field) == value
    fake.received.emit(m.RunChanged(FOLDER, 0, change.recipe))
    assert float(edit.text().split()[0]) == float(typed)


@pytest.mark.parametrize(
    ("box", "at", "field", "value"),
    [
        ("unit", 2, "mask", MaskRule(unit=Unit.SPAN)),
        ("losses", 1, "nsp_weight", 0.0),
        ("losses", 2, "mlm_weight", 0.0),
    ],
)
def test_an_entry_that_is_chosen_acts_at_once(
    qtbot: QtBot,
    controls: RecipeControls,
    training: Training,
    fake: FakeEngine,
    *,
    box: str,
    at: int,
    field: str,
    value: object,
) -> None:
    begin(training, fake)
    choose(qtbot, getattr(controls, box), at)
    assert getattr(fake.take(m.Change)[-1].recipe, field) == value


def choose(qtbot: QtBot, box: QComboBox, at: int) -> None:
    """By the arrow keys, from the first entry on."""
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(at):
        qtbot.keyClick(box, Qt.Key.Key_Down)


@pytest.mark.parametrize(
    ("field", "value"),
    [("seed", 7), ("max_length", 32), ("preset", "mini"), ("optimizer", Optimizer.ADAMW)],
)
def test_what_waits_says_so_beside_it(
    controls: RecipeControls, training: Training, fake: FakeEngine, field: str, value: object
) -> None:
    want(training, **{field: value})
    assert not controls._after[field].isVisible()  # Without a run nothing waits.
    want(training, **{field: getattr(Recipe(), field)})
    begin(training, fake)
    want(training, **{field: value})
    assert {f for f, mark in controls._after.items() if mark.isVisible()} == {field}
    assert fake.take(m.Change) == []
    training.reset()
    assert not controls._after[field].isVisible()
    assert wanted(training, field) == value


def test_the_rates_are_scaled_together_and_come_back(
    qtbot: QtBot, controls: RecipeControls, training: Training
) -> None:
    for button in (*[controls.half] * 5, *[controls.twice] * 5):
        qtbot.mouseClick(button, LEFT)
    assert (training.wanted.learning_rate, training.wanted.matrix_learning_rate) == (0.003, 0.02)
    qtbot.mouseClick(controls.twice, LEFT)
    assert (controls.rate.text(), controls.matrix_rate.text()) == ("0.006", "0.04")


def test_muons_rate_is_there_where_muon_is(controls: RecipeControls, training: Training) -> None:
    assert controls.matrix_rate.isVisible()
    want(training, optimizer=Optimizer.ADAMW)
    assert not controls.matrix_rate.isVisible()


def test_weights_of_the_command_line_are_told_as_they_are(
    controls: RecipeControls, training: Training
) -> None:
    want(training, nsp_weight=0.5)
    assert controls.losses.currentText() == "1 × masked LM + 0.5 × next"
    want(training, nsp_weight=1.0)
    assert (controls.losses.currentText(), controls.losses.count()) == ("both losses", 3)


def test_a_rate_with_many_digits_is_kept_until_it_is_edited(
    qtbot: QtBot, controls: RecipeControls, training: Training
) -> None:
    want(training, learning_rate=0.00012345678)
    assert controls.rate.text() == "0.0001235"
    controls.interpret()
    controls.batch.setFocus()
    assert training.wanted.learning_rate == 0.00012345678


def test_it_tells_how_much_is_kept(
    controls: RecipeControls, training: Training, fake: FakeEngine
) -> None:
    assert controls.kept.text() == ""
    begin(training, fake)
    fake.received.emit(m.Kept(FOLDER, list(range(41)), 86 << 20, 512 << 20))
    assert controls.kept.text() == "86 of 512 MB, 41 steps kept"


def test_what_is_being_typed_stays_while_the_run_goes_on(
    qtbot: QtBot, controls: RecipeControls, training: Training, fake: FakeEngine
) -> None:
    begin(training, fake)
    controls.batch.selectAll()
    qtbot.keyClicks(controls.batch, "12")
    fake.received.emit(m.RunChanged(FOLDER, 3, training.recipe))
    qtbot.keyClicks(controls.batch, "8")
    qtbot.keyClick(controls.batch, Qt.Key.Key_Return)
    assert wanted(training, "batch_size") == 128
