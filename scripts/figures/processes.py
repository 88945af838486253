"""What a program costs: CPU time, memory and wall time, as the system counts them."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass

KB_OF_MAXRSS = 1 if sys.platform == "darwin" else 1024
"""ru_maxrss counts bytes on macOS and kilobytes elsewhere."""


@dataclass(frozen=True, slots=True)
class Cost:
    """One run of a program. CPU is user and system time, memory the peak of resident pages."""

    cpu_ms: float
    peak_mb: float
    wall_s: float


def run(command: list[str], environment: Mapping[str, str]) -> Cost:
    """Run a program to its end and return what it cost.

    Raises:
        RuntimeError: when it fails: the cost of failing is nobody's question.
    """
    started = time.monotonic()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        assert process.stdout is not None  # noqa: S101 - a pipe was asked for
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        message = f"{' '.join(command)} failed:\n{output.decode(errors='replace')[-2000:]}"
        raise RuntimeError(message)
    return Cost(
        cpu_ms=(usage.ru_utime + usage.ru_stime) * 1000,
        peak_mb=usage.ru_maxrss * KB_OF_MAXRSS / 1e6,
        wall_s=time.monotonic() - started,
    )


def cpu_medians(
    commands: Mapping[str, list[str]], environment: Mapping[str, str], rounds: int = 15
) -> dict[str, float]:
    """Return the median CPU time of each program, in ms.

    They run in turn (A B A B), so that a busy moment of the computer falls on all of them.
    """
    costs: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            cost = run(command, environment)
            if turn:  # the first round fills the disk cache
                costs[name].append(cost.cpu_ms)
    return {name: statistics.median(each) for name, each in costs.items()}
