"""Files for a model that is fine-tuned already."""

import json
import math
from pathlib import Path

import pytest

from bertscope.errors import TaskError
from bertscope.task import Columns, Kind
from bertscope.text.tasks.examples import Example
from bertscope.text.tasks.inputs import open_inputs

TONES = ("down", "up")


def _read(
    path: Path,
    raw: str,
    kind: Kind = Kind.CLASSIFICATION,
    labels: tuple[str, ...] = TONES,
    *,
    columns: Columns = Columns(),  # noqa: B008
    skip: bool = False,
    labelled: bool | None = None,
) -> list[Example]:
    path.write_text(raw, "utf-8")
    return open_inputs(path, kind, columns, labels, skip_malformed=skip, labelled=labelled).test


@pytest.mark.parametrize(
    ("raw", "want"),
    [
        ("So good\nSo bad\n", [("So good", "", -1), ("So bad", "", -1)]),
        ("sentence\nSo good\n", [("So good", "", -1)]),
        ("So good\tup\nSo bad\tdown\n", [("So good", "", 1), ("So bad", "", 0)]),
        ("up\tSo good\ndown\tSo bad\n", [("So good", "", 1), ("So bad", "", 0)]),
        ("text\tlabel\nSo good\tup\nSo so\t\n", [("So good", "", 1), ("So so", "", -1)]),
        (
            "It rains\tIt is wet\nIt rains\tIt is dry\n",
            [("It rains", "It is wet", -1), ("It rains", "It is dry", -1)],
        ),
        ("index\tsentence1\tsentence2\n7\tIt rains\tIt is wet\n", [("It rains", "It is wet", -1)]),
    ],
)
def test_labels_are_read_where_there_are_some(
    tmp_path: Path, raw: str, want: list[tuple[str, str, int]]
) -> None:
    read = _read(tmp_path / "a.tsv", raw)
    assert [(example.a, example.b, example.label) for example in read] == want


def test_a_row_keeps_its_line_and_its_name(tmp_path: Path) -> None:
    raw = "id\tsentence\nx1\tSo good\n\nx2\tSo bad\n"
    read = _read(tmp_path / "a.tsv", raw)
    assert [(example.id, example.line) for example in read] == [("x1", 2), ("x2", 4)]


@pytest.mark.parametrize(
    ("labels", "word", "place"),
    [
        (("NEGATIVE", "POSITIVE"), "positive", 1),
        (("negative", "positive"), "Positive", 1),
        (("LABEL_0", "LABEL_1"), "1", 1),
        (("1", "0"), "1", 0),
        (("a", "A"), "A", 1),
    ],
)
def test_a_class_is_known_by_other_names(
    tmp_path: Path, labels: tuple[str, ...], word: str, place: int
) -> None:
    [example] = _read(tmp_path / "a.tsv", f"text\tlabel\nSo it is\t{word}\n", labels=labels)
    assert example.label == place


def test_a_file_of_glue_speaks_of_the_classes_by_number(tmp_path: Path) -> None:
    (tmp_path / "SST-2").mkdir()
    raw = "sentence\tlabel\na fine film\t1\n"
    [example] = _read(tmp_path / "SST-2" / "dev.tsv", raw, labels=("positive", "negative"))
    assert example.label == 0


def test_a_class_that_the_model_lacks_is_said(tmp_path: Path) -> None:
    raw = "text\tlabel\nSo so\tlevel\nSo good\tup\n"
    with pytest.raises(
        TaskError, match=r"a.tsv, line 2: the label 'level' is none of 'down', 'up'"
    ):
        _read(tmp_path / "a.tsv", raw)
    assert len(_read(tmp_path / "a.tsv", raw, skip=True)) == 1
    assert [e.label for e in _read(tmp_path / "a.tsv", raw, labelled=False)] == [-1, -1]


def test_labels_may_be_needed(tmp_path: Path) -> None:
    with pytest.raises(TaskError, match="none is called 'label'"):
        _read(tmp_path / "a.tsv", "sentence\nSo good\n", labelled=True)
    with pytest.raises(TaskError, match="line 3: no label"):
        _read(tmp_path / "a.tsv", "sentence\tlabel\nSo good\tup\nSo bad\t\n", labelled=True)


def test_numbers_are_read_for_a_regression(tmp_path: Path) -> None:
    raw = "a\tb\tscore\nIt rains\tIt is wet\t4.5\nIt rains\tIt is dry\t\n"
    first, second = _read(tmp_path / "a.tsv", raw, Kind.REGRESSION, ())
    assert first.value == 4.5
    assert math.isnan(second.value)
    pair = _read(
        tmp_path / "b.tsv", "It rains\tIt is wet\nIt rains\tIt is dry\n", Kind.REGRESSION, ()
    )
    assert [example.b for example in pair] == ["It is wet", "It is dry"]


def test_questions_need_a_passage(tmp_path: Path) -> None:
    [example] = _read(tmp_path / "a.tsv", "Who ran?\tTom ran.\n", Kind.QA, ())
    assert (example.a, example.b, example.is_labelled(Kind.QA)) == ("Who ran?", "Tom ran.", False)
    with pytest.raises(TaskError, match="needs a question, a passage and an answer"):
        _read(tmp_path / "a.tsv", "question\nWho ran?\n", Kind.QA, ())
    with pytest.raises(TaskError, match="line 2: no passage"):
        _read(tmp_path / "a.tsv", "question\tpassage\nWho ran?\t\n", Kind.QA, ())


def test_questions_in_the_form_of_squad_may_lack_answers(tmp_path: Path) -> None:
    asked = {"context": "Tom ran.", "qas": [{"id": "q1", "question": "Who ran?"}]}
    raw = json.dumps({"data": [{"paragraphs": [asked]}]})
    [example] = _read(tmp_path / "a.json", raw, Kind.QA, ())
    assert (example.id, example.is_labelled(Kind.QA)) == ("q1", False)
    with pytest.raises(TaskError, match="question q1: no answers"):
        _read(tmp_path / "a.json", raw, Kind.QA, (), labelled=True)
    with pytest.raises(TaskError, match="for question answering"):
        _read(tmp_path / "a.json", raw)


def test_columns_are_chosen(tmp_path: Path) -> None:
    raw = "one,two,three\nSo good,So bad,up\n"
    columns = Columns(a="two", label="three")
    [example] = _read(tmp_path / "a.csv", raw, columns=columns)
    assert (example.a, example.b, example.label) == ("So bad", "", 1)


@pytest.mark.parametrize(("name", "words"), [("a.txt", "can't hold"), (".", "There is no file")])
def test_what_is_no_such_file_is_said(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "a.txt").write_text("So good\n", "utf-8")
    with pytest.raises(TaskError, match=words):
        open_inputs(tmp_path / name, Kind.QA, Columns(), (), skip_malformed=False)
