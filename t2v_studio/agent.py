"""Plays a director's turn as the hosted agent does: thinks, calls tools, changes state, speaks.

A generation has two stages, raw video first, then music and titles; about every third edit ends
without a word, as the director decides.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from t2v_studio.director import Stage, Turn
from t2v_studio.events import Event, Voice

Commit = Callable[[Stage], Awaitable[Mapping[str, Any]]]
"""Writes a stage's edits into the session, and returns the state that follows."""

_DELTAS = 4
"""Pieces in which a reply is streamed."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Work that takes a while; so many heartbeats divide it evenly."""

    seconds: float
    heartbeats: int = 0


_THINKING = Pause(0.2)
_SPEAKING = Pause(0.05)
_WORK = {"generate": Pause(1.2, heartbeats=3), "edit": Pause(0.5, heartbeats=1)}
_MORE_WORK = Pause(0.4, heartbeats=1)
"""What comes after the first stage: music, title and effects are quicker than pictures."""
_THOUGHTS = {
    "generate": "The user describes a video. First the picture, then music and a title.",
    "edit": "The user wants something changed in the timeline.",
}


async def play(
    turn: Turn, voice: Voice, commit: Commit, *, deltas: bool = True
) -> AsyncGenerator[Event | Pause, None]:
    """Yield what happens in a turn, in order.

    Args:
        turn: what the director decided.
        voice: makes the events.
        commit: writes each stage before the tool's answer tells of it.
        deltas: whether the reply comes in pieces before it comes whole.
    """
    if turn.kind in _THOUGHTS:
        yield voice.thought(_THOUGHTS[turn.kind])
    yield _THINKING
    work = _WORK.get(turn.kind, _THINKING)
    for stage in turn.stages:
        call = voice.call(stage.tool, {"edits": len(stage.edits)})
        yield call
        yield work
        state = await commit(stage)
        yield voice.answer(call, {"status": "success"})
        yield voice.state(state)
        work = _MORE_WORK
    if not turn.silent:
        for piece in _pieces(turn.reply) if deltas else ():
            yield voice.delta(piece)
            yield _SPEAKING
        yield voice.text(turn.reply)


def _pieces(text: str) -> list[str]:
    """Cut a reply into a few pieces at spaces, or anywhere where a language has none."""
    atoms = re.findall(r"\S+\s*|\s+", text)
    if len(atoms) < _DELTAS:
        atoms = list(text)
    step = max(1, -(-len(atoms) // _DELTAS))
    return ["".join(atoms[start : start + step]) for start in range(0, len(atoms), step)]
