"""A real studio on a port of its own, in a thread, set to be instant; and a client for it."""

from __future__ import annotations

import json
import threading
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import requests

from t2v.endpoints import (
    ANONYMOUS_TOKEN,
    CHAT,
    CREATE_SESSION,
    CREDITS,
    RENDER,
    RENDER_STATUS,
    STATE,
    UPLOAD,
)
from t2v_studio.crafts import REAL, Crafts
from t2v_studio.server import Running
from t2v_studio.settings import Settings

SKILL = {
    "X-Skill-Source": "text-to-video-kaggle",
    "X-Skill-Version": "1.0.0",
    "X-Skill-Platform": "unknown",
}
INSTANT: dict[str, Any] = {"pace": 0.0, "scale": 0.1, "fps": 10, "workers": 0}


class Client:
    """Speaks to a studio as one account."""

    def __init__(self, url: str, token: str) -> None:
        self.url = url
        self.token = token
        self.web = requests.Session()
        self.web.trust_env = False
        self.web.headers.update(SKILL)
        if token:
            self.web.headers["Authorization"] = f"Bearer {token}"

    def get(self, path: str, **options: Any) -> requests.Response:
        return self.web.get(self.url + path, timeout=20, **options)

    def post(self, path: str, **options: Any) -> requests.Response:
        return self.web.post(self.url + path, timeout=20, **options)

    def session(self, language: str = "en") -> str:
        body = {"task_name": "project", "language": language}
        answer = self.post(CREATE_SESSION.path, json=body).json()
        return str(answer["data"]["session_id"])

    def chat(self, session: str, text: str, **options: Any) -> requests.Response:
        return self.post(CHAT.path, json=message(session, text), **options)

    def say(self, session: str, text: str) -> list[dict[str, Any]]:
        """Send a message, and return the events of the whole answer."""
        return events(self.chat(session, text).text)

    def credits(self) -> dict[str, int]:
        balance: dict[str, int] = self.get(CREDITS.path).json()["data"]
        return balance

    def state(self, session: str) -> dict[str, Any]:
        answer = self.get(STATE.path.format(session=session)).json()
        state: dict[str, Any] = answer["data"]["state"]
        return state

    def upload(self, session: str, path: Path) -> requests.Response:
        with path.open("rb") as file:
            return self.post(UPLOAD.path.format(session=session), files={"files": file})

    def render(self, session: str, **changes: Any) -> requests.Response:
        return self.post(RENDER.path, json=order(session, self.state(session)["draft"], **changes))

    def status(self, render: str) -> dict[str, Any]:
        status: dict[str, Any] = self.get(RENDER_STATUS.path.format(render=render)).json()
        return status

    def finished(self, render: str, seconds: float = 60.0) -> dict[str, Any]:
        """Return the status of a render that is over."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            status = self.status(render)
            if status["status"] in ("completed", "failed"):
                return status
            time.sleep(0.01)
        raise AssertionError(f"the render is still {status}")


class RunningStudio(Client):
    """A studio that runs in this process; as a client, its owner."""

    def __init__(self, running: Running) -> None:
        super().__init__(running.url, running.token)
        self.running = running
        self.studio = running.studio
        self.home = running.home

    def requests(self) -> list[dict[str, Any]]:
        """Return what the studio wrote down of the requests that it answered."""
        lines = (self.home / "requests.ndjson").read_text().splitlines()
        return [json.loads(line) for line in lines]

    def anonymous(self) -> Client:
        """Return a client with a free token."""
        answer = Client(self.url, "").post(
            ANONYMOUS_TOKEN.path, headers={"X-Client-Id": str(uuid.uuid4())}
        )
        return Client(self.url, answer.json()["data"]["token"])


@contextmanager
def running_studio(home: Path, crafts: Crafts = REAL, **settings: Any) -> Iterator[RunningStudio]:
    """Run a studio until the block ends."""
    ready = threading.Event()
    running = Running(
        Settings(home=home, **{**INSTANT, **settings}),
        lambda _url: ready.set(),
        crafts=crafts,
    )
    thread = threading.Thread(target=running.run, name="studio")
    thread.start()
    try:
        assert ready.wait(20), "the studio did not start"
        yield RunningStudio(running)
    finally:
        running.stop()
        thread.join(20)
    assert not thread.is_alive(), "the studio did not end"


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[RunningStudio]:
    """A real studio in instant mode: tiny frames, no pauses."""
    with running_studio(tmp_path / "studio") as running:
        yield running


def message(session: str, text: str) -> dict[str, Any]:
    """Return the body of a chat call."""
    return {
        "app_name": "nemo_agent",
        "user_id": "me",
        "session_id": session,
        "new_message": {"parts": [{"text": text}]},
    }


def order(session: str, draft: Mapping[str, Any], **changes: Any) -> dict[str, Any]:
    """Return the body of a render call."""
    return {
        "id": "render_1",
        "sessionId": session,
        "draft": draft,
        "output": {"format": "mp4", "quality": "low"},
        **changes,
    }


def events(stream: str) -> list[dict[str, Any]]:
    """Return the events of a stream's text, heartbeats left out."""
    lines = [line.removeprefix("data:").strip() for line in stream.split("\n")]
    documents = [json.loads(line) for line in lines if line.startswith("{")]
    return [event for event in documents if event.get("type") != "heartbeat"]
