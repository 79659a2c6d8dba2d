"""Words of a pair are found as they are written, whatever pieces they became."""

from collections.abc import Callable

import pytest

from bertscope.errors import TextError
from bertscope.places import default_model
from bertscope.text.pair import Source
from bertscope.text.reader import Reader
from bertscope.text.words import contains, positions_of

A, B = "My dog isn't a dogfish.", "The dog is playing, my dog!"
Find = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load(default_model())


@pytest.fixture(scope="module")
def find(reader: Reader) -> Find:
    """The tokens at a word's positions, with the sentence each is in."""
    pair = reader.read(A, B)
    return lambda word: [
        f"{pair.tokens[p]} {pair.sources[p].name}" for p in positions_of(word, A, B, pair)
    ]


def test_a_word_is_found_with_all_its_pieces(find: Find) -> None:
    assert find("dog") == ["dog A"]
    assert find("DOG:2") == ["dog B"]
    assert find("playing") == ["play B", "##ing B"]
    assert find(".") == [". A"]
    assert find("my  dog:2") == ["my B", "dog B"]


def test_the_tokens_that_frame_the_pair_are_words_too(find: Find) -> None:
    assert find("[CLS]") == ["[CLS] SPECIAL"]
    assert find("[SEP]:2") == ["[SEP] SPECIAL"]


def test_words_of_a_script_without_spaces_are_found() -> None:
    reader = Reader.load(default_model())
    pair = reader.read("我的狗", "")
    assert positions_of("狗", "我的狗", "", pair) == [3]


@pytest.mark.parametrize("word", ["dog:4", "do", "cat", " ", "play", "[cls]", "dog:0"])
def test_what_is_not_there_is_named(find: Find, word: str) -> None:
    with pytest.raises(TextError, match="There is no word “"):
        find(word)


def test_a_word_that_was_cut_off_is_not_there(reader: Reader) -> None:
    a = "dog " * reader.max_length + "cat"
    with pytest.raises(TextError, match="cat"):
        positions_of("cat", a, "", reader.read(a, ""))


def test_which_sentence_contains_a_word(reader: Reader) -> None:
    pair = reader.read(A, B)
    assert contains("dogfish", Source.A, A, pair)
    assert not contains("dogfish", Source.B, B, pair)
    assert contains("the DOG is", Source.B, B, pair)
