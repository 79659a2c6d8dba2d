"""The language that is spoken, and how another one is chosen."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from bertscope.gui.language import marked, plural, tr
from bertscope.gui.language.chosen import LANGUAGES, first_of, speak, spoken, system_language
from bertscope.gui.main_window import MainWindow
from bertscope.gui.settings import Settings


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    speak("en")


def test_words_are_in_the_language_that_is_spoken() -> None:
    assert (tr("Clear"), spoken()) == ("Clear", "en")
    speak("de")
    german = tr("Clear")
    speak("zh")
    assert len({"Clear", german, tr("Clear")}) == 3
    assert spoken() == "zh"
    speak("en")
    assert (tr("Clear"), spoken()) == ("Clear", "en")


def test_a_language_that_there_is_not_is_english() -> None:
    speak("de")
    speak("tlh")
    assert (tr("Clear"), spoken()) == ("Clear", "en")


def test_values_stand_in_their_places() -> None:
    assert tr("chosen 0/{maskable} (rule {rate})", maskable=9, rate="15 %") == (
        "chosen 0/9 (rule 15 %)"
    )
    assert tr("{braces} as they are") == "{braces} as they are"
    assert plural("1 roll", "{count:,} rolls", 1) == "1 roll"
    assert plural("1 roll", "{count:,} rolls", 1000) == "1,000 rolls"
    speak("zh")
    assert "1,000" in plural("1 roll", "{count:,} rolls", 1000)


def test_words_that_are_marked_are_english_until_they_are_shown() -> None:
    speak("de")
    assert marked("Clear") == "Clear" != tr(marked("Clear"))


def test_qt_speaks_it_too(qtbot: QtBot) -> None:
    speak("de")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert "Abbrechen" in box.buttons()[0].text().replace("&", "")


def test_the_first_of_the_users_languages_that_there_is() -> None:
    assert first_of(["fr-FR", "fr", "de-AT"]) == "de"
    assert first_of(["zh-Hans-CN", "en"]) == "zh"
    assert first_of(["fr"]) == "en"
    assert system_language() in LANGUAGES


def test_another_language_is_taken_from_the_next_start_on(qtbot: QtBot, window: MainWindow) -> None:
    entry = next(c.action for c in window.menus.commands if c.words == LANGUAGES["de"])
    entry.trigger()
    assert Settings.load().language == "de"
    assert (spoken(), window.banner.isVisible()) == ("en", True)
    window.banner.way_on.click()
    assert window.leaving.is_start_again
    entry.trigger()
    assert not window.banner.isVisible()
