"""The pictures of the documentation: each page's own, in both themes.

All is seeded, so that the same sources show the same numbers; only clocks and speeds differ from
one time to the next. Run as ``python -m tests.docs.pictures``.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bertscope.gui.main_window import MainWindow
from bertscope.gui.slow.story import Scene
from bertscope.gui.state import Form, Quarter, Row, Side, Stage, Vector
from bertscope.task import Task
from bertscope.text.masking import Action
from tests.docs.studio import SIZE, Studio

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
PAST_STEP = 60
PRETRAINING_SEED = 0
LESSON = "masking"
STORY_SCENE = Scene.LOSSES
FEELING = "Anna was not sad any more."


def main() -> None:
    """Render pictures; those that show nothing new stay as they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)}; else all")
    parser.add_argument("--out", type=Path, default=FOLDER, metavar="FOLDER")
    arguments = parser.parse_args()
    arguments.out.mkdir(exist_ok=True)
    for name in arguments.sets or SETS:
        with Studio(arguments.out) as studio:
            for take in SETS[name]:
                take(studio)


def panel(name: str) -> Callable[[MainWindow], QWidget]:
    """A panel of the page by its name."""
    return lambda window: window.page.panels[name]


def input_card(window: MainWindow) -> QWidget:
    """The sentences, the figure, and the masks below it."""
    card = window.page.centralWidget()
    assert card is not None
    return card


def in_front(studio: Studio, name: str) -> None:
    """Keep a panel that lies behind others, and put all where it was."""
    page = studio.window.page
    page.panels[name].reveal()
    studio.keep(name, panel(name))
    page.reset()


def mask_two(studio: Studio) -> None:
    """Hide a word of A and one of B."""
    studio.window.session.set_action([2, 8], Action.MASK)
    studio.window.session.set_focus(2)


def input_figure(studio: Studio) -> None:
    """The five rows, and one vector of them."""
    session = studio.window.session
    studio.keep("input", input_card)
    session.set_view(stage=Stage.LAYER_NORM, vector=Vector(Row.TOKEN, 2))
    in_front(studio, "vector")
    session.set_view(stage=Stage.SUM, vector=None)


def masks(studio: Studio) -> None:
    """A mask of each kind, and what many rolls do."""
    session = studio.window.session
    session.set_action([2], Action.MASK)
    session.set_action([4], Action.RANDOM)
    session.set_action([8], Action.KEEP)
    session.set_focus(2)
    studio.keep("masks", input_card)
    in_front(studio, "rolls")
    session.set_action([4], None)


def outputs(studio: Studio) -> None:
    """What the model says at the masked words and at C, and the losses."""
    mask_two(studio)
    studio.keep("window")
    for name in ("predictions", "verdict", "objective"):
        studio.keep(name, panel(name))


def inside(studio: Studio) -> None:
    """Attention, layers, map."""
    studio.window.session.set_view(layer=1, heads=(0,), form=Form.LINES, quarter=Quarter.ALL)
    for name in ("attention", "layers", "map"):
        in_front(studio, name)


def training(studio: Studio) -> None:
    """A whole run of the little stories."""
    mask_two(studio)
    recipe = studio.window.training.recipe
    wanted = msgspec.structs.replace(recipe, seed=PRETRAINING_SEED, device="cpu")
    studio.window.training.set_recipe(wanted)
    studio.train()
    studio.keep("training", panel("training"))


def past(studio: Studio) -> None:
    """The same sentences, as the model of an early step saw them."""
    studio.window.films.travel.to(PAST_STEP)
    studio.keep("past")


def comparing(studio: Studio) -> None:
    """What was learned since the early step: the newest model as B, the early one as A."""
    window = studio.window
    window.films.travel.newest()
    studio.settle()
    window.comparison.pin_present()
    window.films.travel.to(PAST_STEP)
    studio.settle()
    window.comparison.show_side(Side.DIFFERENCE)
    studio.keep("comparing")


def fine_tuning(studio: Studio) -> None:
    """Feelings, learned from the shipped model."""
    window, training = studio.window, studio.window.training
    window.menus.tasks.choose(Task(data="feelings"))
    studio.wait(lambda: window.known.facts is not None and training.wanted.task is not None)
    training.set_recipe(msgspec.structs.replace(training.wanted, device="cpu"))
    studio.train()
    window.session.set_pair(FEELING, "")
    window.page.panels["results"].reveal()
    studio.keep("fine-tuning")


def slow_motion(studio: Studio) -> None:
    """One training step as a story, on the pair."""
    window = studio.window
    mask_two(studio)
    studio.settle()
    window.show_slow_motion()
    studio.wait(lambda: window.slow.story is not None)
    window.slow.go(STORY_SCENE)
    studio.keep("slow-motion")


def lesson(studio: Studio) -> None:
    """A page of a lesson, and the same before a class."""
    window = studio.window
    window.lessons.begin(LESSON)
    studio.settle()
    studio.keep("lesson")
    window.presenting.begin()
    window.setWindowState(Qt.WindowState.WindowNoState)  # The screen there is may be of any size.
    window.resize(SIZE)
    studio.keep("presenting")
    window.presenting.end()
    window.lessons.end()


SETS: dict[str, tuple[Callable[[Studio], None], ...]] = {
    "pair": (input_figure, masks, outputs, inside),
    "run": (training, past, comparing),
    "fine-tuning": (fine_tuning,),
    "slow-motion": (slow_motion,),
    "lesson": (lesson,),
}
"""Each begins with a window of its own; the parts of a set come one after the other."""


if __name__ == "__main__":
    main()
