"""A line under the curves: which step is looked at, the way to the others, and the film."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bertscope.gui.controls import combo, label, mark, tool_button
from bertscope.gui.film.film import SPEEDS, Film
from bertscope.gui.film.travel import Travel
from bertscope.gui.language import marked, tr
from bertscope.gui.symbols import Symbol, icon
from bertscope.gui.theme import Appearance

MB = 1 << 20
BUTTON, ICON, SPEED_WIDTH, WORDS_WIDTH = 26, 14, 62, 98
KEYS = {
    Symbol.FIRST: "Alt+Home",
    Symbol.PREVIOUS: "Alt+Left",
    Symbol.PLAY: "F9",
    Symbol.NEXT: "Alt+Right",
    Symbol.NEWEST: "Alt+End",
}
"""For the window's menu; the tooltips name them."""
TIPS = {
    Symbol.FIRST: (
        marked("First step"),
        marked("To the first step that is kept: the model before it learned"),
    ),
    Symbol.PREVIOUS: (marked("Earlier step"), marked("To the kept step before this one")),
    Symbol.PLAY: (
        marked("Play the film"),
        marked("All views through the kept steps, up to the newest"),
    ),
    Symbol.NEXT: (marked("Later step"), marked("To the kept step behind this one")),
    Symbol.NEWEST: (
        marked("Newest step"),
        marked("To the newest step, and follow it while training goes on"),
    ),
}
EXPORT_TIP = marked("Save the kept steps as a film: an animated picture, or a folder of pictures")
SPEED_TIP = marked("Kept steps a second, where the views can be painted that quickly")


class Subject(StrEnum):
    """What a film shows."""

    WINDOW = "The whole window …"
    VIEW = "The view that has the focus …"
    CURVES = "The curves …"


class TravelBar(QWidget):
    """Buttons for a run's kept steps and for its film.

    Parameters
    ----------
    travel, film
        What is shown and driven.
    appearance
        Colours and sizes.

    Signals
    -------
    export_wanted(Subject)
        A film is to be saved.
    shown
        Other ways may be open now.

    Attributes
    ----------
    acts, can
        What each button does, and whether that can be done now.
    """

    export_wanted = Signal(object)
    shown = Signal()

    def __init__(self, travel: Travel, film: Film, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("travel")
        self._travel, self._film, self._appearance = travel, film, appearance
        self.acts: dict[Symbol, Callable[[], None]] = {
            Symbol.FIRST: travel.first,
            Symbol.PREVIOUS: travel.previous,
            Symbol.PLAY: film.toggle,
            Symbol.NEXT: travel.next,
            Symbol.NEWEST: travel.newest,
        }
        self.can = dict.fromkeys(self.acts, False)
        self.buttons = {symbol: _button(symbol) for symbol in KEYS}
        self.step, self.kept = label("", role="mono"), label("")
        for words in (self.step, self.kept):
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        speeds = [f"{speed}/s" for speed in SPEEDS]
        self.speed = combo(speeds, tr("Speed of the film"), tr(SPEED_TIP))
        self.export = tool_button("", tr("Save the film"), tr(EXPORT_TIP))
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export.setMenu(self._subjects())
        self._lay_out()
        self._connect()
        self._set_theme()
        self._show()

    def _subjects(self) -> QMenu:
        menu = QMenu(self.export)
        for subject in Subject:
            action = menu.addAction(tr(subject.value))
            action.triggered.connect(lambda *_, s=subject: self.export_wanted.emit(s))
        return menu

    def _lay_out(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in self.buttons.values():
            row.addWidget(button)
        self._words = words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.step)
        words.addWidget(self.kept)
        row.addLayout(words, 1)
        row.addWidget(self.speed)
        row.addWidget(self.export)

    def _connect(self) -> None:
        travel, film = self._travel, self._film
        for symbol, act in self.acts.items():
            self.buttons[symbol].clicked.connect(act)
        self.speed.activated.connect(lambda at: film.set_speed(SPEEDS[at]))
        travel.changed.connect(self._show)
        film.changed.connect(self._show_film)
        self._appearance.changed.connect(self._set_theme)

    # --- Showing --------------------------------------------------------------------------------

    def _show(self) -> None:
        travel, buttons = self._travel, self.buttons
        step = travel.step
        can_go_back, is_past = travel.before(step) is not None, step is not None
        self.can = {
            Symbol.FIRST: can_go_back,
            Symbol.PREVIOUS: can_go_back,
            Symbol.PLAY: bool(travel.stops),
            Symbol.NEXT: is_past,
            Symbol.NEWEST: is_past,
        }
        for symbol, can in self.can.items():
            buttons[symbol].setEnabled(can)
        self.export.setEnabled(bool(travel.kept))
        self.step.setText(where(travel))
        mark(self.step, "past", is_past)
        self.kept.setText(how_much(travel))
        for words in (self.step, self.kept):
            words.setToolTip(f"{where(travel)}: {how_much(travel)}")
        self.shown.emit()

    def _show_film(self) -> None:
        with QSignalBlocker(self.speed):
            self.speed.setCurrentIndex(SPEEDS.index(self._film.speed))
        button, is_playing = self.buttons[Symbol.PLAY], self._film.is_playing
        name, tip = TIPS[Symbol.PLAY]
        if is_playing:
            name, tip = marked("Pause the film"), marked("Stay at this step")
        button.setAccessibleName(tr(name))
        button.setToolTip(f"{tr(tip)} ({KEYS[Symbol.PLAY]})")
        self._set_icon(button, Symbol.PAUSE if is_playing else Symbol.PLAY)

    def _set_icon(self, button: QToolButton, symbol: Symbol) -> None:
        palette = self._appearance.theme.palette
        button.setIcon(icon(symbol, palette.text, palette.edge))

    def _set_theme(self) -> None:
        theme = self._appearance.theme
        for button in (*self.buttons.values(), self.export):
            button.setFixedSize(theme.px(BUTTON), theme.px(BUTTON))
            button.setIconSize(QSize(theme.px(ICON), theme.px(ICON)))
        self.speed.setFixedWidth(theme.px(SPEED_WIDTH))
        self.step.setMinimumWidth(theme.px(WORDS_WIDTH))
        self._row.setSpacing(theme.px(3))
        self._words.setContentsMargins(theme.px(5), 0, 0, 0)
        for symbol, button in self.buttons.items():
            self._set_icon(button, symbol)
        self._set_icon(self.export, Symbol.EXPORT)
        self._show_film()


def where(travel: Travel) -> str:
    """Which step is looked at, in words."""
    if not travel.kept:
        return tr("no step is kept")
    if travel.step is None:
        return tr("now · {step:,}", step=travel.newest_step)
    return tr("step {step:,}", step=travel.step)


def how_much(travel: Travel) -> str:
    """How many steps are kept, and what they take."""
    if not travel.kept:
        return tr("they come as it trains")
    size, budget = travel.room
    return tr(
        "{count} kept · {size} of {budget} MB",
        count=len(travel.kept),
        size=_megabytes(size),
        budget=_megabytes(budget),
    )


def _megabytes(size: int) -> str:
    return f"{size / MB:,.0f}" if size >= 10 * MB or not size else f"{size / MB:.1f}"


def _button(symbol: Symbol) -> QToolButton:
    name, tip = TIPS[symbol]
    button = tool_button("", tr(name), f"{tr(tip)} ({KEYS[symbol]})")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    return button
