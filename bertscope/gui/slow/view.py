"""Slow motion: the scenes of a step one by one, by hand or by themselves."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from bertscope.gui.controls import label, named, push_button, tool_button
from bertscope.gui.language import marked, tr
from bertscope.gui.language.said import said
from bertscope.gui.panels import WHAT
from bertscope.gui.slow.canvas import SceneCanvas
from bertscope.gui.slow.captions import HEADINGS, caption
from bertscope.gui.slow.story import Scene, Story
from bertscope.gui.slow.teller import Teller
from bertscope.gui.theme import Appearance

TITLE = marked("Slow motion")
OWN, ROW = marked("my own pair"), marked("a row of the batch")
NO_STEP = marked("Press “Do a step”: it is told here, scene by scene.")
DOING = marked("The step is being done …")
PACES = (4, 8, 15)
"""Seconds that a scene may stay."""
MOST_ROWS = 100_000
BACK_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_PageUp)
ON_KEYS = (Qt.Key.Key_Right, Qt.Key.Key_PageDown)


class SlowMotion(QWidget):
    """The page of slow motion.

    Signals
    -------
    left
        Someone wants the other views back.
    """

    left = Signal()

    def __init__(self, teller: Teller, appearance: Appearance) -> None:
        super().__init__()
        self._teller = teller
        self.story: Story | None = None
        self.scene = Scene.PAIR
        self.canvas = SceneCanvas(appearance)
        self.heading, self.words = label("", "title-page"), label("", "caption")
        self.count = label("")
        self.words.setWordWrap(True)
        self.words.setMinimumHeight(2 * self.words.fontMetrics().lineSpacing())
        self._make_controls()
        self._lay_out()
        self._advance = QTimer(self)
        self._advance.timeout.connect(self._advanced)
        self._connect()
        self._show()

    def _make_controls(self) -> None:
        tip = tr(
            "Whose step is told: a copy of the model learns from your pair, or the run goes on"
        )
        self.source = named(QComboBox(), tr("Whose step"), tip)
        for whose in (OWN, ROW):
            self.source.addItem(tr(whose), whose)
        tip = tr("Which pair of the batch is told")
        self.row = named(QSpinBox(), tr("Row of the batch"), tip)
        self.row.setRange(1, MOST_ROWS)
        self.row.setPrefix(f"{tr('row')} ")
        self.do = push_button(tr("Do a step"), tr("Do one training step and tell it"))
        self.do.setProperty("role", "primary")
        self.back = tool_button("‹", tr("Scene before"), tr("The scene before (Left)"))
        tip = tr("Go from scene to scene by itself")
        self.play = tool_button("▶", tr("Play the story"), tip)
        self.play.setCheckable(True)
        self.on = tool_button("›", tr("Next scene"), tr("The next scene (Right)"))
        self.pace = named(QComboBox(), tr("Pace"), tr("How long each scene stays"))
        for seconds in PACES:
            self.pace.addItem(tr("{seconds} s a scene", seconds=seconds), seconds)
        self.pace.setCurrentIndex(1)
        self.leave = push_button(tr("Back to all views"), tr("Leave slow motion (Esc)"))
        self.about = tool_button("?", f"{tr(WHAT)} {tr(TITLE)}", tr(self.canvas.TEACHES))
        self.about.setProperty("role", "header")
        self.about.setObjectName("about")

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(label(tr(TITLE), "panel"))
        head.addWidget(self.about)
        for choice in (self.source, self.row, self.do):
            head.addWidget(choice)
        head.addStretch(1)
        head.addWidget(self.leave)
        for part in (self.back, self.play, self.on, self.pace):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.count)
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.heading)
        column.addWidget(self.words)
        column.addWidget(self.canvas, 1)
        column.addLayout(foot)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(card)

    def _connect(self) -> None:
        self.do.clicked.connect(self.tell)
        self.source.currentIndexChanged.connect(self._show)
        self.back.clicked.connect(lambda: self.go(-1))
        self.on.clicked.connect(lambda: self.go(1))
        self.play.toggled.connect(self._play)
        self.pace.currentIndexChanged.connect(
            lambda: self._advance.setInterval(1000 * self.pace.currentData())
        )
        self.leave.clicked.connect(self._leave)
        self._teller.told.connect(self._told)
        self._teller.failed.connect(self._not_told)

    # --- What is done ---------------------------------------------------------------------------

    def begin(self) -> None:
        """Someone has come: a first step is done at once."""
        self.canvas.setFocus()
        if self.story is None and not self._teller.is_waiting:
            self.tell()

    def tell(self) -> None:
        """Do a step and begin its story."""
        if self.source.currentData() == OWN:
            self._teller.tell_own()
        else:
            self._teller.tell_row(self.row.value() - 1)
        if self._teller.is_waiting:
            self._show()

    def go(self, scenes: int) -> None:
        """On by so many scenes, or back."""
        self.scene = Scene(min(max(self.scene + scenes, 0), len(Scene) - 1))
        self._show()

    def _advanced(self) -> None:
        self.go(1)
        if self.scene is Scene.AFTER:
            self.play.setChecked(False)

    def _play(self, on: bool) -> None:
        if on and self.scene is Scene.AFTER:
            self.go(-len(Scene))
        if on:
            self._advance.start(1000 * self.pace.currentData())
        else:
            self._advance.stop()
        self.play.setText("❚❚" if on else "▶")
        self.play.setAccessibleName(tr("Hold the story" if on else "Play the story"))

    def _leave(self) -> None:
        self.play.setChecked(False)
        self.left.emit()

    def _told(self, story: Story) -> None:
        self.story, self.scene = story, Scene.PAIR
        if not story.told.own:
            self.row.setMaximum(story.told.rows)
        self._show()
        self.canvas.setFocus()

    def _not_told(self, sentence: str) -> None:
        self._show()
        self.words.setText(said(sentence))

    # --- Showing --------------------------------------------------------------------------------

    def _show(self) -> None:
        story, waiting = self.story, self._teller.is_waiting
        self.row.setVisible(self.source.currentData() == ROW)
        self.do.setEnabled(not waiting)
        for part in (self.back, self.play, self.on):
            part.setEnabled(story is not None)
        self.canvas.show_scene(story, self.scene)
        if story is None:
            self.heading.setText(tr("One training step, in slow motion"))
            self.words.setText(tr(DOING if waiting else NO_STEP))
            self.count.setText("")
            return
        self.heading.setText(tr(HEADINGS[self.scene]))
        self.words.setText(tr(DOING) if waiting else caption(self.scene, story))
        self.count.setText(tr("{scene} of {scenes}", scene=self.scene + 1, scenes=len(Scene)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and clickers turn the scenes, Escape leaves."""
        if event.key() in ON_KEYS:
            self.go(1)
        elif event.key() in BACK_KEYS:
            self.go(-1)
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
