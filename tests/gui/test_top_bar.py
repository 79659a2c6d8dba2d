"""What the menus of the top bar offer, and what they ask for."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.training import Training
from bertscope.gui.top_bar import TopBar
from bertscope.recipe import BUILT_IN, LITTLE_STORIES, STORIES, Recipe
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, info


@pytest.fixture
def training(fake: FakeEngine) -> Training:
    return Training(fake, Recipe())


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
        training.set_recipe(msgspec.structs.replace(training.recipe, corpus=corpus))
        assert bar.corpus.text() == f"Corpus  {name}  ▾"


def test_the_next_run_is_trained_on_the_corpus_that_was_chosen(window: MainWindow) -> None:
    entries = corpora(window.top_bar)
    for corpus in (STORIES, LITTLE_STORIES):
        entries[f"{BUILT_IN[corpus]} (built in)"].trigger()
        assert window.training.recipe.corpus == corpus
        assert BUILT_IN[corpus] in window.top_bar.corpus.text()


def test_while_a_run_goes_on_its_corpus_stays(bar: TopBar, training: Training) -> None:
    assert bar.corpus.isEnabled()
    training.play()
    assert not bar.corpus.isEnabled()


def test_it_names_the_model_that_is_looked_at(window: MainWindow, fake: FakeEngine) -> None:
    name = window.top_bar.model
    assert "stories-small" in name.text()
    window.training.play()
    (train,) = fake.take(m.Train)
    cpu = m.DeviceInfo("cpu", "CPU")
    model = info(m.ModelRef(train.folder), 32)
    fake.received.emit(m.RunStarted(train.id, train.folder, model, cpu, 0, 600))
    assert "in training · 2 layers" in name.text()
    fake.received.emit(m.RunPaused(train.folder, 600, finished=True))
    assert "just trained" in name.text()
    window.training.reset()
    assert "stories-small" in name.text()
