"""What is compared with what, and which of them every view shows: one row, while B is pinned."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)

from bertscope.gui.compare.comparison import Comparison
from bertscope.gui.controls import label, named, tool_button
from bertscope.gui.language import marked, tr
from bertscope.gui.language.said import said
from bertscope.gui.prober import Prober
from bertscope.gui.session import Session
from bertscope.gui.state import Side

SIDE_KEYS = {Side.A: "Alt+1", Side.B: "Alt+2", Side.DIFFERENCE: "Alt+3"}
"""For the menus; the tooltips name them."""
SIDE_TIPS = {
    Side.A: marked("Every view shows A, the model that is looked at"),
    Side.B: marked("Every view shows B, the pinned model"),
    Side.DIFFERENCE: marked(
        "Words and bars of A and B stand side by side; what is colours shows B − A"
    ),
}
_NAMES = {
    Side.A: marked("Show model A"),
    Side.B: marked("Show model B"),
    Side.DIFFERENCE: marked("Show B minus A"),
}
LEAST_NAME = 60
"""Pixels to which a long name may be cut."""


class CompareBar(QFrame):
    """Names both models and lets one choose; hidden while nothing is pinned.

    Parameters
    ----------
    session
        Whose view says which side is shown.
    comparison
        What is pinned.
    prober
        Tells which step of a run is looked at, and why B can't be.
    """

    def __init__(self, session: Session, comparison: Comparison, prober: Prober) -> None:
        super().__init__()
        self.setObjectName("card")
        self._session, self._comparison, self._prober = session, comparison, prober
        self.a, self.b = _name(tr("The model that is looked at")), _name(tr("The pinned model"))
        self.why = label("")
        self.why.setWordWrap(True)
        self.sides = {side: _side_button(side) for side in Side}
        tip = tr("Unpin B: only A is looked at")
        self.close_button = tool_button("×", tr("Compare no longer"), tip)
        self.close_button.setProperty("role", "header")
        self._lay_out()
        self._connect()
        self.show_comparison()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(tr("Compare"), "title"))
        row.addWidget(self.a)
        row.addSpacing(8)
        row.addWidget(self.b)
        row.addStretch(1)
        segments = QHBoxLayout()
        segments.setSpacing(0)
        buttons = list(self.sides.values())
        for button, end in zip(buttons, ("first", "", "last"), strict=True):
            button.setProperty("end", end)
            segments.addWidget(button)
        row.addLayout(segments)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 6, 4)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.why)

    def _connect(self) -> None:
        self._group = QButtonGroup(self)
        for side, button in self.sides.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, s=side: self._comparison.show_side(s))
        self.close_button.clicked.connect(self._comparison.clear)
        self._session.changed.connect(self.show_comparison)
        self._comparison.changed.connect(self.show_comparison)
        self._prober.seen.connect(self.show_comparison)
        self._prober.refused.connect(self.show_comparison)

    def show_comparison(self) -> None:
        """Bring the row in line with what is pinned and shown."""
        comparison = self._comparison
        is_pinned = comparison.pinned is not None
        self.setVisible(is_pinned)
        if not is_pinned:
            return
        why = comparison.why or self._prober.refusal
        can_show = not why and comparison.other is not None
        reading = [] if can_show or why else [tr("being read …")]
        _say(self.a, "A", comparison.words_of_a)
        _say(self.b, "B", " · ".join([comparison.words_of_b, *reading]))
        self.why.setText(tr("⚠ B isn't shown. {why}", why=said(why)) if why else "")
        self.why.setVisible(bool(why))
        self.sides[self._session.view.side if can_show else Side.A].setChecked(True)
        for side, button in self.sides.items():
            button.setEnabled(can_show or side is Side.A)


def _name(teaches: str) -> QLabel:
    made = label("", "", teaches)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    made.setMinimumWidth(LEAST_NAME)
    return made


def _say(there: QLabel, letter: str, words: str) -> None:
    text = f"{letter}: {words}"
    if text != there.text():
        there.setText(text)
        there.setToolTip(text)  # The row may be too narrow for it.


def _side_button(side: Side) -> QPushButton:
    tip = f"{tr(SIDE_TIPS[side])} ({SIDE_KEYS[side]})"
    button = named(QPushButton(tr(side.value)), tr(_NAMES[side]), tip)
    button.setCheckable(True)
    button.setProperty("role", "segment")
    return button
