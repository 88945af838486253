"""Who makes the stretches of a film: this process, or a few of its children.

Children are spawned, not forked: the server has threads. They end with their parent, however that
ends. What they share with it is a counter of frames and a flag that says stop.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Event

import cv2

from t2v_studio.limits import Limits, confine
from t2v_studio.movie.encode import Packet
from t2v_studio.movie.job import Job
from t2v_studio.movie.outcome import RenderCancelledError, RenderError
from t2v_studio.movie.plan import Chunk

LOOK_S = 0.1
"""How often the parent looks at progress and at the wish to cancel."""

LIMITS = Limits(cpu_s=3600, memory_mb=6000)
"""Of one child: it opens uploads. Six times what a film in full size takes, and an hour's work."""

Packets = tuple[Packet, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """How a maker reports, and hears that it is not needed any more."""

    progress: Callable[[float], None]
    cancelled: Callable[[], bool]

    def check(self) -> None:
        """Raise RenderCancelledError when somebody asked to stop."""
        if self.cancelled():
            raise RenderCancelledError("The render was cancelled.")


@contextmanager
def crew(job: Job, watch: Watch, workers: int) -> Iterator[Iterator[Packets]]:
    """Lend the packets of every stretch, in order. Children are at work from the start."""
    if not workers:
        yield _alone(job, watch)
        return
    spawn = multiprocessing.get_context("spawn")
    counter, stop = spawn.Value("q", 0), spawn.Event()
    size = min(workers, len(job.plan.chunks))
    pool = ProcessPoolExecutor(size, spawn, _begin, (job, counter, stop))
    try:
        futures = [pool.submit(_make, chunk) for chunk in job.plan.chunks]
        yield _together(futures, watch, lambda: counter.value / job.plan.frames)
    except BrokenProcessPool as broken:
        raise RenderError("A drawing process died; there may be too little memory.") from broken
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)


def _alone(job: Job, watch: Watch) -> Iterator[Packets]:
    """Make every stretch in this process."""
    done = 0

    def each() -> None:
        nonlocal done
        done += 1
        watch.progress(done / job.plan.frames)
        watch.check()

    for chunk in job.plan.chunks:
        yield job.packets(chunk, each=each)


def _together(
    futures: list[Future[Packets]], watch: Watch, share: Callable[[], float]
) -> Iterator[Packets]:
    """Hand over what children have made; what was handed over is kept no longer."""
    futures.reverse()
    while futures:
        future = futures.pop()
        _await(future, watch, share)
        yield future.result()


def _await(future: Future[Packets], watch: Watch, share: Callable[[], float]) -> None:
    while not wait((future,), LOOK_S).done:
        watch.progress(share())
        watch.check()
    watch.progress(share())
    watch.check()


@dataclass(frozen=True, slots=True)
class _Desk:
    """A child's place of work."""

    job: Job
    counter: Synchronized[int]
    stop: Event

    def each(self) -> None:
        with self.counter.get_lock():
            self.counter.value += 1
        if self.stop.is_set():
            raise RenderCancelledError("The render was cancelled.")


_desk: list[_Desk] = []
"""Of this process, when it is a child: set once, before its first stretch."""


def _begin(job: Job, counter: Synchronized[int], stop: Event) -> None:
    confine(LIMITS)
    cv2.setNumThreads(1)
    _desk[:] = [_Desk(job, counter, stop)]
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _make(chunk: Chunk) -> Packets:
    desk = _desk[0]
    return desk.job.packets(chunk, each=desk.each)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
