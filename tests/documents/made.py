"""Documents made at run time: Word files, PDFs, and what somebody might do to them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfReader, PdfWriter

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(text: str, style: str = "", *, numbered: bool = False) -> str:
    """Return a paragraph of a Word document."""
    properties = f'<w:pStyle w:val="{style}"/>' * bool(style) + "<w:numPr/>" * numbered
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def body(*paragraphs: str, before: str = "") -> bytes:
    """Return `word/document.xml`."""
    return (
        f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORDS}"><w:body>'
        f"{''.join(paragraphs)}</w:body></w:document>"
    ).encode()


def docx(path: Path, xml: bytes, member: str = "word/document.xml", others: int = 0) -> Path:
    """Write a Word document around its text."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, xml)
        for number in range(others):
            archive.writestr(f"word/media/{number}.png", b"")
    return path


def pdf(path: Path, pages: Sequence[Sequence[str]], *, stream: bytes | None = None) -> Path:
    """Write a PDF with these lines on its pages; `stream` is the packed content of every page."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = " T* ".join(f"({_escaped(line)}) Tj" for line in lines)
        content = stream or zlib.compress(
            f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode("cp1252")
        )
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode(),
            f"<< /Length {len(content)} /Filter /FlateDecode >>\nstream\n".encode()
            + content
            + b"\nendstream",
        ]
    path.write_bytes(_file(objects))
    return path


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: Sequence[bytes]) -> bytes:
    """Return objects as a file with its table of places."""
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n" % (len(objects) + 1))
    out.write(b"%d\n%%%%EOF\n" % start)
    return out.getvalue()


def endless_pdf(path: Path) -> Path:
    """Write a PDF whose tree of pages holds itself."""
    path.write_bytes(
        _file(
            [
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>",
            ]
        )
    )
    return path


def encrypted_pdf(path: Path, password: str) -> Path:
    """Encrypt a PDF in its place; "" lets everybody open it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(path.read_bytes())))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")  # noqa: S106 - a test's own
    with path.open("wb") as file:
        writer.write(file)
    return path
