"""Widgets in a row that goes on in the next one where it is too narrow."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bertscope.gui.controls import lay_in_row


class Flow(QWidget):
    """Lays its children out as words on a page; the last one stands at the right edge.

    It is as high as its rows are, so whatever layout it stands in, nothing of it is cut off.

    Parameters
    ----------
    gap
        Pixels between children and between rows.
    """

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._gap = gap
        self._parts: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(self, *widgets: QWidget, spacing: int = 4) -> None:
        """Put one more part at the end; widgets that are given together stay together."""
        part = widgets[0] if len(widgets) == 1 else _together(widgets, spacing)
        part.setParent(self)
        self._parts.append(part)

    def sizeHint(self) -> QSize:
        wide = sum(part.sizeHint().width() + self._gap for part in self._parts)
        return QSize(wide, self._height(self.width() if self.isVisible() else wide))

    def minimumSizeHint(self) -> QSize:
        widest = max((part.sizeHint().width() for part in self._parts), default=0)
        return QSize(widest, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._place()
            self.updateGeometry()
        return super().event(event)

    def _place(self) -> None:
        if not self.isVisible():
            return  # Its width is none yet: a height for that would stretch the window.
        self.setFixedHeight(self._height(self.width()))
        for part, spot in zip(self._parts, self._spots(self.width()), strict=True):
            part.setGeometry(spot)

    def _height(self, width: int) -> int:
        return max((spot.bottom() + 1 for spot in self._spots(width)), default=0)

    def _spots(self, width: int) -> list[QRect]:
        """Where each part stands in so much width, each in the middle of its row's height."""
        rows: list[list[QWidget]] = [[]]
        left = 0
        for part in self._parts:
            wide = part.sizeHint().width()
            if rows[-1] and left + wide > width:
                rows.append([])
                left = 0
            rows[-1].append(part)
            left += self._taken(wide)
        spots: list[QRect] = []
        top = 0
        for row in rows:
            high = max((part.sizeHint().height() for part in row), default=0)
            spots += self._row(row, top, high)
            top += high + self._gap
        if spots:
            spots[-1].moveRight(max(spots[-1].right(), width - 1))
        return spots

    def _row(self, row: list[QWidget], top: int, high: int) -> list[QRect]:
        spots, left = [], 0
        for part in row:
            size = part.sizeHint()
            spots.append(
                QRect(left, top + (high - size.height()) // 2, size.width(), size.height())
            )
            left += self._taken(size.width())
        return spots

    def _taken(self, wide: int) -> int:
        """Room of a part with what is between it and the next; one that is hidden takes none."""
        return wide + self._gap if wide else 0


def _together(widgets: tuple[QWidget, ...], spacing: int) -> QWidget:
    part = QWidget()
    lay_in_row(part, widgets, spacing)
    return part
