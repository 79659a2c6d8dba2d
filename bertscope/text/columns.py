"""Texts out of .parquet and .arrow files, by pyarrow, which is an optional part of bertscope.

What a damaged file holds is checked before it is looked at: pyarrow follows offsets as they come,
beyond the end of the memory too.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bertscope.errors import CorpusError
from bertscope.text.records import place_of

_PARQUET, _ARROW = SUFFIXES = (".parquet", ".arrow")
_ROWS_A_BATCH = 1_000
_BUFFER_BYTES = 1 << 18
"""Read at once of a parquet file's column, which is else read for a whole row group."""
_FILE_MARK = b"ARROW1"
"""An Arrow file begins with it, and a stream of the same batches doesn't."""

Shares = Iterator[tuple[float, Any]]


def texts_of(file: Path, column: str, told: Callable[[int], None]) -> Iterator[str]:
    """The texts of a column, some thousand at a time; missing and empty ones are left out.

    `told` hears about how many bytes of the file are read.

    Raises
    ------
    CorpusError
        If pyarrow is missing, the file is damaged, or it has no such column of text.
    """
    try:
        import pyarrow
    except ImportError as error:
        raise CorpusError(
            f"{file.name} needs pyarrow: install it with `pip install bertscope[columns]`, or save "
            "the corpus as .jsonl."
        ) from error
    size = file.stat().st_size
    read = _parquet if file.suffix.lower() == _PARQUET else _arrow
    try:
        before = 0.0
        for share, texts in read(file, column):
            texts.validate(full=True)
            for start in range(0, len(texts), _ROWS_A_BATCH):
                told(int((before + (share - before) * start / len(texts)) * size))
                yield from filter(None, texts.slice(start, _ROWS_A_BATCH).to_pylist())
            told(int(share * size))
            before = share
    except (pyarrow.ArrowException, UnicodeDecodeError) as error:
        raise _damaged(file) from error
    except OSError as error:
        if error.errno is not None:
            raise
        # The system has nothing to say: it is pyarrow, about what it read.
        raise _damaged(file) from error


def _parquet(file: Path, column: str) -> Shares:
    import pyarrow.parquet

    options = {"pre_buffer": False, "buffer_size": _BUFFER_BYTES}
    with pyarrow.parquet.ParquetFile(file, page_checksum_verification=True, **options) as table:
        _place_of_text(file, column, table.schema_arrow)
        rows, done = table.metadata.num_rows, 0
        for batch in table.iter_batches(batch_size=_ROWS_A_BATCH, columns=[column]):
            done += batch.num_rows
            yield done / rows, batch.column(0)


def _arrow(file: Path, column: str) -> Shares:
    import pyarrow

    with pyarrow.memory_map(str(file)) as mapped:
        is_file = mapped.read(len(_FILE_MARK)) == _FILE_MARK
        open_ = pyarrow.ipc.open_file if is_file else pyarrow.ipc.open_stream
        mapped.seek(0)
        reader = open_(mapped)
        place = _place_of_text(file, column, reader.schema)
        if is_file:
            for i in range(reader.num_record_batches):
                yield (i + 1) / reader.num_record_batches, reader.get_batch(i).column(place)
        else:
            for batch in reader:
                yield mapped.tell() / mapped.size(), batch.column(place)


def _place_of_text(file: Path, column: str, schema: Any) -> int:
    place = place_of(file, column, schema.names)
    if not _is_text(schema.field(place).type):
        raise CorpusError(f"The column {column!r} of {file} holds no text: name another.")
    return place


def _is_text(kind: Any) -> bool:
    """Whether it is text in one of Arrow's ways to keep it; a column of nothing may be it too."""
    from pyarrow import types

    if types.is_dictionary(kind) or types.is_run_end_encoded(kind):
        return _is_text(kind.value_type)
    text = (types.is_string, types.is_large_string, types.is_string_view, types.is_null)
    return any(is_kind(kind) for is_kind in text)


def _damaged(file: Path) -> CorpusError:
    return CorpusError(f"{file} is damaged: copy or download it again.")
