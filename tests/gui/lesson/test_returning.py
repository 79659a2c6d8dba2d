"""A run that was there before a lesson is there again, and goes on if it did."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from bertscope.gui.lesson.lesson import Run, Scene, Training
from bertscope.gui.lesson.stagehand import Stagehand
from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.phase import Phase
from bertscope.places import default_model
from bertscope.run_folder import About
from bertscope.text.reader import Reader
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, started
from tests.gui.run.driving import FOLDER, begin, told, want

AWAY = [
    Scene(run=Run.NONE),
    Scene(run=Run.NEW, training=Training(steps=5)),
    Scene(run=Run.PAUSE),
]


@pytest.fixture
def hand(window: MainWindow) -> Stagehand:
    return Stagehand(window)


def tell_of_run(window: MainWindow, fake: FakeEngine) -> None:
    """The engine tells of the run that is to be opened again."""
    for request in fake.take(m.OpenRun):
        model = m.ModelInfo(m.ModelRef(FOLDER), "1", 2, 12, 2, 600, 1031, 64)
        words = m.Words.of(Reader.load(default_model()).tokenizer, 64)
        recipe = window.training.wanted
        fake.received.emit(m.RunOpened(request.id, FOLDER, About(), recipe, model, words, rows=8))


@pytest.mark.parametrize(
    ("scene", "goal", "left"),
    [
        (AWAY[0], m.Goal(), m.Goal()),
        (AWAY[1], m.Goal(steps=50), m.Goal(step=50)),
        (AWAY[1], m.Goal(seconds=60), m.Goal(seconds=pytest.approx(59.2))),
        (AWAY[2], m.Goal(loss=m.Loss.MLM, below=2.0), m.Goal(loss=m.Loss.MLM, below=2.0)),
    ],
    ids=["none", "new steps", "new time", "pause"],
)
def test_a_run_that_was_learning_goes_on_to_where_it_was_going(
    window: MainWindow,
    fake: FakeEngine,
    hand: Stagehand,
    scene: Scene,
    goal: m.Goal,
    left: m.Goal,
) -> None:
    begin(window.training, fake, goal)
    fake.received.emit(told(*range(1, 9)))
    hand.begin()
    hand.set(scene)
    if scene.run is Run.PAUSE:
        fake.received.emit(m.RunPaused(FOLDER, 8))
    hand.end()
    tell_of_run(window, fake)
    (again,) = fake.take(m.Train) or fake.take(m.Play)
    assert again.goal == left
    assert window.training.folder == FOLDER
    assert window.training.phase in (Phase.PREPARING, Phase.RUNNING)


def test_a_run_that_has_not_heard_yet_that_it_is_to_rest_goes_on(
    window: MainWindow, fake: FakeEngine, hand: Stagehand
) -> None:
    begin(window.training, fake)
    hand.begin()
    hand.set(Scene(run=Run.PAUSE))
    hand.end()
    assert [type(sent) for sent in fake.sent if isinstance(sent, m.Pause | m.Play)] == [
        m.Pause,
        m.Play,
    ]


def test_a_run_that_rested_rests(window: MainWindow, fake: FakeEngine, hand: Stagehand) -> None:
    begin(window.training, fake)
    fake.received.emit(m.RunPaused(FOLDER, 8))
    hand.begin()
    hand.set(Scene(a="dogs"))
    window.training.play()
    fake.take(m.Play)
    hand.end()
    assert fake.take(m.Pause)
    assert not fake.take(m.Play)


def test_a_run_that_rested_and_was_let_go_of_is_not_begun(
    window: MainWindow, fake: FakeEngine, hand: Stagehand
) -> None:
    begin(window.training, fake)
    fake.received.emit(m.RunPaused(FOLDER, 8))
    fake.take(m.Train)
    hand.begin()
    hand.set(Scene(run=Run.PLAY))
    fake.received.emit(started(*fake.take(m.Train), "/runs/2"))
    hand.end()
    tell_of_run(window, fake)
    assert (window.training.folder, window.training.phase) == (FOLDER, Phase.BROKEN)
    assert not fake.take(m.Train)


@pytest.mark.parametrize("has_folder", [True, False])
def test_a_run_that_was_being_prepared_is_there_again(
    window: MainWindow, fake: FakeEngine, hand: Stagehand, has_folder: bool
) -> None:
    want(window.training, steps=77)
    window.training.play()
    (train,) = fake.take(m.Train)
    hand.begin()
    if has_folder:
        fake.received.emit(started(train, FOLDER))
    hand.set(Scene(run=Run.NEW, training=Training(steps=5)))
    hand.end()
    tell_of_run(window, fake)
    (again,) = fake.take(m.Train)
    assert (again.folder, again.recipe.steps) == (FOLDER if has_folder else "", 77)


def test_without_a_run_before_none_is_begun(
    window: MainWindow, fake: FakeEngine, hand: Stagehand
) -> None:
    hand.begin()
    hand.set(Scene(run=Run.PLAY))
    fake.received.emit(started(*fake.take(m.Train), FOLDER))
    hand.end()
    assert window.training.phase is Phase.IDLE
    assert not fake.take(m.Train)


# --- A run that a page goes on with -------------------------------------------------------------


def test_a_run_that_is_there_is_kept_whatever_model_the_lesson_began_with(
    window: MainWindow, fake: FakeEngine, hand: Stagehand
) -> None:
    begin(window.training, fake)
    hand.set(Scene(model="@stories-tiny", run=Run.KEEP, a="dogs"))
    assert (window.training.phase, window.session.state.a) == (Phase.RUNNING, "dogs")
    assert not fake.take(m.EndRun)
    assert not fake.take(m.OpenModel)


def test_a_run_that_is_gone_is_made_ready_and_not_played(
    window: MainWindow, fake: FakeEngine, hand: Stagehand
) -> None:
    hand.set(Scene(run=Run.KEEP, training=Training(steps=12)))
    assert (window.training.phase, window.training.wanted.steps) == (Phase.IDLE, 12)
    assert not fake.take(m.Train)


# --- Closing the window -------------------------------------------------------------------------


def begin_lesson(window: MainWindow) -> None:
    window.lessons.begin("the-input", 0)


def begin_tour(window: MainWindow) -> None:
    window.tour.begin()


def present_lesson(window: MainWindow) -> None:
    window.lessons.begin("the-input", 0)
    window.presenting.begin()


@pytest.mark.parametrize(
    ("open_it", "is_own"),
    [(begin_lesson, True), (begin_lesson, False), (begin_tour, True), (present_lesson, True)],
)
def test_nothing_of_a_lesson_is_remembered_when_the_window_is_closed(
    qtbot: QtBot,
    window: MainWindow,
    open_it: Callable[[MainWindow], None],
    is_own: bool,
) -> None:
    page, settings = window.page, window.settings
    if is_own:
        page.panels["training"].setFloating(True)
    scale, size = window.appearance.theme.scale, (window.width(), window.height())
    layout = page.places if is_own else ""
    wanted = window.training.wanted
    open_it(window)
    page.reveal("map")
    window.training.set_recipe(wanted)
    window.close()
    assert settings.layout == settings.load().layout == layout
    assert (settings.scale, settings.width, settings.height) == (scale, *size)
    assert not window.page.panels["predictions"].isHidden()
    assert window.lessons.player.lesson is None
    assert window.tour.player.lesson is None


@pytest.mark.slow
def test_a_real_run_goes_on_after_a_lesson(qtbot: QtBot, real_window: MainWindow) -> None:
    window, hand = real_window, Stagehand(real_window)
    training = window.training
    want(training, preset="tiny", corpus="little-stories", stories=60, steps=5000, batch_size=4)
    training.play()
    qtbot.waitUntil(lambda: training.step >= 3, timeout=60_000)
    folder, step = training.folder, training.step
    hand.begin()
    hand.set(Scene(run=Run.NEW, training=Training(steps=4)))
    assert training.phase is Phase.IDLE
    hand.end()
    qtbot.waitUntil(lambda: training.phase is Phase.RUNNING, timeout=60_000)
    assert (training.folder, training.recipe.steps) == (folder, 5000)
    qtbot.waitUntil(lambda: training.step > step + 2, timeout=60_000)
    training.pause()
    qtbot.waitUntil(lambda: training.phase is Phase.PAUSED, timeout=60_000)
