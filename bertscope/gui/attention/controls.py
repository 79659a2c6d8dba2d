"""How attention is shown: lines or matrix, which quarter, which heads."""

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QPushButton,
    QWidget,
)

from bertscope.gui.controls import choices, choose, lay_in_row, named
from bertscope.gui.language import marked, tr
from bertscope.gui.painting import text_width
from bertscope.gui.prober import Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Form, Quarter, Side
from bertscope.gui.theme import Appearance

AROUND = 16
"""Design pixels around the word of a button: its padding and its borders."""
TIPS = {
    "lines": marked(
        "A line from a query to each key that it looks at; the stronger, the greater the weight "
        "softmax(q·k/√d)."
    ),
    "matrix": marked(
        "A row a query, a column a key: each row is softmax(q·k/√d) over the keys and sums to one. "
        "Several heads are shown as their mean."
    ),
    "quarter": marked(
        "Attention from the tokens of one sentence to those of another alone; the weights stay as "
        "they are."
    ),
    "specials": marked(
        "Show [CLS] and [SEP] too: many heads rest on them. Hidden weights are not redistributed."
    ),
    "mean": marked(
        "Show the mean of the shown heads' weights instead of each head in its own colour."
    ),
    "all": marked(
        "Show all heads of the layer, each in its own colour: multi-head attention reads the pair "
        "in all these ways at once."
    ),
}


class AttentionControls(QWidget):
    """A row of small controls for the attention view's panel."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("attentionControls")
        self._session = session
        self._appearance = appearance
        self._count: int | None = None
        tips = {name: tr(tip) for name, tip in TIPS.items()}
        self.lines = named(QPushButton(tr("lines")), tr("Attention as lines"), tips["lines"])
        self.matrix = named(QPushButton(tr("matrix")), tr("Attention as a matrix"), tips["matrix"])
        self.quarter = choices(
            Quarter, tr("Attention from which sentence to which"), tips["quarter"]
        )
        self.specials = named(QCheckBox("[CLS]"), tr("Show [CLS] and [SEP]"), tips["specials"])
        self.mean = named(QCheckBox(tr("mean")), tr("Show the mean of the heads"), tips["mean"])
        self.all_heads = named(
            QCheckBox(tr("all heads")), tr("Show all heads of the layer"), tips["all"]
        )
        self._lay_out()
        self._connect()
        appearance.changed.connect(self._set_sizes)
        session.changed.connect(self._show)
        self._set_sizes()
        self._show()

    def show_seen(self, seen: Seen | None) -> None:
        """Learn from a look how many heads there are: in A, unless B alone is shown."""
        if seen is None:
            return
        shown = seen.shown(Side.B if self._session.view.side is Side.B else Side.A)
        if shown.thumbnails is not None:
            self._count = shown.thumbnails.shape[1]
            self._show()

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        for button in (self.lines, self.matrix):
            button.setCheckable(True)
            group.addButton(button)
        shown = (self.lines, self.matrix, self.quarter, self.specials, self.mean, self.all_heads)
        lay_in_row(self, shown, spacing=5)

    def _connect(self) -> None:
        change = self._session.set_view
        self.lines.clicked.connect(
            lambda: change(marked("Show attention as lines"), form=Form.LINES)
        )
        self.matrix.clicked.connect(
            lambda: change(marked("Show attention as a matrix"), form=Form.MATRIX)
        )
        self.quarter.activated.connect(
            lambda: change(marked("Filter attention"), quarter=Quarter(self.quarter.currentData()))
        )
        self.specials.clicked.connect(
            lambda on: change(marked("Show [CLS] and [SEP]"), specials=on)
        )
        self.mean.clicked.connect(lambda on: change(marked("Show the mean of heads"), average=on))
        self.all_heads.clicked.connect(self._choose_all)

    def _choose_all(self, on: bool) -> None:
        heads = tuple(range(self._count or 1)) if on else self._session.view.heads[:1]
        self._session.set_view(marked("Show all heads"), heads=heads)

    def _set_sizes(self) -> None:
        theme = self._appearance.theme
        high = theme.px(24)
        for button, least in ((self.lines, 50), (self.matrix, 60)):
            wide = round(text_width(button.text(), theme.bold(13))) + theme.px(AROUND)
            button.setFixedSize(max(theme.px(least), wide), high)
        self.quarter.setFixedSize(theme.px(68), high)

    def _show(self) -> None:
        view = self._session.view
        self.lines.setChecked(view.form is Form.LINES)
        self.matrix.setChecked(view.form is Form.MATRIX)
        choose(self.quarter, view.quarter.value)
        self.specials.setChecked(view.specials)
        self.specials.setEnabled(view.quarter is Quarter.ALL)
        several = len(view.heads) > 1
        self.mean.setEnabled(several and view.form is Form.LINES)
        self.mean.setChecked(several and (view.average or view.form is Form.MATRIX))
        self.all_heads.setEnabled((self._count or 1) > 1)
        self.all_heads.setChecked(set(view.heads) >= set(range(self._count or 1)) and several)
