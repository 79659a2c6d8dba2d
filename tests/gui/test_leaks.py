"""A window that is used for hours doesn't grow: what one edit makes, a later one frees."""

import gc
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bertscope.gui.state import Form, Row, Side, Space, Stage
from bertscope.gui.theme import Appearance, Mode
from bertscope.recipe import Recipe
from bertscope.run_folder import About
from bertscope.text.masking import Action
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, opened, started
from tests.gui.slow.told import step_story

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

HALF = 500
UNDO_STEPS = 40
"""Fewer than half of the edits: what is kept for undo grows by design until there are so many."""
PAINTED = 8
"""After so many edits the window is painted."""
LETTERS = "gardens "

NO_GRAB = "^This plugin does not support grabbing the keyboard$"
"""Said by the offscreen platform of every popup."""

Edit = Callable[[], object]


@pytest.mark.qt_log_ignore(NO_GRAB, extend=True)
@pytest.mark.slow
def test_a_thousand_edits_leave_nothing_behind(
    qtbot: QtBot, window: "MainWindow", fake: FakeEngine
) -> None:
    stack = window.session.undo_stack
    stack.clear()
    stack.setUndoLimit(UNDO_STEPS)
    edits = edits_of(window)
    rounds = ceil(HALF / len(edits))

    def objects_after_half() -> Counter[str]:
        for number, edit in enumerate(edits * rounds):
            edit()
            answer(fake)
            if number % PAINTED == 0:
                QCoreApplication.processEvents()
        for change in looks_of(window.appearance):
            change()
            QCoreApplication.processEvents()
        window.session.set_pair("my dog is cute", "he likes playing")
        answer(fake)
        shown = window.views.attention
        qtbot.waitUntil(
            lambda: shown.shown is not None and shown.shown.seen is window.prober.latest
        )
        return objects_of(window)

    first = objects_after_half()
    assert stack.count() == UNDO_STEPS
    assert objects_after_half() - first == Counter()


def test_curves_that_are_hidden_again_go_with_the_window(window: "MainWindow") -> None:
    window.session.set_view("Show all curves", accuracy=True, total=True)
    window.session.set_view("Show the losses alone", accuracy=False, total=False)
    assert window.curves is not None
    assert len(window.curves.plots.shown) == 2
    # What every test is asked at its end: that they have left nothing behind.


def test_runs_that_nobody_looks_at_are_forgotten(
    qtbot: QtBot, window: "MainWindow", fake: FakeEngine
) -> None:
    training, records = window.training, window.records

    def begin(folder: str) -> None:
        training.reset()
        training.play()
        (train,) = fake.take(m.Train)
        fake.received.emit(started(train, folder))

    begin("/runs/over")
    begin("/runs/beside")
    window.session.set_view("Lay a run over the curves", beside=("/runs/beside",))
    begin("/runs/now")
    qtbot.waitUntil(lambda: records.get("/runs/over") is None)
    assert records.get("/runs/beside") is not None
    assert records.get("/runs/now") is training.record is not None


@pytest.mark.slow
def test_lists_films_stories_and_comparisons_leave_nothing_behind(
    window: "MainWindow", fake: FakeEngine
) -> None:
    window.session.undo_stack.setUndoLimit(8)
    window.training.play()
    fake.received.emit(started(fake.take(m.Train)[0]))
    fake.received.emit(m.Kept("/runs/1", [0, 4, 8], 1, 1))

    def objects_after_some() -> Counter[str]:
        for _ in range(12):
            tour(window, fake)
            answer(fake)
            QCoreApplication.processEvents()
        return objects_of(window)

    first = objects_after_some()
    assert objects_after_some() - first == Counter()


def tour(window: "MainWindow", fake: FakeEngine) -> None:
    """Compare, tell a step, list the runs, lay one over, and play the film a little."""
    window.comparison.pin(m.ModelRef("/models/b"))
    for asked in fake.take(m.OpenModel):
        fake.received.emit(opened(asked))
    answer(fake)
    window.comparison.show_side(Side.B)
    window.show_slow_motion()
    window.slow.do.click()
    for asked in fake.take(m.TellStep):
        fake.received.emit(step_story(window.session.reader, number=asked.id))
    window.slow.leave.click()
    window.runs.show()
    runs = [m.RunInfo(f"/runs/{n}", About(), Recipe()) for n in range(20)]
    for asked in fake.take(m.ListRuns):
        fake.received.emit(m.Runs(asked.id, runs))
    window.runs.dialog.close()
    window.runs.lay_over("/runs/9")
    for asked in fake.take(m.OpenRun):
        told = m.RunOpened(asked.id, asked.folder, About(), Recipe(), None, None, 0)
        fake.received.emit(told)
    window.films.film.play()
    answer(fake)
    window.films.film.stop()
    window.films.travel.newest()
    window.runs.lay_over("/runs/9")
    window.comparison.clear()


def answer(fake: FakeEngine) -> None:
    """Give every look that was asked for; a map of the vocabulary can't be had."""
    while probes := fake.take(m.Probe):
        for probe in probes:
            fake.answer(probe)
    for question in fake.take(m.MapVocabulary):
        fake.received.emit(m.Failed(question.id, "There is no map."))


def objects_of(window: "MainWindow") -> Counter[str]:
    """How many there are of each class: Qt's in the window and beside it, and our own."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    qt = Counter(name_of(child) for child in window.findChildren(QObject))
    beside = Counter(f"beside: {name_of(widget)}" for widget in QApplication.topLevelWidgets())
    ours = Counter(
        name
        for thing in gc.get_objects()
        # Not isinstance: asked for their class, other libraries' objects give warnings.
        if not issubclass(type(thing), QObject) and (name := name_of(thing)).startswith("bertscope")
    )
    return qt + beside + ours


def name_of(thing: object) -> str:
    return f"{type(thing).__module__}.{type(thing).__qualname__}"


def edits_of(window: "MainWindow") -> Sequence[Edit]:
    """One of everything that is done again and again; as a whole they end where they began."""
    session, views, page, stack = (
        window.session,
        window.views,
        window.page,
        window.session.undo_stack,
    )
    menus, view = window.menus, session.set_view
    return (
        partial(session.set_pair, "my dog is cute", "he likes playing"),
        *(partial(QTest.keyClick, views.sentences.a, letter) for letter in LETTERS),
        partial(QTest.keyClick, views.sentences.a, Qt.Key.Key_Backspace),
        partial(session.set_action, [2, 3], Action.MASK),
        partial(session.set_action, [4], Action.RANDOM),
        partial(session.cycle, 2),
        session.roll,
        partial(session.toggle_asked, 1),
        partial(session.set_focus, 2),
        partial(view, stage=Stage.LAYER_NORM),
        partial(view, details=True, zoom=2.0),
        partial(view, top_k=7),
        stack.undo,
        stack.undo,
        stack.redo,
        partial(session.inspect, Row.TOKEN, 2),
        partial(page.reveal, "vector"),
        partial(session.inspect, Row.HIDDEN, 2, 1),
        partial(view, distribution_at=3),
        page.panels["vector"].close,
        page.panels["distribution"].close,
        partial(session.set_head, 1, 1),
        partial(session.toggle_head, 1, 0),
        partial(view, form=Form.MATRIX),
        partial(view, form=Form.LINES, link=(1, 2)),
        partial(page.reveal, "layers"),
        partial(page.reveal, "map"),
        partial(view, space=Space.VOCABULARY),
        partial(view, space=Space.TOKENS),
        partial(page.reveal, "rolls"),
        session.roll,
        page.reset,
        session.swap,
        menus.palette.open,
        menus.palette.open,
        menus.shortcuts.open,
        menus.shortcuts.open,
        partial(open_menu, window),
        partial(view, details=False, zoom=1.0, stage=Stage.SUM, top_k=5, link=None),
    )


def looks_of(appearance: Appearance) -> Sequence[Edit]:
    """Other colours and sizes, back and forth."""
    modes = (partial(appearance.set_mode, mode) for mode in (Mode.DARK, Mode.LIGHT) * 3)
    sizes = (partial(appearance.step_scale, way) for way in (1, -1) * 3)
    return (*modes, *sizes)


def open_menu(window: "MainWindow") -> None:
    """Open the menu of a token, and leave it."""
    figure = window.views.figure
    at = figure.geometry_now.chip(2).center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, figure.mapToGlobal(QPoint()))
    QApplication.sendEvent(figure.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Escape)
