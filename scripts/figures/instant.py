"""A studio that answers at once: its films are drawn one time, very small, and copied from then on.

`python scripts/figures/instant.py HOME` runs it until its standard input is closed, for `--local`
with T2V_HOME=HOME. Everything but the drawing is the real one.
"""

from __future__ import annotations

import contextlib
import dataclasses
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

if __name__ == "__main__":  # as a program it finds the project by itself
    sys.path[:0] = [str(Path(__file__).resolve().parents[2] / part) for part in (".", "tools")]

from t2v_studio.crafts import REAL, Crafts
from t2v_studio.film import Film
from t2v_studio.movie import Movie
from t2v_studio.server import Running
from t2v_studio.settings import Settings

SETTINGS: dict[str, Any] = {
    "pace": 0.0, "scale": 0.1, "fps": 5, "workers": 0, "sessions": 100_000, "disk_mb": 2_000.0,
    "owner_credits": 10_000_000,
}  # fmt: skip


class Copies:
    """Draws the first film of each length and shape, and gives a copy to all others."""

    def __init__(self, folder: Path) -> None:
        """Keep what was drawn in `folder`."""
        self._folder, self._lock = folder, threading.Lock()
        self._known: dict[tuple[object, ...], Movie] = {}

    def __call__(
        self, film: Film, assets: Mapping[str, Path], output: Path, **options: Any
    ) -> Movie:
        """Make the film's file."""
        key = (film.size, film.duration_ms, options["container"], options["quality"])
        with self._lock:
            if key not in self._known:
                drawn = REAL.render(film, assets, output, **options)
                kept = self._folder / f"{len(self._known)}.mp4"
                shutil.copy(output, kept)
                self._known[key] = dataclasses.replace(drawn, path=kept)
        movie = self._known[key]
        shutil.copy(movie.path, output)
        return dataclasses.replace(movie, path=output)


def crafts(folder: Path) -> Crafts:
    """Return crafts whose films are copies."""
    return dataclasses.replace(REAL, render=Copies(folder))


@contextlib.contextmanager
def studio(home: Path) -> Iterator[Running]:
    """Run the studio that `--local` finds with T2V_HOME at `home`."""
    ready = threading.Event()
    with tempfile.TemporaryDirectory(prefix="t2v-films-") as films:
        running = Running(
            Settings(home=home / "studio", **SETTINGS),
            lambda _url: ready.set(),
            crafts=crafts(Path(films)),
        )
        thread = threading.Thread(target=running.run, name="studio")
        thread.start()
        try:
            ready.wait(30)
            yield running
        finally:
            running.stop()
            thread.join(30)


if __name__ == "__main__":
    with studio(Path(sys.argv[1])):
        print("ready", flush=True)
        sys.stdin.read()
