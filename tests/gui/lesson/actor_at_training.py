"""What the actor of lessons does with models and runs."""

from collections.abc import Callable

from bertscope.gui.run.phase import Phase
from bertscope.gui.symbols import Symbol
from bertscope.places import DEFAULT_MODEL
from bertscope.task import BUILT_IN_TASKS, Start
from tests.gui.lesson.actor_hands import MEASURED, TRAINED, Hands


class AtTraining:
    """Opens models, chooses tasks, trains, travels and measures.

    Parameters
    ----------
    holds
        Whether what is asked for is done.
    """

    def __init__(self, hands: Hands, holds: Callable[[], bool]) -> None:
        self._hands, self._holds = hands, holds
        self._bot, self._window = hands.bot, hands.window

    def open(self, model: str) -> None:
        """Open a model by the menu of the top bar."""
        if model != DEFAULT_MODEL:
            raise LookupError(f"The actor has no way to open {model}")
        self._window.top_bar.model.menu().actions()[0].trigger()

    def choose_task(self, task: str) -> None:
        """Want a fine-tuning on built-in data, or pre-training for none."""
        switch = self._window.top_bar.switch
        if not task:
            self._hands.click(switch.pretraining)
            return
        switch.menu.fill()
        words = BUILT_IN_TASKS[task]
        (entry,) = (a for a in switch.menu.actions() if a.text().startswith(f"{words} ·"))
        entry.trigger()

    @property
    def _is_learning(self) -> bool:
        return self._window.training.phase in (Phase.RUNNING, Phase.PREPARING)

    def play(self, playing: bool) -> None:
        """Let it learn, or rest."""
        training, button = self._window.training, self._window.views.transport.play
        self._bot.waitUntil(lambda: training.phase is not Phase.PREPARING, timeout=TRAINED)
        if self._is_learning is not playing:
            self._hands.click(button)

    def do_steps(self, steps: int) -> None:
        """A few by single steps, more by play."""
        training, transport = self._window.training, self._window.views.transport
        if steps > training.step + 2:
            self.play_until_it_holds(steps)
        while training.step < steps:
            step = training.step
            self._hands.click(transport.step)
            self._bot.waitUntil(
                lambda was=step: training.step > was and not self._is_learning, timeout=TRAINED
            )

    def play_until_it_holds(self, _: object) -> None:
        """Let it learn as long as that takes."""
        if not self._holds():
            self.play(True)
        self._bot.waitUntil(self._holds, timeout=TRAINED)

    def pin(self, _: bool) -> None:
        """Pin what is looked at as B."""
        if self._window.comparison.pinned is None:
            commands = self._window.menus.commands
            (pin,) = (c.action for c in commands if c.words == "Pin this as B")
            pin.trigger()

    def go_back(self, past: bool) -> None:
        """Look at the first step that is kept, or at the newest."""
        bar = self._window.films.bar
        self._hands.click(bar.buttons[Symbol.FIRST if past else Symbol.NEWEST])

    def measure(self, _: bool) -> None:
        """Begin, and stop once there is a point of either start."""
        worth, button = self._window.worth, self._window.views.worth_controls.button
        self._hands.click(button)
        self._bot.waitUntil(
            lambda: {point.start for point in worth.points} == set(Start), timeout=MEASURED
        )
        self._hands.click(button)
        self._bot.waitUntil(self._holds, timeout=MEASURED)
