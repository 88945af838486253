"""Small films out of nothing: a textured scene that pans, shapes that move, a tone with noise."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from numpy.typing import NDArray

WIDTH, HEIGHT, FPS, SECONDS = 384, 216, 24, 5
RATE, SAMPLES = 48_000, 1024

Frame = NDArray[np.uint8]
Sound = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """How a film is written. `keep` is the share of the file that is left, 1 for all."""

    container: str = "mp4"
    video: str = "libx264"
    audio: str = "aac"
    crf: int = 23
    tagged: bool = True
    faststart: bool = True
    scale: float = 1.0
    keep: float = 1.0


@dataclass(slots=True, kw_only=True)
class Film:
    """Frames (BGR) at FPS, sound as samples by channel, or none."""

    frames: list[Frame]
    sound: Sound | None
    coding: Coding = field(default_factory=Coding)


def scene(seed: int, count: int = FPS * SECONDS) -> list[Frame]:
    """Return the frames of a scene; the same seed gives the same ones."""
    rng = np.random.default_rng(seed)
    wide = _texture(rng)
    step = rng.uniform(0.6, 2.2, 2) * rng.choice([-1, 1], 2)
    shapes = [_Shape(rng) for _ in range(4)]
    frames = []
    for n in range(count):
        x, y = (wide.shape[1] - WIDTH) / 2 + n * step[0], (wide.shape[0] - HEIGHT) / 2 + n * step[1]
        move = np.array([[1, 0, -x], [0, 1, -y]], np.float64)
        moved = cv2.warpAffine(wide, move, (WIDTH, HEIGHT), borderMode=cv2.BORDER_REFLECT)
        frame = np.asarray(moved, np.uint8)
        for shape in shapes:
            shape.draw(frame, n)
        frames.append(frame)
    return frames


class _Shape:
    """A disc that goes round."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._centre = rng.uniform((60, 50), (WIDTH - 60, HEIGHT - 50))
        self._reach, self._speed = rng.uniform(15, 60), rng.uniform(0.03, 0.09)
        self._colour = tuple(int(part) for part in rng.integers(20, 256, 3))
        self._size = int(rng.integers(8, 26))

    def draw(self, frame: Frame, n: int) -> None:
        turn = np.array([np.cos(n * self._speed), np.sin(n * self._speed)])
        x, y = self._centre + self._reach * turn
        place = (int(x * 16), int(y * 16))
        cv2.circle(frame, place, self._size * 16, self._colour, -1, cv2.LINE_AA, 4)


def _texture(rng: np.random.Generator) -> Frame:
    """Return a picture larger than the frame: broad patches of colour, with lines on them."""
    size = (WIDTH * 2, HEIGHT * 2)
    patches = rng.integers(30, 226, (6, 9, 3), np.uint8)
    picture = cv2.resize(patches, size, interpolation=cv2.INTER_CUBIC)
    for _ in range(90):
        start, end = rng.integers(0, size, (2, 2))
        colour = tuple(int(part) for part in rng.integers(0, 256, 3))
        cv2.line(picture, tuple(map(int, start)), tuple(map(int, end)), colour, 1, cv2.LINE_AA)
    return np.asarray(picture, np.uint8)


def tone(seed: int, seconds: float = SECONDS) -> Sound:
    """Return two channels of a chord with a little noise; peaks lie at about 0.5."""
    rng = np.random.default_rng(seed)
    time = np.arange(round(seconds * RATE)) / RATE
    chord = sum(np.sin(2 * np.pi * hertz * time) for hertz in rng.uniform(150, 900, 3))
    noise = rng.normal(0, 0.02, (2, len(time)))
    return np.asarray(0.14 * chord + noise, np.float32)


def write(film: Film, path: Path) -> None:
    """Encode the film as its coding says."""
    coding = film.coding
    options = {"movflags": "+faststart"} if coding.faststart and coding.container == "mp4" else {}
    with av.open(str(path), "w", format=coding.container, options=options) as out:
        picture = out.add_stream(coding.video, rate=FPS)
        assert isinstance(picture, av.VideoStream)  # noqa: S101 - the codecs are of pictures
        height, width = (round(side * coding.scale / 2) * 2 for side in (HEIGHT, WIDTH))
        picture.width, picture.height, picture.pix_fmt = width, height, "yuv420p"
        picture.options = {"crf": str(coding.crf), "preset": "veryfast"}
        if coding.tagged:
            context = picture.codec_context
            context.color_range, context.colorspace = ColorRange.MPEG, Colorspace.ITU709
            context.color_primaries, context.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
        sound = out.add_stream(coding.audio, rate=RATE) if film.sound is not None else None
        for n, frame in enumerate(film.frames):
            image = av.VideoFrame.from_ndarray(frame, format="bgr24").reformat(
                width, height, "yuv420p", dst_colorspace=Colorspace.ITU709
            )
            image.pts, image.time_base = n, Fraction(1, FPS)
            out.mux(picture.encode(image))
        out.mux(picture.encode(None))
        if film.sound is not None and isinstance(sound, av.AudioStream):
            _hear(out, sound, film.sound)
    if coding.keep < 1:
        with path.open("r+b") as file:
            file.truncate(int(path.stat().st_size * coding.keep))


def _hear(out: av.container.OutputContainer, stream: av.AudioStream, sound: Sound) -> None:
    sound = np.ascontiguousarray(np.clip(sound, -1, 1))
    for start in range(0, sound.shape[1], SAMPLES):
        piece = np.ascontiguousarray(sound[:, start : start + SAMPLES])
        frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = RATE, start, Fraction(1, RATE)
        out.mux(stream.encode(frame))
    out.mux(stream.encode(None))
