"""Hidden states, maps and vectors of two models: the difference is seen, both numbers are read."""

from dataclasses import replace

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from bertscope.gui.canvas import paint_image
from bertscope.gui.closer.layers import Layers
from bertscope.gui.closer.layers_profile import curves_of
from bertscope.gui.closer.layers_view import LayersView
from bertscope.gui.closer.map_view import MapView
from bertscope.gui.closer.token_scene import TokenScene
from bertscope.gui.closer.vector_blocks import bars_plot
from bertscope.gui.closer.vector_view import VectorView
from bertscope.gui.closer.vectors import cosines_to_before
from bertscope.gui.closer.vocabulary_scene import VocabularyScene
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Projection, Row, Side, Space, Vector
from bertscope.gui.theme import LIGHT, SCALES, Appearance, Mode
from bertscope.wire import messages as m
from tests.gui.closer.test_map_view import vocabulary_map
from tests.gui.compare.pairs import beside, narrow, other_look
from tests.gui.hidden_looks import LAYERS, WIDTH, hidden_seen, states_of

LEFT = Qt.MouseButton.LeftButton
OTHER_SEED = 3


def both(session: Session, hidden: np.ndarray | None = None, **changes: int) -> Seen:
    """A look at A and at B, whose hidden states are others where none are given."""
    states = states_of(len(session.pair), OTHER_SEED) if hidden is None else hidden

    def turn(look: m.Look) -> m.Look:
        moved = other_look(look)
        neighbours = None
        if look.neighbours is not None:
            neighbours = [m.Neighbour(n.token_id + 40, n.cosine / 2) for n in look.neighbours]
        return msgspec.structs.replace(
            moved, layers=len(states) - 1, hidden_states=m.Array.of(states), neighbours=neighbours
        )

    return beside(hidden_seen(session, **changes), turn)


def narrower(session: Session) -> Seen:
    """B is half as wide."""
    states = np.ascontiguousarray(states_of(len(session.pair), OTHER_SEED)[..., :6])

    def turn(look: m.Look) -> m.Look:
        return msgspec.structs.replace(narrow(look), hidden_states=m.Array.of(states))

    return beside(hidden_seen(session), turn)


def rows_of(view: LayersView | MapView | VectorView) -> list[dict[str, object]]:
    table = view.numbers()
    assert table is not None
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


class TestLayers:
    @pytest.fixture
    def view(self, qtbot: QtBot, session: Session, appearance: Appearance) -> LayersView:
        made = LayersView(session, appearance)
        qtbot.addWidget(made)
        made.resize(900, 260)
        made.show()
        session.set_view(side=Side.DIFFERENCE)
        made.show_seen(both(session))
        return made

    def test_strips_show_b_less_a(self, view: LayersView, session: Session) -> None:
        a = np.zeros((LAYERS + 1, len(session.pair), WIDTH), np.float32)
        b = a.copy()
        a[1, 2], b[2, 5] = 1, 1
        view.show_seen(_two(session, a, b))
        image = paint_image(view.viewport().size(), view.theme, view.paint_whole, 1.0)
        grid = view.grid
        assert grid is not None
        for place, shade in (
            ((1, 2), LIGHT.negative),
            ((2, 5), LIGHT.positive),
            ((2, 2), LIGHT.zero),
        ):
            assert image.pixelColor(grid.cell(*place).center().toPoint()) == QColor(shade)

    def test_a_and_b_share_a_scale(self, view: LayersView, session: Session) -> None:
        seen = _two(session, states_of(len(session.pair)), 5 * states_of(len(session.pair)))
        a, b = (Layers.of(seen, side) for side in (Side.A, Side.B))
        assert a is not None
        assert b is not None
        assert a.limit == b.limit > 2 * Layers.of(hidden_seen(session)).limit

    def test_below_a_strip_the_bar_of_a_is_full_and_that_of_b_pale(
        self, view: LayersView, session: Session
    ) -> None:
        """Both turn every state by a right angle, so that both bars are as long as can be."""
        states = np.zeros((LAYERS + 1, len(session.pair), WIDTH), np.float32)
        states[::2, :, 0] = states[1::2, :, 1] = 1
        view.resize(900, 168)
        view.show_seen(_two(session, states, states))
        image = paint_image(view.viewport().size(), view.theme, view.paint_whole, 1.0)
        assert view.grid is not None
        assert not view.grid.is_numbered
        places = view.grid.changes_of(1, 3)
        a, b = (image.pixelColor(place.center().toPoint()) for place in places)
        assert a == QColor(LIGHT.muted)
        assert QColor(LIGHT.muted).lightness() + 40 < b.lightness()

    def test_curves_are_those_of_both_models(self, session: Session) -> None:
        layers = Layers.of(both(session), Side.DIFFERENCE)
        assert layers is not None
        states = [states_of(len(session.pair), seed) for seed in (0, OTHER_SEED)]
        for focus, expected in (
            (-1, [1 - cosines_to_before(s).mean(axis=1) for s in states]),
            (4, [1 - cosines_to_before(s)[:, 4] for s in states]),
        ):
            assert np.allclose(curves_of(layers, focus), expected)

    def test_the_solid_curve_is_a_and_the_dashed_one_b(
        self, qtbot: QtBot, view: LayersView
    ) -> None:
        spot = QPointF(view.viewport().width() - 40, 100)
        assert "A is solid, B is dashed" in view.tip(spot)
        assert view.cell_at(spot) is None
        assert view.tip(QPointF(200, 100)) == ""

    def test_the_read_out_has_both(self, qtbot: QtBot, view: LayersView, session: Session) -> None:
        assert view.grid is not None
        qtbot.mouseMove(view.viewport(), view.grid.cell(2, 7).center().toPoint())
        a, b = (states_of(len(session.pair), seed).astype(float) for seed in (0, OTHER_SEED))
        norms = [np.linalg.norm(s[2, 7]) for s in (a, b)]
        like = a[2, 7] @ b[2, 7] / norms[0] / norms[1]
        assert f"norm A {norms[0]:.1f} B {norms[1]:.1f}" in view.read_out
        assert f"cos(A, B) {like:.3f}".replace("-", "−") in view.read_out

    def test_numbers_are_those_of_both_whichever_is_shown(
        self, view: LayersView, session: Session
    ) -> None:
        a, b = (states_of(len(session.pair), seed) for seed in (0, OTHER_SEED))
        for side in Side:
            session.set_view(side=side)
            view.show_seen(both(session))
            rows = rows_of(view)
            assert len(rows) == (LAYERS + 1) * len(session.pair)
            assert rows[2]["norm A"] == pytest.approx(np.linalg.norm(a[0, 2]))
            assert rows[2]["norm B"] == pytest.approx(np.linalg.norm(b[0, 2]))

    def test_other_widths_have_no_difference_and_it_says_why(
        self, view: LayersView, session: Session
    ) -> None:
        view.show_seen(narrower(session))
        assert view.grid is None
        assert view._why.startswith("A is 12 wide and B 6")
        view.grab()
        assert "norm B" in rows_of(view)[0]
        session.set_view(side=Side.B)
        view.show_seen(narrower(session))
        assert view.grid is not None
        view.grab()

    def test_another_number_of_layers_is_no_trap(self, view: LayersView, session: Session) -> None:
        seen = both(session, hidden=np.repeat(states_of(len(session.pair)), 2, axis=0))
        view.show_seen(seen)
        assert view._why.startswith(f"A has {LAYERS} layers and B 7")
        for side in (Side.A, Side.B):
            session.set_view(side=side)
            view.show_seen(seen)
            view.grab()
        assert view.grid is not None
        assert view.grid.rows == 8

    def test_one_model_has_no_curves(self, view: LayersView, session: Session) -> None:
        view.show_seen(hidden_seen(session))
        assert view.grid is not None
        assert not view.grid.is_pair
        assert view.tip(QPointF(view.viewport().width() - 40, 100)) == ""

    @pytest.mark.parametrize("size", [(799, 168), (1230, 254), (300, 100)])
    @pytest.mark.parametrize("words", [1, 60])
    def test_it_paints_at_every_size(
        self, view: LayersView, session: Session, size: tuple[int, int], words: int
    ) -> None:
        session.set_pair("dog " * words, "")
        view.resize(*size)
        view.show_seen(both(session))
        for scale in (SCALES[0], SCALES[-1]):
            view.appearance.set_scale(scale)
            session.set_focus(1)
            view.grab()
        view.appearance.set_mode(Mode.DARK)
        view.grab()


class TestMap:
    @pytest.fixture
    def view(self, qtbot: QtBot, session: Session, appearance: Appearance) -> MapView:
        made = MapView(session, appearance)
        qtbot.addWidget(made)
        made.resize(900, 260)
        made.show()
        session.set_view(side=Side.DIFFERENCE)
        made.show_seen(both(session))
        return made

    def spot(self, view: MapView, side: Side, layer: int, position: int) -> QPoint:
        assert view.frame is not None
        assert isinstance(view.scene, TokenScene)
        row = layer + (LAYERS + 1 if side is Side.B else 0)
        at = view.frame.place(view.scene.plane.points[row, position])
        return QPointF(*at.tolist()).toPoint()

    @pytest.mark.parametrize("projection", Projection)
    def test_the_plane_is_made_of_both_and_stays_when_one_is_shown(
        self, view: MapView, session: Session, projection: Projection
    ) -> None:
        session.set_view(projection=projection)
        seen = both(session)
        planes = []
        for side in Side:
            session.set_view(side=side)
            view.show_seen(seen)
            assert view.scene is not None
            planes.append(view.scene.plane)
            expected = (LAYERS + 1) * len(session.pair) * (2 if side is Side.DIFFERENCE else 1)
            assert view.scene.points.reshape(-1, 2).shape[0] == expected
        assert planes[0] is planes[1] is planes[2]
        assert np.abs(planes[0].points.reshape(-1, 2).mean(axis=0)).max() < 1e-5

    @pytest.mark.parametrize("side", [Side.A, Side.B])
    def test_hover_says_whose_state_it_is_and_a_click_opens_it(
        self, qtbot: QtBot, view: MapView, session: Session, side: Side
    ) -> None:
        qtbot.mouseMove(view.viewport(), self.spot(view, side, 2, 7))
        assert session.focus == 7
        assert isinstance(view.scene, TokenScene)
        words = view.scene._read_out(view._hovered)
        assert words == f"{side.value} · likes · 7 · layer 2"
        qtbot.mouseClick(view.viewport(), LEFT, pos=self.spot(view, side, 2, 7))
        assert session.view.vector == Vector(Row.HIDDEN, 7, 2)

    def test_what_is_not_shown_can_not_be_hit(
        self, qtbot: QtBot, view: MapView, session: Session
    ) -> None:
        seen = both(session)
        session.set_view(side=Side.B)
        view.show_seen(seen)
        qtbot.mouseMove(view.viewport(), self.spot(view, Side.B, 1, 4))
        assert isinstance(view.scene, TokenScene)
        assert view._hovered is not None
        assert view.scene.state_of(view._hovered) == (1, 4)
        assert len(view.scene.points) == LAYERS + 1

    def test_numbers_are_those_of_both(self, view: MapView, session: Session) -> None:
        assert isinstance(view.scene, TokenScene)
        points, rows = view.scene.plane.points, rows_of(view)
        assert len(rows) == (LAYERS + 1) * len(session.pair)
        assert (rows[3]["x A"], rows[3]["x B"]) == (points[0, 3, 0], points[LAYERS + 1, 3, 0])

    def test_other_widths_have_a_map_each(self, view: MapView, session: Session) -> None:
        seen = narrower(session)
        view.show_seen(seen)
        assert view.scene is None
        assert view._why.startswith("A is 12 wide and B 6")
        view.grab()
        assert "x B" in rows_of(view)[0]
        for side in (Side.A, Side.B):
            session.set_view(side=side)
            view.show_seen(seen)
            assert view.scene is not None
            assert view.scene.plane.points.shape == (LAYERS + 1, len(session.pair), 2)
            view.grab()

    def test_another_number_of_layers_lies_in_the_same_plane(
        self, view: MapView, session: Session
    ) -> None:
        view.show_seen(both(session, hidden=np.repeat(states_of(len(session.pair)), 2, axis=0)))
        assert view.scene is not None
        assert len(view.scene.points) == LAYERS + 1 + 8
        view.grab()
        assert len(rows_of(view)) == 8 * len(session.pair)

    def test_the_vocabulary_is_that_of_a_and_says_so(self, view: MapView, session: Session) -> None:
        session.set_view(space=Space.VOCABULARY)
        view.show_map(vocabulary_map(session))
        view.show_seen(both(session))
        assert isinstance(view.scene, VocabularyScene)
        compared = paint_image(view.viewport().size(), view.theme, view.paint_whole, 1.0)
        view.show_seen(hidden_seen(session))
        assert paint_image(view.viewport().size(), view.theme, view.paint_whole, 1.0) != compared

    @pytest.mark.parametrize("size", [(799, 168), (1230, 254), (60, 40)])
    @pytest.mark.parametrize("words", [0, 3, 60])
    def test_it_paints_at_every_size(
        self, view: MapView, session: Session, words: int, size: tuple[int, int]
    ) -> None:
        session.set_pair("dog " * words, "")
        view.show_seen(both(session))
        view.resize(*size)
        for scale in (SCALES[0], SCALES[-1]):
            view.appearance.set_scale(scale)
            session.set_focus(1)
            view.grab()
        view.appearance.set_mode(Mode.DARK)
        view.grab()


class TestVector:
    @pytest.fixture
    def view(self, qtbot: QtBot, session: Session, appearance: Appearance) -> VectorView:
        made = VectorView(session, appearance)
        qtbot.addWidget(made)
        made.resize(1000, 300)
        made.show()
        session.set_view(side=Side.DIFFERENCE, vector=Vector(Row.HIDDEN, 2, 1))
        made.show_seen(both(session))
        return made

    def test_the_value_under_the_mouse_is_read_in_both(
        self, qtbot: QtBot, view: VectorView, session: Session
    ) -> None:
        pair = view.pair
        assert pair is not None
        a, b = (states_of(len(session.pair), seed)[1, 2, 4] for seed in (0, OTHER_SEED))
        words = f"dimension 4: A {a:.3f} · B {b:.3f} · B − A {b - a:+.3f}"
        assert pair.value_words(4)[0] == words.replace("-", "−")
        before = view.grab().toImage()
        plot = bars_plot(view.theme, view.blocks.bars)
        at = QPointF(plot.left() + 4.5 / WIDTH * plot.width(), plot.center().y())
        qtbot.mouseMove(view.viewport(), at.toPoint())
        assert view.grab().toImage() != before

    def test_the_measures_are_those_of_both(self, view: VectorView, session: Session) -> None:
        assert view.pair is not None
        a, b = (states_of(len(session.pair), seed)[1, 2].astype(float) for seed in (0, OTHER_SEED))
        norms = np.linalg.norm(a), np.linalg.norm(b)
        words = (
            f"norm A {norms[0]:.3f} B {norms[1]:.3f} · |B − A| {np.linalg.norm(b - a):.3f} · "
            f"cos(A, B) {a @ b / norms[0] / norms[1]:.3f}"
        )
        assert view.pair.measures[1] == words.replace("-", "−")

    @pytest.mark.parametrize(("side", "seed"), [(Side.A, 0), (Side.B, OTHER_SEED)])
    def test_one_alone_is_on_the_scale_of_both(
        self, view: VectorView, session: Session, side: Side, seed: int
    ) -> None:
        extents = []
        for one in (side, Side.A):
            session.set_view(side=one)
            view.show_seen(both(session))
            assert view.shown is not None
            extents.append(view.shown.extent)
        session.set_view(side=side)
        view.show_seen(both(session))
        assert view.pair is None
        assert view.shown is not None
        assert np.array_equal(view.shown.values, states_of(len(session.pair), seed)[1, 2])
        assert extents[0] == extents[1]

    def test_neighbours_and_shares_are_those_of_both(
        self, view: VectorView, session: Session
    ) -> None:
        session.inspect(Row.TOKEN, 2)
        token = session.model_ids[2]
        view.show_seen(both(session, neighbours_of=token))
        pair = view.pair
        assert pair is not None
        found = [view._neighbours_in(one, one.seen.look) for one in (pair.a, pair.b)]
        assert [n[0].token_id for n in found] == [token + 1, token + 41]
        assert view.blocks.shares is not None
        tip = view.tip(view.blocks.shares.center())
        assert "<br>A: token " in tip
        assert "<br>B: token " in tip
        for size in ((799, 168), (1230, 254), (400, 600), (240, 90)):
            view.resize(*size)
            view.grab()

    def test_numbers_are_those_of_both_whichever_is_shown(
        self, view: VectorView, session: Session
    ) -> None:
        for side in Side:
            session.set_view(side=side)
            view.show_seen(both(session))
            rows = rows_of(view)
            for name, seed in (("A", 0), ("B", OTHER_SEED)):
                values = states_of(len(session.pair), seed)[1, 2]
                assert [row[f"value {name}"] for row in rows] == values.tolist()

    def test_other_widths_have_no_difference_and_it_says_why(
        self, view: VectorView, session: Session
    ) -> None:
        seen = narrower(session)
        session.inspect(Row.SUM, 2)
        view.show_seen(seen)
        pair = view.pair
        assert pair is not None
        assert pair.change is None
        assert pair.why.startswith("A is 12 wide and B 6")
        rows = rows_of(view)
        assert (rows[5]["value B"] is None, rows[6]["value B"] is None) == (False, True)
        for size in ((799, 168), (1230, 254), (400, 600), (240, 90)):
            view.resize(*size)
            view.grab()

    def test_a_long_pair_in_the_dark(self, view: VectorView, session: Session) -> None:
        session.set_pair("dog " * 58, "")
        view.appearance.set_mode(Mode.DARK)
        session.inspect(Row.SUM, 55)
        view.show_seen(both(session))
        assert view.pair is not None
        view.resize(240, 90)
        view.grab()


def _two(session: Session, a: np.ndarray, b: np.ndarray) -> Seen:
    """A look at two models with these hidden states."""
    seen = hidden_seen(session, hidden=a)
    other = msgspec.structs.replace(seen.look, hidden_states=m.Array.of(b))
    return replace(beside(seen), other=other)
