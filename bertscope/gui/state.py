"""What the user set, as a value: the state of a session, and the file that keeps it."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Annotated, Any

import msgspec

from bertscope.errors import TextError
from bertscope.text.masking import MaskPlan, MaskRule
from bertscope.text.rolls import SEEDS

Count = Annotated[int, msgspec.Meta(ge=0)]

FILE_FORMAT = 2
FILE_SUFFIX = ".bertscope"
MOST_GUESSES = 50
MOST_ROLLS = 1000


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
    space, projection, search
        Of the map, and what is searched on it.
    rolls
        How often the dice are rolled at once to see what the rule does.
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
    rolls: Annotated[int, msgspec.Meta(ge=1, le=MOST_ROLLS)] = 100

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


class SessionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a `.bertscope` file holds.

    Attributes
    ----------
    model
        Folder of the model; empty for the one that ships.
    layout
        Where the panels stand, as the window writes it.
    """

    bertscope: int
    state: SessionState
    model: str = ""
    layout: str = ""


def save_session(path: Path, file: SessionFile) -> None:
    """Write a `.bertscope` file, whole or not at all.

    Raises
    ------
    TextError
        If it can't be written.
    """
    content = msgspec.json.format(msgspec.json.encode(file), indent=2)
    draft = path.with_name(path.name + ".tmp")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise TextError(
            f"{path} can't be written ({error.strerror}): save it somewhere else."
        ) from error


def open_session(path: Path) -> SessionFile:
    """Read a `.bertscope` file.

    Raises
    ------
    TextError
        If it can't be read, is damaged, or comes from a newer bertscope.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise TextError(f"{path} can't be read ({error.strerror}): choose another.") from error
    try:
        found = msgspec.json.decode(content, type=dict[str, Any])
        version = found.get("bertscope")
        if isinstance(version, int) and version > FILE_FORMAT:
            raise TextError(f"{path.name} was saved by a newer bertscope: update this one.")
        if version == 1:
            _bring_up(found)
        file = msgspec.convert(found, SessionFile, str_keys=True)
        file.state.rule.check()
        return file
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise TextError(
            f"{path.name} is no session file, or it is damaged: nothing was changed."
        ) from error


def _bring_up(found: dict[str, Any]) -> None:
    """Turn a file of the first format into one of this format: its head was part of the state."""
    state = found.get("state")
    if isinstance(state, dict):
        layer, head = state.pop("layer", 0), state.pop("head", 0)
        state["view"] = {"layer": layer, "heads": [head]}
