"""Attention: a thumbnail for each head of each layer, and one head as lines between tokens."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPen

from bertscope.gui.canvas import Canvas, rounded, text, text_width
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.theme import Appearance, Palette, colour
from bertscope.text.pair import Source

FAINTEST = 0.04
"""A line is drawn for weights from here on; the view says so."""
STRONG = 0.25
HEAD_ROOM = 24
TITLE = "Attention · layer × head"


class AttentionView(Canvas):
    """Layer by head thumbnails on the left; the session's head as lines on the right."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, "Attention: layer by head")
        self._session = session
        self._seen: Seen | None = None
        self._thumbnails: list[list[QImage]] = []
        self._drawn_for: Palette | None = None
        session.changed.connect(self.viewport().update)
        session.focused.connect(self.viewport().update)

    def show_seen(self, seen: Seen | None) -> None:
        self._seen = seen
        self._drawn_for = None
        self.viewport().update()

    @property
    def weights(self) -> NDArray[np.float32] | None:
        """Attention of the last look, ``(layers, heads, L, L)``; rows sum to one."""
        if self._seen is None or self._seen.look.attention is None:
            return None
        return self._seen.look.attention.numpy()

    @property
    def head(self) -> tuple[int, int]:
        """Layer and head that are shown large, within what the model has."""
        weights = self.weights
        layers, heads = (1, 1) if weights is None else weights.shape[:2]
        state = self._session.state
        return min(state.layer, layers - 1), min(state.head, heads - 1)

    # --- Geometry -------------------------------------------------------------------------------

    def _thumbnail_rect(self, layer: int, head: int, width: float, height: float) -> QRectF:
        weights = self.weights
        assert weights is not None
        layers, heads = weights.shape[:2]
        top, gap = self.theme.px(HEAD_ROOM), self.theme.px(5)
        tall = (height - top - gap * (layers - 1)) / layers
        wide = (width * 0.42 - gap * (heads - 1)) / heads
        side = max(8.0, min(tall, wide, self.theme.px(92)))
        return QRectF(head * (side + gap) + 1, top + layer * (side + gap), side - 2, side - 2)

    def _lines_rect(self, width: float, height: float) -> QRectF:
        weights = self.weights
        assert weights is not None
        heads = weights.shape[1]
        left = max(
            self._thumbnail_rect(0, heads - 1, width, height).right() + self.theme.px(36),
            text_width(TITLE, self.theme.bold(12)) + self.theme.px(20),
        )
        wide = min(width - left, self.theme.px(760))
        top = self.theme.px(HEAD_ROOM)
        return QRectF(left, top, wide, height - top)

    def _line_height(self, rect: QRectF, length: int) -> float:
        return min(rect.height() / length, self.theme.px(24))

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        theme, weights = self.theme, self.weights
        rect = QRectF(width, 0, 0, 0) if weights is None else self._lines_rect(width, height)
        title = QRectF(0, 0, rect.left() - theme.px(8), theme.px(20))
        text(painter, title, TITLE, theme.bold(12), theme.palette.muted)
        if weights is None:
            return
        self._paint_thumbnails(painter, width, height)
        layer, head = self.head
        title = QRectF(rect.left(), 0, rect.width(), theme.px(20))
        words = f"Layer {layer + 1} · head {head + 1} · lines from {FAINTEST:.0%}"
        text(painter, title, words, theme.bold(12), theme.palette.muted)
        self._paint_lines(painter, rect, weights[layer, head])

    def _paint_thumbnails(self, painter: QPainter, width: float, height: float) -> None:
        palette, weights = self.theme.palette, self.weights
        assert weights is not None
        if self._drawn_for != palette:
            self._drawn_for = palette
            self._thumbnails = [[_picture(w, palette) for w in layer] for layer in weights]
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for layer, pictures in enumerate(self._thumbnails):
            for head, picture in enumerate(pictures):
                rect = self._thumbnail_rect(layer, head, width, height)
                painter.drawImage(rect, picture)
                chosen = (layer, head) == self.head
                edge = palette.chosen if chosen else palette.line
                rounded(painter, rect, 2, None, edge, width=3 if chosen else 1)

    def _paint_lines(self, painter: QPainter, rect: QRectF, weights: NDArray[np.float32]) -> None:
        assert self._seen is not None
        question, theme = self._seen.question, self.theme
        length = len(question.ids)
        line = self._line_height(rect, length)
        words = min(rect.width() * 0.3, theme.px(110))
        left, right = rect.left() + words, rect.right() - words
        only = self._session.focus
        shade = theme.palette.mlm
        for query, key in np.argwhere(weights >= FAINTEST):
            if 0 <= only < length and query != only:
                continue
            weight = float(weights[query, key])
            # A wide antialiased pen costs several times a thin one; only strong lines get it.
            width = min(1 + 2.5 * weight, max(1.0, 0.5 * line)) if weight > STRONG else 1.0
            painter.setPen(QPen(colour(shade, 0.15 + 0.85 * weight), width))
            painter.drawLine(
                QPointF(left, rect.top() + (query + 0.5) * line),
                QPointF(right, rect.top() + (key + 0.5) * line),
            )
        if line >= theme.px(8):
            self._paint_words(painter, rect, words - theme.px(8), line)

    def _paint_words(self, painter: QPainter, rect: QRectF, wide: float, line: float) -> None:
        assert self._seen is not None
        question, theme, palette = self._seen.question, self.theme, self.theme.palette
        vocabulary = question.reader.tokenizer.vocabulary
        font = theme.mono(min(12.0, line / theme.scale * 0.78))
        for position, token_id in enumerate(question.ids):
            top = rect.top() + position * line
            source = question.pair.sources[position]
            shade = {
                Source.A: palette.segment_a,
                Source.B: palette.segment_b,
                Source.SPECIAL: palette.muted,
            }[source]
            if position in question.plan.chosen or position == self._session.focus:
                marked = QRectF(rect.left(), top, rect.width(), line)
                alpha = 0.3 if position == self._session.focus else 0.14
                painter.fillRect(marked, colour(palette.chosen, alpha))
            word = vocabulary[token_id]
            align = Qt.AlignmentFlag.AlignRight
            text(painter, QRectF(rect.left(), top, wide, line), word, font, shade, align)
            text(painter, QRectF(rect.right() - wide, top, wide, line), word, font, shade)

    # --- Mouse ----------------------------------------------------------------------------------

    def _head_at(self, point: QPointF) -> tuple[int, int] | None:
        weights = self.weights
        if weights is None:
            return None
        width, height = self.viewport().width(), self.viewport().height()
        for layer in range(weights.shape[0]):
            for head in range(weights.shape[1]):
                if self._thumbnail_rect(layer, head, width, height).contains(point):
                    return layer, head
        return None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        head = self._head_at(event.position())
        if head is not None:
            self._session.set_head(*head)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.weights is None or self._seen is None:
            return
        rect = self._lines_rect(self.viewport().width(), self.viewport().height())
        line = self._line_height(rect, len(self._seen.question.ids))
        position = int((event.position().y() - rect.top()) // line)
        inside = rect.contains(event.position()) and position < len(self._session.pair)
        self._session.set_focus(position if inside else -1)

    def leaveEvent(self, event: QEvent) -> None:
        self._session.set_focus(-1)


def _picture(weights: NDArray[np.float32], palette: Palette) -> QImage:
    """One head as an image, query down, key across; darker (on light) is more."""
    low, high = QColor(palette.chip), QColor(palette.mlm)
    ends = np.array([[c.red(), c.green(), c.blue()] for c in (low, high)], dtype=np.float32)
    strength = np.sqrt(np.clip(weights, 0, 1))[..., None]
    rgb = np.rint(ends[0] + (ends[1] - ends[0]) * strength).astype(np.uint32)
    pixels = np.uint32(0xFF000000) | rgb[..., 0] << 16 | rgb[..., 1] << 8 | rgb[..., 2]
    pixels = np.ascontiguousarray(pixels.astype(np.uint32))
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB32)
    return image.copy()
