"""What is said of the run where it can't be missed, and when that is no news any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bertscope.gui.language import marked, plural, tr
from bertscope.gui.language.said import said
from bertscope.gui.run.record import RunRecord
from bertscope.gui.run.training import Phase

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

NEW_RUN, GO_ON = marked("Begin a new run"), marked("Go on training")


class RunNews(QObject):
    """Tells what holds a run up, with the way on; takes it back once the run goes on or is left."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._training = window, window.training
        self._trouble = ""
        training = window.training
        training.started.connect(self._started)
        training.failed.connect(self._failed)
        training.changed.connect(self._look_whether_mended)
        training.cleared.connect(self._take_back)
        window.records.gone.connect(self._gone)
        window.followed.failed.connect(window.tell)

    def _started(self) -> None:
        """Note what is to be known of it; after a crash say how it went on."""
        window, training = self._window, self._training
        window.note(" ".join(said(note) for note in training.notes))
        if window.life.has_crashed:
            self._trouble = sentence = window.life.take_sentence(training.step)
            if training.step < training.recipe.steps:
                window.tell(sentence, tr(GO_ON), training.play)
            else:
                window.tell(sentence)

    def _failed(self, sentence: str) -> None:
        """Say what went wrong; a run that holds until it is mended goes on from there."""
        window, training = self._window, self._training
        transport = window.views.transport
        is_held_up = training.phase not in (Phase.PREPARING, Phase.RUNNING)
        self._trouble = sentence if is_held_up else ""
        if sentence == training.trouble:
            window.tell(sentence, tr(GO_ON), transport.play.click)
        elif smaller := training.smaller:
            words = plural(
                "Go on with 1 pair a micro-batch",
                "Go on with {count:,} pairs a micro-batch",
                smaller,
            )
            window.tell(sentence, words, self._go_on_smaller)
        elif training.is_refused:
            window.tell(sentence, tr(NEW_RUN), transport.reset.click)
        else:
            window.tell(sentence)

    def _go_on_smaller(self) -> None:
        self._training.go_on_smaller(self._window.views.transport.goal.goal)

    def _gone(self, record: RunRecord, sentence: str) -> None:
        """A run that isn't trained here can't be followed any more."""
        window, training = self._window, self._training
        if record is training.record and not training.is_live:
            self._trouble = f"{said(sentence)} {tr('What is on the screen is kept.')}"
            window.tell(self._trouble, tr(NEW_RUN), window.views.transport.reset.click)
        else:
            words = tr("{run} is followed no more.", run=record.name)
            window.tell(f"{words} {said(sentence)}")

    def _look_whether_mended(self) -> None:
        if self._training.phase in (Phase.PREPARING, Phase.RUNNING):
            self._take_back()

    def _take_back(self) -> None:
        """What had held the run up does so no more, or the run is let go of."""
        trouble, self._trouble = self._trouble, ""
        if trouble:
            self._window.banner.take_back(trouble)
