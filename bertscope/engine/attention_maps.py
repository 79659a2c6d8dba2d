"""Attention of all heads made small: thumbnails, and shares between the parts of the pair.

Axes: N heads, L length, S side of a thumbnail, P parts of the pair.
"""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 -- its usual name

PARTS = 3
"""Sentence A, sentence B, and [CLS] with [SEP]."""


def thumbnails(attention: Sequence[Tensor], side: int) -> Tensor:
    """Every head's weights in at most `side` rows and columns, (layers, N, S, S).

    Up to that length they are the weights themselves. Of longer pairs neighbouring rows and
    columns make blocks, as even as can be, and of each there is the greatest weight: a mean would
    wash out the one bright cell that a head is about.

    Parameters
    ----------
    attention
        Of every layer, (N, L, L) each.
    """
    length = attention[0].shape[-1]
    if length <= side:
        return torch.stack(list(attention))
    members_SK = _blocks_of(length, side).to(attention[0].device)
    return torch.stack(
        [weights_NLL[:, members_SK].amax(2)[:, :, members_SK].amax(3) for weights_NLL in attention]
    )


def _blocks_of(length: int, count: int) -> Tensor:
    """The members of each block of neighbours, (count, longest); short ones repeat their last."""
    edges = torch.arange(count + 1) * length // count
    longest = int(edges.diff().max())
    return torch.minimum(edges[:-1, None] + torch.arange(longest), edges[1:, None] - 1)


def block_shares(attention: Sequence[Tensor], sources: Sequence[int]) -> Tensor:
    """The share of each head's attention that goes from part to part, (layers, N, P, P).

    A pair of L tokens has L rows of weights that each sum to one, so a head's L² weights divided
    by L sum to one over the nine.

    Parameters
    ----------
    attention
        Of every layer, (N, L, L) each.
    sources
        The part that each token is of, 0 to 2.
    """
    parts = torch.tensor(list(sources), device=attention[0].device)
    is_part_LP = F.one_hot(parts, PARTS).to(attention[0].dtype)
    shares = [is_part_LP.T @ (weights_NLL @ is_part_LP) for weights_NLL in attention]
    return torch.stack(shares) / len(sources)
