"""A few words at lines and points of a plot."""

import pyqtgraph as pg

from bertscope.gui.curves.quantities import Guess
from bertscope.gui.curves.scene import Scene
from bertscope.gui.curves.strokes import Ink

DOTS = (1.0, 2.0)
MIDDLE, RIGHT = 0.55, 0.99
"""Where along its line the guess is named, as shares of the width."""
GROUND = "CC"
"""How little of what lies below the words can be seen."""


def set_words(words: pg.TextItem, ink: Ink, shade: str, *, is_bold: bool) -> None:
    """Write in a colour on that of the card, with hardly a margin."""
    words.textItem.document().setDocumentMargin(1)
    words.setFont(ink.theme.bold(11) if is_bold else ink.theme.sans(11))
    words.setColor(shade)
    words.fill = pg.mkBrush(f"{ink.theme.palette.card}{GROUND}")


class GuessLine(pg.InfiniteLine):  # type: ignore[misc]  # pyqtgraph has no types.
    """A dotted line at what mere guessing reaches."""

    def __init__(self) -> None:
        super().__init__(angle=0, label="", labelOpts={"anchors": [(1, 1), (1, 1)]})

    def set_ink(self, ink: Ink) -> None:
        self.setPen(ink.pen(ink.theme.palette.muted, 1, DOTS))
        set_words(self.label, ink, ink.theme.palette.muted, is_bold=False)

    def show_guess(self, guess: Guess | None, height: float, scene: Scene) -> None:
        """Say it where curves seldom are, nor names of runs."""
        self.setVisible(guess is not None)
        if guess is not None:
            self.setPos(height)
            self.label.setFormat(guess.words)
            self.label.setPosition(MIDDLE if scene.others else RIGHT)


class BestWords(pg.TextItem):  # type: ignore[misc]  # pyqtgraph has no types.
    """The best value so far, below its ring; above it where the axis is near."""

    def set_ink(self, ink: Ink) -> None:
        set_words(self, ink, ink.theme.palette.right_ink, is_bold=True)

    def show_best(self, words: str, place: float, height: float) -> None:
        """Say it at a point, and within the plot."""
        box = self.getViewBox()
        rect, high = box.viewRect(), self.boundingRect().height()
        share = min(max((place - rect.left()) / rect.width(), 0.0), 1.0)
        room = (height - rect.top()) / box.viewPixelSize()[1]
        self.setText(f"best {words}")
        self.setAnchor((share, -0.4 if room > 1.8 * high else 1.4))
        self.setPos(place, height)
