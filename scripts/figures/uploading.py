"""A large upload, to a service on loopback that discards it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from figures.place import installed, service
from figures.processes import run
from figures.table import Figure

SIZE = 500_000_000
# The head of an MP4 file; the rest is a hole, which takes no disk and reads as zeros.
HEAD = b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41" + b"\x1d\xcd\x64\xe0mdat"


def upload() -> Iterator[Figure]:
    """The peak of memory while half a gigabyte goes by."""
    with installed() as place, service() as port:
        video = _sparse(place.folder / "large.mp4")
        environment = place.environment(port)
        run(place.tool("connect"), environment)
        cost = run([*place.tool("upload"), str(video)], environment)
    yield Figure(
        what="Memory at the peak of a 500 MB upload",
        value=cost.peak_mb,
        limit=60,
        unit="MB",
        detail=f"{SIZE / 1e6 / cost.wall_s:.0f} MB/s",
    )


def _sparse(path: Path) -> Path:
    with path.open("wb") as file:
        file.write(HEAD)
        file.truncate(SIZE)
    return path
