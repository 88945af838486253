"""From a prompt to a finished file, through the tools and the studio, as a user waits for it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import av

from figures.place import installed
from figures.processes import run
from figures.table import Figure

PROMPT = "a dog running through a sunny park, 10 seconds, 16:9"


def film() -> Iterator[Figure]:
    """The whole story in one call, the studio's cold start included."""
    with installed() as place:
        video = place.folder / "film.mp4"
        words = [PROMPT, "--local", "--wait", "600", "--output", str(video)]
        cost = run([*place.tool("create"), *words], place.environment())
        facts = _facts(video)
    yield Figure(
        what="From a prompt to a 10 s 1080p30 file, on this computer alone",
        value=cost.wall_s,
        limit=30,
        unit="s",
        detail=f"{facts}; {os.cpu_count()} cores",
    )


def _facts(video: Path) -> str:
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
    if (*size, rate) != (1920, 1080, 30) or not 9.5 <= seconds <= 10.5:
        message = f"{video.name} is {size[0]}x{size[1]} at {rate} frames a second, {seconds:.1f} s"
        raise RuntimeError(message)
    return f"{' and '.join(names)}, {video.stat().st_size / 1e6:.1f} MB"
