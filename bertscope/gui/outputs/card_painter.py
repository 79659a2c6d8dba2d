"""Paints a card of predictions."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from bertscope.gui.compare.marks import side_bar
from bertscope.gui.outputs.card import Card, Guess, Share
from bertscope.gui.outputs.card_layout import Layout, Part, Spot
from bertscope.gui.painting import rounded, text, text_width
from bertscope.gui.state import Side
from bertscope.gui.theme import Theme

SHARE, PAIR_SHARE = 54, 47
"""Design pixels that a probability in words takes."""


class CardPainter:
    """Paints cards whose guesses are scrolled `down` so many rows."""

    def __init__(self, painter: QPainter, theme: Theme, down: int) -> None:
        self._painter = painter
        self._theme = theme
        self._down = down

    def paint(
        self, card: Card, layout: Layout, spot: Spot | None, *, lit: bool, opened: bool
    ) -> None:
        """Paint one card.

        Parameters
        ----------
        spot
            What of it is under the mouse, if anything is.
        lit
            Whether its token is.
        opened
            Whether its whole distribution is shown elsewhere.
        """
        part = spot.part if spot else None
        self._frame(card, layout, lit=lit)
        ink = self._theme.palette.text if part is Part.TITLE else self._theme.palette.muted
        text(self._painter, layout.head, card.title, self._theme.bold(12), ink)
        self._curve(layout.curve, under=part is Part.CURVE, opened=opened)
        if not card.is_chosen:
            self._cross(layout.close, under=part is Part.CLOSE)
        small, muted = self._theme.sans(11), self._theme.palette.muted
        for number, words in enumerate(layout.notes):
            text(self._painter, layout.note(number), words, small, muted)
        for number, words in enumerate(layout.facts):
            text(self._painter, layout.fact(number), words, small, self._theme.palette.text)
        self._guesses(card, layout, spot.guess if spot else -1)

    def _frame(self, card: Card, layout: Layout, *, lit: bool) -> None:
        theme, palette = self._theme, self._theme.palette
        edge = palette.chosen_edge if lit else palette.line
        rounded(self._painter, layout.rect, theme.px(8), palette.card, edge, width=2 if lit else 1)
        if card.is_chosen:
            mark = QRectF(layout.rect.left(), layout.rect.top() + theme.px(7), theme.px(3), 0)
            mark.setHeight(theme.px(14))
            rounded(self._painter, mark, theme.px(1), palette.chosen_edge)

    def _guesses(self, card: Card, layout: Layout, under: int) -> None:
        mono = self._theme.mono(12)
        longest = max((text_width(guess.words, mono) for guess in card.guesses), default=0.0)
        most = 0.3 if card.is_pair else 0.5
        if card.is_pair:
            self._legend(layout, min(longest, layout.guess(0, 0).width() * most))
        for number, guess in enumerate(card.guesses):
            line = layout.guess(number, self._down)
            if not layout.middle.adjusted(0, -1, 0, 1).contains(line):
                continue
            if number == under:
                rounded(self._painter, line, self._theme.px(3), self._theme.palette.chip)
            self._guess(layout, line, guess, min(longest, line.width() * most))

    def _legend(self, layout: Layout, token_width: float) -> None:
        """Which bars are A's and which B's."""
        line, muted = layout.legend, self._theme.palette.muted
        for number in range(layout.columns):
            column = layout.guess(number * layout.rows, 0)
            room = QRectF(column.left(), line.top(), column.width(), line.height())
            for half, side in zip(layout.halves(room, token_width), "AB", strict=True):
                text(self._painter, half, side, self._theme.bold(11), muted)

    def _guess(self, layout: Layout, line: QRectF, guess: Guess, token_width: float) -> None:
        theme, palette, painter = self._theme, self._theme.palette, self._painter
        ink = palette.right if guess.is_original else palette.text
        token = QRectF(line.left() + theme.px(2), line.top(), token_width, line.height())
        text(painter, token, guess.words, theme.mono(12), ink)
        shade = palette.right if guess.is_original else palette.mlm
        if len(guess.shares) == 1:
            room = QRectF(line)
            room.setLeft(token.right() + theme.px(6))
            self._share(room, guess.shares[0], shade, SHARE, Side.A)
            return
        halves = layout.halves(line, token_width)
        for half, share, side in zip(halves, guess.shares, (Side.A, Side.B), strict=True):
            self._share(half, share, shade, PAIR_SHARE, side)

    def _share(self, room: QRectF, share: Share, shade: str, words: float, side: Side) -> None:
        """A bar with its probability behind it."""
        theme, palette, right = self._theme, self._theme.palette, self._theme.px(words)
        thick = min(max(room.height() * 0.46, theme.px(8)), theme.px(13))
        wide = max(0.0, room.width() - right - theme.px(2))
        track = QRectF(room.left(), room.center().y() - thick / 2, wide, thick)
        value, colours = 0.0 if share.is_bound else share.value, (palette.track, shade)
        side_bar(self._painter, track, value, theme.px(2), colours, side)
        behind = QRectF(room.right() - right, room.top(), right - theme.px(2), room.height())
        align = Qt.AlignmentFlag.AlignRight
        font = theme.mono(12 if side is Side.A and words == SHARE else 11)
        text(self._painter, behind, share.words, font, palette.text, align)

    # --- Buttons --------------------------------------------------------------------------------

    def _curve(self, button: QRectF, *, under: bool, opened: bool) -> None:
        """A falling curve: the sorted probabilities."""
        palette, side = self._theme.palette, button.width()
        self._back(button, under=under or opened)
        points = ((0.22, 0.24), (0.27, 0.52), (0.40, 0.66), (0.58, 0.73), (0.80, 0.76))
        self._pen(palette.mlm if opened or under else palette.muted)
        self._painter.drawPolyline(
            QPolygonF(
                [QPointF(button.left() + x * side, button.top() + y * side) for x, y in points]
            )
        )

    def _cross(self, button: QRectF, *, under: bool) -> None:
        self._back(button, under=under)
        inset = button.width() * 0.3
        box = button.adjusted(inset, inset, -inset, -inset)
        self._pen(self._theme.palette.text if under else self._theme.palette.muted)
        self._painter.drawLine(box.topLeft(), box.bottomRight())
        self._painter.drawLine(box.topRight(), box.bottomLeft())

    def _back(self, button: QRectF, *, under: bool) -> None:
        if under:
            rounded(self._painter, button, self._theme.px(4), self._theme.palette.chip)

    def _pen(self, shade: str) -> None:
        self._painter.setPen(QPen(QColor(shade), 1.5 * self._theme.scale))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
