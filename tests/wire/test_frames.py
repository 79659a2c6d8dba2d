"""Messages become bytes and messages again, in whatever portions the bytes come."""

from enum import StrEnum
from functools import cache
from itertools import pairwise
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.errors import WireError
from bertscope.recipe import Recipe
from bertscope.wire import messages as m
from bertscope.wire.frames import LONGEST_FRAME, encode, reply_reader, request_reader

REQUESTS, REPLIES = get_args(m.Request), get_args(m.Reply)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(),
    str: st.text(max_size=20),
    bool: st.booleans(),
    NoneType: st.none(),
}


@cache
def of(kind: Any) -> st.SearchStrategy[Any]:
    """All values of a type that a message may have."""
    inner = get_args(kind)
    if kind is m.Array:
        shapes = st.tuples(st.integers(0, 3), st.integers(0, 3))
        return shapes.map(lambda shape: m.Array.of(np.ones(shape, np.float32)))
    if get_origin(kind) is list:
        return st.lists(of(inner[0]), max_size=3)
    if get_origin(kind) is tuple and inner[-1] is Ellipsis:
        return st.lists(of(inner[0]), max_size=3).map(tuple)
    if get_origin(kind) is tuple:
        return st.tuples(*map(of, inner))
    if get_origin(kind) is dict:
        return st.dictionaries(of(inner[0]), of(inner[1]), max_size=3)
    if isinstance(kind, UnionType):
        return st.one_of(*map(of, inner))
    if issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    if issubclass(kind, msgspec.Struct):
        hints = get_type_hints(kind)
        return st.builds(kind, **{name: of(hints[name]) for name in kind.__struct_fields__})
    return PLAIN[kind]


def portions_of(data: st.DataObject, stream: bytes) -> list[bytes]:
    cuts = data.draw(st.lists(st.integers(0, len(stream)), max_size=8))
    places = [0, *sorted(cuts), len(stream)]
    return [stream[a:b] for a, b in pairwise(places)]


@pytest.mark.parametrize("kind", [*REQUESTS, *REPLIES], ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_every_message_survives_its_frame(kind: type[m.Message], data: st.DataObject):
    message = data.draw(of(kind))
    reader = request_reader() if kind in REQUESTS else reply_reader()
    (received,) = reader.feed(encode(message))
    assert type(received) is kind
    # NaN equals nothing, so the bytes are compared.
    assert encode(received) == encode(message)


@given(data=st.data())
def test_portions_make_no_difference(data: st.DataObject):
    messages = data.draw(st.lists(st.one_of(*map(of, REPLIES)), max_size=4))
    stream = b"".join(map(encode, messages))
    reader = reply_reader()
    received = [message for part in portions_of(data, stream) for message in reader.feed(part)]
    assert [encode(message) for message in received] == [encode(message) for message in messages]


def test_a_byte_at_a_time():
    reader = request_reader()
    stream = encode(m.Play(m.Goal(3))) + encode(m.Pause())
    received = [message for i in range(len(stream)) for message in reader.feed(stream[i : i + 1])]
    assert received == [m.Play(m.Goal(3)), m.Pause()]


def test_feeding_on_while_a_message_is_in_hand_gives_each_message_once():
    # A window that opens a dialog over a message reads on inside the dialog's own event loop.
    reader, received = request_reader(), []
    for first in reader.feed(encode(m.Play(m.Goal(1))) + encode(m.Play(m.Goal(2)))):
        received.append(first)
        received += reader.feed(encode(m.Pause()))
    assert received == [m.Play(m.Goal(1)), m.Play(m.Goal(2)), m.Pause()]


@given(body=st.binary(max_size=60))
def test_damaged_bytes_are_a_wire_error_or_a_message(body: bytes):
    reader = request_reader()
    try:
        received = list(reader.feed(len(body).to_bytes(4, "big") + body))
    except WireError:
        return
    assert all(isinstance(message, REQUESTS) for message in received)


@given(data=st.data())
def test_a_flipped_byte_breaks_nothing_but_the_stream(data: st.DataObject):
    frame = bytearray(encode(data.draw(st.one_of(*map(of, REPLIES)))))
    frame[data.draw(st.integers(0, len(frame) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        received = list(reply_reader().feed(bytes(frame)))
    except WireError:
        return
    assert all(isinstance(message, REPLIES) for message in received)


NESTED = b"\x82" + msgspec.msgpack.encode("type") + msgspec.msgpack.encode("Pause")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xc1",
        msgspec.msgpack.encode({"type": "Explode"}),
        msgspec.msgpack.encode({"type": "Ready"}),
        msgspec.msgpack.encode({"type": "Play", "goal": "many"}),
        b"\x81\xa4type\xa5Pau\xffe",
        NESTED + msgspec.msgpack.encode("more") + b"\x91" * 100_000 + b"\xc0",
    ],
    ids=["empty", "no msgpack", "wrong tag", "a reply", "wrong type", "no UTF-8", "too deep"],
)
def test_what_is_no_request_is_a_wire_error(body: bytes):
    with pytest.raises(WireError, match="is damaged"):
        list(request_reader().feed(len(body).to_bytes(4, "big") + body))


def test_a_huge_length_is_a_wire_error_before_its_bytes_come():
    with pytest.raises(WireError, match="restart the engine"):
        list(request_reader().feed((LONGEST_FRAME + 1).to_bytes(4, "big")))


@pytest.mark.parametrize(
    "message",
    [m.SetBudget(2**64), m.OpenModel(1, m.ModelRef("no text: \udcff"))],
    ids=["a number beyond 64 bits", "a name that is no text"],
)
def test_what_cannot_be_written_is_a_wire_error(message: m.Message):
    with pytest.raises(WireError, match="can't be passed"):
        encode(message)


@pytest.mark.parametrize(
    ("shape", "dtype", "data"),
    [
        ((2,), "<f4", b"1234"),
        ((-1, 1), "<f4", b"1234"),
        ((1,), "|O", b"1234"),
        ((1,) * 70, "<f4", b"1234"),
    ],
    ids=["too few bytes", "negative", "objects", "many axes"],
)
def test_an_array_that_is_none_is_a_damaged_message(
    shape: tuple[int, ...], dtype: str, data: bytes
):
    look = {"type": "Look", "id": 1, "view": "v", "model": {"folder": ""}, "step": None}
    array = [list(shape), dtype, data]
    rows = ("token_rows", "segment_rows", "position_rows", "sum", "normalized")
    body = msgspec.msgpack.encode(
        {**look, **dict.fromkeys(rows, array), "predictions": [], "is_next_probability": 0.5}
    )
    with pytest.raises(WireError, match="damaged"):
        list(reply_reader().feed(len(body).to_bytes(4, "big") + body))


def test_an_array_arrives_bit_for_bit_and_can_only_be_read():
    values = np.array([[1.5, -0.0, np.inf], [np.nan, 1e-45, 3e38]], np.float32)
    array = m.Array.of(values[:, ::-1])
    received = msgspec.msgpack.decode(msgspec.msgpack.encode(array), type=m.Array).numpy()
    assert received.tobytes() == values[:, ::-1].tobytes()
    assert received.shape == (2, 3)
    assert not received.flags.writeable


def test_a_recipe_arrives_as_it_was_sent():
    recipe = Recipe(preset="mini", corpus="/a/b c.txt", seed=9, learning_rate=1e-4)
    (received,) = request_reader().feed(
        encode(m.Train(5, recipe, "/runs/1", resume=True, goal=m.Goal(0)))
    )
    assert received == m.Train(5, recipe, "/runs/1", resume=True, goal=m.Goal(0))
