"""The panels: where they stand, what they ask for while they are seen, and what is kept of it."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.main_window import MainWindow
from bertscope.gui.panels import Exits, Header, Panel
from bertscope.gui.state import Row
from bertscope.text.masking import Action
from bertscope.wire import messages as m
from tests.gui.accessibility import unnamed_controls
from tests.gui.conftest import FakeEngine


def on_page(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window.page, QPoint()), widget.size())


def test_it_reads_as_bert_does(window: MainWindow) -> None:
    panels = window.page.panels
    tops = [window.views.figure, *(panels[n] for n in ("predictions", "objective", "attention"))]
    heights = [on_page(window, widget).top() for widget in tops]
    assert heights == sorted(set(heights))
    assert on_page(window, panels["verdict"]).top() == heights[1]
    assert on_page(window, panels["training"]).left() > on_page(window, panels["verdict"]).right()


@pytest.mark.parametrize("size", [(1280, 800), (1440, 900), (1920, 1080), (3840, 2160)])
def test_panels_never_overlap(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.grab()
    assert (window.width(), window.height()) == size
    seen = [on_page(window, p) for p in window.page.panels.values() if is_in_front(p)]
    seen.append(on_page(window, window.page.centralWidget()))
    for number, one in enumerate(seen):
        assert window.page.rect().contains(one)
        assert not any(one.intersects(other) for other in seen[number + 1 :])


def is_in_front(panel: Panel) -> bool:
    return panel.isVisible() and not panel.visibleRegion().isEmpty()


def test_what_is_not_seen_is_not_asked_for(window: MainWindow, fake: FakeEngine) -> None:
    window.session.cycle(2)
    (probe,) = fake.take(m.Probe)[-1:]
    assert probe.wants.thumbnails
    assert not probe.wants.hidden_states
    window.page.reveal("layers")
    (probe,) = fake.take(m.Probe)[-1:]
    assert probe.wants.hidden_states
    window.session.cycle(2)
    (probe,) = fake.take(m.Probe)
    assert not probe.wants.thumbnails


def test_a_strip_that_is_opened_brings_its_panel_forward(
    window: MainWindow, fake: FakeEngine
) -> None:
    assert not window.page.panels["vector"].isVisible()
    window.session.inspect(Row.TOKEN, 2)
    assert is_in_front(window.page.panels["vector"])
    (probe,) = fake.take(m.Probe)[-1:]
    assert probe.wants.neighbours_of == window.session.model_ids[2]


def test_a_distribution_brings_its_panel_forward(window: MainWindow, fake: FakeEngine) -> None:
    window.session.set_action([4], Action.MASK)
    window.session.set_view(distribution_at=4)
    assert is_in_front(window.page.panels["distribution"])
    (probe,) = fake.take(m.Probe)[-1:]
    assert probe.wants.distribution_at == 4


def test_many_rolls_come_and_go(qtbot: QtBot, window: MainWindow) -> None:
    button, panel = window.views.mask_bar.rolls, window.page.panels["rolls"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert is_in_front(panel)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    assert not button.isChecked()


@pytest.mark.parametrize("before", ["attention", "layers", "map"])
def test_a_panel_that_is_put_away_gives_back_what_was_in_front(
    qtbot: QtBot, window: MainWindow, before: str
) -> None:
    page, button = window.page, window.views.mask_bar.rolls
    page.reveal(before)
    window.grab()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    window.grab()
    assert not is_in_front(page.panels[before])
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    window.grab()
    assert is_in_front(page.panels[before])


def test_what_was_moved_stays_so_and_can_be_reset(qtbot: QtBot, window: MainWindow) -> None:
    page, attention = window.page, window.page.panels["attention"]
    before = on_page(window, attention)
    attention.setFloating(True)
    page.panels["objective"].close()
    assert page.is_own
    places = page.places
    page.reset()
    window.grab()
    now = on_page(window, attention)
    assert (now.left(), now.width()) == (before.left(), before.width())
    assert abs(now.top() - before.top()) <= 2  # what is left over goes to one or the other
    assert not page.is_own
    page.restore(places)
    assert attention.isFloating()
    assert not page.panels["objective"].isVisible()


@pytest.mark.parametrize("places", ["", "no base64!", "bm8gbGF5b3V0"])
def test_a_layout_that_can_not_be_read_changes_nothing(window: MainWindow, places: str) -> None:
    before = window.page.places
    window.page.restore(places)
    assert window.page.places == before
    assert not window.page.is_own


def test_the_layout_is_remembered_between_launches(window: MainWindow) -> None:
    window.page.panels["attention"].setFloating(True)
    window.close()
    assert window.settings.layout == window.page.places


def test_every_panel_can_be_taken_out_put_away_and_found_again(window: MainWindow) -> None:
    for name, panel in window.page.panels.items():
        header = panel.titleBarWidget()
        actions = {a.text(): a for a in header.more.menu().actions()}
        assert "Put it away" in actions, name
        assert {"Save picture …", "Save numbers …"} <= actions.keys(), name
        actions["Put it away"].trigger()
        assert not panel.isVisible()
        panel.toggleViewAction().trigger()
        assert panel.isVisible()


def test_every_control_has_a_name(window: MainWindow) -> None:
    for panel in window.page.panels.values():
        panel.show()
    assert unnamed_controls(window) == []


def test_a_right_click_on_a_view_gets_it_out(window: MainWindow) -> None:
    views = window.views
    for view in (views.predictions, views.attention, views.vector, views.map, views.rolls):
        words = [action.text() for action in view.actions() if isinstance(action, QAction)]
        assert words[:2] == ["Save picture …", "Save numbers …"]
        assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu


def test_a_panel_that_comes_forward_is_brought_into_sight(qtbot: QtBot, window: MainWindow) -> None:
    window.session.inspect(Row.TOKEN, 2)
    panel = window.page.panels["vector"]

    def is_seen() -> bool:
        return panel.visibleRegion().boundingRect().height() == panel.height()

    qtbot.waitUntil(is_seen)
    assert window.views.vector.height() >= 160


@pytest.mark.parametrize("scale", [1.6, 2.0])
def test_large_text_scrolls_where_it_does_not_fit(window: MainWindow, scale: float) -> None:
    window.appearance.set_scale(scale)
    window.grab()
    assert (window.width(), window.height()) == (1280, 800)
    area = window.findChild(QScrollArea, "page")
    assert area is not None
    assert window.page.height() > area.viewport().height()


def test_the_menus_stand_beside_the_bar_while_there_is_room(
    qtbot: QtBot, window: MainWindow
) -> None:
    def is_below() -> bool:
        menus_end = window.menu_bar.mapTo(window, QPoint(0, window.menu_bar.height())).y()
        return window.top_bar.mapTo(window, QPoint()).y() >= menus_end

    window.resize(1400, 800)
    qtbot.waitUntil(lambda: not is_below())
    window.resize(700, 600)
    qtbot.waitUntil(is_below)


def test_tab_goes_through_all_that_is_seen_as_the_page_is_read(
    qtbot: QtBot, window: MainWindow
) -> None:
    views = window.views
    window.activateWindow()
    views.sentences.a.setFocus()
    reached: list[QWidget] = []
    while (now := window.focusWidget()) not in reached:
        reached.append(now)
        shown = now.viewport() if isinstance(now, QAbstractScrollArea) else now
        assert not shown.visibleRegion().isEmpty(), now
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert now is views.sentences.a
    expected = [
        views.sentences.b,
        views.figure,
        views.mask_bar.roll,
        views.prediction_controls.top_k,
        views.predictions,
        views.verdict,
        views.objective,
        views.attention,
        views.transport.play,
        window.top_bar.model,
    ]
    assert [widget for widget in reached if widget in expected] == expected
    assert views.layers not in reached
    window.page.reveal("layers")
    assert views.layers.isEnabled()
    assert not views.attention.isEnabled()


def test_a_view_that_the_keyboard_reaches_is_marked(qtbot: QtBot, window: MainWindow) -> None:
    verdict = window.views.verdict
    window.activateWindow()
    before = verdict.grab().toImage()
    verdict.setFocus(Qt.FocusReason.TabFocusReason)
    marked = verdict.grab().toImage()
    window.views.sentences.a.setFocus(Qt.FocusReason.MouseFocusReason)
    assert marked != before
    assert verdict.grab().toImage() == before
    verdict.setFocus(Qt.FocusReason.MouseFocusReason)
    assert verdict.grab().toImage() == before


def test_a_fine_tuned_models_answer_takes_the_place_of_what_pre_training_says(
    window: MainWindow, fake: FakeEngine
) -> None:
    page = window.page
    says = on_page(window, page.panels["predictions"])
    fake.take(m.Probe)
    page.show_task(True)
    window.grab()
    assert all(is_in_front(page.panels[name]) for name in page.TASK)
    assert not any(page.panels[name].isVisible() for name in page.PRETRAINING)
    assert abs(on_page(window, page.panels["answer"]).top() - says.top()) <= 2
    (probe,) = fake.take(m.Probe)[-1:]
    assert probe.wants.attribution
    page.reset()
    assert page.panels["answer"].isVisible()
    page.show_task(False)
    window.grab()
    assert all(is_in_front(page.panels[name]) for name in page.PRETRAINING)
    assert not any(page.panels[name].isVisible() for name in page.TASK)


def test_a_layout_kept_of_the_other_side_shows_this_side(window: MainWindow) -> None:
    page = window.page
    pretraining = page.places
    page.show_task(True)
    page.restore(pretraining)
    assert all(page.panels[name].isVisible() for name in page.TASK)
    assert not any(page.panels[name].isVisible() for name in page.PRETRAINING)


def test_only_what_is_in_front_needs_the_room_of_a_closer_look(window: MainWindow) -> None:
    needs = window.page.minimumSizeHint().height()
    for scale in (1.6, 1.0):
        window.appearance.set_scale(scale)
        window.grab()
    assert window.page.minimumSizeHint().height() == needs


def test_labelled_data_has_its_panels_while_there_is_some(window: MainWindow) -> None:
    page = window.page
    page.show_task(True)
    page.show_wanted(is_task=True)
    page.reveal("results")
    window.grab()
    assert page.panels["worth"].isVisible()
    assert is_in_front(page.panels["results"])
    page.reset()
    assert page.panels["worth"].isVisible()
    page.reveal("results")
    page.show_task(False)
    page.show_wanted(is_task=False)
    window.grab()
    assert is_in_front(page.panels["attention"])
    assert not page.panels["worth"].isVisible()


@pytest.mark.parametrize("name", ["results", "worth"])
def test_a_page_of_labelled_data_needs_no_scrolling(window: MainWindow, name: str) -> None:
    page = window.page
    page.show_wanted(is_task=True)
    page.show_task(True)
    page.reveal(name)
    window.grab()
    assert page.minimumSizeHint().height() <= page.parentWidget().height()


def test_a_panel_is_called_by_what_it_shows(window: MainWindow) -> None:
    panel = window.page.panels["results"]
    window.page.name("results", "Confusion matrix", "What is taken for what.")
    header = panel.titleBarWidget()
    assert isinstance(header, Header)
    assert (header.title.text(), header.title.toolTip()) == (
        "Confusion matrix",
        "What is taken for what.",
    )
    assert panel.toggleViewAction().text() == "Confusion matrix"
    exits = Exits.of(window.views.results)
    assert exits is not None
    assert exits.title == "Confusion matrix"
