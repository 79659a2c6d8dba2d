"""The input figure as a widget: tokens are masked and vectors chosen by mouse and by keyboard."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu

from bertscope.gui.figure.canvas import FigureCanvas
from bertscope.gui.figure.cursor import FigureCursor
from bertscope.gui.figure.geometry import Widths
from bertscope.gui.figure.keys import press_key
from bertscope.gui.figure.token_menu import token_menu
from bertscope.gui.figure.words import spoken
from bertscope.gui.language import marked, tr
from bertscope.gui.session import Session
from bertscope.gui.theme import Appearance
from bertscope.text.masking import Action
from bertscope.text.pair import Pair

NOTCH = 120
"""What a wheel turns by in one notch, in eighths of a degree."""
ZOOM_STEP = 1.2


class Pressed(NamedTuple):
    """Where the left button went down; `line` is None on the chips."""

    pair: Pair
    column: int
    line: int | None


class FigureView(FigureCanvas):
    """Shows the session's pair as the classic figure and lets tokens be chosen.

    Signals
    -------
    refused(str)
        Why something can't be done to a token.
    """

    TEACHES = marked(
        "What BERT reads: x_i = E_token + E_segment + E_position for every WordPiece, then "
        "LayerNorm. Click a token to mask it, a strip to look at its vector."
    )
    refused = Signal(str)

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(tr(self.TEACHES))
        self.hand = FigureCursor(session)
        self._pressed: Pressed | None = None
        self._hovering = False
        self._kept = -1
        self._pair = self.showing.content.pair
        self.hand.refused.connect(self.refused)
        self.hand.spanned.connect(self.viewport().update)
        session.focused.connect(self._focus_moved)

    @property
    def span(self) -> range:
        return self.hand.span

    def _content_changed(self) -> None:
        super()._content_changed()
        if self._pair != self.showing.content.pair:
            self._pair, self._pressed = self.showing.content.pair, None
            self.hand.release()

    def _focus_moved(self, position: int) -> None:
        if self.showing.is_held:
            return
        if position >= 0:
            if not self._hovering:
                self._reveal(position)
            if self.hasFocus():
                self.setAccessibleDescription(spoken(self.figure.content, position))
        self.viewport().update()

    # --- Mouse ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.showing.is_held:
            # What was aimed at is no longer there.
            self.showing.catch_up()
            return
        self.hand.release()
        point, column = event.position(), self._column(event.position())
        label = self._label(point)
        if label is not None:
            self.hand.show_line(label)
        elif column is not None:
            line = self.geometry_now.line_at(point.y())
            self._kept = column
            self._pressed = Pressed(self._session.pair, column, line)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.showing.is_held:
            return
        point, column = event.position(), self._column(event.position())
        pressed = self._pressed
        dragging = pressed is not None and pressed.line is None
        self._hovering = not dragging
        self._session.set_focus(-1 if column is None else column)
        self._hovering = False
        if pressed is not None and dragging and column is not None and self._drags(column):
            self.hand.select(pressed.column, column)
        pointing = self._label(point) is not None or column is not None
        shape = Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def _drags(self, column: int) -> bool:
        """Whether the mouse is or was on another token than where it went down."""
        pressed = self._pressed
        return bool(self.hand.span) or (pressed is not None and column != pressed.column)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, span = self._pressed, self.hand.span
        if pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        if pressed.pair != self._session.pair or self.showing.is_held:
            return
        if len(span) > 1:
            self.hand.act(Action.MASK)
        elif pressed.line is None:
            self.hand.cycle(pressed.column)
        elif self._column(event.position()) == pressed.column:
            self.hand.inspect(pressed.line, pressed.column)
        self.hand.release()

    def leaveEvent(self, event: QEvent) -> None:
        self._session.set_focus(-1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turn:
            self._zoom(event.position().x(), ZOOM_STEP ** (turn / NOTCH))
            event.accept()
        else:
            super().wheelEvent(event)

    def _zoom(self, x: float, factor: float) -> None:
        """Make the columns so many times as wide; what is at `x` stays there."""
        if self.showing.is_held:
            return
        before = self.geometry_now
        x = max(x, before.left)
        columns = (x + self.scrolled - before.left) / before.column
        widths = Widths.of(self.theme, before.count, self.viewport().width())
        wanted = widths.column(self.zoom) * factor
        self.hand.zoom(round(widths.zoom(wanted), 3))
        after = self.geometry_now
        self.horizontalScrollBar().setValue(round(after.left + columns * after.column - x))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.showing.is_held:
            self.showing.catch_up()
            return
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        column = self._session.focus if by_key else self._column(QPointF(event.pos()))
        menu = self.menu_at(-1 if column is None else column)
        at = event.globalPos()
        if by_key and column is not None and column >= 0:
            corner = self.geometry_now.chip(column).bottomLeft() - QPointF(self.scrolled, 0)
            at = self.viewport().mapToGlobal(corner.toPoint())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def menu_at(self, column: int) -> QMenu:
        """What a right click offers: on a token all that can be done to it."""
        if column < 0:
            menu = QMenu(self)
            menu.addActions(self.actions())
            return menu
        if column not in self.hand.span:
            self.hand.move(column)
        return token_menu(self, self._session, self.hand, column)

    # --- Keyboard -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.showing.is_held:
            self.showing.catch_up()
        if self._session.focus < 0 <= self._kept < len(self._session.pair):
            # The mouse has left the token that was clicked; keys still mean that one.
            self._session.set_focus(self._kept)
        if not press_key(event, self.hand, self._session.focus):
            super().keyPressEvent(event)
        self._kept = self._session.focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One who comes by keyboard finds a token lit."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._session.set_focus(max(0, self._session.focus))

    def viewportEvent(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._zoom(event.position().x(), max(0.1, 1 + event.value()))
            return True
        return super().viewportEvent(event)
