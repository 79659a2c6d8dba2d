"""The nine tasks of GLUE, in small files of our own that have their form."""

from pathlib import Path
from typing import Any

import pytest

from bertscope.errors import TaskError
from bertscope.task import Columns, Kind, Metric, Task
from bertscope.text.tasks.opening import open_task
from bertscope.text.tasks.parts import Parts, find_parts

BOM = "\ufeff"
MNLI_HEAD = (
    "index\tpromptID\tpairID\tgenre\tsentence1_binary_parse\tsentence2_binary_parse\t"
    "sentence1_parse\tsentence2_parse\tsentence1\tsentence2\t"
)
MNLI_ROW = '0\t1\t1e\tfiction\t( a )\t( b )\t(ROOT a)\t(ROOT b)\tThe dog "ran.\tIt moved.\t'

# The train part, the header of the test part, and what the first example is to be.
FORMS = {
    "CoLA": (
        ["gj04\t1\t\tOur friends left.", "gj04\t0\t*\tOur friends leaves.", "c13\t1\t\tHe ran."],
        "index\tsentence",
        ("Our friends left.", "", 1),
    ),
    "SST-2": (
        ["sentence\tlabel", "a fine film \t1", 'a "dull one \t0'],
        "index\tsentence",
        ("a fine film ", "", 1),
    ),
    "MRPC": (
        [
            f"{BOM}Quality\t#1 ID\t#2 ID\t#1 String\t#2 String",
            '1\t70\t71\tHe said "no.\tHe refused.',
            "0\t72\t73\tShe left.\tShe came.",
        ],
        f"{BOM}index\t#1 ID\t#2 ID\t#1 String\t#2 String",
        ('He said "no.', "He refused.", 1),
    ),
    "STS-B": (
        [
            "index\tgenre\tfilename\tyear\told_index\tsource1\tsource2\tsentence1\tsentence2\tscore",
            "0\tmain\tM\t2012\t1\tnone\tnone\tA plane lands.\tA plane is landing.\t5.000",
            "1\tmain\tM\t2012\t4\tnone\tnone\tA man cooks.\tA dog barks.\t0.250",
        ],
        "index\tgenre\tfilename\tyear\told_index\tsource1\tsource2\tsentence1\tsentence2",
        ("A plane lands.", "A plane is landing.", 5.0),
    ),
    "QQP": (
        [
            "id\tqid1\tqid2\tquestion1\tquestion2\tis_duplicate",
            "7\t1\t2\tHow old is he?\tWhat is his age?\t1",
            "8\t3\t4\tWho is he?\tWhere is she?\t0",
        ],
        "id\tquestion1\tquestion2",
        ("How old is he?", "What is his age?", 1),
    ),
    "MNLI": (
        [
            MNLI_HEAD + "label1\tgold_label",
            MNLI_ROW + "entailment\tentailment",
            MNLI_ROW + "neutral\tneutral",
            MNLI_ROW + "contradiction\tcontradiction",
        ],
        MNLI_HEAD.rstrip("\t"),
        ('The dog "ran.', "It moved.", 0),
    ),
    "QNLI": (
        [
            "index\tquestion\tsentence\tlabel",
            "0\tWho ran?\tTom ran.\tentailment",
            "1\tWho ran?\tIt rained.\tnot_entailment",
        ],
        "index\tquestion\tsentence",
        ("Who ran?", "Tom ran.", 0),
    ),
    "RTE": (
        [
            "index\tsentence1\tsentence2\tlabel",
            "0\tTom ran.\tTom moved.\tentailment",
            "1\tTom ran.\tTom slept.\tnot_entailment",
        ],
        "index\tsentence1\tsentence2",
        ("Tom ran.", "Tom moved.", 0),
    ),
    "WNLI": (
        [
            "index\tsentence1\tsentence2\tlabel",
            "0\tThe pin hit it; it popped.\tThe pin popped.\t0",
            "1\tThe pin hit it; it popped.\tIt popped.\t1",
        ],
        "index\tsentence1\tsentence2",
        ("The pin hit it; it popped.", "The pin popped.", 0),
    ),
}
METRICS = {
    "CoLA": (Metric.MATTHEWS,),
    "MRPC": (Metric.F1, Metric.ACCURACY),
    "QQP": (Metric.F1, Metric.ACCURACY),
    "STS-B": (Metric.PEARSON, Metric.SPEARMAN),
}
LABELS = {
    "CoLA": ("unacceptable", "acceptable"),
    "SST-2": ("negative", "positive"),
    "MRPC": ("not_equivalent", "equivalent"),
    "STS-B": (),
    "QQP": ("not_duplicate", "duplicate"),
    "MNLI": ("entailment", "neutral", "contradiction"),
    "QNLI": ("entailment", "not_entailment"),
    "RTE": ("entailment", "not_entailment"),
    "WNLI": ("not_entailment", "entailment"),
}


def _write(folder: Path, title: str) -> Path:
    """A folder as it is unpacked: train, dev and test, of MNLI two of the latter each."""
    train, head, _ = FORMS[title]
    lines = {"train": train, "test": [head, "\t".join(["x y"] * (head.count("\t") + 1))]}
    if title == "MNLI":
        head = MNLI_HEAD + "label1\tlabel2\tlabel3\tlabel4\tlabel5\tgold_label"
        dev = [head, MNLI_ROW + "neutral\tneutral\tneutral\tneutral\tentailment\tneutral"]
        lines |= {"dev_matched": dev, "dev_mismatched": [*dev, dev[1]]}
        lines |= {"test_matched": lines["test"], "test_mismatched": lines.pop("test")}
    else:
        lines["dev"] = train
    folder.mkdir()
    for name, content in lines.items():
        (folder / f"{name}.tsv").write_text("\n".join(content) + "\n", "utf-8")
    return folder


@pytest.mark.parametrize("title", FORMS)
def test_a_folder_is_read_as_it_is(tmp_path: Path, title: str) -> None:
    data = open_task(Task(data=str(_write(tmp_path / title, title))))
    a, b, right = FORMS[title][2]
    first = data.train[0]
    assert (data.name, data.labels) == (title, LABELS[title])
    assert data.metrics == METRICS.get(title, (Metric.ACCURACY,))
    assert data.kind is (Kind.CLASSIFICATION if data.labels else Kind.REGRESSION)
    assert (first.a, first.b) == (a, b)
    assert (first.label if data.labels else first.value) == right
    assert len(data.train) == len(FORMS[title][0]) - (title != "CoLA")
    assert len(data.dev) == (1 if title == "MNLI" else len(data.train))
    assert [example.is_labelled(data.kind) for example in data.test] == [False]
    assert data.test[0].a == "x y"
    assert not data.problems


@pytest.mark.parametrize("title", FORMS)
def test_a_task_that_is_named_needs_no_folder_of_its_name(tmp_path: Path, title: str) -> None:
    folder = _write(tmp_path / "data", title)
    train = folder / "train.tsv"
    for name in (title, title.lower().replace("-", "")):
        data = open_task(Task(data=str(train), dev=str(train), glue=name))
        assert (data.name, data.labels) == (title, LABELS[title])


@pytest.mark.parametrize("title", ["CoLA", "MRPC", "QQP", "MNLI", "QNLI", "RTE"])
def test_columns_that_no_other_data_has_tell_the_task(tmp_path: Path, title: str) -> None:
    assert open_task(Task(data=str(_write(tmp_path / "data", title)))).name == title


def test_mnli_measures_the_matched_part_or_the_one_that_is_chosen(tmp_path: Path) -> None:
    folder = _write(tmp_path / "MNLI", "MNLI")
    matched = open_task(Task(data=str(folder)))
    assert any("dev_mismatched.tsv" in note for note in matched.notes)
    other = open_task(Task(data=str(folder), dev=str(folder / "dev_mismatched.tsv")))
    assert (len(matched.dev), len(other.dev)) == (1, 2)
    assert not any("dev_mismatched.tsv" in note for note in other.notes)
    assert find_parts(Task(data=str(folder))) == Parts(
        "MNLI", *(folder / f"{name}.tsv" for name in ("train", "dev_matched", "test_matched"))
    )


def test_another_table_in_a_folder_of_that_name_is_none_of_glue(tmp_path: Path) -> None:
    folder = tmp_path / "RTE"
    folder.mkdir()
    rows = "".join(f"It is {i}.\t{tone}\n" for i in range(5) for tone in ("calm", "loud"))
    (folder / "train.tsv").write_text("text\tlabel\n" + rows, "utf-8")
    assert open_task(Task(data=str(folder))).labels == ("calm", "loud")


def test_chosen_columns_make_it_a_plain_table(tmp_path: Path) -> None:
    folder = _write(tmp_path / "SST-2", "SST-2")
    task = Task(data=str(folder), columns=Columns(a="sentence", label="label"))
    assert open_task(task).labels == ("0", "1")


def test_labels_in_another_order_are_known_by_value_and_by_name(tmp_path: Path) -> None:
    folder = _write(tmp_path / "SST-2", "SST-2")
    data = open_task(Task(data=str(folder), labels=("positive", "negative")))
    assert [example.label for example in data.train] == [0, 1]


def test_a_score_outside_of_the_scale_is_malformed(tmp_path: Path) -> None:
    folder = _write(tmp_path / "STS-B", "STS-B")
    path = folder / "dev.tsv"
    path.write_text(path.read_text("utf-8").replace("0.250", "5.5"), "utf-8")
    with pytest.raises(TaskError, match=r"dev.tsv, line 3: .*'5.5' is no number from 0 to 5"):
        open_task(Task(data=str(folder)))


def test_a_broken_row_is_named_and_takes_no_other_with_it(tmp_path: Path) -> None:
    folder = _write(tmp_path / "QQP", "QQP")
    path = folder / "train.tsv"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([*lines, '9\t5\t6\t"Who', *lines[1:]]), "utf-8")
    with pytest.raises(TaskError, match=r"train.tsv, line 4: 4 fields instead of 6"):
        open_task(Task(data=str(folder)))
    data = open_task(Task(data=str(folder), skip_malformed=True))
    assert len(data.train) == 4
    assert data.problems == ("train.tsv, line 4: 4 fields instead of 6 as in the first row.",)


@pytest.mark.parametrize(
    ("task", "words"),
    [
        ({"glue": "SNLI"}, "no task 'SNLI': choose one of CoLA, SST-2"),
        ({"glue": "RTE"}, "no column 'sentence1'"),
        ({"glue": "SST-2", "kind": Kind.REGRESSION}, "SST-2 is a classification"),
    ],
)
def test_the_wrong_task_is_said(tmp_path: Path, task: dict[str, Any], words: str) -> None:
    folder = _write(tmp_path / "SST-2", "SST-2")
    with pytest.raises(TaskError, match=words):
        open_task(Task(data=str(folder), **task))
