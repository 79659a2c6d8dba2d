"""`bertscope finetune`, and what comes of it: `evaluate` and `predict`."""

import csv
import json
import math
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from transformers import BertForSequenceClassification

from bertscope.engine.judging import Floats, Judge, Verdicts
from bertscope.run_folder import read_description
from bertscope.task import Kind, Start
from tests.cli.conftest import Bertscope
from tests.wire.small import LENGTH

Words = tuple[object, ...]
NAMES = ("anna", "ben", "cleo", "dan")
THINGS = ("boat", "rose", "book")


def table(path: Path, labels: tuple[str, str] = ("yes", "no")) -> Path:
    rows = [
        f"{name} likes the {thing} .\t{labels[number % 2]}"
        for number, name in enumerate(NAMES)
        for thing in THINGS
    ]
    path.write_text("\n".join(["sentence\tlabel", *rows, ""]))
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Sentences whose class is told by the name, to train on, to measure on and for the end."""
    folder = tmp_path / "likes"
    folder.mkdir()
    for part in ("train", "dev", "test"):
        table(folder / f"{part}.tsv")
    return folder


@pytest.fixture
def words(data: Path, model: Path) -> Words:
    """A run of milliseconds."""
    sizes = ("--batch-size", 4, "--micro-batch", 2, "--max-length", LENGTH, "--steps", 6)
    often = ("--evaluate-every", 3, "--warmup-steps", 1, "--device", "cpu")
    return ("finetune", "--task", data, "--model", model, *sizes, *often)


def metrics(run: Path) -> list[dict[str, float]]:
    return [json.loads(line) for line in (run / "metrics.jsonl").read_text().splitlines()]


def same(one: Path, other: Path) -> bool:
    a, b = (load_file(run / "model" / "model.safetensors") for run in (one, other))
    return a.keys() == b.keys() and all(torch.equal(a[name], b[name]) for name in a)


def test_a_run_on_ones_own_table(bertscope_: Bertscope, words: Words, tmp_path: Path):
    run = tmp_path / "run"
    said = bertscope_(*words, "--out", run)
    assert (said.code, said.err) == (0, "")
    assert "6 of 6 steps on CPU" in said.out
    assert "held out: loss" in said.out
    assert "by simple rules: " in said.out
    assert "random in" not in said.out
    told = metrics(run)
    assert [line["step"] for line in told] == list(range(7))
    assert all({"loss", "score", "pairs"} <= line.keys() for line in told[1:])
    assert all("mlm_loss" not in line for line in told)
    assert [line["step"] for line in told if "held_out_score" in line] == [0, 3, 6]
    theirs = BertForSequenceClassification.from_pretrained(run / "model")
    assert theirs.config.id2label == {0: "no", 1: "yes"}


def test_a_run_gone_on_with_equals_one_never_left(
    bertscope_: Bertscope, words: Words, tmp_path: Path
):
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    bertscope_(*words, "--out", whole)
    bertscope_(*words, "--out", parts)
    # The last step is no stop of an interrupted run: it was made to go further.
    for run in (whole, parts):
        assert bertscope_("finetune", "--resume", "--steps", 9, "--out", run).code == 0
    assert same(whole, parts)
    assert [line["step"] for line in metrics(whole)] == list(range(10))


def test_what_is_typed_stands_in_the_recipe(bertscope_: Bertscope, words: Words, tmp_path: Path):
    run = tmp_path / "run"
    more = ("--random-weights", "--head-only", "--examples", 6, "--labels", "yes,no", "--seed", 4)
    assert bertscope_(*words, *more, "--kind", "classification", "--out", run).code == 0
    recipe = read_description(run).recipe
    task = recipe.task
    assert task is not None
    assert (task.start, task.head_only, task.examples) == (Start.RANDOM, True, 6)
    assert (task.labels, task.kind, recipe.seed) == (("yes", "no"), Kind.CLASSIFICATION, 4)


def test_fewer_steps_warm_up_for_as_large_a_share(
    bertscope_: Bertscope, words: Words, tmp_path: Path
):
    run, short = tmp_path / "run", words[: words.index("--steps")]
    assert bertscope_(*short, "--steps", 10, "--device", "cpu", "--out", run).code == 0
    recipe = read_description(run).recipe
    assert (recipe.steps, recipe.warmup_steps, recipe.evaluate_every) == (10, 1, 1)


def test_the_two_trainings_don_t_go_on_with_each_other_s_runs(
    bertscope_: Bertscope,
    refused: Callable[..., str],
    words: Words,
    corpus: Path,
    model: Path,
    tmp_path: Path,
):
    tuned, trained = tmp_path / "tuned", tmp_path / "trained"
    bertscope_(*words, "--out", tuned)
    small = ("--batch-size", 4, "--max-length", LENGTH, "--held-out-pairs", 4, "--steps", 1)
    bertscope_("pretrain", "--corpus", corpus, "--start", model, *small, "--out", trained)
    assert "bertscope finetune" in refused("pretrain", "--resume", "--out", tuned)
    assert "bertscope pretrain" in refused("finetune", "--resume", "--out", trained)


def test_a_run_starts_from_a_run(bertscope_: Bertscope, words: Words, data: Path, tmp_path: Path):
    first, second = tmp_path / "first", tmp_path / "second"
    bertscope_(*words, "--out", first)
    again = [first if word == words[4] else word for word in words]
    assert bertscope_(*again, "--out", second).code == 0
    # The head is kept where kind and classes are the same.
    assert metrics(second)[0]["held_out_loss"] == pytest.approx(
        metrics(first)[-1]["held_out_loss"], abs=1e-6
    )


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ((), "--task"),
        (("--task", "nowhere.tsv"), "nowhere.tsv"),
        (("--task", "feelings", "--kind", "qa"), "question answering"),
        (("--task", "feelings", "--examples", -1), "examples is -1"),
        (("--task", "feelings", "--labels", "good,bad"), "none of them is one of the classes"),
    ],
)
def test_what_makes_no_fine_tuning(
    refused: Callable[..., str], typed: Words, part: str, tmp_path: Path
):
    assert part in refused("finetune", *typed, "--out", tmp_path / "run")
    assert not (tmp_path / "run").exists()


# --- Evaluate -----------------------------------------------------------------------------------


@pytest.fixture
def run(bertscope_: Bertscope, words: Words, tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    assert bertscope_(*words, "--steps", 60, "--out", folder).code == 0
    return folder


def test_a_run_is_measured_on_its_own_data(bertscope_: Bertscope, run: Path):
    said = bertscope_("evaluate", "--model", run, "--split", "dev", "--json")
    found = json.loads(said.out)
    assert found["examples"] == 12
    assert found["scores"]["accuracy"] == pytest.approx(metrics(run)[-1]["held_out_score"])
    assert found["baselines"]
    for_people = bertscope_("evaluate", "--model", run).out
    assert "accuracy" in for_people
    assert "on 12 examples of likes, test" in for_people


def test_a_model_is_measured_on_other_data(bertscope_: Bertscope, run: Path, tmp_path: Path):
    turned = table(tmp_path / "turned.tsv", ("no", "yes"))
    right, wrong = (
        json.loads(bertscope_("evaluate", "--model", run / "model", *of, "--json").out)
        for of in (("--task", table(tmp_path / "same.tsv")), ("--task", turned))
    )
    assert right["scores"]["accuracy"] + wrong["scores"]["accuracy"] == pytest.approx(1.0)


def test_what_a_model_can_t_be_measured_on(
    refused: Callable[..., str], run: Path, model: Path, tmp_path: Path
):
    other = table(tmp_path / "other.tsv", ("perhaps", "no"))
    assert "perhaps" in refused("evaluate", "--model", run, "--task", other)
    assert "--task" in refused("evaluate", "--model", run / "model")
    assert "--cloze" in refused("evaluate", "--model", run, "--cloze", other)
    assert "fine-tune" in refused("evaluate", "--model", model, "--task", other)


def test_what_a_run_was_trained_on_is_no_test_of_it(
    bertscope_: Bertscope, words: Words, tmp_path: Path
):
    """Of data in one file some is held out, by the run's seed; also where it is named."""
    alone, run = table(tmp_path / "alone.tsv"), tmp_path / "run"
    said = bertscope_(*words, "--task", alone, "--seed", 5, "--out", run)
    assert "held out to measure on: 1." in said.out
    for named in ((), ("--task", alone)):
        found = json.loads(bertscope_("evaluate", "--model", run, *named, "--json").out)
        assert (found["split"], found["examples"]) == ("dev", 1)
        assert found["scores"]["accuracy"] == metrics(run)[-1]["held_out_score"]


def test_rows_that_a_run_left_out_are_left_out_again(
    bertscope_: Bertscope, words: Words, data: Path, tmp_path: Path
):
    with (data / "test.tsv").open("a") as file:
        file.write("one field\n")
    run = tmp_path / "run"
    assert bertscope_(*words, "--skip-malformed", "--out", run).code == 0
    said = bertscope_("evaluate", "--model", run)
    assert "on 12 examples of likes, test" in said.out
    assert "Malformed rows that are left out: 1." in said.err


MRPC = "Quality\t#1 ID\t#2 ID\t#1 String\t#2 String\n"


def test_a_task_of_glue(bertscope_: Bertscope, refused: Callable[..., str], model: Path, tmp_path):
    """Its F1 is that of training whichever way it is measured; its test part has no labels."""
    folder, run = tmp_path / "MRPC", tmp_path / "run"
    folder.mkdir()
    pairs = [f"{name} likes the {thing} ." for name in NAMES for thing in THINGS]
    rows = [f"{i % 2}\t{i}\t{i}\t{a}\t{pairs[-i]}\n" for i, a in enumerate(pairs)]
    for part in ("train", "dev"):
        (folder / f"{part}.tsv").write_text(MRPC + "".join(rows))
    (folder / "test.tsv").write_text(MRPC.replace("Quality", "index") + "".join(rows))
    sizes = ("--max-length", LENGTH, "--batch-size", 4, "--steps", 3, "--device", "cpu")
    said = bertscope_("finetune", "--task", folder, "--model", model, *sizes, "--out", run)
    assert (said.code, said.err) == (0, "")
    held_out = metrics(run)[-1]
    asked = ("evaluate", "--json", "--model")
    for words in ((run,), (run, "--task", folder / "dev.tsv"), (run / "model", "--task", folder)):
        found = json.loads(bertscope_(*asked, *words).out)
        assert list(found["scores"]) == ["F1", "accuracy"]
        assert found["scores"]["F1"] == pytest.approx(held_out["held_out_score"])
        assert found["scores"]["accuracy"] == pytest.approx(held_out["held_out_second_score"])
    assert "have labels" in refused("evaluate", "--model", run, "--split", "test")


def test_a_run_in_another_place(bertscope_: Bertscope, run: Path, data: Path, tmp_path: Path):
    before = bertscope_("evaluate", "--model", run, "--json").out
    there, data_there = tmp_path / "there", tmp_path / "data there"
    run.rename(there)
    assert bertscope_("evaluate", "--model", there, "--json").out == before
    data.rename(data_there)
    assert str(data) in bertscope_("evaluate", "--model", there).err
    assert bertscope_("evaluate", "--model", there, "--task", data_there, "--json").out == before


# --- Predict ------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".tsv", ".csv", ".jsonl"])
def test_each_row_is_answered(bertscope_: Bertscope, run: Path, tmp_path: Path, suffix: str):
    source, out = tmp_path / "asked.tsv", tmp_path / f"answers{suffix}"
    source.write_text('sentence\nanna likes the "rose" .\nben, likes the boat .\n')
    said = bertscope_("predict", "--model", run, "--in", source, "--out", out)
    assert (said.code, said.out) == (0, f"2 answers in {out}\n")
    text = out.read_text("utf-8")
    if suffix == ".jsonl":
        rows = [json.loads(line) for line in text.splitlines()]
    else:
        quoting = csv.QUOTE_NONE if suffix == ".tsv" else csv.QUOTE_MINIMAL
        delimiter = "\t" if suffix == ".tsv" else ","
        rows = list(csv.DictReader(text.splitlines(), delimiter=delimiter, quoting=quoting))
    assert [row["a"] for row in rows] == ['anna likes the "rose" .', "ben, likes the boat ."]
    for row in rows:
        shares = {name: float(row[f"p({name})"]) for name in ("no", "yes")}
        assert sum(shares.values()) == pytest.approx(1.0, abs=1e-5)
        assert row["answer"] == max(shares, key=lambda name: shares[name])
        assert float(row["probability"]) == pytest.approx(max(shares.values()))


def test_labels_of_several_lines(bertscope_: Bertscope, words: Words, tmp_path: Path):
    """In a .tsv, which has no quotes, they are on one."""
    source, run, out = tmp_path / "likes.jsonl", tmp_path / "run", tmp_path / "out.tsv"
    labels = ["yes\nor so", "no\t"]
    rows = [{"text": f"{name} likes it .", "label": labels[i % 2]} for i, name in enumerate(NAMES)]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert bertscope_(*words, "--task", source, "--dev", source, "--out", run).code == 0
    assert bertscope_("predict", "--model", run, "--in", source, "--out", out).code == 0
    head, *answers = out.read_text("utf-8").splitlines()
    assert head == "a\tanswer\tprobability\tp(no)\tp(yes or so)"
    assert len(answers) == len(NAMES)


def test_questions_that_always_have_an_answer(
    bertscope_: Bertscope, model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Then nobody says that there is none, neither of the run's own data nor of other."""
    said = []

    def heard(self: Judge, logits: dict[int, Floats]) -> Verdicts:
        said.append(self.task.null_threshold)
        return judge(self, logits)

    judge = Judge.judge
    monkeypatch.setattr(Judge, "judge", heard)
    source, run, out = tmp_path / "asked.tsv", tmp_path / "run", tmp_path / "out.tsv"
    rows = [f"who likes the {thing} ?\tanna likes the {thing} .\tanna\n" for thing in THINGS]
    source.write_text("question\tpassage\tanswer\n" + "".join(rows))
    sizes = ("--max-length", LENGTH, "--batch-size", 2, "--steps", 1, "--device", "cpu")
    start = ("finetune", "--task", source, "--dev", source, "--model", model)
    assert bertscope_(*start, *sizes, "--out", run).code == 0
    assert bertscope_("evaluate", "--model", run).code == 0
    assert bertscope_("evaluate", "--model", run, "--task", shutil.copy(source, out)).code == 0
    out.unlink()
    assert bertscope_("predict", "--model", run, "--in", source, "--out", out).code == 0
    assert set(said) == {math.inf}
    assert len(said) == 5


def test_what_can_t_be_predicted(
    refused: Callable[..., str], run: Path, model: Path, tmp_path: Path
):
    source, out = table(tmp_path / "asked.tsv"), tmp_path / "out.tsv"
    ask = ("predict", "--in", source)
    assert "fine-tune" in refused(*ask, "--model", model, "--out", out)
    assert "table" in refused(*ask, "--model", run, "--out", tmp_path / "out.pdf")
    out.write_text("mine")
    assert "there already" in refused(*ask, "--model", run, "--out", out)
    assert out.read_text() == "mine"
    empty = tmp_path / "empty.tsv"
    empty.write_text("")
    refused("predict", "--model", run, "--in", empty, "--out", tmp_path / "new.tsv")
    assert not (tmp_path / "new.tsv").exists()
