"""From C to what a head reads: both vectors as strips, for every view that judges by C."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from bertscope.gui.compare.agree import why_no_rows
from bertscope.gui.heat_map import block_width, heat_map, scale_end
from bertscope.gui.language import tr
from bertscope.gui.outputs.verdict_geometry import Geometry
from bertscope.gui.painting import paragraph, rounded, text
from bertscope.gui.prober import Seen
from bertscope.gui.state import Side
from bertscope.gui.theme import Theme
from bertscope.wire.messages import Array, Look


class WayFromC:
    """C and what the pooler makes of it, each on a symmetric scale of its own.

    Parameters
    ----------
    seen
        The look.
    side
        Whose vectors, where two models are compared; A and B are drawn on the same scale.
    """

    def __init__(self, seen: Seen, side: Side) -> None:
        self._seen, self._side = seen, side
        self._images: dict[object, QImage] = {}

    @property
    def why_none(self) -> str:
        """Why there is no difference of the vectors."""
        other = self._seen.other
        if other is None or self._side is not Side.DIFFERENCE:
            return ""
        return why_no_rows(self._seen.look, other)

    def limit(self, name: str) -> float:
        """Where the scale of a vector of the look ends."""
        seen, sides = self._seen, [self._side]
        if seen.other is not None and self._side is not Side.DIFFERENCE:
            sides = [Side.A, Side.B]
        arrays = [getattr(seen.shown(side), name) for side in sides]
        return max((scale_end(array.numpy()) for array in arrays if array is not None), default=1.0)

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, theme: Theme, geometry: Geometry) -> None:
        """Paint both strips with the pooler between them, or why there are none."""
        if self.why_none:
            strips = QRectF(0, 0, geometry.width, geometry.vector(1).bottom())
            paragraph(painter, strips, self.why_none, theme.sans(11), theme.palette.muted)
            return
        is_change, look = self._side is Side.DIFFERENCE, self._seen.shown(self._side)
        delta, shown = ("Δ", f", {Side.DIFFERENCE.value}") if is_change else ("", "")
        self._vector(painter, theme, geometry, 0, f"{delta}C", look.c)
        arrow(painter, theme, geometry.between(0), f"{tr('pooler')}: tanh(W·C + b){shown}")
        if look.pooled is not None:
            self._vector(painter, theme, geometry, 1, "", look.pooled)

    def _vector(
        self,
        painter: QPainter,
        theme: Theme,
        geometry: Geometry,
        number: int,
        name: str,
        array: Array,
    ) -> None:
        palette, vector, strip = theme.palette, array.numpy(), geometry.vector(number)
        limit = self.limit(("c", "pooled")[number])
        label = QRectF(0, strip.top(), geometry.left, strip.height())
        text(painter, label, name, theme.bold(13), palette.nsp)
        fold = block_width(len(vector), strip.width() / max(strip.height(), 1.0))
        key = (number, fold, palette)
        if key not in self._images:
            self._images[key] = heat_map(vector[None], limit, palette, fold)
        painter.drawImage(strip, self._images[key])
        rounded(painter, strip, 1, None, palette.line)
        scale = QRectF(strip.right() + theme.px(5), strip.top(), theme.px(45), strip.height())
        text(painter, scale, f"±{limit:.2f}", theme.mono(11), palette.muted)

    # --- Words ----------------------------------------------------------------------------------

    def tip(self, point: QPointF, geometry: Geometry) -> str:
        """What a tooltip says of a point on the strips; empty below them."""
        look, seen = self._seen.look, self._seen
        if point.y() >= geometry.vector(1).bottom():
            return ""
        if self.why_none:
            return self.why_none
        on_c = point.y() < geometry.vector(0).bottom()
        tip = self._tip_of_c(look) if on_c else self._tip_of_pooled(look)
        if seen.other is None:
            return tip
        return f"{tip} {tr('Shown is {side}.', side=self._side.value)}"

    def _tip_of_c(self, look: Look) -> str:
        return tr(
            "C: the last hidden state of [CLS], {size} values, which has attended to the whole "
            "pair. Colours end at ±{limit:.2f}.",
            size=look.c.shape[0],
            limit=self.limit("c"),
        )

    def _tip_of_pooled(self, look: Look) -> str:
        return tr(
            "The pooler, tanh(W·C + b), {size} values between −1 and 1. Colours end at "
            "±{limit:.2f}.",
            size=look.pooled.shape[0] if look.pooled is not None else 0,
            limit=self.limit("pooled"),
        )


def arrow(painter: QPainter, theme: Theme, line: QRectF, words: str) -> None:
    """A step of the way: an arrow down, and what is done there."""
    muted = theme.palette.muted
    text(painter, QRectF(0, line.top(), line.left(), line.height()), "↓", theme.sans(12), muted)
    text(painter, line, words, theme.sans(11), muted)
