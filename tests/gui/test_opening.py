"""Which model is open, and what is asked beside looks."""

import msgspec
import pytest
from PySide6.QtTest import QSignalSpy

from bertscope.gui.engine_process import EngineState, ProcessOutcome
from bertscope.gui.opening import Models, spoken
from bertscope.gui.questions import Questions
from bertscope.gui.session_file import FILE_FORMAT, SessionFile
from bertscope.gui.state import SessionState
from bertscope.places import DEFAULT_MODEL, default_model
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, opened, words

KILLED = ProcessOutcome(crashed=True, code=9, expected=False)
OTHER = "/models/other"


@pytest.fixture
def models(fake: FakeEngine) -> Models:
    return Models(fake)


class TestModels:
    def test_one_takes_the_others_place_once_it_is_read(
        self, models: Models, fake: FakeEngine
    ) -> None:
        spy = QSignalSpy(models.opened)
        file = SessionFile(FILE_FORMAT, SessionState())
        models.open(OTHER, file)
        assert (models.folder, models.name) == (DEFAULT_MODEL, "stories-small")
        assert models.is_reading
        (request,) = fake.take(m.OpenModel)
        fake.received.emit(opened(request))
        assert (models.folder, models.name, models.is_reading) == (OTHER, "other", False)
        assert spy.at(0)[0].file is file

    def test_its_words_come_from_the_engine(self, models: Models, fake: FakeEngine) -> None:
        spy = QSignalSpy(models.opened)
        shipped = models.reader
        models.open(OTHER)
        (request,) = fake.take(m.OpenModel)
        fake.received.emit(opened(request, words(shipped.max_length)))
        assert models.reader is shipped  # Masks and undo stay where nothing is read otherwise.
        foreign = msgspec.structs.replace(words(99), pieces=[*words().pieces, "wombat"])
        models.open(OTHER)
        (request,) = fake.take(m.OpenModel)
        fake.received.emit(opened(request, foreign))
        assert spy.at(1)[0].reader is models.reader is not shipped
        assert models.reader.read("wombat", "").ids[1] == len(words().pieces)
        assert models.reader.max_length == 99

    def test_words_that_are_none_of_berts_are_refused(
        self, models: Models, fake: FakeEngine
    ) -> None:
        spy = QSignalSpy(models.failed)
        models.open(OTHER)
        (request,) = fake.take(m.OpenModel)
        fake.received.emit(opened(request, m.Words(["a", "b"], True, None, True, 64)))
        assert "lacks" in spy.at(0)[0]
        assert models.folder == DEFAULT_MODEL

    def test_one_that_ships_is_named_as_any_machine_knows_it(
        self, models: Models, fake: FakeEngine
    ) -> None:
        models.open(str(default_model()))
        (request,) = fake.take(m.OpenModel)
        assert request.model.folder == DEFAULT_MODEL

    def test_one_that_is_wanted_early_is_opened_when_the_engine_is_there(
        self, models: Models, fake: FakeEngine
    ) -> None:
        fake.state = EngineState.STARTING
        models.open(OTHER)
        fake.state = EngineState.READY
        models.open_wanted()
        (request,) = fake.take(m.OpenModel)
        assert request.model.folder == OTHER

    def test_without_the_one_wanted_first_it_is_the_one_that_ships(
        self, models: Models, fake: FakeEngine
    ) -> None:
        fake.state = EngineState.STARTING
        models.open(OTHER)
        fake.state = EngineState.READY
        models.open_wanted()
        (request,) = fake.take(m.OpenModel)
        fake.received.emit(m.Failed(request.id, "There is no model."))
        (request,) = fake.take(m.OpenModel)
        assert request.model.folder == DEFAULT_MODEL

    def test_one_that_kills_the_engine_is_not_tried_again(
        self, models: Models, fake: FakeEngine
    ) -> None:
        models.open("/models/too-large")
        fake.take(m.OpenModel)
        fake.die(KILLED)
        assert models.take_lost() == " too-large was being read and is not open."
        assert models.take_lost() == ""
        fake.state = EngineState.READY
        models.open_wanted()
        (request,) = fake.take(m.OpenModel)
        assert request.model.folder == DEFAULT_MODEL
        fake.die(KILLED)
        assert models.take_lost() == ""

    def test_on_another_machine_only_what_ships_is_there(
        self, models: Models, fake: FakeEngine
    ) -> None:
        models.open(OTHER)
        fake.received.emit(opened(*fake.take(m.OpenModel)))
        models.move()
        models.open_wanted()
        (request,) = fake.take(m.OpenModel)
        assert request.model.folder == DEFAULT_MODEL

    def test_a_folder_that_is_none_is_refused(self, models: Models, fake: FakeEngine) -> None:
        spy = QSignalSpy(models.failed)
        models.open("/nowhere")
        (request,) = fake.take(m.OpenModel)
        fake.received.emit(m.Failed(request.id, "/nowhere has no config.json."))
        assert "config.json" in spy.at(0)[0]
        assert not fake.take(m.OpenModel)
        assert models.folder == DEFAULT_MODEL


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("@stories-small", "stories-small"),
        ("/home/me/my model/", "my model"),
        ("C:\\models\\mine", "mine"),
        ("/h/models--google--bert/snapshots/01", "google/bert"),
    ],
)
def test_a_folder_of_any_machine_has_a_name(folder: str, name: str) -> None:
    assert spoken(folder) == name


class TestQuestions:
    @pytest.fixture
    def questions(self, fake: FakeEngine) -> Questions:
        return Questions(fake)

    def test_each_pick_is_another_one(self, questions: Questions, fake: FakeEngine) -> None:
        for _ in range(3):
            questions.pick_sentence("stories")
        assert [pick.seed for pick in fake.take(m.PickSentence)] == [0, 1, 2]

    def test_the_newest_question_is_answered(self, questions: Questions, fake: FakeEngine) -> None:
        spy = QSignalSpy(questions.sentence)
        questions.pick_sentence("stories")
        questions.pick_sentence("stories")
        for pick in fake.take(m.PickSentence):
            fake.received.emit(m.Sentence(pick.id, f"Sentence {pick.seed}."))
        assert [spy.at(i)[0] for i in range(spy.count())] == ["Sentence 1."]

    def test_what_can_not_be_answered_is_said(self, questions: Questions, fake: FakeEngine) -> None:
        spy = QSignalSpy(questions.failed)
        questions.map_vocabulary(m.ModelRef("gone"))
        (question,) = fake.take(m.MapVocabulary)
        fake.received.emit(m.Failed(question.id, "There is no such folder."))
        fake.received.emit(m.Failed(question.id + 100, "Of someone else."))
        assert [spy.at(i)[0] for i in range(spy.count())] == ["There is no such folder."]

    def test_a_map_is_waited_for_no_longer_than_the_engine_lives(
        self, questions: Questions, fake: FakeEngine
    ) -> None:
        spy = QSignalSpy(questions.mapped)
        questions.map_vocabulary(m.ModelRef("model"))
        fake.die(KILLED)
        assert [spy.at(i)[0] for i in range(spy.count())] == [None]

    def test_without_an_engine_a_pick_says_so(self, questions: Questions, fake: FakeEngine) -> None:
        spy = QSignalSpy(questions.failed)
        fake.state = EngineState.STARTING
        questions.pick_sentence("stories")
        assert "wait a moment" in spy.at(0)[0]
