"""Packets as bytes, between processes: what comes is read as numbers and bytes, never as objects.

A worker opens files of strangers. Whatever happens to it there, all that it can send is a film.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

from t2v_studio.movie.encoder import Packet

_HEAD = struct.Struct("<qq?I")
"""Time shown, time decoded, key frame, bytes that follow."""


def packed(packets: Iterable[Packet]) -> bytes:
    """Return packets as one row of bytes."""
    return b"".join(
        part
        for one in packets
        for part in (_HEAD.pack(one.pts, one.dts, one.key, len(one.data)), one.data)
    )


def unpacked(data: bytes) -> tuple[Packet, ...]:
    """Return the packets that `packed` wrote. Raises ValueError for anything else."""
    return tuple(_each(data))


def _each(data: bytes) -> Iterator[Packet]:
    at = 0
    while at < len(data):
        first = at + _HEAD.size
        if first > len(data):
            raise ValueError("A packet's head is cut short.")
        pts, dts, key, size = _HEAD.unpack_from(data, at)
        at = first + size
        if at > len(data):
            raise ValueError("A packet is cut short.")
        yield Packet(pts, dts, key, data[first:at])
