"""Going over to another engine, and what the window says of one that is silent or cut off."""

from pytestqt.qtbot import QtBot

from bertscope.gui.engine_choice import at_home_anywhere
from bertscope.gui.engine_process import EngineState, ProcessOutcome
from bertscope.gui.life import RECONNECT, RESTART
from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.training import Phase
from bertscope.gui.settings import Settings
from bertscope.places import DEFAULT_MODEL
from bertscope.recipe import LITTLE_STORIES, Recipe
from bertscope.run_folder import StepRow
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, metrics, opened, started

SSH = "ssh gpu-box bertscope engine"
CUT = ProcessOutcome(False, 255, False, last_words="Broken pipe", command=SSH, host="gpu-box")
MOVED = ProcessOutcome(False, 0, expected=True, again=True)


def start_run(window: MainWindow, fake: FakeEngine, *steps: int) -> str:
    window.training.play()
    fake.received.emit(started(*fake.take(m.Train)))
    folder = window.training.folder
    rows = [StepRow(step, mlm_loss=5.0, nsp_loss=0.6) for step in steps]
    fake.received.emit(metrics(folder, *rows))
    return folder


def test_it_is_chosen_in_the_menu(qtbot: QtBot, window: MainWindow, fake: FakeEngine) -> None:
    (entry,) = (c.action for c in window.menus.commands if c.action.text() == "&Engine …")
    entry.trigger()
    dialog = window.engine_choice.dialog
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.command, SSH)
    dialog.use_it.click()
    assert fake.used == [SSH]
    assert Settings.load().engine == SSH


def test_another_machine_has_neither_our_run_nor_our_files(
    window: MainWindow, fake: FakeEngine
) -> None:
    window.open_model("/models/mine")
    fake.received.emit(opened(*fake.take(m.OpenModel)))
    window.files.set_corpus("/texts/letters.txt")
    start_run(window, fake, 1, 2)
    window.engine_choice.use(SSH)
    assert fake.take(m.EndRun)  # It is saved before its engine ends.
    assert window.training.phase is Phase.IDLE
    fake.die(MOVED)
    assert window.isVisible()
    assert not window.banner.isVisible()
    fake.get_ready()
    (asked,) = fake.take(m.OpenModel)
    assert asked.model.folder == DEFAULT_MODEL
    assert not fake.take(m.Train)
    fake.received.emit(opened(asked))
    wanted = window.training.wanted
    assert (wanted.corpus, wanted.vocabulary) == (Recipe().corpus, DEFAULT_MODEL)


def test_what_could_not_be_saved_is_said_though_another_one_follows(
    window: MainWindow, fake: FakeEngine
) -> None:
    start_run(window, fake, 1)
    window.engine_choice.use(SSH)
    fake.state = EngineState.STOPPING
    fake.received.emit(m.Failed(0, "The disk is full."))
    fake.die(MOVED)
    assert window.banner.words.text() == "The disk is full. The last checkpoint is kept."


def test_a_recipe_keeps_what_ships() -> None:
    kept = Recipe(corpus=LITTLE_STORIES, vocabulary="@x", start="@y", seed=3)
    assert at_home_anywhere(kept) == kept
    own = Recipe(corpus="/a.txt", vocabulary="/v", start="/s", device="cuda:1", seed=3)
    assert at_home_anywhere(own) == Recipe(vocabulary=DEFAULT_MODEL, seed=3)


# --- Silence and cuts -----------------------------------------------------------------------------


def test_a_silence_is_told_with_a_way_on_and_taken_back(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine
) -> None:
    fake.silent.emit(5.0)
    assert window.banner.words.text().startswith("The engine has not answered for 5 s")
    assert window.banner.way_on.text() == RESTART
    fake.spoke.emit()
    assert not window.banner.isVisible()
    fake.silent.emit(5.0)
    window.banner.way_on.click()
    assert fake.starts == 1


def test_another_sentence_is_not_taken_back(window: MainWindow, fake: FakeEngine) -> None:
    fake.silent.emit(5.0)
    window.tell("Something else.")
    fake.spoke.emit()
    assert window.banner.words.text() == "Something else."


def test_after_a_cut_the_curves_stay_and_the_run_is_found_again(
    window: MainWindow, fake: FakeEngine
) -> None:
    fake.words, fake.host = SSH, "gpu-box"
    folder = start_run(window, fake, 1, 2)
    fake.die(CUT)
    assert window.banner.words.text() == (
        "The connection to gpu-box was cut (Broken pipe). Everything on the screen is kept."
    )
    assert window.banner.way_on.text() == RECONNECT
    assert window.training.phase is Phase.BROKEN
    assert len(window.training.history) == 2
    window.banner.way_on.click()
    assert fake.starts == 1
    fake.get_ready()
    (train,) = fake.take(m.Train)
    assert (train.folder, train.resume, train.goal) == (folder, True, m.Goal(steps=0))
    fake.received.emit(opened(*fake.take(m.OpenModel)))
    fake.received.emit(started(train, step=1))
    fake.received.emit(m.RunPaused(folder, 1))
    assert "the run is back at step 1, its last checkpoint" in window.banner.words.text()
    assert window.training.phase is Phase.PAUSED
    assert len(window.training.history) == 1


def test_one_that_lived_is_reached_for_once(window: MainWindow, fake: FakeEngine) -> None:
    fake.words, fake.host = SSH, "gpu-box"
    window.life.began_at -= 60
    fake.die(CUT)
    assert fake.starts == 1
    fake.get_ready()
    window.life.began_at -= 60
    fake.die(CUT)
    assert fake.starts == 1
    assert window.banner.way_on.text() == RECONNECT
