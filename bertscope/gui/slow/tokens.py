"""Paints tokens: running like words on a page, or as the heads of columns."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from bertscope.gui.language import tr
from bertscope.gui.painting import rounded, text
from bertscope.gui.slow.layout import Columns, flow
from bertscope.gui.slow.story import Masked, Scene, Story
from bertscope.gui.theme import Theme
from bertscope.gui.token_names import sentence_shade
from bertscope.text.masking import Action

CENTRE = Qt.AlignmentFlag.AlignHCenter
HEAD = 34
"""Design pixels: the height of a column's head."""


@dataclass(frozen=True)
class Tokens:
    """Paints the tokens of a story: blue lines below those of A, orange below those of B, and
    amber where one is chosen."""

    painter: QPainter
    theme: Theme
    story: Story

    def running(self, scene: Scene, room: QRectF) -> None:
        """The tokens as they stand in the sentences, then chosen, then masked."""
        chosen = self._chosen if scene is not Scene.PAIR else {}
        words = self.story.read if scene is Scene.MASK else self.story.written
        laid = flow(self.theme, words, room)
        for position, box in enumerate(laid.boxes):
            font = self.theme.mono(laid.size)
            self._box(position, box, words[position], font, lit=position in chosen)
            if scene is Scene.MASK and position in chosen:
                self._note(chosen[position], box, max(10.0, laid.size * 0.62))
        if laid.left_out:
            rest = QRectF(room.left(), room.bottom(), room.width(), self.theme.px(18))
            words_left = tr("… and {count} more tokens", count=laid.left_out)
            text(self.painter, rest, words_left, self.theme.sans(12), self.theme.palette.muted)

    def heads(self, columns: Columns, top: float, scroll: float) -> None:
        """What the model reads, a head for each column."""
        height = self.theme.px(HEAD)
        for position, word in enumerate(self.story.read):
            box = columns.cell(position, top, height, scroll)
            lit = position in self._chosen
            self._box(position, box, word, self.theme.mono(13), lit=lit)

    @property
    def _chosen(self) -> dict[int, Masked]:
        return {masked.position: masked for masked in self.story.masked}

    def _box(self, position: int, box: QRectF, word: str, font: QFont, *, lit: bool) -> None:
        theme, palette = self.theme, self.theme.palette
        rounded(self.painter, box, theme.px(6), palette.chosen if lit else palette.chip)
        ink = palette.on_chosen if lit else palette.text
        text(self.painter, box.adjusted(2, 0, -2, 0), word, font, ink, CENTRE)
        line = QRectF(box.left(), box.bottom() + 1, box.width(), theme.px(3))
        rounded(
            self.painter, line, theme.px(1), sentence_shade(self.story.source(position), palette)
        )

    def _note(self, masked: Masked, box: QRectF, size: float) -> None:
        """Below a token, what stood there."""
        wide = self.theme.px(24)
        high = self.theme.px(size * 1.4)
        below = QRectF(box.left() - wide, box.bottom() + 3, box.width() + 2 * wide, high)
        is_kept = masked.action is Action.KEEP
        words = tr("kept") if is_kept else tr("was {word}", word=masked.original)
        font, shade = self.theme.sans(size), self.theme.palette.muted
        text(self.painter, below, words, font, shade, CENTRE)
