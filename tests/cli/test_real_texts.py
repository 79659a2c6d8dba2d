"""Texts as they lie about: licences, and what Python's own library says of itself."""

import ast
import inspect
import json
import sysconfig
from pathlib import Path

import pytest

from bertscope.places import default_model
from bertscope.text.corpus import load_documents
from bertscope.text.pairs import cut_documents
from bertscope.text.tokenizer import WordPieceTokenizer
from tests.cli.conftest import Bertscope

LICENCES = Path("/usr/share/common-licenses")
ENOUGH = 200_000


def docstrings(bytes_wanted: int) -> str:
    """The standard library's docstrings, a document each."""
    found: list[str] = []
    size = 0
    for path in sorted(Path(sysconfig.get_path("stdlib")).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                text = inspect.cleandoc(ast.get_docstring(node) or "").replace("\n\n", "\n")
                found += [text] if text else []
                size += len(text.encode())
        if size >= bytes_wanted:
            break
    return "\n\n".join(found)


@pytest.fixture(params=["licences", "docstrings"])
def text(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "docstrings":
        (tmp_path / "docstrings.txt").write_text(docstrings(ENOUGH), "utf-8")
        assert (tmp_path / "docstrings.txt").stat().st_size >= ENOUGH
        return tmp_path / "docstrings.txt"
    if not LICENCES.is_dir():
        pytest.skip(f"this system has no {LICENCES}")
    (tmp_path / "licences").mkdir()
    for path in sorted(LICENCES.iterdir()):
        (tmp_path / "licences" / f"{path.name}.txt").write_bytes(path.read_bytes())
    return tmp_path / "licences"


def test_a_text_that_nobody_wrote_for_us_can_be_trained_on(
    bertscope_: Bertscope, text: Path, tmp_path: Path
):
    documents = load_documents(str(text), 0).documents
    assert len(documents) > 100
    sentences = [sentence for document in documents for sentence in document]
    assert len(sentences) > 1000
    assert all(sentence.strip() for sentence in sentences)
    tokenizer = WordPieceTokenizer.load(default_model())
    cut = cut_documents(tokenizer, documents)
    assert len(cut.ids) > 30_000
    assert cut.unknown_share < 0.05
    said = bertscope_(
        *("pretrain", "--corpus", text, "--start", default_model(), "--steps", 20),
        *("--batch-size", 16, "--max-length", 32, "--held-out-pairs", 64, "--device", "cpu"),
        *("--learning-rate", 1e-3, "--matrix-learning-rate", 5e-3, "--warmup-steps", 2),
        *("--out", tmp_path / "run"),
    )
    assert said.code == 0
    assert "20 of 20 steps" in said.out
    assert "of the words are not in the vocabulary and are read in pieces, most often" in (
        said.out + said.err
    )
    metrics = [json.loads(x) for x in (tmp_path / "run" / "metrics.jsonl").read_text().splitlines()]
    assert all(0 < line["mlm_loss"] < 20 for line in metrics[1:])
    assert metrics[-1]["held_out_mlm_loss"] < metrics[0]["held_out_mlm_loss"] - 0.5


def test_a_vocabulary_of_a_real_text(bertscope_: Bertscope, text: Path, tmp_path: Path):
    said = bertscope_("vocabulary", "--corpus", text, "--size", 1500, "--out", tmp_path / "v")
    assert said.code == 0
    tokenizer = WordPieceTokenizer.load(tmp_path / "v")
    assert len(tokenizer) == 1500
    assert cut_documents(tokenizer, load_documents(str(text), 0).documents).unknown_share < 0.01
