"""One look minus another: what B says less what A says."""

import msgspec
import numpy as np

from bertscope.wire.messages import Array, Heads, Look, Prediction

_REQUIRED = ("token_rows", "segment_rows", "position_rows", "sum", "normalized", "c")
_OF_HEADS = ("pooled", "nsp_logits")
_WANTED = ("thumbnails", "blocks", "hidden_states", "distribution")


def difference(a: Look, b: Look) -> Look:
    """B − A, number by number.

    Parameters
    ----------
    a, b
        Looks at the same tokens, with the same masks.

    Returns
    -------
    Look
        Its arrays are those of B less those of A. Where their shapes differ there is no such
        thing: rows, C and the logits are empty then, and what a look may lack is None. A
        prediction holds the change of each probability that both list, of rank and of loss, most
        changed first. Neighbours and answers have no difference.
    """
    rows = {name: _minus(getattr(a, name), getattr(b, name)) for name in _REQUIRED}
    heads = {name: _minus_of_both(getattr(a, name), getattr(b, name)) for name in _OF_HEADS}
    wanted = {name: _minus_if(getattr(a, name), getattr(b, name)) for name in _WANTED}
    return msgspec.structs.replace(
        a,
        step=None,
        **rows,
        **heads,
        **wanted,
        predictions=_predictions(a.predictions, b.predictions),
        is_next_probability=change(a.is_next_probability, b.is_next_probability),
        mlm_loss=change(a.mlm_loss, b.mlm_loss),
        nsp_loss=change(a.nsp_loss, b.nsp_loss),
        heads=_heads(a.heads, b.heads),
        neighbours=None,
        answer=None,
    )


def change(a: float | None, b: float | None) -> float | None:
    """B − A where there are both."""
    return None if a is None or b is None else b - a


def _minus(a: Array, b: Array) -> Array:
    found = _minus_if(a, b)
    return Array.of(np.zeros((0,) * len(a.shape), np.float32)) if found is None else found


def _minus_of_both(a: Array | None, b: Array | None) -> Array | None:
    return None if a is None or b is None else _minus(a, b)


def _minus_if(a: Array | None, b: Array | None) -> Array | None:
    if a is None or b is None or a.shape != b.shape:
        return None
    return Array.of(b.numpy() - a.numpy())


def _heads(a: Heads | None, b: Heads | None) -> Heads | None:
    if a is None or b is None or (a.layer, a.numbers) != (b.layer, b.numbers):
        return None
    weights = _minus_if(a.weights, b.weights)
    if weights is None:
        return None
    return Heads(a.layer, a.numbers, weights, _minus(a.queries, b.queries), _minus(a.keys, b.keys))


def _predictions(a: list[Prediction], b: list[Prediction]) -> list[Prediction]:
    there = {p.position: p for p in b}
    return [_prediction(p, there[p.position]) for p in a if p.position in there]


def _prediction(a: Prediction, b: Prediction) -> Prediction:
    before = dict(zip(a.top_ids, a.top_probabilities, strict=True))
    changes = {
        token_id: share - before[token_id]
        for token_id, share in zip(b.top_ids, b.top_probabilities, strict=True)
        if token_id in before
    }
    order = sorted(changes, key=lambda token_id: -abs(changes[token_id]))
    return Prediction(
        a.position,
        order,
        [changes[token_id] for token_id in order],
        a.original_id,
        b.original_probability - a.original_probability,
        b.rank - a.rank,
        b.loss - a.loss,
        a.chosen,
    )
