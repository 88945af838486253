"""What the director is given and what it answers: a project with its edits, and a turn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from t2v_studio.director.edits import Edit
from t2v_studio.director.upload import Upload

TurnKind = Literal["generate", "edit", "answer", "refuse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """One film in the making: every edit since the beginning, and the files that were sent."""

    edits: tuple[Edit, ...] = ()
    uploads: tuple[Upload, ...] = field(default=())
    language: str = "en"
    voices: tuple[str, ...] = ()
    """Languages that an installed voice speaks; none where there is no voice."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Edits that are made together, under the name of the agent's tool that makes them."""

    tool: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What a message leads to. `stages` are committed one after the other; none for talk."""

    kind: TurnKind
    stages: tuple[Stage, ...] = ()
    reply: str = ""
    silent: bool = False
    """The edit is done without a word, as the hosted agent does now and then."""
