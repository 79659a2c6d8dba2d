"""A small dialog that loads a BERT from the Hub by its name."""

import time
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from bertscope import hub
from bertscope.gui.controls import quiet_bar, word_frame
from bertscope.gui.hub import HubFetch, has_package
from bertscope.gui.language import marked, tr
from bertscope.gui.language.said import said
from bertscope.gui.wording import duration

ROOM_FOR_A_NAME = 1.15
"""Times the width of the examples."""
STEPS = 1000
"""Of the progress bar, whose numbers may not be as large as files are."""
LONG_SECONDS = 3.0
"""Time left is told when it is longer."""
SETTLED_SECONDS = 1.0
"""The pace of the first moments says nothing of the rest."""
HINT = marked(
    "The network is asked nothing until you press Look up. Models are kept in the Hub's own cache, "
    "and need not be loaded twice."
)


class Stage(Enum):
    """What the dialog is at."""

    ASKING = auto()
    LOOKING = auto()
    SIZED = auto()
    LOADING = auto()


class HubDialog(QDialog):
    """Asks for a name, shows the size, then loads; not modal, and one serves for good.

    Parameters
    ----------
    fetch
        What looks up and loads.
    refuse
        Why nothing can be loaded now, in a sentence; empty where it can.

    Signals
    -------
    fetched(Path)
        A model is there, in this folder.
    """

    fetched = Signal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        fetch: HubFetch | None = None,
        refuse: Callable[[], str] = str,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Load a model from the Hub"))
        self.setModal(False)
        self._refuse = refuse
        self._fetch = fetch or HubFetch(parent=self)
        self._fetch.sized.connect(self._sized)
        self._fetch.progressed.connect(self._progressed)
        self._fetch.finished.connect(self._finished)
        self._fetch.failed.connect(self._failed)
        self._pace = Pace()
        self._build()
        self._enter(Stage.ASKING)

    def _build(self) -> None:
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the model on the Hub"))
        one, other = hub.EXAMPLES
        self.name.setPlaceholderText(tr("{one} or {other}", one=one, other=other))
        self.name.setToolTip(tr("owner/name, owner/name@revision, or the address of its page"))
        self.name.textChanged.connect(self._named)
        self.look_up = QPushButton(tr("Look up"))
        self.look_up.setToolTip(tr("Ask the Hub what there is to load"))
        self.look_up.clicked.connect(self._look_up)
        self.words = QLabel()
        self.frame = word_frame(self.words)
        self.bar = quiet_bar(tr("Progress of the loading"))
        self.load = QPushButton(tr("Load"))
        self.load.clicked.connect(self._load)
        self.leave = QPushButton(tr("Close"))
        self.leave.clicked.connect(self._leave)
        self._lay_out()

    def _lay_out(self) -> None:
        asked, buttons = QHBoxLayout(), QHBoxLayout()
        asked.addWidget(self.name, 1)
        asked.addWidget(self.look_up)
        buttons.addStretch(1)
        buttons.addWidget(self.load)
        buttons.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addLayout(asked)
        column.addWidget(self.frame, 1)
        column.addWidget(self.bar)
        column.addLayout(buttons)
        self.frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self._tell(tr(HINT))

    def showEvent(self, event: QShowEvent) -> None:
        """Say at once where the package is missing; be as wide as the text size asks for."""
        super().showEvent(event)
        words = self.name.fontMetrics().horizontalAdvance(self.name.placeholderText())
        self.name.setMinimumWidth(round(words * ROOM_FOR_A_NAME))
        refusal = "" if self._can_load else self._refuse() or said(hub.NEEDS_EXTRA)
        self.name.setEnabled(not refusal)
        self._tell(refusal or tr(HINT), trouble=bool(refusal))
        self._enter(Stage.ASKING)
        self.name.setFocus()

    def done(self, result: int) -> None:
        """However it is closed, what is under way ends with it."""
        self._stop()
        super().done(result)

    # --- What the buttons do --------------------------------------------------------------------

    def _named(self) -> None:
        """Another name: what was found of the one before no longer counts."""
        self._stop()

    def _look_up(self) -> None:
        self._enter(Stage.LOOKING)
        self._tell(tr("Looking up {name} …", name=self._wanted))
        self._fetch.look_up(self._wanted)

    def _load(self) -> None:
        self._enter(Stage.LOADING)
        self._pace = Pace()
        self._tell(tr("Loading {name} …", name=self._wanted))
        self._fetch.start(self._wanted)

    def _leave(self) -> None:
        if self._stage in (Stage.LOOKING, Stage.LOADING):
            was_loading = self._stage is Stage.LOADING
            self._stop()
            if was_loading:
                self._tell(tr("Cancelled. Files that came whole are kept in the Hub's cache."))
        else:
            self.reject()

    def _stop(self) -> None:
        self._fetch.cancel()
        self._enter(Stage.ASKING)
        if self._can_load:
            self._tell(tr(HINT))

    # --- What is heard --------------------------------------------------------------------------

    def _sized(self, total: int, cached: int, files: int) -> None:
        if self._stage is not Stage.LOOKING:
            return
        self._enter(Stage.SIZED)
        rest, here = total - cached, hub.size(cached)
        if rest:
            self._tell(
                tr(
                    "{rest} to load, in {files} files; {here} are here already.",
                    rest=hub.size(rest),
                    files=files,
                    here=here,
                )
            )
        else:
            self._tell(tr("All of it ({size}) is here already.", size=hub.size(total)))
        self.load.setText(tr("Load" if rest else "Open"))

    def _progressed(self, done: int, total: int) -> None:
        if self._stage is not Stage.LOADING:
            return
        self.bar.setRange(0, STEPS)
        self.bar.setValue(round(STEPS * done / max(total, 1)))
        left = self._pace.seconds_left(done, total, time.monotonic())
        told = tr(
            "Loading {name}: {done} of {total}",
            name=self._wanted,
            done=hub.size(done),
            total=hub.size(total),
        )
        if left is not None and left > LONG_SECONDS:
            told = f"{told} · {tr('{time} left', time=duration(left))}"
        self._tell(told)

    def _finished(self, folder: Path) -> None:
        self._enter(Stage.ASKING)
        self._tell(tr("{name} is there.", name=self._wanted))
        self.fetched.emit(folder)
        self.accept()

    def _failed(self, sentence: str) -> None:
        self._enter(Stage.ASKING)
        self._tell(said(sentence), trouble=True)

    # --- Showing --------------------------------------------------------------------------------

    @property
    def _can_load(self) -> bool:
        return has_package() and not self._refuse()

    @property
    def _wanted(self) -> str:
        return self.name.text().strip()

    def _enter(self, stage: Stage) -> None:
        self._stage = stage
        busy = stage in (Stage.LOOKING, Stage.LOADING)
        self.bar.setRange(0, 0 if busy else STEPS)
        self.bar.setVisible(busy)
        self.name.setReadOnly(busy)
        self.look_up.setEnabled(not busy and bool(self._wanted) and self._can_load)
        self.load.setEnabled(stage is Stage.SIZED)
        self.load.setText(tr("Load"))
        self.leave.setText(tr("Cancel" if busy else "Close"))
        (self.load if stage is Stage.SIZED else self.look_up).setDefault(True)

    def _tell(self, sentence: str, *, trouble: bool = False) -> None:
        self.words.setText(sentence)
        self.frame.setProperty("calm", not trouble)
        self.frame.style().unpolish(self.frame)
        self.frame.style().polish(self.frame)
        self.frame.setAccessibleName(sentence)


class Pace:
    """How fast bytes come in, from the first that were told on."""

    def __init__(self) -> None:
        self._first: tuple[float, int] | None = None

    def seconds_left(self, done: int, total: int, now: float) -> float | None:
        """Seconds to the end at the pace so far; None while there is none to speak of."""
        if self._first is None:
            self._first = now, done
        since, before = self._first
        if done <= before or now - since < SETTLED_SECONDS:
            return None
        return (total - done) * (now - since) / (done - before)
