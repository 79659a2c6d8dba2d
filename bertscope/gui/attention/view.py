"""Attention: a thumbnail for each head of each layer, and those shown as lines or as a matrix."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

from bertscope.gui.attention.canvas import AttentionCanvas, Hover
from bertscope.gui.attention.keys import LINK
from bertscope.gui.attention.link import close_rect
from bertscope.gui.attention.shown import Shown, Side
from bertscope.gui.attention.weight_table import compared_weights, weight_table
from bertscope.gui.language import marked, tr
from bertscope.gui.session import Session
from bertscope.gui.state import Side as Of
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance

USAGE = marked(
    "Click a head to see it alone, Ctrl+click to see it beside others. By keyboard: arrows choose, "
    "Ctrl+arrows move, Space shows or hides, A shows all; Page Up and Down move between tokens, Q "
    "and K take one as query or as key, Escape ends the close look."
)
BLOCKS = marked(
    "The pair is long: a thumbnail is the difference of the greatest weight of each block of "
    "neighbours in A and in B."
)
CHANGE = marked(
    "B − A of the weights, on one scale about zero. A solid orange line is a weight that is "
    "greater in B, a dashed purple one is less there."
)


class AttentionView(AttentionCanvas):
    """What the mouse and the keyboard do with attention, and its numbers."""

    TEACHES = marked(
        "Each head turns a token's query q and every token's key k into weights, softmax(q·k/√d): "
        "how much the token takes over from each of the others. Rows are layers, columns are heads."
    )

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(f"{tr(self.TEACHES)} {tr(USAGE)}")

    # --- Mouse ----------------------------------------------------------------------------------

    def head_at(self, point: QPointF) -> tuple[int, int] | None:
        """The layer and head whose thumbnail, or whose row of shares, is under a point."""
        layout = self.layout_now
        table = self.table_for(layout)
        row = None if table is None else table.at(point)
        if row is not None:
            return self.keys.shown[0], row
        return None if layout.grid is None else layout.grid.at(point)

    def hover_at(self, point: QPointF) -> Hover:
        """What is under a point."""
        head = self.head_at(point)
        figure = self.figure_for(self.layout_now)
        if head is not None or figure is None:
            return Hover(head=head)
        token = figure.token_at(point)
        return Hover(token=token, weight=None if token else figure.weight_at(point))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover_over(self.hover_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover_over(Hover())

    def _hover_over(self, hover: Hover) -> None:
        changed = hover != self.hover
        self.hover = hover
        if hover.token is not None:
            self._session.set_focus(hover.token[1])
        elif changed:
            self._session.set_focus(-1)
        if changed:
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = event.position()
        side = self.layout_now.side
        if self.link is not None and side and close_rect(self.theme, side).contains(point):
            self._session.set_view(LINK, link=None)
            return
        hover = self.hover_at(point)
        if hover.head is not None:
            self._press_head(hover.head, event.modifiers())
        elif hover.token is not None:
            self._press_token(*hover.token)
        elif hover.weight is not None:
            _, query, key = hover.weight
            self._look_closely((query, key))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        head = self.head_at(event.position())
        if head is not None:
            self._session.set_head(*head)

    def _press_head(self, head: tuple[int, int], modifiers: Qt.KeyboardModifier) -> None:
        beside = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if modifiers & beside:
            self._session.toggle_head(*head)
        else:
            self._session.set_head(*head)

    def _press_token(self, side: Side, position: int) -> None:
        """One click looks at a token's strongest weight; a second one changes the other end."""
        link, shown = self.link, self.shown
        assert shown is not None
        if link is None:
            self._look_closely(shown.strongest(side, position))
        elif side is Side.QUERY:
            self._session.set_view(LINK, link=self._unless_same((position, link[1])))
        else:
            self._session.set_view(LINK, link=(link[0], position))
        self._session.set_focus(position)

    def _look_closely(self, pair: tuple[int, int]) -> None:
        self._session.set_view(LINK, link=self._unless_same(pair))

    def _unless_same(self, pair: tuple[int, int]) -> tuple[int, int] | None:
        """None for the pair that is looked at already: clicked again, it is left."""
        return None if pair == self._session.view.link else pair

    # --- Keyboard -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.keys.press(event.key(), event.modifiers()):
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    # --- Read-out -------------------------------------------------------------------------------

    def tip(self, point: QPointF) -> str:
        """A head's shares, what colours mean, or how to look closely."""
        head, layout = self.head_at(point), self.layout_now
        if head is not None and self.heads.blocks:
            where = tr("layer {layer} · head {head}", layer=head[0] + 1, head=head[1] + 1)
            shares = self.heads.share_wordings(head[0], head[1:])[0]
            blocked = f"<br>{tr(BLOCKS)}" if self.heads.is_blocked else ""
            return f"{where} — {shares}{blocked}<br>{tr(USAGE)}"
        hover = self.hover_at(point)
        if hover.token or hover.weight:
            return tr("Click to see how the weight comes from query and key.")
        if self.heads.is_change and layout.head.contains(point):
            return f"{tr(CHANGE)} {tr('Colours end at ±{limit:g}.', limit=self.heads.limit)}"
        return ""

    def numbers(self) -> Table | None:
        """All weights of the shown heads that the filter leaves, with q·k/√d of single heads.

        Of two models that are compared those of both, whichever is shown.
        """
        shown, seen, view = self.shown, self._seen, self._session.view
        if seen is not None and seen.other is not None:
            a, b = (Shown.of(seen, view, side) for side in (Of.A, Of.B))
            if a is not None and b is not None:
                return compared_weights(a, b)
        return None if shown is None else weight_table(shown)
