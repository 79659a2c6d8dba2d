"""The one QApplication."""

import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from bertscope.gui.theme import load_fonts
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
    return application
