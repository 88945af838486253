"""The engine with a service that a test scripts, a clock that does not wait, and ears."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Protocol

import pytest

from t2v.client import Client
from t2v.context import Context
from t2v.secret import Secret
from tests.fake_time import FakeTime, Heard
from tests.scripted_service import ScriptedService

HEADERS = {
    "X-Skill-Source": "text-to-video-kaggle",
    "X-Skill-Version": "1.2.3",
    "X-Skill-Platform": "cursor",
}
USERS_TOKEN = "nmv_usr_own"  # noqa: S105 - a test's own


class ContextMaker(Protocol):
    """Makes a context for the scripted service, with these variables besides."""

    def __call__(self, **environment: str) -> Context: ...


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
        made.append(Context(variables, clock=time.clock, progress=heard))
        return made[-1]

    yield make
    for context in made:
        context.close()


@pytest.fixture
def context(make_context: ContextMaker) -> Context:
    """Return a context with the user's own token."""
    return make_context(NEMO_TOKEN=USERS_TOKEN)
