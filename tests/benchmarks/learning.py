"""How soon a recipe has learned something: seconds and steps to some marks, without a window.

Marks are passed at the first measurement on held-out pairs that reaches them: masked-LM loss at
three quarters and at half of ln V, which is the loss of guessing among V tokens; next-sentence
accuracy of 60, 75 and 85 %. Seconds count from pressing play, so reading the corpus is in them
and importing PyTorch is not; seconds of processor time are told as well, for they hardly move
when something else uses the machine. Both losses are those of the last measurement within
``--within`` seconds (or of the end, where the recipe is through before).

The next-sentence accuracy is that on the corpus's own negatives, so part of it may come from the
form of the sentences; "by content" is that where a false B is told in the same form about other
things, against 50 % of guessing. "Guessing" is that of always naming the commoner class; where it
is 60 % the first mark says nothing. With the default 256 held-out pairs the standard error is 2 to
3 points.

Each ``--recipe`` is a row of its own, such as ``--recipe batch_size=32,steps=800``; an empty one is
the default recipe. They alternate, seed by seed.
"""

import argparse
import math
import time
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from bertscope.engine.devices import use_threads
from bertscope.engine.reports import HeldOut, StepMetrics
from bertscope.engine.training import TrainingSession
from bertscope.places import default_model
from bertscope.recipe import Recipe
from bertscope.text.tokenizer import WordPieceTokenizer
from tests.benchmarks.bench import Report, Spread, arguments_of

MLM_SHARES = (0.75, 0.5)
NSP_ACCURACIES = (0.60, 0.75, 0.85)


@dataclass(frozen=True)
class Measured:
    """One measurement on held-out pairs: when, and what."""

    step: int
    seconds: float
    cpu_seconds: float
    held_out: HeldOut


@dataclass
class Course:
    """One training session as it went.

    Attributes
    ----------
    prepared_after
        Seconds until the held-out losses were measured for the first time.
    guessing
        The next-sentence accuracy of always naming the commoner class.
    """

    recipe: str
    seed: int
    vocabulary_size: int
    prepared_after: float = 0.0
    guessing: float = 0.0
    measured: list[Measured] = field(default_factory=list)

    def passed(self, name: str) -> Measured | None:
        """The first measurement that reaches a mark."""
        kind, mark = name.split()
        for at in self.measured:
            if kind == "mlm" and at.held_out.mlm_loss <= float(mark) * math.log(
                self.vocabulary_size
            ):
                return at
            if kind == "nsp" and at.held_out.nsp_accuracy >= float(mark):
                return at
        return None

    def after(self, seconds: float) -> Measured:
        """The last measurement within that time."""
        return [at for at in self.measured if at.seconds <= seconds or at.step == 0][-1]


TIMES = (5.0, 10.0, 20.0, 30.0, 45.0, 60.0)

MARKS = (*(f"mlm {share}" for share in MLM_SHARES), *(f"nsp {mark}" for mark in NSP_ACCURACIES))


def main() -> None:
    """Measure, print, write."""
    parser = arguments_of(__doc__)
    parser.add_argument("--recipe", action="append", metavar="KEY=VALUE,…", help="may be repeated")
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    parser.add_argument("--within", type=float, default=60.0, metavar="SECONDS")
    parser.add_argument(
        "--stop", action="store_true", help="end each run there, even if the recipe has steps left"
    )
    parser.add_argument(
        "--beside-window",
        action="store_true",
        help="use as many threads as the engine does beside a window: all cores but one",
    )
    arguments = parser.parse_args()
    use_threads(beside_window=arguments.beside_window)
    report = Report("learning", arguments)
    courses: list[Course] = []
    for seed in arguments.seeds:
        for words in arguments.recipe or [""]:
            courses.append(train(words, seed, arguments))
            report.keep("courses", msgspec.to_builtins(courses))
    show(report, courses, arguments.within)


def train(words: str, seed: int, arguments: argparse.Namespace) -> Course:
    """Train a recipe and note every measurement."""
    recipe = recipe_of(words, seed)
    size = len(WordPieceTokenizer.load(Path(recipe.vocabulary or default_model())))
    course = Course(words or "default", seed, size)
    with TemporaryDirectory() as folder:
        began, cpu_began = time.perf_counter(), time.process_time()
        for event in (session := TrainingSession(recipe, Path(folder) / "run")).advance():
            seconds = time.perf_counter() - began
            if isinstance(event, StepMetrics) and event.held_out:
                cpu_seconds = time.process_time() - cpu_began
                course.measured.append(Measured(event.step, seconds, cpu_seconds, event.held_out))
                course.prepared_after = course.measured[0].seconds
                course.guessing = max(session.random_share, 1 - session.random_share)
            if arguments.stop and seconds > arguments.within:
                break
        session.close()
    return course


def recipe_of(words: str, seed: int) -> Recipe:
    """The default recipe with changes such as ``batch_size=32,mask.rate=0.25``."""
    content = msgspec.to_builtins(Recipe(seed=seed))
    for change in filter(None, words.split(",")):
        name, _, value = change.partition("=")
        part, _, inner = name.partition(".")
        if inner:
            content[part][inner] = value
        else:
            content[part] = value
    return msgspec.convert(content, Recipe, strict=False)


def show(report: Report, courses: list[Course], within: float) -> None:
    """When the marks were passed, then what was reached."""
    rows, ends = [], []
    recipes = list(dict.fromkeys(course.recipe for course in courses))
    for recipe in recipes:
        own = [course for course in courses if course.recipe == recipe]
        for mark in MARKS:
            passed = [at for course in own if (at := course.passed(mark))]
            figures = [
                Spread.of([value(at) for at in passed]).words() if passed else "-"
                for value in (_step, _seconds, _cpu_seconds)
            ]
            rows.append([recipe, mark, f"{len(passed)} of {len(own)}", *figures])
        last = [course.after(within) for course in own]
        ends.append(
            [
                recipe,
                Spread.of([_step(one) for one in last]).words(),
                Spread.of([one.held_out.mlm_loss for one in last]).words(2),
                f"{math.log(own[0].vocabulary_size):.2f}",
                Spread.of([one.held_out.nsp_loss for one in last]).words(3),
                Spread.of([one.held_out.nsp_accuracy for one in last]).words(2),
                f"{own[0].guessing:.2f}",
                Spread.of([course.prepared_after for course in own]).words(1),
            ]
        )
    head = ["recipe", "mark", "passed", "step", "seconds", "CPU seconds"]
    report.table("When held-out marks were passed: median (least–most)", head, rows)
    head = ["recipe", "step", "masked LM loss", "ln V", "next-sentence loss (ln 2 = 0.693)"]
    head += ["its accuracy", "guessing", "preparing, s"]
    report.table(f"Held out within {within:.0f} s", head, ends)
    rows = []
    for recipe in recipes:
        own = [course for course in courses if course.recipe == recipe]
        for seconds in TIMES:
            held_out = [
                course.after(seconds).held_out for course in own if course.prepared_after <= seconds
            ]
            if seconds <= within and held_out:
                contents = [one.nsp_decoy_accuracy for one in held_out]
                rows.append(
                    [
                        recipe,
                        f"{seconds:.0f}",
                        Spread.of([one.mlm_loss for one in held_out]).words(2),
                        Spread.of([one.nsp_loss for one in held_out]).words(3),
                        Spread.of([one.nsp_accuracy for one in held_out]).words(2),
                        Spread.of([one for one in contents if one is not None]).words(2)
                        if any(one is not None for one in contents)
                        else "-",
                    ]
                )
    head = ["recipe", "seconds", "masked LM loss", "next-sentence loss", "accuracy", "by content"]
    report.table("Seconds against both losses, held out", head, rows)


def _step(at: Measured) -> float:
    return at.step


def _seconds(at: Measured) -> float:
    return at.seconds


def _cpu_seconds(at: Measured) -> float:
    return at.cpu_seconds


if __name__ == "__main__":
    main()
