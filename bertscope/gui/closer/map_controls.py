"""What the map shows and how, and the search on it."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from bertscope.gui.session import Session
from bertscope.gui.state import Projection, Space
from bertscope.gui.theme import Appearance

SPACES = {
    Space.TOKENS: "Tokens by layer",
    Space.VOCABULARY: "Vocabulary",
}
PROJECTIONS = {Projection.PCA: "PCA", Projection.DIRECTIONS: "PCA of directions"}


class MapControls(QWidget):
    """A row: the space, then the projection of tokens or the search in the vocabulary."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._appearance = appearance
        self.space = _combo(
            list(SPACES.values()),
            "What the map shows",
            "The pair's tokens on their way through the layers, or all token embeddings",
        )
        self.projection = _combo(
            list(PROJECTIONS.values()),
            "Projection of the map",
            "PCA of the hidden states h, or of their directions h / |h|, where norms don't count",
        )
        self.search = QLineEdit()
        self.search.setAccessibleName("Search the vocabulary")
        self.search.setPlaceholderText("begins with …")
        self.search.setToolTip("Marks the entries of the vocabulary that begin so; ## is a piece")
        self.search.setClearButtonEnabled(True)
        for button in self.search.findChildren(QToolButton):
            button.setAccessibleName("Clear the search")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self.space, self.projection, self.search):
            row.addWidget(widget)
        row.addStretch(1)
        self.space.activated.connect(self._choose_space)
        self.projection.activated.connect(self._choose_projection)
        self.search.textEdited.connect(self._search)
        session.changed.connect(self._show)
        appearance.changed.connect(self._fit)
        self._fit()
        self._show()

    def _choose_space(self, index: int) -> None:
        self._session.set_view("Choose the map", space=list(SPACES)[index])

    def _choose_projection(self, index: int) -> None:
        self._session.set_view("Choose the projection", projection=list(PROJECTIONS)[index])

    def _search(self, words: str) -> None:
        self._session.set_view("Search the map", search=words)

    def _show(self) -> None:
        view = self._session.view
        self.space.setCurrentIndex(list(SPACES).index(view.space))
        self.projection.setCurrentIndex(list(PROJECTIONS).index(view.projection))
        if self.search.text() != view.search:
            with QSignalBlocker(self.search):
                self.search.setText(view.search)
        self.projection.setVisible(view.space is Space.TOKENS)
        self.search.setVisible(view.space is Space.VOCABULARY)

    def _fit(self) -> None:
        self.search.setFixedWidth(self._appearance.theme.px(130))


def _combo(entries: list[str], name: str, teaches: str) -> QComboBox:
    combo = QComboBox()
    combo.addItems(entries)
    combo.setAccessibleName(name)
    combo.setToolTip(teaches)
    combo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return combo
