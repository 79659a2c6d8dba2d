"""What is there to be translated, and whether it is."""

import re
import subprocess
from pathlib import Path
from string import Formatter

import PySide6
import pytest

from bertscope.gui.language import catalogue, said
from bertscope.gui.language.chosen import LANGUAGES, compiled, source

OTHERS = [language for language in LANGUAGES if language != "en"]
LETTERS = re.compile(r"[A-Za-z]{4}")


def fields(words: str) -> list[tuple[str, str]]:
    """The places of values, each with its format."""
    try:
        return sorted((name, spec or "") for _, name, spec, _ in Formatter().parse(words) if name)
    except ValueError:  # Words with braces of their own, which take no values.
        return []


@pytest.fixture(scope="module")
def found() -> catalogue.Catalogue:
    return catalogue.found()


def test_words_of_constants_values_and_errors_are_found(found: catalogue.Catalogue) -> None:
    window, sentences = found["window"], found[said.CONTEXT]
    assert {"Take all masks away", "whole word", "1 roll", "{count:,} rolls"} <= window.keys()
    assert {"{0} can't be read ({1}).", "no text", "Reading the corpus"} <= sentences.keys()
    assert not any("{" in words and not fields(words) for words in sentences)


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_missing_and_nothing_is_left_over(
    language: str, found: catalogue.Catalogue
) -> None:
    known = catalogue.read(language)
    for context, messages in found.items():
        assert known[context].keys() == messages.keys()
        assert [words for words, translation in known[context].items() if not translation] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_places_of_its_words(language: str) -> None:
    for messages in catalogue.read(language).values():
        for words, translation in messages.items():
            assert fields(translation) == fields(words), words
            assert translation.strip() == translation or words.strip() != words, words
            assert translation.count("<b>") == words.count("<b>"), words
            assert translation.endswith("…") == words.endswith("…"), words


@pytest.mark.parametrize("language", OTHERS)
def test_what_qt_reads_is_what_people_wrote(language: str, tmp_path: Path) -> None:
    again = tmp_path / "again.qm"
    lrelease = Path(PySide6.__file__).parent / "lrelease"
    command = [str(lrelease), "-silent", "-nounfinished", str(source(language)), "-qm", str(again)]
    subprocess.run(command, check=True)
    assert again.read_bytes() == compiled(language).read_bytes()


def test_sentences_have_letters_of_their_own(found: catalogue.Catalogue) -> None:
    """One of values alone would be found in any sentence."""
    templates = filter(said.PLACE.search, found[said.CONTEXT])
    assert [words for words in templates if not LETTERS.search(words)] == []
