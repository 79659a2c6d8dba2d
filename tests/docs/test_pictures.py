"""The pictures: the app makes them, and one that shows nothing new is not written anew."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage

from tests.docs.studio import NOTICED, save
from tests.docs.texts import DOCS, README, ROOT, targets_of

LARGEST_FILM = 1_500_000


def painted(shade: int, spots: int = 0) -> QImage:
    """A grey picture with some white pixels."""
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(shade * 0x10101)
    for spot in range(spots):
        image.setPixel(spot % 100, spot // 100, 0xFFFFFF)
    return image


@pytest.mark.parametrize(
    ("image", "is_new"),
    [
        (painted(50), False),
        (painted(50, 4), False),
        (painted(50, 6), True),
        (painted(50 + NOTICED), False),
        (painted(51 + NOTICED), True),
        (painted(50).copy(0, 0, 100, 99), True),
    ],
)
def test_only_what_shows_something_new_is_written(
    tmp_path: Path, image: QImage, is_new: bool
) -> None:
    path = tmp_path / "picture.png"
    save(path, painted(50))
    before = path.read_bytes()
    save(path, image)
    assert (path.read_bytes() != before) is is_new


def test_the_film_is_small_and_moves() -> None:
    (film,) = (target for target in targets_of(README, pictures=True) if target.endswith(".gif"))
    assert (ROOT / film).stat().st_size < LARGEST_FILM
    with Image.open(ROOT / film) as frames:
        assert getattr(frames, "n_frames", 1) > 10


@pytest.mark.slow
def test_the_app_makes_the_pictures(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.docs.pictures", "pair", "--out", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made = {path.name for path in tmp_path.iterdir()}
    kept = {path.name for path in (DOCS / "pictures").iterdir()}
    assert {"window-light.png", "masks-dark.png", "map-light.png"} <= made <= kept
    for name in made:
        with Image.open(tmp_path / name) as picture:
            assert len(np.unique(np.asarray(picture))) > 20, name
