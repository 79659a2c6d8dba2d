"""The engine's serving loop: answers requests, and between them trains a little further."""

import faulthandler
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from typing import BinaryIO

import msgspec

from bertscope.errors import BertscopeError, DeviceError, ModelError
from bertscope.wire import messages as m
from bertscope.wire.active_run import METRICS_SECONDS, ActiveRun
from bertscope.wire.frames import encode
from bertscope.wire.inbox import DAMAGE, END, Inbox
from bertscope.wire.models import MODELS_KEPT, KeptModel, Models
from bertscope.wire.replies import look_message, map_message, model_info, ready_message

__all__ = [
    "METRICS_SECONDS",
    "MODELS_KEPT",
    "NICENESS",
    "ActiveRun",
    "EngineServer",
    "Inbox",
    "look_message",
    "main",
]

NICENESS = 10
"""The engine's priority beside a window: measured to keep the window's event loop smooth."""


class EngineServer:
    """Owns the loaded models and the one run; speaks in messages.

    What nobody expected is told like what could be: in a sentence, with the traceback on stderr.
    An engine that ended over it would take the run with it.

    Parameters
    ----------
    inbox
        Where requests come from.
    send
        Takes each reply.
    """

    def __init__(self, inbox: Inbox, send: Callable[[m.Message], None]) -> None:
        from bertscope.engine.passes import Memory

        self._inbox = inbox
        self._send = send
        self._memory = Memory()
        self._models = Models()
        self._run: ActiveRun | None = None
        self._ending = False

    def serve(self) -> None:
        """Answer and train until told to shut down."""
        self._send(ready_message())
        while not self._ending:
            run = self._run
            request = self._inbox.take(wait=run is None or not run.going)
            if request is not None:
                self._handle(request)
            elif run is not None:
                self._advance(run)

    def _handle(self, request: m.Request) -> None:
        number = getattr(request, "id", 0)
        try:
            self._answer(request)
        except BertscopeError as error:
            self._send(m.Failed(number, str(error)))
        except Exception as error:
            self._send(m.Failed(number, _unexpected(error)))

    def _answer(self, request: m.Request) -> None:
        match request:
            case m.OpenModel():
                loaded = self._models.open(request.model.folder)
                self._send(m.ModelOpened(request.id, model_info(request.model, loaded)))
            case m.Probe():
                self._send(self._look(request))
            case m.MapVocabulary():
                self._send(self._map(request))
            case m.PickSentence():
                self._send(_picked(request))
            case m.Train():
                self._train(request)
            case m.Play() | m.Pause() | m.StopAt():
                self._steer(request)
            case m.EndRun():
                self._end_run()
            case m.Shutdown():
                self._ending = True
                self._end_run()

    def _look(self, probe: m.Probe) -> m.Look:
        from bertscope.engine.looks import Wants
        from bertscope.engine.probe import look

        aimed_at = self._aim(probe.model)
        seen = look(
            aimed_at.loaded.model,
            ids=probe.ids,
            segments=probe.segments,
            labels=probe.labels,
            nsp_label=probe.nsp_label,
            sources=probe.sources,
            wants=Wants(**msgspec.structs.asdict(probe.wants)),
            memory=self._memory,
            step=aimed_at.step,
        )
        return look_message(probe, seen, aimed_at.step)

    def _map(self, request: m.MapVocabulary) -> m.VocabularyMap:
        from bertscope.engine.vocabulary_map import map_table

        aimed_at = self._aim(request.model)
        plane = map_table(aimed_at.loaded.model.bert.embeddings.word_embeddings.weight)
        return map_message(request, plane, aimed_at.step)

    def _aim(self, model: m.ModelRef) -> KeptModel:
        """The model of the run at hand, or that of a folder."""
        run = self._run
        if run is None or model.folder != run.folder:
            return self._models.get(model.folder)
        if run.pretraining.loaded is None:
            raise ModelError("The run's model is not built yet: wait a moment.")
        return KeptModel(run.pretraining.loaded, run.pretraining.step)

    def _train(self, request: m.Train) -> None:
        # A run that can't begin leaves the one before it as it is.
        run = ActiveRun(request, self._send)
        self._end_run()
        self._run = run

    def _steer(self, request: m.Play | m.Pause | m.StopAt) -> None:
        if self._run is None:
            raise ModelError("There is no run to steer: press play to start one.")
        self._run.steer(request)

    def _end_run(self) -> None:
        run, self._run = self._run, None
        if run is None:
            return
        self._memory.forget()
        self._models.forget(run.folder)
        try:
            run.close()
        finally:
            self._send(m.RunEnded(run.folder))

    def _advance(self, run: ActiveRun) -> None:
        try:
            run.advance()
        except BertscopeError as error:
            self._give_up(run, str(error), keep=not isinstance(error, DeviceError))
        except Exception as error:
            self._give_up(run, _unexpected(error), keep=not _is_out_of_memory(error))

    def _give_up(self, run: ActiveRun, sentence: str, *, keep: bool) -> None:
        """Tell that the run can't go on; if `keep`, its model can still be looked at."""
        run.flush()
        self._run = None
        self._memory.forget()
        self._models.forget(run.folder)
        if keep and run.pretraining.loaded is not None:
            self._models.keep(run.folder, run.pretraining.loaded, run.pretraining.step)
        self._send(m.RunFailed(run.folder, run.pretraining.step, sentence))


def _picked(request: m.PickSentence) -> m.Sentence:
    from bertscope.text.picking import pick_sentence

    return m.Sentence(request.id, pick_sentence(request.corpus, request.seed))


def _unexpected(error: Exception) -> str:
    """What to tell of an error that has no sentence of its own; the rest goes to the log."""
    traceback.print_exception(error)
    sys.stderr.flush()
    if _is_out_of_memory(error):
        return (
            "There is not enough memory for this: shorten a sentence or choose a smaller model, "
            "and for training set fewer pairs a micro-batch."
        )
    return (
        f"The engine came upon something unexpected ({type(error).__name__}): see Help › Engine "
        "log, and try again."
    )


def _is_out_of_memory(error: Exception) -> bool:
    import torch

    from bertscope.engine.devices import memory_error

    if isinstance(error, RuntimeError):
        return memory_error(error, torch.device("cpu")) is not None
    return isinstance(error, MemoryError)


def main() -> int:
    """Serve the window at the other end of stdin and stdout until it lets go.

    When stdin ends, the window is gone and so is the engine, at once.
    """
    requests, frames = _take_pipes()
    # Ctrl+C in the terminal that started the window reaches the engine too. It is the window's to
    # answer, which lets the engine save first.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(NICENESS)
    faulthandler.enable()
    inbox = Inbox(requests, on_end=_leave)
    from bertscope.engine.devices import use_threads
    from bertscope.engine.optimizers import warm_up

    use_threads(beside_window=True)
    threading.Thread(target=warm_up, name="warm-up", daemon=True).start()
    try:
        EngineServer(inbox, lambda message: _write(frames, encode(message))).serve()
    except BrokenPipeError:
        _leave(DAMAGE)
    _leave(END)
    return END


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """stdin and stdout, moved aside before any library is loaded.

    What libraries print goes to stderr, and what they would read is empty.
    """
    frames = os.fdopen(os.dup(1), "wb", buffering=0)
    requests = os.fdopen(os.dup(0), "rb", buffering=0)
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(frames.fileno(), os.O_BINARY)
        msvcrt.setmode(requests.fileno(), os.O_BINARY)
    return requests, frames


def _leave(code: int) -> None:
    """End now: the interpreter's own way out waits for libraries' threads, or crashes in them."""
    sys.stderr.flush()
    os._exit(code)


def _write(stream: BinaryIO, frame: bytes) -> None:
    view = memoryview(frame)
    while view:
        view = view[stream.write(view) :]
