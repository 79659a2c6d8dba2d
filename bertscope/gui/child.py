"""What the processes that the window starts have in common."""

import os
from pathlib import Path

from PySide6.QtCore import QProcessEnvironment

import bertscope


def child_environment() -> QProcessEnvironment:
    """Ours, in which the process finds this bertscope."""
    environment = QProcessEnvironment.systemEnvironment()
    here = str(Path(bertscope.__file__).parent.parent)
    path = environment.value("PYTHONPATH", "")
    environment.insert("PYTHONPATH", os.pathsep.join(part for part in (here, path) if part))
    return environment
