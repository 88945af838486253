"""Copies of the repository to build in: small ones, where the engine's many files tell nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from page.bundle import CACHE
from page.plugin import FOLDERS

ROOT = Path(__file__).resolve().parents[2]
without_caches = shutil.ignore_patterns(CACHE)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Return a copy of what the skills are built from: every launcher, and the engine's surface.

    A build lays the engine out five times, file by file; that it is whole is told by builds of the
    repository itself.
    """
    shutil.copy(ROOT / "skill.yaml", tmp_path)
    shutil.copytree(ROOT / "pages", tmp_path / "pages")
    for folder in ("tools", "tools/t2v", "tools/t2v/commands"):
        (tmp_path / folder).mkdir()
        for path in (ROOT / folder).glob("*.py"):
            shutil.copy(path, tmp_path / folder)
    return tmp_path


@pytest.fixture
def copy(sources: Path) -> Path:
    """Return the same with all that is checked in of what is built from it."""
    shutil.copy(ROOT / "SKILL.md", sources)
    for name in ("references", *FOLDERS):
        shutil.copytree(ROOT / name, sources / name, ignore=without_caches)
    return sources
