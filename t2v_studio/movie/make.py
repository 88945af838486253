"""A film into a file: plan, pictures and sound, join. The story of the package."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from t2v_studio.film import Film
from t2v_studio.media import MediaError
from t2v_studio.movie.art import Art
from t2v_studio.movie.crew import Crew, Watch, alone
from t2v_studio.movie.errand import Packets
from t2v_studio.movie.formats import Container, Quality
from t2v_studio.movie.job import Job
from t2v_studio.movie.join import RATE, join
from t2v_studio.movie.outcome import Movie, RenderError
from t2v_studio.movie.plan import plan

if TYPE_CHECKING:
    from t2v_studio.sound.spectrum import Samples

KEPT_SOUND_MS = 120_000
"""Of longer films the sound is not kept; two minutes take 46 MB."""


def render(  # noqa: PLR0913 - the wishes of one render, each with its default
    film: Film,
    assets: Mapping[str, Path],
    output: Path,
    *,
    quality: str | Quality = "high",
    container: str | Container = "mp4",
    scale: float = 1.0,
    fps: int | None = None,
    crew: Crew | None = None,
    workers: int = 2,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    art: Art | None = None,
) -> Movie:
    """Make the film and put it at `output`, replacing what is there, all at once.

    Args:
        film: What to make.
        assets: Files of uploaded pictures, clips and sounds, by the ids that the film names.
        output: The finished file. Its name says nothing: `container` decides the format.
        quality: A row of QUALITIES, by its name or as it is.
        container: A row of CONTAINERS, likewise.
        scale: Of the quality's size; sides come out even.
        fps: Frames a second, where it is not the film's own.
        crew: Who draws and encodes.
        workers: Without a crew, how many processes are started for it; 0 does it in this one.
        progress: Hears the share of frames done, 0 to 1.
        cancelled: Asked often; True stops the work.
        art: Who draws; the studio itself where it is None.

    Raises:
        RenderError: The film cannot be made; nothing was written.
        RenderCancelledError: `cancelled` said so; nothing was written.
    """
    decided = plan(film, quality=quality, container=container, scale=scale, fps=fps)
    job = Job(film=film, assets=_used(film, assets), plan=decided, art=art)
    watch = Watch(progress or _unheard, cancelled or _never)
    watch.check()
    try:
        with _at_once(output) as unfinished, _makers(job, watch, crew, workers) as stretches:
            join(stretches, _heard(job), decided, unfinished)
    except MediaError as broken:
        raise RenderError(broken.say) from broken
    return Movie(
        path=output,
        width=decided.width,
        height=decided.height,
        fps=decided.fps,
        frames=decided.frames,
        duration_ms=decided.duration_ms,
        bytes=output.stat().st_size,
    )


def prepare(film: Film, crew: Crew, *, scale: float, fps: int | None) -> None:
    """Let a crew get ready to render the film in the usual way, in its idle time."""
    try:
        decided = plan(film, quality="high", container="mp4", scale=scale, fps=fps)
    except RenderError:
        return  # whoever orders it hears why
    if any(_asset_ids(film.to_wire())):
        return  # files are opened when somebody wants the film, and not before
    crew.prepare(Job(film=film, assets={}, plan=decided))
    with suppress(MediaError):  # same
        _mixed(film, {})


def _used(film: Film, assets: Mapping[str, Path]) -> dict[str, Path]:
    """Return the files that the film names; who opens none of them can make other films after."""
    named = set(_asset_ids(film.to_wire()))
    return {name: path for name, path in assets.items() if name in named}


def _asset_ids(part: object) -> Iterator[str]:
    """Find every `asset` of a draft, wherever it stands."""
    if isinstance(part, dict):
        if "asset" in part:
            yield part["asset"]
        part = list(part.values())
    if isinstance(part, list):
        yield from (name for one in part for name in _asset_ids(one))


@contextmanager
def _makers(job: Job, watch: Watch, crew: Crew | None, workers: int) -> Iterator[Iterator[Packets]]:
    """Lend the packets of every stretch, whoever makes them."""
    with ExitStack() as stack:
        if crew is None and workers:
            crew = Crew(min(workers, len(job.plan.chunks)))
            stack.callback(crew.close)
        yield stack.enter_context(crew.packets(job, watch)) if crew else alone(job, watch)


def _heard(job: Job) -> Samples:
    """Return the film's sound, to the sample as long as its frames."""
    if not job.plan.container.audio_codec:
        return np.zeros((0, 2), np.float32)
    samples = round(job.plan.frames * RATE / job.plan.fps)
    heard = _mixed(job.film, job.assets)[:samples]
    return np.pad(heard, ((0, samples - len(heard)), (0, 0)))


def _mixed(film: Film, assets: Mapping[str, Path]) -> Samples:
    if assets or film.duration_ms > KEPT_SOUND_MS:
        return _mix(film, assets)
    return _composed(film)


@lru_cache(maxsize=2)
def _composed(film: Film) -> Samples:
    """Return the sound of a film that needs no files; the last ones are kept for another export."""
    return _mix(film, {})


def _mix(film: Film, assets: Mapping[str, Path]) -> Samples:
    from t2v_studio.sound import mix  # noqa: PLC0415 - while others draw already; they never need it

    return mix(film, assets, RATE)


@contextmanager
def _at_once(output: Path) -> Iterator[Path]:
    """Lend a name beside `output`; the file takes its place when all went well, else it goes."""
    unfinished = output.with_name(f".{output.stem}-{secrets.token_hex(4)}.part")
    try:
        yield unfinished
        unfinished.replace(output)
    finally:
        unfinished.unlink(missing_ok=True)


def _unheard(_share: float) -> None:
    """Nobody listens."""


def _never() -> bool:
    return False
