"""What a right click on a token offers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCompleter, QFrame, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from bertscope.gui.figure.cursor import FigureCursor
from bertscope.gui.figure.words import refusal
from bertscope.gui.language import marked, tr
from bertscope.gui.session import Session
from bertscope.text.masking import Action
from bertscope.text.pair import Source

OFFERS: tuple[tuple[str, str, Action | None], ...] = (
    (marked("Mask"), "M", Action.MASK),
    (marked("Random token"), "R", Action.RANDOM),
    (marked("Keep, but guess it"), "K", Action.KEEP),
    (marked("Clear"), marked("Del"), None),
)
CHOICE = marked("Random token of your choice …")
MOST_SHOWN = 8


def token_menu(parent: QWidget, session: Session, cursor: FigureCursor, position: int) -> QMenu:
    """A menu on one token, with the actions of its view at the end.

    Parameters
    ----------
    parent
        The view; its own actions come last.
    session, cursor, position
        The token, and what does to it what its key would.
    """
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    token = session.pair.tokens[position]
    special = session.pair.sources[position] is Source.SPECIAL

    def offer(words: str, act: Callable[[], None]) -> QAction:
        def act_here() -> None:
            # While the menu was open the mouse may have lit another token.
            session.set_focus(position)
            act()

        action = menu.addAction(words)
        action.triggered.connect(act_here)
        return action

    for words, key, action in OFFERS:
        _allow(offer(f"{tr(words)}\t{tr(key)}", partial(cursor.act, action)), special, token)
        if action is Action.RANDOM:
            pick = offer(tr(CHOICE), lambda: TokenPicker(parent, session, position).open_at(menu))
            _allow(pick, special, token)
    menu.addSeparator()
    ask = offer(f"{tr('What does the model say here')}\tT", cursor.ask)
    ask.setCheckable(True)
    ask.setChecked(position in session.view.asked)
    offer(f"{tr('Look at its vector')}\tV", cursor.look)
    if parent.actions():
        menu.addSeparator()
        menu.addActions(parent.actions())
    return menu


def _allow(action: QAction, special: bool, token: str) -> None:
    action.setEnabled(not special)
    action.setToolTip(refusal(token) if special else "")


class TokenPicker(QFrame):
    """A line on which a token of the vocabulary is typed, to be put in place of another.

    Parameters
    ----------
    parent
        The view it belongs to.
    session, position
        The token that is replaced.
    """

    def __init__(self, parent: QWidget, session: Session, position: int) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._position, self._pair = session, position, session.pair
        self._vocabulary = session.reader.tokenizer.vocabulary
        self.note = QLabel(
            tr("Instead of “{token}” the model reads:", token=session.pair.tokens[position])
        )
        self.note.setProperty("role", "muted")
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("Token to put there"))
        self.line.setPlaceholderText(tr("a token, such as blue or ##ing"))
        self.line.setCompleter(self._completer())
        self.line.returnPressed.connect(self._take)
        self.line.textEdited.connect(lambda: self.note.clear())
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.note)
        column.addWidget(self.line)

    def open_at(self, menu: QWidget) -> None:
        """Show it where the menu was that offered it."""
        self.adjustSize()
        self.move(menu.mapToGlobal(QPoint(0, 0)))
        self.show()
        self.line.setFocus()

    def _completer(self) -> QCompleter:
        completer = QCompleter(list(self._vocabulary), self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(MOST_SHOWN)
        return completer

    def _take(self) -> None:
        """Put the token there, if there is such a one and the pair is still the same."""
        token = self.line.text().strip()
        token_id = self._session.reader.tokenizer.ids.get(token)
        if token_id is None:
            self.note.setText(
                tr("“{token}” is not in the vocabulary: choose one of the list.", token=token)
            )
            return
        if self._session.pair == self._pair:
            self._session.set_random(self._position, token_id)
        self.close()
