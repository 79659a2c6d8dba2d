"""What the actor of lessons does at tokens and at heads: it clicks what is painted."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.attention.lines import LinesFigure
from bertscope.gui.attention.matrix import MatrixFigure
from bertscope.gui.attention.shown import Side
from bertscope.gui.figure.content import LINES, row_of
from bertscope.gui.figure.token_menu import CHOICE, TokenPicker
from bertscope.gui.figure.view import FigureView
from bertscope.gui.session import Session
from bertscope.gui.state import Row
from bertscope.text.masking import Action
from tests.gui.lesson.actor_hands import LEFT, SOON, type_in

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
ACTIONS = {"mask": Action.MASK, "random": Action.RANDOM, "keep": Action.KEEP, "none": None}


class AtTokens:
    """Clicks on the input figure, the layers and the attention of a window."""

    def __init__(self, qtbot: QtBot, window: "MainWindow") -> None:
        self._bot, self._window = qtbot, window

    @property
    def _session(self) -> Session:
        return self._window.session

    @property
    def _figure(self) -> FigureView:
        return self._window.views.figure

    # --- Masks ----------------------------------------------------------------------------------

    def do(self, position: int, action: str) -> None:
        """Click a token until that is done to it, or put a token of one's own choice there."""
        word, _, token = action.partition(" ")
        if token:
            self._put(position, token)
            return
        wanted = ACTIONS[word]
        for _ in ACTIONS:
            if self._done_at(position) is wanted:
                return
            self._click_chip(position)
        assert self._done_at(position) is wanted

    def choose(self, count: int, spans: int) -> None:
        """Mask tokens until so many are chosen, and so many spans of at least two neighbours."""
        while len(self._spans) < spans:
            near = {p + by for p in self._chosen for by in (-1, 0, 1)}
            first = min(p for p in self._free if {p, p + 1} <= self._free - near)
            self.do(first, "mask")
            self.do(first + 1, "mask")
        while len(self._chosen) < count:
            apart = {p for p in self._free if not {p - 1, p + 1} & self._chosen}
            self.do(min(apart or self._free), "mask")

    @property
    def _spans(self) -> set[int]:
        """Where spans begin."""
        chosen = self._chosen
        return {p for p in chosen if p - 1 not in chosen and p + 1 in chosen}

    @property
    def _chosen(self) -> set[int]:
        return set(self._session.state.plan.positions)

    @property
    def _free(self) -> set[int]:
        return set(self._session.pair.maskable) - self._chosen

    def _done_at(self, position: int) -> Action | None:
        choice = self._session.state.plan.chosen.get(position)
        return choice.action if choice else None

    def _put(self, position: int, token: str) -> None:
        """By the menu of the token."""
        self._reveal(position)
        menu = self._figure.menu_at(position)
        (pick,) = (entry for entry in menu.actions() if entry.text() == CHOICE)
        pick.trigger()
        (picker,) = self._figure.findChildren(TokenPicker)
        type_in(picker.line, token)
        self._bot.keyClick(picker.line, Qt.Key.Key_Return)

    # --- The figure -----------------------------------------------------------------------------

    def ask(self, position: int) -> None:
        """Ask what the model says at a token."""
        if position not in self._session.view.asked:
            self.point_at(position)
            self._bot.keyClick(self._figure, Qt.Key.Key_T)

    def point_at(self, position: int) -> None:
        """Light a token by the mouse."""
        self._reveal(position)
        self._bot.mouseMove(self._figure.viewport(), self._chip(position))

    def click_strip(self, row: Row, position: int) -> None:
        """Click the strip of colours of a row, which the stage at hand must show."""
        stage = self._session.view.stage
        line = next(line for line in range(LINES) if row_of(line, stage) is row)
        self._reveal(position)
        centre = self._figure.geometry_now.cell(line, position).center().toPoint()
        self._click(self._figure, centre - QPoint(int(self._figure.scrolled), 0))

    def _click_chip(self, position: int) -> None:
        self._reveal(position)
        self._click(self._figure, self._chip(position))

    def _chip(self, position: int) -> QPoint:
        centre = self._figure.geometry_now.chip(position).center().toPoint()
        return centre - QPoint(int(self._figure.scrolled), 0)

    def _reveal(self, position: int) -> None:
        """Go to a token by the keyboard, once the figure shows what is typed."""
        figure = self._figure
        self._bot.waitUntil(lambda: not figure.showing.is_held, timeout=SOON)
        figure.setFocus()
        self._bot.keyClick(figure, Qt.Key.Key_Home)
        for _ in range(position):
            self._bot.keyClick(figure, Qt.Key.Key_Right)

    # --- Layers and attention -------------------------------------------------------------------

    def click_layer(self, layer: int, position: int) -> None:
        """Click a hidden state in the panel Layers."""
        self._window.page.panels["layers"].reveal()
        view = self._window.views.layers
        self._bot.waitUntil(lambda: view.grid is not None, timeout=SOON)
        assert view.grid is not None
        at = view.grid.cell(layer, position).center().toPoint()
        self._click(view, at - QPoint(int(view.scrolled), view.verticalScrollBar().value()))

    def click_head(self, layer: int, heads: tuple[int, ...]) -> None:
        """Click the thumbnail of a head, and those of others of its layer with Ctrl."""
        view = self._window.views.attention
        self._see_the_pair()
        for number, head in enumerate(heads):
            grid = view.layout_now.grid
            assert grid is not None
            keys = CONTROL if number else Qt.KeyboardModifier.NoModifier
            self._click(view, grid.cell(layer, head).center().toPoint(), keys)

    def click_link(self, query: int, key: int) -> None:
        """Look closely at the weight from a query to a key.

        A click on a query goes to its strongest key, and lays the view out anew.
        """
        view = self._window.views.attention
        self._see_the_pair()
        figure = view.figure_for(view.layout_now)
        if isinstance(figure, MatrixFigure):
            x, y = figure.keys.middles(np.array([key])), figure.queries.middles(np.array([query]))
            self._click(view, QPoint(round(x[0]), round(y[0])))
            return
        self._click_token(Side.QUERY, query)
        if self._session.view.link != (query, key):
            self._click_token(Side.KEY, key)
        assert self._session.view.link == (query, key), f"It is {self._session.view.link}"

    def _see_the_pair(self) -> None:
        """Wait until the attention is that of the pair as it stands, and laid out."""
        view, session = self._window.views.attention, self._session

        def is_shown() -> bool:
            seen = view.heads.seen
            is_now = seen is not None and seen.question.ids == tuple(session.model_ids)
            return is_now and view.figure_for(view.layout_now) is not None

        self._bot.waitUntil(is_shown, timeout=SOON)

    def _click_token(self, side: Side, position: int) -> None:
        """Click the name of a token beside the lines, wherever it stands."""
        view = self._window.views.attention
        figure = view.figure_for(view.layout_now)
        assert isinstance(figure, LinesFigure)
        track = figure.queries if side is Side.QUERY else figure.keys
        y = round(float(track.middles(np.array([position]))[0]))
        across = range(round(figure.area.left()), round(figure.area.right()))
        points = (QPoint(x, y) for x in across)
        name = next(p for p in points if view.hover_at(QPointF(p)).token == (side, position))
        self._click(view, name)

    def _click(
        self,
        view: QWidget,
        at: QPoint,
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self._bot.mouseClick(view.viewport(), LEFT, keys, at)
