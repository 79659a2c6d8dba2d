"""What the menus of the top bar offer, and what they ask for."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bertscope.gui.engine_process import ProcessOutcome
from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.record import Records
from bertscope.gui.run.training import Training
from bertscope.gui.top_bar import TopBar
from bertscope.recipe import BUILT_IN, LITTLE_STORIES, STORIES, Recipe
from bertscope.run_folder import About
from bertscope.wire import messages as m
from tests.gui.conftest import CPU, FakeEngine, info, words
from tests.gui.run.driving import FOLDER, begin, told, want


@pytest.fixture
def training(fake: FakeEngine) -> Training:
    return Training(fake, Records(fake), Recipe())


@pytest.fixture
def bar(qtbot: QtBot, training: Training) -> TopBar:
    made = TopBar(training)
    qtbot.addWidget(made)
    return made


def corpora(bar: TopBar) -> dict[str, QAction]:
    return {action.text(): action for action in bar.corpus.menu().actions()}


def test_the_corpora_that_ship_are_offered_before_ones_own(bar: TopBar) -> None:
    assert list(corpora(bar)) == [
        "Little stories (built in)",
        "Stories (built in)",
        "Open a text file …",
        "Open a folder of text files …",
    ]


def test_a_corpus_that_ships_is_asked_for_by_its_name(bar: TopBar) -> None:
    wanted = QSignalSpy(bar.built_in_wanted)
    file, folder = QSignalSpy(bar.corpus_wanted), QSignalSpy(bar.corpus_folder_wanted)
    for action in corpora(bar).values():
        action.trigger()
    assert [wanted.at(i) for i in range(wanted.count())] == [[LITTLE_STORIES], [STORIES]]
    assert (file.count(), folder.count()) == (1, 1)


def test_the_corpus_is_named(bar: TopBar, training: Training, tmp_path: Path) -> None:
    assert bar.corpus.text() == "Corpus  Little stories  ▾"
    own = str(tmp_path / "Alice in Wonderland.txt")
    for corpus, name in ((STORIES, "Stories"), (own, "Alice in Wonderland.txt")):
        want(training, corpus=corpus)
        assert bar.corpus.text() == f"Corpus  {name}  ▾"


def test_a_run_keeps_its_corpus_and_device_until_reset(
    bar: TopBar, training: Training, fake: FakeEngine
) -> None:
    bar.show_devices([CPU, m.DeviceInfo("cuda:0", "CUDA 0")])
    begin(training, fake)
    assert bar.corpus.isEnabled()
    assert bar.device.isEnabled()
    want(training, corpus=STORIES)
    assert bar.corpus.text() == "Corpus  Stories, after reset  ▾"
    assert device_words(bar) == "Device"
    bar.device.setFocus()
    QTest.keyClick(bar.device, Qt.Key.Key_End)
    assert training.needs_reset == ("corpus", "device")
    assert device_words(bar) == "Device, after reset"
    training.reset()
    assert (bar.corpus.text(), device_words(bar)) == ("Corpus  Stories  ▾", "Device")
    training.play()
    (train,) = fake.take(m.Train)
    assert (train.recipe.corpus, train.recipe.device) == (STORIES, "cuda:0")


def device_words(bar: TopBar) -> str:
    return next(w.text() for w in bar.findChildren(QLabel) if w.text().startswith("Device"))


def test_a_device_that_is_not_here_is_named_all_the_same(bar: TopBar, training: Training) -> None:
    bar.show_devices([CPU])
    want(training, device="cuda:3")
    assert bar.device.currentText() == "cuda:3, not here"
    want(training, device="cpu")
    assert bar.device.currentText() == CPU.label


def test_it_names_the_model_that_is_looked_at(
    bar: TopBar, training: Training, fake: FakeEngine
) -> None:
    bar.show_model(None, "stories-small")
    assert bar.model.text() == "Model  stories-small  ▾"
    begin(training, fake)
    assert bar.model.text().startswith("Model  in training · 2 layers")
    bar.show_step(1200)
    assert "the run at step 1,200 · 2 layers" in bar.model.text()
    bar.show_step(None)
    fake.received.emit(m.RunPaused(FOLDER, 430, finished=True))
    assert "just trained" in bar.model.text()
    training.reset()
    assert bar.model.text() == "Model  stories-small  ▾"


def test_a_run_of_before_is_named_by_its_step(
    bar: TopBar, training: Training, fake: FakeEngine
) -> None:
    begin(training, fake)
    fake.received.emit(told(1, 2, 3))
    fake.die(ProcessOutcome(crashed=True, code=9, expected=False))
    assert "the run at step 3 · 2 layers" in bar.model.text()


def test_a_run_of_before_is_named_by_its_step_once_its_numbers_come(
    bar: TopBar, training: Training, fake: FakeEngine
) -> None:
    training.adopt(FOLDER)
    (opening,) = fake.take(m.OpenRun)
    model = info(m.ModelRef(FOLDER))
    fake.received.emit(m.RunOpened(opening.id, FOLDER, About(), Recipe(), model, words(), rows=3))
    fake.received.emit(told(1, 2, 3))
    assert "the run at step 3 · 2 layers" in bar.model.text()


def test_the_next_run_is_trained_on_the_corpus_that_was_chosen(window: MainWindow) -> None:
    entries = corpora(window.top_bar)
    for corpus in (STORIES, LITTLE_STORIES):
        entries[f"{BUILT_IN[corpus]} (built in)"].trigger()
        assert window.training.recipe.corpus == corpus
        assert BUILT_IN[corpus] in window.top_bar.corpus.text()


def test_the_device_takes_no_more_room_when_it_is_shown_again(qtbot: QtBot, bar: TopBar) -> None:
    bar.show()
    width = bar.device.sizeHint().width()
    bar.show_devices([CPU])
    for sheet in ("font-size: 31px", ""):  # As presenting enlarges the text, and gives it back.
        bar.device.setStyleSheet(sheet)
    assert bar.device.sizeHint().width() == width
