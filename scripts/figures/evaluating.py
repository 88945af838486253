"""Measuring finished films: how many times as fast as they play, with a process a core."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from figures.place import installed
from figures.processes import run
from figures.table import Figure

COPIES, SECONDS = 4, 10
PROMPT = f"a sailboat on a calm sea at dusk, {SECONDS} seconds, 16:9"


def evaluate() -> Iterator[Figure]:
    """Every metric of four films of 1080p30, from the tool's start to its page."""
    with installed() as place:
        clips = place.folder / "clips"
        clips.mkdir()
        film = clips / "0.mp4"
        words = [PROMPT, "--local", "--wait", "600", "--output", str(film)]
        run([*place.tool("create"), *words], place.environment())
        for copy in range(1, COPIES):
            shutil.copy(film, clips / f"{copy}.mp4")
        output = Path(place.folder / "evaluation")
        command = [*place.tool("evaluate"), str(clips), "--output", str(output), "--wait", "600"]
        cost = run(command, place.environment())
    yield Figure(
        what="Measuring four 1080p30 films (`evaluate.py`), over playing them",
        value=COPIES * SECONDS / cost.wall_s,
        limit=1,
        unit="times real time",
        least=True,
        detail=f"{cost.wall_s:.1f} s; {os.cpu_count()} cores",
    )
