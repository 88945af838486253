"""Chance that is the same on every machine and in every run: numbers made from words."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")


def seed_of(*parts: object) -> int:
    """Return a number from 0 to 2**31 that depends on nothing but the parts."""
    return zlib.crc32("\x1f".join(map(str, parts)).encode(errors="surrogatepass")) & 0x7FFFFFFF


def pick(choices: Sequence[_T], *parts: object) -> _T:
    """Return one of the choices, the same for the same parts."""
    return choices[seed_of(*parts) % len(choices)]
