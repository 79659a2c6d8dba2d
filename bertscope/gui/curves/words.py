"""A few words at lines and points of a plot."""

from collections.abc import Sequence

import pyqtgraph as pg

from bertscope.gui.curves.outline import Floats
from bertscope.gui.curves.quantities import Guess
from bertscope.gui.curves.scene import Scene
from bertscope.gui.curves.strokes import Ink
from bertscope.gui.language import tr
from bertscope.gui.theme import Theme

DOTS = (1.0, 2.0)
ALONE, BESIDE = (0.96, 0.55, 0.3), (0.55, 0.3, 0.8)
"""Where along their lines guesses are named, as shares of the width: by themselves, and where names
of runs stand at the right."""
BELOW, ABOVE, HIGHER = -0.4, 1.4, 2.5
"""Where words stand at a point, as multiples of their height."""
ASIDE = 8.0
"""Pixels between a point and words beside it."""
GROUND = "CC"
"""How little of what lies below the words can be seen."""


def set_words(words: pg.TextItem, ink: Ink, shade: str, *, is_bold: bool) -> None:
    """Write in a colour on that of the card, with hardly a margin."""
    words.textItem.document().setDocumentMargin(1)
    words.setFont(ink.theme.bold(11) if is_bold else ink.theme.sans(11))
    words.setColor(shade)
    words.fill = pg.mkBrush(f"{ink.theme.palette.card}{GROUND}")


class GuessLine(pg.InfiniteLine):  # type: ignore[misc]  # pyqtgraph has no types.
    """A dotted line at what mere guessing or a simple rule reaches."""

    def __init__(self) -> None:
        super().__init__(angle=0, label="", labelOpts={"anchors": [(1, 1), (1, 1)]})

    def set_ink(self, ink: Ink) -> None:
        self.setPen(ink.pen(ink.theme.palette.muted, 1, DOTS))
        set_words(self.label, ink, ink.theme.palette.muted, is_bold=False)

    def show_guess(self, guess: Guess, height: float, near: int, scene: Scene) -> None:
        """Say it where curves seldom are, nor names of runs, nor the `near` guesses close by."""
        places = BESIDE if scene.others else ALONE
        self.setPos(height)
        self.label.setFormat(guess.words)
        self.label.setPosition(places[near % len(places)])


class GuessLines:
    """As many of them as a plot needs."""

    def __init__(self, box: pg.ViewBox) -> None:
        self._box, self._lines, self._ink = box, list[GuessLine](), Ink(Theme())

    def set_ink(self, ink: Ink) -> None:
        self._ink = ink
        for line in self._lines:
            line.set_ink(ink)

    @property
    def words(self) -> list[pg.TextItem]:
        """What they say, as far as they are shown."""
        return [line.label for line in self._lines if line.isVisible()]

    def show_guesses(
        self, guesses: Sequence[Guess], heights: Floats, least: float, scene: Scene
    ) -> None:
        """Show these at their heights; nearer than `least` to each other they are named apart."""
        while len(self._lines) < len(guesses):
            line = GuessLine()
            line.set_ink(self._ink)
            self._box.addItem(line, ignoreBounds=True)
            self._lines.append(line)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(guesses))
        for number, (guess, height) in enumerate(zip(guesses, heights, strict=True)):
            near = int((abs(heights[:number] - height) < least).sum())
            self._lines[number].show_guess(guess, height, near, scene)


class BestWords(pg.TextItem):  # type: ignore[misc]  # pyqtgraph has no types.
    """The best value so far, below its ring and beside the cursor, which is often there too.

    Above it where the axis is near.
    """

    def set_ink(self, ink: Ink) -> None:
        set_words(self, ink, ink.theme.palette.right_ink, is_bold=True)

    def show_best(
        self, words: str, place: float, height: float, taken: Sequence[pg.TextItem]
    ) -> None:
        """Say it at a point and within the plot; not where other words are taken to be."""
        box = self.getViewBox()
        rect, (wide, high) = box.viewRect(), box.viewPixelSize()
        self.setText(tr("best {value}", value=words))
        self.setPos(place, height)
        size = self.boundingRect()
        has_room = (place - rect.left()) / wide > size.width() + ASIDE
        side = 1.0 + ASIDE / size.width() if has_room else -ASIDE / size.width()
        room = (height - rect.top()) / high
        for anchor in (BELOW if room > 1.8 * size.height() else ABOVE, ABOVE, HIGHER):
            self.setAnchor((side, anchor))
            if not self._is_over(taken):
                break

    def _is_over(self, others: Sequence[pg.TextItem]) -> bool:
        box = self.getViewBox()
        here, *there = (box.mapRectFromItem(i, i.boundingRect()) for i in (self, *others))
        return any(here.intersects(other) for other in there)
