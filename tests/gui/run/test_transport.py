"""The transport by mouse and keys: what each button means when, and that it all can be read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.application import dress
from bertscope.gui.engine_process import ProcessOutcome
from bertscope.gui.run.goal_box import Kind
from bertscope.gui.run.lines import QuietLine
from bertscope.gui.run.record import Records
from bertscope.gui.run.training import Phase, Training
from bertscope.gui.run.transport import Transport
from bertscope.gui.theme import SCALES, Appearance, Mode
from bertscope.recipe import Recipe
from bertscope.wire import messages as m
from tests.gui.accessibility import unnamed_controls
from tests.gui.conftest import FakeEngine, started
from tests.gui.run.driving import FOLDER, begin, told, want

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
WIDTH = 392
"""Pixels that the training panel leaves in a window of 1280, at normal text."""
KILLED = ProcessOutcome(crashed=True, code=9, expected=False)


@pytest.fixture
def training(fake: FakeEngine) -> Training:
    return Training(fake, Records(fake), Recipe(steps=430))


class Place(QWidget):
    """A panel as wide as the transport has it in a small window."""

    def __init__(self, training: Training, appearance: Appearance) -> None:
        dress(appearance.theme)
        super().__init__()
        self.transport = Transport(training, appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.transport)
        column.addStretch(1)
        self.dress(appearance)

    def dress(self, appearance: Appearance) -> None:
        dress(appearance.theme)
        self.setStyleSheet(appearance.theme.style_sheet)
        self.resize(appearance.theme.px(WIDTH), appearance.theme.px(700))


def placed(qtbot: QtBot, training: Training, appearance: Appearance) -> Place:
    place = Place(training, appearance)
    qtbot.addWidget(place)
    with qtbot.waitExposed(place):
        place.show()
    return place


@pytest.fixture
def transport(qtbot: QtBot, training: Training, appearance: Appearance) -> Iterator[Transport]:
    place = placed(qtbot, training, appearance)
    yield place.transport
    place.close()


def enabled(transport: Transport) -> tuple[bool, bool, bool]:
    return (
        transport.reset.isEnabled(),
        transport.play.isEnabled(),
        transport.step.isEnabled(),
    )


def reach(phase: Phase, training: Training, fake: FakeEngine) -> None:
    """Bring the session into a phase."""
    if phase is Phase.IDLE:
        return
    training.play()
    (train,) = fake.take(m.Train)
    if phase is Phase.PREPARING:
        return
    fake.received.emit(started(train, FOLDER))
    fake.received.emit(told(1, 2))
    if phase is Phase.PAUSED:
        fake.received.emit(m.RunPaused(FOLDER, 2))
    elif phase is Phase.FINISHED:
        fake.received.emit(m.RunPaused(FOLDER, 430, finished=True))
    elif phase is Phase.BROKEN:
        fake.die(KILLED)
        fake.get_ready()


class TestButtons:
    @pytest.mark.parametrize(
        ("phase", "reset", "play", "step", "name", "words"),
        [
            (Phase.IDLE, False, True, True, "Play", "press play: a new model learns"),
            (Phase.PREPARING, True, False, False, "Play", "Starting …"),
            (Phase.RUNNING, True, True, False, "Pause", "0 % · 0:00 elapsed"),
            (Phase.PAUSED, True, True, True, "Play", "0 % · 0:00 elapsed · paused"),
            (
                Phase.FINISHED,
                True,
                False,
                False,
                "Play",
                "finished in 0:00: a later stop lets it go on",
            ),
            (Phase.BROKEN, True, True, True, "Play", "stopped: play goes on from the last"),
        ],
    )
    def test_what_can_be_pressed_when(
        self,
        transport: Transport,
        training: Training,
        fake: FakeEngine,
        *,
        phase: Phase,
        reset: bool,
        play: bool,
        step: bool,
        name: str,
        words: str,
    ) -> None:
        reach(phase, training, fake)
        assert training.phase is phase
        assert enabled(transport) == (reset, play, step)
        assert transport.play.accessibleName() == name
        assert transport.where.words.startswith(words)

    @pytest.mark.parametrize(
        ("phase", "sent"),
        [
            (Phase.IDLE, m.Train),
            (Phase.RUNNING, m.Pause),
            (Phase.PAUSED, m.Play),
            (Phase.BROKEN, m.Train),
        ],
    )
    def test_play_by_mouse(
        self,
        qtbot: QtBot,
        transport: Transport,
        training: Training,
        fake: FakeEngine,
        phase: Phase,
        sent: type[m.Message],
    ) -> None:
        reach(phase, training, fake)
        fake.sent.clear()
        qtbot.mouseClick(transport.play, LEFT)
        assert [type(message) for message in fake.sent] == [sent]

    @pytest.mark.parametrize(
        ("phase", "sent"), [(Phase.IDLE, m.Train), (Phase.PAUSED, m.Play), (Phase.BROKEN, m.Train)]
    )
    def test_one_step_by_key(
        self,
        qtbot: QtBot,
        transport: Transport,
        training: Training,
        fake: FakeEngine,
        phase: Phase,
        sent: type[m.Message],
    ) -> None:
        reach(phase, training, fake)
        fake.sent.clear()
        transport.step.setFocus()
        qtbot.keyClick(transport.step, Qt.Key.Key_Space)
        (message,) = fake.sent
        assert isinstance(message, sent)
        assert isinstance(message, m.Train | m.Play)
        assert message.goal == m.Goal(steps=1)

    def test_reset_by_mouse(
        self, qtbot: QtBot, transport: Transport, training: Training, fake: FakeEngine
    ) -> None:
        reach(Phase.PAUSED, training, fake)
        qtbot.mouseClick(transport.reset, LEFT)
        assert (training.phase, transport.number.text()) == (Phase.IDLE, "000,000")
        assert transport.progress.value() == 0

    def test_what_is_typed_counts_though_it_was_not_entered(
        self, qtbot: QtBot, transport: Transport, fake: FakeEngine
    ) -> None:
        transport.steps.selectAll()
        qtbot.keyClicks(transport.steps, "250")
        qtbot.mouseClick(transport.play, LEFT)
        (train,) = fake.take(m.Train)
        assert train.recipe.steps == 250


class TestReset:
    def test_it_is_lit_and_says_what_waits(
        self, transport: Transport, training: Training, fake: FakeEngine
    ) -> None:
        begin(training, fake)
        plain = transport.reset.grab().toImage()
        want(training, seed=3, max_length=32)
        assert transport.reset.toolTip().startswith(
            "Waiting for reset: length of the pairs and seed."
        )
        assert "seed" in transport.reset.accessibleName()
        assert transport.reset.grab().toImage() != plain
        want(training, seed=0, max_length=64)
        assert transport.reset.accessibleName() == "Reset"
        assert transport.reset.grab().toImage() == plain

    def test_the_next_run_has_what_waited(
        self, qtbot: QtBot, transport: Transport, training: Training, fake: FakeEngine
    ) -> None:
        begin(training, fake)
        want(training, preset="mini")
        qtbot.mouseClick(transport.reset, LEFT)
        assert transport.reset.accessibleName() == "Reset"
        qtbot.mouseClick(transport.play, LEFT)
        (train,) = fake.take(m.Train)
        assert train.recipe.preset == "mini"


class TestGoals:
    @pytest.mark.parametrize(
        ("kind", "typed", "goal"),
        [
            (Kind.STEPS, "25", m.Goal(steps=25)),
            (Kind.STEP, "70", m.Goal(step=70)),
            (Kind.MLM, "3.25", m.Goal(loss=m.Loss.MLM, below=3.25)),
            (Kind.NSP, "0.4", m.Goal(loss=m.Loss.NSP, below=0.4)),
            (Kind.TOTAL, "2", m.Goal(loss=m.Loss.TOTAL, below=2.0)),
            (Kind.TIME, "90", m.Goal(seconds=90)),
        ],
    )
    def test_play_goes_for_what_was_chosen_and_typed(
        self,
        qtbot: QtBot,
        transport: Transport,
        fake: FakeEngine,
        kind: Kind,
        typed: str,
        goal: m.Goal,
    ) -> None:
        transport.goal.kind.setFocus()
        while transport.goal.chosen is not kind:
            qtbot.keyClick(transport.goal.kind, Qt.Key.Key_Down)
        box = transport.goal.boxes[kind]
        assert [b for b in transport.goal.boxes.values() if b.isVisible()] == [box]
        box.selectAll()
        qtbot.keyClicks(box, typed)
        qtbot.mouseClick(transport.play, LEFT)
        (train,) = fake.take(m.Train)
        assert train.goal == goal

    def test_a_run_that_plays_takes_another_goal_at_once(
        self, transport: Transport, training: Training, fake: FakeEngine
    ) -> None:
        begin(training, fake)
        transport.goal.choose(Kind.STEPS)
        assert fake.take(m.Play) == [m.Play(m.Goal(steps=100))]
        transport.goal.boxes[Kind.STEPS].setValue(7)
        assert fake.take(m.Play) == [m.Play(m.Goal(steps=7))]
        transport.goal.choose(Kind.END)
        assert fake.take(m.Play) == [m.Play()]

    def test_a_single_step_stays_one(
        self, qtbot: QtBot, transport: Transport, training: Training, fake: FakeEngine
    ) -> None:
        reach(Phase.PAUSED, training, fake)
        qtbot.mouseClick(transport.step, LEFT)
        fake.take(m.Play)
        transport.goal.choose(Kind.STEPS)
        assert fake.take(m.Play) == []

    def test_a_step_that_is_reached_leaves_the_end(
        self, qtbot: QtBot, transport: Transport, training: Training, fake: FakeEngine
    ) -> None:
        transport.goal.choose(Kind.STEP)
        begin(training, fake, transport.goal.goal)
        fake.received.emit(told(*range(1, 101)))
        fake.received.emit(m.RunPaused(FOLDER, 100))
        qtbot.mouseClick(transport.play, LEFT)
        assert fake.take(m.Play) == [m.Play()]

    def test_while_the_run_is_prepared_its_goal_stands(
        self, transport: Transport, training: Training, fake: FakeEngine
    ) -> None:
        reach(Phase.PREPARING, training, fake)
        assert not transport.goal.isEnabled()
        training.reset()
        assert transport.goal.isEnabled()

    def test_more_steps_let_a_finished_run_play_on(
        self, qtbot: QtBot, transport: Transport, training: Training, fake: FakeEngine
    ) -> None:
        reach(Phase.FINISHED, training, fake)
        transport.steps.selectAll()
        qtbot.keyClicks(transport.steps, "600")
        qtbot.keyClick(transport.steps, Qt.Key.Key_Return)
        qtbot.mouseClick(transport.play, LEFT)
        sent = [type(message) for message in fake.sent if not isinstance(message, m.OpenRun)]
        assert sent == [m.Change, m.Play]


class TestWords:
    def test_numbers_are_told_only_when_known(
        self,
        transport: Transport,
        training: Training,
        fake: FakeEngine,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        begin(training, fake, m.Goal(steps=43))
        assert not transport.pace.isVisible()
        assert not transport.device.isVisible()
        for step, now in ((1, 0.0), (2, 0.5), (3, 1.0)):
            monkeypatch.setattr("bertscope.gui.run.pace.time.monotonic", lambda now=now: now)
            fake.received.emit(told(step))
        fake.received.emit(m.Vitals(FOLDER, 0.93, 640 << 20))
        assert transport.number.text() == "000,003"
        assert transport.where.words == "1 % · 0:00 elapsed · to step 43 in 0:20"
        told_now = "2.0 steps/s · 0.2 k tokens/s · computing 93 % · 640 MB"
        assert (transport.pace.words, transport.device.words) == (told_now, "")
        assert transport.progress.mark == pytest.approx(0.1)
        height = transport.height()
        fake.received.emit(m.RunPaused(FOLDER, 3))
        assert (transport.pace.words, transport.device.words) == ("", "")
        assert transport.sizeHint().height() == height  # The curves below don't jump.

    def test_a_held_run_says_how_it_goes_on(
        self, transport: Transport, training: Training, fake: FakeEngine
    ) -> None:
        begin(training, fake)
        fake.received.emit(m.RunPaused(FOLDER, 7, sentence="The disk is full: make room."))
        assert transport.where.words.endswith("held: mend what is said, then press play")
        assert enabled(transport) == (True, True, True)

    def test_preparing_shows_how_far_it_is(
        self, transport: Transport, training: Training, fake: FakeEngine
    ) -> None:
        reach(Phase.PREPARING, training, fake)
        fake.received.emit(m.Progress("Reading the corpus", 0.5))
        assert transport.where.words == "Reading the corpus …"
        assert transport.progress.value() == transport.progress.maximum() / 2
        fake.received.emit(m.Progress("Reading the corpus", None))
        assert transport.progress.maximum() == 0  # Busy, for as long as it takes.

    def test_the_fold_says_the_choices_in_brief(
        self, qtbot: QtBot, transport: Transport, training: Training
    ) -> None:
        want(training, learning_rate=1e-3, nsp_weight=0.0)
        assert transport.fold.accessibleDescription() == (
            "tiny · rate 0.001 · 64 pairs · 15 % masked · masked LM only"
        )
        assert not transport.controls.isVisible()
        qtbot.mouseClick(transport.fold, LEFT)
        assert transport.controls.isVisible()
        transport.fold.setFocus()
        qtbot.keyClick(transport.fold, Qt.Key.Key_Space)
        assert not transport.controls.isVisible()

    def test_the_open_models_weights_are_asked_for(
        self, qtbot: QtBot, transport: Transport
    ) -> None:
        chosen = QSignalSpy(transport.continue_chosen)
        qtbot.mouseClick(transport.fold, LEFT)
        transport.preset.setFocus()
        qtbot.keyClick(transport.preset, Qt.Key.Key_End)
        assert [chosen.at(i) for i in range(chosen.count())] == [[True]]


class TestRoom:
    @pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
    @pytest.mark.parametrize("scale", SCALES)
    def test_nothing_is_cut_off_at_any_size(
        self, qtbot: QtBot, training: Training, fake: FakeEngine, scale: float, mode: Mode
    ) -> None:
        appearance = Appearance(mode, scale)
        place = placed(qtbot, training, appearance)
        transport = place.transport
        begin(training, fake)
        fake.received.emit(told(1, 2))
        gpu = m.Vitals(FOLDER, 0.93, 640 << 20, 3 << 30, 141 << 30, 0.87)
        fake.received.emit(gpu)
        fake.received.emit(m.Kept(FOLDER, list(range(41)), 86 << 20, 512 << 20))
        want(training, seed=2**31 - 2, preset="medium", snapshot_bytes=9_999 << 20)
        qtbot.mouseClick(transport.fold, LEFT)
        assert_whole(qtbot, transport)
        assert transport.width() == appearance.theme.px(WIDTH)
        assert unnamed_controls(transport) == []
        for kind in Kind:
            transport.goal.choose(kind)
            assert_whole(qtbot, transport)

    def test_larger_text_of_a_window_that_is_there_fits_too(
        self, qtbot: QtBot, training: Training, appearance: Appearance
    ) -> None:
        place = placed(qtbot, training, appearance)
        transport = place.transport
        appearance.set_scale(1.6)
        place.dress(appearance)
        assert transport.play.width() == appearance.theme.px(46)
        assert_whole(qtbot, transport)


class TestInTheWindow:
    def test_space_plays_and_pauses(
        self, qtbot: QtBot, window: "MainWindow", fake: FakeEngine
    ) -> None:
        window.views.figure.setFocus()
        qtbot.keyClick(window.views.figure, Qt.Key.Key_Space)
        (train,) = fake.take(m.Train)
        fake.received.emit(started(train, FOLDER))
        qtbot.keyClick(window.views.figure, Qt.Key.Key_Space)
        assert fake.take(m.Pause) == [m.Pause()]

    def test_all_choices_outlive_reset(self, window: "MainWindow", fake: FakeEngine) -> None:
        begin(window.training, fake)
        transport = window.views.transport
        transport.controls.length.setValue(32)
        transport.controls.seed.setValue(5)
        transport.controls.rate.setValue(0.001)
        transport.reset.click()
        transport.play.click()
        (train,) = fake.take(m.Train)
        recipe = train.recipe
        assert (recipe.max_length, recipe.seed, recipe.learning_rate) == (32, 5, 0.001)

    def test_where_the_disk_is_full_the_banner_offers_to_go_on(
        self, qtbot: QtBot, window: "MainWindow", fake: FakeEngine
    ) -> None:
        begin(window.training, fake)
        fake.received.emit(m.RunPaused(FOLDER, 7, sentence="The disk is full: make room."))
        button = next(
            button
            for button in window.banner.findChildren(QPushButton)
            if button.text() == "Go on training"
        )
        qtbot.mouseClick(button, LEFT)
        assert fake.take(m.Play) == [m.Play()]

    def test_choices_are_reached_by_tab_once_they_are_unfolded(
        self, qtbot: QtBot, window: "MainWindow"
    ) -> None:
        transport = window.views.transport
        qtbot.mouseClick(transport.fold, LEFT)
        transport.fold.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(transport.fold, Qt.Key.Key_Tab)
        assert window.focusWidget() is transport.controls.rate

    def test_unfolded_it_leaves_the_curves_room(self, qtbot: QtBot, window: "MainWindow") -> None:
        qtbot.mouseClick(window.views.transport.fold, LEFT)
        assert window.curves is not None
        assert_whole(qtbot, window.views.transport)
        assert window.curves.height() > window.views.transport.height()


def assert_whole(qtbot: QtBot, transport: Transport) -> None:
    def is_whole() -> None:
        assert cut_off(transport) == []

    qtbot.waitUntil(is_whole)


def cut_off(transport: Transport) -> list[str]:
    """What lies outside, or has less room than its words need."""
    parts = [part for part in transport.findChildren(QWidget) if part.isVisible()]
    return [f"{type(part).__name__} {_words(part)!r}" for part in parts if _is_cut(part, transport)]


def _is_cut(part: QWidget, transport: Transport) -> bool:
    place = part.rect().translated(part.mapTo(transport, part.rect().topLeft()))
    needed = part.fontMetrics().horizontalAdvance(_words(part))
    if isinstance(part, QComboBox):
        needed += 2 * part.fontMetrics().height()  # The arrow and the padding.
    is_short = isinstance(part, QuietLine) and part.text() != part.words
    return is_short or not transport.rect().contains(place) or needed > part.width()


def _words(part: QWidget) -> str:
    if isinstance(part, QComboBox):
        return part.currentText()
    return part.text() if isinstance(part, QLabel | QPushButton | QAbstractSpinBox) else ""
