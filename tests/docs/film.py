"""The README's film: a model learns, and then it is travelled into the past of its run.

Run as ``python -m tests.docs.film``; the frames are written by what the app writes its films with.
"""

from dataclasses import fields
from functools import cache
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from bertscope.gui.film.film_export import pixels_of
from bertscope.gui.film.film_files import FilmFile
from bertscope.gui.film.film_reels import Frame
from bertscope.gui.palette import LIGHT
from bertscope.gui.run.training import Phase
from bertscope.text.masking import Action
from tests.docs.studio import Studio

ROOT = Path(__file__).parents[2]
FILM = ROOT / "resources" / "screenshots" / "film.gif"
SIZE = QSize(1280, 740)
SECONDS = 0.4
"""Of each frame."""
TINTS = (1.0, 0.75, 0.5, 0.25)
"""Shares of a colour on the ground of a panel."""
HIDDEN = ("attention", "layers", "map")
MARKS = (1, 30, 60, 95, 130, 170, 210, 255, 300, 345, 390)
"""Steps at which the window is filmed while the model learns."""
STOPS = (380, 260, 160, 90, 45, 15, 0)
"""Where the amber line is dragged to, when it has learned."""


def main() -> None:
    """Make the film."""
    with Studio(FILM.parent, SIZE) as studio:
        film = FilmFile(FILM, SECONDS)
        for name in HIDDEN:
            studio.window.page.panels[name].hide()
        studio.window.session.set_action([2, 8], Action.MASK)
        studio.window.session.set_focus(2)
        learn(studio, film)
        go_back(studio, film)
        film.close()
    print(f"{FILM.relative_to(ROOT)}: {FILM.stat().st_size / 1e6:.2f} MB")


def learn(studio: Studio, film: FilmFile) -> None:
    """Film a run from its first step to its last, while it goes on."""
    training = studio.window.training
    recipe = msgspec.structs.replace(training.recipe, device="cpu")
    training.set_recipe(recipe)
    add(studio, film)
    training.play()
    for mark in MARKS:
        studio.wait(lambda mark=mark: training.step >= mark)  # type: ignore[misc]
        add(studio, film)
    studio.wait(lambda: training.phase is Phase.FINISHED)
    studio.settle()
    add(studio, film, times=3)


def go_back(studio: Studio, film: FilmFile) -> None:
    """Film the same sentences at the steps that are kept, from the last to the first."""
    for stop in STOPS:
        studio.window.films.travel.to(stop)
        studio.settle()
        add(studio, film)


def add(studio: Studio, film: FilmFile, times: int = 1) -> None:
    """Add what the window shows, in the colours of its theme: that keeps the file small."""
    pixels = pixels_of(studio.window.grab().toImage())
    few = Image.fromarray(pixels).quantize(palette=few_colours(), dither=Image.Dither.NONE)
    for _ in range(times):
        film.add(Frame(np.asarray(few.convert("RGB"))))


@cache
def few_colours() -> Image.Image:
    """The colours of the light theme, with those between each and the ground of a panel."""
    named = {getattr(LIGHT, field.name) for field in fields(LIGHT)} - {False}
    ground, *shades = (rgb(QColor(name)) for name in (LIGHT.card, *named))
    tints = np.rint([ground + tint * (shade - ground) for tint in TINTS for shade in shades])
    colours = np.unique(tints.astype(np.uint8), axis=0)
    palette = Image.new("P", (1, 1))
    palette.putpalette(colours.tobytes())
    return palette


def rgb(colour: QColor) -> NDArray[np.float64]:
    return np.array([colour.red(), colour.green(), colour.blue()], np.float64)


if __name__ == "__main__":
    main()
