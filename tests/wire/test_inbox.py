"""Requests keep their order, except that the newest probe of a view takes the others' place."""

import os
import threading
from collections.abc import Iterator
from typing import BinaryIO

import pytest

from bertscope.wire import messages as m
from bertscope.wire.frames import encode
from bertscope.wire.inbox import DAMAGE, END, Inbox
from tests.wire.small import probe


class Pipe:
    """A window's end of a pipe, and the inbox at the other."""

    def __init__(self) -> None:
        read, self._write = os.pipe()
        self.ended: list[int] = []
        self.end = threading.Event()
        self._stream: BinaryIO = os.fdopen(read, "rb", buffering=0)
        self.inbox = Inbox(self._stream, self._ends)

    def _ends(self, code: int) -> None:
        self.ended.append(code)
        self.end.set()

    def say(self, *messages: m.Message) -> None:
        os.write(self._write, b"".join(map(encode, messages)))

    def mutter(self, portion: bytes) -> None:
        os.write(self._write, portion)

    def hang_up(self) -> None:
        if self._write >= 0:
            os.close(self._write)
            self._write = -1

    def all_of(self, *messages: m.Message) -> list[m.Request]:
        """What the inbox gives of these, all of them there before the first is taken."""
        self.say(*messages)
        self.hang_up()
        assert self.end.wait(10)
        return list(iter(lambda: self.inbox.take(0), None))

    def close(self) -> None:
        self.hang_up()
        for thread in threading.enumerate():
            if thread.name == "inbox":
                thread.join(10)
        self._stream.close()


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    pipe = Pipe()
    yield pipe
    pipe.close()


def test_requests_come_in_their_order(pipe: Pipe):
    sent = [
        m.Play(m.Goal(1)),
        m.OpenModel(1, m.ModelRef("a")),
        m.Pause(),
        m.Play(m.Goal(2)),
        m.EndRun(),
    ]
    assert pipe.all_of(*sent) == sent
    assert pipe.ended == [END]


def test_the_newest_probe_of_a_view_takes_the_place_of_those_not_begun(pipe: Pipe):
    sent = [probe("a", number) for number in (1, 2, 3)]
    assert pipe.all_of(
        sent[0], m.Play(m.Goal(1)), sent[1], m.Pause(), sent[2], m.Play(m.Goal(2))
    ) == [
        m.Play(m.Goal(1)),
        m.Pause(),
        sent[2],
        m.Play(m.Goal(2)),
    ]


def test_probes_of_two_views_do_not_touch_each_other(pipe: Pipe):
    left, right = probe("a", 1, view="left"), probe("a", 2, view="right")
    newer = probe("b", 3, view="left")
    assert pipe.all_of(left, right, newer) == [right, newer]


def test_a_probe_taken_already_is_not_called_back(pipe: Pipe):
    pipe.say(probe("a", 1))
    assert pipe.inbox.take(None) == probe("a", 1)
    pipe.say(probe("a", 2))
    assert pipe.inbox.take(None) == probe("a", 2)
    assert pipe.inbox.take(0) is None


@pytest.mark.parametrize(
    "portion",
    [b"\xff" * 8, b"\x00\x00\x00\x01\xc1", b"\x00\x00\x00\x0b\x81\xa4type\xa5Pau\xffe"],
    ids=["a huge length", "no msgpack", "no UTF-8"],
)
def test_garbage_ends_it_and_says_so(
    pipe: Pipe, portion: bytes, capsys: pytest.CaptureFixture[str]
):
    pipe.say(m.Pause())
    pipe.mutter(portion)
    assert pipe.end.wait(10)
    assert pipe.ended == [DAMAGE]
    assert "damaged" in capsys.readouterr().err
    assert pipe.inbox.take(0) == m.Pause()


def test_after_a_shutdown_the_end_of_the_stream_is_no_news(pipe: Pipe):
    pipe.say(m.Shutdown())
    assert pipe.inbox.take(None) == m.Shutdown()
    pipe.close()
    assert pipe.ended == []


def test_patience_ends_and_nothing_is_lost(pipe: Pipe):
    assert pipe.inbox.take(0.001) is None
    pipe.say(m.Ping(1))
    assert pipe.inbox.take(10.0) == m.Ping(1)
