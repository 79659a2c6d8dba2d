"""A corpus's files, read a block at a time: which they are, and the lines of text in them.

A line that is blank ends a document, in whatever format the file is.
"""

import codecs
import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bertscope.errors import CorpusError
from bertscope.text import columns, records

BLOCK_BYTES = 1 << 15
LONGEST_LINE = 1 << 20
"""Characters of a line of plain text that are held at once; the rest counts as another line."""
LONGEST_RECORD = 1 << 24
"""Characters of a record, which has to be held whole."""
_TEXT = ".txt"
_SUFFIXES = (_TEXT, *records.SUFFIXES, *columns.SUFFIXES)
_GZ = ".gz"
_GZ_GROWS = 4
"""About how many bytes of text a compressed byte stands for."""
_BOM = codecs.BOM_UTF8
_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r"))
_MOST_CONTROLS = 0.1
_JUDGED_BYTES = 1 << 20
"""So many bytes, or all, tell whether a file is text by its share of control characters."""

_NO_TEXT = "{} is not a text file: choose another one."

Report = Callable[[float], None]


@dataclass(frozen=True)
class Source:
    """Where a corpus is read from, and how.

    Attributes
    ----------
    path
        A file, or a folder of files.
    column
        The key or column that holds the text, in formats that have such.
    one_sentence_a_line
        Whether each line is a sentence, as in BERT's own input; else sentences are found.
    """

    path: Path
    column: str = "text"
    one_sentence_a_line: bool = False

    @cached_property
    def files(self) -> list[Path]:
        """The file, or those of the folder that have a format of ours, by name.

        Raises
        ------
        CorpusError
            If there is none.
        """
        path = self.path
        try:
            if path.is_file():
                return [path]
            if not path.is_dir():
                raise CorpusError(
                    f"There is no {path}: choose a text file or a folder of text files."
                )
            files = sorted(f for f in path.iterdir() if _format(f) in _SUFFIXES and f.is_file())
        except OSError as error:
            raise CorpusError(f"{path} can't be read: check its permissions.") from error
        if not files:
            others = ", ".join(_SUFFIXES[1:])
            raise CorpusError(
                f"There is no .txt file in {path}, nor {others}: choose a folder that has some."
            )
        return files

    @cached_property
    def text_bytes(self) -> int:
        """About how much text there is."""
        sizes = zip(self.files, self._sizes, strict=True)
        return sum(size * (_GZ_GROWS if _is_gz(file) else 1) for file, size in sizes)

    @property
    def _sizes(self) -> list[int]:
        sizes = []
        for file in self.files:
            with _reading(file):
                sizes.append(file.stat().st_size)
        return sizes

    def lines(self, report: Report) -> Iterator[str]:
        """The lines of all files; `report` is told the share that is read, 0 to 1.

        Raises
        ------
        CorpusError
            If a file can't be read as what its name says it is.
        """
        sizes = self._sizes
        total, before = max(sum(sizes), 1), 0
        for file, size in zip(self.files, sizes, strict=True):
            start = before

            def told(position: int, start: int = start) -> None:
                report(min((start + position) / total, 1.0))

            with _reading(file):
                yield from self._lines_of(file, told)
            if not self.one_sentence_a_line:
                yield ""  # BERT's own format knows blank lines alone.
            before += size

    def _lines_of(self, file: Path, told: Callable[[int], None]) -> Iterator[str]:
        kind = _format(file)
        if kind in columns.SUFFIXES:
            texts = columns.texts_of(file, self.column, told)
        elif kind in records.SUFFIXES:
            lines = _text_lines(file, told, LONGEST_RECORD, whole=True)
            texts = records.texts_of(file, lines, self.column)
        else:
            yield from _text_lines(file, told, LONGEST_LINE, whole=False)
            return
        for text in texts:
            for line in text.splitlines():
                if self.one_sentence_a_line or not is_blank(line):
                    yield line
            yield ""


def whole_lines(file: Path) -> Iterator[str]:
    """The lines of a file with a record a line, without their ends.

    Raises
    ------
    CorpusError
        If it can't be read, or is no text.
    """
    with _reading(file):
        yield from _text_lines(file, _untold, LONGEST_RECORD, whole=True)


def whole_text(file: Path, longest: int) -> str:
    """The text of a file of at most `longest` characters, with line ends as ``\\n``.

    Raises
    ------
    CorpusError
        If it can't be read, is no text, or is longer.
    """
    pieces, size = [], 0
    with _reading(file):
        for text in _decoded(file, _blocks(file, _untold)):
            pieces.append(text)
            size += len(text)
            if size > longest:
                raise CorpusError(
                    f"{file} is longer than {longest:,} characters: choose a smaller one."
                )
    return "".join(pieces)


def _untold(position: int) -> None:
    """Nobody waits to hear how far a small file is read."""


def is_blank(line: str) -> bool:
    return not line or line.isspace()


def _format(file: Path) -> str:
    return Path(file.name.lower().removesuffix(_GZ)).suffix


def _is_gz(file: Path) -> bool:
    return file.name.lower().endswith(_GZ)


@contextmanager
def _reading(file: Path) -> Iterator[None]:
    try:
        yield
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise CorpusError(f"{file} is damaged: copy or download it again.") from error
    except OSError as error:
        raise CorpusError(f"{file} can't be read: check its permissions.") from error


def _text_lines(
    file: Path, told: Callable[[int], None], longest: int, *, whole: bool
) -> Iterator[str]:
    """Lines without their ends, whatever these are.

    A line of more than `longest` characters comes in pieces, cut at white space where there is
    some; or, if it has to come `whole`, raises CorpusError.
    """
    rest, number = "", 0
    for text in _decoded(file, _blocks(file, told)):
        *lines, rest = (rest + text).split("\n")
        number += len(lines)
        yield from lines
        if len(rest) > longest:
            if whole:
                raise CorpusError(
                    f"Line {number + 1:,} of {file} is longer than {longest:,} characters: "
                    "has each record a line of its own?"
                )
            end = rest.rfind(" ") + 1 or len(rest)
            if not is_blank(rest[:end]):
                yield rest[:end]
            rest = rest[end:]
    if rest:
        yield rest


def _blocks(file: Path, told: Callable[[int], None]) -> Iterator[bytes]:
    with file.open("rb") as raw:
        if not _is_gz(file):
            while block := raw.read(BLOCK_BYTES):
                told(raw.tell())
                yield block
            return
        with gzip.GzipFile(fileobj=raw) as unpacked:
            while block := unpacked.read(BLOCK_BYTES):
                told(raw.tell())
                yield block


def _decoded(file: Path, blocks: Iterator[bytes]) -> Iterator[str]:
    """The text of a file with line ends as ``\\n``.

    Raises
    ------
    CorpusError
        If it is no text, or not UTF-8.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    line_ends = io.IncrementalNewlineDecoder(None, translate=True)
    size, controls, line = 0, 0, 1
    for block in _with_an_end(blocks):
        if not size and block.startswith(_UTF_16_MARKS):
            raise CorpusError(f"{file} is UTF-16: save it as UTF-8.")
        controls += len(block) - len(block.translate(None, _CONTROLS))
        many = controls > _MOST_CONTROLS * (size + len(block))
        judged = not block or size + len(block) >= _JUDGED_BYTES
        if b"\0" in block or (many and judged):
            raise CorpusError(_NO_TEXT.format(file))
        waiting = len(decoder.getstate()[0])
        content = block if size else block.removeprefix(_BOM)
        try:
            text = decoder.decode(content, final=not block)
        except UnicodeDecodeError as error:
            if many:
                raise CorpusError(_NO_TEXT.format(file)) from error
            start = size + len(block) - len(content) - waiting + error.start
            line += error.object.count(b"\n", 0, error.start)
            raise CorpusError(
                f"{file} is not UTF-8 (byte {start + 1:,}, in line {line:,}): save it as UTF-8."
            ) from error
        size += len(block)
        line += block.count(b"\n")
        yield line_ends.decode(text, final=not block)


def _with_an_end(blocks: Iterator[bytes]) -> Iterator[bytes]:
    yield from blocks
    yield b""
