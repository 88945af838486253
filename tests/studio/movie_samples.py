"""Small real media, and somebody who draws: a scene is a flat colour with a bar that moves."""

from __future__ import annotations

import os
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.stream import VideoStream
from numpy.typing import NDArray

from t2v_studio.film import Caption, Clip, Film, Sound
from t2v_studio.movie import Art, Movie, render
from t2v_studio.scene import Scene

BGR = tuple[int, int, int]
Bytes = NDArray[np.uint8]

RED: BGR = (0, 0, 255)
GREEN: BGR = (0, 255, 0)
BLUE: BGR = (255, 0, 0)
WHITE: BGR = (255, 255, 255)


class FlatPainter:
    """The scene's seed is its colour; the bar stands at the frame's number."""

    def __init__(self, scene: Scene, width: int, height: int) -> None:
        self.colour = (RED, GREEN, BLUE)[scene.seed % 3]
        self.width, self.height = width, height

    def paint(self, index: int) -> Bytes:
        frame = np.full((self.height, self.width, 3), self.colour, np.uint8)
        frame[: self.height // 4, : index % self.width + 1] = 128
        return frame


def flat(scene: Scene, *, width: int, height: int, fps: int, duration_ms: int) -> FlatPainter:
    return FlatPainter(scene, width, height)


def white_box(caption: Caption, *, width: int, height: int) -> tuple[slice, slice]:
    return slice(height // 2, height), slice(0, width // 2)


def blend(frame: Bytes, overlay: Any, opacity: float) -> None:
    frame[overlay] = (frame[overlay] * (1 - opacity) + 255 * opacity).astype(np.uint8)


ART = Art(flat, white_box, blend)


class BrokenPainter(FlatPainter):
    """Draws ten frames and then no more."""

    def paint(self, index: int) -> Bytes:
        if index >= 10:
            raise RuntimeError("out of paint")
        return super().paint(index)


def broken(scene: Scene, *, width: int, height: int, fps: int, duration_ms: int) -> BrokenPainter:
    return BrokenPainter(scene, width, height)


BROKEN_ART = Art(broken, white_box, blend)


class DyingPainter(FlatPainter):
    """Takes its process with it, as a machine without memory does."""

    def paint(self, index: int) -> Bytes:
        os._exit(9)


def dying(scene: Scene, *, width: int, height: int, fps: int, duration_ms: int) -> DyingPainter:
    return DyingPainter(scene, width, height)


DYING_ART = Art(dying, white_box, blend)


def scene_clip(start_ms: int, duration_ms: int, seed: int = 0, **more: Any) -> Clip:
    scene = Scene(words="a flat colour", seed=seed)
    return Clip(start_ms=start_ms, duration_ms=duration_ms, name="scene", scene=scene, **more)


def film(duration_ms: int = 2000, **more: Any) -> Film:
    clips = more.pop("clips", (scene_clip(0, duration_ms),))
    return Film(duration_ms=duration_ms, clips=clips, **more)


def tiny(made: Film, folder: Path, **options: Any) -> Movie:
    """Render at a twentieth of the size, in this process."""
    assets = options.pop("assets", {})
    output = folder / options.pop("name", "film.mp4")
    chosen: dict[str, Any] = {"scale": 0.05, "workers": 0, "art": ART} | options
    return render(made, assets, output, **chosen)


def music(duration_ms: int, mood: str = "happy", **more: Any) -> Sound:
    return Sound(start_ms=0, duration_ms=duration_ms, name="music", mood=mood, **more)


def write_clip(
    path: Path, paint: Callable[[int], Bytes], *, frames: int, fps: int = 10, audio: bool = False
) -> Path:
    """Write a film; its codec fits the name's ending."""
    codecs = {".mp4": "libx264", ".mov": "libx264", ".mkv": "libx264", ".avi": "mpeg4"}
    with av.open(str(path), "w") as file:
        stream = file.add_stream(codecs.get(path.suffix, "libvpx-vp9"), rate=fps)
        assert isinstance(stream, VideoStream)
        stream.height, stream.width = paint(0).shape[:2]
        stream.pix_fmt = "yuv420p"
        stream.bit_rate = 2_000_000
        sound = file.add_stream("aac", rate=48_000, layout="stereo") if audio else None
        for index in range(frames):
            frame = av.VideoFrame.from_ndarray(paint(index), format="bgr24")
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
        if sound:
            write_samples(file, sound, tone(440, frames / fps))
    return path


def write_sound(path: Path, samples: NDArray[np.float32], rate: int = 48_000) -> Path:
    """Write a sound file; its codec fits the name's ending."""
    codecs = {".wav": "pcm_s16le", ".mp3": "libmp3lame"}
    with av.open(str(path), "w", format={".aac": "adts", ".m4a": "ipod"}.get(path.suffix)) as file:
        stream = file.add_stream(codecs.get(path.suffix, "aac"), rate=rate, layout="stereo")
        write_samples(file, stream, samples, rate)
    return path


def write_samples(file: Any, stream: Any, samples: NDArray[np.float32], rate: int = 48_000) -> None:
    resampler = av.AudioResampler(format=stream.codec_context.format.name, layout="stereo")
    for start in range(0, len(samples), 1024):
        block = np.ascontiguousarray(samples[start : start + 1024].T)
        frame = av.AudioFrame.from_ndarray(block, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = rate, start, Fraction(1, rate)
        for part in resampler.resample(frame):
            file.mux(stream.encode(part))
    file.mux(stream.encode(None))


def tone(hertz: float, seconds: float, level: float = 0.5, rate: int = 48_000) -> Any:
    wave = level * np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate)
    return np.stack([wave, wave], axis=1).astype(np.float32)


def solid(colour: BGR, size: tuple[int, int] = (64, 36)) -> Callable[[int], Bytes]:
    return lambda _index: np.full((size[1], size[0], 3), colour, np.uint8)


def frames_of(path: Path) -> list[Bytes]:
    """Decode every picture of a film to BGR."""
    with av.open(str(path)) as file:
        return [
            np.asarray(frame.to_ndarray(format="bgr24"), np.uint8) for frame in file.decode(video=0)
        ]


def sound_of(path: Path) -> NDArray[np.float32]:
    """Decode a film's sound: (samples, 2)."""
    with av.open(str(path)) as file:
        parts = [frame.to_ndarray().T for frame in file.decode(audio=0)]
    return np.concatenate(parts).astype(np.float32)


def near(picture: Bytes, colour: BGR, tolerance: int = 12) -> bool:
    """Tell whether the middle of a picture has a colour."""
    height, width = picture.shape[:2]
    middle = picture[height * 5 // 8, width * 3 // 4].astype(int)
    return bool((np.abs(middle - colour) <= tolerance).all())
