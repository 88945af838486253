"""Small films for measuring, made once a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from planted.films import FPS, Film, scene, tone, write


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return two seconds of a clean film with sound."""
    path = tmp_path_factory.mktemp("clips") / "clip.mp4"
    write(Film(frames=scene(1, FPS * 2), sound=tone(1, 2)), path)
    return path
