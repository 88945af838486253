"""The chat stream at its limits: large, endless, many-lined."""

from __future__ import annotations

import time

import pytest

from t2v.errors import SkillError
from t2v.stream import EVENT_LIMIT, Frame, FrameReader, frames

BLOCK = 64 * 1024


def blocks(body: bytes, size: int = BLOCK) -> list[bytes]:
    return [body[at : at + size] for at in range(0, len(body), size)]


@pytest.mark.parametrize("megabytes", [1, 8])
def test_a_large_event_comes_whole(megabytes: int) -> None:
    data = "電x" * (megabytes * 250_000)
    assert list(frames(blocks(f"data: {data}\n\n".encode()))) == [Frame("message", data)]


def overflow(reader: FrameReader, chunk: bytes) -> str | None:
    """Feed the chunk; return the failure's code, if it fails."""
    try:
        reader.feed(chunk)
    except SkillError as failure:
        return failure.code
    return None


# One byte for ever; one line, one event, one comment or one name without an end.
ENDLESS = {
    "line": (b"data: ", b"x"),
    "event": (b"data: x\n", b"data: x\n"),
    "event of CRLF lines": (b"data: x\r\n", b"id: 1\r\n"),
    "comment": (b":", b":"),
    "name": (b"\xef\xbb\xbf", b"d"),
}


@pytest.mark.parametrize(("start", "endless"), ENDLESS.values(), ids=ENDLESS)
def test_what_never_ends_overflows_with_bounded_memory(start: bytes, endless: bytes) -> None:
    limit = 4 * BLOCK
    reader = FrameReader(limit)
    held = []
    failure = None
    for chunk in [start, *20 * [endless * (BLOCK // len(endless))]]:
        failure = failure or overflow(reader, chunk)
        held.append(reader.held)
    assert failure == "overflow"
    assert limit - BLOCK < max(held) <= limit


@pytest.mark.parametrize("endless", [b"\n", b"\r\n", b": ping\n", b"\r", b"data: x\n\n", b"id\n\n"])
def test_what_ends_again_and_again_may_go_on_for_ever(endless: bytes) -> None:
    reader = FrameReader(limit=1024)
    for _ in range(20):
        reader.feed(endless * 1024)
        assert reader.held == 0


@pytest.mark.parametrize("size", [1, 64, 1000])
def test_the_limit_is_the_same_however_the_event_comes(size: int) -> None:
    largest = b"data: " + b"x" * 93 + b"\n\n"
    reader = FrameReader(limit=100)
    assert [overflow(reader, chunk) for chunk in blocks(largest, size)][-1] is None
    assert "overflow" in [overflow(reader, chunk) for chunk in blocks(b"data:  " + largest, size)]


def test_the_limit_leaves_room_for_the_largest_real_event() -> None:
    assert EVENT_LIMIT >= 4 * 8 * 1024 * 1024


@pytest.mark.parametrize(
    "body",
    [b"data: " + b"x" * 5_000_000 + b"\n\n", b"data: " + "電影".encode() * 800_000 + b"\n\n"],
    ids=["latin", "chinese"],
)
def test_five_megabytes_take_less_than_half_a_second_of_work(body: bytes) -> None:
    before = time.process_time()
    assert len(list(frames(blocks(body)))) == 1
    assert time.process_time() - before < 0.5


# (body of n units, n): twice the units may take twice the time, not four times.
SHAPES = {
    "one line": lambda n: b"data: " + b"x" * (1000 * n) + b"\n\n",
    "many lines": lambda n: b"data: x\n" * (20 * n) + b"\n",
    "many events": lambda n: b"data: x\n\n" * (5 * n),
    "many comments": lambda n: b": x\n" * (50 * n),
    "broken bytes": lambda n: b"data: " + b"\xff" * (200 * n) + b"\n\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_work_grows_with_the_bytes_and_no_faster(shape: str) -> None:
    def cost(n: int) -> float:
        body = SHAPES[shape](n)
        times = []
        for _ in range(3):
            before = time.process_time()
            list(frames(blocks(body, 4096)))
            times.append(time.process_time() - before)
        return min(times)

    # Eight times the bytes; a quadratic reader would need 64 times as long.
    assert cost(4000) < 24 * max(cost(500), 0.002)
