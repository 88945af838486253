"""What a file is, by its first bytes: something to upload, or a document and of which kind."""

from __future__ import annotations

import mmap
import re
from pathlib import Path
from typing import BinaryIO

from t2v.documents import subtitles, tables
from t2v.documents.encodings import MARKS, wide
from t2v.documents.texts import Text
from t2v.errors import SkillError
from t2v.media_files import is_media, open_regular

MEDIA = "media"

TABLES = frozenset({"csv", "tsv", "json", "jsonl"})
APART = frozenset({"docx", "pdf", "html"})
"""Kinds that are parsed in a process of their own: they can be made to do harm."""

DOCUMENTS = ("txt", "md", "csv", "tsv", "json", "jsonl", "srt", "vtt", "docx", "pdf", "html")

HEAD = 4_096

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The name of what Word makes of a document with a password, in an old container."""

_REFUSED = (
    (_OLE, "is in Word's old format; save it as DOCX"),
    (rb"{\rtf", "is RTF; save it as DOCX or as plain text"),
    (b"%!PS", "is PostScript; save it as PDF"),
    (b"\x1f\x8b", "is compressed; unpack it first"),
    (b"7z\xbc\xaf", "is an archive; unpack it first"),
    (b"Rar!", "is an archive; unpack it first"),
)

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|article|main|div|h[1-6]|p|title|meta|section)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_CUE = re.compile(rf"\s*(?:\d+\s*\n)?{subtitles.TIMES.pattern}", re.MULTILINE)
_MARKDOWN = re.compile(
    r"^#{1,6} \S|^\s*```|\*\*\w[^*\n]{0,80}\*\*|\]\((?:https?:|/|#|\.)|^[^\n]{3,80}\n={3,}\s*$",
    re.MULTILINE,
)

_NAMES = "mp4 mov avi webm mkv m4v jpg jpeg png gif webp mp3 wav m4a aac heic avif tif tiff bmp"
_MEDIA_NAMES = frozenset(f".{name}" for name in _NAMES.split())
"""Names that promise no text: a text under one of them is an error page, or a mistake."""


def kind_of(path: Path) -> str:
    """Return `media`, or one of `DOCUMENTS`.

    Raises:
        SkillError: `unsupported_file`, `document_encrypted`, or that it cannot be opened.
    """
    with open_regular(path) as handle:
        head = handle.read(HEAD)
        if is_media(head) or not head:
            return MEDIA  # an empty file is refused there
        refused = next((why for start, why in _REFUSED if head.startswith(start)), None)
        if refused and head.startswith(_OLE) and _holds(handle, _ENCRYPTED):
            raise SkillError("document_encrypted", f"{path.name} is encrypted.")
        if refused:
            raise _unsupported(f"{path.name} {refused}.")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"  # what else it may be, its reader sees
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if _is_binary(head) or path.suffix.lower() in _MEDIA_NAMES:
        raise _unsupported(f"{path.name} is not a video, picture, sound or document that is known.")
    return _text_kind(path)


def _text_kind(path: Path) -> str:
    """Return which kind of text it is."""
    with Text.open(path) as text:
        head = text.head(tables.HEAD)
    suffix = path.suffix.lower()
    if head.startswith("WEBVTT"):
        return "vtt"
    if _CUE.match(head):
        return "srt"
    if _HTML.match(head):
        return "html"
    kind, _ = tables.kind_of(head, suffix)
    if kind == "txt" and (suffix in (".md", ".markdown") or _MARKDOWN.search(head)):
        return "md"
    return kind


def _is_binary(head: bytes) -> bool:
    """Whether these are no characters of any text."""
    if head.startswith(tuple(mark for mark, _ in MARKS)) or wide(head):
        return False
    return sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head) > len(head) // 100


def _holds(handle: BinaryIO, name: bytes) -> bool:
    """Whether the bytes stand anywhere in the file, which is never read whole."""
    with mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        return whole.find(name) >= 0


def _unsupported(detail: str) -> SkillError:
    from t2v.endpoints import UPLOAD_FORMATS  # noqa: PLC0415 - for a refusal alone

    return SkillError("unsupported_file", detail, data={"formats": [*UPLOAD_FORMATS, *DOCUMENTS]})
