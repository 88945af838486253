"""Scanners as programs: from their own environment, in an empty home, watched, without a net."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Protocol

import pytest

from page.builder import bundles, lay_out
from tests.audit import Trail, is_loopback
from tests.conftest import NOBODY
from tests.trust.findings import Finding, Ran
from tests.trust.scanners import Scanner

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / ".venv-trust"
PROGRAMS = ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin")
MISSING = f"{ENVIRONMENT.name} is missing: scripts/check --trust makes it."
LISTS = "top_*_packages.json"
"""Lists of well-known packages that guarddog ships, and fetches anew when they are a month old."""
KEPT = ("PATH", "SYSTEMROOT", "TMPDIR", "LANG")


class ScanRunner(Protocol):
    """Runs a scanner over a skill's folder and returns what it finds."""

    def __call__(self, scanner: Scanner, skill: Path) -> list[Finding]: ...


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the five skills, built now."""
    place = tmp_path_factory.mktemp("built")
    for slug, files in bundles(ROOT).items():
        lay_out(place / slug, files)
    return place


@pytest.fixture
def scan(tmp_path: Path) -> ScanRunner:
    """Return a function that runs a scanner; one that reaches for another computer fails."""
    if not PROGRAMS.is_dir():
        # Not a skip: what nobody scanned must not look clean.
        pytest.fail(MISSING, pytrace=False)

    def run(scanner: Scanner, skill: Path) -> list[Finding]:
        report, settings = tmp_path / "report", tmp_path / "settings.toml"
        settings.write_text(scanner.settings)
        trail = Trail(tmp_path / "trail")
        trail.path.touch()
        places = {"skill": skill, "report": report, "settings": settings}
        program, *words = (word.format(**places) for word in scanner.command)
        done = subprocess.run(
            [PROGRAMS / program, *words],
            cwd=skill.parent,
            env={**surroundings(tmp_path), **trail.environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )
        assert {host for host in trail.hosts() if not is_loopback(host)} == set()
        if not report.exists():
            report = report.with_suffix(".sarif")
        ran = Ran(skill, done.returncode, done.stdout, done.stderr, report)
        return list(scanner.read(ran))

    return run


def surroundings(home: Path) -> dict[str, str]:
    """Return the variables that a scanner gets: an empty home, and no way out."""
    lists = home / "lists"
    if not lists.exists():
        lists.mkdir()
        packaged = next(ENVIRONMENT.glob("**/guarddog/analyzer/metadata/resources"))
        for path in packaged.glob(LISTS):
            renew(path, lists)
    return {
        **{name: os.environ[name] for name in KEPT if name in os.environ},
        "HOME": str(home),
        "USERPROFILE": str(home),
        "http_proxy": NOBODY,
        "https_proxy": NOBODY,
        "DO_NOT_TRACK": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "GUARDDOG_TOP_PACKAGES_CACHE_LOCATION": str(lists),
    }


def renew(path: Path, folder: Path) -> None:
    """Copy a list of packages; its date says now, so that nobody fetches another one."""
    known = json.loads(path.read_bytes())
    shutil.copy(path, folder)
    if isinstance(known, dict):
        fresh = {**known, "downloaded_timestamp": int(time.time())}
        (folder / path.name).write_text(json.dumps(fresh))
