"""Waiting for a window to do something, where a program drives it and nobody sees it."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

LOOK_MS = 20


def wait(done: Callable[[], bool], seconds: float) -> bool:
    """Let all windows live until `done` says so; whether it did in time."""
    if done():
        return True
    loop, look, limit = QEventLoop(), QTimer(interval=LOOK_MS), QTimer(singleShot=True)

    def check() -> None:
        if done():
            loop.quit()

    look.timeout.connect(check)
    limit.timeout.connect(loop.quit)
    look.start()
    limit.start(round(seconds * 1000))
    loop.exec()
    look.stop()
    limit.stop()
    return done()
