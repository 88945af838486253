"""A registry of our own on loopback: what openclaw and clawhub ask of ClawHub when they install.

It also stands in for every other machine: as the programs' proxy it refuses, and writes down, what
they would ask beyond it.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

from page.archive import archive

OWNER = {"handle": "maker", "displayName": "Maker", "image": None}
MOMENT = 1_750_000_000_000
"""When everything here was published, in milliseconds."""
CLEAN = {"status": "clean", "passed": True, "checkedAt": MOMENT}


class Registry(ThreadingHTTPServer):
    """Serves skills of one version; keeps what was asked."""

    daemon_threads = True

    def __init__(self, skills: Mapping[str, Mapping[str, bytes]], version: str) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.version = version
        self.archives = {slug: self._packed(slug, files) for slug, files in skills.items()}
        self.unknown: list[str] = []
        """Requests that nothing here answers."""
        self.beyond: list[str] = []
        """Other machines that were asked for."""

    def _packed(self, slug: str, files: Mapping[str, bytes]) -> bytes:
        """Return the archive as the registry hands it out, with a note of its own in it."""
        note = {"slug": slug, "version": self.version, "publishedAt": MOMENT}
        return archive({**files, "_meta.json": json.dumps(note).encode()})

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away in the middle is its own affair."""


Answer = Callable[[Registry, str, dict[str, str], Any], Any]


def skill(registry: Registry, slug: str, query: dict[str, str], body: Any) -> Any:
    times = {"createdAt": MOMENT, "updatedAt": MOMENT}
    latest = {"version": registry.version, "createdAt": MOMENT, "changelog": "", "license": "MIT-0"}
    return {
        "skill": {"slug": slug, "displayName": slug, "tags": {}, "stats": {}, **times},
        "latestVersion": latest,
        "owner": OWNER,
        "moderation": {"isSuspicious": False, "isMalwareBlocked": False, "verdict": "clean"},
    }


def installation(registry: Registry, slug: str, query: dict[str, str], body: Any) -> Any:
    link = f"{registry.url}/api/v1/download?slug={slug}&version={registry.version}"
    packed = {"version": registry.version, "downloadUrl": link}
    return {"ok": True, "slug": slug, "installKind": "archive", "archive": packed}


def verification(registry: Registry, slug: str, query: dict[str, str], body: Any) -> Any:
    return {
        "schema": "clawhub.skill.verify.v1",
        "ok": True,
        "decision": "pass",
        "reasons": [],
        "slug": slug,
        "version": registry.version,
        "publisherHandle": OWNER["handle"],
        "security": CLEAN,
    }


def verdicts(registry: Registry, slug: str, query: dict[str, str], body: Any) -> Any:
    return {"items": [_verdict(registry, item) for item in body["items"]]}


def _verdict(registry: Registry, item: dict[str, str]) -> dict[str, Any]:
    return {
        **verification(registry, item["slug"], {}, None),
        "requestedSlug": item["slug"],
        "requestedVersion": item["version"],
        "overview": "Nothing was found.",
        "securityAuditUrl": f"{registry.url}/skills/{item['slug']}/security-audit",
    }


def resolution(registry: Registry, slug: str, query: dict[str, str], body: Any) -> Any:
    """Say that nothing was published with these files; what was, if anything."""
    known = query["slug"] in registry.archives
    return {"match": None, "latestVersion": {"version": registry.version} if known else None}


def download(registry: Registry, slug: str, query: dict[str, str], body: Any) -> Any:
    return registry.archives[query["slug"]]


ROUTES: tuple[tuple[str, Answer], ...] = (
    (r"GET /api/v1/skills/([\w-]+)", skill),
    (r"GET /api/v1/skills/([\w-]+)/install", installation),
    (r"GET /api/v1/skills/([\w-]+)/verify", verification),
    (r"POST /api/v1/skills/-/security-verdicts()", verdicts),
    (r"GET /api/v1/resolve()", resolution),
    (r"GET /api/v1/download()", download),
)


class Answers(BaseHTTPRequestHandler):
    """Finds the row of a request and sends what it answers."""

    protocol_version = "HTTP/1.1"
    server: Registry
    timeout: ClassVar[int] = 30

    def do_GET(self) -> None:
        """Answer what is asked of the registry, and refuse to fetch from elsewhere."""
        place = urlsplit(self.path)
        if place.netloc and f"http://{place.netloc}" != self.server.url:
            self._refuse(place.netloc)
            return
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        query = {key: values[0] for key, values in parse_qs(place.query).items()}
        for row, answer in ROUTES:
            if found := re.fullmatch(row, f"{self.command} {place.path}"):
                self._send(200, answer(self.server, found[1], query, body))
                return
        self.server.unknown.append(f"{self.command} {self.path}")
        self._send(404, {"error": "nothing is here"})

    def do_POST(self) -> None:
        """Answer what is sent in the same way."""
        self.do_GET()

    def do_CONNECT(self) -> None:
        """Refuse a tunnel to another machine."""
        self._refuse(self.path)

    def _refuse(self, host: str) -> None:
        self.server.beyond.append(host)
        self.close_connection = True
        self._send(403, {"error": "there is no way out"})

    def _send(self, status: int, answer: Any) -> None:
        binary = isinstance(answer, bytes)
        content = answer if binary else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/zip" if binary else "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's own name
        """Say nothing: what matters is kept."""


@contextmanager
def running_registry(skills: Mapping[str, Mapping[str, bytes]], version: str) -> Iterator[Registry]:
    """Run a registry until the block ends."""
    with Registry(skills, version) as registry:
        thread = threading.Thread(target=registry.serve_forever, name="registry")
        thread.start()
        try:
            yield registry
        finally:
            registry.shutdown()
            thread.join(20)
