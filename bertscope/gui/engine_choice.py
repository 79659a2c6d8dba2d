"""Going over to another engine, and what is said of one that keeps silent."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from bertscope.gui.engine_dialog import EngineDialog
from bertscope.gui.engine_process import SAVE_MS, STOP_MS
from bertscope.gui.language import tr
from bertscope.gui.life import RESTART, silence_words
from bertscope.gui.run.training import Phase
from bertscope.places import DEFAULT_MODEL
from bertscope.recipe import BUILT_IN, Recipe

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow


class EngineChoice(QObject):
    """Which engine the window works with."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._silence = ""
        window.engine.silent.connect(self._fell_silent)
        window.engine.spoke.connect(self._spoke)
        window.engine.ended.connect(self._spoke)

    @cached_property
    def dialog(self) -> EngineDialog:
        """Made when it is first opened."""
        made = EngineDialog(self._window.engine, self._window)
        made.wanted.connect(self.use)
        return made

    def open(self) -> None:
        """Show the dialog."""
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def close(self) -> None:
        """End what is being tried; the window goes."""
        if "dialog" in self.__dict__:
            self.dialog.close()

    def use(self, words: str) -> None:
        """Let this engine save and end, and start the one that `words` reach.

        Another machine has other files: the run is let go of, and what is not part of bertscope is
        no longer chosen.
        """
        window, training = self._window, self._window.training
        patience = SAVE_MS if training.is_live else STOP_MS
        window.life.ask()
        if words != window.engine.words:
            if training.phase is not Phase.IDLE:
                training.reset()
            training.set_recipe(at_home_anywhere(training.wanted))
            window.models.move()
            window.settings.engine = words
            window.settings.save()
        window.engine.use(words, patience)

    def start(self) -> None:
        """Start it again, as someone asks."""
        self._window.life.ask()
        self._window.engine.restart()

    def _fell_silent(self, seconds: float) -> None:
        engine = self._window.engine
        self._silence = silence_words(seconds, engine.host if engine.is_remote else "")
        self._window.tell(self._silence, tr(RESTART), self.start)

    def _spoke(self) -> None:
        """It answers, or has ended: that it was silent is no news any more."""
        silence, self._silence = self._silence, ""
        if silence:
            self._window.banner.take_back(silence)


def at_home_anywhere(recipe: Recipe) -> Recipe:
    """The recipe without what lies in files of one machine, and without its devices."""
    plain = Recipe()
    return msgspec.structs.replace(
        recipe,
        corpus=recipe.corpus if recipe.corpus in BUILT_IN else plain.corpus,
        vocabulary=recipe.vocabulary if recipe.vocabulary.startswith("@") else DEFAULT_MODEL,
        start=recipe.start if recipe.start.startswith("@") else "",
        device=plain.device,
    )
