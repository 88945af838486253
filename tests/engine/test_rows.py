"""Every row of the endpoint table, without a server: what is sent, and how often.

`responses` stands in for the network here, so each row can meet each failure in no time; real
sockets are the subject of the other tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http import HTTPStatus

import pytest
import requests
import responses

from t2v.client import Client
from t2v.endpoints import ANONYMOUS_TOKEN, ENDPOINTS, Endpoint
from t2v.errors import SkillError
from t2v.report import Charged
from t2v.secret import Secret
from tests.engine.conftest import HEADERS, USERS_TOKEN
from tests.fake_time import FakeTime

BASE = "https://api.example"
IDS = {"session": "session-1", "render": "render_1"}
every_row = pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda row: row.name)
BROKEN: dict[str, Callable[[], requests.RequestException]] = {
    "reset": lambda: requests.ConnectionError("Connection aborted."),
    "silence": requests.ReadTimeout,
}


@pytest.fixture
def network() -> Iterator[responses.RequestsMock]:
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
        yield mock


@pytest.fixture
def here(time: FakeTime) -> Iterator[Client]:
    client = Client(BASE, HEADERS, time.clock)
    client.token = Secret(USERS_TOKEN)
    yield client
    client.close()


def path_of(endpoint: Endpoint) -> dict[str, str]:
    return {name: value for name, value in IDS.items() if f"{{{name}}}" in endpoint.path}


def call(client: Client, endpoint: Endpoint) -> dict[str, object]:
    body = {"a": 1} if endpoint.method == "POST" else None
    return client.call(endpoint, json=body, **path_of(endpoint))  # type: ignore[arg-type]


def failed(client: Client, endpoint: Endpoint) -> SkillError:
    with pytest.raises(SkillError) as caught:
        call(client, endpoint)
    return caught.value


def answer(network: responses.RequestsMock, endpoint: Endpoint, **options: object) -> None:
    address = BASE + endpoint.path.format(**path_of(endpoint))
    network.add(endpoint.method, address, **options)  # type: ignore[arg-type]


@every_row
def test_every_call_carries_its_headers(
    endpoint: Endpoint, here: Client, network: responses.RequestsMock
) -> None:
    answer(network, endpoint, json={"code": 0, "data": {"x": 1}})
    assert call(here, endpoint)["data"] == {"x": 1}
    sent = network.calls[0].request.headers
    assert {name: sent[name] for name in HEADERS} == HEADERS
    assert sent.get("Authorization") == (f"Bearer {USERS_TOKEN}" if endpoint.bearer else None)


@every_row
@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_trouble_of_the_service_is_met_as_often_as_the_row_allows(
    endpoint: Endpoint, status: int, here: Client, network: responses.RequestsMock
) -> None:
    answer(network, endpoint, status=status, body="<html>Bad gateway</html>")
    error = failed(here, endpoint)
    assert error.code == "server_trouble"
    assert error.charged is (Charged.UNKNOWN if endpoint.may_cost else Charged.NO)
    assert len(network.calls) == endpoint.tries


@every_row
@pytest.mark.parametrize("fault", BROKEN)
def test_what_may_cost_something_is_sent_once_whatever_happens_to_it(
    endpoint: Endpoint, fault: str, here: Client, network: responses.RequestsMock
) -> None:
    answer(network, endpoint, body=BROKEN[fault]())
    error = failed(here, endpoint)
    assert error.charged is (Charged.UNKNOWN if endpoint.may_cost else Charged.NO)
    assert len(network.calls) == endpoint.tries
    if endpoint.may_cost:
        assert endpoint.tries == 1


@every_row
def test_slowing_down_is_obeyed_once_and_never_for_what_may_cost(
    endpoint: Endpoint, here: Client, network: responses.RequestsMock, time: FakeTime
) -> None:
    answer(network, endpoint, status=HTTPStatus.TOO_MANY_REQUESTS, headers={"Retry-After": "7"})
    error = failed(here, endpoint)
    assert error.code == ("token_quota" if endpoint is ANONYMOUS_TOKEN else "rate_limited")
    assert error.facts["retry_after_s"] == 7
    assert time.pauses == ([] if endpoint.may_cost else [7])
    assert len(network.calls) == (1 if endpoint.may_cost else 2)


@every_row
def test_an_answer_after_a_failure_is_taken(
    endpoint: Endpoint, here: Client, network: responses.RequestsMock, time: FakeTime
) -> None:
    answer(network, endpoint, status=503)
    answer(network, endpoint, json={"code": 0, "data": {}})
    if endpoint.tries == 1:
        assert failed(here, endpoint).code == "server_trouble"
    else:
        assert call(here, endpoint)["code"] == 0
        assert len(time.pauses) == 1


@every_row
def test_a_redirect_is_named_and_not_followed(
    endpoint: Endpoint, here: Client, network: responses.RequestsMock
) -> None:
    answer(network, endpoint, status=302, headers={"Location": "https://elsewhere.example/x"})
    error = failed(here, endpoint)
    assert error.code == "unexpected_redirect"
    assert error.external == "The redirect leads to elsewhere.example"
    assert len(network.calls) == 1
