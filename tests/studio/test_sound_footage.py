"""A clip's own sound: there by default, at its volume, and as fast as its picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from t2v_studio.film import Clip
from t2v_studio.sound import mix
from t2v_studio.sound.footage import paced
from tests.studio.movie_samples import film, scene_clip, solid, tone, write_clip

RATE = 48_000


@pytest.fixture
def assets(tmp_path: Path) -> dict[str, Path]:
    loud = write_clip(tmp_path / "loud.mp4", solid((0, 0, 99)), frames=20, audio=True)
    return {
        "loud": loud,
        "mute": write_clip(tmp_path / "mute.mp4", solid((0, 0, 99)), frames=20),
    }


def clip(asset: str, **more: int) -> Clip:
    made = {"start_ms": 0, "duration_ms": 1000, "volume": 100, "source_ms": 2000} | more
    return Clip(name=asset, asset=asset, asset_kind="video", **made)  # type: ignore[arg-type]


def test_a_clip_is_heard_in_its_time_and_not_when_it_is_muted(assets: dict[str, Path]) -> None:
    clips = (scene_clip(0, 1000), clip("loud", start_ms=1000))
    heard = mix(film(2000, clips=clips), assets)
    assert np.abs(heard[:47_000]).max() == 0
    assert np.abs(heard[50_000:]).max() > 0.05
    muted = mix(film(1000, clips=(clip("loud", volume=0),)), assets)
    assert np.abs(muted).max() == 0


def test_a_clip_without_sound_is_silent_and_no_failure(assets: dict[str, Path]) -> None:
    assert np.abs(mix(film(1000, clips=(clip("mute"),)), assets)).max() == 0


@pytest.mark.parametrize("speed", [25, 50, 150, 400])
def test_a_sound_gets_faster_and_keeps_its_pitch(speed: int) -> None:
    heard = paced(tone(440, 2.0), speed, RATE)
    assert len(heard) == pytest.approx(2 * RATE * 100 / speed, rel=0.06)
    loudest = np.abs(np.fft.rfft(heard[:, 0])).argmax() * RATE / len(heard)
    assert loudest == pytest.approx(440, abs=6)


def test_a_fast_clip_uses_more_of_its_sound(assets: dict[str, Path]) -> None:
    fast = mix(film(1000, clips=(clip("loud", speed=200),)), assets)
    assert np.abs(fast[44_000:]).max() > 0.02
