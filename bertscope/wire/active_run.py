"""The run at hand: a training session, how far it may go, and the metrics not yet sent."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bertscope.wire import messages as m
from bertscope.wire.replies import model_info, step_row

if TYPE_CHECKING:
    from bertscope.engine.trainer import StepMetrics

METRICS_SECONDS = 1 / 30
"""Metrics are sent this often at the most; a fast model makes more steps than a screen frames."""
_END = object()


class ActiveRun:
    """Trains a portion at a time and tells of it.

    Raises
    ------
    BertscopeError
        If the recipe or the folder can't be.
    """

    def __init__(self, request: m.Train, send: Callable[[m.Message], None]) -> None:
        from bertscope.engine.pretraining import Pretraining

        self.folder = request.folder
        self.pretraining = Pretraining(request.recipe, Path(request.folder), resume=request.resume)
        self._events: Iterator[object] = self.pretraining.advance()
        self._id = request.id
        self._send = send
        self._left = request.play
        self._stop_at: int | None = None
        self._announced = False
        self._from_step = 0
        self._at_whole_step = False
        self._rows: list[m.StepRow] = []
        self._sent_at = 0.0

    @property
    def going(self) -> bool:
        """Whether there is something to do: preparing, a step begun, or steps left."""
        return not self._at_whole_step or self._left != 0

    def steer(self, request: m.Play | m.Pause | m.StopAt) -> None:
        """Play, hold after the step at hand, or move the last step."""
        match request:
            case m.Play(steps=steps) if steps is None or steps > 0:
                self._left = steps
            case m.StopAt(steps=steps):
                self._move_end(steps)
            case _:
                self._left = 0
                if self._at_whole_step:
                    self._hold()

    def _move_end(self, steps: int) -> None:
        self.pretraining.stop_at(steps)
        if self._announced:
            self._events = self.pretraining.advance()
        else:
            # To begin the preparation again would take as long again; the end counts after it.
            self._stop_at = steps

    def advance(self) -> None:
        """Do one portion of work, a micro-batch at the most, and report it."""
        from bertscope.engine.pretraining import Progress
        from bertscope.engine.trainer import StepMetrics

        event = next(self._events, _END)
        if self._announce() and self._left == 0 and self.pretraining.step > 0:
            self._at_whole_step = True
            self._hold()
            return
        match event:
            case Progress(text=text, fraction=fraction):
                self._send(m.Progress(text, fraction))
            case StepMetrics():
                self._step_done(event)
            case _ if event is _END:
                self._left, self._at_whole_step = 0, True
                self.pretraining.save_checkpoint()
                self._hold()
            case _:
                self._at_whole_step = False
                self._flush_if_due()

    def _announce(self) -> bool:
        """Tell of the run once it is prepared; whether that was now."""
        run = self.pretraining
        if self._announced or run.loaded is None or run.state is run.state.PREPARING:
            return False
        self._announced = True
        if self._stop_at is not None:
            self._move_end(self._stop_at)
        self._from_step = run.step
        self._send(
            m.RunStarted(
                id=self._id,
                folder=self.folder,
                model=model_info(m.ModelRef(self.folder), run.loaded),
                device=m.DeviceInfo(run.device.name, run.device.label),
                step=run.step,
                steps=run.recipe.steps,
                random_share=run.random_share,
                notes=list(run.notes),
            )
        )
        return True

    def _step_done(self, metrics: "StepMetrics") -> None:
        self._rows.append(step_row(metrics))
        self._at_whole_step = True
        # The step that a run begins at, or goes on from, was not done now.
        if self._left and metrics.step > self._from_step:
            self._left -= 1
        if self._left == 0:
            self._hold()
        else:
            self._flush_if_due()

    def _hold(self) -> None:
        self.flush()
        self._send(m.RunPaused(self.folder, self.pretraining.step, self.pretraining.finished))

    def _flush_if_due(self) -> None:
        if time.monotonic() - self._sent_at >= METRICS_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Send the metrics that wait."""
        if self._rows:
            rows, self._rows = self._rows, []
            self._send(m.Metrics(self.folder, rows))
            self._sent_at = time.monotonic()

    def close(self) -> None:
        """Save the run; the rest of a step begun is left undone.

        Raises
        ------
        RunError
            If it can't be saved.
        """
        self.flush()
        self.pretraining.close()
