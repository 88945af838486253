"""The faults, as a table: each changes a film, and says where a detector should find it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np

from planted.films import FPS, RATE, SECONDS, Coding, Film, scene, tone
from t2v_measure.stretches import Stretch

Plant = Callable[[Film, np.random.Generator], list[Stretch]]
WHOLE: Stretch = (0.0, float(SECONDS))


@dataclass(frozen=True, slots=True)
class Fault:
    """One row. `detector` is the row that should notice; "" for what no detector should."""

    name: str
    detector: str
    plant: Plant


def _place(rng: np.random.Generator, least: float, most: float) -> tuple[int, int]:
    """Return first and last frame of a stretch inside the film."""
    length = round(rng.uniform(least, most) * FPS)
    first = int(rng.integers(FPS // 2, FPS * SECONDS - length - FPS // 2))
    return first, first + length


def _black(film: Film, rng: np.random.Generator) -> list[Stretch]:
    first, last = _place(rng, 0.4, 2)
    level = int(rng.integers(0, 12))
    film.frames[first:last] = [np.full_like(film.frames[first], level)] * (last - first)
    return [(first / FPS, last / FPS)]


def _freeze(film: Film, rng: np.random.Generator) -> list[Stretch]:
    first, last = _place(rng, 0.8, 2.5)
    film.frames[first:last] = [film.frames[first]] * (last - first)
    return [(first / FPS, last / FPS)]


def _silence(film: Film, rng: np.random.Generator) -> list[Stretch]:
    first, last = _place(rng, 0.8, 2.5)
    assert film.sound is not None  # noqa: S101 - every planted film begins with sound
    hiss = rng.normal(0, 0.0005, film.sound.shape).astype(np.float32)
    span = slice(first * RATE // FPS, last * RATE // FPS)
    film.sound[:, span] = hiss[:, span]
    return [(first / FPS, last / FPS)]


def _clip(film: Film, rng: np.random.Generator) -> list[Stretch]:
    first, last = _place(rng, 0.8, 2)
    assert film.sound is not None  # noqa: S101 - same
    film.sound[:, first * RATE // FPS : last * RATE // FPS] *= rng.uniform(6, 12)
    return [(first / FPS, last / FPS)]


def _cut(film: Film, rng: np.random.Generator) -> list[Stretch]:
    at, _ = _place(rng, 1, 1)
    film.frames[at:] = scene(int(rng.integers(1 << 30)), len(film.frames) - at)
    return [(at / FPS, at / FPS)]


def _flicker(film: Film, rng: np.random.Generator) -> list[Stretch]:
    first, last = _place(rng, 1, 2.5)
    swing = rng.uniform(8, 25)
    for n in range(first, last):
        light = film.frames[n].astype(np.float32) + (swing if n % 2 else -swing)
        film.frames[n] = np.clip(light, 0, 255).astype(np.uint8)
    return [(first / FPS, last / FPS)]


def _blur(film: Film, rng: np.random.Generator) -> list[Stretch]:
    sigma = rng.uniform(3.5, 6)
    film.frames[:] = [
        np.asarray(cv2.GaussianBlur(frame, (0, 0), sigma), np.uint8) for frame in film.frames
    ]
    return [WHOLE]


CODINGS = (
    Coding(video="mpeg4"),
    Coding(container="webm", video="libvpx", audio="libopus"),
    Coding(container="mov"),
    Coding(audio="libmp3lame"),
    Coding(tagged=False),
    Coding(faststart=False),
)


def _wrong_coding(film: Film, rng: np.random.Generator) -> list[Stretch]:
    film.coding = CODINGS[int(rng.integers(len(CODINGS)))]
    return [WHOLE]


def _truncated(film: Film, rng: np.random.Generator) -> list[Stretch]:
    film.coding = replace(film.coding, keep=float(rng.uniform(0.2, 0.9)))
    return [WHOLE]


# What looks like a fault and is none


def _flash(film: Film, rng: np.random.Generator) -> list[Stretch]:
    """One bright frame is a photographer: neither a cut nor a flicker."""
    at, _ = _place(rng, 0.1, 0.1)
    film.frames[at] = np.clip(film.frames[at].astype(np.float32) + 70, 0, 255).astype(np.uint8)
    return []


def _dark(film: Film, _: np.random.Generator) -> list[Stretch]:
    """Night is dark and has a picture all the same."""
    film.frames[:] = [(frame * 0.45).astype(np.uint8) for frame in film.frames]
    return []


def _quiet(film: Film, _: np.random.Generator) -> list[Stretch]:
    """Soft music is no silence."""
    assert film.sound is not None  # noqa: S101 - every planted film begins with sound
    film.sound *= 0.03
    return []


def _loud(film: Film, _: np.random.Generator) -> list[Stretch]:
    """Loud, but with its peaks whole."""
    assert film.sound is not None  # noqa: S101 - same
    film.sound *= 0.97 / np.abs(film.sound).max()
    return []


def _fade(film: Film, _: np.random.Generator) -> list[Stretch]:
    """A slow change of light is no flicker and no cut."""
    for n in range(FPS):
        film.frames[n] = (film.frames[n] * (0.4 + 0.6 * n / FPS)).astype(np.uint8)
    return []


FAULTS: tuple[Fault, ...] = (
    Fault("black", "black", _black),
    Fault("freeze", "frozen", _freeze),
    Fault("silence", "silent", _silence),
    Fault("clipping", "clipped", _clip),
    Fault("cut", "cut", _cut),
    Fault("flicker", "flicker", _flicker),
    Fault("blur", "blurred", _blur),
    Fault("coding", "nonconforming", _wrong_coding),
    Fault("truncation", "damaged", _truncated),
    Fault("none", "", lambda *_: []),
    Fault("flash", "", _flash),
    Fault("night", "", _dark),
    Fault("quiet", "", _quiet),
    Fault("loud", "", _loud),
    Fault("fade", "", _fade),
)


def planted(fault: Fault, seed: int) -> tuple[Film, list[Stretch]]:
    """Return a film with the fault, and where it is."""
    rng = np.random.default_rng((seed, *fault.name.encode()))
    base = int(rng.integers(1 << 30))
    film = Film(frames=scene(base), sound=tone(base))
    return film, fault.plant(film, rng)
