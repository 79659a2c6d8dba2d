"""The window becomes a page, and the page the window."""

from typing import TYPE_CHECKING

from bertscope.gui.lesson.capture import scene_of
from bertscope.gui.lesson.lesson import Page, Rule, Run
from bertscope.gui.lesson.reading import read_lesson
from bertscope.gui.lesson.writing import write_page
from bertscope.gui.state import Row, Stage, Vector
from bertscope.text.masking import Action, MaskRule, Unit
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, started

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow


def test_a_window_is_captured_in_words(window: "MainWindow"):
    session = window.session
    session.set_pair("the dog sees the dog", "it sleeps", is_next=False)
    session.set_action([5], Action.MASK)
    session.set_action([1], Action.KEEP)
    session.set_random(7, session.reader.tokenizer.vocabulary.index("cat"))
    session.set_view(stage=Stage.TOKEN, vector=Vector(Row.SUM, 2))
    session.set_focus(2)
    scene = scene_of(window)
    assert (scene.a, scene.b) == ("the dog sees the dog", "it sleeps")
    assert scene.masks == {"the": "keep", "dog:2": "mask", "it": "random cat"}
    assert (scene.follows, scene.focus, scene.model) == (False, "dog", "@stories-small")
    assert scene.view == {"stage": Stage.TOKEN, "vector": Vector(Row.SUM, 2)}
    assert (scene.run, scene.show) == (None, None)


def test_what_other_pages_set_is_said_even_as_it_is_at_first(window: "MainWindow"):
    assert scene_of(window).view == {}
    assert scene_of(window, {"stage", "vector"}).view == {"stage": Stage.SUM, "vector": None}


def test_a_rule_is_captured_where_it_is_not_berts_own(window: "MainWindow"):
    assert scene_of(window).rule == Rule()
    assert scene_of(window, {"rule"}).rule == Rule(0.15, 0.8, 0.1, Unit.TOKEN)
    window.session.set_rule(MaskRule(rate=0.4, unit=Unit.WORD), 7)
    assert scene_of(window).rule == Rule(0.4, 0.8, 0.1, Unit.WORD)


def test_a_captured_page_can_be_written_and_read(window: "MainWindow"):
    window.session.set_action([2], Action.MASK)
    scene = scene_of(window, {"vector", "camera", "heads"})
    text = write_page(Page("Captured", "", scene))
    assert read_lesson(f'+++\ntitle = "T"\n+++\n{text}').pages[0].scene == scene


def test_a_run_is_captured_by_its_choices(window: "MainWindow", fake: FakeEngine):
    window.training.play()
    (train,) = fake.take(m.Train)
    assert isinstance(train, m.Train)
    fake.received.emit(started(train))
    scene = scene_of(window)
    assert (scene.run, scene.model) == (Run.NEW, None)
    assert scene.training.steps is None
