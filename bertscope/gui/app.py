"""Starting the window."""

import gc
import os
import socket
import sys
from ctypes.util import find_library
from pathlib import Path

from PySide6.QtCore import QProcess, QSize, QTimer

from bertscope.errors import BertscopeError
from bertscope.gui.application import make_application
from bertscope.gui.dropping import kind_of
from bertscope.gui.engine_process import EngineProcess
from bertscope.gui.language.chosen import speak, system_language
from bertscope.gui.main_window import MainWindow
from bertscope.gui.settings import Settings
from bertscope.gui.theme import Appearance
from bertscope.gui.welcome.invitation import invite_once

WIDTH, HEIGHT = 1440, 900
SETTLED_MS = 2000
"""After the window is shown all is loaded, and the engine has answered."""
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
    except (OSError, OverflowError):
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


def make_window(settings: Settings) -> MainWindow:
    """A window, its engine already starting."""
    appearance = Appearance(settings.mode, settings.scale)
    engine = EngineProcess(words=settings.engine)
    engine.start()
    window = MainWindow(engine, appearance, settings)
    wanted = QSize(settings.width or WIDTH, settings.height or HEIGHT)
    # Not beyond the screen: what lies there can't be reached, as on a small projector.
    window.resize(wanted.boundedTo(window.screen().availableSize()))
    return window


def run(path: Path | None = None) -> int:
    """Open the window, on a session, a model folder, a run folder or a text if one is given.

    Raises
    ------
    BertscopeError
        If there is no screen, or `path` is none of these.
    """
    check_screen()
    opened = None if path is None else kind_of(path)
    application = make_application()
    application.setQuitOnLastWindowClosed(False)
    settings = Settings.load()
    speak(settings.language or system_language())
    window = make_window(settings)
    window.closed.connect(application.quit)
    if opened is None:
        invite_once(window)
    window.show()
    if opened is not None:
        window.files.open_found(opened)
    QTimer.singleShot(SETTLED_MS, window, collect_what_comes)
    status = application.exec()
    if window.leaving.is_start_again:
        QProcess.startDetached(sys.executable, sys.orig_argv[1:])
    return status


def collect_what_comes() -> None:
    """Let Python's collector work, past all that is there by now and stays.

    To go through a hundred thousand objects would hold up the window for longer than a frame.
    """
    gc.freeze()
    gc.enable()
