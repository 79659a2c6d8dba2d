"""What can be typed behind `bertscope`, and what is said to the rest."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import bertscope
from bertscope.cli.parser import VERBS, parse
from bertscope.cli.recipes import recipe_of
from bertscope.places import DEFAULT_MODEL, default_model
from bertscope.recipe import Optimizer, Recipe
from bertscope.text.masking import MaskRule, Unit
from tests.cli.conftest import Bertscope, child_environment, run_child

NO_SCREEN: dict[str, str | None] = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(bertscope_: Bertscope, verb: str):
    said = bertscope_(verb, "--help")
    assert (said.code, said.err) == (0, "")
    assert f"usage: bertscope {verb}" in said.out


def test_help_names_every_verb(bertscope_: Bertscope):
    said = bertscope_("--help")
    assert said.code == 0
    assert all(verb in said.out for verb in VERBS)


def test_version(bertscope_: Bertscope):
    assert bertscope_("--version").out == f"bertscope {bertscope.__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ["--nonsense"],
        ["probe"],
        ["probe", "--a", "x"],
        ["probe", "--a", "x", "--out", "x.json", "--mask", "1", "--roll", "1"],
        ["probe", "--a", "x", "--out", "x.json", "--roll", "-1"],
        ["probe", "--a", "x", "--out", "x.json", "--top-k", "-1"],
        ["pretrain", "--steps", "many", "--out", "run"],
        ["pretrain", "--preset", "giant", "--out", "run"],
        ["pretrain", "--snapshots", "much", "--out", "run"],
        ["pretrain", "--snapshots", "-1MB", "--out", "run"],
        ["vocabulary", "--seed", "-1", "--out", "v"],
        ["demo"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_parsed_is_explained(bertscope_: Bertscope, words: list[str]):
    said = bertscope_(*words)
    assert said.code == 2
    assert "usage: bertscope" in said.err


def test_words_that_are_no_text(refused: Callable[..., str]):
    assert "not UTF-8" in refused("probe", "--a", "\udcff", "--out", "x.json")


def test_a_name_too_long_for_the_system(refused: Callable[..., str], tmp_path: Path):
    said = refused("pretrain", "--steps", "1", "--out", tmp_path / ("x" * 300))
    assert "File name too long" in said


# --- The window -------------------------------------------------------------------------------


def test_without_a_screen_the_window_says_what_to_do():
    said = run_child(**NO_SCREEN)
    assert said.code == 2
    assert said.err.startswith("bertscope: There is no screen to open a window on")
    assert len(said.err.splitlines()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="X11 is Linux's")
@pytest.mark.parametrize("display", [":4711", "nonsense", "localhost:4711"])
def test_a_display_that_nobody_answers_at_is_no_screen(display: str):
    said = run_child(**{**NO_SCREEN, "DISPLAY": display})
    assert said.code == 2
    assert said.err.startswith("bertscope: There is no screen to open a window on")


def test_a_path_that_is_not_there_may_be_a_verb_misspelt(refused: Callable[..., str]):
    said = refused("pretrian")
    assert "pretrian" in said
    assert "pretrain" in said


def test_a_path_that_cannot_be_opened(refused: Callable[..., str], tmp_path: Path):
    (tmp_path / "notes.pdf").write_text("words")
    assert "notes.pdf can't be opened: choose a model folder" in refused(tmp_path / "notes.pdf")
    assert "can't be opened: choose a model folder" in refused(tmp_path)


@pytest.mark.parametrize(
    "words", [[], ["demo", "--out", "d"], ["probe", "--a", "x", "--out", "x.svg"]], ids=repr
)
def test_where_qt_cannot_be_loaded_it_says_what_to_install(tmp_path: Path, words: list[str]):
    error = "libEGL.so.1: cannot open shared object file"
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text(f"raise ImportError({error!r})")
    path = os.pathsep.join([str(tmp_path), child_environment()["PYTHONPATH"]])
    with subprocess.Popen(
        [sys.executable, "-m", "bertscope", *words],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        env={**child_environment(), "PYTHONPATH": path},
    ) as process:
        _, said = process.communicate(timeout=60)
    assert process.returncode == 2
    assert said.startswith(f"bertscope: Qt can't be loaded ({error})")
    assert len(said.splitlines()) == 1


# --- Recipes ----------------------------------------------------------------------------------


def test_nothing_typed_is_the_default_recipe():
    assert recipe_of(parse(["pretrain", "--out", "run"])) == Recipe()


def test_every_choice_reaches_the_recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    words = (
        "pretrain --out run --corpus a.txt --preset mini --start m --vocabulary v --steps 9 "
        "--batch-size 8 --micro-batch 4 --max-length 32 --learning-rate 0.1 "
        "--matrix-learning-rate 0.2 --optimizer adamw --warmup-steps 3 --dropout 0.4 "
        "--mask-rate 0.5 --mask-unit span --evaluate-every 6 --held-out-pairs 7 --seed 11 "
        "--device cpu --column body --one-sentence-a-line --mlm-weight 0.5 --nsp-weight 0 "
        "--snapshots 1.5GB --compile"
    )
    assert recipe_of(parse(words.split())) == Recipe(
        corpus=str(tmp_path / "a.txt"),
        column="body",
        one_sentence_a_line=True,
        preset="mini",
        start=str(tmp_path / "m"),
        vocabulary=str(tmp_path / "v"),
        steps=9,
        batch_size=8,
        micro_batch=4,
        max_length=32,
        learning_rate=0.1,
        matrix_learning_rate=0.2,
        optimizer=Optimizer.ADAMW,
        warmup_steps=3,
        dropout=0.4,
        mask=MaskRule(rate=0.5, unit=Unit.SPAN),
        evaluate_every=6,
        held_out_pairs=7,
        seed=11,
        device="cpu",
        mlm_weight=0.5,
        nsp_weight=0.0,
        snapshot_bytes=3 << 29,
        compiled=True,
    )


@pytest.mark.parametrize(
    ("words", "size"),
    [("0", 0), ("1000", 1000), ("2 kb", 2048), ("64MB", 1 << 26), ("1T", 1 << 40)],
)
def test_sizes_have_units(words: str, size: int):
    typed = parse(["pretrain", "--snapshots", words, "--out", "run"])
    assert recipe_of(typed).snapshot_bytes == size


def test_models_that_ship_are_named_as_any_machine_finds_them():
    typed = ["pretrain", "--out", "run", "--start", DEFAULT_MODEL, "--vocabulary"]
    recipe = recipe_of(parse([*typed, str(default_model())]))
    assert (recipe.start, recipe.vocabulary) == (DEFAULT_MODEL, DEFAULT_MODEL)


def test_what_is_typed_changes_a_run_and_the_rest_stays():
    run = Recipe(steps=100, seed=5, mask=MaskRule(rate=0.3, mask=0.7, random=0.2))
    typed = parse(["pretrain", "--resume", "--steps", "200", "--out", "run"])
    assert recipe_of(typed, run) == Recipe(steps=200, seed=5, mask=run.mask)
