"""All that can be done, said once: for the menus, the command palette and the overview of keys."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from bertscope.gui.language import tr

ELLIPSIS = "…"
AFTER_WORDS = re.compile(r"\(&\w\)")
"""A key where the letters of a language are none, as Chinese menus have it."""


@dataclass(frozen=True)
class Command:
    """One thing that can be done, and the menu it stands in (``View`` or ``View/Panels``)."""

    menu: str
    action: QAction

    @property
    def words(self) -> str:
        """What it is called, without marks for the keyboard and dots."""
        return plain(self.action.text())

    @property
    def keys(self) -> list[str]:
        """Its shortcuts as the system writes them."""
        style = QKeySequence.SequenceFormat.NativeText
        return [keys.toString(style) for keys in self.action.shortcuts()]

    @property
    def teaches(self) -> str:
        """What it does, in a sentence; nothing where its words say it all."""
        return self.action.statusTip()

    @property
    def can_be_done(self) -> bool:
        return self.action.isEnabled() and self.action.isVisible()


class Commands(QObject):
    """The registry of commands, in the order in which they were added.

    Parameters
    ----------
    window
        Where their keys work, whether a menu bar is seen or not.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._entries: list[tuple[str, QAction | None]] = []

    def add(
        self,
        menu: str,
        words: str,
        action: Callable[[], object],
        keys: str | Sequence[str] = (),
        teaches: str = "",
        *,
        checked: bool | None = None,
    ) -> QAction:
        """Make a command at the end of a menu.

        Parameters
        ----------
        menu
            Title as a menu bar shows it, in English: ``&View``; with a slash a menu in it,
            ``&View/&Panels``.
        words
            What it is called: ``&Open session …``.
        action
            What it does.
        keys
            Its shortcut, or several: ``"Ctrl+O"``, ``("Ctrl++", "Ctrl+=")``.
        teaches
            A sentence for the status bar and for tooltips.
        checked
            Whether it is on; None for what can't be on or off.
        """
        entry = QAction(words, self)
        wanted = [keys] if isinstance(keys, str) else keys
        entry.setShortcuts([QKeySequence(key) for key in wanted if key])
        entry.setCheckable(checked is not None)
        entry.setChecked(bool(checked))
        if teaches:
            entry.setStatusTip(teaches)
            entry.setToolTip(teaches)
        entry.triggered.connect(lambda *_: action())
        return self.add_action(menu, entry)

    def add_action(self, menu: str, action: QAction) -> QAction:
        """Take an action that was made elsewhere, such as undo or the switch of a panel."""
        self._entries.append((menu, action))
        self._window.addAction(action)
        return action

    def remove(self, action: QAction) -> None:
        """Take a command away that can't be done any more; a line of a menu may be given too."""
        self._entries = [entry for entry in self._entries if entry[1] is not action]
        self._window.removeAction(action)
        action.deleteLater()

    def separate(self, menu: str) -> None:
        """A line in a menu, before what is added next."""
        self._entries.append((menu, None))

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Build the menus; gives each by its title."""
        menus: dict[str, QMenu] = {}
        for title, action in self._entries:
            menu = _menu(bar, menus, title)
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        return menus

    def __iter__(self) -> Iterator[Command]:
        for title, action in self._entries:
            if action is not None:
                yield Command(plain("/".join(map(tr, title.split("/")))), action)

    def by_menu(self) -> dict[str, list[Command]]:
        """The commands of each menu, those of a menu in a menu under the outer one."""
        groups: dict[str, list[Command]] = {}
        for command in self:
            groups.setdefault(command.menu.split("/")[0], []).append(command)
        return groups


def plain(words: str) -> str:
    """Words of a menu as read: ``&Save …`` is Save, ``保存(&S) …`` 保存, ``Q && A`` Q & A."""
    words = AFTER_WORDS.sub("", words)
    return (
        "&".join(part.replace("&", "") for part in words.split("&&")).removesuffix(ELLIPSIS).strip()
    )


def _menu(bar: QMenuBar, menus: dict[str, QMenu], title: str) -> QMenu:
    if title not in menus:
        outer, _, inner = title.rpartition("/")
        menus[title] = (_menu(bar, menus, outer) if outer else bar).addMenu(tr(inner))
    return menus[title]
