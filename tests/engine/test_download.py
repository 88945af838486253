"""Bytes that come in pieces: what arrived is kept, what changed begins anew, no end is believed."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from t2v import download as module
from t2v import partial
from t2v.download import Download
from t2v.errors import SkillError
from t2v.links import Links
from t2v.partial import Partial
from t2v.sources import LinkExpiredError, SignedLink
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


def test_the_file_arrives_and_nothing_else_is_left(
    fetch: Callable[..., bytes], server: RangeServer, heard: Heard, output: Path
) -> None:
    assert fetch() == BODY
    assert server.ranges == [None]
    assert heard.stages[-1] == ("Downloading", 1.0)
    assert left(output) == []


# What breaks goes on where it broke


RESUMED: dict[str, dict[str, object]] = {
    "a known length": {},
    "chunks": {"framing": "chunked"},
    "a date instead of an ETag": {"etag": None, "modified": DATE},
    "a weak ETag and a date": {"etag": 'W/"v1"', "modified": DATE},
}


@pytest.mark.parametrize("how", RESUMED.values(), ids=RESUMED.keys())
@pytest.mark.parametrize("cuts", [1, 3])
def test_what_breaks_goes_on_where_it_broke(
    fetch: Callable[..., bytes],
    server: RangeServer,
    served: Served,
    how: dict[str, object],
    cuts: int,
) -> None:
    for name, value in how.items():
        setattr(served, name, value)
    served.faults = [Fault(after=40_000)] * cuts
    assert fetch() == BODY
    starts = [int((one or "bytes=0-")[6:-1]) for one in server.ranges]
    assert starts == sorted(set(starts))
    assert len(starts) == cuts + 1
    validator = served.modified or served.etag
    assert {seen["If-Range"] for seen in server.asked[1:]} == {validator}


def test_a_length_that_only_the_service_knows_shows_a_cut_too(
    fetch: Callable[..., bytes], server: RangeServer, served: Served
) -> None:
    served.framing, served.faults = "close", [CUT]
    assert fetch(size=len(BODY)) == BODY
    assert server.ranges == [None, f"bytes={HALF}-"]


def test_a_compressed_film_is_resumed_as_it_is_sent_and_unpacked(
    fetch: Callable[..., bytes], server: RangeServer, served: Served
) -> None:
    served.packed, served.faults = True, [Fault(after=300), Fault(after=200)]
    assert fetch(size=len(BODY)) == BODY
    assert server.ranges == [None, "bytes=300-", "bytes=500-"]


def test_a_later_call_goes_on_with_what_is_here(
    fetch: Callable[..., bytes], server: RangeServer, served: Served, output: Path
) -> None:
    served.faults = [CUT, *[Fault(reset=True)] * module.TRIES]
    assert failure(fetch) == "network"
    assert [name for name in left(output) if name.endswith(".part")]
    assert not output.exists()
    assert fetch() == BODY
    assert server.ranges[-1] == f"bytes={HALF}-"


def test_what_is_whole_already_is_not_asked_for(
    fetch: Callable[..., bytes], server: RangeServer, output: Path
) -> None:
    def stopped_before_the_end() -> None:
        with partial.begun(output, RENDER) as part:
            source = SignedLink(server.url, Links(server.url)).identity
            part.note = partial.Note(source=source, validator='"v1"', length=len(BODY))
            part.path.write_bytes(BODY)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped_before_the_end()
    assert fetch() == BODY
    assert server.asked == []


# What is not the same any more begins anew


ANEW: dict[str, list[Fault]] = {
    "200 to a range": [CUT, Fault(ignore_range=True)],
    "416": [CUT, Fault(status=416)],
    "a part of another ETag": [CUT, Fault(headers=(("ETag", '"v2"'),))],
    "a part of another length": [
        CUT, Fault(headers=(("Content-Range", f"bytes {HALF}-{len(BODY)}/{len(BODY) + 1}"),)),
    ],
}  # fmt: skip


@pytest.mark.parametrize("faults", ANEW.values(), ids=ANEW.keys())
def test_what_is_not_the_same_any_more_begins_anew(
    fetch: Callable[..., bytes], server: RangeServer, served: Served, faults: list[Fault]
) -> None:
    served.faults = list(faults)
    assert fetch() == BODY
    assert server.ranges[:2] == [None, f"bytes={HALF}-"]


def test_a_new_file_behind_the_link_is_not_joined_to_the_old(
    fetch: Callable[..., bytes], server: RangeServer, served: Served
) -> None:
    served.faults = [CUT, *[Fault(reset=True)] * module.TRIES]
    failure(fetch)
    served.body, served.etag = BODY[::-1], '"v2"'
    assert fetch() == BODY[::-1]
    assert server.ranges[-1] == f"bytes={HALF}-"


@pytest.mark.parametrize("etag", [None, 'W/"v1"', '"a\tb"', "v1"])
def test_what_proves_nothing_is_not_resumed(
    fetch: Callable[..., bytes], server: RangeServer, served: Served, output: Path,
    etag: str | None,
) -> None:  # fmt: skip
    served.etag, served.faults = etag, [CUT]
    assert fetch() == BODY
    assert server.ranges == [None, None]
    served.faults = [CUT, *[Fault(reset=True)] * module.TRIES]
    failure(fetch)
    assert left(output) == []


@pytest.mark.parametrize("start", [-5, 5])
def test_a_part_that_was_not_asked_for_is_an_error(
    fetch: Callable[..., bytes], server: RangeServer, served: Served, output: Path, start: int
) -> None:
    served.faults = [CUT, Fault(start=start)]
    assert failure(fetch) == "corrupt_download"
    assert len(server.asked) == 2
    assert left(output) == []


@pytest.mark.parametrize(
    "span", ["", "bytes */9", "bytes 5-9/99", "items 0-9/9", "bytes x-y/z", "bytes 0-9/" + "9" * 99]
)
def test_a_part_that_nobody_asked_for_must_at_least_begin_at_the_start(
    fetch: Callable[..., bytes], served: Served, span: str
) -> None:
    served.faults = [Fault(status=206, headers=(("Content-Range", span),))]
    assert failure(fetch) == "corrupt_download"


def test_another_render_does_not_go_on_with_it_but_takes_it_away(
    fetch: Callable[..., bytes], server: RangeServer, served: Served, output: Path
) -> None:
    served.faults = [CUT, *[Fault(reset=True)] * module.TRIES]
    failure(fetch)
    assert fetch(render="render_2") == BODY
    assert server.ranges[-1] is None
    assert left(output) == []


def test_another_file_of_the_same_render_is_not_joined(
    fetch: Callable[..., bytes], server: RangeServer, served: Served
) -> None:
    served.faults = [CUT, *[Fault(reset=True)] * module.TRIES]
    failure(fetch)
    assert fetch(path="/other.mp4") == BODY
    assert server.ranges[-1] is None


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
