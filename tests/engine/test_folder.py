"""Folders in both directions with transformers, and everything that is refused."""

import json
import logging
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
import safetensors.torch
import torch
import transformers
from torch import Tensor

from bertscope.engine import disk
from bertscope.engine.config import BertConfig
from bertscope.engine.folder import load_model, save_model
from bertscope.engine.model import BertForPreTraining, Outputs, new_model
from bertscope.errors import BertscopeError, ModelError
from bertscope.text.tokenizer import SPECIAL_TOKENS, WordPieceTokenizer
from tests.engine.transformers_models import their_config, their_outputs

State = dict[str, Tensor]
INPUTS = (
    torch.tensor([[2, 9, 4, 11, 3, 12, 4, 3], [2, 7, 7, 3, 8, 3, 0, 0]]),
    torch.tensor([[0, 0, 0, 0, 0, 1, 1, 1], [0, 0, 0, 0, 1, 1, 0, 0]]),
    torch.tensor([8, 6]),
)
CHOSEN = torch.tensor([2, 6, 9])


@pytest.fixture
def folder(
    tmp_path: Path,
    model: BertForPreTraining,
    config: BertConfig,
    tokenizer: WordPieceTokenizer,
) -> Path:
    save_model(tmp_path / "model", model, config, tokenizer)
    return tmp_path / "model"


def rewrite(folder: Path, change: Callable[[State], State]) -> None:
    path = folder / "model.safetensors"
    safetensors.torch.save_file(change(safetensors.torch.load_file(path)), path, {"format": "pt"})


def same_outputs(ours: BertForPreTraining, theirs: transformers.PreTrainedModel) -> None:
    outputs: Outputs = ours(*INPUTS, CHOSEN)
    expected = their_outputs(theirs.eval(), *INPUTS)
    expected_mlm = expected.prediction_logits.flatten(0, 1)[CHOSEN]
    torch.testing.assert_close(outputs.mlm_MV, expected_mlm, rtol=0, atol=1e-5)
    torch.testing.assert_close(outputs.nsp_B2, expected.seq_relationship_logits, rtol=0, atol=1e-5)


def test_transformers_opens_what_we_write(folder: Path, model: BertForPreTraining):
    theirs, found = transformers.BertForPreTraining.from_pretrained(
        folder, output_loading_info=True
    )
    assert not any(found[kind] for kind in ("missing_keys", "unexpected_keys", "mismatched_keys"))
    same_outputs(model.eval(), theirs)


@pytest.mark.parametrize(
    ("name", "left_over"),
    [("BertForMaskedLM", ("bert.pooler.", "cls.seq_relationship.")), ("BertModel", ("cls.",))],
)
def test_other_classes_of_transformers_miss_nothing(
    folder: Path, name: str, left_over: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
):
    # It logs what it has no use for.
    monkeypatch.setattr(logging.getLogger("transformers.modeling_utils"), "disabled", True)
    _, found = getattr(transformers, name).from_pretrained(folder, output_loading_info=True)
    assert not found["missing_keys"]
    assert not found["mismatched_keys"]
    assert all(key.startswith(left_over) for key in found["unexpected_keys"])


def test_transformers_cuts_sentences_as_we_do(folder: Path, tokenizer: WordPieceTokenizer):
    theirs = transformers.AutoTokenizer.from_pretrained(folder)
    sentence = "Anna find the Book at the riverside ."
    assert theirs(sentence)["input_ids"][1:-1] == list(tokenizer.cut(sentence).ids)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float16, torch.bfloat16])
def test_we_open_what_transformers_writes(
    tmp_path: Path, config: BertConfig, tokenizer: WordPieceTokenizer, dtype: torch.dtype
):
    theirs = transformers.BertForPreTraining(their_config(config)).to(dtype)
    theirs.save_pretrained(tmp_path)
    tokenizer.save(tmp_path, model_max_length=24)
    loaded = load_model(tmp_path)
    assert loaded.new_heads == ()
    assert {p.dtype for p in loaded.model.parameters()} == {torch.float32}
    assert loaded.tokenizer.vocabulary == tokenizer.vocabulary
    same_outputs(loaded.model, theirs.float())


def test_reading_back_gives_the_same_weights(folder: Path, model: BertForPreTraining):
    loaded = load_model(folder)
    for name, value in model.state_dict().items():
        assert torch.equal(value, loaded.model.state_dict()[name])
    assert not loaded.model.training


@pytest.mark.parametrize(
    ("name", "new"),
    [
        ("BertModel", ("masked-LM head", "next-sentence head")),
        ("BertForMaskedLM", ("pooler", "next-sentence head")),
        ("BertForNextSentencePrediction", ("masked-LM head",)),
    ],
)
def test_missing_heads_are_new_named_and_always_the_same(
    tmp_path: Path,
    config: BertConfig,
    tokenizer: WordPieceTokenizer,
    name: str,
    new: tuple[str, ...],
):
    theirs = getattr(transformers, name)(their_config(config))
    theirs.save_pretrained(tmp_path)
    tokenizer.save(tmp_path, model_max_length=24)
    first, second = load_model(tmp_path), load_model(tmp_path)
    assert first.new_heads == new
    state = first.model.state_dict()
    assert all(torch.equal(state[key], second.model.state_dict()[key]) for key in state)
    body = "" if name == "BertModel" else "bert."
    query = "encoder.layer.1.attention.self.query.weight"
    assert torch.equal(state[f"bert.{query}"], theirs.state_dict()[body + query])


def old_names(state: State) -> State:
    old = {}
    for key, value in state.items():
        key = key.replace("LayerNorm.weight", "LayerNorm.gamma")
        old[key.replace("LayerNorm.bias", "LayerNorm.beta")] = value
    return old


def no_prefix(state: State) -> State:
    return {key.removeprefix("bert."): value for key, value in state.items()}


def with_tied_copies(state: State) -> State:
    return state | {
        "cls.predictions.decoder.weight": state["bert.embeddings.word_embeddings.weight"].clone(),
        "cls.predictions.decoder.bias": state["cls.predictions.bias"].clone(),
        "bert.embeddings.position_ids": torch.arange(24)[None],
    }


def bias_at_the_decoder(state: State) -> State:
    state = with_tied_copies(state)
    del state["cls.predictions.bias"]
    return state


@pytest.mark.parametrize("change", [old_names, no_prefix, with_tied_copies, bias_at_the_decoder])
def test_other_spellings_of_the_same_weights_are_read(
    folder: Path, model: BertForPreTraining, change: Callable[[State], State]
):
    rewrite(folder, change)
    loaded = load_model(folder)
    assert loaded.new_heads == ()
    for name, value in model.state_dict().items():
        assert torch.equal(value, loaded.model.state_dict()[name])


def test_shards_are_read(folder: Path, model: BertForPreTraining):
    state = safetensors.torch.load_file(folder / "model.safetensors")
    (folder / "model.safetensors").unlink()
    places = {}
    for i, part in enumerate((list(state)[::2], list(state)[1::2])):
        name = f"model-{i}.safetensors"
        safetensors.torch.save_file({key: state[key] for key in part}, folder / name)
        places.update(dict.fromkeys(part, name))
    index = folder / "model.safetensors.index.json"
    index.write_text(json.dumps({"weight_map": places}))
    loaded = load_model(folder).model.state_dict()
    assert all(torch.equal(value, loaded[name]) for name, value in model.state_dict().items())
    (folder / "model-1.safetensors").unlink()
    with pytest.raises(ModelError, match=r"lacks the weights file model-1\.safetensors"):
        load_model(folder)
    index.write_text(json.dumps({"weight_map": dict.fromkeys(state, "../elsewhere.safetensors")}))
    with pytest.raises(ModelError, match="elsewhere"):
        load_model(folder)


def test_a_bin_file_is_read(folder: Path, model: BertForPreTraining):
    (folder / "model.safetensors").unlink()
    torch.save(model.state_dict(), folder / "pytorch_model.bin")
    loaded = load_model(folder).model.state_dict()
    assert all(torch.equal(value, loaded[name]) for name, value in model.state_dict().items())


class Malicious:
    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return pytest.fail, ("the pickle was run",)


def test_a_bin_file_can_not_run_code(folder: Path):
    (folder / "model.safetensors").unlink()
    (folder / "pytorch_model.bin").write_bytes(pickle.dumps({"x": Malicious()}, protocol=2))
    with pytest.raises(ModelError, match="holds more than weights"):
        load_model(folder)


def test_a_padded_embedding_table_is_read(tmp_path: Path, tokenizer: WordPieceTokenizer):
    config = BertConfig(
        vocab_size=len(tokenizer) + 30,
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=8,
    )
    save_model(tmp_path, new_model(config, 0), config, tokenizer)
    assert load_model(tmp_path).config.vocab_size == len(tokenizer) + 30


def drop(key: str) -> Callable[[State], State]:
    return lambda state: {name: value for name, value in state.items() if name != key}


def put(key: str, value: Tensor) -> Callable[[State], State]:
    return lambda state: {**state, key: value}


QUERY = "bert.encoder.layer.1.attention.self.query.weight"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (drop(QUERY), r"lack .*layer\.1\.attention\.self\.query\.weight"),
        (drop("bert.embeddings.LayerNorm.bias"), r"lack .*embeddings\.LayerNorm\.bias"),
        (drop("bert.pooler.dense.bias"), r"lack bert\.pooler\.dense\.bias"),
        (drop("cls.predictions.transform.dense.weight"), "lack cls.predictions.transform"),
        (put(QUERY, torch.zeros(3, 5)), "is 3 × 5, and config.json asks for 32 × 32"),
        (put("bert.encoder.layer.2.output.dense.bias", torch.zeros(32)), "hold .*layer.2"),
        (put("classifier.weight", torch.zeros(2, 32)), "hold classifier.weight"),
        (put("embeddings.LayerNorm.weight", torch.ones(32)), "twice"),
        (put("bert.pooler.dense.bias", torch.zeros(32, dtype=torch.int8)), "quantized"),
        (put("cls.predictions.decoder.weight", torch.zeros(90, 32)), "differs from"),
        (lambda state: {f"roberta.{k}": v for k, v in state.items()}, "hold roberta"),
    ],
)
def test_weights_that_are_not_this_bert_are_refused(
    folder: Path, change: Callable[[State], State], words: str
):
    rewrite(folder, change)
    with pytest.raises(ModelError, match=words):
        load_model(folder)


@pytest.mark.parametrize("name", ["model.safetensors", "pytorch_model.bin"])
@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99])
def test_a_file_that_is_cut_off_is_refused(
    folder: Path, model: BertForPreTraining, name: str, share: float
):
    if name.endswith(".bin"):
        (folder / "model.safetensors").unlink()
        torch.save(model.state_dict(), folder / name)
    path = folder / name
    path.write_bytes(path.read_bytes()[: int(share * path.stat().st_size)])
    with pytest.raises(ModelError, match="damaged"):
        load_model(folder)


def test_a_vocabulary_of_another_model_is_refused(folder: Path):
    pieces = [*SPECIAL_TOKENS, *(f"word{i}" for i in range(500))]
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n")
    with pytest.raises(ModelError, match="505 pieces, and the model only"):
        load_model(folder)


def test_folders_that_hold_no_model_are_refused(tmp_path: Path, folder: Path):
    with pytest.raises(ModelError, match=r"There is no .*nowhere"):
        load_model(tmp_path / "nowhere")
    with pytest.raises(ModelError, match="is a file"):
        load_model(folder / "config.json")
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelError, match=r"no config\.json"):
        load_model(tmp_path / "empty")
    for content in ("{", "[1]", "\udcff", "[" * 100_000):
        (folder / "config.json").write_bytes(content.encode("utf-8", "surrogateescape"))
        with pytest.raises(ModelError, match="can't be read"):
            load_model(folder)


def test_a_folder_without_weights_or_vocabulary_is_refused(folder: Path):
    (folder / "model.safetensors").rename(folder / "hidden")
    with pytest.raises(ModelError, match=r"needs model\.safetensors"):
        load_model(folder)
    (folder / "hidden").rename(folder / "model.safetensors")
    for name in ("vocab.txt", "tokenizer.json"):
        (folder / name).unlink()
    with pytest.raises(BertscopeError, match=r"no vocab\.txt"):
        load_model(folder)


def test_an_untied_model_without_its_decoder_is_refused(folder: Path):
    content = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**content, "tie_word_embeddings": False}))
    with pytest.raises(ModelError, match="tie_word_embeddings"):
        load_model(folder)


def test_loading_leaves_the_global_random_state_alone(folder: Path):
    before = torch.get_rng_state()
    load_model(folder)
    assert torch.equal(before, torch.get_rng_state())


def test_a_full_disk_is_said(
    tmp_path: Path,
    model: BertForPreTraining,
    config: BertConfig,
    tokenizer: WordPieceTokenizer,
    monkeypatch: pytest.MonkeyPatch,
):
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "write_file", full)
    with pytest.raises(ModelError, match="no room"):
        save_model(tmp_path / "model", model, config, tokenizer)
