"""The service's side of the truth: accounts, what was asked of them, and what was charged.

Kept apart from HTTP, so that a test can compare what the tools say with what happened.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any

GENERATE, EDIT = 100, 50
VIDEO = {"tt": 0, "sg": [{"d": 10_000, "m": {"name": "a cat"}}]}


@dataclass(slots=True)
class Project:
    """One session: its tracks, and whether the service has forgotten it."""

    tracks: list[dict[str, Any]] = field(default_factory=list)
    gone: bool = False


@dataclass(slots=True)
class Account:
    """What one token stands for. `sent` and `rendered` are the posts that arrived and were taken.

    `sent` may hold a message twice: that is what the tests look for. `refused` are posts that were
    answered with a plain no.
    """

    token: str
    available: int = 1_000
    frozen: int = 0
    sent: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    charges: dict[str, int] = field(default_factory=dict)
    """What each message has cost."""
    rendered: list[str] = field(default_factory=list)
    polls: dict[str, int] = field(default_factory=dict)
    uploads: int = 0
    sessions: dict[str, Project] = field(default_factory=dict)
    expired: set[str] = field(default_factory=set)
    """Tokens of this account that are taken no more."""

    def open_session(self) -> str:
        """Make a project and return its id."""
        name = f"session-{len(self.sessions) + 1}"
        self.sessions[name] = Project()
        return name

    def project(self, session: str) -> Project | None:
        """Return the project; None for one that is not known, or not any more."""
        found = self.sessions.get(session)
        return None if found is None or found.gone else found

    def price(self, session: str) -> int:
        """Return what the next message costs."""
        return EDIT if self.sessions[session].tracks else GENERATE

    def reserve(self, session: str) -> int:
        """Take the price of a message aside, and return it."""
        price = self.price(session)
        self.available -= price
        self.frozen += price
        return price

    def work(self, session: str, words: str, price: int, *, charge: bool = True) -> None:
        """Do what the message asks for, and charge what was reserved for it."""
        tracks = self.sessions[session].tracks
        title = {"tt": 7, "sg": [{"d": 3000, "m": {"text": words[:40]}}]}
        tracks.append(title if tracks else copy.deepcopy(VIDEO))
        self.frozen -= price
        if charge:
            self.charges[words] = self.charges.get(words, 0) + price
        else:
            self.available += price
