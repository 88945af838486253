"""VBench's own loader finds every video of its own list in a batch's folder."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.batches.checking import looked

VERSION = "0.1.5"

LOADER = """\
import json, sys
from unittest.mock import MagicMock

class Heavy:  # what the metrics need, and the loader does not
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("torch", "torchvision", "decord"):
            sys.modules[name] = MagicMock(__path__=[], __spec__=None)
            from importlib.machinery import ModuleSpec
            return ModuleSpec(name, self)
    def create_module(self, spec): return sys.modules[spec.name]
    def exec_module(self, module): pass

sys.meta_path.insert(0, Heavy())
wheel, videos, out = sys.argv[1:]
sys.path.insert(0, wheel)
import vbench
vbench.print0 = lambda text: print(text) if "WARNING" in text else None
loader = vbench.VBench("cpu", f"{wheel}/vbench/VBench_full_info.json", out)
every = loader.build_full_dimension_list()
found = json.load(open(loader.build_full_info_json(videos, "batch", every)))
print(json.dumps([len(one["video_list"]) for one in found]))
"""


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory, outside: dict[str, str]) -> Path:
    """Fetch VBench's wheel, and nothing that it depends on: gigabytes that only metrics need."""
    folder = tmp_path_factory.mktemp("vbench")
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", f"vbench=={VERSION}"]
    done = subprocess.run(
        pip, cwd=folder, env=outside, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        pytest.fail(f"vbench {VERSION} cannot be fetched. {done.stderr}", pytrace=False)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as packed:
        packed.extractall(folder / "wheel")
    return folder / "wheel"


def test_every_prompt_of_its_list_is_found_five_times(wheel: Path, tmp_path: Path) -> None:
    table = wheel / "vbench" / "VBench_full_info.json"
    items, findings = looked(table, layout="vbench")
    assert findings.stopping == 0
    for item in items:
        path = tmp_path / item.name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    videos = tmp_path / "videos"
    command = [sys.executable, "-c", LOADER, str(wheel), str(videos), str(tmp_path / "results")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    *warnings, last = done.stdout.splitlines()
    assert warnings == []
    counts = json.loads(last)
    assert len(counts) == len(json.loads(table.read_bytes()))
    assert set(counts) == {5}
