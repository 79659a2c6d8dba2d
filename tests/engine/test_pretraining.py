"""A session from recipe to model folder, left and taken up again."""

import json
from pathlib import Path

import msgspec
import pytest
import torch

from bertscope.engine.folder import load_model
from bertscope.engine.pretraining import Pretraining, Progress, State
from bertscope.engine.trainer import StepMetrics
from bertscope.errors import BertscopeError, CorpusError, DeviceError, RunError
from bertscope.recipe import Recipe

replace = msgspec.structs.replace
Weights = dict[str, torch.Tensor]


def train(session: Pretraining, steps: int | None = None) -> list[StepMetrics]:
    """Advance to the end or through `steps`; what was reported."""
    reported = []
    for event in session.advance():
        if isinstance(event, StepMetrics):
            reported.append(event)
            if event.step == steps:
                break
    return reported


def weights(session: Pretraining) -> Weights:
    assert session.model is not None
    return {name: value.clone() for name, value in session.model.state_dict().items()}


def same(first: Weights, second: Weights) -> bool:
    return all(torch.equal(first[name], second[name]) for name in first)


def lines(folder: Path) -> list[dict[str, float]]:
    found = [json.loads(line) for line in (folder / "metrics.jsonl").read_text().splitlines()]
    return [{k: v for k, v in line.items() if k != "seconds"} for line in found]


@pytest.fixture
def small(recipe: Recipe, tmp_path: Path, vocabulary_folder: Path) -> Recipe:
    """From a small model folder, for the presets are larger than a test needs."""
    from bertscope.engine.config import BertConfig
    from bertscope.engine.folder import save_model
    from bertscope.engine.model import new_model
    from bertscope.text.tokenizer import WordPieceTokenizer

    tokenizer = WordPieceTokenizer.load(vocabulary_folder)
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=24,
    )
    save_model(tmp_path / "start", new_model(config, 0), config, tokenizer)
    return replace(recipe, start=str(tmp_path / "start"))


def test_a_session_from_recipe_to_model(recipe: Recipe, tmp_path: Path):
    session = Pretraining(recipe, tmp_path / "run")
    assert (session.state, session.model, session.step) == (State.PREPARING, None, 0)
    reported = train(session)
    assert [m.step for m in reported] == list(range(7))
    assert session.finished
    assert session.state is State.FINISHED
    assert 0.3 < session.random_share < 0.9
    session.close()
    assert session.state is State.CLOSED
    folder = tmp_path / "run"
    assert sorted(path.name for path in folder.iterdir()) == [
        "checkpoints",
        "metrics.jsonl",
        "model",
        "run.json",
    ]
    assert [line["step"] for line in lines(folder)] == list(range(7))
    loaded = load_model(folder / "model")
    assert loaded.config.hidden_size == 128
    assert loaded.config.max_position_embeddings == recipe.max_length
    assert same(weights(session), loaded.model.state_dict())


def test_the_model_of_step_0_is_there_while_the_corpus_is_read(small: Recipe, tmp_path: Path):
    session = Pretraining(small, tmp_path / "run")
    texts = []
    for event in session.advance():
        assert isinstance(event, Progress)
        if session.model is not None:
            break
        texts.append(event.text)
    assert event.text == "Reading the corpus"
    assert set(texts) == {"Building the model"}
    assert session.step == 0
    assert session.tokenizer is not None
    # A session that only prepared leaves no trace.
    session.close()
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("left_at", [0, 2, 3, 6])
def test_a_session_taken_up_again_equals_one_never_left(
    small: Recipe, tmp_path: Path, left_at: int
):
    whole = Pretraining(small, tmp_path / "whole")
    train(whole)
    left = Pretraining(small, tmp_path / "left")
    train(left, left_at)
    left.close()
    resumed = Pretraining(None, tmp_path / "left", resume=True)
    assert [m.step for m in train(resumed)] == list(range(left_at + 1, 7))
    assert resumed.notes == []
    assert same(weights(whole), weights(resumed))
    assert lines(tmp_path / "whole") == lines(tmp_path / "left")


def test_a_session_killed_goes_on_from_its_last_checkpoint(small: Recipe, tmp_path: Path):
    whole = Pretraining(small, tmp_path / "whole")
    train(whole)
    killed = Pretraining(small, tmp_path / "killed")
    train(killed, 2)
    killed.save_checkpoint()
    train(killed, 5)
    # Not closed: the metrics are ahead of the checkpoint.
    assert lines(tmp_path / "killed")[-1]["step"] == 5
    resumed = Pretraining(None, tmp_path / "killed", resume=True)
    assert [m.step for m in train(resumed)] == [3, 4, 5, 6]
    assert same(weights(whole), weights(resumed))
    assert lines(tmp_path / "whole") == lines(tmp_path / "killed")


def test_a_session_killed_before_any_checkpoint_begins_anew(small: Recipe, tmp_path: Path):
    killed = Pretraining(small, tmp_path / "run")
    train(killed, 2)
    resumed = Pretraining(None, tmp_path / "run", resume=True)
    assert [m.step for m in train(resumed)] == list(range(7))
    assert [line["step"] for line in lines(tmp_path / "run")] == list(range(7))


def test_a_damaged_checkpoint_is_passed_over_and_said(small: Recipe, tmp_path: Path):
    session = Pretraining(small, tmp_path / "run")
    train(session, 2)
    session.save_checkpoint()
    train(session, 4)
    session.close()
    damaged = tmp_path / "run" / "checkpoints" / "step-000004" / "optimizers.safetensors"
    content = bytearray(damaged.read_bytes())
    content[-1] ^= 1
    damaged.write_bytes(content)
    resumed = Pretraining(None, tmp_path / "run", resume=True)
    assert [m.step for m in train(resumed)] == [3, 4, 5, 6]
    assert "step-000004 was passed over: optimizers.safetensors is damaged" in resumed.notes[0]


def test_checkpoints_are_written_by_the_clock(small: Recipe, tmp_path: Path):
    session = Pretraining(replace(small, checkpoint_seconds=0.0), tmp_path / "run")
    train(session)
    names = sorted(path.name for path in (tmp_path / "run" / "checkpoints").iterdir())
    assert names == ["step-000005", "step-000006"]


def test_the_last_step_can_be_moved(small: Recipe, tmp_path: Path):
    session = Pretraining(small, tmp_path / "run")
    train(session, 2)
    session.stop_at(3)
    assert [m.step for m in train(session)] == [3]
    assert session.finished
    session.stop_at(5)
    assert not session.finished
    assert [m.step for m in train(session)] == [4, 5]
    session.stop_at(1)
    assert session.recipe.steps == 5
    session.close()
    assert Pretraining(None, tmp_path / "run", resume=True).recipe.steps == 5


def test_a_resumed_run_may_change_what_does_not_change_its_data(small: Recipe, tmp_path: Path):
    session = Pretraining(small, tmp_path / "run")
    train(session, 2)
    session.close()
    smaller = replace(small, batch_size=4, steps=4, learning_rate=1e-4)
    resumed = Pretraining(smaller, tmp_path / "run", resume=True)
    assert [m.pairs for m in train(resumed)] == [4, 4]
    resumed.close()
    with pytest.raises(RunError, match="can't change its max_length, seed"):
        Pretraining(replace(smaller, seed=9, max_length=16), tmp_path / "run", resume=True)


def test_folders_are_checked_before_anything_is_read(small: Recipe, tmp_path: Path):
    with pytest.raises(RunError, match="no run in"):
        Pretraining(small, tmp_path / "nowhere", resume=True)
    session = Pretraining(small, tmp_path / "run")
    train(session, 1)
    session.close()
    with pytest.raises(RunError, match="holds a run already"):
        Pretraining(small, tmp_path / "run")


def test_a_corpus_that_fails_leaves_the_folder_free(small: Recipe, tmp_path: Path):
    session = Pretraining(replace(small, corpus=str(tmp_path / "no.txt")), tmp_path / "run")
    with pytest.raises(CorpusError):
        train(session)
    session.close()
    assert not (tmp_path / "run").exists()


def test_a_full_disk_stops_with_a_sentence_and_can_be_gone_on_from(
    small: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from bertscope.engine import disk

    session = Pretraining(replace(small, checkpoint_seconds=0.0), tmp_path / "run")
    train(session, 2)

    def full(path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(disk, "write_file", full)
        with pytest.raises(RunError, match="no room"):
            train(session)
    train(session)
    assert session.finished
    session.close()
    assert [line["step"] for line in lines(tmp_path / "run")] == list(range(7))


def test_what_the_machine_or_the_model_can_not_do_is_said(small: Recipe, tmp_path: Path):
    with pytest.raises(DeviceError, match="no device abacus"):
        Pretraining(replace(small, device="abacus"), tmp_path / "run")
    with pytest.raises(RunError, match="reads 24 tokens"):
        train(Pretraining(replace(small, max_length=25), tmp_path / "run"))
    with pytest.raises(BertscopeError, match="There is no size huge"):
        train(Pretraining(replace(small, start="", preset="huge"), tmp_path / "run"))


def test_new_heads_are_said(small: Recipe, tmp_path: Path):
    import safetensors.torch

    path = Path(small.start) / "model.safetensors"
    state = safetensors.torch.load_file(path)
    safetensors.torch.save_file(
        {key: value for key, value in state.items() if not key.startswith("cls.seq")}, path
    )
    session = Pretraining(small, tmp_path / "run")
    train(session, 0)
    assert session.new_heads == ("next-sentence head",)
    assert session.notes == ["New, with random weights: next-sentence head."]
