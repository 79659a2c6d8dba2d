"""The lessons that ship: they can be read, what they speak of is there, and all can be done."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bertscope.errors import TextError
from bertscope.gui.lesson.lesson import Page, Place, Scene, Until
from bertscope.gui.lesson.places import widget_of
from bertscope.gui.lesson.player import LessonPlayer
from bertscope.gui.lesson.scenes import scene_at
from bertscope.gui.lesson.shelf import Entry, entries
from bertscope.gui.state import SessionState
from bertscope.gui.welcome.tour import NAME as TOUR
from bertscope.text.reader import Reader
from bertscope.text.words import positions_of
from tests.gui.lesson.actor import Actor, Typed
from tests.gui.lesson.actor_hands import SOON, type_in

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

SHIPPED = {entry.name: entry for entry in entries() if not entry.own}
LESSONS = {name: entry.open() for name, entry in SHIPPED.items()}
MOST_WORDS = 130
LINK = re.compile(r"\]\((?P<target>[^)]*)\)")
NO_GRAB = "^This plugin does not support grabbing the keyboard$"
"""Said by the offscreen platform of every popup."""
ANSWERS = {
    ("transfer-learning", "All parameters move"): (
        Typed(a="My aunt was lonely."),
        Typed(a="The boy fell and broke his arm."),
        Typed(a="Anna was sad."),
    ),
    ("next-sentence", "Form or content?"): (
        Typed(b="Hugo played the guitar until the evening."),
        Typed(b="Hugo played the piano until the evening."),
    ),
    ("next-sentence", '"By content alone"'): (Typed(b="Then she went to bed."),),
    ("next-sentence", "The order"): (
        Typed(a="Emma played the guitar until the evening.", b="Emma put the guitar on the sofa."),
    ),
    ("next-sentence", "Where it is wrong"): (
        Typed(a="Her rabbit likes carrots.", b="Omar bought a ticket to Rome at the station."),
    ),
    ("masking", "What masking gives"): (Typed(a="My cat are on the sofa."),),
    ("quiz", "Where the word comes from"): (Typed(a="Emma put the piano on the sofa."),),
}
"""What is typed on a page where the model is to say something, by lesson and title."""


def pages() -> Iterator[tuple[str, int, Page]]:
    for name, lesson in LESSONS.items():
        for number, page in enumerate(lesson.pages):
            yield name, number, page


def texts(page: Page) -> str:
    said = [page.words, page.notes]
    for ask in page.asks:
        said += [ask.say, ask.hint, ask.well]
    return "\n".join(said)


EACH = pytest.mark.parametrize(
    ("name", "number"), [pytest.param(n, i, id=f"{n}-{i + 1}") for n, i, _ in pages()]
)
QUICK = "the-input"
"""The lesson that is done in every run of the tests; the others take longer."""


# --- As they are written ------------------------------------------------------------------------


def test_there_are_eight_and_the_tour() -> None:
    assert list(SHIPPED) == [
        *("tour", "transfer-learning", "the-input", "masking", "next-sentence", "the-objective"),
        *("watch-it-learn", "inside", "quiz"),
    ]


@pytest.mark.parametrize("entry", SHIPPED.values(), ids=lambda entry: entry.name)
def test_every_translation_asks_for_the_same(entry: Entry) -> None:
    english = entry.open()
    for language in entry.files:
        other = entry.open(language)
        assert other.head.language == language
        assert [_asked(page) for page in other.pages] == [_asked(page) for page in english.pages]


def _asked(page: Page) -> tuple[Scene, list[tuple[Until, bool, bool]], bool, list[str]]:
    """What a page sets and asks, where it has a hint, praise or notes, and where it leads to."""
    asks = [(ask.until, bool(ask.hint), bool(ask.well)) for ask in page.asks]
    return page.scene, asks, bool(page.notes), LINK.findall(texts(page))


@EACH
def test_a_page_is_short_and_its_links_lead_somewhere(name: str, number: int) -> None:
    page = LESSONS[name].pages[number]
    assert len(page.words.split()) <= MOST_WORDS
    for link in LINK.finditer(texts(page)):
        scheme, _, target = link["target"].partition(":")
        assert scheme == "lesson"
        assert target.split("#")[0] in SHIPPED


@EACH
def test_the_words_of_a_page_are_in_its_pair(name: str, number: int, reader: Reader) -> None:
    lesson = LESSONS[name]
    scene, before = scene_at(lesson, number), SessionState()
    a = before.a if scene.a is None else scene.a
    b = before.b if scene.b is None else scene.b
    pair = reader.read(a, b)
    page = lesson.pages[number]
    words = [*(scene.masks or {}), *([scene.focus] if scene.focus else [])]
    for ask in page.asks:
        if ask.until.typed is None and (name, page.title) not in ANSWERS:
            words += [*(ask.until.masks or {}), *([ask.until.focus] if ask.until.focus else [])]
    for word in words:
        try:
            assert positions_of(word, a, b, pair)
        except TextError as error:
            pytest.fail(str(error))


def test_what_pages_point_at_is_in_the_window(window: "MainWindow") -> None:
    pointed = {place for _, _, page in pages() for place in page.scene.point}
    assert Place.FIGURE in pointed
    assert [place for place in pointed if widget_of(window, place) is None] == []


def test_the_actor_can_do_all_that_can_be_asked(qtbot: QtBot, window: "MainWindow") -> None:
    assert set(Actor(qtbot, window).ways) == set(Until.__struct_fields__)


def test_the_actor_types_letters_of_any_script(window: "MainWindow") -> None:
    """As a learner may; what Qt has no key for comes as text alone."""
    line = window.views.sentences.a
    line.clear()
    type_in(line, "é „кот“ 狗 שלום ½")
    assert window.session.state.a == line.text() == "é „кот“ 狗 שלום ½"


# --- As they are done ---------------------------------------------------------------------------


def test_what_the_actor_answers_is_asked() -> None:
    titles = {(name, page.title) for name, lesson in LESSONS.items() for page in lesson.pages}
    assert set(ANSWERS) <= titles


@pytest.mark.qt_log_ignore(NO_GRAB, extend=True)
@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[] if name == QUICK else [pytest.mark.slow]) for name in LESSONS],
)
def test_a_lesson_can_be_done_from_its_first_page_to_its_last(
    qtbot: QtBot, real_window: "MainWindow", name: str
) -> None:
    window, lesson = real_window, LESSONS[name]
    before = as_it_stands(window)
    reading = open_at_its_beginning(qtbot, window, name)
    for number in range(len(lesson.pages)):
        assert reading.player.number == number
        do_page(qtbot, window, name, reading.player)
        if number < len(lesson.pages) - 1:
            with qtbot.waitSignal(reading.player.ready, timeout=SOON):
                qtbot.mouseClick(reading.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(reading.next, Qt.MouseButton.LeftButton)
    assert reading.player.lesson is None

    def is_given_back() -> None:
        assert as_it_stands(window) == before

    qtbot.waitUntil(is_given_back, timeout=SOON)


class Reading(NamedTuple):
    """Who turns the pages, and the button that does."""

    player: LessonPlayer
    next: QPushButton


def open_at_its_beginning(qtbot: QtBot, window: "MainWindow", name: str) -> Reading:
    """Open a lesson in the pane; the tour has a way of its own."""
    if name == TOUR:
        with qtbot.waitSignal(window.tour.player.ready, timeout=SOON):
            window.tour.begin()
        return Reading(window.tour.player, window.tour.card.next)
    with qtbot.waitSignal(window.lessons.player.ready, timeout=SOON):
        window.lessons.begin(name, 0)
    return Reading(window.lessons.player, window.lessons.pane.next)


def do_page(qtbot: QtBot, window: "MainWindow", name: str, player: LessonPlayer) -> None:
    """Do all that the page at hand asks for; nothing of it is done by itself."""
    page, actor = player.page, Actor(qtbot, window)
    assert window.banner.isHidden(), f"{page.title}: {window.banner.words.text()}"
    for at, ask in enumerate(page.asks):
        assert not player.done[at], f"{page.title}: {ask.say} is done already"
        actor.bring_about(ask.until, ANSWERS.get((name, page.title), ()))
        try:
            qtbot.waitUntil(lambda at=at: player.done[at], timeout=SOON)
        except qtbot.TimeoutError:
            pytest.fail(f"{page.title}: {ask.say} is not done")


def as_it_stands(window: "MainWindow") -> tuple[object, ...]:
    """What a lesson gives back."""
    panels = {name: panel.isHidden() for name, panel in window.page.panels.items()}
    wanted = window.training.wanted
    return (window.session.state, window.models.folder, wanted, window.training.phase, panels)
