"""The heads are ranked by how far their attention moved."""

from dataclasses import replace

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from bertscope.gui.compare.heads import HeadChanges
from bertscope.gui.compare.heads_view import BLOCKS, NOT_TWO, HeadsView
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.theme import Appearance
from bertscope.wire import messages as m
from tests.gui.compare.pairs import B
from tests.gui.looks import seen_of

CHANGES = {(0, 0): 0.02, (0, 1): 0.0, (1, 0): 0.08, (1, 1): 0.04}


def moved(session: Session, changes: dict[tuple[int, int], float] | None = None) -> Seen:
    """A look at two models; in each head every second weight differs by so much."""
    seen = seen_of(session, wants=m.Wants(thumbnails=48))
    there = seen.look.thumbnails.numpy().copy()
    for (layer, head), change in (changes or CHANGES).items():
        there[layer, head, ::2] += change
        there[layer, head, 1::2] -= change
    other = msgspec.structs.replace(seen.look, thumbnails=m.Array.of(there))
    return Seen(replace(seen.question, other=B), seen.look, other)


@pytest.fixture
def view(qtbot: QtBot, session: Session, appearance: Appearance) -> HeadsView:
    made = HeadsView(session, appearance)
    qtbot.addWidget(made)
    made.resize(500, 120)
    made.show()
    return made


def test_the_most_changed_come_first(session: Session) -> None:
    changes = HeadChanges.of(moved(session))
    assert [(c.layer, c.head) for c in changes.ranked] == [(1, 0), (1, 1), (0, 0), (0, 1)]
    assert [c.mean for c in changes.ranked] == pytest.approx([0.08, 0.04, 0.02, 0.0], abs=1e-6)
    assert changes.ranked[0].greatest == pytest.approx(0.08, abs=1e-6)
    assert changes.is_exact


def test_of_a_long_pair_it_says_that_blocks_are_compared(view: HeadsView, session: Session) -> None:
    session.set_pair("dog " * 60, "")
    seen = moved(session)
    assert not HeadChanges.of(seen).is_exact
    view.show_seen(seen)
    rect = view.rect_of(0, view.viewport().width(), view.viewport().height())
    assert "blocks" in view.tip(rect.center())
    assert all("block" in words for words in BLOCKS)


def test_a_click_opens_the_head(qtbot: QtBot, view: HeadsView, session: Session) -> None:
    view.show_seen(moved(session))
    rect = view.rect_of(1, view.viewport().width(), view.viewport().height())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert (session.view.layer, session.view.heads) == (1, (1,))


def test_keys_walk_the_ranking(qtbot: QtBot, view: HeadsView, session: Session) -> None:
    view.show_seen(moved(session))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
    assert view.accessibleDescription().startswith("Rank 2: layer 2, head 2")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert (session.view.layer, session.view.heads) == (1, (1,))


def test_all_of_many_heads_can_be_reached(view: HeadsView, session: Session) -> None:
    seen = moved(session)
    length = len(seen.question.ids)
    a, b = (
        m.Array.of(np.random.default_rng(n).random((12, 12, length, length)).astype(np.float32))
        for n in range(2)
    )
    looks = [msgspec.structs.replace(seen.look, thumbnails=array) for array in (a, b)]
    view.show_seen(Seen(seen.question, *looks))
    whole = view.whole_size()
    last = view.rect_of(143, view.viewport().width(), view.viewport().height())
    assert last.right() <= whole.width() + 1
    assert last.bottom() <= view.viewport().height() + 1
    bar = view.horizontalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert view._at(QPointF(last.center().x() - view.scrolled, last.center().y())) == 143


def test_each_emptiness_says_why(view: HeadsView, session: Session) -> None:
    view.grab()
    assert view._why_empty() == NOT_TWO
    view.show_seen(seen_of(session))
    assert view._why_empty() == NOT_TWO
    seen = moved(session)
    wide = m.Array.of(np.zeros((2, 8, 11, 11), np.float32))
    other = msgspec.structs.replace(seen.look, thumbnails=wide)
    view.show_seen(Seen(seen.question, seen.look, other))
    assert "2 layers of 2 heads and B 2 of 8" in view._why_empty()
    assert view.numbers() is None


def test_numbers_count_layers_and_heads_from_one(view: HeadsView, session: Session) -> None:
    view.show_seen(moved(session))
    table = view.numbers()
    assert table.columns == ("rank", "layer", "head", "mean |change|", "greatest |change|")
    first = next(iter(table.rows))
    assert first[:3] == (1, 2, 1)
    assert first[3:] == pytest.approx((0.08, 0.08), abs=1e-6)


def test_two_models_that_are_alike_are_painted(view: HeadsView, session: Session) -> None:
    view.show_seen(moved(session, {(0, 0): 0.0}))
    assert not view.grab().isNull()
    assert {change.mean for change in view._ranked} == {0.0}
