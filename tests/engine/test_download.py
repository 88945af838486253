"""Bytes that come in pieces: what arrived is kept, what changed begins anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from t2v.downloads import download as module
from t2v.downloads import partial
from t2v.downloads.links import Links
from t2v.downloads.sources import SignedLink
from tests.engine.fetching import BODY, CUT, DATE, HALF, RENDER, failure, left
from tests.fake_time import Heard
from tests.range_server import Fault, RangeServer, Served


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
