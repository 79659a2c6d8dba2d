"""What C says: whether B follows A; and the objective of this pair as one equation."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from bertscope.gui.canvas import Canvas, rounded, text, text_width
from bertscope.gui.predictions import percent
from bertscope.gui.prober import Seen
from bertscope.gui.theme import Appearance


class VerdictView(Canvas):
    """Both next-sentence probabilities, then masked-LM loss + next-sentence loss = their sum."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "Next sentence prediction and the objective")
        self.seen: Seen | None = None

    def show_seen(self, seen: Seen | None) -> None:
        self.seen = seen
        self.viewport().update()

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        theme = self.theme
        line = theme.px(22)
        if self.seen is None:
            waiting = QRectF(0, 0, width, line)
            text(painter, waiting, "waiting for the engine", theme.sans(12), theme.palette.muted)
            return
        if self.seen.question.nsp_label is None:
            self._without_b(painter, width, line)
        else:
            self._bars(painter, width, line, self.seen.look.is_next_probability)
        top = 2 * line + theme.px(8)
        self._equation(painter, QRectF(0, top, width, height - top))

    def _without_b(self, painter: QPainter, width: float, line: float) -> None:
        theme, muted = self.theme, self.theme.palette.muted
        for row, words in enumerate(("B is empty: there is no next", "sentence to judge.")):
            text(painter, QRectF(0, row * line, width, line), words, theme.sans(12), muted)

    def _bars(self, painter: QPainter, width: float, line: float, is_next: float) -> None:
        theme, palette = self.theme, self.theme.palette
        assert self.seen is not None
        label = self.seen.question.nsp_label
        for row, (name, share) in enumerate((("IsNext", is_next), ("NotNext", 1 - is_next))):
            top, is_label = row * line, row == label
            shade = palette.right if is_label else palette.text
            words = f"{name} ✓" if is_label else name
            text(painter, QRectF(0, top, theme.px(88), line), words, theme.mono(12), shade)
            track = QRectF(theme.px(90), top + theme.px(6), width - theme.px(90 + 60), theme.px(10))
            rounded(painter, track, theme.px(2), palette.track)
            full = QRectF(track)
            full.setWidth(track.width() * share)
            rounded(painter, full, theme.px(2), palette.nsp)
            value = QRectF(width - theme.px(56), top, theme.px(56), line)
            align = Qt.AlignmentFlag.AlignRight
            text(painter, value, percent(share), theme.mono(12), palette.text, align)

    def _equation(self, painter: QPainter, room: QRectF) -> None:
        theme, palette = self.theme, self.theme.palette
        assert self.seen is not None
        mlm, nsp = self.seen.look.mlm_loss, self.seen.look.nsp_loss
        title = QRectF(room.left(), room.top(), room.width(), theme.px(18))
        text(painter, title, "Objective for this pair", theme.bold(12), palette.muted)
        total = sum(loss for loss in (mlm, nsp) if loss is not None)
        parts = (
            (_loss(mlm), palette.mlm, "masked LM"),
            ("+", palette.muted, ""),
            (_loss(nsp), palette.nsp, "next sent."),
            ("=", palette.muted, ""),
            (_loss(total if mlm is not None or nsp is not None else None), palette.text, "total"),
        )
        left, top, gap = room.left(), title.bottom() + theme.px(4), theme.px(8)
        small = theme.sans(11)

        def width_of(words: str, below: str, font: QFont) -> float:
            return max(text_width(words, font), text_width(below, small)) + 1

        fonts = [theme.mono(size) for size in (18, 16, 14, 12)]
        space = room.width() - gap * (len(parts) - 1)
        fitting = (f for f in fonts if sum(width_of(w, b, f) for w, _, b in parts) <= space)
        font = next(fitting, fonts[-1])
        for words, shade, below in parts:
            wide = width_of(words, below, font)
            number = QRectF(left, top, wide, theme.px(26))
            text(painter, number, words, font, shade)
            under = QRectF(left, number.bottom(), wide + gap, theme.px(15))
            text(painter, under, below, small, palette.muted)
            left += wide + gap


def _loss(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
