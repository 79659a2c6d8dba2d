"""What the curves of a fine-tuning show: the task's loss and its scores."""

from math import log

from bertscope.gui.curves.quantities import Guess, Quantity, Unit
from bertscope.gui.language import marked, tr
from bertscope.gui.run.record import RunRecord
from bertscope.gui.wording import number, percent
from bertscope.task import Kind, Metric

CORRELATIONS = (Metric.MATTHEWS, Metric.PEARSON, Metric.SPEARMAN)
"""From -1 to 1, and 0 for mere guessing; all others are shares."""
_TITLES = {
    Metric.ACCURACY: marked("Accuracy"),
    Metric.F1: marked("F1"),
    Metric.EXACT_MATCH: marked("Exact match"),
    Metric.ANSWER_F1: marked("Answer F1"),
    Metric.MATTHEWS: marked("Matthews correlation"),
    Metric.PEARSON: marked("Pearson correlation"),
    Metric.SPEARMAN: marked("Spearman correlation"),
}


def kind_of(run: RunRecord) -> Kind | None:
    """What a fine-tuning is for; None of pre-training, and where nothing tells yet."""
    task = run.recipe.task
    if task is None:
        return None
    found = task.kind or (run.facts.kind if run.facts else None)
    return found or (run.model.task if run.model else None)


def metrics_of(run: RunRecord) -> tuple[Metric, ...]:
    """How well a task is answered is said by these, the score first; none where nothing tells."""
    return run.facts.metrics if run.facts else ()


def unit_of(metric: Metric) -> Unit:
    return Unit.CORRELATION if metric in CORRELATIONS else Unit.SHARE


def value_words(metric: Metric | None, value: float) -> str:
    """A score for people; one without a name is a share."""
    return number(value) if metric in CORRELATIONS else percent(value)


def task_loss(run: RunRecord) -> Quantity:
    """What is minimised; in regression a mean squared error."""
    unit = Unit.SQUARE if kind_of(run) is Kind.REGRESSION else Unit.NATS
    return Quantity(marked("Loss"), "loss", "held_out_loss", "", unit)


def task_score(run: RunRecord) -> Quantity:
    """The task's first metric, by its name where that is known."""
    metrics = metrics_of(run)
    if metrics:
        title, unit = _TITLES[metrics[0]], unit_of(metrics[0])
    else:
        is_number = kind_of(run) is Kind.REGRESSION
        title, unit = marked("Score"), Unit.CORRELATION if is_number else Unit.SHARE
    return Quantity(title, "score", "held_out_score", "", unit)


def second_score(run: RunRecord) -> Quantity | None:
    """The task's second metric; None where it has one alone."""
    metrics = metrics_of(run)
    if len(metrics) < 2:
        return None
    return Quantity(_TITLES[metrics[1]], "", "held_out_second_score", "", unit_of(metrics[1]))


def is_score(quantity: Quantity) -> bool:
    """Whether it says how well a task is answered."""
    return not quantity.meaning and quantity.rises


def task_rows(run: RunRecord, *, second: bool) -> list[list[Quantity]]:
    """The plots of a fine-tuning in rows; both scores stand in one."""
    other = second_score(run) if second else None
    return [[task_loss(run)], [task_score(run), *([other] if other else [])]]


def task_guesses(quantity: Quantity, run: RunRecord) -> list[Guess]:
    """What guessing and simple rules reach.

    A model that calls each of K classes as likely has a loss of ln K. In question answering that
    depends on the passage, and in regression on the numbers: there is no such line.
    """
    if quantity.held == "held_out_score" and run.facts is not None:
        told = run.facts.baselines
        return [Guess(value, f"{tr(name)}: {quantity.words(value)}") for name, value in told]
    classes = _classes(run)
    if quantity.held != "held_out_loss" or classes < 2:
        return []
    chance = log(classes)
    words = tr("guessing: ln {classes} = {value:.2f}", classes=classes, value=chance)
    return [Guess(chance, words)]


def _classes(run: RunRecord) -> int:
    """How many a classification tells apart; 0 where it is none, or that isn't known."""
    task = run.recipe.task
    if task is None or kind_of(run) is not Kind.CLASSIFICATION:
        return 0
    told = [known.labels for known in (run.facts, run.model, task) if known is not None]
    return next((len(labels) for labels in told if labels), 0)
