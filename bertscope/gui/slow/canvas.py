"""The picture of the scene that the story has come to."""

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QKeyEvent, QPainter

from bertscope.gui.canvas import Canvas
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import paragraph
from bertscope.gui.slow.guesses import Guesses
from bertscope.gui.slow.layout import Columns
from bertscope.gui.slow.lengths import Lengths
from bertscope.gui.slow.story import Scene, Story
from bertscope.gui.slow.strips import MOST_HEIGHT, Strips, heads_height
from bertscope.gui.slow.sums import Sums
from bertscope.gui.slow.tokens import Tokens
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance, Theme

RUNNING = (Scene.PAIR, Scene.CHOOSE, Scene.MASK)
IN_COLUMNS = (Scene.EMBED, Scene.ADD, Scene.ENCODE, Scene.GRADIENT)
WAITING = marked(
    "One training step, told with its own numbers: choose your own pair or a row of the batch, "
    "then press “Do a step”."
)
NARROW, LOW, LARGEST = 820, 340, 2.2
"""Design pixels that a scene needs; where there is more it is painted larger, up to so much."""
SHARE = 0.42
"""Of the height, for the slopes' strips; the bars of the parts take the rest."""


class SceneCanvas(Canvas):
    """Paints one scene of a story."""

    TEACHES = marked("One training step, from the pair to the new weights, with its own numbers.")

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, tr("Slow motion"))
        self.story: Story | None = None
        self.scene = Scene.PAIR
        self._strips: Strips | None = None

    def show_scene(self, story: Story | None, scene: Scene) -> None:
        """Show a scene; without a story, what to do for one."""
        self.story, self.scene = story, scene
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows turn the scenes, whatever could be scrolled."""
        event.ignore()

    def numbers(self) -> Table | None:
        return self.story.table() if self.story else None

    def content_width(self, available: float) -> float:
        if self.story is None or self.scene not in IN_COLUMNS:
            return available
        stage = self._stage(available, self.viewport().height())
        return max(available, Columns(stage, available, len(self.story)).whole)

    def _stage(self, width: float, height: float) -> Theme:
        """The theme in larger type where there is room: it is read from the last row."""
        scale = self.theme.scale
        larger = min(width / (NARROW * scale), height / (LOW * scale), LARGEST)
        if self.story is not None and self.scene in IN_COLUMNS:
            larger = min(larger, width / Columns(self.theme, 0, len(self.story)).whole)
        return replace(self.theme, scale=scale * max(1.0, larger))

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        theme, story = self._stage(width, height), self.story
        room = QRectF(0, theme.px(4), width, height - theme.px(8))
        if story is None:
            paragraph(painter, room, tr(WAITING), self.theme.sans(18), theme.palette.muted)
        elif self.scene in RUNNING:
            lower = room.adjusted(theme.px(4), theme.px(12), 0, -theme.px(24))
            Tokens(painter, theme, story).running(self.scene, lower)
        elif self.scene in IN_COLUMNS:
            self._columns(painter, theme, story, room, scroll)
        else:
            self._page(painter, theme, story, room)

    def _page(self, painter: QPainter, theme: Theme, story: Story, room: QRectF) -> None:
        inner = room.adjusted(theme.px(4), theme.px(4), -theme.px(4), 0)
        match self.scene:
            case Scene.PREDICT | Scene.AFTER:
                guesses = Guesses(painter, theme, story)
                guesses.paint(inner, after=self.scene is Scene.AFTER)
            case Scene.LOSSES:
                Sums(painter, theme, story).losses(inner)
            case Scene.TOTAL:
                Sums(painter, theme, story).total(inner)
            case Scene.UPDATE:
                Lengths(painter, theme, story).updates(inner)

    def _columns(
        self, painter: QPainter, theme: Theme, story: Story, room: QRectF, scroll: float
    ) -> None:
        columns = Columns(theme, room.width(), len(story))
        Tokens(painter, theme, story).heads(columns, room.top(), scroll)
        body = room.adjusted(0, heads_height(theme), 0, 0)
        strips = QRectF(body)
        if self.scene is Scene.GRADIENT:
            strips.setHeight(min(body.height() * SHARE, theme.px(2 * MOST_HEIGHT)))
            lower = body.adjusted(theme.px(4), strips.height() + theme.px(8), 0, 0)
            Lengths(painter, theme, story).gradients(lower)
        self._strips_of(story).paint(painter, theme, self.scene, columns, strips, scroll)

    def _strips_of(self, story: Story) -> Strips:
        kept = self._strips
        if kept is None or kept.story is not story or kept.palette != self.theme.palette:
            kept = self._strips = Strips(story, self.theme.palette)
        return kept
