"""Starting the window."""

import os
import socket
import sys
from ctypes.util import find_library
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from bertscope.errors import BertscopeError
from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.main_window import MainWindow
from bertscope.gui.session import FILE_SUFFIX
from bertscope.gui.settings import Settings
from bertscope.gui.theme import Appearance, load_fonts
from bertscope.places import resources

WIDTH, HEIGHT = 1440, 900
NO_SCREEN = (
    "There is no screen to open a window on: set DISPLAY, or run `bertscope demo --out demo`, "
    "which does the same without one."
)


def has_screen() -> bool:
    """Whether a window can be opened here; on Linux, whether a display server answers."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal", "vnc"):
        return True
    if sys.platform != "linux" or os.environ.get("WAYLAND_DISPLAY"):
        return True
    return _answers(os.environ.get("DISPLAY", ""))


def _answers(display: str) -> bool:
    """Whether the X server behind a display name such as ``:0`` or ``host:10.0`` is there."""
    host, colon, number = display.rpartition(":")
    screen = number.split(".")[0]
    if not colon or not screen.isdigit():
        return False
    try:
        if host in ("", "unix"):
            with socket.socket(socket.AF_UNIX) as local:
                for path in (f"/tmp/.X11-unix/X{screen}", f"\0/tmp/.X11-unix/X{screen}"):
                    if local.connect_ex(path) == 0:
                        return True
            return False
        with socket.create_connection((host, 6000 + int(screen)), timeout=2):
            return True
    except OSError:
        return False


def check_screen() -> None:
    """Say what is missing before Qt would abort over it.

    Raises
    ------
    BertscopeError
        If there is no screen, or Qt's X11 plugin lacks a system library.
    """
    if not has_screen():
        raise BertscopeError(NO_SCREEN)
    on_x11 = sys.platform == "linux" and not os.environ.get("WAYLAND_DISPLAY")
    if on_x11 and "QT_QPA_PLATFORM" not in os.environ and not find_library("xcb-cursor"):
        raise BertscopeError(
            "Qt needs the system library libxcb-cursor: install it (on Debian and Ubuntu: "
            "sudo apt install libxcb-cursor0) and start again."
        )


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


def make_window(model: Path | None = None) -> MainWindow:
    """A window on a model folder, its engine already starting."""
    settings = Settings.load()
    appearance = Appearance(settings.mode, settings.scale)
    engine = EngineProcess()
    engine.start()
    window = MainWindow(engine, appearance, settings, model)
    window.resize(settings.width or WIDTH, settings.height or HEIGHT)
    return window


def run(path: Path | None = None) -> int:
    """Open the window, on a session file, a model folder or a run folder if one is given.

    Raises
    ------
    BertscopeError
        If there is no screen, or `path` is none of these.
    """
    check_screen()
    model, session = _what_is(path)
    application = make_application()
    application.setQuitOnLastWindowClosed(False)
    window = make_window(model)
    window.closed.connect(application.quit)
    window.show()
    if session is not None:
        opened = session
        QTimer.singleShot(0, lambda: window.menus.open_path(opened))
    return application.exec()


def _what_is(path: Path | None) -> tuple[Path | None, Path | None]:
    """The model folder or the session file that a path means."""
    if path is None:
        return None, None
    if path.is_file() and path.suffix == FILE_SUFFIX:
        return None, path
    for folder in (path, path / "model"):
        if (folder / "config.json").is_file():
            return folder.resolve(), None
    if not path.exists():
        raise BertscopeError(f"{path} isn't there: check the name.")
    raise BertscopeError(
        f"{path} is neither a {FILE_SUFFIX} session file, nor a model folder, nor a run folder."
    )
