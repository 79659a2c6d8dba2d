"""Long answers in portions."""

import threading
from collections.abc import Iterator

from bertscope.wire.chores import Chores, aside


def chores_of(*works: Iterator[object]) -> tuple[Chores, list[tuple[int, str]]]:
    failed: list[tuple[int, str]] = []
    chores = Chores(lambda number, error: failed.append((number, str(error))))
    for number, work in enumerate(works):
        chores.add(number, work)
    return chores, failed


def test_they_take_turns_and_end():
    done: list[str] = []

    def work(name: str, portions: int) -> Iterator[None]:
        for portion in range(portions):
            done.append(f"{name}{portion}")
            yield

    chores, failed = chores_of(work("a", 1), work("b", 3))
    while chores:
        chores.advance()
    assert done == ["a0", "b0", "b1", "b2"]
    assert failed == []


def test_one_that_fails_is_told_and_leaves_the_others():
    def fails() -> Iterator[None]:
        yield
        raise ValueError("no")

    def works() -> Iterator[None]:
        yield
        done.append(True)

    done: list[bool] = []
    chores, failed = chores_of(fails(), works())
    while chores:
        chores.advance()
    assert failed == [(0, "no")]
    assert done == [True]


def test_work_in_a_thread_lets_others_have_their_turn():
    go_on = threading.Event()
    work = aside(lambda: go_on.wait(10), patience=0.0)
    next(work)
    go_on.set()
    assert set(work) <= {None}
