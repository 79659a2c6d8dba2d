"""How the training session fares, in words."""

from bertscope.gui.run.record import RunRecord
from bertscope.gui.run.training import Phase, Training
from bertscope.gui.task.words import start_words, task_name
from bertscope.gui.wording import duration, plain_percent
from bertscope.recipe import PRESETS, Recipe
from bertscope.task import Task
from bertscope.wire import messages as m

AFTER_RESET = "after reset"
"""Said beside a choice that a run doesn't take over."""
MEGA, GIGA = 1 << 20, 1 << 30
FIELDS = {
    "preset": "model size",
    "start": "starting weights",
    "vocabulary": "vocabulary",
    "max_length": "length of the pairs",
    "one_sentence_a_line": "sentences",
    "short_pairs": "short pairs",
    "warmup_steps": "warm-up",
    "weight_decay": "weight decay",
    "held_out_pairs": "held-out pairs",
    "micro_batch": "micro-batch",
}
"""Names for people of the choices that need a reset; the others are called as they are."""


def where(training: Training) -> str:
    """How far the session is."""
    match training.phase:
        case Phase.IDLE if (task := training.wanted.task) is not None:
            return f"press play: {task_name(task)} is learned from labelled examples"
        case Phase.IDLE:
            return "press play: a model learns to read, from nothing"
        case Phase.PREPARING:
            return f"{training.preparing.text} …"
        case Phase.BROKEN if training.record and training.record.busy:
            return "another program trains this run: its steps are shown as they come"
        case Phase.BROKEN:
            return "stopped: play goes on from the last checkpoint"
        case Phase.FINISHED:
            return f"finished in {duration(training.seconds_elapsed)}"
    done = training.step / max(1, training.recipe.steps)
    words = f"{done:.0%} · {duration(training.seconds_elapsed)} elapsed"
    if training.phase is Phase.PAUSED:
        held = "held: mend what is said, then press play" if training.trouble else "paused"
        return f"{words} · {held}"
    return f"{words} · {_left(training)}".removesuffix(" · ")


def _left(training: Training) -> str:
    """What is still to do, until the goal if there is one."""
    towards = training.target.words(training.history, training.steps_per_second)
    left = training.seconds_left
    return towards or ("" if left is None else f"{duration(left)} left")


def pace(training: Training) -> str:
    """How fast it goes and what that takes; only what is known."""
    steps, tokens = training.steps_per_second, training.tokens_per_second
    words = []
    if steps is not None and tokens is not None:
        words += [f"{_rate(steps)} steps/s", f"{_rate(tokens / 1000)} k tokens/s"]
    if training.vitals is not None:
        words += [f"computing {training.vitals.computing:.0%}", size(training.vitals.memory)]
    return " · ".join(words)


def _rate(value: float) -> str:
    """With a digit behind the point as long as that says something."""
    return f"{value:,.1f}" if value < 100 else f"{value:,.0f}"


def device(vitals: m.Vitals | None) -> str:
    """How the GPU fares; empty where there is none to ask."""
    words = []
    if vitals is not None and vitals.device_use is not None:
        words.append(f"GPU busy {vitals.device_use:.0%}")
    if vitals is not None and vitals.device_memory is not None and vitals.device_memory_total:
        used, total = vitals.device_memory / GIGA, vitals.device_memory_total / GIGA
        words.append(f"{used:.3g} of {total:.3g} GB on the GPU")
    return " · ".join(words)


def size(amount: int) -> str:
    """Bytes, in MB up to one GB."""
    return f"{amount / MEGA:,.0f} MB" if amount < GIGA else f"{amount / GIGA:.3g} GB"


def kept(record: RunRecord | None) -> str:
    """How much the weights of past steps take; empty where there is no run."""
    if record is None:
        return ""
    steps = len(record.kept)
    return (
        f"{record.kept_size / MEGA:,.0f} of {record.budget / MEGA:,.0f} MB, "
        f"{steps:,} step{'' if steps == 1 else 's'} kept"
    )


def brief(recipe: Recipe) -> str:
    """The choices that matter most, on one line."""
    if recipe.task is not None:
        return _brief_task(recipe, recipe.task)
    losses = {(True, False): " · masked LM only", (False, True): " · next sentence only"}
    counts = bool(recipe.mlm_weight), bool(recipe.nsp_weight)
    return (
        f"{what_is_trained(recipe)} · rate {recipe.learning_rate:.4g} · {recipe.batch_size:,} pairs"
        f" · {plain_percent(recipe.mask.rate)} masked{losses.get(counts, '')}"
    )


def _brief_task(recipe: Recipe, task: Task) -> str:
    count = f"{task.examples:,} examples" if task.examples else "all examples"
    return (
        f"{task_name(task)} · {start_words(task)} · {count} · rate {recipe.learning_rate:.4g} · "
        f"{recipe.batch_size:,} a step"
    )


def what_is_trained(recipe: Recipe) -> str:
    return "open model" if recipe.start else recipe.preset


def size_words(preset: str) -> str:
    """A size of BERT as a tooltip tells it."""
    layers, width = PRESETS[preset]
    return f"Random weights: {layers} layers, {width} wide"


def listed(fields: tuple[str, ...]) -> str:
    """The names of choices: "corpus, seed and device"."""
    *most, last = [FIELDS.get(field, field.replace("_", " ")) for field in fields]
    return f"{', '.join(most)} and {last}" if most else last
