"""The fixtures of the studio's tests: the real one, and one whose other parts are scripted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.running_studio import Client, RunningStudio, running_studio, studio
from tests.studio.programs import Program, Start
from tests.studio.scripted import Renderer, scripted

__all__ = ["studio"]


@pytest.fixture
def renderer() -> Renderer:
    return Renderer()


@pytest.fixture
def api(tmp_path: Path, renderer: Renderer) -> Iterator[RunningStudio]:
    """The studio's server, with a scripted director and renderer."""
    with running_studio(tmp_path / "studio", scripted(renderer)) as running:
        yield running


@pytest.fixture
def guest(api: RunningStudio) -> Client:
    """Somebody with a free token and 100 credits."""
    return api.anonymous()


@pytest.fixture
def session(guest: Client) -> str:
    """A session with a film in it."""
    session = guest.session()
    guest.say(session, "generate a dog")
    return session


@pytest.fixture
def draft(guest: Client, session: str) -> dict[str, Any]:
    draft: dict[str, Any] = guest.state(session)["draft"]
    return draft


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start programs that all have one home; those still running at the end are killed."""
    programs: list[Program] = []

    def begin(*arguments: str, **environment: str) -> Program:
        programs.append(Program(tmp_path / "studio", *arguments, **environment))
        return programs[-1]

    yield begin
    for program in programs:
        program.kill()
