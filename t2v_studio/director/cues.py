"""Subtitles as text: read from SRT or WebVTT, or made of what the scenes were described with."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from t2v_studio.film import Clip

Cue = tuple[int, int, str]
"""From and to in ms, and the words."""

MOST_CUES = 180
"""A draft's track holds two hundred segments; other words need some of them."""
LONGEST_CUE = 200

_MOMENT = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"^[ \t]*{_MOMENT}[ \t]*-->[ \t]*{_MOMENT}[^\n]*$", re.MULTILINE)
_MARKUP = re.compile(r"<[^<>\n]{0,100}>|\{\\[^{}\n]{0,100}\}")
_HEAD = re.compile(r"^(?:WEBVTT.*|[ \t]*\d{1,5}[ \t]*)$", re.MULTILINE)
_NUMBER = re.compile(r"^\s*\d{1,5}\s*$")
_LINE, _ZH_LINE = 42, 18
"""Signs of one subtitle that is made: what is read at a glance."""
_SIGN = re.compile("[\u3400-\u9fff]")
_BREAKS = re.compile(r"(?<=[,;:.!?])\s+|(?<=[,、;:。!?])")


def read_cues(text: str) -> tuple[str, tuple[Cue, ...]]:
    """Take the subtitles from a message that holds an SRT or WebVTT text.

    Returns:
        What stands before them, and the cues by start; no cues when there are none.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    found = list(_TIMES.finditer(text))
    ends = [one.start() for one in found[1:]] + [len(text)]
    cues = []
    for times, end in zip(found, ends, strict=False):
        start_ms, end_ms = _ms(times.groups()[:4]), _ms(times.groups()[4:])
        words = _words(text[times.end() : end], last=end == len(text))
        if words and end_ms > start_ms:
            cues.append((start_ms, end_ms, words))
    before = _HEAD.sub("", text[: found[0].start()]) if found else text
    return before.strip(), tuple(sorted(cues))


def _ms(groups: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, part = groups
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return whole * 1000 + int((part or "0").ljust(3, "0"))


def _words(block: str, *, last: bool) -> str:
    """Return the words of one cue: up to the empty line, or to the next cue's number."""
    lines = block.strip("\n").split("\n\n")[0].split("\n")
    if not last and lines and _NUMBER.match(lines[-1]):
        lines.pop()
    plain = " ".join(_MARKUP.sub("", line).strip() for line in lines)
    return html.unescape(" ".join(plain.split()))[:LONGEST_CUE]


def told_cues(clips: tuple[Clip, ...]) -> tuple[Cue, ...]:
    """Return subtitles that tell what drawn scenes were described with, each in its time."""
    return tuple(cue for clip in clips for cue in _told(clip))[:MOST_CUES]


def _told(clip: Clip) -> Iterator[Cue]:
    lines = _lines(clip.scene.words) if clip.scene else []
    whole, at = sum(map(len, lines)), 0
    for line in lines:
        start = clip.duration_ms * at // whole
        at += len(line)
        yield clip.start_ms + start, clip.start_ms + clip.duration_ms * at // whole, line


def _lines(words: str) -> list[str]:
    """Cut a text into lines: at its marks where that fits, else between words."""
    longest = _ZH_LINE if _SIGN.search(words) else _LINE
    lines: list[str] = []
    for part in _BREAKS.split(" ".join(words.split())):
        for piece in _pieces(part.strip(), longest):
            if lines and len(lines[-1]) + len(piece) < longest:
                lines[-1] += piece if _SIGN.search(piece) else f" {piece}"
            else:
                lines.append(piece)
    return lines


def _pieces(part: str, longest: int) -> Iterator[str]:
    while len(part) > longest:
        cut = part.rfind(" ", 0, longest)
        cut = cut if cut > 0 else longest
        yield part[:cut].strip()
        part = part[cut:].strip()
    if part:
        yield part
