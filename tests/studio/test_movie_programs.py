"""Programs of other people that render with workers, run as they would run them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from t2v_studio.movie.seat import UNGUARDED

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import sys
from pathlib import Path

from tests.studio.movie_samples import ART, film
from t2v_studio.movie import render

if {guard}:
    render(film(4000), {{}}, Path(sys.argv[1]), scale=0.05, workers=2, art=ART)
"""


def run(folder: Path, guard: str) -> subprocess.CompletedProcess[str]:
    program = folder / "program.py"
    program.write_text(PROGRAM.format(guard=guard))
    return subprocess.run(
        [sys.executable, str(program), str(folder / "film.mp4")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


@pytest.mark.parametrize(
    ("guard", "status", "left"),
    [("__name__ == '__main__'", 0, ["film.mp4", "program.py"]), ("True", 1, ["program.py"])],
)
def test_a_program_with_a_guard_makes_its_film_and_one_without_ends(
    tmp_path: Path, guard: str, status: int, left: list[str]
) -> None:
    assert run(tmp_path, guard).returncode == status
    assert sorted(path.name for path in tmp_path.iterdir()) == left


def test_a_program_without_a_guard_hears_what_it_lacks(tmp_path: Path) -> None:
    heard = run(tmp_path, "True").stderr
    assert f"RenderError: {UNGUARDED}\n" in heard
    assert "AttributeError" not in heard
    assert heard.splitlines()[-1].startswith("t2v_studio.movie.outcome.RenderError: ")
