"""Where the tokens of a batch stand, so that padding is not computed.

All that treats each token by itself, which is nearly all of BERT's work, runs on the T real tokens
of a batch in one flat row; only attention sees them in B rows of L places.

Axes: B batch, L length, T tokens, D width.
"""

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.amp import is_autocast_available

from bertscope.engine.devices import send

ROUND = 64
"""In bf16 the flat row's length is a multiple: its products are compiled for every new shape."""


@dataclass(frozen=True, eq=False)
class Layout:
    """Tokens in a flat row and the same in rows of equal length.

    Attributes
    ----------
    rows, length
        B and L.
    place_T
        Where in the B·L places each token of the flat row stands, rising; None where all places
        are in it. In bf16 some padding may be among them, so that T is round.
    start_B
        Where in the flat row each row begins.
    padded_BL
        True at padding; None where there is none.
    token_P
        Which token of the flat row to put at each of the B·L places where those of padding don't
        matter; None where all places are in it.
    """

    rows: int
    length: int
    place_T: Tensor | None
    start_B: Tensor
    padded_BL: Tensor | None
    token_P: Tensor | None = None

    @staticmethod
    def of(ids_BL: Tensor, lengths_B: Tensor | None) -> "Layout":
        """The layout of rows of such lengths; of full rows where `lengths_B` is None.

        `lengths_B` is on the host: to count what is real on a GPU would be to wait for it.
        """
        rows, length = ids_BL.shape
        device = ids_BL.device
        if lengths_B is None:
            start_B = torch.arange(0, rows * length, length, device=device)
            return Layout(rows, length, None, start_B, None)
        padded = (torch.arange(length) >= lengths_B[:, None]).flatten()
        padding = padded.nonzero().squeeze(1)
        in_bf16 = is_autocast_available(device.type) and torch.is_autocast_enabled(device.type)
        multiple = ROUND if in_bf16 else 1
        kept = padding[: -(padded.numel() - padding.numel()) % multiple]
        place_T = padded.index_fill(0, kept, False).logical_not().nonzero().squeeze(1)
        # At padding it is the next real token, or the last.
        token_P = torch.searchsorted(place_T, torch.arange(rows * length))
        token_P.clamp_(max=len(place_T) - 1)
        lengths_B, place_T, token_P = send([lengths_B, place_T, token_P], device)
        padded_BL = torch.arange(length, device=device) >= lengths_B[:, None]
        return Layout(rows, length, place_T, token_P[::length].contiguous(), padded_BL, token_P)

    def flat(self, places_BL: Tensor) -> Tensor:
        """Numbers given for all places, such as ids, (T)."""
        return places_BL.flatten() if self.place_T is None else places_BL.flatten()[self.place_T]

    def in_flat(self, places_M: Tensor) -> Tensor:
        """Places ``b * L + l`` of real tokens as indices in the flat row."""
        return places_M if self.token_P is None else self.token_P[places_M]

    def in_rows(self, x_TD: Tensor) -> Tensor:
        """Tokens in rows of equal length, (B, L, D); zeros at padding that is not in the row."""
        if self.place_T is not None:
            zeros = x_TD.new_zeros(self.rows * self.length, x_TD.shape[1])
            x_TD = zeros.index_copy(0, self.place_T, x_TD)
        return x_TD.view(self.rows, self.length, -1)

    def spread(self, x_TD: Tensor) -> Tensor:
        """As `in_rows`, where what stands at padding doesn't matter; its gradient is not used."""
        if self.token_P is not None:
            x_TD = _Spread.apply(x_TD, self.token_P, self.place_T)  # type: ignore[no-untyped-call]
        return x_TD.view(self.rows, self.length, -1)

    def in_row(self, x_BLD: Tensor) -> Tensor:
        """The way back from `in_rows`, (T, D)."""
        x_TD = x_BLD.flatten(0, 1)
        if self.place_T is not None:
            x_TD = _Gather.apply(x_TD, self.place_T)  # type: ignore[no-untyped-call]
        return x_TD

    def scores_padding(self, like: Tensor) -> Tensor | None:
        """What is added to attention's scores, (B, 1, 1, L).

        0 at real tokens, the lowest number of `like`'s type at padding; None without padding.
        """
        if self.padded_BL is None:
            return None
        zeros_BL = torch.zeros(self.padded_BL.shape, dtype=like.dtype, device=like.device)
        lowest = torch.finfo(like.dtype).min
        return zeros_BL.masked_fill(self.padded_BL, lowest)[:, None, None, :]


class _Gather(torch.autograd.Function):
    """Rows from their places, each at most once; PyTorch's own gradient adds them one by one."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, place_T: Tensor) -> Tensor:
        ctx.save_for_backward(place_T)
        ctx.shape = x.shape
        return x.index_select(0, place_T)

    @staticmethod
    def backward(ctx: Any, grad_TD: Tensor) -> tuple[Tensor, None]:
        (place_T,) = ctx.saved_tensors
        return grad_TD.new_zeros(ctx.shape).index_copy_(0, place_T, grad_TD), None


class _Spread(torch.autograd.Function):
    """Rows at many places, whose gradients come from one place each."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, token_P: Tensor, place_T: Tensor) -> Tensor:
        ctx.save_for_backward(place_T)
        return x.index_select(0, token_P)

    @staticmethod
    def backward(ctx: Any, grad_PD: Tensor) -> tuple[Tensor, None, None]:
        (place_T,) = ctx.saved_tensors
        return grad_PD.index_select(0, place_T), None, None
