"""A lesson of someone else: what it will open and do is said before anything happens."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bertscope.gui.controls import label, named, push_button
from bertscope.gui.language import marked, plural, tr
from bertscope.gui.lesson.lesson import Lesson

WIDTH = 460
NOTHING_MORE = marked("It sets sentences, masks and views of this window, and opens nothing else.")
SAFE = marked(
    "A lesson runs no program and loads nothing from the network. Nothing of yours is deleted; "
    "when it ends, the window is as it was."
)
KEEP_TIP = marked("Copy the file to your own lessons, where the menu Lessons finds it")


class StrangerDialog(QDialog):
    """Says what a lesson is and will do; accepted, it may begin.

    Attributes
    ----------
    keep
        What says that it is to be copied to the user's own.
    """

    def __init__(self, lesson: Lesson, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Open a lesson"))
        self.setModal(True)
        head, count = lesson.head, len(lesson.pages)
        self.title = _plain(head.title, "heading")
        self.about = _plain(head.about, "large")
        self.about.setVisible(bool(head.about))
        facts = tr(
            "{file} · {pages} · about {minutes} min",
            file=path.name,
            pages=plural("1 page", "{count} pages", count),
            minutes=head.minutes,
        )
        self.facts = _plain(facts, "muted")
        self.does = _plain("\n".join(promises(lesson)), "")
        self.safe = _plain(tr(SAFE), "muted")
        self.keep = named(QCheckBox(tr("Keep it among my lessons")), "", tr(KEEP_TIP))
        self.begin = push_button(
            tr("Begin the lesson"), tr("Set the window as its first page does")
        )
        self.begin.setDefault(True)
        self.leave = push_button(tr("Cancel"), tr("Leave the window as it is"))
        self.begin.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self._lay_out()

    @property
    def keeps(self) -> bool:
        """Whether it is to be copied to the user's own."""
        return self.keep.isChecked()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(10)
        for part in (self.title, self.about, self.facts, self.does, self.safe, self.keep):
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.begin)
        column.addLayout(buttons)
        self.setMinimumWidth(WIDTH)


def promises(lesson: Lesson) -> Iterator[str]:
    """What a lesson will open and do, a line each."""
    needs = lesson.needs
    said = [
        *(tr("Opens the model {name}", name=each) for each in needs.models),
        *(tr("Trains on the text {name}", name=each) for each in needs.corpora),
        *(tr("Reads the labelled data {name}", name=each) for each in needs.data),
    ]
    if needs.trains:
        said.append(tr("Trains models; each run takes time and room on the disk."))
    yield from (f"• {line}" for line in said or [tr(NOTHING_MORE)])


def _plain(words: str, role: str) -> QLabel:
    """Words of a stranger: never as anything but text."""
    said = label(words, role)
    said.setTextFormat(Qt.TextFormat.PlainText)
    said.setWordWrap(True)
    return said
