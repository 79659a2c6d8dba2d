"""Travelling and films in the window."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageSequence
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bertscope.gui.export import picture_of, picture_of_window
from bertscope.gui.film.film import SPEEDS
from bertscope.gui.film.travel_bar import Subject
from bertscope.gui.run.training import Phase
from bertscope.gui.symbols import Symbol
from bertscope.places import DEFAULT_MODEL
from bertscope.recipe import Recipe
from bertscope.run_folder import StepRow
from bertscope.text.pair import Source
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, metrics, started
from tests.gui.settled import pixels

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

RUN = "/runs/1"
KEPT = (0, 4, 12)


@pytest.fixture
def trained(window: "MainWindow", fake: FakeEngine) -> Iterator["MainWindow"]:
    """The window with a finished run of which three steps are kept."""
    window.settings.picture_zoom = 1.0
    window.training.play()
    fake.received.emit(started(fake.take(m.Train)[0], RUN))
    rows = [StepRow(n, 8 - n / 10, 0.7, tokens=90, seconds=0.1) for n in range(1, 21)]
    fake.received.emit(metrics(RUN, *rows))
    fake.received.emit(m.Kept(RUN, list(KEPT), 15 << 20, 512 << 20))
    fake.received.emit(m.RunPaused(RUN, 20, finished=True))
    answer(window, fake)
    yield window
    window.films.film.stop()
    window.films.export.cancel()


def answer(window: "MainWindow", fake: FakeEngine) -> None:
    for probe in fake.take(m.Probe):
        fake.answer(probe, probe.model.step)


def until(qtbot: QtBot, window: "MainWindow", fake: FakeEngine, done: Callable[[], bool]) -> None:
    def is_done() -> bool:
        answer(window, fake)
        return done()

    qtbot.waitUntil(is_done)


def film_of(
    qtbot: QtBot, window: "MainWindow", fake: FakeEngine, subject: Subject, path: Path
) -> list[np.ndarray]:
    """The frames of a film that is asked for as a person does."""
    window.asking.dialogs.save_file = lambda *_: str(path)
    with qtbot.waitSignal(window.films.export.done):
        window.films.bar.export_wanted.emit(subject)
        until(qtbot, window, fake, lambda: not window.films.export.is_under_way)
    with Image.open(path) as image:
        return [np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(image)]


def test_keys_travel(qtbot: QtBot, trained: "MainWindow", fake: FakeEngine) -> None:
    def press(key: Qt.Key) -> int | None:
        qtbot.keyClick(trained, key, Qt.KeyboardModifier.AltModifier)
        return trained.session.view.step

    assert press(Qt.Key.Key_Left) == 12
    assert press(Qt.Key.Key_Left) == 4
    assert press(Qt.Key.Key_Right) == 12
    assert press(Qt.Key.Key_Home) == 0
    assert fake.take(m.Probe)[-1].model == m.ModelRef(RUN, 0)
    assert press(Qt.Key.Key_End) is None


def test_a_key_plays_the_film(qtbot: QtBot, trained: "MainWindow", fake: FakeEngine) -> None:
    trained.films.film.set_speed(SPEEDS[-1])
    qtbot.keyClick(trained, Qt.Key.Key_F9)
    assert trained.films.film.is_playing
    assert trained.session.view.step == 0
    until(qtbot, trained, fake, lambda: not trained.films.film.is_playing)
    assert trained.session.view.step is None


def test_the_curves_cursor_travels_to_what_is_kept(trained: "MainWindow") -> None:
    assert trained.curves is not None
    trained.curves.travelled.emit(5.4)
    assert trained.session.view.step == 4


def test_what_is_typed_is_looked_at_where_one_is(
    qtbot: QtBot, trained: "MainWindow", fake: FakeEngine
) -> None:
    qtbot.mouseClick(trained.films.bar.buttons[Symbol.FIRST], Qt.MouseButton.LeftButton)
    answer(trained, fake)
    trained.session.set_sentence(Source.A, "the fox sees a frog")
    (probe,) = fake.take(m.Probe)
    assert probe.model == m.ModelRef(RUN, 0)


@pytest.mark.parametrize("subject", list(Subject))
def test_a_film_of_each_subject(
    qtbot: QtBot, trained: "MainWindow", fake: FakeEngine, tmp_path: Path, subject: Subject
) -> None:
    frames = film_of(qtbot, trained, fake, subject, tmp_path / "film.png")
    assert len(frames) == len(KEPT)
    if subject is Subject.WINDOW:
        assert frames[0].shape == (800, 1280, 3)
    if subject is not Subject.VIEW:  # The fake engine's looks are alike at every step.
        assert (frames[0] != frames[1]).any()  # The time cursor is elsewhere.
    assert trained.status.notes.text() == "The film is in film.png."
    assert trained.session.view.step is None


def test_the_same_run_gives_the_same_film_without_the_line_of_progress(
    qtbot: QtBot, trained: "MainWindow", fake: FakeEngine, tmp_path: Path
) -> None:
    trained.note("")
    bare = pixels(picture_of_window(trained, trained.appearance.theme, 1.0))[..., ::-1]
    frames = film_of(qtbot, trained, fake, Subject.WINDOW, tmp_path / "film.png")
    trained.note("")
    film_of(qtbot, trained, fake, Subject.WINDOW, tmp_path / "again.png")
    assert (tmp_path / "film.png").read_bytes() == (tmp_path / "again.png").read_bytes()
    line = trained.statusBar().geometry()
    for frame in frames:
        assert np.array_equal(frame[line.top() :], bare[line.top() :])


def test_no_name_is_no_film(trained: "MainWindow", fake: FakeEngine) -> None:
    trained.asking.dialogs.save_file = lambda *_: ""
    trained.films.save(Subject.WINDOW)
    assert not trained.films.export.is_under_way


def test_without_kept_steps_nothing_is_asked(window: "MainWindow") -> None:
    asked: list[str] = []
    window.asking.dialogs.save_file = lambda *names: asked.append(names[0]) or ""
    window.films.save(Subject.CURVES)
    assert asked == []
    assert "No step is kept yet" in window.status.notes.text()


def test_a_window_that_is_closed_leaves_no_half_film(
    qtbot: QtBot, trained: "MainWindow", fake: FakeEngine, tmp_path: Path
) -> None:
    trained.asking.dialogs.save_file = lambda *_: str(tmp_path / "film.png")
    trained.films.save(Subject.WINDOW)
    assert list(tmp_path.glob("film*")) != []
    trained.close()
    qtbot.waitUntil(lambda: list(tmp_path.glob("film*")) == [])


def test_pixels_are_those_of_the_view(
    qtbot: QtBot, trained: "MainWindow", fake: FakeEngine, tmp_path: Path
) -> None:
    frames = film_of(qtbot, trained, fake, Subject.VIEW, tmp_path / "film.png")
    trained.films.travel.to(KEPT[-1])
    until(qtbot, trained, fake, lambda: trained.showing.now is not None)
    shown = pixels(picture_of(trained.views.figure, 1.0))[..., ::-1]
    assert np.array_equal(frames[-1], shown)


def test_a_real_run_is_travelled_typed_at_and_filmed(
    qtbot: QtBot, real_window: "MainWindow", tmp_path: Path
) -> None:
    window, travel = real_window, real_window.films.travel
    window.settings.picture_zoom = 1.0
    small = {"steps": 3, "batch_size": 4, "max_length": 16, "stories": 50, "held_out_pairs": 8}
    window.training.set_recipe(Recipe(vocabulary=DEFAULT_MODEL, **small))
    window.training.play()
    qtbot.waitUntil(lambda: window.training.phase is Phase.FINISHED, timeout=60_000)
    # While one step is written the next ones are passed over.
    qtbot.waitUntil(lambda: travel.kept[:1] + travel.kept[-1:] == (0, 3))

    def looked_at(step: int | None) -> np.ndarray:
        travel.visit(step)
        wanted = window.session.pair

        def is_there() -> bool:
            seen = window.showing.now
            is_now = seen is not None and seen.question.pair is wanted
            is_of_step = is_now and seen.look.step == (3 if step is None else step)
            return is_of_step and seen.question.model.step == step

        qtbot.waitUntil(is_there, timeout=60_000)
        return window.showing.now.look.sum.numpy()

    newest, first = looked_at(None), looked_at(0)
    assert not np.array_equal(newest, first)
    assert np.array_equal(newest, looked_at(3))
    window.session.set_sentence(Source.A, "a sentence of later")
    later = looked_at(0)
    assert not np.array_equal(later, first)
    assert np.array_equal(later[0], first[0])  # [CLS] at the first place is the same then.
    films = []
    for name in ("one.png", "two.png"):
        window.note("")
        window.asking.dialogs.save_file = lambda *_, n=name: str(tmp_path / n)
        with qtbot.waitSignal(window.films.export.done, timeout=60_000):
            window.films.save(Subject.VIEW)
        films.append((tmp_path / name).read_bytes())
    assert films[0] == films[1]
    with Image.open(tmp_path / "one.png") as image:
        frames = [np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(image)]
    assert len(frames) == len(travel.kept)
    assert all((one != two).any() for one, two in pairwise(frames))


def test_the_step_that_is_named_is_the_one_that_is_looked_at(
    window: "MainWindow", fake: FakeEngine
) -> None:
    window.training.play()
    fake.received.emit(started(fake.take(m.Train)[0], RUN))
    window.session.set_view(step=4)  # As a file says; none is kept here.
    assert window.prober.model == m.ModelRef(RUN)
    assert "in training" in window.top_bar.model.text()
    fake.received.emit(m.Kept(RUN, [0, 4], 15 << 20, 512 << 20))
    assert "step 4" in window.top_bar.model.text()
