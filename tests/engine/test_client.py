"""One request: what goes along, how often it goes out, and what a failure is called."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from t2v import endpoints
from t2v.client import Client
from t2v.endpoints import CHAT, CREDITS, RENDER, STATE, Endpoint
from t2v.errors import SkillError
from t2v.report import Charged
from t2v.secret import Secret
from tests.fake_time import FakeTime
from tests.scripted_service import (
    HTML,
    RESET,
    Answer,
    Reaction,
    ScriptedService,
    Seen,
    ok,
    refusal,
    reply,
)
from tests.tools.working import until

PATIENCE_S = 0.05
TRIED_AGAIN = (502, 503, 504, 500)
COSTING = [one for one in endpoints.ENDPOINTS if one.may_cost]
PATHS = {"session": "session-1", "render": "render-1"}


@pytest.fixture(params=[False, True], ids=["no headers", "no end"])
def silent(request: pytest.FixtureRequest) -> Iterator[Reaction]:
    """A server that says nothing more until the test is over, however slow the client is."""
    over = threading.Event()

    def say_nothing(_: Seen) -> Answer:
        over.wait(30)
        return RESET

    yield Answer(body=b"{}", headers={"Content-Length": "100"}) if request.param else say_nothing
    over.set()


def ids_in(endpoint: Endpoint) -> dict[str, Any]:
    """Return what the endpoint's path asks for."""
    return {name: value for name, value in PATHS.items() if "{" + name in endpoint.path}


def call(client: Client, endpoint: Endpoint) -> SkillError:
    """Call the endpoint and return the failure."""
    with pytest.raises(SkillError) as caught:
        client.call(endpoint, json=None if endpoint.method == "GET" else {}, **ids_in(endpoint))
    return caught.value


def nobody() -> str:
    """Return the address of a port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return f"http://127.0.0.1:{server.getsockname()[1]}"


def stuck(endpoint: Endpoint) -> Endpoint:
    """Return the endpoint with hardly any patience."""
    return endpoint._replace(idle_s=PATIENCE_S)


# What goes along


@pytest.mark.parametrize("endpoint", endpoints.ENDPOINTS, ids=lambda one: one.name)
def test_every_call_carries_the_headers_of_the_skill(
    client: Client, service: ScriptedService, endpoint: Endpoint
) -> None:
    service.on(endpoint, ok(done=True))
    client.call(endpoint, **ids_in(endpoint))
    headers = service.history[0].headers
    assert headers["X-Skill-Source"] == "text-to-video-kaggle"
    assert headers["X-Skill-Version"] == "1.2.3"
    assert headers["X-Skill-Platform"] == "cursor"
    assert headers["Authorization"] == ("Bearer nmv_usr_own" if endpoint.bearer else None)


def test_the_anonymous_token_is_the_only_call_without_a_bearer() -> None:
    assert [one.name for one in endpoints.ENDPOINTS if not one.bearer] == ["anonymous token"]


def test_a_netrc_entry_does_not_replace_the_token(
    client: Client, service: ScriptedService, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = own_home / ".netrc"
    netrc.write_text("machine 127.0.0.1 login me password mine\ndefault login me password mine\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    service.on(CREDITS, ok(available=1))
    client.call(CREDITS)
    assert service.history[0].headers["Authorization"] == "Bearer nmv_usr_own"


def test_cookies_are_not_kept(client: Client, service: ScriptedService) -> None:
    service.on(CREDITS, reply({"code": 0, "data": {}}, Set_Cookie="track=me; Path=/"))
    client.call(CREDITS)
    client.call(CREDITS)
    assert [seen.headers["Cookie"] for seen in service.history] == [None, None]


def test_nothing_is_sent_without_a_token(client: Client, service: ScriptedService) -> None:
    client.token = None
    assert call(client, CREDITS).code == "bad_token"
    assert service.history == []


@pytest.mark.parametrize("name", ["../me", "a/b", "a?b", "", ".hidden", "a..b", "x" * 129, "é"])
def test_an_id_that_would_leave_its_path_is_never_sent(
    client: Client, service: ScriptedService, name: str
) -> None:
    with pytest.raises(SkillError) as caught:
        client.call(STATE, session=name)
    assert caught.value.code == "bad_response"
    assert service.history == []


def test_a_redirect_is_not_followed(client: Client, service: ScriptedService) -> None:
    elsewhere = service.on_get("/elsewhere", ok(available=1))
    service.on(CREDITS, Answer(status=302, headers={"Location": elsewhere}))
    error = call(client, CREDITS)
    assert error.code == "unexpected_redirect"
    host = service.url.removeprefix("http://")
    assert error.external == f"The redirect leads to {host}"
    assert [seen.path for seen in service.history] == [CREDITS.path]


@pytest.mark.parametrize("location", ["https://[bad", "//[", "\u00b2", ""])
def test_a_redirect_to_no_address_is_one_all_the_same(
    client: Client, service: ScriptedService, location: str
) -> None:
    service.on(CREDITS, Answer(status=302, headers={"Location": location}))
    assert call(client, CREDITS).code in ("unexpected_redirect", "bad_response")


# How often it goes out


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (RESET, "network"),
        (HTML, "bad_response"),
        *[(refusal(0, status=number), "server_trouble") for number in TRIED_AGAIN],
    ],
)
def test_a_get_is_tried_three_times_and_after_nonsense_twice(
    client: Client, service: ScriptedService, time: FakeTime, answer: Answer, code: str
) -> None:
    service.on(CREDITS, answer)
    error = call(client, CREDITS)
    assert (error.code, error.charged) == (code, Charged.NO)
    assert len(service.history) == (2 if answer is HTML else 3)
    assert len(time.pauses) == len(service.history) - 1
    assert all(0 <= pause <= 4 for pause in time.pauses)


def test_a_get_that_works_at_last_is_answered(client: Client, service: ScriptedService) -> None:
    service.on(CREDITS, RESET, refusal(0, status=503), ok(available=7))
    assert client.call(CREDITS)["data"] == {"available": 7}


def test_silence_is_waited_for_three_times(
    client: Client, service: ScriptedService, silent: Reaction
) -> None:
    service.on(CREDITS, silent)
    assert call(client, stuck(CREDITS)).code == "deadline"
    until(lambda: len(service.calls(CREDITS)) >= 3)  # it may be read when nobody waits any more
    assert len(service.calls(CREDITS)) == 3


def test_a_server_that_is_not_there_is_tried_three_times(time: FakeTime) -> None:
    client = Client(nobody(), {}, time.clock)
    client.token = Secret("nmv_usr_own")
    assert call(client, CREDITS).code == "network"
    assert len(time.pauses) == 2


@pytest.mark.parametrize("endpoint", COSTING, ids=lambda one: one.name)
def test_what_may_cost_is_never_sent_to_a_server_that_refuses_more_than_once(
    time: FakeTime, endpoint: Endpoint
) -> None:
    client = Client(nobody(), {}, time.clock)
    client.token = Secret("nmv_usr_own")
    error = call(client, endpoint)
    assert (error.code, error.charged) == ("network", Charged.NO)
    assert time.pauses == []


@pytest.mark.parametrize("endpoint", COSTING, ids=lambda one: one.name)
@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (RESET, "network"),
        (refusal(0, status=502), "server_trouble"),
        (HTML, "bad_response"),
        (Answer(body=b"{}", headers={"Content-Length": "100"}, cut=True), "bad_response"),
    ],
    ids=["reset", "502", "HTML", "cut"],
)
def test_what_may_cost_is_sent_once(
    client: Client, service: ScriptedService, endpoint: Endpoint, answer: Answer, code: str
) -> None:
    service.on(endpoint, answer)
    error = call(client, endpoint)
    assert (error.code, error.charged) == (code, Charged.UNKNOWN)
    assert len(service.calls(endpoint)) == 1


@pytest.mark.parametrize("endpoint", COSTING, ids=lambda one: one.name)
def test_what_may_cost_is_sent_once_when_no_answer_comes(
    client: Client, service: ScriptedService, endpoint: Endpoint, silent: Reaction
) -> None:
    service.on(stuck(endpoint), silent)
    error = call(client, stuck(endpoint))
    assert (error.code, error.charged) == ("deadline", Charged.UNKNOWN)
    until(lambda: service.calls(endpoint))
    assert len(service.calls(endpoint)) == 1


@pytest.mark.parametrize("code", [1001, 1002, 2001, 4001, 4002, 400, 401])
def test_a_refusal_is_not_tried_again(client: Client, service: ScriptedService, code: int) -> None:
    service.on(CREDITS, refusal(code))
    call(client, CREDITS)
    assert len(service.history) == 1


# When it is asked to slow down


@pytest.mark.parametrize(
    ("header", "pause"),
    [
        ({"Retry_After": "7"}, 7),
        ({"Retry_After": "Fri, 15 Jan 2027 08:00:20 GMT"}, 20),
        ({"Retry_After": "soon"}, 30),
        ({"Retry_After": "-5"}, 30),
        ({}, 30),
    ],
    ids=str,
)
def test_it_waits_as_long_as_it_is_asked_to(
    client: Client, service: ScriptedService, time: FakeTime, header: dict[str, str], pause: float
) -> None:
    service.on(CREDITS, reply({"code": 429}, 429, **header), ok(available=1))
    assert client.call(CREDITS)["data"] == {"available": 1}
    assert time.pauses == [pause]


def test_it_waits_once(client: Client, service: ScriptedService, time: FakeTime) -> None:
    service.on(CREDITS, reply({"code": 429}, 429, Retry_After="7"))
    error = call(client, CREDITS)
    assert (error.code, error.facts["retry_after_s"]) == ("rate_limited", 7)
    assert time.pauses == [7]


def test_a_long_wait_is_left_to_the_caller(
    client: Client, service: ScriptedService, time: FakeTime
) -> None:
    service.on(CREDITS, reply({"code": 429}, 429, Retry_After="3600"))
    assert call(client, CREDITS).facts["retry_after_s"] == 3600
    assert time.pauses == []


@pytest.mark.parametrize("endpoint", [CHAT, RENDER], ids=lambda one: one.name)
def test_what_may_cost_is_not_sent_again_after_a_wait(
    client: Client, service: ScriptedService, time: FakeTime, endpoint: Endpoint
) -> None:
    service.on(endpoint, reply({"code": 429}, 429, Retry_After="7"))
    error = call(client, endpoint)
    assert (error.code, error.charged) == ("rate_limited", Charged.NO)
    assert (len(service.history), time.pauses) == (1, [])


# What arrives


def test_an_endless_answer_is_cut_off(client: Client, service: ScriptedService) -> None:
    service.on(CREDITS, Answer(chunks=[b" " * 1_000_000] * 12))
    assert call(client, CREDITS).code == "overflow"


def test_the_token_stands_in_no_exception(client: Client, service: ScriptedService) -> None:
    service.on(CREDITS, RESET)
    error: BaseException | None = call(client, CREDITS)
    while error is not None:
        assert "nmv_usr_own" not in repr(error) + str(error)
        error = error.__cause__ or error.__context__
