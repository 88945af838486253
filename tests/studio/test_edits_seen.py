"""Edits by chat, seen and heard: where the picture or the sound changes, and where it must not."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from t2v_studio.director import Project, Upload, direct, fold
from t2v_studio.drawing import blend, caption_overlay, scene_painter
from t2v_studio.film import Film
from t2v_studio.movie.art import Art, Painter
from t2v_studio.movie.job import Job
from t2v_studio.movie.plan import plan
from t2v_studio.scene import Scene
from t2v_studio.sound import mix
from tests.studio.movie_samples import Bytes, solid, tone, write_clip, write_sound

PROMPT = "a cat in a garden, then a dog in a park"
"""Five seconds each; the title stands until the third."""
PHOTO = Upload(id="photo", name="beach.jpg", kind="image", width=160, height=120)
CLIP = Upload(id="clip", name="trip.mp4", kind="video", duration_ms=2_000, width=64, height=36)
SONG = Upload(id="song", name="song.wav", kind="audio", duration_ms=3_000)
TITLE, FIRST, CHANGE, SECOND, LAST = 1.5, 4.0, 5.2, 7.0, 9.9
"""Seconds: under the title, in each scene, just behind the cut, and at the very end."""
EVERYWHERE = (FIRST, SECOND)

SEEN = (
    ('add a title "Bye" at the end', (8.5,), (FIRST,)),
    ("remove the title", (TITLE,), EVERYWHERE),
    ("make the title red", (TITLE,), EVERYWHERE),
    ("把标题放到底部", (TITLE,), EVERYWHERE),
    ("show the title from 6s to 8s", (TITLE, SECOND), (FIRST,)),
    ("add subtitles", EVERYWHERE, ()),
    ("1\n00:00:06,000 --> 00:00:08,000\nHello", (SECOND,), (FIRST,)),
    ("make scene 2 night", (SECOND,), (FIRST,)),
    ("把第二个场景换成夜晚", (SECOND,), (FIRST,)),
    ("replace the cat in scene 1 with a fox", (FIRST,), (SECOND,)),
    ("change the background to a beach", EVERYWHERE, ()),
    ("make it snow", EVERYWHERE, ()),
    ("in watercolor style", EVERYWHERE, ()),
    ("make it warmer", EVERYWHERE, ()),
    ("make the colours colder", EVERYWHERE, ()),
    ("more vivid colours", EVERYWHERE, ()),
    ("apply a sepia filter", EVERYWHERE, ()),
    ("提高对比度", EVERYWHERE, ()),
    ("make scene 2 brighter", (SECOND,), (FIRST,)),
    ("a black and white filter for scene 1", (FIRST,), (SECOND,)),
    ("add a cross dissolve", (CHANGE,), EVERYWHERE),
    ("加擦除转场", (CHANGE,), EVERYWHERE),
    ("dip to black between the scenes", (CHANGE, 4.9), EVERYWHERE),
    ("fade out at the end", (LAST,), EVERYWHERE),
    ("fade in", (0.2,), EVERYWHERE),
    ("put scene 2 first", EVERYWHERE, ()),
    ("交换场景1和场景2", EVERYWHERE, ()),
    ("duplicate the first scene", (SECOND,), (FIRST,)),
    ("scene 2 at half speed", (SECOND,), (FIRST,)),
    ("scene 2 at 4x speed", (5.6,), (FIRST,)),
    ("cut the first 3 seconds of scene 2", (5.6,), (FIRST,)),
    ("cut from 1s to 2s", (CHANGE,), ()),
    ("trim scene 1 to 4 seconds", (4.5,), ()),
    ("put my photo in the top left corner", EVERYWHERE, ()),
    ("insert my photo after scene 1", (SECOND,), (FIRST,)),
    ("add my clip at the end", (10.5,), EVERYWHERE),
    ("make another one like it", EVERYWHERE, ()),
)


@cache
def talked(*messages: str) -> Film:
    """Return the film after a conversation in which these files were sent."""
    project = Project(uploads=(PHOTO, CLIP, SONG), voices=("en",))
    for message in messages:
        turn = direct(message, project)
        assert turn.kind in {"generate", "edit"}, turn.reply
        made = (edit for stage in turn.stages for edit in stage.edits)
        project = replace(project, edits=(*project.edits, *made))
    return fold(project.edits, project.uploads)


@pytest.fixture(scope="module")
def assets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files: a red disc on white, a blue clip that hums, and a higher tone."""
    folder = tmp_path_factory.mktemp("files")
    disc = Image.new("RGB", (160, 120), "white")
    ImageDraw.Draw(disc).ellipse((40, 20, 120, 100), fill="red")
    disc.save(folder / "photo.png")
    write_clip(folder / "clip.mp4", solid((255, 0, 0)), frames=20, audio=True)
    write_sound(folder / "song.wav", tone(880, 3.0))
    return {
        "photo": folder / "photo.png",
        "clip": folder / "clip.mp4",
        "song": folder / "song.wav",
    }


class KeptPainter:
    """Paints each picture of a scene once: most edits leave most scenes alone."""

    def __init__(self, painter: Painter) -> None:
        self._painter = painter
        self._painted: dict[int, Bytes] = {}

    def paint(self, index: int) -> Bytes:
        if index not in self._painted:
            self._painted[index] = self._painter.paint(index).copy()
        return self._painted[index].copy()


@cache
def kept_painter(scene: Scene, *, width: int, height: int, fps: int, duration_ms: int) -> Painter:
    size = {"width": width, "height": height, "fps": fps, "duration_ms": duration_ms}
    return KeptPainter(scene_painter(scene, **size))


ART = Art(kept_painter, caption_overlay, blend)


class Show:
    """Paints single moments of a film, a twentieth of its size."""

    def __init__(self, made: Film, assets: dict[str, Path]) -> None:
        self.plan = plan(made, quality="high", container="mp4", scale=1 / 20, fps=10)
        self._reel = Job(film=made, assets=assets, plan=self.plan, art=ART).reel

    def at(self, seconds: float) -> Bytes:
        index = min(round(seconds * self.plan.fps), self.plan.frames - 1)
        return self._reel.frame(index).copy()


@pytest.fixture(scope="module")
def before(assets: dict[str, Path]) -> dict[float, Bytes]:
    show = Show(talked(PROMPT), assets)
    moments = {moment for _, changed, same in SEEN for moment in (*changed, *same)}
    return {moment: show.at(moment) for moment in sorted(moments)}


@pytest.mark.parametrize(("message", "changed", "same"), SEEN, ids=[row[0][:30] for row in SEEN])
def test_an_edit_is_seen_where_it_should_be_and_nowhere_else(
    message: str,
    changed: tuple[float, ...],
    same: tuple[float, ...],
    before: dict[float, Bytes],
    assets: dict[str, Path],
) -> None:
    film = talked(PROMPT, message)
    assert film.to_wire() != talked(PROMPT).to_wire()
    show = Show(film, assets)
    for moment in changed:
        assert difference(show.at(moment), before[moment]) > 0.5, moment
    for moment in same:
        assert difference(show.at(moment), before[moment]) == 0, moment


def difference(one: Bytes, other: Bytes) -> float:
    return float(np.abs(one.astype(int) - other).mean())


def test_a_logo_changes_its_corner_alone(
    before: dict[float, Bytes], assets: dict[str, Path]
) -> None:
    film = talked(PROMPT, "put my photo in the top left corner")
    changed = np.abs(Show(film, assets).at(FIRST).astype(int) - before[FIRST]).max(axis=2) > 8
    rows, columns = np.nonzero(changed)
    height, width = changed.shape
    assert 0 < rows.max() < height / 2
    assert 0 < columns.max() < width / 2


@pytest.mark.parametrize("shape", ["make it vertical", "make it square", "4:5 please"])
def test_another_shape_frames_anew_and_squeezes_nothing(
    shape: str, assets: dict[str, Path]
) -> None:
    """The disc of the photo is as high as wide in every frame."""
    show = Show(talked("use my photo", shape), assets)
    picture = show.at(1.0).astype(int)
    red = (picture[..., 2] > 180) & (picture[..., 0] < 90) & (picture[..., 1] < 90)
    rows, columns = np.nonzero(red)
    assert np.ptp(rows) == pytest.approx(np.ptp(columns), abs=3)
    assert np.ptp(rows) > show.plan.width / 4


SHORT = "a rocket in space, 4 seconds, no sound effects"


def heard(assets: dict[str, Path], *messages: str) -> list[float]:
    """Return the level of each second of a film's sound."""
    samples = mix(talked(SHORT, *messages), assets, 16_000)
    seconds = [samples[at : at + 16_000] for at in range(0, len(samples), 16_000)]
    return [float(np.sqrt((one**2).mean())) for one in seconds if len(one)]


def test_music_goes_comes_and_keeps_its_time(assets: dict[str, Path]) -> None:
    assert max(heard(assets, "remove the music")) == 0
    assert min(heard(assets)[:3]) > 0.01
    timed = heard(assets, "music from 1s to 2s")
    assert timed[1] > 0.01
    assert max(timed[0], timed[3]) == 0
    assert max(heard(assets, "静音")) == 0


def test_music_gets_quieter_and_louder(assets: dict[str, Path]) -> None:
    quiet, usual, loud = (
        np.mean(heard(assets, wish)) for wish in ("music at 10%", "music at 34%", "音量100%")
    )
    assert quiet < usual / 2
    assert loud > usual * 1.15


@pytest.mark.parametrize("message", ["change the music to epic", "use my song", "换成欢快的音乐"])
def test_other_music_sounds_different(message: str, assets: dict[str, Path]) -> None:
    usual, other = (mix(talked(SHORT, *wishes), assets, 16_000) for wishes in ((), (message,)))
    assert np.abs(usual - other).max() > 0.05


def test_a_clip_brings_its_sound_unless_it_shall_not(assets: dict[str, Path]) -> None:
    placed = ("remove the music", "add my clip at the end")
    assert heard(assets, *placed)[3] == 0
    assert min(heard(assets, *placed)[4:6]) > 0.01
    assert max(heard(assets, *placed, "mute the clip")) == 0
    assert max(heard(assets, "remove the music", "add my clip without its sound")) == 0
