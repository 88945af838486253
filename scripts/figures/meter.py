"""Run a program and write what it cost: `python -I -S meter.py RESULT.json COMMAND...`.

A small process of its own, because Linux counts the memory of the process that starts a program
into the program's peak; from the benchmark itself every peak would be at least its own.
"""

import json
import os
import sys
import time

KB = 1 if sys.platform == "darwin" else 1024
"""The unit of ru_maxrss: bytes on macOS, kilobytes elsewhere."""

if __name__ == "__main__":
    started = time.monotonic()
    child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
    _, status, usage = os.wait4(child, 0)
    cost = {
        "cpu_ms": (usage.ru_utime + usage.ru_stime) * 1000,
        "peak_mb": usage.ru_maxrss * KB / 1e6,
        "wall_s": time.monotonic() - started,
    }
    with open(sys.argv[1], "w", encoding="ascii") as file:  # noqa: PTH123 - pathlib is a large import
        json.dump(cost, file)
    sys.exit(os.waitstatus_to_exitcode(status) & 0xFF)
