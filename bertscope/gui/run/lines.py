"""Lines of the transport: words that give way, a bar with its goal, a line that unfolds."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from bertscope.gui.controls import named

MARK = 3
"""Width of the mark at the goal, in pixels."""


class QuietLine(QLabel):
    """Words on one line; where they don't fit they end in dots, and the tooltip has them all."""

    def __init__(self, tip: str = "") -> None:
        super().__init__()
        self._words, self._tip = "", tip
        self.setProperty("role", "muted")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def words(self) -> str:
        """All of them."""
        return self._words

    def say(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setText(shown := elided(self, self._words, self.width()))
        parts = (self._words if shown != self._words else "", self._tip)
        self.setToolTip("\n".join(part for part in parts if part))


class GoalBar(QProgressBar):
    """How far a run is, with a mark at its goal."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._mark: float | None = None
        self._shade = QColor()
        self.setTextVisible(False)
        self.setAccessibleName(name)

    @property
    def mark(self) -> float | None:
        """Where the goal is, 0 to 1; None for none."""
        return self._mark

    def set_mark(self, mark: float | None) -> None:
        self._mark = mark
        self.update()

    def set_shade(self, shade: str) -> None:
        self._shade = QColor(shade)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._mark is not None:
            left = round(self._mark * (self.width() - MARK))
            QPainter(self).fillRect(left, 0, MARK, self.height(), self._shade)


class FoldLine(QPushButton):
    """A line that says in brief what unfolds below it, which is made when that is first wanted."""

    def __init__(self, name: str, tip: str, body: Callable[[], QWidget]) -> None:
        super().__init__()
        self._name, self._brief = name, ""
        named(self, name, tip)
        self.setProperty("role", "link")
        self.setObjectName("fold")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda on: body().setVisible(on))
        self.toggled.connect(self._fit)

    def say(self, brief: str) -> None:
        """What is said while it is folded."""
        self._brief = brief
        self.setAccessibleDescription(brief)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        words = f"▾ {self._name}" if self.isChecked() else f"▸ {self._brief}"
        room = self.width() - self.fontMetrics().horizontalAdvance("m")
        self.setText(elided(self, words, room))


def elided(widget: QWidget, words: str, room: int) -> str:
    """Words that fit into so many pixels."""
    return widget.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
