"""Where there is nothing to show, a view says what to do."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from bertscope.gui.engine_process import EngineState
from bertscope.gui.main_window import MainWindow
from bertscope.gui.outputs.cards_view import EMPTY, NO_WORDS
from bertscope.gui.settings import Settings
from bertscope.gui.slow.view import NO_STEP
from bertscope.gui.theme import Appearance, Mode
from tests.gui.conftest import FakeEngine


@pytest.fixture
def early(qtbot: QtBot, fake: FakeEngine) -> Iterator[MainWindow]:
    """A window whose engine is still starting."""
    fake.state = EngineState.STARTING
    made = MainWindow(fake, Appearance(Mode.LIGHT), Settings())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def test_before_the_engine_is_there_sentences_and_masks_say_what_comes(early: MainWindow) -> None:
    views = early.views
    assert views.predictions.instead == EMPTY
    early.session.cycle(2)
    assert views.predictions.instead == "Waiting for the engine."
    assert views.attention.heads.why_none.startswith("Waiting for the engine: ")


def test_empty_sentences_ask_for_words(window: MainWindow) -> None:
    window.session.set_pair("", "")
    assert window.views.predictions.instead == NO_WORDS
    window.session.set_pair("my dog", "")
    assert window.views.predictions.instead == EMPTY


def test_slow_motion_without_a_step_says_how_to_do_one(window: MainWindow) -> None:
    window.slow.source.setCurrentIndex(1)
    assert window.slow.words.text() == NO_STEP
