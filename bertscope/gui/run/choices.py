"""What holds for a run, what is wanted of it, and which of that needs a new one."""

import msgspec

from bertscope.recipe import LIVE, MOVABLE, Recipe, with_choices

_FIELDS = Recipe.__struct_fields__


class Choices:
    """Two recipes: the one of the run, and the one that the controls say.

    Attributes
    ----------
    held
        What holds for the run; where there is none, what is wanted.
    wanted
        What the controls say.
    """

    def __init__(self, recipe: Recipe) -> None:
        self.held = self.wanted = self._sent = recipe
        self._unanswered = 0

    @property
    def is_of_run(self) -> bool:
        """Whether what is wanted is for the same data as what holds, or both are pre-training.

        What is wanted of anything else counts only for a new run, all of it.
        """
        return _subject(self.held) == _subject(self.wanted)

    def want(self, recipe: Recipe, step: int = 0) -> None:
        """What the controls say; a run can't stop before the `step` it has reached."""
        self.wanted = recipe
        if self.is_of_run:
            self.wanted = msgspec.structs.replace(recipe, steps=max(recipe.steps, step))

    def take_over(self) -> Recipe:
        """What is wanted holds, for there is no run, or it is a new one; itself."""
        self.held = self._sent = self.wanted
        return self.held

    def take_up(self) -> Recipe:
        """What a run that is taken up again goes on with."""
        names = (*LIVE, *MOVABLE) if self.is_of_run else MOVABLE
        self.held = self._sent = with_choices(self.held, self.wanted, names)
        return self.held

    def adopt(self, recipe: Recipe) -> None:
        """Both are those of a run that was made before."""
        self.held = self.wanted = self._sent = recipe

    def begin(self, recipe: Recipe) -> None:
        """The run has begun with this; what was wanted otherwise still is."""
        self._hold(recipe, self._differing)
        self._sent, self._unanswered = recipe, 0

    def settle(self, recipe: Recipe) -> None:
        """A run goes on with this; what was wanted otherwise, or is on its way, still is."""
        self._unanswered = max(0, self._unanswered - 1)
        under_way = LIVE if self._unanswered else ()
        self._hold(recipe, (*self._differing, *under_way))

    def _hold(self, recipe: Recipe, own: tuple[str, ...]) -> None:
        if self.is_of_run:
            self.wanted = with_choices(recipe, self.wanted, own)
        self.held = recipe

    @property
    def _differing(self) -> tuple[str, ...]:
        return tuple(n for n in _FIELDS if getattr(self.held, n) != getattr(self.wanted, n))

    def take_back(self) -> None:
        """The engine won't change the run: what holds is wanted again."""
        if self.is_of_run:
            self.wanted = with_choices(self.wanted, self.held, LIVE)
        self._sent = self.held
        self._unanswered = max(0, self._unanswered - 1)

    def fall_back(self, recipe: Recipe) -> None:
        """The engine has the run no more, and it was made with this when it was last told of."""
        self.held = self._sent = recipe
        self._unanswered = 0

    def reach(self, step: int) -> None:
        """The run has ended at a step, which may be behind where it was told to."""
        is_of_run = self.is_of_run
        self.held = msgspec.structs.replace(self.held, steps=max(self.held.steps, step))
        if is_of_run:
            self.wanted = msgspec.structs.replace(self.wanted, steps=max(self.wanted.steps, step))

    def unsent(self) -> Recipe | None:
        """What the run is to go on with, if the engine wasn't told; it counts as told then."""
        recipe = with_choices(self.held, self.wanted, LIVE)
        if recipe == self._sent or not self.is_of_run:
            return None
        self._sent = recipe
        self._unanswered += 1
        return recipe

    def waiting(self, *, movable: bool) -> tuple[str, ...]:
        """The fields that are wanted otherwise and count only for a new run.

        Parameters
        ----------
        movable
            Whether the run is going to be taken up again, perhaps on another device.
        """
        free = {*LIVE, *MOVABLE} if movable else {*LIVE}
        if not self.is_of_run:
            # Another task brings all its choices; the device is chosen for itself.
            return tuple(n for n in self._differing if n == "task" or n in {"device"} - free)
        if self.held.start and self.wanted.start:
            free |= {"preset", "vocabulary"}
        return tuple(name for name in self._differing if name not in free)


def _subject(recipe: Recipe) -> str | None:
    """What is learned: the labelled data, or None in pre-training."""
    return recipe.task.data if recipe.task else None
