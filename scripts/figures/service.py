"""A video service of the least cost, in a process of its own: it answers, discards and streams.

Run as a program it prints its port, and serves until its standard input is closed.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

BLOCK = 1 << 20
TICKS = 300
TICK_S = 0.004
LARGE = 5_000_000
LARGE_EVENTS = 12

ANSWERS: dict[str, dict[str, Any]] = {
    "balance/simple": {"available": 100, "frozen": 0, "total": 100},
    "with-session": {"task_id": "task-1", "session_id": "session-1"},
    "state": {"state": {"draft": {"t": []}, "video_infos": [], "generated_media": []}},
    "claim-token": {"claim_token": "clm_1", "expires_in": 604800},
    "upload-video": {"files": []},
}


def ticks() -> Iterator[bytes]:
    """Yield small events, one at a time; each says when it was written."""
    for _ in range(TICKS):
        time.sleep(TICK_S)
        event = {"content": {"parts": [{"text": "x" * 200}]}, "at": time.monotonic()}
        yield b"data: " + json.dumps(event).encode() + b"\n\n"


def large() -> Iterator[bytes]:
    """Yield large events, as states with many prompts in them are."""
    event = json.dumps({"text": "é" * (LARGE // 2)}, ensure_ascii=False).encode()
    for _ in range(LARGE_EVENTS):
        yield b"data: " + event + b"\n\n"


STREAMS = {"ticks": ticks, "large": large}


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer with the row that the path names."""
        self._answer()

    def do_POST(self) -> None:
        """Read the body, and stream or answer."""
        body = b""
        left = int(self.headers.get("Content-Length", 0))
        while left:
            block = self.rfile.read(min(left, BLOCK))
            left -= len(block)
            body = block if not left else b""
        if self.path == "/run_sse":
            self._stream(json.loads(body)["new_message"]["parts"][0]["text"])
        else:
            self._answer()

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def _answer(self) -> None:
        data = next(data for part, data in ANSWERS.items() if part in self.path)
        body = json.dumps({"code": 0, "message": "", "data": data}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _stream(self, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for event in STREAMS[kind]():
            self.wfile.write(b"%x\r\n%b\r\n" % (len(event), event))
        self.wfile.write(b"0\r\n\r\n")


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()
