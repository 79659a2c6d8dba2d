"""What the processes that the window starts have in common."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

import bertscope


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
