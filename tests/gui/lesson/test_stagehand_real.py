"""Scenes of every kind on the real engine: the window shows what a page says."""

import pytest
from pytestqt.qtbot import QtBot

from bertscope.gui.lesson.checks import holds
from bertscope.gui.lesson.lesson import Place, Run, Said, Scene, Training, Until
from bertscope.gui.lesson.situation import Situation
from bertscope.gui.lesson.stagehand import Stagehand
from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.phase import Phase
from bertscope.places import DEFAULT_MODEL

pytestmark = pytest.mark.slow

PATIENCE_MS = 60_000
SMALL = Training(steps=6, stories=50, batch_size=4)


class Staged:
    """The real window, a stagehand, and what is to be seen."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self.window, self.hand = qtbot, window, Stagehand(window)
        self.troubles: list[str] = []
        self.hand.failed.connect(self.troubles.append)
        self.begun = Situation.now(window)
        self.hand.begin()

    def set(self, **scene: object) -> None:
        """Set a scene, and wait until all of it is set."""
        self.hand.set(Scene(**scene))
        self.until(lambda: not self.hand.is_waiting)
        self.begun = Situation.now(self.window)

    def shows(self, **until: object) -> None:
        """Wait until the window shows something."""
        self.until(lambda: holds(Until(**until), Situation.now(self.window), self.begun))

    def until(self, done: object) -> None:
        self._qtbot.waitUntil(done, timeout=PATIENCE_MS)


@pytest.fixture
def staged(qtbot: QtBot, real_window: MainWindow) -> Staged:
    return Staged(qtbot, real_window)


def test_a_model_reads_what_a_page_masks(staged: Staged) -> None:
    staged.set(
        model="@stories-tiny",
        a="the boy lost his ball",
        b="he looked for it",
        masks={"ball": "mask", "he": "random dog"},
        show=(Place.INPUT, Place.PREDICTIONS),
    )
    staged.shows(
        model="@stories-tiny",
        masks={"ball": "mask", "he": "random dog", "boy": "none"},
        said=Said(at="ball", below=1.0, above=0.0),
        next_above=0.0,
        front=Place.PREDICTIONS,
    )
    assert not staged.window.page.panels["training"].isVisible()
    staged.hand.end()
    staged.until(lambda: staged.window.models.folder == DEFAULT_MODEL)
    staged.shows(a="dog", b="playing")
    assert staged.window.page.panels["training"].isVisible()
    assert staged.troubles == []


def test_runs_are_begun_looked_at_and_let_go_of(staged: Staged) -> None:
    window = staged.window
    staged.set(run=Run.PLAY, training=SMALL, step=3, show=(Place.TRAINING,))
    run = window.training.folder
    staged.shows(finished=True, steps=6)
    staged.set(step=0, show=())
    staged.shows(past=True)
    staged.until(lambda: window.prober.latest.look.step == 0)
    staged.set(run=Run.NEW, training=Training(seed=5))
    assert window.training.phase is Phase.IDLE
    staged.set(model=run, step=-1)
    staged.shows(model=run, past=False)
    assert window.training.folder == run
    staged.hand.end()
    staged.until(lambda: not staged.hand.is_waiting)
    staged.shows(model=DEFAULT_MODEL)
    assert window.training.phase is Phase.IDLE
    assert staged.troubles == []


def test_a_task_has_classes(staged: Staged) -> None:
    staged.set(
        run=Run.PLAY,
        training=Training(task="feelings", examples=10, steps=4),
        a="she was so happy and smiled",
        b="",
        label="positive",
        show=(Place.INPUT, Place.ANSWER),
    )
    staged.shows(task="feelings", finished=True, b_empty=True)
    labels = staged.window.training.record.model.labels
    assert staged.window.session.state.label == list(labels).index("positive")
    staged.until(lambda: Situation.now(staged.window).said is not None)
    staged.until(lambda: Situation.now(staged.window).said.answer in labels)
    staged.set(training=Training(task=""))
    staged.shows(task="")
    assert staged.troubles == []


def test_what_cannot_be_opened_is_told(staged: Staged) -> None:
    staged.set(model="/no/such/model", a="the dog runs")
    assert ["no" in words for words in staged.troubles] == [True]
    staged.shows(a="runs", model=DEFAULT_MODEL)
