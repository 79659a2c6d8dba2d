"""How the window stands, as plain values: all that can be asked of whoever learns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bertscope.gui.run.phase import Phase
from bertscope.gui.state import SessionState
from bertscope.looks import Answer, Prediction
from bertscope.task import Kind, Start
from bertscope.text.pair import Pair
from bertscope.text.reader import Reader

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

HELD_OUT = "held_out_mlm_loss", "held_out_nsp_loss", "held_out_loss", "held_out_score"


@dataclass(frozen=True)
class Said:
    """What the model says of the pair as it stands.

    Attributes
    ----------
    predictions
        By position.
    is_next
        The probability that B follows A; None without B and of a fine-tuned model.
    answer
        The likeliest class of a fine-tuned model by its name; empty where it answers otherwise.
    """

    predictions: Mapping[int, Prediction]
    is_next: float | None
    answer: str


@dataclass(frozen=True)
class Situation:
    """What `bertscope.gui.lesson.lesson.Until` asks about.

    Attributes
    ----------
    state, pair, reader
        Sentences, masks and view; the pair as the model reads it, and what reads it.
    focus
        The position that is lit; -1 for none.
    rolls
        How often the dice were rolled since the window stands.
    in_front
        The names of the panels that can be seen.
    phase, step
        Where the run is.
    is_past
        Whether an earlier step than the newest is looked at.
    held_out
        The run's newest held-out values by the names of `HELD_OUT`.
    said
        None while the model has not been asked about what stands there now.
    models
        The folders of the model that is open and of the one that is looked at.
    task
        The labelled data that is wanted; empty for pre-training.
    is_worth_known
        Whether it was measured from both starts what pre-training is worth.
    """

    state: SessionState
    pair: Pair
    reader: Reader
    focus: int = -1
    rolls: int = 0
    in_front: frozenset[str] = frozenset()
    phase: Phase = Phase.IDLE
    step: int = 0
    is_past: bool = False
    held_out: Mapping[str, float | None] = field(default_factory=dict)
    said: Said | None = None
    models: frozenset[str] = frozenset()
    task: str = ""
    is_worth_known: bool = False

    @classmethod
    def now(cls, window: MainWindow) -> Situation:
        """The window as it stands."""
        session, training = window.session, window.training
        series = training.history.series
        task = training.wanted.task
        return cls(
            state=session.state,
            pair=session.pair,
            reader=session.reader,
            focus=session.focus,
            rolls=session.rolls,
            in_front=frozenset(window.page.in_front),
            phase=training.phase,
            step=training.step,
            is_past=window.films.travel.step is not None,
            held_out={name: series[name].last for name in HELD_OUT},
            said=_said(window),
            models=frozenset({window.models.folder, window.files.looked_at}),
            task=task.data if task else "",
            is_worth_known=_is_worth_known(window),
        )


def _said(window: MainWindow) -> Said | None:
    """What was seen last, if that is of what stands there now."""
    seen, session = window.prober.latest, window.session
    if seen is None:
        return None
    asked = seen.question
    now = (window.prober.model, session.pair, tuple(session.model_ids))
    if (asked.model, asked.pair, asked.ids) != now:
        return None
    look = seen.look
    return Said(
        {prediction.position: prediction for prediction in look.predictions},
        look.is_next_probability if asked.pair.has_b else None,
        _class_of(look.answer),
    )


def _class_of(answer: Answer | None) -> str:
    is_class = answer is not None and answer.kind is Kind.CLASSIFICATION and answer.said >= 0
    return answer.labels[answer.said] if answer is not None and is_class else ""


def _is_worth_known(window: MainWindow) -> bool:
    worth = window.worth
    return not worth.is_running and {point.start for point in worth.points} == set(Start)
