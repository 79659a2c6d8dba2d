"""Texts out of .parquet and .arrow files, by pyarrow, which is an optional part of bertscope."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bertscope.errors import CorpusError
from bertscope.text.records import place_of

_PARQUET, _ARROW = SUFFIXES = (".parquet", ".arrow")
_ROWS_A_BATCH = 1_000


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
        for share, batch in read(file, column):
            texts = batch.column(place_of(file, column, batch.schema.names)).to_pylist()
            if any(not isinstance(text, str | None) for text in texts):
                raise CorpusError(f"The column {column!r} of {file} holds no text: name another.")
            yield from filter(None, texts)
            told(int(share * size))
    except pyarrow.ArrowException as error:
        raise CorpusError(f"{file} is damaged: copy or download it again.") from error


def _parquet(file: Path, column: str) -> Iterator[tuple[float, Any]]:
    import pyarrow.parquet

    with pyarrow.parquet.ParquetFile(file) as table:
        place_of(file, column, table.schema_arrow.names)
        rows, done = max(table.metadata.num_rows, 1), 0
        for batch in table.iter_batches(batch_size=_ROWS_A_BATCH, columns=[column]):
            done += batch.num_rows
            yield done / rows, batch


def _arrow(file: Path, column: str) -> Iterator[tuple[float, Any]]:
    import pyarrow

    with pyarrow.memory_map(str(file)) as mapped:
        size = max(mapped.size(), 1)
        try:
            table = pyarrow.ipc.open_file(mapped)
        except pyarrow.ArrowInvalid:
            mapped.seek(0)  # A stream: the same batches without a table of contents.
            stream = pyarrow.ipc.open_stream(mapped)
            place_of(file, column, stream.schema.names)
            for batch in stream:
                yield mapped.tell() / size, batch
            return
        place_of(file, column, table.schema.names)
        for i in range(table.num_record_batches):
            yield (i + 1) / table.num_record_batches, table.get_batch(i)
