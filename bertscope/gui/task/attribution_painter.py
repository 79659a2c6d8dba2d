"""How tokens are painted by what they count: in the colour of their number, with a bar below."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from bertscope.gui.heat_map import colour_ramp
from bertscope.gui.language import tr
from bertscope.gui.painting import rounded, text, text_width
from bertscope.gui.prober import Seen
from bertscope.gui.task.attribution_values import Counted
from bertscope.gui.theme import Theme, diverging
from bertscope.gui.token_names import is_chosen, token_at

CHIP, BAR, NUMBER, HEAD, RAMP = 21, 5, 13, 19, 70
"""Design pixels: a chip's height, its bar's, its number's, a line above all, the scale's width."""


@dataclass(frozen=True)
class ChipPainter:
    """Paints what the numbers mean, and the tokens."""

    painter: QPainter
    theme: Theme
    seen: Seen
    found: Counted

    def heads(self, width: float) -> None:
        """What the numbers mean; below it their scale, and their sum."""
        painter, theme, found = self.painter, self.theme, self.found
        muted, font = theme.palette.muted, theme.mono(11)
        line = QRectF(0, 0, width, theme.px(HEAD))
        text(painter, line, found.meaning, theme.sans(11), theme.palette.text)
        line.translate(0, theme.px(HEAD) - 2)
        first, last = found.ends
        text(painter, line, first, font, muted)
        left, high = text_width(first, font) + theme.px(6), theme.px(9)
        bar = QRectF(left, line.center().y() - high / 2, theme.px(RAMP), high)
        ramp = colour_ramp(theme.palette)
        if not found.is_signed:
            middle = ramp.width() // 2
            ramp = ramp.copy(middle, 0, ramp.width() - middle, 1)
        painter.drawImage(bar, ramp)
        rest = line.adjusted(bar.right() + theme.px(6), 0, 0, 0)
        total = tr("sum {number}", number=found.sum_words)
        text(painter, rest, f"{last}  ·  {total}", font, muted)

    def chip(self, box: QRectF, position: int, *, is_lit: bool, with_number: bool) -> None:
        """One token, and if there is room its number."""
        painter, theme, palette = self.painter, self.theme, self.theme.palette
        share = float(np.clip(self.found.values[position] / self.found.limit, -1, 1))
        ground = QColor.fromRgb(int(diverging(palette)[round(127 + 127 * share)]))
        chip, centre = QRectF(box), Qt.AlignmentFlag.AlignHCenter
        chip.setHeight(theme.px(CHIP))
        edge = palette.chosen_edge if is_chosen(self.seen, position) else palette.line
        rounded(painter, chip, theme.px(4), ground.name(), edge)
        words, font = token_at(self.seen, position), theme.mono(12)
        text(painter, chip, words, font, ink_on(ground), centre)
        if is_lit:
            around = chip.adjusted(-1, -1, 1, theme.px(BAR))
            rounded(painter, around, theme.px(5), None, palette.chosen_edge, width=2)
        self._bar(chip, share)
        if with_number:
            there = QRectF(box.left(), chip.bottom() + theme.px(BAR) + 1, box.width(), 0)
            there.setHeight(theme.px(NUMBER))
            number_words = self.found.words(position)
            text(painter, there, number_words, theme.mono(10), palette.muted, centre)

    def _bar(self, chip: QRectF, share: float) -> None:
        """From the middle to the right for what is more than zero, to the left for less."""
        painter, theme, palette = self.painter, self.theme, self.theme.palette
        high = theme.px(BAR) - 2.0
        track = QRectF(chip.left() + 1, chip.bottom() + 1.5, chip.width() - 2, high)
        rounded(painter, track, 1, palette.track)
        full = QRectF(track)
        if self.found.is_signed:
            half, middle = track.width() / 2, track.center().x()
            full.setLeft(middle + min(0.0, share) * half)
            full.setRight(middle + max(0.0, share) * half)
            tick = QRectF(middle - 0.5, track.top() - 1, 1, high + 2)
            painter.fillRect(tick, QColor(palette.muted))
        else:
            full.setWidth(track.width() * share)
        if full.width() > 0:
            rounded(painter, full, 1, palette.negative if share < 0 else palette.positive)


def ink_on(ground: QColor) -> str:
    """Black or white, whichever can be read on a ground: one of both has 4.5:1 on any."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (ground.redF(), ground.greenF(), ground.blueF())
    ]
    light = float(np.dot((0.2126, 0.7152, 0.0722), linear))
    return "#000000" if light > 0.179 else "#ffffff"
