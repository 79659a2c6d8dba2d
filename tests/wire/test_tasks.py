"""Labelled data over the wire: inspected, answered, trained on, and what pre-training is worth."""

import math
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bertscope.places import runs_folder
from bertscope.recipe import Optimizer, Recipe
from bertscope.run_folder import COLUMNS, MetricsTail
from bertscope.task import Kind, Metric, Start, Task
from bertscope.wire import messages as m
from tests.engine.labelled_data import DEV, LABELS, TEST, TRAIN, write_table, write_task
from tests.wire.other import Other, trained
from tests.wire.small import Script, heard, probe, replace, rows_in, serve

SWAPPED = LABELS[::-1]


@pytest.fixture
def task(tmp_path: Path) -> Task:
    return Task(data=str(write_task(tmp_path / "data")))


@pytest.fixture
def fine(recipe: Recipe, task: Task) -> Recipe:
    return replace(
        recipe,
        task=task,
        optimizer=Optimizer.ADAMW,
        learning_rate=3e-3,
        held_out_pairs=DEV,
    )


def judge(run: Path, task: Task, number: int = 5, step: int | None = None, **more: Any) -> Any:
    return m.JudgeTask(number, m.ModelRef(str(run), step), task, **more)


def scores_of(run: Path) -> dict[int, float]:
    """The held-out score of each step where it was measured."""
    at = COLUMNS.index("held_out_score")
    return {
        int(row[0]): float(row[at]) for row in MetricsTail(run).read() if not math.isnan(row[at])
    }


# --- What it is -------------------------------------------------------------------------------


def test_labelled_data_is_inspected(task: Task):
    script = serve(m.InspectTask(3, task), heard(m.TaskInspected))
    (told,) = script.of(m.TaskInspected)
    assert told.id == 3
    facts = told.facts
    assert (facts.kind, facts.labels, facts.metrics) == (
        Kind.CLASSIFICATION,
        LABELS,
        (Metric.ACCURACY,),
    )
    assert (facts.train, facts.dev, facts.test) == (TRAIN, DEV, TEST)
    assert len(facts.baselines) == 2
    assert 0 < len(told.rows) < TRAIN
    assert {row.label for row in told.rows} == set(LABELS)
    assert all(row.a and not row.b for row in told.rows)
    assert told.problems == []


@pytest.mark.parametrize("kind", [Kind.REGRESSION, Kind.QA])
def test_what_is_right_is_told_in_words(tmp_path: Path, kind: Kind):
    task = Task(data=str(write_task(tmp_path / "other", kind)), kind=kind)
    (told,) = serve(m.InspectTask(1, task), heard(m.TaskInspected)).of(m.TaskInspected)
    labels = [row.label for row in told.rows]
    if kind is Kind.QA:
        assert "" in labels
        assert all(row.label in row.b for row in told.rows)
    else:
        assert all(float(label) > -1 for label in labels)


def test_rows_that_can_not_be_read_are_named(task: Task):
    path = Path(task.data) / "train.tsv"
    path.write_text(path.read_text() + "a sentence without a label\n")
    (told,) = serve(m.InspectTask(1, task), heard(m.TaskInspected)).of(m.TaskInspected)
    (problem,) = told.problems
    assert f"line {TRAIN + 2}" in problem
    assert told.facts.train == TRAIN


def test_an_engine_survives_files_that_are_none(tmp_path: Path):
    for name, content in (
        ("a.tsv", b""),
        ("b.csv", b"\x00\xff\xfe" * 100),
        ("c.jsonl", b"{" * 1000),
        ("d.json", b"[" * 100_000),
        ("e.tsv", b"one\ttwo\nx\ty\n"),
    ):
        (tmp_path / name).write_bytes(content)
    names = [*map(str, sorted(tmp_path.glob("?.*"))), "gone.tsv", str(tmp_path), ""]
    script = serve(
        *(m.InspectTask(number, Task(data=name)) for number, name in enumerate(names)),
        heard(m.Failed, len(names)),
        m.Ping(99),
    )
    assert sorted(failed.id for failed in script.of(m.Failed)) == list(range(len(names)))
    assert all(failed.sentence.endswith(".") for failed in script.of(m.Failed))
    assert not any("Error" in failed.sentence for failed in script.of(m.Failed))
    assert script.of(m.Pong) == [m.Pong(99)]


# --- How it is answered -----------------------------------------------------------------------


def test_a_run_is_judged_as_it_measured_itself(fine: Recipe, task: Task, tmp_path: Path):
    run = trained(fine, tmp_path / "run", 6)
    script = serve(
        judge(run, task, 1),
        judge(run, task, 2, step=3),
        heard(m.TaskJudged),
        judge(run, task, 3, step=3),
        heard(m.TaskJudged, 2),
        judge(run, task, 4, split=m.Split.TEST),
        heard(m.TaskJudged, 3),
    )
    # The second took the first's place.
    assert script.of(m.Failed) == [m.Failed(1, "")]
    past, again, test = script.of(m.TaskJudged)
    assert (past.id, past.step, past.model.step) == (2, 3, 3)
    assert replace(again, id=2) == past
    assert past.scores[0].metric is Metric.ACCURACY
    assert past.scores[0].value == pytest.approx(scores_of(run)[3])
    assert (test.id, test.step, len(test.examples)) == (4, 6, TEST)
    assert len(past.examples) == DEV
    assert past.labels == list(LABELS)
    right = [one.said == one.right for one in past.examples]
    assert past.scores[0].value == pytest.approx(sum(right) / DEV)
    assert [one.score for one in past.examples] == [float(one) for one in right]
    assert all(one.probability is not None and one.probability >= 0.5 for one in past.examples)


@pytest.mark.parametrize("kind", [Kind.REGRESSION, Kind.QA])
def test_other_kinds_are_judged_as_they_were_measured_too(fine: Recipe, tmp_path: Path, kind: Kind):
    """With rows shorter than the model could read, for a passage then has other windows."""
    task = Task(data=str(write_task(tmp_path / "other", kind)), kind=kind, stride=4)
    run = trained(replace(fine, task=task, max_length=18), tmp_path / "run", 6)
    script = serve(judge(run, task), heard(m.TaskJudged))
    (told,) = script.of(m.TaskJudged)
    assert len(told.scores) == 2
    assert told.scores[0].value == pytest.approx(scores_of(run)[6])


def test_so_many_examples_as_are_wanted_are_judged(fine: Recipe, task: Task, tmp_path: Path):
    run = trained(fine, tmp_path / "run", 1)
    script = serve(
        judge(run, task, 1, most=4, seed=7),
        heard(m.TaskJudged),
        judge(run, task, 2, most=6, seed=7),
        heard(m.TaskJudged, 2),
    )
    few, more = ([one.a for one in told.examples] for told in script.of(m.TaskJudged))
    assert (len(few), len(more)) == (4, 6)
    assert all(few.count(a) <= more.count(a) for a in few)


def test_labels_in_another_order_are_the_models(fine: Recipe, task: Task, tmp_path: Path):
    run = trained(replace(fine, task=replace(task, labels=SWAPPED)), tmp_path / "run", 6)
    script = serve(judge(run, task), heard(m.TaskJudged))
    (told,) = script.of(m.TaskJudged)
    assert told.labels == list(SWAPPED)
    assert told.scores[0].value == pytest.approx(scores_of(run)[6])


def test_a_file_that_was_written_anew_is_read_anew(fine: Recipe, task: Task, tmp_path: Path):
    run = trained(fine, tmp_path / "run", 1)

    def shorter(_: Script) -> bool:
        rng = random.Random("shorter")
        write_table(Path(task.data) / "dev.tsv", Kind.CLASSIFICATION, rng, 3)
        return True

    script = serve(
        judge(run, task, 1),
        heard(m.TaskJudged),
        shorter,
        judge(run, task, 2),
        heard(m.TaskJudged, 2),
    )
    assert [len(told.examples) for told in script.of(m.TaskJudged)] == [DEV, 3]


@pytest.mark.parametrize("by_step", [False, True])
def test_the_model_that_learns_is_judged_as_it_was_when_asked(
    fine: Recipe, task: Task, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_step: bool
):
    """A portion is a row here, and the run goes on between them."""
    monkeypatch.setattr("bertscope.engine.tasks.INTERACTIVE_FLOPS", 1.0)
    fine = replace(fine, evaluate_every=1, steps=30, learning_rate=3e-2)
    run = tmp_path / "run"
    script = serve(
        m.Train(1, fine, str(run), goal=m.Goal(2)),
        heard(m.RunPaused),
        judge(run, task, step=2 if by_step else None),
        m.Play(m.Goal(20)),
        heard(m.TaskJudged),
        heard(m.RunPaused, 2),
    )
    assert script.of(m.Failed) == []
    (told,) = script.of(m.TaskJudged)
    assert told.step == 2
    scores = scores_of(run)
    assert told.scores[0].value == pytest.approx(scores[2])
    # Training went on meanwhile.
    before = script.replies[: script.replies.index(told)]
    assert (
        max(row.step for reply in before if isinstance(reply, m.Metrics) for row in rows_in(reply))
        > 2
    )


def test_what_can_not_be_judged_is_said(fine: Recipe, task: Task, model: Path, tmp_path: Path):
    run = trained(fine, tmp_path / "run", 1)
    questions = Task(data=str(write_task(tmp_path / "questions", Kind.QA)))
    other = write_task(tmp_path / "other")
    for file in other.iterdir():
        file.write_text(file.read_text().replace("\tout\n", "\taway\n"))
    unlabelled = write_task(tmp_path / "unlabelled")
    (unlabelled / "test.tsv").write_text("sentence\nanna likes the boat .\n")
    (Path(task.data) / "test.tsv").unlink()
    requests = [
        judge(model, task, 1),
        judge(run, questions, 2),
        judge(run, Task(data=str(other)), 3),
        judge(run, task, 4, split=m.Split.TEST),
        judge(run, task, 5, step=77),
        judge(tmp_path / "gone", task, 6),
        judge(run, Task(data=str(tmp_path / "gone.tsv")), 7),
        judge(run, Task(data=str(unlabelled)), 8, split=m.Split.TEST),
    ]
    lines: list[Any] = []
    for number, request in enumerate(requests, 1):
        lines += [request, heard(m.Failed, number)]
    script = serve(*lines, judge(run, task, 9), heard(m.TaskJudged))
    told = {failed.id: failed.sentence for failed in script.of(m.Failed)}
    assert "fine-tune it first" in told[1]
    assert "the data is for qa" in told[2]
    assert "away" in told[3]
    assert "no examples in this part" in told[4]
    assert "step 77 are not kept" in told[5]
    assert "gone" in told[6]
    assert "gone.tsv" in told[7]
    assert "have labels" in told[8]


# --- Runs -------------------------------------------------------------------------------------


def test_a_run_is_told_with_its_task(fine: Recipe, tmp_path: Path):
    run = runs_folder() / "run"
    script = serve(
        m.Train(1, fine, str(run), goal=m.Goal(4)),
        heard(m.RunPaused),
        m.EndRun(),
        m.OpenRun(2, str(run)),
        heard(m.Kept),
        lambda script: len(script.rows) >= 10,
        probe(run, 3),
        replace(probe(run, 4, label=1), model=m.ModelRef(str(run), 0)),
        m.OpenModel(6, m.ModelRef(str(run), 0)),
        m.ListRuns(7),
        heard(m.Runs),
    )
    (started,) = script.of(m.RunStarted)
    assert started.facts is not None
    assert started.facts.labels == LABELS
    (opened,) = script.of(m.RunOpened)
    (model_opened,) = script.of(m.ModelOpened)
    for told in (started.model, opened.model, model_opened.model):
        assert (told.task, told.labels) == (Kind.CLASSIFICATION, list(LABELS))
    newest, past = script.of(m.Look)
    assert (newest.step, past.step) == (4, 0)
    for look in (newest, past):
        assert look.predictions == []
        assert look.is_next_probability is None
        assert sum(look.answer.probabilities) == pytest.approx(1.0)
        assert look.answer.labels == list(LABELS)
    assert newest.answer.logits != past.answer.logits
    assert (past.answer.label, newest.answer.label) == (1, None)
    (info,) = script.of(m.Runs)[0].runs
    assert info.step == 4
    assert info.score == pytest.approx(scores_of(run)[3])


def test_answers_to_questions_are_seen_at_each_step(fine: Recipe, tmp_path: Path):
    task = Task(data=str(write_task(tmp_path / "questions", Kind.QA)), stride=4)
    run = trained(replace(fine, task=task), tmp_path / "run", 3)
    at = [replace(probe(run, n), model=m.ModelRef(str(run), n)) for n in range(4)]
    looks = serve(*at).of(m.Look)
    assert [look.step for look in looks] == [0, 1, 2, 3]
    assert all(look.answer.spans and look.pooled is None for look in looks)
    assert len({tuple(look.answer.starts) for look in looks}) == 4


def test_a_step_of_fine_tuning_can_not_be_told(fine: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    ref = m.ModelRef(str(run))
    script = serve(
        m.Train(1, fine, str(run), goal=m.Goal(2)),
        heard(m.RunPaused),
        m.TellStep(2, ref),
        heard(m.Failed),
        m.TellStep(3, ref, pair=probe(run)),
        heard(m.Failed, 2),
        m.Play(m.Goal(1)),
        lambda script: script.rows[-1].step == 3 and len(script.of(m.RunPaused)) >= 2,
    )
    first, second = script.of(m.Failed)
    assert (first.id, second.id) == (2, 3)
    assert "fine-tuning can't be told" in first.sentence
    assert "fine-tuned" in second.sentence
    assert script.of(m.RunFailed) == []


# --- What pre-training is worth ---------------------------------------------------------------


def measure(recipe: Recipe, *sizes: int, number: int = 8, seeds: int = 1) -> m.MeasureWorth:
    return m.MeasureWorth(number, recipe, list(sizes), seeds)


def test_each_point_is_told_and_the_end(fine: Recipe):
    script = serve(measure(fine, 4, 10, seeds=2), heard(m.WorthDone))
    points = script.of(m.WorthPoint)
    assert [point.done for point in points] == list(range(1, 9))
    assert {point.total for point in points} == {8}
    assert {(p.seed, p.size, p.start) for p in points} == {
        (seed, size, start) for seed in (0, 1) for size in (4, 10) for start in Start
    }
    assert script.of(m.WorthDone) == [m.WorthDone(8)]
    assert script.replies[-1] == m.WorthDone(8)


@pytest.mark.parametrize("begun", [False, True])
def test_it_stops_when_told_and_others_are_answered_meanwhile(fine: Recipe, begun: bool):
    endless = measure(replace(fine, steps=50 if begun else 10**6), 10, seeds=10**6)
    first: Callable[[Script], bool] = heard(m.WorthPoint) if begun else (lambda _: True)
    script = serve(
        endless,
        first,
        m.Ping(3),
        heard(m.Pong),
        m.StopWorth(),
        heard(m.WorthDone),
        measure(fine, 4, number=9),
        heard(m.WorthDone, 2),
    )
    assert [done.id for done in script.of(m.WorthDone)] == [8, 9]
    assert script.of(m.Failed) == []
    assert len([point for point in script.of(m.WorthPoint) if point.id == 9]) == 2


def test_one_is_measured_at_a_time_and_none_beside_a_run(fine: Recipe, tmp_path: Path):
    endless = replace(fine, steps=10**6)
    script = serve(
        measure(endless, 10, number=1),
        measure(fine, 10, number=2),
        heard(m.Failed),
        m.Train(3, fine, str(tmp_path / "run"), goal=m.Goal(1)),
        heard(m.WorthDone),
        heard(m.RunPaused),
        measure(fine, 10, number=4),
        heard(m.Failed, 2),
        m.EndRun(),
        measure(fine, 10, number=5),
        heard(m.WorthDone, 2),
    )
    first, second = script.of(m.Failed)
    assert (first.id, second.id) == (2, 4)
    assert "being measured already" in first.sentence
    assert "A run is at hand" in second.sentence
    # The training took its place.
    assert [done.id for done in script.of(m.WorthDone)] == [1, 5]
    assert {point.id for point in script.of(m.WorthPoint)} == {5}


def test_one_that_can_not_be_measured_leaves_room_for_the_next(fine: Recipe):
    script = serve(
        measure(fine, 10_000, number=1),
        heard(m.Failed),
        measure(replace(fine, start="gone"), 10, number=2),
        heard(m.Failed, 2),
        measure(fine, 10, number=3),
        heard(m.WorthDone),
    )
    assert [failed.id for failed in script.of(m.Failed)] == [1, 2]
    assert "ask for fewer" in script.of(m.Failed)[0].sentence
    assert len(script.of(m.WorthPoint)) == 2


def test_a_run_can_be_started_from_another_model_that_was_tuned(fine: Recipe, tmp_path: Path):
    """With its head, so that its first score is the other's last one."""
    first = trained(fine, tmp_path / "first", 6)
    other = Other(replace(fine, start=str(first)), tmp_path / "second")
    other.train(0)
    other.end()
    assert scores_of(tmp_path / "second")[0] == pytest.approx(scores_of(first)[6])
