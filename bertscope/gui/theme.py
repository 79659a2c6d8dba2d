"""Colours, fonts and sizes: one meaning has one colour, everywhere."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from bertscope.places import resources

SANS, MONO = "Inter", "JetBrains Mono"
SCALES = (0.8, 0.9, 1.0, 1.15, 1.3, 1.6, 2.0)
"""The steps of Ctrl + and Ctrl -."""


class Mode(StrEnum):
    """Which colours: the system's, or one by choice."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Palette:
    """Colours by meaning (Okabe-Ito, so that the colour-blind can tell them apart)."""

    is_dark: bool
    ground: str
    card: str
    line: str
    text: str
    muted: str
    chip: str
    track: str
    segment_a: str
    segment_b: str
    token: str
    position: str
    chosen: str
    on_chosen: str
    negative: str
    zero: str
    positive: str
    error: str

    @property
    def mlm(self) -> str:
        return self.segment_a

    @property
    def nsp(self) -> str:
        return self.segment_b

    @property
    def right(self) -> str:
        return self.token


LIGHT = Palette(
    is_dark=False,
    ground="#F5F7FA",
    card="#FFFFFF",
    line="#DDE3EA",
    text="#1A2230",
    muted="#566072",
    chip="#EAF1FB",
    track="#E3E7EE",
    segment_a="#0072B2",
    segment_b="#D55E00",
    token="#009E73",
    position="#8E5BB5",
    chosen="#E69F00",
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
    text="#E9EDF3",
    muted="#A3AEBD",
    chip="#263142",
    track="#2C3543",
    segment_a="#56B4E9",
    segment_b="#F0894A",
    token="#2FC49A",
    position="#B98FDB",
    chosen="#F0B83C",
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
        icons = (resources() / "icons").as_posix()
        shade = "dark" if self.palette.is_dark else "light"
        return _STYLE.format(
            p=self.palette, sans=SANS, mono=MONO, icons=icons, shade=shade, **_sizes(self)
        )

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
    """

    changed = Signal()

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


def _allowed(scale: float) -> float:
    return min(max(scale, SCALES[0]), SCALES[-1])


def _sizes(theme: Theme) -> dict[str, int]:
    return {f"s{n}": theme.px(n) for n in (1, 2, 3, 4, 6, 8, 10, 11, 12, 13, 14, 15, 16, 22, 26)}


# A spin box styled with padding and NoButtons gives its text a width of 1 pixel (Qt 6.11), so the
# buttons are there, with no width.
_STYLE = """
* {{ font-family: "{sans}"; font-size: {s13}px; color: {p.text}; }}
QMainWindow, QWidget#page, QScrollArea#page {{ background: {p.ground}; border: none; }}
QDialog, QMessageBox {{ background: {p.ground}; }}
QFrame#card {{ background: {p.card}; border: 1px solid {p.line}; border-radius: {s8}px; }}
QFrame#bar {{ background: {p.card}; border: none; border-bottom: 1px solid {p.line}; }}
QFrame#banner {{ background: {p.card}; border: 1px solid {p.error}; border-radius: {s8}px; }}
QFrame#banner[calm="true"] {{ border-color: {p.line}; }}
QLabel {{ background: transparent; }}
QLabel[role="muted"] {{ color: {p.muted}; font-size: {s12}px; }}
QLabel[role="title"] {{ font-weight: 600; }}
QLabel[role="mono"] {{ font-family: "{mono}"; }}
QLabel[role="step"] {{ font-family: "{mono}"; font-size: {s22}px; }}
QMenuBar {{ background: {p.card}; border: none; padding: {s2}px {s8}px; }}
QMenuBar::item {{ background: transparent; padding: {s4}px {s10}px; border-radius: {s4}px; }}
QMenuBar::item:selected {{ background: {p.chip}; }}
QMenu {{ background: {p.card}; border: 1px solid {p.line}; padding: {s4}px; }}
QMenu::item {{ padding: {s4}px {s22}px; border-radius: {s4}px; background: transparent; }}
QMenu::item:selected {{ background: {p.chip}; }}
QMenu::item:disabled {{ color: {p.muted}; }}
QMenu::separator {{ height: 1px; background: {p.line}; margin: {s4}px {s8}px; }}
QStatusBar {{ background: {p.card}; border-top: 1px solid {p.line}; color: {p.muted}; }}
QStatusBar::item {{ border: none; }}
QToolTip {{ background: {p.card}; color: {p.text}; border: 1px solid {p.line}; padding: {s6}px; }}
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox {{
    background: {p.card}; border: 1px solid {p.line}; border-radius: {s4}px;
    padding: {s3}px {s6}px; selection-background-color: {p.segment_a}; selection-color: {p.card};
}}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {{
    border: 1px solid {p.segment_a};
}}
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {{
    color: {p.muted}; background: {p.ground};
}}
QLineEdit#a, QLineEdit#b {{ font-size: {s16}px; padding: {s6}px {s10}px; }}
QLineEdit#a {{ border-left: {s4}px solid {p.segment_a}; }}
QLineEdit#b {{ border-left: {s4}px solid {p.segment_b}; }}
QSpinBox, QDoubleSpinBox {{ font-family: "{mono}"; }}
QAbstractSpinBox > QLineEdit {{
    border: none; padding: 0; background: transparent; font-family: "{mono}";
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QComboBox::drop-down {{ border: none; width: {s22}px; }}
QComboBox::down-arrow {{
    image: url("{icons}/chevron-{shade}.svg"); width: {s12}px; height: {s12}px;
}}
QComboBox QAbstractItemView {{
    background: {p.card}; border: 1px solid {p.line}; selection-background-color: {p.chip};
    selection-color: {p.text}; outline: none;
}}
QPushButton, QToolButton {{
    background: {p.card}; border: 1px solid {p.line}; border-radius: {s6}px;
    padding: {s4}px {s12}px;
}}
QPushButton:hover, QToolButton:hover {{ background: {p.chip}; }}
QPushButton:pressed, QToolButton:pressed, QPushButton:checked {{ background: {p.track}; }}
QPushButton:focus, QToolButton:focus {{ border: 1px solid {p.segment_a}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {p.muted}; background: {p.ground}; }}
QPushButton:checked {{ border: 1px solid {p.segment_b}; font-weight: 600; }}
QToolButton::menu-indicator {{ image: none; }}
QProgressBar {{
    background: {p.track}; border: none; border-radius: {s2}px; max-height: {s4}px;
    min-height: {s4}px;
}}
QProgressBar::chunk {{ background: {p.token}; border-radius: {s2}px; }}
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:horizontal {{ height: {s8}px; }}
QScrollBar:vertical {{ width: {s8}px; }}
QScrollBar::handle {{ background: {p.line}; border-radius: {s3}px; min-width: {s26}px;
    min-height: {s26}px; }}
QScrollBar::handle:hover {{ background: {p.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSlider::groove:horizontal {{ height: {s4}px; background: {p.track}; border-radius: {s2}px; }}
QSlider::handle:horizontal {{
    background: {p.muted}; width: {s12}px; margin: -{s4}px 0; border-radius: {s4}px;
}}
QCheckBox {{ spacing: {s6}px; background: transparent; }}
QCheckBox::indicator {{
    width: {s14}px; height: {s14}px; border: 1px solid {p.muted}; border-radius: {s3}px;
    background: {p.card};
}}
QCheckBox::indicator:checked {{
    background: {p.segment_a}; border-color: {p.segment_a};
    image: url("{icons}/check-{shade}.svg");
}}
"""
