import numpy as np
import pytest
import torch

from bertscope.engine.config import BertConfig
from bertscope.engine.model import BertForPreTraining
from bertscope.engine.objective import measure
from bertscope.engine.probe import Look, look
from bertscope.errors import ModelError
from tests.engine.transformers_models import their_model, their_outputs

IDS = [2, 9, 4, 11, 3, 12, 4, 3]
SEGMENTS = [0, 0, 0, 0, 0, 1, 1, 1]
LABELS = {6: 13, 2: 10}


@pytest.fixture
def seen(model: BertForPreTraining) -> Look:
    return look(
        model, ids=IDS, segments=SEGMENTS, labels=LABELS, nsp_label=1, top_k=4, all_logits=True
    )


def test_the_three_rows_add_up_and_are_normalized(seen: Look, model: BertForPreTraining):
    total = seen.token_rows + seen.segment_rows + seen.position_rows
    np.testing.assert_allclose(seen.sum, total, atol=1e-6)
    with torch.no_grad():
        normalized = model.bert.embeddings.LayerNorm(torch.from_numpy(seen.sum))
    np.testing.assert_allclose(seen.normalized, normalized.numpy(), atol=1e-6)
    words = model.bert.embeddings.word_embeddings.weight.detach().numpy()
    np.testing.assert_array_equal(seen.token_rows, words[IDS])


def test_states_and_attention_are_transformers(
    seen: Look, model: BertForPreTraining, config: BertConfig
):
    theirs = their_model(config, model).eval()
    expected = their_outputs(
        theirs,
        torch.tensor([IDS]),
        torch.tensor([SEGMENTS]),
        None,
        output_hidden_states=True,
        output_attentions=True,
    )
    for ours, tensors in (
        (seen.hidden_states, expected.hidden_states),
        (seen.attention, expected.attentions),
    ):
        np.testing.assert_allclose(ours, torch.cat(tensors).detach().numpy(), atol=1e-5)
    logits = expected.prediction_logits[0].detach().numpy()
    assert seen.mlm_logits is not None
    np.testing.assert_allclose(seen.mlm_logits, logits, atol=1e-5)
    np.testing.assert_allclose(seen.attention.sum(-1), 1.0, atol=1e-5)


def test_losses_are_the_objective_and_the_mean_of_what_the_positions_show(
    seen: Look, model: BertForPreTraining
):
    model.eval()
    with torch.no_grad():
        outputs = model(torch.tensor([IDS]), torch.tensor([SEGMENTS]), None, torch.tensor([2, 6]))
        objective = measure(outputs, torch.tensor([10, 13]), torch.tensor([1]))
    assert seen.mlm_loss == pytest.approx(float(objective.mlm_loss), rel=1e-6)
    assert seen.nsp_loss == pytest.approx(float(objective.nsp_loss), rel=1e-6)
    shown = [p.loss for p in seen.predictions if p.loss is not None]
    assert np.mean(shown) == pytest.approx(seen.mlm_loss, rel=1e-6)
    assert seen.is_next_probability == pytest.approx(1 - np.exp(-seen.nsp_loss), rel=1e-5)


def test_predictions_agree_with_the_logits(seen: Look):
    assert seen.mlm_logits is not None
    assert [p.position for p in seen.predictions] == [2, 6]
    for prediction in seen.predictions:
        logits = seen.mlm_logits[prediction.position].astype(np.float64)
        probabilities = np.exp(logits) / np.exp(logits).sum()
        best = np.argsort(-logits)
        assert list(prediction.top_ids) == best[:4].tolist()
        np.testing.assert_allclose(prediction.top_probabilities, probabilities[best[:4]], rtol=1e-4)
        original = LABELS[prediction.position]
        assert prediction.original_id == original
        assert prediction.original_probability == pytest.approx(probabilities[original], rel=1e-4)
        assert prediction.rank == 1 + best.tolist().index(original)


def test_without_b_and_masks_there_are_no_losses(model: BertForPreTraining):
    seen = look(model, ids=[2, 9, 3], segments=[0, 0, 0], labels={}, nsp_label=None, positions=[1])
    assert (seen.mlm_loss, seen.nsp_loss) == (None, None)
    assert seen.mlm_logits is None
    (prediction,) = seen.predictions
    assert (prediction.position, prediction.rank, prediction.original_id) == (1, None, None)


def test_looking_leaves_training_as_it_was(model: BertForPreTraining):
    model.train()
    before = torch.get_rng_state()
    look(model, ids=IDS, segments=SEGMENTS, labels=LABELS, nsp_label=0)
    assert model.training
    assert all(module.training for module in model.modules())
    assert torch.equal(before, torch.get_rng_state())
    assert all(parameter.grad is None for parameter in model.parameters())


def test_what_was_seen_stays_when_the_weights_move(seen: Look, model: BertForPreTraining):
    before = seen.position_rows.copy()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(1.0)
    np.testing.assert_array_equal(seen.position_rows, before)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"ids": [5] * 25, "segments": [0] * 25}, "25 tokens"),
        ({"ids": [], "segments": [], "labels": {}}, "0 tokens"),
        ({"ids": [*IDS[:-1], 100_000]}, "own tokenizer"),
        ({"ids": [*IDS[:-1], -1]}, "own tokenizer"),
        ({"segments": [2] * 8}, "segment below 2"),
        ({"segments": [0]}, "segment"),
        ({"labels": {8: 5}}, "positions 0 to 7"),
        ({"labels": {2: 100_000}}, "own tokenizer"),
        ({"positions": [-1]}, "positions 0 to 7"),
        ({"nsp_label": 2}, "next-sentence label"),
    ],
)
def test_what_does_not_fit_is_said(
    model: BertForPreTraining, change: dict[str, object], words: str
):
    asked = {"ids": IDS, "segments": SEGMENTS, "labels": LABELS, "nsp_label": 0, **change}
    with pytest.raises(ModelError, match=words):
        look(model, **asked)  # type: ignore[arg-type]
