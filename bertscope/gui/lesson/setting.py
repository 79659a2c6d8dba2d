"""What a page sets of pair, masks and view, as the session's state."""

from collections.abc import Mapping, Sequence

import msgspec

from bertscope.errors import TextError
from bertscope.gui.choosing import chosen_by_hand
from bertscope.gui.language import tr
from bertscope.gui.lesson.lesson import Scene
from bertscope.gui.session import within
from bertscope.gui.state import SessionState
from bertscope.text.carry import survivors
from bertscope.text.masking import Action, Chosen, MaskPlan
from bertscope.text.pair import Pair
from bertscope.text.reader import Reader
from bertscope.text.words import positions_of

NEWEST = -1


class Setting:
    """Makes the state that a scene asks for; what it leaves out stays.

    Parameters
    ----------
    scene
        What is asked for.
    state, reader
        What there is, and what reads it.

    Attributes
    ----------
    state
        What there is to be.
    focus
        The position that is to be lit; None where that stays.
    troubles
        What can't be set, a sentence each.
    """

    def __init__(self, scene: Scene, state: SessionState, reader: Reader) -> None:
        self._scene, self._reader = scene, reader
        self.troubles: list[str] = []
        if scene.a is not None or scene.b is not None:
            state = self._with_sentences(state)
        if scene.follows is not None:
            state = msgspec.structs.replace(state, is_next=scene.follows)
        if scene.rule.said:
            state = self._with_rule(state)
        if scene.seed is not None:
            state = msgspec.structs.replace(state, seed=scene.seed)
        self._pair = reader.read(state.a, state.b)
        self.state = state
        if scene.masks is not None:
            self.state = msgspec.structs.replace(state, plan=self._plan(scene.masks))
        self._set_view()
        self.focus = self._focus()

    def _with_sentences(self, state: SessionState) -> SessionState:
        """Without masks and without a right class; what is looked at follows its tokens."""
        scene = self._scene
        a = state.a if scene.a is None else within(scene.a)
        b = state.b if scene.b is None else within(scene.b)
        read = self._reader.read
        view = state.view.moved(survivors(read(state.a, state.b), read(a, b)))
        return msgspec.structs.replace(state, a=a, b=b, plan=MaskPlan(), label=None, view=view)

    def _with_rule(self, state: SessionState) -> SessionState:
        """By that rule the dice roll; as before where its shares can't be."""
        try:
            rule = msgspec.structs.replace(state.rule, **self._scene.rule.said).check()
        except TextError as error:
            self.troubles.append(str(error))
            return state
        return msgspec.structs.replace(state, rule=rule)

    def _set_view(self) -> None:
        view = msgspec.structs.replace(self.state.view, **self._scene.view)
        if self._scene.step == NEWEST:
            view = msgspec.structs.replace(view, step=None)
        self.state = msgspec.structs.replace(self.state, view=view)

    def _focus(self) -> int | None:
        if self._scene.focus is None:
            return None
        found = self._positions(self._scene.focus)
        return found[0] if found else -1

    # --- Masks ----------------------------------------------------------------------------------

    def _plan(self, masks: Mapping[str, str]) -> MaskPlan:
        plan = MaskPlan()
        for word, wanted in masks.items():
            action, _, token = wanted.partition(" ")
            for position in self._positions(word):
                if position not in self._pair.maskable:
                    self.troubles.append(
                        tr("“{word}” frames the pair: mask a word of it instead.", word=word)
                    )
                elif (choice := self._choice(Action(action), token, position)) is not None:
                    plan = plan.with_choice(position, choice)
        return plan

    def _choice(self, action: Action, token: str, position: int) -> Chosen | None:
        if not token:
            return chosen_by_hand(action, self._reader, self._pair, position, self.state.seed)
        token_id = id_of(token, self._reader)
        if token_id is None:
            self.troubles.append(
                tr(
                    "The model's vocabulary has no token “{token}”: put one there that it has.",
                    token=token,
                )
            )
            return None
        return Chosen(action, token_id)

    def _positions(self, word: str) -> Sequence[int]:
        try:
            return positions_of(word, self.state.a, self.state.b, self._pair)
        except TextError as error:
            self.troubles.append(str(error))
            return ()


def id_of(token: str, reader: Reader) -> int | None:
    """The id of a token as someone writes it; None where the vocabulary hasn't got it."""
    ids = reader.tokenizer.ids
    found = ids.get(token)
    return ids.get(token.lower()) if found is None and reader.tokenizer.lowercase else found


def are_at(word: str, state: SessionState, pair: Pair) -> list[int]:
    """The positions of a word; none where it isn't in the pair."""
    try:
        return positions_of(word, state.a, state.b, pair)
    except TextError:
        return []


def no_class(name: str, classes: Sequence[str]) -> str:
    """What is said of a class that the model, or the data, hasn't got."""
    if not classes:
        return tr("The model has no class “{name}”: it has no classes.", name=name)
    there = ", ".join(classes)
    return tr("The model has no class “{name}”: it has {classes}.", name=name, classes=there)
