"""The engine's serving loop: answers requests, and between them trains a little further."""

import contextlib
import faulthandler
import os
import queue
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from bertscope import __version__
from bertscope.errors import BertscopeError, ModelError, WireError
from bertscope.wire import messages as m
from bertscope.wire.frames import encode, request_reader

if TYPE_CHECKING:
    from bertscope.engine.folder import LoadedModel
    from bertscope.engine.probe import Look, Prediction
    from bertscope.engine.trainer import StepMetrics

METRICS_SECONDS = 1 / 30
"""Metrics are sent this often at the most; a fast model makes more steps than a screen frames."""
MODELS_KEPT = 3
NICENESS = 10
"""The engine's priority beside a window: measured to keep the window's event loop smooth."""


class Inbox:
    """Requests as they arrive, read by a thread of its own; the newest probe of a view counts."""

    def __init__(self, stream: BinaryIO, on_end: Callable[[], None]) -> None:
        self._arrived: queue.SimpleQueue[m.Request] = queue.SimpleQueue()
        self._waiting: deque[m.Request] = deque()
        self._stream = stream
        self._on_end = on_end
        threading.Thread(target=self._read, name="inbox", daemon=True).start()

    def _read(self) -> None:
        reader = request_reader()
        try:
            while portion := os.read(self._stream.fileno(), 1 << 16):
                for request in reader.feed(portion):
                    self._arrived.put(request)
        except WireError as error:
            print(error, file=sys.stderr, flush=True)  # noqa: T201  # stderr is the window's log
        self._on_end()

    def take(self, *, wait: bool) -> m.Request | None:
        """The next request, or None where there is none and `wait` is false."""
        if wait and not self._waiting:
            self._waiting.append(self._arrived.get())
        with contextlib.suppress(queue.Empty):
            while True:
                self._waiting.append(self._arrived.get_nowait())
        while self._waiting:
            request = self._waiting.popleft()
            if not self._is_outdated(request):
                return request
        return None

    def _is_outdated(self, request: m.Request) -> bool:
        return isinstance(request, m.Probe) and any(
            isinstance(later, m.Probe) and later.view == request.view for later in self._waiting
        )


class EngineServer:
    """Owns the loaded models and the one run; speaks in messages.

    Parameters
    ----------
    inbox
        Where requests come from.
    send
        Takes each reply.
    """

    def __init__(self, inbox: Inbox, send: Callable[[m.Message], None]) -> None:
        self._inbox = inbox
        self._send = send
        self._models: dict[str, LoadedModel] = {}
        self._run: ActiveRun | None = None
        self._ending = False

    def serve(self) -> None:
        """Answer and train until told to shut down."""
        self._send(_ready())
        while not self._ending:
            run = self._run
            request = self._inbox.take(wait=run is None or not run.going)
            if request is not None:
                self._handle(request)
            elif run is not None:
                self._advance(run)

    def _handle(self, request: m.Request) -> None:
        try:
            match request:
                case m.OpenModel():
                    self._send(m.ModelOpened(request.id, self._open(request.model)))
                case m.Probe():
                    self._send(self._look(request))
                case m.Train():
                    self._train(request)
                case m.Play() | m.Pause() | m.StopAt():
                    self._steer(request)
                case m.EndRun():
                    self._end_run()
                case m.Shutdown():
                    self._end_run()
                    self._ending = True
        except BertscopeError as error:
            self._send(m.Failed(getattr(request, "id", 0), str(error)))

    def _open(self, ref: m.ModelRef) -> m.ModelInfo:
        from bertscope.engine.folder import load_model

        loaded = self._models.pop(ref.folder, None) or load_model(Path(ref.folder))
        self._models[ref.folder] = loaded
        while len(self._models) > MODELS_KEPT:
            del self._models[next(iter(self._models))]
        return _model_info(ref, loaded)

    def _look(self, probe: m.Probe) -> m.Look:
        from bertscope.engine.probe import look

        run = self._run
        if run is not None and probe.model.folder == run.folder:
            loaded, step = run.pretraining.loaded, run.pretraining.step
            if loaded is None:
                raise ModelError("The run's model is not built yet: wait a moment.")
        else:
            if probe.model.folder not in self._models:
                self._open(probe.model)
            loaded, step = self._models[probe.model.folder], None
        seen = look(
            loaded.model,
            ids=probe.ids,
            segments=probe.segments,
            labels=probe.labels,
            nsp_label=probe.nsp_label,
            top_k=probe.top_k,
            positions={*probe.labels, *probe.positions},
        )
        return look_message(probe, seen, step)

    def _train(self, request: m.Train) -> None:
        self._end_run()
        self._run = ActiveRun(request, self._send)

    def _steer(self, request: m.Play | m.Pause | m.StopAt) -> None:
        if self._run is None:
            raise ModelError("There is no run to steer: press play to start one.")
        self._run.steer(request)

    def _end_run(self) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.close()
            self._send(m.RunEnded(run.folder))

    def _advance(self, run: "ActiveRun") -> None:
        try:
            run.advance()
        except BertscopeError as error:
            run.flush()
            self._send(m.RunFailed(run.pretraining.step, str(error)))
            self._run = None


class ActiveRun:
    """The run at hand: a training session, how far it may go, and the metrics not yet sent."""

    def __init__(self, request: m.Train, send: Callable[[m.Message], None]) -> None:
        from bertscope.engine.pretraining import Pretraining

        self.folder = request.folder
        self.pretraining = Pretraining(request.recipe, Path(request.folder), resume=request.resume)
        self._events: Iterator[object] = self.pretraining.advance()
        self._id = request.id
        self._send = send
        self._left = request.play
        self._announced = False
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
            case m.Play(steps=steps):
                self._left = steps
            case m.Pause():
                self._left = 0
                if self._at_whole_step:
                    self._hold()
            case m.StopAt(steps=steps):
                self.pretraining.stop_at(steps)
                self._events = self.pretraining.advance()

    def advance(self) -> None:
        """Do one portion of work, a micro-batch at the most, and report it."""
        from bertscope.engine.pretraining import Progress
        from bertscope.engine.trainer import StepMetrics

        event = next(self._events, _END)
        self._announce()
        match event:
            case Progress(text=text, fraction=fraction):
                self._send(m.Progress(text, fraction))
            case StepMetrics():
                self._step_done(event)
            case _ if event is _END:
                self._left, self._at_whole_step = 0, True
                self._hold()
            case _:
                self._at_whole_step = False

    def _announce(self) -> None:
        run = self.pretraining
        if self._announced or run.loaded is None or run.state is run.state.PREPARING:
            return
        self._announced = True
        self._send(
            m.RunStarted(
                id=self._id,
                folder=self.folder,
                model=_model_info(m.ModelRef(self.folder), run.loaded),
                device=m.DeviceInfo(run.device.name, run.device.label),
                step=run.step,
                steps=run.recipe.steps,
                random_share=run.random_share,
                notes=list(run.notes),
            )
        )

    def _step_done(self, metrics: "StepMetrics") -> None:
        self._rows.append(_row(metrics))
        self._at_whole_step = True
        if self._left and metrics.step > 0:
            self._left -= 1
        if self._left == 0:
            self._hold()
        elif time.monotonic() - self._sent_at >= METRICS_SECONDS:
            self.flush()

    def _hold(self) -> None:
        self.flush()
        self._send(m.RunPaused(self.pretraining.step, self.pretraining.finished))

    def flush(self) -> None:
        """Send the metrics that wait."""
        if self._rows:
            self._send(m.Metrics(self._rows))
            self._rows = []
            self._sent_at = time.monotonic()

    def close(self) -> None:
        """Save the run; the rest of a step begun is left undone."""
        self.flush()
        self.pretraining.close()


_END = object()


def _ready() -> m.Ready:
    import torch

    from bertscope.engine.devices import available_devices

    return m.Ready(
        protocol=m.PROTOCOL,
        version=__version__,
        torch=str(torch.__version__),
        pid=os.getpid(),
        devices=[m.DeviceInfo(device.name, device.label) for device in available_devices()],
    )


def _model_info(ref: m.ModelRef, loaded: "LoadedModel") -> m.ModelInfo:
    config = loaded.config
    return m.ModelInfo(
        ref=ref,
        name=Path(ref.folder).name,
        layers=config.num_hidden_layers,
        width=config.hidden_size,
        heads=config.num_attention_heads,
        parameters=sum(parameter.numel() for parameter in loaded.model.parameters()),
        vocabulary_size=config.vocab_size,
        max_length=config.max_position_embeddings,
        new_heads=list(loaded.new_heads),
    )


def look_message(probe: m.Probe, seen: "Look", step: int | None) -> m.Look:
    """What was seen, as the answer to a probe."""
    return m.Look(
        id=probe.id,
        view=probe.view,
        model=probe.model,
        step=step,
        token_rows=m.Array.of(seen.token_rows),
        segment_rows=m.Array.of(seen.segment_rows),
        position_rows=m.Array.of(seen.position_rows),
        sum=m.Array.of(seen.sum),
        normalized=m.Array.of(seen.normalized),
        predictions=[_prediction(p) for p in seen.predictions],
        is_next_probability=seen.is_next_probability,
        mlm_loss=seen.mlm_loss,
        nsp_loss=seen.nsp_loss,
        attention=m.Array.of(seen.attention) if probe.attention else None,
    )


def _prediction(prediction: "Prediction") -> m.Prediction:
    return m.Prediction(
        prediction.position,
        list(prediction.top_ids),
        list(prediction.top_probabilities),
        prediction.original_id,
        prediction.original_probability,
        prediction.rank,
        prediction.loss,
    )


def _row(metrics: "StepMetrics") -> m.StepRow:
    held_out = metrics.held_out
    return m.StepRow(
        step=metrics.step,
        mlm_loss=metrics.mlm_loss,
        nsp_loss=metrics.nsp_loss,
        mlm_accuracy=metrics.mlm_accuracy,
        nsp_accuracy=metrics.nsp_accuracy,
        held_out_mlm_loss=held_out.mlm_loss if held_out else None,
        held_out_nsp_loss=held_out.nsp_loss if held_out else None,
        held_out_mlm_accuracy=held_out.mlm_accuracy if held_out else None,
        held_out_nsp_accuracy=held_out.nsp_accuracy if held_out else None,
        tokens=metrics.tokens,
        pairs=metrics.pairs,
        seconds=metrics.seconds,
    )


def warm_up() -> None:
    """Load what the first training step would otherwise wait for: an optimizer's many modules."""
    import torch

    parameter = torch.nn.Parameter(torch.zeros(2, 2))
    parameter.grad = torch.zeros(2, 2)
    for optimizer in (torch.optim.AdamW([parameter]), torch.optim.Muon([parameter])):
        optimizer.step()


def main() -> int:
    """Serve the window at the other end of stdin and stdout until it lets go.

    The real stdout is moved aside for frames before any library is loaded, and what libraries
    print goes to stderr. When stdin ends, the window is gone and so is the engine, at once.
    """
    frames = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    requests = os.fdopen(os.dup(0), "rb", buffering=0)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(frames.fileno(), os.O_BINARY)
        msvcrt.setmode(requests.fileno(), os.O_BINARY)
    else:
        os.nice(NICENESS)
    faulthandler.enable()
    inbox = Inbox(requests, on_end=lambda: os._exit(0))
    from bertscope.engine.devices import use_threads

    use_threads(beside_window=True)
    threading.Thread(target=warm_up, name="warm-up", daemon=True).start()
    EngineServer(inbox, lambda message: _write(frames, encode(message))).serve()
    return 0


def _write(stream: BinaryIO, frame: bytes) -> None:
    view = memoryview(frame)
    while view:
        view = view[stream.write(view) :]
