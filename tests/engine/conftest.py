"""The engine with a service that a test scripts, a clock that does not wait, and ears."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from t2v.checks.patient import Patient
from t2v.client import Client
from t2v.context import Context
from t2v.endpoints import RENDER, RENDER_STATUS
from t2v.secret import Secret
from tests.engine.exporting import DRAFT, FILM, done
from tests.engine.fetching import fetch, output, served, server  # noqa: F401 - fixtures
from tests.fake_time import FakeTime, Heard
from tests.scripted_service import ScriptedService, reply

HEADERS = {
    "X-Skill-Source": "text-to-video-kaggle",
    "X-Skill-Version": "1.2.3",
    "X-Skill-Platform": "cursor",
}
USERS_TOKEN = "nmv_usr_own"  # noqa: S105 - a test's own


class ContextMaker(Protocol):
    """Makes a context for the scripted service, with these variables besides."""

    def __call__(self, **environment: str) -> Context: ...


class PatientMaker(Protocol):
    """Makes a patient for the doctor, with these variables and a text to draw."""

    def __call__(self, text: str | None = None, **environment: str) -> Patient: ...


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def service() -> Iterator[ScriptedService]:
    running = ScriptedService()
    yield running
    running.close()


@pytest.fixture
def client(service: ScriptedService, time: FakeTime) -> Iterator[Client]:
    made = Client(service.url, HEADERS, time.clock)
    made.token = Secret(USERS_TOKEN)
    yield made
    made.close()


@pytest.fixture
def make_context(service: ScriptedService, time: FakeTime, heard: Heard) -> Iterator[ContextMaker]:
    """Return a function that makes contexts; without NEMO_TOKEN they are anonymous."""
    made: list[Context] = []

    def make(**environment: str) -> Context:
        variables = {**os.environ, "NEMO_API_URL": service.url, **environment}
        made.append(Context(variables, clock=time.clock, progress=heard, inline=True))
        return made[-1]

    yield make
    for context in made:
        context.close()


@pytest.fixture
def context(make_context: ContextMaker) -> Context:
    """Return a context with the user's own token."""
    return make_context(NEMO_TOKEN=USERS_TOKEN)


@pytest.fixture
def patient(make_context: ContextMaker, time: FakeTime) -> PatientMaker:
    """Return a function that makes patients of the doctor."""

    def make(text: str | None = None, **environment: str) -> Patient:
        return Patient(make_context(**environment), text, time.clock.budget(10))

    return make


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, in which the test works."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def film(service: ScriptedService, context: Context, workspace: Path) -> str:
    """Serve a project with something in it, whose render is done at once; return its link."""
    service.serve_project({"draft": DRAFT})
    url = service.on_get("/film.mp4", FILM)
    service.on(RENDER, reply({"status": "pending"}))
    service.on(RENDER_STATUS, done(url))
    context.projects.ensure()
    return url
