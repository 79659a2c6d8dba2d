"""`bertscope pretrain` and `finetune`: training without a window, in one process or in many."""

import shlex
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from bertscope.errors import BertscopeError, DeviceError
from bertscope.recipe import Recipe
from bertscope.task import TaskFacts

if TYPE_CHECKING:
    from bertscope.engine.distributed import Ranks
    from bertscope.engine.reports import HeldOut, StepMetrics
    from bertscope.engine.training import TrainingSession

LINES_EVERY = 50
"""Where output is no terminal, a line is printed every so many steps."""


class Stop:
    """Whether Ctrl+C was pressed; a second press ends the program at once.

    Under torchrun it is torchrun that is pressed and hands the wish on, to a process perhaps
    twice; it is also torchrun that ends those that go on too long.
    """

    def __init__(self, ranks: "Ranks") -> None:
        self.wanted = False
        self._ranks = ranks

    def __call__(self, number: int, frame: FrameType | None) -> None:
        if self.wanted and self._ranks.alone:
            signal.default_int_handler(number, frame)
        self.wanted = True

    def after(self, event: object) -> bool:
        """Whether to stop after this event; many processes agree on it after each step."""
        from bertscope.engine.reports import StepMetrics
        from bertscope.engine.training import Progress as Preparing

        if self._ranks.alone or isinstance(event, Preparing):
            return self.wanted
        return isinstance(event, StepMetrics) and self._ranks.any(self.wanted)


def run(
    choose: Callable[[Recipe | None], Recipe],
    folder: Path,
    *,
    resume: bool,
    tensorboard: bool = False,
) -> int:
    """Train into `folder`, to the last step or until Ctrl+C; both keep all.

    Parameters
    ----------
    choose
        Makes the recipe of the run's own, or of none where it is new.

    Returns
    -------
    int
        0, or 130 where Ctrl+C came before there was anything to keep.

    Raises
    ------
    BertscopeError
        What went wrong. Of many processes the first says it, and the others leave without a word,
        unless it is their own device, or the first may be the one that was lost.
    """
    from bertscope.engine.distributed import LostProcessError, joined

    with joined() as ranks:
        try:
            return _run(choose, folder, resume, tensorboard, ranks)
        except DeviceError:
            raise
        except LostProcessError:
            if ranks.speaks_of_loss():
                raise
            raise SystemExit(2) from None
        except BertscopeError:
            if ranks.first:
                raise
            raise SystemExit(2) from None


def _run(
    choose: Callable[[Recipe | None], Recipe],
    folder: Path,
    resume: bool,
    tensorboard: bool,
    ranks: "Ranks",
) -> int:
    from bertscope.engine.devices import use_threads
    from bertscope.engine.training import TrainingSession

    use_threads(beside_window=False, processes=ranks.local_world)
    with _listening(ranks) as stop:
        with ranks.together():
            chosen = _choose(choose, folder, resume=resume) if ranks.first else None
        recipe = ranks.told(chosen)
        assert recipe is not None
        with ranks.together():
            session = TrainingSession(
                recipe,
                folder,
                resume=resume,
                tensorboard=tensorboard,
                ranks=ranks,
                interactive=False,
            )
        console = Console(quiet=not ranks.first)
        shown = _Shown(console, session)
        try:
            _train(session, shown, stop)
            prepared = session.state is not session.state.PREPARING
            session.close()
        finally:
            shown.end()
    for note in session.notes:
        _say(console, f"Note: {note}")
    if not prepared:
        again = f" Go on: {_resume_command(recipe, folder)}" if resume else ""
        _say(console, f"Stopped before training began; nothing was changed.{again}")
        return 130
    _say(console, shown.summary(folder))
    return 0


def _choose(choose: Callable[[Recipe | None], Recipe], folder: Path, *, resume: bool) -> Recipe:
    from bertscope.engine.run import Run

    return choose(Run.open(folder).recipe if resume else None)


def _train(session: "TrainingSession", shown: "_Shown", stop: Stop) -> None:
    """Advance to the end or until stopped; what is reached when an error comes is kept."""
    try:
        for event in session.advance():
            shown.take(event)
            if stop.after(event):
                break
    except DeviceError:
        # The weights may be half-way through a step: the last checkpoint is what counts.
        raise
    except (BertscopeError, SystemExit):
        # SystemExit is how rich ends where nobody reads stdout any more.
        with suppress(BertscopeError):
            session.close()
        raise


def _say(console: Console, words: str) -> None:
    """Print as it is: a path may hold what looks like markup, and must not be broken in two."""
    console.print(words, markup=False, highlight=False, soft_wrap=True)


def _resume_command(recipe: Recipe, folder: Path) -> str:
    verb = "pretrain" if recipe.task is None else "finetune"
    return f"bertscope {verb} --resume --out {shlex.quote(str(folder))}"


class _Shown:
    """What is seen of a session: a bar on a terminal, lines elsewhere."""

    def __init__(self, console: Console, session: "TrainingSession") -> None:
        self._console = console
        self._session = session
        self._last: StepMetrics | None = None
        self._held_out: HeldOut | None = None
        self._preparing = ""
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=console,
            disable=console.quiet or not console.is_terminal,
        )
        self._task = self._bar.add_task("starting", total=session.recipe.steps)
        self._bar.start()

    def take(self, event: object) -> None:
        """Show a piece of progress."""
        from bertscope.engine.reports import StepMetrics
        from bertscope.engine.training import Progress as Preparing

        if isinstance(event, Preparing):
            self._bar.update(self._task, description=event.text)
            if event.text != self._preparing and not self._console.is_terminal:
                _say(self._console, event.text)
            self._preparing = event.text
        elif isinstance(event, StepMetrics):
            self._last = event
            self._held_out = event.held_out or self._held_out
            self._bar.update(self._task, completed=event.step, description=_losses(event))
            if not self._console.is_terminal and event.step % LINES_EVERY == 0:
                _say(self._console, f"step {event.step}: {_losses(event)}")

    def end(self) -> None:
        self._bar.stop()

    def summary(self, folder: Path) -> str:
        """What was reached and where it lies."""
        session, last, held_out = self._session, self._last, self._held_out
        lines = [f"{session.step} of {session.recipe.steps} steps on {session.device.label}"]
        if last is not None and last.loss is not None:
            lines.append(f"train:    {_losses(last)}")
        if held_out is not None:
            lines += _held_out(held_out, session.facts)
        if session.facts is None:
            lines.append(f"B was random in {session.random_share:.0%} of the pairs")
        lines.append(f"model:    {folder / 'model'}")
        lines.append(f"metrics:  {folder / 'metrics.jsonl'}")
        if not session.finished:
            lines.append(f"go on:    {_resume_command(session.recipe, folder)}")
        return "\n".join(lines)


def _held_out(held_out: "HeldOut", facts: TaskFacts | None) -> list[str]:
    """What was reached on what is held out, a line each."""
    if facts is not None:
        scores = zip(facts.metrics, (held_out.score, held_out.second_score), strict=False)
        told = [f"{metric} {score:.3f}" for metric, score in scores if score is not None]
        rules = ", ".join(f"{name} {score:.3f}" for name, score in facts.baselines)
        lines = [f"held out: loss {held_out.loss:.3f}, {', '.join(told)}"]
        return [*lines, f"          by simple rules: {rules}"] if rules else lines
    lines = [
        f"held out: masked LM {held_out.mlm_loss:.3f} (accuracy {held_out.mlm_accuracy:.1%}), "
        f"next sentence {held_out.nsp_loss:.3f} (accuracy {held_out.nsp_accuracy:.1%})"
    ]
    if held_out.nsp_decoy_accuracy is not None:
        lines.append(
            "          where a false B differs in content alone: accuracy "
            f"{held_out.nsp_decoy_accuracy:.1%} (guessing 50 %)"
        )
    return lines


def _losses(metrics: "StepMetrics") -> str:
    if metrics.loss is None:
        return "measuring"
    if metrics.mlm_loss is None or metrics.nsp_loss is None:
        right = "" if metrics.score is None else f", right {metrics.score:.1%}"
        return f"loss {metrics.loss:.3f}{right}"
    return (
        f"masked LM {metrics.mlm_loss:.3f} + next sentence {metrics.nsp_loss:.3f} "
        f"= {metrics.loss:.3f}"
    )


@contextmanager
def _listening(ranks: "Ranks") -> Iterator[Stop]:
    stop = Stop(ranks)
    if not ranks.alone:
        # Torchrun's way to ask for an end, also of those that still have to say which one died.
        signal.signal(signal.SIGTERM, stop)
    before = signal.signal(signal.SIGINT, stop)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
