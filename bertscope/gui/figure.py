"""The classic figure of BERT's input: Input / Token + Segment + Position = Sum, as real numbers."""

from dataclasses import dataclass
from functools import cached_property
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from bertscope.gui.canvas import rounded, subscripted, text, text_width
from bertscope.gui.prober import Seen
from bertscope.gui.theme import Palette, Theme, diverging
from bertscope.text.masking import Action, MaskPlan
from bertscope.text.pair import Pair, Source

PERCENTILE = 99.0
"""The colour scale ends at this percentile of the absolute values; what lies beyond is drawn as
the end, so that one outlier doesn't wash the rest out."""
BADGES = {Action.MASK: "MASK", Action.RANDOM: "RAND", Action.KEEP: "KEEP"}


@dataclass(frozen=True)
class FigureContent:
    """What the figure shows.

    Attributes
    ----------
    pair, plan
        The pair and its mask plan as they are now.
    ids, tokens
        What the model reads: the plan applied.
    seen
        The last look; only those of its columns are drawn that are still true.
    """

    pair: Pair
    plan: MaskPlan
    ids: tuple[int, ...]
    tokens: tuple[str, ...]
    seen: Seen | None

    @cached_property
    def rows(self) -> "Rows | None":
        return Rows.of(self.seen) if self.seen else None

    def cut_before(self, column: int) -> int:
        """How many tokens did not fit before this [SEP]."""
        pair = self.pair
        if pair.sources[column] is not Source.SPECIAL or column == 0:
            return 0
        return pair.cut_a if pair.segments[column] == 0 else pair.cut_b

    def is_true(self, column: int) -> bool:
        """Whether the look shows this column as it is now."""
        segment = self.pair.segments[column]
        return self.seen is not None and self.seen.shows_column(column, self.ids[column], segment)


@dataclass(frozen=True)
class Rows:
    """The three embedding rows and their sum, each ``(L, D)``, on one symmetric scale."""

    token: NDArray[np.float32]
    segment: NDArray[np.float32]
    position: NDArray[np.float32]
    sum: NDArray[np.float32]
    limit: float

    @classmethod
    def of(cls, seen: Seen) -> "Rows":
        look = seen.look
        token, segment, position, total = (
            array.numpy()
            for array in (look.token_rows, look.segment_rows, look.position_rows, look.sum)
        )
        limit = float(np.percentile(np.abs([token, segment, position, total]), PERCENTILE))
        return cls(token, segment, position, total, limit or 1.0)


@dataclass(frozen=True)
class Geometry:
    """Where everything stands, in pixels; the label column does not scroll."""

    theme: Theme
    count: int
    column: float
    strip: float

    @classmethod
    def of(cls, content: FigureContent, theme: Theme, width: float, height: float) -> "Geometry":
        count = len(content.pair)
        room = (width - theme.px(LABELS) - theme.px(2)) / count
        column = max(theme.px(NARROWEST), min(room, theme.px(WIDEST)))
        fixed = theme.px(BADGE + CHIP + SCALE) + 4 * theme.px(NAME + ROW_GAP)
        strip = min(max((height - fixed) / 4, theme.px(14)), theme.px(58), column * 0.62)
        return cls(theme, count, column, strip)

    @property
    def left(self) -> float:
        return self.theme.px(LABELS)

    @property
    def width(self) -> float:
        return self.left + self.count * self.column + self.theme.px(2)

    @property
    def height(self) -> float:
        theme = self.theme
        return theme.px(BADGE + CHIP + SCALE) + 4 * (self.strip + theme.px(NAME + ROW_GAP))

    def chip(self, column: int) -> QRectF:
        gap = self.theme.px(6)
        return QRectF(
            self.left + column * self.column + gap / 2,
            self.theme.px(BADGE),
            self.column - gap,
            self.theme.px(CHIP),
        )

    def cell(self, row: int, column: int) -> QRectF:
        """The card of one vector: its strip with its name below."""
        chip = self.chip(column)
        step = self.strip + self.theme.px(NAME + ROW_GAP)
        top = chip.bottom() + self.theme.px(ROW_GAP) + row * step
        return QRectF(chip.left(), top, chip.width(), self.strip + self.theme.px(NAME))

    def column_at(self, x: float) -> int | None:
        """The column under a point, scrolling taken into account."""
        column = int((x - self.left) // self.column)
        return column if x >= self.left and 0 <= column < self.count else None


LABELS, BADGE, CHIP, NAME, ROW_GAP, SCALE = 92, 17, 30, 17, 7, 24
NARROWEST, WIDEST = 58, 120


class FigurePainter:
    """Paints the figure; keeps the heat-map images of the look it was made for.

    Parameters
    ----------
    content
        What to show.
    theme
        How.
    """

    def __init__(self, content: FigureContent, theme: Theme) -> None:
        self.content = content
        self.theme = theme
        self._images: list[QImage] = []
        if content.rows:
            rows = content.rows
            self._images = [
                heat_map(row, rows.limit, theme.palette)
                for row in (rows.token, rows.segment, rows.position, rows.sum)
            ]

    def paint(
        self, painter: QPainter, geometry: Geometry, scroll: float, focus: int, width: float
    ) -> None:
        """Paint the columns that can be seen, then the labels over them."""
        first = max(0, int(scroll // geometry.column))
        last = min(geometry.count, int((scroll + width) // geometry.column) + 1)
        painter.save()
        painter.setClipRect(QRectF(geometry.left, 0, width - geometry.left, geometry.height))
        painter.translate(-scroll, 0)
        for column in range(first, last):
            self._column(painter, geometry, column, lit=column == focus)
        painter.restore()
        self._labels(painter, geometry)
        self._scale(painter, geometry, width)

    def _column(self, painter: QPainter, geometry: Geometry, column: int, *, lit: bool) -> None:
        palette = self.theme.palette
        self._chip(painter, geometry.chip(column), column, lit=lit)
        pair, is_true = self.content.pair, self.content.is_true(column)
        segment = palette.segment_a if pair.segments[column] == 0 else palette.segment_b
        names = (
            ("E", self.content.tokens[column], palette.token),
            ("E", "AB"[pair.segments[column]], segment),
            ("E", str(column), palette.position),
            ("x", str(column), palette.text),
        )
        for row, (base, below, shade) in enumerate(names):
            cell = geometry.cell(row, column)
            edge = palette.chosen if lit else palette.line
            rounded(painter, cell, self.theme.px(4), palette.card, edge)
            strip = QRectF(cell.left() + 1, cell.top() + 1, cell.width() - 2, geometry.strip - 1)
            if is_true:
                self._strip(painter, strip, row, column)
            else:
                painter.fillRect(strip, palette.track)
            name = QRectF(cell.left(), strip.bottom(), cell.width(), self.theme.px(NAME))
            font, small = self.theme.mono(12), self.theme.mono(10)
            subscripted(painter, name, base, below, font, small, shade)

    def _strip(self, painter: QPainter, target: QRectF, row: int, column: int) -> None:
        image = self._images[row]
        block = image.width() / len(self.content.seen.question.ids) if self.content.seen else 0
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(target, image, QRectF(column * block, 0, block, image.height()))

    def _chip(self, painter: QPainter, chip: QRectF, column: int, *, lit: bool) -> None:
        theme, palette, content = self.theme, self.theme.palette, self.content
        choice = content.plan.chosen.get(column)
        source = content.pair.sources[column]
        fill, ink = (palette.chosen, palette.on_chosen) if choice else (palette.chip, palette.text)
        rounded(painter, chip, theme.px(5), fill, palette.chosen if lit else None, width=2)
        if not choice and source is not Source.SPECIAL:
            shade = palette.segment_a if source is Source.A else palette.segment_b
            underline = QRectF(chip.left(), chip.bottom() - theme.px(3), chip.width(), theme.px(3))
            rounded(painter, underline, theme.px(1.5), shade)
        token = content.tokens[column]
        centre = Qt.AlignmentFlag.AlignHCenter
        inner = chip.adjusted(3, 0, -3, 0)
        text(painter, inner, token, self._fitting(token, inner.width()), ink, centre)
        if choice:
            words = f"{BADGES[choice.action]}·{content.pair.tokens[column]}"
            self._badge(painter, chip, words, palette.text)
        elif cut := content.cut_before(column):
            self._badge(painter, chip, f"{cut} cut off", palette.error)

    def _fitting(self, token: str, room: float) -> QFont:
        """The largest font of the chips in which a token fits; the smallest where none does."""
        fonts = [self.theme.mono(size) for size in (13, 12, 11, 10, 9)]
        return next((font for font in fonts if text_width(token, font) <= room), fonts[-1])

    def _badge(self, painter: QPainter, chip: QRectF, words: str, fill: str) -> None:
        theme, palette = self.theme, self.theme.palette
        font = theme.bold(10)
        room = chip.width() + theme.px(4)
        wide = min(text_width(words, font) + theme.px(10), room)
        badge = QRectF(chip.right() - wide + theme.px(2), 0, wide, theme.px(15))
        rounded(painter, badge, theme.px(3), fill)
        inner = badge.adjusted(theme.px(3), 0, -theme.px(3), 0)
        text(painter, inner, words, font, palette.card, Qt.AlignmentFlag.AlignHCenter)

    def _labels(self, painter: QPainter, geometry: Geometry) -> None:
        theme, palette = self.theme, self.theme.palette
        chip = geometry.chip(0)
        self._label(painter, chip.top(), chip.height(), "Input", "click to mask", palette.text)
        rows = (
            ("Token", "embedding", palette.token, ""),
            ("Segment", "embedding", palette.segment_a, "+"),
            ("Position", "embedding", palette.position, "+"),
            ("Sum", "of the three", palette.text, "="),
        )
        for row, (title, below, shade, sign) in enumerate(rows):
            cell = geometry.cell(row, 0)
            self._label(painter, cell.top(), cell.height(), title, below, shade)
            before = QRectF(0, cell.top(), theme.px(14), cell.height())
            text(painter, before, sign, theme.bold(16), palette.muted)

    def _label(
        self, painter: QPainter, top: float, height: float, title: str, below: str, shade: str
    ) -> None:
        theme = self.theme
        right = theme.px(LABELS) - theme.px(12)
        middle, line = top + height / 2, theme.px(15)
        align = Qt.AlignmentFlag.AlignRight
        text(painter, QRectF(0, middle - line, right, line), title, theme.bold(12), shade, align)
        muted = theme.palette.muted
        text(painter, QRectF(0, middle, right, line), below, theme.sans(11), muted, align)

    def _scale(self, painter: QPainter, geometry: Geometry, width: float) -> None:
        """The colour bar, one symmetric scale for all four rows; and what the plan chose."""
        content = self.content
        top = geometry.cell(3, 0).bottom() + self.theme.px(7)
        words = chosen_words(content.plan, len(content.pair.maskable))
        room = QRectF(
            geometry.left, top, width - geometry.left - self.theme.px(6), self.theme.px(15)
        )
        align, muted = Qt.AlignmentFlag.AlignRight, self.theme.palette.muted
        text(painter, room, words, self.theme.sans(12), muted, align)
        if not content.rows:
            return
        theme, limit = self.theme, content.rows.limit
        font, shade = theme.mono(11), theme.palette.muted
        low, high = f"≤ −{limit:.2g}", f"≥ {limit:.2g}"
        bar = QRectF(
            geometry.left + theme.px(3) + text_width(low, font) + theme.px(8),
            top + 3,
            theme.px(140),
            theme.px(9),
        )
        line = theme.px(15)
        text(painter, QRectF(geometry.left + theme.px(3), top, 200, line), low, font, shade)
        ramp = np.linspace(-1, 1, 255, dtype=np.float32)[None]
        painter.drawImage(bar, heat_map(ramp, 1.0, theme.palette, fold=255))
        text(painter, QRectF(bar.right() + theme.px(8), top, 200, line), high, font, shade)


def chosen_words(plan: MaskPlan, maskable: int) -> str:
    """What a plan really chose, for comparison with the nominal rates."""
    if not len(plan) or not maskable:
        return f"none of {maskable} chosen"
    counts = dict.fromkeys(Action, 0)
    for choice in plan.chosen.values():
        counts[choice.action] += 1
    share = f"{100 * len(plan) / maskable:.3g}"
    parts = [f"{n} {action.value.upper()}" for action, n in counts.items() if n]
    return f"chosen {len(plan)}/{maskable} = {share} % · " + " · ".join(parts)


def heat_map(
    vectors: NDArray[np.float32], limit: float, palette: Palette, fold: int | None = None
) -> QImage:
    """An image of vectors side by side, each folded row by row into a block.

    Parameters
    ----------
    vectors
        Shape ``(L, D)``.
    limit
        The absolute value at which the scale ends.
    fold
        Values a line of a block; by default the width that makes blocks about 3:1.

    Returns
    -------
    QImage
        ``L * fold`` wide and ``D / fold`` high.
    """
    length, size = vectors.shape
    fold = fold or block_width(size)
    lines = size // fold
    indices = np.rint(np.clip(vectors / limit, -1, 1) * 127 + 127).astype(np.intp)
    blocks = indices.reshape(length, lines, fold).transpose(1, 0, 2).reshape(lines, length * fold)
    pixels = np.ascontiguousarray(diverging(palette)[blocks])
    image = QImage(
        pixels.data, pixels.shape[1], pixels.shape[0], pixels.strides[0], QImage.Format.Format_RGB32
    )
    return image.copy()


def block_width(size: int) -> int:
    """The divisor of `size` next to the one that folds a vector into a block of about 3:1."""
    divisors = [d for d in range(1, size + 1) if size % d == 0]
    return min(divisors, key=lambda d: abs(d - sqrt(3 * size)))
