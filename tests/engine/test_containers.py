"""Whether a downloaded video is whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2v.downloads import containers
from t2v.errors import SkillError
from tests.films import FILMS, FTYP, MP4, box, large_box

MDAT = box(b"mdat", b"x")
MVHD = box(b"mvhd", bytes(12) + (1000).to_bytes(4, "big") + (10_000).to_bytes(4, "big"))
LONG = box(b"mvhd", b"\1" + bytes(19) + (1000).to_bytes(4, "big") + (10_000).to_bytes(8, "big"))
MOOV = box(b"moov", MVHD + box(b"trak", box(b"mdia", box(b"minf"))))

WHOLE: dict[str, tuple[str, bytes]] = {
    **{f"a {kind}": (kind, data) for kind, data in FILMS.items()},
    "the index last": ("mp4", FTYP + MDAT + MOOV),
    "a 64-bit box": ("mp4", FTYP + MOOV + large_box(b"mdat", b"x")),
    "a last box without a size": ("mp4", FTYP + MOOV + b"\0\0\0\0mdat" + b"x" * 50),
    "unknown boxes": ("mp4", FTYP + box(b"free") + box(b"uuid", b"x" * 16) + MOOV + MDAT),
    "in fragments": ("mp4", FTYP + MOOV + (box(b"moof", b"x") + MDAT) * 300),
}

BROKEN: dict[str, tuple[str, bytes]] = {
    "empty": ("mp4", b""),
    "HTML": ("mp4", b"<html>expired</html>"),
    "JSON": ("mp4", b'{"code": 1001}' * 9),
    "no index": ("mp4", FTYP + MDAT),
    "no media": ("mp4", FTYP + MOOV),
    "no type first": ("mp4", MOOV + MDAT + FTYP),
    "bytes after the end": ("mp4", MP4 + b"xx"),
    "a box smaller than its head": ("mp4", FTYP + b"\0\0\0\4mdat" + MOOV),
    "a 64-bit box that ends early": ("mp4", FTYP + MOOV + b"\0\0\0\1mdat\0\0"),
    "a box in the index longer than the index": (
        "mp4",
        FTYP + box(b"moov", MVHD + b"\0\0\0\x40trak") + MDAT,
    ),
    "a table longer than its track": (
        "mp4",
        FTYP + box(b"moov", box(b"trak", b"\0\0\0\x40mdia")) + MDAT,
    ),
    "boxes without end": ("mp4", FTYP + box(b"free") * 20_000 + MOOV + MDAT),
    "a gif without its end": ("gif", FILMS["gif"][:-1]),
    "a webm without its end": ("webm", FILMS["webm"][:-1]),
    "a webm that is a gif": ("webm", FILMS["gif"]),
    "a gif that is a webm": ("gif", FILMS["webm"]),
    "hardly a webm": ("webm", FILMS["webm"][:40]),
}


@pytest.mark.parametrize(("container", "data"), WHOLE.values(), ids=WHOLE.keys())
def test_a_whole_file_passes(tmp_path: Path, container: str, data: bytes) -> None:
    path = tmp_path / "film"
    path.write_bytes(data)
    containers.require_whole(path, container)


@pytest.mark.parametrize(("container", "data"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_does_not(tmp_path: Path, container: str, data: bytes) -> None:
    path = tmp_path / "film"
    path.write_bytes(data)
    with pytest.raises(SkillError) as caught:
        containers.require_whole(path, container)
    assert caught.value.code == "corrupt_download"


def test_a_film_cut_anywhere_is_not_whole(tmp_path: Path) -> None:
    path = tmp_path / "film"
    for end in range(len(MP4)):
        path.write_bytes(MP4[:end])
        with pytest.raises(SkillError):
            containers.require_whole(path, "mp4")


@pytest.mark.parametrize("header", [MVHD, LONG], ids=["32 bits", "64 bits"])
@pytest.mark.parametrize(
    ("stated_ms", "whole"),
    [(None, True), (10_000, True), (10_900, True), (9_000, True), (11_500, False), (60_000, False)],
)
def test_a_film_shorter_than_the_service_says_is_not_whole(
    tmp_path: Path,
    header: bytes,
    stated_ms: int | None,
    whole: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    path = tmp_path / "film"
    path.write_bytes(FTYP + box(b"moov", header) + MDAT)
    if whole:
        containers.require_whole(path, "mp4", stated_ms)
        return
    with pytest.raises(SkillError):
        containers.require_whole(path, "mp4", stated_ms)


def test_a_film_that_says_no_length_is_not_held_to_one(tmp_path: Path) -> None:
    path = tmp_path / "film"
    path.write_bytes(FTYP + box(b"moov") + MDAT)
    containers.require_whole(path, "mp4", 60_000)


@given(st.binary(max_size=200), st.sampled_from(list(FILMS)))
def test_any_bytes_are_judged_without_a_fault(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, container: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any-film"
    path.write_bytes(FTYP + data if container == "mp4" else data)
    try:
        containers.require_whole(path, container)
    except SkillError:
        return
    assert data
