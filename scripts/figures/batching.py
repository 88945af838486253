"""A batch of a thousand: what an item costs beside its film, its memory, its kills; a large table.

The studio beside is the real one, but for its films, which are copies of a first one: what is left
of an item's time is requests, journal and files.
"""

from __future__ import annotations

import contextlib
import csv
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from figures.processes import run
from figures.table import Figure

ITEMS, EARLY = 1000, 100
KILLS, KILLED_ITEMS = 50, 60
TABLE_MB = 500

_PROGRAMS = Path(__file__).parent
_VOLATILE = ("session", "task", "render", "started_at", "ended_at", "attempts", "credits_before",
             "credits_after", "versions", "external")  # fmt: skip
"""What differs from run to run whatever happens: a stream that is cut takes its words along."""


@dataclass(frozen=True)
class Place:
    """A folder with a studio's home in it."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """The variables of a tool that uses this studio."""
        kept = {name: one for name, one in os.environ.items() if not name.startswith("NEMO_")}
        return {**kept, "T2V_HOME": str(self.folder / "home")}

    def order(self, name: str, items: int, **more: Any) -> Path:
        """Write a table of so many rows and the order for it; return the order's path."""
        table = self.folder / f"{name}.csv"
        with table.open("w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("id", "prompt"))
            rows.writerows((f"row-{n}", f"dog number {n} runs, 3 seconds") for n in range(items))
        path = self.folder / f"{name}.json"
        order = {"source": str(table), "output": str(self.folder / name), **more}
        path.write_text(json.dumps(order))
        return path

    def start(self, order: Path) -> subprocess.Popen[bytes]:
        """Begin to work through an order, or go on with it, in a process of its own."""
        command = [sys.executable, str(_PROGRAMS / "batch_run.py"), str(order)]
        return subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE)

    def finished(self, order: Path) -> dict[str, Any]:
        """Work to the end and return what the batch told."""
        out, _ = self.start(order).communicate()
        told: dict[str, Any] = json.loads(out)
        return told

    def made(self, name: str) -> int:
        """Return how many videos lie in a batch's folder."""
        folder = self.folder / name
        return (
            sum(one.name.endswith(".mp4") for one in os.scandir(folder)) if folder.exists() else 0
        )

    def manifest(self, name: str) -> list[dict[str, Any]]:
        """Return the manifest's lines without what differs from run to run."""
        lines = (self.folder / name / "manifest.jsonl").read_text().splitlines()
        rows = [json.loads(line) for line in lines]
        return [{key: one for key, one in row.items() if key not in _VOLATILE} for row in rows]


@contextlib.contextmanager
def instant() -> Iterator[Place]:
    """Run a studio that answers at once."""
    with tempfile.TemporaryDirectory(prefix="t2v-batch-") as name:
        place = Place(Path(name))
        command = [sys.executable, str(_PROGRAMS / "instant.py"), str(place.folder / "home")]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None  # noqa: S101 - a pipe was asked for
            process.stdout.readline()
            yield place
            process.communicate()


def batch() -> Iterator[Figure]:
    """Every figure of a batch; it takes minutes."""
    with instant() as place:
        yield from thousand(place)
        yield kills(place)
    yield from large_table()


def thousand(place: Place, items: int = ITEMS) -> Iterator[Figure]:
    """Work through many rows, one at a time."""
    process = place.start(place.order("thousand", items))
    started, memory = time.monotonic(), {}
    while process.poll() is None:
        made = place.made("thousand")
        for mark in (EARLY, items):
            if made >= mark - 1 and mark not in memory:
                memory[mark] = _memory_mb(process.pid)
        time.sleep(0.05)
    wall = time.monotonic() - started
    out, _ = process.communicate()
    yield Figure(
        what=f"A batch of {items}: CPU for each video, beside its drawing",
        value=json.loads(out)["cpu_s"] / items * 1000,
        limit=250,
        unit="ms",
        detail=f"one at a time, {wall / items:.2f} s each with the studio's part",
    )
    yield Figure(
        what=f"Growth of its memory from video {EARLY} to {items}",
        value=max(0.0, memory.get(items, 999.0) - memory.get(EARLY, 0.0)),
        limit=5,
        unit="MB",
        detail=f"from {memory.get(EARLY, 0):.0f} to {memory.get(items, 0):.0f} MB",
    )


def kills(place: Place, count: int = KILLS, items: int = KILLED_ITEMS, seed: int = 5) -> Figure:
    """Kill a batch again and again, and compare its end with that of one that nobody killed."""
    place.finished(place.order("whole", items))
    order, chance, killed = place.order("killed", items), random.Random(seed), 0  # noqa: S311 - when to kill
    while killed < count:
        process = place.start(order)
        time.sleep(chance.uniform(0.2, 1.2))
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            killed += 1
        process.communicate()
        if place.made("killed") >= items - 1:  # begun anew in another folder
            break
    told = place.finished(order)
    same = sum(
        a == b for a, b in zip(place.manifest("whole"), place.manifest("killed"), strict=True)
    )
    return Figure(
        what=f"Rows that are the same after {killed} `kill -9` as without",
        value=same,
        limit=items,
        unit=f"of {items}",
        least=True,
        detail=f"{told['credits_total']} credits for {items} videos of 100"
        + ("" if same == items else f"; {told}"),
    )


def large_table() -> Iterator[Figure]:
    """Check a large CSV; nothing of it is sent."""
    with tempfile.TemporaryDirectory(prefix="t2v-table-") as name:
        table = Path(name) / "large.csv"
        rows = _write(table)
        root = _PROGRAMS.parents[1]
        command = [sys.executable, str(root / "tools" / "batch.py"), str(table), "--json"]
        command += ["--output", f"{name}/out", "--dry-run", "--local", "--wait", "600"]
        # In a home that is no folder no worker can be started: it is this process that is counted.
        Path(name, "file").touch()
        cost = run(command, {**os.environ, "T2V_HOME": f"{name}/file/home"})
    yield Figure(
        what=f"A CSV of {TABLE_MB} MB, checked row by row: CPU",
        value=cost.cpu_ms / 1000,
        limit=90,
        unit="s",
        detail=f"{rows:,} rows, {cost.wall_s:.0f} s on the clock",
    )
    yield Figure(what="Memory at the peak of that", value=cost.peak_mb, limit=150, unit="MB")


def _write(table: Path) -> int:
    """Write a table of that size and return how many rows it has."""
    rows = 0
    words = "a long and careful description of a scene, with its light, its place and its people. "
    with table.open("w", newline="") as file:
        file.write("uuid,prompt,duration\r\n")
        while file.tell() < TABLE_MB * 1_000_000:
            lines = (f'{rows + n:08x}-{n},"{words * 3}{n}",10\r\n' for n in range(1000))
            file.write("".join(lines))
            rows += 1000
    return rows


def _memory_mb(pid: int) -> float:
    """Return the resident memory of a process now; 0 where the system does not tell."""
    with contextlib.suppress(OSError, ValueError):
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    return 0.0
