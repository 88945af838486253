"""A copy of a film that is not larger than a limit, and how much of the picture is left."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from t2v_measure import reference, source, twopass, vmaf
from t2v_measure.files import unwritable
from t2v_measure.ladder import Film, Rung, rung
from t2v_measure.trouble import MeasureError
from t2v_measure.twopass import Pass

TRIES = 4
"""Of the second pass: each aims as much lower as the one before was over."""
MARGIN = 0.97

LONG_S = 60.0
"""Of a longer film every fifth frame is judged."""

Tell = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """The copy. `file` is None when the film fitted as it was; qualities are against the film."""

    file: str | None
    bytes: int
    limit: int
    original_bytes: int
    width: int = 0
    height: int = 0
    fps: float = 0.0
    video_kbps: int = 0
    audio_kbps: int = 0
    psnr: float | None = None
    ssim: float | None = None
    vmaf: float | None = None

    def plain(self) -> dict[str, Any]:
        """Return JSON types."""
        return asdict(self)


def fitted(path: Path, output: Path, limit: int, tell: Tell, *, force: bool = False) -> Fitted:
    """Make the copy as `output`, which has only then its name when it is whole and small enough.

    Args:
        path: the film, which stays as it is.
        output: the copy's path; unless `force`, nothing may be there.
        limit: bytes.
        tell: is told the fraction that is done.
        force: whether what is there is replaced.

    Raises:
        MeasureError: as `source.open_video`; `cannot_fit`, `output_exists`, `disk_full`, ...
    """
    film = _film(path)
    size = path.stat().st_size
    if size <= limit:
        return Fitted(file=None, bytes=size, limit=limit, original_bytes=size)
    if output.exists() and not force:
        raise MeasureError("output_exists", f"{output} exists already.")
    with _work(output) as folder:
        copy, chosen = _encoded(path, folder, rung(film, limit), limit, tell)
        done = Fitted(
            file=str(output),
            bytes=copy.stat().st_size,
            limit=limit,
            original_bytes=size,
            width=chosen.width,
            height=chosen.height,
            fps=round(film.fps / chosen.every, 3),
            video_kbps=chosen.video_kbps,
            audio_kbps=chosen.audio_kbps,
            **_quality(copy, path, film.seconds),
        )
        try:
            copy.replace(output)
        except OSError as error:
            raise unwritable(output, error) from error
    tell(1.0)
    return done


@contextlib.contextmanager
def _work(output: Path) -> Any:  # noqa: ANN401 - an iterator of one path
    try:
        # Beside the output, so that the copy only has to be renamed.
        folder = tempfile.TemporaryDirectory(prefix=".t2v-fit-", dir=output.parent)
    except OSError as error:
        raise unwritable(output, error) from error
    with folder as name:
        yield Path(name)


def _film(path: Path) -> Film:
    with source.open_video(path) as container:
        picture = source.picture(container)
        assert picture is not None  # noqa: S101 - open_video has looked
        seconds = source.length_s(container)
        if seconds <= 0:
            raise source.damaged(path)
        return Film(
            seconds=seconds,
            width=picture.width,
            height=picture.height,
            fps=float(picture.average_rate or 25),
            sound=bool(container.streams.audio),
        )


def _encoded(path: Path, folder: Path, first: Rung, limit: int, tell: Tell) -> tuple[Path, Rung]:
    """Return the copy and how it was made; it is not over the limit."""
    stats, copy = folder / "stats", folder / "copy.mp4"
    chosen = first
    learn = Pass(number=1, rung=first, stats=stats)
    twopass.run(path, folder / "nothing", learn, lambda now: tell(0.4 * now))
    for _ in range(TRIES):
        spend = Pass(number=2, rung=chosen, stats=stats)
        twopass.run(path, copy, spend, lambda now: tell(0.4 + 0.45 * now))
        size = copy.stat().st_size
        if size <= limit:
            return copy, chosen
        # Only the picture's share can be lowered.
        fixed = size - size * chosen.video_kbps / (chosen.video_kbps + chosen.audio_kbps)
        lower = chosen.video_kbps * (limit - fixed) / max(1.0, size - fixed) * MARGIN
        if lower < 1:
            break
        chosen = replace(chosen, video_kbps=int(lower))
    raise MeasureError("cannot_fit", f"{path.name} cannot be made smaller than {limit / 1e6:g} MB.")


def _quality(copy: Path, path: Path, seconds: float) -> dict[str, Any]:
    """Return PSNR, SSIM and, where it can be measured, VMAF against the original."""
    found: dict[str, Any] = dict(reference.compare(copy, path))
    if vmaf.available():
        found["vmaf"] = vmaf.vmaf(copy, path, threads=2, step=5 if seconds > LONG_S else 1)
    return found
