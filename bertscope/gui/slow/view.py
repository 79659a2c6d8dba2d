"""Slow motion: the scenes of a step one by one, by hand or by themselves."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from bertscope.gui.controls import combo, label, named, push_button, tool_button
from bertscope.gui.slow.canvas import SceneCanvas
from bertscope.gui.slow.captions import HEADINGS, caption
from bertscope.gui.slow.story import Scene, Story
from bertscope.gui.slow.teller import Teller
from bertscope.gui.theme import Appearance

OWN, ROW = "my own pair", "a row of the batch"
PACES = {"4 s a scene": 4000, "8 s a scene": 8000, "15 s a scene": 15_000}
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
        tip = "Whose step is told: a copy of the model learns from your pair, or the run goes on"
        self.source = combo((OWN, ROW), "Whose step", tip)
        self.row = named(QSpinBox(), "Row of the batch", "Which pair of the batch is told")
        self.row.setRange(1, MOST_ROWS)
        self.row.setPrefix("row ")
        self.do = push_button("Do a step", "Do one training step and tell it")
        self.do.setProperty("role", "primary")
        self.back = tool_button("‹", "Scene before", "The scene before (Left)")
        self.play = tool_button("▶", "Play the story", "Go from scene to scene by itself")
        self.play.setCheckable(True)
        self.on = tool_button("›", "Next scene", "The next scene (Right)")
        self.pace = combo(PACES, "Pace", "How long each scene stays")
        self.pace.setCurrentIndex(1)
        self.leave = push_button("Back to all views", "Leave slow motion (Esc)")

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(label("Slow motion", "panel"))
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
        self.source.currentTextChanged.connect(self._show)
        self.back.clicked.connect(lambda: self.go(-1))
        self.on.clicked.connect(lambda: self.go(1))
        self.play.toggled.connect(self._play)
        self.pace.currentTextChanged.connect(lambda words: self._advance.setInterval(PACES[words]))
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
        if self.source.currentText() == OWN:
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
            self._advance.start(PACES[self.pace.currentText()])
        else:
            self._advance.stop()
        self.play.setText("❚❚" if on else "▶")
        self.play.setAccessibleName("Hold the story" if on else "Play the story")

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
        self.words.setText(sentence)

    # --- Showing --------------------------------------------------------------------------------

    def _show(self) -> None:
        story, waiting = self.story, self._teller.is_waiting
        self.row.setVisible(self.source.currentText() == ROW)
        self.do.setEnabled(not waiting)
        for part in (self.back, self.play, self.on):
            part.setEnabled(story is not None)
        self.canvas.show_scene(story, self.scene)
        if story is None:
            self.heading.setText("One training step, in slow motion")
            self.words.setText("The step is being done …" if waiting else "")
            self.count.setText("")
            return
        self.heading.setText(HEADINGS[self.scene])
        self.words.setText("The step is being done …" if waiting else caption(self.scene, story))
        self.count.setText(f"{self.scene + 1} of {len(Scene)}")

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
