"""What is said of an engine that broke off, without any process."""

from bertscope.gui.engine_outcome import ProcessOutcome
from bertscope.gui.life import (
    QUICK_DEATH_SECONDS,
    RECONNECT,
    RESTART,
    EngineLife,
    silence_words,
    way_on,
)

KILLED = ProcessOutcome(crashed=True, code=9, expected=False)
CUT = ProcessOutcome(False, 255, False, command="ssh gpu-box bertscope engine", host="gpu-box")


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
    assert life.take_sentence() == f"{KILLED.sentence} The engine was started again."
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
    assert life.has_crashed  # Said once someone has started it.


def test_one_that_never_came_up_is_not_tried_again() -> None:
    life = EngineLife(clock := Clock())
    clock.now += 1000
    failed = ProcessOutcome(crashed=False, code=1, expected=False, started=False)
    assert not life.break_off(failed, failed.sentence)
    assert not life.has_crashed


def test_a_cut_connection_is_tried_again_only_once_unasked() -> None:
    life = EngineLife(clock := Clock())
    tried = []
    for _ in range(2):
        life.begin()
        clock.now += QUICK_DEATH_SECONDS + 1
        tried.append(life.break_off(CUT, CUT.sentence))
    life.ask()
    life.begin()
    clock.now += QUICK_DEATH_SECONDS + 1
    assert [*tried, life.break_off(CUT, CUT.sentence)] == [True, False, True]


def test_the_way_on_is_called_by_what_it_does() -> None:
    assert (way_on(KILLED), way_on(CUT)) == (RESTART, RECONNECT)


def test_a_silence_says_where_and_what_to_do() -> None:
    assert silence_words(5.02, "").startswith("The engine has not answered for 5 s: it is stuck")
    far = silence_words(5.0, "gpu-box")
    assert far.startswith("The engine on gpu-box has not answered for 5 s: the connection is cut")
    assert "start it again" in far
