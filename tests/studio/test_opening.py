"""Row 62 and 63: files of strangers are opened by a child that can do little and ends soon."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from t2v_studio import media, opening
from t2v_studio import recording as decoded
from t2v_studio.crafts import REAL
from t2v_studio.limits import Limits
from t2v_studio.media import MediaError
from t2v_studio.opening import Patience
from tests.running_studio import RunningStudio, running_studio
from tests.studio.hostile_media import HOSTILE
from tests.studio.movie_samples import tone, write_sound
from tests.studio.scripted import scripted

INFO = dataclasses.asdict(media.MediaInfo(kind="image", container="png"))
LIMITS = Limits(cpu_s=20, memory_mb=2000)


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStudio]:
    """A studio that really looks into files."""
    home = tmp_path_factory.mktemp("opening") / "studio"
    crafts = dataclasses.replace(scripted(), probe=REAL.probe)
    with running_studio(home, crafts) as running:
        yield running


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    Image.new("RGB", (30, 20), "red").save(tmp_path / "p.png")
    return tmp_path / "p.png"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_answered_with_its_code_and_leaves_nothing(
    api: RunningStudio, tmp_path: Path, name: str
) -> None:
    write, code = HOSTILE[name]
    write(tmp_path / "clip.mp4")
    answer = api.upload(api.session(), tmp_path / "clip.mp4")
    assert (answer.json()["code"], answer.status_code // 100) == (code, 4)
    assert list(api.studio.uploads.incoming.iterdir()) == []
    assert list(api.studio.uploads.folder.iterdir()) == []


def test_the_studio_itself_opens_nothing(
    api: RunningStudio, picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("media was opened in the studio's own process")

    sound = write_sound(tmp_path / "s.wav", tone(300, 1))
    monkeypatch.setattr(media, "_upright", refuse)
    monkeypatch.setattr(media, "open_media", refuse)
    monkeypatch.setattr(decoded, "open_media", refuse)
    assert api.upload(api.session(), picture).json()["data"]["files"][0]["width"] == 30
    heard = opening.recording(sound, offset_ms=0, duration_ms=500, rate=48_000)
    assert heard.shape == (24_000, 2)


def test_a_sound_comes_out_of_the_child_as_it_is(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "s.wav", tone(300, 1))
    wish = {"offset_ms": 100, "duration_ms": 400, "rate": 44_100}
    here = decoded.recording(path, **wish)
    assert np.array_equal(opening.recording(path, **wish), here)


def test_a_failure_comes_out_of_the_child_as_it_is(picture: Path) -> None:
    with pytest.raises(MediaError, match="still picture"):
        opening.recording(picture, offset_ms=0, duration_ms=100, rate=48_000)


@pytest.mark.parametrize(
    "patience",
    [
        Patience(LIMITS, wall_s=0.01),
        Patience(Limits(cpu_s=0, memory_mb=2000), wall_s=10.0),
        Patience(Limits(cpu_s=20, memory_mb=60), wall_s=10.0),
    ],
    ids=["no time", "no processor", "no memory"],
)
def test_a_child_that_takes_too_much_is_ended_and_the_file_refused(
    picture: Path, monkeypatch: pytest.MonkeyPatch, patience: Patience
) -> None:
    monkeypatch.setitem(opening.PATIENCE, "probe", patience)
    began = time.monotonic()
    with pytest.raises(MediaError) as refused:
        opening.probe(picture)
    assert refused.value.code == "file_too_large"
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "not JSON",
        "{}",
        json.dumps({**INFO, "kind": 1}),
        json.dumps({**INFO, "width": "1"}),
        json.dumps({**INFO, "more": 1}),
    ],
)
def test_a_child_that_was_taken_over_is_not_believed(
    picture: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    def child(command: list[str], **options: Any) -> subprocess.Popen[bytes]:
        return popen([sys.executable, "-c", f"print({answer!r})"], **options)

    popen = subprocess.Popen
    monkeypatch.setattr(opening.subprocess, "Popen", child)  # type: ignore[attr-defined]
    with pytest.raises(MediaError):
        opening.probe(picture)


CONFINED = """
import json, os, sys
from t2v_studio.limits import Limits, confine
confine(Limits(cpu_s=1, memory_mb=300))
try:
    {attempt}
except (MemoryError, OSError) as error:
    print(type(error).__name__)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems enforce fewer limits")
@pytest.mark.parametrize(
    ("attempt", "outcome"),
    [
        ("bytearray(400_000_000)", "MemoryError"),
        ("open('written', 'wb', 0).write(b'x')", "OSError"),
        ("while True: pass", ""),
    ],
    ids=["memory", "a file", "the processor"],
)
def test_limits_are_the_systems(tmp_path: Path, attempt: str, outcome: str) -> None:
    path = json.dumps(str(Path(opening.__file__).parents[1]))
    source = f"import sys; sys.path.insert(0, {path})" + CONFINED.format(attempt=attempt)
    done = subprocess.run(
        [sys.executable, "-c", source], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == outcome
    assert (done.returncode < 0) == (not outcome)
