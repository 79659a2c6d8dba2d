"""A view in a frame of its own: with a title, its controls, and a menu that gets it out."""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bertscope.gui.export import View, Way
from bertscope.gui.language import marked, tr

MARGIN = 12
WHAT = marked("What is this?")

Do = Callable[[Way, View, str], None]
"""Gets a view of that title out, in a way."""


class Exits(QObject):
    """The actions that get one view out of the window.

    Parameters
    ----------
    view
        What is got out.
    title
        What it is called in a dialog.
    do
        Does one of them: ``do(way, view, title)``.
    """

    def __init__(self, view: QWidget, title: str, do: Do) -> None:
        super().__init__(view)
        self.view, self.title, self._do = cast("View", view), title, do
        self.actions: Sequence[QAction] = [self._action(way) for way in Way]
        if "contextMenuEvent" not in vars(type(view)):  # Else the view has a menu of its own.
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        view.addActions(list(self.actions))

    @classmethod
    def of(cls, widget: QWidget) -> "Exits | None":
        """Those of a view; None if the widget is none."""
        return next((child for child in widget.children() if isinstance(child, cls)), None)

    def take(self, way: Way) -> None:
        """Do one of them."""
        self._do(way, self.view, self.title)

    def _action(self, way: Way) -> QAction:
        action = QAction(tr(way.value), self)
        action.triggered.connect(lambda *_: self.take(way))
        return action


class Header(QFrame):
    """The top of a frame: title, controls, what it is, and a menu.

    Attributes
    ----------
    name
        Of the panel.
    about
        Tells what is shown below, once it is connected.
    """

    def __init__(self, name: str, title: str, teaches: str, controls: QWidget | None) -> None:
        super().__init__()
        self.name = name
        self.setObjectName("panelHeader")
        self.title = QLabel()
        self.title.setProperty("role", "panel")
        self.about, self.more = QToolButton(), QToolButton()
        for button, sign in ((self.about, "?"), (self.more, "⋯")):
            button.setText(sign)
            button.setProperty("role", "header")
        self.about.setObjectName("about")
        self.call(title, teaches)
        self.more.setToolTip(tr("Save or copy this view, move it or put it away"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self.more.menu().addAction(tr(WHAT), self.about.click)
        self.more.menu().aboutToHide.connect(self._let_go)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 4, 6, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addStretch(1)
        if controls is not None:
            row.addWidget(controls)
        ends = QHBoxLayout()
        ends.setSpacing(0)
        ends.addWidget(self.about)
        ends.addWidget(self.more)
        row.addLayout(ends)

    def call(self, title: str, teaches: str) -> None:
        """Say what is shown below."""
        self.title.setText(title)
        self.title.setToolTip(teaches)
        self.about.setAccessibleName(f"{tr(WHAT)} {title}")
        click = tr("Click for the formula and the lesson (Shift+F1)")
        self.about.setToolTip(f"{teaches}\n\n{click}")
        self.more.setAccessibleName(tr("More of {title}", title=title))

    def _let_go(self) -> None:
        """Be lit only under the mouse: while a menu or its dialog is open, no one tells it goes."""
        is_there = self.more.rect().contains(self.more.mapFromGlobal(QCursor.pos()))
        self.more.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, is_there)
        self.more.update()

    def fill(self, actions: Sequence[QAction]) -> None:
        """Put the actions into the menu."""
        self.more.menu().addActions(list(actions))


class Card(QFrame):
    """A frame that stays where it is."""

    def __init__(self, header: Header, *widgets: QWidget) -> None:
        super().__init__()
        self.setObjectName("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        header.setObjectName("cardHeader")
        inner = QVBoxLayout()
        inner.setContentsMargins(MARGIN, 6, MARGIN, 10)
        inner.setSpacing(8)
        for widget in widgets:
            inner.addWidget(widget)
        column.addLayout(inner, 1)


class Panel(QDockWidget):
    """A frame that can be moved, floated and put away.

    Parameters
    ----------
    name
        By which its place is remembered.
    title, teaches
        What it shows, and a sentence with the formula behind it.
    header
        Its top.
    widgets
        What it shows, one below the other.
    """

    def __init__(self, name: str, title: str, header: Header, *widgets: QWidget) -> None:
        super().__init__(title)
        self.setObjectName(name)
        self.setTitleBarWidget(header)
        body = QFrame()
        body.setObjectName("panelBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(MARGIN, 4, MARGIN, 10)
        column.setSpacing(6)
        for widget in widgets:
            column.addWidget(widget)
        self.setWidget(body)
        menu = header.more.menu()
        menu.addSeparator()
        self._float = menu.addAction(tr("Take it out of the window"), self._toggle_floating)
        menu.addAction(tr("Put it away"), self.close)
        menu.aboutToShow.connect(self._name_float)

    def call(self, title: str, teaches: str) -> None:
        """Give it another title."""
        header = self.titleBarWidget()
        assert isinstance(header, Header)
        header.call(title, teaches)
        self.setWindowTitle(title)

    def lie_flat(self) -> None:
        """Put the title beside the view: for one that is a line high."""
        self.setFeatures(self.features() | QDockWidget.DockWidgetFeature.DockWidgetVerticalTitleBar)
        header, body = self.titleBarWidget(), self.widget()
        for part, left in ((header, MARGIN), (body, 4)):
            part.setProperty("flat", True)
            layout = part.layout()
            assert layout is not None
            layout.setContentsMargins(left, 4, 6, 4)

    def _toggle_floating(self) -> None:
        self.setFloating(not self.isFloating())

    def _name_float(self) -> None:
        inside = tr("Take it out of the window")
        self._float.setText(tr("Put it back into the window") if self.isFloating() else inside)

    def reveal(self) -> None:
        """Show it, in front of those that share its place."""
        self.show()
        self.raise_()
