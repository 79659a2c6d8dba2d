"""The film plays through the kept steps, no quicker than they can be shown."""

from collections.abc import Iterator
from time import monotonic

import pytest
from pytestqt.qtbot import QtBot

from bertscope.gui.film import visit
from bertscope.gui.film.film import Film
from bertscope.gui.session import Session
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, info
from tests.gui.travelling import RUN, Bench


@pytest.fixture
def bench(session: Session, fake: FakeEngine) -> Iterator[Bench]:
    made = Bench(session, fake)
    yield made
    made.close()


@pytest.fixture
def film(bench: Bench) -> Iterator[Film]:
    made = Film(bench.travel, bench.visit())
    made.set_speed(20)
    yield made
    made.stop()


def watch(qtbot: QtBot, bench: Bench, film: Film) -> list[int | None]:
    """Answer what is asked until the film ends; the steps that were travelled to."""
    seen: list[int | None] = [bench.session.view.step]
    bench.session.viewed.connect(lambda: seen.append(bench.session.view.step))

    def is_over() -> bool:
        bench.answer()
        return not film.is_playing

    qtbot.waitUntil(is_over)
    return seen


def test_it_plays_all_kept_steps_from_the_first_and_ends_at_the_newest(
    qtbot: QtBot, bench: Bench, film: Film
) -> None:
    bench.train(100, 0, 10, 40, 100)
    film.play()
    assert watch(qtbot, bench, film) == [0, 10, 40, None]
    for viewer in bench.viewers:
        assert viewer.steps[-4:] == [0, 10, 40, None]


def test_it_goes_on_from_the_step_that_is_looked_at(qtbot: QtBot, bench: Bench, film: Film) -> None:
    bench.train(100, 0, 10, 40, 80)
    bench.travel.to(40)
    bench.answer()
    film.play()
    assert watch(qtbot, bench, film) == [40, 80, None]


def test_a_step_is_not_left_before_every_view_has_shown_it(
    qtbot: QtBot, bench: Bench, film: Film
) -> None:
    bench.train(100, 0, 10, 40)
    film.play()
    qtbot.wait(150)  # Three times as long as a step takes at this speed.
    assert bench.session.view.step == 0
    bench.answer()
    qtbot.waitUntil(lambda: bench.session.view.step == 10)
    assert all(viewer.steps[-1] == 0 for viewer in bench.viewers)


def test_it_is_no_quicker_than_it_is_asked_to_be(qtbot: QtBot, bench: Bench, film: Film) -> None:
    bench.train(100, 0, 10, 40)
    film.set_speed(2)
    began = monotonic()
    film.play()
    qtbot.waitUntil(lambda: bool(bench.answer()))
    qtbot.waitUntil(lambda: bench.session.view.step == 10)
    assert monotonic() - began > 0.4  # Qt's timers may be early by a twentieth.


def test_steps_that_are_kept_meanwhile_join_in(qtbot: QtBot, bench: Bench, film: Film) -> None:
    bench.train(40, 0, 10)
    film.play()
    bench.grow(60, 0, 10, 40)
    assert watch(qtbot, bench, film) == [0, 10, 40, None]


def test_a_step_that_goes_while_it_is_shown_stops_nothing(
    qtbot: QtBot, bench: Bench, film: Film
) -> None:
    bench.train(100, 0, 10, 12, 40)
    bench.travel.to(12)
    bench.answer()
    film.play()
    bench.keep(0, 10, 40)
    assert film.is_playing
    assert watch(qtbot, bench, film)[-2:] == [40, None]


def test_who_travels_by_hand_stops_it(qtbot: QtBot, bench: Bench, film: Film) -> None:
    bench.train(100, 0, 10, 40)
    film.play()
    with qtbot.waitSignal(film.changed):
        bench.travel.to(40)
    assert not film.is_playing
    bench.answer()
    qtbot.wait(120)
    assert bench.session.view.step == 40


def test_a_pause_stays_where_it_is(qtbot: QtBot, bench: Bench, film: Film) -> None:
    bench.train(100, 0, 10, 40)
    film.toggle()
    bench.answer()
    qtbot.waitUntil(lambda: bench.session.view.step == 10)
    film.toggle()
    bench.answer()
    qtbot.wait(120)
    assert (film.is_playing, bench.session.view.step) == (False, 10)


def test_what_can_not_be_shown_is_passed_over(qtbot: QtBot, bench: Bench, film: Film) -> None:
    bench.train(100, 0, 10, 40)
    film.play()
    bench.answer()
    qtbot.waitUntil(lambda: bench.session.view.step == 10)
    (probe,) = bench.fake.take(m.Probe)
    bench.fake.received.emit(m.Failed(probe.id, "Step 10 is damaged."))
    assert watch(qtbot, bench, film)[-2:] == [40, None]


def test_a_film_is_one_step_of_undo(qtbot: QtBot, bench: Bench, film: Film) -> None:
    bench.train(100, 0, 10, 40)
    bench.travel.to(10)
    bench.answer()
    film.play()
    watch(qtbot, bench, film)
    assert not bench.session.undo_stack.canUndo()  # From the newest to the newest.


def test_without_past_steps_there_is_no_film(bench: Bench, film: Film) -> None:
    film.play()
    assert not film.is_playing
    bench.train(10, 10)
    film.play()
    assert not film.is_playing


def test_it_plays_while_the_run_goes_on(qtbot: QtBot, bench: Bench, film: Film) -> None:
    bench.train(100, 0, 10, 40)
    film.play()

    def goes_on() -> bool:
        bench.grow(bench.training.step + 1, 0, 10, 40)
        bench.answer()
        return not film.is_playing

    qtbot.waitUntil(goes_on)
    assert bench.prober.model == m.ModelRef(RUN)


def test_a_step_that_takes_too_long_is_passed_over(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "PATIENCE_MS", 30)
    bench.train(100, 0, 10)
    film = Film(bench.travel, bench.visit())
    film.set_speed(20)
    film.play()
    qtbot.waitUntil(lambda: not film.is_playing)  # Nothing was answered.
    assert bench.session.view.step is None


def test_it_ends_with_its_run_and_does_not_go_on_with_another(
    qtbot: QtBot, bench: Bench, film: Film
) -> None:
    bench.train(100, 0, 10, 40)
    film.play()
    bench.answer()
    bench.adopt(info(m.ModelRef("/runs/2")), folder="/runs/2")
    bench.fake.received.emit(m.Kept("/runs/2", [0, 10, 40], 1, 1))
    assert not film.is_playing
    assert bench.session.view.step is None
