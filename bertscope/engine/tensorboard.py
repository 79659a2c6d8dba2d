"""A run's metrics as TensorBoard event files, beside its ``metrics.jsonl``."""

import importlib.util
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from bertscope.engine.reports import StepMetrics
from bertscope.errors import RunError

_TRAIN = (
    "mlm_loss",
    "nsp_loss",
    "loss",
    "mlm_accuracy",
    "nsp_accuracy",
    "score",
    "learning_rate",
)


def require_tensorboard() -> None:
    """Look whether the package is there, before anything is trained.

    Raises
    ------
    RunError
        If it isn't.
    """
    if importlib.util.find_spec("tensorboard") is None:
        raise RunError(
            "--tensorboard needs the package tensorboard: `pip install bertscope[tensorboard]`, "
            "or leave it out, for metrics.jsonl holds the same numbers."
        )


class EventFiles:
    """Writes scalars under ``train/`` and ``held_out/``.

    They say again what the run's own files say: a full disk costs no more than them.

    Parameters
    ----------
    folder
        Where event files lie; those of earlier sessions stay.
    from_step
        What was written for this step and later ones no longer counts: it comes again.
    """

    def __init__(self, folder: Path, from_step: int) -> None:
        # Takes a second, and the package may be missing.
        from torch.utils.tensorboard import SummaryWriter

        make: Callable[..., Any] = SummaryWriter
        self._writer = make(str(folder), purge_step=from_step)

    def append(self, metrics: StepMetrics) -> None:
        """Take the metrics of a step."""
        with suppress(OSError):
            self._append(metrics)

    def _append(self, metrics: StepMetrics) -> None:
        for name in _TRAIN:
            self._add(f"train/{name}", getattr(metrics, name), metrics.step)
        if metrics.held_out is not None:
            for name, value in msgspec.structs.asdict(metrics.held_out).items():
                if value is None:
                    continue
                self._add(f"held_out/{name}", value, metrics.step)

    def _add(self, name: str, value: float | None, step: int) -> None:
        if value is not None:
            self._writer.add_scalar(name, value, step)

    def flush(self) -> None:
        """Wait until all is written."""
        with suppress(OSError):
            self._writer.flush()

    def close(self) -> None:
        with suppress(OSError):
            self._writer.close()
