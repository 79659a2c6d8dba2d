"""Arrays that grow chunk by chunk, in memory or on disk."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from bertscope.errors import CorpusError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class GrowingArray:
    """An array of which only the last chunk need be held.

    Parameters
    ----------
    dtype
        Of all chunks.
    folder
        Where a nameless file holds the array, which vanishes with it; None holds it in memory.
    """

    def __init__(self, dtype: DTypeLike, folder: Path | None) -> None:
        self._dtype = np.dtype(dtype)
        self._chunks: list[NDArray[Any]] = []
        self._file = TemporaryFile(dir=folder) if folder else None  # noqa: SIM115
        self._count = 0

    def append(self, chunk: NDArray[Any]) -> None:
        """Take a chunk; OSError where it finds no room."""
        chunk = np.ascontiguousarray(chunk, self._dtype)
        self._count += len(chunk)
        if self._file is None:
            self._chunks.append(chunk)
        else:
            self._file.write(chunk.data)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()

    def finish(self) -> NDArray[Any]:
        """The whole array, read-only where it lies on disk."""
        if self._file is None or not self._count:
            self.close()
            return np.concatenate([np.zeros(0, self._dtype), *self._chunks])
        with self._file as file:
            file.flush()
            return np.memmap(file, self._dtype, "r", shape=(self._count,))


@contextmanager
def keeping_in(folder: Path) -> Iterator[None]:
    """Make the folder; what goes wrong with writing there becomes a sentence.

    Raises
    ------
    CorpusError
        In place of OSError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise CorpusError(
                f"There is no room in {folder} for a corpus of this size cut into pieces: free "
                "some space on that disk, or train on a smaller corpus."
            ) from error
        reason = error.strerror or str(error)
        raise CorpusError(
            f"{folder}, where large corpora are kept cut into pieces, can't be written ({reason}): "
            "check its permissions."
        ) from error
