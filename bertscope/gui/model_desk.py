"""What the window does once a model is open, and what the next run takes from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from bertscope.gui.language import tr
from bertscope.gui.language.said import said
from bertscope.gui.opening import Opening
from bertscope.gui.run.training import Phase
from bertscope.wire import messages as m

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow


class ModelDesk(QObject):
    """Tells how the opening of a model goes, and offers the open one to the next run."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.models.opened.connect(self._opened)
        window.models.failed.connect(self._not_opened)
        window.models.reading.connect(self._show_reading)
        window.training.cleared.connect(self._run_cleared)
        window.views.transport.continue_chosen.connect(self.offer)

    def offer(self, continuing: bool) -> None:
        """Let the next run take its vocabulary, and if `continuing` its weights, from the model."""
        models, training = self._window.models, self._window.training
        wanted = training.wanted
        length = wanted.max_length
        if continuing:
            length = min(length, models.reader.max_length)
        training.set_recipe(
            msgspec.structs.replace(
                wanted,
                vocabulary=models.folder,
                start=models.folder if continuing else "",
                max_length=length,
            )
        )

    def offer_again(self) -> None:
        """Offer the model that is open now, for a run that starts as the present one did."""
        self.offer(bool(self._window.training.recipe.start))

    def _run_cleared(self) -> None:
        """A task begins with the model it was chosen for, such as that of the run just left."""
        if self._window.training.recipe.task is None:
            self.offer_again()

    def _show_reading(self, name: str) -> None:
        self._window.busy.begin(tr("reading {name} …", name=name))

    def _not_opened(self, sentence: str) -> None:
        self._window.busy.end()
        self._window.tell(sentence)

    def _opened(self, opening: Opening) -> None:
        window, training = self._window, self._window.training
        info = window.models.info
        assert info is not None
        window.busy.end()
        if not opening.folder.startswith("@"):
            window.files.remember(opening.folder, is_run=False)
        if opening.file is not None and training.folder not in ("", opening.folder):
            training.reset()  # The file shows this model, and a run would stand before it.
        if training.phase is Phase.IDLE:
            self.offer_again()
        if info.new_heads:
            window.tell(_of_new_heads(info))
        if opening.file is not None:
            window.files.show(opening.file)
        window.show_state()
        window.late_curves.show()


def _of_new_heads(info: m.ModelInfo) -> str:
    heads = tr(" and no ").join(said(head) for head in info.new_heads)
    return tr(
        "{name} has no {heads}: what you see from there comes from random weights until you train.",
        name=info.name,
        heads=heads,
    )
