"""Where the blocks of the vector view stand: side by side where it is wide, stacked where tall."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from bertscope.gui.theme import Theme

HEAD, TITLE, STATS, GAP = 22, 16, 16, 16
SHARES, COSINES = 50, 56
NEIGHBOURS, LEAST_LINE, LINE, MOST_LINE = 10, 11, 15, 18
BARS_WIDE, SHARES_WIDE, NEIGHBOURS_WIDE = 216, 160, 130
LEAST_BARS = 40
"""Design pixels of height below which the measures give their line to the bars."""
TALL_FROM = 300
"""Design pixels of height from which blocks may be stacked."""


@dataclass(frozen=True)
class Blocks:
    """The place of each block; None where there is nothing to show or no room."""

    head: QRectF
    bars: QRectF
    stats: QRectF | None
    heat: QRectF | None
    shares: QRectF | None
    cosines: QRectF
    neighbours: QRectF | None


@dataclass(frozen=True)
class Shown:
    """What there is to arrange; `is_pair` where neighbours of two models stand side by side."""

    shares: bool
    neighbours: bool
    is_pair: bool = False


def is_tall(theme: Theme, width: float, height: float) -> bool:
    return height >= theme.px(TALL_FROM) and width < 1.2 * height


def least_width(theme: Theme, height: float, shown: Shown) -> float:
    """What the blocks need side by side."""
    wide = BARS_WIDE + GAP + SHARES_WIDE
    if shown.shares and not _both_fit(theme, height):
        wide += GAP + SHARES_WIDE
    if shown.neighbours:
        wide += GAP + NEIGHBOURS_WIDE * (2 if shown.is_pair else 1)
    return theme.px(wide)


def arrange(theme: Theme, width: float, height: float, shown: Shown) -> Blocks:
    """Give each block its place in ``(0, 0, width, height)``."""
    head = QRectF(0, 0, width, theme.px(HEAD))
    body = QRectF(0, head.bottom(), width, height - head.bottom())
    if is_tall(theme, width, height):
        return _stacked(theme, head, body, shown)
    return _side_by_side(theme, head, body, shown)


def _both_fit(theme: Theme, height: float) -> bool:
    """Whether shares and cosines have room one below the other."""
    return height - theme.px(HEAD) >= theme.px(SHARES + COSINES)


def _side_by_side(theme: Theme, head: QRectF, body: QRectF, shown: Shown) -> Blocks:
    gap, right = theme.px(GAP), body.right()
    neighbours = shares = None
    if shown.neighbours:
        columns, share = (2, 0.32) if shown.is_pair else (1, 0.2)
        least = columns * theme.px(NEIGHBOURS_WIDE)
        wide = min(max(share * body.width(), least), columns * theme.px(240))
        neighbours = QRectF(right - wide, body.top(), wide, body.height())
        right = neighbours.left() - gap
    wide = min(max(0.26 * body.width(), theme.px(SHARES_WIDE)), theme.px(420))
    cosines = QRectF(right - wide, body.top(), wide, body.height())
    if shown.shares and _both_fit(theme, body.bottom()):
        high = theme.px(SHARES) + (theme.px(10) if body.height() > theme.px(160) else 0)
        shares = QRectF(cosines.left(), body.top(), wide, theme.px(SHARES))
        cosines.setTop(body.top() + high)
    elif shown.shares:
        shares = cosines.translated(-wide - gap, 0)
    right = (shares or cosines).left() - gap
    bars, heat, stats = _values(theme, QRectF(0, body.top(), right, body.height()))
    return Blocks(head, bars, stats, heat, shares, cosines, neighbours)


def _stacked(theme: Theme, head: QRectF, body: QRectF, shown: Shown) -> Blocks:
    gap, bottom = theme.px(12), body.bottom()
    neighbours = shares = None
    if shown.neighbours:
        is_long = shown.is_pair or body.width() < theme.px(260)
        lines = NEIGHBOURS if is_long else NEIGHBOURS // 2
        room = 0.36 * body.height()
        high = min(theme.px(TITLE + lines * LINE), room)
        neighbours = QRectF(0, bottom - high, body.width(), high)
        bottom = neighbours.top() - gap
    high = min(max(0.2 * body.height(), theme.px(COSINES)), theme.px(110))
    cosines = QRectF(0, bottom - high, body.width(), high)
    bottom = cosines.top() - gap
    if shown.shares:
        shares = QRectF(0, bottom - theme.px(SHARES), body.width(), theme.px(SHARES))
        bottom = shares.top() - gap
    bars, heat, stats = _values(theme, QRectF(0, body.top(), body.width(), bottom - body.top()))
    return Blocks(head, bars, stats, heat, shares, cosines, neighbours)


def _values(theme: Theme, room: QRectF) -> tuple[QRectF, QRectF | None, QRectF | None]:
    """Bars, heat-map where there is room, and the line of measures."""
    if room.height() < theme.px(TITLE + LEAST_BARS + STATS):
        return room, None, None
    stats = QRectF(room.left(), room.bottom() - theme.px(STATS), room.width(), theme.px(STATS))
    high, heat = stats.top() - room.top() - theme.px(2), None
    if high >= theme.px(150):
        tall = min(0.3 * high, theme.px(110))
        heat = QRectF(room.left(), stats.top() - tall - theme.px(4), room.width(), tall)
        high = heat.top() - room.top() - theme.px(8)
    return QRectF(room.left(), room.top(), room.width(), high), heat, stats
