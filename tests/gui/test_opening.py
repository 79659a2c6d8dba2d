"""Which model is open, and what is asked beside looks."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy

from bertscope.gui.engine_process import EngineState, ProcessOutcome
from bertscope.gui.opening import Models
from bertscope.gui.questions import Questions
from bertscope.gui.session_file import FILE_FORMAT, SessionFile
from bertscope.gui.state import SessionState
from bertscope.places import default_model
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, info

KILLED = ProcessOutcome(crashed=True, code=9, expected=False)


@pytest.fixture
def models(fake: FakeEngine) -> Models:
    return Models(fake, default_model())


def copied(tmp_path: Path, name: str) -> Path:
    return Path(shutil.copytree(default_model(), tmp_path / name))


class TestModels:
    def test_one_takes_the_others_place_once_it_is_read(
        self, models: Models, fake: FakeEngine, tmp_path: Path
    ) -> None:
        spy, other = QSignalSpy(models.opened), copied(tmp_path, "other")
        file = SessionFile(FILE_FORMAT, SessionState())
        models.open(other, file)
        assert models.folder == default_model()
        assert models.is_reading
        (request,) = fake.take(m.OpenModel)
        fake.received.emit(m.ModelOpened(request.id, info(request.model)))
        assert (models.folder, models.is_reading) == (other, False)
        assert spy.at(0)[0].file is file

    def test_one_that_is_wanted_early_is_opened_when_the_engine_is_there(
        self, models: Models, fake: FakeEngine, tmp_path: Path
    ) -> None:
        fake.state = EngineState.STARTING
        models.open(copied(tmp_path, "other"))
        fake.state = EngineState.READY
        models.open_wanted()
        (request,) = fake.take(m.OpenModel)
        assert request.model.folder == str(tmp_path / "other")

    def test_one_that_kills_the_engine_is_not_tried_again(
        self, models: Models, fake: FakeEngine, tmp_path: Path
    ) -> None:
        models.open(copied(tmp_path, "too-large"))
        fake.take(m.OpenModel)
        fake.die(KILLED)
        assert models.take_lost() == " too-large was being read and is not open."
        assert models.take_lost() == ""
        fake.state = EngineState.READY
        models.open_wanted()
        (request,) = fake.take(m.OpenModel)
        assert request.model.folder == str(default_model())
        fake.die(KILLED)
        assert models.take_lost() == ""

    def test_a_folder_that_is_none_is_refused(self, models: Models, tmp_path: Path) -> None:
        spy = QSignalSpy(models.failed)
        models.open(tmp_path)
        assert "config.json" in spy.at(0)[0]


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
