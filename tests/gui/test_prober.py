"""What is typed is asked at once, and the newest answer counts."""

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope.gui.engine_process import ProcessOutcome
from bertscope.gui.prober import LIVE_MS, Part, Prober
from bertscope.gui.session import Session
from bertscope.gui.state import Weighing
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


# --- Two models ---------------------------------------------------------------------------------

A, B = m.ModelRef("run"), m.ModelRef("run", 40)


def asked(fake: FakeEngine) -> dict[str, m.Probe]:
    """What was asked since the last such question, by its view."""
    probes = [probe for probe in fake.take(m.Probe) if isinstance(probe, m.Probe)]
    assert len({probe.view for probe in probes}) == len(probes)
    return {probe.view: probe for probe in probes}


def test_both_models_are_asked_the_same_and_shown_together(
    prober: Prober, session: Session, fake: FakeEngine
) -> None:
    session.set_action([2], Action.MASK)
    seen = QSignalSpy(prober.seen)
    prober.aim(A, B)
    probes = asked(fake)
    main, other = probes["main"], probes["other"]
    assert (main.model, other.model) == (A, B)
    assert (main.ids, main.labels, main.wants) == (other.ids, other.labels, other.wants)
    fake.answer(main, 90)
    assert seen.count() == 0
    fake.answer(other, 40)
    assert seen.count() == 1
    assert (prober.latest.look.step, prober.latest.other.step) == (90, 40)


def test_enough_guesses_are_asked_for_to_find_one_models_in_the_others(
    prober: Prober, fake: FakeEngine
) -> None:
    prober.aim(A)
    assert asked(fake)["main"].wants.top_k == 5
    prober.aim(A, B)
    assert asked(fake)["main"].wants.top_k >= 50


def test_while_a_learns_b_is_asked_only_once(
    qtbot: QtBot, prober: Prober, fake: FakeEngine
) -> None:
    prober.aim(A, B)
    for probe in asked(fake).values():
        fake.answer(probe, 1)
    for step in (2, 3):
        prober.follow()
        qtbot.waitUntil(lambda: any(isinstance(sent, m.Probe) for sent in fake.sent))
        probes = asked(fake)
        assert list(probes) == ["main"]
        fake.answer(probes["main"], step)
        assert (prober.latest.look.step, prober.latest.other.step) == (step, 1)


def test_what_is_typed_is_asked_of_both_again(
    prober: Prober, session: Session, fake: FakeEngine
) -> None:
    prober.aim(A, B)
    for probe in asked(fake).values():
        fake.answer(probe)
    session.set_sentence(Source.A, "my cat")
    probes = asked(fake)
    assert probes["other"].ids == probes["main"].ids == session.model_ids


def test_typing_on_does_not_keep_the_other_model_from_ever_answering(
    prober: Prober, session: Session, fake: FakeEngine
) -> None:
    """The engine passes over B's questions but the newest; so only one is ever open."""
    seen = QSignalSpy(prober.seen)
    prober.aim(A, B)
    first = asked(fake)
    for text in ("m", "my", "my c"):
        session.set_sentence(Source.A, text)
    assert asked(fake) == {}
    for probe in first.values():
        fake.answer(probe)
    assert seen.count() == 1
    last = asked(fake)
    assert last["main"].ids == last["other"].ids == session.model_ids
    for probe in last.values():
        fake.answer(probe)
    assert seen.count() == 2
    assert asked(fake) == {}


def test_a_pinned_run_that_learns_is_asked_again_with_a_step_of_it(
    qtbot: QtBot, prober: Prober, fake: FakeEngine
) -> None:
    """The other way round: A a past step, B the newest."""
    prober.aim(B, A)
    for probe in asked(fake).values():
        fake.answer(probe, 40 if probe.view == "main" else 90)
    prober.follow()
    qtbot.waitUntil(lambda: len(fake.sent) == 2)
    for probe in asked(fake).values():
        fake.answer(probe, 40 if probe.view == "main" else 91)
    assert prober.latest.other.step == 91


def test_of_two_past_steps_nothing_is_asked_again(
    qtbot: QtBot, prober: Prober, fake: FakeEngine
) -> None:
    prober.aim(m.ModelRef("run", 80), B)
    for probe in asked(fake).values():
        fake.answer(probe, 1)
    prober.follow()
    qtbot.wait(3 * LIVE_MS)
    assert asked(fake) == {}


def test_where_b_fails_a_is_shown_and_why_is_said_once(
    qtbot: QtBot, prober: Prober, session: Session, fake: FakeEngine
) -> None:
    seen, refused = QSignalSpy(prober.seen), QSignalSpy(prober.refused)
    failed = QSignalSpy(prober.failed)
    prober.aim(A, B)
    for step in (1, 2):
        probes = asked(fake)
        fake.answer(probes["main"], step)
        if "other" in probes:
            fake.received.emit(m.Failed(probes["other"].id, "Step 40 isn't kept."))
        assert (prober.latest.look.step, prober.latest.other) == (step, None)
        prober.follow()
        qtbot.waitUntil(lambda: any(isinstance(sent, m.Probe) for sent in fake.sent))
    assert [refused.at(n)[0] for n in range(refused.count())] == ["Step 40 isn't kept."]
    assert (seen.count(), failed.count()) == (2, 0)
    session.set_sentence(Source.A, "my cat")
    fake.answer(asked(fake)["main"])
    for probe in asked(fake).values():
        fake.answer(probe)
    assert prober.latest.other is not None
    assert prober.refusal == ""


def test_where_a_fails_what_waited_is_asked(
    prober: Prober, session: Session, fake: FakeEngine
) -> None:
    failed = QSignalSpy(prober.failed)
    prober.aim(A, B)
    main = asked(fake)["main"]
    session.set_sentence(Source.A, "my cat")
    fake.received.emit(m.Failed(main.id, "Too long."))
    assert failed.at(0) == ["Too long."]
    assert asked(fake)["main"].ids == session.model_ids


def test_without_b_the_next_look_is_of_a_alone(prober: Prober, fake: FakeEngine) -> None:
    prober.aim(A, B)
    asked(fake)
    prober.aim(A)
    probes = asked(fake)
    assert list(probes) == ["main"]
    fake.answer(probes["main"])
    assert prober.latest.other is None


def test_an_answer_about_the_b_before_is_not_taken(prober: Prober, fake: FakeEngine) -> None:
    prober.aim(A, B)
    old = asked(fake)
    prober.aim(A, m.ModelRef("run", 50))
    new = asked(fake)
    fake.answer(old["other"], 40)
    fake.answer(new["main"], 90)
    assert prober.latest is None
    fake.answer(new["other"], 50)
    assert prober.latest.other.step == 50


def test_a_new_engine_is_asked_both_again(prober: Prober, fake: FakeEngine) -> None:
    prober.aim(A, B)
    fake.answer(asked(fake)["main"])
    fake.die(ProcessOutcome(crashed=True, code=9, expected=False))
    fake.get_ready()
    prober.ask()
    assert set(asked(fake)) == {"main", "other"}


def test_b_is_not_asked_while_it_may_not_be_compared(prober: Prober, fake: FakeEngine) -> None:
    prober.ask_beside_if(lambda ref: False)
    prober.aim(A, B)
    probes = asked(fake)
    assert list(probes) == ["main"]
    fake.answer(probes["main"])
    assert prober.latest.other is None
    prober.ask_beside_if(lambda ref: ref == B)
    prober.catch_up()
    assert set(asked(fake)) == {"main", "other"}


# --- Fine-tuned models --------------------------------------------------------------------------


def test_the_label_is_asked_about_where_it_is_one_of_the_models_classes(
    prober: Prober, session: Session, fake: FakeEngine
) -> None:
    session.set_label(2)
    prober.aim(A)
    assert asked(fake)["main"].label is None
    prober.aim(A, classes=3)
    assert asked(fake)["main"].label == 2
    session.set_label(3)
    assert asked(fake)["main"].label is None
    session.set_label(0)
    assert asked(fake)["main"].label == 0


def test_what_tokens_count_is_asked_for_only_while_it_can_be_seen(
    prober: Prober, session: Session, fake: FakeEngine
) -> None:
    prober.aim(A, classes=2)
    assert not asked(fake)["main"].wants.attribution
    prober.want(Part.ATTRIBUTION)
    assert asked(fake)["main"].wants.attribution
    session.set_view(weighing=Weighing.ATTENTION, heads=(1,))
    wants = asked(fake)["main"].wants
    assert not wants.attribution
    assert wants.heads == [1]
