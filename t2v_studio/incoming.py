"""Receiving files: the parts of a multipart body go to disk as they arrive, never into memory."""

from __future__ import annotations

import asyncio
import shutil
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from t2v_studio.answers import Refusal

BAD_FORM, TOO_LARGE, TOO_SLOW = 400, 4002, 408
_FIELD = b"files"
_MAX_FILES = 20
FRAME_BYTES = 65_536
"""What a form may weigh besides its files."""
_SLOWEST_BYTES_PER_S = 100_000
GRACE_S = 60.0
"""How far a body may fall behind the slowest pace: what it announces buys it no time."""


@dataclass(frozen=True, slots=True)
class Received:
    """One file of a form, where it lies for now, and how the client calls it."""

    path: Path
    name: str


@asynccontextmanager
async def received_files(
    request: Request, folder: Path, limit_bytes: int
) -> AsyncIterator[list[Received]]:
    """Read a multipart body, and give its files until the block ends.

    Raises:
        Refusal: 4002 as soon as more than the limit has come (or is announced), 400 for a body
            that is not a whole form with at least one file, 408 for one that drips.
    """
    limit = limit_bytes + FRAME_BYTES
    announced = int(request.headers.get("content-length", 0))
    if announced > limit:
        raise Refusal(TOO_LARGE)
    own = folder / uuid.uuid4().hex
    form = _Form(request.headers.get("content-type", ""), own)
    await run_in_threadpool(own.mkdir, 0o700)
    try:
        await _feed(form, request, limit)
        yield form.complete()
    finally:
        form.close()
        await run_in_threadpool(shutil.rmtree, own, ignore_errors=True)


async def _feed(form: _Form, request: Request, limit: int) -> None:
    size = 0
    started = asyncio.get_running_loop().time()
    try:
        async with asyncio.timeout(GRACE_S) as patience:
            async for chunk in request.stream():
                size += len(chunk)
                if size > limit:
                    raise Refusal(TOO_LARGE)
                await run_in_threadpool(form.write, chunk)
                patience.reschedule(started + GRACE_S + size / _SLOWEST_BYTES_PER_S)
    except ClientDisconnect:
        raise Refusal(BAD_FORM, "The upload was cut off.") from None
    except TimeoutError:
        raise Refusal(TOO_SLOW, "The upload came too slowly.") from None
    except FormParserError:
        raise Refusal(BAD_FORM, "This is not a multipart form.") from None


class _Form:
    """Takes a form apart. Fields that are not our files are passed over unread."""

    def __init__(self, content_type: str, folder: Path) -> None:
        _, options = parse_options_header(content_type)
        if not options.get(b"boundary"):
            raise Refusal(BAD_FORM, "The form names no boundary.")
        self._folder = folder
        self._files: list[Received] = []
        self._open: BinaryIO | None = None
        self._name = b""
        self._value = b""
        self._disposition = b""
        self._whole = False
        self._parser = MultipartParser(
            options[b"boundary"],
            callbacks={
                "on_part_begin": self._begin,
                "on_header_field": self._header_name,
                "on_header_value": self._header_value,
                "on_header_end": self._header_end,
                "on_headers_finished": self._headers_finished,
                "on_part_data": self._data,
                "on_part_end": self.close,
                "on_end": self._end,
            },
        )

    def write(self, chunk: bytes) -> None:
        """Take the next bytes of the body."""
        self._parser.write(chunk)

    def complete(self) -> list[Received]:
        """Return the files of a form that came whole."""
        if not self._whole:
            raise Refusal(BAD_FORM, "The form is cut short.")
        if not self._files:
            raise Refusal(BAD_FORM, "The form has no file in its field `files`.")
        return self._files

    def close(self) -> None:
        """Close the file that is being written."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _begin(self) -> None:
        self._name = self._value = self._disposition = b""

    def _header_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_end(self) -> None:
        if self._name.lower() == b"content-disposition":
            self._disposition = self._value
        self._name = self._value = b""

    def _headers_finished(self) -> None:
        _, options = parse_options_header(self._disposition)
        if options.get(b"name") != _FIELD or b"filename" not in options:
            return
        if len(self._files) >= _MAX_FILES:
            raise Refusal(BAD_FORM, f"More than {_MAX_FILES} files at once.")
        path = self._folder / str(len(self._files))
        self._files.append(Received(path, options[b"filename"].decode(errors="replace")))
        self._open = path.open("xb")

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._open is not None:
            self._open.write(data[start:end])

    def _end(self) -> None:
        self._whole = True
