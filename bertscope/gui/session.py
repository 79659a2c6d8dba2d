"""What the user set. Views read it and listen to it; every change can be undone."""

from typing import Any

import msgspec
import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from bertscope.gui.choosing import chosen_by_hand, drawn_plan, mended_plan
from bertscope.gui.language import marked
from bertscope.gui.session_changes import Change, Merge
from bertscope.gui.state import Row, SessionState, Vector, ViewState
from bertscope.text.carry import carry_plan, survivors
from bertscope.text.masking import Action, Chosen, MaskPlan, MaskRule
from bertscope.text.pair import Source
from bertscope.text.reader import Reader
from bertscope.text.rolls import next_seed

LONGEST_TEXT = 20_000
"""Characters a sentence: far beyond any model's positions, near enough to stay quick. As line edits
count, and UTF-16: most emoji are two."""

UNDO_STEPS = 1000
"""Of a long pair they take 2 MB, of the longest sentences 11."""


class Session(QObject):
    """The one state of the window.

    Signals
    -------
    changed
        The state or the reader is another one now.
    viewed
        And so is what is looked at, or how.
    focused(int)
        The token under the mouse or the keyboard's cursor, -1 for none.

    Attributes
    ----------
    rolls
        How often the dice were rolled.
    """

    changed = Signal()
    viewed = Signal()
    focused = Signal(int)

    def __init__(self, reader: Reader, state: SessionState | None = None) -> None:
        super().__init__()
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_STEPS)
        self.reader = reader
        self.state = SessionState()
        self.pair = reader.read(self.state.a, self.state.b)
        self.focus, self.rolls = -1, 0
        if state is not None:
            self.replace(state)

    def __del__(self) -> None:
        """Let go of the commands before Python's collector does.

        It may free a stack's commands ahead of the stack, which then frees them once more.
        """
        if shiboken6.isValid(self.undo_stack):
            self.undo_stack.blockSignals(True)
            self.undo_stack.clear()

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

    @property
    def view(self) -> ViewState:
        return self.state.view

    # --- Changing -----------------------------------------------------------------------------

    def set_sentence(self, source: Source, text: str) -> None:
        """Take the text of A or B; the masks follow their tokens."""
        text = within(text)
        name = "a" if source is Source.A else "b"
        if text == getattr(self.state, name):
            return
        a, b = (text, self.state.b) if source is Source.A else (self.state.a, text)
        plan = carry_plan(self.state.plan, self.pair, self.reader.read(a, b))
        merges = Merge.NEVER if text.endswith(" ") else Merge[name.upper()]
        self._do(
            marked("Edit sentence A") if source is Source.A else marked("Edit sentence B"),
            msgspec.structs.replace(self.state, a=a, b=b, plan=plan),
            merges,
        )

    def swap(self) -> None:
        """A becomes B and B becomes A; masks are cleared, for their places are other ones."""
        s = self.state
        self._do(marked("Swap A and B"), msgspec.structs.replace(s, a=s.b, b=s.a, plan=MaskPlan()))

    def set_pair(
        self, a: str, b: str, plan: MaskPlan | None = None, *, is_next: bool = True
    ) -> None:
        """Take both sentences at once, with their masks and whether B does follow A."""
        a, b = within(a), within(b)
        state = msgspec.structs.replace(
            self.state, a=a, b=b, plan=plan or MaskPlan(), is_next=is_next, label=None
        )
        self._do(marked("Set the pair"), state)

    def set_example(self, a: str, b: str, label: int | None) -> None:
        """Take a labelled example: its texts, without masks, and the class that is right."""
        a, b = within(a), within(b)
        state = msgspec.structs.replace(self.state, a=a, b=b, plan=MaskPlan(), label=label)
        self._do(marked("Take an example"), state)

    def put_b(self, text: str) -> None:
        """Take a B that doesn't follow A, such as one from anywhere in a corpus."""
        text = within(text)
        after = self.reader.read(self.state.a, text)
        plan = carry_plan(self.state.plan, self.pair, after)
        state = msgspec.structs.replace(self.state, b=text, plan=plan, is_next=False)
        self._do(marked("Put a random B"), state)

    def set_plan(self, plan: MaskPlan, label: str = marked("Edit masks")) -> None:
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
        self.rolls += 1
        self._do(
            marked("Roll masks"),
            msgspec.structs.replace(self.state, plan=plan, seed=next_seed(self.state.seed)),
        )

    def draw(self, seed: int) -> MaskPlan:
        """The plan that the rule draws with a seed."""
        return drawn_plan(self.state.rule, self.reader, self.pair, seed)

    def set_rule(self, rule: MaskRule, seed: int) -> None:
        if (rule, seed) != (self.state.rule, self.state.seed):
            self._do(
                marked("Change the mask rule"),
                msgspec.structs.replace(self.state, rule=rule.check(), seed=seed),
                Merge.RULE,
            )

    def set_is_next(self, is_next: bool) -> None:
        if is_next != self.state.is_next:
            state = msgspec.structs.replace(self.state, is_next=is_next)
            self._do(marked("Label the pair"), state)

    def set_label(self, label: int | None) -> None:
        """Say which class is right, for a fine-tuned model; None where it isn't known."""
        if label != self.state.label:
            state = msgspec.structs.replace(self.state, label=label)
            self._do(marked("Label the example"), state)

    def set_random(self, position: int, token_id: int) -> None:
        """Choose a position and put a token of the user's own choice there."""
        if position in self.pair.maskable:
            choice = Chosen(Action.RANDOM, token_id)
            self.set_plan(self.state.plan.with_choice(position, choice))

    def set_view(self, label: str = marked("Change the view"), **changes: Any) -> None:
        """Look at something else, or in another way; `changes` are attributes of `ViewState`."""
        view = msgspec.structs.replace(self.state.view, **changes)
        self._do(label, msgspec.structs.replace(self.state, view=view), Merge.VIEW)

    def set_head(self, layer: int, head: int) -> None:
        """Show one head alone."""
        self.set_view(layer=layer, heads=(head,))

    def toggle_head(self, layer: int, head: int) -> None:
        """Show a head beside the others of its layer, or no longer; one always remains."""
        view = self.view
        if layer != view.layer:
            self.set_head(layer, head)
        elif head not in view.heads:
            self.set_view(heads=tuple(sorted((*view.heads, head))))
        elif len(view.heads) > 1:
            self.set_view(heads=tuple(h for h in view.heads if h != head))

    def toggle_asked(self, position: int) -> None:
        """Show what the model says at a position that isn't chosen, or no longer."""
        asked = set(self.view.asked) ^ {position}
        self.set_view(asked=tuple(sorted(asked)))

    def inspect(self, row: Row, position: int, layer: int = 0) -> None:
        """Look closely at one vector."""
        self.set_view(vector=Vector(row, position, layer))

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
        state = msgspec.structs.replace(self.state, a=a, b=b, plan=plan)
        self._do(marked("Use a prediction"), state)

    def set_focus(self, position: int) -> None:
        position = position if position < len(self.pair) else -1
        if position != self.focus:
            self.focus = position
            self.focused.emit(position)

    def step_focus(self, by: int) -> None:
        """Light a token before or after the one that is lit; at either end it stays."""
        self.set_focus(min(max(self.focus + by, 0), len(self.pair) - 1))

    def set_reader(self, reader: Reader) -> None:
        """Read with another model's tokenizer; a plan survives where tokens stay the same."""
        before, self.reader = self.reader, reader
        if reader.fingerprint != before.fingerprint:
            self.state = msgspec.structs.replace(self.state, plan=MaskPlan())
            self.undo_stack.clear()
        self.apply(self.state, before)

    def replace(self, state: SessionState, label: str = marked("Open a session")) -> None:
        """Take a state as a whole, such as that of a file, dropping masks that can't be."""
        a, b = within(state.a), within(state.b)
        state = msgspec.structs.replace(state, a=a, b=b)
        pair = self.reader.read(a, b)
        plan = mended_plan(state.plan, self.reader, pair)
        view = state.view.moved({position: position for position in range(len(pair))})
        self._do(label, msgspec.structs.replace(state, plan=plan, view=view))

    def apply(self, state: SessionState, reader: Reader) -> None:
        """Make `state` the present one; for the undo stack.

        Its plan was made with `reader`, which may have cut the pair at another length.
        """
        pair = self.reader.read(state.a, state.b)
        if reader is not self.reader:
            before = reader.read(state.a, state.b)
            plan = carry_plan(state.plan, before, pair)
            view = state.view.moved(survivors(before, pair))
            state = msgspec.structs.replace(state, plan=plan, view=view)
        is_viewed_alike = state.view == self.state.view
        self.state = state
        if pair != self.pair:  # Else it stays the same object: the looks at it stay true.
            self.pair = pair
            self.set_focus(-1)
        self.changed.emit()
        if not is_viewed_alike:
            self.viewed.emit()

    def _choice(self, action: Action, position: int) -> Chosen:
        return chosen_by_hand(action, self.reader, self.pair, position, self.state.seed)

    def _do(self, label: str, state: SessionState, merges: Merge = Merge.NEVER) -> None:
        if (state.a, state.b) != (self.state.a, self.state.b) and state.view is self.view:
            # What is looked at follows its tokens, as masks do.
            moved = survivors(self.pair, self.reader.read(state.a, state.b))
            state = msgspec.structs.replace(state, view=self.view.moved(moved))
        if state == self.state:
            return
        last = self._last_change
        if last is None or not last.goes_on(label, merges):
            self.undo_stack.push(Change(self, label, state, merges))
            return
        last.becomes(state)
        self.apply(state, self.reader)
        if last.isObsolete():
            self.undo_stack.undo()  # Drops what leads nowhere any more, without undoing it.

    @property
    def _last_change(self) -> Change | None:
        """What undo would take back, unless something has been taken back already."""
        stack = self.undo_stack
        last = stack.command(stack.index() - 1) if 0 < stack.index() == stack.count() else None
        return last if isinstance(last, Change) else None


def within(text: str) -> str:
    """As much of a text as a sentence may have."""
    return text.encode("utf-16-le")[: 2 * LONGEST_TEXT].decode("utf-16-le", "ignore")
