"""From logits to answers and scores, against numbers reckoned by hand."""

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bertscope.engine.background import Progress
from bertscope.engine.config import BertConfig
from bertscope.engine.folder import LoadedModel
from bertscope.engine.judging import Floats, Judge, Verdicts
from bertscope.engine.model import BertForPreTraining
from bertscope.engine.task_models import begin_task_model
from bertscope.engine.tasks import judge_of, judge_split, labelled, require_head_for
from bertscope.errors import TaskError
from bertscope.recipe import Recipe
from bertscope.task import Kind, Metric, Start, Task
from bertscope.text.tasks.examples import Example, GoldAnswer, TaskData
from bertscope.text.tasks.opening import open_task
from bertscope.text.tasks.rows import make_rows
from bertscope.text.tokenizer import WordPieceTokenizer
from tests.engine.labelled_data import DEV, write_task


def logits_of_shares(*shares: float) -> Floats:
    return np.log(np.array(shares, np.float32))


def judged(
    tokenizer: WordPieceTokenizer,
    kind: Kind,
    metrics: Sequence[Metric],
    examples: list[Example],
    logits: Sequence[Floats],
    labels: Sequence[str] = (),
) -> Verdicts:
    rows = make_rows(tokenizer, examples, kind, max_length=24, stride=8, for_training=False)
    judge = Judge(examples, rows, kind, labels, metrics, Task(data=""))
    return judge.judge(dict(enumerate(logits)))


def test_two_scores_of_classes(tokenizer: WordPieceTokenizer):
    """F1 of the second class: 2 right of it, 1 said wrongly, 1 missed: 2 * 2 / (2 * 2 + 1 + 1)."""
    right, said = [1, 1, 1, 0, 0], [1, 1, 0, 1, 0]
    verdicts = judged(
        tokenizer,
        Kind.CLASSIFICATION,
        (Metric.ACCURACY, Metric.F1, Metric.MATTHEWS),
        [Example("the boat", label=label) for label in right],
        [logits_of_shares(*((0.25, 0.75) if one else (0.6, 0.4))) for one in said],
        ("no", "yes"),
    )
    scores = {score.metric: score.value for score in verdicts.scores}
    assert scores[Metric.ACCURACY] == pytest.approx(3 / 5)
    assert scores[Metric.F1] == pytest.approx(2 / 3)
    # (TP TN - FP FN) / sqrt((TP + FP)(TP + FN)(TN + FP)(TN + FN))
    assert scores[Metric.MATTHEWS] == pytest.approx((2 * 1 - 1 * 1) / math.sqrt(3 * 3 * 2 * 2))
    assert verdicts.said == ["yes", "yes", "no", "yes", "no"]
    assert verdicts.probabilities == pytest.approx([0.75, 0.75, 0.6, 0.75, 0.6])
    assert verdicts.shares[2] == pytest.approx([0.6, 0.4])
    assert verdicts.each == [1, 1, 0, 0, 1]


def test_what_has_no_label_is_answered_and_not_scored(tokenizer: WordPieceTokenizer):
    examples = [Example("the boat", label=0), Example("the rose"), Example("the soup", label=1)]
    logits = [logits_of_shares(0.9, 0.1)] * 3
    verdicts = judged(
        tokenizer, Kind.CLASSIFICATION, (Metric.ACCURACY,), examples, logits, ("no", "yes")
    )
    assert verdicts.said == ["no"] * 3
    assert verdicts.scores[0].value == 0.5
    assert verdicts.each == pytest.approx([1, math.nan, 0], nan_ok=True)


def test_numbers_are_scored_where_one_is_known(tokenizer: WordPieceTokenizer):
    examples = [Example("the boat", value=value) for value in (1.0, 2.0, math.nan, 4.0)]
    logits = [np.array([value], np.float32) for value in (2.0, 4.0, 100.0, 8.0)]
    verdicts = judged(
        tokenizer, Kind.REGRESSION, (Metric.PEARSON, Metric.SPEARMAN), examples, logits
    )
    assert [score.value for score in verdicts.scores] == pytest.approx([1.0, 1.0])
    assert verdicts.values == [2.0, 4.0, 100.0, 8.0]
    assert verdicts.said == ["2", "4", "100", "8"]
    assert verdicts.each == pytest.approx([1, 4, math.nan, 16], nan_ok=True)


PASSAGE = "anna see the boat . ben see the rose ."
ROSE = Example("see the rose", PASSAGE, label=0, answers=(GoldAnswer(20, "ben"),))
NOTHING = Example("see the soup", PASSAGE, label=0)


def qa_judge(
    tokenizer: WordPieceTokenizer, examples: list[Example], train: list[Example], **task: float
) -> Judge:
    data = TaskData("", Kind.QA, (), (Metric.ANSWER_F1, Metric.EXACT_MATCH), train, examples, [])
    recipe = Recipe(task=Task(data="", stride=4, **task), max_length=13)  # type: ignore[arg-type]
    return judge_of(examples, recipe, data, tokenizer)


def spoken(judge: Judge, said: str, score: float, no_answer: float) -> Verdicts:
    """Where each window holds that word its span has that score; no answer has the other."""
    logits = {}
    (token,) = judge_ids(judge, said)
    for row in range(len(judge.rows)):
        ids = judge.rows.batch([row]).ids_BL[0]
        one = np.full((len(ids), 2), -10.0, np.float32)
        one[0] = no_answer / 2
        one[ids == token] = score / 2
        logits[row] = one
    return judge.judge(logits)


def judge_ids(judge: Judge, word: str) -> list[int]:
    passage = judge.examples[0].b.split()
    windows = judge.rows.windows
    assert windows is not None
    first = windows.texts.starts[len(judge.examples)]
    return [int(judge.rows.ids[first + passage.index(word)])]


def test_an_answer_in_the_second_window_of_a_passage(tokenizer: WordPieceTokenizer):
    judge = qa_judge(tokenizer, [ROSE], [ROSE, NOTHING])
    assert len(judge.rows) > 1
    verdicts = spoken(judge, "ben", 6.0, 1.0)
    assert verdicts.said == ["ben"]
    assert [score.value for score in verdicts.scores] == [1.0, 1.0]
    assert verdicts.each == [1.0]
    best = verdicts.answers[0][0]
    assert PASSAGE[best.start : best.end] == "ben"
    assert best.score == 6.0


@pytest.mark.parametrize(("threshold", "said"), [(0.0, ""), (2.5, "ben"), (-9.0, "")])
def test_a_question_is_called_unanswerable_by_the_threshold(
    tokenizer: WordPieceTokenizer, threshold: float, said: str
):
    """No answer has 5, the best answer 3."""
    judge = qa_judge(tokenizer, [ROSE, NOTHING], [ROSE, NOTHING], null_threshold=threshold)
    verdicts = spoken(judge, "ben", 3.0, 5.0)
    assert verdicts.said == [said, said]
    right = [float(said == "ben"), float(said == "")]
    assert verdicts.each == right
    assert verdicts.scores[0].value == 0.5


def test_where_all_questions_have_answers_none_is_called_unanswerable(
    tokenizer: WordPieceTokenizer,
):
    judge = qa_judge(tokenizer, [ROSE], [ROSE])
    assert spoken(judge, "ben", 3.0, 5.0).said == ["ben"]


def test_a_question_of_which_nothing_is_known_is_answered(tokenizer: WordPieceTokenizer):
    judge = qa_judge(tokenizer, [Example("see the rose", PASSAGE)], [])
    verdicts = spoken(judge, "ben", 6.0, 1.0)
    assert verdicts.said == ["ben"]
    assert math.isnan(verdicts.each[0])


# --- A whole part of the data -----------------------------------------------------------------


@pytest.fixture
def base(
    model: BertForPreTraining, config: BertConfig, tokenizer: WordPieceTokenizer
) -> LoadedModel:
    return LoadedModel(model, config, tokenizer)


def tuned(base: LoadedModel, data: TaskData) -> LoadedModel:
    return begin_task_model(base, data.kind, data.labels, start=Start.PRETRAINED, seed=1)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_part_of_the_data_is_answered_a_portion_at_a_time(
    base: LoadedModel, tmp_path: Path, kind: Kind, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bertscope.engine.tasks.INTERACTIVE_FLOPS", 1e6)
    task = Task(data=str(write_task(tmp_path, kind)), kind=kind)
    data = open_task(task)
    work = judge_split(tuned(base, data), data, task, data.dev)
    portions = []
    while True:
        try:
            portions.append(next(work))
        except StopIteration as end:
            judge, verdicts = end.value
            break
    assert all(isinstance(portion, Progress) for portion in portions)
    shares = [portion.fraction for portion in portions if portion.text == "Answering"]
    assert len(shares) > 3
    assert shares == sorted(shares)
    assert len(verdicts.said) == len(verdicts.each) == len(judge.examples) == DEV
    assert [score.metric for score in verdicts.scores] == list(data.metrics)


def test_what_a_model_can_not_answer_is_said(base: LoadedModel, tmp_path: Path):
    data, answers = (
        open_task(Task(data=str(write_task(tmp_path / kind, kind))))
        for kind in (Kind.CLASSIFICATION, Kind.QA)
    )
    with pytest.raises(TaskError, match="pre-trained alone: fine-tune it first"):
        require_head_for(base, data)
    with pytest.raises(TaskError, match="fine-tuned for classification, and the data is for qa"):
        require_head_for(tuned(base, data), answers)
    known = data.dev[0]
    unknown = Example(known.a, known.b)
    assert labelled([unknown, known], Kind.CLASSIFICATION) == [known]
    with pytest.raises(TaskError, match="no examples in this part"):
        labelled([unknown], Kind.CLASSIFICATION)
