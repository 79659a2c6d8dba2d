"""Which tokens count: the pair as chips, each in the colour of its number, with a bar below."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent

from bertscope.gui.canvas import Canvas
from bertscope.gui.compare.tables import side_by_side
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import paragraph, text_width
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Side, Weighing
from bertscope.gui.table import Table
from bertscope.gui.task.attribution_painter import BAR, CHIP, HEAD, NUMBER, ChipPainter
from bertscope.gui.task.attribution_values import Counted, counted
from bertscope.gui.task.flow_layout import box_at, flow
from bertscope.gui.task.passage import Passage
from bertscope.gui.theme import Appearance
from bertscope.gui.token_names import token_at
from bertscope.gui.wording import escaped, output

GAP, BETWEEN, PAD = 7, 4, 7
"""Design pixels: between lines, between chips, and beside the word in a chip."""
GRADIENT = marked(
    "Gradient × input: the slope of the answer's logit along the token's own embedding, times that "
    "embedding: Σ_d x_d · ∂logit/∂x_d. It is how the logit would change, to first order, if that "
    "row alone were a little longer; the numbers don't add up to the logit."
)
ATTENTION = marked(
    "Attention tells where the model looks, the mean over the heads that are shown; it says "
    "nothing of whether what it finds speaks for or against the answer. Its sum over all tokens "
    "is 1."
)


class AttributionView(Canvas):
    """The tokens in their order, in lines; of two models also B − A."""

    TEACHES = marked(
        "Which tokens the answer rests on, in two ways. Gradient × input: x·∂logit/∂x for the "
        "token's own embedding x. Attention: softmax(q·k/√d) from [CLS], or from the answer's "
        "first token. They need not agree, and neither is the whole truth: mask a token above to "
        "see what the model answers without it."
    )

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, tr("Which tokens count for the answer"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._session = session
        self._seen: Seen | None = None
        self._passage: Passage | None = None
        self._counted: Counted | str = counted(None, session.view, None)
        session.viewed.connect(self._count)
        session.focused.connect(self.viewport().update)

    def show_seen(self, seen: Seen | None) -> None:
        self._seen = seen
        self._passage = Passage.of(self._session, seen) if seen else None
        self._count()

    def _count(self) -> None:
        self._counted = counted(self._seen, self._session.view, self._passage)
        self.setAccessibleDescription(self._spoken)
        self.refresh()

    @property
    def _spoken(self) -> str:
        """The tokens that count most, for those who hear it."""
        found, seen = self._counted, self._seen
        if isinstance(found, str) or seen is None:
            return str(found)
        most = np.argsort(-np.abs(found.values), kind="stable")[:3]
        told = ", ".join(f"{token_at(seen, int(p))} {found.words(int(p))}" for p in most)
        return tr("{meaning}. Most count: {tokens}.", meaning=found.meaning, tokens=told)

    def numbers(self) -> Table | None:
        seen = self._seen
        if seen is None:
            return None
        sides = (Side.A, Side.B)[: 1 if seen.other is None else 2]
        tables = [self._table(seen.alone(side)) for side in sides]
        there = [table for table in tables if table is not None]
        if len(there) < 2:
            return there[0] if there and tables[0] is not None else None
        return side_by_side(there[0], there[1], ("position", "token"))

    def _table(self, seen: Seen) -> Table | None:
        found = counted(seen, self._session.view, self._passage)
        if isinstance(found, str):
            return None
        name = self._session.view.weighing.value
        rows = [(p, token_at(seen, p), float(x)) for p, x in enumerate(found.values)]
        return Table(("position", "token", name), rows)

    # --- Geometry -------------------------------------------------------------------------------

    def _boxes(self, width: float, height: float) -> tuple[list[QRectF], bool]:
        """Where each token stands, and whether there is room for the numbers below the bars."""
        boxes = self._flowed(width, with_numbers=True)
        if boxes and boxes[-1].bottom() <= height:
            return boxes, True
        return self._flowed(width, with_numbers=False), False

    def _flowed(self, width: float, *, with_numbers: bool) -> list[QRectF]:
        seen, found, px, theme = self._seen, self._counted, self.theme.px, self.theme
        if seen is None or isinstance(found, str):
            return []
        sizes = []
        for position in range(len(seen.question.ids)):
            wide = text_width(token_at(seen, position), theme.mono(12)) + 2 * px(PAD)
            if with_numbers:
                wide = max(wide, text_width(found.words(position), theme.mono(10)) + 2)
            sizes.append((float(px(BETWEEN)), wide))
        high = px(CHIP + BAR + GAP + (NUMBER if with_numbers else 0))
        return [box.translated(0, px(2 * HEAD)) for box in flow(sizes, width, high)]

    @property
    def down(self) -> float:
        """Pixels scrolled."""
        return float(self.verticalScrollBar().value())

    def _high(self) -> float:
        view = self.viewport()
        boxes, _ = self._boxes(view.width(), view.height())
        return boxes[-1].bottom() if boxes else 0.0

    def refresh(self) -> None:
        """The content is another one now."""
        super().refresh()
        bar, high = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(high)
        bar.setSingleStep(self.theme.px(20))
        bar.setRange(0, max(0, round(self._high() - high)))

    def whole_size(self) -> QSize:
        """The size of the picture with nothing scrolled away."""
        size = super().whole_size()
        return QSize(size.width(), max(size.height(), round(self._high()) + 1))

    def _at(self, point: QPointF) -> int:
        view = self.viewport()
        boxes, _ = self._boxes(view.width(), view.height())
        at = box_at(boxes, point.x(), point.y() + self.down)
        return -1 if at is None else at

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        painter.translate(0, -self.down)
        self._paint(painter, width, height, height)

    def paint_whole(self, painter: QPainter, width: float, height: float) -> None:
        self._paint(painter, width, height, self.viewport().height())

    def _paint(self, painter: QPainter, width: float, height: float, seen_at_once: float) -> None:
        theme, found, seen = self.theme, self._counted, self._seen
        if seen is None or isinstance(found, str):
            whole = QRectF(0, 0, width, height)
            paragraph(painter, whole, str(found), theme.sans(13), theme.palette.muted)
            return
        boxes, with_numbers = self._boxes(width, seen_at_once)
        chips = ChipPainter(painter, theme, seen, found)
        chips.heads(width)
        for position, box in enumerate(boxes):
            is_lit = position == self._session.focus
            chips.chip(box, position, is_lit=is_lit, with_number=with_numbers)

    # --- Mouse and keyboard ---------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._session.set_focus(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._session.set_focus(-1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar, turn = self.verticalScrollBar(), event.angleDelta().y()
        if bar.maximum() == 0 or turn == 0:
            super().wheelEvent(event)
            return
        bar.setValue(bar.value() - round(turn / 2))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from token to token."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key not in steps or not isinstance(self._counted, Counted):
            super().keyPressEvent(event)
            return
        self._session.step_focus(steps[key])
        self._show_focus()

    def _show_focus(self) -> None:
        """Scroll to the token that is lit."""
        view, bar, focus = self.viewport(), self.verticalScrollBar(), self._session.focus
        boxes, _ = self._boxes(view.width(), view.height())
        if 0 <= focus < len(boxes):
            box = boxes[focus]
            least = round(box.bottom()) - view.height()
            bar.setValue(min(max(bar.value(), least), round(box.top())))

    def tip(self, point: QPointF) -> str:
        """What a tooltip says of a point, as rich text."""
        found, seen, at = self._counted, self._seen, self._at(point)
        if isinstance(found, str):
            return found
        by_attention = self._session.view.weighing is Weighing.ATTENTION
        explained = tr(ATTENTION) if by_attention else tr(GRADIENT)
        if at < 0 or seen is None:
            return f"{escaped(found.meaning)}<br>{explained}"
        token = escaped(token_at(seen, at))
        lines = [f"<b>{token}</b> · {output(at)} · {found.words(at)}", *self._both(seen, at)]
        return "<br>".join([*lines, explained])

    def _both(self, seen: Seen, at: int) -> list[str]:
        """The number of a token in A and in B."""
        if seen.other is None:
            return []
        told = []
        for side in (Side.A, Side.B):
            one = counted(seen.alone(side), self._session.view, self._passage)
            told += [] if isinstance(one, str) else [f"{side.value}: {one.words(at)}"]
        return [" · ".join(told)]
