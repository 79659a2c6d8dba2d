"""The losses as equations: of this pair, then of the whole batch."""

from dataclasses import dataclass
from unicodedata import east_asian_width

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from bertscope.gui.language import tr
from bertscope.gui.painting import text, text_width
from bertscope.gui.slow.story import Story
from bertscope.gui.theme import Theme
from bertscope.gui.wording import ANSWERS, fine_percent, loss, output

SHOWN = 6
"""Terms of the masked-LM loss that are written out."""
SIZE, LARGE = 28, 40
"""Of the type, in design pixels: terms line by line, and the one sum."""
MONO = 0.62
"""Width of a letter of the monospaced type, as a share of its size."""

Piece = tuple[str, str]
"""Words and their colour."""


@dataclass(frozen=True)
class Sums:
    """Paints the terms of the objective, a line each."""

    painter: QPainter
    theme: Theme
    story: Story

    def losses(self, room: QRectF) -> None:
        """−ln p at every chosen token, their mean, and −ln p of the right answer at C."""
        palette, told = self.theme.palette, self.story.told
        lines: list[list[Piece]] = []
        for guess in self.story.guesses[:SHOWN]:
            said = guess.before
            words = f"{output(said.position)}  “{guess.masked.original}”   −ln "
            share = fine_percent(said.original_probability)
            lines.append([(f"{words}{share} = ", palette.text), (loss(said.loss), palette.mlm)])
        rest = len(self.story.guesses) - SHOWN
        if rest > 0:
            lines.append([(tr("… and {count} more", count=rest), palette.muted)])
        if told.before.mlm_loss is not None:
            of_all = loss(told.before.mlm_loss)
            mean = tr("masked LM loss, their mean = {loss}", loss=of_all)
            lines.append([(mean, palette.mlm)])
        if told.before.nsp_loss is not None:
            answer = ANSWERS[told.nsp_label or 0]
            share = fine_percent(self.story.share_of_label)
            words = f"C  {answer}   −ln {share} = "
            lines.append([(words, palette.text), (loss(told.before.nsp_loss), palette.nsp)])
        self._paint(room, lines, SIZE)

    def total(self, room: QRectF) -> None:
        """Both losses of the whole batch, and what is minimised."""
        palette, told = self.theme.palette, self.story.told
        parts: list[Piece] = [("L  =  ", palette.text)]
        parts += [(_weighted(told.mlm_weight, told.mlm_loss), palette.mlm)]
        parts += [("  +  ", palette.text)]
        parts += [(_weighted(told.nsp_weight, told.nsp_loss), palette.nsp)]
        parts += [(f"  =  {loss(told.loss)}", palette.text)]
        names: list[Piece] = [
            (tr("masked LM"), palette.mlm),
            (" + ", palette.text),
            (tr("next sentence"), palette.nsp),
        ]
        of = tr(", of your pair") if told.own else tr(", of {rows} pairs", rows=told.rows)
        self._paint(room, [parts, [*names, (of, palette.muted)]], LARGE)

    def _paint(self, room: QRectF, lines: list[list[Piece]], largest: float) -> None:
        """A line each, in type that is no larger than makes all of them fit."""
        widest = max((sum(_letters(words) for words, _ in line) for line in lines), default=1.0)
        pitch = min(self.theme.px(2 * largest), room.height() / max(1, len(lines)))
        size = min(
            largest, pitch / self.theme.scale * 0.5, room.width() / self.theme.scale / widest / MONO
        )
        for number, pieces in enumerate(lines):
            x, top = room.left(), room.top() + number * pitch
            for words, shade in pieces:
                font = self.theme.mono(size)
                wide = text_width(words, font)
                text(self.painter, QRectF(x, top, wide + 1, pitch), words, font, shade)
                x += wide


def _letters(words: str) -> float:
    """How many letters of the monospaced type they are as wide as; Chinese ones are square."""
    return sum(1 / MONO if east_asian_width(letter) in "WF" else 1 for letter in words)


def _weighted(weight: float, value: float) -> str:
    return loss(value) if weight == 1.0 else f"{weight:g} · {loss(value)}"
