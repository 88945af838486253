"""A place for one worker: starts its process when there is work, and another when that one ends."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from t2v_studio import forerunner
from t2v_studio.movie.desk import DONE, FAILED, LAST, STOPPED, work
from t2v_studio.movie.errand import Errand, Packets
from t2v_studio.movie.outcome import RenderCancelledError, RenderError
from t2v_studio.movie.parcel import unpacked
from t2v_studio.movie.plan import Chunk

LOOK_S = 0.1
"""How often it is seen whether the film is still wanted, when the worker says nothing."""
GRACE_S = 3.0
"""How long a worker may take to hear that it should stop."""
LONGEST_ANSWER = 1 << 28
"""Bytes. A stretch in 2160p has some ten million."""

UNGUARDED = (
    "A program that renders with workers is imported by each of them: "
    'put what it does under `if __name__ == "__main__":`.'
)


class WorkerLostError(Exception):
    """The process ended, or said what no worker says."""


class Seat:
    """At most one process at a time. Used by one thread."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._strange: Errand | None = None
        self.prepared: Errand | None = None
        """What the worker got ready for last."""

    def start(self) -> None:
        """Have a process, before there is work for it.

        Raises:
            OSError: There is no room for one.
            RenderError: The program renders while it is imported, as every worker does first.
        """
        if self._process is None:
            context = forerunner.context()
            line, theirs = context.Pipe()
            with theirs:
                process: BaseProcess = context.Process(  # type: ignore[attr-defined] # each has it
                    target=work, args=(theirs,), name="t2v-worker", daemon=True
                )
                try:
                    process.start()
                except RuntimeError as unready:
                    raise RenderError(UNGUARDED) from unready
            self._line, self._process = line, process

    @property
    def pid(self) -> int | None:
        """The process, if there is one."""
        return self._process.pid if self._process else None

    def make(self, errand: Errand, number: int, done: Callable[[int], None]) -> Packets:
        """Let the worker make a stretch; `done` hears how many of its frames are.

        Raises:
            WorkerLostError: It died, or did not stop when it was told to.
            RenderCancelledError: It was told to stop, since the errand is over.
            RenderError: The stretch cannot be made.
            RuntimeError: The worker's own fault, with its traceback.
        """
        if self._strange not in (None, errand):
            self.dismiss()  # who opened a stranger's file makes no film of somebody else
        return self._ask(errand, errand.chunks[number], done)

    def prepare(self, errand: Errand) -> None:
        """Let the worker get ready for a film, for as long as nobody wants anything else.

        What goes wrong is told when the film is ordered. Files of strangers are not opened for it.
        """
        self.prepared = errand
        if self._strange is None and not errand.strangers:
            with suppress(WorkerLostError, RenderCancelledError, RenderError, RuntimeError):
                self._ask(errand, None, lambda _: None)

    def _ask(self, errand: Errand, chunk: Chunk | None, done: Callable[[int], None]) -> Packets:
        try:
            self.start()
            self._strange = errand if errand.strangers else None
            assert self._line is not None  # noqa: S101 - start made it
            self._line.send((errand.told, chunk))
            answer = self._heard(self._line, errand, done)
            if answer[:1] == LAST:
                self.dismiss()
            return _read(answer)
        except (EOFError, OSError, ValueError) as gone:
            self.dismiss()
            raise WorkerLostError from gone

    def dismiss(self) -> None:
        """End the process, whatever it does. It writes no files, so nothing is left behind."""
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._line = self._process = self._strange = None

    def _heard(self, line: Connection, errand: Errand, done: Callable[[int], None]) -> bytes:
        """Return what the worker answers in the end."""
        patience: float | None = None
        while True:
            if errand.over and patience is None:
                line.send(None)
                patience = time.monotonic() + GRACE_S
            if patience is not None and time.monotonic() > patience:
                raise EOFError
            if not line.poll(LOOK_S):
                continue
            answer = line.recv_bytes(LONGEST_ANSWER)
            if answer[:1] != DONE:
                return answer
            done(int.from_bytes(answer[1:], "big"))


def _read(answer: bytes) -> Packets:
    kind, rest = answer[:1], answer[1:]
    if kind == STOPPED:
        raise RenderCancelledError("The render was cancelled.")
    if kind == FAILED:
        told = json.loads(rest)
        if "say" in told:
            raise RenderError(str(told["say"]))
        raise RuntimeError(f"A worker failed.\n{told['fault']}")
    return unpacked(rest)
