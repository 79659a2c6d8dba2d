"""`bertscope pretrain` with a checkpoint every step, and one process is killed at some step."""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import msgspec

from bertscope.cli import main
from bertscope.engine import run_writer, training
from bertscope.engine.background import Background
from bertscope.engine.trainer import Trainer


def die_at(rank: int, step: int) -> None:
    """Before that step's gradients are exchanged, when the others have begun it as well."""
    total = Trainer._total

    def adding_up(self: Trainer, *arguments: Any) -> Any:
        if self.step + 1 == step and os.environ["RANK"] == str(rank):
            os.kill(os.getpid(), signal.SIGKILL)
        return total(self, *arguments)

    Trainer._total = adding_up  # type: ignore[method-assign]


class SavedAtOnce(Background[Any]):
    """Training waits for the checkpoint, so that one is there at any step on any disk."""

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__(work)
        self.wait()


def save_every_step() -> None:
    run_writer.Background = SavedAtOnce  # type: ignore[misc]
    check = training.check_recipe
    training.check_recipe = lambda recipe: msgspec.structs.replace(  # type: ignore[assignment]
        check(recipe), checkpoint_seconds=0.0
    )


if __name__ == "__main__":
    die_at(int(sys.argv[1]), int(sys.argv[2]))
    save_every_step()
    sys.exit(main(sys.argv[3:]))
