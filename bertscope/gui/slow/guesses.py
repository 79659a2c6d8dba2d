"""What the model says at T and at C, before the step and after it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from bertscope.gui.language import tr
from bertscope.gui.painting import rounded, share_bar, text
from bertscope.gui.slow.story import Guess, Story
from bertscope.gui.theme import Theme
from bertscope.gui.wording import ANSWERS, fine_percent, output, percent
from bertscope.wire.messages import Look, Prediction

RIGHT = Qt.AlignmentFlag.AlignRight
CARD, LINE, HEAD, PAD = 236, 26, 34, 14
"""Design pixels: the least width of a card; a line; its title; its margin."""
SHOWN = 5
"""Guesses in a card."""


@dataclass(frozen=True)
class Guesses:
    """Paints cards side by side: one for each chosen token, and one for C."""

    painter: QPainter
    theme: Theme
    story: Story

    def paint(self, room: QRectF, *, after: bool) -> None:
        """Paint as many cards as find room; with `after` both sides of the step."""
        cards = len(self.story.guesses) + self.story.has_b
        if not cards:
            return
        fitting = max(1, int(room.width() // self.theme.px(CARD)))
        shown = min(cards, fitting)
        gap = self.theme.px(12)
        width = min((room.width() - gap * (shown - 1)) / shown, self.theme.px(CARD * 1.6))
        guesses = self.story.guesses[: shown - self.story.has_b]
        for number in range(shown):
            rect = QRectF(room.left() + number * (width + gap), room.top(), width, 0)
            rect.setHeight(min(room.height(), self._height(after=after)))
            rounded(self.painter, rect, self.theme.px(8), None, self.theme.palette.line)
            inner = rect.adjusted(*(s * self.theme.px(PAD) for s in (1, 0.5, -1, -0.5)))
            if number < len(guesses):
                self._token(inner, guesses[number], after=after)
            else:
                self._verdict(inner, after=after)
        self._rest(room, len(self.story.guesses) - len(guesses), after=after)

    def _height(self, *, after: bool) -> float:
        lines = 2 * (SHOWN + 1) if after else SHOWN + 1
        return self.theme.px(HEAD + lines * LINE + PAD)

    def _rest(self, room: QRectF, left_out: int, *, after: bool) -> None:
        if left_out <= 0:
            return
        top = room.top() + min(room.height(), self._height(after=after)) + self.theme.px(4)
        line = QRectF(room.left(), top, room.width(), self.theme.px(18))
        words = tr("… and {count} more chosen tokens", count=left_out)
        text(self.painter, line, words, self.theme.sans(12), self.theme.palette.muted)

    def _token(self, room: QRectF, guess: Guess, *, after: bool) -> None:
        masked = guess.masked
        place = output(masked.position)
        title = tr("{place} · was “{word}”", place=place, word=masked.original)
        top = self._title(room, title)
        top = self._guesses(room, top, guess.before, tr("before") if after else "")
        if after:
            self._guesses(room, top, guess.after, tr("after"))

    def _guesses(self, room: QRectF, top: float, said: Prediction, when: str) -> float:
        for token_id, share in list(zip(said.top_ids, said.top_probabilities, strict=True))[:SHOWN]:
            right = token_id == said.original_id
            words = self.story.word(token_id) + (" ✓" if right else "")
            top = self._bar(room, top, words, share, right=right)
        words = tr(
            "the right word: {share}, rank {rank:,}",
            share=fine_percent(said.original_probability),
            rank=said.rank,
        )
        return self._small(room, top, f"{when} · {words}" if when else words)

    def _verdict(self, room: QRectF, *, after: bool) -> None:
        top = self._title(room, tr("C: is B next?"))
        top = self._answers(room, top, self.story.told.before)
        if after:
            top = self._small(room, top, tr("before")) + self.theme.px(LINE)
            top = self._answers(room, top, self.story.told.after)
            self._small(room, top, tr("after"))

    def _answers(self, room: QRectF, top: float, look: Look) -> float:
        label, said = self.story.told.nsp_label, look.next_sentence
        for number, share in enumerate(said.shares if said else ()):
            right = number == label
            words = ANSWERS[number] + (" ✓" if right else "")
            top = self._bar(room, top, words, share, right=right, shade=self.theme.palette.nsp)
        return top

    # --- Lines ----------------------------------------------------------------------------------

    def _title(self, room: QRectF, words: str) -> float:
        line = QRectF(room.left(), room.top(), room.width(), self.theme.px(HEAD - 6))
        text(self.painter, line, words, self.theme.bold(14), self.theme.palette.text)
        return room.top() + self.theme.px(HEAD - 4)

    def _small(self, room: QRectF, top: float, words: str) -> float:
        line = QRectF(room.left(), top, room.width(), self.theme.px(LINE))
        text(self.painter, line, words, self.theme.sans(12), self.theme.palette.muted)
        return top + self.theme.px(LINE)

    def _bar(
        self, room: QRectF, top: float, words: str, share: float, *, right: bool, shade: str = ""
    ) -> float:
        theme, palette = self.theme, self.theme.palette
        shade = palette.right if right else shade or palette.mlm
        ink = palette.right if right else palette.text
        token, number = room.width() * 0.38, theme.px(64)
        line = QRectF(room.left(), top, token, theme.px(LINE))
        text(self.painter, line, words, theme.mono(14), ink)
        thick = theme.px(11)
        track = QRectF(line.right() + theme.px(6), line.center().y() - thick / 2, 0, thick)
        track.setRight(room.right() - number)
        share_bar(self.painter, track, share, theme.px(2), palette.track, shade)
        end = QRectF(room.right() - number, top, number, theme.px(LINE))
        text(self.painter, end, percent(share), theme.mono(14), palette.text, RIGHT)
        return top + theme.px(LINE)
