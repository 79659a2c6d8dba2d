"""`bertscope info`: versions, devices, Qt platform, where things lie."""

import json
import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version

import bertscope
from bertscope.cli.qt import qt_needed
from bertscope.errors import BertscopeError
from bertscope.places import default_model, resources, runs_folder, settings_folder

PACKAGES = ("torch", "PySide6-Essentials", "pyqtgraph", "tokenizers", "safetensors", "numpy")


def run(*, as_json: bool) -> int:
    facts = gather()
    if as_json:
        print(json.dumps(facts, indent=2))
        return 0
    for name, value in facts.items():
        if isinstance(value, dict):
            value = ", ".join(f"{key} {each}" for key, each in value.items())
        print(f"{name:<14} {value}")
    return 0


def gather() -> dict[str, object]:
    """What there is to know of this installation."""
    from bertscope.engine.devices import available_devices

    return {
        "bertscope": bertscope.__version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "packages": {name: _version(name) for name in PACKAGES},
        "devices": {device.name: device.label for device in available_devices()},
        "qt_platform": qt_platform(),
        "screen": screen(),
        "settings": str(settings_folder()),
        "runs": str(runs_folder()),
        "resources": str(resources()),
        "model": str(default_model()),
    }


def qt_platform() -> str:
    """The Qt platform plugin that a window would use here."""
    if chosen := os.environ.get("QT_QPA_PLATFORM"):
        return chosen
    if sys.platform != "linux":
        return {"darwin": "cocoa", "win32": "windows"}.get(sys.platform, "unknown")
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "xcb" if os.environ.get("DISPLAY") else "offscreen"


def screen() -> bool | str:
    """Whether a window can be opened here, or why Qt can't be loaded."""
    try:
        with qt_needed():
            from bertscope.gui.app import has_screen
    except BertscopeError as error:
        return str(error)
    return has_screen()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"
