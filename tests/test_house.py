"""The house rules: who imports whom, what the window never loads, what no file says."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

ROOT = Path(__file__).parents[1]
MADE = {".git", ".venv", "build", "demo", "dist", "site"}
"""Folders at the top that are not part of the project's own text, beside hidden caches."""

IMPORT_THE_WINDOW = """
import importlib, json, pkgutil, sys
import bertscope.gui
for module in pkgutil.walk_packages(bertscope.gui.__path__, "bertscope.gui."):
    importlib.import_module(module.name)
print(json.dumps(sorted(sys.modules)))
"""

# In pieces, so that this file may be among those that are read.
HOSTS = [
    ".".join(parts)
    for parts in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("download", "pytorch", "org"),
        ("anaconda", "org"),
        ("registry", "npmjs", "org"),
    ]
]
PATHS = [
    "/".join(parts) for parts in [("", "work", "main"), ("", "opt", "wheels"), ("", "root", "")]
]


def test_imports_keep_the_contracts() -> None:
    # In a process of its own: it turns off the loggers that are there, and other tests read them.
    code = (
        "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_window_never_loads_torch() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_THE_WINDOW],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout))
    assert "bertscope.gui.app" in loaded
    assert not loaded & {"torch", "transformers", "bertscope.engine", "bertscope.wire.server"}


@pytest.mark.usefixtures("qapp")
def test_qt_keeps_its_references_to_none() -> None:
    """PySide6 6.12.0 on Python 3.11 loses one a call and aborts after some thousand."""
    image = QImage(QSize(8, 8), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    color = QColor(Qt.GlobalColor.black)
    before = sys.getrefcount(None)
    for _ in range(500):
        painter.setPen(color)
    after = sys.getrefcount(None)
    painter.end()
    assert after > before - 100


def test_no_text_names_a_registry_or_a_path_of_one_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {forbidden}"
        for path, text in own_texts()
        for forbidden in HOSTS + PATHS
        if forbidden in text
    ]
    assert not found


def own_texts() -> Iterator[tuple[Path, str]]:
    """All files of the project that are text."""
    for top in ROOT.iterdir():
        if top.name in MADE or top.name.endswith("_cache") or top.name == ".hypothesis":
            continue
        for path in [top] if top.is_file() else top.rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                try:
                    yield path, path.read_text("utf-8")
                except UnicodeDecodeError:
                    continue  # a font, a picture, weights
