"""The attention view and its controls, by mouse and by keyboard."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bertscope.gui.attention.controls import AttentionControls
from bertscope.gui.attention.layout import Grid, Layout, thinned
from bertscope.gui.attention.lines import LinesFigure
from bertscope.gui.attention.link import close_rect
from bertscope.gui.attention.matrix import MatrixFigure
from bertscope.gui.attention.shown import Side
from bertscope.gui.attention.tokens import Track
from bertscope.gui.attention.view import AttentionView
from bertscope.gui.canvas import save_painting
from bertscope.gui.painting import text_width
from bertscope.gui.session import Session
from bertscope.gui.state import Form, Quarter
from bertscope.gui.theme import LIGHT, Appearance, Mode, Theme
from tests.gui.attention.test_shown import attention_seen
from tests.gui.language.seen import OPEN, Marking
from tests.gui.looks import seen_of

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot: QtBot, session: Session, appearance: Appearance) -> AttentionView:
    made = AttentionView(session, appearance)
    qtbot.addWidget(made)
    made.resize(850, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.show_seen(attention_seen(session))
    session.changed.connect(lambda: made.show_seen(attention_seen(session)))
    return made


def thumbnail(view: AttentionView, layer: int, head: int) -> QPoint:
    grid = view.layout_now.grid
    assert grid is not None
    return grid.cell(layer, head).center().toPoint()


def figure(view: AttentionView) -> LinesFigure | MatrixFigure:
    found = view.figure_for(view.layout_now)
    assert found is not None
    return found


def lines_of(view: AttentionView) -> LinesFigure:
    found = figure(view)
    assert isinstance(found, LinesFigure)
    return found


def token(view: AttentionView, side: Side, position: int) -> QPoint:
    """Where a token's name stands beside the lines."""
    lines = lines_of(view)
    track, x = (
        (lines.queries, lines.area.left() + 4)
        if side is Side.QUERY
        else (lines.keys, lines.area.right() - 4)
    )
    return QPointF(x, track.middles(np.array([position]))[0]).toPoint()


def cell(view: AttentionView, query: int, key: int) -> QPoint:
    matrix = figure(view)
    assert isinstance(matrix, MatrixFigure)
    x, y = matrix.keys.middles(np.array([key])), matrix.queries.middles(np.array([query]))
    return QPointF(x[0], y[0]).toPoint()


def click(
    qtbot: QtBot,
    view: AttentionView,
    spot: QPoint,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    qtbot.mouseClick(view.viewport(), LEFT, modifier, spot)


class TestHeads:
    def test_a_click_shows_a_head_alone(
        self, qtbot: QtBot, view: AttentionView, session: Session
    ) -> None:
        session.set_view(heads=(0, 1))
        click(qtbot, view, thumbnail(view, 1, 2))
        assert (session.view.layer, session.view.heads) == (1, (2,))

    @pytest.mark.parametrize("modifier", [CONTROL, SHIFT])
    def test_with_a_key_held_it_comes_beside_the_others(
        self, qtbot: QtBot, view: AttentionView, session: Session, modifier: Qt.KeyboardModifier
    ) -> None:
        click(qtbot, view, thumbnail(view, 0, 2), modifier)
        assert session.view.heads == (0, 2)
        click(qtbot, view, thumbnail(view, 0, 0), modifier)
        assert session.view.heads == (2,)

    def test_a_double_click_solos(
        self, qtbot: QtBot, view: AttentionView, session: Session
    ) -> None:
        session.set_view(heads=(0, 1, 2))
        qtbot.mouseDClick(view.viewport(), LEFT, pos=thumbnail(view, 0, 1))
        assert session.view.heads == (1,)

    def test_arrows_choose_and_stop_at_the_edges(
        self, qtbot: QtBot, view: AttentionView, session: Session
    ) -> None:
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
            qtbot.keyClick(view, key)
        assert (session.view.layer, session.view.heads) == (1, (2,))
        qtbot.keyClick(view, Qt.Key.Key_Right)
        assert session.view.heads == (2,)

    def test_space_shows_the_head_that_was_moved_to(
        self, qtbot: QtBot, view: AttentionView, session: Session
    ) -> None:
        qtbot.keyClick(view, Qt.Key.Key_Right, CONTROL)
        qtbot.keyClick(view, Qt.Key.Key_Right, CONTROL)
        assert session.view.heads == (0,)
        qtbot.keyClick(view, Qt.Key.Key_Space)
        assert session.view.heads == (0, 2)
        qtbot.keyClick(view, Qt.Key.Key_Space)
        assert session.view.heads == (0,)

    def test_a_shows_all(self, qtbot: QtBot, view: AttentionView, session: Session) -> None:
        qtbot.keyClick(view, Qt.Key.Key_A)
        assert session.view.heads == (0, 1, 2)

    def test_a_head_that_the_model_has_not_is_replaced(
        self, view: AttentionView, session: Session
    ) -> None:
        session.set_head(11, 11)
        assert view.keys.shown == (1, (0,))
        assert view.shown is not None
        assert (view.shown.layer, view.shown.numbers) == (1, (0,))
        view.grab()

    def test_a_tool_tip_tells_the_shares_of_a_head(self, view: AttentionView) -> None:
        tip = view.tip(QPointF(thumbnail(view, 1, 2)))
        assert tip.startswith("layer 2 · head 3 — A→A ")

    def test_a_row_of_the_shares_shows_its_head(
        self, qtbot: QtBot, view: AttentionView, session: Session
    ) -> None:
        view.resize(1200, 300)
        table = view.table_for(view.layout_now)
        assert table is not None
        spot = next(
            QPoint(round(table.area.left() + 20), y)
            for y in range(300)
            if table.at(QPointF(table.area.left() + 20, y)) == 2
        )
        click(qtbot, view, spot)
        assert session.view.heads == (2,)


class TestTokens:
    @pytest.mark.parametrize("side", Side)
    def test_hover_isolates_a_token_on_its_side(
        self, qtbot: QtBot, view: AttentionView, session: Session, side: Side
    ) -> None:
        qtbot.mouseMove(view.viewport(), token(view, side, 3))
        assert session.focus == 3
        lines = lines_of(view)
        ends = lines.lines.query if side is Side.QUERY else lines.lines.key
        assert set(ends.tolist()) == {3}

    def test_a_token_lit_elsewhere_shows_where_it_looks(
        self, view: AttentionView, session: Session
    ) -> None:
        session.set_focus(2)
        lines = lines_of(view)
        assert set(lines.lines.query.tolist()) == {2}

    def test_leaving_a_token_brings_all_lines_back(
        self, qtbot: QtBot, view: AttentionView, session: Session
    ) -> None:
        everything = len(lines_of(view).lines)
        qtbot.mouseMove(view.viewport(), token(view, Side.QUERY, 3))
        qtbot.mouseMove(view.viewport(), thumbnail(view, 0, 0))
        assert session.focus == -1
        assert len(lines_of(view).lines) == everything

    def test_a_cell_reads_out_its_weight(
        self, qtbot: QtBot, view: AttentionView, session: Session
    ) -> None:
        session.set_view(form=Form.MATRIX, heads=(0, 2), layer=1)
        view.grab()
        qtbot.mouseMove(view.viewport(), cell(view, 1, 2))
        shown = view.shown
        assert shown is not None
        words = view.foot_words(shown, view.layout_now)
        weight = float(shown.weights[0, 1, 2])
        assert words.startswith("my → dog: 0.")
        assert f"{weight:.3f}"[:4] in words
        assert words.endswith("(layer 2, mean of heads 1, 3)")

    def test_the_nearest_line_is_read_out(self, view: AttentionView) -> None:
        lines = lines_of(view)
        last = len(lines.lines) - 1
        query, key = int(lines.lines.query[last]), int(lines.lines.key[last])
        start = lines.queries.middles(np.array([query]))[0]
        end = lines.keys.middles(np.array([key]))[0]
        x = lines.left + 0.02 * (lines.right - lines.left)
        under = lines.weight_at(QPointF(x, start + 0.02 * (end - start)))
        assert under is not None
        assert under[1] == query

    def test_a_filter_says_that_weights_stay(self, view: AttentionView, session: Session) -> None:
        shown = view.shown
        assert shown is not None
        assert "redistributed" not in view.foot_words(shown, view.layout_now)
        session.set_view(specials=False)
        shown = view.shown
        assert shown is not None
        assert "hidden ones are not redistributed" in view.foot_words(shown, view.layout_now)


class TestLink:
    def test_a_query_and_then_a_key_are_looked_at_closely(
        self, qtbot: QtBot, view: AttentionView, session: Session
    ) -> None:
        click(qtbot, view, token(view, Side.QUERY, 1))
        shown = view.shown
        assert shown is not None
        assert session.view.link == (1, int(shown.weights[0, 1].argmax()))
        click(qtbot, view, token(view, Side.KEY, 4))
        assert session.view.link == (1, 4)
        assert view.link is not None
        view.grab()

    def test_escape_ends_it(self, qtbot: QtBot, view: AttentionView, session: Session) -> None:
        session.set_view(link=(1, 2))
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        assert session.view.link is None

    def test_the_cross_ends_it(self, qtbot: QtBot, view: AttentionView, session: Session) -> None:
        session.set_view(link=(1, 2))
        side = view.layout_now.side
        assert side is not None
        click(qtbot, view, close_rect(view.theme, side).center().toPoint())
        assert session.view.link is None

    def test_a_cell_clicked_again_ends_it(
        self, qtbot: QtBot, view: AttentionView, session: Session
    ) -> None:
        session.set_view(form=Form.MATRIX)
        click(qtbot, view, cell(view, 2, 5))
        assert session.view.link == (2, 5)
        click(qtbot, view, cell(view, 2, 5))
        assert session.view.link is None

    def test_by_keyboard(self, qtbot: QtBot, view: AttentionView, session: Session) -> None:
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_Q):
            qtbot.keyClick(view, key)
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_K):
            qtbot.keyClick(view, key)
        assert session.view.link == (1, 3)

    def test_undo_ends_it(self, qtbot: QtBot, view: AttentionView, session: Session) -> None:
        click(qtbot, view, token(view, Side.QUERY, 1))
        session.undo_stack.undo()
        assert session.view.link is None

    def test_a_narrow_view_gives_it_the_thumbnails_place(
        self, view: AttentionView, session: Session
    ) -> None:
        session.set_view(link=(1, 2))
        assert view.layout_now.grid is None
        view.resize(1200, 300)
        assert view.layout_now.grid is not None


def test_numbers_are_the_weights_that_the_filter_leaves(
    view: AttentionView, session: Session
) -> None:
    session.set_view(layer=1, heads=(0, 2), quarter=Quarter.A_B)
    table, shown = view.numbers(), view.shown
    assert table is not None
    assert shown is not None
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert len(rows) == len(table.rows) == 4 * 4
    first = rows[0]
    assert (first["layer"], first["query"], first["key"]) == (2, "my", "he")
    for row, head in enumerate(("head 1", "head 3")):
        assert first[f"weight ({head})"] == pytest.approx(shown.weights[row, 1, 6], abs=1e-6)
        assert first[f"q·k/√d ({head})"] == pytest.approx(shown.scores(row)[1, 6], abs=1e-6)


def test_numbers_of_a_mean_have_no_score(view: AttentionView, session: Session) -> None:
    session.set_view(heads=(0, 2), average=True)
    table = view.numbers()
    assert table is not None
    assert len(list(table.rows)) == 11 * 11
    assert table.columns[5:] == ("weight (mean of heads 1, 3)",)


def test_columns_are_named_in_english_in_every_language(
    view: AttentionView, session: Session, qapp: QApplication
) -> None:
    session.set_view(heads=(0, 2))
    marking = Marking()
    qapp.installTranslator(marking)
    table, shown = view.numbers(), view.shown
    assert shown is not None
    place = shown.place_words
    qapp.removeTranslator(marking)
    assert place.startswith(OPEN)
    assert table is not None
    assert table.columns[5:7] == ("weight (head 1)", "weight (head 3)")


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("size", [(300, 60), (560, 110), (1200, 420)])
@pytest.mark.parametrize("length", [3, 60, 512])
def test_every_size_can_be_painted(
    qtbot: QtBot, session: Session, form: Form, size: tuple[int, int], length: int
) -> None:
    view = AttentionView(session, Appearance(Mode.DARK, 1.6))
    qtbot.addWidget(view)
    view.resize(*size)
    session.set_view(form=form, heads=(0, 1), link=(1, 2))
    view.show_seen(attention_seen(session, length=length))
    assert not view.grab().isNull()


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_it_can_be_saved(view: AttentionView, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"attention{suffix}"
    save_painting(path, view.whole_size(), view.theme, view.paint_whole, 2.0)
    assert path.stat().st_size > 1000


def test_an_empty_quarter_and_an_empty_look_are_borne(
    qtbot: QtBot, view: AttentionView, session: Session
) -> None:
    session.set_pair("dog", "")
    session.set_view(quarter=Quarter.A_B, form=Form.MATRIX)
    view.grab()
    session.set_view(form=Form.LINES)
    view.grab()
    qtbot.mouseMove(view.viewport(), QPoint(500, 90))
    view.show_seen(seen_of(session))
    view.grab()
    view.show_seen(None)
    view.grab()
    assert view.numbers() is None


def test_small_thumbnails_can_all_be_hit() -> None:
    grid = Grid.fit(Theme(LIGHT), 24, 16, 0.37 * 560, 110)
    for layer in range(24):
        for head in range(16):
            assert grid.at(grid.cell(layer, head).center()) == (layer, head)


@pytest.mark.parametrize(("width", "height"), [(40, 300), (300, 10)])
def test_a_view_without_room_paints_no_thumbnails(
    qtbot: QtBot, session: Session, appearance: Appearance, width: int, height: int
) -> None:
    assert Layout.fit(Theme(LIGHT), width, height, (2, 2), False).grid is None
    view = AttentionView(session, appearance)
    qtbot.addWidget(view)
    view.show_seen(attention_seen(session))
    view.resize(width, height)
    view.grab()


def test_a_low_view_gives_the_read_out_up() -> None:
    low, high = (Layout.fit(Theme(LIGHT), 560, h, (4, 4), False) for h in (84, 110))
    assert low.foot.height() == 0
    assert high.foot.height() > 0


def test_names_are_thinned_out_and_those_asked_for_stay() -> None:
    assert thinned(8, 12, 12) == list(range(8))
    assert thinned(8, 5, 12) == [0, 3, 6]
    assert thinned(8, 5, 12, [4]) == [0, 4]
    assert thinned(8, 5, 12, [4, 5, 99]) == [0, 4]


class TestControls:
    @pytest.fixture
    def controls(self, qtbot: QtBot, session: Session, appearance: Appearance) -> AttentionControls:
        made = AttentionControls(session, appearance)
        qtbot.addWidget(made)
        made.show()
        made.show_seen(attention_seen(session))
        return made

    def test_lines_or_matrix(self, controls: AttentionControls, session: Session) -> None:
        controls.matrix.click()
        assert session.view.form is Form.MATRIX
        controls.lines.click()
        assert session.view.form is Form.LINES

    def test_a_longer_word_of_another_language_fits(
        self, controls: AttentionControls, appearance: Appearance
    ) -> None:
        controls.lines.setText("Verbindungen")
        for scale in (2.0, 1.0):
            appearance.set_scale(scale)
            room = controls.lines.width() - 2 * appearance.theme.px(7)
            assert room >= text_width("Verbindungen", appearance.theme.bold(13))

    def test_the_quarter_is_chosen_by_key(
        self, qtbot: QtBot, controls: AttentionControls, session: Session
    ) -> None:
        qtbot.keyClick(controls.quarter, Qt.Key.Key_Down)
        assert session.view.quarter is Quarter.A_A
        assert not controls.specials.isEnabled()

    def test_special_tokens_are_hidden(self, controls: AttentionControls, session: Session) -> None:
        controls.specials.click()
        assert not session.view.specials

    def test_all_heads_of_the_model_and_their_mean(
        self, controls: AttentionControls, session: Session
    ) -> None:
        assert not controls.mean.isEnabled()
        controls.all_heads.click()
        assert session.view.heads == (0, 1, 2)
        controls.mean.click()
        assert session.view.average
        controls.all_heads.click()
        assert session.view.heads == (0,)

    def test_they_show_what_undo_brings_back(
        self, controls: AttentionControls, session: Session
    ) -> None:
        controls.matrix.click()
        controls.all_heads.click()
        for _ in range(2):
            session.undo_stack.undo()
        assert controls.lines.isChecked()
        assert not controls.all_heads.isChecked()


def test_names_are_thinned_out_rather_than_lost() -> None:
    few, many = (Track(np.arange(count), 0.0, 60 / count) for count in (16, 200))
    assert few.labelled(11.5, []) == [0, 4, 8, 12]
    assert many.labelled(11.5, []) == []
    assert many.labelled(11.5, [150]) == [150]
