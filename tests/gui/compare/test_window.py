"""Comparing in the window: pinned by the menu, turned by keys, saved with the session."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from bertscope.gui.export import save_view
from bertscope.gui.main_window import MainWindow
from bertscope.gui.session_file import FILE_FORMAT, SessionFile, open_session, save_session
from bertscope.gui.state import Pinned, Side
from bertscope.text.masking import Action
from bertscope.wire import messages as m
from tests.gui.accessibility import unnamed_controls
from tests.gui.compare.pairs import other_look
from tests.gui.conftest import FakeEngine, look_for, opened
from tests.gui.settled import pixels

B = m.ModelRef("/models/b")


def answer(window: MainWindow, fake: FakeEngine) -> None:
    """Answer all that is asked, B otherwise than A."""
    while probes := fake.take(m.Probe):
        for probe in probes:
            look = look_for(probe)
            fake.received.emit(other_look(look) if probe.model == B else look)


@pytest.fixture
def compared(qtbot: QtBot, window: MainWindow, fake: FakeEngine) -> MainWindow:
    """A window in which B is pinned, and both have answered."""
    window.session.set_action([2], Action.MASK)
    answer(window, fake)
    window.comparison.pin(B)
    (asked,) = fake.take(m.OpenModel)
    fake.received.emit(opened(asked))
    answer(window, fake)
    qtbot.waitUntil(lambda: window.views.heads._seen is window.prober.latest)
    return window


def test_keys_turn_from_side_to_side(qtbot: QtBot, compared: MainWindow) -> None:
    assert compared.compare_bar.isVisible()
    for number, side in enumerate(Side, 1):
        qtbot.keyClick(compared, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.AltModifier)
        assert compared.session.view.side is side
        assert compared.views.verdict._side is side
    assert unnamed_controls(compared.compare_bar) == []


def test_the_menu_pins_what_is_looked_at(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine
) -> None:
    answer(window, fake)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    (asked,) = fake.take(m.OpenModel)
    assert asked.model == window.prober.model
    fake.received.emit(opened(asked))
    assert window.session.view.pinned == Pinned(asked.model.folder)


def test_it_is_saved_with_the_session(compared: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "two.bertscope"
    save_session(path, SessionFile(FILE_FORMAT, compared.session.state))
    view = open_session(path).state.view
    assert (view.pinned, view.side) == (Pinned(B.folder), Side.DIFFERENCE)


def test_without_a_pinned_model_nothing_of_it_is_seen(window: MainWindow) -> None:
    assert window.compare_bar.isHidden()
    assert not window.page.panels["heads"].isVisible()


@pytest.mark.parametrize("name", ["figure", "predictions", "verdict", "objective", "heads"])
def test_pictures_and_drawings_of_a_comparison_are_alike(
    compared: MainWindow, fake: FakeEngine, tmp_path: Path, name: str
) -> None:
    if name == "heads":
        compared.page.reveal(name)
        answer(compared, fake)
        compared.views.heads.show_seen(compared.prober.latest)
    view = getattr(compared.views, name)
    for ending in ("png", "svg", "csv"):
        save_view(tmp_path / f"view.{ending}", view, 1.0)
    picture = QImage(str(tmp_path / "view.png"))
    drawing = drawn(tmp_path / "view.svg", picture.size())
    assert np.abs(pixels(picture).astype(int) - pixels(drawing)).mean() < 3
    head = (tmp_path / "view.csv").read_text("utf-8").splitlines()[0]
    assert (" A," in head) == (name != "heads")
    words = (tmp_path / "view.svg").read_text("utf-8")
    assert {
        "figure": "B − A",
        "predictions": "A #77",
        "verdict": "tanh(W·C + b), B − A",
        "objective": "(−0.500)",
        "heads": "mean |B − A|",
    }[name] in words


def drawn(path: Path, size: QSize) -> QImage:
    """A drawing as a picture."""
    image = QImage(size, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        renderer = QSvgRenderer(str(path))
        assert renderer.isValid()
        renderer.render(painter)
    return image
