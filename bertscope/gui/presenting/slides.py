"""A lesson's pages as pictures in presenting form."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImage

from bertscope.gui.lesson.lesson import Lesson
from bertscope.gui.presenting.drafts import draft_of
from bertscope.gui.presenting.studio import Studio

SIZE = QSize(1920, 1080)
Told = Callable[[int], None]
"""Is told how many pages are there."""


def write_slides(
    folder: Path, lesson: Lesson, name: str, told: Told, *, dark: bool = False, engine: str = ""
) -> None:
    """Write a PNG of 1920 x 1080 pixels for each page into a new folder.

    Raises
    ------
    BertscopeError
        If a page can't be set, or the folder can't be written; nothing is left then.
    """
    with (
        draft_of(folder) as draft,
        Studio(lesson, name, SIZE, dark=dark, engine=engine) as studio,
    ):
        draft.mkdir(parents=True)
        form = studio.window.presenting.form
        form.put_on()
        for number, _ in enumerate(studio.pages(), start=1):
            form.arrange()
            studio.settle()
            image = studio.picture(studio.window.rect(), 1.0)
            (draft / f"page-{number:02}.png").write_bytes(png_of(image))
            told(number)
        form.take_off()


def png_of(image: QImage) -> bytes:
    """A picture as the bytes of a `.png` file: Qt itself would not say why it can't write one."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(content, "PNG")  # type: ignore[call-overload]
    return bytes(content.data().data())
