"""Whether B follows A, and the way there: C, the pooler, two logits, softmax."""

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from bertscope.gui.canvas import Canvas
from bertscope.gui.compare.tables import side_by_side
from bertscope.gui.controls import lay_in_row, named
from bertscope.gui.language import marked, tr
from bertscope.gui.outputs.answer_bars import AnswerBars, Bar, Line
from bertscope.gui.outputs.verdict_geometry import Geometry
from bertscope.gui.outputs.way_from_c import WayFromC
from bertscope.gui.painting import paragraph
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Side
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance
from bertscope.gui.wording import ANSWERS, WAITING, signed
from bertscope.wire.messages import Look, NextSentence

LABEL_TIP = marked(
    "Whether B really follows A: the label, and the loss is −ln of its probability. In training "
    "half of the pairs have a random sentence as B."
)
WITHOUT_B = marked("B is empty: type a sentence there, or press Random B, to have it judged.")
NO_HEAD = marked(
    "Fine-tuning has put another head in the place of the next-sentence head: what it says of C "
    "stands in the panel Answer."
)


class VerdictView(Canvas):
    """What C says of the pair: its vectors as strips, both logits, both probabilities.

    Where B − A is to be shown the strips are that, and the bars are both models'.
    """

    TEACHES = marked(
        "BERT judges the pair by C, the last hidden state of [CLS]: P(IsNext) = "
        "softmax(U·tanh(W·C + b) + d). The loss is −ln of the label's probability."
    )

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, tr("Next sentence prediction from C"))
        self._session = session
        self._seen: Seen | None = None
        self._side = Side.A
        self._way: WayFromC | None = None

    def show_seen(self, seen: Seen | None) -> None:
        self._seen = seen
        self._side = seen.side(self._session.view.side) if seen else Side.A
        self._way = WayFromC(seen, self._side) if seen else None
        self.viewport().update()

    def numbers(self) -> Table | None:
        seen = self._seen
        if seen is None:
            return None
        judges = seen.question.nsp_label is not None
        a = _table(seen.look, judges=judges)
        if seen.other is None:
            return a
        return side_by_side(a, _table(seen.other, judges=judges), ("quantity", "index"))

    @property
    def _is_pair(self) -> bool:
        return self._side is Side.DIFFERENCE

    @property
    def _said(self) -> dict[Side, NextSentence]:
        """What each model that is shown says; nothing where one of them has no such head."""
        seen = self._seen
        if seen is None:
            return {}
        sides = (Side.A, Side.B) if self._is_pair else (self._side,)
        found = {side: seen.shown(side).next_sentence for side in sides}
        said = {side: head for side, head in found.items() if head is not None}
        return said if len(said) == len(sides) else {}

    @property
    def _why_none(self) -> str:
        """Why nothing is judged; empty where something is."""
        if self._seen is None:
            return tr(WAITING)
        if not self._said:
            return tr(NO_HEAD)
        return tr(WITHOUT_B) if self._seen.question.nsp_label is None else ""

    def _geometry(self, width: float, height: float) -> Geometry:
        return Geometry.of(self.theme, width, height, is_pair=self._is_pair)

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        theme, muted = self.theme, self.theme.palette.muted
        if self._way is None or not self._said:
            whole = QRectF(0, 0, width, height)
            paragraph(painter, whole, self._why_none, theme.sans(13), muted)
            return
        geometry = self._geometry(width, height)
        self._way.paint(painter, theme, geometry)
        if self._why_none:
            room = geometry.line(0).united(geometry.line(1))
            room.setTop(geometry.between(1).top())
            paragraph(painter, room, self._why_none, theme.sans(12), muted)
            return
        bars = AnswerBars(painter, theme, geometry)
        bars.heads()
        for place, line in enumerate(self._lines()):
            bars.line(place, line)

    def _lines(self) -> list[Line]:
        label = self._seen.question.nsp_label if self._seen else None
        return [
            Line(
                name,
                [
                    Bar(side, float(head.logits.numpy()[answer]), head.shares[answer])
                    for side, head in self._said.items()
                ],
                is_right=answer == label,
            )
            for answer, name in enumerate(ANSWERS)
        ]

    def tip(self, point: QPointF) -> str:
        """What a tooltip says of a point, as rich text."""
        if self._way is None:
            return tr(self.TEACHES)
        view = self.viewport()
        on_strips = self._way.tip(point, self._geometry(view.width(), view.height()))
        if self._said and on_strips:
            return on_strips
        return self._why_none or self._change + tr(
            "A linear layer turns the pooled vector into two logits, and softmax these into "
            "probabilities: P(IsNext) = e^x₀ / (e^x₀ + e^x₁). ✓ is the label of the pair."
        )

    @property
    def _change(self) -> str:
        """What B says instead, where two models are compared."""
        seen = self._seen
        a = seen.look.next_sentence if seen else None
        b = seen.other.next_sentence if seen and seen.other else None
        if a is None or b is None:
            return ""
        change = signed(b.is_next - a.is_next, 4)
        return f"P(IsNext): A {a.is_next:.4f} · B {b.is_next:.4f} · B − A = {change}. "


def _table(look: Look, *, judges: bool) -> Table:
    """The vectors, and where there is a B to judge the logits and the probabilities."""
    said = look.next_sentence
    vectors = [("C", look.c), *([("pooled", said.pooled)] if said else [])]
    rows: list[tuple[str, int | str, float]] = [
        (name, index, float(value))
        for name, array in vectors
        for index, value in enumerate(array.numpy())
    ]
    if judges and said:
        logits = said.logits.numpy()
        rows += [("logit", n, float(x)) for n, x in zip(ANSWERS, logits, strict=True)]
        rows += [("probability", n, x) for n, x in zip(ANSWERS, said.shares, strict=True)]
    return Table(("quantity", "index", "value"), rows)


class VerdictControls(QWidget):
    """The label of the pair: whether B does follow A."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.is_next = named(QPushButton(), tr("Label of the pair"), tr(LABEL_TIP))
        self.is_next.setCheckable(True)
        lay_in_row(self, [self.is_next])
        self.is_next.toggled.connect(session.set_is_next)
        session.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        follows = self._session.state.is_next
        with QSignalBlocker(self.is_next):
            self.is_next.setChecked(follows)
        self.is_next.setText(tr("B follows A" if follows else "B doesn't follow A"))
        self.is_next.setEnabled(self._session.pair.has_b)
