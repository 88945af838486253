"""The other parts of the studio that the server calls, behind one door that tests can stand in.

They load when they are first used: drawing and encoding cost a second that a chat need not wait.
Their failures come out as rows of the failure table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from t2v.errors import SkillError
from t2v_studio.director.project import Project, Turn
from t2v_studio.film import Film

if TYPE_CHECKING:
    from t2v_studio.media import MediaInfo
    from t2v_studio.movie import Movie
    from t2v_studio.movie.crew import Crew as Workers


class Stopped(Exception):  # noqa: N818 - it is an answer to a wish, not an error
    """Rendering ended because somebody asked for it. Nothing was written."""


class Crew(Protocol):
    """Processes that draw, and stay for the next film."""

    def close(self) -> None:
        """End them."""


class Render(Protocol):
    """Makes the file of a film. Raises SkillError `render_failed`, or Stopped."""

    def __call__(  # noqa: D102, PLR0913 - the class says it; the options of one film
        self,
        film: Film,
        assets: Mapping[str, Path],
        output: Path,
        *,
        quality: str,
        container: str,
        scale: float,
        fps: int | None,
        crew: Crew | None,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> Movie: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Crafts:
    """How messages are understood, files looked into and films made, and what can be made."""

    direct: Callable[[str, Project], Turn]
    probe: Callable[[Path], MediaInfo]
    """Raises SkillError: `unsupported_file`, `file_empty` or `file_too_large`."""
    render: Render
    crew: Callable[[int], Crew]
    """So many processes for `render`; they start when they are needed."""
    prepare: Callable[[Film, Crew, float, int | None], None]
    """Lets the crew get ready for a film at this scale and frame rate: it may be ordered soon."""
    containers: Callable[[], tuple[str, ...]]
    qualities: Callable[[], tuple[str, ...]]


def _direct(message: str, project: Project) -> Turn:
    from t2v_studio.director import direct  # noqa: PLC0415 - loads the word lists, see above

    return direct(message, project)


def _probe(path: Path) -> MediaInfo:
    from t2v_studio.media import MediaError  # noqa: PLC0415 - loads PyAV, see above
    from t2v_studio.opening import probe  # noqa: PLC0415 - same

    try:
        return probe(path)
    except MediaError as error:
        raise SkillError(error.code, error.say) from error


def _render(film: Film, assets: Mapping[str, Path], output: Path, **options: Any) -> Movie:
    from t2v_studio.movie import render  # noqa: PLC0415 - loads the drawing, see above
    from t2v_studio.movie.outcome import RenderCancelledError, RenderError  # noqa: PLC0415 - same

    try:
        return render(film, assets, output, workers=0, **options)
    except RenderCancelledError as error:
        raise Stopped from error
    except RenderError as error:
        raise SkillError("render_failed", error.say) from error


def _crew(size: int) -> Crew:
    from t2v_studio.movie.crew import Crew as Workers  # noqa: PLC0415 - loads PyAV, see above

    return Workers(size)


def _prepare(film: Film, crew: Crew, scale: float, fps: int | None) -> None:
    from t2v_studio.movie import prepare  # noqa: PLC0415 - loads the drawing, see above

    prepare(film, cast("Workers", crew), scale=scale, fps=fps)


def _containers() -> tuple[str, ...]:
    from t2v_studio.movie.formats import CONTAINERS  # noqa: PLC0415 - loads the drawing

    return tuple(CONTAINERS)


def _qualities() -> tuple[str, ...]:
    from t2v_studio.movie.formats import QUALITIES  # noqa: PLC0415 - loads the drawing

    return tuple(QUALITIES)


REAL = Crafts(
    direct=_direct,
    probe=_probe,
    render=_render,
    crew=_crew,
    prepare=_prepare,
    containers=_containers,
    qualities=_qualities,
)
