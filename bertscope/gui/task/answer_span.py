"""An answer in the passage: its words marked, where it may start and end, and the best answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from bertscope.gui.language import marked, tr
from bertscope.gui.painting import fitting, rounded, text, text_width
from bertscope.gui.prober import Seen
from bertscope.gui.state import Side
from bertscope.gui.task.answer_face import Room
from bertscope.gui.task.answer_list import AnswerList
from bertscope.gui.task.flow_layout import box_at, flow
from bertscope.gui.task.passage import NO_ANSWER, Passage, Word
from bertscope.gui.theme import Theme, colour
from bertscope.gui.token_names import token_at
from bertscope.gui.wording import escaped, fine_percent, percent, signed
from bertscope.wire.messages import Answer

BAR, WORD, GAP, SPACE, GLUE, HEAD = 10, 19, 5, 6, 1, 18
"""Design pixels: a bar's height, a word's, between lines, between words, between a word and a sign
that follows it, and the line above all."""
NARROW = 400
"""Below this width the list of answers stands under the passage."""
LIST, LIST_SHARE, LIST_MOST = 172, 0.4, 340
"""Design pixels of the list beside the passage at the least; its share of the width where the
passage has room in the rest, and its design pixels then at the most."""
HEADS = (
    marked("above each word: the answer starts there · below: it ends there"),
    marked("above a word: it starts there · below: ends"),
    marked("▴ start · ▾ end"),
)
FORMULA = marked("P(start at i) = softmax over i of S·T_i, and P(end at i) likewise with E.")


@dataclass(frozen=True)
class _Laid:
    """Where the words stand in a room of that theme and size, and the width of the list there."""

    of: tuple[Theme, float, float]
    beside: float
    boxes: list[QRectF]


class SpanFace:
    """The passage with an answer of each model, and the best answers beside it.

    Parameters
    ----------
    seen
        The look.
    passage
        Its sentence B.
    answers
        Of each model that is shown.
    """

    def __init__(self, seen: Seen, passage: Passage, answers: Mapping[Side, Answer]) -> None:
        self._seen, self._passage, self._answers = seen, passage, answers
        self._list = AnswerList(passage, answers)
        self._words = [Word(f"∅ {tr(NO_ANSWER)}", 0, 0), *passage.words]
        self._laid: _Laid | None = None

    @property
    def words(self) -> str:
        return self._list.words

    # --- Geometry -------------------------------------------------------------------------------

    def _beside(self, room: Room) -> float:
        """What the list takes beside the passage; 0 where it stands below."""
        self.boxes(room)
        assert self._laid is not None
        return self._laid.beside

    def boxes(self, room: Room) -> list[QRectF]:
        """Where each word stands with its bars, no answer first."""
        of = room.theme, room.width, room.height
        if self._laid is None or self._laid.of != of:
            self._laid = self._lay_out(room)
        return self._laid.boxes

    def _lay_out(self, room: Room) -> "_Laid":
        """Give the list more room where the passage needs less."""
        px, of = room.theme.px, (room.theme, room.width, room.height)
        if room.width < px(NARROW):
            return _Laid(of, 0.0, self._flow(room, room.width))
        least = float(px(LIST))
        wanted = max(least, min(LIST_SHARE * room.width, px(LIST_MOST)))
        boxes = self._flow(room, room.width - wanted)
        if boxes[-1].bottom() <= room.height:
            return _Laid(of, wanted, boxes)
        return _Laid(of, least, self._flow(room, room.width - least))

    def _flow(self, room: Room, wide: float) -> list[QRectF]:
        """The words in lines of a width."""
        px, font = room.theme.px, room.theme.bold(13)
        sizes = [
            (px(GLUE if word.is_glued else SPACE), text_width(word.text, font) + px(4))
            for word in self._words
        ]
        high = px(2 * BAR + WORD + GAP)
        return [box.translated(0, px(HEAD)) for box in flow(sizes, wide, high)]

    def _list_room(self, room: Room) -> QRectF:
        """Where the list stands: beside the passage it stays in sight while that is scrolled."""
        beside, px, high = self._beside(room), room.theme.px, self._list.height(room.theme)
        if not beside:
            return QRectF(0, self._words_end(room) + px(HEAD), room.width, high)
        most = max(1.0, max(self._words_end(room), high) - room.height)
        hidden = max(0.0, high - room.height)
        left = room.width - beside + px(12)
        top = room.down * (1 - hidden / most)
        return QRectF(left, top, room.width - left, high)

    def _words_end(self, room: Room) -> float:
        cut = room.theme.px(HEAD) if self._passage.cut else 0
        return self.boxes(room)[-1].bottom() + cut

    def height(self, room: Room) -> float:
        words, high = self._words_end(room), self._list.height(room.theme)
        return max(words, high) if self._beside(room) else words + room.theme.px(HEAD) + high

    def bottom_of_answer(self, room: Room) -> float:
        best = next(iter(self._answers.values())).best
        if best is None or best.end == 0:
            return 0.0
        ends = zip(self.boxes(room), self._words, strict=True)
        return max((box.bottom() for box, word in ends if word.first <= best.end), default=0.0)

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, room: Room, focus: int) -> None:
        theme, muted = room.theme, room.theme.palette.muted
        head = QRectF(0, 0, room.width - self._beside(room), theme.px(HEAD))
        font = theme.sans(11)
        heads = [tr(words) for words in HEADS]
        text(painter, head, fitting(heads, head.width(), font), font, muted)
        boxes = self.boxes(room)
        for side, answer in self._answers.items():
            self._mark(painter, theme, boxes, side, answer)
        for box, word in zip(boxes, self._words, strict=True):
            self._word(painter, theme, box, word, is_lit=focus in word.positions)
        if self._passage.cut:
            below = QRectF(0, boxes[-1].bottom(), head.width(), theme.px(HEAD))
            text(painter, below, f"… {self._cut_words}", theme.sans(11), theme.palette.error)
        self._list.paint(painter, theme, self._list_room(room))

    @property
    def _cut_words(self) -> str:
        cut = self._passage.cut
        return tr("{count:,} more tokens of the passage don't fit the model", count=cut)

    def _line(self, theme: Theme, box: QRectF) -> QRectF:
        """The word itself in its box, between the bars."""
        return QRectF(box.left(), box.top() + theme.px(BAR), box.width(), theme.px(WORD))

    def _mark(
        self, painter: QPainter, theme: Theme, boxes: list[QRectF], side: Side, answer: Answer
    ) -> None:
        """The answer's words on a ground with an edge, a line at a time; B's edge is dashed."""
        best = answer.best
        if best is None:
            return
        lines: dict[float, QRectF] = {}
        for box, word in zip(boxes, self._words, strict=True):
            if word.first <= best.end and best.start <= word.last:
                there = self._line(theme, box)
                lines[box.top()] = lines.get(box.top(), there).united(there)
        is_second = side is Side.B and len(self._answers) > 1
        for rect in lines.values():
            pen = QPen(colour(theme.palette.nsp), 1.5)
            pen.setStyle(Qt.PenStyle.DashLine if is_second else Qt.PenStyle.SolidLine)
            inset = 2.0 if is_second else 0.0
            rounded(painter, rect, theme.px(4), None if is_second else theme.palette.chip)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = rect.adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(edge, theme.px(4), theme.px(4))

    def _word(
        self, painter: QPainter, theme: Theme, box: QRectF, word: Word, *, is_lit: bool
    ) -> None:
        palette, line = theme.palette, self._line(theme, box)
        if word.is_hidden:
            rounded(painter, line.adjusted(0, 2, 0, -2), theme.px(4), palette.chosen)
        if is_lit:
            around = box.adjusted(-1, 0, 1, -theme.px(GAP) + 1)
            rounded(painter, around, theme.px(4), None, palette.chosen_edge, width=2)
        said = any(_holds(answer, word) for answer in self._answers.values())
        font = theme.bold(13) if said else theme.sans(13)
        if word.is_hidden:
            shade = palette.on_chosen
        else:
            shade = palette.muted if word.first == 0 and not said else palette.text
        text(painter, line, word.text, font, shade, Qt.AlignmentFlag.AlignHCenter)
        self._bars(painter, theme, box, word)

    def _bars(self, painter: QPainter, theme: Theme, box: QRectF, word: Word) -> None:
        """Start above the word, end below it; of two models A's left of B's."""
        wide = box.width() / len(self._answers)
        high, line = float(theme.px(BAR - 2)), self._line(theme, box)
        for number, (side, answer) in enumerate(self._answers.items()):
            left = box.left() + number * wide
            start, end = _shares(answer, word)
            above = QRectF(left, line.top() - high * start, wide, high * start)
            below = QRectF(left, line.bottom(), wide, high * end)
            for bar in (above, below):
                self._bar(painter, theme, bar.adjusted(1, 0, -1, 0), side)

    def _bar(self, painter: QPainter, theme: Theme, bar: QRectF, side: Side) -> None:
        is_second, shade = side is Side.B and len(self._answers) > 1, theme.palette.nsp
        if bar.height() < 0.25:
            return
        if is_second and bar.height() > 1:
            rounded(painter, bar.adjusted(0.5, 0.5, -0.5, -0.5), 1, theme.palette.card, shade)
        else:
            painter.fillRect(bar, colour(shade))

    # --- Words ----------------------------------------------------------------------------------

    def tip(self, point: QPointF, room: Room) -> str:
        if at_list := self._list.tip(point, room.theme, self._list_room(room)):
            return at_list
        at = box_at(self.boxes(room), point.x(), point.y())
        if at is None:
            return ""
        word = self._words[at]
        lines = [f"<b>{escaped(word.text)}</b>"]
        if word.is_hidden:
            lines[0] += f" · {tr('masked: hidden from the model')}"
        lines += [self._share_words(side, word) for side in self._answers]
        if len(self._answers) == 2:
            (a, after_a), (b, after_b) = (_shares(x, word) for x in self._answers.values())
            change = _ends_words(signed(b - a, 4), signed(after_b - after_a, 4))
            lines.append(f"B − A: {change}")
        lines += self._piece_words(word)
        if word.first == 0:
            lines.append(tr("[CLS] stands for no answer: its start and end are those of (0, 0)."))
        return "<br>".join([*lines, tr(FORMULA)])

    def _share_words(self, side: Side, word: Word) -> str:
        start, end = _shares(self._answers[side], word)
        whose = f"{side.value}: " if len(self._answers) == 2 else ""
        return f"{whose}{_ends_words(fine_percent(start), fine_percent(end))}"

    def _piece_words(self, word: Word) -> list[str]:
        """Of a word in pieces each piece's own shares."""
        if word.first == word.last or len(self._answers) == 2:
            return []
        answer = next(iter(self._answers.values()))
        return [
            f"{escaped(token_at(self._seen, p))}: {percent(answer.starts[p])} · "
            f"{percent(answer.ends[p])}"
            for p in word.positions
        ]

    def position_at(self, point: QPointF, room: Room) -> int:
        at = box_at(self.boxes(room), point.x(), point.y())
        return -1 if at is None else self._words[at].first


def _ends_words(start: str, end: str) -> str:
    return tr("start {start} · end {end}", start=start, end=end)


def _holds(answer: Answer, word: Word) -> bool:
    """Whether a word is part of what is answered."""
    best = answer.best
    return best is not None and word.first <= best.end and best.start <= word.last


def _shares(answer: Answer, word: Word) -> tuple[float, float]:
    """The probabilities that the answer starts, and that it ends, in a word: of all its pieces."""
    positions = [p for p in word.positions if p < len(answer.starts)]
    start = sum(answer.starts[p] for p in positions)
    end = sum(answer.ends[p] for p in positions)
    return min(start, 1.0), min(end, 1.0)
