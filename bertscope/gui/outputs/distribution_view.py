"""The whole distribution at one position: probability against rank, both on log scales."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QMouseEvent, QPainter

from bertscope.gui.canvas import Canvas
from bertscope.gui.compare.tables import side_by_side
from bertscope.gui.language import marked, tr
from bertscope.gui.outputs.distribution import Distribution
from bertscope.gui.outputs.distribution_axes import Axes
from bertscope.gui.outputs.distribution_painter import DistributionPainter
from bertscope.gui.painting import paragraph
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Side
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance

EMPTY = marked(
    "Press the curve on a prediction, or double-click its title: here its whole distribution is "
    "shown, all tokens of the vocabulary from the likeliest to the least likely."
)
WAITING = marked("Reading the probabilities of the whole vocabulary.")
GONE = marked(
    "The position that was looked at has no prediction any more: press the curve on another one."
)


class DistributionView(Canvas):
    """Sorted probabilities of all tokens at `view.distribution_at`."""

    TEACHES = marked(
        "softmax gives every token of the vocabulary a probability; here they are sorted. The "
        "entropy H = −Σ p ln p says how uncertain the model is: as uncertain as among e^H equally "
        "likely tokens, the perplexity."
    )

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, tr("Probabilities of all tokens, sorted"))
        self._session = session
        self._seen: Seen | None = None
        self._side = Side.A
        self._shown: tuple[Distribution, ...] = ()
        self._rank: int | None = None
        session.changed.connect(self._choose)

    def show_seen(self, seen: Seen | None) -> None:
        self._seen = seen
        self._side = seen.side(self._session.view.side) if seen else Side.A
        self._choose()

    def _choose(self) -> None:
        self._shown = self._found(self._side)
        self.viewport().update()

    def _found(self, side: Side) -> tuple[Distribution, ...]:
        """What the look holds of A, of B or of both; nothing where it holds nothing."""
        seen, position = self._seen, self._session.view.distribution_at
        sides = (Side.A, Side.B) if side is Side.DIFFERENCE else (side,)
        found = [Distribution.of(seen.alone(s) if seen else None, position) for s in sides]
        return tuple(one for one in found if one is not None) if None not in found else ()

    def numbers(self) -> Table | None:
        if not self._shown:
            return None
        both = self._found(Side.DIFFERENCE) if self._seen and self._seen.other else ()
        if both:
            return side_by_side(_table(both[0]), _table(both[1]), ("rank",))
        return _table(self._shown[0])

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        theme = self.theme
        if not self._shown:
            inner = QRectF(theme.px(12), 0, width - theme.px(24), height)
            paragraph(painter, inner, self._why_empty(), theme.sans(13), theme.palette.muted)
            return
        axes = Axes.of(self._shown, theme, width, height)
        DistributionPainter(painter, theme, axes, self._shown).paint(width, self._rank)

    def _why_empty(self) -> str:
        position, seen = self._session.view.distribution_at, self._seen
        if position is None:
            return tr(EMPTY)
        asked = {*self._session.state.plan.chosen, *self._session.view.asked}
        return tr(WAITING if position in asked or seen is None else GONE)

    # --- Mouse ----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        rank = None
        if self._shown:
            view = self.viewport()
            axes = Axes.of(self._shown, self.theme, view.width(), view.height())
            if axes.frame.contains(event.position()):
                rank = axes.rank_at(event.position().x())
        self._point_at(rank)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def _point_at(self, rank: int | None) -> None:
        if rank != self._rank:
            self._rank = rank
            self.viewport().update()


def _table(shown: Distribution) -> Table:
    ranked = enumerate(zip(shown.order.tolist(), shown.shares.tolist(), strict=True), 1)
    return Table(
        ("rank", "token", "id", "probability"),
        [(rank, shown.vocabulary[i], i, share) for rank, (i, share) in ranked],
    )
