"""Whatever is done in whatever order: the state holds, the views paint, and undo leads back."""

from itertools import chain
from pathlib import Path

import msgspec
import pytest
import shiboken6
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import CapturedException
from pytestqt.qtbot import QtBot

from bertscope.gui.aiming import Aiming
from bertscope.gui.opening import Models
from bertscope.gui.prober import Part, Prober
from bertscope.gui.run.record import Records
from bertscope.gui.run.training import Training
from bertscope.gui.session import Session
from bertscope.gui.session_file import FILE_FORMAT, SessionFile, open_session, save_session
from bertscope.gui.state import (
    Form,
    Projection,
    Quarter,
    Row,
    SessionState,
    Side,
    Space,
    Stage,
    Vector,
)
from bertscope.gui.task.known import KnownData
from bertscope.gui.task.results_judge import Judge
from bertscope.gui.task.worth_measure import Worth
from bertscope.gui.theme import Appearance
from bertscope.gui.views import Views
from bertscope.recipe import Recipe
from bertscope.text.masking import Action, MaskRule, Unit
from bertscope.text.pair import Source
from bertscope.text.reader import Reader
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, look_for

EXAMPLES, STEPS = 60, 50
TEXTS = st.sampled_from(
    [
        "",
        "my dog is cute",
        "he likes playing ",
        "?!… —",
        "狗很可爱",
        "שלום עולם",
        "👩‍👩‍👧 🙂",
        "dog " * 90,
    ]
) | st.text(max_size=12)
PLACES = st.integers(0, 200)
"""Taken modulo the length of the pair."""
HEADS = st.lists(st.integers(0, 5), min_size=1, max_size=3, unique=True).map(sorted).map(tuple)
SPOILS = st.sampled_from(["", "", "nothing more", "refused"])


class Explorer:
    """What the window is made of, on an engine that answers only when it is told to."""

    def __init__(self, reader: Reader, appearance: Appearance) -> None:
        self.fake = FakeEngine()
        self.session = Session(reader)
        training = Training(self.fake, Records(self.fake), Recipe())
        self.prober = Prober(self.session, self.fake)
        models = Models(self.fake)
        aiming = Aiming(self.session, models, training, self.prober)
        judge = Judge(self.session, self.fake, models, training, aiming)
        worth = Worth(self.fake, training, KnownData(self.fake, training))
        self.views = Views(self.session, training, judge, worth, appearance)
        for view in chain(*self.views.groups):
            self.prober.seen.connect(view.show_seen)
        self.whole = QWidget()
        self.shown = [view for view in vars(self.views).values() if isinstance(view, QWidget)]
        for view in self.shown:
            view.setParent(self.whole)
        self.whole.show()
        self.prober.aim(m.ModelRef("model"))
        for part in Part:
            self.prober.want(part)

    def answer(self, which: int, spoil: str) -> None:
        """Answer one of the questions that are open; those before it are passed over."""
        probes = self.fake.take(m.Probe)
        if probes:
            at = which % len(probes)
            self.fake.sent.extend(probes[at + 1 :])
            probe = probes[at]
            assert isinstance(probe, m.Probe)
            if spoil == "refused":
                self.fake.received.emit(m.Failed(probe.id, "The model makes no numbers."))
            else:
                self.fake.received.emit(spoilt(look_for(probe), spoil))

    def paint(self, width: int, height: int) -> None:
        """Paint every view, and read its numbers."""
        for view in self.shown:
            view.resize(width, height)
            view.grab()
            if (numbers := getattr(view, "numbers", None)) is not None and (table := numbers()):
                table.csv()

    def end(self) -> None:
        self.whole.hide()
        shiboken6.delete(self.whole)


def spoilt(look: m.Look, how: str) -> m.Look:
    """The look, or one in which nothing more was wanted."""
    if how == "nothing more":
        names = ("thumbnails", "blocks", "heads", "hidden_states", "neighbours", "distribution")
        return msgspec.structs.replace(look, **dict.fromkeys(names))
    return look


class Usage(RuleBasedStateMachine):
    """Someone who does anything at any time."""

    reader: Reader
    appearance: Appearance
    path: Path
    exceptions: list[CapturedException]

    @initialize()
    def begin(self) -> None:
        tokenizer = self.reader.tokenizer
        turned = type(tokenizer)([*tokenizer.vocabulary[:5], *tokenizer.vocabulary[:4:-1]])
        small = type(tokenizer)([*tokenizer.vocabulary[:1031]])
        self.readers = [
            self.reader,
            Reader(tokenizer, 12),
            Reader(turned, 64),
            Reader(small, 512),
        ]
        self.explorer = Explorer(self.reader, self.appearance)
        self.session = self.explorer.session
        self.first: SessionState | None = SessionState()

    def at(self, place: int) -> int:
        return place % len(self.session.pair)

    # --- The pair -------------------------------------------------------------------------------

    @rule(source=st.sampled_from([Source.A, Source.B]), text=TEXTS)
    def type(self, source: Source, text: str) -> None:
        self.session.set_sentence(source, text)
        assert (self.session.state.a, self.session.state.b)[source is Source.B] == text

    @rule(a=TEXTS, b=TEXTS)
    def put(self, a: str, b: str) -> None:
        self.session.set_pair(a, b)

    @rule(what=st.sampled_from(["swap", "put_b", "label", "substitute"]), place=PLACES)
    def edit(self, what: str, place: int) -> None:
        match what:
            case "swap":
                self.session.swap()
            case "put_b":
                self.session.put_b("a dog sat on the mat")
            case "label":
                self.session.set_is_next(not self.session.state.is_next)
            case "substitute":
                self.session.substitute(self.at(place), "##ing" if place % 2 else "cat")

    # --- Masks ----------------------------------------------------------------------------------

    @rule(places=st.lists(PLACES, max_size=4), action=st.sampled_from([*Action, None]))
    def mask(self, places: list[int], action: Action | None) -> None:
        self.session.set_action([self.at(place) for place in places], action)

    @rule(place=PLACES, token=st.integers(0, 1030))
    def put_token(self, place: int, token: int) -> None:
        self.session.set_random(self.at(place), token)

    @rule(rate=st.sampled_from([0.0, 0.15, 1.0]), unit=st.sampled_from(Unit))
    def roll(self, rate: float, unit: Unit) -> None:
        self.session.set_rule(MaskRule(rate=rate, unit=unit), self.session.state.seed)
        self.session.roll()

    # --- What is looked at ----------------------------------------------------------------------

    @rule(layer=st.integers(0, 5), heads=HEADS, average=st.booleans())
    def look_at_heads(self, layer: int, heads: tuple[int, ...], average: bool) -> None:
        self.session.set_view("Heads", layer=layer, heads=heads, average=average)

    @rule(layer=st.integers(0, 5), head=st.integers(0, 5))
    def toggle_head(self, layer: int, head: int) -> None:
        self.session.toggle_head(layer, head)

    @rule(row=st.sampled_from(Row), place=PLACES, layer=st.integers(0, 5))
    def inspect(self, row: Row, place: int, layer: int) -> None:
        self.session.inspect(row, self.at(place), layer)

    @rule(place=PLACES, to=PLACES)
    def look_closely(self, place: int, to: int) -> None:
        at = self.at(place)
        self.session.toggle_asked(at)
        self.session.set_view("Link", link=(at, self.at(to)))
        self.session.set_view("Distribution", distribution_at=at)

    @rule(
        form=st.sampled_from(Form),
        quarter=st.sampled_from(Quarter),
        specials=st.booleans(),
        space=st.sampled_from(Space),
        projection=st.sampled_from(Projection),
        search=st.sampled_from(["", "d", "##", "zzzz"]),
    )
    def choose(self, **changes: object) -> None:
        self.session.set_view("Choose", **changes)
        assert {name: getattr(self.session.view, name) for name in changes} == changes

    @rule(
        stage=st.sampled_from(Stage),
        zoom=st.floats(0, 4),
        details=st.booleans(),
        top_k=st.integers(1, 50),
        rolls=st.sampled_from([1, 10, 1000]),
    )
    def change_figure(self, **changes: object) -> None:
        self.session.set_view("Figure", **changes)
        assert {name: getattr(self.session.view, name) for name in changes} == changes

    @rule(place=PLACES)
    def point_at(self, place: int) -> None:
        self.session.set_focus(self.at(place))

    # --- Back, forth and elsewhere --------------------------------------------------------------

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.session.undo_stack.undo()

    @rule()
    def redo(self) -> None:
        self.session.undo_stack.redo()

    @rule(which=st.integers(0, 3))
    def open_model(self, which: int) -> None:
        before = self.session.reader
        self.session.set_reader(self.readers[which])
        self.explorer.prober.aim(m.ModelRef(f"model {which}"))
        if self.session.reader.fingerprint != before.fingerprint:
            self.first = self.session.state  # Undo begins anew.
        elif self.session.reader is not before:
            self.first = None  # What a shorter one dropped can't come back.

    @rule(which=st.integers(0, 3), side=st.sampled_from(Side), is_on=st.booleans())
    def compare(self, which: int, side: Side, is_on: bool) -> None:
        prober = self.explorer.prober
        prober.aim(prober.model, m.ModelRef(f"model {which}", 7) if is_on else None)
        self.session.set_view("Side", side=side)

    @rule()
    def save_and_open(self) -> None:
        before = self.session.state
        save_session(self.path, SessionFile(FILE_FORMAT, before))
        self.session.replace(open_session(self.path).state)
        assert self.session.state == before

    # --- The engine -----------------------------------------------------------------------------

    @rule(which=st.integers(0, 9), spoil=SPOILS)
    def answer(self, which: int, spoil: str) -> None:
        self.explorer.answer(which, spoil)

    @rule(width=st.integers(40, 900), height=st.integers(30, 700), is_answered=st.booleans())
    def paint(self, width: int, height: int, is_answered: bool) -> None:
        if is_answered:
            self.explorer.answer(-1, "")
        self.explorer.paint(width, height)

    # --- What always holds ----------------------------------------------------------------------

    @invariant()
    def nothing_was_raised(self) -> None:
        assert not self.exceptions, self.exceptions[0]

    @invariant()
    def the_state_is_of_the_pair(self) -> None:
        session, view, size = self.session, self.session.view, len(self.session.pair)
        assert set(session.state.plan.positions) <= set(session.pair.maskable)
        assert len(session.model_ids) == size <= session.reader.max_length
        assert max(session.model_ids) < len(session.reader.tokenizer)
        assert session.focus < size
        ends = [*view.asked, *(view.link or ()), view.distribution_at or 0]
        vector = view.vector or Vector(Row.SUM, 0)
        assert max(*ends, vector.position) < size
        assert view.heads

    def teardown(self) -> None:
        if not hasattr(self, "session"):
            return
        self.explorer.paint(700, 300)
        self.explorer.end()
        self.nothing_was_raised()
        while self.session.undo_stack.canRedo():
            self.session.undo_stack.redo()
        session, last = self.session, self.session.state
        while session.undo_stack.canUndo():
            session.undo_stack.undo()
        assert self.first in (None, session.state)
        while session.undo_stack.canRedo():
            session.undo_stack.redo()
        assert self.first is None or session.state == last
        self.nothing_was_raised()


@pytest.mark.slow
def test_anything_in_any_order(
    qtbot: QtBot, reader: Reader, appearance: Appearance, tmp_path: Path
) -> None:
    with qtbot.capture_exceptions() as exceptions:

        class Here(Usage):
            pass

        Here.reader, Here.appearance, Here.exceptions = reader, appearance, exceptions
        Here.path = tmp_path / "one.bertscope"
        run_state_machine_as_test(
            Here,
            settings=settings(
                max_examples=EXAMPLES,
                stateful_step_count=STEPS,
                suppress_health_check=list(HealthCheck),
            ),
        )
