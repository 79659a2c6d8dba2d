"""The window as a whole: on an engine that answers as told, then on a real one."""

import os
import re
import signal
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from bertscope.gui.engine_process import EngineState, ProcessOutcome
from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.training import Phase
from bertscope.gui.session_file import FILE_FORMAT, SessionFile, save_session
from bertscope.gui.state import SessionState
from bertscope.gui.theme import Mode
from bertscope.places import DEFAULT_MODEL
from bertscope.recipe import Recipe
from bertscope.run_folder import About, StepRow
from bertscope.text.examples import read_examples
from bertscope.text.masking import Action, Chosen, MaskPlan
from bertscope.text.pair import Source
from bertscope.text.tokenizer import WordPieceTokenizer
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, info, metrics, opened, started, words

KILLED = ProcessOutcome(crashed=True, code=9, expected=False)


def answer_all(fake: FakeEngine, step: int | None = None) -> None:
    while probes := fake.take(m.Probe):
        for probe in probes:
            fake.answer(probe, step)


def start_run(window: MainWindow, fake: FakeEngine) -> str:
    window.training.play()
    (train,) = fake.take(m.Train)
    run = started(train)
    fake.received.emit(run)
    return run.folder


class TestOnAFakeEngine:
    def test_typing_shows_at_once(self, qtbot: QtBot, window: MainWindow, fake: FakeEngine) -> None:
        window.views.sentences.b.selectAll()
        qtbot.keyClicks(window.views.sentences.b, "she sleeps")
        assert window.session.state.b == "she sleeps"
        assert window.views.figure.figure.content.tokens[-3:] == ("she", "sleeps", "[SEP]")

    def test_all_views_show_one_look(
        self, qtbot: QtBot, window: MainWindow, fake: FakeEngine
    ) -> None:
        window.session.set_action([2], Action.MASK)
        answer_all(fake)
        seen = window.prober.latest
        assert seen is not None
        assert window.views.predictions.card(0).position == 2
        assert window.views.verdict.numbers() is not None
        assert window.views.objective.numbers() is not None
        assert window.views.figure.figure.content.is_true(2)
        qtbot.waitUntil(lambda: window.views.attention.numbers() is not None)

    def test_roll_and_clear(self, qtbot: QtBot, window: MainWindow) -> None:
        qtbot.mouseClick(window.views.mask_bar.roll, Qt.MouseButton.LeftButton)
        assert len(window.session.state.plan) == 1
        qtbot.mouseClick(window.views.mask_bar.clear, Qt.MouseButton.LeftButton)
        assert not window.session.state.plan.chosen
        window.session.undo_stack.undo()
        assert len(window.session.state.plan) == 1

    def test_a_prediction_clicked_goes_into_the_sentence(
        self, window: MainWindow, fake: FakeEngine
    ) -> None:
        window.session.set_action([2], Action.MASK)
        answer_all(fake)
        window.views.predictions.picked.emit(2, "cat")
        assert window.views.sentences.a.text() == "my cat is cute"

    def test_a_pair_too_long_is_said(self, window: MainWindow) -> None:
        window.session.set_sentence(Source.A, "dog " * 500)
        assert "left out" in window.status.tokens.text()
        assert "of A" in window.status.tokens.text()

    def test_empty_sentences_do_no_harm(self, window: MainWindow, fake: FakeEngine) -> None:
        window.session.set_pair("", "")
        answer_all(fake)
        assert window.session.pair.tokens == ("[CLS]", "[SEP]")
        assert not window.views.verdict_controls.is_next.isEnabled()
        window.session.roll()
        assert not window.session.state.plan.chosen

    def test_an_example_is_set_and_says_what_to_look_for(self, window: MainWindow) -> None:
        example = next(e for e in read_examples() if e.masked and not e.b)
        actions = {
            a.text(): a for menu in window.menu_bar.findChildren(QMenu) for a in menu.actions()
        }
        actions[example.title].trigger()
        session = window.session
        assert (session.state.a, session.state.b) == (example.a, "")
        assert session.state.plan == example.plan(session.reader)
        assert session.focus == session.state.plan.positions[0]
        assert window.banner.words.text() == example.look_for
        assert window.banner.property("calm")
        session.undo_stack.undo()
        assert session.state.a == "my dog is cute"
        window.tell("Something went wrong.")
        assert not window.banner.property("calm")

    def test_training_turns_all_views_to_the_run(
        self, window: MainWindow, fake: FakeEngine
    ) -> None:
        answer_all(fake)
        folder = start_run(window, fake)
        assert window.prober.model == m.ModelRef(folder)
        assert window.session.reader.max_length == 32
        window.views.transport.reset.click()
        assert window.prober.model == m.ModelRef(window.models.folder)

    def test_curves_follow_the_run(self, window: MainWindow, fake: FakeEngine) -> None:
        folder = start_run(window, fake)
        rows = [StepRow(i, 6.0 - i / 10, 0.6, 0.1, 0.5) for i in range(1, 11)]
        fake.received.emit(metrics(folder, *rows))
        assert window.curves is not None
        window.curves.draw()
        (shown,) = window.curves.runs
        assert shown.history.series["mlm_loss"].steps.tolist() == list(range(1, 11))
        assert shown.history.series["mlm_loss"].values[-1] == pytest.approx(5.0)
        assert window.views.transport.number.text() == "000,010"

    def test_space_plays_and_pauses(
        self, qtbot: QtBot, window: MainWindow, fake: FakeEngine
    ) -> None:
        window.activateWindow()
        window.views.figure.setFocus()
        qtbot.keyClick(window.views.figure, Qt.Key.Key_Space)
        assert len(fake.take(m.Train)) == 1

    def test_space_presses_the_button_that_has_the_focus(
        self, qtbot: QtBot, window: MainWindow, fake: FakeEngine
    ) -> None:
        window.activateWindow()
        window.views.mask_bar.roll.setFocus()
        qtbot.keyClick(window.views.mask_bar.roll, Qt.Key.Key_Space)
        assert len(window.session.state.plan) == 1
        assert fake.take(m.Train) == []

    def test_a_click_on_a_button_leaves_the_focus_where_it_was(
        self, qtbot: QtBot, window: MainWindow
    ) -> None:
        window.activateWindow()
        window.views.figure.setFocus()
        qtbot.mouseClick(window.views.mask_bar.roll, Qt.MouseButton.LeftButton)
        assert window.views.figure.hasFocus()

    def test_undo_in_a_sentence_is_the_sessions(self, qtbot: QtBot, window: MainWindow) -> None:
        window.activateWindow()
        edit = window.views.sentences.a
        edit.setFocus()
        qtbot.keyClicks(edit, " now")
        qtbot.keyClick(edit, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert not window.session.state.plan.chosen
        assert edit.text() == "my dog is cute now"

    def test_a_stop_step_that_is_still_being_typed_counts(
        self, qtbot: QtBot, window: MainWindow, fake: FakeEngine
    ) -> None:
        steps = window.views.transport.steps
        steps.selectAll()
        qtbot.keyClicks(steps, "90")
        window.training.changed.emit()
        qtbot.mouseClick(window.views.transport.play, Qt.MouseButton.LeftButton)
        (train,) = fake.take(m.Train)
        assert train.recipe.steps == 90

    def test_a_guess_about_another_sentence_is_not_taken(
        self, window: MainWindow, fake: FakeEngine
    ) -> None:
        window.session.set_action([2, 9], Action.MASK)
        answer_all(fake)
        window.session.set_pair("cats", "")
        window.views.predictions.picked.emit(2, "cat")
        window.views.predictions.picked.emit(9, "cat")
        assert window.session.state.a == "cats"

    def test_a_run_without_a_vocabulary_of_its_own_is_shown(
        self, window: MainWindow, fake: FakeEngine
    ) -> None:
        window.training.set_recipe(Recipe())
        folder = start_run(window, fake)
        assert window.prober.model == m.ModelRef(folder)
        assert window.session.reader.max_length == 32

    def test_a_model_opened_beside_a_run_counts_for_the_next(
        self, window: MainWindow, fake: FakeEngine
    ) -> None:
        start_run(window, fake)
        window.open_model("/models/other")
        (opening,) = fake.take(m.OpenModel)
        fake.received.emit(opened(opening))
        window.views.transport.reset.click()
        assert window.training.recipe.vocabulary == "/models/other"

    def test_a_model_the_engine_refuses_leaves_the_open_one(
        self, window: MainWindow, fake: FakeEngine
    ) -> None:
        before = window.models.folder
        window.open_model(before)
        (opening,) = fake.take(m.OpenModel)
        fake.received.emit(m.Failed(opening.id, "This is a RoBERTa."))
        assert window.banner.words.text() == "This is a RoBERTa."
        assert window.models.folder == before

    def test_a_crash_while_training_is_told_and_mended(
        self, window: MainWindow, fake: FakeEngine
    ) -> None:
        folder = start_run(window, fake)
        fake.received.emit(metrics(folder, StepRow(1, 6.0, 0.6, 0.1, 0.5)))
        window.life.began_at = -1e9
        fake.die(KILLED)
        assert "killed" in window.banner.words.text()
        assert fake.starts == 1
        fake.get_ready()
        (train,) = fake.take(m.Train)
        assert train.resume
        assert train.folder == folder
        fake.received.emit(started(train, step=1))
        fake.received.emit(m.RunPaused(folder, 1))
        assert "back at step 1" in window.banner.words.text()
        window.banner.way_on.click()
        assert fake.take(m.Play) == [m.Play()]

    def test_a_finished_run_that_comes_back_has_nothing_to_go_on_with(
        self, window: MainWindow, fake: FakeEngine
    ) -> None:
        folder = start_run(window, fake)
        fake.received.emit(m.RunPaused(folder, 430, finished=True))
        window.life.began_at = -1e9
        fake.die(KILLED)
        fake.get_ready()
        (train,) = fake.take(m.Train)
        fake.received.emit(started(train, step=430))
        assert "back at step 430" in window.banner.words.text()
        assert not window.banner.way_on.isVisible()

    def test_an_engine_that_dies_at_once_is_not_started_for_ever(
        self, window: MainWindow, fake: FakeEngine
    ) -> None:
        fake.die(KILLED)
        assert fake.starts == 0
        window.banner.way_on.click()
        assert fake.starts == 1

    def test_a_session_file_opens(self, window: MainWindow, tmp_path: Path) -> None:
        path = tmp_path / "one.bertscope"
        state = SessionState(a="the cat sleeps", b="", is_next=False)
        save_session(path, SessionFile(FILE_FORMAT, state))
        window.files.open_session(path)
        assert window.views.sentences.a.text() == "the cat sleeps"
        path.write_text("{")
        window.files.open_session(path)
        assert "damaged" in window.banner.words.text()
        assert window.views.sentences.a.text() == "the cat sleeps"

    def test_a_session_file_goes_back_to_the_model_that_ships(
        self, window: MainWindow, fake: FakeEngine, tmp_path: Path
    ) -> None:
        window.open_model("/models/other")
        (opening,) = fake.take(m.OpenModel)
        fake.received.emit(opened(opening))
        save_session(tmp_path / "one.bertscope", SessionFile(FILE_FORMAT, SessionState()))
        window.files.open_session(tmp_path / "one.bertscope")
        (opening,) = fake.take(m.OpenModel)
        assert opening.model == m.ModelRef(DEFAULT_MODEL)

    def test_a_run_folder_shows_its_curves_and_model(
        self, window: MainWindow, fake: FakeEngine
    ) -> None:
        recipe, folder = Recipe(vocabulary=DEFAULT_MODEL, steps=40), "/runs/old"
        window.files.open_run(folder)
        (asked,) = fake.take(m.OpenRun)
        model = info(m.ModelRef(folder), 32)
        told = m.RunOpened(asked.id, folder, About("Old one"), recipe, model, words(32), 3)
        fake.received.emit(told)
        fake.received.emit(metrics(folder, *(StepRow(s, 5.0, 0.6) for s in range(1, 4))))
        fake.received.emit(m.Kept(folder, [0, 2], 10, 100))
        assert window.training.step == 3
        assert window.training.recipe == recipe
        assert window.prober.model == m.ModelRef(folder)
        assert window.session.reader.max_length == 32
        window.views.transport.play.click()
        (train,) = fake.take(m.Train)
        assert (train.folder, train.resume) == (folder, True)

    def test_masks_of_a_session_wait_for_its_model(
        self, window: MainWindow, fake: FakeEngine, tmp_path: Path
    ) -> None:
        pieces = [*window.session.reader.tokenizer.vocabulary, "zyzzyva"]
        larger = m.Words.of(WordPieceTokenizer(pieces), 64)
        chosen = Chosen(Action.RANDOM, len(pieces) - 1)
        state = SessionState(a="the zyzzyva", b="", plan=MaskPlan({2: chosen}))
        save_session(tmp_path / "one.bertscope", SessionFile(FILE_FORMAT, state, "/models/other"))
        window.files.open_session(tmp_path / "one.bertscope")
        assert window.session.state == SessionState()
        (opening,) = fake.take(m.OpenModel)
        fake.received.emit(opened(opening, larger))
        assert window.session.state == state
        assert window.session.pair.tokens == ("[CLS]", "the", "zyzzyva", "[SEP]")

    def test_what_could_not_be_saved_is_said_before_leaving(
        self, window: MainWindow, fake: FakeEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        start_run(window, fake)
        monkeypatch.setattr(fake, "stop", lambda _ms: setattr(fake, "state", EngineState.STOPPING))
        closed = QSignalSpy(window.closed)
        window.close()
        assert window.isVisible()
        fake.received.emit(m.Failed(0, "The disk is full: make room."))
        fake.die(ProcessOutcome(crashed=False, code=0, expected=True))
        assert "The disk is full" in window.banner.words.text()
        assert closed.count() == 0
        window.banner.way_on.click()
        assert closed.count() == 1

    def test_a_look_that_fails_does_not_hide_a_way_on(
        self, window: MainWindow, fake: FakeEngine
    ) -> None:
        window.tell("The engine was killed.", "Go on training", window.training.play)
        window.prober.failed.emit("There is no model.")
        assert "killed" in window.banner.words.text()

    def test_a_damaged_run_folder_leaves_all_as_it_was(
        self, window: MainWindow, fake: FakeEngine
    ) -> None:
        window.files.open_run("/runs/old")
        (asked,) = fake.take(m.OpenRun)
        fake.received.emit(m.Failed(asked.id, "run.json is damaged: choose another run."))
        assert "run.json" in window.banner.words.text()
        assert window.training.phase is Phase.IDLE

    def test_every_control_has_a_name(self, window: MainWindow) -> None:
        from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit

        for kind in (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit):
            for widget in window.findChildren(kind):
                if widget.window() is not window:
                    continue  # a menu of pyqtgraph that is never shown
                inner = widget.objectName().startswith("qt_")
                text = widget.text() if isinstance(widget, QAbstractButton) else ""
                assert inner or widget.accessibleName() or text, widget

    @pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
    @pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
    def test_nothing_is_cut_off(
        self, window: MainWindow, fake: FakeEngine, mode: Mode, size: tuple[int, int]
    ) -> None:
        window.appearance.set_mode(mode)
        window.resize(*size)
        window.session.set_action([2, 4, 8], Action.MASK)
        answer_all(fake)
        window.grab()
        assert (window.width(), window.height()) == size
        may_give_way = {
            window.status.notes,
            window.views.transport.where,
            window.views.transport.pace,
        }
        for label in window.findChildren(QLabel):
            if label.isVisible() and label.text() and label not in may_give_way:
                assert label.sizeHint().width() <= label.width() + 2, label.text()

    def test_larger_text_still_fits_a_projector(self, window: MainWindow, fake: FakeEngine) -> None:
        window.resize(1920, 1080)
        window.appearance.set_scale(1.3)
        answer_all(fake)
        window.grab()
        assert window.width() == 1920
        assert window.height() == 1080


@pytest.mark.slow
class TestOnARealEngine:
    def test_the_main_job(self, qtbot: QtBot, real_window: MainWindow) -> None:
        window, session = real_window, real_window.session
        first = window.prober.latest
        assert first is not None
        look = first.look
        total = look.token_rows.numpy() + look.segment_rows.numpy() + look.position_rows.numpy()
        assert total == pytest.approx(look.sum.numpy(), abs=1e-6)

        session.set_action([2], Action.MASK)
        qtbot.waitUntil(lambda: window.views.predictions.count == 1)
        recipe = Recipe(vocabulary=window.models.folder, steps=6, batch_size=4, max_length=16)
        window.training.set_recipe(recipe)
        window.views.transport.play.click()
        qtbot.waitUntil(lambda: window.training.phase is Phase.FINISHED, timeout=60_000)
        assert window.training.history.series["seconds"].steps.tolist() == list(range(7))
        qtbot.waitUntil(lambda: window.prober.latest.look.step == 6)
        learned = window.prober.latest.look
        assert learned.mlm_loss != look.mlm_loss

        killed = QSignalSpy(window.engine.ended)
        window.life.began_at = -1e9
        os.kill(window.engine.pid, signal.SIGKILL)
        qtbot.waitUntil(lambda: killed.count() == 1)
        assert len(window.training.history) == 7
        qtbot.waitUntil(lambda: window.engine.state is EngineState.READY, timeout=60_000)

    def test_killed_while_training_it_comes_back(
        self, qtbot: QtBot, real_window: MainWindow
    ) -> None:
        window = real_window
        recipe = Recipe(
            vocabulary=window.models.folder,
            steps=100_000,
            batch_size=4,
            max_length=16,
            checkpoint_seconds=0.2,
        )
        window.training.set_recipe(recipe)
        window.training.play()
        folder = lambda: Path(window.training.folder) / "checkpoints"  # noqa: E731
        qtbot.waitUntil(
            lambda: folder().is_dir() and len(list(folder().glob("step-*[0-9]"))) >= 2,
            timeout=60_000,
        )
        window.life.began_at = -1e9
        os.kill(window.engine.pid, signal.SIGKILL)
        qtbot.waitUntil(lambda: "back at step" in window.banner.words.text(), timeout=60_000)
        qtbot.waitUntil(lambda: window.training.phase is Phase.PAUSED)
        at = window.training.step
        assert at > 0
        window.banner.way_on.click()
        qtbot.waitUntil(lambda: window.training.step > at, timeout=30_000)
        steps = window.training.history.series["seconds"].steps.tolist()
        assert steps == sorted(set(steps))

    def test_closing_while_training_saves_and_leaves_no_process(
        self, qtbot: QtBot, real_window: MainWindow
    ) -> None:
        window = real_window
        recipe = Recipe(vocabulary=window.models.folder, steps=100_000, batch_size=4, max_length=16)
        window.training.set_recipe(msgspec.structs.replace(recipe))
        window.training.play()
        qtbot.waitUntil(lambda: window.training.step > 3, timeout=60_000)
        closed = QSignalSpy(window.closed)
        window.close()
        qtbot.waitUntil(lambda: closed.count() == 1, timeout=30_000)
        assert window.engine.pid == 0
        assert (Path(window.training.folder) / "model" / "model.safetensors").is_file()


class TestLooksThatFail:
    def test_what_was_said_of_a_failed_look_goes_with_the_next_one(
        self, window: MainWindow, fake: FakeEngine
    ) -> None:
        *_, probe = fake.take(m.Probe)
        fake.received.emit(m.Failed(probe.id, "It makes no numbers."))
        assert window.banner.words.text() == "It makes no numbers."
        assert window.banner.isVisible()
        window.session.set_sentence(Source.A, "my cat")
        fake.answer(*fake.take(m.Probe))
        assert not window.banner.isVisible()
        window.tell("The disk is full.")
        window.prober.ask()
        fake.answer(*fake.take(m.Probe))
        assert window.banner.isVisible()

    def test_no_view_shows_the_numbers_of_the_model_before(
        self, window: MainWindow, fake: FakeEngine
    ) -> None:
        fake.answer(fake.take(m.Probe)[-1])
        assert window.views.verdict.numbers() is not None
        window.prober.aim(m.ModelRef("diverged"))
        (probe,) = fake.take(m.Probe)
        fake.received.emit(m.Failed(probe.id, "It makes no numbers."))
        assert window.views.verdict.numbers() is None
        assert window.views.objective.numbers() is None


def test_no_two_entries_of_a_menu_have_one_letter(window: MainWindow) -> None:
    (bar,) = window.findChildren(QMenuBar)
    for menu in (bar, *(action.menu() for action in bar.actions())):
        entries = [action.text().replace("&&", "") for action in menu.actions()]
        letters = [found[1].lower() for text in entries if (found := re.search("&(.)", text))]
        assert len(letters) == len(set(letters)), entries
