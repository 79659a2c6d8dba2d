"""Many thousand strings of many scripts have the ids that transformers' BertTokenizer gives."""

import random
import sys
import unicodedata
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from transformers import BertTokenizer

from bertscope.text.cutting import SentenceCutter
from bertscope.text.tokenizer import SPECIAL_TOKENS, WordPieceTokenizer

COUNT = 20_000
BLOCKS = {
    "latin": [(0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F), (0x1E00, 0x1EFF)],
    "greek": [(0x370, 0x3FF), (0x1F00, 0x1FFF)],
    "cyrillic": [(0x400, 0x52F)],
    "armenian": [(0x531, 0x58F)],
    "hebrew": [(0x591, 0x5F4)],
    "arabic": [(0x600, 0x6FF), (0xFB50, 0xFDFF)],
    "devanagari": [(0x900, 0x97F)],
    "tamil": [(0xB80, 0xBFF)],
    "thai": [(0xE00, 0xE7F)],
    "georgian": [(0x10A0, 0x10FF)],
    "ethiopic": [(0x1200, 0x137F)],
    "kana": [(0x3040, 0x30FF), (0x31F0, 0x31FF)],
    "hangul": [(0x1100, 0x11FF), (0xAC00, 0xD7A3)],
    "han": [(0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF)],
    "emoji": [(0x1F300, 0x1F6FF), (0x1F900, 0x1F9FF), (0x2600, 0x27BF), (0xFE0F, 0xFE0F)],
    "marks": [(0x300, 0x36F), (0x483, 0x489), (0x1AB0, 0x1AFF), (0x20D0, 0x20FF)],
    "controls": [(0, 0x1F), (0x7F, 0x9F), (0x200B, 0x200F), (0x202A, 0x202E), (0xFFF9, 0xFFFD)],
    "spaces": [(0x2000, 0x200A), (0x2028, 0x2029), (0xA0, 0xA0), (0x3000, 0x3000), (9, 13)],
    "signs": [(0x21, 0x40), (0x5B, 0x60), (0x7B, 0x7E), (0xA1, 0xBF), (0x2010, 0x2BFF)],
    "wide": [(0xFF01, 0xFFEE), (0x1D400, 0x1D7FF), (0x1F100, 0x1F1FF)],
    "private": [(0xE000, 0xE0FF), (0xF0000, 0xF00FF), (0xE0001, 0xE007F)],
}
# fmt: off
WORDS = [
    "the", "of", "and", "running", "unaffable", "don't", "Straße", "İstanbul", "ὈΔΥΣΣΕΎΣ",
    "ΟΔΟΣ", "ǅ", "ﬁnance", "Ångström", "naïve", "e\u0301te\u0301", "#hash", "##ing", "3.14",
    "e-mail", "@name", "http://a.b/c?d=1", "Москва", "Київ", "القاهرة", "ירושלים", "दिल्ली",
    "กรุงเทพ", "서울", "東京都", "京都府", "ひらがな", "カタカナ",
    "👩\u200d👩\u200d👧\u200d👦", "🏳️\u200d🌈", "🇫🇷",
    "👍🏽",
]
# fmt: on
SPECIALS = [*SPECIAL_TOKENS, "[mask]", "[ MASK ]", "[MASK", "[CLS][SEP]"]


def strings(count: int) -> list[str]:
    """Strings that mix scripts, signs, controls, specials and words too long; always the same."""
    rng = random.Random("strings")
    return [" " * (rng.random() < 0.05) + _string(rng) for _ in range(count)]


def _string(rng: random.Random) -> str:
    home = rng.sample(sorted(BLOCKS), rng.choice((1, 1, 2, 3)))
    pieces = []
    for _ in range(rng.randint(0, 10)):
        kind = rng.random()
        if kind < 0.55:
            pieces.append(_word(rng, rng.choice(home), rng.randint(1, 9)))
        elif kind < 0.75:
            pieces.append(rng.choice(WORDS))
        elif kind < 0.8:
            pieces.append(rng.choice(SPECIALS))
        elif kind < 0.82:
            # 100 characters are a word, 101 are unknown; accents are counted after they are cut.
            length = rng.choice((99, 100, 101, 250))
            pieces.append(_word(rng, rng.choice(("latin", "cyrillic", "marks")), length))
        else:
            pieces.append(_word(rng, rng.choice(sorted(BLOCKS)), rng.randint(1, 3)))
        pieces.append(rng.choice((" ", " ", " ", " ", "", "  ", "\t", "\n", "-", "\u3000")))
    return "".join(pieces)


def _word(rng: random.Random, block: str, length: int) -> str:
    ranges = BLOCKS[block]
    return "".join(chr(rng.randint(*rng.choice(ranges))) for _ in range(length))


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return strings(COUNT)


@pytest.fixture(scope="module")
def large_vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """About 30,000 pieces: single characters of every script, and beginnings and ends of words."""
    blocks = chain.from_iterable(BLOCKS.values())
    codes = chain.from_iterable(
        range(start, end + 1, 1 + (end - start > 5000) * 4) for start, end in blocks
    )
    characters = [
        c for c in map(chr, codes) if not (c.isspace() or unicodedata.category(c) == "Cc")
    ]
    folded = [c for one in characters for c in unicodedata.normalize("NFD", one.lower())]
    rng = random.Random("pieces")
    parts = ["".join(rng.choices(characters[:900], k=2)) for _ in range(4000)]
    parts += [
        word[:k] for word in (w for one in WORDS for w in (one, one.lower())) for k in (2, 3, 5)
    ]
    continuing = [*characters[:9000], *folded, *parts]
    pieces = [
        *SPECIAL_TOKENS,
        *characters,
        *folded,
        *parts,
        *("##" + piece for piece in continuing),
    ]
    path = tmp_path_factory.mktemp("vocabulary") / "vocab.txt"
    unique = dict.fromkeys(piece for piece in pieces if piece.strip() == piece)
    path.write_text("".join(piece + "\n" for piece in unique), "utf-8", newline="\n")
    return path


@cache
def _pieces(path: Path) -> list[str]:
    return path.read_text("utf-8").split("\n")[:-1]


@pytest.mark.parametrize("lowercase", [True, False], ids=["uncased", "cased"])
@pytest.mark.parametrize("chinese", [True, False], ids=["chinese", "no-chinese"])
def test_20_000_strings_have_the_ids_of_bert_tokenizer(
    texts: list[str], large_vocabulary: Path, lowercase: bool, chinese: bool
) -> None:
    pieces = _pieces(large_vocabulary)
    assert len(pieces) > 25_000
    ours = WordPieceTokenizer(pieces, lowercase=lowercase, handle_chinese_chars=chinese)
    theirs = BertTokenizer(
        str(large_vocabulary), do_lower_case=lowercase, tokenize_chinese_chars=chinese
    )
    expected = theirs(texts, add_special_tokens=False)["input_ids"]
    found = ours.cut_ids(texts)
    different = [text for text, a, b in zip(texts, found, expected, strict=True) if a != b]
    assert not different, different[:3]
    # What pairs are made of is cut word by word, and the window sees one sentence at a time.
    ids, lengths = SentenceCutter(ours).cut(texts)
    assert ids.tolist() == list(chain.from_iterable(expected))
    assert lengths.tolist() == [len(one) for one in expected]
    assert [list(ours.cut(text).ids) for text in texts[:500]] == expected[:500]


def test_the_strings_are_a_hard_lot(texts: list[str], large_vocabulary: Path) -> None:
    assert len(set(texts)) > 0.85 * COUNT
    categories = {unicodedata.category(c) for text in texts for c in text}
    assert {
        "Lu",
        "Ll",
        "Lo",
        "Mn",
        "Mc",
        "Cc",
        "Cf",
        "So",
        "Nd",
        "Po",
        "Zs",
        "Zl",
        "Co",
    } <= categories
    assert sum(len(word) > 100 for text in texts for word in text.split()) > 100
    tokenizer = WordPieceTokenizer(_pieces(large_vocabulary))
    ids = list(chain.from_iterable(tokenizer.cut_ids(texts)))
    assert 0.01 < ids.count(tokenizer.unk_id) / len(ids) < 0.5
    assert max(ord(c) for text in texts for c in text) < sys.maxunicode
