"""By what it is shown which tokens count."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from bertscope.gui.controls import ShrinkingBox, choices, choose, lay_in_row
from bertscope.gui.language import marked, tr
from bertscope.gui.session import Session
from bertscope.gui.state import Weighing

LEAST = 110
"""Pixels to which the switch may shrink beside the title, so that large text fits the window."""
TIP = marked(
    "Gradient × input: what speaks for the answer and what against it. Attention: where [CLS], or "
    "the answer's first token, looks in the layer and the heads that are shown"
)


class AttributionControls(QWidget):
    """The switch between both."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.weighing = choices(Weighing, tr("By what tokens count"), tr(TIP), ShrinkingBox())
        self.weighing.setMinimumWidth(LEAST)
        lay_in_row(self, [self.weighing])
        self.weighing.activated.connect(self._choose)
        session.changed.connect(self._show)
        self._show()

    def _choose(self) -> None:
        weighing = Weighing(self.weighing.currentData())
        self._session.set_view(marked("Show which tokens count"), weighing=weighing)

    def _show(self) -> None:
        with QSignalBlocker(self.weighing):
            choose(self.weighing, self._session.view.weighing.value)
