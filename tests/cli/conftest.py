"""The command line called in this process, on one thread, and as a process of its own."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from os import environ
from pathlib import Path

import pytest
import torch
from transformers import BertConfig, BertForMaskedLM

import bertscope
from bertscope.cli import main
from tests.wire.small import make_corpus, make_model, make_tokenizer

Bertscope = Callable[..., "Said"]
PATIENCE = 60.0


@dataclass(frozen=True)
class Said:
    """How a call ended."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    torch.set_num_threads(1)
    monkeypatch.setattr("bertscope.engine.devices.use_threads", lambda **_: None)


@pytest.fixture
def bertscope_(capfd: pytest.CaptureFixture[str]) -> Bertscope:
    """Calls it with the words given; nothing it says may be a traceback."""

    def call(*words: object) -> Said:
        try:
            code = main([str(word) for word in words])
        except SystemExit as ending:  # argparse's way
            code = int(ending.code or 0)
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err
        return Said(code, out, err)

    return call


@pytest.fixture
def refused(bertscope_: Bertscope) -> Callable[..., str]:
    """Calls it with what can't be, and gives the sentence that it says to that."""

    def call(*words: object) -> str:
        said = bertscope_(*words)
        assert said.code == 2
        (line,) = said.err.strip().splitlines()
        assert line.startswith("bertscope: ")
        assert line.endswith(".")
        return line

    return call


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return make_model(tmp_path / "small", seed=3)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return make_corpus(tmp_path / "own.txt")


def child_environment(**changes: str | None) -> dict[str, str]:
    """Ours with changes; None takes a variable away."""
    path = str(Path(bertscope.__file__).parent.parent)
    wanted = {**environ, "PYTHONPATH": path, **changes}
    return {name: value for name, value in wanted.items() if value is not None}


@contextmanager
def child(*words: object, **variables: str | None) -> Iterator["subprocess.Popen[str]"]:
    """It as a process, with pipes for all it says."""
    with subprocess.Popen(
        [sys.executable, "-m", "bertscope", *map(str, words)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=child_environment(**variables),
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def run_child(*words: object, **variables: str | None) -> Said:
    with child(*words, **variables) as process:
        out, err = process.communicate(timeout=PATIENCE)
    return Said(process.returncode, out, err)


def make_headless(folder: Path, length: int) -> None:
    """A folder that transformers writes of a model without a pooler and a next-sentence head."""
    tokenizer = make_tokenizer()
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=length,
    )
    BertForMaskedLM(config).save_pretrained(folder)
    tokenizer.save(folder, model_max_length=length)
