"""What the attention view paints: thumbnails, lines or a matrix, shares or one pair, read-outs."""

from dataclasses import dataclass

from PySide6.QtGui import QImage, QPainter

from bertscope.gui.attention.colours import head_colours
from bertscope.gui.attention.facts import Floats, Link, share_words
from bertscope.gui.attention.image import sharpness
from bertscope.gui.attention.keys import HeadKeys
from bertscope.gui.attention.layout import Layout
from bertscope.gui.attention.lines import LinesFigure
from bertscope.gui.attention.link import paint_link
from bertscope.gui.attention.matrix import MatrixFigure
from bertscope.gui.attention.shares import SharesTable
from bertscope.gui.attention.shown import Shown, Side
from bertscope.gui.attention.thumbnails import Thumbnails
from bertscope.gui.attention.tokens import Marks
from bertscope.gui.attention.words import (
    FILTERED,
    paint_legend,
    paint_scale,
    paint_title,
)
from bertscope.gui.canvas import Canvas
from bertscope.gui.painting import fitting, text
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Form, ViewState
from bertscope.gui.theme import Appearance


@dataclass(frozen=True)
class Hover:
    """What is under the mouse: a thumbnail, a token on a side, or a weight."""

    head: tuple[int, int] | None = None
    token: tuple[Side, int] | None = None
    weight: tuple[int, int, int] | None = None


class AttentionCanvas(Canvas):
    """Layer by head thumbnails on the left; beside them the session's heads, large."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, "Attention: layer by head")
        self._session = session
        self._seen: Seen | None = None
        self.hover = Hover()
        self.keys = HeadKeys(session)
        self._shown: Shown | None = None
        self._shown_for: tuple[Seen | None, ViewState] | None = None
        self._thumbnails: Thumbnails | None = None
        self._figure: LinesFigure | MatrixFigure | None = None
        self._figure_for: tuple[object, ...] = ()
        self._image = QImage()
        self._image_for: tuple[object, ...] = ()
        session.viewed.connect(self.viewport().update)
        session.focused.connect(self.viewport().update)

    def show_seen(self, seen: Seen | None) -> None:
        if _form(seen) != _form(self._seen):
            self.hover = Hover()
        self._seen = seen
        self._thumbnails = None
        self.keys.size = None if self.thumbnails is None else self.thumbnails.size
        self.viewport().update()

    # --- What is shown --------------------------------------------------------------------------

    @property
    def shown(self) -> Shown | None:
        """The heads that are shown large; None while the look holds none."""
        now = (self._seen, self._session.view)
        if self._shown_for is None or any(
            a is not b for a, b in zip(self._shown_for, now, strict=True)
        ):
            self._shown, self._shown_for = Shown.of(*now), now
        return self._shown

    @property
    def thumbnails(self) -> Thumbnails | None:
        if self._seen is None or self._seen.look.thumbnails is None:
            return None
        if self._thumbnails is None or self._thumbnails.theme != self.theme:
            self._thumbnails = Thumbnails(self._seen.look.thumbnails.numpy(), self.theme)
        return self._thumbnails

    @property
    def link(self) -> Link | None:
        """The pair that is looked at closely, if it is in the look."""
        shown = self.shown
        return None if shown is None else shown.link(self._session.view.link)

    @property
    def blocks(self) -> Floats | None:
        """Shares of all heads, (layers, heads, 3, 3)."""
        seen = self._seen
        return None if seen is None or seen.look.blocks is None else seen.look.blocks.numpy()

    def layout_for(self, width: float, height: float) -> Layout:
        size = None if self.thumbnails is None else self.thumbnails.size
        return Layout.fit(self.theme, width, height, size, self.link is not None)

    @property
    def layout_now(self) -> Layout:
        return self.layout_for(self.viewport().width(), self.viewport().height())

    def figure_for(self, layout: Layout) -> LinesFigure | MatrixFigure | None:
        """Where lines or cells stand; kept until something of it is another one."""
        shown = self.shown
        if shown is None:
            return None
        only = self._only(shown)
        form = self._session.view.form
        now = (shown, layout.plot, only, form, self.theme)
        if now != self._figure_for:
            self._figure_for = now
            if form is Form.MATRIX:
                self._figure = MatrixFigure.fit(self.theme, shown, layout.plot)
            else:
                lines = shown.lines(only)
                self._figure = LinesFigure.fit(self.theme, shown, lines, layout.plot)
        return self._figure

    def _only(self, shown: Shown) -> tuple[Side, int] | None:
        """The token whose lines alone are drawn."""
        focus = self._session.focus
        if self._session.view.form is Form.MATRIX or not 0 <= focus < len(shown):
            return None
        token = self.hover.token
        return token if token is not None and token[1] == focus else (Side.QUERY, focus)

    def _marks(self, shown: Shown) -> Marks:
        focus, link = self._session.focus, self.link
        lit: tuple[tuple[Side, int], ...] = ()
        if 0 <= focus < len(shown):
            lit = ((Side.QUERY, focus), (Side.KEY, focus))
            if self.hover.token is not None and self.hover.token[1] == focus:
                lit = (self.hover.token,)
        pair = None if link is None else (link.query, link.key)
        return Marks(lit, pair, self._under(shown))

    def _under(self, shown: Shown) -> tuple[int, int, int] | None:
        """The weight under the mouse, if it is still shown."""
        weight = self.hover.weight
        return weight if weight is not None and weight[0] < len(shown.weights) else None

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        layout, shown = self.layout_for(width, height), self.shown
        self._paint_thumbnails(painter, layout)
        if shown is None:
            words = "The attention of this pair is on its way."
            text(painter, layout.head, words, self.theme.sans(12), self.theme.palette.muted)
            return
        self._paint_head(painter, layout, shown)
        self._paint_figure(painter, layout, shown)
        self._paint_side(painter, layout, shown)
        words = self.foot_words(shown, layout)
        text(painter, layout.foot, words, self.theme.sans(11), self.theme.palette.muted)

    def _paint_thumbnails(self, painter: QPainter, layout: Layout) -> None:
        thumbnails = self.thumbnails
        if thumbnails is None or layout.grid is None:
            return
        layer, heads = self.keys.shown
        shades = head_colours(thumbnails.size[1], self.theme.palette)
        one = self.theme.palette.chosen_edge
        marked = {head: shades[head] if len(heads) > 1 else one for head in heads}
        thumbnails.paint(painter, layout.grid, layer, marked, self.hover.head)
        thumbnails.paint_axes(painter, layout.grid, layout.foot.bottom())
        if self.hasFocus():
            thumbnails.paint_cursor(painter, layout.grid, self.keys.cursor)

    def _shades(self, shown: Shown) -> list[str]:
        """A colour for each row of the weights."""
        if len(shown.weights) == 1:
            return [self.theme.palette.mlm]
        shades = head_colours(max(shown.numbers) + 1, self.theme.palette)
        return [shades[number] for number in shown.numbers]

    def _paint_head(self, painter: QPainter, layout: Layout, shown: Shown) -> None:
        rect = layout.head
        if self._session.view.form is Form.MATRIX:
            rect = rect.adjusted(0, 0, -paint_scale(painter, self.theme, rect), 0)
        if len(shown.weights) > 1:
            paint_legend(painter, self.theme, rect, shown, self._shades(shown))
            return
        blocks = self.blocks
        own = None
        if blocks is not None and shown.layer < len(blocks):
            own = blocks[shown.layer, list(shown.numbers)].mean(0)
        paint_title(painter, self.theme, rect, shown, own)

    def _paint_figure(self, painter: QPainter, layout: Layout, shown: Shown) -> None:
        figure, theme = self.figure_for(layout), self.theme
        if not len(shown.queries) or not len(shown.keys):
            words = "No token of this pair is on that side: choose another filter."
            text(painter, layout.plot, words, theme.sans(12), theme.palette.muted)
        elif isinstance(figure, LinesFigure):
            figure.paint(painter, self._shades(shown), self._marks(shown))
        elif figure is not None:
            dots = sharpness(painter)
            if self._image_for != (figure, dots):
                self._image, self._image_for = figure.image(dots), (figure, dots)
            figure.paint(painter, self._image, self._marks(shown))

    def _paint_side(self, painter: QPainter, layout: Layout, shown: Shown) -> None:
        link, table = self.link, self.table_for(layout)
        if layout.side is not None and link is not None:
            paint_link(painter, self.theme, layout.side, shown, link)
        elif table is not None:
            table.paint(painter)

    def table_for(self, layout: Layout) -> SharesTable | None:
        blocks = self.blocks
        if blocks is None or layout.side is None or self.link is not None:
            return None
        layer, heads = self.keys.shown
        return SharesTable(self.theme, layout.side, blocks[layer], heads)

    def foot_words(self, shown: Shown, layout: Layout) -> str:
        hover, blocks = self.hover, self.blocks
        room, font = layout.foot.width(), self.theme.sans(11)
        if hover.head is not None and blocks is not None:
            layer, head = hover.head
            starts = (f"layer {layer + 1} · head {head + 1} — ", f"{layer + 1}·{head + 1}: ")
            shares = share_words(blocks[layer, head])
            return fitting([a + b for a in starts for b in shares[:2]], room, font)
        weight = self._under(shown)
        if weight is not None:
            return shown.pair_words(*weight)
        if hover.token is not None:
            return shown.token_words(*hover.token)
        figure = self.figure_for(layout)
        words = figure.lines.words if isinstance(figure, LinesFigure) else "query down, key across"
        longer = f"{words} · {FILTERED}"
        return fitting((longer, FILTERED), room, font) if shown.is_filtered else words


def _form(seen: Seen | None) -> tuple[object, ...]:
    """What must stay the same for what is under the mouse to stay there."""
    if seen is None:
        return ()
    heads, thumbnails = seen.look.heads, seen.look.thumbnails
    return heads and heads.weights.shape[1:], thumbnails and thumbnails.shape[:2]
