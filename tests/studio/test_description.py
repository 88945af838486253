"""Row 60: whatever the description of the API allows, and what it does not, is answered as it says.

schemathesis reads the description and makes the requests: values at their limits, wrong types,
missing and unknown fields, hostile text.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    response_schema_conformance,
    status_code_conformance,
)

from t2v.endpoints import ENDPOINTS
from t2v_studio.app import HANDLERS
from t2v_studio.crafts import REAL
from t2v_studio.description import CALLS, PATH, describe
from tests.running_studio import Client, RunningStudio, running_studio
from tests.studio.scripted import scripted

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    ignored_auth,
]
ALL = schemathesis.openapi.from_dict(describe())
"""Requests at the limits of each value, and any others."""
SOME = schemathesis.openapi.from_dict(describe())
"""Any requests: the limits of each value of a draft alone take half a minute."""
SOME.config.phases.coverage.enabled = False
QUICK, LONG = 12, 400
"""Requests for each call."""


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStudio]:
    """A studio that understands any message; films and uploads are scripted."""
    home = tmp_path_factory.mktemp("described") / "studio"
    crafts = dataclasses.replace(scripted(), direct=REAL.direct)
    with running_studio(home, crafts, owner_credits=10_000_000) as running:
        yield running


@pytest.fixture(scope="module")
def known(api: RunningStudio) -> dict[str, str]:
    """The names of things that are there, by the parameters that take them."""
    session = api.session()
    api.say(session, "a dog in a park")
    api.render(session)
    return {"session": session, "session_id": session, "sessionId": session, "render": "render_1"}


def send(api: RunningStudio, known: dict[str, str], case: schemathesis.Case[Any]) -> None:
    """Send a case as it is, and once more with the names of things that are there."""
    headers = {"Authorization": f"Bearer {api.token}"}
    case.call_and_validate(base_url=api.url, headers=headers, checks=CHECKS, timeout=20)
    aimed = False
    for part in (case.path_parameters, case.body):
        if isinstance(part, dict):
            wanted = {name: known[name] for name in known.keys() & part.keys()}
            part.update(wanted)
            aimed = aimed or bool(wanted)
    if aimed:
        case.call_and_validate(base_url=api.url, headers=headers, checks=CHECKS, timeout=20)


@SOME.parametrize()
@settings(
    max_examples=QUICK,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_call_answers_as_it_is_described(
    api: RunningStudio, known: dict[str, str], case: schemathesis.Case[Any]
) -> None:
    send(api, known, case)


@pytest.mark.soak
@ALL.parametrize()
@settings(
    max_examples=LONG,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_call_answers_a_flood_as_it_is_described(
    api: RunningStudio, known: dict[str, str], case: schemathesis.Case[Any]
) -> None:
    send(api, known, case)


def test_every_endpoint_is_described_and_served() -> None:
    assert CALLS.keys() == HANDLERS.keys() == set(ENDPOINTS)
    paths = describe()["paths"]
    for row in ENDPOINTS:
        assert row.method.lower() in paths[re.sub(r":\w+}", "}", row.path)]


def test_the_description_is_served_to_whoever_has_a_token(api: RunningStudio) -> None:
    assert api.get(PATH).json() == describe()
    assert Client(api.url, "").get(PATH).status_code == 401
