"""Python imports this first in every program of a test: limits of minutes become parts of seconds.

Pauses pass at once and count in full, names beyond this computer do not resolve, and the calendar
can be wrong. `T2V_FAULT_LIMITS` is a JSON object of what is to be so.
"""

from __future__ import annotations

import importlib
import itertools
import json
import os
import resource
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SHORT_S = 0.3
"""Shorter pauses are taken as they are: somebody looks at something in between."""


def hurry(wanted: dict[str, Any]) -> None:
    """Set the limits, before anybody else has read them."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "tools"))
    _endpoints(float(wanted["idle_s"]))
    _clock(wanted.get("clock", ""))
    _names(wanted.get("asked"))
    _disk(int(wanted.get("file_bytes", 0)))
    for name, value in wanted.get("values", {}).items():
        module, _, attribute = name.rpartition(".")
        loaded = importlib.import_module(f"t2v.{module}")
        assert hasattr(loaded, attribute), f"there is no limit {name}"
        setattr(loaded, attribute, value)


def _endpoints(idle_s: float) -> None:
    """Let every endpoint be waited for so long; a second time it must remain the same object."""
    from t2v import endpoints

    rows = {
        name: row if row.idle_s == idle_s else row._replace(idle_s=idle_s)
        for name, row in vars(endpoints).items()
        if isinstance(row, endpoints.Endpoint)
    }
    vars(endpoints).update(rows)
    vars(endpoints)["ENDPOINTS"] = tuple(rows.values())


def _clock(calendar: str) -> None:
    """Let pauses pass at once, and shift the calendar; "jumping" goes back and forth with it."""
    from t2v.clock import Clock

    sleep, monotonic, now = time.sleep, time.monotonic, time.time
    passed = [0.0]
    jumps = itertools.cycle((0.0, -8 * 86_400.0, 8 * 86_400.0))

    def pause(seconds: float) -> None:
        sleep(seconds if seconds < SHORT_S else 0.005)
        passed[0] += seconds if seconds >= SHORT_S else 0.0

    def date() -> float:
        return now() + (next(jumps) if calendar == "jumping" else float(calendar or 0))

    Clock.__init__.__defaults__ = (date, lambda: monotonic() + passed[0], pause)


def _names(asked: str | None) -> None:
    """Resolve nothing but this computer, as a network without a name server does."""
    real: Callable[..., Any] = socket.getaddrinfo

    def resolve(host: Any, *args: Any, **kwargs: Any) -> Any:
        if asked:
            with Path(asked).open("a", encoding="utf-8") as file:
                file.write(f"{host}\n")
        if host in ("localhost", "127.0.0.1", "::1"):
            return real(host, *args, **kwargs)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    socket.getaddrinfo = resolve


def _disk(file_bytes: int) -> None:
    """Bound the files that can be written, as a disk with so little room left does."""
    if file_bytes:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, file_bytes))


if "T2V_FAULT_LIMITS" in os.environ:
    hurry(json.loads(os.environ["T2V_FAULT_LIMITS"]))
