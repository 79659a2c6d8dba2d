"""A window in which nothing is under way any more, so that its pictures can be compared."""

from typing import TYPE_CHECKING

import msgspec
import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.export import View
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, look_for

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

NAMES = (
    *("input", "predictions", "verdict", "objective", "attention", "layers", "map"),
    *("vector", "distribution", "rolls", "training"),
)
"""Of every view of the window: the names of the panels, and the card that stays."""


def view_of(window: "MainWindow", name: str) -> View:
    if name == "training":
        assert window.curves is not None
        return window.curves
    view: View = getattr(window.views, {"input": "figure"}.get(name, name))
    return view


def panel_of(window: "MainWindow", name: str) -> QWidget:
    return window.page.centralWidget() if name == "input" else window.page.panels[name]


def settle(qtbot: QtBot, window: "MainWindow", fake: FakeEngine) -> None:
    """Answer all that is asked, until nothing is asked and everything is shown."""

    def is_settled() -> bool:
        for probe in fake.take(m.Probe):
            fake.received.emit(rich_look(probe, len(window.session.reader.tokenizer)))
        for wish in fake.take(m.MapVocabulary):
            fake.received.emit(vocabulary_map(wish))
        views, latest = window.views, window.prober.latest
        return (
            latest is not None
            and not any(isinstance(sent, m.Probe | m.MapVocabulary) for sent in fake.sent)
            and latest.question.ids == tuple(window.session.model_ids)
            and views.attention._seen is latest
            and views.map._seen is latest
            and views.distribution._seen is latest
            and not views.figure.showing.is_held
            and not views.rolls._timer.isActive()
            and not (window.curves is not None and window.curves.is_dirty)
        )

    for _ in range(3):  # What is laid out anew may ask for more.
        qtbot.waitUntil(is_settled)
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def rich_look(probe: m.Probe, vocabulary_size: int) -> m.Look:
    """A look of which no two numbers are alike, and the same one for the same question."""
    look, random = look_for(probe), np.random.default_rng(len(probe.ids))
    length, heads = len(probe.ids), look.heads
    if heads is not None:
        numbers = [random.normal(size=array.shape) for array in (heads.queries, heads.keys)]
        queries, keys = (m.Array.of(array.astype(np.float32)) for array in numbers)
        weights = m.Array.of(shares(random, (len(heads.numbers), length, length)))
        heads = m.Heads(heads.layer, heads.numbers, weights, queries, keys)
    thumbnails, distribution = look.thumbnails, look.distribution
    if thumbnails is not None:
        thumbnails = m.Array.of(shares(random, thumbnails.shape))
    if distribution is not None:
        distribution = m.Array.of(shares(random, (vocabulary_size,)))
    hidden = look.hidden_states
    if hidden is not None:
        hidden = m.Array.of(random.normal(size=hidden.shape).astype(np.float32))
    return msgspec.structs.replace(
        look,
        heads=heads,
        thumbnails=thumbnails,
        distribution=distribution,
        hidden_states=hidden,
    )


def shares(random: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    """Random numbers that add up to 1 along the last axis."""
    numbers = random.exponential(size=shape) ** 3
    return (numbers / numbers.sum(-1, keepdims=True)).astype(np.float32)


def vocabulary_map(wish: m.MapVocabulary) -> m.VocabularyMap:
    points = np.random.default_rng(0).normal(size=(1000, 2)).astype(np.float32)
    return m.VocabularyMap(wish.id, wish.model, None, m.Array.of(points), (0.2, 0.1))


def pixels(image: QImage) -> np.ndarray:
    """Red, green and blue, ``(height, width, 3)``."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4)[..., :3].copy()
