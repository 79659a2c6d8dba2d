"""What is said of an engine that broke off, without any process."""

from bertscope.gui.engine_process import ProcessOutcome
from bertscope.gui.life import QUICK_DEATH_SECONDS, EngineLife

KILLED = ProcessOutcome(crashed=True, code=9, expected=False)


class Clock:
    """A clock that a test sets."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_one_that_lived_is_started_again_and_its_end_is_said_once() -> None:
    life = EngineLife(clock := Clock())
    clock.now += QUICK_DEATH_SECONDS + 1
    assert life.break_off(KILLED, KILLED.sentence)
    assert life.has_crashed
    assert life.take_sentence() == f"{KILLED.sentence} It was started again."
    assert not life.has_crashed


def test_a_run_is_told_where_it_goes_on() -> None:
    life = EngineLife(clock := Clock())
    clock.now += QUICK_DEATH_SECONDS + 1
    life.break_off(KILLED, KILLED.sentence)
    assert "the run is back at step 1,200, its last checkpoint." in life.take_sentence(1200)


def test_one_that_dies_again_at_once_is_left_to_the_user() -> None:
    life = EngineLife(clock := Clock())
    clock.now += QUICK_DEATH_SECONDS + 1
    life.begin()
    clock.now += QUICK_DEATH_SECONDS / 2
    assert not life.break_off(KILLED, KILLED.sentence)
    assert not life.has_crashed


def test_one_that_never_came_up_is_not_tried_again() -> None:
    life = EngineLife(clock := Clock())
    clock.now += 1000
    failed = ProcessOutcome(crashed=False, code=1, expected=False, started=False)
    assert not life.break_off(failed, failed.sentence)
