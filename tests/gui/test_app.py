"""What is said before Qt would abort."""

import pytest
from pytestqt.qtbot import QtBot

from bertscope.errors import BertscopeError
from bertscope.gui import app
from bertscope.gui.settings import Settings


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.parametrize(
    "display", ["", ":9876", "nonsense", "127.0.0.1:9876", "127.0.0.1:99999", ":x"]
)
def test_no_screen_is_said(linux: pytest.MonkeyPatch, display: str) -> None:
    linux.setenv("DISPLAY", display)
    assert not app.has_screen()
    with pytest.raises(BertscopeError, match="bertscope demo"):
        app.check_screen()


def test_offscreen_is_a_screen(linux: pytest.MonkeyPatch) -> None:
    linux.setenv("QT_QPA_PLATFORM", "offscreen")
    app.check_screen()


def test_a_missing_library_is_said(linux: pytest.MonkeyPatch) -> None:
    linux.setenv("DISPLAY", ":0")
    linux.setattr(app, "has_screen", lambda: True)
    linux.setattr(app, "find_library", lambda name: None)
    with pytest.raises(BertscopeError, match="libxcb-cursor0"):
        app.check_screen()


def test_the_engine_is_the_one_that_was_chosen(qtbot: QtBot) -> None:
    window = app.make_window(Settings(engine="no-such-ssh gpu-box bertscope engine"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.banner.isVisible)
    assert "“no-such-ssh” could not be started" in window.banner.words.text()
    window.close()
