"""What the views look at: the run at a step, or the open model."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope.gui.aiming import Aiming
from bertscope.gui.opening import Models, Opening
from bertscope.gui.prober import Prober
from bertscope.gui.run.record import Records
from bertscope.gui.run.training import Training
from bertscope.gui.session import Session
from bertscope.gui.state import Pinned
from bertscope.places import DEFAULT_MODEL
from bertscope.recipe import Recipe
from bertscope.task import Kind
from bertscope.text.masking import Action
from bertscope.text.pair import Source
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, info, opened, started, words
from tests.gui.task.judging import Desk
from tests.gui.task.task_runs import fine_tuned_info
from tests.gui.travelling import RUN, Bench


@pytest.fixture
def bench(session: Session, fake: FakeEngine) -> Iterator[Bench]:
    made = Bench(session, fake)
    yield made
    made.close()


def test_the_open_model_is_looked_at_until_there_is_a_run(bench: Bench) -> None:
    assert bench.prober.model == m.ModelRef(DEFAULT_MODEL)
    bench.train(10, 0, 5)
    assert bench.prober.model == m.ModelRef(RUN)
    bench.training.reset()
    assert bench.prober.model == m.ModelRef(DEFAULT_MODEL)


def test_nothing_is_asked_before_a_model_is_open(session: Session, fake: FakeEngine) -> None:
    models, training = Models(fake), Training(fake, Records(fake), Recipe())
    _aiming = Aiming(session, models, training, Prober(session, fake))
    session.set_view(step=3)
    training.set_recipe(Recipe(steps=7))
    assert fake.take(m.Probe) == []


def test_another_model_is_looked_at_once_it_is_open(qtbot: QtBot, bench: Bench) -> None:
    with qtbot.waitSignal(bench.aiming.aimed) as aimed:
        bench.models.open("/models/other")
        bench.fake.received.emit(opened(bench.fake.take(m.OpenModel)[0]))
    assert aimed.args == [m.ModelRef("/models/other")]
    assert bench.asked() == [m.ModelRef("/models/other")]


def test_an_engine_that_was_started_again_is_asked_anew(bench: Bench) -> None:
    bench.models.open_wanted()
    bench.fake.received.emit(opened(bench.fake.take(m.OpenModel)[0]))
    assert bench.asked() == [m.ModelRef(DEFAULT_MODEL)]


def test_a_travel_aims_at_the_step_and_asks_once(qtbot: QtBot, bench: Bench) -> None:
    bench.train(20, 0, 10)
    with qtbot.waitSignal(bench.aiming.aimed) as aimed:
        bench.travel.to(10)
    assert aimed.args == [m.ModelRef(RUN, 10)]
    assert bench.asked() == [m.ModelRef(RUN, 10)]
    bench.session.undo_stack.undo()
    assert bench.asked() == [m.ModelRef(RUN)]
    bench.session.undo_stack.redo()
    assert bench.asked() == [m.ModelRef(RUN, 10)]


def test_what_is_typed_after_training_is_looked_at_at_any_step(bench: Bench) -> None:
    bench.train(20, 0, 10)
    bench.travel.to(0)
    bench.fake.take(m.Probe)
    bench.session.set_sentence(Source.A, "the dragon sleeps")
    (probe,) = bench.fake.take(m.Probe)
    assert probe.model == m.ModelRef(RUN, 0)
    assert probe.ids == list(bench.session.model_ids)


def test_the_newest_is_looked_at_again_as_it_learns_a_past_step_is_not(
    qtbot: QtBot, bench: Bench
) -> None:
    bench.train(20, 0, 10)
    bench.answer()
    bench.grow(21, 0, 10)
    qtbot.waitUntil(lambda: bench.answer() == [None])
    bench.travel.to(10)
    assert bench.answer() == [10]
    with qtbot.waitSignal(bench.training.stepped):
        bench.grow(30, 0, 10)
    qtbot.wait(100)  # More than the pause between two looks at what learns.
    assert bench.asked() == []


def test_a_step_that_is_thinned_gives_way_to_the_nearest(bench: Bench) -> None:
    bench.train(100, 0, 10, 12, 40)
    bench.travel.to(12)
    moved = QSignalSpy(bench.aiming.moved)
    bench.keep(0, 10, 40)
    assert bench.session.view.step == 10
    assert bench.asked()[-1] == m.ModelRef(RUN, 10)
    assert moved.at(0) == ["Step 12 is not kept any more: step 10 is shown."]
    bench.session.undo_stack.undo()
    assert bench.session.view.step is None
    bench.session.undo_stack.redo()
    assert bench.session.view.step == 10


def test_a_new_run_is_followed_from_its_first_step(bench: Bench) -> None:
    bench.train(100, 0, 10, 40)
    bench.travel.to(10)
    bench.training.reset()
    assert bench.session.view.step is None
    bench.training.play()
    bench.session.set_view(step=40)  # As undo does, and an old session's file.
    bench.fake.received.emit(started(bench.fake.take(m.Train)[0], "/runs/2"))
    bench.fake.received.emit(m.Kept("/runs/2", [0], 5, 512))
    assert bench.session.view.step is None
    assert bench.prober.model == m.ModelRef("/runs/2")


def test_a_step_is_remembered_until_it_is_told_which_are_kept(bench: Bench) -> None:
    """As where a session's file is shown while its run is still being told."""
    bench.adopt(info(m.ModelRef(RUN)))
    bench.session.set_view(step=10)
    assert bench.prober.model == m.ModelRef(RUN)
    bench.keep(0, 10)
    assert bench.prober.model == m.ModelRef(RUN, 10)


def test_a_run_without_weights_leaves_the_open_model(bench: Bench) -> None:
    bench.adopt(None)
    assert bench.prober.model == m.ModelRef(DEFAULT_MODEL)
    bench.keep(0)
    assert bench.prober.model == m.ModelRef(RUN)


def test_masks_and_undo_outlive_a_model_that_reads_alike(bench: Bench) -> None:
    bench.session.set_action([2], Action.MASK)
    bench.train(10, 0)
    assert bench.session.state.plan.positions == (2,)
    assert bench.session.undo_stack.canUndo()
    assert bench.session.reader.max_length == 32  # The run reads fewer tokens.


def test_a_run_with_another_vocabulary_is_read_with_it(bench: Bench) -> None:
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "my", "dog", "is"]
    other = m.Words(pieces, True, None, True, 16)
    bench.training.play()
    (train,) = bench.fake.take(m.Train)
    bench.fake.received.emit(replace(started(train, RUN), words=other))
    assert bench.session.reader.tokenizer.vocabulary[5:] == ("my", "dog", "is")
    assert max(bench.fake.take(m.Probe)[-1].ids) < len(pieces)
    bench.training.reset()
    assert bench.session.reader is bench.models.reader


def test_what_is_pinned_is_asked_too(bench: Bench) -> None:
    bench.train(20, 0, 10)
    bench.session.set_view(pinned=Pinned(DEFAULT_MODEL))
    assert bench.asked() == [m.ModelRef(RUN), m.ModelRef(DEFAULT_MODEL)]
    bench.session.set_view(pinned=None)
    assert bench.asked() == [m.ModelRef(RUN)]


def test_a_pinned_step_that_is_thinned_gives_way_too(bench: Bench) -> None:
    bench.train(20, 0, 10, 12)
    bench.session.set_view(pinned=Pinned(RUN, 12))
    moved = QSignalSpy(bench.aiming.moved)
    bench.keep(0, 10)
    assert bench.session.view.pinned == Pinned(RUN, 10)
    assert moved.at(0) == ["Step 12 is not kept any more: B is step 10."]
    assert bench.prober.other == m.ModelRef(RUN, 10)


def test_a_file_of_another_run_pins_what_it_says(bench: Bench) -> None:
    bench.train(20, 0, 10)
    bench.session.set_view(pinned=Pinned("/runs/9", 3))
    bench.keep(0, 10, 20)
    assert bench.session.view.pinned == Pinned("/runs/9", 3)


def test_the_opened_model_tells_its_reader(bench: Bench) -> None:
    told: list[Opening] = []
    bench.models.opened.connect(told.append)
    bench.models.open("/models/short")
    request = bench.fake.take(m.OpenModel)[0]
    bench.fake.received.emit(opened(request, words(8)))
    assert bench.session.reader is told[0].reader
    assert len(bench.session.pair) <= 8


def test_a_label_is_of_the_classes_that_it_was_set_for(session: Session, fake: FakeEngine) -> None:
    desk = Desk.of(session, fake)
    desk.open_model(Kind.CLASSIFICATION)
    session.set_label(1)
    desk.open_model(Kind.CLASSIFICATION)
    assert session.state.label == 1
    desk.open_model()  # The heads of pre-training have no classes: it waits.
    assert session.state.label == 1
    desk.models.open("/models/other")
    told = opened(fake.take(m.OpenModel)[0])
    info = replace(fine_tuned_info(told.model.ref), labels=["yes", "no"])
    undone = session.undo_stack.count()
    fake.received.emit(replace(told, model=info))
    assert session.state.label is None
    assert session.undo_stack.count() == undone
    desk.leave()
