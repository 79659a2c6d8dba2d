"""Does what a page of a lesson asks for, by clicks and keys on the window's own widgets.

There is one way of acting for each field of `Until`; a field without one is an error, so that no
ask of a lesson can go untested.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.lesson.checks import holds
from bertscope.gui.lesson.lesson import Rule, Said, Until
from bertscope.gui.lesson.situation import Situation
from tests.gui.lesson.actor_at_tokens import AtTokens
from tests.gui.lesson.actor_at_training import AtTraining
from tests.gui.lesson.actor_at_views import AtViews
from tests.gui.lesson.actor_hands import SOON, Hands

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

MOST_B = 12
"""Random sentences that are tried."""
OF_RULE = {
    "rate": "Share of tokens that is chosen",
    "mask": "Share of the chosen that becomes [MASK]",
    "random": "Share of the chosen that becomes a random token",
    "unit": "What is chosen as one",
}
"""What the boxes of the rule's numbers are called."""
OF_SENTENCES = ("a", "b", "b_empty", "typed", "said", "next_above", "next_below", "answered")
"""Fields that sentences bring about."""


class Typed(NamedTuple):
    """Sentences that bring about what can't be worked out; None leaves one as it is."""

    a: str | None = None
    b: str | None = None


class Actor:
    """A learner who knows the answers.

    Parameters
    ----------
    window
        On a real engine.
    """

    def __init__(self, qtbot: QtBot, window: "MainWindow") -> None:
        self._bot, self._window = qtbot, window
        self._hands = Hands(qtbot, window)
        self._tokens = AtTokens(qtbot, window)
        self._views = AtViews(self._hands, self._tokens)
        self._training = AtTraining(self._hands, self.holds)
        self._until, self._begun = Until(), Situation.now(window)
        self._answers: Sequence[Typed] = ()

    @property
    def ways(self) -> dict[str, Callable[[Any], None]]:
        """By field of `Until`, in the order in which several are done."""
        hands, tokens, views, training = self._hands, self._tokens, self._views, self._training
        sentences, play = self._window.views.sentences, training.play_until_it_holds
        return {
            "model": training.open,
            "task": training.choose_task,
            "a": lambda word: hands.add_word(sentences.a, word),
            "b": lambda word: hands.add_word(sentences.b, word),
            "b_empty": lambda empty: hands.write(sentences.b, "" if empty else "he likes playing"),
            "rule": self._set_rule,
            "masks": self._mask,
            "spans": lambda count: tokens.choose(0, count),
            "chosen": lambda count: tokens.choose(count, self._until.spans or 0),
            "rolls": self._roll,
            "follows": self._label,
            "view": views.see,
            "inspected": views.inspect,
            "front": views.bring_forward,
            "playing": training.play,
            "steps": training.do_steps,
            **dict.fromkeys(("finished", "mlm_below", "nsp_below", "loss_below"), play),
            "score_above": play,
            "compared": training.pin,
            "past": training.go_back,
            "said": self._make_it_say,
            "next_above": self._need_answers,
            "next_below": self._break_the_pair,
            "answered": self._need_answers,
            "worth": training.measure,
            "focus": lambda word: tokens.point_at(hands.positions(word)[0]),
            "typed": self._type_something,
        }

    def bring_about(self, until: Until, answers: Sequence[Typed] = ()) -> None:
        """Do what is asked.

        Parameters
        ----------
        answers
            Sentences that are tried where the answer is to say something.

        Raises
        ------
        LookupError
            If there is no way to act.
        """
        self._until, self._answers = until, answers
        self._begun = Situation.now(self._window)
        wanted = wanted_of(until)
        for field in wanted.keys() - self.ways.keys():
            raise LookupError(f"The actor has no way to bring about {field}")
        is_told = bool(answers) and not wanted.keys().isdisjoint(OF_SENTENCES)
        if is_told:
            self._type_until_it_holds()
        for field, act in self.ways.items():
            if field in wanted and not (is_told and field in OF_SENTENCES):
                act(wanted[field])

    def holds(self) -> bool:
        """Whether it is done."""
        return holds(self._until, Situation.now(self._window), self._begun)

    # --- Sentences ------------------------------------------------------------------------------

    def _type_something(self, _: bool) -> None:
        """Change a sentence, unless that has been done to bring about something else."""
        state = self._window.session.state
        if (state.a, state.b) == (self._begun.state.a, self._begun.state.b):
            self._hands.add_word(self._window.views.sentences.a, "now")

    def _type_until_it_holds(self) -> None:
        sentences = self._window.views.sentences
        for typed in self._answers:
            for line, text in ((sentences.a, typed.a), (sentences.b, typed.b)):
                if text is not None:
                    self._hands.write(line, text)
            if self._comes_true():
                return
        pytest.fail(f"None of the answers {self._answers} brings about {self._until}")

    def _need_answers(self, _: object) -> None:
        raise LookupError(f"The actor needs to be told what to type for {self._until}")

    def _comes_true(self) -> bool:
        """Whether it holds once the model has answered."""
        prober, session = self._window.prober, self._window.session

        def is_answered() -> bool:
            latest = prober.latest
            return latest is not None and latest.question.ids == tuple(session.model_ids)

        try:
            self._bot.waitUntil(lambda: is_answered() and self._said_holds(), timeout=2_000)
        except self._bot.TimeoutError:
            return False
        return True

    def _said_holds(self) -> bool:
        """Whether the sentences, and what the model says of them, are as they should be."""
        wanted = wanted_of(self._until)
        said = Until(**{field: wanted[field] for field in OF_SENTENCES if field in wanted})
        return holds(said, Situation.now(self._window), self._begun)

    def _make_it_say(self, said: Said) -> None:
        """See whether it does; else ask at the word, or hide it."""
        if self._comes_true():
            return
        (position, *_) = self._hands.positions(said.at)
        self._tokens.ask(position)
        if not self._comes_true():
            self._tokens.do(position, "mask")
            assert self._comes_true(), f"The model doesn't say {said}"

    def _break_the_pair(self, _: float) -> None:
        """Put random sentences in B's place."""
        for _number in range(MOST_B):
            before = self._window.session.state.b
            self._hands.click(self._window.views.sentences.random_b)
            self._bot.waitUntil(
                lambda was=before: self._window.session.state.b != was, timeout=SOON
            )
            if self._comes_true():
                return
        pytest.fail("No random B brings the probability so far down")

    # --- Masks, labels --------------------------------------------------------------------------

    def _mask(self, masks: dict[str, str]) -> None:
        for word, action in masks.items():
            for position in self._hands.positions(word):
                self._tokens.do(position, action)

    def _set_rule(self, rule: Rule) -> None:
        bar = self._window.views.mask_bar
        boxes = {box.accessibleName(): box for box in bar.findChildren(QWidget)}
        for name, value in rule.said.items():
            box = boxes[OF_RULE[name]]
            if isinstance(box, QComboBox):
                self._hands.pick(box, value)
            else:
                self._hands.enter(box, 100 * value)

    def _roll(self, count: int) -> None:
        for _ in range(count):
            self._hands.click(self._window.views.mask_bar.roll)

    def _label(self, follows: bool) -> None:
        if self._window.session.state.is_next is not follows:
            self._hands.click(self._window.views.verdict_controls.is_next)


def wanted_of(until: Until) -> dict[str, Any]:
    """What is set, by field."""
    empty = Until()
    fields = {name: getattr(until, name) for name in until.__struct_fields__}
    return {name: value for name, value in fields.items() if value != getattr(empty, name)}
