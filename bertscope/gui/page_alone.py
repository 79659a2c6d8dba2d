"""Some panels of the page alone, as a page of a lesson shows them; and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer

if TYPE_CHECKING:
    from bertscope.gui.page import Page

INPUT, TRAINING, FLAT = "input", "training", "objective"
SAYS = ("predictions", "verdict", "answer", "attribution")
"""What the model says stands in pairs; so does what is looked at closely, all that isn't named."""
FIGURE_HEIGHT, ROW_HEIGHT = 350, 184
HEIGHTS = {FLAT: 54, TRAINING: 330}
"""Of the rows that aren't as high as others."""
MOST_ROWS = 3
"""Closer looks that would need more rows than that are tabs."""
BESIDE_FIGURE, BESIDE_ROWS = 0.42, 0.56
"""Of the width, what training takes beside the figure, and beside what stands below it."""
WIDE, NARROW = 1040, 780
"""Design pixels: from the first width on training stands beside the figure, from the second on
beside what stands below it; on a page that is narrower yet all stands in one column."""
SLIM = 0.8
"""Of the width, what training needs beside the figure while fewer controls stand there."""
COUPLE = 440
"""Design pixels that two panels side by side need at the least, beside training."""
FIRST_SHARE = 0.6
"""Of a pair's width, where the first of them says what the model says."""
FIGURE_GROWS, SAYS_GROW = 0.35, 0.25
"""Of the height that is left over: the figure beside rows, and a row of what the model says beside
rows that are looked at closely."""

_AREA = Qt.DockWidgetArea
_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class _Side(Enum):
    """What training stands beside."""

    FIGURE = auto()
    ROWS = auto()
    NONE = auto()


class _Plan(NamedTuple):
    """What training stands beside; what stands below the figure, from the top, and behind that."""

    side: _Side
    rows: tuple[tuple[str, ...], ...]
    tabs: tuple[str, ...]


class Alone:
    """Lets only some panels stand on the page, and shares the room out among them.

    What is done to the page meanwhile is done to what stands there again in the end.

    Attributes
    ----------
    before
        The layout that is given back, and empty for the default one.
    is_own
        Whether someone has shared out the room by hand meanwhile.
    is_slim
        Whether controls are left out, so that panels need less width.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._names: frozenset[str] | None = None
        self._offers = (False, False)
        self._plan = _Plan(_Side.NONE, (), ())
        self.before = ""
        self.is_own = self.is_slim = False

    @property
    def is_on(self) -> bool:
        return self._names is not None

    def show(self, names: Iterable[str]) -> None:
        """Let these stand there, and no others."""
        page = self._page
        if not self.is_on:
            self.before, self._offers = page.places, (page.is_task, page.wants_task)
        self._names = frozenset(names) & {INPUT, *page.panels}
        self.lay_out()

    def end(self) -> bool:
        """Let all stand there as before; whether what is offered there is another thing now."""
        page, self._names = self._page, None
        page.card.show()
        if not (self.before and page.take_places(self.before)):
            page.reset()
        return self._offers != (page.is_task, page.wants_task)

    # --- Where they stand -----------------------------------------------------------------------

    def lay_out(self) -> None:
        """Put them where they stand; each other one is a tab there, to be brought forward."""
        page, panels = self._page, self._page.panels
        page.setUpdatesEnabled(False)
        for panel in panels.values():
            panel.setFloating(False)
            page.removeDockWidget(panel)
        page.card.setVisible(self._has(INPUT))
        self._plan = self._plan_now
        beside = self._place_rows()
        for name, panel in panels.items():
            if not self._has(name):
                beside = self._put_behind(name, beside)
            panel.setVisible(self._has(name))
        for row in self._plan.rows:
            panels[row[0]].raise_()
        page.setUpdatesEnabled(True)
        self.is_own = False
        self.fit()

    def _place_rows(self) -> str:
        """The last panel that others may share their place with; empty for none."""
        page, panels, above = self._page, self._page.panels, ""
        rows, tabs = self._plan.rows, self._plan.tabs
        for row in rows:
            if above:
                page.splitDockWidget(panels[above], panels[row[0]], _DOWN)
            else:
                page.addDockWidget(_AREA.BottomDockWidgetArea, panels[row[0]])
                self._place_training(row[0])
            above = row[0]
        for left, right in (row for row in rows if len(row) == 2):
            page.splitDockWidget(panels[left], panels[right], _ACROSS)
        closer = [name for row in rows for name in row if _is_closer(name)]
        for name in tabs:
            page.tabifyDockWidget(panels[closer[-1]], panels[name])
        if not rows:
            self._place_training("")
        return closer[-1] if closer else ""

    def _place_training(self, first: str) -> None:
        """Put it beside the figure, or beside the first of what stands below."""
        page, training = self._page, self._page.panels[TRAINING]
        if self._plan.side is _Side.FIGURE:
            page.addDockWidget(_AREA.RightDockWidgetArea, training)
        elif self._plan.side is _Side.ROWS:
            page.splitDockWidget(page.panels[first], training, _ACROSS)

    def _put_behind(self, name: str, beside: str) -> str:
        """Where it stands once it is brought forward; which panel the next one is put behind."""
        page, panels = self._page, self._page.panels
        if beside:
            page.tabifyDockWidget(panels[beside], panels[name])
            return beside
        page.addDockWidget(_AREA.BottomDockWidgetArea, panels[name], _DOWN)
        return name

    def _has(self, name: str) -> bool:
        return self._names is not None and name in self._names

    @property
    def _plan_now(self) -> _Plan:
        """Where all stands, on a page that is as wide as it is."""
        width, px = self._width, self._page.appearance.theme.px
        others = [name for name in self._page.panels if self._has(name) and name != TRAINING]
        side = self._side(others) if self._has(TRAINING) else _Side.NONE
        is_pressed = self._has(INPUT) or width * (1 - BESIDE_ROWS) < px(COUPLE)
        is_one_column = width < px(NARROW) or (side is _Side.ROWS and is_pressed)
        rows, tabs = _rows_of(others, 1 if is_one_column else 2, 2 if width >= px(WIDE) else 1)
        if self._has(TRAINING) and side is _Side.NONE:
            rows.append((TRAINING,))
        return _Plan(side, tuple(rows), tuple(tabs))

    def _side(self, others: Sequence[str]) -> _Side:
        """What training stands beside."""
        width, px = self._width, self._page.appearance.theme.px
        is_wide = width >= px(WIDE)
        if self._has(INPUT) and width >= px(WIDE * SLIM if self.is_slim else WIDE):
            return _Side.FIGURE
        # The controls of closer looks need a width of their own.
        fits = is_wide or (width >= px(NARROW) and not any(map(_is_closer, others)))
        # A line alone has no height to stand beside.
        return _Side.ROWS if fits and any(name != FLAT for name in others) else _Side.NONE

    @property
    def _width(self) -> int:
        """What can be seen of the page, which may be wider where it scrolls."""
        area = self._page.parentWidget()
        return area.width() if area is not None else self._page.width()

    # --- How large they are ---------------------------------------------------------------------

    def fit(self) -> None:
        """Share the room out, unless someone has done so by hand."""
        page = self._page
        if self.is_own or not page.isVisible():
            return
        if self._plan_now != self._plan:
            # Not from within a resizing, which Qt's layout is in the midst of.
            QTimer.singleShot(0, page, self.lay_out_anew)
            return
        self._resize_rows(page.width() - self._share_width())

    def lay_out_anew(self) -> None:
        """Put all where it stands on a page of another width."""
        if self.is_on and self._plan_now != self._plan:
            self.lay_out()

    def _share_width(self) -> int:
        """The pixels that training takes beside others."""
        page, side, rows = self._page, self._plan.side, self._plan.rows
        if side is _Side.NONE:
            return 0
        share = BESIDE_FIGURE if side is _Side.FIGURE else BESIDE_ROWS
        training, docks = round(share * page.width()), [page.panels[TRAINING]]
        sizes = [training]
        if side is _Side.ROWS:
            docks, sizes = [page.panels[rows[0][0]], *docks], [page.width() - training, training]
        page.resizeDocks(docks, sizes, _ACROSS)
        return training

    def _resize_rows(self, width: int) -> None:
        page, rows = self._page, self._plan.rows
        for row in rows:
            if len(row) == 2:
                first = round(width * (FIRST_SHARE if row[0] in SAYS else 0.5))
                page.resizeDocks([page.panels[n] for n in row], [first, width - first], _ACROSS)
        heights = self._heights(rows)
        page.resizeDocks([page.panels[row[0]] for row in rows], heights, _DOWN)

    def _heights(self, rows: Sequence[tuple[str, ...]]) -> list[int]:
        """The pixels that each row takes; the figure takes what they leave."""
        px = self._page.appearance.theme.px
        least = [px(HEIGHTS.get(row[0], ROW_HEIGHT)) for row in rows]
        figure = px(FIGURE_HEIGHT) if self._has(INPUT) else 0
        left = max(0, self._page.height() - figure - sum(least))
        grows = [_growth(row, rows) for row in rows]
        left = round(left * (1 - FIGURE_GROWS)) if self._has(INPUT) else left
        total = sum(grows) or 1
        return [round(low + left * share / total) for low, share in zip(least, grows, strict=True)]


def _is_closer(name: str) -> bool:
    """Whether a panel is one that something is looked at closely in."""
    return name not in (*SAYS, FLAT, TRAINING)


def _rows_of(
    names: Sequence[str], says: int, closer_looks: int
) -> tuple[list[tuple[str, ...]], list[str]]:
    """What stands below the figure, from the top, and which closer looks are tabs of the last.

    Parameters
    ----------
    says, closer_looks
        How many of each kind stand side by side.
    """
    rows = _grouped([name for name in names if name in SAYS], says)
    if FLAT in names:
        rows.append((FLAT,))
    closer = _grouped([name for name in names if _is_closer(name)], closer_looks)
    room = max(1, MOST_ROWS - len(rows))
    return [*rows, *closer[:room]], [name for row in closer[room:] for name in row]


def _grouped(names: Sequence[str], abreast: int) -> list[tuple[str, ...]]:
    return [tuple(names[at : at + abreast]) for at in range(0, len(names), abreast)]


def _growth(row: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> float:
    """What a row takes of the height that is left over, beside the others."""
    if row == (FLAT,):
        return 0.0
    is_behind = row[0] in SAYS and any(r[0] not in (*SAYS, FLAT) for r in rows)
    return SAYS_GROW if is_behind else 1.0
