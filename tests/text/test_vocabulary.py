"""The vocabulary of a corpus: the same every time, and English always has pieces."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.cli import main
from bertscope.errors import TextError
from bertscope.places import default_model
from bertscope.text.tokenizer import SPECIAL_TOKENS, WordPieceTokenizer
from bertscope.text.vocabulary import build_vocabulary, write_vocabulary

SENTENCES = [
    "My dog is cute.",
    "He likes playing and running; I like to play!",
    "One morning something was hiding: we hide, he hid.",
    "Playing, PLAYING, dog dog dog.",
]


@pytest.fixture(scope="module")
def cut() -> WordPieceTokenizer:
    return WordPieceTokenizer(build_vocabulary(SENTENCES, 1000))


def test_the_specials_have_ids_0_to_4() -> None:
    assert build_vocabulary(SENTENCES, 1000)[:5] == list(SPECIAL_TOKENS)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("my dog is cute", "my dog is cute"),
        ("he likes playing", "he likes play ##ing"),
        ("running morning something hiding", "running morning something hiding"),
        ("jumped", "j ##u ##m ##p ##ed"),
    ],
)
def test_only_ing_is_split_off(cut: WordPieceTokenizer, text: str, pieces: str) -> None:
    assert " ".join(cut.cut(text).tokens) == pieces


@given(text=st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=50))
def test_all_that_is_typed_in_english_has_pieces(cut: WordPieceTokenizer, text: str) -> None:
    words = text.replace("[UNK]", "")
    assert cut.unk_id not in cut.cut(words).ids


def test_typographic_quotes_and_accents_have_pieces(cut: WordPieceTokenizer) -> None:
    assert cut.unk_id not in cut.cut("“Don’t!” – a café…").ids


def test_characters_of_another_script_come_from_the_corpus() -> None:
    cut = WordPieceTokenizer(build_vocabulary(["мама мыла раму"], 400))
    assert cut.cut("рама").tokens == ("р", "##а", "##м", "##а")


def test_words_come_by_frequency_then_by_the_alphabet() -> None:
    base = len(build_vocabulary([], 1000))
    pieces = build_vocabulary(["bb aa cc cc dog", "dog dog"], base + 3)
    assert pieces[base:] == ["dog", "cc", "aa"]


def test_the_order_of_the_sentences_does_not_matter() -> None:
    assert build_vocabulary(SENTENCES, 150) == build_vocabulary(SENTENCES[::-1], 150)


@pytest.mark.parametrize("size", [120, 200, 1000])
def test_no_piece_stands_twice_and_size_is_the_most(size: int) -> None:
    if size == 120:
        with pytest.raises(TextError, match="at least"):
            build_vocabulary(SENTENCES, size)
        return
    pieces = build_vocabulary(SENTENCES, size)
    assert len(set(pieces)) == len(pieces) <= size


def test_the_folder_and_its_sha256(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "vocabulary"
    digest = write_vocabulary(folder, SENTENCES, 1000)
    raw = (folder / "vocab.txt").read_bytes()
    assert digest == hashlib.sha256(raw).hexdigest()
    assert b"\r" not in raw
    assert WordPieceTokenizer.load(folder).vocabulary == tuple(build_vocabulary(SENTENCES, 1000))
    assert write_vocabulary(tmp_path / "again", SENTENCES, 1000) == digest


def test_a_folder_that_cannot_be_made_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TextError, match="can't be written"):
        write_vocabulary(tmp_path / "file" / "folder", SENTENCES, 1000)


@pytest.mark.slow
def test_the_vocabulary_that_ships_is_made_again_by_the_command_of_its_card(tmp_path: Path) -> None:
    folder = default_model()
    command = ["vocabulary", "--stories", "100000", "--size", "8192", "--out", str(tmp_path / "v")]
    assert " ".join(command[:5]) in (folder / "README.md").read_text("utf-8")
    assert main(command) == 0
    made = (tmp_path / "v" / "vocab.txt").read_bytes()
    assert made == (folder / "vocab.txt").read_bytes()
    assert hashlib.sha256(made).hexdigest() in (folder / "README.md").read_text("utf-8")
