"""What the window asks of the engine."""

import msgspec

from bertscope.looks import Wants
from bertscope.recipe import Recipe
from bertscope.run_folder import About
from bertscope.task import Task
from bertscope.wire.messages.values import Goal, Message, ModelRef, Split


class OpenModel(Message, frozen=True):
    """Load a model folder, so that probes of it are answered at once."""

    id: int
    model: ModelRef


class Probe(Message, frozen=True):
    """One look at one model with one pair and one mask plan.

    A newer probe of the same view takes the place of one that has not started.

    Attributes
    ----------
    ids, segments
        What the model reads, mask plan applied.
    labels
        For each chosen position the id that stood there.
    nsp_label
        0 if B follows A, 1 if not, None without B.
    label
        The class that is right; None where it isn't known. Of a fine-tuned model that classifies;
        `labels` and `nsp_label` are for the heads of pre-training.
    sources
        For each token 0 if it is of A, 1 of B, 2 if it is [CLS] or [SEP]; needed for thumbnails.
    wants
        What else is looked at.
    """

    id: int
    view: str
    model: ModelRef
    ids: list[int]
    segments: list[int]
    labels: dict[int, int] = msgspec.field(default_factory=dict)
    nsp_label: int | None = None
    sources: list[int] = msgspec.field(default_factory=list)
    wants: Wants = Wants()
    label: int | None = None


class MapVocabulary(Message, frozen=True):
    """Where all token embeddings of a model lie in the plane of their two main directions."""

    id: int
    model: ModelRef


class PickSentence(Message, frozen=True):
    """Pick a sentence of a corpus at random; the same seed picks the same one.

    Attributes
    ----------
    corpus
        As in a recipe: the name of a built-in corpus, or a file or folder.
    """

    id: int
    corpus: str
    seed: int


class Train(Message, frozen=True):
    """Begin a run, or continue one.

    Attributes
    ----------
    folder
        Of the run; empty for a new folder among the engine's runs, which `RunStarted` names.
    resume
        Whether to go on with the run that is there.
    goal
        When it holds; at `Goal(steps=0)` it starts paused.
    """

    id: int
    recipe: Recipe
    folder: str = ""
    resume: bool = False
    goal: Goal = Goal()


class Play(Message, frozen=True):
    """Go on with the run."""

    goal: Goal = Goal()


class Pause(Message, frozen=True):
    """Hold the run after the step at hand."""


class Change(Message, frozen=True):
    """Go on with other choices from the next step on; `RunChanged` tells those that hold then.

    What can't change within a run makes it fail, and nothing changes.
    """

    recipe: Recipe


class EndRun(Message, frozen=True):
    """Save the run's model and checkpoint and let go of it."""


class TellStep(Message, frozen=True):
    """Do one training step and tell all of it, as `StepStory`.

    Attributes
    ----------
    model
        Whose step it is. For the pair of someone's own a copy of this model does the step on that
        pair alone, and neither run nor model changes. Without a pair it is the paused run's, and
        its next step is done.
    pair
        Someone's own pair, with its masks; ids, segments, labels and nsp_label count. None for a
        row of the run's next batch.
    row
        Which row of the batch, from 0; one beyond the last is the last.
    """

    id: int
    model: ModelRef
    pair: Probe | None = None
    row: int = 0


class InspectTask(Message, frozen=True):
    """What some labelled data is, before anything is trained on it: `TaskInspected`."""

    id: int
    task: Task


class JudgeTask(Message, frozen=True):
    """Answer the labelled examples of a task with a fine-tuned model: `TaskJudged`.

    A newer one takes the place of one that is under way; that one fails with an empty sentence.

    Attributes
    ----------
    split
        Which examples.
    most
        So many of them at the most, those that training measures on; the seed is the recipe's.
    """

    id: int
    model: ModelRef
    task: Task
    split: Split = Split.DEV
    most: int = 512
    seed: int = 0


class MeasureWorth(Message, frozen=True):
    """Train on so many labelled examples, from pre-trained and from random weights, in memory.

    `WorthPoint` tells each score, and `WorthDone` that there is no more. No run may be at hand.

    Attributes
    ----------
    recipe
        Its task's `examples` and `start` and its seed are those of each training.
    sizes
        Numbers of training examples.
    seeds
        So many trainings of each kind, from the recipe's seed on.
    """

    id: int
    recipe: Recipe
    sizes: list[int]
    seeds: int = 3


class StopWorth(Message, frozen=True):
    """Measure no further; `WorthDone` answers it."""


class ListRuns(Message, frozen=True):
    """What runs there are."""

    id: int


class OpenRun(Message, frozen=True):
    """Tell all of a run, and from now on what another process adds to it."""

    id: int
    folder: str


class CloseRun(Message, frozen=True):
    """Tell no more of a run."""

    folder: str


class DescribeRun(Message, frozen=True):
    """Call a run otherwise, or write a note about it."""

    id: int
    folder: str
    about: About


class DeleteRun(Message, frozen=True):
    """Move a run to the bin."""

    id: int
    folder: str


class SetBudget(Message, frozen=True):
    """How many bytes the run at hand may take for the weights of past steps."""

    snapshot_bytes: int


class Ping(Message, frozen=True):
    """Whether the engine still answers."""

    id: int


class Shutdown(Message, frozen=True):
    """End the engine; a run is saved first."""


Request = (
    OpenModel
    | Probe
    | MapVocabulary
    | PickSentence
    | Train
    | Play
    | Pause
    | Change
    | EndRun
    | TellStep
    | InspectTask
    | JudgeTask
    | MeasureWorth
    | StopWorth
    | ListRuns
    | OpenRun
    | CloseRun
    | DescribeRun
    | DeleteRun
    | SetBudget
    | Ping
    | Shutdown
)
