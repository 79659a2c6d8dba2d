"""What the window has of films: the buttons, and what saving one asks."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QImage

from bertscope.gui.commands.registry import Commands
from bertscope.gui.export import View, picture_of, picture_of_window
from bertscope.gui.film.film import Film
from bertscope.gui.film.film_export import FilmExport, Order, Picture
from bertscope.gui.film.travel import Travel
from bertscope.gui.film.travel_bar import EXPORT_TIP, KEYS, TIPS, Subject, TravelBar
from bertscope.gui.film.visit import Visit
from bertscope.gui.language import marked, tr
from bertscope.gui.symbols import Symbol

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

KINDS = marked("Animated PNG (*.png);;GIF (*.gif);;Folder of PNG pictures (*)")
OFFERS = {
    Subject.WINDOW: marked("Film of the whole window …"),
    Subject.VIEW: marked("Film of the view that has the focus …"),
    Subject.CURVES: marked("Film of the curves …"),
}
"""What each subject is called in a menu."""


class Films:
    """Travelling, the film and its file, on behalf of the window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        session, prober, showing = window.session, window.prober, window.showing
        self.travel = Travel(session, window.training)
        self.film = Film(self.travel, Visit(session, self.travel, prober, showing))
        self.export = FilmExport(
            self.travel, Visit(session, self.travel, prober, showing), window.busy
        )
        self.bar = TravelBar(self.travel, self.film, window.appearance)
        self.bar.export_wanted.connect(self.save)
        self.export.done.connect(
            lambda path: window.note(tr("The film is in {name}.", name=path.name))
        )
        self.export.failed.connect(window.tell)
        window.closed.connect(self.export.cancel)
        self._actions: dict[Symbol, QAction] = {}
        self.bar.shown.connect(self._enable)

    def fill(self, commands: Commands, menu: str) -> None:
        """Put all that can be done into a menu, with its keys."""
        for symbol, act in self.bar.acts.items():
            name, teaches = TIPS[symbol]
            keys = KEYS[symbol]
            action = commands.add(menu, tr(name), act, keys, tr(teaches))
            self._actions[symbol] = action
        for subject in Subject:
            save = partial(self.save, subject)
            commands.add(menu, tr(OFFERS[subject]), save, teaches=tr(EXPORT_TIP))
        self._enable()

    def _enable(self) -> None:
        for symbol, action in self._actions.items():
            action.setEnabled(self.bar.can[symbol])

    def save(self, subject: Subject) -> None:
        """Ask where to, and make the film of all kept steps."""
        if not self.travel.kept:
            self._window.note(tr("No step is kept yet: train, and steps are kept on the way."))
            return
        title, picture = self._subject(subject)
        path = self._ask(title)
        if path is not None:
            self.film.stop()
            self.export.begin(Order(path, picture, self.travel.kept, self.film.speed))

    def _subject(self, subject: Subject) -> tuple[str, Picture]:
        """What a dialog is called that saves it, and what paints it."""
        window = self._window
        if subject is Subject.WINDOW:
            return tr("Save a film of the window"), self._paint_window
        if subject is Subject.CURVES and window.curves is not None:
            return tr("Save a film of the curves"), partial(self._paint_view, window.curves)
        exits = window.focused_exits
        title = tr("Save a film of {view}", view=tr(exits.title))
        return title, partial(self._paint_view, exits.view)

    def _paint_view(self, view: View) -> QImage:
        return picture_of(view, self._window.settings.picture_zoom)

    def _paint_window(self) -> QImage:
        """The line that tells how far the film is is no part of it."""
        window = self._window
        is_shown = window.busy.isVisible()
        window.busy.hide()
        image = picture_of_window(window, window.appearance.theme, window.settings.picture_zoom)
        window.busy.setVisible(is_shown)
        return image

    def _ask(self, title: str) -> Path | None:
        window = self._window
        name = window.asking.dialogs.save_file(title, window.settings.folder, tr(KINDS))
        if not name:
            return None
        path = Path(name)
        window.settings.folder = str(path.parent)
        return path
