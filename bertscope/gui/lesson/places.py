"""The real widgets of the places that a page points at, and how they come into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from bertscope.gui.lesson.lesson import PANELS, Place
from bertscope.gui.panels import Panel

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow


def widget_of(window: MainWindow, place: Place) -> QWidget | None:
    """The widget of a place; None where there is none now, as of curves before they are made."""
    page = window.page
    if place is Place.INPUT:
        return page.centralWidget()
    if place in PANELS:
        return page.panels[place.value]
    views, bar, transport = window.views, window.top_bar, window.views.transport
    others: dict[Place, QWidget | None] = {
        Place.SENTENCE_A: views.sentences.a,
        Place.SENTENCE_B: views.sentences.b,
        Place.SWAP: views.sentences.swap,
        Place.RANDOM_B: views.sentences.random_b,
        Place.FIGURE: views.figure,
        Place.STAGES: views.figure_controls,
        Place.MASK_BAR: views.mask_bar,
        Place.ROLL: views.mask_bar.roll,
        Place.PLAY: transport.play,
        Place.STEP: transport.step,
        Place.RESET: transport.reset,
        Place.CURVES: window.curves,
        Place.TRAVEL: window.films.bar,
        Place.MODEL: bar.model,
        Place.TASK: bar.switch,
        Place.CORPUS: bar.corpus,
    }
    return others[place]


def bring_into_sight(window: MainWindow, widget: QWidget) -> None:
    """Bring a widget forward and scroll to it, where it isn't in sight as a whole."""
    if in_sight(widget) == QRect(QPoint(), widget.size()):
        return
    panel = panel_of(widget)
    if panel is not None and panel.objectName() not in _of_other_side(window):
        window.page.reveal(panel.objectName())
    outer = widget.parentWidget()
    while outer is not None:
        if isinstance(outer, QScrollArea):
            outer.ensureWidgetVisible(widget)
        outer = outer.parentWidget()


def panel_of(widget: QWidget) -> Panel | None:
    """The panel that a widget is, or stands in."""
    outer: QWidget | None = widget
    while outer is not None and not isinstance(outer, Panel):
        outer = outer.parentWidget()
    return outer


def in_sight(widget: QWidget) -> QRect:
    """What of a widget can be seen in its window, in its own coordinates; empty where nothing can.

    A panel that lies behind another one is moved out of the page by Qt, and not hidden.
    """
    if not widget.isVisible():
        return QRect()
    seen, offset, part = QRect(QPoint(), widget.size()), QPoint(), widget
    while not part.isWindow() and (outer := part.parentWidget()) is not None:
        offset += part.pos()
        seen &= QRect(-offset, outer.size())
        part = outer
    return seen


def _of_other_side(window: MainWindow) -> tuple[str, ...]:
    """The panels that say nothing of the model that is looked at."""
    page = window.page
    return page.PRETRAINING if page.is_task else page.TASK
