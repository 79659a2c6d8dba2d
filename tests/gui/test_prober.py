"""What is typed is asked at once, and the newest answer counts."""

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope.gui.engine_process import ProcessOutcome
from bertscope.gui.prober import LIVE_MS, Prober
from bertscope.gui.session import Session
from bertscope.text.masking import Action
from bertscope.text.pair import Source
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine


@pytest.fixture
def prober(session: Session, fake: FakeEngine) -> Prober:
    return Prober(session, fake)


def test_it_asks_for_what_is_typed_and_masked(
    prober: Prober, session: Session, fake: FakeEngine
) -> None:
    session.set_action([2], Action.MASK)
    prober.aim(m.ModelRef("x"))
    (probe,) = fake.take(m.Probe)
    assert probe.ids == session.model_ids
    assert probe.labels == session.labels
    assert probe.nsp_label == 0
    seen = QSignalSpy(prober.seen)
    fake.answer(probe)
    assert seen.at(0)[0].question.pair is session.pair


def test_of_a_model_that_can_not_be_looked_at_no_other_models_numbers_stay(
    prober: Prober, fake: FakeEngine
) -> None:
    seen, failed = QSignalSpy(prober.seen), QSignalSpy(prober.failed)
    prober.aim(m.ModelRef("x"))
    fake.answer(*fake.take(m.Probe))
    prober.ask()
    (again,) = fake.take(m.Probe)
    fake.received.emit(m.Failed(again.id, "Too long."))
    assert prober.latest is not None
    prober.aim(m.ModelRef("y"))
    (other,) = fake.take(m.Probe)
    fake.received.emit(m.Failed(other.id, "It makes no numbers."))
    assert prober.latest is None
    assert [seen.at(i)[0] is None for i in range(seen.count())] == [False, True]
    assert [failed.at(i)[0] for i in range(2)] == ["Too long.", "It makes no numbers."]


def test_what_is_typed_is_asked_at_once(prober: Prober, session: Session, fake: FakeEngine) -> None:
    prober.aim(m.ModelRef("x"))
    for text in ("m", "my", "my c", "my cat"):
        session.set_sentence(Source.A, text)
    probes = fake.take(m.Probe)
    assert len(probes) == 5
    assert probes[-1].ids == session.model_ids


def test_an_answer_settles_the_questions_before_it(
    prober: Prober, session: Session, fake: FakeEngine
) -> None:
    seen = QSignalSpy(prober.seen)
    prober.aim(m.ModelRef("x"))
    session.set_sentence(Source.A, "my cat")
    first, second = fake.take(m.Probe)
    fake.answer(second)
    fake.answer(first)
    assert seen.count() == 1
    assert prober.latest.question.ids == tuple(second.ids)


def test_a_learning_model_waits_for_the_question_under_way(
    qtbot: QtBot, prober: Prober, fake: FakeEngine
) -> None:
    prober.aim(m.ModelRef("x"))
    (probe,) = fake.take(m.Probe)
    prober.follow()
    qtbot.wait(3 * LIVE_MS)
    assert fake.take(m.Probe) == []
    fake.answer(probe)
    qtbot.waitUntil(lambda: len(fake.take(m.Probe)) == 1)


def test_answers_about_another_model_are_dropped(prober: Prober, fake: FakeEngine) -> None:
    seen = QSignalSpy(prober.seen)
    prober.aim(m.ModelRef("old"))
    (old,) = fake.take(m.Probe)
    prober.aim(m.ModelRef("new"))
    fake.answer(old)
    assert seen.count() == 0
    (new,) = fake.take(m.Probe)
    assert new.model == m.ModelRef("new")
    fake.answer(new)
    assert seen.count() == 1


def test_why_there_is_no_look_is_said(prober: Prober, fake: FakeEngine) -> None:
    told = QSignalSpy(prober.failed)
    prober.aim(m.ModelRef("x"))
    (probe,) = fake.take(m.Probe)
    fake.received.emit(m.Failed(probe.id, "The folder is gone."))
    assert told.at(0) == ["The folder is gone."]


def test_a_dead_engine_owes_nothing(prober: Prober, fake: FakeEngine) -> None:
    prober.aim(m.ModelRef("x"))
    fake.take(m.Probe)
    fake.die(ProcessOutcome(crashed=True, code=9, expected=False))
    fake.get_ready()
    prober.ask()
    assert len(fake.take(m.Probe)) == 1


def test_a_learning_model_is_looked_at_again(
    qtbot: QtBot, prober: Prober, fake: FakeEngine
) -> None:
    prober.aim(m.ModelRef("x"))
    (probe,) = fake.take(m.Probe)
    fake.answer(probe)
    for _ in range(5):
        prober.follow()
    qtbot.waitUntil(lambda: any(isinstance(s, m.Probe) for s in fake.sent))
    assert len(fake.take(m.Probe)) == 1
