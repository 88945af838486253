"""Many videos at once: processes that each measure one, and outlive none of what they open.

A decoder that is brought down by a file takes its process with it. The files that were in work
then are tried again one by one, so that only the guilty one fails.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing.sharedctypes import Synchronized
from typing import TypeAlias

import cv2

from t2v_measure.rows import Row, Wanted, failed, measured
from t2v_measure.source import damaged
from t2v_measure.targets import Item
from t2v_measure.trouble import MeasureError

Part: TypeAlias = "Synchronized[float]"

LOOK_S = 0.5
"""How often the parent looks how far a single video is."""

MEMORY_BYTES = 8 << 30
"""Of addresses, a process: a film of 50 megapixels needs a third of it."""


def workers() -> int:
    """Return how many processes work at once."""
    return max(1, min(os.cpu_count() or 1, 8))


def measure_all(
    items: Sequence[Item], wanted: Wanted, told: Callable[[float], None], count: int
) -> list[Row]:
    """Measure every video, `count` at a time, and return the rows in the order of the items.

    Args:
        items: the videos.
        wanted: what is measured. A single video gets all the threads.
        told: is told the fraction that is done.
        count: processes at work at once.
    """
    if len(items) == 1:
        wanted = replace(wanted, threads=count)
    rows: dict[int, Row] = {}
    left = list(range(len(items)))
    for size in (min(count, len(items)), 1):
        rows |= dict(_round(items, left, wanted, size, lambda now: told(now / len(items))))
        left = [place for place in left if place not in rows]
    return [rows[place] for place in range(len(items))]


def _round(
    items: Sequence[Item],
    places: Sequence[int],
    wanted: Wanted,
    size: int,
    told: Callable[[float], None],
) -> Iterator[tuple[int, Row]]:
    """Yield rows as they come. One process at a time blames each death on its file."""
    ready = len(items) - len(places)
    for group in [places] if size > 1 else [[place] for place in places]:
        with _pool(size) as (pool, part):
            work = {pool.submit(_measure, items[place], wanted): place for place in group}
            left = set(work)
            while left:
                done, left = wait(left, timeout=LOOK_S, return_when=FIRST_COMPLETED)
                for future in done:
                    row = _taken(future, items[work[future]], final=size == 1)
                    if row:
                        ready += 1
                        yield work[future], row
                told(ready + (part.value if left and size == 1 else 0.0))


def _taken(done: Future[Row], item: Item, *, final: bool) -> Row | None:
    """Return the row; None when its process died, and perhaps because of another file."""
    try:
        return done.result()
    except BrokenProcessPool:
        return failed(item, damaged(item.path)) if final else None


def _measure(item: Item, wanted: Wanted) -> Row:
    try:
        return measured(item, wanted, _tell)
    except MeasureError as error:
        return failed(item, error)
    except MemoryError:
        return failed(item, MeasureError("file_too_large", f"{item.name} needs too much memory."))


@contextlib.contextmanager
def _pool(size: int) -> Iterator[tuple[ProcessPoolExecutor, Part]]:
    # Spawned, not forked: FFmpeg and OpenCV have threads.
    context = multiprocessing.get_context("spawn")
    part = context.Value("d", 0.0)
    pool = ProcessPoolExecutor(size, context, _begin, (part,))
    try:
        yield pool, part
    finally:
        pool.shutdown(cancel_futures=True)


_part: Part | None = None
"""In a worker: how far its video is, for the parent to read."""


def _begin(part: Part) -> None:
    """Bound what a file can take; OpenCV's threads would be too many beside those of others."""
    global _part  # noqa: PLW0603 - what a pool's initializer is for
    _part = part
    cv2.setNumThreads(1)
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - POSIX only

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _tell(fraction: float) -> None:
    if _part is not None:
        _part.value = fraction
