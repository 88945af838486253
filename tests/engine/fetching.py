"""A film on a server that knows ranges, and a function that downloads it as a tool does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from t2v.downloads import partial
from t2v.downloads.download import Download
from t2v.downloads.links import Links
from t2v.downloads.sources import SignedLink
from t2v.errors import SkillError
from tests.fake_time import FakeTime, Heard
from tests.range_server import Fault, RangeServer, Served

BODY = bytes(range(256)) * 800
HALF = len(BODY) // 2
CUT = Fault(after=HALF)
DATE = "Sat, 21 Nov 2026 10:00:00 GMT"
RENDER = "render_1"


@pytest.fixture
def served() -> Served:
    return Served(body=BODY)


@pytest.fixture
def server(served: Served) -> Iterator[RangeServer]:
    running = RangeServer(served)
    yield running
    running.close()


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "film.mp4"


@pytest.fixture
def fetch(server: RangeServer, time: FakeTime, heard: Heard, output: Path) -> Callable[..., bytes]:
    """Return a function that downloads as one call of a tool does, and returns the bytes."""

    def run(render: str = RENDER, size: int | None = None, path: str = "/film.mp4") -> bytes:
        link = SignedLink(server.url.replace("/film.mp4", path), Links(server.url))
        with partial.begun(output, render) as part:
            Download(time.clock, heard).fetch(link, part, size)
            return part.path.read_bytes()

    return run


def failure(fetch: Callable[..., bytes], **arguments: object) -> str:
    with pytest.raises(SkillError) as caught:
        fetch(**arguments)
    return caught.value.code


def left(output: Path) -> list[str]:
    return sorted(path.name for path in output.parent.iterdir())
