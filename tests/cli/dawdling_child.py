"""`bertscope` that trains slowly behind some step, so that a test can interrupt it there."""

import sys
import time
from typing import Any

from bertscope.cli import main
from bertscope.engine.trainer import Trainer

STEP_SECONDS = 0.1


def dawdle_behind(step: int) -> None:
    """Each step from then on takes its time."""
    total = Trainer._total

    def adding_up(self: Trainer, *arguments: Any) -> Any:
        if self.step >= step:
            time.sleep(STEP_SECONDS)
        return total(self, *arguments)

    Trainer._total = adding_up  # type: ignore[method-assign]


if __name__ == "__main__":
    dawdle_behind(int(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
