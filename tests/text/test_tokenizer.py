"""Ids are judged by transformers' BertTokenizer, rules by cases made by hand."""

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from transformers import BertTokenizer

from bertscope.errors import TextError
from bertscope.text.tokenizer import SPECIAL_TOKENS, WordPieceTokenizer

HARD = [
    "",
    "   \t\n ",
    "my dog is cute. he likes playing!",
    "UNAFFABLE unwanted Runs",
    "HÉLLO, naïve café Ärger straße STRASSE",
    "犬は日本。hello世界",
    "привет мир γειά שָׁלוֹם नमस्ते สวัสดี 안녕",
    "😀👩‍👩‍👧 don't it’s “can” – a…b",
    "a\x00b\ufffdc\x07d\u200be\u00adf\u2028g\xa0h",
    "x" * 100 + " " + "x" * 101,
    "[MASK] my [SEP] [mask] [CLS][PAD] [UNK]",
    "##ing # #ing a##b",
    "İstanbul ǅ ﬁne ½ ٣ K Å",
    "e\u0301 a\u0323\u0302 \u0301",
    "$3.50 <a@b.c> 10^3 `x` ~|_",
]
# By hand, from the rules of google-research/bert's tokenization.py.
GOLDEN = {
    "My dog is CUTE.": "my dog is cute .",
    "he likes playing": "he likes play ##ing",
    "unaffable": "un ##a ##f ##f ##able",
    "HéLLo": "hello",
    "don't": "don ' t",
    "a\x00b\ufffd c\td": "a ##b c d",
    "犬日": "犬 日",
    "want ¤ed": "want [UNK]",
    "мир": "мир",
    "☃": "[UNK]",
    "dog[MASK]dog": "dog [MASK] dog",
    "##ing": "# # i ##n ##g",
}


@cache
def _reference(folder: Path, lowercase: bool, chinese: bool) -> BertTokenizer:
    return BertTokenizer(
        str(folder / "vocab.txt"), do_lower_case=lowercase, tokenize_chinese_chars=chinese
    )


@cache
def _ours(pieces: tuple[str, ...], lowercase: bool, chinese: bool) -> WordPieceTokenizer:
    return WordPieceTokenizer(list(pieces), lowercase=lowercase, handle_chinese_chars=chinese)


def _check_equal(folder: Path, text: str, lowercase: bool, chinese: bool) -> None:
    pieces = tuple((folder / "vocab.txt").read_text("utf-8").split("\n")[:-1])
    ours = _ours(pieces, lowercase, chinese)
    reference = _reference(folder, lowercase, chinese)
    expected = reference(text, add_special_tokens=False)["input_ids"]
    assert list(ours.cut(text).ids) == expected
    assert ours.cut_ids([text, "my dog"])[0] == expected


@pytest.mark.parametrize("lowercase", [True, False])
@pytest.mark.parametrize("chinese", [True, False])
@pytest.mark.parametrize("text", HARD)
def test_hard_strings_have_the_ids_of_bert_tokenizer(
    saved: Path, text: str, lowercase: bool, chinese: bool
) -> None:
    _check_equal(saved, text, lowercase, chinese)


@given(text=st.text(max_size=60), lowercase=st.booleans())
@example(text="\u3000a\u3000", lowercase=True)
def test_any_string_has_the_ids_of_bert_tokenizer(saved: Path, text: str, lowercase: bool) -> None:
    _check_equal(saved, text, lowercase, True)


@pytest.mark.parametrize(("text", "pieces"), GOLDEN.items())
def test_pieces_of_the_published_rules(
    tokenizer: WordPieceTokenizer, text: str, pieces: str
) -> None:
    assert " ".join(tokenizer.cut(text).tokens) == pieces


def test_a_word_of_more_than_100_characters_is_unknown(tokenizer: WordPieceTokenizer) -> None:
    assert len(tokenizer.cut("x" * 100)) == 100
    assert tokenizer.cut("x" * 101).tokens == ("[UNK]",)


@given(text=st.text(st.characters(max_codepoint=126, min_codepoint=32), max_size=60))
def test_spans_cut_the_piece_out_of_the_sentence(tokenizer: WordPieceTokenizer, text: str) -> None:
    pieces = tokenizer.cut(text)
    for token, (start, end) in zip(pieces.tokens, pieces.spans, strict=True):
        assert text[start:end].lower() == token.removeprefix("##").lower()


def test_spans_count_characters_where_accents_and_emoji_stand(
    tokenizer: WordPieceTokenizer,
) -> None:
    text = "😀 Café e\u0301 dog"
    spans = tokenizer.cut(text).spans
    assert [text[start:end] for start, end in spans][:5] == ["😀", "C", "a", "f", "é"]
    assert text[slice(*spans[-1])] == "dog"


def test_pieces_of_one_word_share_its_number(tokenizer: WordPieceTokenizer) -> None:
    pieces = tokenizer.cut("He likes playing, unaffable!")
    assert " ".join(pieces.tokens) == "he likes play ##ing , un ##a ##f ##f ##able !"
    assert pieces.words == (0, 1, 2, 2, 3, 4, 4, 4, 4, 4, 5)


@pytest.mark.parametrize("lowercase", [True, False])
def test_a_saved_tokenizer_is_the_same_for_bert_tokenizer_and_for_us(
    tmp_path: Path, vocabulary: list[str], lowercase: bool
) -> None:
    ours = WordPieceTokenizer(vocabulary, lowercase=lowercase)
    ours.save(tmp_path, model_max_length=128)
    theirs = BertTokenizer.from_pretrained(tmp_path)
    again = WordPieceTokenizer.load(tmp_path)
    assert theirs.model_max_length == 128
    assert again.lowercase is lowercase
    for text in HARD:
        assert theirs(text, add_special_tokens=False)["input_ids"] == list(ours.cut(text).ids)
        assert again.cut(text) == ours.cut(text)
    pair = theirs("my dog is cute", "he likes playing")
    encoded = ours.backend.encode("my dog is cute", "he likes playing")
    assert pair["input_ids"] == encoded.ids
    assert pair["token_type_ids"] == encoded.type_ids


def test_vocab_txt_alone_is_uncased_bert(tmp_path: Path, vocabulary: list[str]) -> None:
    (tmp_path / "vocab.txt").write_text("\n".join(vocabulary) + "\n", "utf-8", newline="\r\n")
    loaded = WordPieceTokenizer.load(tmp_path)
    assert loaded.vocabulary == tuple(vocabulary)
    assert loaded.lowercase


def test_tokenizer_json_alone_is_enough(saved: Path, tmp_path: Path) -> None:
    (tmp_path / "tokenizer.json").write_bytes((saved / "tokenizer.json").read_bytes())
    loaded = WordPieceTokenizer.load(tmp_path)
    assert loaded.cut("My dog is playing") == WordPieceTokenizer.load(saved).cut(
        "My dog is playing"
    )


def test_tokenizer_config_decides_on_lower_casing(saved: Path, tmp_path: Path) -> None:
    for file in saved.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    config = json.loads((tmp_path / "tokenizer_config.json").read_text("utf-8"))
    (tmp_path / "tokenizer_config.json").write_text(
        json.dumps({**config, "do_lower_case": False}), "utf-8"
    )
    assert not WordPieceTokenizer.load(tmp_path).lowercase


def test_pieces_that_differ_in_white_space_stay_two(tmp_path: Path) -> None:
    pieces = [*SPECIAL_TOKENS, "a", "a\u3000"]
    (tmp_path / "vocab.txt").write_text("\n".join(pieces) + "\n", "utf-8")
    assert len(WordPieceTokenizer.load(tmp_path)) == 7


def test_unusable_folders_are_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(TextError, match=r"no vocab\.txt"):
        WordPieceTokenizer.load(tmp_path)
    (tmp_path / "vocab.txt").write_text("[PAD]\n[UNK]\na\n", "utf-8")
    with pytest.raises(TextError, match=r"lacks \[CLS\], \[SEP\], \[MASK\]"):
        WordPieceTokenizer.load(tmp_path)
    (tmp_path / "tokenizer_config.json").write_text("{", "utf-8")
    with pytest.raises(TextError, match="damaged"):
        WordPieceTokenizer.load(tmp_path)
    with pytest.raises(TextError, match="twice"):
        WordPieceTokenizer([*SPECIAL_TOKENS, "a", "a"])


def test_a_vocabulary_that_is_not_utf_8_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "vocab.txt").write_bytes(b"[PAD]\n\xff\xfe\n")
    with pytest.raises(TextError, match="UTF-8"):
        WordPieceTokenizer.load(tmp_path)
