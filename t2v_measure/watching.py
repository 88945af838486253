"""One pass over one file: every packet decoded once, every frame shown to every observer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import av
from av.container import InputContainer
from av.stream import Stream
from av.video.stream import VideoStream

from t2v_measure import container as header
from t2v_measure import source
from t2v_measure.hearing.ear import Ear
from t2v_measure.seeing.cuts import Cuts
from t2v_measure.seeing.detail import Detail
from t2v_measure.seeing.fingerprint import Fingerprint
from t2v_measure.seeing.look import Lens, Observer
from t2v_measure.seeing.motion import Motion
from t2v_measure.seeing.poster import Poster
from t2v_measure.seeing.steadiness import Flicker, Pulse
from t2v_measure.seeing.stillness import Black, Frozen
from t2v_measure.trouble import MeasureError

SHORT_S = 0.5
"""A film that ends this much before the length that its header states is cut short."""

Tell = Callable[[float], None]


@dataclass(slots=True, kw_only=True)
class Seen:
    """All that is known of a film after the pass."""

    path: Path
    bytes: int
    facts: header.Facts
    width: int
    height: int
    fps: float
    stated_s: float
    frames: int = 0
    until_s: float = 0.0
    damage: int = 0
    """Packets that could not be decoded."""
    ear: Ear | None = None
    flicker: Flicker = field(default_factory=Flicker)
    pulse: Pulse = field(default_factory=Pulse)
    black: Black = field(default_factory=Black)
    frozen: Frozen = field(default_factory=Frozen)
    cuts: Cuts = field(default_factory=Cuts)
    detail: Detail = field(default_factory=Detail)
    fingerprint: Fingerprint = field(default_factory=Fingerprint)
    motion: Motion = field(init=False)
    poster: Poster = field(init=False)

    def __post_init__(self) -> None:
        """Make the observers that need to know something."""
        self.motion = Motion(self.cuts)
        self.poster = Poster(self.stated_s / 3)

    @property
    def observers(self) -> tuple[Observer, ...]:
        """All that look at frames; cuts before motion, which asks them."""
        return (self.flicker, self.pulse, self.black, self.frozen, self.cuts, self.detail,
                self.fingerprint, self.motion, self.poster)  # fmt: skip


def watch(path: Path, *, threads: int, tell: Tell = lambda _: None) -> Seen:
    """Decode the whole file and return what was seen and heard.

    Args:
        path: the video.
        threads: of the decoder.
        tell: is told the fraction that is done, now and then.

    Raises:
        MeasureError: as `source.open_video`; `file_damaged` when it ends before it should.
    """
    with source.open_video(path) as container:
        film = source.picture(container)
        assert film is not None  # noqa: S101 - open_video has looked
        film.codec_context.thread_count = threads
        film.codec_context.thread_type = "AUTO"
        seen = _begin(path, container, film)
        _decode(container, film, seen, tell)
    if not seen.frames:
        raise source.damaged(path)
    if seen.stated_s - seen.until_s > max(SHORT_S, 0.02 * seen.stated_s):
        raise MeasureError("file_damaged", f"{path.name} is cut short.")
    return seen


def _begin(path: Path, container: InputContainer, film: VideoStream) -> Seen:
    return Seen(
        path=path,
        bytes=path.stat().st_size,
        facts=header.facts(path, container, film),
        width=film.width,
        height=film.height,
        fps=float(film.average_rate or film.guessed_rate or 0),
        stated_s=_stated_s(container, film),
    )


def _stated_s(container: InputContainer, film: VideoStream) -> float:
    if film.duration and film.time_base:
        return float(film.duration * film.time_base)
    return source.length_s(container) if not container.streams.audio else 0.0


def _decode(container: InputContainer, film: VideoStream, seen: Seen, tell: Tell) -> None:
    sound = next(iter(container.streams.audio), None)
    seen.ear = Ear(sound) if sound else None
    clock = _Clock(film, seen.fps)
    lens = Lens()
    streams: list[Stream] = [film, sound] if sound else [film]
    for frame in _frames(container, streams, seen):
        if isinstance(frame, av.AudioFrame):
            if seen.ear:
                seen.ear.hear(frame)
            continue
        if not seen.frames and frame.rotation % 180:
            seen.width, seen.height = seen.height, seen.width
        start, end = clock.times(frame)
        look = lens.look(frame, start, end)
        for observer in seen.observers:
            observer.see(look)
        seen.frames, seen.until_s = seen.frames + 1, end
        if seen.frames % 50 == 0 and seen.stated_s:
            tell(min(1.0, end / seen.stated_s))
    if seen.ear:
        seen.ear.end()


def _frames(
    container: InputContainer, streams: list[Stream], seen: Seen
) -> Iterator[av.VideoFrame | av.AudioFrame]:
    """Yield decoded frames; what cannot be decoded is counted, and the film goes on."""
    packets = container.demux(*streams)
    while True:
        try:
            packet = next(packets)
        except StopIteration:
            return
        except av.error.FFmpegError:
            seen.damage += 1
            return
        try:
            for frame in packet.decode():
                if isinstance(frame, (av.VideoFrame, av.AudioFrame)):
                    yield frame
        except av.error.FFmpegError:
            seen.damage += 1


class _Clock:
    """When each frame is shown, in seconds from the film's first."""

    def __init__(self, film: VideoStream, fps: float) -> None:
        base = film.time_base or Fraction(1)
        self._zero = float((film.start_time or 0) * base)
        self._step = 1 / fps if fps > 0 else 1 / 25
        self._end = 0.0

    def times(self, frame: av.VideoFrame) -> tuple[float, float]:
        """Return start and end; a frame without a time follows the one before."""
        start = self._end if frame.time is None else max(0.0, frame.time - self._zero)
        length = float(frame.duration * (frame.time_base or 0)) or self._step
        self._end = start + length
        return start, self._end
