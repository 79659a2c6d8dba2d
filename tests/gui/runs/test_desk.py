"""What the window does with runs beside the one at hand: laid over, gone on with, let go of."""

import pytest
from pytestqt.qtbot import QtBot

from bertscope.gui.engine_process import ProcessOutcome
from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.training import Phase
from bertscope.recipe import Recipe
from bertscope.run_folder import About, StepRow
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, info, metrics, words

OTHER, THIRD = "/runs/other", "/runs/third"
KILLED = ProcessOutcome(crashed=True, code=9, expected=False)


def tell(window: MainWindow, fake: FakeEngine, folder: str, steps: int = 3) -> None:
    """Answer the wish for a run."""
    (asked,) = fake.take(m.OpenRun)
    assert asked.folder == folder
    begin(fake, asked, steps)


def begin(fake: FakeEngine, asked: m.OpenRun, steps: int = 3) -> None:
    model, recipe = info(m.ModelRef(asked.folder)), Recipe(steps=400)
    fake.received.emit(
        m.RunOpened(asked.id, asked.folder, About(), recipe, model, words(), rows=steps)
    )
    rows = [StepRow(n, 8 - n / 10, 0.7, tokens=90, seconds=0.1) for n in range(1, steps + 1)]
    fake.received.emit(metrics(asked.folder, *rows))


def drawn(window: MainWindow) -> list[str]:
    """The folders of the runs that the curves show."""
    assert window.curves is not None
    return [record.folder for record in window.curves.runs]


def test_a_run_laid_over_is_drawn_once_it_is_told_and_no_longer_once_taken_off(
    window: MainWindow, fake: FakeEngine
) -> None:
    window.runs.lay_over(OTHER)
    tell(window, fake, OTHER)
    assert drawn(window) == [OTHER]
    window.runs.lay_over(OTHER)
    assert drawn(window) == []


def test_a_run_that_is_gone_is_said_once_and_asked_for_once(
    window: MainWindow, fake: FakeEngine
) -> None:
    window.runs.lay_over(OTHER)
    (asked,) = fake.take(m.OpenRun)
    fake.received.emit(m.Failed(asked.id, "There is no run in /runs/other."))
    assert "/runs/other" in window.banner.words.text()
    window.session.set_view(top_k=7)
    assert not fake.take(m.OpenRun)
    window.runs.lay_over(OTHER)
    window.runs.lay_over(OTHER)  # Laid over anew, it is asked for anew.
    assert fake.take(m.OpenRun)


def test_an_engine_that_is_started_again_is_asked_for_what_is_shown(
    window: MainWindow, fake: FakeEngine
) -> None:
    window.files.open_run(OTHER)
    tell(window, fake, OTHER)
    window.runs.lay_over(THIRD)
    tell(window, fake, THIRD)
    fake.die(KILLED)
    fake.get_ready()
    asked = fake.take(m.OpenRun)
    assert {request.folder for request in asked} == {OTHER, THIRD}
    for request in asked:
        begin(fake, request, steps=5)
    assert window.training.phase is Phase.BROKEN
    assert window.training.record is window.records.get(OTHER)
    assert window.training.step == 5
    assert drawn(window) == [OTHER, THIRD]


def test_a_run_that_could_not_be_gone_on_with_does_not_begin_by_itself_later(
    window: MainWindow, fake: FakeEngine
) -> None:
    window.runs.go_on_with(OTHER)
    (asked,) = fake.take(m.OpenRun)
    fake.received.emit(m.Failed(asked.id, "The disk is away."))
    window.files.open_run(OTHER)
    tell(window, fake, OTHER)
    assert window.training.folder == OTHER
    assert not fake.take(m.Train)


def test_who_opens_another_run_meanwhile_does_not_go_on_with_the_first(
    window: MainWindow, fake: FakeEngine
) -> None:
    window.runs.go_on_with(OTHER)
    window.files.open_run(THIRD)
    for asked in fake.take(m.OpenRun):
        begin(fake, asked)
    assert window.training.folder == THIRD
    window.files.open_run(OTHER)
    tell(window, fake, OTHER)
    assert window.training.folder == OTHER
    assert not fake.take(m.Train)


def test_a_run_is_gone_on_with_once_it_is_told(window: MainWindow, fake: FakeEngine) -> None:
    window.runs.go_on_with(OTHER)
    tell(window, fake, OTHER)
    (train,) = fake.take(m.Train)
    assert (train.folder, train.resume) == (OTHER, True)


def test_runs_that_are_looked_at_no_more_are_followed_no_more(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine
) -> None:
    window.files.open_run(OTHER)
    tell(window, fake, OTHER)
    window.files.open_run(THIRD)
    tell(window, fake, THIRD)
    qtbot.waitUntil(lambda: any(isinstance(sent, m.CloseRun) for sent in fake.sent))
    assert [request.folder for request in fake.take(m.CloseRun)] == [OTHER]
    assert window.records.get(THIRD) is window.training.record


@pytest.mark.parametrize("is_shown", [True, False])
def test_that_a_run_is_gone_is_news_only_where_it_is_shown(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine, is_shown: bool
) -> None:
    window.files.open_run(OTHER)
    tell(window, fake, OTHER)
    if not is_shown:
        window.training.reset()
        qtbot.waitUntil(lambda: bool(fake.take(m.CloseRun)))
    fake.received.emit(m.RunGone(OTHER, "The folder is gone."))
    assert window.banner.isVisible() is is_shown


def test_the_way_on_from_a_run_that_is_gone_goes_with_it(
    window: MainWindow, fake: FakeEngine
) -> None:
    window.files.open_run(OTHER)
    tell(window, fake, OTHER)
    fake.received.emit(m.RunGone(OTHER, "The folder is gone."))
    assert window.banner.way_on.text() == "Begin a new run"
    window.views.transport.reset.click()  # Else a later click would reset another run.
    assert not window.banner.isVisible()
