"""What a lesson is made of, as plain values; `reading` reads them from a text.

A lesson is data alone: it can set the window and ask for things, and run nothing.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any

import msgspec

from bertscope.places import DEFAULT_MODEL
from bertscope.recipe import BUILT_IN
from bertscope.task import BUILT_IN_TASKS, Start
from bertscope.text.masking import Unit

Text = Annotated[str, msgspec.Meta(min_length=1)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Steps = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
Nats = Annotated[float, msgspec.Meta(ge=0, le=100)]
Score = Annotated[float, msgspec.Meta(ge=-1, le=1)]


class Place(StrEnum):
    """What of the window a page can point at; those of `PANELS` it can also show alone."""

    INPUT = "input"
    PREDICTIONS = "predictions"
    VERDICT = "verdict"
    OBJECTIVE = "objective"
    ANSWER = "answer"
    ATTRIBUTION = "attribution"
    ATTENTION = "attention"
    LAYERS = "layers"
    MAP = "map"
    HEADS = "heads"
    VECTOR = "vector"
    DISTRIBUTION = "distribution"
    ROLLS = "rolls"
    RESULTS = "results"
    WORTH = "worth"
    TRAINING = "training"
    SENTENCE_A = "sentence a"
    SENTENCE_B = "sentence b"
    SWAP = "swap"
    RANDOM_B = "random b"
    FIGURE = "figure"
    STAGES = "stages"
    MASK_BAR = "mask bar"
    ROLL = "roll"
    PLAY = "play"
    STEP = "step"
    RESET = "reset"
    CURVES = "curves"
    TRAVEL = "travel"
    MODEL = "model"
    TASK = "task"
    CORPUS = "corpus"


PANELS = tuple(Place)[:16]
"""From `Place.INPUT` to `Place.TRAINING`: the parts of the page."""


class Run(StrEnum):
    """What a page does with the training session."""

    NONE = "none"
    """There is none: what was there is let go of, and stays on disk."""
    NEW = "new"
    """A new one, ready to be played."""
    PLAY = "play"
    """A new one, which begins at once."""
    KEEP = "keep"
    """The one that is there goes on; where there is none, a new one, ready to be played."""
    PAUSE = "pause"
    """The one that is there rests."""


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of the rule by which the dice mask, what a page sets or asks for; see `MaskRule`.

    Attributes
    ----------
    rate
        Share of the tokens that is chosen.
    mask, random
        Shares of the chosen that become [MASK] and a random token.
    unit
        What is chosen as one.
    """

    rate: Share | None = None
    mask: Share | None = None
    random: Share | None = None
    unit: Unit | None = None

    @property
    def said(self) -> dict[str, Any]:
        """What of it is set, by name."""
        values = {name: getattr(self, name) for name in self.__struct_fields__}
        return {name: value for name, value in values.items() if value is not None}


class Training(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of a training session what a page sets; the rest is as the window has it for a new one.

    Attributes
    ----------
    preset, corpus, stories, steps, batch_size, learning_rate, mlm_weight, nsp_weight, seed
        As in `Recipe`.
    task
        The labelled data that is fine-tuned on: one of `BUILT_IN_TASKS`, or a path; empty for
        pre-training.
    start, head_only, examples
        As in `Task`.
    """

    preset: str | None = None
    corpus: str | None = None
    stories: Steps | None = None
    steps: Steps | None = None
    batch_size: Annotated[int, msgspec.Meta(ge=1, le=4096)] | None = None
    learning_rate: Annotated[float, msgspec.Meta(gt=0, le=1)] | None = None
    mlm_weight: Annotated[float, msgspec.Meta(ge=0, le=100)] | None = None
    nsp_weight: Annotated[float, msgspec.Meta(ge=0, le=100)] | None = None
    seed: Annotated[int, msgspec.Meta(ge=0, lt=2**31)] | None = None
    task: str | None = None
    start: Start | None = None
    head_only: bool | None = None
    examples: Steps | None = None


class Scene(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a page sets in the window. What it leaves out stays as it is.

    Words are words of the pair; ``dog:2`` is the second dog of both sentences together.

    Attributes
    ----------
    a, b
        The sentences; setting one clears the masks.
    masks
        What is done at each masked word: ``mask``, ``keep``, ``random``, or ``random cat`` with
        the token that is put there. An empty table clears them.
    follows
        Whether B is said to follow A.
    label
        The class that is right, by its name.
    rule, seed
        Of the dice.
    model
        The folder of a model or run, or ``@`` and the name of one that ships.
    run, training
        What is done with the training session, and with which choices.
    step
        The step of the run that is looked at; ``-1`` for the newest.
    view
        Attributes of `bertscope.gui.state.ViewState`, checked as these are; ``stage`` by name, and
        ``none`` for one that can be none.
    focus
        The word that is lit.
    show
        The panels that stand there, alone; empty for all.
    point
        What is pointed at.
    """

    a: str | None = None
    b: str | None = None
    masks: dict[str, str] | None = None
    follows: bool | None = None
    label: str | None = None
    rule: Rule = Rule()
    seed: Annotated[int, msgspec.Meta(ge=0, lt=2**32)] | None = None
    model: str | None = None
    run: Run | None = None
    training: Training = Training()
    step: Annotated[int, msgspec.Meta(ge=-1, le=1_000_000_000)] | None = None
    view: dict[str, Any] = {}
    focus: str | None = None
    show: tuple[Place, ...] | None = None
    point: tuple[Place, ...] = ()


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the model is to say at a word, once the window shows it.

    Attributes
    ----------
    at
        The word of the pair, masked or asked about.
    token
        The token it is about; empty for the one that stands in the sentence.
    above, below
        Bounds of its probability.
    first
        Whether it is the likeliest of all.
    """

    at: Text
    token: str = ""
    above: Share | None = None
    below: Share | None = None
    first: bool | None = None


class Until(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the learner is to bring about; all that is set must hold at once.

    Attributes
    ----------
    typed
        Whether the sentences are other ones than when the page was turned to.
    a, b
        Words that sentence A, or B, contains; an empty B is ``b_empty``.
    masks
        What is done at words, as in `Scene`; ``none`` for words that are not chosen.
    chosen
        So many positions are chosen, at least.
    spans
        So many runs of two or more neighbouring chosen positions, at least.
    rolls
        How often the dice were rolled since the page was turned to, at least.
    rule
        The rule of the dice.
    follows
        Whether B is said to follow A.
    focus
        The word that is lit.
    view
        Attributes of `bertscope.gui.state.ViewState` that are as said here.
    inspected
        Whether a vector is looked at closely.
    front
        The panel that was brought forward.
    playing
        Whether the model learns.
    steps
        So many steps of the run are done, at least.
    finished
        Whether the run has done all its steps.
    mlm_below, nsp_below, loss_below
        The run's newest held-out loss of the masked LM, of next sentence prediction, or of the
        task is below that, in nats.
    score_above
        The newest held-out score of a fine-tuning is above that.
    past
        Whether an earlier step than the newest is looked at.
    compared
        Whether another model is pinned beside.
    said
        What the model says.
    next_above, next_below
        Bounds of the probability that B follows A.
    answered
        The class that the fine-tuned model finds likeliest, by its name.
    model
        The model that is open, spelled as in `Scene`.
    task
        The labelled data that is wanted to be fine-tuned on; empty for pre-training.
    worth
        Whether it has been measured what pre-training is worth, from both starts.
    """

    typed: bool | None = None
    a: Text | None = None
    b: Text | None = None
    b_empty: bool | None = None
    masks: dict[str, str] | None = None
    chosen: Steps | None = None
    spans: Steps | None = None
    rolls: Steps | None = None
    rule: Rule = Rule()
    follows: bool | None = None
    focus: Text | None = None
    view: dict[str, Any] = {}
    inspected: bool | None = None
    front: Place | None = None
    playing: bool | None = None
    steps: Steps | None = None
    finished: bool | None = None
    mlm_below: Nats | None = None
    nsp_below: Nats | None = None
    loss_below: Nats | None = None
    score_above: Score | None = None
    past: bool | None = None
    compared: bool | None = None
    said: Said | None = None
    next_above: Share | None = None
    next_below: Share | None = None
    answered: Text | None = None
    model: Text | None = None
    task: str | None = None
    worth: bool | None = None


class Ask(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something to do.

    Attributes
    ----------
    say
        What, in Markdown.
    until
        When it is done.
    hint
        What helps whoever hasn't found it, in Markdown.
    well
        What is said once it is done, in Markdown.
    """

    say: Text
    until: Until
    hint: str = ""
    well: str = ""


class Page(msgspec.Struct, frozen=True):
    """One page.

    Attributes
    ----------
    title
        Its heading.
    words
        The narration, in Markdown.
    scene
        What it sets.
    asks
        What is to be done, in this order.
    notes
        For whoever presents it, in Markdown; the class doesn't see them.
    line
        Where it begins in its text, from 1.
    """

    title: str
    words: str = ""
    scene: Scene = Scene()
    asks: tuple[Ask, ...] = ()
    notes: str = ""
    line: int = 0


class Needs(msgspec.Struct, frozen=True):
    """What a lesson opens and does, beyond what any window has.

    Attributes
    ----------
    models, corpora, data
        The folders and files that don't ship, by the kind of what is read there.
    trains
        Whether it trains models.
    """

    models: tuple[str, ...] = ()
    corpora: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    trains: bool = False


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The front matter of a lesson.

    Attributes
    ----------
    title
        What it is called.
    about
        What it teaches, in a sentence.
    minutes
        How long it takes.
    language
        In which it is written, as in ``en`` and ``zh``.
    """

    title: Text
    about: str = ""
    minutes: Annotated[int, msgspec.Meta(ge=1, le=600)] = 5
    language: str = "en"


class Lesson(msgspec.Struct, frozen=True):
    """A lesson: its head and its pages, of which there is at least one."""

    head: Head
    pages: tuple[Page, ...]

    @property
    def needs(self) -> Needs:
        """What it opens and does."""
        scenes = [page.scene for page in self.pages]
        training = [scene.training for scene in scenes]
        return Needs(
            models=_own((s.model for s in scenes), {DEFAULT_MODEL}),
            corpora=_own((t.corpus for t in training), BUILT_IN),
            data=_own((t.task for t in training), BUILT_IN_TASKS),
            trains=any(scene.run in (Run.NEW, Run.PLAY, Run.KEEP) for scene in scenes),
        )


def _own(names: Iterator[str | None], ships: Any) -> tuple[str, ...]:
    """Those that are the lesson's own, each once."""
    found = (name for name in names if name and not name.startswith("@") and name not in ships)
    return tuple(dict.fromkeys(found))
