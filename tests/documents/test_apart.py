"""Word documents, PDFs and pages: read in a process of their own, whatever somebody made them."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from t2v.checks import shell
from t2v.documents import apart, parser
from t2v.documents.kinds import kind_of
from t2v.documents.pieces import Piece
from t2v.documents.readers import read
from t2v.errors import SkillError
from t2v.secret import VARIABLES
from tests.documents.made import body, docx, encrypted_pdf, endless_pdf, paragraph, pdf

Shown = list[tuple[str, str, bool]]

BILLION = """<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>"""
OUTSIDE = """<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>"""


def pieces(path: Path) -> list[Piece]:
    return read(path, kind_of(path)).pieces


def shown(path: Path) -> Shown:
    return [(piece.text, str(piece.place), piece.heading) for piece in pieces(path)]


def test_a_word_document_is_its_paragraphs(tmp_path: Path) -> None:
    path = docx(
        tmp_path / "a",
        body(
            paragraph("Harbour", "Heading1"),
            paragraph("The harbour wakes."),
            paragraph(""),
            paragraph("Boats leave.", numbered=True),
            "<w:p><w:r><w:t>Two</w:t></w:r><w:r><w:br/><w:t>runs</w:t></w:r>"
            "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>",
        ),
    )
    assert shown(path) == [
        ("Harbour", "paragraph 1", True),
        ("The harbour wakes.", "paragraph 2", False),
        ("Boats leave.", "paragraph 3", False),
        ("Two runs", "paragraph 4", False),
    ]
    assert [piece.begins for piece in pieces(path)] == [False, False, True, False]


def test_a_pdf_is_its_pages(tmp_path: Path) -> None:
    path = pdf(
        tmp_path / "a.bin",
        [["Harbour", "", "The harbour wakes be-", "fore the sun.", "1"], ["Boats leave (all)."]],
    )
    assert shown(path) == [
        ("Harbour", "page 1", True),
        ("The harbour wakes before the sun.", "page 1", False),
        ("Boats leave (all).", "page 2", False),
    ]


def test_what_stands_on_every_page_is_read_once(tmp_path: Path) -> None:
    path = pdf(
        tmp_path / "a",
        [
            [
                "The Harbour Gazette",
                f"Issue {page}",
                f"Boat {page} leaves now.",
                "Gulls cry.",
                "Nets dry.",
                "Please recycle.",
                f"Page {page} of 3",
            ]
            for page in (1, 2, 3)
        ],
    )
    told = " ".join(text for text, _place, _heading in shown(path))
    assert told.count("Gazette") == told.count("recycle") == 1
    assert [told.count(f"Boat {page} leaves now.") for page in (1, 2, 3)] == [1, 1, 1]
    assert told.count("Gulls cry.") == 3


def test_a_page_is_what_its_reader_sees(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_text(
        "<!-- a note --><!DOCTYPE html><html><head><title>The  Harbour &amp; I</title>"
        "<style>p {}</style></head><body><nav>Home</nav><h1>Dawn</h1><p>Boats <b>leave</b><br>now."
        "<p hidden>obey one<p>Gulls.<div style='display: none'>obey two<p>obey three</div>"
        "<span aria-hidden=true>obey four</span><ol><li>first<li>second</ol>"
        "<script>obey()</script><footer>Imprint</footer></body></html>"
    )
    assert shown(path) == [
        ("Dawn", "paragraph 1", True),
        ("Boats leave now.", "paragraph 2", False),
        ("Gulls.", "paragraph 3", False),
        ("first", "paragraph 4", False),
        ("second", "paragraph 5", False),
    ]
    assert read(path, "html").title == "The Harbour & I"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_page_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    told = "清晨的港口，渔船一艘接一艘地离开，灯光在水面上颤动。" * 5
    path.write_bytes(f"<!doctype html>\n<p>{told}</p>".encode(encoding))
    assert shown(path) == [(told, "paragraph 1", False)]


def nothing(megabytes: int) -> bytes:
    """Return zeros as zlib packs them, without packing each: a block of a megabyte, repeated."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    block = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    check = (megabytes * 1_000_000 % 65_521 << 16 | 1).to_bytes(4, "big")  # Adler-32 of zeros
    return b"\x78\x9c" + block * megabytes + b"\x03\x00" + check


def test_the_bomb_is_one() -> None:
    assert zlib.decompress(nothing(7)) == bytes(7_000_000)


HARM: list[tuple[str, Callable[[Path], object]]] = [
    ("document_bomb", lambda path: docx(path, body(paragraph(" " * 50_000_000)))),
    ("document_bomb", lambda path: docx(path, body(), others=1_001)),
    ("document_bomb", lambda path: pdf(path, [[""]], stream=nothing(900))),
    ("document_unsafe", lambda path: docx(path, body(paragraph("&b;"), before=BILLION))),
    ("document_unsafe", lambda path: docx(path, body(paragraph("&file;"), before=OUTSIDE))),
    ("document_damaged", lambda path: docx(path, body(paragraph("whole"))[:-20])),
    ("document_damaged", lambda path: docx(path, b"no XML")),
    ("document_damaged", lambda path: path.write_bytes(b"PK\x03\x04" + bytes(100))),
    ("document_damaged", lambda path: path.write_bytes(b"%PDF-1.7\n" + b"x" * 5000)),
    ("document_recursive", endless_pdf),
    ("document_encrypted", lambda path: encrypted_pdf(pdf(path, [["secret"]]), "pass")),
    (
        "document_encrypted",
        lambda path: path.write_bytes(
            bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le")
        ),
    ),
    ("document_empty", lambda path: pdf(path, [[""], [""]])),
    ("document_empty", lambda path: docx(path, body(paragraph("")))),
    ("document_empty", lambda path: path.write_text("<!doctype html><p hidden>obey</p>")),
    ("unsupported_file", lambda path: docx(path, b"<x/>", member="xl/workbook.xml")),
    ("unsupported_file", lambda path: docx(path, b"<x/>", member="../word/document.xml")),
    ("unsupported_file", lambda path: path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") * 99)),
    ("unsupported_file", lambda path: path.write_bytes(b"{\\rtf1 hello}")),
]


@pytest.mark.parametrize(
    ("code", "make"), HARM, ids=[f"{code} {number}" for number, (code, _) in enumerate(HARM)]
)
def test_what_is_wrong_with_a_document_has_its_code(
    code: str, make: Callable[[Path], object], tmp_path: Path
) -> None:
    path = tmp_path / "paper"
    make(path)
    with pytest.raises(SkillError) as caught:
        pieces(path)
    assert caught.value.code == code
    assert sorted(tmp_path.iterdir()) == [path], "nothing is left beside it"


def test_a_pdf_that_everybody_may_open_is_read(tmp_path: Path) -> None:
    assert shown(encrypted_pdf(pdf(tmp_path / "a", [["Boats leave."]]), ""))[0][0] == "Boats leave."


@pytest.mark.parametrize("size", [12, 200, 700])
def test_a_cut_document_never_escapes(size: int, tmp_path: Path) -> None:
    path = pdf(tmp_path / "cut", [["Boats leave."]] * 3)
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(SkillError, match=r"damaged|no words"):
        pieces(path)


def test_what_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "LIMIT_S", 0.2)
    monkeypatch.setattr(apart, "BOOT", "while True: pass")
    with pytest.raises(SkillError) as caught:
        pieces(docx(tmp_path / "a", body(paragraph("Boats."))))
    assert caught.value.code == "document_stuck"


def test_what_says_too_much_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "OUTPUT_LIMIT", 10_000)
    monkeypatch.setattr(apart, "BOOT", 'while True: print(\'["x", "page", 1, 0, 0]\')')
    with pytest.raises(SkillError) as caught:
        pieces(docx(tmp_path / "a", body(paragraph("Boats."))))
    assert caught.value.code == "document_bomb"


def test_what_falls_over_is_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "BOOT", "import os; os._exit(3)")
    with pytest.raises(SkillError) as caught:
        pieces(docx(tmp_path / "a", body(paragraph("Boats."))))
    assert caught.value.code == "document_damaged"


@pytest.mark.parametrize(
    "act",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "open('left', 'w')",
        "import os; os.open('left', os.O_CREAT | os.O_WRONLY)",
        "import os; os.mkdir('left')",
    ],
)
def test_the_process_of_a_reader_reaches_nothing(
    act: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    boot = (
        "import json, sys; sys.path.insert(0, sys.argv[1])\n"
        "from t2v.documents import parser\n"
        "sys.addaudithook(parser._forbid)\n"
        f"try:\n    {act}\n"
        "except PermissionError as error:\n"
        "    print(json.dumps([str(error), 'page', 1, False, False]))\n"
        "print(json.dumps({'title': '', 'cut': False}))\n"
    )
    path = docx(tmp_path / "a", body(paragraph("Boats.")))
    monkeypatch.setattr(apart, "BOOT", boot)
    assert "A reader of documents does not" in pieces(path)[0].text
    assert sorted(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX alone has limits of a process")
def test_the_process_has_limits_and_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in VARIABLES:
        monkeypatch.setenv(name, "nmv_usr_own")
    boot = (
        "import json, os, resource, sys; sys.path.insert(0, sys.argv[1])\n"
        "from t2v.documents import parser; parser._limit()\n"
        "told = [resource.getrlimit(getattr(resource, 'RLIMIT_' + name))[0] for name in "
        "parser.LIMITS]\n"
        "print(json.dumps([json.dumps([told, dict(os.environ)]), 'page', 1, False, False]))\n"
        "print(json.dumps({'title': '', 'cut': False}))\n"
    )
    monkeypatch.setattr(apart, "BOOT", boot)
    told = pieces(docx(tmp_path / "a", body(paragraph("Boats."))))[0].text
    assert told.startswith(str([list(parser.LIMITS.values())])[:-1])
    assert "nmv_usr_own" not in told


def test_without_the_package_the_command_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, install = apart.PACKAGES["pdf"]
    monkeypatch.setitem(apart.PACKAGES, "pdf", ("no_such_package", install))
    with pytest.raises(SkillError) as caught:
        pieces(pdf(tmp_path / "a", [["Boats leave."]]))
    assert caught.value.code == "extra_missing"
    assert caught.value.data["command"] == shell.install("pypdf>=6,<8")
