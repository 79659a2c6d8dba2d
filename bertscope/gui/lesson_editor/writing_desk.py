"""The window of the editor: pages at the left, the text, and a page as it will be read."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from bertscope.gui.controls import mark, push_button, word_frame
from bertscope.gui.language import marked, tr
from bertscope.gui.lesson.lesson import Lesson, Page
from bertscope.gui.lesson.reading import FENCE, LessonError, read_lesson
from bertscope.gui.lesson_editor import pages
from bertscope.gui.lesson_editor.contents import Contents
from bertscope.gui.lesson_editor.preview import Preview
from bertscope.gui.lesson_editor.source import Source
from bertscope.gui.theme import Appearance

SETTLE_MS = 150
"""The text is read when nothing has been typed for so long."""
WIDTH, HEIGHT = 1180, 720
SHARES = (190, 600, 380)
"""Of the width: pages, text, and preview."""
ANY_HEAD = f'{FENCE}\ntitle = "-"\n{FENCE}\n'
SAVE_TIP = marked("Keep the lesson among your own, in the menu Lessons (Ctrl+S)")
EXPORT_TIP = marked("Write the lesson as one file to hand on")
STATE_TIP = marked(
    "Put what the main window shows now, sentences, masks and view, behind this page"
)
BACK_TIP = marked("Take the text as it was saved last; undo brings the draft back")


class WritingDesk(QDialog):
    """Shows a lesson's text and reads it while it is typed; what to do with it others decide.

    Signals
    -------
    typed
        The text is another one.
    save_wanted, export_wanted, state_wanted, back_wanted, show_wanted
        As the buttons say.
    closed
        The window was closed.

    Attributes
    ----------
    lesson
        As the text is read; None while it can't be.
    """

    typed, save_wanted, export_wanted, state_wanted = Signal(), Signal(), Signal(), Signal()
    back_wanted, show_wanted, closed = Signal(), Signal(), Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.lesson: Lesson | None = None
        self.contents, self.source = Contents(), Source(appearance)
        self.preview = Preview(appearance)
        self.words = QLabel()
        self.frame = word_frame(self.words)
        self.to_line = push_button(tr("Go to the line"), tr("Put the cursor where it says"))
        self.state = push_button(tr("Save this state as a page"), tr(STATE_TIP))
        self.back = push_button(tr("Back to what was saved"), tr(BACK_TIP))
        self.export = push_button(tr("Export as one file …"), tr(EXPORT_TIP))
        self.save = push_button(tr("Save"), tr(SAVE_TIP))
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self.read)
        self._lay_out()
        self._connect()
        self.resize(WIDTH, HEIGHT)

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.source, 1)
        said = QHBoxLayout()
        said.addWidget(self.frame, 1)
        said.addWidget(self.to_line)
        column.addLayout(said)
        self.row = QSplitter()
        for part in (self.contents, middle, self.preview):
            self.row.addWidget(part)
        self.row.setChildrenCollapsible(False)
        self.row.setStretchFactor(1, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.state)
        buttons.addStretch(1)
        for button in (self.back, self.export, self.save):
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 12, 12, 12)
        whole.addWidget(self.row, 1)
        whole.addLayout(buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter is for the text.

    def _connect(self) -> None:
        self.source.textChanged.connect(self._soon.start)
        self.source.textChanged.connect(self.typed)
        self.source.cursorPositionChanged.connect(self._soon.start)
        # At once: what is done to a page is done to one that is there.
        self.source.textChanged.connect(self._list_pages)
        self.source.cursorPositionChanged.connect(self._list_pages)
        contents = self.contents
        contents.chosen.connect(self._go_to_page)
        contents.moved.connect(self._move)
        contents.added.connect(lambda row: self.add_page(pages.new_page(), row + 1))
        contents.doubled.connect(
            lambda row: self.add_page(pages.page_text(self.text, row), row + 1)
        )
        contents.removed.connect(self._remove)
        self.preview.wanted.connect(self.show_wanted)
        self.to_line.clicked.connect(self._go_to_wrong)
        for button, wanted in (
            (self.state, self.state_wanted),
            (self.back, self.back_wanted),
            (self.export, self.export_wanted),
            (self.save, self.save_wanted),
        ):
            button.clicked.connect(wanted)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save_wanted.emit)

    # --- The text -------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        return self.source.text

    @property
    def page(self) -> int:
        """The page that the cursor is in, from 0; -1 where there is none."""
        return pages.page_at(self.text, self.source.line)

    def begin(self, text: str) -> None:
        """Begin with a text, of which nothing can be undone."""
        self.source.setPlainText(text)
        self.read()

    def add_page(self, page: str, number: int) -> None:
        """Put a page before page `number`, and go there."""
        self._change(pages.with_page(self.text, page, number), number)

    def _move(self, number: int, to: int) -> None:
        self._change(pages.moved_page(self.text, number, to), to)

    def _remove(self, number: int) -> None:
        self._change(pages.without_page(self.text, number), max(0, number - 1))

    def _change(self, text: str, page: int) -> None:
        self.source.replace(text)
        self._go_to_page(page)
        self._soon.start()

    def _go_to_page(self, number: int) -> None:
        found = pages.passages(self.text)
        if number < len(found):
            self.source.go_to(found[number].begin)

    def _go_to_wrong(self) -> None:
        self.source.go_to(self.source.wrong - 1)
        self.source.setFocus()

    # --- Reading --------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the text, show the page that the cursor is in, and say what is wrong."""
        self._soon.stop()
        text = self.text
        try:
            self.lesson, wrong, words = read_lesson(text), 0, ""
        except LessonError as error:
            self.lesson, wrong, words = None, error.line, str(error)
        self.source.mark_wrong(wrong)
        self.tell(words or tr("The lesson can be read."), calm=not words)
        self.to_line.setVisible(bool(words))
        self._list_pages()
        self.preview.show_it.setEnabled(self.lesson is not None)
        if (page := self._page_shown(text)) is not None:
            self.preview.show_page(page)

    def _list_pages(self) -> None:
        found = pages.passages(self.text)
        page = pages.page_among(found, self.source.line)
        self.contents.show_pages([passage.title for passage in found], page)

    def _page_shown(self, text: str) -> Page | None:
        """The page of the cursor, even where another one can't be read."""
        number = self.page
        if number < 0:
            return None
        try:
            return read_lesson(ANY_HEAD + pages.page_text(text, number)).pages[0]
        except LessonError:
            return None  # What was shown last stays.

    def tell(self, words: str, *, calm: bool) -> None:
        """Say something below the text, until something is typed."""
        self.words.setText(words)
        mark(self.frame, "calm", calm)

    def showEvent(self, event: QShowEvent) -> None:
        """Share the room out: by then it is known how large the letters are."""
        super().showEvent(event)
        self.row.setSizes([round(share * self.width() / sum(SHARES)) for share in SHARES])

    # --- Leaving --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc doesn't close what someone writes in."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
