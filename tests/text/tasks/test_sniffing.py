"""Labelled data is told from texts to pre-train on by a glance."""

import json
from pathlib import Path

import pytest

from bertscope.places import resources
from bertscope.task import BUILT_IN_TASKS
from bertscope.text.tasks.sniffing import is_labelled

SQUAD = {"version": "v2.0", "data": [{"title": "t", "paragraphs": []}]}


@pytest.mark.parametrize("name", BUILT_IN_TASKS)
def test_what_ships_is_labelled(name: str) -> None:
    folder = resources() / "tasks" / name
    assert is_labelled(folder)
    assert all(is_labelled(file) for file in folder.iterdir())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tsv", "sentence\tlabel\nso good\tup\nso bad\tdown\n"),
        ("b.csv", "text,sentiment\nso good,1\nso bad,0\n"),
        ("c.jsonl", '{"text": "so good", "label": 1}\n{"text": "so bad", "label": 0}\n'),
        ("d.tsv", "so good\tup\nso bad\tdown\nso so\tup\n"),
        ("e.tsv", "gj04\t1\t\tThe sailors rode the breeze.\ngj04\t0\t*\tHim likes.\n"),
        ("f.json", json.dumps(SQUAD)),
    ],
)
def test_labels_are_told_by_names_by_shape_and_by_format(
    tmp_path: Path, name: str, text: str
) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    assert is_labelled(file)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "sentence\tlabel\n"),
        ("b.csv", "text\nHe ran. She sang.\nThey slept.\n"),
        ("c.jsonl", '{"text": "He ran.", "url": "u"}\n{"text": "She sang.", "url": "v"}\n'),
        ("d.csv", "id,text\n1,He ran.\n2,She sang.\n"),
        ("e.tsv", ""),
        ("f.json", '{"model_type": "bert"}'),
        ("g.tsv", "\x00\x01\x02"),
    ],
)
def test_a_text_and_what_can_not_be_read_are_not(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    assert not is_labelled(file)
    assert not is_labelled(tmp_path / "nowhere.tsv")


def test_one_table_among_texts_does_not_make_a_folder_labelled(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("He ran.\n")
    table = tmp_path / "notes.tsv"
    table.write_text("sentence\tlabel\nso good\tup\nso bad\tdown\n")
    assert not is_labelled(tmp_path)
    table.rename(tmp_path / "train.tsv")
    assert is_labelled(tmp_path)
