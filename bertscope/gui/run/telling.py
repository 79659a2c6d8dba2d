"""How the training session fares, in words."""

from bertscope.gui.language import marked, plural, tr
from bertscope.gui.language.said import said
from bertscope.gui.opening import spoken
from bertscope.gui.run.record import RunRecord
from bertscope.gui.run.training import Phase, Training
from bertscope.gui.task.words import start_words, task_name
from bertscope.gui.wording import duration, plain_percent, whole_percent
from bertscope.recipe import PRESETS, Recipe
from bertscope.run_folder import undated
from bertscope.task import Start, Task
from bertscope.wire import messages as m

AFTER_RESET = marked("after reset")
"""Said beside a choice that a run doesn't take over."""
AT_REST = (Phase.PAUSED, Phase.FINISHED, Phase.BROKEN)
"""A run is there, and nothing is on its way."""
MEGA, GIGA = 1 << 20, 1 << 30
FIELDS = {
    "task": marked("task"),
    "preset": marked("model size"),
    "start": marked("starting weights"),
    "vocabulary": marked("vocabulary"),
    "corpus": marked("corpus"),
    "column": marked("column"),
    "one_sentence_a_line": marked("sentences"),
    "stories": marked("stories"),
    "decoys": marked("decoys"),
    "short_pairs": marked("short pairs"),
    "micro_batch": marked("micro-batch"),
    "max_length": marked("length of the pairs"),
    "seed": marked("seed"),
    "device": marked("device"),
    "precision": marked("precision"),
    "compiled": marked("compiled layers"),
    "optimizer": marked("optimizer"),
    "warmup_steps": marked("warm-up"),
    "weight_decay": marked("weight decay"),
    "dropout": marked("dropout"),
    "held_out_pairs": marked("held-out pairs"),
}
"""Names for people of the choices that need a reset."""


def where(training: Training) -> str:
    """How far the session is."""
    if training.phase in AT_REST and not training.trouble and "task" in training.needs_reset:
        return _after_reset(training.wanted.task)
    match training.phase:
        case Phase.IDLE if (task := training.wanted.task) is not None:
            return tr("press play: {task} is learned from labelled examples", task=task_name(task))
        case Phase.IDLE:
            return tr("press play: a new model learns to read, from nothing")
        case Phase.PREPARING:
            return f"{said(training.preparing.text)} …"
        case Phase.BROKEN if training.record and training.record.busy:
            return tr("another program trains this run: its steps are shown as they come")
        case Phase.BROKEN:
            return tr("stopped: play goes on from the last checkpoint")
        case Phase.FINISHED:
            time = duration(training.seconds_elapsed)
            return tr("finished in {time}: a later stop lets it go on", time=time)
    done = training.step / max(1, training.recipe.steps)
    elapsed = tr("{time} elapsed", time=duration(training.seconds_elapsed))
    words = f"{whole_percent(done)} · {elapsed}"
    if training.phase is Phase.PAUSED:
        held = tr("held: mend what is said, then press play" if training.trouble else "paused")
        return f"{words} · {held}"
    return f"{words} · {_left(training)}".removesuffix(" · ")


def _after_reset(task: Task | None) -> str:
    """What play would not begin: it goes on with the run that is there."""
    if task is None:
        return tr("press reset, then play: a new model learns to read, from nothing")
    name = task_name(task)
    return tr("press reset, then play: {task} is learned from labelled examples", task=name)


def _left(training: Training) -> str:
    """What is still to do, until the goal if there is one."""
    towards = training.target.words(training.history, training.steps_per_second)
    left = training.seconds_left
    return towards or ("" if left is None else tr("{time} left", time=duration(left)))


def pace(training: Training) -> str:
    """How fast it goes and what that takes; only what is known."""
    steps, tokens = training.steps_per_second, training.tokens_per_second
    words = []
    if steps is not None and tokens is not None:
        words.append(tr("{rate} steps/s", rate=_rate(steps)))
        words.append(tr("{rate} k tokens/s", rate=_rate(tokens / 1000)))
    if training.vitals is not None:
        words.append(tr("computing {share}", share=whole_percent(training.vitals.computing)))
        words.append(size(training.vitals.memory))
    return " · ".join(words)


def _rate(value: float) -> str:
    """With a digit behind the point as long as that says something."""
    return f"{value:,.1f}" if value < 100 else f"{value:,.0f}"


def device(vitals: m.Vitals | None) -> str:
    """How the GPU fares; empty where there is none to ask."""
    words = []
    if vitals is not None and vitals.device_use is not None:
        words.append(tr("GPU busy {share}", share=whole_percent(vitals.device_use)))
    if vitals is not None and vitals.device_memory is not None and vitals.device_memory_total:
        used, total = vitals.device_memory / GIGA, vitals.device_memory_total / GIGA
        words.append(tr("{used:.3g} of {total:.3g} GB on the GPU", used=used, total=total))
    return " · ".join(words)


def size(amount: int) -> str:
    """Bytes, in MB up to one GB."""
    return f"{amount / MEGA:,.0f} MB" if amount < GIGA else f"{amount / GIGA:.3g} GB"


def kept(record: RunRecord | None) -> str:
    """How much the weights of past steps take; empty where there is no run."""
    if record is None:
        return ""
    return plural(
        "{size:,.0f} of {room:,.0f} MB, 1 step kept",
        "{size:,.0f} of {room:,.0f} MB, {count:,} steps kept",
        len(record.kept),
        size=record.kept_size / MEGA,
        room=record.budget / MEGA,
    )


def brief(recipe: Recipe) -> str:
    """The choices that matter most, on one line."""
    if recipe.task is not None:
        return _brief_task(recipe, recipe.task)
    words = [
        what_is_trained(recipe),
        tr("rate {rate:.4g}", rate=recipe.learning_rate),
        tr("{count:,} pairs", count=recipe.batch_size),
        tr("{share} masked", share=plain_percent(recipe.mask.rate)),
    ]
    if bool(recipe.mlm_weight) != bool(recipe.nsp_weight):
        words.append(tr("masked LM only" if recipe.mlm_weight else "next sentence only"))
    return " · ".join(words)


def _brief_task(recipe: Recipe, task: Task) -> str:
    words = (
        task_name(task),
        start_words(task),
        _model_it_starts_from(recipe, task),
        tr("{count:,} examples", count=task.examples) if task.examples else tr("all examples"),
        tr("rate {rate:.4g}", rate=recipe.learning_rate),
        tr("{count:,} a step", count=recipe.batch_size),
    )
    return " · ".join(filter(None, words))


def _model_it_starts_from(recipe: Recipe, task: Task) -> str:
    """Its name; empty where it starts from random weights."""
    return undated(spoken(recipe.start)) if task.start is Start.PRETRAINED else ""


def what_is_trained(recipe: Recipe) -> str:
    return tr("open model") if recipe.start else recipe.preset


def size_words(preset: str) -> str:
    """A size of BERT as a tooltip tells it."""
    layers, width = PRESETS[preset]
    return tr("Random weights: {layers} layers, {width} wide", layers=layers, width=width)


def listed(fields: tuple[str, ...]) -> str:
    """The names of choices: "corpus, seed and device"."""
    *most, last = [tr(FIELDS[field]) for field in fields]
    return tr("{most} and {last}", most=tr(", ").join(most), last=last) if most else last
