"""Where the pair is typed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from bertscope.gui.controls import push_button
from bertscope.gui.language import marked, tr
from bertscope.gui.session import LONGEST_TEXT, Session
from bertscope.text.pair import Source

READABLE = 16
"""Letters of a sentence that can be seen at the least; where it would be fewer, B goes below A."""
SPACES = dict.fromkeys([*range(0x20), 0x7F, 0x85, 0x2028, 0x2029], " ")
"""Line breaks, tabs and the like, which one line can't show."""
COMES_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Why a field loses the keys for a moment, so that its cursor stays where it is."""
SWAP_TIP = marked("Swap A and B: is the order of the sentences what C goes by?")
RANDOM_TIP = marked(
    "Puts a random sentence of the corpus in B's place, labelled “B doesn't follow A”, as half of "
    "the pairs are in training: the verdict at C should change."
)


class SentenceBar(QWidget):
    """Sentence A and sentence B, a button that swaps them and one for a random B.

    Signals
    -------
    random_b_wanted
        A sentence of the corpus is wanted in B's place.
    noted(str)
        Something about the text that was typed or pasted.
    """

    random_b_wanted = Signal()
    noted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.a = _edit("a", tr("Sentence A"), tr("Type the first sentence"))
        hint = tr("Type the second sentence, or leave it empty")
        self.b = _edit("b", tr("Sentence B"), hint)
        self.swap = push_button(tr("⇄ Swap"), tr(SWAP_TIP))
        self.random_b = push_button(tr("Random B"), tr(RANDOM_TIP))
        self.swap.clicked.connect(session.swap)
        self.random_b.clicked.connect(self.random_b_wanted)
        for source, edit in ((Source.A, self.a), (Source.B, self.b)):
            edit.textEdited.connect(lambda text, s=source, e=edit: self._typed(s, e, text))
            edit.inputRejected.connect(lambda s=source: self._say_cut(s))
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(8)
        self._halves.addLayout(_half(self.a, self.swap), 1)
        self._halves.addLayout(_half(self.b, self.random_b), 1)
        # Room that is left over is the figure's.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        session.changed.connect(self._show)
        self._show()

    def _typed(self, source: Source, edit: QLineEdit, text: str) -> None:
        plain = text.translate(SPACES)
        if plain != text:
            cursor = edit.cursorPosition()
            edit.setText(plain)
            edit.setCursorPosition(cursor)
        self._session.set_sentence(source, plain)

    def _say_cut(self, source: Source) -> None:
        self.noted.emit(
            tr(
                "Sentence {name} ends after {longest:,} characters: what is beyond was left out.",
                name=source.name,
                longest=LONGEST_TEXT,
            )
        )

    def _show(self) -> None:
        state = self._session.state
        for edit, words in ((self.a, state.a), (self.b, state.b)):
            if edit.text() != words:
                edit.setText(words)
                if not edit.hasFocus():
                    edit.home(False)  # A passage is read from its beginning.

    def show_random_b(self, why_not: str) -> None:
        """Whether a random B makes sense for the model that is looked at; empty where it does."""
        self.random_b.setEnabled(not why_not)
        self.random_b.setToolTip(why_not or tr(RANDOM_TIP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """B stands beside A, or below it where both would be too narrow to be read."""
        buttons = (self.swap, self.random_b)
        widths = [button.sizeHint().width() for button in buttons]
        for_edits = event.size().width() - sum(widths) - 3 * self._halves.spacing()
        beside = for_edits >= 2 * READABLE * self.a.fontMetrics().averageCharWidth()
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        for button in buttons:
            button.setMinimumWidth(0 if beside else max(widths))


class _SentenceEdit(QLineEdit):
    """Leaves undo and redo to the session, which knows of the masks too.

    While nobody types in it a sentence that is too long for it shows its beginning.
    """

    def __init__(self) -> None:
        super().__init__()
        self._left_at: int | None = None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in COMES_BACK:
            self._left_at = self.cursorPosition()
            self.home(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._left_at is not None and event.reason() is Qt.FocusReason.OtherFocusReason:
            self.setCursorPosition(self._left_at)

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


def _half(edit: QLineEdit, button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(edit, 1)
    row.addWidget(button)
    return row
