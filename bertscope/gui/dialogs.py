"""The dialogs that ask for a file or a folder."""

import re

from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QWidget

from bertscope.gui.language import tr


class Dialogs:
    """Asks where to read from and where to write to; an empty answer is none."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def open_file(self, title: str, where: str, kinds: str) -> str:
        """A file that is there; `kinds` are filters as Qt writes them."""
        return QFileDialog.getOpenFileName(self._parent, title, where, kinds)[0]

    def open_folder(self, title: str, where: str) -> str:
        """A folder that is there."""
        return QFileDialog.getExistingDirectory(self._parent, title, where)

    def save_file(self, title: str, where: str, kinds: str) -> str:
        """A file to write; a name without an ending gets that of the kind that is chosen."""
        dialog = QFileDialog(self._parent, title, where, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The dialog adds it before it asks whether a file may be replaced.
        dialog.setDefaultSuffix(_suffix(kinds))
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_suffix(kind)))
        names = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return names[0] if names else ""

    def place(self, title: str, words: str, start: str) -> str:
        """A file or folder of another machine, typed: there is nothing to choose it from."""
        dialog = QInputDialog(self._parent)
        dialog.setWindowTitle(title)
        dialog.setLabelText(words)
        dialog.setTextValue(start)
        line = dialog.findChild(QLineEdit)
        if line is not None:
            line.setAccessibleName(words)
            line.setToolTip(tr("As the engine's machine spells it, from its root"))
            line.setMinimumWidth(42 * line.fontMetrics().averageCharWidth())
        typed = dialog.textValue().strip() if dialog.exec() else ""
        dialog.deleteLater()
        return typed


def _suffix(kinds: str) -> str:
    """The first ending of filters such as ``Pictures (*.png)``."""
    found = re.search(r"\*((?:\.\w+)+)", kinds)
    return found[1] if found else ""
