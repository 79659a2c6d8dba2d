"""A film as a file: animated PNG, GIF, or a folder of pictures, there whole or not at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bertscope.errors import BertscopeError
from bertscope.gui.film.film_reels import Apng, Folder, Frame, Gif, OneFile, Pixels, Reel
from bertscope.gui.language import tr

MOST_BYTES = 1 << 30
MOST_SIDE = 16_384
"""Pixels: larger pictures are shown by hardly anything."""
REST_SECONDS = 2.0
"""The last picture stays, before a player begins anew."""


class FilmFile:
    """A film that is being written: there whole in the end, or not at all.

    Parameters
    ----------
    path
        Ends in ``.png`` or ``.gif``; without an ending it is a folder of pictures.
    seconds
        How long each frame is shown, but the last, which rests.

    Raises
    ------
    BertscopeError
        From here or any method: if the ending is another one, the frames are too large or not of
        one size, the film grows too large, or it can't be written. Nothing is left then.
    """

    def __init__(self, path: Path, seconds: float) -> None:
        self.path, self._seconds = path, seconds
        self._draft = path.with_name(f"{path.name}.tmp")
        self._held: Frame | None = None
        self._size: tuple[int, ...] = ()
        self._reel: Reel | None = None
        with self._told():
            self._reel = _reel(path, self._draft)

    def add(self, frame: Frame) -> None:
        """One more frame."""
        with self._told():
            self._check(frame.pixels)
            self._flush(self._seconds)
            self._held = frame

    def close(self) -> None:
        """Finish it."""
        with self._told():
            self._flush(REST_SECONDS)
            if self._reel is None or not self._size:
                raise BertscopeError(tr("The film has no frames: train until some steps are kept."))
            self._reel.close()
            if self._draft.is_dir() and self.path.is_dir():
                self.path.rmdir()  # It is empty.
            self._draft.replace(self.path)
            self._reel = None

    def drop(self) -> None:
        """Leave nothing behind."""
        reel, self._reel, self._held = self._reel, None, None
        if reel is not None:
            reel.drop()
        with suppress(OSError):
            if self._draft.is_dir():
                shutil.rmtree(self._draft)
            else:
                self._draft.unlink(missing_ok=True)

    def _check(self, pixels: Pixels) -> None:
        if max(pixels.shape) > MOST_SIDE:
            raise BertscopeError(
                tr(
                    "The pictures would be {width:,} x {height:,} pixels, too many for a film: "
                    "choose a smaller picture size in the File menu.",
                    width=pixels.shape[1],
                    height=pixels.shape[0],
                )
            )
        if self._size and pixels.shape != self._size:
            raise BertscopeError(
                tr(
                    "The view changed its size while it was filmed: leave it as it is, and film "
                    "it again."
                )
            )
        self._size = pixels.shape

    def _flush(self, seconds: float) -> None:
        """Write the frame that was held back: only now is it known how long it is shown."""
        if self._held is None or self._reel is None:
            return
        self._reel.add(self._held, seconds)
        if isinstance(self._reel, OneFile) and self._reel.file.tell() > MOST_BYTES:
            raise BertscopeError(
                tr(
                    "The film would be larger than {size} GB: choose a smaller picture size in "
                    "the File menu, or film one view.",
                    size=MOST_BYTES >> 30,
                )
            )

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say in a sentence what goes wrong, and leave nothing behind."""
        try:
            yield
        except OSError as error:
            self.drop()
            raise BertscopeError(
                tr(
                    "{path} can't be written ({why}): choose another place.",
                    path=self.path,
                    why=error.strerror,
                )
            ) from error
        except BaseException:
            self.drop()
            raise


def _reel(path: Path, draft: Path) -> Reel:
    match path.suffix.lower():
        case ".png":
            return Apng(draft.open("wb+"))
        case ".gif":
            return Gif(draft.open("wb+"))
        case "":
            if path.exists() and (not path.is_dir() or any(path.iterdir())):
                raise BertscopeError(
                    tr("{name} is there already: choose a new folder's name.", name=path.name)
                )
            return Folder(draft)
    raise BertscopeError(
        tr(
            "{name}: choose a name that ends in .png or .gif, or in nothing for a folder.",
            name=path.name,
        )
    )
