"""Films as files; what was written is read back by Pillow's own readers."""

import errno
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageSequence

from bertscope.errors import BertscopeError
from bertscope.gui.film import film_files, film_reels
from bertscope.gui.film.film_files import REST_SECONDS, FilmFile
from bertscope.gui.film.film_reels import Frame, Pixels

HIGH, WIDE = 40, 60


def scene(number: int) -> Pixels:
    """A grey picture in which a coloured square has moved on."""
    pixels = np.full((HIGH, WIDE, 3), 200, np.uint8)
    pixels[5:15, 4 * number : 4 * number + 10] = (10 * number, 90, 255 - 10 * number)
    return pixels


def film(path: Path, scenes: list[Pixels], seconds: float = 0.2) -> Path:
    made = FilmFile(path, seconds)
    for number, pixels in enumerate(scenes):
        made.add(Frame(pixels, f"step {number}"))
    made.close()
    return path


def frames(path: Path) -> tuple[list[Pixels], list[float]]:
    """What a reader shows, and for how long, in seconds."""
    with Image.open(path) as image:
        found = [
            (np.asarray(frame.convert("RGB")), frame.info["duration"] / 1000)
            for frame in ImageSequence.Iterator(image)
        ]
    return [pixels for pixels, _ in found], [seconds for _, seconds in found]


SCENES = [scene(0), scene(1), scene(2), scene(2), scene(5)]


@pytest.mark.parametrize("ending", [".png", ".gif"])
def test_every_frame_is_there_in_its_colours_and_its_time(tmp_path: Path, ending: str) -> None:
    shown, seconds = frames(film(tmp_path / f"film{ending}", SCENES))
    assert len(shown) == len(SCENES)
    for pixels, wanted in zip(shown, SCENES, strict=True):
        assert np.array_equal(pixels, wanted)
    assert seconds == [0.2] * 4 + [REST_SECONDS]


@pytest.mark.parametrize("ending", [".png", ".gif"])
def test_a_film_is_played_over_and_over(tmp_path: Path, ending: str) -> None:
    with Image.open(film(tmp_path / f"film{ending}", SCENES)) as image:
        assert image.info["loop"] == 0


def test_a_gif_keeps_close_to_many_colours(tmp_path: Path) -> None:
    across, down = np.meshgrid(np.linspace(0, 255, 200), np.linspace(0, 255, 200))
    rich = np.dstack([across, down, 255 - across]).astype(np.uint8)
    (shown, _), _ = frames(film(tmp_path / "film.gif", [rich, rich[::-1].copy()]))
    assert np.abs(shown.astype(int) - rich).mean() < 8


def test_a_folder_has_a_picture_a_frame_named_in_order(tmp_path: Path) -> None:
    folder = film(tmp_path / "film", SCENES)
    files = sorted(folder.iterdir())
    assert [file.name for file in files[:2]] == ["0001 step 0.png", "0002 step 1.png"]
    for file, wanted in zip(files, SCENES, strict=True):
        with Image.open(file) as image:
            assert np.array_equal(np.asarray(image), wanted)


def test_an_empty_folder_may_be_filled_another_one_not(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert len(list(film(tmp_path / "empty", SCENES).iterdir())) == len(SCENES)
    with pytest.raises(BertscopeError, match="there already"):
        FilmFile(tmp_path / "empty", 0.2)


@pytest.mark.parametrize("name", ["film.png", "film.gif"])
def test_the_same_frames_give_the_same_bytes(tmp_path: Path, name: str) -> None:
    (tmp_path / "again").mkdir()
    once, again = film(tmp_path / name, SCENES), film(tmp_path / "again" / name, SCENES)
    assert once.read_bytes() == again.read_bytes()


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (300, 300, 3), np.uint8)
    moved = [noise.copy() for _ in range(10)]
    for number, pixels in enumerate(moved):
        pixels[:10, :10] = number
    one = film(tmp_path / "one.png", moved[:1]).stat().st_size
    assert film(tmp_path / "ten.png", moved).stat().st_size < 1.1 * one


def test_one_frame_is_a_film_too(tmp_path: Path) -> None:
    for name in ("film.png", "film.gif"):
        with Image.open(film(tmp_path / name, SCENES[:1])) as image:
            assert np.array_equal(np.asarray(image.convert("RGB")), SCENES[0])


@pytest.mark.parametrize("name", ["film.png", "film.gif", "film"])
def test_one_that_is_given_up_leaves_nothing_and_spares_what_was_there(
    tmp_path: Path, name: str
) -> None:
    if "." in name:
        (tmp_path / name).write_bytes(b"the one before")
    made = FilmFile(tmp_path / name, 0.2)
    for before, _ in pairwise(SCENES):
        made.add(Frame(before))
    made.drop()
    left = [path.name for path in tmp_path.iterdir()]
    assert left == ([name] if "." in name else [])


@pytest.mark.parametrize("name", ["film.png", "film.gif", "film"])
def test_a_full_disk_is_told_and_leaves_nothing(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = FilmFile(tmp_path / name, 0.2)
    made.add(Frame(SCENES[0]))

    def full(*_: object, **__: object) -> object:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(film_reels, "_png", full)
    monkeypatch.setattr(film_reels, "getdata", full)
    monkeypatch.setattr(film_reels.Image.Image, "save", full)
    with pytest.raises(BertscopeError, match="No space left on device"):
        made.add(Frame(SCENES[1]))
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    for name in ("film.png", "film"):
        with pytest.raises(BertscopeError, match="choose another place"):
            FilmFile(tmp_path / "nowhere" / name, 0.2)


def test_what_can_not_be_a_film_is_told(tmp_path: Path) -> None:
    with pytest.raises(BertscopeError, match=r"\.gif"):
        FilmFile(tmp_path / "film.avi", 0.2)
    with pytest.raises(BertscopeError, match="no frames"):
        FilmFile(tmp_path / "film.png", 0.2).close()
    made = FilmFile(tmp_path / "film.png", 0.2)
    made.add(Frame(SCENES[0]))
    with pytest.raises(BertscopeError, match="changed its size"):
        made.add(Frame(SCENES[0][:-1]))
    with pytest.raises(BertscopeError, match="smaller picture"):
        FilmFile(tmp_path / "film.png", 0.2).add(Frame(np.zeros((1, 20_000, 3), np.uint8)))
    assert list(tmp_path.iterdir()) == []


def test_a_film_that_grows_too_large_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(film_files, "MOST_BYTES", 200)
    made = FilmFile(tmp_path / "film.png", 0.2)
    made.add(Frame(SCENES[0]))
    with pytest.raises(BertscopeError, match="larger than"):
        made.add(Frame(SCENES[1]))
    assert list(tmp_path.iterdir()) == []
