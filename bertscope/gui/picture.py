"""The figure of one look as a picture, without a window."""

import os
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter

from bertscope.gui.application import make_application
from bertscope.gui.canvas import save_painting
from bertscope.gui.figure.content import figure_content
from bertscope.gui.figure.geometry import Geometry
from bertscope.gui.figure.painter import FigurePainter
from bertscope.gui.outputs.objective import ObjectiveView
from bertscope.gui.outputs.predictions import PredictionsView
from bertscope.gui.outputs.verdict import VerdictView
from bertscope.gui.prober import Question, Seen
from bertscope.gui.session import Session
from bertscope.gui.state import SessionState
from bertscope.gui.theme import Appearance, Mode
from bertscope.text.masking import MaskPlan
from bertscope.text.reader import Reader
from bertscope.wire.messages import Look, ModelRef

WIDTH, HEIGHT, MARGIN, GAP, VERDICT, CARDS, OBJECTIVE = 960, 330, 16, 14, 262, 172, 46


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
    """Write figure, predictions, next sentence and objective as `.png` or `.svg`.

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
    predictions, verdict = PredictionsView(session, appearance), VerdictView(session, appearance)
    objective = ObjectiveView(session, appearance)
    wide = max(WIDTH, round(geometry.width))
    cards = wide - VERDICT - GAP
    for view, width in ((predictions, cards), (verdict, VERDICT)):
        view.resize(width, CARDS)
        view.viewport().resize(width, CARDS)  # laid out only where it is shown
        view.show_seen(seen)
    objective.show_seen(seen)
    cards = max(cards, round(predictions.content_width(cards)))
    total = QSize(
        max(wide, cards + GAP + VERDICT) + 2 * MARGIN,
        round(geometry.height) + GAP + CARDS + GAP + OBJECTIVE + 2 * MARGIN,
    )

    def paint(painter: QPainter, _width: float, _height: float, /) -> None:
        painter.translate(MARGIN, MARGIN)
        figure.paint(painter, geometry, 0.0, -1, geometry.width)
        painter.translate(0, geometry.height + GAP)
        painter.save()
        predictions.paint(painter, cards, CARDS, 0.0)
        painter.restore()
        painter.translate(cards + GAP, 4)
        verdict.paint(painter, VERDICT, CARDS, 0.0)
        painter.translate(-cards - GAP, CARDS + GAP - 4)
        objective.paint(painter, cards + GAP + VERDICT, OBJECTIVE, 0.0)

    save_painting(path, total, appearance.theme, paint, 2.0)
