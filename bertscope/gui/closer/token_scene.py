"""The pair's tokens on their way through the layers, of one model or of two."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainter

from bertscope.gui.closer.map_frame import Frame
from bertscope.gui.closer.map_painter import MODELS, MapPainter
from bertscope.gui.closer.map_scene import SceneBase, axis_titles
from bertscope.gui.closer.planes import is_joint
from bertscope.gui.closer.words import layer_name
from bertscope.gui.compare.tables import side_by_side
from bertscope.gui.language import tr
from bertscope.gui.state import Side
from bertscope.gui.table import Table
from bertscope.gui.theme import Theme
from bertscope.gui.token_names import token_at

KEYS = ("layer", "position", "token")


class TokenScene(SceneBase):
    """Each token's way from the input to the last layer, in A, in B, or in both.

    Where A's states and B's lie in one plane its points are those of A and behind them those of B.
    """

    @property
    def _parts(self) -> dict[Side, NDArray[np.float64]]:
        """The points of each model that the plane holds."""
        points, array = self.plane.points, self.seen.look.hidden_states
        if not is_joint(self.seen) or array is None:
            return {self.side: points}
        count = array.shape[0]
        return {Side.A: points[:count], Side.B: points[count:]}

    @property
    def _shown(self) -> dict[Side, NDArray[np.float64]]:
        parts = self._parts
        return parts if self.side is Side.DIFFERENCE else {self.side: parts[self.side]}

    @property
    def points(self) -> NDArray[np.float64]:
        return np.concatenate(list(self._shown.values()))

    def state_of(self, point: int) -> tuple[int, int]:
        """Layer and position of a point."""
        _, layer, position = self._place_of(point)
        return layer, position

    def _place_of(self, point: int) -> tuple[Side, int, int]:
        """Model, layer and position of a point."""
        row, position = divmod(point, self.plane.points.shape[1])
        shown = list(self._shown.items())
        of, points = shown[0]
        if row >= len(points):
            row, of = row - len(points), shown[1][0]
        return of, row, position

    def position_of(self, point: int) -> int | None:
        return self.state_of(point)[1]

    def numbers(self) -> Table:
        """Where each state stands; in one plane A's and B's side by side, whichever is shown."""
        tables = [self._table(points) for points in self._parts.values()]
        return tables[0] if len(tables) == 1 else side_by_side(tables[0], tables[1], KEYS)

    def _table(self, points: NDArray[np.float64]) -> Table:
        rows = [
            (layer, position, token_at(self.seen, position), x, y)
            for layer, places in enumerate(points.tolist())
            for position, (x, y) in enumerate(places)
        ]
        return Table((*KEYS, "x", "y"), rows)

    def paint(
        self, painter: QPainter, theme: Theme, frame: Frame, focus: int, hovered: int | None
    ) -> None:
        shown = self._shown
        at = MapPainter(painter, theme, frame)
        at.axes(axis_titles(self.plane, frame.plot.width() < theme.px(500)))
        models = [
            (tr("model {name}", name=of.value), MODELS[of]) for of in shown if self.is_compared
        ]
        last = max(len(points) for points in shown.values()) - 1
        way = [(tr("input → layer {layer}", layer=last), "")] if len(shown) == 1 else []
        at.legend([*models, *self.legend(theme.palette), *way])
        painter.save()
        painter.setClipRect(frame.plot)
        for of, points in shown.items():
            at.paths(self.seen, points, focus, is_dashed=self.is_compared and of is Side.B)
        ends = {of.value if len(shown) > 1 else "": points[-1] for of, points in shown.items()}
        at.names(self.seen, ends, focus)
        painter.restore()
        at.read_out(self._read_out(hovered))

    def _read_out(self, hovered: int | None) -> str:
        if hovered is None:
            return ""
        of, layer, position = self._place_of(hovered)
        words = f"{token_at(self.seen, position)} · {position} · {layer_name(layer)}"
        return f"{of.value} · {words}" if self.is_compared else words
