"""What engine and text say is found again by what stays the same, and said in another language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from bertscope.errors import TaskError
from bertscope.gui.language import catalogue, said
from bertscope.gui.language.chosen import LANGUAGES, speak
from bertscope.gui.language.said import PLACE, Sentences
from bertscope.text.tasks.problems import Problems

OTHERS = [language for language in LANGUAGES if language != "en"]
FOUND = sorted(catalogue.found()[said.CONTEXT])
TEMPLATES = [words for words in FOUND if PLACE.search(words)]
VALUES = st.from_regex(r"[A-Za-z0-9_/.-]{0,12}[0-9]", fullmatch=True)
"""Such as names of files and numbers."""


def numbered(words: str) -> str:
    """A translation that is no one else's: what it is of by number, and the values backwards."""
    places = [f"{{{number}}}" for number in reversed(range(len(PLACE.findall(words))))]
    return " ".join([f"§{FOUND.index(words)}", *places])


@pytest.fixture
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    speak("en")


@pytest.fixture(scope="module")
def all_of_them() -> Sentences:
    return Sentences({words: numbered(words) for words in FOUND})


SOME = Sentences(
    {
        "The checkpoint {0} was passed over: {1}.": "Checkpoint {0} übergangen ({1}).",
        "{0} is missing": "es fehlt {0}",
        "None is left: begin a new run.": "Keiner blieb: neu beginnen.",
        "{0} can't be read: check its permissions.": "Nicht lesbar: {0}.",
        "There is no room on the disk.": "Kein Platz.",
        "{0} can't be read. {1}. Correct them, or choose to skip malformed rows.": (
            "Falsch: {0}. {1}."
        ),
        "{0} rows": "{0} Zeilen",
        "{0}, line {1}: {2}": "{0}, Zeile {1}: {2}",
        "no text": "kein Text",
        "and {0} more": "und {0} weitere",
        "learning rate {0} → {1}": "Lernrate {0} → {1}",
        "masks {0} → {1}": "Masken {0} → {1}",
        "Not translated yet.": "",
    }
)


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("a.txt can't be read: check its permissions.", "Nicht lesbar: a.txt."),
        ("There is no room on the disk.", "Kein Platz."),
        # A reason within a sentence, and another sentence behind it.
        (
            "The checkpoint 7 was passed over: model is missing. None is left: begin a new run.",
            "Checkpoint 7 übergangen (es fehlt model). Keiner blieb: neu beginnen.",
        ),
        # One after the other, and one line below the other.
        (
            "There is no room on the disk. a.txt can't be read: check its permissions.",
            "Kein Platz. Nicht lesbar: a.txt.",
        ),
        ("There is no room on the disk.\nno text", "Kein Platz.\nkein Text"),
        # Of several changes each.
        (
            "learning rate 0.003 → 0.001, masks 15 % → 40 %",
            "Lernrate 0.003 → 0.001, Masken 15 % → 40 %",
        ),
        # What is not known stays as it is.
        ("Something else. no text", "Something else. kein Text"),
        ("Not translated yet.", "Not translated yet."),
        ("", ""),
    ],
)
def test_a_sentence_is_translated_with_the_sentences_in_it(english: str, german: str) -> None:
    assert SOME.said(english) == german


def test_rows_that_are_left_out_are_told_with_what_is_wrong_with_them() -> None:
    problems = Problems()
    for line in range(1, 6):
        problems.add(Path("train.tsv"), line, "no text")
    assert SOME.said(problems.told()[0]) == "train.tsv, Zeile 1: kein Text."
    with pytest.raises(TaskError) as refused:
        problems.refuse()
    assert SOME.said(str(refused.value)) == (
        "Falsch: 5 Zeilen. train.tsv, Zeile 1: kein Text; train.tsv, Zeile 2: kein Text; "
        "train.tsv, Zeile 3: kein Text; und 2 weitere."
    )


def test_no_blank_follows_a_full_width_stop() -> None:
    chinese = Sentences({"Go on.": "请继续。", "{0} is damaged": "{0} 已损坏"}, "。")
    assert chinese.said("Go on. Go on. a is damaged. b.txt") == "请继续。请继续。a 已损坏。b.txt"


@given(st.data())
def test_each_sentence_is_found_whatever_its_values_are(
    all_of_them: Sentences, data: st.DataObject
) -> None:
    words = data.draw(st.sampled_from(TEMPLATES))
    values = data.draw(st.lists(VALUES, min_size=9, max_size=9))
    assert all_of_them.said(words.format(*values)) == numbered(words).format(*values)


@pytest.mark.parametrize("words", FOUND)
def test_none_takes_the_words_of_another_for_its_values(all_of_them: Sentences, words: str) -> None:
    assert all_of_them.said(words.format(*"123456789")) == numbered(words).format(*"123456789")


def test_sentences_within_sentences_without_end_do_no_harm(all_of_them: Sentences) -> None:
    for words in (" rows" * 399, ": " * 900, "a. " * 600, "no text, " * 200, "x" * 10_000):
        assert all_of_them.said(words)


@given(st.text() | st.lists(st.sampled_from([*FOUND, ". ", ": ", ", ", "\n"])).map("".join))
def test_any_text_comes_back_or_is_translated(all_of_them: Sentences, text: str) -> None:
    told = all_of_them.said(text)
    assert told == text or "§" in told


@pytest.mark.parametrize("language", OTHERS)
def test_the_window_says_it_in_the_language_in_use(language: str, english_again: None) -> None:
    sentence = "There is no run in {}: it may have been deleted. List the runs again."
    assert said.said(sentence.format("a")) == sentence.format("a")
    speak(language)
    told = said.said(sentence.format("a/b"))
    assert told != sentence.format("a/b")
    assert "a/b" in told
    assert said.said("No one says this.") == "No one says this."
