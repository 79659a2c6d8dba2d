"""How well examples are answered, and which ones: those measured on, or those for the end."""

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from bertscope.gui.controls import label, lay_in_row, named
from bertscope.gui.language import marked, tr
from bertscope.gui.session import Session
from bertscope.gui.task.results_cells import summary
from bertscope.gui.task.results_judge import Judge

DEV_TIP = marked(
    "The examples that training measures on while it runs, and that choices are made by"
)
TEST_TIP = marked(
    "The examples kept for the end: look at them once nothing is chosen by them any more"
)
NO_TEST = marked("This data has no examples that were kept for the end")


GAP = 10
"""Pixels between the scores and the switch."""


class ResultsControls(QWidget):
    """The scores, and a switch from the dev to the test examples."""

    def __init__(self, session: Session, judge: Judge) -> None:
        super().__init__()
        self._session, self._judge = session, judge
        self.dev = named(QPushButton(tr("dev")), tr("Judge the dev examples"), tr(DEV_TIP))
        self.test = named(QPushButton(tr("test")), tr("Judge the test examples"), tr(TEST_TIP))
        self.summary = label("")
        self.summary.setMinimumWidth(1)
        group = QButtonGroup(self)
        for button, end in ((self.dev, "first"), (self.test, "last")):
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setProperty("end", end)
            button.clicked.connect(partial(self._choose, on_test=button is self.test))
            group.addButton(button)
        row = lay_in_row(self, (self.summary, self.dev, self.test), 0)
        row.insertSpacing(1, GAP)
        session.viewed.connect(self._show)
        judge.changed.connect(self._show)
        self._show()

    def _choose(self, *_: object, on_test: bool) -> None:
        self._session.set_view(marked("Judge other examples"), on_test=on_test)

    def _show(self) -> None:
        """Stand as the session says; where there are no test examples, none can be chosen."""
        facts, on_test, told = self._judge.facts, self._session.view.on_test, self._judge.judged
        waits = " …" if told is not None and self._judge.is_waiting else ""
        self.summary.setText("" if told is None else f"{summary(told)}{waits}")
        self.summary.setToolTip(self.summary.text())
        (self.test if on_test else self.dev).setChecked(True)
        has_test = facts is None or facts.test > 0
        self.test.setEnabled(has_test or on_test)
        self.test.setToolTip(tr(TEST_TIP) if has_test else tr(NO_TEST))
