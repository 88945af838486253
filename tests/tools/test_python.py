"""The tools run on the oldest Python that the page promises."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tools.conftest import LAUNCHERS, ToolRunner

OLDEST = (3, 10)
SOURCES = sorted(LAUNCHERS.rglob("*.py"))


def oldest() -> str | None:
    """Return a Python of the oldest version that can really be started."""
    name = "python{}.{}".format(*OLDEST)
    places = [
        shutil.which(name),
        *Path.home().glob(f".pyenv/versions/{OLDEST[0]}.{OLDEST[1]}*/bin/{name}"),
    ]
    for place in filter(None, places):
        asked = subprocess.run(
            [str(place), "-c", "import sys; print(*sys.version_info[:2], sep='.')"],
            capture_output=True,
            text=True,
            check=False,
        )
        if asked.stdout.strip() == "{}.{}".format(*OLDEST):
            return str(place)
    return None


# Asked for at import: each test has a home of its own, in which pyenv finds nothing.
PYTHON = oldest()
needs_python = pytest.mark.skipif(PYTHON is None, reason="no Python 3.10 on this computer")


def test_there_are_sources_to_look_at() -> None:
    assert len(SOURCES) > 40


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.relative_to(LAUNCHERS).as_posix())
def test_every_file_is_valid_in_the_oldest_python(source: Path) -> None:
    ast.parse(source.read_text(encoding="utf-8"), feature_version=OLDEST)


def test_the_launchers_say_so_themselves() -> None:
    for launcher in LAUNCHERS.glob("*.py"):
        assert '# requires-python = ">=3.10"' in launcher.read_text(encoding="utf-8")


@needs_python
def test_the_router_runs_there(run_tool: ToolRunner) -> None:
    ran = run_tool("route", "把视频导出", python=(str(PYTHON), "-S"))
    assert ran.document["data"]["tool"] == "export"


@needs_python
def test_every_part_without_foreign_packages_can_be_imported_there(tmp_path: Path) -> None:
    foreign = re.compile(r"^\s*(?:import|from) (?:requests|urllib3|yaml|sseclient)\b", re.MULTILINE)
    code = """
import importlib, pkgutil, sys
import t2v
missing = set()
for module in pkgutil.walk_packages(t2v.__path__, "t2v."):
    try:
        importlib.import_module(module.name)
    except ModuleNotFoundError as error:
        missing.add(error.name)
print(*sorted(missing))
"""
    done = subprocess.run(
        [str(PYTHON), "-S", "-B", "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(LAUNCHERS)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(done.stdout.split()) <= {"requests", "urllib3", "yaml", "sseclient", "pypdf"}
    assert any(foreign.search(path.read_text(encoding="utf-8")) for path in SOURCES)
