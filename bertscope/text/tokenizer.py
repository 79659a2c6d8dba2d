"""WordPiece exactly as BertTokenizer cuts it, with the place of every piece in the sentence."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tokenizers import AddedToken, Tokenizer, decoders, normalizers, pre_tokenizers, processors
from tokenizers.models import WordPiece

from bertscope.errors import TextError

PAD, UNK, CLS, SEP, MASK = SPECIAL_TOKENS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
MAX_INPUT_CHARS_PER_WORD = 100


@dataclass(frozen=True, slots=True)
class Pieces:
    """One sentence cut into WordPieces.

    Attributes
    ----------
    tokens, ids
        The pieces and their vocabulary indices.
    spans
        ``(start, end)`` of each piece in the sentence, in characters.
    words
        For each piece the number of the word it belongs to, from 0. A ``##`` piece has the number
        of the piece before it.
    """

    tokens: tuple[str, ...] = ()
    ids: tuple[int, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    words: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.ids)


class WordPieceTokenizer:
    """BERT's tokenizer over one vocabulary.

    Parameters
    ----------
    vocabulary
        The pieces in the order of their ids; holds the five special tokens.
    lowercase, strip_accents, handle_chinese_chars
        As BertTokenizer's ``do_lower_case``, ``strip_accents`` (None follows lower-casing) and
        ``tokenize_chinese_chars``.

    Raises
    ------
    TextError
        If a special token is missing or a piece stands twice.
    """

    def __init__(
        self,
        vocabulary: list[str],
        *,
        lowercase: bool = True,
        strip_accents: bool | None = None,
        handle_chinese_chars: bool = True,
    ) -> None:
        ids = {piece: i for i, piece in enumerate(vocabulary)}
        if len(ids) != len(vocabulary):
            raise TextError("The vocabulary holds a piece twice: check vocab.txt.")
        if missing := [token for token in SPECIAL_TOKENS if token not in ids]:
            raise TextError(f"The vocabulary lacks {', '.join(missing)}: is it BERT's vocab.txt?")
        self.vocabulary = tuple(vocabulary)
        self.lowercase = lowercase
        self.strip_accents = strip_accents
        self.handle_chinese_chars = handle_chinese_chars
        self.ids = ids
        self.pad_id, self.unk_id, self.cls_id, self.sep_id, self.mask_id = (
            ids[token] for token in SPECIAL_TOKENS
        )

    @cached_property
    def backend(self) -> Tokenizer:
        """The tokenizers object that cuts; a pair of texts gets BERT's template."""
        backend = Tokenizer(
            WordPiece(self.ids, unk_token=UNK, max_input_chars_per_word=MAX_INPUT_CHARS_PER_WORD)
        )
        backend.normalizer = normalizers.BertNormalizer(
            clean_text=True,
            handle_chinese_chars=self.handle_chinese_chars,
            strip_accents=self.strip_accents,
            lowercase=self.lowercase,
        )
        backend.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        backend.decoder = decoders.WordPiece("##")
        backend.add_special_tokens([AddedToken(t, normalized=False) for t in SPECIAL_TOKENS])
        backend.post_processor = processors.TemplateProcessing(
            single="[CLS]:0 $A:0 [SEP]:0",
            pair="[CLS]:0 $A:0 [SEP]:0 $B:1 [SEP]:1",
            special_tokens=[(CLS, self.cls_id), (SEP, self.sep_id)],
        )
        return backend

    def __len__(self) -> int:
        return len(self.vocabulary)

    def cut(self, sentence: str) -> Pieces:
        """Cut one sentence, without [CLS] and [SEP]."""
        encoding = self.backend.encode(sentence, add_special_tokens=False)
        words: list[int] = []
        for token in encoding.tokens:
            starts_word = not words or not token.startswith("##")
            words.append((words[-1] + 1 if words else 0) if starts_word else words[-1])
        return Pieces(
            tuple(encoding.tokens),
            tuple(encoding.ids),
            tuple((start, end) for start, end in encoding.offsets),
            tuple(words),
        )

    def cut_ids(self, sentences: list[str]) -> list[list[int]]:
        """The ids of many sentences at once, on all cores."""
        encodings = self.backend.encode_batch_fast(sentences, add_special_tokens=False)
        return [encoding.ids for encoding in encodings]

    def save(self, folder: Path, *, model_max_length: int) -> None:
        """Write the three files that BertTokenizer reads: one is not enough for cased models."""
        (folder / "vocab.txt").write_text(
            "".join(piece + "\n" for piece in self.vocabulary), encoding="utf-8", newline="\n"
        )
        self.backend.save(str(folder / "tokenizer.json"))
        config = {
            "tokenizer_class": "BertTokenizer",
            "do_lower_case": self.lowercase,
            "strip_accents": self.strip_accents,
            "tokenize_chinese_chars": self.handle_chinese_chars,
            "model_max_length": model_max_length,
            **dict(zip(_SPECIAL_KEYS, SPECIAL_TOKENS, strict=True)),
        }
        (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=2) + "\n", "utf-8")

    @classmethod
    def load(cls, folder: Path) -> "WordPieceTokenizer":
        """Read the tokenizer of a Hugging Face BERT folder.

        ``tokenizer_config.json`` decides on lower-casing, then ``tokenizer.json``, then BERT's
        uncased default. ``vocab.txt`` alone is enough.

        Raises
        ------
        TextError
            If there is no vocabulary, or it isn't BERT's.
        """
        settings = _settings_of(folder)
        return cls(_vocabulary_of(folder), **settings)


_SPECIAL_KEYS = ("pad_token", "unk_token", "cls_token", "sep_token", "mask_token")


def _read_json(path: Path) -> dict[str, object]:
    if not path.is_file():
        return {}
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise TextError(f"{path.name} in {path.parent} is damaged: copy it again.") from error
    if not isinstance(content, dict):
        raise TextError(f"{path.name} in {path.parent} is damaged: copy it again.")
    return content


def _settings_of(folder: Path) -> dict[str, bool]:
    config = _read_json(folder / "tokenizer_config.json")
    normalizer = _read_json(folder / "tokenizer.json").get("normalizer")
    settings: dict[str, bool] = {}
    for ours, configured, saved in (
        ("lowercase", "do_lower_case", "lowercase"),
        ("strip_accents", "strip_accents", "strip_accents"),
        ("handle_chinese_chars", "tokenize_chinese_chars", "handle_chinese_chars"),
    ):
        value = config.get(configured)
        if value is None and isinstance(normalizer, dict):
            value = normalizer.get(saved)
        if isinstance(value, bool):
            settings[ours] = value
    return settings


def _vocabulary_of(folder: Path) -> list[str]:
    path = folder / "vocab.txt"
    if path.is_file():
        # The Rust reader strips white space and so merges "a" with "a\u3000".
        try:
            with path.open(encoding="utf-8", newline="\n") as lines:
                return [line.rstrip("\n").removesuffix("\r") for line in lines]
        except (OSError, UnicodeDecodeError) as error:
            raise TextError(
                f"{path.name} in {folder} can't be read as UTF-8 text: copy it again."
            ) from error
    model = _read_json(folder / "tokenizer.json").get("model")
    if isinstance(model, dict) and model.get("type", "WordPiece") == "WordPiece":
        vocabulary = model.get("vocab")
        if isinstance(vocabulary, dict):
            return sorted(vocabulary, key=vocabulary.__getitem__)
    raise TextError(f"There is no vocab.txt in {folder}: choose a BERT folder that has one.")
