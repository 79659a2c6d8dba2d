"""The heads in the order of how far B's attention is from A's, as bars."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter

from bertscope.gui.canvas import Canvas
from bertscope.gui.compare.agree import why_no_attention
from bertscope.gui.compare.heads import Change, HeadChanges
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import fitting, paragraph, rounded, share_bar, text, text_width
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance
from bertscope.gui.wording import WAITING

LINE, COLUMN, WIDEST, GAP, TOP = 20, 160, 420, 16, 18
"""Design pixels: a bar, the least and the most that a column takes, between columns, and the line
above them."""
NOT_TWO = marked(
    "Pin a model as B: here all heads are ranked by how far its attention is from that of A, the "
    "model that is looked at."
)
BLOCKS = (
    marked(
        "The pair is long: compared are the greatest weights of blocks of neighbours, not all "
        "weights."
    ),
    marked("Long pair: compared are the greatest weights of blocks of neighbours."),
    marked("Long pair: the greatest of blocks."),
)
WEIGHTS = (
    marked("mean |B − A| of the attention weights of each layer.head"),
    marked("mean |B − A| of the weights"),
)


class HeadsView(Canvas):
    """A bar a head, the most changed first, in as many columns as they need."""

    TEACHES = marked(
        "For each head the mean of |B − A| over all attention weights: which heads training, or "
        "another training, has changed most. Click one to look at it."
    )

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, tr("Heads by how much their attention changed"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        self._seen: Seen | None = None
        self._changes: HeadChanges | None = None
        self._under: int | None = None
        session.viewed.connect(self.viewport().update)

    def show_seen(self, seen: Seen | None) -> None:
        self._seen, self._changes = seen, HeadChanges.of(seen)
        if self._under is not None and self._under >= len(self._ranked):
            self._under = None
        self.refresh()

    @property
    def _ranked(self) -> tuple[Change, ...]:
        return self._changes.ranked if self._changes is not None else ()

    def numbers(self) -> Table | None:
        return self._changes.table() if self._changes is not None else None

    # --- Geometry -------------------------------------------------------------------------------

    def _shape(self, available: float, height: float) -> tuple[int, float]:
        """Lines in a column, and its width."""
        px = self.theme.px
        lines = max(1, int((height - px(TOP)) // px(LINE)))
        columns = max(1, ceil(len(self._ranked) / lines))
        fitted = (available + px(GAP)) / columns - px(GAP)
        return lines, max(px(COLUMN), min(fitted, px(WIDEST)))

    def rect_of(self, number: int, available: float, height: float) -> QRectF:
        """Where a bar's line stands, with nothing scrolled."""
        lines, wide = self._shape(available, height)
        column, line = divmod(number, lines)
        px = self.theme.px
        left, top = column * (wide + px(GAP)), px(TOP) + line * px(LINE)
        return QRectF(left, top, wide, px(LINE))

    def content_width(self, available: float) -> float:
        count = len(self._ranked)
        height = self.viewport().height()
        return self.rect_of(count - 1, available, height).right() if count else available

    def _at(self, point: QPointF) -> int | None:
        view, at = self.viewport(), QPointF(point.x() + self.scrolled, point.y())
        for number in range(len(self._ranked)):
            if self.rect_of(number, view.width(), view.height()).contains(at):
                return number
        return None

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        theme, changes = self.theme, self._changes
        if changes is None:
            whole = QRectF(theme.px(8), 0, width - theme.px(16), height)
            paragraph(painter, whole, self._why_empty(), theme.sans(13), theme.palette.muted)
            return
        head, font = QRectF(0, 0, width, theme.px(TOP)), theme.sans(11)
        forms = [tr(words) for words in (WEIGHTS if changes.is_exact else BLOCKS)]
        words = fitting(forms, width, font)
        text(painter, head, words, font, theme.palette.muted)
        painter.translate(-scroll, 0)
        view, most = min(width, float(self.viewport().width())), changes.ranked[0].mean
        for number, change in enumerate(changes.ranked):
            rect = self.rect_of(number, view, height)
            if rect.right() >= scroll and rect.left() <= scroll + width:
                self._bar(painter, rect, change, number, most)

    def _why_empty(self) -> str:
        seen = self._seen
        if seen is None:
            return tr(NOT_TWO if self._session.view.pinned is None else WAITING)
        if seen.other is None:
            return tr(NOT_TWO)
        return why_no_attention(seen.look, seen.other) or tr(WAITING)

    def _bar(
        self, painter: QPainter, rect: QRectF, change: Change, number: int, most: float
    ) -> None:
        theme, palette, view = self.theme, self.theme.palette, self._session.view
        is_shown = change.layer == view.layer and change.head in view.heads
        if number == self._under or is_shown:
            edge = palette.chosen_edge if is_shown else None
            rounded(painter, rect.adjusted(0, 1, 0, -1), theme.px(4), palette.chip, edge)
        bold, mono = theme.bold(12), theme.mono(11)
        name = text_width("12.12", bold) + theme.px(10)
        value = text_width("0.0000", mono) + theme.px(8)
        left = QRectF(rect.left() + theme.px(6), rect.top(), name, rect.height())
        text(painter, left, change.name, bold, palette.text)
        thick = theme.px(9)
        track = QRectF(left.right(), rect.center().y() - thick / 2, 0, thick)
        track.setRight(rect.right() - value - theme.px(6))
        share = change.mean / most if most else 0.0
        share_bar(painter, track, share, theme.px(2), palette.track, palette.muted)
        right = QRectF(rect.right() - value - theme.px(4), rect.top(), value, rect.height())
        align = Qt.AlignmentFlag.AlignRight
        text(painter, right, f"{change.mean:.4f}", mono, palette.text, align)

    # --- Mouse and keyboard ---------------------------------------------------------------------

    def tip(self, point: QPointF) -> str:
        at = self._at(point)
        if at is None or self._changes is None:
            return tr(self.TEACHES)
        told = self._changes.words_of(self._ranked[at])
        return f"{told}<br>{tr('Click to look at it')}"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and at is not None:
            self._open(at)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._point_at(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk through the ranking, Enter looks at a head."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        view, key = self.viewport(), Qt.Key(event.key())
        lines, _ = self._shape(view.width(), view.height())
        steps |= {Qt.Key.Key_Left: -lines, Qt.Key.Key_Right: lines}
        if self._ranked and key in steps:
            self._walk(steps[key])
        elif self._under is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self._under)
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        at = 0 if self._under is None else self._under + by
        at = min(max(at, 0), len(self._ranked) - 1)
        view, bar = self.viewport(), self.horizontalScrollBar()
        rect = self.rect_of(at, view.width(), view.height())
        bar.setValue(min(max(bar.value(), int(rect.right()) + 1 - view.width()), int(rect.left())))
        self._point_at(at)
        assert self._changes is not None
        self.setAccessibleDescription(_spoken(at + 1, self._ranked[at]))

    def _open(self, number: int) -> None:
        change = self._ranked[number]
        self._session.set_head(change.layer, change.head)

    def _point_at(self, number: int | None) -> None:
        if number != self._under:
            self._under = number
            self.viewport().update()


def _spoken(rank: int, change: Change) -> str:
    return tr(
        "Rank {rank}: layer {layer}, head {head}, mean change {mean:.4f}",
        rank=rank,
        layer=change.layer + 1,
        head=change.head + 1,
        mean=change.mean,
    )
