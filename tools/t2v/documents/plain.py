"""Plain text and Markdown as pieces, line by line: paragraphs, headings, items of lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from t2v.documents.pieces import Piece, Place
from t2v.documents.sentences import columns, joined

SHORT = 40
"""Columns of a line that nobody wrapped: a paragraph ends with it."""

HEADING = 80
"""Columns of a heading, at most."""

_ENDS = ".!?:;,…。！？：；，।؟"

_HAN = "一二三四五六七八九十"
_COUNT = rf"[{_HAN}\d]{{1,3}}"
_AFTER = r"[\s:：、.]*"

_SCENE = re.compile(
    r"(?:scene|shot|szene|escena|cena|scena|scène|part|chapter|step|act)\s+"
    r"(?:\d{1,3}|[ivx]{1,5}|one|two|three)\b[\s:.)\u2013\u2014-]*"
    r"|(?:int|ext)\.[\s/]+"
    rf"|第\s*{_COUNT}\s*[幕场場镜鏡章节節]{_AFTER}"
    rf"|(?:场景|場景|镜头|鏡頭|シーン)\s*{_COUNT}{_AFTER}",
    re.IGNORECASE,
)
"""How scripts and scene lists begin a scene."""

_NUMBER = re.compile(rf"(?:\(?\d{{1,3}}[.):、．]|[①-⑳]|[{_HAN}]{{1,3}}、)\s*(?=\S)")
_BULLET = re.compile(r"[-*+•‣·–]\s+(?=\S)")
_RULE = re.compile(r"\s*(?:[-*_=~#]\s*){3,}")
_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_UNDERLINE = re.compile(r"\s{0,3}(?:={3,}|-{3,})\s*")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")

_INLINE = (
    (re.compile(r"!\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)"), r""),
    (re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,500}\)"), r"\1"),
    (re.compile(r"<[a-z/!][^>\n]{0,300}>", re.IGNORECASE), r""),
    (re.compile(r"(\*\*|__|~~|`)(?=\S)(.{1,500}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?=\S)(.{1,500}?)(?<=\S)\1(?!\w)"), r"\2"),
)
"""Marks of Markdown, and what of them is text."""


class Paragraphs:
    """Pieces out of lines; what it holds is one paragraph at most."""

    def __init__(self, *, markdown: bool) -> None:
        """Begin before the first line."""
        self._markdown = markdown
        self._held: list[str] = []
        self._number = 0
        self._begins = self._alone = self._fenced = False

    def of(self, lines: Iterable[str]) -> Iterator[Piece]:
        """Yield the pieces."""
        self._alone = True
        for line in self._unfenced(lines):
            yield from self._line(line.strip().lstrip("\ufeff"))
        yield from self._paragraph(alone=True)

    def _unfenced(self, lines: Iterable[str]) -> Iterator[str]:
        """Yield the lines that are prose: code and what stands before a page are not."""
        front = False
        for number, line in enumerate(lines):
            if self._markdown and line.strip() == "---" and (front or number == 0):
                front = not front
            elif self._markdown and _FENCE.match(line):
                self._fenced = not self._fenced
            elif not self._fenced and not front:
                yield line

    def _line(self, line: str) -> Iterator[Piece]:
        """Take a line, and yield what it ends."""
        if self._markdown and len(self._held) == 1 and _UNDERLINE.fullmatch(line):
            yield self._piece(heading=True)
        elif not line or _RULE.fullmatch(line):
            yield from self._paragraph(alone=True)
            self._alone = True
        elif self._markdown and (found := _HASHES.fullmatch(line)):
            yield from self._paragraph(alone=True)
            self._held = [found[2]]
            yield self._piece(heading=True)
        else:
            yield from self._text(line.lstrip("> ") if self._markdown else line)

    def _text(self, line: str) -> Iterator[Piece]:
        marked = _SCENE.match(line) or _NUMBER.match(line)
        item = marked or _BULLET.match(line)
        if item:
            yield from self._paragraph(alone=False)
            line = line[item.end() :]
            self._begins = bool(marked)
        if line:
            self._held.append(line)
        if self._held and not marked and (columns(line) < SHORT or line[-1] in ".!?。！？"):
            yield from self._paragraph(alone=False)

    def _paragraph(self, *, alone: bool) -> Iterator[Piece]:
        """Yield the paragraph that is over; a short line between blank ones is a heading."""
        if self._held:
            line = self._held[0]
            heading = (
                len(self._held) == 1
                and not self._begins
                and columns(line) <= HEADING
                and line[-1] not in _ENDS
                and (alone or self._number == 0)
                and self._alone
            )
            yield self._piece(heading=heading)
        self._alone = False

    def _piece(self, *, heading: bool) -> Piece:
        self._number += 1
        text = joined(self._held)
        for mark, kept in _INLINE if self._markdown else ():
            text = mark.sub(kept, text)
        place, begins = Place("paragraph", self._number), self._begins
        self._held, self._begins = [], False
        return Piece(text, place, heading=heading, begins=begins)


def pieces(lines: Iterable[str], *, markdown: bool = False) -> Iterator[Piece]:
    """Yield the pieces of a text.

    Args:
        lines: the text's, with or without their ends.
        markdown: whether its marks mean something.
    """
    return Paragraphs(markdown=markdown).of(lines)
