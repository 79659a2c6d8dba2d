"""A WordPiece vocabulary from a corpus: letters, common suffixes, then the corpus's own words.

WordPiece trainers differ from run to run. Here the words are counted and sorted, so the same
sentences always give the same vocabulary; and what comes out can be explained in a sentence.
"""

import hashlib
import string
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bertscope.errors import TextError
from bertscope.text.tokenizer import SPECIAL_TOKENS, WordPieceTokenizer

_CHARACTERS = string.ascii_lowercase + string.digits
_PUNCTUATION = string.punctuation + "‘’“”–—…"
# fmt: off
_SUFFIXES = [
    "ing", "ed", "s", "es", "er", "est", "ly", "ness", "ful", "less", "en", "y",
    "al", "able", "ment", "ion", "tion", "ity", "ous", "ive", "ism", "ist", "ish", "ship",
]
# fmt: on
_FOREIGN_SHARE = 8
"""Of the pieces one in eight at the most goes to characters that English doesn't have."""
_MODEL_MAX_LENGTH = 128


def build_vocabulary(sentences: Iterable[str], size: int) -> list[str]:
    """The pieces in the order of their ids; the same sentences give the same pieces.

    First come BERT's five special tokens, then letters, digits and punctuation with the ``##``
    forms of letters and digits, so that all that is typed in English has pieces; then common
    suffixes, characters of the corpus that English doesn't have, and the words of the corpus by
    falling frequency.

    One form is never a word of its own: one in *-ing* whose stem, three letters at the least, is
    a word of the corpus, unless the stem with an *e* is one too. So ``playing`` becomes
    ``play ##ing``, while ``likes``, ``running``, ``morning`` and ``hiding`` stay whole.

    Parameters
    ----------
    sentences
        The corpus, in any order.
    size
        How many pieces at the most; less where the corpus has fewer words.

    Raises
    ------
    TextError
        If `size` has no room for letters and suffixes.
    """
    base = _base_pieces()
    if size < len(base):
        raise TextError(f"A vocabulary needs at least {len(base)} pieces: ask for more.")
    counts = _count_words(sentences)
    foreign = _foreign_pieces(counts, min(size - len(base), size // _FOREIGN_SHARE))
    pieces = dict.fromkeys(base + foreign)
    for word in _by_frequency(_leave_ing_to_pieces(counts)):
        if len(pieces) == size:
            break
        pieces.setdefault(word)
    return list(pieces)


def write_vocabulary(folder: Path, sentences: Iterable[str], size: int) -> str:
    """Build a vocabulary and write it as a tokenizer folder that BertTokenizer reads.

    Returns
    -------
    str
        The sha256 of ``vocab.txt`` in hex digits.

    Raises
    ------
    TextError
        If `size` is too small or the folder can't be written.
    """
    tokenizer = WordPieceTokenizer(build_vocabulary(sentences, size))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tokenizer.save(folder, model_max_length=_MODEL_MAX_LENGTH)
        return hashlib.sha256((folder / "vocab.txt").read_bytes()).hexdigest()
    except OSError as error:
        raise TextError(
            f"The vocabulary can't be written to {folder}: choose a folder that can be written to."
        ) from error


def _base_pieces() -> list[str]:
    continuing = [*_CHARACTERS, *_SUFFIXES]
    pieces = [*SPECIAL_TOKENS, *_PUNCTUATION, *_CHARACTERS, *("##" + piece for piece in continuing)]
    return list(dict.fromkeys(pieces))


def _count_words(sentences: Iterable[str]) -> Counter[str]:
    """How often each word stands in the sentences, words as BERT's tokenizer splits them."""
    backend = WordPieceTokenizer(list(SPECIAL_TOKENS)).backend
    # White space always splits, so each distinct chunk needs splitting only once.
    chunks: Counter[str] = Counter()
    for sentence in sentences:
        chunks.update(sentence.split())
    words: Counter[str] = Counter()
    for chunk, count in chunks.items():
        for word, _ in backend.pre_tokenizer.pre_tokenize_str(
            backend.normalizer.normalize_str(chunk)
        ):
            words[word] += count
    return words


def _foreign_pieces(counts: Counter[str], room: int) -> list[str]:
    characters: Counter[str] = Counter()
    for word, count in counts.items():
        if not word.isascii():
            for character in word:
                characters[character] += count
    foreign = [c for c in _by_frequency(characters) if c not in _CHARACTERS + _PUNCTUATION]
    return [piece for c in foreign[: room // 2] for piece in (c, "##" + c)]


def _leave_ing_to_pieces(counts: Counter[str]) -> Counter[str]:
    """The counts without the forms in -ing that have a stem, which count for their stem."""
    left: Counter[str] = Counter()
    for word, count in counts.items():
        stem = word.removesuffix("ing")
        has_stem = stem != word and len(stem) >= 3 and stem in counts
        left[stem if has_stem and stem + "e" not in counts else word] += count
    return left


def _by_frequency(counts: Counter[str]) -> list[str]:
    """The most frequent first; at a tie by the alphabet."""
    return sorted(counts, key=lambda piece: (-counts[piece], piece))
