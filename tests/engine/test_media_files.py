"""Files that are uploaded: told by their content, checked before and while they are read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from t2v.endpoints import UPLOAD_FORMATS
from t2v.errors import SkillError
from t2v.media_files import BLOCK, MediaFile, MultipartBody

HEADS: dict[str, bytes] = {
    "mp4": b"\0\0\0\x18ftypisom",
    "mov": b"\0\0\0\x14ftypqt  ",
    "avi": b"RIFF\x10\0\0\0AVI LIST",
    "webm": b"\x1aE\xdf\xa3\x9fB\x82\x84webmB\x87",
    "mkv": b"\x1aE\xdf\xa3\xa3B\x82\x88matroskaB\x87",
    "jpg": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "gif": b"GIF89a\1\0\1\0",
    "webp": b"RIFF\x10\0\0\0WEBPVP8 ",
    "mp3": b"ID3\x04\0\0\0\0\0\0",
    "wav": b"RIFF\x10\0\0\0WAVEfmt ",
    "m4a": b"\0\0\0\x1cftypM4A ",
    "aac": b"\xff\xf1\x50\x80\0\0",
}

WRONG: dict[str, bytes] = {
    "text": b"The free lunch is over.",
    "wide words": b"The wide sea, and nothing else.",
    "words about tags": b"ID3 tags are described here.",
    "HTML": b"<html><body>ftyp</body></html>",
    "a document": b"%PDF-1.7\n",
    "an archive": b"PK\x03\x04" + b"\0" * 40,
    "a program": b"\x7fELF\x02\x01\x01",
    "zeros": b"\0" * 4000,
    "one byte": b"\xff",
    "RIFF of another kind": b"RIFF\x10\0\0\0ACONanih",
}


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content + b"\0" * 100 if content else b"")
    return path


def opened(path: Path, max_mb: int = 200) -> MediaFile:
    """Open the file and let go of it at once; what was found out stays."""
    file = MediaFile.open(path, max_mb)
    file.handle.close()
    return file


def refused(path: Path, max_mb: int = 200) -> SkillError:
    with pytest.raises(SkillError) as caught:
        opened(path, max_mb)
    return caught.value


def test_every_format_that_can_be_uploaded_is_known() -> None:
    assert set(HEADS) == set(UPLOAD_FORMATS)


# What it is


@pytest.mark.parametrize("kind", HEADS)
def test_a_file_is_what_its_bytes_and_its_name_agree_on(tmp_path: Path, kind: str) -> None:
    file = opened(put(tmp_path, f"clip.{kind.upper()}", HEADS[kind]))
    assert (file.format, file.name) == (kind, f"clip.{kind}")


@pytest.mark.parametrize("kind", HEADS)
@pytest.mark.parametrize("suffix", ["", ".txt", ".png", ".mp4", ".exe"])
def test_the_bytes_decide_when_the_name_is_wrong(tmp_path: Path, kind: str, suffix: str) -> None:
    file = opened(put(tmp_path, f"clip{suffix}", HEADS[kind]))
    alike = {"mov": {"mp4"}, "m4a": {"mp4"}}.get(kind, set())
    assert file.format in {kind} | alike
    assert file.name.endswith(f".{file.format}")


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpeg", "jpg"), ("a.m4v", "mp4"), ("a.qt", "mov"), ("a.wave", "wav")]
)
def test_other_names_of_a_format_are_understood(tmp_path: Path, name: str, kind: str) -> None:
    assert opened(put(tmp_path, name, HEADS[kind])).format == kind


@pytest.mark.parametrize("content", WRONG.values(), ids=WRONG.keys())
def test_a_good_name_makes_no_video(tmp_path: Path, content: bytes) -> None:
    error = refused(put(tmp_path, "clip.mp4", content))
    assert error.code == "unsupported_file"
    assert error.data == {"formats": list(UPLOAD_FORMATS)}
    assert "clip.mp4" in error.say


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ('my "best" clip.mp4', "my _best_ clip.mp4"),
        ("a\r\nX-Evil: 1.mp4", "a_X-Evil_ 1.mp4"),
        ("猫.mp4", "file.mp4"),
        ("...mp4", "file.mp4"),
        ("x" * 200 + ".mp4", "x" * 80 + ".mp4"),
        ("-rf.mp4", "-rf.mp4"),
    ],
)
def test_the_name_that_is_sent_cannot_leave_its_quotes(
    tmp_path: Path, name: str, sent: str
) -> None:
    assert opened(put(tmp_path, name, HEADS["mp4"])).name == sent


# What is no file to upload


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in ("none.mp4", "none/clip.mp4", "file/clip.mp4"):
        assert refused(tmp_path / path).code == "file_missing"
    assert refused(Path("~nobody-has-this-name/clip.mp4")).code == "file_missing"


def test_a_link_to_nothing_is_missing_and_a_link_to_a_file_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "link.mp4").symlink_to(tmp_path / "clip.mp4")
    assert refused(tmp_path / "link.mp4").code == "file_missing"
    put(tmp_path, "clip.mp4", HEADS["mp4"])
    assert opened(tmp_path / "link.mp4").size == len(HEADS["mp4"]) + 100


def test_a_folder_a_pipe_and_a_device_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp4")
    for path in (tmp_path, tmp_path / "pipe.mp4", Path("/dev/zero")):
        assert refused(path).code == "not_a_file"


@pytest.mark.parametrize("length", [300, 5000])
def test_a_name_longer_than_any_file_has_cannot_be_read(tmp_path: Path, length: int) -> None:
    error = refused(tmp_path / ("x" * length))
    assert error.code in ("file_missing", "file_unreadable")
    assert len(error.say) < 700


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = put(tmp_path, "clip.mp4", HEADS["mp4"])
    path.chmod(0)
    assert refused(path).code == "file_unreadable"


def test_an_empty_file(tmp_path: Path) -> None:
    assert refused(put(tmp_path, "clip.mp4", b"")).code == "file_empty"


def test_a_file_over_the_limit_is_told_with_both_numbers(tmp_path: Path) -> None:
    path = put(tmp_path, "clip.mp4", HEADS["mp4"])
    os.truncate(path, 240_000_000)
    error = refused(path)
    assert error.code == "file_too_large"
    assert error.facts == {"size_mb": 240.0, "limit_mb": 200}
    assert error.say.startswith("clip.mp4 has 240 MB; the limit is 200 MB.")
    assert opened(path, 240).size == 240_000_000


# What is sent


def body_of(path: Path, fractions: list[float] | None = None) -> tuple[MediaFile, MultipartBody]:
    file = MediaFile.open(path, 200)
    return file, MultipartBody(file, (fractions if fractions is not None else []).append)


def test_the_form_is_as_long_as_it_says_and_comes_in_blocks(tmp_path: Path) -> None:
    content = HEADS["mp4"] + os.urandom(2_500_000)
    path = tmp_path / "clip.mp4"
    path.write_bytes(content)
    fractions: list[float] = []
    file, body = body_of(path, fractions)
    with file.handle:
        blocks = list(body)
    form = b"".join(blocks)
    assert len(form) == len(body)
    assert max(map(len, blocks)) <= BLOCK == 1_000_000
    assert content in form
    assert b'name="files"; filename="clip.mp4"' in form
    boundary = body.content_type.removeprefix("multipart/form-data; boundary=").encode()
    assert form.startswith(b"--" + boundary)
    assert form.endswith(b"--" + boundary + b"--\r\n")
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1


@pytest.mark.parametrize("size", [50, 5_000_000], ids=["shorter", "longer"])
def test_a_file_that_changes_meanwhile_is_noticed(tmp_path: Path, size: int) -> None:
    path = tmp_path / "clip.mp4"
    path.write_bytes(HEADS["mp4"] + bytes(2_000_000))
    file, body = body_of(path)
    with file.handle:
        blocks = iter(body)
        next(blocks)
        os.truncate(path, size)
        with pytest.raises(SkillError) as caught:
            list(blocks)
    assert caught.value.code == "file_changed"
