"""Answers of a service whose agent edits a small film; and the words that send.py is given."""

from __future__ import annotations

from typing import Any

import pytest

from t2v.commands.send import send
from t2v.context import Context
from t2v.errors import SkillError
from t2v.report import Report
from tests.scripted_service import Answer, event, ok, stream

VIDEO = {"tt": 0, "sg": [{"d": 10_000, "m": {"name": "sea"}}]}
MUSIC = {"tt": 1, "sg": [{"d": 10_000, "m": {"name": "Lo-fi", "volume": 35}}]}
TITLE = {"tt": 7, "sg": [{"d": 3000, "m": {"text": "Paradise"}}]}
TITLE_ADDED = "Title added (0-3s)."

SILENT = stream(event(actions={"stateDelta": {"draft": 1}}))
CUT = stream(event("I am at it."), cut=True)


def state(*tracks: dict[str, Any]) -> Answer:
    return ok(state={"draft": {"t": list(tracks)}})


def balance(available: int, frozen: int = 0) -> Answer:
    return ok(available=available, frozen=frozen, total=available + frozen)


def tell(context: Context, words: str = "add a title", wait: float | None = 3600) -> Report:
    """Send the words as send.py does."""
    return send(context, message=words, wait=wait, resume=False)


def resume(context: Context, wait: float = 3600) -> Report:
    return send(context, message=None, wait=wait, resume=True)


def fail(context: Context, wait: float = 3600) -> SkillError:
    with pytest.raises(SkillError) as caught:
        tell(context, wait=wait)
    return caught.value
