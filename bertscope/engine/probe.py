"""One look at a model: everything that any view shows of one pair and one mask plan.

Axes: L length, D model width, V vocabulary, M positions to predict.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from bertscope.engine.config import BertConfig
from bertscope.engine.model import BertForPreTraining, Outputs, Trace, evaluating
from bertscope.engine.objective import measure
from bertscope.errors import ModelError

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Prediction:
    """What the model says at one position T_i.

    Attributes
    ----------
    top_ids, top_probabilities
        The likeliest tokens, likeliest first.
    original_id, original_probability, rank, loss
        The token that stood there, its probability, its place among all tokens (1 is best) and
        its cross entropy in nats; None where the position isn't chosen.
    """

    position: int
    top_ids: tuple[int, ...]
    top_probabilities: tuple[float, ...]
    original_id: int | None = None
    original_probability: float | None = None
    rank: int | None = None
    loss: float | None = None


@dataclass(frozen=True, eq=False)
class Look:
    """What one look returns.

    Attributes
    ----------
    token_rows, segment_rows, position_rows, sum, normalized
        The embeddings, their sum, and the sum after LayerNorm, (L, D) each.
    hidden_states
        The encoder's input and every layer's output, (layers + 1, L, D).
    attention
        Probabilities, from row to column, (layers, heads, L, L).
    nsp_logits
        Index 0 says that B is next, (2,).
    predictions
        One for each wanted position.
    is_next_probability
        That B is next, 0 to 1. Without meaning where there is no B.
    mlm_loss, nsp_loss
        The objective's parts in nats; None where nothing is chosen, or there is no B.
    mlm_logits
        At all positions, (L, V), where they were asked for.
    """

    token_rows: Floats
    segment_rows: Floats
    position_rows: Floats
    sum: Floats
    normalized: Floats
    hidden_states: Floats
    attention: Floats
    nsp_logits: Floats
    predictions: tuple[Prediction, ...]
    is_next_probability: float
    mlm_loss: float | None
    nsp_loss: float | None
    mlm_logits: Floats | None = None


def look(
    model: BertForPreTraining,
    *,
    ids: Sequence[int],
    segments: Sequence[int],
    labels: Mapping[int, int],
    nsp_label: int | None,
    top_k: int = 5,
    positions: Iterable[int] | None = None,
    all_logits: bool = False,
) -> Look:
    """Look at a model without dropout; its mode and the random state stay as they were.

    Parameters
    ----------
    ids, segments
        What the model reads, mask plan applied.
    labels
        For each chosen position the token that stood there.
    nsp_label
        0 where B is next, 1 where it isn't, None without B.
    top_k
        Tokens a prediction lists at the most.
    positions
        Where predictions are wanted; by default at the chosen positions.
    all_logits
        Whether the logits of all positions are wanted too.

    Raises
    ------
    ModelError
        If the pair doesn't fit the model.
    """
    wanted = sorted(set(labels if positions is None else positions))
    _check(model.config, ids, segments, labels, nsp_label, wanted)
    read = list(range(len(ids))) if all_logits else sorted({*wanted, *labels})
    row_of = {position: row for row, position in enumerate(read)}
    trace = Trace()
    with evaluating(model):
        device = model.cls.predictions.bias.device
        ids_1L, segments_1L = (torch.tensor([list(x)], device=device) for x in (ids, segments))
        chosen_M = torch.tensor(read, dtype=torch.long, device=device)
        on_device: Outputs = model(ids_1L, segments_1L, None, chosen_M, trace)
    outputs = Outputs(*(logits.float().cpu() for logits in on_device))
    chosen = sorted(labels)
    objective = measure(
        Outputs(outputs.mlm_MV[[row_of[position] for position in chosen]], outputs.nsp_B2),
        torch.tensor([labels[position] for position in chosen], dtype=torch.long),
        None if nsp_label is None else torch.tensor([nsp_label]),
    )
    return Look(
        **{name: _array(trace.rows[row][0]) for name, row in _ROWS.items()},
        hidden_states=_array(torch.cat(trace.hidden_states)),
        attention=_array(torch.cat(trace.attention)),
        nsp_logits=_array(outputs.nsp_B2[0]),
        predictions=tuple(
            _predict(outputs.mlm_MV[row_of[position]], position, labels.get(position), top_k)
            for position in wanted
        ),
        is_next_probability=float(outputs.nsp_B2[0].softmax(-1)[0]),
        mlm_loss=float(objective.mlm_loss) if labels else None,
        nsp_loss=None if nsp_label is None else float(objective.nsp_loss),
        mlm_logits=_array(outputs.mlm_MV) if all_logits else None,
    )


_ROWS = {
    "token_rows": "token",
    "segment_rows": "segment",
    "position_rows": "position",
    "sum": "sum",
    "normalized": "normalized",
}


def _array(tensor: Tensor) -> Floats:
    # A copy: the position rows are the weights themselves, which training moves.
    array: Floats = tensor.detach().float().cpu().numpy().copy()
    return array


def _predict(logits_V: Tensor, position: int, original: int | None, top_k: int) -> Prediction:
    log_p_V = logits_V.log_softmax(-1)
    top = log_p_V.topk(min(max(top_k, 0), len(log_p_V)))
    prediction = Prediction(position, tuple(top.indices.tolist()), tuple(top.values.exp().tolist()))
    if original is None:
        return prediction
    return replace(
        prediction,
        original_id=original,
        original_probability=float(log_p_V[original].exp()),
        rank=1 + int((logits_V > logits_V[original]).sum()),
        loss=float(-log_p_V[original]),
    )


def _check(
    config: BertConfig,
    ids: Sequence[int],
    segments: Sequence[int],
    labels: Mapping[int, int],
    nsp_label: int | None,
    positions: Sequence[int],
) -> None:
    length = len(ids)
    if not 0 < length <= config.max_position_embeddings:
        raise ModelError(
            f"The pair has {length} tokens, and this model reads 1 to "
            f"{config.max_position_embeddings}: shorten a sentence."
        )
    if len(segments) != length or not _within(segments, config.type_vocab_size):
        raise ModelError(f"Each token needs a segment below {config.type_vocab_size}.")
    if not _within([*ids, *labels.values()], config.vocab_size):
        raise ModelError(
            f"A token is not among this model's {config.vocab_size} pieces: "
            "cut the sentences with the model's own tokenizer."
        )
    if not _within([*positions, *labels], length):
        raise ModelError(f"A position is not in the pair, which has positions 0 to {length - 1}.")
    if nsp_label not in (None, 0, 1):
        raise ModelError("The next-sentence label is 0 (B is next), 1 (it isn't) or none.")


def _within(numbers: Sequence[int], end: int) -> bool:
    return all(0 <= number < end for number in numbers)
