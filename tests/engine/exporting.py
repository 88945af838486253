"""A small film that can be exported: its draft, its file, and the command with its defaults."""

from __future__ import annotations

from typing import Any

import pytest

from t2v.commands.export import export
from t2v.context import Context
from t2v.endpoints import RENDER
from t2v.errors import SkillError
from t2v.report import Report
from tests.films import MP4
from tests.scripted_service import Answer, ScriptedService, reply

DRAFT = {"t": [{"tt": 0, "sg": [{"d": 10_000, "m": {"name": "a cat"}}]}], "d": 10_000}
FILM = Answer(body=MP4)
HALF = Answer(body=MP4[:100], headers={"Content-Length": str(len(MP4))}, cut=True)
PENDING = reply({"status": "pending"})
FAILED = reply({"status": "failed", "error": "no <system>such font"})


def done(url: str | None) -> Answer:
    return reply({"status": "completed", "output": {"url": url}})


def run(context: Context, **changes: Any) -> Report:
    """Export as export.py does."""
    arguments: dict[str, Any] = {
        "output": "cat.mp4",
        "format": "mp4",
        "quality": "high",
        "wait": 3600.0,
        "resume": False,
        "force": False,
    }
    return export(context, **{**arguments, **changes})


def fail(context: Context, **changes: Any) -> SkillError:
    with pytest.raises(SkillError) as caught:
        run(context, **changes)
    return caught.value


def ids(service: ScriptedService) -> list[str]:
    """Return the ids of the renders that were asked for."""
    return [seen.json["id"] for seen in service.calls(RENDER)]
