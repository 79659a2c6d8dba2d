"""Films are saved while the window goes on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageSequence
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bertscope.gui.busy import Busy
from bertscope.gui.film import visit
from bertscope.gui.film.film_export import FilmExport, Order, pixels_of
from bertscope.gui.session import Session
from bertscope.text.pair import Source
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine
from tests.gui.travelling import Bench

KEPT = (0, 10, 40, 100)


@pytest.fixture
def bench(session: Session, fake: FakeEngine) -> Iterator[Bench]:
    made = Bench(session, fake)
    made.train(100, *KEPT)
    yield made
    made.close()


@pytest.fixture
def busy(qtbot: QtBot) -> Busy:
    made = Busy()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def export(bench: Bench, busy: Busy) -> Iterator[FilmExport]:
    made = FilmExport(bench.travel, bench.visit(), busy)
    yield made
    made.cancel()


def picture(bench: Bench) -> QImage:
    """As blue as the step that the last view shows."""
    image = QImage(31, 7, QImage.Format.Format_RGB32)
    image.fill(QColor(1, 2, bench.viewers[-1].steps[-1] or 0))
    return image


def order(bench: Bench, path: Path, steps: tuple[int, ...] = KEPT) -> Order:
    return Order(path, lambda: picture(bench), steps, 5)


def run(qtbot: QtBot, bench: Bench, export: FilmExport, act: Callable[[], None]) -> None:
    """Answer what is asked until nothing is exported any more."""
    act()

    def is_over() -> bool:
        bench.answer()
        return not export.is_under_way

    qtbot.waitUntil(is_over)


def blues(path: Path) -> list[int]:
    with Image.open(path) as image:
        frames = [np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(image)]
    return [int(frame[3, 3, 2]) for frame in frames]


@pytest.mark.parametrize("name", ["film.png", "film.gif"])
def test_every_kept_step_is_a_frame_and_it_goes_back(
    qtbot: QtBot, bench: Bench, export: FilmExport, tmp_path: Path, name: str
) -> None:
    bench.travel.to(40)
    with qtbot.waitSignal(export.done) as done:
        run(qtbot, bench, export, lambda: export.begin(order(bench, tmp_path / name)))
    assert done.args == [tmp_path / name]
    assert blues(tmp_path / name) == list(KEPT)
    assert bench.session.view.step == 40


def test_a_folder_names_its_pictures_by_step(
    qtbot: QtBot, bench: Bench, export: FilmExport, tmp_path: Path
) -> None:
    with qtbot.waitSignal(export.done):
        run(qtbot, bench, export, lambda: export.begin(order(bench, tmp_path / "film")))
    names = sorted(path.name for path in (tmp_path / "film").iterdir())
    assert names[1] == "0002 step 000010.png"
    assert len(names) == len(KEPT)


def test_the_same_run_gives_the_same_bytes(
    qtbot: QtBot, bench: Bench, export: FilmExport, tmp_path: Path
) -> None:
    for name in ("one.png", "two.png"):
        run(qtbot, bench, export, lambda n=name: export.begin(order(bench, tmp_path / n)))
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()


def test_it_leaves_no_step_of_undo(
    qtbot: QtBot, bench: Bench, export: FilmExport, tmp_path: Path
) -> None:
    run(qtbot, bench, export, lambda: export.begin(order(bench, tmp_path / "film.png")))
    assert not bench.session.undo_stack.canUndo()


def test_it_tells_how_far_it_is_and_can_be_cancelled(
    qtbot: QtBot, bench: Bench, export: FilmExport, busy: Busy, tmp_path: Path
) -> None:
    export.begin(order(bench, tmp_path / "film.png"))
    assert busy.words.text() == "filming 4 steps …"
    bench.answer()
    qtbot.waitUntil(lambda: busy.bar.value() > 0)
    with qtbot.assertNotEmitted(export.failed):
        busy.cancel.click()
    assert not export.is_under_way
    assert bench.session.view.step is None
    qtbot.waitUntil(lambda: list(tmp_path.glob("film*")) == [])


def test_who_travels_by_hand_ends_it_and_stays_there(
    qtbot: QtBot, bench: Bench, export: FilmExport, tmp_path: Path
) -> None:
    export.begin(order(bench, tmp_path / "film.png"))
    bench.answer()
    qtbot.waitUntil(lambda: bench.session.view.step == 10)
    with qtbot.waitSignal(export.failed) as failed:
        bench.travel.to(40)
    assert "another step" in failed.args[0]
    assert bench.session.view.step == 40
    qtbot.waitUntil(lambda: list(tmp_path.glob("film*")) == [])


def test_typing_meanwhile_is_filmed_too(
    qtbot: QtBot, bench: Bench, export: FilmExport, tmp_path: Path
) -> None:
    export.begin(order(bench, tmp_path / "film.png"))
    bench.session.set_sentence(Source.A, "my cat sleeps")
    run(qtbot, bench, export, lambda: None)
    assert blues(tmp_path / "film.png") == list(KEPT)


def test_a_step_that_went_meanwhile_is_left_out(
    qtbot: QtBot, bench: Bench, export: FilmExport, tmp_path: Path
) -> None:
    export.begin(order(bench, tmp_path / "film.png"))
    bench.keep(0, 40, 100)
    with qtbot.waitSignal(export.done):
        run(qtbot, bench, export, lambda: None)
    assert blues(tmp_path / "film.png") == [0, 40, 100]


def test_a_step_that_can_not_be_looked_at_ends_it_with_the_reason(
    qtbot: QtBot, bench: Bench, export: FilmExport, tmp_path: Path
) -> None:
    export.begin(order(bench, tmp_path / "film.png"))
    (probe,) = bench.fake.take(m.Probe)
    with qtbot.waitSignal(export.failed) as failed:
        bench.fake.received.emit(m.Failed(probe.id, "Step 0 is damaged."))
    assert failed.args == ["Step 0 is damaged."]
    qtbot.waitUntil(lambda: list(tmp_path.glob("film*")) == [])


def test_a_place_that_can_not_be_written_is_told_at_once(
    qtbot: QtBot, bench: Bench, export: FilmExport, tmp_path: Path
) -> None:
    with qtbot.waitSignal(export.failed) as failed:
        export.begin(order(bench, tmp_path / "nowhere" / "film.png"))
    assert "choose another place" in failed.args[0]
    assert bench.asked() == []


def test_a_view_that_changes_its_size_ends_it(
    qtbot: QtBot, bench: Bench, export: FilmExport, tmp_path: Path
) -> None:
    sizes = iter(range(10, 20))

    def growing() -> QImage:
        return QImage(next(sizes), 10, QImage.Format.Format_RGB32)

    with qtbot.waitSignal(export.failed) as failed:
        wanted = Order(tmp_path / "film.png", growing, KEPT, 5)
        run(qtbot, bench, export, lambda: export.begin(wanted))
    assert "changed its size" in failed.args[0]
    assert list(tmp_path.glob("film*")) == []


def test_the_text_cursor_does_not_blink_meanwhile(
    bench: Bench, export: FilmExport, tmp_path: Path
) -> None:
    before = QApplication.cursorFlashTime()
    export.begin(order(bench, tmp_path / "film.png"))
    assert QApplication.cursorFlashTime() == 0
    export.cancel()
    assert QApplication.cursorFlashTime() == before != 0


def test_pixels_keep_their_places_and_colours() -> None:
    image = QImage(5, 3, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 20, 30))
    image.setPixelColor(4, 1, QColor(200, 100, 50))
    pixels = pixels_of(image)
    assert pixels.shape == (3, 5, 3)
    assert pixels[0, 0].tolist() == [10, 20, 30]
    assert pixels[1, 4].tolist() == [200, 100, 50]


def test_a_step_that_takes_too_long_ends_it(
    qtbot: QtBot, bench: Bench, busy: Busy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "PATIENCE_MS", 30)
    export = FilmExport(bench.travel, bench.visit(), busy)
    with qtbot.waitSignal(export.failed) as failed:
        export.begin(order(bench, tmp_path / "film.png"))
    assert failed.args[0].startswith("Step 0 could not be shown")
    qtbot.waitUntil(lambda: list(tmp_path.glob("film*")) == [])


def test_a_run_that_is_let_go_of_ends_its_film(
    qtbot: QtBot, bench: Bench, export: FilmExport, tmp_path: Path
) -> None:
    with qtbot.waitSignal(export.failed) as failed:
        export.begin(order(bench, tmp_path / "film.png"))
        bench.answer()
        bench.training.reset()
    assert "another step or run" in failed.args[0]
    assert not export.is_under_way
    assert bench.session.view.step is None
    assert not (tmp_path / "film.png").exists()
