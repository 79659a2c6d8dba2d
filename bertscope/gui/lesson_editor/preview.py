"""How a page of the lesson will be read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from bertscope.gui.controls import label, push_button
from bertscope.gui.language import marked, tr
from bertscope.gui.lesson.checklist import Checklist
from bertscope.gui.lesson.lesson import Page
from bertscope.gui.lesson.narration import Narration
from bertscope.gui.theme import Appearance

LEAST_WIDTH, MARGIN = 280, 14
SHOW_TIP = marked("Set the window as this page does, and read the lesson there from this page on")


class Preview(QFrame):
    """Narration, asks and notes of a page, as the lesson's pane shows them.

    Signals
    -------
    wanted
        The page is to be seen in the window itself.
    """

    wanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setMinimumWidth(LEAST_WIDTH)
        self.heading = label("", "page-title")
        self.heading.setWordWrap(True)
        self.heading.setMinimumWidth(1)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.words = Narration(appearance, tr("Narration"))
        self.asks = Checklist(appearance)
        self.notes_title = label(tr("Notes for whoever presents"))
        self.notes = Narration(appearance, tr("Notes"))
        self.show_it = push_button(tr("Show in the window"), tr(SHOW_TIP))
        self.show_it.setAutoDefault(False)
        self.show_it.clicked.connect(self.wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("sheetPage")
        page = QVBoxLayout(inside)
        page.setContentsMargins(MARGIN, 8, MARGIN, 8)
        for part in (self.heading, self.words, self.asks, self.notes_title, self.notes):
            page.addWidget(part)
        page.addStretch(1)
        area = QScrollArea()
        area.setObjectName("lessonPage")
        area.setAccessibleName(tr("Preview of the page"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, MARGIN)
        column.addWidget(area, 1)
        column.addWidget(self.show_it, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_page(self, page: Page) -> None:
        self.heading.setText(page.title)
        self.words.say(page.words)
        self.words.setVisible(bool(page.words))
        self.asks.show_asks(page.asks, (False,) * len(page.asks))
        self.asks.setVisible(bool(page.asks))
        self.notes.say(page.notes)
        for part in (self.notes_title, self.notes):
            part.setVisible(bool(page.notes))
