"""Colours by meaning, in light and in dark."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Palette:
    """Colours by meaning (Okabe-Ito, so that the colour-blind can tell them apart).

    Attributes
    ----------
    ground, card, chip, track
        What things are painted on: the window, a panel, a token or what lies under the mouse,
        the part of a bar that is not filled.
    line, edge
        Decoration that separates, and the borders that say where one can type or grasp (3:1).
    text, muted
        Words on each of the four grounds.
    segment_a, segment_b, token, position, chosen
        The meanings, for bars, curves, marks and fills.
    segment_a_ink, segment_b_ink, token_ink, position_ink, chosen_ink
        The same meanings for words: 4.5:1 on each of the four grounds.
    chosen_edge
        Chosen, for lines and rings: 3:1 on each of the four grounds.
    on_chosen
        Words on a fill of `chosen`.
    negative, zero, positive
        Ends and middle of the map for vectors.
    """

    is_dark: bool
    ground: str
    card: str
    line: str
    edge: str
    text: str
    muted: str
    chip: str
    track: str
    segment_a: str
    segment_a_ink: str
    segment_b: str
    segment_b_ink: str
    token: str
    token_ink: str
    position: str
    position_ink: str
    chosen: str
    chosen_ink: str
    chosen_edge: str
    on_chosen: str
    negative: str
    zero: str
    positive: str
    error: str

    @property
    def mlm(self) -> str:
        return self.segment_a

    @property
    def mlm_ink(self) -> str:
        return self.segment_a_ink

    @property
    def nsp(self) -> str:
        return self.segment_b

    @property
    def nsp_ink(self) -> str:
        return self.segment_b_ink

    @property
    def right(self) -> str:
        return self.token

    @property
    def right_ink(self) -> str:
        return self.token_ink


LIGHT = Palette(
    is_dark=False,
    ground="#F5F7FA",
    card="#FFFFFF",
    line="#DDE3EA",
    edge="#7F8998",
    text="#1A2230",
    muted="#566072",
    chip="#EAF1FB",
    track="#EEF1F5",
    segment_a="#0072B2",
    segment_a_ink="#005A91",
    segment_b="#D55E00",
    segment_b_ink="#B04A00",
    token="#009E73",
    token_ink="#00795A",
    position="#8E5BB5",
    position_ink="#8D4FBF",
    chosen="#E69F00",
    chosen_ink="#5C4300",
    chosen_edge="#B07600",
    on_chosen="#1A1405",
    negative="#4B1D91",
    zero="#F7F5F2",
    positive="#C24E00",
    error="#B3261E",
)
DARK = Palette(
    is_dark=True,
    ground="#12161D",
    card="#1B212B",
    line="#303947",
    edge="#768294",
    text="#E9EDF3",
    muted="#A3AEBD",
    chip="#263142",
    track="#2C3543",
    segment_a="#56B4E9",
    segment_a_ink="#56B4E9",
    segment_b="#F0894A",
    segment_b_ink="#F0894A",
    token="#2FC49A",
    token_ink="#3FD6A8",
    position="#B98FDB",
    position_ink="#E0C2F4",
    chosen="#F0B83C",
    chosen_ink="#F0B83C",
    chosen_edge="#F0B83C",
    on_chosen="#1A1405",
    negative="#A98BFF",
    zero="#232A35",
    positive="#FF9838",
    error="#FF8A80",
)


def colour(name: str, alpha: float = 1.0) -> QColor:
    """A colour of the palette, `alpha` from 0 to 1."""
    shade = QColor(name)
    shade.setAlphaF(alpha)
    return shade


@lru_cache(maxsize=2)
def diverging(palette: Palette) -> NDArray[np.uint32]:
    """The map for vectors: 255 colours as 0xffRRGGBB, the middle one for zero."""
    negative, zero, positive = (
        np.array([shade.red(), shade.green(), shade.blue()], dtype=np.float64)
        for shade in map(QColor, (palette.negative, palette.zero, palette.positive))
    )
    strength = np.linspace(-1, 1, 255)[:, None]
    away = np.where(strength < 0, negative, positive)
    rgb = np.rint(zero + (away - zero) * np.abs(strength) ** 0.8).astype(np.uint32)
    opaque = np.uint32(0xFF000000)
    return (opaque | rgb[:, 0] << 16 | rgb[:, 1] << 8 | rgb[:, 2]).astype(np.uint32)


_INKS: dict[str, str] = {
    getattr(palette, meaning): getattr(palette, f"{meaning}_ink")
    for palette in (LIGHT, DARK)
    for meaning in ("segment_a", "segment_b", "token", "position", "chosen")
}


def ink_of(shade: str) -> str:
    """The colour for words that have a meaning's colour: those that are marks are too pale."""
    return _INKS.get(shade, shade)
