"""Many rolls: the very rolls of the dice, counted in slices while they can be seen."""

from collections.abc import Iterator
from itertools import count

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from bertscope.gui.masks import rolls_view
from bertscope.gui.masks.rolls_view import SLICE_S, RollsControls, RollsView
from bertscope.gui.session import Session
from bertscope.gui.theme import Appearance, Mode
from bertscope.text.masking import Action, MaskRule, Unit
from bertscope.text.pair import Source
from bertscope.text.reader import Reader

LONG = "the old man and his dog went to the sea in the morning and played with a little boat " * 30


@pytest.fixture
def view(qtbot: QtBot, session: Session, appearance: Appearance) -> Iterator[RollsView]:
    made = RollsView(session, appearance)
    qtbot.addWidget(made)
    made.resize(800, 320)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.hide()


def finish(qtbot: QtBot, view: RollsView) -> None:
    qtbot.waitUntil(lambda: not view._timer.isActive())


def test_it_counts_the_rolls_that_pressing_roll_would_give(
    qtbot: QtBot, view: RollsView, session: Session
) -> None:
    session.set_rule(MaskRule(rate=0.4), 3)
    session.set_view(rolls=10)
    finish(qtbot, view)
    content = view.content
    assert content is not None
    times = [0] * len(session.pair)
    for _ in range(10):
        session.roll()
        for position in session.state.plan.positions:
            times[position] += 1
    assert content.tally.at_LA.sum(axis=1).tolist() == times


def test_it_rolls_only_while_it_can_be_seen(
    qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    view = RollsView(session, appearance)
    qtbot.addWidget(view)
    session.set_rule(MaskRule(rate=0.5), 1)
    assert view.content is None
    assert view.numbers() is None
    view.show()
    assert view.content is not None
    finish(qtbot, view)
    shown = view.content
    view.hide()
    session.set_rule(MaskRule(rate=0.2), 1)
    assert view.content is shown


def test_a_long_count_goes_in_slices_and_stops_when_hidden(
    qtbot: QtBot,
    qapp: object,
    reader: Reader,
    appearance: Appearance,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A clock by which a slice has room for some batches, however fast the machine is.
    monkeypatch.setattr(rolls_view, "perf_counter", count(step=SLICE_S / 3).__next__)
    session = Session(Reader(reader.tokenizer, 512))
    session.set_pair(LONG, LONG)
    session.set_rule(MaskRule(rate=1.0), 1)
    session.set_view(rolls=1000)
    view = RollsView(session, appearance)
    qtbot.addWidget(view)
    view.show()
    assert view.content is not None
    begun = view.content.tally.rolls
    assert 0 < begun < 1000
    view.hide()
    assert not view._timer.isActive()
    view.show()
    qtbot.waitUntil(lambda: view.content is not None and view.content.tally.rolls > begun)
    session.set_view(rolls=10)
    finish(qtbot, view)
    assert view.content.tally.rolls == 10


def test_what_does_not_matter_to_rolls_rolls_nothing_anew(
    qtbot: QtBot, view: RollsView, session: Session
) -> None:
    finish(qtbot, view)
    before = view.content
    session.cycle(2)
    session.set_is_next(False)
    assert view.content is before


@pytest.mark.parametrize(
    ("a", "b", "rule", "words"),
    [
        ("", "", MaskRule(), "type a sentence"),
        ("my dog", "", MaskRule(rate=0.0), "raise it"),
        ("playing", "", MaskRule(rate=0.5, unit=Unit.WORD), "No whole word fits"),
    ],
)
def test_where_nothing_is_chosen_it_says_why(
    view: RollsView, session: Session, a: str, b: str, rule: MaskRule, words: str
) -> None:
    session.set_pair(a, b)
    session.set_rule(rule, 1)
    assert view.content is not None
    assert words in view.content.instead
    assert view.numbers() is None
    view.grab()


def test_one_token_alone_is_chosen_each_time(view: RollsView, session: Session) -> None:
    session.set_pair("dog", "")
    assert view.content is not None
    assert view.content.shares[1] == 1.0
    assert "One token alone" in view.content.title


def test_it_says_nominal_beside_drawn(qtbot: QtBot, view: RollsView, session: Session) -> None:
    session.set_rule(MaskRule(mask=1.0, random=0.0), 1)
    finish(qtbot, view)
    assert view.content is not None
    assert "1 of 8 = 12.5 % (rule 15 %)" in view.content.title
    assert view.content.share_words(Action.MASK) == "100 = 100.0 % (rule 100 %)"
    assert view.content.share_words(Action.KEEP) == "0 = 0.0 % (rule 0 %)"


def test_numbers_are_those_of_the_rolls(qtbot: QtBot, view: RollsView, session: Session) -> None:
    finish(qtbot, view)
    table = view.numbers()
    assert table is not None
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    tokens = [row for row in rows if row["shown"] == "token"]
    after = [row for row in rows if row["shown"] == "after rolls"]
    assert [row["token"] for row in tokens] == list(session.pair.tokens)
    assert sum(row["chosen"] for row in tokens) == after[-1]["chosen"] == 100
    assert [row["number"] for row in after] == list(range(1, 101))


def test_hover_lights_the_token_and_says_its_count(
    qtbot: QtBot, view: RollsView, session: Session
) -> None:
    finish(qtbot, view)
    areas = view._areas(view.viewport().width(), view.viewport().height())
    left = areas.bars.left() + view.theme.px(34)
    spot = QPointF(left + 2.5 * areas.column, areas.bars.center().y())
    qtbot.mouseMove(view.viewport(), QPoint(5, 5))
    qtbot.mouseMove(view.viewport(), spot.toPoint())
    assert session.focus == 2
    assert view.content is not None
    times = int(view.content.tally.at_LA[2].sum())
    assert f"<b>dog</b>: chosen in {times} of 100 rolls" in view.tip(spot)
    assert view.tip(QPointF(5, 5)) == ""


def test_long_pairs_scroll_to_their_last_token(
    qtbot: QtBot, qapp: object, reader: Reader, appearance: Appearance
) -> None:
    session = Session(Reader(reader.tokenizer, 512))
    session.set_pair(LONG, LONG)
    view = RollsView(session, appearance)
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    finish(qtbot, view)
    bar = view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    areas = view._areas(view.viewport().width(), view.viewport().height())
    spot = QPointF(areas.bars.right() - 3, areas.bars.center().y())
    assert "[SEP]" in view.tip(spot)


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
@pytest.mark.parametrize("size", [(300, 120), (560, 500), (1200, 260)])
def test_it_paints_at_every_size(
    qtbot: QtBot, session: Session, size: tuple[int, int], scale: float
) -> None:
    view = RollsView(session, Appearance(Mode.DARK, scale))
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    finish(qtbot, view)
    before: QImage = view.grab().toImage()
    session.set_rule(MaskRule(mask=0.0, random=1.0), 1)
    finish(qtbot, view)
    assert view.grab().toImage() != before


def test_controls_choose_the_number_and_follow_undo(qtbot: QtBot, session: Session) -> None:
    controls = RollsControls(session)
    qtbot.addWidget(controls)
    controls.show()
    assert controls.rolls.currentText() == "100 rolls"
    qtbot.keyClick(controls.rolls, "1")
    session.set_view("Change the number of rolls", rolls=1000)
    assert controls.rolls.currentText() == "1,000 rolls"
    session.undo_stack.undo()
    assert controls.rolls.currentText() == "100 rolls"


def test_specials_are_never_chosen(qtbot: QtBot, view: RollsView, session: Session) -> None:
    session.set_rule(MaskRule(rate=1.0), 1)
    finish(qtbot, view)
    assert view.content is not None
    for position, source in enumerate(session.pair.sources):
        assert view.content.shares[position] == (0.0 if source is Source.SPECIAL else 1.0)
