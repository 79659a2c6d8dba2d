"""Scenes are set in the window, whatever state it is in, and all is given back in the end."""

import msgspec
import pytest

from bertscope.gui.engine_process import ProcessOutcome
from bertscope.gui.lesson.lesson import Place, Rule, Run, Scene, Training
from bertscope.gui.lesson.stagehand import NO_RUN, Stagehand
from bertscope.gui.main_window import MainWindow
from bertscope.gui.run.goal_box import Kind
from bertscope.gui.run.phase import Phase
from bertscope.gui.state import Row, Vector
from bertscope.places import DEFAULT_MODEL, default_model
from bertscope.run_folder import About
from bertscope.task import Kind as TaskKind
from bertscope.task import Start, Task, TaskFacts
from bertscope.text.masking import Action, Chosen, MaskRule, Unit
from bertscope.text.pair import Source
from bertscope.text.reader import Reader
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, info, opened, started, words
from tests.gui.run.driving import FOLDER, begin, told, want

TINY = "@stories-tiny"
DOG, CAT = "the dog sees the cat", "the cat runs"


class Watched:
    """A stagehand, and what it said."""

    def __init__(self, window: MainWindow) -> None:
        self.hand = Stagehand(window)
        self.troubles: list[str] = []
        self.done = 0
        self.hand.failed.connect(self.troubles.append)
        self.hand.done.connect(self._count)

    def _count(self) -> None:
        self.done += 1

    def set(self, **scene: object) -> None:
        self.hand.set(Scene(**scene))


@pytest.fixture
def stage(window: MainWindow) -> Watched:
    return Watched(window)


@pytest.fixture
def finished(window: MainWindow, fake: FakeEngine) -> MainWindow:
    """The window with a finished run of which some steps are kept."""
    begin(window.training, fake)
    fake.received.emit(told(*range(1, 21)))
    fake.received.emit(m.Kept(FOLDER, [0, 4, 12], 1, 2))
    fake.received.emit(m.RunPaused(FOLDER, 20, finished=True))
    return window


def masks(window: MainWindow) -> dict[str, str]:
    pair, vocabulary = window.session.pair, window.session.reader.tokenizer.vocabulary
    chosen = window.session.state.plan.chosen
    return {
        f"{pair.tokens[p]} {p}": f"{c.action} {vocabulary[c.token_id]}" for p, c in chosen.items()
    }


# --- The pair -----------------------------------------------------------------------------------


def test_a_page_sets_pair_masks_and_view_as_one_step_of_undo(
    window: MainWindow, stage: Watched
) -> None:
    before = window.session.state
    stage.set(
        a=DOG,
        b=CAT,
        masks={"dog": "mask", "cat:2": "random fox", "runs": "keep"},
        follows=False,
        seed=3,
        view={"top_k": 7, "layer": 1},
        focus="runs",
    )
    state = window.session.state
    assert (state.a, state.b, state.is_next, state.seed) == (DOG, CAT, False, 3)
    assert masks(window) == {"dog 2": "mask [MASK]", "cat 8": "random fox", "runs 9": "keep runs"}
    assert (state.view.top_k, state.view.layer) == (7, 1)
    assert window.session.focus == 9
    assert (stage.done, stage.troubles) == (1, [])
    window.session.undo_stack.undo()
    assert window.session.state == before
    assert window.views.sentences.a.text() == before.a


def test_what_a_page_leaves_out_stays(window: MainWindow, stage: Watched) -> None:
    session = window.session
    session.set_action([2], Action.MASK)
    session.inspect(Row.TOKEN, 3)
    stage.set(view={"top_k": 9})
    assert list(session.state.plan.chosen) == [2]
    stage.set(b=CAT)
    assert session.state.a == "my dog is cute"
    assert not session.state.plan.chosen
    assert session.view.vector == Vector(Row.TOKEN, 3)
    session.set_action([2], Action.KEEP)
    stage.set(masks={})
    assert not session.state.plan.chosen


def test_a_word_that_is_not_there_is_told_and_the_rest_is_set(
    window: MainWindow, stage: Watched
) -> None:
    stage.set(
        a=DOG,
        masks={"zebra": "mask", "dog": "mask", "cat": "random zzzz", "[CLS]": "mask"},
        focus="lion",
        show=(Place.INPUT,),
    )
    assert masks(window) == {"dog 2": "mask [MASK]"}
    assert [
        word in said
        for word, said in zip(("zebra", "zzzz", "[CLS]", "lion"), stage.troubles, strict=True)
    ] == [True] * 4
    assert not window.page.panels["training"].isVisible()
    assert stage.done == 1


def test_a_rule_of_the_dice_is_set_as_far_as_it_is_said(window: MainWindow, stage: Watched) -> None:
    stage.set(rule=Rule(rate=0.5, unit=Unit.WORD))
    assert window.session.state.rule == MaskRule(rate=0.5, unit=Unit.WORD)
    stage.set(rule=Rule(mask=0.95))
    assert ["100 %" in said for said in stage.troubles] == [True]
    assert window.session.state.rule.mask == 0.8


# --- Models -------------------------------------------------------------------------------------


def test_words_are_set_once_the_model_is_read(
    window: MainWindow, stage: Watched, fake: FakeEngine
) -> None:
    stage.set(model=TINY, a=DOG, masks={"dog": "mask"})
    (request,) = fake.take(m.OpenModel)
    assert (window.session.state.a, stage.done) == ("my dog is cute", 0)
    fake.received.emit(opened(request))
    assert (window.models.folder, window.session.state.a) == (TINY, DOG)
    assert masks(window) == {"dog 2": "mask [MASK]"}
    assert stage.done == 1


def test_a_model_that_cannot_be_opened_is_told_and_the_rest_is_set(
    window: MainWindow, stage: Watched, fake: FakeEngine
) -> None:
    stage.set(model="/nowhere", a=DOG)
    (request,) = fake.take(m.OpenModel)
    fake.received.emit(m.Failed(request.id, "There is no model: choose another."))
    assert stage.troubles == [
        "nowhere could not be opened, and the page shows stories-small instead."
    ]
    assert (window.session.state.a, stage.done) == (DOG, 1)


def test_the_last_of_some_scenes_wins(window: MainWindow, stage: Watched, fake: FakeEngine) -> None:
    stage.set(model=TINY, a="one")
    stage.set(model=DEFAULT_MODEL, a="two")
    for request in fake.take(m.OpenModel):
        fake.received.emit(opened(request))
    assert (window.models.folder, window.session.state.a) == (DEFAULT_MODEL, "two")
    assert stage.done == 1
    stage.set(model=TINY, a="three")
    stage.set(a="four")
    assert window.session.state.a == "two"
    fake.received.emit(opened(*fake.take(m.OpenModel)))
    assert (window.models.folder, window.session.state.a) == (TINY, "four")


def test_without_an_engine_what_needs_none_is_set(
    window: MainWindow, stage: Watched, fake: FakeEngine
) -> None:
    fake.die(ProcessOutcome(crashed=False, code=1, expected=True))
    stage.set(model=TINY, run=Run.PLAY, a=DOG, step=3)
    assert window.session.state.a == DOG
    assert ["engine" in said for said in stage.troubles] == [True, True, False]
    assert stage.troubles[-1] == NO_RUN
    assert stage.done == 1


def test_an_engine_that_ends_while_it_reads_is_not_waited_for(
    window: MainWindow, stage: Watched, fake: FakeEngine
) -> None:
    stage.set(model=TINY, a=DOG)
    fake.die(ProcessOutcome(crashed=False, code=1, expected=True))
    assert (window.session.state.a, stage.done, len(stage.troubles)) == (DOG, 1, 1)


def test_an_engine_that_is_coming_up_is_waited_for(
    window: MainWindow, stage: Watched, fake: FakeEngine
) -> None:
    fake.start()
    stage.set(model=TINY, a=DOG)
    assert stage.done == 0
    fake.get_ready()
    (request,) = fake.take(m.OpenModel)
    assert request.model.folder == TINY
    fake.received.emit(opened(request))
    assert (window.models.folder, window.session.state.a) == (TINY, DOG)


# --- Runs ---------------------------------------------------------------------------------------


def test_a_new_run_is_chosen_and_not_begun(
    finished: MainWindow, stage: Watched, fake: FakeEngine
) -> None:
    finished.views.transport.goal.choose(Kind.STEPS)
    stage.set(run=Run.NEW, training=Training(preset="mini", steps=50, seed=4, mlm_weight=0.0))
    training = finished.training
    assert training.phase is Phase.IDLE
    assert fake.take(m.EndRun)
    wanted = training.wanted
    assert (wanted.preset, wanted.steps, wanted.seed, wanted.mlm_weight) == ("mini", 50, 4, 0.0)
    assert wanted.start == ""
    assert finished.views.transport.goal.goal == m.Goal()


def test_a_run_is_begun_and_its_step_waited_for(
    window: MainWindow, stage: Watched, fake: FakeEngine
) -> None:
    stage.set(run=Run.PLAY, training=Training(steps=30), step=8, a=DOG, show=(Place.TRAINING,))
    (train,) = fake.take(m.Train)
    assert train.recipe.steps == 30
    assert window.session.state.a == DOG
    assert not window.page.panels["verdict"].isVisible()
    fake.received.emit(started(train, FOLDER))
    fake.received.emit(told(*range(1, 6)))
    fake.received.emit(m.Kept(FOLDER, [0, 4], 1, 2))
    assert stage.done == 0
    fake.received.emit(told(*range(6, 12)))
    fake.received.emit(m.Kept(FOLDER, [0, 4, 7, 10], 1, 2))
    assert (window.session.view.step, stage.done) == (7, 1)


def test_a_step_of_a_run_at_hand_and_its_newest(finished: MainWindow, stage: Watched) -> None:
    stage.set(step=5)
    assert finished.session.view.step == 4
    stage.set(step=-1)
    assert finished.session.view.step is None


def test_a_step_without_a_run_is_told(window: MainWindow, stage: Watched) -> None:
    stage.set(step=5)
    assert (stage.troubles, stage.done) == ([NO_RUN], 1)


def test_a_run_rests_also_if_it_is_only_being_prepared(
    window: MainWindow, stage: Watched, fake: FakeEngine
) -> None:
    stage.set(run=Run.PLAY)
    stage.set(run=Run.PAUSE, a=DOG)
    assert window.session.state.a == DOG
    assert not fake.take(m.Pause)
    fake.received.emit(started(*fake.take(m.Train), FOLDER))
    assert fake.take(m.Pause)
    assert stage.done == 2


def test_a_model_that_is_shown_is_not_hidden_by_a_run(finished: MainWindow, stage: Watched) -> None:
    stage.set(model=DEFAULT_MODEL)
    assert finished.training.phase is Phase.IDLE
    assert finished.prober.model == m.ModelRef(DEFAULT_MODEL)


def test_an_unknown_size_is_told(window: MainWindow, stage: Watched) -> None:
    stage.set(training=Training(preset="huge", steps=9))
    assert "tiny, mini" in stage.troubles[0]
    assert (window.training.wanted.preset, window.training.wanted.steps) == ("tiny", 9)


# --- Tasks --------------------------------------------------------------------------------------


def test_a_task_is_chosen_by_its_name_and_left_again(window: MainWindow, stage: Watched) -> None:
    before = window.training.wanted
    chosen = Training(task="feelings", examples=30, start=Start.RANDOM)
    stage.set(run=Run.NEW, training=chosen)
    task = window.training.wanted.task
    assert task == Task(data="feelings", examples=30, start=Start.RANDOM)
    stage.set(training=Training(head_only=True))
    assert window.training.wanted.task == msgspec.structs.replace(task, head_only=True)
    stage.set(training=Training(task=""))
    assert window.training.wanted == before


def test_a_task_begins_with_the_model_of_the_page(window: MainWindow, stage: Watched) -> None:
    window.menus.tasks.choose(Task(data="feelings"))
    want(window.training, start=TINY, vocabulary=TINY)
    stage.set(model=DEFAULT_MODEL, run=Run.NEW, training=Training(task="feelings"))
    wanted = window.training.wanted
    assert (wanted.start, wanted.vocabulary) == (DEFAULT_MODEL, DEFAULT_MODEL)


def test_a_class_is_called_right_by_its_name_once_it_is_known(
    window: MainWindow, stage: Watched, fake: FakeEngine
) -> None:
    stage.set(training=Training(task="feelings"), a="she smiled", b="", label="joy")
    assert (window.session.state.label, stage.done) == (None, 0)
    (asked,) = fake.take(m.InspectTask)
    facts = TaskFacts(name="Feelings", kind=TaskKind.CLASSIFICATION, labels=("anger", "joy"))
    fake.received.emit(m.TaskInspected(asked.id, facts, [], []))
    assert (window.session.state.label, stage.done) == (1, 1)
    stage.set(label="envy")
    assert stage.troubles == ["The model has no class “envy”: it has anger, joy."]


def test_data_that_cannot_be_read_is_not_waited_for_when_the_page_is_set_again(
    stage: Watched, fake: FakeEngine
) -> None:
    missing = Training(task="/gone.csv")
    stage.set(training=missing, label="joy")
    (asked,) = fake.take(m.InspectTask)
    fake.received.emit(m.Failed(asked.id, "gone.csv can't be read."))
    assert stage.done == 1
    stage.set(training=missing, label="joy")
    assert stage.done == 2


def test_a_class_of_pretraining_is_told(window: MainWindow, stage: Watched) -> None:
    stage.set(label="joy")
    assert (stage.troubles, stage.done) == (
        ["The model has no class “joy”: it has no classes."],
        1,
    )


# --- Giving back --------------------------------------------------------------------------------


def test_all_is_given_back(window: MainWindow, stage: Watched, fake: FakeEngine) -> None:
    session, page, goal = window.session, window.page, window.views.transport.goal
    session.set_sentence(Source.A, "my own words")
    session.set_plan(session.state.plan.with_choice(1, Chosen(Action.KEEP, session.pair.ids[1])))
    page.panels["attention"].setFloating(True)
    goal.choose(Kind.TIME)
    goal.boxes[Kind.TIME].setValue(17)
    want(window.training, steps=77, preset="mini")
    before, wanted = session.state, window.training.wanted
    stage.hand.begin()
    stage.set(
        model=TINY,
        a=DOG,
        b="",
        masks={"dog": "mask"},
        view={"top_k": 3},
        run=Run.NEW,
        training=Training(task="follows", steps=5),
        show=(Place.INPUT, Place.TRAINING),
    )
    fake.received.emit(opened(*fake.take(m.OpenModel)))
    assert session.state.a == DOG
    assert not page.panels["verdict"].isVisible()
    stage.hand.end()
    fake.received.emit(opened(*fake.take(m.OpenModel)))
    assert session.state == before
    assert window.training.wanted == wanted
    assert window.models.folder == DEFAULT_MODEL
    assert page.is_own
    assert page.panels["attention"].isFloating()
    assert page.panels["verdict"].isVisible()
    assert goal.goal == m.Goal(seconds=17)
    session.undo_stack.undo()
    assert session.state.a == DOG


def test_a_run_of_ones_own_is_there_again(
    finished: MainWindow, stage: Watched, fake: FakeEngine
) -> None:
    finished.films.travel.visit(4)
    stage.hand.begin()
    stage.set(run=Run.NEW)
    assert finished.training.record is None
    stage.hand.end()
    (request,) = fake.take(m.OpenRun)
    assert request.folder == FOLDER
    recipe = finished.training.wanted
    model = m.ModelInfo(m.ModelRef(FOLDER), "1", 2, 12, 2, 600, 1031, 64)
    words = m.Words.of(Reader.load(default_model()).tokenizer, 64)
    fake.received.emit(m.RunOpened(request.id, FOLDER, About(), recipe, model, words, rows=20))
    fake.received.emit(m.Kept(FOLDER, [0, 4, 12], 1, 2))
    fake.received.emit(told(*range(1, 21)))
    assert (finished.training.folder, finished.session.view.step) == (FOLDER, 4)


def test_a_run_that_no_page_has_touched_goes_on(
    window: MainWindow, stage: Watched, fake: FakeEngine
) -> None:
    begin(window.training, fake)
    stage.hand.begin()
    stage.set(a=DOG)
    stage.hand.end()
    assert window.training.phase is Phase.RUNNING
    assert not fake.take(m.EndRun)
    assert window.session.state.a == "my dog is cute"


def test_another_lesson_that_is_begun_meanwhile_gives_back_the_same(
    window: MainWindow, stage: Watched, fake: FakeEngine
) -> None:
    stage.hand.begin()
    stage.set(model=TINY, a=DOG)
    fake.received.emit(opened(*fake.take(m.OpenModel)))
    stage.hand.end()
    stage.hand.begin()
    stage.set(a=CAT)
    fake.received.emit(opened(*fake.take(m.OpenModel)))
    assert window.session.state.a == CAT
    stage.hand.end()
    assert window.session.state.a == "my dog is cute"
    assert window.models.folder == DEFAULT_MODEL


def test_a_run_that_comes_back_late_is_let_go_of_by_the_page_that_has_none(
    finished: MainWindow, stage: Watched, fake: FakeEngine
) -> None:
    stage.hand.begin()
    stage.set(run=Run.NONE)
    stage.hand.end()
    (request,) = fake.take(m.OpenRun)
    stage.hand.begin()  # Another lesson, while the first one's run is still being read.
    stage.set(run=Run.NONE, a="another lesson")
    recipe, known = finished.training.wanted, words()
    run = info(m.ModelRef(FOLDER))
    fake.received.emit(m.RunOpened(request.id, FOLDER, About(), recipe, run, known, rows=0))
    assert (finished.training.phase, finished.session.state.a) == (Phase.IDLE, "another lesson")
    stage.hand.end()
    (request,) = fake.take(m.OpenRun)
    assert request.folder == FOLDER


def test_a_scene_may_be_set_when_another_is_done(window: MainWindow) -> None:
    hand, second = Stagehand(window), [Scene(a=CAT)]
    hand.done.connect(lambda: second and hand.set(second.pop()))
    hand.set(Scene(a=DOG))
    assert window.session.state.a == CAT
    assert not hand.is_waiting
