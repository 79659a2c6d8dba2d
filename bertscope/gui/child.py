"""What the processes that the window starts have in common."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

import bertscope
from bertscope.gui.language import tr


def child_environment() -> QProcessEnvironment:
    """Ours, in which the process finds this bertscope."""
    environment = QProcessEnvironment.systemEnvironment()
    here = str(Path(bertscope.__file__).parent.parent)
    path = environment.value("PYTHONPATH", "")
    environment.insert("PYTHONPATH", os.pathsep.join(part for part in (here, path) if part))
    return environment


def child_process(parent: QObject, *, without_terminal: bool = False) -> QProcess:
    """A process to be started, in which bertscope is found and a crash leaves a trace.

    Parameters
    ----------
    without_terminal
        Keep it off the terminal that the window was started from. There ssh would wait, unseen,
        for a password; without one it says so and ends.
    """
    process = QProcess(parent)
    environment = child_environment()
    environment.insert("PYTHONFAULTHANDLER", "1")
    process.setProcessEnvironment(environment)
    if without_terminal and sys.platform != "win32":
        parameters = QProcess.UnixProcessParameters()
        parameters.flags = QProcess.UnixProcessFlag.CreateNewSession
        process.setUnixProcessParameters(parameters)
    return process


def last_words(process: QProcess, code: int) -> str:
    """The last line that a process wrote to stderr; its exit code where there is none."""
    said = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").split("\n")
    last = next((line.strip() for line in reversed(said) if line.strip()), "")
    return last or tr("exit code {code}", code=code)


def end_children(parent: QObject, patience_ms: int) -> None:
    """Leave none of its processes behind: each has so long to end by itself."""
    for process in parent.findChildren(QProcess):
        if not process.waitForFinished(patience_ms):
            process.kill()
            process.waitForFinished(patience_ms)
