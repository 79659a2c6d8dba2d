"""What the window does with the runs of the list."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from bertscope.gui.language import marked, tr
from bertscope.gui.runs.run_list import RunList
from bertscope.gui.session import Session
from bertscope.recipe import Recipe
from bertscope.wire import messages as m

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow
    from bertscope.gui.runs.dialog import RunsDialog

FAR_AWAY = marked("That folder is on {host}, where this window can't open it: {folder}")


class RunsDesk:
    """Shows the list, and does with a run what is asked there."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._list = RunList(window.engine)

    @cached_property
    def dialog(self) -> RunsDialog:
        """Made when it is first wanted: tables take Qt a while to load."""
        from bertscope.gui.runs.dialog import RunsDialog

        window = self._window
        dialog = RunsDialog(self._list, window.appearance, window)
        dialog.opened.connect(window.files.open_run)
        dialog.continued.connect(self.go_on_with)
        dialog.laid_over.connect(self.lay_over)
        dialog.compared.connect(lambda folder: window.comparison.pin(m.ModelRef(folder)))
        dialog.shown.connect(self.show_folder)
        dialog.settings_wanted.connect(self.take_settings)
        return dialog

    def show(self) -> None:
        """Bring the list forward."""
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def go_on_with(self, folder: str) -> None:
        """Show a run, and train it further."""
        if self._window.training.folder == folder:
            self._window.training.play()
        else:
            self._window.files.open_run(folder, play=True)

    def lay_over(self, folder: str) -> None:
        """Draw a run over the curves, or no longer."""
        toggle_beside(self._window.session, folder)

    def take_settings(self, recipe: Recipe) -> None:
        """Let the next run have the settings of another."""
        self._window.training.set_recipe(recipe)

    def show_folder(self, folder: str) -> None:
        """Open a run's folder in the file manager, where it is on this machine."""
        window = self._window
        if window.engine.is_remote:
            window.tell(tr(FAR_AWAY, host=window.engine.host, folder=folder))
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


def toggle_beside(session: Session, folder: str) -> None:
    """Lay a run over the curves, or take it away again."""
    beside = session.view.beside
    if folder in beside:
        session.set_view(
            marked("Take a run off the curves"), beside=tuple(f for f in beside if f != folder)
        )
    else:
        session.set_view(marked("Lay a run over the curves"), beside=(*beside, folder))
