"""The studio's other parts, scripted: a director that obeys, a renderer that writes bytes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from t2v.errors import SkillError
from t2v_studio.crafts import Crafts, Stopped
from t2v_studio.director import Project, Stage, Turn
from t2v_studio.director.edits import AddCaption, AddMusic, MakeFilm
from t2v_studio.film import Film
from t2v_studio.media import MediaInfo
from t2v_studio.movie.outcome import Movie
from t2v_studio.scene import Scene

PICTURE = MakeFilm(
    name="a dog",
    scenes=(Scene(words="a dog"),),
    duration_ms=4000,
    aspect="16:9",
    style="illustrated",
)
REPLY = "Your video is ready: a dog in a park. Click [Export] to download it."


def direct(message: str, _project: Project) -> Turn:
    """Do what the first word says."""
    turns: dict[str, Callable[[], Turn]] = {
        "generate": lambda: Turn(
            kind="generate",
            stages=(
                Stage("generate_video", (PICTURE,)),
                Stage("add_music", (AddMusic(mood="lo-fi", seed=1),)),
            ),
            reply=REPLY,
        ),
        "edit": lambda: Turn(kind="edit", stages=(_title(message),), reply="Title added."),
        "silently": lambda: Turn(kind="edit", stages=(_title(message),), silent=True),
        "ask": lambda: Turn(kind="answer", reply="标题在顶部"),
        "refuse": lambda: Turn(kind="refuse", reply="I cannot do that."),
    }
    return turns[message.partition(" ")[0]]()


def _title(message: str) -> Stage:
    text = message.partition(" ")[2] or "Title"
    return Stage("edit_text", (AddCaption(text=text, start_ms=0, end_ms=1000),))


@dataclass
class Renderer:
    """Writes a few bytes as the film; can be told to wait or to fail, and remembers its films."""

    films: list[Film] = field(default_factory=list)
    proceed: threading.Event = field(default_factory=threading.Event)
    failures: list[Exception] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.proceed.set()

    def __call__(
        self, film: Film, assets: Mapping[str, Path], output: Path, **options: Any
    ) -> Movie:
        self.films.append(film)
        options["progress"](0.5)
        while not self.proceed.wait(0.01):
            if options["cancelled"]():
                raise Stopped
        if self.failures:
            raise self.failures.pop(0)
        output.write_bytes(b"film" * 1000)
        return Movie(
            path=output, width=64, height=36, fps=10, frames=40, duration_ms=4000, bytes=4000
        )


@dataclass
class Crew:
    """Nobody: the scripted renderer needs none. Remembers what it heard."""

    size: int
    expected: list[Film] = field(default_factory=list)
    closed: bool = False

    def close(self) -> None:
        self.closed = True


def probe(path: Path) -> MediaInfo:
    """Take PNG files for pictures, and nothing else."""
    if not path.read_bytes().startswith(b"\x89PNG"):
        raise SkillError("unsupported_file", "This is not media.")
    return MediaInfo(kind="image", container="png", width=4, height=3)


def scripted(render: Renderer | None = None) -> Crafts:
    """Return crafts that do only what their inputs say."""
    return Crafts(
        direct=direct,
        probe=probe,
        render=render or Renderer(),
        crew=Crew,
        prepare=lambda film, crew, *_: crew.expected.append(film),
        containers=lambda: ("mp4", "webm"),
        qualities=lambda: ("low", "high"),
    )
