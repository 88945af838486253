"""From a prompt to a finished file, through the tools and the studio, as a user waits for it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import av

from figures.memory import Memory
from figures.place import Place, installed
from figures.processes import run
from figures.table import Figure

COLD = "a dog running through a sunny park, 10 seconds, 16:9"
WARM = "a red car driving through a city at night, 10 seconds, 16:9"
LONG = "a sailboat on the ocean at dusk, 60 seconds, 16:9"
AT_ONCE_S = 2.0
"""What the tool, its calls and the download take by themselves; drawing is none of it."""


def film() -> Iterator[Figure]:
    """A first film with the studio's cold start, a second one, a long one, and that one again."""
    with installed() as place:
        cold, facts = _made(place, COLD, 10)
        warm, _ = _made(place, WARM, 10)
        with Memory(place.folder / "home") as memory:
            long, _ = _made(place, LONG, 60)
        again = _again(place)
    yield Figure(
        what="From a prompt to a 10 s 1080p30 file, on this computer alone, cold",
        value=cold,
        limit=15,
        unit="s",
        detail=f"{facts}; {os.cpu_count()} cores",
    )
    yield Figure(what="The same, with the studio running", value=warm, limit=8, unit="s")
    yield Figure(
        what="A 60 s film over a 10 s film",
        value=long / warm,
        limit=6,
        unit="times",
        detail=f"{long:.1f} and {warm:.1f} s",
    )
    yield Figure(
        what="A second export of an unchanged timeline", value=again, limit=AT_ONCE_S, unit="s"
    )
    if memory.peak_mb:
        yield Figure(
            what="Memory of the studio and all its processes, 60 s film",
            value=memory.peak_mb,
            limit=1500,
            unit="MB",
            detail="resident pages, shared ones counted for each process",
        )


def _made(place: Place, prompt: str, seconds: float) -> tuple[float, str]:
    """Return how long a film was waited for, and what it is."""
    video = place.folder / "film.mp4"
    words = [prompt, "--local", "--wait", "600", "--force", "--output", str(video)]
    cost = run([*place.tool("create"), *words], place.environment())
    return cost.wall_s, _facts(video, seconds)


def _again(place: Place) -> float:
    """Export the last film once more, and return how long it took."""
    video = place.folder / "again.mp4"
    words = ["--local", "--wait", "600", "--output", str(video)]
    cost = run([*place.tool("export"), *words], place.environment())
    if video.read_bytes() != (place.folder / "film.mp4").read_bytes():
        raise RuntimeError("The second export is another film.")
    return cost.wall_s


def _facts(video: Path, wanted: float) -> str:
    """Return what the file is; a smaller or shorter one would be no figure.

    Raises:
        RuntimeError: when it is not what was asked for.
    """
    with av.open(str(video)) as container:
        picture, sound = container.streams.video[0], container.streams.audio[0]
        seconds = (container.duration or 0) / av.time_base
        rate = round(float(picture.average_rate or 0))
        size = (picture.codec_context.width, picture.codec_context.height)
        names = (picture.codec_context.name, sound.codec_context.name)
    if (*size, rate) != (1920, 1080, 30) or abs(seconds - wanted) > 0.5:
        message = f"{video.name} is {size[0]}x{size[1]} at {rate} frames a second, {seconds:.1f} s"
        raise RuntimeError(message)
    return f"{' and '.join(names)}, {video.stat().st_size / 1e6:.1f} MB"
