"""The banner stays until it is dismissed, and its way on is taken once."""

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from bertscope.gui.banner import Banner
from bertscope.gui.language import said


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

    def test_it_speaks_the_language_in_use(
        self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        german = said.Sentences({"{0} is damaged: copy it again.": "{0} ist beschädigt."})
        monkeypatch.setattr(said, "spoken", lambda: "de")
        monkeypatch.setattr(said, "_sentences", lambda _: german)
        banner = Banner()
        qtbot.addWidget(banner)
        banner.tell("a.bin is damaged: copy it again.")
        assert banner.words.text() == banner.accessibleName() == "a.bin ist beschädigt."
        banner.take_back("b.bin is damaged: copy it again.")
        assert banner.isVisible()
        banner.take_back("a.bin is damaged: copy it again.")
        assert not banner.isVisible()
