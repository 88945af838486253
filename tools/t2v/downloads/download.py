"""Bytes of a film, brought here in as many pieces as it takes.

What arrived is never asked for again while the server can prove that it is still the same file: a
request for the rest carries the ETag or the date that the first answer had. What can prove nothing
begins anew.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping

from t2v.clock import Clock
from t2v.downloads.packing import unpack
from t2v.downloads.partial import Note, Partial
from t2v.downloads.sources import Source, reading
from t2v.errors import SkillError
from t2v.progress import Progress
from t2v.sessions import Response

BLOCK = 1_000_000
TRIES = 5
"""Requests in a row that bring nothing worth mentioning, after which it has failed."""

PROGRESS = 16_384
"""Bytes that are worth mentioning; a server that gives less and hangs up is not waited for long."""

STALL_S, STALL_BYTES = 60.0, 60_000
"""A minute must bring this many bytes: 1 kB/s. Silence alone is cut short by the source."""

LIMIT = 20_000_000_000
"""Bytes; nobody's disk should fill because a server does not stop."""

BROKEN = frozenset({"network", "deadline", "download_failed", "server_trouble"})
"""Failures after which the rest is asked for."""

_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15}|\*)", re.ASCII)
_ETAG = re.compile(r'"[\x21\x23-\x7e]{1,200}"')
_DATE = re.compile(r"[\x20-\x7e]{20,40}")
_LENGTH = re.compile(r"\d{1,15}", re.ASCII)
GZIP = ("gzip", "x-gzip")


class Download:
    """Fetches films into partial files."""

    def __init__(self, clock: Clock, progress: Progress) -> None:
        """Wait on this clock, tell this progress."""
        self._clock, self._progress = clock, progress

    def fetch(self, source: Source, part: Partial, size: int | None = None) -> None:
        """Bring all bytes into `part`, those that are missing alone where that can be.

        Args:
            source: where they are.
            part: what there is of them.
            size: the film's size as the service states it, where it does.

        Raises:
            LinkExpiredError: the link is over.
            SkillError: the last trouble, when nothing more comes; `overflow`, `disk_full`,
                `corrupt_download` for bytes that were not asked for.
        """
        idle = 0
        while True:
            had = part.size
            try:
                self._attempt(source, part, size)
            except SkillError as error:
                if error.code not in BROKEN:
                    raise
                idle = 0 if part.size >= had + PROGRESS else idle + 1
                if idle >= TRIES:
                    raise
            else:
                unpack(part, size or LIMIT)
                return
            self._clock.sleep(0.5 * 2 ** min(idle, 4))

    def _attempt(self, source: Source, part: Partial, size: int | None) -> None:
        """Ask once for what is missing, and take what comes."""
        name = source.identity
        if part.whole and part.note.source == name:
            return
        wanted = _wanted(part, name)
        with source.open(wanted) as response:
            _accept(response, part, name, begins=not wanted)
            if part.note.length < 0 and not part.note.encoding:
                part.note = dataclasses.replace(part.note, length=size or -1)
            self._copy(response, part, size or LIMIT)
        if part.note.length >= 0 and part.size != part.note.length:
            raise SkillError("download_failed")

    def _copy(self, response: Response, part: Partial, limit: int) -> None:
        """Write what comes, as it comes: a block that fills slowly would hide a stall."""
        here, length = part.size, part.note.length
        limit = max(limit, min(length, LIMIT))
        pace = _Pace(self._clock)
        with part.appending() as file, reading():
            while block := response.raw.read1(BLOCK, decode_content=False):
                here += len(block)
                if here > limit:
                    raise SkillError("overflow")
                file.write(block)
                pace.count(len(block))
                if length > 0:
                    self._progress.advance("Downloading", min(1.0, here / length))


class _Pace:
    """Notices a sender that sends just enough not to be silent."""

    def __init__(self, clock: Clock) -> None:
        self._clock, self._since, self._bytes = clock, clock.monotonic(), 0

    def count(self, size: int) -> None:
        self._bytes += size
        if self._clock.monotonic() - self._since < STALL_S:
            return
        if self._bytes < STALL_BYTES:
            raise SkillError("deadline")
        self._since, self._bytes = self._clock.monotonic(), 0


def _wanted(part: Partial, source: str) -> dict[str, str]:
    """Return the headers that ask for what follows the bytes that are here.

    There are none where nothing can be kept. What is here stays until something better arrives:
    a source that is asked in vain must not cost what another one gave.
    """
    note = part.note
    if note.source != source or not part.resumable or 0 <= note.length < part.size:
        return {}
    return {"Range": f"bytes={part.size}-", "If-Range": note.validator}


def _accept(response: Response, part: Partial, source: str, *, begins: bool) -> None:
    """See where the answer's bytes belong; afterwards `part` is ready to take them.

    Raises:
        SkillError: `download_failed` where the next request has to begin anew,
            `corrupt_download` for a part that was not asked for.
    """
    told = _told(response.headers, source)
    if response.status_code == 200:
        part.restart(told)
        return
    start, total = _span(response.headers)
    if response.status_code == 206 and start != (0 if begins else part.size):
        raise SkillError("corrupt_download", "The service sent another part than was asked for.")
    if response.status_code == 206 and begins:
        part.restart(dataclasses.replace(told, length=total))
    elif response.status_code == 416 or _changed(part.note, response.headers, total):
        if not begins:
            part.restart(Note(source=source))
        raise SkillError("download_failed")


def _told(headers: Mapping[str, str], source: str) -> Note:
    """Return what the headers say about the whole. A weak ETag proves nothing about bytes."""
    etag, date = headers.get("ETag", ""), headers.get("Last-Modified", "")
    strong = etag if _ETAG.fullmatch(etag) else ""
    length = headers.get("Content-Length", "")
    encoding = headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ("", "identity", *GZIP):
        raise SkillError("bad_response", "The film is packed in a way that cannot be read.")
    return Note(
        source=source,
        validator=strong or (date if _DATE.fullmatch(date) else ""),
        length=int(length) if _LENGTH.fullmatch(length) else -1,
        encoding="gzip" if encoding in GZIP else "",
    )


def _span(headers: Mapping[str, str]) -> tuple[int, int]:
    """Return where a part begins and how long the whole is; -1 where that is not said."""
    found = _RANGE.fullmatch(headers.get("Content-Range", ""))
    if found is None:
        return -1, -1
    return int(found[1]), -1 if found[3] == "*" else int(found[3])


def _changed(note: Note, headers: Mapping[str, str], total: int) -> bool:
    """Whether a part is of another file than the bytes that are here."""
    name = "ETag" if note.validator.startswith('"') else "Last-Modified"
    lengths = {note.length, total} - {-1}
    return headers.get(name, note.validator) != note.validator or len(lengths) > 1
