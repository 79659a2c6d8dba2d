"""Attention of two models: how it differs is what is painted, and the numbers are those of both."""

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from bertscope.gui.attention.change import change_limit, share_change_words
from bertscope.gui.attention.image import pixels_of
from bertscope.gui.attention.lines import LinesFigure
from bertscope.gui.attention.matrix import MatrixFigure
from bertscope.gui.attention.shown import Shown
from bertscope.gui.attention.tokens import Marks
from bertscope.gui.attention.view import AttentionView
from bertscope.gui.attention.weight_lines import CHANGE_STEPS, MOST_LINES
from bertscope.gui.canvas import paint_image
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Form, Quarter
from bertscope.gui.state import Side as Of
from bertscope.gui.theme import DARK, LIGHT, Appearance, Mode
from bertscope.wire import messages as m
from tests.gui.attention.test_shown import attention_seen
from tests.gui.compare.pairs import beside

LEFT = Qt.MouseButton.LeftButton


def turned(look: m.Look) -> m.Look:
    """B looks the other way round: weights, shares and vectors mirrored."""
    heads = look.heads
    assert heads is not None
    mirror = {
        name: m.Array.of(np.ascontiguousarray(getattr(look, name).numpy()[..., ::-1]))
        for name in ("thumbnails", "blocks")
    }
    whole = m.Heads(
        heads.layer,
        heads.numbers,
        m.Array.of(np.ascontiguousarray(heads.weights.numpy()[..., ::-1])),
        m.Array.of(2 * heads.queries.numpy()),
        heads.keys,
    )
    return msgspec.structs.replace(look, heads=whole, **mirror)


def with_more_heads(session: Session) -> Seen:
    """B has another number of heads."""
    other = attention_seen(session, layers=3, heads=4).look
    return beside(attention_seen(session), lambda look: other)


@pytest.fixture
def view(qtbot: QtBot, session: Session, appearance: Appearance) -> AttentionView:
    made = AttentionView(session, appearance)
    qtbot.addWidget(made)
    made.resize(1100, 300)
    with qtbot.waitExposed(made):
        made.show()
    session.set_view(side=Of.DIFFERENCE)

    def show() -> None:
        made.show_seen(beside(attention_seen(session), turned))

    show()
    session.changed.connect(show)
    return made


def figure(view: AttentionView) -> LinesFigure:
    found = view.figure_for(view.layout_now)
    assert isinstance(found, LinesFigure)
    return found


def cell(view: AttentionView, query: int, key: int) -> QPoint:
    matrix = view.figure_for(view.layout_now)
    assert isinstance(matrix, MatrixFigure)
    x, y = matrix.keys.middles(np.array([key])), matrix.queries.middles(np.array([query]))
    return QPointF(x[0], y[0]).toPoint()


def painted(view: AttentionView) -> QImage:
    return paint_image(view.viewport().size(), view.theme, view.paint_whole, 1.0)


class TestScale:
    def test_it_ends_at_the_first_round_number_that_hardly_any_change_exceeds(self) -> None:
        changes = np.zeros(1000)
        changes[:30] = -0.13
        changes[0] = 0.9
        assert change_limit(changes) == 0.2
        assert change_limit(np.full(4, -1.0)) == 1.0
        assert change_limit(np.full(4, 0.05)) == 0.05
        assert change_limit(np.full(4, 1e-7)) == 0.001

    @pytest.mark.parametrize("palette", [LIGHT, DARK])
    def test_fewer_pixels_keep_the_greatest_change_with_its_sign(self, palette) -> None:
        changes = np.array([[0.1, -0.4, 0.3, 0.0], [0.0, 0.2, -0.1, 0.1]], np.float32)
        pixels = pixels_of(changes, 1, 2, palette, 0.4)
        fell, grew = (QColor(int(pixel)) for pixel in pixels[0])
        assert fell == QColor(palette.negative)
        assert (
            grew.red() > QColor(palette.zero).red() or grew.green() < QColor(palette.zero).green()
        )
        assert QColor(int(pixels_of(changes[:, :1], 1, 1, palette, 0.1)[0, 0])) == QColor(
            palette.positive
        )


class TestLines:
    def test_they_are_the_changes_from_a_threshold_that_is_said(self, view: AttentionView) -> None:
        lines, shown = figure(view).lines, view.shown
        assert shown is not None
        assert shown.limit is not None
        change = shown.weights[lines.head, lines.query, lines.key]
        assert np.array_equal(change, lines.weight)
        assert np.abs(lines.weight).min() >= lines.threshold
        assert len(lines) == np.count_nonzero(np.abs(shown.weights) >= lines.threshold)
        assert view.foot_words(shown, view.layout_now) == (
            f"changes from ±{lines.threshold:g}: {len(lines)} of 121"
        )

    def test_they_are_b_less_a(self, view: AttentionView, session: Session) -> None:
        seen = beside(attention_seen(session), turned)
        assert view.shown is not None
        a, b = (look.heads.weights.numpy() for look in (seen.look, seen.other))
        assert np.allclose(view.shown.weights, b - a)

    def test_what_grew_and_what_fell_differ_in_colour_and_in_form(
        self, view: AttentionView, session: Session
    ) -> None:
        """A line that grew has its colour all along, one that fell has gaps in its own."""
        weights = np.zeros((1, 11, 11), np.float32)
        weights[0, 0, 0], weights[0, 8, 8] = 0.9, -0.9
        shown = view.shown
        assert shown is not None
        lone = Shown(**{**vars_of(shown), "weights": weights, "limit": 1.0})
        lines = LinesFigure.fit(view.theme, lone, lone.lines(), view.layout_now.plot)
        shades = [LIGHT.negative, LIGHT.positive]
        image = paint_image(
            view.viewport().size(),
            view.theme,
            lambda painter, _wide, _high: lines.paint(painter, shades, Marks()),
            1.0,
        )
        card = QColor(LIGHT.card)
        for row, shade, has_gaps in ((0, LIGHT.positive, False), (8, LIGHT.negative, True)):
            y = round(lines.queries.middles(np.array([row]))[0])
            xs = range(round(lines.left) + 20, round(lines.right) - 20)
            away = [max(_away(image, x, y + dy, card) for dy in (-1, 0, 1)) for x in xs]
            assert any(found < 30 for found in away) is has_gaps
            best = min(_away(image, x, y + dy, QColor(shade)) for x in xs for dy in (-1, 0, 1))
            assert best < 60

    def test_a_token_has_its_own_changes_alone(
        self, qtbot: QtBot, view: AttentionView, session: Session
    ) -> None:
        session.set_focus(2)
        assert set(figure(view).lines.query.tolist()) == {2}

    def test_many_raise_the_threshold_until_they_are_few(self, session: Session) -> None:
        session.set_view(heads=(0, 1, 2))
        seen = beside(attention_seen(session, length=300), turned)
        shown = Shown.of(seen, session.view, Of.DIFFERENCE, 0.05)
        assert shown is not None
        lines = shown.lines()
        assert len(lines) <= MOST_LINES
        assert lines.threshold in CHANGE_STEPS

    def test_nothing_changed_says_so(self, view: AttentionView, session: Session) -> None:
        view.show_seen(beside(attention_seen(session), lambda look: look))
        assert len(figure(view).lines) == 0
        assert figure(view).lines.none_words == "no weight changed by 0.05"
        view.grab()


class TestMatrix:
    def test_it_is_painted_about_zero(self, view: AttentionView, session: Session) -> None:
        session.set_view(form=Form.MATRIX)
        shown = view.shown
        assert shown is not None
        changes = shown.weights[0]
        least, greatest = (
            np.unravel_index(found, changes.shape) for found in (changes.argmin(), changes.argmax())
        )
        image = painted(view)
        ends = QColor(LIGHT.negative), QColor(LIGHT.positive)
        for place, end, other in ((least, *ends), (greatest, *ends[::-1])):
            at = cell(view, *(int(i) for i in place))
            assert _away(image, at.x(), at.y(), end) < _away(image, at.x(), at.y(), other)

    def test_a_cell_reads_out_both_weights_and_the_change(
        self, qtbot: QtBot, view: AttentionView, session: Session
    ) -> None:
        session.set_view(form=Form.MATRIX, heads=(0, 2))
        qtbot.mouseMove(view.viewport(), cell(view, 1, 2))
        seen, shown = beside(attention_seen(session), turned), view.shown
        assert shown is not None
        a, b = (
            float(look.heads.weights.numpy()[:, 1, 2].mean()) for look in (seen.look, seen.other)
        )
        words = view.foot_words(shown, view.layout_now)
        assert words.startswith(f"my → dog: A {a:.3f} · B {b:.3f} · B − A ")
        assert words.endswith("(layer 1, mean of heads 1, 3)")


class TestLink:
    def test_both_models_stand_side_by_side_on_one_scale(
        self, view: AttentionView, session: Session
    ) -> None:
        session.set_view(link=(1, 4))
        closely = view.closely
        assert closely is not None
        assert closely.letters == ("A", "B")
        a, b = closely.links
        assert np.array_equal(b.query_vector, 2 * a.query_vector)
        assert closely.vector >= np.abs(b.query_vector).max()
        assert closely.weights[1] == max(a.weights.max(), b.weights.max())
        view.grab()

    @pytest.mark.parametrize(("side", "number"), [(Of.A, 0), (Of.B, 1)])
    def test_one_alone_keeps_the_scale(
        self, view: AttentionView, session: Session, side: Of, number: int
    ) -> None:
        session.set_view(link=(1, 4))
        both = view.closely
        session.set_view(side=side)
        alone = view.closely
        assert both is not None
        assert alone is not None
        assert alone.letters == (side.value,)
        assert np.array_equal(alone.links[0].weights, both.links[number].weights)
        assert (alone.vector, alone.scores) == (both.vector, both.scores)

    def test_a_click_takes_the_greatest_change(
        self, qtbot: QtBot, view: AttentionView, session: Session
    ) -> None:
        lines = figure(view)
        y = lines.queries.middles(np.array([3]))[0]
        spot = QPointF(lines.area.left() + 4, y).toPoint()
        qtbot.mouseClick(view.viewport(), LEFT, pos=spot)
        assert view.shown is not None
        assert session.view.link == (3, int(np.abs(view.shown.weights[0, 3]).argmax()))


class TestShares:
    def test_a_head_tells_both_and_the_change(self, view: AttentionView) -> None:
        grid = view.layout_now.grid
        assert grid is not None
        blocks = view.heads.blocks
        a, b = (round(100 * float(found[1, 2, 0, 0])) for found in blocks)
        tip = view.tip(grid.cell(1, 2).center())
        assert tip.startswith(f"layer 2 · head 3 — A→A {a} → {b} % (")

    def test_shares_are_told_from_a_to_b_in_points(self) -> None:
        a = np.array([[0.31, 0.12, 0.1], [0.09, 0.25, 0.05], [0.03, 0.03, 0.02]], np.float32)
        b = np.array([[0.21, 0.12, 0.1], [0.09, 0.35, 0.05], [0.03, 0.03, 0.02]], np.float32)
        long, short, shortest = share_change_words(a, b)
        assert long.startswith("A→A 31 → 21 % (−10) · A→B 12 → 12 % (0)")
        assert short.endswith("B→B 25 → 35 % · [CLS],[SEP] 23 → 23 %")
        assert shortest == "A→A −10 · A→B 0 · B→A 0 · B→B +10 %-points"


class TestSides:
    def test_a_and_b_alone_are_the_looks_themselves(
        self, view: AttentionView, session: Session
    ) -> None:
        seen = beside(attention_seen(session), turned)
        for side, look in ((Of.A, seen.look), (Of.B, seen.other)):
            session.set_view(side=side)
            assert view.shown is not None
            assert np.array_equal(view.shown.weights, look.heads.weights.numpy())
            assert view.shown.place_words.startswith(f"{side.value} · layer 1")

    def test_nothing_pinned_is_as_it_was(self, view: AttentionView, session: Session) -> None:
        """Whatever side the session asks for, one model alone has no letter."""
        alone = attention_seen(session)
        view.show_seen(alone)
        assert view.shown is not None
        assert view.shown.place_words == "Layer 1 · head 1"
        assert view.shown.limit is None
        wanted = painted(view)
        session.changed.disconnect()
        session.set_view(side=Of.A)
        view.show_seen(alone)
        assert painted(view) == wanted

    def test_other_heads_have_no_difference_and_it_says_why(
        self, view: AttentionView, session: Session
    ) -> None:
        view.show_seen(with_more_heads(session))
        assert view.shown is None
        assert view.heads.why_none.startswith("A has 2 layers of 3 heads and B 3 of 4")
        assert view.keys.size == (2, 3)
        view.grab()
        view.resize(300, 60)
        view.grab()

    def test_a_thumbnail_of_b_that_a_has_not_can_be_left(
        self, qtbot: QtBot, view: AttentionView, session: Session
    ) -> None:
        session.changed.disconnect()
        session.set_view(side=Of.B)
        seen = with_more_heads(session)
        view.show_seen(seen)
        grid = view.layout_now.grid
        assert grid is not None
        assert view.keys.size == (3, 4)
        qtbot.mouseMove(view.viewport(), grid.cell(2, 3).center().toPoint())
        session.set_view(side=Of.A)
        view.show_seen(seen)
        view.grab()
        assert view.hover.head is None

    def test_a_long_pair_says_that_blocks_are_compared(
        self, view: AttentionView, session: Session
    ) -> None:
        seen = beside(attention_seen(session, length=200), turned)
        view.show_seen(seen)
        grid = view.layout_now.grid
        assert grid is not None
        assert "greatest weight of each block" in view.tip(grid.cell(0, 0).center())
        assert figure(view).lines.total == 200 * 200


class TestNumbers:
    def test_they_are_those_of_both_whichever_is_shown(
        self, view: AttentionView, session: Session
    ) -> None:
        session.set_view(layer=1, heads=(0, 2), quarter=Quarter.A_B)
        seen = beside(attention_seen(session), turned)
        for side in Of:
            session.set_view(side=side)
            table = view.numbers()
            assert table is not None
            rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
            assert len(rows) == len(table.rows) == 4 * 4
            assert (rows[0]["layer A"], rows[0]["query"], rows[0]["key"]) == (2, "my", "he")
            for name, look in (("A", seen.look), ("B", seen.other)):
                weights = look.heads.weights.numpy()[1, 1, 6]
                assert rows[0][f"weight (head 3) {name}"] == pytest.approx(weights, abs=1e-6)
            score = rows[0]["q·k/√d (head 1) A"]
            assert rows[0]["q·k/√d (head 1) B"] == pytest.approx(2 * score, abs=1e-5)

    def test_models_with_other_heads_have_theirs(
        self, view: AttentionView, session: Session
    ) -> None:
        session.set_view(layer=2, heads=(3,))
        session.changed.disconnect()
        view.show_seen(with_more_heads(session))
        table = view.numbers()
        assert table is not None
        assert table.columns[4:8] == (
            "layer A",
            "layer B",
            "weight (head 1) A",
            "weight (head 4) B",
        )
        assert next(iter(table.rows))[4:6] == [2, 3]


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("size", [(300, 60), (804, 110), (1230, 252)])
@pytest.mark.parametrize("length", [3, 512])
def test_every_size_can_be_painted(
    qtbot: QtBot, session: Session, form: Form, size: tuple[int, int], length: int
) -> None:
    view = AttentionView(session, Appearance(Mode.DARK, 1.6))
    qtbot.addWidget(view)
    view.resize(*size)
    session.set_view(form=form, heads=(0, 1), link=(1, 2), side=Of.DIFFERENCE)
    view.show_seen(beside(attention_seen(session, length=length), turned))
    assert not view.grab().isNull()
    session.set_view(link=None)
    view.show_seen(beside(attention_seen(session, length=length), turned))
    assert not view.grab().isNull()


def vars_of(shown: Shown) -> dict[str, object]:
    return {name: getattr(shown, name) for name in Shown.__dataclass_fields__}


def _away(image: QImage, x: int, y: int, shade: QColor) -> int:
    """How far a pixel is from a colour."""
    pixel = image.pixelColor(x, y)
    return (
        abs(pixel.red() - shade.red())
        + abs(pixel.green() - shade.green())
        + abs(pixel.blue() - shade.blue())
    )
