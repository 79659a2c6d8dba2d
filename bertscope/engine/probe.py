"""One look at a model: everything that any view shows of one pair and one mask plan.

Axes: L length, D model width, N heads, V vocabulary.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import torch
from torch import Tensor

from bertscope.engine.answers import answer_of
from bertscope.engine.attention_maps import PARTS
from bertscope.engine.config import BertConfig
from bertscope.engine.looks import Floats, Heads, Look
from bertscope.engine.model import BertForPreTraining, HeadedBert, Outputs
from bertscope.engine.objective import measure
from bertscope.engine.passes import Memory, Pass
from bertscope.engine.vocabulary_map import nearest
from bertscope.errors import ModelError
from bertscope.looks import Prediction, Wants

_DEFAULT_WANTS = Wants()


def look(
    model: HeadedBert,
    *,
    ids: Sequence[int],
    segments: Sequence[int],
    labels: Mapping[int, int],
    nsp_label: int | None,
    sources: Sequence[int] = (),
    wants: Wants = _DEFAULT_WANTS,
    whole: bool = False,
    memory: Memory | None = None,
    step: int | None = None,
    label: int | None = None,
) -> Look:
    """Look at a model without dropout; its mode and the random state stay as they were.

    Of a fine-tuned model there is an answer, and nothing of what the heads of pre-training say.

    Parameters
    ----------
    ids, segments
        What the model reads, mask plan applied.
    labels
        For each chosen position the token that stood there.
    nsp_label
        0 where B is next, 1 where it isn't, None without B.
    sources
        For each token 0 if it is of A, 1 of B, 2 if it is [CLS] or [SEP]. Without them there are
        no blocks, and the passage that answers are in is found by the segments.
    whole
        Whether all heads are wanted too, and the logits at all positions.
    memory, step
        What the last look left behind, and the step that a model which learns is at: the same
        input needs no second forward pass.
    label
        The class that is right, for a model that classifies; None where it isn't known.

    Raises
    ------
    ModelError
        If the pair doesn't fit the model, or the model makes what is no number.
    """
    _check(model.config, ids, segments, labels, nsp_label, sources, wants)
    _check_label(model.config, label)
    memory = memory or Memory()
    seen = memory.pass_of(model, step, ids, segments)
    token = wants.neighbours_of
    small = wants.thumbnails > 0
    looked = Look(
        layers=len(seen.attention),
        token_rows=_array(seen.rows["token"]),
        segment_rows=_array(seen.rows["segment"]),
        position_rows=_array(seen.rows["position"]),
        sum=_array(seen.rows["sum"]),
        normalized=_array(seen.rows["normalized"]),
        c=_array(seen.hidden_states[-1][0]),
        pooled=None if seen.pooled_D is None else _array(seen.pooled_D),
        thumbnails=_array(seen.thumbnails(wants.thumbnails)) if small else None,
        blocks=_array(seen.block_shares(sources)) if small and sources else None,
        heads=_whole(seen, wants) if wants.heads else None,
        hidden_states=_array(torch.stack(seen.hidden_states)) if wants.hidden_states else None,
        neighbours=None if token is None else _neighbours(model, memory, step, token),
        attention=_array(torch.stack(seen.attention)) if whole else None,
    )
    if isinstance(model, BertForPreTraining):
        return _with_pretraining(looked, seen, model, ids, labels, nsp_label, wants, whole)
    answer = answer_of(seen, model, segments, sources, label, attribution=wants.attribution)
    return replace(looked, answer=answer)


def _array(tensor: Tensor) -> Floats:
    # A copy: the position rows are the weights themselves, which training moves.
    array: Floats = tensor.detach().float().cpu().numpy().copy()
    return array


def _with_pretraining(
    looked: Look,
    seen: Pass,
    model: BertForPreTraining,
    ids: Sequence[int],
    labels: Mapping[int, int],
    nsp_label: int | None,
    wants: Wants,
    whole: bool,
) -> Look:
    """A look with what the heads of pre-training say."""
    assert seen.nsp_2 is not None
    mlm_loss, nsp_loss = _losses(seen, seen.nsp_2, model, labels, nsp_label)
    at = wants.distribution_at
    return replace(
        looked,
        predictions=_predictions(seen, model, ids, labels, wants),
        nsp_logits=_array(seen.nsp_2),
        is_next_probability=float(seen.nsp_2.softmax(-1)[0]),
        mlm_loss=mlm_loss,
        nsp_loss=nsp_loss,
        distribution=None if at is None else _array(seen.logits(model, [at])[0].softmax(-1)),
        mlm_logits=_array(seen.logits(model, range(len(ids)))) if whole else None,
    )


def _losses(
    seen: Pass,
    nsp_2: Tensor,
    model: BertForPreTraining,
    labels: Mapping[int, int],
    nsp_label: int | None,
) -> tuple[float | None, float | None]:
    chosen = sorted(labels)
    objective = measure(
        Outputs(seen.logits(model, chosen), nsp_2[None]),
        torch.tensor([labels[position] for position in chosen], dtype=torch.long),
        None if nsp_label is None else torch.tensor([nsp_label]),
    )
    return (
        float(objective.mlm_loss) if labels else None,
        None if nsp_label is None else float(objective.nsp_loss),
    )


def _predictions(
    seen: Pass,
    model: BertForPreTraining,
    ids: Sequence[int],
    labels: Mapping[int, int],
    wants: Wants,
) -> tuple[Prediction, ...]:
    positions = sorted({*labels, *wants.positions})
    return tuple(
        _predict(logits_V, position, labels.get(position, ids[position]), position in labels, wants)
        for position, logits_V in zip(positions, seen.logits(model, positions), strict=True)
    )


def _predict(
    logits_V: Tensor, position: int, original: int, chosen: bool, wants: Wants
) -> Prediction:
    log_p_V = logits_V.log_softmax(-1)
    top = log_p_V.topk(min(max(wants.top_k, 0), len(log_p_V)))
    return Prediction(
        position,
        top.indices.tolist(),
        top.values.exp().tolist(),
        original_id=original,
        original_probability=float(log_p_V[original].exp()),
        rank=1 + int((logits_V > logits_V[original]).sum()),
        loss=float(-log_p_V[original]),
        chosen=chosen,
    )


def _whole(seen: Pass, wants: Wants) -> Heads:
    layer = min(max(wants.layer, 0), len(seen.attention) - 1)
    weights_NLL = seen.attention[layer]
    numbers = [n for n in dict.fromkeys(wants.heads) if 0 <= n < len(weights_NLL)] or [0]
    return Heads(
        layer,
        tuple(numbers),
        weights=_array(weights_NLL[numbers]),
        queries=_array(seen.queries[layer][numbers]),
        keys=_array(seen.keys[layer][numbers]),
    )


def _neighbours(
    model: HeadedBert, memory: Memory, step: int | None, token: int
) -> tuple[tuple[int, float], ...]:
    table_VD = model.bert.embeddings.word_embeddings.weight
    return tuple(nearest(table_VD, memory.lengths_of(model, step), token))


def _check(
    config: BertConfig,
    ids: Sequence[int],
    segments: Sequence[int],
    labels: Mapping[int, int],
    nsp_label: int | None,
    sources: Sequence[int],
    wants: Wants,
) -> None:
    length = len(ids)
    if not 0 < length <= config.max_position_embeddings:
        raise ModelError(
            f"The pair has {length} tokens, and this model reads 1 to "
            f"{config.max_position_embeddings}: shorten a sentence."
        )
    if len(segments) != length or not _within(segments, config.type_vocab_size):
        raise ModelError(f"Each token needs a segment below {config.type_vocab_size}.")
    if sources and (len(sources) != length or not _within(sources, PARTS)):
        raise ModelError("Each token is of sentence A (0), of sentence B (1) or special (2).")
    tokens = [*ids, *labels.values(), *_given(wants.neighbours_of)]
    if not _within(tokens, config.vocab_size):
        raise ModelError(
            f"A token is not among this model's {config.vocab_size} pieces: "
            "cut the sentences with the model's own tokenizer."
        )
    if not _within([*labels, *wants.positions, *_given(wants.distribution_at)], length):
        raise ModelError(f"A position is not in the pair, which has positions 0 to {length - 1}.")
    if nsp_label not in (None, 0, 1):
        raise ModelError("The next-sentence label is 0 (B is next), 1 (it isn't) or none.")


def _check_label(config: BertConfig, label: int | None) -> None:
    classes = len(config.classes)
    if label is not None and classes and not 0 <= label < classes:
        raise ModelError(f"There is no class {label}: this model's classes are 0 to {classes - 1}.")


def _within(numbers: Sequence[int], end: int) -> bool:
    return all(0 <= number < end for number in numbers)


def _given(number: int | None) -> list[int]:
    return [] if number is None else [number]
