import pytest
from transformers import BertConfig as TheirConfig

from bertscope.engine.config import BertConfig
from bertscope.errors import ModelError
from bertscope.task import Kind


def test_defaults_are_those_of_transformers():
    theirs = TheirConfig()
    ours = BertConfig()
    ours_alone = ("kind", "labels", "extra")
    names = [name for name in BertConfig.__struct_fields__ if name not in ours_alone]
    assert {name: getattr(ours, name) for name in names} == {
        name: getattr(theirs, name) for name in names
    }


@pytest.mark.parametrize(
    ("name", "millions"),
    # google-research/bert, table "BERT miniatures", with the pre-training heads.
    [("tiny", 4.43), ("mini", 11.27), ("small", 29.1), ("medium", 41.7), ("base", 110.1)],
)
def test_presets_have_the_published_sizes(name: str, millions: float):
    import torch

    from bertscope.engine.model import BertForPreTraining

    config = BertConfig.from_preset(name, vocab_size=30522, max_position_embeddings=512)
    with torch.device("meta"):
        model = BertForPreTraining(config)
    count = sum(parameter.numel() for parameter in model.parameters())
    assert count / 1e6 == pytest.approx(millions, rel=2e-3)


def test_unknown_preset_names_those_that_are_there():
    with pytest.raises(ModelError, match="tiny, mini, small, medium, base"):
        BertConfig.from_preset("huge", vocab_size=100, max_position_embeddings=16)


def test_unknown_keys_survive_reading_and_writing():
    read = {"model_type": "bert", "hidden_size": 64, "num_attention_heads": 4, "label_of_mine": [1]}
    written = BertConfig.from_dict({**read, "torch_dtype": "float16"}).to_dict("bfloat16")
    assert written["label_of_mine"] == [1]
    assert written["hidden_size"] == 64
    assert written["dtype"] == "bfloat16"
    assert "torch_dtype" not in written
    assert written["architectures"] == ["BertForPreTraining"]


def test_a_config_of_before_model_types_is_read():
    assert BertConfig.from_dict({"hidden_size": 128, "num_attention_heads": 2}).hidden_size == 128


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"model_type": "distilbert"}, "distilbert model, not BERT"),
        ({"model_type": "roberta"}, "roberta model, not BERT"),
        ({"model_type": "megatron-bert"}, "normalizes before"),
        ({"model_type": "modernbert"}, "modernbert"),
        ({"architectures": ["RobertaModel"]}, "RobertaModel model, not BERT"),
        ({"position_embedding_type": "relative_key"}, "relative_key"),
        ({"is_decoder": True}, "decoder"),
        ({"add_cross_attention": True}, "second model"),
        ({"auto_map": {"AutoModel": "x.Y"}}, "its own code"),
        ({"quantization_config": {"bits": 4}}, "quantized"),
        ({"pruned_heads": {"0": [1]}}, "cut out"),
        ({"hidden_act": "mish"}, "activation mish"),
        ({"hidden_size": "many"}, "hidden_size"),
        ({"num_hidden_layers": 0}, "num_hidden_layers"),
        ({"hidden_size": 100}, "12 attention heads"),
        ({"hidden_dropout_prob": 1.5}, "hidden_dropout_prob"),
        ({"pad_token_id": 99999}, "pad_token_id"),
    ],
)
def test_what_is_not_bert_is_refused_by_name(change: dict[str, object], words: str):
    with pytest.raises(ModelError, match=words):
        BertConfig.from_dict(change)


def test_a_config_says_what_its_head_answers():
    shape = {"hidden_size": 64, "num_attention_heads": 4}
    named = {"architectures": ["BertForSequenceClassification"], **shape}
    many = BertConfig.from_dict({**named, "id2label": {"1": "b", "0": "a"}})
    assert (many.kind, many.labels, many.classes) == (Kind.CLASSIFICATION, ("a", "b"), ("a", "b"))
    for one in ({"id2label": {"0": "stars"}}, {"num_labels": 1, "problem_type": "regression"}):
        assert BertConfig.from_dict({**named, **one}).kind is Kind.REGRESSION
    for name in ("BertForPreTraining", "BertModel", "BertForMaskedLM"):
        plain = BertConfig.from_dict({**named, "architectures": [name], "id2label": {"7": "x"}})
        assert (plain.kind, plain.labels) == (None, ())
        # It means nothing here, and is written as it was read.
        assert plain.to_dict()["id2label"] == {"7": "x"}


@pytest.mark.parametrize("kind", list(Kind))
def test_what_is_written_of_a_head_is_read_again(kind: Kind):
    labels = ("no", "yes") if kind is Kind.CLASSIFICATION else ()
    config = BertConfig(classifier_dropout=0.3).for_task(kind, labels)
    again = BertConfig.from_dict(config.to_dict())
    assert (again.kind, again.labels, again.head_dropout) == (kind, config.labels, 0.3)
    assert TheirConfig(**config.to_dict()).num_labels == (1 if kind is Kind.REGRESSION else 2)
