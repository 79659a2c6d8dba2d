"""Whether B follows A, and the way there: C, the pooler, two logits, softmax."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from bertscope.gui.canvas import Canvas
from bertscope.gui.controls import lay_in_row, named
from bertscope.gui.heat_map import block_width, heat_map, scale_end
from bertscope.gui.outputs.verdict_geometry import LEAST_BAR, Geometry
from bertscope.gui.painting import paragraph, rounded, share_bar, text
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance
from bertscope.gui.wording import ANSWERS, WAITING, number, percent

LABEL_TIP = (
    "Whether B really follows A: the label, and the loss is −ln of its probability. In training "
    "half of the pairs have a random sentence as B."
)
WITHOUT_B = "B is empty: there is no next sentence to judge."


class VerdictView(Canvas):
    """What C says of the pair: its vectors as strips, both logits, both probabilities."""

    TEACHES = (
        "BERT judges the pair by C, the last hidden state of [CLS]: P(IsNext) = "
        "softmax(U·tanh(W·C + b) + d). The loss is −ln of the label's probability."
    )

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "Next sentence prediction from C")
        self._seen: Seen | None = None
        self._images: dict[object, QImage] = {}

    def show_seen(self, seen: Seen | None) -> None:
        self._seen = seen
        self._images = {}
        self.viewport().update()

    def numbers(self) -> Table | None:
        if self._seen is None:
            return None
        look = self._seen.look
        rows: list[tuple[str, int | str, float]] = [
            (name, index, float(value))
            for name, array in (("C", look.c), ("pooled", look.pooled))
            for index, value in enumerate(array.numpy())
        ]
        if self._seen.question.nsp_label is not None:
            rows += [("logit", n, float(x)) for n, x in zip(ANSWERS, self._logits, strict=True)]
            rows += [("probability", n, x) for n, x in zip(ANSWERS, self._shares, strict=True)]
        return Table(("quantity", "index", "value"), rows)

    @property
    def _logits(self) -> NDArray[np.float32]:
        assert self._seen is not None
        return self._seen.look.nsp_logits.numpy()

    @property
    def _shares(self) -> tuple[float, float]:
        assert self._seen is not None
        share = self._seen.look.is_next_probability
        return share, 1 - share

    # --- Painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, width: float, height: float, scroll: float) -> None:
        theme, muted = self.theme, self.theme.palette.muted
        if self._seen is None:
            whole = QRectF(0, 0, width, height)
            paragraph(painter, whole, WAITING, theme.sans(13), muted)
            return
        geometry = Geometry.of(theme, width, height)
        look = self._seen.look
        for place, (name, array) in enumerate((("C", look.c), ("", look.pooled))):
            self._vector(painter, geometry, place, name, array.numpy())
        self._arrow(painter, geometry.between(0), "pooler: tanh(W·C + b)")
        if self._seen.question.nsp_label is None:
            room = geometry.line(0).united(geometry.line(1))
            room.setTop(geometry.between(1).top())
            paragraph(painter, room, WITHOUT_B, theme.sans(12), muted)
        else:
            self._judgement(painter, geometry, self._seen.question.nsp_label)

    def _vector(
        self,
        painter: QPainter,
        geometry: Geometry,
        number: int,
        name: str,
        vector: NDArray[np.float32],
    ) -> None:
        theme, palette = self.theme, self.theme.palette
        strip, limit = geometry.vector(number), scale_end(vector)
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
        for place, name in enumerate(ANSWERS):
            self._bar(painter, geometry, place, name, is_label=place == label)

    def _bar(
        self, painter: QPainter, geometry: Geometry, place: int, name: str, *, is_label: bool
    ) -> None:
        theme, palette, line = self.theme, self.theme.palette, geometry.line(place)
        font, right = theme.mono(12), Qt.AlignmentFlag.AlignRight
        shade = palette.right if is_label else palette.text
        words = f"{name} ✓" if is_label else name
        start, end = geometry.logit
        text(painter, QRectF(0, line.top(), start, line.height()), words, font, shade)
        logit = QRectF(start, line.top(), end - start, line.height())
        value = number(float(self._logits[place]), 2)
        text(painter, logit, value, font, palette.text, right)
        start, end = geometry.track
        thick = theme.px(10) * geometry.bar / theme.px(LEAST_BAR)
        track = QRectF(start, line.center().y() - thick / 2, max(end - start, 1.0), thick)
        share = self._shares[place]
        share_bar(painter, track, share, theme.px(2), palette.track, palette.nsp)
        rest = QRectF(end, line.top(), geometry.width - end, line.height())
        text(painter, rest, percent(share), font, palette.text, right)

    def tip(self, point: QPointF) -> str:
        """What a tooltip says of a point, as rich text."""
        if self._seen is None:
            return self.TEACHES
        view, look = self.viewport(), self._seen.look
        geometry = Geometry.of(self.theme, view.width(), view.height())
        c, pooled = look.c.numpy(), look.pooled.numpy()
        if point.y() < geometry.vector(0).bottom():
            return (
                f"C: the last hidden state of [CLS], {len(c)} values, which has attended to the "
                f"whole pair. Colours end at ±{scale_end(c):.2f}."
            )
        if point.y() < geometry.vector(1).bottom():
            return (
                f"The pooler, tanh(W·C + b), {len(pooled)} values between −1 and 1. Colours end "
                f"at ±{scale_end(pooled):.2f}."
            )
        if self._seen.question.nsp_label is None:
            return WITHOUT_B
        return (
            "A linear layer turns the pooled vector into two logits, and softmax these into "
            "probabilities: P(IsNext) = e^x₀ / (e^x₀ + e^x₁). ✓ is the label of the pair."
        )


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
