"""The small controls of the input figure: how far it adds up, how wide it is, what is written."""

from PySide6.QtWidgets import QWidget

from bertscope.gui.controls import lay_in_row, tool_button
from bertscope.gui.figure.words import LAYER_NORM
from bertscope.gui.language import marked, tr
from bertscope.gui.session import Session
from bertscope.gui.state import Stage

ZOOMS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0)
STAGES = {
    Stage.TOKEN: (
        marked("token"),
        marked("Token embeddings alone, the first step of the sum"),
    ),
    Stage.SEGMENT: (
        marked("+ seg"),
        marked("E_token + E_segment: which sentence it is, is added"),
    ),
    Stage.POSITION: (
        marked("+ pos"),
        marked("E_token + E_segment + E_position: the place is added"),
    ),
    Stage.SUM: (
        marked("= sum"),
        marked("x_i = E_token + E_segment + E_position, value by value"),
    ),
    Stage.LAYER_NORM: (
        marked("→ LN"),
        marked("What the first layer reads: {layer_norm}"),
    ),
}
STAGE_LABEL = marked("Step through the sum")
ZOOM_LABEL = marked("Zoom the figure")
DETAILS_LABEL = marked("Show ids")


class FigureControls(QWidget):
    """Stages as one row of buttons, zoom, and ids; they stand right of the panel's title.

    Parameters
    ----------
    session
        Whose view they show and change.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("figureControls")
        self._session = session
        self.stages = {
            stage: tool_button(tr(words), _stage_name(stage), _stage_tip(stage))
            for stage, (words, _) in STAGES.items()
        }
        self.narrower = tool_button(
            "−", tr("Narrower columns"), tr("Narrower columns (Ctrl + wheel over the figure)")
        )
        self.fit = tool_button(
            tr("fit"), tr("Fit all tokens"), tr("All tokens at once; again: as they are read best")
        )
        self.wider = tool_button(
            "+", tr("Wider columns"), tr("Wider columns (Ctrl + wheel over the figure)")
        )
        self.details = tool_button(
            tr("ids"),
            tr("Ids and characters"),
            tr("Ids and characters under the tokens, where there is room (I)"),
        )
        self._lay_out()
        self._connect()
        session.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        row = lay_in_row(self, self.stages.values(), spacing=2)
        row.addSpacing(6)
        for button in (self.narrower, self.fit, self.wider):
            row.addWidget(button)
        row.addSpacing(6)
        row.addWidget(self.details)
        for button in (*self.stages.values(), self.fit, self.details):
            button.setCheckable(True)

    def _connect(self) -> None:
        session = self._session
        for stage, button in self.stages.items():
            button.clicked.connect(lambda _=False, s=stage: self._set_stage(s))
        self.narrower.clicked.connect(lambda: self._zoom(ZOOMS[::-1], -1))
        self.wider.clicked.connect(lambda: self._zoom(ZOOMS, 1))
        self.fit.clicked.connect(lambda fit: session.set_view(ZOOM_LABEL, zoom=0.0 if fit else 1.0))
        self.details.clicked.connect(lambda on: session.set_view(DETAILS_LABEL, details=on))

    def _set_stage(self, stage: Stage) -> None:
        self._session.set_view(STAGE_LABEL, stage=stage)
        # A second click on the same one would leave none checked.
        self._show()

    def _zoom(self, ladder: tuple[float, ...], direction: int) -> None:
        """The next zoom of the ladder in a direction."""
        now = self._session.view.zoom
        beyond = (zoom for zoom in ladder if direction * (zoom - now) > 1e-6)
        self._session.set_view(ZOOM_LABEL, zoom=next(beyond, ladder[-1]))

    def _show(self) -> None:
        view = self._session.view
        for stage, button in self.stages.items():
            button.setChecked(stage is view.stage)
        self.fit.setChecked(view.zoom == 0.0)
        self.narrower.setEnabled(view.zoom > ZOOMS[0])
        self.wider.setEnabled(view.zoom < ZOOMS[-1])
        self.details.setChecked(view.details)


def _stage_name(stage: Stage) -> str:
    name = tr(STAGES[stage][0])
    return tr("Sum, step {step} of {steps}: {name}", step=stage.value, steps=len(Stage), name=name)


def _stage_tip(stage: Stage) -> str:
    return tr("{tip} ([ and ] step)", tip=tr(STAGES[stage][1], layer_norm=LAYER_NORM))
