"""Getting what is seen out of the window: pictures, tables, the clipboard."""

from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QWidget

from bertscope.errors import BertscopeError
from bertscope.gui.canvas import Painting, paint_image, save_painting
from bertscope.gui.language import tr
from bertscope.gui.table import Table
from bertscope.gui.theme import Theme

MARGIN = 12
"""What a picture has around it, as the view has in its panel."""
MOST_COPIED = 100_000
"""Rows: a clipboard is handed around whole, and a larger table would hold everything up."""


class Way(StrEnum):
    """How a view is got out, as a menu names it."""

    SAVE_PICTURE = "Save picture …"
    SAVE_NUMBERS = "Save numbers …"
    COPY_PICTURE = "Copy picture"
    COPY_NUMBERS = "Copy numbers"


class View(Protocol):
    """What can be got out: a picture of any size, and mostly numbers."""

    @property
    def theme(self) -> Theme: ...

    def whole_size(self) -> QSize:
        """The size of the picture with nothing scrolled away."""
        ...

    def paint_whole(self, painter: QPainter, width: float, height: float, /) -> None:
        """Paint all of it into ``(0, 0, width, height)``."""
        ...

    def numbers(self) -> Table | None:
        """What is shown as a table; None while there are no numbers."""
        ...


def save_view(path: Path, view: View, zoom: float) -> None:
    """Write a view as `.png` (`zoom` pixels a point), as `.svg`, or its numbers as `.csv`.

    Raises
    ------
    BertscopeError
        If the ending is another one, there are no numbers, or the file can't be written.
    """
    if path.suffix.lower() == ".csv":
        numbers_of(view).save(path)
    else:
        save_painting(path, picture_size(view), view.theme, _framed(view), zoom)


def save_window(path: Path, window: QWidget, theme: Theme, zoom: float) -> None:
    """Write the whole window as `.png`, its words as sharp as the zoom allows.

    Raises
    ------
    BertscopeError
        If the ending is another one, or the file can't be written.
    """
    if path.suffix.lower() != ".png":
        # In a drawing what widgets cut off would stick out.
        raise BertscopeError(tr("{name}: choose a name that ends in .png.", name=path.name))
    save_painting(path, window.size(), theme, _whole(window), zoom)


def copy_picture(view: View, zoom: float) -> None:
    """Put the picture on the clipboard."""
    QGuiApplication.clipboard().setImage(picture_of(view, zoom))


def copy_numbers(view: View) -> None:
    """Put the numbers on the clipboard, as a spreadsheet takes them.

    Raises
    ------
    BertscopeError
        If there are none, or too many.
    """
    numbers = numbers_of(view)
    if len(numbers.rows) > MOST_COPIED:
        raise BertscopeError(
            tr(
                "These are {rows:,} rows, too many for the clipboard: save them to a file instead.",
                rows=len(numbers.rows),
            )
        )
    QGuiApplication.clipboard().setText(numbers.csv())


def picture_of(view: View, zoom: float) -> QImage:
    """The whole view as an image."""
    return paint_image(picture_size(view), view.theme, _framed(view), zoom)


def picture_of_window(window: QWidget, theme: Theme, zoom: float) -> QImage:
    """The whole window as an image."""
    return paint_image(window.size(), theme, _whole(window), zoom)


def picture_size(view: View) -> QSize:
    """The size of a view's picture: the whole of it, and a margin around."""
    margin = 2 * view.theme.px(MARGIN)
    return view.whole_size() + QSize(margin, margin)


def numbers_of(view: View) -> Table:
    """The numbers of a view.

    Raises
    ------
    BertscopeError
        If there are none.
    """
    numbers = view.numbers()
    if numbers is None:
        raise BertscopeError(tr("There are no numbers here yet: wait until the view shows some."))
    return numbers


def _framed(view: View) -> Painting:
    margin = view.theme.px(MARGIN)

    def paint(painter: QPainter, width: float, height: float, /) -> None:
        painter.translate(margin, margin)
        view.paint_whole(painter, width - 2 * margin, height - 2 * margin)

    return paint


def _whole(window: QWidget) -> Painting:
    def paint(painter: QPainter, _width: float, _height: float, /) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # Each view says for itself.
        window.render(painter, QPoint())

    return paint
