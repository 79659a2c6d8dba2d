"""Session: every change undoable, masks that follow their tokens, files that are never lost."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bertscope.errors import TextError
from bertscope.gui.session import Session, SessionState, open_session, save_session
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


def test_a_file_brings_the_state_back(tmp_path: Path) -> None:
    plan = MaskPlan({2: Chosen(Action.RANDOM, 77)})
    rule = MaskRule(rate=0.3, unit=Unit.SPAN)
    state = SessionState(a="é 🙂", b="", plan=plan, is_next=False, rule=rule, seed=3, layer=1)
    path = tmp_path / "one.bertscope"
    save_session(path, state, "model")
    file = open_session(path)
    assert (file.state, file.model) == (state, "model")


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b'{"bertscope": 1}', b"null"])
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
    save_session(path, SessionState(a="old"), "")

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(TextError, match="No space left"):
        save_session(path, SessionState(a="new"), "")
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


@pytest.mark.parametrize("change", [{"seed": -1}, {"layer": -3}, {"head": -1}])
def test_a_file_with_numbers_below_zero_is_refused(tmp_path: Path, change: dict) -> None:
    path = tmp_path / "bad.bertscope"
    save_session(path, msgspec.structs.replace(SessionState(), **change), "")
    with pytest.raises(TextError, match="damaged"):
        open_session(path)


def test_a_file_with_a_rule_that_cannot_be_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.bertscope"
    save_session(path, SessionState(rule=MaskRule(rate=5.0)), "")
    with pytest.raises(TextError, match="between 0 and 100 %"):
        open_session(path)
