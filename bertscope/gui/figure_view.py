"""The input figure as a widget: tokens are masked by mouse and by keyboard."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip

from bertscope.gui.canvas import Canvas
from bertscope.gui.figure import FigureContent, FigurePainter, Geometry
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.theme import Appearance
from bertscope.text.masking import Action
from bertscope.text.pair import Source

KEYS: dict[int, Action | None] = {
    Qt.Key.Key_M: Action.MASK,
    Qt.Key.Key_R: Action.RANDOM,
    Qt.Key.Key_K: Action.KEEP,
    Qt.Key.Key_Delete: None,
    Qt.Key.Key_Backspace: None,
}


class FigureView(Canvas):
    """Shows the session's pair as the classic figure and lets tokens be chosen.

    Signals
    -------
    refused(str)
        Why a token can't be chosen.
    """

    refused = Signal(str)

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, "Input figure: tokens and their embeddings")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip("")
        self._session = session
        self._seen: Seen | None = None
        self._painter: FigurePainter | None = None
        self._drag_from: int | None = None
        self._drag_to: int | None = None
        session.changed.connect(self._session_changed)
        session.focused.connect(self._focus_moved)
        self._session_changed()

    def show_seen(self, seen: Seen | None) -> None:
        self._seen = seen
        self._session_changed()

    def _session_changed(self) -> None:
        self._painter = None
        self.refresh()

    def _focus_moved(self, position: int) -> None:
        if position >= 0:
            self._reveal(position)
        self.viewport().update()

    # --- Painting -------------------------------------------------------------------------------

    @property
    def figure(self) -> FigurePainter:
        """The painter for what is shown now."""
        if self._painter is None or self._painter.theme != self.theme:
            self._painter = FigurePainter(figure_content(self._session, self._seen), self.theme)
        return self._painter

    def geometry_for(self, width: float, height: float) -> Geometry:
        return Geometry.of(self.figure.content, self.theme, width, height)

    @property
    def geometry_now(self) -> Geometry:
        return self.geometry_for(self.viewport().width(), self.viewport().height())

    def content_width(self, available: float) -> float:
        return self.geometry_for(available, self.viewport().height()).width

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        geometry = self.geometry_for(min(width, self.viewport().width()), height)
        self.figure.paint(painter, geometry, scroll, self._session.focus, width)

    # --- Mouse ----------------------------------------------------------------------------------

    def _column(self, point: QPoint) -> int | None:
        return (
            self.geometry_now.column_at(point.x() + self.scrolled)
            if (point.x() >= self.geometry_now.left)
            else None
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        column = self._column(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and column is not None:
            self._drag_from = self._drag_to = column

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        column = self._column(event.position().toPoint())
        self._session.set_focus(-1 if column is None else column)
        if self._drag_from is not None and column is not None:
            self._drag_to = column

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, end = self._drag_from, self._drag_to
        self._drag_from = self._drag_to = None
        if start is None or end is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if start == end:
            self.press(start)
        else:
            span = range(min(start, end), max(start, end) + 1)
            self._session.set_action(list(span), Action.MASK)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._session.set_focus(-1)

    def press(self, column: int) -> None:
        """What a click on a token does: the next of MASK, RANDOM, KEEP and none."""
        if self._session.pair.sources[column] is Source.SPECIAL:
            token = self._session.pair.tokens[column]
            self.refused.emit(
                f"{token} can't be masked: BERT never chooses [CLS] and [SEP], they mark the frame."
            )
        else:
            self._session.cycle(column)
            self._session.set_focus(column)

    # --- Keyboard -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        session, key = self._session, event.key()
        last = len(session.pair) - 1
        moves = {
            Qt.Key.Key_Left: max(0, session.focus - 1),
            Qt.Key.Key_Right: min(last, session.focus + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in moves:
            session.set_focus(moves[Qt.Key(key)])
        elif session.focus >= 0 and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.press(session.focus)
        elif session.focus >= 0 and key in KEYS:
            self._set_action(session.focus, KEYS[key])
        else:
            super().keyPressEvent(event)

    def _set_action(self, position: int, action: Action | None) -> None:
        if self._session.pair.sources[position] is Source.SPECIAL:
            self.press(position)
        else:
            self._session.set_action([position], action)
            self._session.set_focus(position)

    def _reveal(self, position: int) -> None:
        """Scroll so that the token can be seen."""
        geometry, bar = self.geometry_now, self.horizontalScrollBar()
        chip = geometry.chip(position)
        if chip.left() - bar.value() < geometry.left:
            bar.setValue(int(chip.left() - geometry.left))
        elif chip.right() - bar.value() > self.viewport().width():
            bar.setValue(int(chip.right() - self.viewport().width()) + 4)

    # --- Read-out -------------------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            column = self._column(event.pos())
            words = "" if column is None else self._tip(column)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def _tip(self, column: int) -> str:
        content = self.figure.content
        pair = content.pair
        start, end = pair.spans[column]
        where = (
            f"characters {start}–{end} of sentence {pair.sources[column].name}"
            if pair.sources[column] is not Source.SPECIAL
            else "added by BERT"
        )
        return (
            f"<b>{_escaped(content.tokens[column])}</b> · id {content.ids[column]} · "
            f"segment {'AB'[pair.segments[column]]} · position {column}<br>{where}"
        )


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def figure_content(session: Session, seen: Seen | None) -> FigureContent:
    """What the figure shows of a session and the last look at it."""
    ids = tuple(session.model_ids)
    vocabulary = session.reader.tokenizer.vocabulary
    same_model = seen is not None and seen.question.reader is session.reader
    return FigureContent(
        session.pair,
        session.state.plan,
        ids,
        tuple(vocabulary[i] for i in ids),
        seen if same_model else None,
    )
