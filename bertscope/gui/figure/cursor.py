"""What can be done to the tokens of the figure, by mouse, key or menu."""

from PySide6.QtCore import QObject, Signal

from bertscope.gui.figure.content import BOTTOM, LINES, row_of
from bertscope.gui.figure.controls import DETAILS_LABEL, STAGE_LABEL, ZOOM_LABEL
from bertscope.gui.figure.words import refusal
from bertscope.gui.language import marked, tr
from bertscope.gui.session import Session
from bertscope.gui.state import Stage
from bertscope.text.masking import Action
from bertscope.text.pair import Source

UNFINISHED = marked("Here only a part of the sum stands: step on to “= sum” (key ]) to look at x.")


class FigureCursor(QObject):
    """The token at hand, or a span of them, and what is done there.

    The session's focus is the token at hand; it stays where it is when something is done.

    Attributes
    ----------
    span
        The tokens from one end of a selection to the other; empty for none.

    Signals
    -------
    refused(str)
        Why something can't be done.
    spanned
        The span is another one now.
    """

    refused = Signal(str)
    spanned = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._anchor = -1
        self.span = range(0)

    # --- Moving ---------------------------------------------------------------------------------

    def move(self, to: int) -> None:
        """Take another token in hand."""
        self.release()
        self._session.set_focus(self._inside(to))

    def extend(self, to: int) -> None:
        """Span from where this began to another token."""
        to = self._inside(to)
        if not self.span:
            self._anchor = max(0, self._session.focus)
        self.select(self._anchor, to)
        self._session.set_focus(to)

    def select(self, start: int, end: int) -> None:
        self.span = range(min(start, end), max(start, end) + 1)
        self.spanned.emit()

    def release(self) -> None:
        """No span any more."""
        if self.span:
            self.span = range(0)
            self.spanned.emit()

    def _inside(self, position: int) -> int:
        return max(0, min(position, len(self._session.pair) - 1))

    # --- Masks ----------------------------------------------------------------------------------

    def cycle(self, position: int) -> None:
        """What a click on a token does: the next of MASK, RANDOM, KEEP and none."""
        if self._may_choose([position]):
            self._session.cycle(position)
            self._session.set_focus(position)

    def act(self, action: Action | None) -> None:
        """Do an action to the span, or else to the token at hand; None clears."""
        session, focus = self._session, self._session.focus
        positions = list(self.span) or ([focus] if focus >= 0 else [])
        if positions and self._may_choose(positions):
            session.set_action(positions, action)
            session.set_focus(focus)

    def _may_choose(self, positions: list[int]) -> bool:
        """Whether any of them is of a sentence; else it is said why nothing happens."""
        pair = self._session.pair
        if any(pair.sources[p] is not Source.SPECIAL for p in positions):
            return True
        self.refused.emit(refusal(pair.tokens[positions[0]]))
        return False

    def ask(self) -> None:
        """Ask the model at the token at hand, or no longer."""
        focus = self._session.focus
        if focus >= 0:
            self._session.toggle_asked(focus)
            self._session.set_focus(focus)

    # --- Looking --------------------------------------------------------------------------------

    def inspect(self, line: int, position: int) -> None:
        """Look closely at the vector of a line."""
        row = row_of(line, self._session.view.stage)
        if row is None:
            self.refused.emit(tr(UNFINISHED))
            return
        self._session.inspect(row, position)
        self._session.set_focus(position)

    def look(self, step: int = 1) -> None:
        """Look at the next row of the token at hand, or at its first one."""
        focus = self._session.focus
        if focus < 0:
            return
        lines = [n for n in range(LINES) if row_of(n, self._session.view.stage) is not None]
        line = self._line_looked_at(focus)
        if line is None:
            line = lines[0 if step > 0 else -1]
        else:
            line = lines[(lines.index(line) + step) % len(lines)]
        self.inspect(line, focus)

    def _line_looked_at(self, position: int) -> int | None:
        view = self._session.view
        if view.vector is None or view.vector.position != position:
            return None
        lines = (n for n in range(LINES) if row_of(n, view.stage) is view.vector.row)
        return next(lines, None)

    # --- The sum --------------------------------------------------------------------------------

    def step_stage(self, by: int) -> None:
        """One stage further or back."""
        self._set_stage(min(max(self._session.view.stage + by, Stage.TOKEN), Stage.LAYER_NORM))

    def show_line(self, line: int) -> None:
        """Add up to a line; the bottom one goes on to LayerNorm and back."""
        stage = Stage(line + 1)
        if line == BOTTOM and self._session.view.stage is Stage.SUM:
            stage = Stage.LAYER_NORM
        self._set_stage(stage)

    def _set_stage(self, stage: int) -> None:
        self._set(STAGE_LABEL, stage=Stage(stage))

    def toggle_details(self) -> None:
        self._set(DETAILS_LABEL, details=not self._session.view.details)

    def zoom(self, zoom: float) -> None:
        self._set(ZOOM_LABEL, zoom=zoom)

    def _set(self, label: str, **changes: object) -> None:
        focus = self._session.focus
        self._session.set_view(label, **changes)
        self._session.set_focus(focus)
