"""The chat stream, from a server's write to the engine's event, over HTTP on loopback."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Iterator

from figures.place import service
from figures.service import LARGE
from figures.table import Figure
from t2v.client import Client
from t2v.clock import Clock
from t2v.endpoints import CHAT
from t2v.secret import Secret
from t2v.sessions import BLOCK
from t2v.stream import Frame, FrameReader


def stream() -> Iterator[Figure]:
    """How late a small event is, and how fast large ones are."""
    with service() as port:
        delays = [(at - json.loads(frame.data)["at"]) * 1000 for at, frame in _heard(port, "ticks")]
        times = [at for at, _ in _heard(port, "large")]
    yield Figure(
        what="Chat stream: bytes to event, median",
        value=statistics.median(delays),
        limit=2,
        unit="ms",
        detail=f"{len(delays)} events, slowest {max(delays):.1f} ms",
    )
    # From the first event on: what came before it is the server's preparation.
    each = (times[-1] - times[0]) / (len(times) - 1)
    yield Figure(
        what="Chat stream: large events",
        value=LARGE / 1e6 / each,
        limit=40,
        unit="MB/s",
        least=True,
        detail=f"{len(times)} events of {LARGE / 1e6:.0f} MB",
    )
    yield Figure(what="Chat stream: a 5 MB event", value=each, limit=0.5, unit="s")


def _heard(port: int, message: str) -> Iterator[tuple[float, Frame]]:
    """Yield each event with the time at which the engine had it."""
    client = Client(f"http://127.0.0.1:{port}", {}, Clock())
    client.token = Secret("figures")
    reader = FrameReader()
    body = {"new_message": {"parts": [{"text": message}]}}
    with client.open(CHAT, json=body) as response:
        while chunk := response.raw.read1(BLOCK, decode_content=True):
            for frame in reader.feed(chunk):
                yield time.monotonic(), frame
    client.close()
