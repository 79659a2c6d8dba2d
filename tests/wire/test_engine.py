"""The real engine: a child process on two pipes."""

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import bertscope
from bertscope.engine.folder import load_model
from bertscope.recipe import Recipe
from bertscope.wire import messages as m
from bertscope.wire.frames import encode, reply_reader
from bertscope.wire.inbox import DAMAGE
from tests.wire.small import probe, replace, rows_in

PATIENCE = 60.0
ENGINE = ("-m", "bertscope", "engine")
CHATTY = """
import os, subprocess, sys
from bertscope.engine import probe
quiet = probe.look
def look(*arguments, **more):
    print("a stray word", flush=True)
    os.write(1, b"and bytes")
    subprocess.run(["echo", "and a child"], check=True)
    assert sys.stdin.read() == ""
    return quiet(*arguments, **more)
probe.look = look
from bertscope.cli import main
sys.exit(main(["engine"]))
"""


class Child:
    """An engine, and what it said."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self.process = process
        self._reader = reply_reader()
        self.replies: list[Any] = []

    def say(self, *messages: m.Message) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(b"".join(map(encode, messages)))
        self.process.stdin.flush()

    def listen(self, until: Callable[[Any], bool]) -> Any:
        """The first reply of which `until` is true; those before it are kept too."""
        assert self.process.stdout is not None
        while True:
            assert select.select([self.process.stdout], [], [], PATIENCE)[0], self.replies
            portion = os.read(self.process.stdout.fileno(), 1 << 16)
            assert portion, "the engine hung up"
            new = list(self._reader.feed(portion))
            self.replies += new
            if found := [reply for reply in new if until(reply)]:
                return found[0]

    def hang_up(self) -> int:
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(PATIENCE)


@contextmanager
def engine(errors: Path, *command: str) -> Iterator[Child]:
    path = str(Path(bertscope.__file__).parent.parent)
    with (
        errors.open("wb") as log,
        subprocess.Popen(
            [sys.executable, *(command or ENGINE)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env={**os.environ, "PYTHONPATH": path},
        ) as process,
    ):
        try:
            yield Child(process)
        finally:
            process.kill()


def test_what_libraries_print_breaks_no_frame_and_eof_ends_it(model: Path, tmp_path: Path):
    with engine(tmp_path / "log", "-c", CHATTY) as child:
        child.say(m.OpenModel(1, m.ModelRef(str(model))), probe(model, 2))
        look = child.listen(lambda reply: isinstance(reply, m.Look))
        assert [type(reply) for reply in child.replies] == [m.Ready, m.ModelOpened, m.Look]
        assert child.replies[0].pid == child.process.pid
        assert look.id == 2
        assert child.hang_up() == 0
    log = (tmp_path / "log").read_text()
    for words in ("a stray word", "and bytes", "and a child"):
        assert words in log


@pytest.mark.parametrize(
    "garbage",
    [b"\xff" * 64, b"GET / HTTP/1.1\r\n\r\n", b"\0\0\0\1\xc1"],
    ids=["ones", "a browser", "no msgpack"],
)
def test_garbage_ends_it(tmp_path: Path, garbage: bytes):
    with engine(tmp_path / "log") as child:
        assert child.process.stdin is not None
        child.process.stdin.write(garbage)
        child.process.stdin.flush()
        # The pipe stays open: it must not wait for more.
        assert child.process.wait(PATIENCE) == DAMAGE
    assert "damaged" in (tmp_path / "log").read_text()


def test_eof_in_the_middle_of_training_ends_it_at_once(recipe: Recipe, tmp_path: Path):
    with engine(tmp_path / "log") as child:
        child.say(m.Train(1, replace(recipe, steps=10**6), str(tmp_path / "run")))
        child.listen(lambda reply: isinstance(reply, m.Metrics) and rows_in(reply)[-1].step > 1)
        assert child.hang_up() == 0
    assert not (tmp_path / "run" / "model").exists()


def test_a_shutdown_while_it_trains_saves_all(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    endless = replace(recipe, steps=10**6, evaluate_every=10**6)
    with engine(tmp_path / "log") as child:
        child.say(m.Train(1, endless, str(run)))
        child.listen(lambda reply: isinstance(reply, m.Metrics) and rows_in(reply)[-1].step > 1)
        # Ctrl+C in the terminal reaches both; what becomes of the engine is the window's to say.
        child.process.send_signal(signal.SIGINT)
        child.say(m.Shutdown())
        assert child.process.stdin is not None
        child.process.stdin.close()
        child.listen(lambda reply: isinstance(reply, m.RunEnded))
        assert child.process.wait(PATIENCE) == 0
    assert load_model(run / "model")
    (checkpoint,) = (run / "checkpoints").iterdir()
    lines = (run / "metrics.jsonl").read_text().splitlines()
    assert checkpoint.name == f"step-{json.loads(lines[-1])['step']:06d}"
    assert (tmp_path / "log").read_text() == ""
