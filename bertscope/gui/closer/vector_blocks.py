"""Paints the blocks of the vector view, each into a place that it is given."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from bertscope.gui.closer.bars import draw_bars, level, slot
from bertscope.gui.closer.inspected import Inspected, row_shade
from bertscope.gui.closer.vector_ladder import LONG, SHORT
from bertscope.gui.closer.vector_layout import LEAST_LINE, MOST_LINE, TITLE
from bertscope.gui.closer.vectors import summary
from bertscope.gui.closer.words import dimension_words, measure_names
from bertscope.gui.heat_map import heat_map
from bertscope.gui.language import tr
from bertscope.gui.painting import rounded, share_bar, text, text_width
from bertscope.gui.state import Row
from bertscope.gui.theme import Palette, Theme, colour
from bertscope.gui.token_names import ink_at, is_chosen, shade_at, token_at
from bertscope.gui.wording import indexed, number
from bertscope.wire.messages import Neighbour

AXIS = 46
_RIGHT = Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class BlockPainter:
    """Paints what is said of one vector."""

    def __init__(self, painter: QPainter, theme: Theme, shown: Inspected) -> None:
        self.painter = painter
        self.theme = theme
        self.palette = theme.palette
        self.shown = shown

    def title(self, place: QRectF, words: str, read_out: str = "") -> None:
        """A block's title; what is under the mouse is read out at the right end of its line."""
        theme, line = self.theme, QRectF(place)
        line.setHeight(theme.px(TITLE - 1))
        font, wide = theme.mono(11), 0.0
        if read_out:
            wide = text_width(read_out, font) + theme.px(10)
            text(self.painter, line, read_out, font, self.palette.text, _RIGHT)
        if line.width() - wide >= min(theme.px(60), text_width(words, theme.sans(11))):
            line.setWidth(line.width() - wide)
            text(self.painter, line, words, theme.sans(11), self.palette.muted)

    # --- Values ---------------------------------------------------------------------------------

    def bars(self, place: QRectF, hovered: int | None) -> None:
        values, palette = self.shown.values, self.palette
        read_out = "" if hovered is None else dimension_words(hovered, number(values[hovered]))
        self.title(place, tr("{count} values", count=len(values)), read_out)
        plot, limits = bars_plot(self.theme, place), self.shown.extent
        if hovered is not None:
            self._mark(plot, hovered, len(values))
        draw_bars(self.painter, plot, values, limits, (palette.negative, palette.positive))
        zero = level(plot, 0.0, *limits)
        self.painter.setPen(QPen(QColor(palette.muted), 1))
        self.painter.drawLine(QPointF(plot.left(), zero), QPointF(plot.right(), zero))
        self._axis(plot, zero, limits)

    def _mark(self, plot: QRectF, index: int, count: int) -> None:
        mark = slot(plot, index, count)
        mark.setWidth(max(mark.width(), 3.0))
        self.painter.fillRect(mark, colour(self.palette.chosen, 0.45))

    def _axis(self, plot: QRectF, zero: float, limits: tuple[float, float]) -> None:
        """The greatest, zero and the least at the left, where they don't touch each other."""
        line, taken = self.theme.px(12), [zero]
        self._tick(zero, "0")
        low, high = limits
        ends = ((high, plot.top() + line / 2), (low, plot.bottom()))
        for value, at in ends:
            if all(abs(at - other) >= line for other in taken):
                self._tick(at, number(value, 2))
                taken.append(at)

    def _tick(self, y: float, words: str) -> None:
        theme = self.theme
        place = QRectF(0, y - theme.px(7), theme.px(AXIS - 6), theme.px(14))
        text(self.painter, place, words, theme.mono(10), self.palette.muted, _RIGHT)

    def heat(self, place: QRectF, image: QImage, hovered: int | None) -> None:
        """The same values folded as in the figure."""
        target = heat_target(self.theme, place)
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        self.painter.drawImage(target, image)
        if hovered is not None:
            fold, lines = image.width(), image.height()
            wide, high = target.width() / fold, target.height() / lines
            left, top = target.left() + hovered % fold * wide, target.top() + hovered // fold * high
            cell = QRectF(left, top, wide, high)
            rounded(self.painter, cell, 1, None, self.palette.chosen_edge, width=2)

    def stats(self, place: QRectF) -> None:
        measures, left = summary(self.shown.values), place.left()
        named = zip(measure_names(), measures, strict=True)
        for name, value in named:
            for words, font, shade in (
                (name, self.theme.sans(11), self.palette.muted),
                (number(value), self.theme.mono(11), self.palette.text),
            ):
                wide = min(text_width(words, font) + self.theme.px(5), place.right() - left)
                line = QRectF(left, place.top(), wide, place.height())
                text(self.painter, line, words, font, shade)
                left += wide
            left += self.theme.px(7)

    # --- Shares ---------------------------------------------------------------------------------

    def shares(self, place: QRectF) -> None:
        """A bar from the least to the greatest that the shares add up to, with their numbers."""
        found, theme = self.shown.shares, self.theme
        self.title(place, self._shares_title)
        if found is None:
            return
        rows, shades = (Row.TOKEN, Row.SEGMENT, Row.POSITION), self._shades
        bar = QRectF(place.left(), place.top() + theme.px(18), place.width(), theme.px(11))
        self._stack(bar, found, shades)
        line = QRectF(place.left(), bar.bottom() + theme.px(2), place.width() / 3, theme.px(15))
        longest = f"{tr(LONG[Row.POSITION])} 100 %"
        names = SHORT if text_width(longest, theme.sans(11)) > line.width() else LONG
        for row, share, shade in zip(rows, found, shades, strict=True):
            words = f"{tr(names[row])} {number(100 * share, 0)} %"
            text(self.painter, line, words, theme.sans(11), shade)
            line.translate(line.width(), 0)

    @property
    def _shares_title(self) -> str:
        return tr("share of the sum {sum}", sum=indexed("x", self.shown.vector.position))

    @property
    def _shades(self) -> list[str]:
        """Of the rows that are added."""
        segment = self.shown.seen.question.pair.segments[self.shown.vector.position]
        rows = (Row.TOKEN, Row.SEGMENT, Row.POSITION)
        return [row_shade(row, segment, self.palette) for row in rows]

    def _stack(self, bar: QRectF, found: NDArray[np.float64], shades: list[str]) -> None:
        low, high = float(found[found < 0].sum()), float(found[found > 0].sum())
        unit = bar.width() / (high - low)
        zero = bar.left() - low * unit
        rounded(self.painter, bar, 2, self.palette.track)
        ends = {True: zero, False: zero}
        for share, shade in zip(found, shades, strict=True):
            start, end = ends[share > 0], ends[share > 0] + share * unit
            ends[share > 0] = end
            piece = QRectF(min(start, end), bar.top(), abs(end - start), bar.height())
            self.painter.fillRect(piece, colour(shade, 1.0 if share > 0 else 0.6))
        self.painter.setPen(QPen(QColor(self.palette.text), 1))
        over = self.theme.px(2)
        self.painter.drawLine(QPointF(zero, bar.top() - over), QPointF(zero, bar.bottom() + over))

    # --- Cosines --------------------------------------------------------------------------------

    def cosines(self, place: QRectF, focus: int) -> None:
        """A bar a token, by position; the vector's own is hollow, for it is 1 always."""
        found, theme, palette = self.shown.cosines, self.theme, self.palette
        read_out = self._cosine_words(focus) if 0 <= focus < len(found) else ""
        self.title(place, tr("cosine to the tokens"), read_out)
        plot = cosines_plot(theme, place, self._named(place))
        limits = (min(0.0, float(np.floor(4 * self._least_cosine())) / 4), 1.0)
        self.painter.fillRect(plot, colour(palette.track, 0.35))
        own = self.shown.vector.position
        for position in {own, focus} - {-1}:
            if position < len(found):
                alpha = 0.45 if position == focus else 0.2
                mark = slot(plot, position, len(found))
                mark.setWidth(max(mark.width(), 3.0))
                self.painter.fillRect(mark, colour(palette.chosen, alpha))
        self._by_sentence(plot, limits)
        zero = level(plot, 0.0, *limits)
        self.painter.setPen(QPen(QColor(palette.muted), 1))
        self.painter.drawLine(QPointF(plot.left(), zero), QPointF(plot.right(), zero))
        if self._named(place):
            self._names(plot)

    def _cosine_words(self, focus: int) -> str:
        return f"{token_at(self.shown.seen, focus)} {number(self.shown.cosines[focus], 2)}"

    def _least_cosine(self) -> float:
        return float(self.shown.cosines.min())

    def _by_sentence(self, plot: QRectF, limits: tuple[float, float]) -> None:
        seen, found = self.shown.seen, self.shown.cosines
        shades = [shade_at(seen, p, self.palette) for p in range(len(found))]
        for shade in dict.fromkeys(shades):
            here = np.array([s == shade for s in shades])
            draw_bars(self.painter, plot, np.where(here, found, 0.0), limits, (shade, shade))

    def _named(self, place: QRectF) -> bool:
        wide = place.width() / len(self.shown.cosines)
        return wide >= self.theme.px(26) and place.height() >= self.theme.px(60)

    def _names(self, plot: QRectF) -> None:
        seen, count = self.shown.seen, len(self.shown.cosines)
        for position in range(count):
            under = slot(plot, position, count).translated(0, plot.height())
            under.setHeight(self.theme.px(14))
            if is_chosen(seen, position):
                self.painter.fillRect(under, colour(self.palette.chosen, 0.35))
            shade = ink_at(seen, position, self.palette)
            font = self.theme.mono(10)
            text(self.painter, under, token_at(seen, position), font, shade, _CENTRE)

    # --- Neighbours -----------------------------------------------------------------------------

    def neighbours(self, place: QRectF, found: list[Neighbour], title: str = "") -> None:
        self.title(place, title or tr("nearest in the vocabulary"))
        theme = self.theme
        room = place.height() - theme.px(TITLE)
        two = place.width() >= theme.px(240) and room < len(found) * theme.px(LEAST_LINE + 2)
        lines = (len(found) + 1) // 2 if two else len(found)
        line = min(max(room / max(1, lines), theme.px(LEAST_LINE)), theme.px(MOST_LINE))
        fitting = min(lines, int(room / line + 0.01))
        wide = (place.width() - theme.px(12)) / 2 if two else place.width()
        for number_, neighbour in enumerate(found):
            column, row = divmod(number_, lines)
            if row < fitting:
                left = place.left() + column * (wide + theme.px(12))
                top = place.top() + theme.px(TITLE) + row * line
                self._neighbour(QRectF(left, top, wide, line), neighbour)

    def _neighbour(self, line: QRectF, neighbour: Neighbour) -> None:
        theme, palette = self.theme, self.palette
        small = line.height() < theme.px(14)
        font = theme.mono(10 if small else 11)
        value = number(neighbour.cosine, 2)
        right = text_width("−0.00", font)
        name = QRectF(line.left(), line.top(), 0.5 * (line.width() - right), line.height())
        word = self.shown.seen.question.reader.tokenizer.vocabulary[neighbour.token_id]
        text(self.painter, name, word, font, palette.text)
        high = min(theme.px(7), line.height() - 4)
        bar = QRectF(name.right() + theme.px(4), line.center().y() - high / 2, 0, high)
        bar.setRight(line.right() - right - theme.px(6))
        share = max(0.0, neighbour.cosine)
        share_bar(self.painter, bar, share, 2, palette.track, palette.token)
        text(self.painter, line, value, font, palette.muted, _RIGHT)


def bars_plot(theme: Theme, place: QRectF) -> QRectF:
    """Where the bars of the values stand in their block."""
    return place.adjusted(theme.px(AXIS), theme.px(TITLE + 2), 0, -theme.px(4))


def cosines_plot(theme: Theme, place: QRectF, named: bool) -> QRectF:
    return place.adjusted(0, theme.px(TITLE + 2), 0, -theme.px(15 if named else 2))


def heat_target(theme: Theme, place: QRectF) -> QRectF:
    return place.adjusted(theme.px(AXIS), 0, 0, 0)


def heat_of(shown: Inspected, palette: Palette) -> QImage:
    return heat_map(shown.values[None], shown.limit, palette)
