"""`bertscope pretrain`: a run by itself, interrupted, gone on with, and refused."""

import json
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file
from transformers import BertForPreTraining

from bertscope.run_folder import Change, kept_steps, read_description, read_events
from tests.cli.conftest import PATIENCE, Bertscope, child, run_child
from tests.wire.small import LENGTH, make_corpus, make_model

Words = tuple[object, ...]
ALWAYS = {"step", "pairs", "tokens", "seconds"}
TRAINED = {"mlm_loss", "nsp_loss", "loss", "mlm_accuracy", "nsp_accuracy", "learning_rate"}
HELD_OUT = {f"held_out_{part}_{what}" for part in ("mlm", "nsp") for what in ("loss", "accuracy")}
HELD_OUT |= {"held_out_loss"}


@pytest.fixture
def words(corpus: Path, model: Path) -> Words:
    """A run of milliseconds."""
    sizes = ("--batch-size", 8, "--micro-batch", 4, "--held-out-pairs", 4, "--max-length", LENGTH)
    often = ("--evaluate-every", 2, "--warmup-steps", 1, "--device", "cpu")
    return ("pretrain", "--corpus", corpus, "--start", model, *sizes, *often)


def lines(run: Path) -> list[dict[str, float]]:
    return [json.loads(line) for line in (run / "metrics.jsonl").read_text().splitlines()]


def weights(run: Path) -> dict[str, torch.Tensor]:
    return load_file(run / "model" / "model.safetensors")


def same(one: Path, other: Path) -> bool:
    a, b = weights(one), weights(other)
    return a.keys() == b.keys() and all(torch.equal(a[name], b[name]) for name in a)


def test_a_new_model_from_a_text_of_ones_own(
    bertscope_: Bertscope, corpus: Path, model: Path, tmp_path: Path
):
    run = tmp_path / "run [bold] here"
    said = bertscope_(
        *("pretrain", "--corpus", corpus, "--vocabulary", model, "--preset", "tiny"),
        *("--steps", 3, "--batch-size", 4, "--max-length", LENGTH, "--held-out-pairs", 4),
        *("--evaluate-every", 2, "--device", "cpu", "--out", run),
    )
    assert (said.code, said.err) == (0, "")
    assert "3 of 3 steps on CPU" in said.out
    assert "held out: masked LM" in said.out
    assert "B was random in" in said.out
    assert f"model:    {run / 'model'}\n" in said.out
    assert f"metrics:  {run / 'metrics.jsonl'}\n" in said.out
    assert "go on:" not in said.out
    metrics = lines(run)
    assert [line["step"] for line in metrics] == [0, 1, 2, 3]
    assert [line.keys() for line in metrics] == [
        ALWAYS | HELD_OUT,
        ALWAYS | TRAINED,
        ALWAYS | TRAINED | HELD_OUT,
        ALWAYS | TRAINED | HELD_OUT,
    ]
    for line in metrics[1:]:
        assert line["loss"] == pytest.approx(line["mlm_loss"] + line["nsp_loss"], abs=1e-5)
        assert (line["pairs"], line["tokens"] <= 4 * LENGTH) == (4, True)
    theirs = BertForPreTraining.from_pretrained(run / "model")
    assert (theirs.config.num_hidden_layers, theirs.config.hidden_size) == (2, 128)
    assert torch.equal(
        theirs.bert.embeddings.word_embeddings.weight,
        weights(run)["bert.embeddings.word_embeddings.weight"],
    )


def test_training_lowers_the_loss(bertscope_: Bertscope, words: Words, tmp_path: Path):
    said = bertscope_(*words, "--steps", 60, "--evaluate-every", 60, "--out", tmp_path / "run")
    metrics = lines(tmp_path / "run")
    assert metrics[-1]["held_out_mlm_loss"] < metrics[0]["held_out_mlm_loss"] - 0.3
    assert "step 50: masked LM" in said.out


def test_a_run_gone_on_with_equals_one_never_left(
    bertscope_: Bertscope, words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    bertscope_(*words, "--steps", 6, "--out", tmp_path / "whole")
    with monkeypatch.context() as patch:
        _interrupt_at(patch, 3)
        said = bertscope_(*words, "--steps", 6, "--out", tmp_path / "left")
    assert said.code == 0
    assert "3 of 6 steps" in said.out
    assert f"go on:    bertscope pretrain --resume --out {tmp_path / 'left'}\n" in said.out
    assert not same(tmp_path / "whole", tmp_path / "left")
    said = bertscope_("pretrain", "--resume", "--out", tmp_path / "left")
    assert (said.code, said.err) == (0, "")
    assert "6 of 6 steps" in said.out
    assert same(tmp_path / "whole", tmp_path / "left")
    timeless = [
        [{**line, "seconds": 0} for line in lines(tmp_path / name)] for name in ("whole", "left")
    ]
    assert timeless[0] == timeless[1]


def _interrupt_at(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Press Ctrl+C when the step is shown."""
    from bertscope.cli.training import _Shown

    take = _Shown.take

    def taking(self: _Shown, event: Any) -> None:
        take(self, event)
        if getattr(event, "step", None) == step:
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(_Shown, "take", taking)


def test_what_is_typed_beside_resume_counts(bertscope_: Bertscope, words: Words, tmp_path: Path):
    bertscope_(*words, "--steps", 2, "--out", tmp_path / "run")
    resume = ("pretrain", "--resume", "--out", tmp_path / "run")
    said = bertscope_(*resume, "--steps", 4, "--learning-rate", "0.001")
    assert "4 of 4 steps" in said.out
    description = read_description(tmp_path / "run")
    recipe = description.newest
    assert (recipe.steps, recipe.learning_rate, recipe.batch_size) == (4, 0.001, 8)
    assert description.changes == [Change(2, {"steps": 4, "learning_rate": 0.001})]
    said = bertscope_(*resume, "--seed", 1)
    assert said.code == 2
    assert "can't change its seed" in said.err


def test_ctrl_c_while_it_prepares_keeps_nothing_and_says_so(
    bertscope_: Bertscope, words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from bertscope.cli.training import _Shown

    monkeypatch.setattr(_Shown, "take", lambda *_: signal.raise_signal(signal.SIGINT))
    said = bertscope_(*words, "--out", tmp_path / "run")
    assert said.code == 130
    assert "Stopped before training began" in said.out
    assert "resume" not in said.out
    assert not (tmp_path / "run").exists()


def test_a_second_ctrl_c_ends_it_without_saving_half_a_step(
    bertscope_: Bertscope, words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from bertscope.engine.trainer import Trainer

    move = Trainer._move_weights

    def moving(self: Trainer, *arguments: Any) -> list[float]:
        numbers = move(self, *arguments)
        if self.step == 2:
            signal.raise_signal(signal.SIGINT)
            signal.raise_signal(signal.SIGINT)
        return numbers

    monkeypatch.setattr(Trainer, "_move_weights", moving)
    said = bertscope_(*words, "--out", tmp_path / "run")
    assert said.code == 130
    assert not (tmp_path / "run" / "model").exists()


@pytest.mark.slow
def test_ctrl_c_in_a_terminal_stops_cleanly(words: Words, tmp_path: Path):
    run = tmp_path / "a run"
    with child(*words, "--steps", 10**6, "--out", run, PYTHONUNBUFFERED="1") as process:
        assert process.stdout is not None
        heard = []
        for line in process.stdout:
            heard.append(line)
            if line.startswith("step 50:"):
                process.send_signal(signal.SIGINT)
                break
        rest, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, errors) == (0, "")
    step = lines(run)[-1]["step"]
    assert f"{step} of 1000000 steps" in rest
    assert f"bertscope pretrain --resume --out '{run}'\n" in rest
    assert BertForPreTraining.from_pretrained(run / "model")
    # A machine slow enough leaves one of the clock beside it.
    assert max(path.name for path in (run / "checkpoints").iterdir()) == f"step-{step:06d}"
    said = run_child("pretrain", "--resume", "--steps", step + 2, "--out", run)
    assert (said.code, said.err) == (0, "")
    assert [line["step"] for line in lines(run)] == list(range(step + 3))


def test_nobody_reading_what_it_says_any_more_loses_nothing(words: Words, tmp_path: Path):
    run = tmp_path / "run"
    with child(*words, "--steps", 1000, "--out", run, PYTHONUNBUFFERED="1") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for line in process.stdout:
            if line.startswith("step 0:"):
                break
        process.stdout.close()
        assert process.stderr.read() == ""
        process.wait(PATIENCE)
    assert BertForPreTraining.from_pretrained(run / "model")
    assert lines(run)[-1]["step"] >= 50


def test_a_loss_that_is_no_number_keeps_the_steps_before(
    refused: Callable[..., str], bertscope_: Bertscope, words: Words, tmp_path: Path
):
    run = tmp_path / "run"
    bertscope_(*words, "--steps", 2, "--out", run)
    wild = ("--learning-rate", "1e30", "--matrix-learning-rate", "1e30", "--steps", 50)
    said = refused("pretrain", "--resume", *wild, "--out", run)
    assert "lower learning rate" in said
    reached = int(lines(run)[-1]["step"])
    assert (run / "checkpoints" / f"step-{reached:06d}").is_dir()
    assert torch.isfinite(weights(run)["cls.predictions.bias"]).all()


def test_weights_of_the_losses_and_room_for_snapshots(
    bertscope_: Bertscope, words: Words, tmp_path: Path
):
    run = tmp_path / "run"
    weighed = ("--mlm-weight", 0.5, "--nsp-weight", 2, "--snapshots", 0)
    assert bertscope_(*words, *weighed, "--steps", 2, "--out", run).code == 0
    for line in lines(run)[1:]:
        total = 0.5 * line["mlm_loss"] + 2 * line["nsp_loss"]
        assert line["loss"] == pytest.approx(total, abs=1e-5)
    assert kept_steps(run) == []
    assert [event.what for event in read_events(run)] == ["started", "finished", "checkpoint"]
    assert bertscope_("pretrain", "--resume", "--snapshots", "1MB", "--out", run).code == 0
    assert kept_steps(run) == [2]


# --- Refused ----------------------------------------------------------------------------------


def test_a_folder_that_is_there_is_left_alone(
    refused: Callable[..., str], words: Words, tmp_path: Path
):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "diary.txt").write_text("mine")
    assert "not empty" in refused(*words, "--out", tmp_path / "full")
    assert "is a file" in refused(*words, "--out", tmp_path / "full" / "diary.txt")
    assert "no run" in refused("pretrain", "--resume", "--out", tmp_path / "full")
    assert "no run" in refused("pretrain", "--resume", "--out", tmp_path / "missing")
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["diary.txt"]


def test_a_run_that_is_there_is_gone_on_with_only_when_asked(
    bertscope_: Bertscope, refused: Callable[..., str], words: Words, tmp_path: Path
):
    bertscope_(*words, "--steps", 1, "--out", tmp_path / "run")
    assert "holds a run already" in refused(*words, "--out", tmp_path / "run")


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        (("--steps", 0), "1 or more"),
        (("--steps", -5), "1 or more"),
        (("--batch-size", -1), "1 or more"),
        (("--micro-batch", -1), "0 or more"),
        (("--learning-rate", 0), "above 0"),
        (("--learning-rate", "nan"), "finite number"),
        (("--seed", -1), "0 or more"),
        (("--mask-rate", 0), "above 0"),
        (("--mask-rate", 1.5), "between 0 and 100 %"),
        (("--max-length", 4), "at least 5 tokens"),
        (("--max-length", -4), "at least 5 tokens"),
        (("--max-length", 4000), "24 tokens at the most"),
        (("--device", "tpu"), "no device tpu"),
        (("--evaluate-every", 0), "1 or more"),
        (("--start", "/nowhere"), "There is no /nowhere"),
        (("--corpus", ""), "--corpus is empty"),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_choices_that_make_no_training(
    bertscope_: Bertscope, words: Words, tmp_path: Path, changes: Words, word: str
):
    said = bertscope_(*words, *changes, "--out", tmp_path / "run")
    assert said.code == 2
    (line,) = said.err.splitlines()
    assert word in line
    assert not (tmp_path / "run").exists()


def test_tensorboard_without_its_package(
    refused: Callable[..., str], words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    said = refused(*words, "--tensorboard", "--out", tmp_path / "run")
    assert "`pip install bertscope[tensorboard]`" in said
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "no text in it"),
        (b" \n\n \t\n", "no text in it"),
        (bytes(range(256)) * 20, "not a text file"),
        ("Die Straße ist schön. Ja.\n\nNein.".encode("latin-1"), "not UTF-8"),
        ("One. Two.\n\nThree.".encode("utf-16"), "UTF-16"),
        (b"Only one sentence here.", "only one sentence"),
        (b"The first one. The second one. The third one.", "one document of 3 sentences"),
        (b"One alone.\n\nAnother alone.\n\nA third.", "Every document"),
    ],
    ids=[
        "empty",
        "blank",
        "binary",
        "latin-1",
        "utf-16",
        "a sentence",
        "a document",
        "a line each",
    ],
)
def test_a_corpus_that_is_none(
    refused: Callable[..., str],
    bertscope_: Bertscope,
    words: Words,
    tmp_path: Path,
    content: bytes,
    word: str,
):
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    said = refused(*words, "--corpus", path, "--out", tmp_path / "run")
    assert word in said
    assert "bad.txt" in said
    assert not (tmp_path / "run").exists()


def test_a_folder_of_texts_and_a_start_of_other_words(
    bertscope_: Bertscope, words: Words, tmp_path: Path
):
    (tmp_path / "texts").mkdir()
    make_corpus(tmp_path / "texts" / "a.txt", documents=5)
    (tmp_path / "texts" / "b.txt").write_text("Ωδή στη χαρά. Δεύτερη φράση. Τρίτη φράση.\n" * 12)
    make_model(tmp_path / "start")
    said = bertscope_(
        *words, "--corpus", tmp_path / "texts", "--steps", 1, "--out", tmp_path / "run"
    )
    assert said.code == 0
    assert "[UNK]: the vocabulary doesn't fit it." in said.out
