"""The figure of one look as a picture, without a window."""

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter

from bertscope.gui.application import make_application
from bertscope.gui.canvas import Painting, save_painting
from bertscope.gui.figure.content import figure_content
from bertscope.gui.figure.geometry import Geometry
from bertscope.gui.figure.painter import FigurePainter
from bertscope.gui.outputs.objective import ObjectiveView
from bertscope.gui.outputs.predictions import PredictionsView
from bertscope.gui.outputs.verdict import VerdictView
from bertscope.gui.prober import Question, Seen
from bertscope.gui.session import Session
from bertscope.gui.state import SessionState
from bertscope.gui.task.answer_view import AnswerView
from bertscope.gui.task.attribution_view import AttributionView
from bertscope.gui.theme import Appearance, Mode
from bertscope.text.masking import MaskPlan
from bertscope.text.reader import Reader
from bertscope.wire.messages import Look, ModelRef

WIDTH, HEIGHT, MARGIN, GAP, VERDICT, SAYS, OBJECTIVE = 960, 330, 16, 14, 262, 172, 46
ANSWER_SHARE = 0.56
"""What an answer takes of the width beside the tokens that count for it."""


@dataclass(frozen=True)
class _Part:
    """What is painted into a rectangle as large as it is."""

    width: float
    height: float
    paint: Painting


def write_picture(
    path: Path,
    reader: Reader,
    sentences: tuple[str, str],
    plan: MaskPlan,
    nsp_label: int | None,
    look: Look,
    *,
    dark: bool,
) -> None:
    """Write the figure and what the model says as `.png` or `.svg`.

    Of a model with the heads of pre-training these are predictions, next sentence and objective;
    of a fine-tuned one its answer and, where the look has it, which tokens count for it.

    Raises
    ------
    BertscopeError
        If the file can't be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application = make_application()
    appearance = Appearance(Mode.DARK if dark else Mode.LIGHT)
    state = SessionState(a=sentences[0], b=sentences[1], plan=plan, is_next=nsp_label != 1)
    session = Session(reader, state)
    ids = tuple(session.model_ids)
    question = Question(0, ModelRef(""), reader, session.pair, plan, ids, nsp_label)
    seen = Seen(question, look)
    content = figure_content(session, seen)
    figure = FigurePainter(content, appearance.theme)
    geometry = Geometry.of(content, appearance.theme, WIDTH, HEIGHT)
    says = _says if look.answer is None else _answers
    below = says(session, appearance, seen, max(WIDTH, round(geometry.width)))
    total = QSize(
        round(max(geometry.width, below.width, WIDTH)) + 2 * MARGIN,
        round(geometry.height + GAP + below.height) + 2 * MARGIN,
    )

    def paint(painter: QPainter, _width: float, _height: float, /) -> None:
        painter.translate(MARGIN, MARGIN)
        figure.paint(painter, geometry, 0.0, -1, geometry.width)
        painter.translate(0, geometry.height + GAP)
        below.paint(painter, below.width, below.height)

    save_painting(path, total, appearance.theme, paint, 2.0)


def _says(session: Session, appearance: Appearance, seen: Seen, wide: float) -> _Part:
    """What the heads of pre-training say."""
    predictions, verdict = PredictionsView(session, appearance), VerdictView(session, appearance)
    objective = ObjectiveView(session, appearance)
    room = wide - VERDICT - GAP
    for view, width in ((predictions, room), (verdict, VERDICT)):
        _show(view, seen, width)
    objective.show_seen(seen)
    cards = max(room, round(predictions.content_width(room)))
    whole = cards + GAP + VERDICT

    def paint(painter: QPainter, _width: float, _height: float, /) -> None:
        painter.save()
        predictions.paint(painter, cards, SAYS, 0.0)
        painter.restore()
        painter.translate(cards + GAP, 4)
        verdict.paint(painter, VERDICT, SAYS, 0.0)
        painter.translate(-cards - GAP, SAYS + GAP - 4)
        objective.paint(painter, whole, OBJECTIVE, 0.0)

    return _Part(whole, SAYS + GAP + OBJECTIVE, paint)


def _answers(session: Session, appearance: Appearance, seen: Seen, wide: float) -> _Part:
    """What a fine-tuned model answers."""
    answer, attribution = AnswerView(session, appearance), AttributionView(session, appearance)
    has_both = seen.look.answer is not None and bool(seen.look.answer.attribution)
    first = round(ANSWER_SHARE * wide) if has_both else wide
    second = wide - first - GAP
    _show(answer, seen, first)
    high = answer.whole_size().height()
    if has_both:
        _show(attribution, seen, second)
        high = max(high, attribution.whole_size().height())

    def paint(painter: QPainter, _width: float, _height: float, /) -> None:
        painter.save()
        answer.paint_whole(painter, first, high)
        painter.restore()
        if has_both:
            painter.translate(first + GAP, 0)
            attribution.paint_whole(painter, second, high)

    return _Part(wide, high, paint)


def _show(
    view: PredictionsView | VerdictView | AnswerView | AttributionView, seen: Seen, width: float
) -> None:
    """Show a look in a view of that width."""
    view.resize(round(width), SAYS)
    view.viewport().resize(round(width), SAYS)  # Laid out only where it is shown.
    view.show_seen(seen)
