"""What the user set, as a value."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import Annotated

import msgspec

from bertscope.text.masking import MaskPlan, MaskRule
from bertscope.text.rolls import SEEDS

Count = Annotated[int, msgspec.Meta(ge=0, lt=2**31)]
Away = Annotated[float, msgspec.Meta(ge=-1e6, le=1e6)]

MOST_GUESSES = 50
MOST_ROLLS = 1000
NEAREST = 200.0
MOST_SMOOTHING = 100


class Stage(IntEnum):
    """How far the input figure has added up."""

    TOKEN = 1
    SEGMENT = 2
    POSITION = 3
    SUM = 4
    LAYER_NORM = 5


class Row(StrEnum):
    """The vectors of a token that can be looked at closely."""

    TOKEN = "token"
    SEGMENT = "segment"
    POSITION = "position"
    SUM = "sum"
    NORMALIZED = "normalized"
    HIDDEN = "hidden"


class Vector(msgspec.Struct, frozen=True):
    """One vector: its row and position; `layer` tells hidden states apart, 0 is the input."""

    row: Row
    position: Count
    layer: Count = 0


class Form(StrEnum):
    """How attention is drawn."""

    LINES = "lines"
    MATRIX = "matrix"


class Quarter(StrEnum):
    """Which attention is shown, from the sentence of the query to that of the key."""

    ALL = "all"
    A_A = "A→A"
    A_B = "A→B"
    B_A = "B→A"
    B_B = "B→B"


class Space(StrEnum):
    """What the map shows."""

    TOKENS = "tokens through the layers"
    VOCABULARY = "token embeddings"


class Projection(StrEnum):
    """How vectors become points."""

    PCA = "PCA"
    DIRECTIONS = "PCA of directions"


class Side(StrEnum):
    """Which of two models that are compared is shown."""

    A = "A"
    B = "B"
    DIFFERENCE = "B − A"


class Weighing(StrEnum):
    """By what it is said how much a token counts for a fine-tuned model's answer."""

    ATTRIBUTION = "gradient × input"
    ATTENTION = "attention of [CLS]"


class Pinned(msgspec.Struct, frozen=True):
    """A model that another one is compared with: a folder, or a run at a step."""

    folder: str
    step: Count | None = None


class Camera(msgspec.Struct, frozen=True):
    """Where a map is looked from: how near, and how far its centre is moved, in map units."""

    zoom: Annotated[float, msgspec.Meta(ge=1.0, le=NEAREST)] = 1.0
    x: Away = 0.0
    y: Away = 0.0


class ViewState(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is looked at, and how.

    Attributes
    ----------
    stage, zoom, details
        Of the input figure: how far it has added up; the width of its columns, 1 as they are read
        best and 0 fitted into the view; whether ids and character spans are shown.
    top_k, asked, distribution_at
        Tokens a prediction lists; positions beside the chosen ones at which predictions are shown;
        the position whose whole distribution is shown.
    vector
        The vector that is looked at closely.
    layer, heads, average
        The heads shown large, from 0, and whether they are shown as their mean.
    form, quarter, specials, link
        Lines or matrix; which quarter; whether [CLS] and [SEP] are shown; the query and the key
        that are looked at closely.
    space, projection, search, camera
        Of the map; what is searched on it, and where it is looked from.
    rolls
        How often the dice are rolled at once to see what the rule does.
    smoothing, log_loss, log_steps, accuracy, total
        Of the curves: after how many steps an old loss weighs 1/e in the bold line; whether the
        axes of losses and of steps are logarithmic; whether accuracies and the total loss are
        shown too.
    span
        The first and the last step that the curves show; None follows the run.
    beside
        Folders of the runs that are laid over the run.
    step
        The step of the run that every view looks at; None follows the newest.
    pinned, side
        The model B that the one looked at, A, is compared with, and which of them is shown.
    weighing
        How it is shown which tokens count for an answer.
    cell, on_test
        Of the confusion matrix: the class that is right and the one that was said whose sentences
        are listed; whether the examples kept for the end are shown.
    """

    stage: Stage = Stage.SUM
    zoom: Annotated[float, msgspec.Meta(ge=0.0, le=4.0)] = 1.0
    details: bool = False
    top_k: Annotated[int, msgspec.Meta(ge=1, le=MOST_GUESSES)] = 5
    asked: tuple[Count, ...] = ()
    distribution_at: Count | None = None
    vector: Vector | None = None
    layer: Count = 0
    heads: Annotated[tuple[Count, ...], msgspec.Meta(min_length=1)] = (0,)
    average: bool = False
    form: Form = Form.LINES
    quarter: Quarter = Quarter.ALL
    specials: bool = True
    link: tuple[Count, Count] | None = None
    space: Space = Space.TOKENS
    projection: Projection = Projection.PCA
    search: str = ""
    camera: Camera = Camera()
    rolls: Annotated[int, msgspec.Meta(ge=1, le=MOST_ROLLS)] = 100
    smoothing: Annotated[int, msgspec.Meta(ge=0, le=MOST_SMOOTHING)] = 8
    log_loss: bool = False
    log_steps: bool = False
    accuracy: bool = False
    total: bool = False
    span: tuple[float, float] | None = None
    beside: tuple[str, ...] = ()
    step: Count | None = None
    pinned: Pinned | None = None
    side: Side = Side.A
    weighing: Weighing = Weighing.ATTRIBUTION
    cell: tuple[Count, Count] | None = None
    on_test: bool = False

    def moved(self, moved: Mapping[int, int]) -> "ViewState":
        """The view after an edit that moved tokens; what was of a token that is gone is dropped.

        Parameters
        ----------
        moved
            New position by old position.
        """
        vector, link = self.vector, self.link
        if vector is not None:
            at = moved.get(vector.position)
            vector = None if at is None else Vector(vector.row, at, vector.layer)
        if link is not None:
            ends = [moved[end] for end in link if end in moved]
            link = (ends[0], ends[1]) if len(ends) == 2 else None
        return msgspec.structs.replace(
            self,
            asked=tuple(sorted(moved[p] for p in self.asked if p in moved)),
            distribution_at=moved.get(-1 if self.distribution_at is None else self.distribution_at),
            vector=vector,
            link=link,
        )


class SessionState(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The undoable part of a session, as a value.

    Attributes
    ----------
    a, b
        The sentences as typed.
    plan
        The mask plan of the pair.
    is_next
        The label for the next-sentence loss: whether B follows A.
    label
        The class that is right, for a fine-tuned model that classifies; None where none is set.
    rule, seed
        For the dice.
    view
        What is looked at, and how.
    """

    a: str = "my dog is cute"
    b: str = "he likes playing"
    plan: MaskPlan = MaskPlan()
    is_next: bool = True
    rule: MaskRule = MaskRule()
    seed: Annotated[int, msgspec.Meta(ge=0, lt=SEEDS)] = 7
    view: ViewState = ViewState()
    label: Count | None = None
