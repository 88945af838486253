"""Files that are made to hurt whoever opens them, each small, each by its name."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from tests.studio.movie_samples import RED, solid, tone, write_clip, write_sound


def _png(path: Path, side: int) -> None:
    """Write a black PNG, row by row: kilobytes that a reader unpacks to a gigabyte."""
    rows = zlib.compressobj(1)
    row = b"\x00" + bytes(side)
    data = b"".join(rows.compress(row) for _ in range(side)) + rows.flush()
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + b"".join(
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
            for kind, body in chunks
        )
    )


def _claims(path: Path, width: int, height: int) -> None:
    """Write a PNG whose head claims a size that its body does not have."""
    _png(path, 8)
    whole = bytearray(path.read_bytes())
    whole[16:24] = struct.pack(">II", width, height)
    whole[29:33] = struct.pack(">I", zlib.crc32(whole[12:29]))
    path.write_bytes(whole)


def _many_streams(path: Path) -> None:
    with av.open(str(path), "w", format="matroska") as file:
        streams = [file.add_stream("pcm_s16le", rate=8000, layout="mono") for _ in range(500)]
        for stream in streams:
            frame = av.AudioFrame.from_ndarray(np.zeros((1, 80), np.int16), "s16", "mono")
            frame.sample_rate = 8000
            file.mux(stream.encode(frame))


def _film(path: Path, *seconds: int, size: tuple[int, int] = (64, 36)) -> None:
    """Write a frame at each of these times."""
    with av.open(str(path), "w", format="matroska") as file:
        stream = file.add_stream("mpeg4", rate=10)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.codec_context.time_base = Fraction(1, 10)
        for moment in seconds:
            frame = av.VideoFrame.from_ndarray(solid(RED, size)(0), format="bgr24")
            frame.pts = moment * 10
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))


def _without_length(path: Path) -> None:
    """Write an MP4 with an index that has no picture in it."""
    write_clip(path, solid(RED), frames=5)
    whole = path.read_bytes()
    start = whole.index(b"stts") + 8
    path.write_bytes(whole[:start] + bytes(4) + whole[start + 4 :])


def _flipped(path: Path) -> None:
    write_clip(path, solid(RED), frames=20)
    whole = bytearray(path.read_bytes())
    start = whole.index(b"moov")
    for place in range(start + 20, len(whole), 3):
        whole[place] ^= 0xFF
    path.write_bytes(whole)


def _cut(path: Path) -> None:
    write_sound(path.with_suffix(".wav"), tone(300, 1))
    whole = path.with_suffix(".wav").read_bytes()
    path.write_bytes(whole[:40])


def _bytes(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def _random(path: Path) -> None:
    noise = np.random.default_rng(5).bytes(50_000)
    path.write_bytes(b"\x00\x00\x00\x18ftypmp42" + noise)


HOSTILE: dict[str, tuple[Callable[[Path], object], int]] = {
    "nothing": (_bytes(b""), 4001),
    "noise behind a film's head": (_random, 4001),
    "a playlist named as a film": (_bytes(b"#EXTM3U\n#EXTINF:1,\n/etc/passwd\n"), 4001),
    "a list of files named as a film": (_bytes(b"ffconcat version 1.0\nfile /etc/passwd\n"), 4001),
    "a playlist behind a picture's head": (_bytes(b"GIF89a#EXTM3U\nfile:///etc/passwd\n"), 4001),
    "a picture that unpacks to a gigabyte": (lambda path: _png(path, 16_000), 4002),
    "a picture that claims a terabyte": (lambda path: _claims(path, 1 << 20, 1 << 20), 4002),
    "a picture that claims more than it has": (lambda path: _claims(path, 5000, 5000), 4001),
    "a picture of no size": (lambda path: _claims(path, 0, 100), 4001),
    "five hundred tracks": (_many_streams, 4002),
    "ten hours": (lambda path: _film(path, 0, 36_000), 4002),
    "no length at all": (_without_length, 4001),
    "8K": (lambda path: _film(path, 0, 1, size=(7680, 4320)), 4002),
    "flipped bits": (_flipped, 4001),
    "a sound that ends in its head": (_cut, 4001),
}
"""What writes the file, and the code that answers it."""
