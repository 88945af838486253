"""The process that workers are forked from: it loads beside its caller, and ends with it."""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.studio.listening import eventually

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(
    "forkserver" not in multiprocessing.get_all_start_methods(), reason="workers are spawned here"
)

PROGRAM = """
import json, sys
from t2v_studio import forerunner
heavy = sorted({"numpy", "cv2", "av", "uvicorn"} & set(sys.modules))
forerunner.start()
from multiprocessing.forkserver import _forkserver
first = _forkserver._forkserver_pid
forerunner.start()
again = _forkserver._forkserver_pid
print(json.dumps({"heavy": heavy, "first": first, "again": again}), flush=True)
sys.stdin.read()
"""


def test_it_starts_before_anything_heavy_is_loaded_and_only_once() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None
        told = json.loads(program.stdout.readline())
        assert told["heavy"] == []
        assert told["first"] == told["again"]
        os.kill(told["first"], 0)  # it runs
        program.communicate()
    eventually(lambda: not _runs(told["first"]))


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
