"""Which class is right, for the loss of one's own sentence."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from bertscope.gui.controls import combo, label, lay_in_row
from bertscope.gui.language import marked, tr
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Side
from bertscope.wire.messages import Answer, Kind

NOT_KNOWN = marked("not known")
LEAST = 64
"""Pixels to which the choice may shrink beside the title, so that large text fits the window."""
LABEL_TIP = marked(
    "Which class is right for what is typed above: the loss is −ln of its probability, and ✓ marks "
    "it among the bars"
)


class AnswerControls(QWidget):
    """The label of what is typed; only there for a model that tells classes apart."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._labels: list[str] = []
        self._name = label(tr("label"))
        self.label = combo([tr(NOT_KNOWN)], tr("The class that is right"), tr(LABEL_TIP))
        self.label.setMinimumWidth(LEAST)
        lay_in_row(self, (self._name, self.label))
        self.label.activated.connect(self._choose)
        session.changed.connect(self._show)
        self._show()

    def show_seen(self, seen: Seen | None) -> None:
        """Offer the classes of the model that is looked at."""
        labels = _labels(seen.shown(Side.A).answer) if seen else []
        if labels != self._labels:
            self._labels = labels
            with QSignalBlocker(self.label):
                self.label.clear()
                self.label.addItems([tr(NOT_KNOWN), *labels])
            self._show()

    def _choose(self, place: int) -> None:
        self._session.set_label(place - 1 if place else None)

    def _show(self) -> None:
        chosen = self._session.state.label
        known = chosen is not None and chosen < len(self._labels)
        with QSignalBlocker(self.label):
            self.label.setCurrentIndex(1 + chosen if chosen is not None and known else 0)
        for part in (self._name, self.label):
            part.setVisible(bool(self._labels))


def _labels(answer: Answer | None) -> list[str]:
    return answer.labels if answer is not None and answer.kind is Kind.CLASSIFICATION else []
