"""Some panels alone on the page: what stands there, how the room is shared, and the way back."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.lesson.lesson import PANELS
from bertscope.gui.main_window import MainWindow

SMALL = [
    ("input",),
    ("training",),
    ("input", "verdict"),
    ("verdict", "training"),
    ("attention", "layers"),
    ("input", "predictions", "training"),
    ("input", "predictions", "verdict", "objective", "training"),
]


def seen(window: MainWindow) -> set[str]:
    """The panels in front, by name."""
    page = window.page
    there = {
        name
        for name, panel in page.panels.items()
        if panel.isVisible() and not panel.visibleRegion().isEmpty()
    }
    return there | ({"input"} if page.card.isVisible() else set())


def places(window: MainWindow) -> dict[str, QRect]:
    page = window.page
    found: dict[str, QWidget] = {"input": page.card, **page.panels}
    return {
        name: QRect(found[name].mapTo(page, QPoint()), found[name].size()) for name in seen(window)
    }


@pytest.mark.parametrize("size", [(1280, 800), (900, 800), (1920, 1080)])
def test_they_stand_alone_and_share_the_room(
    qtbot: QtBot, window: MainWindow, size: tuple[int, int]
) -> None:
    def is_laid_out() -> bool:
        inside = all(window.page.rect().contains(place) for place in places(window).values())
        return inside and window.page.width() <= window.width()

    window.resize(*size)
    for names in SMALL:
        window.page.show_only(names)
        qtbot.waitUntil(is_laid_out)  # A page that needs more height scrolls; none is too wide.
        there = places(window)
        assert set(there) == set(names)
        assert not any(a.intersects(b) for a, b in combinations(there.values(), 2))
        covered = sum(place.width() * place.height() for place in there.values())
        assert covered > 0.95 * window.page.width() * window.page.height()


def test_each_part_of_the_page_can_stand_alone(window: MainWindow) -> None:
    for place in PANELS:
        window.page.show_only([place.value])
        assert seen(window) == {place.value}


def test_training_stands_beside_the_figure_only_where_there_is_room(
    qtbot: QtBot, window: MainWindow
) -> None:
    def is_beside_figure() -> bool:
        there = places(window)
        return there["training"].top() < there["input"].bottom()

    window.page.show_only(["input", "verdict", "training"])
    assert is_beside_figure()
    window.resize(900, 800)
    qtbot.waitUntil(lambda: not is_beside_figure())
    window.grab()
    assert places(window)["training"].left() > places(window)["verdict"].right()
    window.resize(1400, 800)
    qtbot.waitUntil(is_beside_figure)


def test_what_is_asked_for_comes_forward_beside_them(window: MainWindow) -> None:
    window.page.show_only(["input", "attention"])
    window.page.reveal("vector")
    assert seen(window) == {"input", "vector"}
    window.page.show_only(["input"])
    window.page.reveal("vector")
    assert seen(window) == {"input", "vector"}


def test_the_own_arrangement_is_given_back(window: MainWindow) -> None:
    page = window.page
    page.panels["attention"].setFloating(True)
    page.panels["objective"].close()
    own = page.places
    page.show_only(["training"])
    page.show_only(["input", "verdict"])
    assert (page.places, page.is_own) == (own, True)
    page.show_only(None)
    assert page.panels["attention"].isFloating()
    assert seen(window) >= {"input", "predictions", "verdict", "training"}
    assert "objective" not in seen(window)
    assert page.is_own


def test_the_room_is_shared_out_as_before(window: MainWindow) -> None:
    window.grab()
    before = places(window)
    window.page.show_only(["training"])
    window.page.show_only(None)
    window.grab()
    after = places(window)
    assert after.keys() == before.keys()
    assert all(abs(after[n].width() - before[n].width()) <= 2 for n in before)
    assert not window.page.is_own


def test_what_is_looked_at_changes_meanwhile(window: MainWindow) -> None:
    page = window.page
    page.show_only(["input"])
    page.show_task(True)
    page.show_wanted(is_task=True)
    assert seen(window) == {"input"}
    page.show_only(None)
    assert {"answer", "attribution"} <= seen(window)
    assert page.panels["worth"].isVisible()
    page.show_only(["input"])
    page.show_task(False)
    page.show_wanted(is_task=False)
    page.show_only(None)
    assert {"predictions", "verdict", "objective"} <= seen(window)
    assert not page.panels["worth"].isVisible()


def test_a_reset_leaves_them_alone_and_gives_back_the_default(window: MainWindow) -> None:
    page = window.page
    page.panels["attention"].setFloating(True)
    page.show_only(["input", "training"])
    page.reset()
    assert seen(window) == {"input", "training"}
    assert not page.is_own
    page.show_only(None)
    assert not page.panels["attention"].isFloating()
    assert "attention" in seen(window)


@pytest.mark.parametrize("layout", ["no layout", ""])
def test_a_layout_that_is_opened_meanwhile_is_for_later(window: MainWindow, layout: str) -> None:
    page = window.page
    page.panels["objective"].close()
    other = page.places
    page.reset()
    page.show_only(["input"])
    page.restore(other)
    assert seen(window) == {"input"}
    page.show_only(None)
    assert "objective" not in seen(window)
    page.show_only(["input"])
    page.restore(layout)
    page.show_only(None)
    assert "objective" in seen(window)
