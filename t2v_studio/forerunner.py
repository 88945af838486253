"""The process that all drawing processes are forked from: it loads what they need, once.

Never the caller itself: the server has threads. It takes as long to load as the server does, so
whoever knows that films will be made lets it start first.
"""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing.context import BaseContext

from t2v_studio.limits import ONE_THREAD

NEEDED = ["t2v_studio.movie.desk", "t2v_studio.movie.encode", "t2v_studio.drawing"]
"""What a worker uses in any film."""


def context() -> BaseContext:
    """Return how workers are started: by forking the forerunner, where a system has such.

    It and its caller load numpy with one thread each, unless the environment says otherwise.
    """
    for name, value in ONE_THREAD.items():
        os.environ.setdefault(name, value)
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    chosen = multiprocessing.get_context("forkserver")
    chosen.set_forkserver_preload(NEEDED)
    return chosen


def start() -> None:
    """Let the forerunner load while the caller does something else."""
    if context().get_start_method() == "forkserver":
        from multiprocessing import forkserver  # noqa: PLC0415 - Windows has none

        forkserver.ensure_running()
