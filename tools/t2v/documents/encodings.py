"""What encoding a text is in, from its bytes.

A mark at the start decides, then zeros that only UTF-16 has, then whether it is UTF-8; for the
older encodings charset-normalizer, which every installation of requests brings, is asked.
"""

from __future__ import annotations

import codecs
import importlib.util
import re
from typing import BinaryIO

from t2v.checks import shell
from t2v.errors import SkillError

SAMPLE = 65_536
"""Bytes that are looked at: pages of text, and still a few milliseconds."""

BLOCK = 1_048_576

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

OLDER = (
    "cp1252", "gb18030", "cp932", "big5", "cp949", "euc_jp", "cp1251", "cp1250", "koi8_r",
    "cp1253", "cp1255", "cp1256", "cp874",
)  # fmt: skip
"""Encodings that people still save text in; of two that fit as well, the first is meant."""

FALLBACK = "cp1252"

_ASCII = re.compile(rb"[\n\r\t -~]")


def encoding_of(handle: BinaryIO) -> str:
    """Return the name of the encoding; the file is left at its start.

    Raises:
        SkillError: `extra_missing` for an older encoding where charset-normalizer is missing.
    """
    handle.seek(0)
    head = handle.read(SAMPLE)
    by_mark = next((name for mark, name in MARKS if head.startswith(mark)), None)
    found = by_mark or wide(head) or _narrow(_beyond_ascii(head, handle))
    handle.seek(0)
    return found


def wide(head: bytes) -> str | None:
    """Return which UTF-16 a text without a mark is in; None when in none.

    Line ends, spaces and digits have a zero byte there in any language; read from the wrong side
    they are no characters.
    """
    zeros = head.count(0)
    narrow = _is_utf8(head, cut=len(head) == SAMPLE) or 4 * len(_ASCII.findall(head)) > 3 * len(
        head
    )
    if not zeros or (narrow and 4 * zeros < len(head)):
        return None
    share, name = max((_written(head, name), name) for name in ("utf-16-le", "utf-16-be"))
    return name if share >= 0.95 else None


def _written(head: bytes, name: str) -> float:
    """Return which share of the characters people write, when the bytes are read like this."""
    try:
        text = codecs.getincrementaldecoder(name)().decode(head)
    except UnicodeDecodeError:
        return 0.0
    return sum(char.isprintable() or char in "\n\r\t\f\ufeff" for char in text) / (len(text) or 1)


def _beyond_ascii(head: bytes, handle: BinaryIO) -> bytes:
    """Return a sample that begins where the first byte beyond ASCII is; empty when all is ASCII."""
    block = head
    while block.isascii():
        block = handle.read(BLOCK)
        if not block:
            return b""
    start = next(place for place, byte in enumerate(block) if byte > 127)
    start = block.rfind(b"\n", 0, start) + 1
    return (block[start:] + handle.read(SAMPLE))[:SAMPLE]


def _narrow(sample: bytes) -> str:
    """Return UTF-8 or the older encoding that most of the sample is in."""
    lines = [line for line in sample.split(b"\n") if not line.isascii()]
    if len(lines) > 1 and len(sample) == SAMPLE:
        lines.pop()  # it may be cut
    if not lines:
        return "utf-8"
    cut = len(sample) == SAMPLE and len(lines) == 1
    good = sum(_is_utf8(line, cut=cut) for line in lines)
    # By chance a line in another encoding hardly ever is UTF-8: a few bad ones are a mixture.
    return "utf-8" if 2 * good >= len(lines) else _older(b"\n".join(lines))


def _is_utf8(line: bytes, *, cut: bool) -> bool:
    """Whether the bytes are UTF-8; `cut` allows that the last character is not whole."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(line, final=not cut)
    except UnicodeDecodeError:
        return False
    return True


def _older(sample: bytes) -> str:
    if importlib.util.find_spec("charset_normalizer") is None:
        command = shell.install("charset-normalizer")
        detail = "The text is not in UTF-8, and the package that tells encodings is missing."
        raise SkillError("extra_missing", detail, data={"command": command})
    from charset_normalizer import from_bytes  # noqa: PLC0415 - for older texts alone

    for cut in range(4):  # the sample may end within a character
        found = from_bytes(sample[: len(sample) - cut], cp_isolation=list(OLDER))
        ranked = [
            (round(match.chaos, 2), -round(match.coherence, 1), OLDER.index(name))
            for match in found
            for name in match.could_be_from_charset
        ]
        if ranked:
            return OLDER[min(ranked)[2]]
    return FALLBACK
