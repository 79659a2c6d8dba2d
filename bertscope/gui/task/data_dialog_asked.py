"""What the dialog asks of labelled data: where it is, what it is for, which columns count."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from bertscope.gui.controls import combo, label, named, push_button
from bertscope.gui.flow import Flow
from bertscope.gui.language import marked, tr
from bertscope.gui.task.words import KIND_WORDS
from bertscope.task import Columns, Task, TaskFacts

FOUND = marked("found by itself")
PATH_TIP = marked(
    "A .tsv, .csv or .jsonl file, a task of GLUE as it is, SQuAD's .json, or a folder with train, "
    "dev and test files; as the engine's machine spells it"
)
DEV_TIP = marked(
    "Another file to measure on while it trains; without one it is the folder's dev file, or some "
    "of the examples are held out"
)
KIND_TIP = marked(
    "Classification and regression answer from C; question answering marks a span of B. It is "
    "found by what the labels are"
)
COLUMN_TIPS = {
    "a": marked("The column of the first text, or of the question"),
    "b": marked("The column of the second text, or of the passage; without one there is only A"),
    "label": marked("The column of what is to be learned: a class, a number or an answer"),
}
LETTERS = 14
"""That a column's name shows at the least."""


class DataAsked(QWidget):
    """The questions, by rows.

    Signals
    -------
    asked
        The data is to be read.
    retyped
        Another path is being typed: what was told is of the one before.
    file_wanted, folder_wanted
        A path is to be chosen rather than typed.
    """

    asked = Signal()
    retyped = Signal()
    file_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.path = named(QLineEdit(), tr("Labelled data"), tr(PATH_TIP))
        self.path.setPlaceholderText(tr("path of a file or a folder"))
        self.dev = named(QLineEdit(), tr("Data to measure on"), tr(DEV_TIP))
        self.dev.setPlaceholderText(tr("its own, or some is held out"))
        self.file = push_button(tr("File …"), tr("Choose a file"))
        self.folder = push_button(tr("Folder …"), tr("Choose a folder"))
        self.look = push_button(
            tr("Look"), tr("Read it and show what is in it; nothing is trained yet")
        )
        self.kind = combo((), tr("What it is for"), tr(KIND_TIP))
        self.kind.addItem(tr(FOUND), None)
        for kind, words in KIND_WORDS.items():
            self.kind.addItem(tr(words), kind)
        self.columns = {name: _column(name, tip) for name, tip in COLUMN_TIPS.items()}
        self._lay_out()
        self._connect()
        self.show_facts(None)

    def _lay_out(self) -> None:
        places, kinds, columns = QHBoxLayout(), QHBoxLayout(), Flow(gap=10)
        places.addWidget(self.path, 1)
        for button in (self.file, self.folder, self.look):
            places.addWidget(button)
        kinds.addWidget(self.kind)
        kinds.addWidget(label(tr("measure on"), tip=tr(DEV_TIP)))
        kinds.addWidget(self.dev, 1)
        for name, box in self.columns.items():
            words = tr("label") if name == "label" else name.upper()
            columns.add(label(words, tip=box.toolTip()), box)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(label(tr("data"), tip=tr(PATH_TIP)), places)
        form.addRow(label(tr("kind"), tip=tr(KIND_TIP)), kinds)
        form.addRow(label(tr("columns")), columns)

    def _connect(self) -> None:
        for edit in (self.path, self.dev):
            edit.textEdited.connect(self.retyped)
        self.look.clicked.connect(self.asked)
        self.file.clicked.connect(self.file_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        for box in (self.kind, *self.columns.values()):
            box.activated.connect(self.asked)

    @property
    def task(self) -> Task:
        """What is asked for; without a path its data is empty."""
        names = {name: box.currentData() or "" for name, box in self.columns.items()}
        return Task(
            data=self.path.text().strip(),
            dev=self.dev.text().strip(),
            kind=self.kind.currentData(),
            columns=Columns(**names),
        )

    def begin(self, path: str) -> None:
        """Ask of other data: all is to be found anew."""
        self.path.setText(path)
        self.dev.clear()
        self.forget_choices()

    def forget_choices(self) -> None:
        """Kind and columns are those of the data before."""
        self.kind.setCurrentIndex(0)
        self.show_facts(None)

    def show_facts(self, facts: TaskFacts | None) -> None:
        """Offer the columns that there are, and name those that were found."""
        available = facts.available if facts else ()
        for name, box in self.columns.items():
            chosen = box.currentData() or ""
            found = getattr(facts.columns, name) if facts else ""
            box.clear()
            is_found = found and not chosen
            box.addItem(tr("found: {column}", column=found) if is_found else tr(FOUND), "")
            for column in available:
                box.addItem(column, column)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.setEnabled(bool(available))


def _column(name: str, tip: str) -> QComboBox:
    is_label = name == "label"
    words = tr("Column of label") if is_label else tr("Column of text {name}", name=name.upper())
    box = combo((), words, tr(tip))
    box.setMinimumContentsLength(LETTERS)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box
