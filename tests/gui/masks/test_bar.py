"""Mask bar: the rule's numbers, the dice, and room for all of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.masks.bar import MaskBar
from bertscope.gui.session import Session
from bertscope.gui.theme import Appearance, Mode
from bertscope.text.masking import Action, Chosen, MaskPlan, MaskRule, Unit

PLAN = MaskPlan({1: Chosen(Action.MASK, 4), 2: Chosen(Action.MASK, 4), 3: Chosen(Action.KEEP, 9)})
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot: QtBot, session: Session, appearance: Appearance) -> MaskBar:
    made = MaskBar(session, appearance)
    qtbot.addWidget(made)
    made.resize(830, 60)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_numbers_change_the_rule(bar: MaskBar, session: Session) -> None:
    bar._rate.setValue(40)
    bar._unit.setCurrentText("span")
    bar._seed.setValue(3)
    rule = session.state.rule
    assert (rule.rate, rule.unit, session.state.seed) == (0.4, Unit.SPAN, 3)


def test_shares_never_pass_the_whole(bar: MaskBar, session: Session) -> None:
    bar._mask.setValue(95)
    rule = session.state.rule
    assert (rule.mask, rule.random) == (0.95, 0.05)
    bar._random.setValue(50)
    rule = session.state.rule
    assert (rule.mask, rule.random) == (0.5, 0.5)
    assert bar._keep.text() == "0 %"


def test_a_share_between_two_percents_is_shown_and_kept(bar: MaskBar, session: Session) -> None:
    session.set_rule(MaskRule(rate=0.125, mask=0.7), 5)
    assert bar._rate.text() == "12.5 %"
    bar._random.setValue(20)
    assert session.state.rule == MaskRule(rate=0.125, mask=0.7, random=0.2)


def test_it_rolls_with_a_seed_that_is_still_being_typed(
    qtbot: QtBot, bar: MaskBar, session: Session
) -> None:
    bar._seed.selectAll()
    qtbot.keyClicks(bar._seed, "42")
    qtbot.mouseClick(bar.roll, LEFT)
    assert (session.state.seed, session.state.plan) == (43, session.draw(42))


def test_it_shows_what_undo_brings_back(qtbot: QtBot, bar: MaskBar, session: Session) -> None:
    bar._rate.setValue(40)
    qtbot.mouseClick(bar.roll, LEFT)
    qtbot.mouseClick(bar.clear, LEFT)
    session.undo_stack.undo()
    assert (bar._rate.value(), bar._seed.value()) == (40, 8)
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert (bar._rate.value(), bar._seed.value()) == (15, 7)


def test_clear_is_there_when_there_is_something_to_clear(
    qtbot: QtBot, bar: MaskBar, session: Session
) -> None:
    assert not bar.clear.isEnabled()
    session.cycle(2)
    qtbot.mouseClick(bar.clear, LEFT)
    assert not session.state.plan.chosen
    assert not bar.clear.isEnabled()


def test_many_rolls_are_wanted_and_the_button_says_how_many(
    qtbot: QtBot, bar: MaskBar, session: Session
) -> None:
    wanted: list[bool] = []
    bar.rolls_wanted.connect(wanted.append)
    qtbot.mouseClick(bar.rolls, LEFT)
    bar.show_rolls_shown(False)
    assert (wanted, bar.rolls.isChecked()) == ([True], False)
    session.set_view(rolls=1000)
    assert bar.rolls.text() == "1,000 rolls"


@pytest.mark.parametrize("width", [700, 830, 1400])
@pytest.mark.parametrize("scale", [0.8, 1.0, 1.3, 1.6, 2.0])
def test_nothing_is_cut_off_at_any_size(
    qtbot: QtBot, qapp: QApplication, session: Session, scale: float, width: int
) -> None:
    appearance = Appearance(Mode.LIGHT, scale)
    host = QWidget()
    host.setStyleSheet(appearance.theme.style_sheet)
    qtbot.addWidget(host)
    bar = MaskBar(session, appearance)
    bar.setParent(host)
    session.set_rule(MaskRule(rate=0.125), 999_999)
    session.set_action([1, 3], Action.MASK)
    session.set_action([2], Action.RANDOM)
    bar.resize(width, 10)
    host.resize(width, 400)
    with qtbot.waitExposed(host):
        host.show()
    assert bar.width() == width
    for part in bar._parts:
        assert part.width() >= part.sizeHint().width()
        assert bar.rect().contains(part.geometry()), part
    for one in bar._parts:
        for other in bar._parts:
            assert one is other or not one.geometry().intersects(other.geometry())
    assert bar._parts[-1].geometry().right() == bar.rect().right()


def test_it_grows_a_row_when_numbers_become_longer(
    bar: MaskBar, qtbot: QtBot, session: Session
) -> None:
    bar.resize(bar.sizeHint().width(), 60)
    one_row = bar.height()
    session.set_rule(MaskRule(rate=0.155), 7)
    qtbot.waitUntil(lambda: bar.height() > one_row)
    session.set_rule(MaskRule(), 7)
    qtbot.waitUntil(lambda: bar.height() == one_row)
