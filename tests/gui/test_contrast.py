"""Every colour can be read where it is painted, and told apart by the colour-blind."""

from itertools import combinations, product

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from bertscope.gui.theme import DARK, LIGHT, Palette

TEXT, GRAPHICS = 4.5, 3.0
"""WCAG 2.2, level AA: 1.4.3 for text, 1.4.11 for what carries meaning beside it."""

GROUNDS = ("card", "ground", "chip", "track")
INKS = (
    "text",
    "muted",
    "segment_a_ink",
    "segment_b_ink",
    "mlm_ink",
    "nsp_ink",
    "token_ink",
    "right_ink",
    "position_ink",
    "chosen_ink",
)
MARKS = ("edge", "segment_a", "segment_b", "token", "position", "chosen_edge", "error", "muted")
READ = [
    *product(INKS, GROUNDS),
    ("error", "card"),
    ("error", "ground"),
    ("on_chosen", "chosen"),  # the chip of a chosen token
    ("card", "text"),  # badges and the button that plays
    ("card", "error"),  # the badge of what was cut off
    ("card", "segment_a"),  # selected text, the badge of what is asked for
    ("card", "muted"),  # the badge of what is unknown
]
SEEN = [*product(MARKS, GROUNDS), ("negative", "zero"), ("positive", "zero")]

TO_CONE_LOSS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado, Oliveira, Fernandes: A physiologically-based model for simulation of color vision
deficiency, 2009, severity 1.0; for linear RGB."""

XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
WHITE = XYZ.sum(axis=1)
HUES = ("segment_a", "segment_b", "token", "position", "chosen")
SIDE_BY_SIDE = [
    ("segment_a", "segment_b"),
    ("mlm", "nsp"),
    ("token", "position"),
    *(("chosen", other) for other in HUES[:4]),
]
INKS_SIDE_BY_SIDE = list(combinations([f"{name}_ink" for name in HUES], 2))
LEAST_DISTANCE = {"hues": 15.0, "inks": 12.0}
"""CIE76; about 2.3 can just be seen where two colours touch. Words always say the same."""

palettes = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def linear(name: str) -> NDArray[np.float64]:
    """Linear RGB as WCAG 2.2 defines it."""
    channels = np.array(QColor(name).getRgbF()[:3])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    dark, bright = sorted(float(weights @ linear(name)) for name in (one, other))
    return (bright + 0.05) / (dark + 0.05)


def lab(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    """CIE L*a*b*, white D65, of linear RGB."""
    xyz = XYZ @ np.clip(rgb, 0, 1) / WHITE
    x, y, z = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def distance(one: str, other: str, loss: str) -> float:
    """How far apart two colours are for eyes that lack one kind of cone."""
    seen = np.array(TO_CONE_LOSS[loss])
    return float(np.linalg.norm(lab(seen @ linear(one)) - lab(seen @ linear(other))))


def test_the_measures_agree_with_known_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)  # WebAIM's checker
    assert lab(linear("#FF0000")) == pytest.approx([53.24, 80.09, 67.20], abs=0.02)  # Lindbloom's
    grey = [np.array(matrix).sum(axis=1) for matrix in TO_CONE_LOSS.values()]
    assert np.array(grey) == pytest.approx(1, abs=1e-5)  # grey stays grey


@palettes
@pytest.mark.parametrize(("ink", "ground"), READ)
def test_words_can_be_read(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= TEXT


@palettes
@pytest.mark.parametrize(("mark", "ground"), SEEN)
def test_marks_can_be_seen(palette: Palette, mark: str, ground: str) -> None:
    assert contrast(getattr(palette, mark), getattr(palette, ground)) >= GRAPHICS


@palettes
@pytest.mark.parametrize("loss", TO_CONE_LOSS)
@pytest.mark.parametrize(
    ("pairs", "least"),
    [
        (SIDE_BY_SIDE, LEAST_DISTANCE["hues"]),
        (INKS_SIDE_BY_SIDE, LEAST_DISTANCE["inks"]),
    ],
    ids=["hues", "inks"],
)
def test_meanings_differ_for_the_colour_blind(
    palette: Palette, loss: str, pairs: list[tuple[str, str]], least: float
) -> None:
    for one, other in pairs:
        apart = distance(getattr(palette, one), getattr(palette, other), loss)
        assert apart >= least, (one, other)
