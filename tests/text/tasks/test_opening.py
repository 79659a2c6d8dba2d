"""Labelled data of all kinds: what is told by it, and what is said where it can't be used."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope import places
from bertscope.errors import TaskError
from bertscope.task import BUILT_IN_TASKS, Columns, Kind, Metric, Task
from bertscope.text.tasks.examples import GoldAnswer, TaskData
from bertscope.text.tasks.opening import open_task

TONES = [
    f"So {word} {number}\t{tone}"
    for number in range(20)
    for word, tone in [("good", "up"), ("bad", "down")]
]
HEAD = "sentence\tlabel"


def _write(path: Path, *lines: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _texts(data: TaskData) -> set[str]:
    return {example.a for example in data.train}


def test_a_table_alone_is_parted_by_the_seed(tmp_path: Path) -> None:
    task = Task(data=str(_write(tmp_path / "tones.tsv", HEAD, *TONES)))
    data = open_task(task)
    assert (data.name, data.kind, data.labels) == ("tones", Kind.CLASSIFICATION, ("down", "up"))
    assert data.metrics == (Metric.ACCURACY,)
    assert (len(data.train), len(data.dev), len(data.test)) == (36, 4, 0)
    assert data.columns == Columns(a="sentence", label="label")
    assert data.available == ("sentence", "label")
    assert data.notes == ("Training examples that are held out to measure on: 4.",)
    assert not _texts(data) & {example.a for example in data.dev}
    assert open_task(task, seed=0) == data
    assert _texts(open_task(task, seed=1)) != _texts(data)


def test_a_folder_has_its_parts_and_a_chosen_dev_file_comes_first(tmp_path: Path) -> None:
    folder = tmp_path / "tones"
    _write(folder / "train.tsv", HEAD, *TONES[:30])
    _write(folder / "validation.csv", "text,label", '"So good, so far",up')
    _write(folder / "test.jsonl", '{"sentence": "So it is", "label": null}')
    _write(folder / "README.txt", "Not this.")
    data = open_task(Task(data=str(folder), columns=Columns()))
    assert (data.name, len(data.train), len(data.test)) == ("tones", 30, 1)
    assert data.notes == ("The test part has no labels: it can be answered, but not measured.",)
    other = _write(tmp_path / "other.tsv", HEAD, TONES[30])
    assert [e.a for e in open_task(Task(data=str(folder), dev=str(other))).dev] == ["So good 15"]


def test_parts_without_a_header_have_the_same_columns(tmp_path: Path) -> None:
    _write(tmp_path / "tones" / "train.tsv", *TONES)
    _write(tmp_path / "tones" / "dev.tsv", "Such as this\tup", "Such as that\tdown")
    _write(tmp_path / "tones" / "test.tsv", "So it is", "So it was")
    data = open_task(Task(data=str(tmp_path / "tones")))
    assert (data.columns, data.available) == (Columns(a="1", label="2"), ("1", "2"))
    assert [example.label for example in data.dev] == [1, 0]
    assert [(example.a, example.label) for example in data.test] == [
        ("So it is", -1),
        ("So it was", -1),
    ]


def test_parts_may_hold_the_same_columns_under_other_names(tmp_path: Path) -> None:
    train = _write(tmp_path / "train.tsv", HEAD, *TONES)
    dev = _write(tmp_path / "dev.csv", "text,class", '"So good, so far",up')
    [example] = open_task(Task(data=str(train), dev=str(dev))).dev
    assert (example.a, example.label, example.line) == ("So good, so far", 1, 2)


@pytest.mark.parametrize(
    ("labels", "kind", "names"),
    [
        (["up", "down"], Kind.CLASSIFICATION, ("down", "up")),
        (["10", "9", "1"], Kind.CLASSIFICATION, ("1", "9", "10")),
        (["1.0", "0.0"], Kind.CLASSIFICATION, ("0.0", "1.0")),
        (["0.5", "1"], Kind.REGRESSION, ()),
        ([str(number) for number in range(40)], Kind.REGRESSION, ()),
    ],
)
def test_labels_tell_the_kind(
    tmp_path: Path, labels: list[str], kind: Kind, names: tuple[str, ...]
) -> None:
    rows = [f"Text {number}\t{labels[number % len(labels)]}" for number in range(40)]
    data = open_task(Task(data=str(_write(tmp_path / "a.tsv", HEAD, *rows))))
    assert (data.kind, data.labels) == (kind, names)
    example = data.train[0]
    number = int(example.a.split()[1])
    if kind is Kind.REGRESSION:
        assert example.value == float(labels[number % len(labels)])
        assert data.metrics == (Metric.PEARSON, Metric.SPEARMAN)
    else:
        assert names[example.label] == labels[number % len(labels)]
        assert math.isnan(example.value)


def test_a_kind_that_is_chosen_is_kept(tmp_path: Path) -> None:
    rows = [f"Text {number}\t{number % 5}" for number in range(20)]
    path = _write(tmp_path / "a.tsv", HEAD, *rows)
    assert open_task(Task(data=str(path))).labels == ("0", "1", "2", "3", "4")
    assert open_task(Task(data=str(path), kind=Kind.REGRESSION)).train[1].value == 1.0


def test_classes_that_are_chosen_keep_their_order(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.tsv", HEAD, *TONES)
    data = open_task(Task(data=str(path), labels=("up", "level", "down")))
    assert data.labels == ("up", "level", "down")
    assert {example.label for example in data.train} == {0, 2}


@pytest.mark.parametrize("suffix", [".tsv", ".csv", ".jsonl"])
def test_questions_may_be_written_by_hand(tmp_path: Path, suffix: str) -> None:
    rows = [
        ("Who ran?", "One day Tom ran.", "Tom"),
        ("Who slept?", "One day Tom ran.", ""),
        ("Who came?", "Then Ann came.", "Ann"),
    ]
    keys = ("question", "passage", "answer")
    if suffix == ".jsonl":
        lines = [json.dumps(dict(zip(keys, row, strict=True))) for row in rows]
    else:
        lines = [("\t" if suffix == ".tsv" else ",").join(row) for row in [keys, *rows]]
    path = _write(tmp_path / f"a{suffix}", *lines)
    data = open_task(Task(data=str(path), dev=str(path)))
    assert data.kind is Kind.QA
    assert [example.answers for example in data.train] == [
        (GoldAnswer(8, "Tom"),),
        (),
        (GoldAnswer(5, "Ann"),),
    ]
    assert [example.is_labelled(Kind.QA) for example in data.train] == [True] * 3
    # Questions on the passage that is held out are not trained on.
    data = open_task(Task(data=str(path)))
    assert len({example.b for example in data.train + data.dev}) == 2
    assert not {example.b for example in data.train} & {example.b for example in data.dev}


def test_yes_and_no_to_questions_are_classes(tmp_path: Path) -> None:
    rows = [f"Is it {number}?\tIt may be.\t{number % 2 == 0}" for number in range(10)]
    path = _write(tmp_path / "a.tsv", "question\tpassage\tanswer", *rows)
    data = open_task(Task(data=str(path)))
    assert (data.kind, data.labels) == (Kind.CLASSIFICATION, ("False", "True"))
    assert data.train[0].b == "It may be."


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([HEAD], "no row that can be used"),
        ([HEAD, *["So good\tup"] * 5], "All labels of .* are 'up': choose data with at least two"),
        ([HEAD, "So good\tup", "So bad\tdown"], "too few examples to hold some out"),
        (["sentence\tscore", *[f"Text {i}\t0.5" for i in range(9)]], "All labels of .* are '0.5'"),
        (["sentence\tgenre", *TONES], "'sentence', 'genre', and none is called 'label': choose"),
        ([HEAD, *TONES, "\tup"], "line 42: no text"),
        ([HEAD, *TONES, "So\t "], "line 42: no label"),
        ([HEAD, *TONES, "So\t" + "long " * 50], "line 42: the label 'long .*…' is longer than 200"),
        ([HEAD, *TONES, "So " * 400_000 + "\tup"], "line 42: a text of 1,200,000 characters"),
        ([HEAD, *[f"Text {i}\tclass {i}" for i in range(50)]], "50 different labels in 50 rows"),
    ],
)
def test_what_nothing_can_be_learned_from_is_said(
    tmp_path: Path, lines: list[str], words: str
) -> None:
    with pytest.raises(TaskError, match=words):
        open_task(Task(data=str(_write(tmp_path / "a.tsv", *lines))))


@pytest.mark.parametrize(
    ("task", "words"),
    [
        ({"kind": Kind.REGRESSION}, "No label of .* is a number, such as 'up': choose classific"),
        ({"kind": Kind.QA}, "but question answering needs a question, a passage and an answer"),
        (
            {"labels": ("up", "level")},
            r"^20 rows can't be read. a.tsv, line 3: the label 'down' is",
        ),
        ({"columns": Columns(label="tone")}, "has no column 'tone', but 'sentence', 'label'"),
    ],
)
def test_what_the_data_is_not_is_said(tmp_path: Path, task: dict[str, Any], words: str) -> None:
    path = _write(tmp_path / "a.tsv", HEAD, *TONES)
    with pytest.raises(TaskError, match=words):
        open_task(Task(data=str(path), **task))


def test_a_class_that_the_training_data_lacks_is_malformed(tmp_path: Path) -> None:
    train = _write(tmp_path / "train.tsv", HEAD, *TONES)
    dev = _write(tmp_path / "dev.tsv", HEAD, TONES[0], "So so\tlevel")
    task = Task(data=str(train), dev=str(dev))
    words = r"dev.tsv, line 3: the label 'level' is none of 'down', 'up'\. .* skip malformed"
    with pytest.raises(TaskError, match=words):
        open_task(task)
    data = open_task(Task(data=str(train), dev=str(dev), skip_malformed=True))
    assert len(data.dev) == 1
    assert data.notes[0] == "Malformed rows that are left out: 1."


def test_numbers_that_are_none_are_malformed(tmp_path: Path) -> None:
    rows = [f"Text {number}\t{number / 10}" for number in range(20)]
    path = _write(tmp_path / "a.tsv", "sentence\tscore", *rows, "A\tnan", "B\t-inf", "C\ttwo")
    with pytest.raises(TaskError, match=r"^3 rows .* line 22: .*'nan' is no number; .*'-inf'"):
        open_task(Task(data=str(path), kind=Kind.REGRESSION))


def test_rows_that_are_left_out_are_told_up_to_a_hundred(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.tsv", HEAD, *TONES, *["broken"] * 150)
    with pytest.raises(TaskError, match=r"^150 rows can't be read\. .*; and 147 more\. Correct"):
        open_task(Task(data=str(path)))
    data = open_task(Task(data=str(path), skip_malformed=True))
    assert len(data.train) + len(data.dev) == 40
    assert len(data.problems) == 101
    assert data.problems[-1] == "50 more rows can't be read."


@pytest.mark.parametrize("name", ["story.txt", "paper.pdf", "table.xlsx", "data"])
def test_a_file_of_another_format_is_said(tmp_path: Path, name: str) -> None:
    path = _write(tmp_path / name, "Once upon a time.")
    with pytest.raises(TaskError, match=r"can't hold labelled data: choose a .tsv, .csv or .jsonl"):
        open_task(Task(data=str(path)))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("", "no labelled data: choose a .tsv"),
        (
            "feeling",
            "no labelled data 'feeling': choose 'feelings', 'follows', 'who-what-where', a",
        ),
        ("there/is/none.tsv", "no file there/is/none.tsv"),
        ("x" * 5_000, "can't be read|no labelled data"),
        ("a\0b", "no labelled data"),
    ],
)
def test_what_is_not_there_is_said(data: str, words: str) -> None:
    with pytest.raises(TaskError, match=words):
        open_task(Task(data=data))


def test_a_folder_without_training_data_is_said(tmp_path: Path) -> None:
    for name in ("dev.tsv", "test.tsv"):
        _write(tmp_path / "tones" / name, HEAD, *TONES)
    with pytest.raises(TaskError, match=r"no training data in .*tones: choose a folder"):
        open_task(Task(data=str(tmp_path / "tones")))


@pytest.mark.parametrize("name", BUILT_IN_TASKS)
def test_what_ships_is_found_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "tasks").mkdir()
    for part in ("train", "dev", "test"):
        _write(tmp_path / "tasks" / name / f"{part}.tsv", HEAD, *TONES)
    monkeypatch.setattr(places, "resources", lambda: tmp_path)
    data = open_task(Task(data=name))
    assert data.name == BUILT_IN_TASKS[name]
    assert len(data.train) == len(data.dev) == len(data.test) == 40


WORDS = ["sentence", "label", "question", "passage", "answer", "a", "0", "1.5", "nan", "é", " "]
SIGNS = ["\t", "\t", ",", '"', "\n", "\n", "\r", "[", "]", "{", "}", "\ufeff"]
PIECES = st.sampled_from([*WORDS, *SIGNS, '{"text": "a", "label": 1}\n'])
RAW = st.binary(max_size=200) | st.lists(PIECES, max_size=60).map(
    lambda all_: "".join(all_).encode()
)
SUFFIXES = st.sampled_from([".tsv", ".csv", ".jsonl", ".json", ".tsv.gz"])
KINDS = st.none() | st.sampled_from(Kind)


@given(RAW, SUFFIXES, KINDS, st.booleans())
def test_any_bytes_give_data_or_an_error_of_ours(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes, suffix: str, kind: Kind | None, skip: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(raw)
    try:
        data = open_task(Task(data=str(path), kind=kind, skip_malformed=skip))
    except TaskError:
        return
    assert data.train
    assert data.dev
    assert all(example.is_labelled(data.kind) for example in data.train + data.dev)
    assert all(example.a.strip() for example in data.train)
