"""Choosing what is trained, in the window."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.main_window import MainWindow
from bertscope.gui.session import Session
from bertscope.gui.task.fitting import FITTING, is_untouched, put_fitting
from bertscope.gui.task.words import described
from bertscope.task import BUILT_IN_TASKS, Kind, Start, Task, TaskFacts
from bertscope.wire import messages as m
from tests.gui.accessibility import unnamed_controls
from tests.gui.conftest import FakeEngine, info, opened, started, words
from tests.gui.run.driving import FOLDER, begin, want
from tests.gui.task.told import FEELINGS, REVIEWS, tell

LEFT = Qt.MouseButton.LeftButton
OWN = Task(data="/data/reviews.tsv")


def entries(window: MainWindow) -> dict[str, QAction]:
    """What the menu of tasks offers, as it is when it is opened."""
    menu = window.top_bar.switch.menu
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}


def choose(window: MainWindow, name: str) -> None:
    """By the menu of the switch."""
    next(action for text, action in entries(window).items() if text.startswith(name)).trigger()


def command(window: MainWindow, name: str) -> QAction:
    return next(c.action for c in window.menus.commands if c.words == name)


# --- The switch -----------------------------------------------------------------------------------


def test_a_task_is_chosen_and_pre_training_comes_back_as_it_was(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine
) -> None:
    training, switch = window.training, window.top_bar.switch
    want(training, steps=77, batch_size=5, corpus="stories", device="cuda:0")
    before = training.wanted
    qtbot.mouseClick(switch.pretraining, LEFT)  # It is chosen already.
    assert (training.wanted, switch.pretraining.isChecked()) == (before, True)
    choose(window, "Feelings")
    assert training.wanted.task == Task(data="feelings")
    assert (training.wanted.start, training.wanted.device) == (window.models.folder, "cuda:0")
    assert (switch.pretraining.isChecked(), switch.fine_tuning.isChecked()) == (False, True)
    qtbot.mouseClick(switch.pretraining, LEFT)
    assert training.wanted == before
    assert (switch.pretraining.isChecked(), switch.fine_tuning.isChecked()) == (True, False)


def test_each_task_that_ships_is_a_command_of_its_own(window: MainWindow) -> None:
    for data, name in BUILT_IN_TASKS.items():
        command(window, f"Task: {name}").trigger()
        assert window.training.wanted.task == Task(data=data)
    command(window, "Task: Pre-training").trigger()
    assert window.training.wanted.task is None


def test_with_a_run_at_hand_a_task_waits_for_reset(window: MainWindow, fake: FakeEngine) -> None:
    training = window.training
    begin(training, fake)
    fake.received.emit(m.RunPaused(FOLDER, 3))
    choose(window, "Feelings")
    assert training.wanted.start == FOLDER  # The run's own model, just pre-trained.
    assert training.needs_reset == ("task",)
    assert fake.take(m.Change) == []  # The steps and rates of another task aren't the run's.
    assert "Feelings, after reset" in window.top_bar.corpus.text()
    assert "task" in window.views.transport.reset.accessibleName()
    training.reset()
    assert training.recipe.task == Task(data="feelings")
    assert "after reset" not in window.top_bar.corpus.text()


def test_another_task_begins_where_the_first_one_did(window: MainWindow, fake: FakeEngine) -> None:
    choose(window, "Feelings")
    start = window.training.wanted.start
    window.training.play()
    (train,) = fake.take(m.Train)
    fake.received.emit(started(train, "/runs/feelings"))
    choose(window, "Follows")
    assert window.training.wanted.start == start


def test_a_task_reads_no_more_than_its_model_can(window: MainWindow, fake: FakeEngine) -> None:
    window.open_model("/models/short")
    (request,) = fake.take(m.OpenModel)
    fake.received.emit(opened(request, words(12)))
    choose(window, "Feelings")
    assert window.training.wanted.max_length == 12
    assert window.training.wanted.start == "/models/short"


# --- What is shown --------------------------------------------------------------------------------


def test_the_corpus_gives_its_place_to_the_data(window: MainWindow, fake: FakeEngine) -> None:
    bar = window.top_bar
    window.resize(1900, 800)
    choose(window, "Feelings")
    assert bar.corpus.text() == "Data  Feelings  ▾"
    tell(fake, FEELINGS)
    assert bar.corpus.text() == "Data  Feelings · 1,200 train · 200 dev · 200 test  ▾"
    for known in ("2 classes: sad, happy", "accuracy of majority class 0.50, word overlap 0.61"):
        assert known in bar.corpus.toolTip()
    assert bar.corpus.accessibleName() == "Labelled data"
    assert "Open labelled data …" in {action.text() for action in bar.corpus.menu().actions()}
    command(window, "Task: Pre-training").trigger()
    assert bar.corpus.text() == "Corpus  Little stories  ▾"
    assert "Stories (built in)" in {action.text() for action in bar.corpus.menu().actions()}


def test_data_is_asked_of_once_by_each_engine(window: MainWindow, fake: FakeEngine) -> None:
    known = window.menus.tasks.known
    choose(window, "Feelings")
    assert [asked.task for asked in tell(fake, FEELINGS)] == [Task(data="feelings")]
    want(window.training, task=Task(data="feelings", examples=10, start=Start.RANDOM))
    assert tell(fake, FEELINGS) == []
    assert known.facts == FEELINGS
    fake.get_ready()
    assert known.facts is None
    assert len(tell(fake, FEELINGS)) == 1


def test_data_that_cannot_be_read_is_told_and_not_asked_of_again(
    window: MainWindow, fake: FakeEngine
) -> None:
    window.menus.tasks.choose(OWN)
    (asked,) = fake.take(m.InspectTask)
    fake.received.emit(m.Failed(asked.id, "reviews.tsv isn't there: check the name."))
    assert "isn't there" in window.banner.words.text()
    want(window.training, steps=9)
    assert fake.take(m.InspectTask) == []


def test_what_a_run_told_of_its_data_is_known(window: MainWindow, fake: FakeEngine) -> None:
    window.menus.tasks.choose(OWN)
    fake.take(m.InspectTask)
    window.training.play()
    (train,) = fake.take(m.Train)
    model, known = info(m.ModelRef("/runs/2")), words()
    fake.received.emit(
        m.RunStarted(
            train.id,
            "/runs/2",
            model,
            m.DeviceInfo("cpu", "CPU"),
            0,
            train.recipe,
            known,
            facts=REVIEWS,
        )
    )
    assert window.menus.tasks.known.facts == REVIEWS


def test_the_bar_has_room_for_all_it_says(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine
) -> None:
    bar = window.top_bar
    parts: list[QWidget] = [bar.model, bar.switch, bar.corpus, bar.device]

    def all_fit() -> bool:
        ends = [part.mapTo(window, QPoint(part.width(), 0)).x() for part in parts]
        whole = all(part.width() >= part.sizeHint().width() for part in parts)
        beside = bar.mapTo(window, QPoint()).y() < window.menu_bar.height()
        return whole and beside and max(ends) <= window.width()

    for data in ("", "feelings", "who-what-where"):
        if data:
            window.menus.tasks.choose(Task(data=data))
            tell(fake, FEELINGS)
        for wide in (1280, 1440, 1920):
            window.resize(wide, 800)
            qtbot.waitUntil(all_fit)
            assert not data or BUILT_IN_TASKS[data] in bar.corpus.text()
    assert "1,200 train" in bar.corpus.text()


def test_what_is_new_has_names(window: MainWindow, fake: FakeEngine) -> None:
    choose(window, "Feelings")
    tell(fake, FEELINGS)
    window.views.transport.fold.click()
    assert unnamed_controls(window.top_bar) == []
    assert unnamed_controls(window.views.transport) == []


# --- One's own data -------------------------------------------------------------------------------


def test_own_data_is_chosen_by_the_dialog_and_offered_again(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine
) -> None:
    command(window, "Open labelled data").trigger()
    dialog = window.menus.tasks.dialog
    qtbot.keyClicks(dialog.asked.path, OWN.data)
    qtbot.keyClick(dialog.asked.path, Qt.Key.Key_Return)
    tell(fake, REVIEWS)
    qtbot.keyClick(dialog.asked.path, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert window.training.wanted.task == OWN
    assert window.top_bar.corpus.text().startswith("Data  reviews")
    assert tell(fake, REVIEWS) == []  # The dialog was told already.
    choose(window, "Follows")
    choose(window, "reviews")
    assert window.training.wanted.task == OWN
    fake.words = "ssh far"  # Another machine hasn't it.
    assert not any(text.startswith("reviews") for text in entries(window))


# --- Sentences ------------------------------------------------------------------------------------


def test_sentences_that_nobody_wrote_follow_the_task(window: MainWindow) -> None:
    session = window.session
    choose(window, "Feelings")
    assert (session.state.a, session.state.b) == FITTING["feelings"]
    choose(window, "Who")
    assert session.state.a.endswith("?")
    assert session.state.b.count(".") > 1
    command(window, "Task: Pre-training").trigger()
    assert (session.state.a, session.state.b) == ("my dog is cute", "he likes playing")
    session.undo_stack.undo()
    assert (session.state.a, session.state.b) == FITTING["who-what-where"]


def test_ones_own_sentences_stay_until_it_is_asked(window: MainWindow) -> None:
    session = window.session
    session.set_pair("I wrote this", "and this")
    choose(window, "Feelings")
    assert session.state.a == "I wrote this"
    entries(window)["Set sentences that fit"].trigger()
    assert (session.state.a, session.state.b) == FITTING["feelings"]
    session.undo_stack.undo()
    assert (session.state.a, session.state.b) == ("I wrote this", "and this")


def test_other_data_has_no_sentences_of_ours(session: Session) -> None:
    assert is_untouched(session.state)
    put_fitting(session, OWN.data)
    assert session.state.a == "my dog is cute"
    assert session.undo_stack.count() == 0


def test_the_sentences_have_no_word_that_the_model_lacks(session: Session) -> None:
    for a, b in FITTING.values():
        tokens = session.reader.read(a, b).tokens
        assert not [token for token in tokens if token == "[UNK]" or token.startswith("##")]


def test_without_a_task_its_worth_is_not_measured(window: MainWindow, fake: FakeEngine) -> None:
    command(window, "What is pre-training worth?").trigger()
    assert "Choose a task first" in window.banner.words.text()
    assert fake.take(m.Train) == []


def test_facts_of_a_question_answering_task_have_no_classes() -> None:
    facts = TaskFacts(name="Q", kind=Kind.QA, train=10)
    assert described(facts) == "Q: question answering\n10 train examples"
