"""A sentence at random, out of whatever a corpus may be."""

import codecs
import gzip
import json
import re
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pyarrow
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pyarrow import parquet

from bertscope.errors import CorpusError
from bertscope.recipe import BUILT_IN
from bertscope.text.picking import FEWEST_WORDS, LONGEST, STRETCH_BYTES, pick_sentence
from bertscope.text.stories import tell_story

SEEDS = range(12)
DOCUMENTS = [
    " ".join(f"The {word} number {n} stands in row {row}." for n in range(3))
    for row, word in enumerate(("boat", "rose", "soup", "café", "犬") * 3)
]
SENTENCES = {s + "." for document in DOCUMENTS for s in document[:-1].split(". ")}


def write_text(path: Path) -> None:
    path.write_text("\n\n".join(DOCUMENTS), "utf-8")


def write_packed(path: Path) -> None:
    path.write_bytes(gzip.compress("\n\n".join(DOCUMENTS).encode()))


def write_json(path: Path) -> None:
    path.write_text("\n".join(json.dumps({"text": d}) for d in DOCUMENTS), "utf-8")


def write_table(path: Path) -> None:
    path.write_text("\n".join(["text", *DOCUMENTS]), "utf-8")


def write_parquet(path: Path) -> None:
    parquet.write_table(pyarrow.table({"text": DOCUMENTS}), path)


def write_arrow(path: Path) -> None:
    table = pyarrow.table({"text": DOCUMENTS})
    with pyarrow.OSFile(str(path), "wb") as file, pyarrow.ipc.new_file(file, table.schema) as out:
        out.write_table(table)


def write_folder(path: Path) -> None:
    path.mkdir()
    write_text(path / "a.txt")
    (path / "empty.txt").touch()
    write_json(path / "b.jsonl")


WAYS: dict[str, Callable[[Path], None]] = {
    "a.txt": write_text,
    "no suffix": write_text,
    "a.TXT.gz": write_packed,
    "a.jsonl": write_json,
    "a.csv": write_table,
    "a.tsv": write_table,
    "a.parquet": write_parquet,
    "a.arrow": write_arrow,
    "folder": write_folder,
}


@pytest.mark.parametrize("name", WAYS)
def test_it_is_one_of_the_corpus_and_the_seed_says_which(tmp_path: Path, name: str):
    WAYS[name](tmp_path / name)
    picked = [pick_sentence(str(tmp_path / name), seed) for seed in SEEDS]
    assert set(picked) <= SENTENCES
    assert len(set(picked)) > len(SEEDS) / 2
    assert picked == [pick_sentence(str(tmp_path / name), seed) for seed in SEEDS]


@pytest.mark.parametrize("corpus", BUILT_IN)
def test_a_built_in_corpus_tells_a_story_for_it(corpus: str):
    picked = [pick_sentence(corpus, seed) for seed in SEEDS]
    for seed, sentence in zip(SEEDS, picked, strict=True):
        assert sentence in tell_story(seed, 0, corpus=corpus).sentences
    assert len(set(picked)) > len(SEEDS) / 2
    assert picked == [pick_sentence(corpus, seed) for seed in SEEDS]


@pytest.mark.parametrize("between", ["\n\n", "\r\n\r\n", "\n", " "], ids=repr)
def test_of_a_large_text_any_part_can_come(tmp_path: Path, between: str):
    count, path = 60_000, tmp_path / "large.txt"
    texts = (f"Sentence {n:05} über dies und das, 犬. " + "Again it is said." for n in range(count))
    path.write_bytes(codecs.BOM_UTF8 + between.join(texts).encode())
    assert path.stat().st_size > 40 * STRETCH_BYTES
    picked = {pick_sentence(str(path), seed) for seed in range(60)} - {"Again it is said."}
    numbers = [re.fullmatch(r"Sentence (\d{5}) über dies und das, 犬\.", s) for s in picked]
    assert all(numbers), picked
    thirds = {3 * int(number[1]) // count for number in numbers if number}
    assert thirds == {0, 1, 2}


def test_a_folder_is_entered_by_the_size_of_its_files(tmp_path: Path):
    (tmp_path / "a.txt").write_text("The small file says this.\n")
    (tmp_path / "b.txt").write_text("The large file says that.\n" * 200)
    picked = [pick_sentence(str(tmp_path), seed) for seed in SEEDS]
    assert picked.count("The large file says that.") > len(SEEDS) / 2


@pytest.mark.parametrize("where", ["first", "inside", "last"])
def test_short_ones_and_long_ones_are_passed_over(tmp_path: Path, where: str):
    odd = ["Chapter 1.", "No. " * 3, "and so on " * 40 + "."]
    place = {"first": 0, "inside": 2, "last": 3}[where]
    usual = ["This one is right.", "This one is right too.", "And this one as well."]
    (tmp_path / "a.txt").write_text(" ".join([*usual[:place], *odd, *usual[place:]]))
    for seed in SEEDS:
        sentence = pick_sentence(str(tmp_path / "a.txt"), seed)
        assert len(sentence) <= LONGEST
        assert len(sentence.split()) >= FEWEST_WORDS


def test_without_others_a_long_one_is_cut_behind_a_word(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("word " * 100_000)
    sentence = pick_sentence(str(path), 0)
    assert set(sentence.split(" ")) <= {"word", "ord", "rd", "d"}
    assert LONGEST - 5 <= len(sentence) <= LONGEST
    path.write_text("犬" * 100_000)
    assert pick_sentence(str(path), 0) == "犬" * LONGEST


def test_a_long_record_is_searched_in_parts(tmp_path: Path):
    record = " ".join(f"Line {n} is here." for n in range(100_000))
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": record}))
    picked = {pick_sentence(str(tmp_path / "a.jsonl"), seed) for seed in SEEDS}
    assert len(picked) > len(SEEDS) / 2
    assert all(re.fullmatch(r"Line \d+ is here\.", sentence) for sentence in picked)


def test_a_single_word_is_better_than_nothing(tmp_path: Path):
    (tmp_path / "a.txt").write_text("\n \n hello \n")
    assert pick_sentence(str(tmp_path / "a.txt"), 3) == "hello"


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from(" \n."), min_size=1)
)
def test_whatever_the_text_it_is_of_it(tmp_path_factory: pytest.TempPathFactory, text: str):
    assume(text.strip("\ufeff \n") and text.strip())
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_text(text, "utf-8")
    sentence = pick_sentence(str(path), 1)
    assert 0 < len(sentence.strip()) <= LONGEST
    assert sentence.split()[0] in text


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("a.txt", b"", "no text in it"),
        ("a.txt", b" \n\n\t \n" * 30_000, "no text in it"),
        ("a.txt", "Häuser stehen dort.".encode("latin-1"), "UTF-8"),
        ("a.txt", b"word " * 20_000 + "ä ".encode("latin-1") * 500_000, "UTF-8"),
        ("a.txt", "In two bytes each.".encode("utf-16"), "UTF-16"),
        ("a.txt", "In two bytes each.".encode("utf-16") * 9_000, "UTF-16"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0" * 20_000, "not a text file"),
        ("a.txt", b"word " * 20_000 + b"\0" * 500_000, "not a text file"),
        ("a.txt.gz", b"no gzip", "damaged"),
        ("a.jsonl", b'{"body": "x"}', "'body'"),
        ("a.jsonl", b"{", "no JSON"),
        ("a.csv", b"title\nx", "'title'"),
        ("a.parquet", b"PAR1 no more", "damaged"),
        ("a.arrow", b"ARROW1 no more", "damaged"),
    ],
)
def test_files_that_cannot_be(tmp_path: Path, name: str, content: bytes, word: str):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CorpusError, match=word):
        list(map(partial(pick_sentence, str(tmp_path / name)), SEEDS))


def test_places_where_there_is_nothing(tmp_path: Path):
    for place in (tmp_path, tmp_path / "missing.txt", Path("\0")):
        with pytest.raises(CorpusError):
            pick_sentence(str(place), 0)


def test_it_needs_no_torch():
    program = "import sys, bertscope.text.picking; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
