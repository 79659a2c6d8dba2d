"""The masking rule with its numbers, and the dice."""

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox

from bertscope.gui.controls import choices, choose, label, push_button
from bertscope.gui.flow import Flow
from bertscope.gui.language import marked, tr
from bertscope.gui.masks.drawn import rolls_words
from bertscope.gui.session import Session
from bertscope.gui.theme import Appearance
from bertscope.gui.wording import plain_percent
from bertscope.text.masking import MaskPlan, Unit
from bertscope.text.rolls import SEEDS

RULE_TIP = marked(
    "BERT chooses 15 % of the tokens; of the chosen ones 80 % become [MASK], 10 % a random token "
    "and 10 % stay as they are, so that the model can't rely on seeing [MASK]."
)
RATE_TIP = marked(
    "Share of the tokens that is chosen: max(1, round(share × tokens)); BERT's is 15 %"
)
MASK_TIP = marked("Share of the chosen that becomes [MASK]; BERT's is 80 %")
RANDOM_TIP = marked(
    "Share of the chosen that becomes a random token of the vocabulary; BERT's is 10 %"
)
KEEP_TIP = marked(
    "Share of the chosen that stays as it is, and is predicted all the same: the rest"
)
UNIT_TIP = marked(
    "What is chosen as one: tokens one by one (BERT), all tokens of a word (whole word masking), "
    "or several words in a row, replaced as one (SpanBERT)"
)
SEED_TIP = marked(
    "Seed of the dice: the same seed draws the same masks; each roll moves it on by one"
)
ROLLS_TIP = marked("Roll that often at once and see the rule's numbers emerge from chance")


class MaskBar(Flow):
    """Numbers of the rule, Roll and Clear.

    Signals
    -------
    rolls_wanted(bool)
        Many rolls at once are to be shown, or no longer.
    """

    rolls_wanted = Signal(bool)

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(gap=5)
        self._session = session
        self._appearance = appearance
        self._rate = _share(tr("Share of tokens that is chosen"), tr(RATE_TIP))
        self._mask = _share(tr("Share of the chosen that becomes [MASK]"), tr(MASK_TIP))
        self._random = _share(tr("Share of the chosen that becomes a random token"), tr(RANDOM_TIP))
        self._keep = label("", "mono", tr(KEEP_TIP))
        self._unit = choices(Unit, tr("What is chosen as one"), tr(UNIT_TIP))
        self._seed = _seed_box()
        self.roll = push_button(
            tr("Roll"), f"{tr('Draw masks by the rule (Ctrl+R).')} {tr(RULE_TIP)}"
        )
        self.clear = push_button(tr("Clear"), tr("Take all masks away"))
        self.rolls = push_button("", tr(ROLLS_TIP))
        self.rolls.setCheckable(True)
        self._lay_out()
        self._connect()
        self._show()

    def show_rolls_shown(self, shown: bool) -> None:
        """Keep the button in line with whether many rolls are shown."""
        self.rolls.setChecked(shown)

    def _lay_out(self) -> None:
        self.add(label(tr("Choose"), "title", tr(RULE_TIP)), self._rate)
        for name, box in (
            ("[MASK]", self._mask),
            (tr("random"), self._random),
            (tr("keep"), self._keep),
            (tr("unit"), self._unit),
            (tr("seed"), self._seed),
        ):
            self.add(label(name, "muted", box.toolTip()), box)
        self.add(self.roll, self.clear, self.rolls)

    def _connect(self) -> None:
        self._rate.valueChanged.connect(lambda share: self._edit(rate=share / 100))
        self._mask.valueChanged.connect(self._edit_mask)
        self._random.valueChanged.connect(self._edit_random)
        self._unit.currentIndexChanged.connect(self._edit_unit)
        self._seed.valueChanged.connect(
            lambda seed: self._session.set_rule(self._session.state.rule, seed)
        )
        self.roll.clicked.connect(self._roll)
        self.clear.clicked.connect(
            lambda: self._session.set_plan(MaskPlan(), marked("Clear masks"))
        )
        self.rolls.clicked.connect(self.rolls_wanted)
        self._session.changed.connect(self._show)
        self._appearance.changed.connect(self._set_widths)

    def _set_widths(self) -> None:
        px = self._appearance.theme.px
        for box in (self._rate, self._mask, self._random):
            box.setFixedWidth(px(60 if round(box.value(), 1) % 1 else 50))
        self._seed.setFixedWidth(px(50))
        self._unit.setFixedWidth(px(88))

    def _show(self) -> None:
        state = self._session.state
        for box, value in (
            (self._rate, state.rule.rate * 100),
            (self._mask, state.rule.mask * 100),
            (self._random, state.rule.random * 100),
        ):
            with QSignalBlocker(box):
                box.setValue(value)
        with QSignalBlocker(self._seed), QSignalBlocker(self._unit):
            self._seed.setValue(state.seed)
            choose(self._unit, state.rule.unit.value)
        self._set_widths()
        self._keep.setText(plain_percent(state.rule.keep))
        self.rolls.setText(rolls_words(state.view.rolls))
        self.clear.setEnabled(len(state.plan) > 0)

    def _roll(self) -> None:
        """Roll with what the boxes show, though it may not have been entered yet."""
        for box in (self._rate, self._mask, self._random, self._seed):
            box.interpretText()
        self._session.roll()

    def _edit_mask(self, share: float) -> None:
        """What [MASK] takes beyond the whole, random gives."""
        rest = (100 - share) / 100
        self._edit(mask=share / 100, random=min(self._session.state.rule.random, rest))

    def _edit_random(self, share: float) -> None:
        rest = (100 - share) / 100
        self._edit(random=share / 100, mask=min(self._session.state.rule.mask, rest))

    def _edit_unit(self) -> None:
        self._edit(unit=Unit(self._unit.currentData()))

    def _edit(self, **numbers: float | Unit) -> None:
        state = self._session.state
        self._session.set_rule(msgspec.structs.replace(state.rule, **numbers), state.seed)


class _ShareBox(QDoubleSpinBox):
    """A share in percent, with a digit behind the point where it has one."""

    def textFromValue(self, value: float) -> str:
        return self.locale().toString(value, "g", 4)


def _share(name: str, tip: str) -> QDoubleSpinBox:
    box = _ShareBox()
    box.setDecimals(1)
    box.setSuffix(" %")
    box.setRange(0, 100)
    box.setAccessibleName(name)
    box.setToolTip(tip)
    box.setKeyboardTracking(False)
    box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return box


def _seed_box() -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, SEEDS - 1)
    box.setAccessibleName(tr("Seed of the dice"))
    box.setToolTip(tr(SEED_TIP))
    box.setKeyboardTracking(False)
    box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return box
