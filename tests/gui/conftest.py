"""A window on an engine that answers by rule, and one on a real engine."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bertscope.gui.application import dress, make_application
from bertscope.gui.engine_process import EngineProcess, EngineState, ProcessOutcome
from bertscope.gui.session import Session
from bertscope.gui.settings import Settings
from bertscope.gui.theme import Appearance, Mode
from bertscope.places import default_model
from bertscope.run_folder import StepRow, as_table
from bertscope.text.reader import Reader
from bertscope.wire import messages as m

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

WIDTH, LAYERS, HEADS, VOCABULARY = 12, 2, 2, 1031
PATIENCE_MS = 30_000
"""Of a wait that names no limit: what comes at all comes sooner, on a loaded machine too."""
LONG_SECONDS = 60.0
"""So long an engine may keep silent where its silence is not what is tested."""


class FakeEngine(QObject):
    """Has an engine's face; keeps what is sent, and says what a test tells it to."""

    received = Signal(object)
    ready = Signal(object)
    ended = Signal(object)
    silent = Signal(float)
    spoke = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = EngineState.READY
        self.sent: list[m.Message] = []
        self.log: list[str] = []
        self.pid = 4711
        self.starts = 0
        self.words, self.host = "", "this machine"
        self.info: m.Ready | None = None
        self.used: list[str] = []
        self.next_id: Callable[[], int] = count(1).__next__

    def send(self, message: m.Message) -> bool:
        if self.state is not EngineState.READY:
            return False
        self.sent.append(message)
        return True

    def start(self) -> None:
        self.starts += 1
        self.state = EngineState.STARTING

    @property
    def is_remote(self) -> bool:
        return bool(self.words)

    def restart(self) -> None:
        self.start()

    def use(self, words: str, patience_ms: int = 0) -> None:
        self.used.append(words)
        self.words = words

    def stop(self, patience_ms: int = 0) -> None:
        self.die(ProcessOutcome(crashed=False, code=0, expected=True))

    def get_ready(self) -> None:
        self.state = EngineState.READY
        cpu = m.DeviceInfo("cpu", "CPU, 2 cores")
        self.info = m.Ready(m.PROTOCOL, "0", "0", self.pid, [cpu], self.host, "/runs")
        self.ready.emit(self.info)

    def die(self, outcome: ProcessOutcome) -> None:
        self.state = EngineState.ENDED
        self.ended.emit(outcome)

    def take(self, kind: type[m.Message]) -> list[m.Message]:
        """What was sent of a kind since the last such question."""
        taken = [message for message in self.sent if isinstance(message, kind)]
        self.sent = [message for message in self.sent if not isinstance(message, kind)]
        return taken

    def answer(self, probe: m.Probe, step: int | None = None) -> m.Look:
        """Answer a probe with numbers that tell ids, segments and positions apart."""
        look = look_for(probe, step)
        self.received.emit(look)
        return look


def look_for(probe: m.Probe, step: int | None = None) -> m.Look:
    """A look in which token rows are ids/1000, segment rows segments, position rows i/100."""
    length = len(probe.ids)

    def rows(values: list[float]) -> np.ndarray:
        return np.repeat(np.array(values, np.float32)[:, None], WIDTH, axis=1)

    token = rows([i / 1000 for i in probe.ids])
    segment = rows([float(s) for s in probe.segments])
    position = rows([i / 100 for i in range(length)])
    total = token + segment + position
    losses = {p: 1.0 + p for p in probe.labels}
    wants = probe.wants
    hidden = np.stack([total + layer for layer in range(LAYERS + 1)])
    return m.Look(
        id=probe.id,
        view=probe.view,
        model=probe.model,
        step=step,
        layers=LAYERS,
        token_rows=m.Array.of(token),
        segment_rows=m.Array.of(segment),
        position_rows=m.Array.of(position),
        sum=m.Array.of(total),
        normalized=m.Array.of(total),
        predictions=[
            m.Prediction(
                p,
                list(range(10, 10 + wants.top_k)),
                [0.5 / 2**n for n in range(wants.top_k)],
                probe.labels.get(p, probe.ids[p]),
                0.001,
                77,
                losses.get(p, 2.0),
                p in losses,
            )
            for p in sorted({*probe.labels, *wants.positions})
        ],
        c=m.Array.of(hidden[-1, 0]),
        pooled=m.Array.of(np.tanh(hidden[-1, 0])),
        nsp_logits=m.Array.of(np.log(np.array([0.75, 0.25], np.float32))),
        is_next_probability=0.75,
        mlm_loss=sum(losses.values()) / len(losses) if losses else None,
        nsp_loss=0.25 if probe.nsp_label is not None else None,
        thumbnails=_even((LAYERS, HEADS), min(length, wants.thumbnails)),
        blocks=_blocks(probe) if wants.thumbnails else None,
        heads=_heads(wants, length) if wants.heads else None,
        hidden_states=m.Array.of(hidden) if wants.hidden_states else None,
        neighbours=(
            None
            if wants.neighbours_of is None
            else [m.Neighbour(wants.neighbours_of + n, 1 - n / 10) for n in range(1, 11)]
        ),
        distribution=(
            None
            if wants.distribution_at is None
            else m.Array.of(np.full(VOCABULARY, 1 / VOCABULARY, np.float32))
        ),
    )


def _even(leading: tuple[int, ...], length: int) -> m.Array | None:
    """Attention that is the same everywhere, or none for no length."""
    if not length:
        return None
    return m.Array.of(np.full((*leading, length, length), 1 / length, np.float32))


def _heads(wants: m.Wants, length: int) -> m.Heads:
    numbers = [head for head in wants.heads if head < HEADS] or [0]
    weights = _even((len(numbers),), length)
    assert weights is not None
    ones = m.Array.of(np.ones((len(numbers), length, WIDTH // HEADS), np.float32))
    return m.Heads(min(wants.layer, LAYERS - 1), numbers, weights, ones, ones)


def _blocks(probe: m.Probe) -> m.Array:
    counts = np.bincount(probe.sources, minlength=3) / len(probe.sources)
    shares = np.outer(counts, counts).astype(np.float32)
    return m.Array.of(np.broadcast_to(shares, (LAYERS, HEADS, 3, 3)))


@pytest.fixture(scope="session", autouse=True)
def _patience() -> None:
    """Let the waits of pytest-qt last longer than its 5 s, which a loaded machine may need."""
    for wait in (
        QtBot.waitUntil,
        QtBot.waitSignal,
        QtBot.waitSignals,
        QtBot.waitExposed,
        QtBot.waitActive,
    ):
        wait.__kwdefaults__["timeout"] = PATIENCE_MS


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return make_application()


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load(default_model())


@pytest.fixture
def session(qapp: QApplication, reader: Reader) -> Session:
    return Session(reader)


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    appearance = Appearance(Mode.LIGHT)
    dress(appearance.theme)  # The test before may have left its text size.
    return appearance


@pytest.fixture
def fake(qapp: QApplication) -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def window(qtbot: QtBot, fake: FakeEngine) -> Iterator["MainWindow"]:
    """The main window on an engine that answers as told; its model is open."""
    from bertscope.gui.main_window import MainWindow

    made = MainWindow(fake, Appearance(Mode.LIGHT), Settings())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.curves is not None)
    fake.get_ready()
    (opening,) = fake.take(m.OpenModel)
    fake.received.emit(opened(opening))
    yield made
    made.close()


@pytest.fixture
def real_engine() -> list[str] | None:
    """The command of the real engine; a module of tests may have another than the window's."""
    return None


@pytest.fixture
def real_window(qtbot: QtBot, real_engine: list[str] | None) -> Iterator["MainWindow"]:
    """The main window on a real engine process, its first look taken."""
    from bertscope.gui.main_window import MainWindow

    engine = EngineProcess(real_engine, patience=LONG_SECONDS)
    engine.start()
    made = MainWindow(engine, Appearance(Mode.LIGHT), Settings())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.prober.latest is not None, timeout=60_000)
    qtbot.waitUntil(lambda: made.curves is not None)
    yield made
    made.close()
    qtbot.waitUntil(lambda: engine.state is EngineState.ENDED, timeout=30_000)


CPU = m.DeviceInfo("cpu", "CPU, 2 cores")


@cache
def words(max_length: int = 64) -> m.Words:
    """Those of the model that ships, with so many positions."""
    return m.Words.of(Reader.load(default_model()).tokenizer, max_length)


def opened(request: m.OpenModel, vocabulary: m.Words | None = None) -> m.ModelOpened:
    """The engine has read a model; if nothing else is said, it has the shipped one's words."""
    found = vocabulary or words()
    return m.ModelOpened(request.id, info(request.model, found.max_length), found)


def started(
    train: m.Train, folder: str = "/runs/1", step: int = 0, max_length: int = 32
) -> m.RunStarted:
    """The engine has begun the run that was asked for, or goes on with it."""
    folder = train.folder or folder
    model = info(m.ModelRef(folder), max_length)
    return m.RunStarted(
        train.id, folder, model, CPU, step, train.recipe, words(max_length), random_share=0.5
    )


def metrics(folder: str, *rows: StepRow) -> m.Metrics:
    """Steps of a run."""
    return m.Metrics(folder, m.Array.of(as_table(list(rows))))


def info(ref: m.ModelRef, max_length: int = 64) -> m.ModelInfo:
    name = Path(ref.folder).name
    return m.ModelInfo(ref, name, LAYERS, WIDTH, HEADS, 600_000, VOCABULARY, max_length)
