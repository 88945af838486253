"""HTML as pieces: what a reader of the page sees of its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from t2v.documents.pieces import Piece, Place

_HEADINGS = "h1 h2 h3 h4 h5 h6"
_BLOCKS = """
    p div section article main blockquote li ul ol dl dt dd table tr td th figure figcaption
    pre body hr address summary details"""
_UNSEEN = """script style template noscript svg nav header footer aside form button select iframe
    head object math canvas audio video textarea dialog"""
_VOID = "area base br col embed hr img input link meta source track wbr"
_UNENDED = "p li dt dd tr td th"

HEADINGS = frozenset(_HEADINGS.split())
BLOCKS = HEADINGS | frozenset(_BLOCKS.split())
UNSEEN = frozenset(_UNSEEN.split())
"""What is no text of the page, with all that lies in it."""
VOID = frozenset(_VOID.split())
UNENDED = frozenset(_UNENDED.split())
"""What the next one of its kind ends."""

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0*)?\s*(?:;|$)"
    r"|font-size\s*:\s*0(?:\D|$)",
    re.IGNORECASE,
)
"""Styles of words that nobody sees; only programs would read them."""


class Page(HTMLParser):
    """The text of a page, as its lines come."""

    def __init__(self) -> None:
        """Begin before the first line."""
        super().__init__(convert_charrefs=True)
        self.title = ""
        self._ready: list[Piece] = []
        self._words: list[str] = []
        self._unseen: list[str] = []
        self._heading = self._item = self._titled = False
        self._ordered: list[bool] = []
        self._number = 0

    def taken(self) -> Iterator[Piece]:
        """Yield the pieces that have come since."""
        ready, self._ready = self._ready, []
        yield from ready

    def close(self) -> None:
        """Take the last words."""
        super().close()
        self._end_block()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        if tag == "title":
            self._titled = not self.title
        elif tag in VOID:
            self._words.append(" ")
        elif self._unseen[-1:] == [tag] and tag in UNENDED:
            self._unseen[-1:] = [tag] if _is_hidden(dict(attrs)) else []
        elif self._unseen or tag in UNSEEN or _is_hidden(dict(attrs)):
            if not self._unseen and tag in BLOCKS:
                self._end_block()
            self._unseen.append(tag)
        elif tag in BLOCKS:
            self._end_block()
            self._heading = tag in HEADINGS
            if tag in ("ul", "ol"):
                self._ordered.append(tag == "ol")
            self._item = tag == "li" and self._ordered[-1:] == [True]

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those inside it that nobody ended."""
        if tag == "title":
            self._titled = False
        elif tag in self._unseen:
            del self._unseen[len(self._unseen) - 1 - self._unseen[::-1].index(tag) :]
        elif not self._unseen and tag in BLOCKS:
            self._end_block()
            if tag in ("ul", "ol") and self._ordered:
                self._ordered.pop()

    def handle_data(self, data: str) -> None:
        """Take words."""
        if self._titled:
            self.title = " ".join(f"{self.title} {data}".split())[:200]
        elif not self._unseen:
            self._words.append(data)

    def _end_block(self) -> None:
        text = " ".join("".join(self._words).split())
        self._words = []
        if text:
            self._number += 1
            place = Place("paragraph", self._number)
            self._ready.append(Piece(text, place, heading=self._heading, begins=self._item))
        self._heading = self._item = False


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(attributes.get("style") or ""))
    )


def pieces(lines: Iterable[str], page: Page) -> Iterator[Piece]:
    """Yield the pieces of a page; its title is `page.title` then."""
    for line in lines:
        page.feed(line)
        yield from page.taken()
    page.close()
    yield from page.taken()
