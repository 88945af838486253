"""What was asked for against what the file is, for every export."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from t2v.downloads import tracks
from t2v.downloads.tracks import Delivered
from t2v.draft import Timeline
from t2v.wishes import Wishes

SLACK_S = 0.5
SLACK = 0.05
"""A film may be off by this much before anybody would call it another length or shape."""

LINES = {
    "low": 480, "480p": 480, "medium": 720, "720p": 720, "high": 1080, "1080p": 1080,
    "1440p": 1440, "2160p": 2160,
}  # fmt: skip
"""The short side that each quality stands for."""

SHAPES = ((1.15, "horizontal"), (1 / 1.15, "square"), (0.0, "vertical"))


class Comparison(NamedTuple):
    """Both sides, as data, and each difference as `what`, `asked`, `got`."""

    requested: dict[str, Any]
    delivered: dict[str, Any]
    differs: list[dict[str, str]]

    def facts(self) -> dict[str, Any]:
        """Return what stands under `data`."""
        return self._asdict()

    def say(self) -> str:
        """Return the differences as a sentence, nothing where there are none."""
        if not self.differs:
            return ""
        asked = " ".join(one["asked"] for one in self.differs)
        got = " ".join(one["got"] for one in self.differs)
        return f"Asked {asked}, got {got}."


def compare(
    path: Path, timeline: Timeline, *, wishes: Wishes, container: str, quality: str
) -> Comparison:
    """Compare a delivered file with what was asked for.

    Args:
        path: the file.
        timeline: what was rendered; it speaks where the user's words do not.
        wishes: what the user's words say.
        container: the format, such as mp4.
        quality: as the export was asked for: low, medium, high or a size.
    """
    got = tracks.read(path)
    asked = {
        "duration_s": wishes.duration_s or timeline.duration_ms / 1000 or None,
        "aspect": wishes.aspect or timeline.aspect or None,
        "lines": LINES.get(quality),
        # Without music, pictures of the user's own may still bring their sound along.
        "audio": any(track.kind == "audio" for track in timeline.tracks) or None,
        "format": container,
    }
    return Comparison(asked, {**asdict(got), "format": container}, _differences(asked, got))


def _differences(asked: dict[str, Any], got: Delivered) -> list[dict[str, str]]:
    found = [_length(asked["duration_s"], got.duration_s)]
    if got.width and got.height:
        found += [
            _shape(asked["aspect"], got.width / got.height),
            _lines(asked["lines"], min(got.width, got.height)),
        ]
    if asked["audio"] and got.audio is False:
        found.append(("sound", "with sound", "without sound"))
    return [dict(zip(("what", "asked", "got"), one, strict=True)) for one in found if one]


Difference: TypeAlias = "tuple[str, str, str] | None"


def _length(asked: float | None, got: float | None) -> Difference:
    if not asked or got is None or abs(got - asked) <= max(SLACK_S, SLACK * asked):
        return None
    return "duration", f"{asked:g} s", f"{round(got, 1):g} s"


def _shape(asked: str | None, got: float) -> Difference:
    wanted = _ratio(asked)
    if not wanted or abs(got / wanted - 1) <= SLACK:
        return None
    names = _named(wanted), _named(got)
    if names[0] == names[1]:
        return "aspect", str(asked), f"{got:.2f}:1"
    return "aspect", *names


def _lines(asked: int | None, got: int) -> Difference:
    """A larger picture than asked for is no loss to anybody."""
    return ("size", f"{asked}p", f"{got}p") if asked and got < asked * (1 - SLACK) else None


def _ratio(aspect: str | None) -> float:
    width, _, height = (aspect or "").partition(":")
    try:
        return float(width) / float(height)
    except (ValueError, ZeroDivisionError):
        return 0.0


def _named(ratio: float) -> str:
    return next(name for least, name in SHAPES if ratio >= least)
