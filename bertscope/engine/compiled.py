"""Layers compiled by `torch.compile`, so that training starts fewer kernels.

One layer is compiled and serves all, as they differ by their weights alone, and for rows of any
number and length. Nothing is compiled once training has begun: what was not foreseen runs as it
stands, for compiling takes many seconds in which nobody would be answered.
"""

import copy
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch.fx.experimental import _config as shapes

from bertscope.engine.encoder import Layer, RunLayer
from bertscope.engine.layout import Layout
from bertscope.engine.model import HeadedBert

BACKEND: str | Callable[..., Any] = "inductor"
"""What makes code of a layer's operations, as `torch.compile` takes it."""
ROWS, LENGTH, SHORTER, WANTED = 7, 56, 4, 11
"""What a layer is tried on: rows, each so much shorter than the one before, and wanted tokens."""
_under_way = threading.Lock()


def compile_layers(model: HeadedBert, micro_batch: int) -> RunLayer:
    """What runs a layer in training, compiled for the number format that holds at the call.

    The model's weights and gradients stay as they are, and so does the global random state in the
    end. Meanwhile nobody else may draw from it: see `wait_for_compiler`.

    Parameters
    ----------
    micro_batch
        Rows a forward pass, at the most; a single one is another program to the compiler.

    Raises
    ------
    Exception
        Any, where this machine or this model can't be compiled.
    """
    rows, device = (1 if micro_batch == 1 else ROWS), model.device
    lengths = [None] if rows == 1 else [None, LENGTH - SHORTER * torch.arange(rows)]
    devices = [device] if device.type == "cuda" else []
    # Else sizes that happen to be equal are taken for such that always are.
    exactly = shapes.patch(use_duck_shape=False)  # type: ignore[attr-defined]
    with _under_way, exactly, torch.random.fork_rng(devices):
        torch.compiler.reset()
        run: RunLayer = torch.compile(Layer.forward, backend=BACKEND, dynamic=True, fullgraph=True)
        layer = copy.deepcopy(model.bert.encoder.layer[-1]).train()
        enters = model.bert.embeddings.word_embeddings.weight.requires_grad
        for lengths_B in lengths:
            ids_BL = torch.zeros(rows, LENGTH, dtype=torch.long, device=device)
            layout = Layout.of(ids_BL, lengths_B)
            tokens = len(layout.flat(ids_BL))
            for wanted_W in (None, torch.arange(WANTED, device=device)):
                x_TD = torch.zeros(tokens, model.config.hidden_size, device=device)
                out_TD = run(layer, x_TD.requires_grad_(enters), layout, None, wanted_W)
                if out_TD.requires_grad:
                    torch.autograd.backward(out_TD.sum())
    return run


def is_compiling() -> bool:
    """Whether layers are being compiled, perhaps for a session that was left meanwhile."""
    return _under_way.locked()


def wait_for_compiler() -> None:
    """Wait until nothing is being compiled, which draws from the global random state."""
    with _under_way:
        pass


@contextmanager
def compiled_by(run: RunLayer, model: HeadedBert) -> Iterator[None]:
    """The model's layers are run so where it fits, and as they stand elsewhere.

    It holds for the whole process that nothing is compiled meanwhile.
    """
    encoder = model.bert.encoder
    encoder.compiled = run
    try:
        with torch.compiler.set_stance("eager_on_recompile"):
            yield
    finally:
        encoder.compiled = None
