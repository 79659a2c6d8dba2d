"""Question answering data in the form of SQuAD."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.errors import TaskError
from bertscope.task import Kind, Metric, Task
from bertscope.text.tasks import squad
from bertscope.text.tasks.examples import GoldAnswer
from bertscope.text.tasks.opening import open_task
from bertscope.text.tasks.problems import Problems
from bertscope.text.tasks.squad import read_squad

PASSAGE = "Tom’s dog ran home. Tom was glad."


def _asked(name: str, start: int | None, text: str = "Tom", **more: Any) -> dict[str, Any]:
    answers = [] if start is None else [{"text": text, "answer_start": start}]
    return {"id": name, "question": f"Who is {name}?", "answers": answers, **more}


def _write(path: Path, *questions: Any, version: str = "v2.0", passage: Any = PASSAGE) -> Path:
    paragraphs = [{"context": passage, "qas": list(questions)}]
    content = {"version": version, "data": [{"title": "Tom", "paragraphs": paragraphs}]}
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return path


def test_answers_of_the_first_version(tmp_path: Path) -> None:
    question = _asked("q1", 0)
    question["answers"].append({"text": "Tom’s dog", "answer_start": 0})
    path = _write(tmp_path / "dev-v1.1.json", question, _asked("q2", 20), version="1.1")
    first, second = read_squad(path, Problems(), labelled=True).drafts
    assert (first.a, first.b, first.id) == ("Who is q1?", PASSAGE, "q1")
    assert first.answers == (GoldAnswer(0, "Tom"), GoldAnswer(0, "Tom’s dog"))
    assert second.answers == (GoldAnswer(20, "Tom"),)
    assert first.b is second.b, "Questions on one passage share its text."


def test_questions_without_an_answer_of_the_second(tmp_path: Path) -> None:
    plausible: dict[str, Any] = {"plausible_answers": [{"text": "Tom", "answer_start": 0}]}
    path = _write(
        tmp_path / "train-v2.0.json",
        _asked("q1", 0, is_impossible=False),
        _asked("q2", None, is_impossible=True, **plausible),
        _asked("q3", None),
    )
    data = open_task(Task(data=str(path), dev=str(path)))
    assert data.kind is Kind.QA
    assert data.labels == ()
    assert data.metrics == (Metric.ANSWER_F1, Metric.EXACT_MATCH)
    assert [len(example.answers) for example in data.train] == [1, 0, 0]
    assert all(example.is_labelled(Kind.QA) for example in data.train)


@pytest.mark.parametrize("start", [-30, -1, 1, 33, 10**9, 10**30])
def test_an_answer_elsewhere_is_named_by_its_question(tmp_path: Path, start: int) -> None:
    path = _write(tmp_path / "a.json", _asked("q1", 0), _asked("q2", start), _asked("q3", 20))
    problems = Problems()
    kept = read_squad(path, problems, labelled=True).drafts
    assert [draft.id for draft in kept] == ["q1", "q3"]
    assert len(problems.told()) == 1
    if start < 10**20:  # Beyond it is no number that a place can have.
        assert problems.told()[0] == (
            "a.json, question q2: the answer 'Tom' isn't in the passage at its answer_start."
        )


def test_malformed_questions_are_an_error_unless_they_are_skipped(tmp_path: Path) -> None:
    wrong = [_asked(f"w{number}", 5) for number in range(15)]
    path = _write(tmp_path / "a.json", _asked("q1", 0), *wrong, _asked("q2", 0))
    words = (
        r"^15 rows .* question w0: .*; .* question w1: .*; .* question w2: .*; and 12 more\. .*skip"
    )
    with pytest.raises(TaskError, match=words):
        open_task(Task(data=str(path)))
    data = open_task(Task(data=str(path), skip_malformed=True))
    assert len(data.train) + len(data.dev) == 2
    assert len(data.problems) == 15


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who?", "passage 1, question 2: no question with an id and answers"),
        ({"id": "w", "answers": []}, "passage 1, question 2: no question"),
        ({"id": "w", "question": "Who?"}, "question w: no answers"),
        (_asked("w", 0, ""), "question w: the answer '' isn't in the passage"),
        ({"id": 7, "question": "Who?", "answers": [{"text": "Tom"}]}, "no question with an id"),
    ],
)
def test_each_malformed_question_is_said(tmp_path: Path, question: Any, words: str) -> None:
    path = _write(tmp_path / "a.json", _asked("q1", 0), question)
    with pytest.raises(TaskError, match=words):
        open_task(Task(data=str(path)))


@pytest.mark.parametrize("passage", ["", " ", None, 3, "word " * 250_000])
def test_a_passage_that_is_none_or_endless_is_named(tmp_path: Path, passage: Any) -> None:
    path = _write(tmp_path / "a.json", _asked("q1", 0), passage=passage)
    with pytest.raises(TaskError, match=r"a.json, passage 1: "):
        open_task(Task(data=str(path)))


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"[]", b'{"data": {}}', b'{"data": [1]}', b"[" * 100_000, b'{"a": 1}\n{"a": 2}\n'],
)
def test_other_json_is_no_such_data(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(raw)
    with pytest.raises(TaskError, match="no question answering data as SQuAD's: choose one"):
        open_task(Task(data=str(path)))


def test_a_file_without_end_is_not_read_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(squad, "_LONGEST_FILE", 100_000)
    packed = tmp_path / "a.json.gz"
    packed.write_bytes(gzip.compress(b" " * 50_000_000))
    with pytest.raises(TaskError, match="longer than 100,000 characters: choose a smaller one"):
        open_task(Task(data=str(packed)))


def test_it_is_no_classification(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.json", _asked("q1", 0))
    with pytest.raises(TaskError, match=r"for question answering, as all .json files: choose that"):
        open_task(Task(data=str(path), kind=Kind.CLASSIFICATION))
    table = tmp_path / "a.tsv"
    table.write_text("text\tlabel\nOne.\ta\nTwo.\tb\n", "utf-8")
    with pytest.raises(TaskError, match="for question answering"):
        open_task(Task(data=str(table), dev=str(path)))


def test_a_packed_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.json", _asked("q1", 0), _asked("q2", 20))
    packed = tmp_path / "b.json.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    plain, again = (read_squad(file, Problems(), labelled=True).drafts for file in (path, packed))
    assert plain == again


def test_a_folder_holds_one_version(tmp_path: Path) -> None:
    for name in ("train-v2.0.json", "dev-v2.0.json"):
        _write(tmp_path / name, _asked("q1", 0))
    data = open_task(Task(data=str(tmp_path)))
    assert (len(data.train), len(data.dev)) == (1, 1)
    assert data.notes == ("Dev examples that are in the training data too: 1 of 1.",)
    _write(tmp_path / "train-v1.1.json", _asked("q1", 0))
    with pytest.raises(TaskError, match=r"both train-v1.1.json and train-v2.0.json: choose one"):
        open_task(Task(data=str(tmp_path)))


KEYS = ["data", "paragraphs", "context", "qas", "question", "id", "answers", "text"]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from([PASSAGE, "Tom"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*KEYS, "answer_start", "is_impossible"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(st.lists(VALUES, max_size=3), st.sampled_from(["data", "paragraphs", "qas", "answers"]))
def test_any_json_gives_data_or_an_error_of_ours(
    tmp_path_factory: pytest.TempPathFactory, values: list[Any], at: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.json"
    question = _asked("q1", 0)
    if at == "answers":
        question["answers"] = values
    _write(path, question, _asked("q2", 20), *(values if at == "qas" else []))
    content = json.loads(path.read_text("utf-8"))
    if at == "data":
        content["data"] = values
    if at == "paragraphs":
        content["data"][0]["paragraphs"] += values
    path.write_text(json.dumps(content), "utf-8")
    for skip in (False, True):
        try:
            data = open_task(Task(data=str(path), skip_malformed=skip))
        except TaskError:
            continue
        for example in data.train + data.dev:
            for answer in example.answers:
                assert example.b[answer.start :].startswith(answer.text)
