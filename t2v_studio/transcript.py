"""What a turn has said, for whoever listens, from wherever in it."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator

from t2v_studio.events import HEARTBEATS


class Transcript:
    """What a turn has said so far. Anybody may follow it from the start; nobody can hold it up."""

    def __init__(self) -> None:
        self._frames: list[str] = []
        self._changed = asyncio.Event()
        self._complete = False

    @property
    def complete(self) -> bool:
        """Whether nothing more comes."""
        return self._complete

    def add(self, text: str) -> None:
        """Append a frame or a heartbeat."""
        self._frames.append(text)
        self._wake()

    def close(self) -> None:
        """Tell followers that nothing more comes."""
        self._complete = True
        self._wake()

    async def follow(self, heartbeat_s: float) -> AsyncIterator[str]:
        """Yield everything from the start, and heartbeats while nothing comes."""
        position = 0
        heartbeats = itertools.cycle(HEARTBEATS)
        while True:
            changed = self._changed
            while position < len(self._frames):
                yield self._frames[position]
                position += 1
            if self._complete:
                return
            try:
                await asyncio.wait_for(changed.wait(), heartbeat_s)
            except TimeoutError:
                yield next(heartbeats)

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()
