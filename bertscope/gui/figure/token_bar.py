"""The top of the input figure: what the model reads, token by token, and what was done to it."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

from bertscope.gui.figure.content import FigureContent
from bertscope.gui.figure.geometry import DETAIL, Geometry, Level
from bertscope.gui.language import tr
from bertscope.gui.painting import rounded, text, text_width
from bertscope.gui.theme import Theme, colour
from bertscope.gui.token_names import sentence_shade
from bertscope.gui.wording import output
from bertscope.text.masking import Action
from bertscope.text.pair import Source

BADGES = {Action.MASK: "MASK", Action.RANDOM: "RAND", Action.KEEP: "KEEP"}
LETTERS = {Action.MASK: "M", Action.RANDOM: "R", Action.KEEP: "K"}
BADGE_HEIGHT = 15
SMALLEST = 10
"""Design pixels below which nothing is written."""
HATCH = 7


class TokenBar:
    """Paints the chips of the tokens, with badges above and details below.

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

    def paint(self, painter: QPainter, geometry: Geometry, columns: range) -> None:
        if geometry.level is Level.BANDS:
            self._bands(painter, geometry, columns)
            return
        for column in columns:
            self._chip(painter, geometry, column)
            self._badges(painter, geometry, column)
            if geometry.details:
                self._details(painter, geometry, column)

    # --- One chip a token -----------------------------------------------------------------------

    def _chip(self, painter: QPainter, geometry: Geometry, column: int) -> None:
        palette, content = self.theme.palette, self.content
        chosen = column in content.plan.chosen
        source = content.pair.sources[column]
        chip = self._reach(geometry, column)
        before, after = content.is_joined(column), content.is_joined(column + 1)
        shape = joined_shape(chip, self.theme.px(5), before, after)
        painter.fillPath(shape, colour(palette.chosen if chosen else palette.chip))
        if content.is_unknown(column):
            self._hatch(painter, chip)
        if not chosen and source is not Source.SPECIAL:
            line = QRectF(chip.left(), chip.bottom() - self.theme.px(3), chip.width(), 0)
            line.setBottom(chip.bottom())
            shape = joined_shape(line, self.theme.px(1.5), before, after)
            painter.fillPath(shape, colour(sentence_shade(source, palette)))
        if before:
            self._seam(painter, chip)
        self._token(painter, geometry, column, palette.on_chosen if chosen else palette.text)

    def _reach(self, geometry: Geometry, column: int) -> QRectF:
        """The chip with the bridges to the other pieces of its word."""
        chip, half = geometry.chip(column), geometry.gap / 2
        left = -half if self.content.is_joined(column) else 0.0
        right = half if self.content.is_joined(column + 1) else 0.0
        return chip.adjusted(left, 0, right, 0)

    def _seam(self, painter: QPainter, chip: QRectF) -> None:
        """Where two pieces of a word meet."""
        painter.setPen(QPen(colour(self.theme.palette.muted, 0.55), 1, Qt.PenStyle.DotLine))
        x, inset = round(chip.left()) + 0.5, self.theme.px(6)
        painter.drawLine(QPointF(x, chip.top() + inset), QPointF(x, chip.bottom() - inset))

    def _hatch(self, painter: QPainter, chip: QRectF) -> None:
        """Stripes; their ends are worked out, for an SVG knows no clipping."""
        painter.setPen(QPen(colour(self.theme.palette.muted, 0.5), 1))
        wide, high, step = int(chip.width()), int(chip.height()), self.theme.px(HATCH)
        for k in range(step, wide + high, step):
            start = QPointF(chip.left() + max(0, k - high), chip.top() + min(k, high))
            end = QPointF(chip.left() + min(k, wide), chip.top() + max(0, k - wide))
            painter.drawLine(QLineF(start, end))

    def _token(self, painter: QPainter, geometry: Geometry, column: int, ink: str) -> None:
        token, chip = self.token_in(geometry, column), geometry.chip(column)
        centre = Qt.AlignmentFlag.AlignHCenter
        if geometry.level is Level.VERTICAL:
            room = chip.height() - self.theme.px(6)
            painter.save()
            painter.translate(chip.center())
            painter.rotate(-90)
            turned = QRectF(-room / 2, -chip.width() / 2, room, chip.width())
            text(painter, turned, token, self._fitting(token, room, chip.width()), ink)
            painter.restore()
        else:
            inset = 3 if geometry.level is Level.FULL else 1
            inner = chip.adjusted(inset, 0, -inset, 0)
            text(painter, inner, token, self._fitting(token, inner.width()), ink, centre)

    def token_in(self, geometry: Geometry, column: int) -> str:
        """The token; a special one goes without its brackets where it would be cut with them."""
        token, room = self.content.tokens[column], geometry.chip(column).width() - 2
        is_special = len(token) > 2 and token[0] + token[-1] == "[]"
        is_level = geometry.level is not Level.VERTICAL
        if is_special and is_level and text_width(token, self.theme.sans(SMALLEST)) > room:
            return token[1:-1]
        return token

    def _fitting(self, token: str, room: float, high: float = 1000.0) -> QFont:
        """The largest font of the chips in which a token fits; the smallest where none does.

        Narrow letters come last: better than a word that is cut.
        """
        sizes = [size for size in (13, 12, 11) if self.theme.px(size) <= high]
        smallest = self.theme.mono(SMALLEST)
        fonts = [*map(self.theme.mono, sizes), smallest, self.theme.sans(SMALLEST)]
        return next((font for font in fonts if text_width(token, font) <= room), smallest)

    # --- Badges and details ---------------------------------------------------------------------

    def _badges(self, painter: QPainter, geometry: Geometry, column: int) -> None:
        found = self._badge_of(column, short=geometry.level is not Level.FULL)
        if found is None:
            return
        free = column > 0 and self._badge_of(column - 1, short=True) is None
        room = geometry.chip(column).adjusted(-geometry.column / 2 if free else 0, 0, 0, 0)
        self._badge(painter, room, *found)

    def _badge_of(self, column: int, *, short: bool) -> tuple[str, str] | None:
        """The words of a token's badge and their ground."""
        palette, content = self.theme.palette, self.content
        if choice := content.plan.chosen.get(column):
            words = f"{BADGES[choice.action]}·{content.pair.tokens[column]}"
            return (LETTERS[choice.action] if short else words), palette.text
        if cut := content.cut_before(column):
            return ("…" if short else tr("{count} cut off", count=cut)), palette.error
        if content.is_asked(column):
            return ("T" if short else output(column)), palette.mlm
        if content.is_read_at(column):
            return "C", palette.nsp_ink
        if content.is_unknown(column):
            return ("?" if short else f"? {content.characters(column)}".rstrip()), palette.muted
        return None

    def _badge(self, painter: QPainter, room: QRectF, words: str, fill: str) -> None:
        theme = self.theme
        font, pad = theme.bold(SMALLEST), theme.px(3)
        most = room.width() + theme.px(2)
        wide = min(max(text_width(words, font) + 3 * pad, theme.px(BADGE_HEIGHT)), most)
        badge = QRectF(room.right() - wide + theme.px(2), 0, wide, theme.px(BADGE_HEIGHT))
        rounded(painter, badge, theme.px(3), fill)
        inner = badge.adjusted(1, 0, -1, 0) if len(words) == 1 else badge.adjusted(pad, 0, -pad, 0)
        text(painter, inner, words, font, theme.palette.card, Qt.AlignmentFlag.AlignHCenter)

    def _details(self, painter: QPainter, geometry: Geometry, column: int) -> None:
        """The token's id, and its characters in the sentence."""
        theme, pair = self.theme, self.content.pair
        start, end = pair.spans[column]
        special = pair.sources[column] is Source.SPECIAL
        lines = (str(self.content.ids[column]), "–" if special else f"{start}–{end}")
        chip, high = geometry.chip(column), theme.px(DETAIL)
        for n, (words, shade) in enumerate(
            zip(lines, (theme.palette.text, theme.palette.muted), strict=True)
        ):
            room = QRectF(chip.left() - 2, chip.bottom() + 1 + n * high, chip.width() + 4, high)
            text(painter, room, words, theme.mono(SMALLEST), shade, Qt.AlignmentFlag.AlignHCenter)

    # --- Many tokens ----------------------------------------------------------------------------

    def _bands(self, painter: QPainter, geometry: Geometry, columns: range) -> None:
        """A band in the colours of the sentences, and a mark that rises above it where chosen."""
        if not columns:
            return
        palette, content = self.theme.palette, self.content
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for first, last in runs([content.pair.sources[c] for c in columns]):
            left = geometry.chip(columns[first]).left()
            right = geometry.chip(columns[last]).right()
            band = QRectF(left, geometry.chip_top, right - left, self.theme.px(12))
            painter.fillRect(
                band, colour(sentence_shade(content.pair.sources[columns[first]], palette))
            )
        painter.restore()
        for column in columns:
            self._mark(painter, geometry, column)

    def _mark(self, painter: QPainter, geometry: Geometry, column: int) -> None:
        theme, palette, content = self.theme, self.theme.palette, self.content
        chip = geometry.chip(column)
        wide = max(chip.width(), 2.0)
        mark = QRectF(chip.center().x() - wide / 2, theme.px(6), wide, 0)
        if column in content.plan.chosen:
            mark.setBottom(chip.bottom())
            painter.fillRect(mark, colour(palette.card))
            painter.fillRect(mark, colour(palette.chosen))
        elif content.is_asked(column):
            mark.setBottom(chip.top() - 1)
            painter.fillRect(mark, colour(palette.mlm))
        elif content.is_unknown(column):
            mark.setTop(chip.center().y())
            mark.setBottom(chip.bottom())
            painter.fillRect(mark, colour(palette.card))


def joined_shape(rect: QRectF, radius: float, before: bool, after: bool) -> QPainterPath:
    """A rectangle with round corners, but square ones where its neighbour touches it."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    half = rect.width() / 2
    if before:
        path.addRect(rect.adjusted(0, 0, -half, 0))
    if after:
        path.addRect(rect.adjusted(half, 0, 0, 0))
    return path


def runs(values: Sequence[object]) -> list[tuple[int, int]]:
    """First and last index of each stretch of equal values."""
    starts = [i for i, value in enumerate(values) if i == 0 or value != values[i - 1]]
    return [(start, end - 1) for start, end in zip(starts, [*starts[1:], len(values)], strict=True)]
