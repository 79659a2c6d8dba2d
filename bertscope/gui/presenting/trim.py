"""What a class doesn't need to see: controls of whoever works, unless a page is about them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bertscope.gui.lesson.lesson import Page, Place, Until
from bertscope.gui.panels import Header

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

PARTS = {Place.ROLL: Place.MASK_BAR, Place.SENTENCE_B: Place.RANDOM_B}
"""What is pointed at together with what it is a part of, or stands beside."""
IN_HEAD = frozenset((Place.MODEL, Place.TASK, Place.CORPUS))


class Trim:
    """Takes controls away, and puts them back.

    Attributes
    ----------
    needs_head
        Whether the page is about something in the window's head.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._gone: list[QWidget] = []
        self.needs_head = False

    def put_on(self, page: Page | None) -> None:
        """Take away what a page isn't about, and let the figure show all tokens at once.

        Without a page nobody knows what the class is about to see: the views' controls stay.
        """
        self._window.views.figure.fit_all(True)
        self._window.page.be_slim(True)
        self.needs_head = page is not None and bool(places_needed(page) & IN_HEAD)
        wanted: list[QWidget] = [
            part for header in self._headers for part in (header.about, header.more)
        ]
        if page is not None:
            wanted += self._spare(page)
        for widget in [widget for widget in self._gone if widget not in wanted]:
            self._gone.remove(widget)
            widget.show()
        for widget in wanted:
            if not widget.isHidden():
                self._gone.append(widget)
                widget.hide()

    def take_off(self) -> None:
        """Put all back."""
        self._window.views.figure.fit_all(False)
        self._window.page.be_slim(False)
        for widget in self._gone:
            widget.show()
        self._gone.clear()

    @property
    def _headers(self) -> list[Header]:
        return self._window.page.findChildren(Header)

    def _spare(self, page: Page) -> Iterable[QWidget]:
        """What a page isn't about."""
        views, films = self._window.views, self._window.films
        needed, watched = places_needed(page), _watched(page)
        figure, sentences = views.figure_controls, views.sentences
        yield from (figure.narrower, figure.fit, figure.wider)
        for widget, is_needed in (
            (views.mask_bar, Place.MASK_BAR in needed),
            (sentences.swap, Place.SWAP in needed),
            (sentences.random_b, Place.RANDOM_B in needed),
            (films.bar, Place.TRAVEL in needed),
            (views.transport.choices, Place.TRAINING in needed),
            (views.prediction_controls, "top_k" in watched),
            (figure.details, "details" in watched),
            (figure, Place.STAGES in needed or "details" in watched),
        ):
            if not is_needed:
                yield widget
        if self._window.curves is not None:
            yield self._window.curves.controls


def places_needed(page: Page) -> frozenset[Place]:
    """What a page points at, and what it takes to do what it asks."""
    pointed = page.scene.point
    asked = (place for ask in page.asks for place in _for_ask(ask.until))
    return frozenset((*pointed, *(PARTS.get(place, place) for place in pointed), *asked))


def _for_ask(until: Until) -> Iterable[Place]:
    if until.rolls or until.rule.said or until.front is Place.ROLLS:
        yield Place.MASK_BAR
    if "stage" in until.view:
        yield Place.STAGES
    if until.past:
        yield Place.TRAVEL
    if until.task is not None:
        yield Place.TASK
    if until.model is not None or until.compared:
        yield Place.MODEL


def _watched(page: Page) -> frozenset[str]:
    """What of the view the asks are about."""
    return frozenset(name for ask in page.asks for name in ask.until.view)
