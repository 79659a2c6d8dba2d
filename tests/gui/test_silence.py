"""When an engine is said to keep silent, by a clock that the test sets."""

from bertscope.gui.silence import LONG_SECONDS, Silence
from bertscope.recipe import Recipe
from bertscope.wire import messages as m


class Engine:
    """Hears pings; answers when told to, and time passes when told to."""

    def __init__(self) -> None:
        self.now, self.pings = 0.0, 0
        self.silence = Silence(self.ask, 5.0, lambda: self.now)

    def ask(self) -> int:
        self.pings += 1
        return self.pings

    def pass_seconds(self, seconds: int) -> list[int]:
        """At which of the seconds a silence is told."""
        told = []
        for second in range(1, seconds + 1):
            self.now += 1
            if self.silence.tick():
                told.append(second)
        return told

    def say(self, message: m.Message) -> bool:
        ended = self.silence.heard()
        self.silence.took(message)
        return ended

    def answer(self) -> bool:
        return self.say(m.Pong(self.pings))


def test_one_that_answers_is_asked_every_second_and_never_blamed() -> None:
    engine = Engine()
    for _ in range(100):
        assert engine.pass_seconds(1) == []
        engine.answer()
    assert engine.pings == 100


def test_one_that_talks_is_not_asked() -> None:
    engine = Engine()
    for _ in range(100):
        engine.now += 0.5
        engine.say(m.Kept("/run", [], 0, 0))
        engine.now += 0.5
        assert not engine.silence.tick()
    assert engine.pings == 0


def test_a_silence_is_told_once_and_taken_back() -> None:
    engine = Engine()
    assert engine.pass_seconds(30) == [6]
    assert engine.pings == 1
    assert engine.answer()
    assert not engine.answer()


def test_steps_that_take_longer_are_blamed_once() -> None:
    engine = Engine()
    assert engine.pass_seconds(9) == [6]
    engine.answer()
    for _ in range(5):
        assert engine.pass_seconds(9) == []
        engine.answer()
    assert engine.pass_seconds(30) == [17]


def test_a_part_of_an_answer_is_a_sign_of_life() -> None:
    engine = Engine()
    for _ in range(30):
        assert engine.pass_seconds(4) == []
        engine.silence.heard()  # A long answer over a slow line, in portions.


def test_what_may_take_long_has_more_time() -> None:
    engine = Engine()
    engine.silence.sent(m.OpenModel(7, m.ModelRef("/large")))
    assert engine.pass_seconds(int(LONG_SECONDS)) == []
    engine.answer()
    assert engine.pass_seconds(7) == [6]


def test_an_answer_to_an_older_question_does_not_end_that_time() -> None:
    engine = Engine()
    engine.pass_seconds(2)
    engine.silence.sent(m.OpenModel(7, m.ModelRef("/large")))
    engine.answer()
    assert engine.pass_seconds(int(LONG_SECONDS)) == []


def test_a_run_is_prepared_in_peace_until_it_has_begun() -> None:
    for over in (m.Failed(7, "No."), m.RunFailed("/run", 0, "No."), m.RunEnded("/run")):
        engine = Engine()
        engine.silence.sent(m.Train(7, Recipe()))
        for _ in range(3):
            assert engine.pass_seconds(40) == []
            engine.answer()
        engine.say(over)
        assert engine.pass_seconds(10) == [6]


def test_a_start_has_more_time_and_is_told_too() -> None:
    engine = Engine()
    engine.silence.begin(starting=True)
    assert engine.pass_seconds(100) == [int(LONG_SECONDS)]
    assert engine.pings == 0


def test_a_computer_that_slept_blames_nobody() -> None:
    engine = Engine()
    engine.pass_seconds(2)
    engine.now += 3600
    assert engine.pass_seconds(5) == []
    assert engine.pass_seconds(3) == [1]
