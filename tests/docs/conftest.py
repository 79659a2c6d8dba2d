"""The window of the tests of `gui`."""

from tests.gui.conftest import appearance, fake, qapp, window

__all__ = ["appearance", "fake", "qapp", "window"]
