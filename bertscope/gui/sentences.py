"""Where the pair is typed."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from bertscope.gui.session import LONGEST_TEXT, Session
from bertscope.text.pair import Source


class SentenceBar(QWidget):
    """Sentence A, sentence B, and a button that swaps them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.a = _edit("a", "Sentence A", "Type the first sentence")
        self.b = _edit("b", "Sentence B", "Type the second sentence, or leave it empty")
        self.a.textEdited.connect(lambda text: session.set_sentence(Source.A, text))
        self.b.textEdited.connect(lambda text: session.set_sentence(Source.B, text))
        swap = QPushButton("⇄ Swap")
        swap.setToolTip("Swap A and B: is the order of the sentences what C goes by?")
        swap.clicked.connect(session.swap)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.a, 1)
        row.addWidget(self.b, 1)
        row.addWidget(swap)
        session.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        state = self._session.state
        for edit, words in ((self.a, state.a), (self.b, state.b)):
            if edit.text() != words:
                edit.setText(words)


class _SentenceEdit(QLineEdit):
    """Leaves undo and redo to the session, which knows of the masks too."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in keys):
                event.ignore()
                return True
        return super().event(event)


def _edit(name: str, label: str, hint: str) -> QLineEdit:
    edit = _SentenceEdit()
    edit.setObjectName(name)
    edit.setAccessibleName(label)
    edit.setPlaceholderText(hint)
    edit.setMaxLength(LONGEST_TEXT)
    edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return edit
