"""The best answers in the passage, each with its score and probability."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from bertscope.gui.compare.marks import side_bar
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import text, text_width
from bertscope.gui.state import Side
from bertscope.gui.task.passage import Passage
from bertscope.gui.theme import Theme
from bertscope.gui.wording import escaped, fine_percent, number, percent
from bertscope.wire.messages import Answer, Span

ROW, LINE, NUMBERS, HEAD, RIM = 35, 17, 14, 18, 6
"""Design pixels: the height of a row, of its words and of its numbers, of the line above all, and
what is left free at the right."""
MOST, MOST_OF_TWO = 10, 4
"""Answers of one model, and of each of two."""
WIDEST = "-10.00 · 99.9 %"
"""Of the numbers: all bars are as long, however many digits stand behind them."""
TIP = marked(
    "score = S·T_start + E·T_end; p = P(start) × P(end). No answer has the score at [CLS]."
)


@dataclass(frozen=True)
class Row:
    """An answer of a model; `side` where there are two."""

    span: Span
    words: str
    is_said: bool
    side: Side | None


class AnswerList:
    """Rows of answers, the best first.

    Parameters
    ----------
    passage
        In which they stand.
    answers
        Of each model that is shown.
    """

    def __init__(self, passage: Passage, answers: Mapping[Side, Answer]) -> None:
        self._answers = answers
        self.rows = [
            row for side, answer in answers.items() for row in self._rows(passage, side, answer)
        ]

    def _rows(self, passage: Passage, side: Side, answer: Answer) -> Iterator[Row]:
        is_pair = len(self._answers) > 1
        for span in answer.spans[: MOST_OF_TWO if is_pair else MOST]:
            words = passage.text_of(span)
            yield Row(span, words, span is answer.best, side if is_pair else None)

    @property
    def words(self) -> str:
        """What is answered, in a sentence."""
        return " ".join(_spoken(row) for row in self.rows if row.is_said)

    def height(self, theme: Theme) -> float:
        return theme.px(HEAD) + len(self.rows) * theme.px(ROW)

    def _room(self, theme: Theme, room: QRectF, place: int) -> QRectF:
        top = room.top() + theme.px(HEAD) + place * theme.px(ROW)
        return QRectF(room.left(), top, room.width(), theme.px(ROW))

    def paint(self, painter: QPainter, theme: Theme, room: QRectF) -> None:
        """Paint all rows into a room."""
        room = room.adjusted(0, 0, -theme.px(RIM), 0)
        head = QRectF(room.left(), room.top(), room.width(), theme.px(HEAD))
        muted = theme.palette.muted
        text(painter, head, tr("best answers"), theme.sans(11), muted)
        right = Qt.AlignmentFlag.AlignRight
        text(painter, head, tr("score · p"), theme.sans(11), muted, right)
        for place, row in enumerate(self.rows):
            self._row(painter, theme, self._room(theme, room, place), row)

    def _row(self, painter: QPainter, theme: Theme, room: QRectF, row: Row) -> None:
        """The words, and below them a bar with the numbers behind it."""
        palette = theme.palette
        line = QRectF(room.left(), room.top(), room.width(), theme.px(LINE))
        sign = "▸ " if row.is_said else ""
        whose = f"{row.side.value}  " if row.side else ""
        shade = palette.muted if row.span.end == 0 and not row.is_said else palette.text
        font = theme.bold(12) if row.is_said else theme.sans(12)
        text(painter, line, f"{whose}{sign}{_bare(row)}", font, shade)
        below = QRectF(room.left(), line.bottom(), room.width(), theme.px(NUMBERS))
        numbers, mono = _numbers(row), theme.mono(11)
        text(painter, below, numbers, mono, palette.text, Qt.AlignmentFlag.AlignRight)
        wide = room.width() - text_width(WIDEST, mono) - theme.px(8)
        track = QRectF(room.left(), below.center().y() - theme.px(3), wide, theme.px(6))
        colours = (palette.track, palette.nsp)
        share = min(row.span.probability, 1.0)
        side_bar(painter, track, share, theme.px(2), colours, row.side or Side.A)

    def tip(self, point: QPointF, theme: Theme, room: QRectF) -> str:
        """What a tooltip says of a row; empty elsewhere."""
        for place, row in enumerate(self.rows):
            if self._room(theme, room, place).contains(point):
                whose = f"{row.side.value}: " if row.side else ""
                score = tr("score {score}", score=number(row.span.score, 4))
                numbers = f"{score} · p {fine_percent(row.span.probability)}"
                return f"{whose}<b>{escaped(_bare(row))}</b><br>{numbers}<br>{tr(TIP)}"
        return ""


def _spoken(row: Row) -> str:
    answer = f"{row.words}, {percent(row.span.probability)}"
    if row.side is None:
        return tr("The answer is {answer}.", answer=answer)
    return tr("{model} answers {answer}.", model=row.side.value, answer=answer)


def _numbers(row: Row) -> str:
    return f"{number(row.span.score, 2)} · {percent(row.span.probability):>5}"


def _bare(row: Row) -> str:
    return f"∅ {row.words}" if row.span.end == 0 else row.words
