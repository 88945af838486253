"""Rows 34 to 37: films that arrive cut, changed, too short or spoiled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from t2v.endpoints import RENDER, RENDER_DOWNLOAD, RENDER_STATUS
from tests.faults.tallies import tally
from tests.faults.world import World
from tests.films import MP4, box
from tests.range_server import Fault, RangeServer, Served
from tests.scripted_service import HTML, reply

FILM = MP4 + box(b"free", bytes(200_000))
HALF = len(FILM) // 2
CUT = Fault(after=HALF)
SPOILED = MP4[:300] + bytes(400) + MP4[700:] + FILM[len(MP4) :]
SHORT = FILM[:-1_000]
NOWHERE = (CUT, *[Fault(reset=True)] * 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """A film, how it is sent, and what the export says; `ranges` are what was asked for."""

    row: int
    name: str
    served: dict[str, object]
    code: str = ""
    ranges: tuple[str | None, ...] | None = None
    size: int | None = None


def rest(*starts: int) -> tuple[str | None, ...]:
    """Return the ranges of a download that went on at these places."""
    return (None, *(f"bytes={start}-" for start in starts))


FILMS = (
    Film(row=34, name="a known length, cut twice", served={"faults": [CUT, Fault(after=5_000)]},
         ranges=rest(HALF, HALF + 5_000)),
    Film(row=34, name="chunks, cut", served={"framing": "chunked", "faults": [CUT]}),
    Film(row=34, name="no length, cut", size=len(FILM), ranges=rest(HALF),
         served={"framing": "close", "faults": [CUT]}),
    Film(row=34, name="no length, cut, and nobody says how long", code="corrupt_download",
         served={"framing": "close", "faults": [CUT]}, ranges=(None,)),
    Film(row=34, name="packed, cut", served={"packed": True, "faults": [Fault(after=300)]},
         ranges=rest(300)),
    Film(row=34, name="cut, and gone for good", code="download_failed",
         served={"faults": list(NOWHERE)}),
    Film(row=35, name="a length that is too short", code="corrupt_download",
         served={"length": len(SHORT)}),
    Film(row=35, name="a short film, and the service knows", code="corrupt_download",
         served={"body": SHORT}, size=len(FILM)),
    Film(row=35, name="a short film, and nobody knows", code="corrupt_download",
         served={"body": SHORT}),
    Film(row=36, name="another ETag", ranges=(*rest(HALF), None),
         served={"faults": [CUT, Fault(headers=(("ETag", '"v2"'),))]}),
    Film(row=36, name="200 to a range", served={"faults": [CUT, Fault(ignore_range=True)]},
         ranges=rest(HALF)),
    Film(row=36, name="416", served={"faults": [CUT, Fault(status=416)]},
         ranges=(*rest(HALF), None)),
    Film(row=36, name="a part that begins elsewhere", code="corrupt_download",
         served={"faults": [CUT, Fault(start=5)]}, ranges=rest(HALF)),
    Film(row=37, name="bytes of the index turned", code="corrupt_download",
         served={"body": SPOILED}),
    Film(row=37, name="a page", code="corrupt_download", served={"body": HTML.body}),
    Film(row=37, name="nothing", code="corrupt_download", served={"body": b""}),
)  # fmt: skip


@pytest.fixture
def server(world: World) -> Iterator[RangeServer]:
    running = RangeServer(Served(body=FILM))
    world.service.on(RENDER_DOWNLOAD, reply({"message": "gone"}, 404))
    yield running
    running.close()


@pytest.mark.parametrize("film", FILMS, ids=lambda one: f"{one.row}: {one.name}")
def test_rows_34_to_37_a_film_is_whole_or_not_there(
    world: World, server: RangeServer, film: Film
) -> None:
    for name, value in film.served.items():
        setattr(server.served, name, value)
    output = {"url": server.url, **({"size": film.size} if film.size else {})}
    world.service.on(RENDER_STATUS, reply({"status": "completed", "output": output}))
    told = world.execute("export", "--output", "film.mp4")
    tally(faults=1, secrets=world.leaked, slowest_s=world.seconds)
    assert told.document.get("error", {}).get("code", "") == film.code, told.document
    assert film.ranges in (None, tuple(server.ranges))
    assert "sig=secret" not in told.stdout + told.stderr
    assert (world.workspace / "film.mp4").exists() == (not film.code)
    if not film.code:
        assert (world.workspace / "film.mp4").read_bytes() == FILM
        assert [path.name for path in world.workspace.iterdir()] == ["film.mp4"]
    assert world.charging() == {RENDER.name: 1}


def test_row_34_a_later_call_goes_on_where_it_broke(world: World, server: RangeServer) -> None:
    server.served.faults = [*NOWHERE[:12]]
    world.service.on(RENDER_STATUS, reply({"status": "completed", "output": {"url": server.url}}))
    assert world.run("export", "--output", "film.mp4").code == "download_failed"
    server.served.faults = []
    told = world.run("export", "--resume")
    tally(faults=1, secrets=world.leaked, slowest_s=world.seconds)
    assert told.document["ok"] is True, told.document
    assert server.ranges[-1] == f"bytes={HALF}-"
    assert world.charging() == {RENDER.name: 1}
