"""Somebody else who trains a run, in portions between those of an engine."""

from collections.abc import Callable
from pathlib import Path

from bertscope.engine.reports import StepMetrics
from bertscope.engine.training import TrainingSession
from bertscope.recipe import Recipe


class Other:
    """A session of another program."""

    def __init__(self, recipe: Recipe | None, folder: Path, *, resume: bool = False) -> None:
        self.session = TrainingSession(recipe, folder, resume=resume)

    def train(self, step: int) -> None:
        """Go on until that step is done; each one's snapshot is written before the next begins."""
        for event in self.session.advance():
            if isinstance(event, StepMetrics):
                assert self.session.snapshots is not None
                self.session.snapshots.wait()
                if event.step >= step:
                    break

    def to(self, step: int) -> Callable[[object], bool]:
        """`train`, as a line of a script."""

        def line(_: object) -> bool:
            self.train(step)
            return True

        return line

    def end(self, _: object = None) -> bool:
        """Save the run and let go of it."""
        self.session.close()
        return True


def trained(recipe: Recipe, folder: Path, step: int) -> Path:
    """A run that was trained to a step and saved."""
    other = Other(recipe, folder)
    other.train(step)
    other.end()
    return folder
