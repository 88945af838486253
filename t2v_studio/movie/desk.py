"""A worker: a process that makes one stretch after the other, of whatever film it is told.

It keeps its last film ready, with painters, captions and fonts, and lives until its line to the
studio closes. It says when it has used so much that a fresh process should take its place.
"""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import pickle
import sys
import threading
import time
import traceback
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection

from t2v_studio.limits import Limits, confine
from t2v_studio.media import MediaError
from t2v_studio.movie.art import studio_art
from t2v_studio.movie.job import Job
from t2v_studio.movie.outcome import RenderCancelledError, RenderError
from t2v_studio.movie.parcel import packed
from t2v_studio.movie.plan import Chunk
from t2v_studio.movie.shelf import Shelf

LIMITS = Limits(cpu_s=3600, memory_mb=6000)
"""It opens uploads. Six times what a film in full size takes, and more than an hour of film."""

DONE, PACKETS, LAST, STOPPED, FAILED = b".", b"P", b"L", b"S", b"F"
"""What a worker says. `DONE`: so many frames. `LAST`: packets, and its last ones; it wants to be
replaced."""

TELL_S = 0.05
"""How often a worker says how far it is, and listens: each frame would cost two wakings."""

Order = tuple[bytes, Chunk | None] | None
"""What a worker hears: a pickled job and a stretch of it; without one, it gets ready for the job.
None: stop, nobody wants it."""

PREPARED_FRAMES, PREPARED_STEP = 40, 2
"""After so many frames whoever walks or rows has shown every step, and each is drawn only once."""


def work(line: Connection) -> None:
    """Be a worker until the line closes."""
    import cv2  # noqa: PLC0415 - a worker has it from its forerunner; the studio itself has no use

    confine(LIMITS)
    cv2.setNumThreads(1)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    desk = Desk(line)
    with contextlib.suppress(EOFError, OSError):
        while True:
            order: Order = line.recv()
            if order:
                line.send_bytes(desk.answer(*order))


@dataclass(slots=True)
class Desk:
    """A worker's place: the film that it has before it."""

    line: Connection
    told: bytes = b""
    job: Job | None = None
    shelf: Shelf = field(default_factory=Shelf)
    done: int = 0
    """Frames of the order that is being worked on."""
    told_at: float = 0.0

    def answer(self, told: bytes, chunk: Chunk | None) -> bytes:
        """Make a stretch, and return what is to be said about it."""
        self.done = 0
        try:
            job = self._job(told)
            made = packed(job.packets(chunk, each=self._each)) if chunk else self._prepared(job)
            return (LAST if _tired(job) else PACKETS) + made
        except RenderCancelledError:
            return STOPPED
        except (MediaError, RenderError) as error:
            return FAILED + json.dumps({"say": error.say}).encode()
        except Exception:  # noqa: BLE001 - the studio logs it; this process goes on
            return FAILED + json.dumps({"fault": traceback.format_exc()}).encode()

    def _job(self, told: bytes) -> Job:
        """Return the job, as it was before if it is the one before."""
        if self.job is None or told != self.told:
            job: Job = pickle.loads(told)  # noqa: S301 - from the studio, never from a worker
            self.told, self.job = told, replace(job, art=self.shelf.lend(job.art or studio_art()))
        return self.job

    def _prepared(self, job: Job) -> bytes:
        """Paint some frames for nobody; what they need stays here."""
        for index in range(0, min(PREPARED_FRAMES, job.plan.frames), PREPARED_STEP):
            job.reel.frame(index)
            self._each()
        return b""

    def _each(self) -> None:
        self.done += 1
        now = time.monotonic()
        if now - self.told_at < TELL_S:
            return
        self.told_at = now
        self.line.send_bytes(DONE + self.done.to_bytes(4, "big"))
        if self.line.poll():
            self.line.recv()
            raise RenderCancelledError("The render was cancelled.")


BASE_MB, MB_PER_MEGAPIXEL = 300, 200
"""What is usual: a film in 1080p takes 300 MB, one in 2160p 1200."""


def _tired(job: Job) -> bool:
    """Tell whether this process has used so much that a fresh one is better."""
    if sys.platform == "win32":
        return False
    import resource  # noqa: PLC0415 - does not exist on Windows

    used = resource.getrusage(resource.RUSAGE_SELF)
    peak_mb = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    usual = BASE_MB + MB_PER_MEGAPIXEL * job.plan.width * job.plan.height / 1e6
    return peak_mb > usual or used.ru_utime > LIMITS.cpu_s / 2


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
