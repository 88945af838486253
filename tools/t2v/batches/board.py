"""How a batch is seen while it goes on: all of it, and each item that is being worked on."""

from __future__ import annotations

import threading
from collections import Counter

from t2v.batches.check import Item
from t2v.batches.journal import DONE, FAILED
from t2v.progress import Progress, Several

SHOWN = 24
"""Characters of an item's id."""


class Board:
    """Tells a sink how far the batch is. Threads share it."""

    def __init__(self, sink: Progress) -> None:
        """Tell `sink`."""
        self._sink, self._lock = sink, threading.Lock()

    def all(self, counts: Counter[str], spent: int) -> None:
        """Tell how far all of it is."""
        total = sum(counts.values())
        over = counts[DONE] + counts[FAILED]
        failed = f", {counts[FAILED]} failed" if counts[FAILED] else ""
        paid = f", {spent} credits" if spent else ""
        stage = f"{counts[DONE]} of {total} made{failed}{paid}"
        with self._lock:
            self._sink.advance(stage, over / total if total else 1.0)

    def part(self, item: Item, stage: str, fraction: float | None) -> None:
        """Tell how far one item is."""
        if isinstance(self._sink, Several):
            with self._lock:
                self._sink.part(_called(item), stage, fraction)

    def over(self, item: Item) -> None:
        """Show one item no more."""
        if isinstance(self._sink, Several):
            with self._lock:
                self._sink.part(_called(item), "", None)

    def say(self, text: str) -> None:
        """Tell one thing."""
        with self._lock:
            self._sink.say(text)


class Part:
    """The sink of one item: its stages are its bar; what it says is left to the end."""

    def __init__(self, board: Board, item: Item) -> None:
        """Draw on `board`."""
        self._board, self._item = board, item

    def say(self, text: str) -> None:
        """Show the sentence as the item's stage."""
        self._board.part(self._item, text.rstrip("."), None)

    def advance(self, stage: str, fraction: float | None = None) -> None:
        """Show how far the stage is."""
        self._board.part(self._item, stage, fraction)


def _called(item: Item) -> str:
    name = item.id if len(item.id) <= SHOWN else f"{item.id[: SHOWN - 1]}…"
    return f"{name}-{item.sample}" if item.sample else name
