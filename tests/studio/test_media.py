"""What a file is, told by what is in it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from t2v.failures import FAILURES
from t2v_studio import media
from t2v_studio.media import MediaError, MediaInfo, probe
from tests.studio.movie_samples import BLUE, RED, solid, tone, write_clip, write_sound

CLIPS = ("mp4", "mov", "avi", "webm", "mkv")
SOUNDS = ("mp3", "wav", "m4a", "aac")
STILLS = ("jpg", "png", "gif", "webp")


@pytest.mark.parametrize("ending", CLIPS)
def test_a_clip_is_known_by_any_name(tmp_path: Path, ending: str) -> None:
    path = write_clip(tmp_path / f"c.{ending}", solid(RED), frames=25, audio=ending == "mp4")
    odd = path.rename(tmp_path / "holiday.txt")
    found = probe(odd)
    assert (found.kind, found.container) == ("video", ending)
    assert (found.width, found.height, found.fps) == (64, 36, 10)
    assert abs(found.duration_ms - 2500) <= 110
    assert found.has_audio == (ending == "mp4")


@pytest.mark.parametrize("ending", SOUNDS)
def test_a_sound_is_known_by_any_name(tmp_path: Path, ending: str) -> None:
    path = write_sound(tmp_path / f"s.{ending}", tone(300, 2))
    found = probe(path.rename(tmp_path / "song.mp4"))
    assert (found.kind, found.container, found.has_audio) == ("audio", ending, True)
    assert abs(found.duration_ms - 2000) < 120
    assert (found.width, found.height) == (0, 0)


@pytest.mark.parametrize("ending", STILLS)
def test_a_still_picture_is_known_by_any_name(tmp_path: Path, ending: str) -> None:
    Image.new("RGB", (30, 20), "red").save(tmp_path / f"p.{ending}")
    odd = (tmp_path / f"p.{ending}").rename(tmp_path / "p.mov")
    assert probe(odd) == MediaInfo(kind="image", container=ending, width=30, height=20)


def test_a_gif_that_moves_is_a_clip(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "lime", "blue")]
    frames[0].save(tmp_path / "g.gif", save_all=True, append_images=frames[1:], duration=200)
    found = probe(tmp_path / "g.gif")
    assert (found.kind, found.container, found.width, found.height) == ("video", "gif", 30, 20)
    assert found.duration_ms == 600


def test_a_photo_is_measured_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (30, 20), "red").save(tmp_path / "p.jpg", exif=exif)
    assert (probe(tmp_path / "p.jpg").width, probe(tmp_path / "p.jpg").height) == (20, 30)


def test_what_is_see_through_lies_on_white(tmp_path: Path) -> None:
    logo = Image.new("RGBA", (8, 8), (0, 0, 255, 0))
    logo.paste((0, 0, 255, 255), (0, 0, 4, 8))
    logo.save(tmp_path / "logo.png")
    pixels = media.load_image(tmp_path / "logo.png")
    assert tuple(pixels[4, 1]) == BLUE
    assert tuple(pixels[4, 6]) == (255, 255, 255)


REFUSED = {
    "nothing": (b"", "file_empty"),
    "words": (b"just some words, not a film", "unsupported_file"),
    "a playlist": (b"#EXTM3U\n#EXT-X-TARGETDURATION:10\nfile:///etc/passwd\n", "unsupported_file"),
    "a list of files": (b"ffconcat version 1.0\nfile /etc/passwd\n", "unsupported_file"),
    "a session description": (b"v=0\no=- 0 0 IN IP4 127.0.0.1\n", "unsupported_file"),
    "a manifest": (b"<?xml version='1.0'?><MPD></MPD>", "unsupported_file"),
    "a drawing": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unsupported_file"),
    "a document": (b"%PDF-1.7\n", "unsupported_file"),
    "an archive": (b"PK\x03\x04" + bytes(60), "unsupported_file"),
    "a program": (b"\x7fELF" + bytes(60), "unsupported_file"),
    "a photo of another kind": (bytes(4) + b"ftypheic" + bytes(60), "unsupported_file"),
    "zeros": (bytes(4096), "unsupported_file"),
    "an mp4's head": (b"\x00\x00\x00\x18ftypisom" + bytes(60), "unsupported_file"),
    "a png's head": (b"\x89PNG\r\n\x1a\n" + bytes(60), "unsupported_file"),
    "a jpeg's head": (b"\xff\xd8\xff\xe0" + bytes(60), "unsupported_file"),
    "a gif's head": (b"GIF89a", "unsupported_file"),
    "a wave's head": (b"RIFF\x24\x00\x00\x00WAVEfmt ", "unsupported_file"),
    "an avi's head": (b"RIFF\x24\x00\x00\x00AVI LIST", "unsupported_file"),
    "a webm's head": (b"\x1aE\xdf\xa3\x9fB\x86\x81\x01", "unsupported_file"),
    "an mp3's head": (b"ID3\x04\x00\x00\x00\x00\x00\x00", "unsupported_file"),
    "an aac's head": (b"\xff\xf1\x50\x80", "unsupported_file"),
    "a playlist with a film's name": (b"#EXTM3U\n", "unsupported_file"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_media_is_refused_with_its_code(tmp_path: Path, name: str) -> None:
    content, code = REFUSED[name]
    (tmp_path / "upload.mp4").write_bytes(content)
    with pytest.raises(MediaError) as refused:
        probe(tmp_path / "upload.mp4")
    assert refused.value.code == code
    assert refused.value.say.endswith(".")


@pytest.mark.parametrize("ending", ["mp4", "mov", "jpg", "png", "webp"])
@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_a_file_that_is_cut_short_is_refused(tmp_path: Path, ending: str, kept: float) -> None:
    path = tmp_path / f"f.{ending}"
    chance = np.random.default_rng(3)
    noise = chance.integers(0, 255, (90, 160, 3), dtype=np.uint8)
    if ending in STILLS:
        Image.fromarray(noise).save(path)
    else:
        write_clip(path, lambda index: np.roll(noise, index, axis=1), frames=30)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(MediaError) as refused:
        probe(path)
    assert refused.value.code == "unsupported_file"


def test_half_a_fast_start_download_is_refused(tmp_path: Path) -> None:
    from tests.studio.movie_samples import film, tiny

    whole = tiny(film(3000), tmp_path, scale=0.2).path.read_bytes()
    (tmp_path / "half.mp4").write_bytes(whole[: len(whole) * 3 // 4])
    with pytest.raises(MediaError, match="cut short"):
        probe(tmp_path / "half.mp4")


@pytest.mark.parametrize(
    ("limit", "value"), [("MAX_FILM_PIXELS", 1000), ("MAX_DURATION_MS", 900), ("MAX_STREAMS", 1)]
)
def test_a_clip_over_a_limit_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    path = write_clip(tmp_path / "c.mp4", solid(RED), frames=10, audio=True)
    assert probe(path).kind == "video"
    monkeypatch.setattr(media, limit, value)
    with pytest.raises(MediaError) as refused:
        probe(path)
    assert refused.value.code == "file_too_large"


def test_a_picture_that_unpacks_to_gigabytes_is_refused_unopened(tmp_path: Path) -> None:
    Image.new("1", (10_000, 10_000)).save(tmp_path / "bomb.png")
    assert (tmp_path / "bomb.png").stat().st_size < 50_000
    with pytest.raises(MediaError, match="50 megapixels"):
        probe(tmp_path / "bomb.png")


def test_every_code_is_a_row_of_the_failure_table() -> None:
    assert {code for _, code in REFUSED.values()} | {"file_too_large"} <= set(FAILURES)
