"""Colours, fonts and sizes: one meaning has one colour, everywhere."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from bertscope.gui.palette import DARK, LIGHT, Palette, colour, diverging
from bertscope.gui.style import style_sheet
from bertscope.places import resources

__all__ = [
    "DARK",
    "LIGHT",
    "SCALES",
    "Appearance",
    "Mode",
    "Palette",
    "Theme",
    "colour",
    "diverging",
    "load_fonts",
]

SANS, MONO = "Inter", "JetBrains Mono"
SCALES = (0.8, 0.9, 1.0, 1.15, 1.3, 1.6, 2.0)
"""The steps of Ctrl + and Ctrl -."""


class Mode(StrEnum):
    """Which colours: the system's, or one by choice."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Theme:
    """A palette and a text size; `px` turns design pixels into the window's."""

    palette: Palette = LIGHT
    scale: float = 1.0

    def px(self, size: float) -> int:
        return round(size * self.scale)

    def sans(self, size: float = 13, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return _font(SANS, max(1, self.px(size)), weight)

    def bold(self, size: float = 13) -> QFont:
        return self.sans(size, QFont.Weight.DemiBold)

    def mono(self, size: float = 13, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return _font(MONO, max(1, self.px(size)), weight)

    @cached_property
    def style_sheet(self) -> str:
        return style_sheet(self)

    @cached_property
    def qt_palette(self) -> QPalette:
        """For what the style sheet doesn't reach: dialogs, selections, tool tips."""
        p, roles = self.palette, QPalette()
        for role, name in (
            (QPalette.ColorRole.Window, p.ground),
            (QPalette.ColorRole.Base, p.card),
            (QPalette.ColorRole.AlternateBase, p.chip),
            (QPalette.ColorRole.Button, p.card),
            (QPalette.ColorRole.ToolTipBase, p.card),
            (QPalette.ColorRole.Text, p.text),
            (QPalette.ColorRole.WindowText, p.text),
            (QPalette.ColorRole.ButtonText, p.text),
            (QPalette.ColorRole.ToolTipText, p.text),
            (QPalette.ColorRole.PlaceholderText, p.muted),
            (QPalette.ColorRole.Highlight, p.segment_a),
            (QPalette.ColorRole.HighlightedText, p.card),
        ):
            roles.setColor(role, QColor(name))
        return roles


@lru_cache(maxsize=256)
def _font(family: str, pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def load_fonts() -> None:
    """Make the fonts that ship known to Qt, so that all machines show the same picture."""
    for file in sorted((resources() / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(file))


class Appearance(QObject):
    """The theme in use; follows the system's light or dark until one is chosen.

    Signals
    -------
    changed
        The theme is another one now.
    taken_on
        All who listen have taken it on, and what they need for it can be laid out.
    """

    changed = Signal()
    taken_on = Signal()

    def __init__(self, mode: Mode = Mode.SYSTEM, scale: float = 1.0) -> None:
        super().__init__()
        self.mode = mode
        self.theme = Theme(scale=_allowed(scale))
        self._follow()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    def set_mode(self, mode: Mode) -> None:
        self.mode = mode
        self._follow()

    def set_scale(self, scale: float) -> None:
        self._set(replace(self.theme, scale=_allowed(scale)))

    def step_scale(self, direction: int) -> None:
        """One size larger (1) or smaller (-1)."""
        nearest = min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - self.theme.scale))
        self.set_scale(SCALES[min(max(nearest + direction, 0), len(SCALES) - 1)])

    def _follow(self) -> None:
        scheme = QGuiApplication.styleHints().colorScheme()
        system_is_dark = scheme == Qt.ColorScheme.Dark
        dark = self.mode is Mode.DARK or (self.mode is Mode.SYSTEM and system_is_dark)
        self._set(replace(self.theme, palette=DARK if dark else LIGHT))

    def _set(self, theme: Theme) -> None:
        if theme != self.theme:
            self.theme = theme
            self.changed.emit()
            self.taken_on.emit()


def _allowed(scale: float) -> float:
    return min(max(scale, SCALES[0]), SCALES[-1])
