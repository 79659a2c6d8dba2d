"""`bertscope info` and `bertscope vocabulary`."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import BertTokenizer

import bertscope
from bertscope.places import default_model
from tests.cli.conftest import Bertscope, child_environment


def test_the_facts_for_programs(bertscope_: Bertscope, home: Path):
    said = bertscope_("info", "--json")
    facts = json.loads(said.out)
    assert (said.code, said.err) == (0, "")
    assert facts["bertscope"] == bertscope.__version__
    assert facts["packages"]["torch"].split("+")[0] == torch.__version__.split("+")[0]
    assert "missing" not in facts["packages"].values()
    assert facts["devices"]["cpu"].startswith("CPU, ")
    assert facts["qt_platform"] == "offscreen"
    assert facts["screen"] is True
    assert facts["settings"] == str(home)
    assert facts["runs"] == str(home / "runs")
    assert facts["model"] == str(default_model())
    assert Path(facts["resources"]).is_dir()


def test_the_facts_for_people_are_the_same(bertscope_: Bertscope):
    facts = json.loads(bertscope_("info", "--json").out)
    lines = bertscope_("info").out.splitlines()
    assert [line.split()[0] for line in lines] == list(facts)
    assert facts["python"] in lines[1]


def test_info_helps_where_qt_cannot_be_loaded(tmp_path: Path):
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("raise ImportError('libEGL.so.1: none')")
    environment = child_environment()
    path = f"{tmp_path}:{environment['PYTHONPATH']}"
    said = subprocess.run(
        [sys.executable, "-m", "bertscope", "info", "--json"],
        capture_output=True,
        env={**environment, "PYTHONPATH": path},
        check=True,
    )
    assert "libegl1" in json.loads(said.stdout)["screen"]


@pytest.mark.parametrize("words", [(), ("--seed", "3")], ids=["seed 0", "seed 3"])
def test_the_same_corpus_gives_the_same_vocabulary(
    bertscope_: Bertscope, corpus: Path, tmp_path: Path, words: tuple[str, ...]
):
    said = [
        bertscope_(
            "vocabulary", "--corpus", corpus, "--size", "400", "--out", tmp_path / name, *words
        )
        for name in ("one", "two")
    ]
    digests = [each.out.split()[-1] for each in said]
    assert [each.code for each in said] == [0, 0]
    assert digests[0] == digests[1]
    assert len(digests[0]) == 64
    theirs = BertTokenizer.from_pretrained(tmp_path / "one")
    assert theirs.tokenize("anna likes the boat") == ["anna", "likes", "the", "boat"]


def test_vocabularies_that_cannot_be(refused: Any, corpus: Path, tmp_path: Path):
    words = ("vocabulary", "--corpus", corpus)
    assert "at least" in refused(*words, "--size", "0", "--out", tmp_path / "v")
    assert "can't be written" in refused(*words, "--out", corpus)
    assert "can't be written" in refused(*words, "--out", corpus / "v")
    assert "There is no" in refused(
        "vocabulary", "--corpus", tmp_path / "x", "--out", tmp_path / "v"
    )
