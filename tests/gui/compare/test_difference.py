"""B − A is that, and what has no difference has none."""

import msgspec
import numpy as np
import pytest

from bertscope.gui.compare.difference import difference
from bertscope.gui.session import Session
from bertscope.gui.state import Side
from bertscope.text.masking import Action
from bertscope.wire import messages as m
from tests.gui.compare.pairs import compared, narrow
from tests.gui.looks import seen_of
from tests.gui.task.answers import answered, of_classes

WANTS = m.Wants(positions=[5], thumbnails=48, heads=[0, 1], hidden_states=True, distribution_at=2)


def test_arrays_and_numbers_are_those_of_b_less_those_of_a(session: Session) -> None:
    session.set_action([2], Action.MASK)
    seen = compared(session, [2.0], wants=WANTS)
    a, b, d = seen.look, seen.other, seen.shown(Side.DIFFERENCE)
    for name in ("token_rows", "sum", "normalized", "c", "pooled", "nsp_logits"):
        expected = getattr(b, name).numpy() - getattr(a, name).numpy()
        np.testing.assert_array_equal(getattr(d, name).numpy(), expected)
    assert d.is_next_probability == pytest.approx(0.4 - 0.75)
    assert d.mlm_loss == pytest.approx(-0.5)
    assert d.nsp_loss == pytest.approx(0.9 - 0.25)
    assert d.hidden_states.shape == a.hidden_states.shape
    assert not d.thumbnails.numpy().any()
    assert d.heads.numbers == [0, 1]


def test_a_model_less_itself_is_nothing(session: Session) -> None:
    look = seen_of(session, wants=WANTS).look
    d = difference(look, look)
    assert not any(getattr(d, n).numpy().any() for n in ("sum", "c", "hidden_states", "thumbnails"))
    assert (d.is_next_probability, d.nsp_loss, d.mlm_loss) == (0.0, 0.0, None)


def test_predictions_are_matched_by_position_and_tokens(session: Session) -> None:
    session.set_action([2, 4], Action.MASK)
    look = seen_of(session, [2.0, 3.0]).look
    first, second = look.predictions
    b = msgspec.structs.replace(
        look,
        predictions=[
            m.Prediction(4, [11, 99], [0.75, 0.1], second.original_id, 0.5, 2, 0.7, True),
            m.Prediction(5, [11], [0.75], 7, 0.5, 2, 0.7, True),
        ],
    )
    (changed,) = difference(look, b).predictions
    assert changed.position == 4
    assert dict(zip(changed.top_ids, changed.top_probabilities, strict=True)) == {11: 0.5}
    assert (changed.rank, changed.loss) == (2 - 77, pytest.approx(0.7 - 3.0))
    assert first.position == 2


def test_vectors_of_another_width_have_no_difference_but_losses_have(session: Session) -> None:
    seen = compared(session, wants=WANTS, turn=narrow)
    d = seen.shown(Side.DIFFERENCE)
    assert {d.sum.shape, d.token_rows.shape} == {(0, 0)}
    assert d.c.shape == (0,)
    assert d.nsp_logits.shape == (2,)
    assert d.nsp_loss == pytest.approx(0.65)


def test_what_only_one_look_holds_has_no_difference(session: Session) -> None:
    look = seen_of(session, wants=WANTS).look
    bare = msgspec.structs.replace(
        look, thumbnails=None, heads=None, hidden_states=None, distribution=None
    )
    for d in (difference(look, bare), difference(bare, look)):
        assert (d.thumbnails, d.heads, d.hidden_states, d.distribution) == (None,) * 4
    heads = msgspec.structs.replace(look.heads, layer=1)
    assert difference(look, msgspec.structs.replace(look, heads=heads)).heads is None


def test_the_sides_are_a_b_and_their_difference(session: Session) -> None:
    seen = compared(session)
    assert seen.shown(Side.A) is seen.look
    assert seen.shown(Side.B) is seen.other
    assert seen.shown(Side.DIFFERENCE) is seen.shown(Side.DIFFERENCE)
    assert [seen.side(side) for side in Side] == list(Side)
    assert seen.alone(Side.B).look is seen.other


def test_without_b_every_side_is_a(session: Session) -> None:
    seen = seen_of(session)
    assert {id(seen.shown(side)) for side in Side} == {id(seen.look)}
    assert {seen.side(side) for side in Side} == {Side.A}


def test_heads_of_pre_training_that_one_look_lacks_have_no_difference(session: Session) -> None:
    look = seen_of(session).look
    tuned = answered(look, of_classes([1.0, 0.0]))
    for d in (difference(look, tuned), difference(tuned, look), difference(tuned, tuned)):
        assert (d.nsp_logits, d.is_next_probability, d.next_sentence, d.answer) == (None,) * 4
