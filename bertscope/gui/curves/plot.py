"""One plot: pyqtgraph's view and axes, and what bertscope shows in them."""

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from bertscope.gui.curves.axes import StepAxis, ValueAxis
from bertscope.gui.curves.box import StepsBox
from bertscope.gui.curves.cursor import TimeCursor
from bertscope.gui.curves.framed import Framed
from bertscope.gui.curves.header import Header, least_lines, parts_of
from bertscope.gui.curves.labels import Labels
from bertscope.gui.curves.lines import RunLines, heights, series_of
from bertscope.gui.curves.marks import SIGN, Events
from bertscope.gui.curves.names import HIGH, Ending
from bertscope.gui.curves.outline import Floats
from bertscope.gui.curves.quantities import Guess, Quantity, guess_of
from bertscope.gui.curves.readout import Readout, readings
from bertscope.gui.curves.scene import Scene
from bertscope.gui.curves.several import dashes_of, hue_of, names_of
from bertscope.gui.curves.strokes import (
    Ink,
    Kind,
    Stroke,
    Strokes,
    mixed,
    polygon,
    rings,
)
from bertscope.gui.curves.task_quantities import task_guesses
from bertscope.gui.curves.words import BestWords, GuessLines
from bertscope.gui.language import tr
from bertscope.gui.theme import Theme

FAINT = 0.45
"""How much of its colour the raw line has; it is painted opaque, for glass is slow to paint."""
DOTS = 12
"""Design pixels between the dots of the held-out line."""
KEPT, SAVED = 5, 8
"""Design pixels of the ticks of kept steps, and of those of checkpoints."""
STRIP = SIGN + 4
"""Design pixels at the top for signs and for the grip of the cursor."""
LEAST, RIGHT, BELOW = 76, 8, 4
"""Design pixels: of a plot's height within its axes, at the least, and of room right and below."""
TINY = 1e-9
"""What a value counts for on a logarithmic axis if it is less."""


class Plot(Framed):
    """One quantity of all runs over their steps."""

    def __init__(self, quantity: Quantity) -> None:
        self.quantity, self.box = quantity, StepsBox()
        self.values, self.steps = ValueAxis(quantity.unit), StepAxis()
        super().__init__(self.box, self.values, self.steps)
        self.header = Header()
        self._strokes, self._best_words = Strokes(), BestWords()
        self._guesses = GuessLines(self.box)
        for item in (self._strokes, self._best_words):
            self.box.addItem(item, ignoreBounds=True)
        self.labels = Labels(self.box)
        self.cursor, self._readout = TimeCursor(self.box), Readout(self.box)
        self._scene, self._ink, self._events = Scene(), Ink(Theme()), Events(())

    def set_ink(self, ink: Ink, *, names_steps: bool, is_quick: bool) -> None:
        """Take on a theme, to be drawn in it; the lowest plot of a column names its steps."""
        self._ink, theme, palette = ink, ink.theme, ink.theme.palette
        self._strokes.draw_quickly(is_quick=is_quick)
        self.layout.setContentsMargins(0, 0, theme.px(RIGHT), theme.px(BELOW))
        for axis in (self.values, self.steps):
            axis.set_theme(theme)
        if names_steps:
            self.steps.show()
        else:
            self.steps.hide()
        for words in (self._guesses, self._best_words):
            words.set_ink(ink)
        self.box.set_colours(palette.edge)
        self._name()

    @property
    def around(self) -> float:
        """How high all is that stands over and under the plot within its axes."""
        below = self.steps.minimumHeight() + self._ink.theme.px(BELOW)
        return float(self.header.minimumHeight() + below)

    # --- What is shown --------------------------------------------------------------------------

    def draw(self, scene: Scene, events: Events) -> None:
        """Show all of it."""
        self._scene, self._events = scene, events
        self._name()
        self.redraw()

    def _name(self) -> None:
        """Say over the plot what it shows."""
        scene, theme = self._scene, self._ink.theme
        parts = parts_of(self.quantity, scene, theme)
        self.header.show_parts(parts, least_lines(self.quantity, scene), theme)

    def redraw(self) -> None:
        """Show the same at the present size."""
        scene, width = self._scene, int(self.box.width())
        if width < 1 or self.box.height() < 1:
            return
        runs = reversed(scene.runs)  # The run itself comes last, over the others.
        lines = [RunLines.of(run, self.quantity, scene, width) for run in runs]
        guesses = self._known()
        self._fit(lines, guesses)
        best = self._best()
        self._strokes.show_strokes([*self._ticks(), *self._lines(lines), *self._dots(lines, best)])
        places = self._rise([guess.value for guess in guesses])
        near = self._ink.theme.px(HIGH) * self.box.viewPixelSize()[1]
        self._guesses.show_guesses(guesses, places, near, scene)
        self._best_words.setVisible(best is not None)
        if best is not None:
            words, (height,) = self.quantity.words(best[1]), self._rise(best[1:])
            self._best_words.show_best(words, scene.place(best[0]), height, self._guesses.words)
        self._show_labels(lines)
        self.show_cursor(scene)

    def _known(self) -> list[Guess]:
        """What guessing and simple rules reach."""
        run = self._scene.run
        if not self.quantity.meaning:
            return task_guesses(self.quantity, run) if run else []
        guess = guess_of(self.quantity, self._scene.vocabulary_size, run)
        return [guess] if guess else []

    def _fit(self, lines: Sequence[RunLines], guesses: Sequence[Guess]) -> None:
        """Set both axes; over the values there is room for signs and words."""
        scene, theme, box = self._scene, self._ink.theme, self.box
        low, high, is_log = heights(self.quantity, lines, guesses, scene)
        self.steps.setLogMode(x=scene.view.log_steps)
        self.values.setLogMode(y=is_log)
        bottom, top = self._rise([low, high])
        words = HIGH if guesses and scene.stretch is None else 0
        signs, over = (min(theme.px(n) / box.height(), 0.5) for n in (STRIP, STRIP + words))
        reach = (top - bottom) / (1 - over)
        self.values.most = 1.0 if self.quantity.rises else bottom + (1 - signs) * reach
        first, last = scene.whole
        box.setLimits(xMin=first, xMax=last, minXRange=min(scene.narrowest, last - first))
        box.setRange(xRange=scene.shown, yRange=(bottom, bottom + reach), padding=0)

    def _rise(self, values: Sequence[float] | Floats) -> Floats:
        """Where values lie on their axis."""
        at = np.asarray(values, np.float64)
        return np.log10(np.maximum(at, TINY)) if self.values.logMode else at

    # --- Lines ----------------------------------------------------------------------------------

    def _lines(self, runs: Sequence[RunLines]) -> list[Stroke]:
        ink, palette, scene = self._ink, self._ink.theme.palette, self._scene
        strokes: list[Stroke] = []
        named = [run.folder for run in scene.runs]
        dashes = dict(zip(named, dashes_of(scene.run, scene.others), strict=True))
        for lines in runs:
            dash = dashes[lines.run.folder] or None
            hue = hue_of(self.quantity, lines.run, scene.runs, palette)
            bold, fine = (2.0, 1.0) if dash is None else (1.0, 0.8)
            if lines.held_alone:
                bold = 2.0
            if dash is None:
                faint = ink.pen(mixed(hue, palette.card, FAINT))
                strokes.append(Stroke(self._polygon(*lines.raw), faint, is_smooth=False))
            strokes.append(Stroke(self._polygon(*lines.smooth), ink.pen(hue, bold, dash)))
            held = hue if scene.others and not self.quantity.meaning else palette.text
            strokes.append(Stroke(self._polygon(*lines.held), ink.pen(held, fine, dash)))
        return strokes

    def _polygon(self, steps: Floats, values: Floats) -> QPolygonF:
        return polygon(self._scene.places(steps), self._rise(values))

    def _dots(self, runs: Sequence[RunLines], best: tuple[float, float] | None) -> Iterator[Stroke]:
        """Dots on the held-out line, no more than leave lines to be seen; a ring at the best."""
        ink, palette = self._ink, self._ink.theme.palette
        most = max(1, int(self.box.width() / ink.theme.px(DOTS)))
        for lines in runs:
            if lines.run is self._scene.run:
                every = max(1, -(-len(lines.held[0]) // most))
                dots = self._polygon(lines.held[0][::every], lines.held[1][::every])
                yield from rings(dots, palette.text, palette.card, (6.0, 4.0), ink)
        if best is not None:
            ring = self._polygon(np.array(best[:1]), np.array(best[1:]))
            yield from rings(ring, palette.right_ink, palette.card, (11.0, 7.8), ink)

    def _best(self) -> tuple[float, float] | None:
        """The step and the value of the best held-out one, where there are several."""
        if self._scene.run is None:
            return None
        held = series_of(self.quantity, self._scene.run)[1]
        return held.best(greatest=self.quantity.rises) if len(held) > 1 else None

    def _ticks(self) -> Iterator[Stroke]:
        """On the axis: long ones where checkpoints are, over them short ones at kept steps."""
        theme, run = self._ink.theme, self._scene.run
        (first, last), (low, _) = self.box.viewRange()
        wide, high = self.box.viewPixelSize()
        axis = polygon(np.array([first, last]), np.full(2, low + high / 2))
        yield Stroke(axis, self._ink.pen(theme.palette.line), is_smooth=False)
        told = (
            (self._events.checkpoints, SAVED, theme.palette.muted),
            (run.kept if run else (), KEPT, theme.palette.chosen_edge),
        )
        for steps, long, shade in told:
            places = self._scene.places(steps)
            seen = places[(places >= first) & (places <= last)]
            at = first + wide * np.unique(np.round((seen - first) / wide))  # One a pixel.
            ends = np.tile([low, low + high * theme.px(long)], len(at))
            pen = self._ink.pen(shade)
            yield Stroke(polygon(np.repeat(at, 2), ends), pen, Kind.PAIRS, is_smooth=False)

    # --- Words and marks ------------------------------------------------------------------------

    def where(self, steps: Sequence[float] | Floats) -> Floats:
        """The pixels of the box at which steps lie."""
        first, last = self.box.viewRange()[0]
        places = self._scene.places(steps)
        return np.asarray((places - first) * (self.box.width() / (last - first)))

    def _show_labels(self, lines: Sequence[RunLines]) -> None:
        theme, width = self._ink.theme, self.box.width()
        best = [self._best_words] if self._best_words.isVisible() else []
        words = [*self._guesses.words, *best]
        taken = [self.box.mapRectFromItem(item, item.boundingRect()) for item in words]
        marks = self._events.marks(self.where, width, theme.px(SIGN + 2))
        endings = self._endings(lines) if self._scene.others else ()
        self.labels.show_all(marks, endings, taken, theme)

    def _endings(self, lines: Sequence[RunLines]) -> list[Ending]:
        """Where the lines of all runs end, with their names."""
        runs, palette, found = self._scene.runs, self._ink.theme.palette, []
        frame, names = self.box.rect(), names_of(runs)
        for one in lines:
            if len(one.smooth[0]):
                hue = hue_of(self.quantity, one.run, runs, palette)
                at = self._polygon(one.smooth[0][-1:], one.smooth[1][-1:])
                end = self.box.childTransform().map(at).first()
                y = min(max(end.y(), frame.top()), frame.bottom())
                found.append(
                    Ending(names[one.run.folder], QPointF(min(end.x(), frame.right()), y), hue)
                )
        return found

    # --- Cursor and mouse -----------------------------------------------------------------------

    def show_cursor(self, scene: Scene) -> None:
        """Let the time cursor alone stand where the view says."""
        self._scene, at, chosen = scene, scene.cursor, scene.view.step
        self.cursor.set_ink(self._ink, is_chosen=chosen is not None)
        words = tr("newest") if chosen is None else tr("step {step:,}", step=chosen)
        self.cursor.show_at(None if at is None else scene.place(at), words)

    def show_reading(self, step: int | None) -> None:
        """Say all numbers of a step; None says none."""
        scene, palette = self._scene, self._ink.theme.palette
        found = [] if step is None else readings(self.quantity, scene, step, palette)
        if step is None or not found:
            self._readout.hide()
            return
        title = tr("step {step:,}", step=step)
        self._readout.show_at(scene.place(step), title, found, self._rise, self._ink)
