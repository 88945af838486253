"""scripts/bench --render: memory of everything that was started, and one job for everybody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

if not Path("/proc/self/statm").exists():
    pytest.skip("the memory of others is told by /proc alone", allow_module_level=True)

from figures.memory import resident_mb
from figures.ours import film
from figures.scenery import Painter, build
from figures.stage import FPS, HEIGHT, LEFT, RATE, SECONDS, SPEED, SPRITE, TOP, WIDTH


def test_memory_counts_what_a_program_started() -> None:
    weight = "b'x' * 100_000_000"
    inner = f"x = {weight}; print('ready', flush=True); import sys; sys.stdin.read()"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    bare = resident_mb(os.getpid())
    with subprocess.Popen(
        [sys.executable, "-c", outer], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"ready\n"
        assert 100 < resident_mb(program.pid) < resident_mb(os.getpid()) - bare + 1
        program.communicate()
    assert resident_mb(2**22 + 1) == 0


def test_the_same_job_is_the_same_for_everybody(tmp_path: Path) -> None:
    stage = build(tmp_path)
    painter = Painter(stage)
    first, later = painter.paint(0).copy(), painter.paint(30)
    changed = np.abs(first.astype(int) - later).max(axis=2) > 30
    rows, columns = np.nonzero(changed)
    assert (rows.min() >= TOP, columns.min() >= LEFT) == (True, True)
    assert columns.max() < LEFT + SPEED + SPRITE
    made = film(stage)
    assert (made.duration_ms, made.fps, made.size) == (SECONDS * 1000, FPS, (WIDTH, HEIGHT))
    assert stage.font.is_file()
    assert (stage.sound.stat().st_size - 44) == SECONDS * RATE * 4
