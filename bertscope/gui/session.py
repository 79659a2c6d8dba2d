"""What the user set. Views read it and listen to it; every change can be undone."""

from enum import IntEnum
from pathlib import Path
from typing import Annotated

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from bertscope.errors import TextError
from bertscope.text.carry import carry_plan, choose
from bertscope.text.masking import Action, Chosen, MaskPlan, MaskRule, Unit, draw_plan
from bertscope.text.pair import Source
from bertscope.text.reader import Reader

Count = Annotated[int, msgspec.Meta(ge=0)]

FILE_FORMAT = 1
FILE_SUFFIX = ".bertscope"
LONGEST_TEXT = 20_000
"""Characters a sentence: far beyond any model's positions, near enough to stay quick."""


class Merge(IntEnum):
    """Which edits melt into one step of undo."""

    NEVER = -1
    A = 1
    B = 2
    RULE = 3


class SessionState(msgspec.Struct, frozen=True):
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
    layer, head
        The attention head that is shown large, from 0.
    """

    a: str = "my dog is cute"
    b: str = "he likes playing"
    plan: MaskPlan = MaskPlan()
    is_next: bool = True
    rule: MaskRule = MaskRule()
    seed: Count = 7
    layer: Count = 0
    head: Count = 0


class SessionFile(msgspec.Struct, frozen=True):
    """What a `.bertscope` file holds."""

    bertscope: int
    state: SessionState
    model: str = ""


class Session(QObject):
    """The one state of the window.

    Signals
    -------
    changed
        The state or the reader is another one now.
    focused(int)
        The token under the mouse or the keyboard's cursor, -1 for none.
    """

    changed = Signal()
    focused = Signal(int)

    def __init__(self, reader: Reader, state: SessionState | None = None) -> None:
        super().__init__()
        self.reader = reader
        self.state = SessionState()
        self.pair = reader.read(self.state.a, self.state.b)
        self.undo_stack = QUndoStack(self)
        self.focus = -1
        if state is not None:
            self.replace(state)

    # --- Reading ------------------------------------------------------------------------------

    @property
    def model_ids(self) -> list[int]:
        """The ids that the model reads, with the mask plan applied."""
        return self.state.plan.apply(self.pair.ids)

    @property
    def labels(self) -> dict[int, int]:
        """For each chosen position the id that stands in the sentence."""
        return {p: self.pair.ids[p] for p in self.state.plan.positions}

    @property
    def nsp_label(self) -> int | None:
        """0 if B follows A, 1 if not, None without B."""
        return (0 if self.state.is_next else 1) if self.pair.has_b else None

    # --- Changing -----------------------------------------------------------------------------

    def set_sentence(self, source: Source, text: str) -> None:
        """Take the text of A or B; the masks follow their tokens."""
        text = text[:LONGEST_TEXT]
        name = "a" if source is Source.A else "b"
        if text == getattr(self.state, name):
            return
        a, b = (text, self.state.b) if source is Source.A else (self.state.a, text)
        plan = carry_plan(self.state.plan, self.pair, self.reader.read(a, b))
        merges = Merge.NEVER if text.endswith(" ") else Merge[name.upper()]
        self._do(
            f"Edit sentence {name.upper()}",
            msgspec.structs.replace(self.state, a=a, b=b, plan=plan),
            merges,
        )

    def swap(self) -> None:
        """A becomes B and B becomes A; masks are cleared, for their places are other ones."""
        s = self.state
        self._do("Swap A and B", msgspec.structs.replace(s, a=s.b, b=s.a, plan=MaskPlan()))

    def set_pair(
        self, a: str, b: str, plan: MaskPlan | None = None, *, is_next: bool = True
    ) -> None:
        """Take both sentences at once, with their masks and whether B does follow A."""
        state = msgspec.structs.replace(
            self.state, a=a, b=b, plan=plan or MaskPlan(), is_next=is_next
        )
        self._do("Set the pair", state)

    def set_plan(self, plan: MaskPlan, label: str = "Edit masks") -> None:
        if plan != self.state.plan:
            self._do(label, msgspec.structs.replace(self.state, plan=plan))

    def set_action(self, positions: list[int], action: Action | None) -> None:
        """Do `action` at the positions that may be chosen; None clears them."""
        plan = self.state.plan
        for position in positions:
            if position in self.pair.maskable:
                choice = None if action is None else self._choice(action, position)
                plan = plan.with_choice(position, choice)
        self.set_plan(plan)

    def cycle(self, position: int) -> None:
        """MASK, RANDOM, KEEP, none."""
        order: list[Action | None] = [None, Action.MASK, Action.RANDOM, Action.KEEP]
        choice = self.state.plan.chosen.get(position)
        at = order.index(choice.action if choice else None)
        self.set_action([position], order[(at + 1) % len(order)])

    def roll(self) -> None:
        """Draw a plan by the rule and the seed, then move the seed on for the next roll."""
        plan = self.draw(self.state.seed)
        self._do(
            "Roll masks",
            msgspec.structs.replace(self.state, plan=plan, seed=(self.state.seed + 1) % 1_000_000),
        )

    def draw(self, seed: int) -> MaskPlan:
        """The plan that the rule draws with a seed."""
        tokenizer = self.reader.tokenizer
        return draw_plan(
            self.state.rule,
            self.pair.ids,
            self.pair.words,
            mask_id=tokenizer.mask_id,
            vocabulary_size=len(tokenizer),
            key=(seed,),
        )

    def set_rule(self, rule: MaskRule, seed: int) -> None:
        if (rule, seed) != (self.state.rule, self.state.seed):
            self._do(
                "Change the mask rule",
                msgspec.structs.replace(self.state, rule=rule.check(), seed=seed),
                Merge.RULE,
            )

    def set_is_next(self, is_next: bool) -> None:
        if is_next != self.state.is_next:
            self._do("Label the pair", msgspec.structs.replace(self.state, is_next=is_next))

    def set_head(self, layer: int, head: int) -> None:
        if (layer, head) != (self.state.layer, self.state.head):
            self._do("Choose a head", msgspec.structs.replace(self.state, layer=layer, head=head))

    def substitute(self, position: int, token: str) -> None:
        """Put a predicted token into the sentence in the place of the one at `position`."""
        source = self.pair.sources[position]
        if source is Source.SPECIAL:
            return
        text = self.state.a if source is Source.A else self.state.b
        start, end = self.pair.spans[position]
        word = token.removeprefix("##")
        ends_a_word_early = self.pair.tokens[position].startswith("##") and not token.startswith(
            "##"
        )
        glue = " " if ends_a_word_early else ""
        changed = text[:start] + glue + word + text[end:]
        plan = self.state.plan.with_choice(position, None)
        a, b = (changed, self.state.b) if source is Source.A else (self.state.a, changed)
        plan = carry_plan(plan, self.pair, self.reader.read(a, b))
        self._do("Use a prediction", msgspec.structs.replace(self.state, a=a, b=b, plan=plan))

    def set_focus(self, position: int) -> None:
        position = position if position < len(self.pair) else -1
        if position != self.focus:
            self.focus = position
            self.focused.emit(position)

    def set_reader(self, reader: Reader) -> None:
        """Read with another model's tokenizer; a plan survives where tokens stay the same."""
        before, self.reader = self.reader, reader
        if reader.fingerprint != before.fingerprint:
            self.state = msgspec.structs.replace(self.state, plan=MaskPlan())
            self.undo_stack.clear()
        self.apply(self.state, before)

    def replace(self, state: SessionState) -> None:
        """Take a state as a whole, such as that of a file, dropping masks that can't be."""
        pair = self.reader.read(state.a, state.b)
        plan = state.plan
        for position, choice in state.plan.chosen.items():
            known = 0 <= choice.token_id < len(self.reader.tokenizer)
            if position not in pair.maskable or not known:
                plan = plan.with_choice(position, None)
        self._do("Open a session", msgspec.structs.replace(state, plan=plan))

    def apply(self, state: SessionState, reader: Reader) -> None:
        """Make `state` the present one; for the undo stack.

        Its plan was made with `reader`, which may have cut the pair at another length.
        """
        self.pair = self.reader.read(state.a, state.b)
        if reader is not self.reader:
            plan = carry_plan(state.plan, reader.read(state.a, state.b), self.pair)
            state = msgspec.structs.replace(state, plan=plan)
        self.state = state
        self.set_focus(-1)
        self.changed.emit()

    def _choice(self, action: Action, position: int) -> Chosen:
        tokenizer = self.reader.tokenizer
        rule = MaskRule(rate=1.0, mask=0.0, random=1.0, unit=Unit.TOKEN)
        drawn = draw_plan(
            rule,
            [self.pair.ids[position]],
            [0],
            mask_id=tokenizer.mask_id,
            vocabulary_size=len(tokenizer),
            key=(self.state.seed, position),
        )
        return choose(
            action,
            self.pair,
            position,
            mask_id=tokenizer.mask_id,
            random_id=drawn.chosen[0].token_id,
        )

    def _do(self, label: str, state: SessionState, merges: Merge = Merge.NEVER) -> None:
        if state != self.state:
            self.undo_stack.push(_Change(self, label, state, merges))


class _Change(QUndoCommand):
    """From one state to another; neighbours of the same kind become one."""

    def __init__(self, session: Session, label: str, after: SessionState, merges: Merge) -> None:
        super().__init__(label)
        self._session = session
        self._before, self._after, self._reader = session.state, after, session.reader
        self._merges = merges

    def id(self) -> int:
        return self._merges

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other._merges != self._merges:
            return False
        if other._reader is not self._reader:
            return False
        self._after = other._after
        return True

    def redo(self) -> None:
        self._session.apply(self._after, self._reader)

    def undo(self) -> None:
        self._session.apply(self._before, self._reader)


def save_session(path: Path, state: SessionState, model: str) -> None:
    """Write a `.bertscope` file, whole or not at all.

    Raises
    ------
    TextError
        If it can't be written.
    """
    content = msgspec.json.format(
        msgspec.json.encode(SessionFile(FILE_FORMAT, state, model)), indent=2
    )
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
        version = msgspec.json.decode(content, type=dict[str, object]).get("bertscope")
        if isinstance(version, int) and version > FILE_FORMAT:
            raise TextError(f"{path.name} was saved by a newer bertscope: update this one.")
        file = msgspec.json.decode(content, type=SessionFile)
        file.state.rule.check()
        return file
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise TextError(
            f"{path.name} is no session file, or it is damaged: nothing was changed."
        ) from error
