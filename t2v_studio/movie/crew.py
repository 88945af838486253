"""The crew: a few processes that make the stretches of films, and stay for the next film.

One crew serves a whole studio. It starts when it is warmed or first needed, shares itself fairly
among films, replaces who dies or grows too large, and goes home after a while without work.
"""

from __future__ import annotations

import pickle
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial

from t2v_studio.movie.errand import Errand, Packets
from t2v_studio.movie.job import Job
from t2v_studio.movie.outcome import RenderCancelledError
from t2v_studio.movie.seat import LOOK_S, Seat, WorkerLostError

IDLE_S = 300.0
"""How long a worker waits for another film. It holds a few hundred megabytes meanwhile."""


@dataclass(frozen=True, slots=True)
class Watch:
    """How a maker reports, and hears that it is not needed any more."""

    progress: Callable[[float], None]
    cancelled: Callable[[], bool]

    def check(self) -> None:
        """Raise RenderCancelledError when somebody asked to stop."""
        if self.cancelled():
            raise RenderCancelledError("The render was cancelled.")


class Crew:
    """Workers for any number of films at once; used from any thread.

    Args:
        size: How many processes.
        idle_s: How long they stay without work.
    """

    def __init__(self, size: int, *, idle_s: float = IDLE_S) -> None:
        self._size, self._idle_s = size, idle_s
        self._changed = threading.Condition()
        self._errands: list[Errand] = []
        self._expected: Errand | None = None
        """What every worker gets ready for when nothing else is to be done."""
        self._seats: dict[Seat, threading.Thread] = {}
        self._closed = False

    def warm(self) -> None:
        """Start the processes, so that the next film need not wait for them."""
        with self._changed:
            while not self._closed and len(self._seats) < self._size:
                seat = Seat()
                thread = threading.Thread(
                    target=self._serve, args=(seat,), name="crew", daemon=True
                )
                self._seats[seat] = thread
                thread.start()

    def prepare(self, job: Job) -> None:
        """Make the next film's painters in idle time: it will probably be this one."""
        with self._changed:
            self._forget_expected()
            self._expected = _errand(job)
            self._changed.notify_all()
        self.warm()

    def _forget_expected(self) -> None:
        if self._expected is not None:
            self._expected.end()
            self._expected = None

    def close(self) -> None:
        """End all work and all processes."""
        with self._changed:
            self._closed = True
            self._forget_expected()
            for errand in self._errands:
                errand.end()
            self._changed.notify_all()
            threads = list(self._seats.values())
        for thread in threads:
            thread.join()

    def pids(self) -> list[int]:
        """Return the processes that there are now."""
        with self._changed:
            return [seat.pid for seat in self._seats if seat.pid is not None]

    @contextmanager
    def packets(self, job: Job, watch: Watch) -> Iterator[Iterator[Packets]]:
        """Lend the packets of every stretch, in order. The crew is at work from the start.

        Raises:
            RenderError: The film cannot be made.
            RenderCancelledError: `watch` said so.
        """
        errand = _errand(job)
        with self._changed:
            if self._closed:
                raise RenderCancelledError("The crew has gone home.")
            self._forget_expected()
            self._errands.append(errand)
            self._changed.notify_all()
        self.warm()
        try:
            yield self._in_order(errand, watch)
        finally:
            with self._changed:
                errand.end()
                self._errands.remove(errand)

    def _in_order(self, errand: Errand, watch: Watch) -> Iterator[Packets]:
        """Hand over what is made; what was handed over is kept no longer."""
        for number in range(len(errand.chunks)):
            packets = None
            while packets is None:
                packets = self._awaited(errand, number)
                watch.progress(errand.share)
                watch.check()
            yield packets

    def _awaited(self, errand: Errand, number: int) -> Packets | None:
        """Return a stretch, or None when it is not made soon."""
        with self._changed:
            self._changed.wait_for(lambda: number in errand.made or errand.over, LOOK_S)
            if errand.failure:
                raise errand.failure
            if errand.over:
                raise RenderCancelledError("The crew has gone home.")
            return errand.made.pop(number, None)

    def _serve(self, seat: Seat) -> None:
        """Be the thread of a seat: make whatever waits, until nothing does for long."""
        try:
            with suppress(Exception):  # told when there is work for the process
                seat.start()
            while task := self._next(seat):
                task()
        finally:
            with self._changed:
                self._seats.pop(seat, None)
            seat.dismiss()

    def _next(self, seat: Seat) -> Callable[[], None] | None:
        """Return what a seat should do now; None when it is time to go home."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._wanted(seat), self._idle_s)
            task = None if self._closed else self._wanted(seat)
            if task is None:
                del self._seats[seat]
            elif task is self._expected:
                return partial(seat.prepare, task)
            else:
                self._errands.remove(task)
                self._errands.append(task)
                return partial(self._make, seat, task, task.take())
            return None

    def _wanted(self, seat: Seat) -> Errand | None:
        """Choose the film that has fewest workers, of such the one that was served longest ago."""
        waiting = [errand for errand in self._errands if errand.waiting]
        if waiting:
            return min(waiting, key=lambda one: one.at_work)
        return None if seat.prepared is self._expected else self._expected

    def _make(self, seat: Seat, errand: Errand, number: int) -> None:
        try:
            packets = seat.make(errand, number, partial(errand.count, number))
        except WorkerLostError:
            self._settle(lambda: errand.lost(number))
        except Exception as failure:  # noqa: BLE001 - whoever waits for the film hears of it
            ended = failure
            self._settle(lambda: errand.failed(ended))
        else:
            self._settle(lambda: errand.done(number, packets))

    def _settle(self, how: Callable[[], None]) -> None:
        with self._changed:
            how()
            self._changed.notify_all()


def _errand(job: Job) -> Errand:
    return Errand(told=pickle.dumps(job), chunks=job.plan.chunks, strangers=bool(job.assets))


def alone(job: Job, watch: Watch) -> Iterator[Packets]:
    """Make every stretch in this process."""
    done = 0

    def each() -> None:
        nonlocal done
        done += 1
        watch.progress(done / job.plan.frames)
        watch.check()

    for chunk in job.plan.chunks:
        yield job.packets(chunk, each=each)
