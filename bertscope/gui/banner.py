"""A sentence that can't be missed, with a way on; it stays until it is dismissed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from bertscope.gui.language import tr
from bertscope.gui.language.said import said


class Banner(QFrame):
    """Shows one sentence at a time and at most one button that helps."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.way_on = QPushButton()
        self.way_on.setAccessibleName(tr("The way on"))
        self.dismiss = QPushButton(tr("Dismiss"))
        self.way_on.clicked.connect(self._go_on)
        self.dismiss.clicked.connect(self.hide)
        self._told = ""
        self._action: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self.way_on)
        row.addWidget(self.dismiss)
        self.hide()

    def tell(
        self,
        sentence: str,
        label: str = "",
        action: Callable[[], object] | None = None,
        *,
        calm: bool = False,
        refusal: str = "",
    ) -> None:
        """Show a sentence in the language in use, and a button where there is something to press.

        `calm` is for what is no trouble; `refusal` is what the other button says for Dismiss.
        """
        self.setProperty("calm", calm)
        self.style().unpolish(self)
        self.style().polish(self)
        self._told = sentence
        self.words.setText(said(sentence))
        self.setAccessibleName(said(sentence))
        self._action = action
        self.way_on.setText(label)
        self.way_on.setVisible(action is not None)
        self.dismiss.setText(refusal or tr("Dismiss"))
        self.show()

    def take_back(self, sentence: str) -> None:
        """A sentence is true no longer; another one stays."""
        if self._told == sentence:
            self.hide()

    def _go_on(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()
