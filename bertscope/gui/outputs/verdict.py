"""Whether B follows A, and the way there: C, the pooler, two logits, softmax."""

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from bertscope.gui.canvas import Canvas
from bertscope.gui.compare.agree import why_no_rows
from bertscope.gui.compare.marks import side_bar
from bertscope.gui.compare.tables import side_by_side
from bertscope.gui.controls import lay_in_row, named
from bertscope.gui.heat_map import block_width, heat_map, scale_end
from bertscope.gui.outputs.verdict_geometry import Geometry
from bertscope.gui.painting import paragraph, rounded, text
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Side
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance
from bertscope.gui.wording import ANSWERS, WAITING, number, percent, signed
from bertscope.wire.messages import Array, Look

LABEL_TIP = (
    "Whether B really follows A: the label, and the loss is −ln of its probability. In training "
    "half of the pairs have a random sentence as B."
)
WITHOUT_B = "B is empty: there is no next sentence to judge."


class VerdictView(Canvas):
    """What C says of the pair: its vectors as strips, both logits, both probabilities.

    Where B − A is to be shown the strips are that, and the bars are both models'.
    """

    TEACHES = (
        "BERT judges the pair by C, the last hidden state of [CLS]: P(IsNext) = "
        "softmax(U·tanh(W·C + b) + d). The loss is −ln of the label's probability."
    )

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance, "Next sentence prediction from C")
        self._session = session
        self._seen: Seen | None = None
        self._side = Side.A
        self._images: dict[object, QImage] = {}

    def show_seen(self, seen: Seen | None) -> None:
        self._seen = seen
        self._side = seen.side(self._session.view.side) if seen else Side.A
        self._images = {}
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
    def _why(self) -> str:
        """Why there is no difference of the vectors."""
        seen = self._seen
        if seen is None or seen.other is None or not self._is_pair:
            return ""
        return why_no_rows(seen.look, seen.other)

    def _limit(self, name: str) -> float:
        """Where the scale of a vector ends: for A and B at the same value."""
        seen = self._seen
        assert seen is not None
        looks = [seen.shown(self._side)]
        if seen.other is not None and not self._is_pair:
            looks = [seen.look, seen.other]
        return max(scale_end(getattr(look, name).numpy()) for look in looks)

    def _geometry(self, width: float, height: float) -> Geometry:
        return Geometry.of(self.theme, width, height, is_pair=self._is_pair)

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        theme, muted = self.theme, self.theme.palette.muted
        if self._seen is None:
            whole = QRectF(0, 0, width, height)
            paragraph(painter, whole, WAITING, theme.sans(13), muted)
            return
        geometry = self._geometry(width, height)
        if self._why:
            strips = QRectF(0, 0, width, geometry.vector(1).bottom())
            paragraph(painter, strips, self._why, theme.sans(11), muted)
        else:
            self._strips(painter, geometry, self._seen.shown(self._side))
        if self._seen.question.nsp_label is None:
            room = geometry.line(0).united(geometry.line(1))
            room.setTop(geometry.between(1).top())
            paragraph(painter, room, WITHOUT_B, theme.sans(12), muted)
        else:
            self._judgement(painter, geometry, self._seen.question.nsp_label)

    def _strips(self, painter: QPainter, geometry: Geometry, look: Look) -> None:
        """C, and what the pooler makes of it."""
        delta, shown = ("Δ", f", {Side.DIFFERENCE.value}") if self._is_pair else ("", "")
        self._vector(painter, geometry, 0, f"{delta}C", look.c, self._limit("c"))
        self._arrow(painter, geometry.between(0), f"pooler: tanh(W·C + b){shown}")
        self._vector(painter, geometry, 1, "", look.pooled, self._limit("pooled"))

    def _vector(
        self,
        painter: QPainter,
        geometry: Geometry,
        number: int,
        name: str,
        array: Array,
        limit: float,
    ) -> None:
        theme, palette, vector = self.theme, self.theme.palette, array.numpy()
        strip = geometry.vector(number)
        label = QRectF(0, strip.top(), geometry.left, strip.height())
        text(painter, label, name, theme.bold(13), palette.nsp)
        fold = block_width(len(vector), strip.width() / max(strip.height(), 1.0))
        key = (number, fold, palette)
        if key not in self._images:
            self._images[key] = heat_map(vector[None], limit, palette, fold)
        painter.drawImage(strip, self._images[key])
        rounded(painter, strip, 1, None, palette.line)
        scale = QRectF(strip.right() + theme.px(5), strip.top(), theme.px(45), strip.height())
        text(painter, scale, f"±{limit:.2f}", theme.mono(11), palette.muted)

    def _arrow(self, painter: QPainter, line: QRectF, words: str) -> None:
        theme, muted = self.theme, self.theme.palette.muted
        sign = QRectF(0, line.top(), line.left(), line.height())
        text(painter, sign, "↓", theme.sans(12), muted)
        text(painter, line, words, theme.sans(11), muted)

    def _judgement(self, painter: QPainter, geometry: Geometry, label: int) -> None:
        theme, palette = self.theme, self.theme.palette
        above, (_, end), (start, _) = geometry.between(1), geometry.logit, geometry.track
        self._arrow(painter, above, "")
        head = QRectF(0, above.top(), end, above.height())
        right = Qt.AlignmentFlag.AlignRight
        text(painter, head, "logits", theme.sans(11), palette.muted, right)
        head = QRectF(start, above.top(), geometry.width - start, above.height())
        text(painter, head, "→ softmax", theme.sans(11), palette.muted)
        sides = (Side.A, Side.B) if self._is_pair else (self._side,)
        for answer, name in enumerate(ANSWERS):
            is_label = answer == label
            shade = palette.right if is_label else palette.text
            line = geometry.line(len(sides) * answer)
            room = QRectF(0, line.top(), geometry.letter[0], line.height())
            text(painter, room, f"{name} ✓" if is_label else name, theme.mono(12), shade)
            for place, side in enumerate(sides):
                self._bar(painter, geometry, len(sides) * answer + place, answer, side)

    def _bar(
        self, painter: QPainter, geometry: Geometry, place: int, answer: int, side: Side
    ) -> None:
        """The logit and the probability of an answer, of one model."""
        assert self._seen is not None
        theme, palette, line = self.theme, self.theme.palette, geometry.line(place)
        font, right, look = theme.mono(12), Qt.AlignmentFlag.AlignRight, self._seen.shown(side)
        start, end = geometry.letter
        if geometry.is_pair:
            letter = QRectF(start, line.top(), end - start, line.height())
            text(painter, letter, side.value, theme.bold(11), palette.muted)
        start, end = geometry.logit
        logit = QRectF(start, line.top(), end - start, line.height())
        value = number(float(look.nsp_logits.numpy()[answer]), 2)
        text(painter, logit, value, font, palette.text, right)
        start, end = geometry.track
        thick = theme.px(10) * min(1.0 if geometry.is_pair else 9.0, geometry.bar / theme.px(20))
        track = QRectF(start, line.center().y() - thick / 2, max(end - start, 1.0), thick)
        share, of = _shares(look)[answer], side if geometry.is_pair else Side.A
        side_bar(painter, track, share, theme.px(2), (palette.track, palette.nsp), of)
        rest = QRectF(end, line.top(), geometry.width - end, line.height())
        text(painter, rest, percent(share), font, palette.text, right)

    def tip(self, point: QPointF) -> str:
        """What a tooltip says of a point, as rich text."""
        if self._seen is None:
            return self.TEACHES
        view, look = self.viewport(), self._seen.look
        geometry = self._geometry(view.width(), view.height())
        on_strips = point.y() < geometry.vector(1).bottom()
        if on_strips and self._why:
            return self._why
        shown = f" Shown is {self._side.value}." if self._seen.other is not None else ""
        if point.y() < geometry.vector(0).bottom():
            return (
                f"C: the last hidden state of [CLS], {look.c.shape[0]} values, which has attended "
                f"to the whole pair. Colours end at ±{self._limit('c'):.2f}.{shown}"
            )
        if on_strips:
            return (
                f"The pooler, tanh(W·C + b), {look.pooled.shape[0]} values between −1 and 1. "
                f"Colours end at ±{self._limit('pooled'):.2f}.{shown}"
            )
        if self._seen.question.nsp_label is None:
            return WITHOUT_B
        return self._change + (
            "A linear layer turns the pooled vector into two logits, and softmax these into "
            "probabilities: P(IsNext) = e^x₀ / (e^x₀ + e^x₁). ✓ is the label of the pair."
        )

    @property
    def _change(self) -> str:
        """What B says instead, where two models are compared."""
        seen = self._seen
        if seen is None or seen.other is None:
            return ""
        a, b = seen.look.is_next_probability, seen.other.is_next_probability
        return f"P(IsNext): A {a:.4f} · B {b:.4f} · B − A = {signed(b - a, 4)}. "


def _shares(look: Look) -> tuple[float, float]:
    return look.is_next_probability, 1 - look.is_next_probability


def _table(look: Look, *, judges: bool) -> Table:
    """The vectors, and where there is a B to judge the logits and the probabilities."""
    rows: list[tuple[str, int | str, float]] = [
        (name, index, float(value))
        for name, array in (("C", look.c), ("pooled", look.pooled))
        for index, value in enumerate(array.numpy())
    ]
    if judges:
        logits = look.nsp_logits.numpy()
        rows += [("logit", n, float(x)) for n, x in zip(ANSWERS, logits, strict=True)]
        rows += [("probability", n, x) for n, x in zip(ANSWERS, _shares(look), strict=True)]
    return Table(("quantity", "index", "value"), rows)


class VerdictControls(QWidget):
    """The label of the pair: whether B does follow A."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.is_next = named(QPushButton(), "Label of the pair", LABEL_TIP)
        self.is_next.setCheckable(True)
        lay_in_row(self, [self.is_next])
        self.is_next.toggled.connect(session.set_is_next)
        session.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        follows = self._session.state.is_next
        with QSignalBlocker(self.is_next):
            self.is_next.setChecked(follows)
        self.is_next.setText("B follows A" if follows else "B doesn't follow A")
        self.is_next.setEnabled(self._session.pair.has_b)
