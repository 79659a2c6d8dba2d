"""Session: every change undoable, masks that follow their tokens, files that are never lost."""

import gc
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bertscope.errors import TextError
from bertscope.gui.session import Session
from bertscope.gui.session_file import FILE_FORMAT, SessionFile, open_session, save_session
from bertscope.gui.state import Form, Row, SessionState, Vector, ViewState
from bertscope.text.masking import Action, Chosen, MaskPlan, MaskRule, Unit
from bertscope.text.pair import Source
from bertscope.text.reader import Reader


def actions(session: Session) -> dict[int, Action]:
    return {p: c.action for p, c in session.state.plan.chosen.items()}


def test_opens_on_the_classic_pair(session: Session) -> None:
    tokens = "[CLS] my dog is cute [SEP] he likes play ##ing [SEP]"
    assert " ".join(session.pair.tokens) == tokens
    assert session.nsp_label == 0


def test_a_click_goes_through_mask_random_keep_none(session: Session) -> None:
    seen = []
    for _ in range(4):
        session.cycle(2)
        seen.append(actions(session).get(2))
    assert seen == [Action.MASK, Action.RANDOM, Action.KEEP, None]


def test_masking_shows_in_what_the_model_reads(session: Session) -> None:
    session.set_action([2], Action.MASK)
    assert session.model_ids[2] == session.reader.tokenizer.mask_id
    assert session.labels == {2: session.reader.tokenizer.ids["dog"]}


def test_cls_and_sep_are_never_chosen(session: Session) -> None:
    session.set_action(list(range(len(session.pair))), Action.MASK)
    assert set(session.state.plan.positions) == set(session.pair.maskable)


def test_random_token_is_the_same_for_the_same_seed(session: Session, reader: Reader) -> None:
    other = Session(reader)
    for each in (session, other):
        each.set_action([4], Action.RANDOM)
    assert session.state.plan == other.state.plan


def test_masks_follow_their_tokens(session: Session) -> None:
    session.set_action([2, 8], Action.MASK)
    session.set_sentence(Source.A, "my old dog is cute")
    assert [session.pair.tokens[p] for p in session.state.plan.positions] == ["dog", "play"]
    session.set_sentence(Source.A, "my old cat is cute")
    assert [session.pair.tokens[p] for p in session.state.plan.positions] == ["play"]


def test_typing_one_word_is_one_step_of_undo(session: Session) -> None:
    for text in ("my dog is cute ", "my dog is cute n", "my dog is cute no", "my dog is cute now"):
        session.set_sentence(Source.A, text)
    session.undo_stack.undo()
    assert session.state.a == "my dog is cute "
    session.undo_stack.redo()
    assert session.state.a == "my dog is cute now"


def test_empty_b_has_no_label(session: Session) -> None:
    session.set_sentence(Source.B, "   ")
    assert session.nsp_label is None
    assert session.pair.tokens[-1] == "[SEP]"
    assert session.pair.tokens.count("[SEP]") == 1


def test_rolls_differ_and_are_repeatable(session: Session) -> None:
    session.set_sentence(Source.A, "the old man and his dog went to the sea in the morning")
    session.roll()
    first = session.state.plan
    session.roll()
    assert session.state.plan != first
    session.set_rule(session.state.rule, 7)
    session.roll()
    assert session.state.plan == first


def test_a_rule_that_cannot_be_is_refused_with_a_sentence(session: Session) -> None:
    with pytest.raises(TextError, match="pass 100 %"):
        session.set_rule(MaskRule(mask=0.9, random=0.2), 1)
    assert session.state.rule == MaskRule()


def test_swap_is_undone(session: Session) -> None:
    session.swap()
    assert (session.state.a, session.state.b) == ("he likes playing", "my dog is cute")
    session.undo_stack.undo()
    assert session.state.a == "my dog is cute"


@pytest.mark.parametrize(
    ("position", "token", "a", "b"),
    [
        (2, "cat", "my cat is cute", "he likes playing"),
        (9, "##ed", "my dog is cute", "he likes played"),
        (9, "the", "my dog is cute", "he likes play the"),
    ],
)
def test_a_prediction_goes_into_the_sentence(
    session: Session, position: int, token: str, a: str, b: str
) -> None:
    session.set_action([position], Action.MASK)
    session.substitute(position, token)
    assert (session.state.a, session.state.b) == (a, b)
    assert not session.state.plan.chosen


def test_huge_text_is_cut_and_said(session: Session) -> None:
    session.set_sentence(Source.A, "dog " * 100_000)
    assert len(session.pair) == session.reader.max_length
    assert session.pair.cut_a > 0


EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("a"), st.text(max_size=20)),
        st.tuples(st.just("b"), st.text(max_size=20)),
        st.tuples(st.just("cycle"), st.integers(0, 10)),
        st.tuples(st.just("roll"), st.just(0)),
        st.tuples(st.just("swap"), st.just(0)),
    ),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_all_edits_can_be_undone_and_redone(reader: Reader, qapp: object, edits: list) -> None:
    session = Session(reader)
    for kind, value in edits:
        match kind:
            case "a":
                session.set_sentence(Source.A, value)
            case "b":
                session.set_sentence(Source.B, value)
            case "cycle":
                session.cycle(value % len(session.pair))
            case "roll":
                session.roll()
            case "swap":
                session.swap()
        assert set(session.state.plan.positions) <= set(session.pair.maskable)
        assert len(session.model_ids) == len(session.pair)
    last = session.state
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert session.state == SessionState()
    while session.undo_stack.canRedo():
        session.undo_stack.redo()
    assert session.state == last


def save(path: Path, state: SessionState) -> None:
    save_session(path, SessionFile(FILE_FORMAT, state))


def test_a_file_brings_the_state_back(tmp_path: Path) -> None:
    plan = MaskPlan({2: Chosen(Action.RANDOM, 77)})
    rule = MaskRule(rate=0.3, unit=Unit.SPAN)
    view = ViewState(
        layer=1, heads=(0, 2), form=Form.MATRIX, vector=Vector(Row.HIDDEN, 3, 2), link=(1, 2)
    )
    state = SessionState(a="é 🙂", b="", plan=plan, is_next=False, rule=rule, seed=3, view=view)
    path = tmp_path / "one.bertscope"
    file = SessionFile(FILE_FORMAT, state, model="model", layout="abc=")
    save_session(path, file)
    assert open_session(path) == file


def test_a_file_of_the_first_format_opens_with_its_head(tmp_path: Path) -> None:
    path = tmp_path / "first.bertscope"
    path.write_bytes(
        b"""{"bertscope": 1, "model": "small", "state": {"a": "my dog", "b": "he plays",
        "plan": {"chosen": {"2": {"action": "mask", "token_id": 4}}}, "is_next": false,
        "rule": {"rate": 0.2, "mask": 0.8, "random": 0.1, "unit": "span"}, "seed": 5,
        "layer": 2, "head": 3}}"""
    )
    file = open_session(path)
    assert (file.model, file.state.a, file.state.b, file.state.seed) == (
        "small",
        "my dog",
        "he plays",
        5,
    )
    assert (file.state.view.layer, file.state.view.heads) == (2, (3,))
    assert file.state.plan == MaskPlan({2: Chosen(Action.MASK, 4)})
    assert not file.state.is_next


def test_what_is_unknown_in_a_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.bertscope"
    for odd in ({"colour": "red"}, {"view": {"shade": 1}}):
        path.write_bytes(msgspec.json.encode({"bertscope": FILE_FORMAT, "state": odd}))
        with pytest.raises(TextError, match="no session file, or it is damaged"):
            open_session(path)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"[]", b'{"bertscope": 1}', b"null", b'{"x":' * 5000],
)
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.bertscope"
    path.write_bytes(content)
    with pytest.raises(TextError, match="damaged"):
        open_session(path)


def test_a_file_from_the_future_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.bertscope"
    path.write_bytes(msgspec.json.encode({"bertscope": 99, "state": {"views": 3}}))
    with pytest.raises(TextError, match="newer bertscope"):
        open_session(path)


def test_a_failed_save_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "one.bertscope"
    save(path, SessionState(a="old"))

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(TextError, match="No space left"):
        save(path, SessionState(a="new"))
    monkeypatch.undo()
    assert open_session(path).state.a == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_masks_of_a_file_that_cannot_be_are_dropped(session: Session) -> None:
    plan = MaskPlan(
        {0: Chosen(Action.MASK, 4), 2: Chosen(Action.MASK, 4), 90: Chosen(Action.KEEP, 1)}
    )
    session.replace(SessionState(plan=plan))
    assert session.state.plan.positions == (2,)


def test_another_vocabulary_clears_masks_that_lost_their_tokens(
    session: Session, reader: Reader
) -> None:
    session.set_action([2], Action.MASK)
    other = type(reader.tokenizer)([*reader.tokenizer.vocabulary[::-1]])
    session.set_reader(Reader(other, 64))
    assert not session.state.plan.chosen
    assert session.state.a == "my dog is cute"


def test_undo_reaches_back_past_a_model_that_reads_less(session: Session, reader: Reader) -> None:
    session.set_pair("dog " * 20, "he likes the cat")
    dog, cat = 3, session.pair.tokens.index("cat")
    session.set_action([dog, 20, cat], Action.MASK)
    masked = session.state
    session.set_pair("my dog", "he sleeps")
    session.set_focus(len(session.pair) - 1)
    session.set_reader(Reader(reader.tokenizer, 16))
    session.undo_stack.undo()
    positions = session.state.plan.positions
    assert [session.pair.tokens[p] for p in positions] == ["dog", "cat"]
    assert len(session.model_ids) == 16
    session.set_reader(reader)
    session.undo_stack.redo()
    session.undo_stack.undo()
    assert session.state == masked


def test_the_focus_is_always_in_the_pair(session: Session, reader: Reader) -> None:
    session.set_focus(9)
    session.set_reader(Reader(reader.tokenizer, 6))
    assert session.focus == -1
    session.set_focus(9)
    assert session.focus == -1


@pytest.mark.parametrize(
    "change",
    [
        {"seed": -1},
        {"seed": 1_000_000},
        {"view": {"layer": -3}},
        {"view": {"layer": 10**19}},
        {"view": {"heads": [-1]}},
        {"view": {"heads": []}},
        {"view": {"zoom": 9}},
        {"view": {"rolls": 0}},
        {"view": {"rolls": 100_000}},
    ],
)
def test_a_file_with_numbers_that_cannot_be_is_refused(tmp_path: Path, change: dict) -> None:
    path = tmp_path / "bad.bertscope"
    path.write_bytes(msgspec.json.encode({"bertscope": FILE_FORMAT, "state": change}))
    with pytest.raises(TextError, match="damaged"):
        open_session(path)


def test_a_file_with_a_rule_that_cannot_be_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.bertscope"
    save(path, SessionState(rule=MaskRule(rate=5.0)))
    with pytest.raises(TextError, match="between 0 and 100 %"):
        open_session(path)


def test_masks_of_a_file_mean_the_same_with_another_vocabulary(session: Session) -> None:
    plan = MaskPlan(
        {1: Chosen(Action.MASK, 90_000), 2: Chosen(Action.KEEP, 3), 3: Chosen(Action.RANDOM, 77)}
    )
    session.replace(SessionState(plan=plan))
    ids = session.model_ids
    assert ids[1] == session.reader.tokenizer.mask_id
    assert ids[2] == session.pair.ids[2]
    assert ids[3] == 77


def test_texts_of_a_file_are_cut_as_typed_ones_are(session: Session) -> None:
    session.replace(SessionState(a="x" * 30_000, b=""))
    assert len(session.state.a) == 20_000
    session.set_pair("a", "y" * 30_000)
    assert len(session.state.b) == 20_000


def test_texts_are_as_long_as_a_line_edit_takes_them(session: Session) -> None:
    """It counts an emoji as two; what it left out would be lost with the next letter typed."""
    session.replace(SessionState(a="x" + "🙂" * 20_000, b=""))
    assert session.state.a == "x" + "🙂" * 9_999
    session.set_sentence(Source.B, "🙂" * 10_000)
    session.put_b("🙂" * 20_000)
    assert session.state.b == "🙂" * 10_000


def test_a_random_token_can_be_chosen_by_hand(session: Session) -> None:
    session.set_random(2, 77)
    assert session.model_ids[2] == 77
    assert actions(session) == {2: Action.RANDOM}
    session.set_random(0, 77)
    assert actions(session) == {2: Action.RANDOM}
    session.undo_stack.undo()
    assert not session.state.plan.chosen


@pytest.mark.parametrize("change", ["cycle", "roll", "random", "span"])
def test_each_change_of_masks_is_one_step_of_undo(session: Session, change: str) -> None:
    session.cycle(1)
    before = session.state
    match change:
        case "cycle":
            session.cycle(2)
        case "roll":
            session.roll()
        case "random":
            session.set_random(2, 77)
        case "span":
            session.set_action([2, 3, 4, 5, 6], Action.MASK)
    assert session.state != before
    session.undo_stack.undo()
    assert session.state == before


# --- What is looked at ------------------------------------------------------------------------


def look_at(session: Session, position: int) -> None:
    session.set_view(
        asked=(position,),
        distribution_at=position,
        vector=Vector(Row.SUM, position),
        link=(position, 0),
    )


def test_what_is_looked_at_follows_its_token(session: Session) -> None:
    look_at(session, 4)
    session.set_sentence(Source.A, "my old dog is cute")
    view = session.view
    assert session.pair.tokens[5] == "cute"
    assert (view.asked, view.distribution_at) == ((5,), 5)
    assert (view.vector, view.link) == (Vector(Row.SUM, 5), (5, 0))
    session.undo_stack.undo()
    assert session.view.asked == (4,)


def test_what_is_looked_at_goes_with_its_token(session: Session) -> None:
    look_at(session, 4)
    session.set_sentence(Source.A, "my dog is")
    view = session.view
    assert (view.asked, view.distribution_at, view.vector, view.link) == ((), None, None, None)


def test_separators_can_be_looked_at_and_follow_too(session: Session) -> None:
    look_at(session, 10)
    session.set_sentence(Source.B, "he likes playing now")
    assert session.pair.tokens[11] == "[SEP]"
    assert (session.view.asked, session.view.link) == ((11,), (11, 0))


def test_a_model_that_reads_less_drops_what_it_cannot_look_at(
    session: Session, reader: Reader
) -> None:
    look_at(session, 9)
    session.set_reader(Reader(reader.tokenizer, 6))
    view = session.view
    assert (view.asked, view.distribution_at, view.vector, view.link) == ((), None, None, None)


def test_what_a_file_looks_at_beyond_its_pair_is_dropped(session: Session) -> None:
    session.replace(SessionState(view=ViewState(asked=(2, 90), distribution_at=90, link=(1, 90))))
    view = session.view
    assert (view.asked, view.distribution_at, view.link) == ((2,), None, None)


def test_views_of_one_label_are_one_step_of_undo(session: Session) -> None:
    for zoom in (1.1, 1.2, 1.3):
        session.set_view("Zoom", zoom=zoom)
    session.set_view("Show ids", details=True)
    session.undo_stack.undo()
    assert (session.view.zoom, session.view.details) == (1.3, False)
    session.undo_stack.undo()
    assert session.state == SessionState()


def test_there_and_back_leaves_nothing_to_undo(session: Session) -> None:
    session.set_view("Show ids", details=True)
    session.set_view("Show ids", details=False)
    assert not session.undo_stack.canUndo()
    assert session.state == SessionState()
    session.set_sentence(Source.A, "my dog is cuter")
    session.set_sentence(Source.A, "my dog is cute")
    assert not session.undo_stack.canUndo()
    assert session.state == SessionState()


def test_sessions_that_only_a_cycle_keeps_go_with_their_commands(reader: Reader) -> None:
    """PySide would free each command twice, and the process with it."""
    for _ in range(20):
        session = Session(reader)
        session.cycle(1)
        session.cycle(2)
        session.itself = session  # type: ignore[attr-defined]
    del session
    assert gc.collect() > 0


def test_heads_are_toggled_within_a_layer(session: Session) -> None:
    shown = []
    for layer, head in ((0, 2), (0, 0), (0, 2), (1, 1)):
        session.toggle_head(layer, head)
        shown.append((session.view.layer, session.view.heads))
    assert shown == [(0, (0, 2)), (0, (2,)), (0, (2,)), (1, (1,))]


def test_another_pair_has_another_right_class(session: Session) -> None:
    session.set_example("so good", "", 1)
    assert session.state.label == 1
    session.set_pair("so bad", "")
    assert session.state.label is None
    session.undo_stack.undo()
    assert session.state.label == 1
