"""The smallest files that count as whole, one a container; nothing in them can be played."""

from __future__ import annotations


def box(kind: bytes, body: bytes = b"") -> bytes:
    """Return one box of ISO/IEC 14496-12."""
    return (8 + len(body)).to_bytes(4, "big") + kind + body


def large_box(kind: bytes, body: bytes = b"") -> bytes:
    """Return a box with a 64-bit size."""
    return b"\0\0\0\1" + kind + (16 + len(body)).to_bytes(8, "big") + body


FTYP = box(b"ftyp", b"isom\0\0\0\0isom")
MP4 = FTYP + box(b"moov", b"index") + box(b"mdat", b"media" * 100)
WEBM = b"\x1aE\xdf\xa3" + b"\x42\x82\x84webm" + b"media" * 100
GIF = b"GIF89a" + b"media" * 100 + b";"
FILMS = {"mp4": MP4, "mov": MP4, "webm": WEBM, "gif": GIF}
