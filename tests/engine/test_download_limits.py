"""Downloads that never end or never begin, bombs, and disks that are full."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from t2v.downloads import download as module
from t2v.downloads import partial
from t2v.downloads.download import Download
from t2v.downloads.links import Links
from t2v.downloads.partial import Partial
from t2v.downloads.sources import LinkExpiredError, SignedLink
from t2v.errors import SkillError
from tests.engine.fetching import BODY, CUT, HALF, RENDER, failure, left
from tests.fake_time import FakeTime, Heard
from tests.range_server import Fault, RangeServer, Served

# What never ends, or never begins


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("download_failed", Fault(after=0)),
        ("download_failed", Fault(after=100)),
        ("network", Fault(reset=True)),
        ("server_trouble", Fault(status=503)),
        ("network", Fault(raw=b"I am no server\r\n\r\n")),
    ],
    ids=["nothing", "hardly anything", "reset", "503", "not HTTP"],
)
def test_five_requests_that_bring_nothing_are_enough(
    fetch: Callable[..., bytes], server: RangeServer, served: Served, code: str, fault: Fault
) -> None:
    served.faults = [fault] * 50
    assert failure(fetch) == code
    assert len(server.asked) == 5


def test_progress_counts_the_tries_anew(fetch: Callable[..., bytes], served: Served) -> None:
    served.faults = [Fault(after=module.PROGRESS + 100), *[Fault(reset=True)] * 4] * 3
    assert fetch() == BODY


def test_a_link_that_is_over_is_not_asked_again(
    fetch: Callable[..., bytes], server: RangeServer, served: Served
) -> None:
    served.faults = [CUT, Fault(status=403)]
    with pytest.raises(LinkExpiredError):
        fetch()
    assert len(server.asked) == 2


class Minutes(Heard):
    """Ears to which every step takes a minute."""

    time: FakeTime

    def advance(self, stage: str, fraction: float | None = None) -> None:
        self.time.now += 61


def test_a_sender_that_only_dribbles_is_left(
    server: RangeServer, served: Served, time: FakeTime, output: Path
) -> None:
    slow = Minutes()
    slow.time = time
    served.faults = [Fault(after=9_000)] * 50
    link = SignedLink(server.url, Links(server.url))
    with pytest.raises(SkillError), partial.begun(output, RENDER) as part:
        Download(time.clock, slow).fetch(link, part)
    assert len(server.asked) == module.TRIES


@pytest.mark.parametrize(
    ("sizes", "stalls"),
    [([100] * 60, True), ([2_000] * 60, False), ([10] * 59, False), ([59_999] + [0] * 60, True)],
)
def test_a_minute_must_bring_something(time: FakeTime, sizes: list[int], stalls: bool) -> None:  # noqa: FBT001 - a column
    pace = module._Pace(time.clock)
    with pytest.raises(SkillError) if stalls else contextlib.nullcontext():
        for size in sizes:
            time.now += 1
            pace.count(size)


def test_a_server_that_does_not_stop_is_stopped(
    fetch: Callable[..., bytes], served: Served, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LIMIT", HALF)
    assert failure(fetch) == "overflow"
    served.framing = "chunked"
    assert failure(fetch) == "overflow"
    assert left(output) == []


def test_more_than_the_service_said_is_not_taken(
    fetch: Callable[..., bytes], served: Served
) -> None:
    served.framing = "chunked"
    assert failure(fetch, size=HALF) == "overflow"


@pytest.mark.parametrize(
    ("body", "code"), [(bytes(30_000_000), "overflow"), (b"", None)], ids=["a bomb", "nothing"]
)
def test_a_compressed_bomb_is_not_unpacked(
    fetch: Callable[..., bytes], served: Served, output: Path, body: bytes, code: str | None
) -> None:
    served.body, served.packed = body, True
    if code is None:
        assert fetch() == b""
    else:
        assert failure(fetch) == code
    assert left(output) == []


@pytest.mark.parametrize("body", [b"no gzip", b"\x1f\x8b\x08" + bytes(40)])
def test_what_is_not_compressed_as_it_says_is_corrupt(
    fetch: Callable[..., bytes], served: Served, body: bytes
) -> None:
    served.body = body
    served.faults = [Fault(headers=(("Content-Encoding", "gzip"),))]
    assert failure(fetch) == "corrupt_download"


def test_an_unknown_packing_is_refused(fetch: Callable[..., bytes], served: Served) -> None:
    served.faults = [Fault(headers=(("Content-Encoding", "br"),))]
    assert failure(fetch) == "bad_response"


def test_a_full_disk_is_named_and_given_its_space_back(
    fetch: Callable[..., bytes], served: Served, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Partial) -> None:
        raise OSError(28, "No space left on device")

    served.faults = [CUT, *[Fault(reset=True)] * module.TRIES]
    failure(fetch)
    monkeypatch.setattr(Partial, "appending", full)
    assert failure(fetch) == "disk_full"
    assert left(output) == []


def test_the_note_holds_no_signature(
    fetch: Callable[..., bytes], served: Served, output: Path
) -> None:
    served.faults = [CUT, *[Fault(reset=True)] * module.TRIES]
    failure(fetch)
    (note,) = output.parent.glob("*.note")
    assert note.stat().st_mode & 0o077 == 0
    assert "secret" not in note.read_text()
    assert set(json.loads(note.read_text())) == {"source", "validator", "length", "encoding"}
