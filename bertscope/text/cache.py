"""Large corpora cut into pieces, kept on disk under a key of all that decides on them.

An entry is a folder of raw arrays and a manifest with their sizes and hashes. It is written beside
its place and renamed once it is whole; one that is damaged all the same is noticed and made anew.
"""

import errno
import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, BinaryIO

import msgspec
import numpy as np
from numpy.typing import NDArray

from bertscope.text.store import keeping_in

ENTRIES_KEPT = 8
"""The entries used last; older ones are deleted when another is written."""
ABANDONED_SECONDS = 86_400.0
"""A half-written entry of that age belongs to a program that was killed."""
_MANIFEST = "manifest.json"
_HALF = ".half-"
_TAKEN = (errno.ENOTEMPTY, errno.EEXIST)

DTYPES: dict[str, np.dtype[Any]] = {
    "ids": np.dtype("<i4"),
    "continues": np.dtype("?"),
    "sentence_offsets": np.dtype("<i8"),
    "document_offsets": np.dtype("<i8"),
}
Arrays = dict[str, NDArray[Any]]


class _Entry(msgspec.Struct, frozen=True):
    bytes: int
    sha256: str


class _Manifest(msgspec.Struct, frozen=True):
    arrays: dict[str, _Entry]


class ArrayWriter:
    """Appends chunks of an array to a file."""

    def __init__(self, file: BinaryIO, dtype: np.dtype[Any]) -> None:
        self._file = file
        self._dtype = dtype
        self._hash = hashlib.sha256()
        self._bytes = 0

    def append(self, chunk: NDArray[Any]) -> None:
        """Take a chunk; OSError where it finds no room."""
        data = np.ascontiguousarray(chunk, self._dtype).tobytes()
        self._file.write(data)
        self._hash.update(data)
        self._bytes += len(data)

    def finish(self) -> _Entry:
        """Write down to the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())
        return _Entry(self._bytes, self._hash.hexdigest())


class Cache:
    """The entries in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def check(self, key: str) -> str | None:
        """A hash of all that an entry holds; None where there is no whole one."""
        entry = self.folder / key
        try:
            content = (entry / _MANIFEST).read_bytes()
            manifest = msgspec.json.decode(content, type=_Manifest)
            if manifest.arrays.keys() != DTYPES.keys():
                return None
            for name, expected in manifest.arrays.items():
                with (entry / name).open("rb") as file:
                    if os.fstat(file.fileno()).st_size != expected.bytes:
                        return None
                    if hashlib.file_digest(file, "sha256").hexdigest() != expected.sha256:
                        return None
        except (OSError, msgspec.MsgspecError):
            return None
        return hashlib.sha256(content).hexdigest()

    def open(self, key: str) -> Arrays | None:
        """The arrays of an entry that was checked, mapped from disk; None where it is gone."""
        entry = self.folder / key
        try:
            os.utime(entry)
            return {name: _map(entry / name, dtype) for name, dtype in DTYPES.items()}
        except OSError:
            return None

    @contextmanager
    def writing(self, key: str) -> Iterator[dict[str, ArrayWriter]]:
        """Write an entry: it is there once the block ends well, in place of a damaged one.

        Raises
        ------
        CorpusError
            If there is no room, or the folder can't be written.
        """
        with keeping_in(self.folder):
            self._tidy(key)
            half = Path(mkdtemp(prefix=key + _HALF, dir=self.folder))
            try:
                with ExitStack() as files:
                    writers = {
                        name: ArrayWriter(files.enter_context((half / name).open("wb")), dtype)
                        for name, dtype in DTYPES.items()
                    }
                    yield writers
                    entries = {name: writer.finish() for name, writer in writers.items()}
                manifest = (half / _MANIFEST).open("wb")
                with manifest:
                    manifest.write(msgspec.json.encode(_Manifest(entries)))
                    manifest.flush()
                    os.fsync(manifest.fileno())
                self._put(half, key)
            finally:
                shutil.rmtree(half, ignore_errors=True)

    def _put(self, half: Path, key: str) -> None:
        """Put an entry in its place, unless another program has done so meanwhile."""
        for is_last in (False, False, True):
            if self.check(key) is not None:
                return
            shutil.rmtree(self.folder / key, ignore_errors=True)
            try:
                half.rename(self.folder / key)
                return
            except OSError as error:
                if is_last or error.errno not in _TAKEN:
                    raise

    def _tidy(self, key: str) -> None:
        """Delete what was abandoned, and the oldest entries but `key`'s."""
        whole = []
        for path in self.folder.iterdir():
            changed = path.stat().st_mtime
            if _HALF not in path.name:
                whole.append((changed, path))
            elif changed < time.time() - ABANDONED_SECONDS:
                shutil.rmtree(path, ignore_errors=True)
        others = sorted((e for e in whole if e[1].name != key), reverse=True)
        for _, path in others[ENTRIES_KEPT - 1 :]:
            shutil.rmtree(path, ignore_errors=True)


def _map(path: Path, dtype: np.dtype[Any]) -> NDArray[Any]:
    count = path.stat().st_size // dtype.itemsize
    return np.memmap(path, dtype, "r", shape=(count,)) if count else np.zeros(0, dtype)
