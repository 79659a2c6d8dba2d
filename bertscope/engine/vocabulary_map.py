"""How a model's token embeddings lie to each other: nearest neighbours, and a map of them all.

Axes: V vocabulary, D model width, R rows that are near.
"""

from typing import NamedTuple

import torch
from torch import Tensor

from bertscope.errors import ModelError

NEIGHBOURS = 10
_ROUNDING = 1e-5
"""More than the error of a cosine in float32."""
_ROWS_AT_ONCE = 4096


class Plane(NamedTuple):
    """The table seen from where its points lie farthest apart.

    Attributes
    ----------
    points_V2
        Coordinates along the two main directions, float32.
    shares
        Of the table's variance that each direction holds.
    """

    points_V2: Tensor
    shares: tuple[float, float]


@torch.no_grad()
def nearest(table_VD: Tensor, lengths_V: Tensor, token: int) -> list[tuple[int, float]]:
    """The ids of the nearest other rows by cosine, nearest first, each with its cosine.

    Of rows that are equally near the lower id comes first. A row of zeros is at a right angle to
    all others.

    Parameters
    ----------
    lengths_V
        The Euclidean lengths of the rows.
    """
    wanted_D = table_VD[token]
    cosines_V = _quotient(table_VD @ wanted_D, lengths_V * lengths_V[token])
    cosines_V[token] = -torch.inf
    last = cosines_V.topk(min(NEIGHBOURS, len(table_VD) - 1)).values[-1]
    near_R = (cosines_V >= last - _ROUNDING).nonzero()[:, 0]
    # How a large product rounds depends on a row's place, but equal rows have to stay equal.
    rows_RD, wanted_D = table_VD[near_R].cpu().double(), wanted_D.cpu().double()
    exact_R = _quotient((rows_RD * wanted_D).sum(1), rows_RD.norm(dim=1) * wanted_D.norm())
    order = exact_R.sort(descending=True, stable=True).indices[:NEIGHBOURS]
    ids = near_R.cpu()[order]
    return list(zip(ids.tolist(), exact_R[order].tolist(), strict=True))


def _quotient(product: Tensor, lengths: Tensor) -> Tensor:
    return product / lengths.clamp_min(torch.finfo(lengths.dtype).tiny)


@torch.no_grad()
def map_table(table_VD: Tensor) -> Plane:
    """Principal component analysis of a table, to two dimensions.

    The directions are the first two eigenvectors of the covariance of the centred rows. An
    eigenvector's sign is nobody's choice: here its entry of largest size is positive.

    Raises
    ------
    ModelError
        If the table has entries that are no numbers.
    """
    if not bool(torch.isfinite(table_VD).all()):
        raise ModelError(
            "The token embeddings hold entries that are no numbers, so there is no map of them: "
            "train again with a lower learning rate."
        )
    table_VD = table_VD.detach().float().cpu()
    mean_D = table_VD.mean(0, dtype=torch.float64).float()
    scatter_DD = torch.zeros(len(mean_D), len(mean_D), dtype=torch.float64)
    for rows_RD in torch.split(table_VD, _ROWS_AT_ONCE):
        centred_RD = rows_RD - mean_D
        scatter_DD += centred_RD.T @ centred_RD
    variances_D, directions_DD = torch.linalg.eigh(scatter_DD)
    main_D2 = directions_DD[:, [-1, -2]]
    largest_2 = main_D2.abs().argmax(0)
    main_D2 = main_D2 * main_D2.gather(0, largest_2[None]).sign()
    points_V2 = (table_VD - mean_D) @ main_D2.float()
    shares_D = variances_D.clamp_min(0) / variances_D.sum().clamp_min(torch.finfo().tiny)
    return Plane(points_V2, (float(shares_D[-1]), float(shares_D[-2])))
