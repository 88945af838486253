"""HTTP to the API.

Each call obeys its row in `endpoints`: how often it may be sent, how long silence may last. What
may cost something is sent once. Nothing is logged.
"""

from __future__ import annotations

import random
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException, RemoteDisconnected
from typing import Any

import requests
import urllib3
from requests import exceptions
from requests.utils import get_environ_proxies

from t2v import sessions, wire
from t2v.clock import Clock
from t2v.endpoints import Endpoint
from t2v.errors import SkillError
from t2v.identity import authorization
from t2v.report import Charged
from t2v.secret import Secret
from t2v.sessions import CONNECT_S, open_session, read_all

_CHANCE = random.SystemRandom()

RETRIED = {"network": 3, "server_trouble": 3, "deadline": 3, "bad_response": 2}
"""Failures after which a call that may be sent again is, and how often it is sent in all."""

LONGEST_PAUSE_S = 60.0
"""A longer Retry-After is given back to the caller, who may have better things to do."""


class Client:
    """Calls of one backend, as one skill, with one token."""

    def __init__(
        self,
        base: str,
        headers: Mapping[str, str],
        clock: Clock,
        permit: Callable[[Endpoint], None] | None = None,
    ) -> None:
        """Talk to `base`, and send `headers` on every call.

        `permit` is asked before each request that may cost something, and raises where it may not
        go out.
        """
        self.base = base
        self.token: Secret | None = None
        self._headers = dict(headers)
        self._permit = permit
        self._clock = clock
        self._http = open_session()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def call(
        self,
        endpoint: Endpoint,
        *,
        json: object = None,
        data: Any = None,  # noqa: ANN401 - whatever requests can send
        headers: Mapping[str, str] | None = None,
        **path: str,
    ) -> dict[str, Any]:
        """Call the endpoint and return the answer's JSON object.

        Raises:
            SkillError: what went wrong, by name.
        """

        def once() -> dict[str, Any]:
            with self.open(endpoint, json=json, data=data, headers=headers, path=path) as response:
                body = read_all(response, wire.ANSWER_LIMIT)
                return wire.unwrap(
                    endpoint, response.status_code, response.headers, body, self._clock.now()
                )

        return self._patiently(endpoint, once)

    @contextmanager
    def open(  # noqa: PLR0913 - what a request consists of
        self,
        endpoint: Endpoint,
        *,
        json: object = None,
        data: Any = None,  # noqa: ANN401 - whatever requests can send
        headers: Mapping[str, str] | None = None,
        idle_s: float | None = None,
        path: Mapping[str, str] | None = None,
    ) -> Iterator[requests.Response]:
        """Send the request once and yield the response with its body unread."""
        idle_s = endpoint.idle_s if idle_s is None else idle_s
        address = self.base + endpoint.path.format(
            **{name: wire.identifier(value) for name, value in (path or {}).items()}
        )
        charged = Charged.UNKNOWN if endpoint.may_cost else Charged.NO
        if endpoint.may_cost and self._permit is not None:
            self._permit(endpoint)
        with named(charged):
            response = self._http.request(
                endpoint.method,
                address,
                json=json,
                data=data,
                headers={**self._headers, **(headers or {})},
                auth=self._authorize if endpoint.bearer else _nobody,
                proxies=get_environ_proxies(address),
                # Sending waits as long as connecting may: an upload's stalls are no dead server.
                timeout=(CONNECT_S if data is None else idle_s, idle_s),
                allow_redirects=False,
                stream=True,
            )
            with response:
                yield response

    def _authorize(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Set the header here: as a plain header, a netrc entry would replace it."""
        if self.token is None:
            raise SkillError("bad_token", "There is no token to call with.")
        request.headers["Authorization"] = authorization(self.token)
        return request

    def _patiently(self, endpoint: Endpoint, once: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """Send as often as the row allows; wait once where the service asks for it."""
        slowed = False
        tries = 0
        budget = self._clock.budget(sessions.ANSWER_S)
        while True:
            try:
                return once()
            except SkillError as error:
                tries += 1
                pause = error.facts.get("retry_after_s", 30.0)
                if error.code == "rate_limited" and not slowed and not endpoint.may_cost:
                    slowed = True
                    if float(pause) > LONGEST_PAUSE_S:
                        raise
                elif tries < min(endpoint.tries, RETRIED.get(error.code, 0)) and not budget.spent:
                    # Full jitter: many tools that lost one server must not come back at once.
                    pause = _CHANCE.uniform(0, min(4.0, 0.5 * 2**tries))
                else:
                    raise
            self._clock.sleep(float(pause))


@contextmanager
def named(charged: Charged = Charged.NO) -> Iterator[None]:
    """Turn what requests and urllib3 raise into failures of ours.

    Args:
        charged: what to say when the request may have arrived.
    """
    try:
        yield
    except SkillError as error:
        if error.code == "overflow":  # that was an answer: the request had arrived
            error.charged = charged
        raise
    except exceptions.SSLError as error:
        raise SkillError("tls") from error
    except exceptions.ProxyError as error:
        raise SkillError("network", "The proxy does not let us through.") from error
    except (exceptions.ConnectTimeout, exceptions.InvalidURL, exceptions.InvalidSchema) as error:
        raise SkillError("network") from error
    except (TimeoutError, exceptions.ReadTimeout, urllib3.exceptions.ReadTimeoutError) as error:
        raise SkillError("deadline", charged=charged) from error
    except exceptions.ConnectionError as error:
        raise _connection_error(error, charged) from error
    except (exceptions.RequestException, urllib3.exceptions.HTTPError, ssl.SSLError) as error:
        raise SkillError("bad_response", charged=charged) from error


def _connection_error(error: exceptions.ConnectionError, charged: Charged) -> SkillError:
    """Tell a connection that never was from one that broke: only then the request may have gone."""
    cause = error.args[0] if error.args else None
    reason = getattr(cause, "reason", cause)
    never = isinstance(reason, urllib3.exceptions.NewConnectionError)
    parts = (reason, *getattr(cause, "args", ()))
    # The one is silence while we read, the other while we send.
    if any(isinstance(one, (urllib3.exceptions.ReadTimeoutError, TimeoutError)) for one in parts):
        return SkillError("deadline", charged=charged)
    if any(_no_http(one) for one in parts):
        return SkillError("bad_response", charged=charged)
    return SkillError("network", charged=Charged.NO if never else charged)


def _no_http(error: object) -> bool:
    """Whether something answered that does not speak HTTP; nobody having answered is no such."""
    return isinstance(error, HTTPException) and not isinstance(error, RemoteDisconnected)


def _nobody(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Authorize nothing: the endpoint takes no token."""
    return request
