"""Frames: a message as msgpack behind its length, 4 bytes, big-endian."""

from collections.abc import Iterator
from typing import Generic, TypeVar

import msgspec

from bertscope.errors import WireError
from bertscope.wire.messages import Message, Reply, Request

LONGEST_FRAME = 1 << 30
_HEADER = 4
_encoder = msgspec.msgpack.Encoder()

T = TypeVar("T")


def encode(message: Message) -> bytes:
    """The frame of a message.

    Raises
    ------
    WireError
        If it is longer than `LONGEST_FRAME`, or holds a number or a name that can't be written.
    """
    try:
        body = _encoder.encode(message)
    except (OverflowError, UnicodeEncodeError) as error:
        # A file's name may hold bytes that are no text, a recipe a number beyond 64 bits.
        raise WireError(f"This can't be passed to the engine: {error}.") from error
    if len(body) > LONGEST_FRAME:
        raise WireError(f"An answer of {len(body) >> 20} MiB is too long: use a shorter pair.")
    return len(body).to_bytes(_HEADER, "big") + body


class FrameReader(Generic[T]):
    """Turns bytes, in whatever portions they come, back into messages.

    Parameters
    ----------
    kind
        The union of messages that may come.
    """

    def __init__(self, kind: type[T]) -> None:
        self._decoder = msgspec.msgpack.Decoder(kind)
        self._bytes = bytearray()

    def feed(self, portion: bytes) -> Iterator[T]:
        """Take a portion and give the messages that are whole now.

        Whoever takes a message may feed the next portion before asking for the next message.

        Raises
        ------
        WireError
            If the bytes are no frames of ours.
        """
        self._bytes += portion
        while (end := self._end_of_frame()) is not None:
            message = self._decode(end)
            del self._bytes[:end]
            yield message

    def _decode(self, end: int) -> T:
        try:
            with memoryview(self._bytes) as whole, whole[_HEADER:end] as body:
                return self._decoder.decode(body)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise WireError(f"A message between window and engine is damaged ({error}).") from error

    def _end_of_frame(self) -> int | None:
        """Where the first frame ends, None while it isn't whole."""
        if len(self._bytes) < _HEADER:
            return None
        length = int.from_bytes(self._bytes[:_HEADER], "big")
        if length > LONGEST_FRAME:
            raise WireError("The stream between window and engine is damaged: restart the engine.")
        end = _HEADER + length
        return end if len(self._bytes) >= end else None


def request_reader() -> FrameReader[Request]:
    return FrameReader(Request)  # type: ignore[arg-type]  # a union is no type to mypy


def reply_reader() -> FrameReader[Reply]:
    return FrameReader(Reply)  # type: ignore[arg-type]
