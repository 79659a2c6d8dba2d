"""A model is pinned once it is known that it can be compared."""

import pytest
from PySide6.QtTest import QSignalSpy

from bertscope.gui.compare.comparison import Comparison
from bertscope.gui.engine_process import EngineState, ProcessOutcome
from bertscope.gui.prober import Prober
from bertscope.gui.run.record import Records
from bertscope.gui.session import Session
from bertscope.gui.state import Pinned, Side
from bertscope.recipe import Recipe
from bertscope.text.pair import Source
from bertscope.text.reader import Reader
from bertscope.text.tokenizer import WordPieceTokenizer
from bertscope.wire import messages as m
from tests.gui.conftest import CPU, FakeEngine, info, opened, words

RUN = m.ModelRef("/runs/first")


class Bench:
    """A comparison and all that it works with."""

    def __init__(self, session: Session, fake: FakeEngine) -> None:
        self.session, self.fake = session, fake
        self.prober = Prober(session, fake)
        self.records = Records(fake)
        self.comparison = Comparison(session, fake, self.records, self.prober)
        self.refused = QSignalSpy(self.comparison.refused)
        self.changed = QSignalSpy(self.comparison.changed)

    def open(self, vocabulary: m.Words | None = None) -> m.OpenModel:
        """Let the engine read the model that is asked for."""
        (asked,) = self.fake.take(m.OpenModel)
        self.fake.received.emit(opened(asked, vocabulary))
        return asked

    def train(self, step: int, kept: list[int]) -> None:
        """Let A be a run at a step."""
        recipe = Recipe()
        self.fake.received.emit(m.RunStarted(9, RUN.folder, info(RUN), CPU, step, recipe, words()))
        self.fake.received.emit(m.Kept(RUN.folder, kept, 1, 1))
        self.look(RUN, step)

    def look(self, ref: m.ModelRef, step: int | None = None) -> None:
        self.prober.aim(ref, self.comparison.other)
        for probe in self.fake.take(m.Probe):
            self.fake.answer(probe, step)


@pytest.fixture
def bench(session: Session, fake: FakeEngine) -> Bench:
    return Bench(session, fake)


def other_words() -> m.Words:
    pieces = list(words().pieces)[:300]
    return m.Words.of(WordPieceTokenizer(pieces), 64)


def test_a_model_is_pinned_once_it_is_read(bench: Bench) -> None:
    bench.comparison.pin(m.ModelRef("/models/b"))
    assert bench.comparison.pinned is None
    bench.open()
    assert bench.session.view.pinned == Pinned("/models/b")
    assert bench.session.view.side is Side.DIFFERENCE
    assert bench.comparison.other == m.ModelRef("/models/b")
    assert bench.changed.count() == 1


def test_pinning_is_undone_and_done_again(bench: Bench) -> None:
    bench.comparison.pin(m.ModelRef("/models/b"))
    bench.open()
    bench.session.undo_stack.undo()
    assert (bench.comparison.pinned, bench.comparison.other) == (None, None)
    bench.session.undo_stack.redo()
    assert bench.comparison.other == m.ModelRef("/models/b")
    bench.comparison.clear()
    assert (bench.session.view.pinned, bench.session.view.side) == (None, Side.A)


def test_what_is_unpinned_while_it_is_read_stays_so(bench: Bench) -> None:
    bench.session.set_view("Open", pinned=Pinned("/models/b"))
    bench.session.undo_stack.undo()
    bench.open()
    assert bench.comparison.pinned is None
    assert bench.session.undo_stack.canRedo()


def test_a_wish_to_pin_outlives_what_is_typed_meanwhile(bench: Bench) -> None:
    bench.session.set_view("Open", pinned=Pinned("/models/b"))
    bench.fake.take(m.OpenModel)
    bench.comparison.pin(m.ModelRef("/models/c"))
    bench.session.set_sentence(Source.A, "the dragon sleeps")
    assert bench.open().model == m.ModelRef("/models/c")
    assert bench.comparison.pinned == Pinned("/models/c")


def test_another_vocabulary_is_refused_and_nothing_changes(bench: Bench) -> None:
    bench.comparison.pin(m.ModelRef("/models/b"))
    bench.open(other_words())
    assert "another vocabulary" in bench.refused.at(0)[0]
    assert bench.session.view.pinned is None
    assert not bench.session.undo_stack.canUndo()


def test_a_model_that_can_not_be_read_is_refused(bench: Bench) -> None:
    bench.comparison.pin(m.ModelRef("/models/none"))
    (asked,) = bench.fake.take(m.OpenModel)
    bench.fake.received.emit(m.Failed(asked.id, "There is no such folder."))
    assert bench.refused.at(0) == ["There is no such folder."]
    assert bench.comparison.pinned is None


def test_without_an_engine_it_is_said(bench: Bench) -> None:
    bench.fake.state = EngineState.STARTING
    bench.comparison.pin(m.ModelRef("/models/b"))
    assert "engine" in bench.refused.at(0)[0]


def test_what_a_file_pins_is_read_before_it_is_asked(bench: Bench) -> None:
    bench.session.set_view("Open", pinned=Pinned("/models/b", 40), side=Side.B)
    assert bench.comparison.other is None
    assert bench.open().model == m.ModelRef("/models/b", 40)
    assert bench.comparison.other == m.ModelRef("/models/b", 40)


def test_what_a_file_pins_and_is_not_there_says_why(bench: Bench) -> None:
    bench.session.set_view("Open", pinned=Pinned("/models/b"))
    (asked,) = bench.fake.take(m.OpenModel)
    bench.fake.received.emit(m.Failed(asked.id, "There is no such folder."))
    assert bench.comparison.why == "There is no such folder."
    assert bench.comparison.other is None
    assert bench.fake.take(m.OpenModel) == []
    bench.fake.die(ProcessOutcome(crashed=True, code=9, expected=False))
    bench.fake.get_ready()
    bench.open()
    assert bench.comparison.other == m.ModelRef("/models/b")


def test_another_step_of_the_same_run_needs_no_reading(bench: Bench) -> None:
    bench.session.set_view("Open", pinned=Pinned(RUN.folder, 40))
    bench.open()
    bench.session.set_view("Move", pinned=Pinned(RUN.folder, 80))
    assert bench.fake.take(m.OpenModel) == []
    assert bench.comparison.other == m.ModelRef(RUN.folder, 80)


def test_b_is_let_go_of_while_a_has_another_vocabulary(bench: Bench, reader: Reader) -> None:
    bench.comparison.pin(m.ModelRef("/models/b"))
    bench.open()
    bench.look(m.ModelRef("/models/a"))
    assert bench.prober.latest.other is not None
    bench.session.set_reader(other_words().reader())
    assert bench.comparison.other is None
    assert "another vocabulary" in bench.comparison.why
    bench.look(m.ModelRef("/models/c"))
    assert bench.prober.latest.other is None
    bench.session.set_reader(reader)
    assert bench.comparison.other == m.ModelRef("/models/b")


def test_the_present_model_is_pinned(bench: Bench) -> None:
    bench.comparison.pin_present()
    assert "No model is looked at yet" in bench.refused.at(0)[0]
    bench.look(m.ModelRef("/models/a"))
    bench.comparison.pin_present()
    assert bench.open().model == m.ModelRef("/models/a")


def test_of_a_run_that_learns_the_nearest_kept_step_is_pinned(bench: Bench) -> None:
    noted = QSignalSpy(bench.comparison.noted)
    bench.train(118, [0, 64, 112])
    bench.comparison.pin_present()
    assert bench.open().model == m.ModelRef(RUN.folder, 112)
    assert noted.at(0) == ["Step 118 isn't kept: step 112 is pinned as B."]
    bench.look(m.ModelRef(RUN.folder, 64), 64)
    bench.comparison.pin_present()
    assert bench.open().model == m.ModelRef(RUN.folder, 64)
    assert noted.count() == 1


def test_a_run_of_which_nothing_is_kept_can_not_be_pinned(bench: Bench) -> None:
    bench.train(3, [])
    bench.comparison.pin_present()
    assert "No step of this run is kept yet" in bench.refused.at(0)[0]


def test_both_are_called_by_name_and_step(bench: Bench) -> None:
    bench.train(118, [64])
    bench.session.set_view("Open", pinned=Pinned("@stories-small"))
    bench.open()
    assert bench.comparison.words_of_a == "step 118 · run first"
    assert bench.comparison.words_of_b == "stories-small"
    bench.session.set_view("Move", pinned=Pinned(RUN.folder, 1064))
    assert bench.comparison.words_of_b == "step 1,064 · run first"
