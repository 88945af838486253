"""The frame reader under any bytes and any cuts (hypothesis)."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from t2v.stream import Frame, FrameReader, frames

# Bytes that mean something in a stream, far more often than chance would have them.
SIGNS = b"data|:| |\n|\r|\r\n|\n\n|event: heartbeat|id: \0|retry|\xef\xbb\xbf|\xff|\xe2\x80|\xa8"
WORDS = st.sampled_from([*SIGNS.split(b"|"), "é".encode(), b'data: {"type":"ping"}', b"x"])
STREAMS = st.lists(WORDS | st.binary(max_size=6), max_size=40).map(b"".join)
ENDS = st.sampled_from(["\n", "\r", "\r\n"])
SAID = st.text(max_size=60).filter(lambda text: not re.search("[\r]", text))


def in_pieces(body: bytes, cuts: list[int]) -> list[bytes]:
    edges = [0, *sorted(min(cut, len(body)) for cut in cuts), len(body)]
    return [body[start:end] for start, end in pairwise(edges)]


@given(STREAMS, st.lists(st.integers(0, 120), max_size=8))
def test_cuts_never_change_what_any_bytes_say(body: bytes, cuts: list[int]) -> None:
    whole, cut = FrameReader(), FrameReader()
    said = whole.feed(body)
    assert [frame for piece in in_pieces(body, cuts) for frame in cut.feed(piece)] == said
    assert cut.close() == whole.close()


@given(st.lists(st.binary(max_size=50), max_size=10))
def test_no_bytes_raise(chunks: list[bytes]) -> None:
    for frame in frames(chunks):
        assert frame.kind in ("message", "pulse")
        assert (frame.kind == "pulse") == (frame.data == "")


@given(st.lists(st.tuples(SAID, ENDS, st.booleans()), max_size=6), st.integers(1, 30))
def test_what_is_encoded_comes_back(said: list[tuple[str, str, bool]], size: int) -> None:
    """Each text goes out as `data: ` lines, with any line end and a comment now and then."""
    body = "".join(
        f": note{end}" * commented
        + "".join(f"data: {line}{end}" for line in f"<{text}>".split("\n"))
        + end
        for text, end, commented in said
    ).encode()
    chunks = [body[at : at + size] for at in range(0, len(body), size)]
    messages = [frame for frame in frames(chunks) if frame.kind == "message"]
    assert messages == [Frame("message", f"<{text}>") for text, _, _ in said]
