"""What the transport's buttons do, and what the window makes of what the engine says."""

import msgspec
import pytest
from PySide6.QtTest import QSignalSpy

from bertscope.errors import WireError
from bertscope.gui.engine_process import EngineState, ProcessOutcome
from bertscope.gui.run.record import Records
from bertscope.gui.run.training import Phase, Training
from bertscope.recipe import STORIES, Recipe
from bertscope.run_folder import About, StepRow
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, info, metrics, started, words
from tests.gui.run.driving import FOLDER, begin, told, want

KILLED = ProcessOutcome(crashed=True, code=9, expected=False)


@pytest.fixture
def records(fake: FakeEngine) -> Records:
    return Records(fake)


@pytest.fixture
def training(fake: FakeEngine, records: Records) -> Training:
    return Training(fake, records, Recipe(steps=100))


def adopt(
    training: Training, fake: FakeEngine, folder: str = "/runs/old", **of_run: object
) -> None:
    """Let the engine tell of a run that was made before."""
    training.adopt(folder)
    (opening,) = fake.take(m.OpenRun)
    recipe = Recipe(steps=50, **of_run)  # type: ignore[arg-type]
    model = info(m.ModelRef(folder))
    fake.received.emit(m.RunOpened(opening.id, folder, About(), recipe, model, words(), 1))
    fake.received.emit(metrics(folder, StepRow(3, 5.0, 0.6, tokens=9, seconds=0.1)))


class TestButtons:
    def test_play_asks_for_a_run_in_a_folder_of_the_engine(
        self, training: Training, fake: FakeEngine
    ) -> None:
        training.play()
        (train,) = fake.take(m.Train)
        assert (train.recipe, train.folder, train.resume) == (training.wanted, "", False)
        assert train.goal == m.Goal()
        assert (training.phase, training.folder) == (Phase.PREPARING, "")
        fake.received.emit(started(train, FOLDER))
        assert (training.phase, training.folder) == (Phase.RUNNING, FOLDER)
        assert training.model == info(m.ModelRef(FOLDER), 32)

    def test_a_run_goes_from_start_to_finish(self, training: Training, fake: FakeEngine) -> None:
        begin(training, fake)
        fake.received.emit(told(1, 2, 3))
        assert (training.step, len(training.history)) == (3, 3)
        training.pause()
        assert fake.take(m.Pause) == [m.Pause()]
        fake.received.emit(m.RunPaused(FOLDER, 3))
        assert training.phase is Phase.PAUSED
        training.single_step()
        assert fake.take(m.Play) == [m.Play(m.Goal(steps=1))]
        fake.received.emit(m.RunPaused(FOLDER, 100, finished=True))
        assert (training.phase, training.can_play) == (Phase.FINISHED, False)

    def test_play_is_pause_while_it_runs(self, training: Training, fake: FakeEngine) -> None:
        begin(training, fake)
        training.toggle()
        assert fake.take(m.Pause) == [m.Pause()]
        fake.received.emit(m.RunPaused(FOLDER, 0))
        training.toggle(m.Goal(seconds=5))
        assert fake.take(m.Play) == [m.Play(m.Goal(seconds=5))]

    def test_nothing_is_done_where_a_button_means_nothing(
        self, training: Training, fake: FakeEngine
    ) -> None:
        training.pause()
        training.play()
        fake.take(m.Train)
        for press in (training.toggle, training.pause, training.single_step):
            press()
        assert fake.sent == []  # While it is prepared.
        begin_again, fake.sent = Training(fake, Records(fake), Recipe()), []
        begin(begin_again, fake)
        begin_again.single_step()
        assert fake.sent == []  # While it runs.

    def test_a_goal_is_taken_along_and_can_change_on_the_way(
        self, training: Training, fake: FakeEngine
    ) -> None:
        training.play(m.Goal(steps=20))
        (train,) = fake.take(m.Train)
        assert train.goal == m.Goal(steps=20)
        fake.received.emit(started(train, FOLDER))
        fake.received.emit(told(1, 2))
        assert training.target.end == 20
        training.play(m.Goal(steps=20))
        assert fake.take(m.Play) == [m.Play(m.Goal(steps=20))]
        assert (training.phase, training.target.end) == (Phase.RUNNING, 22)

    def test_reset_lets_go_and_takes_what_is_wanted(
        self, training: Training, fake: FakeEngine
    ) -> None:
        begin(training, fake)
        fake.received.emit(told(1))
        want(training, seed=5)
        cleared = QSignalSpy(training.cleared)
        training.reset()
        assert fake.take(m.EndRun) == [m.EndRun()]
        assert cleared.count() == 1
        assert (training.phase, training.step, len(training.history)) == (Phase.IDLE, 0, 0)
        assert (training.record, training.model, training.folder) == (None, None, "")
        assert (training.recipe.seed, training.needs_reset) == (5, ())

    def test_play_before_the_engine_is_up_says_so(
        self, training: Training, fake: FakeEngine
    ) -> None:
        fake.state = EngineState.STARTING
        failed = QSignalSpy(training.failed)
        training.play()
        assert "not ready yet" in failed.at(0)[0]
        assert training.phase is Phase.IDLE

    def test_what_cannot_be_sent_is_said(
        self, training: Training, fake: FakeEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(message: m.Message) -> bool:
            raise WireError("This can't be passed to the engine.")

        monkeypatch.setattr(fake, "send", refuse)
        failed = QSignalSpy(training.failed)
        training.play()
        assert failed.at(0) == ["This can't be passed to the engine."]
        assert training.phase is Phase.IDLE


class TestChanging:
    @pytest.mark.parametrize(
        "change",
        [
            {"learning_rate": 1e-3},
            {"matrix_learning_rate": 1e-3},
            {"batch_size": 8},
            {"mlm_weight": 0.0},
            {"steps": 300},
            {"snapshot_bytes": 1 << 20},
        ],
    )
    def test_what_acts_at_once_is_sent_once(
        self, training: Training, fake: FakeEngine, change: dict[str, float]
    ) -> None:
        begin(training, fake)
        want(training, **change)
        want(training, seed=9)  # That one waits, and the change is not told again.
        recipe = msgspec.structs.replace(training.recipe, **change)
        assert fake.take(m.Change) == [m.Change(recipe)]
        assert training.recipe != recipe  # It holds when the engine says so.
        fake.received.emit(m.RunChanged(FOLDER, 7, recipe))
        assert training.recipe == recipe
        assert training.needs_reset == ("seed",)
        want(training, seed=0)
        assert fake.take(m.Change) == []

    def test_two_changes_in_a_row_both_reach_the_engine(
        self, training: Training, fake: FakeEngine
    ) -> None:
        begin(training, fake)
        first = training.recipe
        want(training, batch_size=8)
        want(training, batch_size=first.batch_size)
        assert [change.recipe.batch_size for change in fake.take(m.Change)] == [8, 64]
        fake.received.emit(m.RunChanged(FOLDER, 1, msgspec.structs.replace(first, batch_size=8)))
        assert training.wanted.batch_size == 64  # The second is on its way.
        fake.received.emit(m.RunChanged(FOLDER, 1, first))
        assert (training.recipe, training.wanted) == (first, first)

    def test_a_change_that_is_refused_is_taken_back(
        self, training: Training, fake: FakeEngine
    ) -> None:
        begin(training, fake)
        want(training, learning_rate=1.0, seed=4)
        failed = QSignalSpy(training.failed)
        fake.received.emit(m.Failed(0, "Not that."))
        assert failed.at(0) == ["Not that."]
        assert training.wanted.learning_rate == training.recipe.learning_rate
        assert training.wanted.seed == 4
        fake.take(m.Change)
        want(training, learning_rate=1.0)
        assert len(fake.take(m.Change)) == 1

    def test_a_change_during_the_preparation_counts_from_the_start(
        self, training: Training, fake: FakeEngine
    ) -> None:
        training.play()
        (train,) = fake.take(m.Train)
        want(training, batch_size=8)
        assert fake.take(m.Change) == []
        fake.received.emit(started(train, FOLDER))
        (change,) = fake.take(m.Change)
        assert change.recipe.batch_size == 8

    def test_what_the_engine_writes_otherwise_waits_for_nothing(
        self, training: Training, fake: FakeEngine
    ) -> None:
        training.play()
        (train,) = fake.take(m.Train)
        want(training, seed=2)
        spelled = msgspec.structs.replace(train.recipe, vocabulary="/there/vocabulary")
        fake.received.emit(msgspec.structs.replace(started(train, FOLDER), recipe=spelled))
        assert training.needs_reset == ("seed",)
        assert training.wanted.vocabulary == "/there/vocabulary"

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("preset", "mini"),
            ("corpus", STORIES),
            ("device", "cuda"),
            ("seed", 3),
            ("max_length", 16),
            ("start", "/models/mine"),
        ],
    )
    def test_the_rest_waits_for_reset(
        self, training: Training, fake: FakeEngine, field: str, value: object
    ) -> None:
        want(training, **{field: value})
        assert training.needs_reset == ()
        old = getattr(Recipe(), field)
        want(training, **{field: old})
        begin(training, fake)
        want(training, **{field: value})
        assert (training.needs_reset, fake.take(m.Change)) == ((field,), [])
        assert getattr(training.recipe, field) == old
        training.reset()
        training.play()
        (train,) = fake.take(m.Train)
        assert getattr(train.recipe, field) == value

    def test_a_size_without_meaning_doesnt_wait(self, training: Training, fake: FakeEngine) -> None:
        want(training, start="/models/mine")
        begin(training, fake)
        want(training, preset="mini")
        assert training.needs_reset == ()

    def test_more_steps_wake_a_finished_run(self, training: Training, fake: FakeEngine) -> None:
        begin(training, fake)
        fake.received.emit(told(100))
        fake.received.emit(m.RunPaused(FOLDER, 100, finished=True))
        want(training, steps=150)
        assert [change.recipe.steps for change in fake.take(m.Change)] == [150]
        assert training.can_play  # At once, so that the click that follows counts.

    def test_a_run_cannot_stop_before_the_step_it_has_reached(
        self, training: Training, fake: FakeEngine
    ) -> None:
        begin(training, fake)
        fake.received.emit(told(60))
        want(training, steps=20)
        (change,) = fake.take(m.Change)
        assert change.recipe.steps == 60
        fake.received.emit(m.RunChanged(FOLDER, 60, change.recipe))
        # The engine was some steps ahead of what it had told.
        fake.received.emit(told(61, 62))
        fake.received.emit(m.RunPaused(FOLDER, 62, finished=True))
        assert (training.recipe.steps, training.wanted.steps) == (62, 62)
        assert training.phase is Phase.FINISHED


class TestTrouble:
    def test_late_words_of_an_old_run_are_not_taken(
        self, training: Training, fake: FakeEngine
    ) -> None:
        training.play()
        (old,) = fake.take(m.Train)
        fake.received.emit(started(old, "/runs/0"))
        training.reset()
        training.play()
        fake.received.emit(metrics("/runs/0", StepRow(9, 5.0, 0.6)))
        fake.received.emit(m.RunFailed("/runs/0", 9, "too late"))
        fake.received.emit(m.RunPaused("/runs/0", 9))
        fake.received.emit(started(old, "/runs/0"))
        assert (training.phase, len(training.history)) == (Phase.PREPARING, 0)

    def test_a_corpus_that_cannot_be_read_leaves_all_as_it_was(
        self, training: Training, fake: FakeEngine
    ) -> None:
        failed = QSignalSpy(training.failed)
        training.play()
        fake.received.emit(m.RunFailed("/runs/never-told", 0, "The corpus is empty."))
        assert failed.at(0) == ["The corpus is empty."]
        assert (training.phase, training.folder) == (Phase.IDLE, "")

    def test_a_refused_run_leaves_all_as_it_was(self, training: Training, fake: FakeEngine) -> None:
        training.play()
        (train,) = fake.take(m.Train)
        fake.received.emit(m.Failed(train.id + 1, "Of something else."))
        assert training.phase is Phase.PREPARING
        fake.received.emit(m.Failed(train.id, "There is no device cuda:7 here."))
        assert training.phase is Phase.IDLE

    def test_a_crash_keeps_the_curves_and_comes_back(
        self, training: Training, fake: FakeEngine
    ) -> None:
        begin(training, fake)
        fake.received.emit(told(*range(1, 31)))
        want(training, batch_size=8)
        fake.die(KILLED)
        assert (training.phase, len(training.history)) == (Phase.BROKEN, 30)
        assert training.is_lost
        fake.get_ready()
        training.restore()
        (train,) = fake.take(m.Train)
        assert (train.folder, train.resume, train.goal) == (FOLDER, True, m.Goal(steps=0))
        assert train.recipe.batch_size == 8  # The change may not have reached it.
        fake.received.emit(started(train, FOLDER, step=20))
        fake.received.emit(m.RunPaused(FOLDER, 20))
        assert (training.phase, training.step) == (Phase.PAUSED, 20)
        assert training.history.last_step == 20
        assert training.seconds_elapsed == pytest.approx(2.0)
        fake.received.emit(told(21))
        assert (training.step, len(training.history)) == (21, 21)

    def test_a_crash_before_the_run_began_leaves_nothing_to_bring_back(
        self, training: Training, fake: FakeEngine
    ) -> None:
        training.play()
        fake.take(m.Train)
        fake.die(KILLED)
        fake.get_ready()
        training.restore()
        assert (training.phase, fake.take(m.Train)) == (Phase.IDLE, [])

    def test_a_run_that_was_reset_does_not_come_back(
        self, training: Training, fake: FakeEngine
    ) -> None:
        begin(training, fake)
        fake.die(KILLED)
        training.reset()
        fake.get_ready()
        training.restore()
        assert (training.phase, fake.take(m.Train)) == (Phase.IDLE, [])

    def test_nan_stops_with_a_sentence_and_a_way_on(
        self, training: Training, fake: FakeEngine
    ) -> None:
        begin(training, fake)
        fake.received.emit(m.RunFailed(FOLDER, 12, "Training stopped at step 12."))
        assert training.phase is Phase.BROKEN
        want(training, learning_rate=1e-4, device="cpu")
        assert training.needs_reset == ()  # It is taken up anew, and that may be elsewhere.
        training.play()
        (train,) = fake.take(m.Train)
        assert (train.resume, train.folder) == (True, FOLDER)
        assert (train.recipe.learning_rate, train.recipe.device) == (1e-4, "cpu")

    def test_where_memory_runs_out_smaller_parts_go_on_in_a_new_engine(
        self, training: Training, fake: FakeEngine
    ) -> None:
        begin(training, fake)
        failed = QSignalSpy(training.failed)
        fake.received.emit(m.RunFailed(FOLDER, 12, "No memory is left.", True, 64))
        assert failed.at(0) == ["No memory is left."]
        assert (training.phase, training.smaller, fake.starts) == (Phase.BROKEN, 32, 1)
        training.go_on_smaller(m.Goal(steps=9))
        assert fake.take(m.Train) == []  # There is no engine yet.
        fake.get_ready()
        training.restore()
        (train,) = fake.take(m.Train)
        assert (train.folder, train.resume, train.goal) == (FOLDER, True, m.Goal(steps=9))
        assert train.recipe.micro_batch == 32
        assert training.smaller == 0

    def test_what_memory_was_too_small_for_is_not_offered_after_other_trouble(
        self, training: Training, fake: FakeEngine
    ) -> None:
        begin(training, fake)
        fake.received.emit(m.RunFailed(FOLDER, 12, "The device was lost.", True))
        assert (training.smaller, fake.starts) == (0, 1)

    def test_a_run_that_cannot_be_taken_up_is_refused_until_another_begins(
        self, training: Training, fake: FakeEngine
    ) -> None:
        begin(training, fake)
        fake.die(KILLED)
        fake.get_ready()
        training.play()
        (train,) = fake.take(m.Train)
        fake.received.emit(m.Failed(train.id, "There is no run in /runs/1."))
        assert (training.phase, training.is_refused) == (Phase.BROKEN, True)
        training.reset()
        assert not training.is_refused

    def test_a_hold_that_was_told_of_before_play_arrived_is_none(
        self, training: Training, fake: FakeEngine
    ) -> None:
        begin(training, fake)
        fake.received.emit(told(1, 2))
        fake.received.emit(m.RunPaused(FOLDER, 2))
        training.play()
        fake.received.emit(m.RunPaused(FOLDER, 2))  # Asked for before.
        fake.received.emit(told(1, 2))  # The whole run is told again.
        assert training.phase is Phase.PAUSED
        fake.received.emit(told(3))
        assert training.phase is Phase.RUNNING

    def test_a_full_disk_holds_the_run_and_play_goes_on(
        self, training: Training, fake: FakeEngine
    ) -> None:
        begin(training, fake)
        failed = QSignalSpy(training.failed)
        fake.received.emit(m.RunPaused(FOLDER, 7, sentence="The disk is full: make room."))
        assert failed.at(0) == ["The disk is full: make room."]
        assert (training.phase, training.trouble) == (Phase.PAUSED, "The disk is full: make room.")
        training.play()
        assert fake.take(m.Play) == [m.Play()]
        assert (training.phase, training.trouble) == (Phase.RUNNING, "")


class TestAdopting:
    def test_a_run_of_before_is_shown_and_goes_on(
        self, training: Training, fake: FakeEngine
    ) -> None:
        adopt(training, fake, seed=8)
        assert (training.phase, training.folder, training.step) == (Phase.BROKEN, "/runs/old", 3)
        assert (training.recipe.seed, training.wanted.seed, training.recipe.steps) == (8, 8, 50)
        assert (training.needs_reset, training.is_lost) == ((), False)
        training.play(m.Goal(steps=5))
        (train,) = fake.take(m.Train)
        assert (train.folder, train.resume) == ("/runs/old", True)
        assert (train.recipe, train.goal) == (training.recipe, m.Goal(steps=5))
        fake.received.emit(started(train, step=3))
        assert (training.phase, training.target.end) == (Phase.RUNNING, 8)

    def test_until_it_is_told_the_run_at_hand_stays(
        self, training: Training, fake: FakeEngine, records: Records
    ) -> None:
        begin(training, fake)
        training.adopt("/runs/missing")
        (opening,) = fake.take(m.OpenRun)
        fake.received.emit(m.Failed(opening.id, "There is no run."))
        assert (training.phase, training.folder) == (Phase.RUNNING, FOLDER)
        records.open("/runs/missing")  # Someone else asks for it, for the curves.
        (opening,) = fake.take(m.OpenRun)
        fake.received.emit(
            m.RunOpened(opening.id, "/runs/missing", About(), Recipe(), None, None, 0)
        )
        assert training.folder == FOLDER

    def test_the_run_at_hand_is_let_go_of(self, training: Training, fake: FakeEngine) -> None:
        begin(training, fake)
        adopt(training, fake)
        assert fake.take(m.EndRun) == [m.EndRun()]
        assert training.folder == "/runs/old"

    def test_the_run_at_hand_is_there_already(self, training: Training, fake: FakeEngine) -> None:
        begin(training, fake)
        training.adopt(FOLDER)
        assert fake.sent == []

    def test_a_run_that_another_window_trains_is_refused_and_stays_on_the_screen(
        self, training: Training, fake: FakeEngine
    ) -> None:
        adopt(training, fake)
        training.play()
        (train,) = fake.take(m.Train)
        failed = QSignalSpy(training.failed)
        sentence = "/runs/old is being trained by another program: let it end there first."
        fake.received.emit(m.Failed(train.id, sentence))
        assert failed.at(0) == [sentence]
        assert (training.phase, training.step) == (Phase.BROKEN, 3)
        assert len(training.history) == 1
        fake.received.emit(metrics("/runs/old", StepRow(4, 4.0, 0.5)))
        assert training.step == 4  # What the other one does is seen.

    def test_without_an_engine_it_says_so(self, training: Training, fake: FakeEngine) -> None:
        fake.state = EngineState.ENDED
        failed = QSignalSpy(training.failed)
        training.adopt("/runs/old")
        assert "not ready yet" in failed.at(0)[0]

    def test_a_run_that_is_told_anew_is_the_same_run(
        self, training: Training, fake: FakeEngine, records: Records
    ) -> None:
        begin(training, fake)
        records.open(FOLDER)
        (opening,) = fake.take(m.OpenRun)
        fake.received.emit(
            m.RunOpened(opening.id, FOLDER, About("mine"), training.recipe, None, None, 0)
        )
        assert training.record is records.get(FOLDER)
        assert training.phase is Phase.RUNNING


class TestFigures:
    def test_slow_steps_have_a_pace_too(
        self, training: Training, fake: FakeEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        begin(training, fake)
        for step, now in ((1, 0.0), (2, 10.0), (3, 20.0)):
            monkeypatch.setattr("bertscope.gui.run.pace.time.monotonic", lambda now=now: now)
            fake.received.emit(told(step))
        assert training.steps_per_second == pytest.approx(0.1)
        assert training.tokens_per_second == pytest.approx(10)
        assert training.seconds_left == pytest.approx(970)

    def test_vitals_are_known_while_it_trains(self, training: Training, fake: FakeEngine) -> None:
        begin(training, fake)
        reported = QSignalSpy(training.reported)
        vitals = m.Vitals(FOLDER, 0.9, 1 << 20)
        fake.received.emit(m.Vitals("/runs/other", 0.1, 1))
        assert (training.vitals, reported.count()) == (None, 0)
        fake.received.emit(vitals)
        assert (training.vitals, reported.count()) == (vitals, 1)
        fake.received.emit(m.RunPaused(FOLDER, 3))
        assert training.vitals is None

    def test_it_tells_that_steps_are_kept(self, training: Training, fake: FakeEngine) -> None:
        begin(training, fake)
        reported = QSignalSpy(training.reported)
        fake.received.emit(m.Kept(FOLDER, [0, 1], 10, 100))
        assert (reported.count(), training.record and training.record.kept) == (1, [0, 1])

    def test_notes_say_what_guessing_would_get(self, training: Training, fake: FakeEngine) -> None:
        begin(training, fake)
        assert training.notes[-1].startswith("B is random in 50 % of the pairs")
