"""Captions: inside the safe area, readable on anything, in every script that we promise."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from t2v_studio.drawing import Overlay, blend, caption_overlay
from t2v_studio.drawing.lettering.breaking import broken, measure
from t2v_studio.drawing.lettering.fonts import face_for, font, runs
from t2v_studio.film import Caption

SCRIPTS = {
    "Latin": "Paradise Found — naïve café",
    "Vietnamese": "Xin chào thế giới",
    "Greek": "Καλημέρα κόσμε",
    "Cyrillic": "Привет, мир",
    "Chinese": "你好，世界！小狗在公园里奔跑",
    "Traditional Chinese": "歡迎來到臺灣",
    "Japanese": "こんにちは、カタカナ",
    "Korean": "안녕하세요 세계",
    "Arabic": "مرحبا بالعالم",
    "Hindi": "नमस्ते दुनिया",
    "Thai": "สวัสดีชาวโลก",
    "Punctuation": "“…” ¿Qué? 35 % – €9",
}
SIZES = {"wide": (640, 360), "tall": (360, 640), "square": (400, 400), "tiny": (64, 36)}


def caption(text: str, position: str = "center", colour: str = "white") -> Caption:
    return Caption(start_ms=0, duration_ms=1, text=text, position=position, colour=colour)


@pytest.mark.parametrize("script", SCRIPTS)
def test_no_script_is_drawn_as_empty_boxes(script: str) -> None:
    for character in SCRIPTS[script]:
        if character.isspace():
            continue
        face = face_for(character)
        assert face is not None, f"no font for {character!r}"
        probe = font(face, 40)
        assert bytes(probe.getmask(character)) != bytes(probe.getmask("\U0010fffd"))


@pytest.mark.parametrize("script", SCRIPTS)
def test_no_character_of_a_script_is_lost(script: str) -> None:
    text = SCRIPTS[script]
    assert "".join(run for _, run in runs(text)) == text


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\U000f1234", "\x00\x07"])
def test_nothing_to_draw_is_an_empty_overlay(text: str) -> None:
    overlay = caption_overlay(caption(text), width=640, height=360)
    assert overlay.picture.shape == (1, 1, 4)
    assert not overlay.picture.any()


def test_what_no_font_has_is_left_out_and_the_rest_stays() -> None:
    assert [run for _, run in runs("a\U000f1234b")] == ["ab"]


@pytest.mark.parametrize("shape", SIZES)
@pytest.mark.parametrize("position", ["top", "center", "bottom"])
@pytest.mark.parametrize(
    "text", ["Hi", "A long title that has to be broken into several lines", "一" * 60, "x" * 90]
)
def test_letters_stay_in_the_safe_area(text: str, position: str, shape: str) -> None:
    width, height = SIZES[shape]
    overlay = caption_overlay(caption(text, position), width=width, height=height)
    rows, columns = np.nonzero(overlay.picture[..., :3].max(axis=2) > 120)
    assert overlay.x + columns.min() >= 0.05 * width
    assert overlay.x + columns.max() <= 0.95 * width
    assert overlay.y + rows.min() >= 0.03 * height
    assert overlay.y + rows.max() <= 0.97 * height


def test_positions_are_above_each_other() -> None:
    tops = [
        caption_overlay(caption("Hello", position), width=640, height=360).y
        for position in ("top", "center", "bottom")
    ]
    assert all(one + 60 < other for one, other in pairwise(tops))


def test_latin_breaks_between_words_and_chinese_between_characters() -> None:
    words = broken("the quick brown fox jumps over the lazy dog", 30, 200)
    assert " ".join(words) == "the quick brown fox jumps over the lazy dog"
    signs = broken("小狗在公园里奔跑，阳光明媚。", 30, 200)
    assert "".join(signs) == "小狗在公园里奔跑，阳光明媚。"
    assert len(signs) > 1
    assert all(line[0] not in "，。" for line in signs)
    assert all(measure(line, 30) <= 200 for line in [*words, *signs])


@pytest.mark.parametrize("colour", ["white", "yellow", "black", "#ff8800", "no such colour"])
@pytest.mark.parametrize("ground", [0, 90, 128, 200, 255])
def test_text_stands_out_from_any_ground(ground: int, colour: str) -> None:
    frame = np.full((360, 640, 3), ground, np.uint8)
    overlay = caption_overlay(caption("Paradise", colour=colour), width=640, height=360)
    blend(frame, overlay)
    grey = frame.astype(float) @ [0.114, 0.587, 0.299]
    part = grey[overlay.y : overlay.y + overlay.picture.shape[0]]
    assert part.max() - part.min() > 90


def test_a_caption_is_premultiplied() -> None:
    picture = caption_overlay(caption("Hello"), width=640, height=360).picture
    assert picture.dtype == np.uint8
    assert (picture[..., :3].max(axis=2) <= picture[..., 3]).all()


@pytest.mark.parametrize(
    ("x", "y"), [(-5, -5), (95, 50), (30, 20), (-50, 0), (200, 200)]
)  # partly outside, inside, all outside
def test_an_overlay_is_cut_at_the_edges_of_the_frame(x: int, y: int) -> None:
    frame = np.zeros((60, 100, 3), np.uint8)
    blend(frame, Overlay(x, y, np.full((20, 30, 4), 255, np.uint8)))
    wide = max(0, min(100, x + 30) - max(0, x))
    high = max(0, min(60, y + 20) - max(0, y))
    assert np.count_nonzero(frame[..., 0]) == wide * high


@pytest.mark.parametrize("opacity", [0.0, 0.5, 1.0])
def test_opacity_fades_an_overlay(opacity: float) -> None:
    frame = np.full((20, 20, 3), 100, np.uint8)
    white = np.full((20, 20, 4), 255, np.uint8)
    blend(frame, Overlay(0, 0, white), opacity)
    assert abs(int(frame[5, 5, 0]) - round(100 + 155 * opacity)) <= 2
