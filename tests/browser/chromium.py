"""Debian's Chromium without a window, spoken to over a pipe: no driver, no port, no network."""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import browser

LIMIT_S = 60.0
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--autoplay-policy=no-user-gesture-required", "--remote-debugging-pipe",
    "--window-size=1400,900",
)  # fmt: skip


class Page:
    """An open page."""

    def __init__(self, writer: int, reader: int) -> None:
        self._writer, self._reader = writer, reader
        self._buffer, self._number = b"", 0
        self.session = ""
        self.events: list[dict[str, Any]] = []

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command of the DevTools protocol and return its result."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self._writer, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + LIMIT_S
        while time.monotonic() < end:
            answer = self._next(end - time.monotonic())
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)
        raise AssertionError(f"no answer to {method}")

    def run(self, script: str) -> Any:
        """Run a script in the page, wait for its promise, and return its value."""
        found = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def open(self, path: Path) -> None:
        """Open a file, and wait until it is loaded."""
        self.session = ""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Log", "Runtime", "Network"):
            self.call(f"{domain}.enable")
        self.call("Page.navigate", url=path.as_uri())
        end = time.monotonic() + LIMIT_S
        ready = "document.readyState === 'complete' && location.protocol === 'file:'"
        while not self.run(ready):
            assert time.monotonic() < end, "the page does not load"
            time.sleep(0.05)

    def _next(self, seconds: float) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            assert select.select([self._reader], [], [], seconds)[0], "the browser is silent"
            block = os.read(self._reader, 1_000_000)
            assert block, "the browser ended"
            self._buffer += block
        line, _, self._buffer = self._buffer.partition(b"\0")
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextlib.contextmanager
def opened(path: Path, profile: Path) -> Iterator[Page]:
    """Open a page in a browser of its own."""
    program = browser.found()
    assert program, f"no browser: {' '.join(browser.INSTALL)}"
    commands, answers = os.pipe(), os.pipe()

    def pipes() -> None:
        os.dup2(commands[0], 3)
        os.dup2(answers[1], 4)

    process = subprocess.Popen(
        [program, *FLAGS, f"--user-data-dir={profile}"],
        preexec_fn=pipes,  # noqa: PLW1509 - it only names two pipes 3 and 4, as Chromium wants them
        close_fds=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    page = Page(commands[1], answers[0])
    try:
        page.open(path)
        yield page
    finally:
        process.terminate()
        process.wait(20)
        for handle in (*commands, *answers):
            os.close(handle)
