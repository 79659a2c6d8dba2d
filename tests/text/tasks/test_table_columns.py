"""Which columns hold what."""

from pathlib import Path

import pytest

from bertscope.errors import TaskError
from bertscope.task import Columns
from bertscope.text.tasks.problems import Problems
from bertscope.text.tasks.table_columns import Layout, asks_questions, lay_out
from bertscope.text.tasks.tables import Table

SAID = [["It is so", "yes"], ["It may be", "no"], ["It was so", "yes"], ["It was", "no"]] * 3


def _table(folder: Path, rows: list[list[str]]) -> Table:
    path = folder / "a.tsv"
    path.write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")
    return Table(path, Problems())


@pytest.mark.parametrize(
    ("header", "want"),
    [
        (["sentence", "label"], ("sentence", "", "label")),
        (["Label", "Text"], ("Text", "", "Label")),
        (["idx", "premise", "hypothesis", "label"], ("premise", "hypothesis", "label")),
        (
            ["id", "question1", "question2", "is_duplicate"],
            ("question1", "question2", "is_duplicate"),
        ),
        (["#1 String", "#2 String", "Quality"], ("#1 String", "#2 String", "Quality")),
        (["sentence_B", "sentence_A", "score"], ("sentence_A", "sentence_B", "score")),
        (["question", "sentence", "label"], ("question", "sentence", "label")),
        (["question", "label"], ("question", "", "label")),
        (["review", "stars", "sentence2"], ("review", "", "stars")),
    ],
)
def test_usual_names_are_known(tmp_path: Path, header: list[str], want: tuple[str, ...]) -> None:
    a, b, label = want
    layout = lay_out(_table(tmp_path, [header, [str(n) for n in range(len(header))]]), Columns())
    assert layout.columns == Columns(a=a, b=b, label=label)
    assert layout.has_header
    assert layout.names == tuple(header)


def test_an_id_is_found(tmp_path: Path) -> None:
    layout = lay_out(_table(tmp_path, [["label", "idx", "text"], ["0", "7", "One."]]), Columns())
    assert layout.id == 1


@pytest.mark.parametrize(
    ("chosen", "want"),
    [
        (Columns(a="Satz", label="Ton"), Columns(a="Satz", label="Ton")),
        (Columns(a="Satz", b="text", label="Ton"), Columns(a="Satz", b="text", label="Ton")),
        (Columns(label="Ton"), Columns(a="text", label="Ton")),
        (Columns(a="Satz"), Columns(a="Satz", label="label")),
    ],
)
def test_chosen_columns_come_first(tmp_path: Path, chosen: Columns, want: Columns) -> None:
    table = _table(tmp_path, [["text", "label", "Satz", "Ton"], ["a", "b", "c", "d"]])
    assert lay_out(table, chosen).columns == want


@pytest.mark.parametrize(
    ("rows", "want"),
    [
        (SAID, Columns(a="1", label="2")),
        ([row[::-1] for row in SAID], Columns(a="2", label="1")),
        ([[str(i), *row] for i, row in enumerate(SAID)], Columns(a="2", label="3")),
        (
            [[row[0], f"{i} times", row[1]] for i, row in enumerate(SAID)],
            Columns(a="1", b="2", label="3"),
        ),
        ([[row[0]] for row in SAID], Columns(a="1")),
        # Names that are usual, but come again: they are labels.
        (
            [[row[0], "question" if row[1] == "yes" else "answer"] for row in SAID],
            Columns(a="1", label="2"),
        ),
    ],
)
def test_a_table_without_names_goes_by_shape(
    tmp_path: Path, rows: list[list[str]], want: Columns
) -> None:
    layout = lay_out(_table(tmp_path, rows), Columns())
    assert layout.columns == want
    assert layout.names == tuple("123"[: len(rows[0])])


def test_columns_are_chosen_by_number(tmp_path: Path) -> None:
    table = _table(tmp_path, [["x", "1", "", "It is so."], ["x", "0", "*", "It so is."]])
    layout = lay_out(table, Columns(a="4", label="2"))
    assert layout == Layout(("1", "2", "3", "4"), False, 3, -1, 1)
    with pytest.raises(TaskError, match=r"4 columns and no header: choose .* by number, 1 to 4"):
        lay_out(table, Columns())


def test_a_cell_that_is_a_chosen_number_is_no_name(tmp_path: Path) -> None:
    table = _table(tmp_path, [["Good", "2"], ["Bad", "1"], ["Poor", "1"]])
    assert not lay_out(table, Columns(label="2")).has_header


@pytest.mark.parametrize("ending", [SAID, [[text, str(i)] for i, (text, _) in enumerate(SAID)]])
def test_a_header_of_other_names_is_seen(tmp_path: Path, ending: list[list[str]]) -> None:
    with pytest.raises(TaskError, match="columns 'Satz', 'Ton': choose the one that holds"):
        lay_out(_table(tmp_path, [["Satz", "Ton"], *ending]), Columns())


def test_under_a_header_numbers_mean_its_names(tmp_path: Path) -> None:
    table = _table(tmp_path, [["id", "text", "label"], ["7", "It is so", "yes"]])
    layout = lay_out(table, Columns(a="2", label="3"))
    assert (layout.columns, layout.has_header) == (Columns(a="text", label="label"), True)
    assert lay_out(table, Columns(a="2", label="text")).columns.label == "text"
    for number in ("0", "4"):
        with pytest.raises(TaskError, match=f"no column '{number}', but 'id', 'text', 'label'"):
            lay_out(table, Columns(label=number))


def test_columns_of_the_same_name_can_t_be_meant(tmp_path: Path) -> None:
    table = _table(tmp_path, [["text", "label", "label", "x", "x"], *([[*"abcde"]] * 2)])
    with pytest.raises(TaskError, match="2 columns called 'label': give each a name of its own"):
        lay_out(table, Columns())
    assert lay_out(_table(tmp_path, [["text", "x", "x"], [*"abc"]]), Columns()).columns.a == "text"


def test_a_column_that_is_not_there_is_said_with_those_that_are(tmp_path: Path) -> None:
    table = _table(tmp_path, [["text", "label"], *SAID])
    with pytest.raises(TaskError, match="no column 'tone', but 'text', 'label': choose of these"):
        lay_out(table, Columns(label="tone"))
    assert lay_out(table, Columns(label="tone"), needs_label=False).columns.a == "text"


@pytest.mark.parametrize(
    ("header", "answer", "asks"),
    [
        (["question", "passage", "answer"], "Tom", True),
        (["id", "Question", "Context", "Answers"], "Tom", True),
        (["question", "passage", "answer"], "yes", False),
        (["question", "sentence", "answer"], "Tom", False),
        (["question", "passage", "label"], "Tom", False),
    ],
)
def test_questions_are_known_by_answers_in_passages(
    tmp_path: Path, header: list[str], answer: str, asks: bool
) -> None:
    row = ["1", "Who ran?", "Tom ran.", answer][-len(header) :]
    table = _table(tmp_path, [header, row, row])
    assert asks_questions(table, Columns()) is asks
    if asks:
        assert lay_out(table, Columns(), asks=True).columns.label.lower().startswith("answer")
