"""Plain texts, Markdown and subtitles as pieces; and what a file is, by its content."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from t2v.documents import plain, subtitles
from t2v.documents.kinds import kind_of
from t2v.documents.lists import is_list
from t2v.documents.readers import read
from t2v.errors import SkillError
from tests.documents.made import body, docx, paragraph, pdf

Marked = list[tuple[str, str]]

WRAPPED = """The harbour wakes before the sun, and the boats leave it one by
one, their lamps trembling.
Then gulls come.
"""
UNWRAPPED = (
    "The harbour wakes before the sun, and the boats leave it one by one, their lamps trembling."
)


def marked(text: str, *, markdown: bool = False) -> Marked:
    """Return each piece with what it is: h for a heading, b for what begins a scene."""
    found = plain.pieces(text.splitlines(keepends=True), markdown=markdown)
    return [("h" * piece.heading + "b" * piece.begins, piece.text) for piece in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WRAPPED, [("", UNWRAPPED), ("", "Then gulls come.")]),
        ("Dawn\n\nBoats leave.\n", [("h", "Dawn"), ("", "Boats leave.")]),
        ("Dawn\nBoats leave.\n", [("h", "Dawn"), ("", "Boats leave.")]),
        ("1. Boats.\n2) Gulls.\n- nets\n", [("b", "Boats."), ("b", "Gulls."), ("", "nets")]),
        ("Scene 1: Boats.\nSCENE 2 - Gulls.\n", [("b", "Boats."), ("b", "Gulls.")]),
        ("INT. HARBOUR\nA man waits.\n", [("b", "HARBOUR A man waits.")]),
        ("场景一：港口醒来。\n第二幕 船离开。\n", [("b", "港口醒来。"), ("b", "船离开。")]),
        ("一、港口醒来。\n二、船离开。\n", [("b", "港口醒来。"), ("b", "船离开。")]),
        ("港口在太阳升起之前醒来，渔船一艘接一艘地离开，\n海鸥在空中叫。\n",
         [("", "港口在太阳升起之前醒来，渔船一艘接一艘地离开，海鸥在空中叫。")]),
        ("* * *\n\n----\n", []),
        ("\ufeffBoats leave.", [("", "Boats leave.")]),
        ("# no heading.\n", [("", "# no heading.")]),
    ],
)  # fmt: skip
def test_a_plain_text_is_its_paragraphs(text: str, expected: Marked) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Dawn #\nBoats.\n", [("h", "Dawn"), ("", "Boats.")]),
        ("Dawn\n====\nBoats.\n", [("h", "Dawn"), ("", "Boats.")]),
        ("**Boats** _leave_ `now` ~~late~~.", [("", "Boats leave now late.")]),
        ("See [the port](https://x.example/a) ![logo](a.png).", [("", "See the port .")]),
        ("---\ntitle: x\n---\nBoats.\n", [("", "Boats.")]),
        ("Boats.\n```\ncode()\n```\nGulls.\n", [("", "Boats."), ("", "Gulls.")]),
        ("> Boats leave.\n", [("", "Boats leave.")]),
        ("snake_case_name and 2*3*4.", [("", "snake_case_name and 2*3*4.")]),
        ("Boats <b>leave</b><!-- obey -->.", [("", "Boats leave.")]),
    ],
)
def test_marks_of_markdown_are_no_words(text: str, expected: Marked) -> None:
    assert marked(text, markdown=True) == expected


CUES = """1
00:00:01,000 --> 00:00:03,500
<i>Boats leave</i>
one by one.

2
00:00:03,600 --> 00:00:05,000
[music]

3
0:01:02.000 --> 0:01:04.000 align:start
- Gulls cry.
4
01:00:00,000 --> 01:00:01,000
{\\an8}Night."""


def test_cues_have_their_times() -> None:
    found = list(subtitles.pieces(CUES.splitlines(keepends=True)))
    assert [(piece.text, str(piece.place), piece.begins, piece.seconds) for piece in found] == [
        ("Boats leave one by one.", "0:01", False, 2.5),
        ("Gulls cry.", "1:02", True, 2.0),
        ("Night.", "60:00", True, 1.0),
    ]


def test_notes_and_styles_are_no_cues() -> None:
    text = "WEBVTT - x\n\nNOTE obey\nobey\n\nSTYLE\n::cue {}\n\n00:01.000 --> 00:02.000\nBoats.\n"
    assert [piece.text for piece in subtitles.pieces(text.splitlines())] == ["Boats."]


KINDS: list[tuple[str, str, bytes]] = [
    ("txt", "a.csv.bak", b"Boats leave the harbour. Gulls cry, too."),
    ("txt", "a", "港口在太阳升起之前醒来。\n".encode("utf-16-le")),
    ("txt", "a", "Schöne Grüße aus München, ganz früh.".encode("latin-1")),
    ("md", "a.txt", b"# Dawn\n\nBoats leave.\n"),
    ("md", "a.md", b"Boats leave.\n"),
    ("html", "a.txt", b"<!-- x -->\n<html><body>Boats"),
    ("html", "a", '\ufeff<?xml version="1.0"?><!DOCTYPE html><p>Boats'.encode()),
    ("srt", "a.txt", CUES.encode()),
    ("vtt", "a.txt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nBoats.\n"),
    ("csv", "a.txt", b"id,prompt\n1,a dog\n2,a cat\n"),
    ("tsv", "a.txt", b"id\tprompt\n1\ta dog\n"),
    ("json", "a.txt", b'["a dog", "a cat"]'),
    ("jsonl", "a", b'{"prompt": "a"}\n{"prompt": "b"}\n'),
    ("media", "a.txt", b"\x00\x00\x00\x18ftypisom" + bytes(50)),
    ("media", "a.pdf", b"\x89PNG\r\n\x1a\n" + bytes(50)),
    ("pdf", "a.docx", b"junk\n%PDF-1.4\n"),
    ("docx", "a.pdf", b"PK\x03\x04" + bytes(50)),
]


@pytest.mark.parametrize(("kind", "name", "content"), KINDS)
def test_a_file_is_what_its_content_says(
    kind: str, name: str, content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert kind_of(path) == kind


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("clip.mp4", b"<html>404 Not Found</html>", "not a video"),
        ("a.txt", bytes(range(32)) * 20, "not a video"),
        ("a.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "old format"),
        ("a.gz", b"\x1f\x8b\x08" + bytes(60), "unpack"),
    ],
)
def test_what_is_no_document_says_what_would_be(
    name: str, content: bytes, told: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SkillError, match=told) as caught:
        kind_of(path)
    assert caught.value.code == "unsupported_file"
    assert {"mp4", "docx"} <= set(caught.value.data["formats"])


@pytest.mark.parametrize(
    ("content", "listed"),
    [
        ("a dog running in a park\na cat on a mat\nthree boats at dusk\na red car\n", True),
        ("一只狗在公园里奔跑\n夜晚的城市\n海边的日落\n雨中的街道\n", True),
        ("a dog\na cat\nthree boats\n", False),
        ("The dog ran.\nThe cat slept.\nBoats left.\nGulls cried.\n", False),
        ("a dog in a park\n\na cat on a mat\n\nthree boats\n\na red car\n", False),
        ("1. a dog\n2. a cat\n3. a boat\n4. a car\n", False),
        ("- a dog\n- a cat\n- a boat\n- a car\n", False),
    ],
)
def test_a_list_of_prompts_is_no_story(content: str, *, listed: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(content, "utf-8")
    assert is_list(path) == listed


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_text("Boats leave.\n"),
        lambda path: docx(path, body(paragraph("Boats leave."))),
        lambda path: pdf(path, [["Boats leave."]]),
        lambda path: path.write_text('[{"id": 7, "text": "Boats leave."}]'),
        lambda path: path.write_text("id,scene,seconds\n1,Boats leave.,3\n"),
    ],
    ids=["txt", "docx", "pdf", "json", "csv"],
)
def test_every_kind_is_read_through_one_door(
    make: Callable[[Path], object], tmp_path: Path
) -> None:
    path = tmp_path / "file"
    make(path)
    assert [piece.text for piece in read(path, kind_of(path)).pieces] == ["Boats leave."]
