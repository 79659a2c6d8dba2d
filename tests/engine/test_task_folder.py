"""Fine-tuned folders in both directions with transformers, and everything that is refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import safetensors.torch
import torch
import transformers
from torch import Tensor

from bertscope.engine.config import BertConfig
from bertscope.engine.folder import LoadedModel, load_model, save_model
from bertscope.engine.model import BertForPreTraining
from bertscope.engine.task_models import begin_task_model
from bertscope.errors import ModelError
from bertscope.task import Kind, Start
from bertscope.text.tokenizer import WordPieceTokenizer
from tests.engine.test_task_models import IDS, LABELS, LENGTHS, SEGMENTS, kinds, their_logits
from tests.engine.transformers_models import their_config

State = dict[str, Tensor]
NUMBERED = {Kind.CLASSIFICATION: 3, Kind.REGRESSION: 1, Kind.QA: 2}


@pytest.fixture
def begun(
    model: BertForPreTraining, config: BertConfig, tokenizer: WordPieceTokenizer
) -> Callable[[Kind], LoadedModel]:
    def begin(kind: Kind) -> LoadedModel:
        loaded = LoadedModel(model, config, tokenizer)
        return begin_task_model(loaded, kind, LABELS[kind], start=Start.PRETRAINED, seed=4)

    return begin


@pytest.fixture
def written(begun: Callable[[Kind], LoadedModel], tmp_path: Path) -> Callable[[Kind], Path]:
    def write(kind: Kind) -> Path:
        loaded = begun(kind)
        save_model(tmp_path / kind, loaded.model, loaded.config, loaded.tokenizer)
        return tmp_path / kind

    return write


def real(logits: Tensor) -> Tensor:
    """Without padding, which has logits of its own in each library."""
    return logits[torch.arange(8) < LENGTHS[:, None]] if logits.ndim == 3 else logits


def same_logits(ours: LoadedModel, theirs: transformers.PreTrainedModel) -> None:
    expected = real(their_logits(theirs.eval(), LENGTHS))
    logits = real(ours.model(IDS, SEGMENTS, LENGTHS))
    torch.testing.assert_close(logits, expected, rtol=0, atol=1e-5)


@kinds
def test_transformers_opens_what_we_write(written: Callable[[Kind], Path], kind: Kind):
    folder = written(kind)
    theirs, found = getattr(
        transformers,
        "AutoModelForQuestionAnswering"
        if kind is Kind.QA
        else "AutoModelForSequenceClassification",
    ).from_pretrained(folder, output_loading_info=True)
    assert not any(found[key] for key in ("missing_keys", "unexpected_keys", "mismatched_keys"))
    ours = load_model(folder)
    assert (ours.kind, ours.labels, ours.new_heads) == (kind, LABELS[kind], ())
    assert not ours.model.training
    same_logits(ours, theirs)
    if kind is Kind.CLASSIFICATION:
        assert theirs.config.id2label == dict(enumerate(LABELS[kind]))
        assert theirs.config.label2id == {label: i for i, label in enumerate(LABELS[kind])}
    if kind is not Kind.QA:
        loss = theirs(input_ids=IDS, labels=torch.tensor([0, 0, 0])).loss
        assert loss.isfinite()


@kinds
@pytest.mark.parametrize("dtype", [torch.float32, torch.float16])
def test_we_open_what_transformers_writes(
    tmp_path: Path,
    config: BertConfig,
    tokenizer: WordPieceTokenizer,
    kind: Kind,
    dtype: torch.dtype,
):
    their_class = (
        transformers.BertForQuestionAnswering
        if kind is Kind.QA
        else transformers.BertForSequenceClassification
    )
    settings = their_config(config)
    settings.num_labels = NUMBERED[kind]
    theirs = their_class(settings).to(dtype)
    theirs.save_pretrained(tmp_path)
    tokenizer.save(tmp_path, model_max_length=24)
    ours = load_model(tmp_path)
    assert (ours.kind, ours.new_heads) == (kind, ())
    names = ("LABEL_0", "LABEL_1", "LABEL_2") if kind is Kind.CLASSIFICATION else ()
    assert ours.labels == names
    same_logits(ours, theirs.float())


@kinds
def test_there_and_back_again_nothing_is_lost(
    written: Callable[[Kind], Path], tmp_path: Path, kind: Kind
):
    first = load_model(written(kind))
    name = first.config.architecture
    getattr(transformers, name).from_pretrained(tmp_path / kind).save_pretrained(tmp_path / "back")
    first.tokenizer.save(tmp_path / "back", model_max_length=24)
    second = load_model(tmp_path / "back")
    assert (second.kind, second.labels) == (first.kind, first.labels)
    state = second.model.state_dict()
    assert all(torch.equal(value, state[key]) for key, value in first.model.state_dict().items())


def test_a_regression_keeps_its_name_and_other_keys(
    written: Callable[[Kind], Path], tmp_path: Path
):
    folder = written(Kind.REGRESSION)
    change(folder, id2label={"0": "score"}, label2id={"score": 0}, mine=[1])
    loaded = load_model(folder)
    assert loaded.labels == ()
    save_model(tmp_path / "out", loaded.model, loaded.config, loaded.tokenizer)
    content = json.loads((tmp_path / "out" / "config.json").read_text())
    assert (content["id2label"], content["mine"]) == ({"0": "score"}, [1])


def test_labels_of_another_task_are_not_written_on(begun: Callable[[Kind], LoadedModel]):
    classifies = begun(Kind.CLASSIFICATION)
    reads = begin_task_model(classifies, Kind.QA, (), start=Start.PRETRAINED, seed=0)
    assert not {"id2label", "label2id", "problem_type"} & reads.config.to_dict().keys()


def test_two_classes_that_transformers_left_unnamed(
    tmp_path: Path, config: BertConfig, tokenizer: WordPieceTokenizer
):
    transformers.BertForSequenceClassification(their_config(config)).save_pretrained(tmp_path)
    tokenizer.save(tmp_path, model_max_length=24)
    assert "id2label" not in json.loads((tmp_path / "config.json").read_text())
    assert load_model(tmp_path).labels == ("LABEL_0", "LABEL_1")


def test_a_pooler_that_no_answer_reads_is_left_out(written: Callable[[Kind], Path]):
    """transformers' classes for question answering once had one."""
    folder = written(Kind.QA)
    rewrite(folder, lambda state: {**state, "bert.pooler.dense.bias": torch.zeros(32)})
    assert load_model(folder).model.bert.pooler is None


def rewrite(folder: Path, changed: Callable[[State], State]) -> None:
    path = folder / "model.safetensors"
    safetensors.torch.save_file(changed(safetensors.torch.load_file(path)), path, {"format": "pt"})


def change(folder: Path, **keys: Any) -> None:
    path = folder / "config.json"
    content = {**json.loads(path.read_text()), **keys}
    path.write_text(json.dumps({key: value for key, value in content.items() if value is not None}))


@pytest.mark.parametrize(
    ("kind", "keys", "words"),
    [
        (Kind.CLASSIFICATION, {"id2label": None}, "names 2 labels, and the classifier has 3 rows"),
        (Kind.CLASSIFICATION, {"id2label": {"0": "a", "1": "b"}}, "names 2 labels, and .* 3 rows"),
        (Kind.CLASSIFICATION, {"id2label": {"0": "a", "2": "b", "3": "c"}}, "without a gap"),
        (Kind.CLASSIFICATION, {"id2label": ["a", "b", "c"]}, "without a gap"),
        (Kind.CLASSIFICATION, {"id2label": {}}, "without a gap"),
        (Kind.CLASSIFICATION, {"id2label": {"0": "a", "1": "b", "2": "a"}}, "Two classes .* a:"),
        (Kind.CLASSIFICATION, {"problem_type": "regression"}, "one number, .* names 3"),
        (Kind.CLASSIFICATION, {"problem_type": "multi_label_classification"}, "exclude"),
        (Kind.REGRESSION, {"problem_type": "single_label_classification"}, "two classes or more"),
        (
            Kind.CLASSIFICATION,
            {"architectures": ["BertForTokenClassification"]},
            r"labels each token \(BertForTokenClassification\)",
        ),
        (Kind.QA, {"architectures": ["BertForMultipleChoice"]}, "chooses among several texts"),
        (Kind.QA, {"architectures": ["BertForPreTraining"]}, "hold qa_outputs.*architectures"),
        (Kind.QA, {"architectures": None}, "hold qa_outputs.*architectures"),
        (
            Kind.QA,
            {"architectures": ["BertForSequenceClassification"]},
            "hold qa_outputs.* which BertForSequenceClassification doesn't have",
        ),
        (Kind.QA, {"classifier_dropout": 1.5}, "classifier_dropout"),
    ],
)
def test_configs_that_do_not_fit_the_head_are_refused(
    written: Callable[[Kind], Path], kind: Kind, keys: dict[str, Any], words: str
):
    folder = written(kind)
    change(folder, **keys)
    with pytest.raises(ModelError, match=words):
        load_model(folder)


def drop(key: str) -> Callable[[State], State]:
    return lambda state: {name: value for name, value in state.items() if name != key}


@pytest.mark.parametrize(
    ("kind", "changed", "words"),
    [
        (Kind.CLASSIFICATION, drop("classifier.weight"), r"lack classifier\.weight"),
        (Kind.REGRESSION, drop("classifier.bias"), r"lack classifier\.bias"),
        (Kind.REGRESSION, drop("bert.pooler.dense.weight"), r"lack bert\.pooler"),
        (Kind.QA, drop("qa_outputs.weight"), r"lack qa_outputs\.weight"),
        (Kind.QA, lambda s: {**s, "qa_outputs.bias": torch.zeros(3)}, "is 3, .* asks for 2"),
        (Kind.QA, lambda s: {**s, "cls.predictions.bias": torch.zeros(9)}, r"hold cls\.pred"),
        (
            Kind.CLASSIFICATION,
            lambda s: {**s, "extra": torch.zeros(9)},
            "hold extra, which Bert",
        ),
    ],
)
def test_weights_that_are_not_this_head_are_refused(
    written: Callable[[Kind], Path], kind: Kind, changed: Callable[[State], State], words: str
):
    folder = written(kind)
    rewrite(folder, changed)
    with pytest.raises(ModelError, match=words):
        load_model(folder)


def test_a_pretrained_folder_is_no_classifier(
    tmp_path: Path, model: BertForPreTraining, config: BertConfig, tokenizer: WordPieceTokenizer
):
    save_model(tmp_path, model, config, tokenizer)
    change(tmp_path, architectures=["BertForSequenceClassification"])
    with pytest.raises(ModelError, match=r"hold cls\..* and 4 more, which BertForSequence"):
        load_model(tmp_path)
