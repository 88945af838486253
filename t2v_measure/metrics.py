"""Every number that is measured, as a table: name, unit, how, what it means, who defined it.

None of them knows what was asked for: fidelity to a prompt is not measured on the CPU.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from t2v_measure import container
from t2v_measure.hearing.ear import Ear
from t2v_measure.stretches import Stretch, seconds
from t2v_measure.watching import Seen

Value = float | str | bool | None
"""A number, a word or a yes; None where a film has nothing to measure it on."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One row. `digits` is what is worth printing; `plotted` says whether a page shows it."""

    name: str
    unit: str
    value: Callable[[Seen], Value]
    meaning: str
    source: str
    digits: int = 3
    plotted: bool = True


def _aspect(seen: Seen) -> str:
    common = math.gcd(seen.width, seen.height)
    return f"{seen.width // common}:{seen.height // common}"


def _blocks(of: Callable[[Seen], list[Stretch]]) -> Callable[[Seen], float]:
    return lambda seen: seconds(of(seen))


def _heard(of: Callable[[Ear], Value]) -> Callable[[Seen], Value]:
    """Return the function for films with sound, and None for the others."""
    return lambda seen: of(seen.ear) if seen.ear and seen.ear.samples else None


def silent(seen: Seen) -> list[Stretch]:
    """Return where nothing is heard; a film without sound has no such stretches."""
    return seen.ear.levels.silent() if seen.ear and seen.ear.samples else []


def clipped(seen: Seen) -> list[Stretch]:
    """Return where the sound is cut off."""
    return seen.ear.levels.clipped() if seen.ear else []


# fmt: off
METRICS: tuple[Metric, ...] = (
    # The file
    Metric("bytes", "B", lambda s: s.bytes, "size of the file", "file system", 0, plotted=False),
    Metric("duration", "s", lambda s: s.until_s, "end of the last frame", "decoded", 2),
    Metric("fps", "1/s", lambda s: s.fps, "frames a second", "stream header", 2, plotted=False),
    Metric("frames", "", lambda s: s.frames, "frames that were decoded", "decoded", 0,
           plotted=False),
    Metric("width", "px", lambda s: s.width, "upright width", "stream header", 0, plotted=False),
    Metric("height", "px", lambda s: s.height, "upright height", "stream header", 0,
           plotted=False),
    Metric("aspect", "", _aspect, "width to height", "stream header", plotted=False),
    Metric("bitrate", "kb/s", lambda s: s.bytes * 8 / 1000 / s.until_s if s.until_s else None,
           "mean of the whole file", "bytes / duration", 0),
    Metric("container", "", lambda s: s.facts.container, "file format", "first bytes",
           plotted=False),
    Metric("video_codec", "", lambda s: s.facts.video_codec, "codec of the picture",
           "stream header", plotted=False),
    Metric("audio_codec", "", lambda s: s.facts.audio_codec or None, "codec of the sound",
           "stream header", plotted=False),
    Metric("conforms", "", lambda s: not container.deviations(s.facts),
           "MP4, H.264, AAC, yuv420p, index first, tagged BT.709", "container.RULES",
           plotted=False),
    Metric("damaged_packets", "", lambda s: s.damage, "packets that could not be decoded",
           "FFmpeg", 0, plotted=False),
    # The picture
    Metric("temporal_flickering", "0-1", lambda s: s.flicker.score(),
           "1 is steady; motion lowers it, as films are not filtered for standing still",
           "VBench (Huang et al., 2024): (255 - MAE of consecutive frames) / 255", 4),
    Metric("pulsing", "levels", lambda s: s.pulse.strength(),
           "brightness that swings back and forth between frames, of 255", "own"),
    Metric("motion", "%/s", lambda s: s.motion.mean(),
           "mean speed of all pixels, in picture widths", "DIS optical flow at 8 fps", 2),
    Metric("motion_fastest", "%/s", lambda s: s.motion.top(),
           "mean speed of the fastest twentieth of the pixels", "as VBench's dynamic degree, "
           "with DIS for RAFT", 2),
    Metric("sharpness", "levels^2", lambda s: s.detail.mean("sharpness"),
           "variance of the Laplacian at about 640x360", "Pech-Pacheco et al., 2000", 1),
    Metric("blur", "0-1", lambda s: s.detail.mean("blur"), "0 is sharp",
           "Crete et al., 2007"),
    Metric("brightness", "0-1", lambda s: s.detail.mean("brightness"), "mean luma", "mean"),
    Metric("contrast", "0-0.5", lambda s: s.detail.mean("contrast"), "RMS contrast",
           "standard deviation of luma"),
    Metric("colourfulness", "M3", lambda s: s.detail.mean("colourfulness"),
           "0 is grey, 59 quite, 109 extremely colourful", "Hasler and Suesstrunk, 2003", 1),
    Metric("scene_cuts", "", lambda s: len(s.cuts.found()), "hard changes of scene",
           "as FFmpeg's scdet, without flashes", 0),
    Metric("black", "s", _blocks(lambda s: s.black.found()), "time without a picture",
           "as FFmpeg's blackdetect", 2, plotted=False),
    Metric("frozen", "s", _blocks(lambda s: s.frozen.found()), "time in which nothing moves",
           "as FFmpeg's freezedetect, cell by cell", 2, plotted=False),
    # The sound
    Metric("has_audio", "", lambda s: bool(s.ear and s.ear.samples), "whether there is sound",
           "decoded", plotted=False),
    Metric("loudness", "LUFS", _heard(lambda ear: ear.loudness.integrated()),
           "integrated; broadcasters want -23, platforms about -14", "EBU R128 (BS.1770)", 1),
    Metric("true_peak", "dBTP", _heard(lambda ear: ear.loudness.true_peak()),
           "highest level between samples too; above -1 may distort", "BS.1770, Annex 2", 1),
    Metric("silent", "s", _heard(lambda ear: seconds(ear.levels.silent())), "time below -50 dBFS",
           "as FFmpeg's silencedetect", 2, plotted=False),
    Metric("clipped", "s", _heard(lambda ear: seconds(ear.levels.clipped())),
           "time cut off at full scale", "own", 2, plotted=False),
)
# fmt: on

REFERENCE: tuple[tuple[str, str, str, str], ...] = (
    ("psnr", "dB", "against the reference; 40 is hard to see", "FFmpeg's psnr"),
    ("ssim", "0-1", "against the reference; 1 is the same", "Wang et al., 2004; FFmpeg's ssim"),
    ("vmaf", "0-100", "against the reference, as people would judge", "Netflix's libvmaf"),
)
"""What needs a reference: name, unit, meaning, source."""

CLIP = ("clip_score", "", "100 x cosine of prompt and frames, with the model that was given",
        "Hessel et al., 2021")  # fmt: skip
"""What needs a model on disk and a prompt."""


def values(seen: Seen) -> dict[str, Value]:
    """Return every metric of one film, rounded as its row says."""
    return {row.name: rounded(row.value(seen), row.digits) for row in METRICS}


def rounded(value: Value, digits: int) -> Value:
    """Return a value as it is printed; a number that is none becomes None."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    if not math.isfinite(value):
        return None
    return round(value, digits) if digits else round(value)


def numeric(rows: Iterable[Metric] = METRICS) -> list[str]:
    """Return the names of the metrics that are plotted and correlated."""
    return [row.name for row in rows if row.plotted]
