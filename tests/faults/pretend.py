"""A small service that behaves: projects, credits, chats that charge, renders, and troubles.

Unlike the scripted service it remembers, so that random sequences make sense to it; unlike the
studio it can be told, request by request, what goes wrong.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

from t2v import endpoints
from t2v.endpoints import Endpoint
from tests.faults.accounts import Account
from tests.films import MP4
from tests.scripted_service import (
    HTML,
    RESET,
    Answer,
    ScriptedService,
    Seen,
    event,
    ok,
    refusal,
    reply,
)
from tests.tables.injections import injections

HOSTILE = "\n".join(text[:120] for text in injections())
"""All that a service may try on whoever reads it; most of it says "obey"."""

SIGNATURE = "presigned-canary-4b1d"
"""What makes a link to a film work; it stands in the link's query alone."""

FILM = Endpoint(name="film", method="GET", path="/film/{render}.mp4")
PLAIN: dict[str, Answer] = {
    "refused": reply({"code": 500, "message": "no"}, 500),
    "html": HTML,
    "reset": RESET,
    "expired": refusal(1001, "token expired"),
    "slow down": reply({"code": 429, "message": "slow down"}, 429, Retry_After="1"),
    "gone": refusal(1002, "session gone"),
    "poor": refusal(2001, "no credits"),
}
"""Answers that come instead of the work, by the name of the trouble."""

UNSURE = frozenset({"refused", "html", "reset"})
"""Of these, the ones after which nobody who sent a post can know whether it was taken."""


class PretendService(ScriptedService):
    """The service. `accounts` by token; `troubles` are what happens to the next requests."""

    def __init__(self) -> None:
        """Listen, and know nobody."""
        super().__init__()
        self.accounts: dict[str, Account] = {}
        self.clients: dict[str, str] = {}
        """The token that each client id was given."""
        self.troubles: list[tuple[str, str]] = []
        """Name of an endpoint and of a trouble, in the order in which they come."""
        self._unfinished: list[Callable[[], None]] = []
        self._finished = threading.Event()
        self._turn = threading.RLock()
        for endpoint, act in self._acts().items():
            self.on(endpoint, self._reaction(endpoint, act))

    def open_account(self, token: str) -> Account:
        """Add an account with a token of its own."""
        self.accounts[token] = account = Account(token)
        return account

    def account_of(self, seen: Seen) -> Account | None:
        """Return the account of a request's token."""
        token = (seen.headers["Authorization"] or "").removeprefix("Bearer ")
        found = self.accounts.get(token)
        return None if found is None or token in found.expired else found

    def _acts(self) -> dict[Endpoint, Callable[[Account, Seen, str], Answer]]:
        return {
            endpoints.CREATE_SESSION: self._create,
            endpoints.CREDITS: self._credits,
            endpoints.STATE: self._state,
            endpoints.CLAIM_TOKEN: lambda *_: ok(claim_token="clm_1"),  # noqa: S106 - a test's own
            endpoints.UPLOAD: self._upload,
            endpoints.CHAT: self._chat,
            endpoints.RENDER: self._render,
            endpoints.RENDER_STATUS: self._status,
            endpoints.RENDER_DOWNLOAD: lambda _account, seen, trouble: _film(seen, trouble),
            endpoints.ANONYMOUS_TOKEN: self._token,
            FILM: lambda _account, seen, trouble: self._link(seen, trouble),
        }

    def _reaction(
        self, endpoint: Endpoint, act: Callable[[Account, Seen, str], Answer]
    ) -> Callable[[Seen], Answer]:
        """Return what answers an endpoint: its trouble where one waits, its work otherwise."""

        def react(seen: Seen) -> Answer:
            with self._turn:
                trouble = self._trouble(endpoint)
                account = self.account_of(seen)
                if endpoint.bearer and endpoint is not FILM and account is None:
                    return PLAIN["expired"]
                if trouble in PLAIN:
                    return self._instead(endpoint, account, seen, trouble)
                answer = act(account or Account(""), seen, trouble)
                return replace(answer, reset=True) if trouble == "lost" else answer

        return react

    def _trouble(self, endpoint: Endpoint) -> str:
        for place, (name, trouble) in enumerate(self.troubles):
            if name == endpoint.name:
                del self.troubles[place]
                return trouble
        return ""

    def _instead(
        self, endpoint: Endpoint, account: Account | None, seen: Seen, trouble: str
    ) -> Answer:
        if account is not None and trouble == "expired":
            account.expired.add((seen.headers["Authorization"] or "").removeprefix("Bearer "))
        if account is not None and trouble == "gone":
            for project in account.sessions.values():
                project.gone = True
        if account is not None and endpoint is endpoints.CHAT:
            (account.sent if trouble in UNSURE else account.refused).append(_words(seen))
        return PLAIN[trouble]

    # What each endpoint does

    def _token(self, _account: Account, seen: Seen, _trouble: str) -> Answer:
        client = str(seen.headers["X-Client-Id"])
        before = self.clients.get(client)
        if before is not None and before not in self.accounts[before].expired:
            return reply({"code": 429, "message": "one a week"}, 429)
        account = self.accounts.get(before or "") or Account("")
        token = f"nmv_usr_free_{len(self.clients)}_{len(self.accounts)}_canary"
        account.token = self.clients[client] = token
        self.accounts[token] = account
        return ok(token=token, credits=account.available)

    def _create(self, account: Account, _seen: Seen, _trouble: str) -> Answer:
        session = account.open_session()
        return ok(task_id=f"task-{session}", session_id=session)

    def _credits(self, account: Account, _seen: Seen, _trouble: str) -> Answer:
        total = account.available + account.frozen
        return ok(available=account.available, frozen=account.frozen, total=total)

    def _state(self, account: Account, seen: Seen, _trouble: str) -> Answer:
        project = account.project(seen.path.split("/")[-2])
        if project is None:
            return PLAIN["gone"]
        return ok(state={"draft": {"t": project.tracks}} if project.tracks else {})

    def _upload(self, account: Account, _seen: Seen, _trouble: str) -> Answer:
        account.uploads += 1
        return ok(files=[])

    def _chat(self, account: Account, seen: Seen, trouble: str) -> Answer:
        session, words = str(seen.json["session_id"]), _words(seen)
        if account.project(session) is None:
            account.refused.append(words)
            return PLAIN["gone"]
        if account.available < account.price(session):
            account.refused.append(words)
            return PLAIN["poor"]
        account.sent.append(words)
        price = account.reserve(session)

        def work() -> None:
            account.work(session, words, price, charge=trouble != "free")

        if trouble in ("later", "slow"):
            self._unfinished.append(work)
            self._finished.clear()
        else:
            work()
        cut = trouble in ("cut", "later")
        chunks = self._slowly() if trouble == "slow" else _said(trouble, cut=cut)
        return Answer(headers={"Content-Type": "text/event-stream"}, chunks=chunks, cut=cut)

    def _slowly(self) -> Iterator[bytes]:
        """Say nothing but that the line is alive, until the work is over."""
        yield b": alive\n\n"
        while not self._finished.wait(0.02):
            yield b": alive\n\n"
        yield event("Done.")

    def _render(self, account: Account, seen: Seen, _trouble: str) -> Answer:
        account.rendered.append(str(seen.json["id"]))
        account.polls[str(seen.json["id"])] = 0
        return reply({"status": "pending"})

    def _status(self, account: Account, seen: Seen, trouble: str) -> Answer:
        render = seen.path.split("/")[-1]
        if render not in account.polls:
            return reply({"message": "no such render"}, 404)
        account.polls[render] += 1
        if trouble == "failed":
            return reply({"status": "failed", "error": HOSTILE})
        if account.polls[render] < 2:
            return reply({"status": "processing", "progress": 40})
        output = {
            "url": f"{self.url}/film/{render}.mp4?X-Signature={SIGNATURE}",
            "size": len(MP4),
            "sha256": hashlib.sha256(MP4).hexdigest(),
        }
        return reply({"status": "completed", "output": output})

    def _link(self, seen: Seen, trouble: str) -> Answer:
        if SIGNATURE not in seen.path or trouble == "forbidden":
            return Answer(status=403, body=b"<Error>expired</Error>")
        return _film(seen, trouble)

    def finish(self) -> None:
        """Do the work that is left: chats have ended before it ("later") or wait ("slow")."""
        with self._turn:
            for work in self._unfinished:
                work()
            self._unfinished.clear()
            self._finished.set()

    def close(self) -> None:
        """Let go of who waits, and stop listening."""
        self._finished.set()
        super().close()


def _words(seen: Seen) -> str:
    return str(seen.json["new_message"]["parts"][0]["text"])


def _said(trouble: str, *, cut: bool) -> Iterator[bytes]:
    """Yield the stream of a chat; one that is cut ends inside an event."""
    yield b": alive\n\n"
    if cut:
        yield event("I am at it.")
        yield b'data: {"author": "agent", "content": {"par'
    elif trouble == "error":
        yield event(errorCode="X", errorMessage=HOSTILE)
    elif trouble != "no text":
        yield event(HOSTILE if trouble == "hostile" else "Done.")


def _film(seen: Seen, trouble: str) -> Answer:
    """Return the film, or the part of it that is asked for, or something worse."""
    start = int((seen.headers["Range"] or "bytes=0-").removeprefix("bytes=").rstrip("-"))
    body = MP4[start:]
    headers = {"ETag": '"one"', "Content-Length": str(len(body))}
    if start:
        headers["Content-Range"] = f"bytes {start}-{len(MP4) - 1}/{len(MP4)}"
    if trouble == "flipped":
        body = bytes(len(body))
    if trouble == "cut":
        return Answer(status=206 if start else 200, body=body[:200], headers=headers, cut=True)
    return Answer(status=206 if start else 200, body=body, headers=headers)
