"""What the engine says."""

from typing import NamedTuple

import msgspec

from bertscope.looks import Answer, OneWeight, Prediction, Score, WeightGroup
from bertscope.recipe import Recipe
from bertscope.run_folder import About, RunEvent
from bertscope.task import Start, TaskFacts
from bertscope.wire.messages.values import (
    Array,
    DeviceInfo,
    Heads,
    Judged,
    Message,
    ModelInfo,
    ModelRef,
    Neighbour,
    RunInfo,
    TaskRow,
    Words,
)


class Ready(Message, frozen=True):
    """The engine has started.

    Attributes
    ----------
    host
        The machine's name.
    runs
        The folder of its runs.
    """

    protocol: int
    version: str
    torch: str
    pid: int
    devices: list[DeviceInfo]
    host: str = ""
    runs: str = ""


class ModelOpened(Message, frozen=True):
    """A model is loaded."""

    id: int
    model: ModelInfo
    words: Words


class NextSentence(NamedTuple):
    """What the next-sentence head says, and what it read: see `Look`."""

    pooled: Array
    logits: Array
    is_next: float

    @property
    def shares(self) -> tuple[float, float]:
        """The probabilities that B is next and that it isn't."""
        return self.is_next, 1 - self.is_next


class Look(Message, frozen=True):
    """The answer to a `Probe`; what it didn't want is None.

    Attributes
    ----------
    step
        Of the run whose model was looked at; None for a model folder.
    layers
        Of the model.
    token_rows, segment_rows, position_rows, sum, normalized
        The embeddings, their sum, and the sum after LayerNorm, (L, D) each.
    pooled
        What the next-sentence head reads: the pooler's tanh of the vector C, (D,). None of a model
        without a pooler, such as one that answers questions.
    c
        The last hidden state of [CLS], (D,).
    nsp_logits, is_next_probability
        Index 0 says that B is next, (2,). None of a fine-tuned model.
    thumbnails
        Attention of every head, (layers, heads, S, S): the weights themselves up to S tokens,
        beyond that the greatest of each block of neighbours.
    blocks
        Share of each head's attention from rows to columns of A, B, and [CLS] with [SEP],
        (layers, heads, 3, 3); the nine sum to one.
    hidden_states
        The encoder's input and every layer's output, (layers + 1, L, D).
    distribution
        Probabilities at the wanted position, (V,).
    answer
        What a fine-tuned model answers; None of one with the heads of pre-training.
    """

    id: int
    view: str
    model: ModelRef
    step: int | None
    layers: int
    token_rows: Array
    segment_rows: Array
    position_rows: Array
    sum: Array
    normalized: Array
    c: Array
    pooled: Array | None
    nsp_logits: Array | None
    predictions: list[Prediction]
    is_next_probability: float | None
    mlm_loss: float | None = None
    nsp_loss: float | None = None
    thumbnails: Array | None = None
    blocks: Array | None = None
    heads: Heads | None = None
    hidden_states: Array | None = None
    neighbours: list[Neighbour] | None = None
    distribution: Array | None = None
    answer: Answer | None = None

    @property
    def next_sentence(self) -> NextSentence | None:
        """What the next-sentence head says; None of a fine-tuned model, which has none."""
        pooled, logits, is_next = self.pooled, self.nsp_logits, self.is_next_probability
        if pooled is None or logits is None or is_next is None:
            return None
        return NextSentence(pooled, logits, is_next)


class VocabularyMap(Message, frozen=True):
    """The answer to `MapVocabulary`.

    Attributes
    ----------
    points
        (V, 2), in the plane of the two main directions of the centred table.
    shares
        Of the table's variance that each direction holds.
    """

    id: int
    model: ModelRef
    step: int | None
    points: Array
    shares: tuple[float, float]


class Sentence(Message, frozen=True):
    """The answer to `PickSentence`."""

    id: int
    text: str


class Failed(Message, frozen=True):
    """A request that can't be met, in a sentence; `id` is 0 where the request has none."""

    id: int
    sentence: str


class Progress(Message, frozen=True):
    """How far a long preparation is; `fraction` 0 to 1, or None where the end isn't known."""

    text: str
    fraction: float | None


class RunStarted(Message, frozen=True):
    """The run's model is there and can be probed.

    Attributes
    ----------
    step
        Where it stands; what was measured behind it is measured again.
    recipe
        What holds now.
    words
        Of its model.
    random_share
        The share of the first epoch's pairs whose B is random.
    notes
        What the user should know of corpus and model, a sentence each.
    facts
        Of the labelled data, where the run is a fine-tuning.
    """

    id: int
    folder: str
    model: ModelInfo
    device: DeviceInfo
    step: int
    recipe: Recipe
    words: Words
    random_share: float = 0.0
    notes: list[str] = msgspec.field(default_factory=list)
    facts: TaskFacts | None = None


class RunOpened(Message, frozen=True):
    """A run is being told of: what it is. Its `Metrics`, `Happened` and `Kept` follow.

    Attributes
    ----------
    model
        None where the run has no weights yet.
    rows
        How many steps' metrics follow at once.
    busy
        Whether another process is training it now.
    facts
        Of the labelled data, where the run is a fine-tuning.
    """

    id: int
    folder: str
    about: About
    recipe: Recipe
    model: ModelInfo | None
    words: Words | None
    rows: int
    busy: bool = False
    facts: TaskFacts | None = None


class Metrics(Message, frozen=True):
    """Steps of the run in `folder` that were not told yet.

    Attributes
    ----------
    rows
        (steps, columns of `bertscope.run_folder.COLUMNS`) in float64; what wasn't measured is NaN.
        A step that was told before takes its place and that of all behind it.
    """

    folder: str
    rows: Array


class Happened(Message, frozen=True):
    """What happened in the run in `folder` that was not told yet."""

    folder: str
    events: list[RunEvent]


class Kept(Message, frozen=True):
    """The steps of the run in `folder` whose weights can be looked at, all of them.

    Attributes
    ----------
    steps
        Rising.
    size, budget
        Bytes they take, and may take.
    """

    folder: str
    steps: list[int]
    size: int
    budget: int


class RunChanged(Message, frozen=True):
    """The run in `folder` goes on from `step` with other choices."""

    folder: str
    step: int
    recipe: Recipe


class Vitals(Message, frozen=True):
    """How the engine fares while it trains.

    Attributes
    ----------
    computing
        Share of the last seconds that went into training steps, 0 to 1.
    memory
        Bytes the engine's process holds.
    device_memory, device_memory_total
        Bytes on the GPU, of all processes; None where there is none to ask.
    device_use
        Share of the time in which the GPU was busy, 0 to 1.
    """

    folder: str
    computing: float
    memory: int
    device_memory: int | None = None
    device_memory_total: int | None = None
    device_use: float | None = None


class RunPaused(Message, frozen=True):
    """The run in `folder` holds at `step`: it was asked to, it is `finished`, or `sentence` says
    what must be mended before it can go on."""

    folder: str
    step: int
    finished: bool = False
    sentence: str = ""


class RunFailed(Message, frozen=True):
    """The run could not go on; what it had saved is in its `folder`.

    Attributes
    ----------
    spent
        Whether another process should go on with it, for memory ran out in this one or its device
        was lost: neither comes back whole.
    micro_batch
        The pairs of a forward pass where they took more memory than there was, else 0.
    """

    folder: str
    step: int
    sentence: str
    spent: bool = False
    micro_batch: int = 0


class RunEnded(Message, frozen=True):
    """The run is let go of; it is saved, unless a `Failed` follows that says why not."""

    folder: str


class RunGone(Message, frozen=True):
    """The folder of a run that was told of can't be read any more, and `sentence` says why."""

    folder: str
    sentence: str


class RunBusy(Message, frozen=True):
    """Whether another process trains the run in `folder` has become otherwise."""

    folder: str
    busy: bool


class Runs(Message, frozen=True):
    """The answer to `ListRuns`, the newest first."""

    id: int
    runs: list[RunInfo]


class RunDescribed(Message, frozen=True):
    """The answer to `DescribeRun`."""

    id: int
    folder: str
    about: About


class RunDeleted(Message, frozen=True):
    """The answer to `DeleteRun`."""

    id: int
    folder: str


class StepStory(Message, frozen=True):
    """One training step, told whole: the answer to `TellStep`.

    Attributes
    ----------
    step
        Finished steps after it; 1 where a copy did it on someone's own pair.
    own
        Whether it was on someone's own pair.
    row, rows
        Which row of the batch is told, and how many it has.
    ids, segments, labels, nsp_label
        What the model reads there, masked; for each chosen position what stood there; whether B is
        random (1) or next (0), None without B.
    before, after
        Looks at that row with the weights before and after the step, all layers' hidden states in
        them; the losses there are of this row alone.
    mlm_loss, nsp_loss, loss
        Of the whole batch, before the step: what the gradient is of.
    mlm_weight, nsp_weight
        What each loss counts for in `loss`.
    row_gradient
        The gradient of `loss` along the row's summed embeddings, (L, D).
    groups
        The model's parts in the order of the forward pass.
    gradient, clip
        The length of the whole gradient, and the length it was cut to where that is less.
    learning_rate, matrix_learning_rate
        Of this very step.
    weights
        A few single numbers of the model.
    """

    id: int
    model: ModelRef
    step: int
    own: bool
    row: int
    rows: int
    ids: list[int]
    segments: list[int]
    labels: dict[int, int]
    nsp_label: int | None
    before: Look
    after: Look
    mlm_loss: float
    nsp_loss: float
    loss: float
    mlm_weight: float
    nsp_weight: float
    row_gradient: Array
    groups: list[WeightGroup]
    gradient: float
    clip: float
    learning_rate: float
    matrix_learning_rate: float
    optimizer: str
    weights: list[OneWeight]


class TaskInspected(Message, frozen=True):
    """The answer to `InspectTask`.

    Attributes
    ----------
    rows
        The first examples.
    problems
        Rows that can't be read, a sentence each that names the line; they are left out, and
        `Task.skip_malformed` says so of a training.
    """

    id: int
    facts: TaskFacts
    rows: list[TaskRow]
    problems: list[str]


class TaskJudged(Message, frozen=True):
    """The answer to `JudgeTask`.

    Attributes
    ----------
    step
        Of the run whose model answered; None for a model folder.
    examples
        In the order of the data.
    """

    id: int
    model: ModelRef
    step: int | None
    labels: list[str]
    scores: list[Score]
    examples: list[Judged]


class WorthPoint(Message, frozen=True):
    """One training of `MeasureWorth`.

    Attributes
    ----------
    start, size, seed, steps
        How it began, on how many examples, and how many steps it did.
    score
        Of the task's first metric on examples that are not trained on, after the last step.
    done, total
        Trainings so far, and in all.
    """

    id: int
    start: Start
    size: int
    seed: int
    steps: int
    score: float
    done: int
    total: int


class WorthDone(Message, frozen=True):
    """`MeasureWorth` has ended: all is told, or it was stopped."""

    id: int


class Pong(Message, frozen=True):
    """The answer to `Ping`."""

    id: int


Reply = (
    Ready
    | ModelOpened
    | Look
    | VocabularyMap
    | Sentence
    | Failed
    | Progress
    | RunStarted
    | RunOpened
    | Metrics
    | Happened
    | Kept
    | RunChanged
    | Vitals
    | RunPaused
    | RunFailed
    | RunEnded
    | RunGone
    | RunBusy
    | Runs
    | RunDescribed
    | RunDeleted
    | StepStory
    | TaskInspected
    | TaskJudged
    | WorthPoint
    | WorthDone
    | Pong
)
