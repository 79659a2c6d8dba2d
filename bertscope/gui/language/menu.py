"""The languages to choose from; a window speaks the one that it was started in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup

from bertscope.gui.commands.registry import Commands
from bertscope.gui.language import tr
from bertscope.gui.language.chosen import LANGUAGES, system_language

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow


def add_languages(window: MainWindow, commands: Commands, menu: str) -> None:
    """Put each language into a menu by its own name, and that of the system before them."""
    group = QActionGroup(window)
    system = tr("That of the &system: {language}", language=LANGUAGES[system_language()])
    for name, words in (("", system), *LANGUAGES.items()):
        on = name == window.settings.language
        group.addAction(commands.add(menu, words, partial(_choose, window, name), checked=on))


def _choose(window: MainWindow, name: str) -> None:
    """Take a language from the next start on, and offer that start."""
    if name == window.settings.language:
        return
    window.settings.language = name
    window.settings.save()
    language = LANGUAGES[name or system_language()]
    window.banner.tell(
        tr("bertscope speaks {language} from its next start on.", language=language),
        tr("Start again now"),
        window.leaving.start_again,
        calm=True,
    )
