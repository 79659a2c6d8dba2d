"""The masking rule with its numbers, the dice, and what was really drawn."""

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from bertscope.gui.session import Session
from bertscope.text.masking import Action, MaskPlan, MaskRule, Unit

RULE_TIP = (
    "BERT chooses 15 % of the tokens; of the chosen ones 80 % become [MASK], 10 % a random token "
    "and 10 % stay as they are, so that the model can't rely on seeing [MASK]."
)


class MaskBar(QWidget):
    """Numbers of the rule, Roll and Clear, and the counts of the plan at hand."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
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
        self._drawn = QLabel()
        self._drawn.setProperty("role", "muted")
        self._drawn.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()
        for spin in (self._rate, self._mask, self._random, self._seed):
            spin.valueChanged.connect(self._edited)
        self._unit.currentIndexChanged.connect(self._edited)
        self.roll.clicked.connect(session.roll)
        self.clear.clicked.connect(lambda: session.set_plan(MaskPlan(), "Clear masks"))
        session.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
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
            row.addSpacing(4)
            row.addWidget(label)
            row.addWidget(widget)
        row.addSpacing(6)
        row.addWidget(self.roll)
        row.addWidget(self.clear)
        row.addWidget(self._drawn, 1)

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
        self._drawn.setText(drawn(state.plan, len(self._session.pair.maskable)))
        self._drawn.setToolTip(self._drawn.text())

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


def drawn(plan: MaskPlan, maskable: int) -> str:
    """What a plan really chose, for comparison with the nominal rates."""
    if not len(plan) or not maskable:
        return f"none of {maskable} chosen"
    counts = dict.fromkeys(Action, 0)
    for choice in plan.chosen.values():
        counts[choice.action] += 1
    share = round(100 * len(plan) / maskable)
    parts = [f"{n} {action.value.upper()}" for action, n in counts.items() if n]
    return f"chosen {len(plan)}/{maskable} = {share} % · " + " · ".join(parts)


def _spin(label: str, suffix: str, most: int = 100) -> QSpinBox:
    spin = QSpinBox()
    spin.setAccessibleName(label)
    spin.setToolTip(label)
    spin.setProperty("role", "share" if suffix else "seed")
    spin.setRange(0, most)
    spin.setSuffix(suffix)
    spin.setKeyboardTracking(False)
    return spin
