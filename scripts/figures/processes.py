"""What a program costs: CPU time, memory and wall time, as the system counts them."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

METER = [sys.executable, "-I", "-S", str(Path(__file__).with_name("meter.py"))]


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
    with tempfile.NamedTemporaryFile(suffix=".json") as result:
        done = subprocess.run(
            [*METER, result.name, *command],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode != 0:
            output = done.stdout.decode(errors="replace")[-2000:]
            message = f"{' '.join(command)} failed:\n{output}"
            raise RuntimeError(message)
        return Cost(**json.load(result))


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
