"""The distribution is that of its position, and its figures are right."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from bertscope.gui.outputs.distribution import Distribution
from bertscope.gui.outputs.distribution_axes import Axes
from bertscope.gui.outputs.distribution_view import DistributionView
from bertscope.gui.session import Session
from bertscope.gui.theme import Appearance
from bertscope.text.masking import Action
from tests.gui.looks import seen_of, with_distribution


@pytest.fixture
def shares(session: Session) -> np.ndarray:
    size = len(session.reader.tokenizer)
    falling = 1.0 / np.arange(1, size + 1) ** 1.5
    return np.random.default_rng(3).permutation(falling / falling.sum()).astype(np.float32)


@pytest.fixture
def view(
    qtbot: QtBot, session: Session, appearance: Appearance, shares: np.ndarray
) -> DistributionView:
    session.set_action([2, 4], Action.MASK)
    made = DistributionView(session, appearance)
    qtbot.addWidget(made)
    made.resize(500, 220)
    made.show()
    return made


def test_entropy_and_masses(session: Session) -> None:
    session.set_action([2], Action.MASK)
    size = len(session.reader.tokenizer)
    shares = np.zeros(size, np.float32)
    shares[:20] = 1 / 20
    shown = Distribution.of(with_distribution(seen_of(session), 2, shares), 2)
    assert shown is not None
    assert shown.entropy == pytest.approx(np.log(20), rel=1e-5)
    assert shown.perplexity == pytest.approx(20, rel=1e-5)
    assert shown.masses == pytest.approx({1: 0.05, 10: 0.5, 100: 1.0, 1000: 1.0}, rel=1e-5)


def test_ranks_fall(session: Session, shares: np.ndarray) -> None:
    session.set_action([2], Action.MASK)
    shown = Distribution.of(with_distribution(seen_of(session), 2, shares), 2)
    assert shown is not None
    vocabulary = session.reader.tokenizer.vocabulary
    assert shown.token(1) == vocabulary[int(shares.argmax())]
    assert shown.share(shown.prediction.rank) == pytest.approx(shares[session.pair.ids[2]])


def test_a_distribution_of_another_position_is_not_shown(
    session: Session, shares: np.ndarray
) -> None:
    session.set_action([2, 4], Action.MASK)
    seen = with_distribution(seen_of(session), 4, shares)
    assert Distribution.of(seen, 4) is not None
    assert Distribution.of(seen, 2) is None
    assert Distribution.of(seen, 7) is None
    assert Distribution.of(seen_of(session), 4) is None


def test_it_follows_the_position_that_is_looked_at(
    view: DistributionView, session: Session, shares: np.ndarray
) -> None:
    seen = with_distribution(seen_of(session), 4, shares)
    view.show_seen(seen)
    assert view.numbers() is None
    session.set_view("Show a distribution", distribution_at=4)
    table = view.numbers()
    assert table is not None
    rows = list(table.rows)
    assert len(rows) == len(shares)
    assert [row[0] for row in rows[:3]] == [1, 2, 3]
    assert rows[0][2] == int(shares.argmax())
    session.set_view("Show a distribution", distribution_at=2)
    assert view.numbers() is None


@pytest.mark.parametrize("size", [(300, 150), (430, 220), (900, 400)])
def test_the_ends_of_the_curve_lie_in_the_frame(
    session: Session, appearance: Appearance, shares: np.ndarray, size: tuple[int, int]
) -> None:
    session.set_action([2], Action.MASK)
    shown = Distribution.of(with_distribution(seen_of(session), 2, shares), 2)
    assert shown is not None
    axes = Axes.of([shown], appearance.theme, *size)
    assert axes.frame.height() >= 60
    first, last = axes.point(1, shown.share(1)), axes.point(axes.size, shown.share(axes.size))
    assert (first.x(), last.x()) == pytest.approx((axes.frame.left(), axes.frame.right()))
    assert axes.frame.top() <= first.y() < last.y() <= axes.frame.bottom() + 1e-6
    assert [axes.rank_at(axes.x(rank)) for rank in (1, 7, 500, axes.size)] == [1, 7, 500, axes.size]


def test_hover_reads_out_and_leaving_stops(
    qtbot: QtBot, view: DistributionView, session: Session, shares: np.ndarray
) -> None:
    session.set_view("Show a distribution", distribution_at=4)
    view.show_seen(with_distribution(seen_of(session), 4, shares))
    before = view.grab().toImage()
    qtbot.mouseMove(view.viewport(), QPoint(250, 100))
    assert view.grab().toImage() != before
    qtbot.mouseMove(view.viewport(), QPoint(250, 3))
    assert view.grab().toImage() == before


def test_every_reason_for_emptiness_is_another_sentence(
    view: DistributionView, session: Session
) -> None:
    sentences = [view._why_empty()]
    session.set_view("Show a distribution", distribution_at=4)
    sentences.append(view._why_empty())
    view.show_seen(seen_of(session))
    session.set_action([4], None)
    sentences.append(view._why_empty())
    view.grab()
    assert len(set(sentences)) == 3


def test_a_certain_model_is_shown(view: DistributionView, session: Session) -> None:
    shares = np.zeros(len(session.reader.tokenizer), np.float32)
    shares[session.pair.ids[4]] = 1.0
    session.set_view("Show a distribution", distribution_at=4)
    view.show_seen(with_distribution(seen_of(session), 4, shares))
    view.grab()
    assert view.numbers() is not None
