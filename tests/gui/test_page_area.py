"""The page in its frame: it is laid out before it is painted, not between two paintings."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.main_window import MainWindow
from bertscope.gui.page import TRAINING_SHARE


class Sizes(QObject):
    """The sizes at which a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.painted: list[tuple[int, int]] = []
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.painted.append((self._widget.width(), self._widget.height()))
        return False


@pytest.mark.parametrize("size", [(1920, 1080), (1440, 900)])
def test_a_resized_window_is_never_painted_halfway(
    qtbot: QtBot, window: MainWindow, size: tuple[int, int]
) -> None:
    panel = window.page.panels["training"]
    sizes = Sizes(panel)
    window.resize(*size)
    assert panel.width() == round(window.page.width() * TRAINING_SHARE)
    qtbot.waitUntil(lambda: bool(sizes.painted))
    assert {width for width, _ in sizes.painted} == {panel.width()}


@pytest.mark.parametrize("scale", [0.8, 1.3, 2.0])
def test_at_another_text_size_the_page_is_large_enough_at_once(
    window: MainWindow, scale: float
) -> None:
    window.appearance.set_scale(scale)
    page = window.page
    assert page.width() >= page.minimumSizeHint().width()
    assert page.height() >= page.minimumSizeHint().height()
    assert window._area.widgetResizable()
    layout = page.layout()
    assert layout is not None
    assert layout.isEnabled()
