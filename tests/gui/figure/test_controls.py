"""The controls of the figure and the view it shows say the same."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bertscope.gui.figure.controls import FigureControls
from bertscope.gui.session import Session
from bertscope.gui.state import Stage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def controls(qtbot: QtBot, session: Session) -> FigureControls:
    made = FigureControls(session)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("stage", [s for s in Stage if s is not Stage.SUM])
def test_a_stage_is_one_click(
    qtbot: QtBot, controls: FigureControls, session: Session, stage: Stage
) -> None:
    qtbot.mouseClick(controls.stages[stage], LEFT)
    assert session.view.stage is stage
    session.undo_stack.undo()
    assert controls.stages[Stage.SUM].isChecked()
    assert not controls.stages[stage].isChecked()


def test_zoom_by_steps_and_fit(qtbot: QtBot, controls: FigureControls, session: Session) -> None:
    qtbot.mouseClick(controls.wider, LEFT)
    assert session.view.zoom == 1.5
    qtbot.mouseClick(controls.narrower, LEFT)
    qtbot.mouseClick(controls.narrower, LEFT)
    assert session.view.zoom == 0.75
    qtbot.mouseClick(controls.fit, LEFT)
    assert session.view.zoom == 0.0
    assert not controls.narrower.isEnabled()
    qtbot.mouseClick(controls.fit, LEFT)
    assert session.view.zoom == 1.0


def test_zoom_ends_at_the_widest(qtbot: QtBot, controls: FigureControls, session: Session) -> None:
    session.set_view(zoom=3.9)
    qtbot.mouseClick(controls.wider, LEFT)
    assert session.view.zoom == 4.0
    assert not controls.wider.isEnabled()


def test_ids_are_switched(qtbot: QtBot, controls: FigureControls, session: Session) -> None:
    qtbot.mouseClick(controls.details, LEFT)
    assert session.view.details
    qtbot.mouseClick(controls.details, LEFT)
    assert not session.view.details


def test_they_stay_small_and_explain_themselves(controls: FigureControls) -> None:
    assert controls.sizeHint().width() < 480
    buttons = [*controls.stages.values(), controls.narrower, controls.fit, controls.wider]
    for button in (*buttons, controls.details):
        assert button.toolTip()
        assert button.accessibleName()
        assert button.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_the_stage_shown_stays_checked(
    qtbot: QtBot, controls: FigureControls, session: Session
) -> None:
    qtbot.mouseClick(controls.stages[Stage.SUM], LEFT)
    assert [stage for stage, b in controls.stages.items() if b.isChecked()] == [Stage.SUM]
