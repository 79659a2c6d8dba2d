"""What is shown of attention is what the look holds: lines, filters, shares, one weight."""

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from bertscope.engine.folder import load_model
from bertscope.engine.probe import look
from bertscope.gui.attention.facts import listed, share_words, weight_words
from bertscope.gui.attention.shown import Shown, Side
from bertscope.gui.attention.weight_lines import MOST_LINES, STEPS
from bertscope.gui.prober import Question, Seen
from bertscope.gui.session import Session
from bertscope.gui.state import Form, Quarter, ViewState
from bertscope.looks import Wants
from bertscope.places import default_model
from bertscope.text.pair import Source, encode_pair
from bertscope.wire import messages as m
from bertscope.wire.replies import look_message
from tests.gui.conftest import look_for

WIDTH = 8


def attention_seen(
    session: Session,
    layers: int = 2,
    heads: int = 3,
    sharpness: float = 1.0,
    length: int | None = None,
) -> Seen:
    """A look with attention by rule, each weight the softmax of its query and key."""
    pair, ids = session.pair, tuple(session.model_ids)
    if length is not None:
        words = "my dog is cute " * length
        pair = encode_pair(session.reader.tokenizer, words, words, length)
        ids = pair.ids
    probe = m.Probe(1, "main", m.ModelRef(""), list(ids), list(pair.segments), session.labels)
    rng = np.random.default_rng(5)
    shape = (layers, heads, len(ids), WIDTH)
    queries, keys = (sharpness * rng.normal(size=shape).astype(np.float32) for _ in range(2))
    scores = queries @ keys.swapaxes(-1, -2) / np.float32(np.sqrt(WIDTH))
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    weights /= weights.sum(-1, keepdims=True)
    one = np.eye(3, dtype=np.float32)[[int(s) % 3 for s in pair.sources]]
    blocks = one.T @ weights @ one / np.float32(len(ids))
    view = session.view
    layer = min(view.layer, layers - 1)
    numbers = [head for head in view.heads if head < heads] or [0]
    array = m.Array.of
    whole = m.Heads(
        layer,
        numbers,
        array(weights[layer, numbers]),
        array(queries[layer, numbers]),
        array(keys[layer, numbers]),
    )
    small = array(weights[..., : min(48, len(ids)), : min(48, len(ids))])
    changes = {"thumbnails": small, "blocks": array(blocks), "heads": whole}
    answer = msgspec.structs.replace(look_for(probe), **changes)
    plan, label = session.state.plan, session.nsp_label
    question = Question(1, m.ModelRef(""), session.reader, pair, plan, ids, label)
    return Seen(question, answer)


def shown_of(session: Session, **changes: object) -> Shown:
    session.set_view(**changes)
    shown = Shown.of(attention_seen(session), session.view)
    assert shown is not None
    return shown


def heads_of(seen: Seen) -> NDArray[np.float32]:
    assert seen.look.heads is not None
    return seen.look.heads.weights.numpy()


def test_every_line_is_a_weight_of_the_look(session: Session) -> None:
    shown = shown_of(session, heads=(0, 2))
    lines = shown.lines()
    assert np.array_equal(shown.weights[lines.head, lines.query, lines.key], lines.weight)
    assert len(lines) == np.count_nonzero(shown.weights >= 0.04)
    assert lines.words == f"lines from 4 %: {len(lines)} of 242"


def test_the_strongest_lines_are_drawn_last(session: Session) -> None:
    weight = shown_of(session).lines().weight
    assert np.all(np.diff(weight) >= 0)


@pytest.mark.parametrize("sharpness", [0.2, 1.5, 3.0, 9.0])
def test_many_tokens_raise_the_threshold_until_the_lines_are_few(
    session: Session, sharpness: float
) -> None:
    session.set_view(heads=tuple(range(8)))
    seen = attention_seen(session, heads=8, sharpness=sharpness, length=300)
    shown = Shown.of(seen, session.view)
    assert shown is not None
    lines = shown.lines()
    assert len(lines) <= MOST_LINES
    above = [np.count_nonzero(shown.weights >= step) for step in STEPS]
    fitting = [step for step, n in zip(STEPS, above, strict=True) if n <= MOST_LINES]
    assert lines.threshold == (fitting[0] if fitting else STEPS[-1])
    assert len(lines) == min(MOST_LINES, above[STEPS.index(lines.threshold)])


@pytest.mark.parametrize("side", Side)
def test_one_token_has_its_own_lines_alone(session: Session, side: Side) -> None:
    shown = shown_of(session)
    lines = shown.lines((side, 3))
    own = shown.weights[0, 3] if side is Side.QUERY else shown.weights[0, :, 3]
    ends = lines.query if side is Side.QUERY else lines.key
    assert set(ends.tolist()) == {3}
    assert sorted(lines.weight.tolist()) == sorted(own[own >= 0.04].tolist())


@pytest.mark.parametrize("quarter", [q for q in Quarter if q is not Quarter.ALL])
def test_a_quarter_has_the_tokens_of_its_sentences(session: Session, quarter: Quarter) -> None:
    shown = shown_of(session, quarter=quarter)
    sources = shown.sources
    start, end = (Source[name] for name in quarter.value.split("→"))
    assert {sources[p] for p in shown.queries} == {start}
    assert {sources[p] for p in shown.keys} == {end}
    assert shown.is_filtered


def test_hidden_special_tokens_leave_the_weights_as_they_are(session: Session) -> None:
    before = shown_of(session)
    after = shown_of(session, specials=False)
    assert not {"[CLS]", "[SEP]"} & {after.tokens[p] for p in (*after.queries, *after.keys)}
    assert np.array_equal(before.weights, after.weights)
    assert after.is_filtered
    assert not before.is_filtered


def test_the_mean_is_that_of_the_shown_heads(session: Session) -> None:
    session.set_view(heads=(0, 2), average=True)
    seen = attention_seen(session)
    shown = Shown.of(seen, session.view)
    assert shown is not None
    assert np.allclose(shown.weights[0], heads_of(seen).mean(0))
    assert shown.heads_words == "mean of heads 1, 3"


def test_a_matrix_of_several_heads_is_their_mean(session: Session) -> None:
    assert shown_of(session, heads=(0, 1, 2), form=Form.MATRIX).is_mean
    assert not shown_of(session, heads=(1,), form=Form.MATRIX).is_mean


def test_a_head_taken_away_is_gone_before_the_next_look(session: Session) -> None:
    session.set_view(heads=(0, 1, 2))
    seen = attention_seen(session)
    shown = Shown.of(seen, ViewState(heads=(2,)))
    assert shown is not None
    assert shown.numbers == (2,)
    assert np.array_equal(shown.weights[0], heads_of(seen)[2])


def test_without_heads_nothing_is_shown(session: Session) -> None:
    seen = attention_seen(session)
    bare = Seen(seen.question, msgspec.structs.replace(seen.look, heads=None))
    assert Shown.of(bare, session.view) is None
    assert Shown.of(None, session.view) is None


def test_a_weight_comes_about_from_query_and_key_of_a_real_model(session: Session) -> None:
    session.set_view(layer=2, heads=(1, 3))
    ref = m.ModelRef(str(default_model()))
    ids, segments = list(session.model_ids), list(session.pair.segments)
    probe = m.Probe(1, "main", ref, ids, segments)
    wants = Wants(layer=2, heads=(1, 3))
    found = look(
        load_model(default_model()).model,
        ids=ids,
        segments=segments,
        labels={},
        nsp_label=0,
        wants=wants,
    )
    question = Question(1, ref, session.reader, session.pair, session.state.plan, tuple(ids), 0)
    shown = Shown.of(Seen(question, look_message(probe, found, None)), session.view)
    assert shown is not None
    for query in range(len(ids)):
        link = shown.link((query, 4))
        assert link is not None
        dot = float(link.query_vector.astype(np.float64) @ link.key_vector.astype(np.float64))
        assert link.product.sum() == pytest.approx(dot, abs=1e-3)
        assert link.scores[4] == pytest.approx(dot / np.sqrt(len(link.query_vector)), abs=1e-4)
        softmax = np.exp(link.scores - link.scores.max())
        assert np.allclose(softmax / softmax.sum(), shown.weights[0, query], atol=1e-4)
        assert np.array_equal(link.weights, shown.weights[0, query])


def test_a_pair_is_told_with_its_numbers(session: Session) -> None:
    shown = shown_of(session, layer=1, heads=(2,))
    link = shown.link((1, 2))
    assert link is not None
    dot = link.product.sum()
    start = f"q·k = {dot:.2f} · / √8 = {dot / 8**0.5:.3f}".replace("-", "−")
    assert link.words[0].startswith(start)
    assert link.words[0].endswith(f"softmax over 11 keys → {weight_words(link.weights[2])}")
    told = shown.pair_words(0, 1, 2)
    assert told == f"my → dog: {weight_words(link.weights[2])} (layer 2, head 3)"


def test_a_pair_beyond_the_look_is_none(session: Session) -> None:
    assert shown_of(session).link((1, 11)) is None
    assert shown_of(session).link(None) is None


def test_the_strongest_weight_of_a_token_is_within_the_filter(session: Session) -> None:
    shown = shown_of(session, quarter=Quarter.A_B)
    query, key = shown.strongest(Side.QUERY, 2)
    assert query == 2
    assert key in shown.keys
    assert shown.weights[0, 2, key] == shown.weights[0, 2, shown.keys].max()


def test_shares_are_told_in_percent_and_sum_to_the_whole() -> None:
    blocks = np.array([[0.31, 0.12, 0.1], [0.09, 0.25, 0.05], [0.03, 0.03, 0.02]], np.float32)
    long, short, shortest = share_words(blocks)
    assert long == "A→A 31 % · A→B 12 % · B→A 9 % · B→B 25 % · to/from [CLS],[SEP] 23 %"
    assert short == "A→A 31 · A→B 12 · B→A 9 · B→B 25 · [CLS],[SEP] 23 %"
    assert shortest == "A→A 31 · A→B 12 · B→A 9 · B→B 25 %"


def test_heads_are_counted_from_one() -> None:
    assert listed((0, 2, 4)) == "1, 3, 5"
    assert listed((0, 1, 2, 6, 7)) == "1–3, 7, 8"


@pytest.mark.parametrize(
    ("weight", "words"),
    [(0.0, "0.0000"), (1e-6, "<0.0001"), (0.0031, "0.0031"), (0.2314, "0.231"), (1.0, "1.000")],
)
def test_no_weight_is_told_as_none(weight: float, words: str) -> None:
    assert weight_words(weight) == words
