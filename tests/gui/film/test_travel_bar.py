"""The line of buttons under the curves."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bertscope.gui.application import dress
from bertscope.gui.film.film import SPEEDS, Film
from bertscope.gui.film.travel_bar import Subject, TravelBar
from bertscope.gui.session import Session
from bertscope.gui.symbols import Symbol
from bertscope.gui.theme import SCALES, Appearance
from tests.gui.accessibility import unnamed_controls
from tests.gui.conftest import FakeEngine
from tests.gui.travelling import Bench

PANEL_WIDTH = 386
"""Inside the panel of the training, which is 410 pixels wide."""


@pytest.fixture
def bench(session: Session, fake: FakeEngine) -> Iterator[Bench]:
    made = Bench(session, fake)
    yield made
    made.close()


@pytest.fixture
def bar(qtbot: QtBot, bench: Bench, appearance: Appearance) -> Iterator[TravelBar]:
    film = Film(bench.travel, bench.visit())
    made = TravelBar(bench.travel, film, appearance)
    made.film = film
    qtbot.addWidget(made)
    made.setStyleSheet(appearance.theme.style_sheet)
    made.resize(PANEL_WIDTH, made.sizeHint().height())
    with qtbot.waitExposed(made):
        made.show()
    yield made
    film.stop()


def click(qtbot: QtBot, bar: TravelBar, symbol: Symbol) -> None:
    qtbot.mouseClick(bar.buttons[symbol], Qt.MouseButton.LeftButton)


def enabled(bar: TravelBar) -> set[Symbol]:
    return {symbol for symbol, button in bar.buttons.items() if button.isEnabled()}


def test_clicks_travel(qtbot: QtBot, bench: Bench, bar: TravelBar) -> None:
    bench.train(1200, 0, 10, 40)
    for symbol, step in (
        (Symbol.PREVIOUS, 40),
        (Symbol.PREVIOUS, 10),
        (Symbol.NEXT, 40),
        (Symbol.FIRST, 0),
        (Symbol.NEWEST, None),
    ):
        click(qtbot, bar, symbol)
        assert bench.session.view.step == step


def test_it_says_where_it_is_and_what_is_kept(bench: Bench, bar: TravelBar) -> None:
    assert bar.step.text() == "no step is kept"
    bench.train(1200, 0, 10, 1100)
    assert bar.step.text() == "now · 1,200"
    assert bar.kept.text() == "3 kept · 15 of 512 MB"
    bench.travel.to(1100)
    assert bar.step.text() == "step 1,100"
    bench.keep(0, 10, 500, 1100)
    assert bar.kept.text() == "4 kept · 20 of 512 MB"


def test_only_what_leads_somewhere_can_be_pressed(bench: Bench, bar: TravelBar) -> None:
    assert enabled(bar) == set()
    assert not bar.export.isEnabled()
    bench.train(100, 0, 10)
    assert enabled(bar) == {Symbol.FIRST, Symbol.PREVIOUS, Symbol.PLAY}
    bench.travel.to(10)
    assert enabled(bar) == set(bar.buttons)
    bench.travel.first()
    assert enabled(bar) == {Symbol.PLAY, Symbol.NEXT, Symbol.NEWEST}
    assert bar.export.isEnabled()


def test_the_film_plays_pauses_and_has_a_speed(qtbot: QtBot, bench: Bench, bar: TravelBar) -> None:
    bench.train(100, 0, 10, 40)
    play = bar.buttons[Symbol.PLAY]
    assert play.accessibleName() == "Play the film"
    click(qtbot, bar, Symbol.PLAY)
    assert bar.film.is_playing
    assert play.accessibleName() == "Pause the film"
    click(qtbot, bar, Symbol.PLAY)
    assert not bar.film.is_playing
    bar.speed.setFocus()
    qtbot.keyClick(bar.speed, Qt.Key.Key_Down)
    assert bar.film.speed == SPEEDS[SPEEDS.index(5) + 1]


def test_a_film_of_each_subject_can_be_wanted(qtbot: QtBot, bench: Bench, bar: TravelBar) -> None:
    wanted: list[Subject] = []
    bar.export_wanted.connect(wanted.append)
    for action in bar.export.menu().actions():
        action.trigger()
    assert wanted == list(Subject)


@pytest.mark.parametrize("scale", SCALES)
def test_its_words_have_room_at_every_text_size(
    qtbot: QtBot, bench: Bench, bar: TravelBar, appearance: Appearance, scale: float
) -> None:
    bench.train(12_345, *range(0, 400, 10))
    bench.travel.to(390)
    appearance.set_scale(scale)
    dress(appearance.theme)
    bar.setStyleSheet(appearance.theme.style_sheet)
    bar.resize(round(PANEL_WIDTH * scale), bar.sizeHint().height())
    qtbot.waitUntil(lambda: bar.step.width() > 0)
    for words in (bar.step, bar.kept):
        assert words.fontMetrics().horizontalAdvance(words.text()) <= words.width()
    assert bar.minimumSizeHint().width() <= PANEL_WIDTH * scale


def test_every_control_has_a_name_and_a_tooltip(bar: TravelBar) -> None:
    assert unnamed_controls(bar) == []
    for control in (*bar.buttons.values(), bar.speed, bar.export):
        assert len(control.toolTip()) > 20
