"""The row above the map: the space, the projection, the search."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bertscope.gui.closer.map_controls import MapControls
from bertscope.gui.session import Session
from bertscope.gui.state import Projection, Space
from bertscope.gui.theme import Appearance
from tests.gui.accessibility import unnamed_controls


@pytest.fixture
def controls(qtbot: QtBot, session: Session, appearance: Appearance) -> MapControls:
    made = MapControls(session, appearance)
    qtbot.addWidget(made)
    made.show()
    return made


def test_they_change_the_view(qtbot: QtBot, controls: MapControls, session: Session) -> None:
    qtbot.keyClick(controls.projection, Qt.Key.Key_Down)
    assert session.view.projection is Projection.DIRECTIONS
    qtbot.keyClick(controls.space, Qt.Key.Key_Down)
    assert session.view.space is Space.VOCABULARY
    qtbot.keyClicks(controls.search, "dog")
    assert session.view.search == "dog"
    assert not unnamed_controls(controls)


def test_a_word_typed_is_undone_at_once(
    qtbot: QtBot, controls: MapControls, session: Session
) -> None:
    session.set_view(space=Space.VOCABULARY)
    qtbot.keyClicks(controls.search, "dog")
    session.undo_stack.undo()
    assert (session.view.search, controls.search.text()) == ("", "")
    assert session.view.space is Space.VOCABULARY


def test_only_what_matters_is_there(controls: MapControls, session: Session) -> None:
    assert controls.projection.isVisible()
    assert not controls.search.isVisible()
    session.set_view(space=Space.VOCABULARY)
    assert controls.search.isVisible()
    assert not controls.projection.isVisible()
