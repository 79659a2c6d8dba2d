"""What the attention view paints: thumbnails, lines or a matrix, shares or one pair, read-outs."""

from dataclasses import dataclass

import msgspec
from PySide6.QtGui import QImage, QPainter

from bertscope.gui.attention.closely import Closely
from bertscope.gui.attention.colours import head_colours
from bertscope.gui.attention.image import sharpness
from bertscope.gui.attention.keys import HeadKeys
from bertscope.gui.attention.layout import Layout
from bertscope.gui.attention.lines import LinesFigure
from bertscope.gui.attention.link import paint_link
from bertscope.gui.attention.matrix import MatrixFigure
from bertscope.gui.attention.seen_heads import WAITING, SeenHeads
from bertscope.gui.attention.shares import SharesTable
from bertscope.gui.attention.shown import Shown, Side
from bertscope.gui.attention.thumbnails import Thumbnails
from bertscope.gui.attention.tokens import Marks
from bertscope.gui.attention.words import (
    FILTERED,
    paint_change_scale,
    paint_legend,
    paint_scale,
    paint_title,
)
from bertscope.gui.canvas import Canvas
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import fitting, paragraph, text, text_width
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Form, ViewState
from bertscope.gui.theme import Appearance

AXES = (marked("layers down, heads across"),)
BLOCK_AXES = (
    marked("layers down, heads across · B − A of the greatest of each block of tokens"),
    marked("B − A of the greatest of each block"),
    marked("B − A, blocks"),
)
"""Of a pair so long that a thumbnail shows blocks of neighbours."""


@dataclass(frozen=True)
class Hover:
    """What is under the mouse: a thumbnail, a token on a side, or a weight."""

    head: tuple[int, int] | None = None
    token: tuple[Side, int] | None = None
    weight: tuple[int, int, int] | None = None


class AttentionCanvas(Canvas):
    """Layer by head thumbnails on the left; beside them the session's heads, large."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, tr("Attention: layer by head"))
        self._session = session
        self._seen: Seen | None = None
        self.heads = SeenHeads(None, session.view.side)
        self.hover = Hover()
        self.keys = HeadKeys(session)
        self._shown: Shown | None = None
        self._closely: Closely | None = None
        self._shown_for: ViewState | None = None
        self._thumbnails: Thumbnails | None = None
        self._figure: LinesFigure | MatrixFigure | None = None
        self._figure_for: tuple[object, ...] = ()
        self._image = QImage()
        self._image_for: tuple[object, ...] = ()
        self._view = session.view
        session.viewed.connect(self._paint_anew)
        session.focused.connect(self.viewport().update)

    def _paint_anew(self) -> None:
        """Paint what is looked at now; if that is another step alone, once there is its look."""
        before, self._view = self._view, self._session.view
        if msgspec.structs.replace(self._view, step=before.step) != before:
            self.viewport().update()

    def show_seen(self, seen: Seen | None) -> None:
        before, self.heads = self.heads, SeenHeads(seen, self._session.view.side)
        if self.heads.form != before.form:
            self.hover = Hover()
        self._seen = seen
        self._thumbnails = self._shown_for = None
        self.keys.size = self.heads.size
        self.viewport().update()

    # --- What is shown --------------------------------------------------------------------------

    @property
    def shown(self) -> Shown | None:
        """The heads that are shown large; None while the look holds none."""
        heads, view = self.heads, self._session.view
        if self._shown_for is not view:
            self._shown_for = view
            self._shown = Shown.of(heads.seen, view, heads.side, heads.limit or 1.0)
            self._closely = Closely.of(self._shown, view)
        return self._shown

    @property
    def thumbnails(self) -> Thumbnails | None:
        weights = self.heads.thumbnails
        if weights is None:
            return None
        if self._thumbnails is None or self._thumbnails.theme != self.theme:
            self._thumbnails = Thumbnails(weights, self.theme, self.heads.limit)
        return self._thumbnails

    @property
    def closely(self) -> Closely | None:
        """The pair that is looked at closely, if it is in the look."""
        return None if self.shown is None else self._closely

    @property
    def link(self) -> tuple[int, int] | None:
        """Its query and its key."""
        return None if self.closely is None else self._session.view.link

    def layout_for(self, width: float, height: float) -> Layout:
        size = None if self.thumbnails is None else self.thumbnails.size
        is_linked, is_pair = self.closely is not None, self.heads.is_change
        return Layout.fit(self.theme, width, height, size, is_linked, is_pair)

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
        focus = self._session.focus
        lit: tuple[tuple[Side, int], ...] = ()
        if 0 <= focus < len(shown):
            lit = ((Side.QUERY, focus), (Side.KEY, focus))
            if self.hover.token is not None and self.hover.token[1] == focus:
                lit = (self.hover.token,)
        return Marks(lit, self.link, self._under(shown))

    def _under(self, shown: Shown) -> tuple[int, int, int] | None:
        """The weight under the mouse, if it is still shown."""
        weight = self.hover.weight
        return weight if weight is not None and weight[0] < len(shown.weights) else None

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        layout, shown = self.layout_for(width, height), self.shown
        self._paint_thumbnails(painter, layout)
        if shown is None:
            self._paint_nothing(painter, layout)
            return
        self._paint_head(painter, layout, shown)
        self._paint_figure(painter, layout, shown)
        self._paint_side(painter, layout, shown)
        words = self.foot_words(shown, layout)
        text(painter, layout.foot, words, self.theme.sans(11), self.theme.palette.muted)

    def _paint_nothing(self, painter: QPainter, layout: Layout) -> None:
        font, muted, words = self.theme.sans(12), self.theme.palette.muted, self.heads.why_none
        if words == tr(WAITING):
            text(painter, layout.head, words, font, muted)
        else:
            paragraph(painter, layout.plot, words, font, muted)

    def _paint_thumbnails(self, painter: QPainter, layout: Layout) -> None:
        thumbnails = self.thumbnails
        if thumbnails is None or layout.grid is None:
            return
        layer, heads = self.keys.shown
        shades = head_colours(thumbnails.size[1], self.theme.palette)
        one = self.theme.palette.chosen_edge
        is_own = len(heads) > 1 and not self.heads.is_change
        marked = {head: shades[head] if is_own else one for head in heads}
        thumbnails.paint(painter, layout.grid, layer, marked, self.hover.head)
        words = [tr(axes) for axes in (BLOCK_AXES if self.heads.is_blocked else AXES)]
        thumbnails.paint_axes(painter, layout.grid, layout.foot.bottom(), words)
        if self.hasFocus():
            thumbnails.paint_cursor(painter, layout.grid, self.keys.cursor)

    def _shades(self, shown: Shown) -> list[str]:
        """A colour for each row of the weights; of changes for those that fell and that grew."""
        if shown.limit is not None:
            return [self.theme.palette.negative, self.theme.palette.positive]
        if len(shown.weights) == 1:
            return [self.theme.palette.mlm]
        shades = head_colours(max(shown.numbers) + 1, self.theme.palette)
        return [shades[number] for number in shown.numbers]

    def _paint_head(self, painter: QPainter, layout: Layout, shown: Shown) -> None:
        rect, theme, is_matrix = layout.head, self.theme, self._session.view.form is Form.MATRIX
        if shown.limit is not None:
            named = text_width(shown.place_words, theme.bold(12)) + theme.px(12)
            room = rect.adjusted(named, 0, 0, 0)
            wide = paint_change_scale(painter, theme, room, shown.limit, with_lines=not is_matrix)
            rect = rect.adjusted(0, 0, -wide, 0)
        elif is_matrix:
            rect = rect.adjusted(0, 0, -paint_scale(painter, theme, rect), 0)
        if len(shown.weights) > 1 and shown.limit is None:
            paint_legend(painter, theme, rect, shown, self._shades(shown))
        else:
            shares = self.heads.share_wordings(shown.layer, shown.numbers)
            paint_title(painter, theme, rect, shown, shares)

    def _paint_figure(self, painter: QPainter, layout: Layout, shown: Shown) -> None:
        figure, theme = self.figure_for(layout), self.theme
        if not len(shown.queries) or not len(shown.keys):
            words = tr("No token of this pair is on that side: choose another filter.")
            text(painter, layout.plot, words, theme.sans(12), theme.palette.muted)
        elif isinstance(figure, LinesFigure):
            figure.paint(painter, self._shades(shown), self._marks(shown))
        elif figure is not None:
            dots = sharpness(painter)
            if self._image_for != (figure, dots):
                self._image, self._image_for = figure.image(dots), (figure, dots)
            figure.paint(painter, self._image, self._marks(shown))

    def _paint_side(self, painter: QPainter, layout: Layout, shown: Shown) -> None:
        closely, table = self.closely, self.table_for(layout)
        if layout.side is not None and closely is not None:
            paint_link(painter, self.theme, layout.side, shown, closely)
        elif table is not None:
            table.paint(painter)

    def table_for(self, layout: Layout) -> SharesTable | None:
        blocks = self.heads.blocks
        if not blocks or layout.side is None or self.closely is not None:
            return None
        layer, heads = self.keys.shown
        return SharesTable(self.theme, layout.side, [found[layer] for found in blocks], heads)

    def foot_words(self, shown: Shown, layout: Layout) -> str:
        hover, room, font = self.hover, layout.foot.width(), self.theme.sans(11)
        if hover.head is not None and self.heads.blocks:
            layer, head = hover.head
            where = tr("layer {layer} · head {head}", layer=layer + 1, head=head + 1)
            starts = (f"{where} — ", f"{layer + 1}·{head + 1}: ")
            shares = self.heads.share_wordings(layer, [head])
            return fitting([a + b for a in starts for b in shares[:2]], room, font)
        weight = self._under(shown)
        if weight is not None:
            return shown.pair_words(*weight)
        if hover.token is not None:
            return shown.token_words(*hover.token)
        figure = self.figure_for(layout)
        words = tr("query down, key across")
        if isinstance(figure, LinesFigure):
            words = figure.lines.words
        if not shown.is_filtered:
            return words
        return fitting((f"{words} · {tr(FILTERED)}", tr(FILTERED)), room, font)
