"""How the frames of a film are written: as animated PNG, as GIF, or each as a picture.

No frame is held longer than until the next one, so a film may be as long as one likes. The same
frames give the same bytes.
"""

import shutil
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.GifImagePlugin import getdata

COLOURS = 255
"""Of a GIF's frame; one more says that a pixel stays as it was."""

_Kind = TypeVar("_Kind", np.uint8, np.bool_)

Pixels = NDArray[np.uint8]
"""(height, width, 3): red, green and blue."""


class Reel(Protocol):
    """Takes the frames of one film."""

    def add(self, frame: "Frame", seconds: float) -> None:
        """One more frame, and how long it is shown."""
        ...

    def close(self) -> None:
        """That was the last one."""
        ...

    def drop(self) -> None:
        """Let go of the file."""
        ...


class Frame(NamedTuple):
    """A picture of a film, and what it is called where each is a file of its own."""

    pixels: Pixels
    name: str = ""


class Box(NamedTuple):
    """A part of a picture."""

    left: int
    top: int
    width: int
    height: int

    def of(self, pixels: NDArray[_Kind]) -> NDArray[_Kind]:
        return pixels[self.top : self.top + self.height, self.left : self.left + self.width]


class Folder:
    """A folder with a PNG for each frame, numbered in their order."""

    def __init__(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        self._folder, self._count = folder, 0

    def add(self, frame: Frame, seconds: float) -> None:
        del seconds  # Pictures have no times.
        self._count += 1
        words = f"{self._count:04d} {frame.name}".strip()
        Image.fromarray(frame.pixels).save(self._folder / f"{words}.png")

    def close(self) -> None:
        pass

    def drop(self) -> None:
        pass


class OneFile:
    """A film in one file; of each frame only what differs from the one before is written."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self._before: Pixels | None = None

    def close(self) -> None:
        self.file.close()

    def drop(self) -> None:
        self.file.close()

    def _changed(self, pixels: Pixels) -> tuple[Box, NDArray[np.bool_]]:
        """What holds all that changed, and which pixels of that did."""
        before, self._before = self._before, pixels
        height, width, _ = pixels.shape
        if before is None:
            return Box(0, 0, width, height), np.ones((height, width), bool)
        changed = (pixels != before).any(axis=-1)
        rows, columns = (np.flatnonzero(changed.any(axis)).tolist() for axis in (1, 0))
        if not rows:
            rows = columns = [0]  # A frame must have a pixel.
        left, top = columns[0], rows[0]
        box = Box(left, top, columns[-1] + 1 - left, rows[-1] + 1 - top)
        return box, box.of(changed)


_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_OVER = 1


class Apng(OneFile):
    """Animated PNG, third edition of the PNG specification (W3C, 2025), section 11.3.2."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file)
        self._frames = self._number = self._control = 0

    def add(self, frame: Frame, seconds: float) -> None:
        box, changed = self._changed(frame.pixels)
        opaque = np.where(changed, np.uint8(255), np.uint8(0))
        header, data = _png(np.dstack([box.of(frame.pixels) * changed[..., None], opaque]))
        if not self._frames:
            self.file.write(_SIGNATURE + _chunk(b"IHDR", header))
            self._control = self.file.tell()
            self.file.write(_animation(0))
        self._frames += 1
        place = struct.pack(">4I", box.width, box.height, box.left, box.top)
        time = struct.pack(">2H2B", round(1000 * seconds), 1000, 0, _OVER)
        self._write(b"fcTL", place + time)
        if self._frames == 1:
            self.file.write(_chunk(b"IDAT", data))
        else:
            self._write(b"fdAT", data)

    def close(self) -> None:
        self.file.write(_chunk(b"IEND", b""))
        self.file.seek(self._control)
        self.file.write(_animation(self._frames))
        super().close()

    def _write(self, name: bytes, content: bytes) -> None:
        """A numbered chunk."""
        self.file.write(_chunk(name, struct.pack(">I", self._number) + content))
        self._number += 1


def _animation(frames: int) -> bytes:
    """The chunk that says how many frames there are, and that they are played over and over."""
    return _chunk(b"acTL", struct.pack(">2I", frames, 0))


def _chunk(name: bytes, content: bytes) -> bytes:
    length, check = struct.pack(">I", len(content)), zlib.crc32(name + content)
    return length + name + content + struct.pack(">I", check)


def _png(pixels: Pixels) -> tuple[bytes, bytes]:
    """The header of a PNG of these pixels, and its data."""
    file = BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    content, at, found = file.getvalue(), len(_SIGNATURE), {b"IHDR": b"", b"IDAT": b""}
    while at < len(content):
        (length,), name = struct.unpack_from(">I", content, at), content[at + 4 : at + 8]
        if name in found:
            found[name] += content[at + 8 : at + 8 + length]
        at += 12 + length
    return found[b"IHDR"], found[b"IDAT"]


class Gif(OneFile):
    """GIF 89a; each frame has colours of its own."""

    def add(self, frame: Frame, seconds: float) -> None:
        if self._before is None:
            height, width, _ = frame.pixels.shape
            self.file.write(b"GIF89a" + struct.pack("<2H3B", width, height, 0, 0, 0) + _FOR_EVER)
        box, changed = self._changed(frame.pixels)
        for part in getdata(
            _few_colours(box.of(frame.pixels), changed),
            (box.left, box.top),
            duration=round(100 * seconds) * 10,  # It counts in hundredths of a second.
            transparency=COLOURS,
            disposal=1,
            include_color_table=True,
        ):
            self.file.write(part)

    def close(self) -> None:
        self.file.write(b";")
        super().close()


_FOR_EVER = b"!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"


def _few_colours(pixels: Pixels, changed: NDArray[np.bool_]) -> Image.Image:
    """Pixels by numbers of at most `COLOURS` colours; those that didn't change have the next."""
    few = Image.fromarray(pixels).quantize(COLOURS, dither=Image.Dither.NONE)
    colours = (few.getpalette() or [])[: 3 * COLOURS]
    image = Image.fromarray(np.where(changed, np.asarray(few), np.uint8(COLOURS)))
    image.putpalette(colours + [0] * (3 * (COLOURS + 1) - len(colours)))
    return image
