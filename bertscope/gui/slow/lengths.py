"""The parts of the model in a training step: how steep the loss is there, and how far they move."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from bertscope.gui.language import marked, tr
from bertscope.gui.painting import share_bar, text
from bertscope.gui.slow.story import Story
from bertscope.gui.theme import Theme
from bertscope.gui.wording import number, percent
from bertscope.wire.messages import OneWeight

RIGHT = Qt.AlignmentFlag.AlignRight
PARTS = (
    marked("embeddings"),
    marked("pooler"),
    marked("masked LM head"),
    marked("next sentence head"),
)
"""What the engine calls the parts of the model; the others are layers, with their numbers."""
LINE, NAME, VALUE, MOST = 26, 170, 130, 900
"""Design pixels: a line; its name and its number; its greatest width."""


@dataclass(frozen=True)
class Lengths:
    """Paints a bar for each part of the model."""

    painter: QPainter
    theme: Theme
    story: Story

    def gradients(self, room: QRectF) -> None:
        """The length of the gradient of each part."""
        groups = self.story.told.groups
        lines = [(part_name(g.name), g.gradient, f"{g.gradient:.3g}") for g in groups]
        self._paint(room, tr("Length of the slopes in each part"), lines)

    def updates(self, room: QRectF) -> None:
        """How far each part moves, as a share of its length; then single numbers."""
        lines = []
        for group in self.story.told.groups:
            share = group.update / group.weights if group.weights else 0.0
            lines.append((part_name(group.name), share, percent(share)))
        below = self._paint(room, tr("How far each part moves, of its own length"), lines)
        self._weights(QRectF(room.left(), below, room.width(), room.bottom() - below))

    def _paint(self, room: QRectF, title: str, lines: list[tuple[str, float, str]]) -> float:
        theme, palette = self.theme, self.theme.palette
        head = QRectF(room.left(), room.top(), room.width(), theme.px(LINE))
        text(self.painter, head, title, theme.bold(13), palette.text)
        pitch = min(theme.px(LINE), (room.height() - head.height()) / max(1, len(lines)))
        size = min(14.0, pitch / theme.scale * 0.62)
        longest = max((value for _, value, _ in lines), default=0.0) or 1.0
        right = min(room.right(), room.left() + theme.px(MOST))
        for row, (name, value, words) in enumerate(lines):
            top = head.bottom() + row * pitch
            line = QRectF(room.left(), top, theme.px(NAME), pitch)
            text(self.painter, line, name, theme.sans(size), palette.text)
            thick = pitch * 0.45
            track = QRectF(line.right(), line.center().y() - thick / 2, 0, thick)
            track.setRight(right - theme.px(VALUE))
            share_bar(
                self.painter, track, value / longest, theme.px(2), palette.track, palette.chosen
            )
            end = QRectF(right - theme.px(VALUE), top, theme.px(VALUE), pitch)
            text(self.painter, end, words, theme.mono(size), palette.text, RIGHT)
        return head.bottom() + len(lines) * pitch + theme.px(10)

    def _weights(self, room: QRectF) -> None:
        theme, palette = self.theme, self.theme.palette
        head = QRectF(room.left(), room.top(), room.width(), theme.px(LINE))
        if room.height() < 2 * head.height() or not self.story.told.weights:
            return
        text(self.painter, head, tr("Single weights"), theme.bold(13), palette.text)
        fitting = int(room.height() // theme.px(LINE)) - 1
        for row, one in enumerate(self.story.told.weights[:fitting]):
            line = head.translated(0, (row + 1) * theme.px(LINE))
            text(self.painter, line, _words(one), theme.mono(13), palette.text)


def part_name(name: str) -> str:
    """A part of the model by the engine's name, in words."""
    return tr(name) if name in PARTS else tr("layer {number}", number=name.split()[-1])


def _words(one: OneWeight) -> str:
    place = ", ".join(str(i) for i in one.index)
    name = one.name.removeprefix("bert.").removesuffix(".weight")
    move = one.after - one.before
    slope = tr("slope {slope}", slope=f"{one.gradient:+.2e}".replace("-", "−"))
    sum_ = f"{number(one.before, 6)} {'+' if move >= 0 else '−'} {abs(move):.6f}"
    return f"{name}[{place}]   {sum_} = {number(one.after, 6)}   {slope}"
