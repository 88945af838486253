"""Whether a file is what players, notebooks and chats take everywhere: its container and codecs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from av.audio.stream import AudioStream
from av.container import InputContainer
from av.video.stream import VideoStream

BT709 = 1
"""Of ISO/IEC 23091-2, for primaries, transfer and matrix alike."""
LIMITED = 1
"""FFmpeg's number of the range 16 to 235."""
MOST_BOXES = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the file's header says."""

    container: str
    video_codec: str
    audio_codec: str
    pixels: str
    faststart: bool | None
    """Whether the index comes before the media; None where a format has no such thing."""
    bt709: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is expected, and the words for a file that is otherwise."""

    name: str
    kept: Callable[[Facts], bool]
    told: Callable[[Facts], str]


RULES = (
    Rule("mp4", lambda f: f.container == "mp4", lambda f: f"the container is {f.container}"),
    Rule("h264", lambda f: f.video_codec == "h264", lambda f: f"the picture is {f.video_codec}"),
    Rule(
        "aac",
        lambda f: f.audio_codec in ("aac", ""),
        lambda f: f"the sound is {f.audio_codec}",
    ),
    Rule("yuv420p", lambda f: f.pixels == "yuv420p", lambda f: f"the pixels are {f.pixels}"),
    Rule("faststart", lambda f: f.faststart is not False, lambda _: "the index is at the end"),
    Rule("bt709", lambda f: f.bt709, lambda _: "the colours are not tagged BT.709"),
)
"""What is expected: it plays everywhere, begins before it is loaded, and has the right colours."""


def facts(path: Path, container: InputContainer, film: VideoStream) -> Facts:
    """Read the header's facts."""
    sound = next(iter(container.streams.audio), None)
    kinds = _kind(path)
    context = film.codec_context
    return Facts(
        container=kinds or container.format.name.split(",")[0],
        video_codec=context.name,
        audio_codec=_codec(sound),
        pixels=context.pix_fmt or "",
        faststart=_index_first(path) if kinds in ("mp4", "mov") else None,
        bt709=(
            context.colorspace == context.color_primaries == context.color_trc == BT709
            and context.color_range == LIMITED
        ),
    )


def deviations(found: Facts) -> list[str]:
    """Return what is not as expected, in words; nothing for a file that plays everywhere."""
    return [rule.told(found) for rule in RULES if not rule.kept(found)]


def _codec(sound: AudioStream | None) -> str:
    return sound.codec_context.name if sound else ""


def _kind(path: Path) -> str:
    """Return mp4, mov or webm where the first bytes say so: FFmpeg has one name for several."""
    with path.open("rb") as file:
        head = file.read(64)
    if head[4:8] == b"ftyp":
        return "mov" if head[8:12] == b"qt  " else "mp4"
    return "webm" if b"webm" in head else ""


def _index_first(path: Path) -> bool:
    """Tell whether `moov` comes before `mdat` (ISO/IEC 14496-12)."""
    with path.open("rb") as file:
        position = 0
        for _ in range(MOST_BOXES):
            file.seek(position)
            head = file.read(16)
            if len(head) < 8 or head[4:8] in (b"moov", b"mdat"):
                return head[4:8] == b"moov"
            length = int.from_bytes(head[:4], "big")
            length = int.from_bytes(head[8:16], "big") if length == 1 else length
            if length < 8:
                return False
            position += length
    return False
