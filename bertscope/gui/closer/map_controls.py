"""What the map shows and how, and the search on it."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from bertscope.gui.controls import combo, lay_in_row
from bertscope.gui.language import marked, tr
from bertscope.gui.session import Session
from bertscope.gui.state import Camera, Projection, Space
from bertscope.gui.theme import Appearance

SPACES = {
    Space.TOKENS: marked("Tokens by layer"),
    Space.VOCABULARY: marked("Vocabulary"),
}
PROJECTIONS = {Projection.PCA: marked("PCA"), Projection.DIRECTIONS: marked("PCA of directions")}


class MapControls(QWidget):
    """A row: the space, then the projection of tokens or the search in the vocabulary."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._appearance = appearance
        self.space = combo(
            [tr(words) for words in SPACES.values()],
            tr("What the map shows"),
            tr("The pair's tokens on their way through the layers, or all token embeddings"),
        )
        self.projection = combo(
            [tr(words) for words in PROJECTIONS.values()],
            tr("Projection of the map"),
            tr(
                "PCA of the hidden states h, or of their directions h / |h|, where norms don't "
                "count"
            ),
        )
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Search the vocabulary"))
        self.search.setPlaceholderText(tr("begins with …"))
        self.search.setToolTip(
            tr("Marks the entries of the vocabulary that begin so; ## is a piece")
        )
        self.search.setClearButtonEnabled(True)
        for button in self.search.findChildren(QToolButton):
            button.setAccessibleName(tr("Clear the search"))
        lay_in_row(self, (self.space, self.projection, self.search)).addStretch(1)
        self.space.activated.connect(self._choose_space)
        self.projection.activated.connect(self._choose_projection)
        self.search.textEdited.connect(self._search)
        session.changed.connect(self._show)
        appearance.changed.connect(self._fit)
        self._fit()
        self._show()

    def _choose_space(self, index: int) -> None:
        space = list(SPACES)[index]
        if space is not self._session.view.space:
            self._session.set_view(marked("Choose the map"), space=space, camera=Camera())

    def _choose_projection(self, index: int) -> None:
        self._session.set_view(marked("Choose the projection"), projection=list(PROJECTIONS)[index])

    def _search(self, words: str) -> None:
        self._session.set_view(marked("Search the map"), search=words)

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
