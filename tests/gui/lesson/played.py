"""A lesson to play, and a stage that notes what it is to set."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from bertscope.gui.lesson.lesson import Ask, Head, Lesson, Page, Place, Scene, Training, Until

TEXT = """+++
title = "The cloze test"
about = "Which words are hidden."
minutes = 7
+++

# The input

Each token is a sum: $x_2 = E_{dog} + E_A + E_2$.

```window
a = "my dog is cute"
b = "he likes playing"
point = ["roll", "attention"]
```

```do
say = "Press **Roll**."
hint = "It stands under the figure."
well = "One word is hidden."
until.rolls = 1
```

```do
say = "Hide `dog` and $E_A$."
until.chosen = 2
```

# What it says

See [the other](lesson:other#2).

# The end

That was all.
"""


def lesson() -> Lesson:
    """Three pages: two asks, none, one."""
    return Lesson(
        Head("Masks"),
        (
            Page(
                "First",
                "One.",
                Scene(a="a b", b="c", masks={"a": "mask"}, view={"layer": 1}, show=(Place.INPUT,)),
                (Ask("Roll.", Until(rolls=1)), Ask("Hide.", Until(chosen=2))),
            ),
            Page(
                "Second",
                "Two.",
                Scene(
                    view={"stage": 3}, training=Training(steps=5), focus="b", point=(Place.ROLL,)
                ),
            ),
            Page("Third", "Three.", Scene(a="d e"), (Ask("Hide.", Until(chosen=1)),)),
        ),
    )


@dataclass(frozen=True)
class Now:
    """As much of a situation as these asks are about."""

    rolls: int = 0
    chosen: int = 0


class NotedStage(QObject):
    """Is done when a test says so."""

    done = Signal()
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.scenes: list[Scene] = []
        self.begun = self.ended = 0

    def begin(self) -> None:
        self.begun += 1

    def set(self, scene: Scene) -> None:
        self.scenes.append(scene)

    def end(self, *, at_once: bool = False) -> None:
        self.ended += 1


def holds(until: Until, now: Now, begun: Now) -> bool:
    """Rolls are counted from when the page was turned to."""
    enough_rolls = now.rolls - begun.rolls >= (until.rolls or 0)
    return enough_rolls and now.chosen >= (until.chosen or 0)
