"""The agent's reply: events folded into what was said, what was done and what went wrong.

With streaming on, a text comes in pieces and then once more as a whole; several agents may speak at
once. Each source (author and branch) therefore has its own pieces, and a whole text replaces them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from t2v.errors import SkillError
from t2v.external.apology import without_apology
from t2v.external.events import AgentError, Event, read_event
from t2v.stream import Frame

Stage = Literal["raw_video", "finishing"]

# First match wins: "generate_music" is finishing. A keyword starts at a word of the tool's name.
STAGES: tuple[tuple[Stage, tuple[str, ...]], ...] = (
    ("finishing", ("music", "bgm", "soundtrack", "audio", "song", "sfx", "sound", "voice")),
    ("finishing", ("narrat", "tts", "speech", "title", "caption", "subtitle", "text_overlay")),
    ("finishing", ("effect", "transition", "filter", "sticker", "overlay", "lyric")),
    ("raw_video", ("generat", "t2v", "i2v", "text_to_video", "image_to_video", "footage")),
)

KEPT_LIMIT = 32 * 1024 * 1024
"""Characters that one reply may make us keep, all events together."""

TEMPORARY_ISSUE = "temporary_issue"
"""Code of a reply that is nothing but "I encountered a temporary issue"."""

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Step:
    """What the agent has turned to: the raw video, or then music, titles and effects."""

    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A whole reply. `text`, names and the error's words are the backend's: untrusted.

    `incomplete`: the text ends in pieces whose whole never came. `truncated`: the stream was cut
    inside an event. `error_after_answer`: the first error came when everything had been said.
    `long_running`: a tool goes on after the stream. `state_keys`: what the agent says it changed.
    """

    text: str = ""
    incomplete: bool = False
    truncated: bool = False
    error: AgentError | None = None
    error_after_answer: bool = False
    tools: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    state_keys: frozenset[str] = frozenset()
    long_running: bool = False
    events: int = 0

    @property
    def worked(self) -> bool:
        """Whether the agent did or said anything, an error aside."""
        return bool(self.text or self.tools or self.state_keys)


class ReplyFold:
    """Takes frames one by one; `finish` tells what they amount to."""

    def __init__(self) -> None:
        """Start with nothing said."""
        self._said: list[str] = []
        self._pieces: dict[tuple[str, str], list[str]] = {}
        self._tools: dict[str, None] = {}
        self._stages: list[Stage] = []
        self._state_keys: set[str] = set()
        self._error: AgentError | None = None
        self._error_after_answer = False
        self._long_running = False
        self._events = 0
        self._kept = 0

    def feed(self, frame: Frame) -> Step | None:
        """Take the next frame, and return the step that it begins, if it begins one.

        Raises:
            SkillError: `overflow`, when the reply is longer than any real one.
        """
        if frame.kind == "pulse":
            return None
        self._events += 1
        event = read_event(frame.data)
        self._keep(event)
        self._hear(event)
        self._note_error(event)
        # An event in pieces is not final: its calls and changes come again with the whole.
        return None if event.partial else self._watch(event)

    def finish(self, *, truncated: bool) -> Reply:
        """Return the reply. `truncated` is what `FrameReader.close` said."""
        pieces = ["".join(pieces) for pieces in self._pieces.values()]
        text = "\n\n".join(
            said.strip() for said in map(_sound, self._said + pieces) if said.strip()
        )
        answer, apologised = without_apology(text)
        error = self._error
        if apologised and not answer:
            answer, error = text, error or AgentError(TEMPORARY_ISSUE, text)
        return Reply(
            text=answer,
            incomplete=bool(pieces),
            truncated=truncated,
            error=error,
            error_after_answer=self._error_after_answer,
            tools=tuple(map(_sound, self._tools)),
            stages=tuple(self._stages),
            state_keys=frozenset(map(_sound, self._state_keys)),
            long_running=self._long_running,
            events=self._events,
        )

    def _keep(self, event: Event) -> None:
        """Count what the event adds to our memory."""
        self._kept += len(event.text) + sum(map(len, event.tools + event.state_keys))
        if self._kept > KEPT_LIMIT:
            raise SkillError("overflow", limit_characters=KEPT_LIMIT)

    def _hear(self, event: Event) -> None:
        """Fold the event's text."""
        if not event.text:
            return
        if event.partial:
            self._pieces.setdefault(event.source, []).append(event.text)
        else:
            self._pieces.pop(event.source, None)
            self._said.append(event.text)

    def _note_error(self, event: Event) -> None:
        """Keep the first error: what follows it is mostly its consequence."""
        if event.error is not None and self._error is None:
            self._error = event.error
            self._error_after_answer = bool(self._said) and not self._pieces

    def _watch(self, event: Event) -> Step | None:
        """Note the event's tools and changes; say whether a stage begins."""
        self._state_keys.update(event.state_keys)
        self._long_running = self._long_running or event.long_running
        self._tools.update(dict.fromkeys(event.tools))
        begun = [
            stage for stage in map(stage_of, event.tools) if stage and stage not in self._stages
        ]
        self._stages += dict.fromkeys(begun)
        return Step(begun[-1]) if begun else None


def stage_of(tool: str) -> Stage | None:
    """Return the stage of generation that a tool's name stands for."""
    name = "_" + _HUMP.sub("_", tool).lower().replace("-", "_")
    for stage, keywords in STAGES:
        if any(f"_{keyword}" in name for keyword in keywords):
            return stage
    return None


def _sound(text: str) -> str:
    """Join the halves of surrogate pairs that came in two pieces, and replace those left alone."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
