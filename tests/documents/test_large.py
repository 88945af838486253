"""Files of half a gigabyte, read in the memory of small ones."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SIZE = 500_000_000
MEMORY = 100_000_000

READ = """
import re, sys
from pathlib import Path
from t2v.documents import film, kinds, readers
from t2v.documents.plan import planned
path = Path(sys.argv[1])
kind = kinds.kind_of(path)
if film.is_batch(path, kind):
    made = film.offer_batch(path, kind).data["document"]["rows"]
else:
    made = len(planned(readers.read(path, kind), path.name, kind, 30).scenes)
assert made > 1
# What getrusage tells begins with the memory of the process that started this one.
print(int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) * 1024)
"""
TEXT = "The harbour number {} wakes before the sun. Boats leave one by one.\n\n"
LINES: dict[str, tuple[str, str]] = {
    "prose.txt": ("", TEXT),
    "chinese.txt": ("", "第{}个港口在太阳升起之前醒来。渔船一艘接一艘地离开。\n\n"),
    "one line.txt": ("", "The harbour number {} wakes before the sun. "),
    "table.csv": ("id,prompt\n", '{},"a harbour before the sun, and boats that leave it"\n'),
    "rows.jsonl": ("", '{{"id": {}, "prompt": "a harbour before the sun"}}\n'),
    "list.txt": ("", "harbour number {} before the sun\n"),
    "cues.srt": ("", "{0}\n00:00:01,000 --> 00:00:02,000\nThe harbour number {0} wakes early.\n\n"),
}


@pytest.fixture(params=LINES)
def large(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """Yield a file of half a gigabyte, and take it away."""
    head, line = LINES[request.param]
    block = "".join(line.format(number) for number in range(20_000)).encode()
    path = tmp_path / request.param
    with path.open("wb") as file:
        file.write(head.encode())
        for _ in range(SIZE // len(block) + 1):
            file.write(block)
    yield path
    path.unlink()


@pytest.mark.soak
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's memory as a file")
def test_memory_does_not_grow_with_the_file(large: Path) -> None:
    assert large.stat().st_size >= SIZE
    tools = Path(__file__).resolve().parents[2] / "tools"
    done = subprocess.run(
        [sys.executable, "-c", READ, large],
        cwd=tools,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert int(done.stdout) < MEMORY
