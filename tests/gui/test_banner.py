"""The banner stays until it is dismissed, and its way on is taken once."""

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope.gui.banner import Banner


class TestBanner:
    def test_it_stays_until_dismissed(self, qtbot: QtBot) -> None:
        banner = Banner()
        qtbot.addWidget(banner)
        banner.tell("Something went wrong.")
        assert not banner.way_on.isVisible()
        banner.dismiss.click()
        assert not banner.isVisible()

    def test_the_way_on_is_taken_once(self, qtbot: QtBot) -> None:
        banner = Banner()
        qtbot.addWidget(banner)
        taken: list[int] = []
        banner.tell("Something went wrong.", "Mend", lambda: taken.append(1))
        spy = QSignalSpy(banner.way_on.clicked)
        banner.way_on.click()
        assert (spy.count(), taken, banner.isVisible()) == (1, [1], False)
