"""Getting what is seen out of the window: pictures, tables, the clipboard."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from bertscope.errors import BertscopeError
from bertscope.gui.canvas import paint_image, save_painting
from bertscope.gui.table import Table
from bertscope.gui.theme import Theme

PICTURE_ENDINGS = (".png", ".svg")


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
        _numbers_of(view).save(path)
    else:
        save_painting(path, view.whole_size(), view.theme, view.paint_whole, zoom)


def copy_picture(view: View, zoom: float) -> None:
    """Put the picture on the clipboard."""
    QGuiApplication.clipboard().setImage(picture_of(view, zoom))


def copy_numbers(view: View) -> None:
    """Put the numbers on the clipboard, as a spreadsheet takes them.

    Raises
    ------
    BertscopeError
        If there are none.
    """
    QGuiApplication.clipboard().setText(_numbers_of(view).csv())


def picture_of(view: View, zoom: float) -> QImage:
    """The whole view as an image."""
    return paint_image(view.whole_size(), view.theme, view.paint_whole, zoom)


def _numbers_of(view: View) -> Table:
    numbers = view.numbers()
    if numbers is None:
        raise BertscopeError("There are no numbers here yet: wait until the view shows some.")
    return numbers
