"""The masking rule with its numbers, and the dice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QWidget,
)

from bertscope.gui.session import Session
from bertscope.gui.theme import Appearance
from bertscope.text.masking import MaskPlan, MaskRule, Unit

RULE_TIP = (
    "BERT chooses 15 % of the tokens; of the chosen ones 80 % become [MASK], 10 % a random token "
    "and 10 % stay as they are, so that the model can't rely on seeing [MASK]."
)


class MaskBar(QWidget):
    """Numbers of the rule, Roll and Clear."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._appearance = appearance
        self._rate = _spin("Share of tokens that is chosen", " %")
        self._mask = _spin("Share of the chosen that becomes [MASK]", " %")
        self._random = _spin("Share of the chosen that becomes a random token", " %")
        self._keep = QLabel()
        self._keep.setProperty("role", "mono")
        self._unit = QComboBox()
        self._unit.setAccessibleName("What is chosen as one")
        self._unit.addItems([unit.value for unit in Unit])
        self._seed = _spin("Seed of the dice", "", 999_999)
        self.roll = QPushButton("Roll")
        self.roll.setToolTip(f"Draw masks by the rule (Ctrl+R). {RULE_TIP}")
        self.clear = QPushButton("Clear")
        self.clear.setToolTip("Take all masks away")
        self._lay_out()
        for spin in (self._rate, self._mask, self._random, self._seed):
            spin.valueChanged.connect(self._edited)
        self._unit.currentIndexChanged.connect(self._edited)
        self.roll.clicked.connect(self._roll)
        self.clear.clicked.connect(lambda: session.set_plan(MaskPlan(), "Clear masks"))
        session.changed.connect(self._show)
        appearance.changed.connect(self._set_widths)
        self._set_widths()
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        title = QLabel("Masks")
        title.setProperty("role", "title")
        title.setToolTip(RULE_TIP)
        row.addWidget(title)
        for name, widget in (
            ("choose", self._rate),
            ("[MASK]", self._mask),
            ("random", self._random),
            ("keep", self._keep),
            ("unit", self._unit),
            ("seed", self._seed),
        ):
            label = QLabel(name)
            label.setProperty("role", "muted")
            row.addSpacing(1)
            row.addWidget(label)
            row.addWidget(widget)
        row.addSpacing(2)
        row.addWidget(self.roll)
        row.addWidget(self.clear)
        row.addStretch(1)

    def _set_widths(self) -> None:
        px = self._appearance.theme.px
        for spin in (self._rate, self._mask, self._random):
            spin.setFixedWidth(px(52))
        self._seed.setFixedWidth(px(60))
        self._unit.setFixedWidth(px(104))

    def _show(self) -> None:
        state = self._session.state
        shown = (
            (self._rate, state.rule.rate * 100),
            (self._mask, state.rule.mask * 100),
            (self._random, state.rule.random * 100),
            (self._seed, state.seed),
        )
        for spin, value in shown:
            spin.blockSignals(True)
            spin.setValue(round(value))
            spin.blockSignals(False)
        self._unit.blockSignals(True)
        self._unit.setCurrentText(state.rule.unit.value)
        self._unit.blockSignals(False)
        self._keep.setText(f"{round(state.rule.keep * 100)} %")

    def _roll(self) -> None:
        """Roll with what the boxes show, though it may not have been entered yet."""
        for spin in (self._rate, self._mask, self._random, self._seed):
            spin.interpretText()
        self._session.roll()

    def _edited(self) -> None:
        """The chosen shares hold together: what one takes, another gives."""
        mask, random = self._mask.value(), self._random.value()
        if mask + random > 100:
            if self.sender() is self._mask:
                random = 100 - mask
            else:
                mask = 100 - random
        rule = MaskRule(
            self._rate.value() / 100, mask / 100, random / 100, Unit(self._unit.currentText())
        )
        self._session.set_rule(rule, self._seed.value())


def _spin(label: str, suffix: str, most: int = 100) -> QSpinBox:
    spin = QSpinBox()
    spin.setAccessibleName(label)
    spin.setToolTip(label)
    spin.setRange(0, most)
    spin.setSuffix(suffix)
    spin.setKeyboardTracking(False)
    spin.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return spin
