"""A colour for each attention head: none twice, and far apart for the colour-blind too."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from bertscope.gui.theme import Palette

Floats = NDArray[np.float64]

OKABE_ITO = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#F0E442")
"""Okabe and Ito, Color Universal Design (2008), without black."""
LEAST_CONTRAST = {False: 2.1, True: 3.3}
"""To the card, as WCAG 2 counts it, in light and in dark, where faint lines vanish sooner."""
DULLEST, GAUDIEST, DARKEST, BRIGHTEST = 0.07, 0.27, 0.4, 0.93
"""Chroma and lightness in OKLab: greys would be read as faint, and blacks as text."""
STEPS = 8

# Ottosson, A perceptual color space for image processing (2020): linear sRGB to OKLab.
_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
# Machado, Oliveira and Fernandes (2009), at full severity, on linear sRGB.
_NO_RED = [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
]
_NO_GREEN = [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.011820, 0.042940, 0.968881],
]
_EYES = np.array([np.eye(3).tolist(), _NO_RED, _NO_GREEN])


@lru_cache(maxsize=32)
def head_colours(count: int, palette: Palette) -> tuple[str, ...]:
    """Colours for `count` heads, as #rrggbb; a head has the same one however many there are.

    Okabe and Ito's come first. Each further one is the colour that is farthest from all before
    it, in OKLab, as seen by the eye that tells them apart worst: with all cones, without red ones
    or without green ones.
    """
    rgb = np.array([_rgb(shade) for shade in (*OKABE_ITO, *_grid())])
    rgb = rgb[_usable(rgb) & (_contrast(rgb, palette) >= LEAST_CONTRAST[palette.is_dark])]
    known = sum(shade in {_name(c) for c in rgb} for shade in OKABE_ITO)
    seen = perceived(rgb)
    chosen = list(range(min(known, count)))
    away = np.min([_distance(seen, seen[i]) for i in chosen], axis=0)
    while len(chosen) < count:
        chosen.append(int(away.argmax()))
        away = np.minimum(away, _distance(seen, seen[chosen[-1]]))
    return tuple(_name(rgb[i]) for i in chosen)


def perceived(rgb: Floats) -> Floats:
    """Colours ``(n, 3)`` from 0 to 1 as three kinds of eyes see them, in OKLab, ``(n, 3, 3)``."""
    linear = np.clip(np.einsum("eij,nj->nei", _EYES, _linear(rgb)), 0, 1)
    lab: Floats = np.cbrt(linear @ _TO_CONES.T) @ _TO_LAB.T
    return lab


def _usable(rgb: Floats) -> NDArray[np.bool_]:
    lab = perceived(rgb)[:, 0]
    lightness, chroma = lab[:, 0], np.hypot(lab[:, 1], lab[:, 2])
    fits = (lightness > DARKEST) & (lightness < BRIGHTEST)
    usable: NDArray[np.bool_] = fits & (chroma > DULLEST) & (chroma < GAUDIEST)
    return usable


def _distance(seen: Floats, one: Floats) -> Floats:
    distance: Floats = np.linalg.norm(seen - one, axis=-1).min(axis=-1)
    return distance


def _linear(rgb: Floats) -> Floats:
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def _contrast(rgb: Floats, palette: Palette) -> Floats:
    weights = np.array([0.2126, 0.7152, 0.0722])
    light = _linear(rgb) @ weights
    card = float(_linear(np.array(_rgb(palette.card))) @ weights)
    ratio: Floats = (np.maximum(light, card) + 0.05) / (np.minimum(light, card) + 0.05)
    return ratio


def _grid() -> list[str]:
    """Evenly spaced colours to choose from."""
    levels = np.linspace(0, 1, STEPS)
    return [_name(np.array([r, g, b])) for r in levels for g in levels for b in levels]


def _rgb(name: str) -> tuple[float, float, float]:
    shade = QColor(name)
    return shade.redF(), shade.greenF(), shade.blueF()


def _name(rgb: Floats) -> str:
    red, green, blue = (round(255 * float(part)) for part in rgb)
    return f"#{red:02X}{green:02X}{blue:02X}"
