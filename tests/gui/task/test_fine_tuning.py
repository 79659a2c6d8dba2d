"""Fine-tuning as one does it on a stage, on a real engine: choose, play, type, travel back."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.training import Phase
from bertscope.gui.task.fitting import FITTING, NO_SECOND
from bertscope.task import Metric

pytestmark = pytest.mark.slow

LEFT, LONG_MS = Qt.MouseButton.LeftButton, 60_000
STEPS, HELD_OUT = 6, 40
OWN = "he was sad and cried"


@pytest.fixture
def tuned(qtbot: QtBot, real_window: MainWindow) -> MainWindow:
    """Feelings, chosen by the menu; little is measured, so that it is quick."""
    window = real_window
    window.top_bar.switch.menu.fill()
    choose, *_ = window.top_bar.switch.menu.actions()
    choose.trigger()
    wanted = window.training.wanted
    few = msgspec.structs.replace(
        wanted, held_out_pairs=HELD_OUT, evaluate_every=3, steps=STEPS, batch_size=8
    )
    window.training.set_recipe(few)
    return window


Answered = tuple[int | None, tuple[int, ...], list[float]]


def answered(window: MainWindow) -> Answered | None:
    """The step, the tokens and the probabilities that all views show; None without an answer."""
    now = window.showing.now
    if now is None or now.look.answer is None:
        return None
    return now.look.step, now.question.ids, now.look.answer.probabilities


def shown_answer(qtbot: QtBot, window: MainWindow) -> Answered:
    """As `answered`, once the views are not on their way to a newer look."""
    qtbot.waitUntil(lambda: answered(window) is not None, timeout=LONG_MS)
    found = answered(window)
    assert found is not None
    return found


def judged_at(window: MainWindow) -> int | None:
    """The step whose confusion matrix is shown."""
    told = window.judge.judged
    return told.step if told is not None else None


def test_a_sentence_of_ones_own_is_answered_at_every_step(qtbot: QtBot, tuned: MainWindow) -> None:
    window = tuned
    training, session, views = window.training, window.session, window.views
    assert (session.state.a, session.state.b) == FITTING["feelings"]
    assert window.curves is not None
    window.curves.draw()
    assert next(iter(window.curves.plots.shown)).quantity.title == "Loss"
    qtbot.mouseClick(views.transport.play, LEFT)
    qtbot.waitUntil(lambda: training.phase is Phase.FINISHED, timeout=LONG_MS)
    assert training.record is not None
    assert training.record.facts is not None
    assert training.record.facts.metrics[0] is Metric.ACCURACY
    assert window.page.panels["results"].windowTitle() == "Confusion matrix"
    views.sentences.a.selectAll()
    qtbot.keyClicks(views.sentences.a, OWN)
    now = STEPS, tuple(session.pair.ids)
    qtbot.waitUntil(lambda: (answered(window) or ())[:2] == now, timeout=LONG_MS)
    assert "The answer is" in views.answer.accessibleDescription()
    assert views.sentences.random_b.toolTip() == NO_SECOND
    window.page.reveal("results")
    qtbot.waitUntil(lambda: judged_at(window) == STEPS, timeout=LONG_MS)
    results = views.results.results
    assert results is not None
    assert results.counts.sum() == HELD_OUT
    last = shown_answer(qtbot, window)
    qtbot.waitUntil(lambda: window.films.travel.kept[:1] == (0,), timeout=LONG_MS)
    window.films.travel.first()
    qtbot.waitUntil(lambda: (answered(window) or ())[:1] == (0,), timeout=LONG_MS)
    qtbot.waitUntil(lambda: judged_at(window) == 0, timeout=LONG_MS)
    first = shown_answer(qtbot, window)
    assert first[2] != last[2]
