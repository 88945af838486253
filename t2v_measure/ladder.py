"""What a size allows: how the bits of a file are divided, and how large the picture may stay."""

from __future__ import annotations

from dataclasses import dataclass

from t2v_measure.trouble import MeasureError

AIM = 0.975
"""Of the limit: rate control misses by a few percent, and a second try costs as much again."""

HEADER_BYTES = 3_000
SAMPLE_BYTES = 16
"""Of the index, for each frame of picture or sound."""
AUDIO_FRAMES_PER_S = 48_000 / 1024

AUDIO = ((128, 2), (96, 2), (64, 2), (48, 1), (32, 1), (24, 1))
"""kb/s and channels, the best first."""
AUDIO_SHARE = 0.2
"""Of all bits; the last rung is taken whatever its share."""

SCALES = (1.0, 0.75, 2 / 3, 0.5, 0.375, 0.25)
LEAST_BITS_PER_PIXEL = 0.05
"""Below it two-pass x264 shows blocks, and a smaller picture looks better."""
FEWEST_BITS_PER_PIXEL = 0.012
"""Below it nothing can be recognised, even at the smallest scale."""
SMALLEST_SIDE = 64
CALM_FPS = 30.0
"""Twice as many frames are halved before the picture is made smaller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """What is to fit: seconds, pixels, frames a second."""

    seconds: float
    width: int
    height: int
    fps: float
    sound: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """How it is made to fit. `every` n-th frame is kept; `channels` is 0 without sound."""

    width: int
    height: int
    every: int
    video_kbps: int
    audio_kbps: int
    channels: int


def rung(film: Film, limit: int) -> Rung:
    """Return the best rung for so many bytes.

    Raises:
        MeasureError: `cannot_fit` when even the smallest would be over it, or not worth seeing.
    """
    every = 2 if film.fps > CALM_FPS * 1.5 else 1
    for step in sorted({1, every}):
        chosen = _at(film, limit, step)
        if chosen and (chosen.width == _even(film.width) or step == every):
            return chosen
    raise MeasureError(
        "cannot_fit",
        f"{_length(film.seconds)} cannot fit into {limit / 1e6:g} MB and still be watched.",
    )


def _at(film: Film, limit: int, every: int) -> Rung | None:
    fps = film.fps / every
    frames = film.seconds * (fps + (AUDIO_FRAMES_PER_S if film.sound else 0))
    kbps = (limit * AIM - HEADER_BYTES - SAMPLE_BYTES * frames) * 8 / 1000 / film.seconds
    audio, channels = _audio(kbps) if film.sound else (0, 0)
    video = kbps - audio
    sizes = [(_even(film.width * scale), _even(film.height * scale)) for scale in SCALES]
    sizes = [size for size in sizes if min(size) >= SMALLEST_SIDE] or sizes[:1]
    for width, height in sizes:
        if video * 1000 >= LEAST_BITS_PER_PIXEL * width * height * fps:
            break
    if video * 1000 < FEWEST_BITS_PER_PIXEL * width * height * fps:
        return None
    return Rung(
        width=width,
        height=height,
        every=every,
        video_kbps=int(video),
        audio_kbps=audio,
        channels=channels,
    )


def _audio(kbps: float) -> tuple[int, int]:
    return next((row for row in AUDIO if row[0] <= AUDIO_SHARE * kbps), AUDIO[-1])


def _even(pixels: float) -> int:
    """Return a side that 4:2:0 can have."""
    return max(2, round(pixels / 2) * 2)


def _length(seconds: float) -> str:
    return f"{seconds / 60:.0f} minutes" if seconds >= 120 else f"{seconds:.0f} seconds"
