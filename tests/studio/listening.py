"""Reading what a chat said, and waiting for what another thread does."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any


def texts(said: list[dict[str, Any]], *, partial: bool) -> list[str]:
    """Return the texts of events that are, or are not, partial; thoughts left out."""
    return [
        part["text"]
        for event in said
        if bool(event.get("partial")) is partial
        for part in event.get("content", {}).get("parts", ())
        if "text" in part and not part.get("thought")
    ]


def parts(said: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [
        part[kind]
        for event in said
        for part in event.get("content", {}).get("parts", ())
        if kind in part
    ]


def eventually(condition: Callable[[], bool]) -> None:
    """Wait for something that another thread does."""
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.005)
