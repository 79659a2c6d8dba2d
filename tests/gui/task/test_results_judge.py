"""A fine-tuned model is judged when it should be, and not more often."""

from collections.abc import Iterator

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from bertscope.gui.engine_process import ProcessOutcome
from bertscope.gui.session import Session
from bertscope.gui.task.results_judge import NO_DATA, NOT_TUNED, WAITING
from bertscope.recipe import Recipe
from bertscope.task import Kind, Task
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine
from tests.gui.task.judgements import classified
from tests.gui.task.judging import FOLDER, Desk
from tests.gui.task.task_runs import FACTS, TASK


@pytest.fixture
def desk(session: Session, fake: FakeEngine) -> Iterator[Desk]:
    made = Desk.of(session, fake)
    made.open_model()
    yield made
    made.leave()


def answer(desk: Desk) -> m.JudgeTask:
    """Answer the one question that was asked."""
    (asked,) = desk.asked
    desk.fake.received.emit(classified(asked.id, asked.model))
    return asked


def keep(desk: Desk, *steps: int) -> None:
    desk.fake.received.emit(m.Kept(FOLDER, list(steps), 10, 100))


def test_nothing_is_asked_while_nobody_sees_it(desk: Desk) -> None:
    desk.begin()
    assert desk.asked == []
    desk.judge.want()
    asked = answer(desk)
    assert (asked.model, asked.task, asked.split) == (m.ModelRef(FOLDER), TASK, m.Split.DEV)
    assert (asked.most, asked.seed) == (256, 0)
    assert desk.judge.judged is not None
    assert desk.judge.facts == FACTS


def test_a_model_that_is_not_fine_tuned_is_not_judged(desk: Desk) -> None:
    desk.judge.want()
    assert desk.asked == []
    assert desk.judge.why == NOT_TUNED


def test_a_fine_tuned_folder_is_judged_by_the_data_that_is_wanted(
    session: Session, fake: FakeEngine
) -> None:
    desk = Desk.of(session, fake, Recipe())
    desk.judge.want()
    desk.open_model(Kind.CLASSIFICATION)
    assert desk.asked == []
    assert desk.judge.why == NO_DATA
    wanted = msgspec.structs.replace(desk.training.wanted, task=Task(data="feelings"))
    desk.training.set_recipe(wanted)
    assert desk.judge.why == WAITING
    assert answer(desk).task.data == "feelings"
    desk.leave()


def test_time_travel_shows_the_answers_of_that_step(desk: Desk, session: Session) -> None:
    desk.judge.want()
    desk.begin()
    answer(desk)
    keep(desk, 0, 20)
    desk.measure(40)
    session.set_view(step=20)
    (asked,) = desk.asked
    assert asked.model == m.ModelRef(FOLDER, 20)
    assert desk.judge.judged is not None  # The last ones stay until these come.
    assert desk.judge.is_waiting


def test_the_other_part_of_the_data_is_asked_for_and_not_shown_as_the_first(
    desk: Desk, session: Session
) -> None:
    desk.judge.want()
    desk.begin()
    answer(desk)
    session.set_view(on_test=True)
    assert desk.judge.judged is None
    assert answer(desk).split is m.Split.TEST
    session.undo_stack.undo()
    assert answer(desk).split is m.Split.DEV


def test_a_model_that_learns_is_judged_again_when_it_was_measured(qtbot: QtBot, desk: Desk) -> None:
    desk.judge.want()
    desk.begin()
    answer(desk)
    desk.measure(25)
    desk.measure(50)
    qtbot.waitUntil(lambda: any(isinstance(sent, m.JudgeTask) for sent in desk.fake.sent))
    answer(desk)
    desk.fake.received.emit(m.Vitals(FOLDER, 1.0, 1))
    assert desk.asked == []


def test_while_it_answers_it_is_not_asked_again(desk: Desk) -> None:
    desk.judge.want()
    desk.begin()
    (asked,) = desk.asked
    desk.measure(25)
    assert desk.asked == []
    desk.fake.received.emit(classified(asked.id, asked.model))
    assert desk.judge._rest.isActive()


def test_a_passed_over_question_is_no_trouble_but_a_failed_one_is_said(
    desk: Desk, session: Session
) -> None:
    desk.judge.want()
    desk.begin()
    (first,) = desk.asked
    session.set_view(on_test=True)
    (second,) = desk.asked
    desk.fake.received.emit(m.Failed(first.id, ""))
    assert desk.judge.why == WAITING
    desk.fake.received.emit(m.Failed(second.id, "There are no test examples."))
    assert desk.judge.why == "There are no test examples."
    desk.fake.received.emit(classified(first.id, first.model))
    assert desk.judge.judged is None


def test_nothing_of_an_engine_that_is_gone_is_waited_for(desk: Desk) -> None:
    desk.judge.want()
    desk.begin()
    assert desk.judge.is_waiting
    desk.fake.die(ProcessOutcome(crashed=True, code=9, expected=False))
    assert not desk.judge.is_waiting


def test_a_run_that_is_let_go_of_takes_its_answers_along(desk: Desk) -> None:
    desk.judge.want()
    desk.begin()
    answer(desk)
    desk.training.reset()
    assert desk.judge.judged is None
    assert desk.judge.why == NOT_TUNED


def test_what_was_measured_last_is_judged_at_once_when_the_run_holds(desk: Desk) -> None:
    desk.judge.want()
    desk.begin()
    answer(desk)
    desk.measure(10)
    assert desk.asked == []  # While it trains there is a pause.
    desk.fake.received.emit(m.RunPaused(FOLDER, 10))
    assert len(desk.asked) == 1
