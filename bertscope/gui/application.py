"""The one QApplication."""

import sys

from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QApplication

from bertscope.gui.theme import Theme, load_fonts
from bertscope.places import resources


def make_application() -> QApplication:
    """The application object with our fonts and our name."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("bertscope")
    application.setApplicationDisplayName("bertscope")
    application.setDesktopFileName("bertscope")
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(str(resources() / "icons" / "bertscope.svg")))
    load_fonts()
    dress(Theme())
    return application


def dress(theme: Theme) -> None:
    """Give all windows the colours and the font of a theme; what differs the style sheet says.

    A font and a colour for everything would be set on each of some seven hundred widgets there, at
    each change of the theme.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setPalette(theme.qt_palette)
    font = QFont(theme.sans().family())
    font.setPixelSize(theme.px(13))
    if font != application.font():
        application.setFont(font)
