"""Bytes to frames: the event-stream rules of the HTML standard, cut at every position."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from t2v.stream import PULSE, Frame, FrameReader, frames

# What a stream of these bytes dispatches. An event without data dispatches nothing.
MESSAGES: dict[str, tuple[bytes, list[str]]] = {
    # Data
    "one event": (b"data: one\n\n", ["one"]),
    "two events": (b"data: one\n\ndata: two\n\n", ["one", "two"]),
    "one leading space is removed": (b"data: one\n\n", ["one"]),
    "only one leading space is removed": (b"data:  one\n\n", [" one"]),
    "no leading space is needed": (b"data:one\n\n", ["one"]),
    "a leading tab stays": (b"data:\tone\n\n", ["\tone"]),
    "trailing spaces stay": (b"data: one  \n\n", ["one  "]),
    "data lines are joined": (b"data: one\ndata: two\n\n", ["one\ntwo"]),
    "an empty data line counts": (b"data: one\ndata\ndata: two\n\n", ["one\n\ntwo"]),
    "a last empty data line counts": (b"data: one\ndata:\n\n", ["one\n"]),
    "colons in data stay": (b"data: a:b: c\n\n", ["a:b: c"]),
    "data that looks like a field stays": (b"data: data: one\n\n", ["data: one"]),
    "no data, nothing to dispatch": (b"event: end\nid: 1\n\n", []),
    "empty data, nothing to say": (b"data\n\ndata:\n\ndata: \n\n", []),
    "blank data, nothing to say": (b"data\ndata\n\n", []),
    "forty data lines": (b"data: x\n" * 40 + b"\n", ["\n".join("x" * 40)]),
    "forty lines, data last": (b"id: 1\n" * 39 + b"data: x\n\n", ["x"]),
    "forty lines, data first": (b"data: x\n" + b"id: 1\n" * 39 + b"\n", ["x"]),
    # Other fields
    "id": (b"id: 7\ndata: one\n\n", ["one"]),
    "id with NUL": (b"id: 7\x008\ndata: one\n\n", ["one"]),
    "NUL in data stays": (b"data: a\0b\n\n", ["a\0b"]),
    "event": (b"event: add\ndata: one\n\n", ["one"]),
    "empty event name": (b"event:\ndata: one\n\n", ["one"]),
    "the name of an event without data is forgotten": (b"event: x\n\ndata: one\n\n", ["one"]),
    "retry": (b"retry: 1000\ndata: one\n\n", ["one"]),
    "retry that is no number": (b"retry: soon\ndata: one\n\n", ["one"]),
    "unknown field": (b"colour: red\ndata: one\n\n", ["one"]),
    "unknown field without colon": (b"colour\ndata: one\n\n", ["one"]),
    "field names are case-sensitive": (b"DATA: one\nData: two\n\n", []),
    "a space before the colon makes another field": (b"data : one\n\n", []),
    "a space before the name makes another field": (b" data: one\n\n", []),
    "a line of spaces is a field of no meaning": (b"data: one\n \ndata: two\n\n", ["one\ntwo"]),
    # Comments
    "comment": (b": hello\ndata: one\n\n", ["one"]),
    "empty comment": (b":\ndata: one\n\n", ["one"]),
    "comment between data": (b"data: one\n: hello\ndata: two\n\n", ["one\ntwo"]),
    "comment that looks like data": (b":data: no\ndata: one\n\n", ["one"]),
    "comment at the end": (b"data: one\n\n: bye\n", ["one"]),
    # Line ends
    "CR": (b"data: one\r\rdata: two\r\r", ["one", "two"]),
    "CRLF": (b"data: one\r\n\r\ndata: two\r\n\r\n", ["one", "two"]),
    "LF then CRLF": (b"data: one\n\r\ndata: two\n\r\n", ["one", "two"]),
    "CR then LF is one end": (b"data: one\r\ndata: two\r\n\r\n", ["one\ntwo"]),
    "CRLF then LF": (b"data: one\r\n\ndata: two\n\n", ["one", "two"]),
    "CR then CRLF": (b"data: one\r\r\ndata: two\r\r\n", ["one", "two"]),
    "LF then CR": (b"data: one\n\rdata: two\n\r", ["one", "two"]),
    "blank lines between": (b"\n\ndata: one\n\n\n\n\ndata: two\n\n\n", ["one", "two"]),
    "blank CRLF lines between": (b"\r\n\r\ndata: one\r\n\r\n\r\ndata: two\r\n\r\n", ["one", "two"]),
    "other separators stay": (
        "data: a\u2028b\u2029c\u0085d\x0be\x0cf\x1cg\n\n".encode(),
        ["a\u2028b\u2029c\u0085d\x0be\x0cf\x1cg"],
    ),
    # The start
    "BOM": (b"\xef\xbb\xbfdata: one\n\n", ["one"]),
    "BOM before a comment": (b"\xef\xbb\xbf: hi\ndata: one\n\n", ["one"]),
    "only one BOM is removed": (b"\xef\xbb\xbf\xef\xbb\xbfdata: one\n\ndata: two\n\n", ["two"]),
    "a BOM later on belongs to the name": (b"data: one\n\n\xef\xbb\xbfdata: two\n\n", ["one"]),
    "a BOM in data stays": ("data: \ufeffone\n\n".encode(), ["\ufeffone"]),
    "half a BOM": (b"\xef\xbbdata: one\n\ndata: two\n\n", ["two"]),
    # UTF-8
    "many scripts": ("data: 猫 é 🎬 한\n\n".encode(), ["猫 é 🎬 한"]),
    "a broken byte": (b"data: a\xffb\n\n", ["a\ufffdb"]),
    "a cut character": (b"data: \xe7\x8c\n\ndata: two\n\n", ["\ufffd", "two"]),
    "a coded surrogate": (b"data: \xed\xa0\x80\n\n", ["\ufffd" * 3]),
    "an overlong slash": (b"data: \xc0\xaf\n\n", ["\ufffd" * 2]),
    # The end
    "nothing": (b"", []),
    "no blank line at the end": (b"data: one\n\ndata: two\n", ["one"]),
    "no line end at the end": (b"data: one\n\ndata: two", ["one"]),
    "cut inside a name": (b"data: one\n\nda", ["one"]),
}

PULSES: dict[str, tuple[bytes, int]] = {
    "comment": (b": ping\n\n", 1),
    "comment without blank line": (b": ping\n: ping\n", 2),
    "event without data": (b"event: heartbeat\n\n", 1),
    "event with data": (b"event: heartbeat\ndata: {}\n\n", 1),
    "ping with data": (b'event: Ping\ndata: {"at":"10:00"}\n\n', 1),
    "empty data": (b"data:\n\n", 1),
    "blank data": (b"data:  \n\n", 1),
    "bare data": (b"data\n\n", 1),
    "word": (b"data: heartbeat\n\n", 1),
    "word in capitals": (b"data: HEARTBEAT\n\n", 1),
    "JSON": (b'data: {"type":"heartbeat"}\n\n', 1),
    "JSON with more": (b'data: {"type": "ping", "timestamp": 1.5}\n\n', 1),
    "id only": (b"id: 4\n\n", 1),
    "blank lines": (b"\n\r\n\r", 0),
}

NO_PULSE = [
    '{"type":"heartbeat"',
    '{"type":["heartbeat"]}',
    '{"kind":"heartbeat"}',
    '"heartbeat"',
    "a heartbeat is heard",
    "[1]",
    "0",
    '{"type":"heartbeat","text":"' + "x" * 300 + '"}',
]

# Is something left over when the stream ends here?
ENDS: dict[bytes, bool] = {
    b"": False,
    b"data: one\n\n": False,
    b"data: one\r\r": False,
    b"data: one\n\n\n\n\n": False,
    b"\n": False,
    b"data: one\n": True,
    b"data: one": True,
    b"data: one\n\nd": True,
    b": whole comment\n": False,
    b"data: one\n\n: whole comment\n": False,
    b": cut comm": True,
    b"\xef\xbb\xbf": False,
    b"\xef\xbb": True,
}


def pieces(body: bytes, *cuts: int) -> Iterator[bytes]:
    """Yield the body, cut at these positions."""
    for start, end in zip((0, *cuts), (*cuts, len(body)), strict=True):
        yield body[start:end]


def messages(stream: list[Frame]) -> list[str]:
    return [frame.data for frame in stream if frame.kind == "message"]


@pytest.mark.parametrize(("body", "expected"), MESSAGES.values(), ids=MESSAGES)
def test_the_standard_says_what_a_stream_dispatches(body: bytes, expected: list[str]) -> None:
    assert messages(list(frames([body]))) == expected


@pytest.mark.parametrize(("body", "expected"), MESSAGES.values(), ids=MESSAGES)
def test_cuts_make_no_difference(body: bytes, expected: list[str]) -> None:
    whole = list(frames([body]))
    for cut in range(len(body) + 1):
        assert list(frames(pieces(body, cut))) == whole, f"cut at {cut}"
    assert messages(list(frames(pieces(body, *range(1, len(body)))))) == expected


@pytest.mark.parametrize(("body", "count"), PULSES.values(), ids=PULSES)
def test_every_sign_of_life_is_a_pulse(body: bytes, count: int) -> None:
    assert list(frames([body])) == [PULSE] * count
    assert list(frames(pieces(body, *range(1, len(body))))) == [PULSE] * count


@pytest.mark.parametrize("data", NO_PULSE)
def test_data_that_only_speaks_of_heartbeats_is_a_message(data: str) -> None:
    assert list(frames([f"data: {data}\n\n".encode()])) == [Frame("message", data)]


def test_a_pulse_does_not_wait_for_what_follows() -> None:
    reader = FrameReader()
    assert reader.feed(b": pi") == []
    assert reader.feed(b"ng\n") == [PULSE]
    assert reader.feed(b"\nevent: heartbeat\r\n\r") == [PULSE]


def test_a_message_does_not_wait_for_the_line_feed_after_its_carriage_return() -> None:
    reader = FrameReader()
    assert reader.feed(b"data: one\r\n\r") == [Frame("message", "one")]
    assert reader.feed(b"\n") == []
    assert reader.close() is False


@pytest.mark.parametrize(("body", "left_over"), ENDS.items())
def test_a_stream_cut_inside_an_event_is_told(body: bytes, left_over: bool) -> None:  # noqa: FBT001 - a column of the table
    whole, drop_by_drop = FrameReader(), FrameReader()
    whole.feed(body)
    for byte in body:
        drop_by_drop.feed(bytes([byte]))
    assert (whole.close(), drop_by_drop.close()) == (left_over, left_over)


def test_empty_chunks_mean_nothing() -> None:
    chunks = [b"", b"\xef", b"", b"\xbb\xbfdata: one\r", b"", b"\n\r", b"", b"\ndata: two\n\n"]
    assert messages(list(frames(chunks))) == ["one", "two"]
