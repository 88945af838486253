"""A brand adds its style, length and shape to the first request, and only where they are open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from t2v.brief import opening, orders_film
from t2v.context import Context
from t2v.endpoints import CHAT, STATE
from t2v.skill import Skill
from tests.engine.small_film import SILENT, VIDEO, state
from tests.scripted_service import ScriptedService

PLAIN = Skill("plain", "1.0.0", Path())
PAINTED = Skill(
    "painted",
    "1.0.0",
    Path(),
    style_prefix="In Kaiber style:",
    style_words=("kaiber",),
    default_duration_s=30,
    default_aspect="9:16",
)

OPENINGS = [
    (PLAIN, "a cat surfing", "a cat surfing, 10 seconds, 16:9"),
    (PLAIN, "A cat surfs.", "A cat surfs. 10 seconds, 16:9."),
    (PAINTED, "a cat surfing", "In Kaiber style: a cat surfing, 30 seconds, 9:16"),
    (PAINTED, "a cat, KAIBER look", "a cat, KAIBER look, 30 seconds, 9:16"),
    (PAINTED, "a cat, 5s, vertical", "In Kaiber style: a cat, 5s, vertical"),
    (PAINTED, "a cat in Kaiber style, 5s, vertical", "a cat in Kaiber style, 5s, vertical"),
    (PAINTED, "一只猫在冲浪。", "In Kaiber style: 一只猫在冲浪。 30 seconds, 9:16."),
]
LENGTHS = [
    "10s", "10 seconds", "a ten-second clip", "half a minute", "2 min", "30 segundos",
    "un minuto", "trinta segundos", "30 secondi", "dieci minuti", "10 Sekunden", "10 secondes",
    "十秒", "一分钟", "10 секунд", "30초",
]  # fmt: skip
SHAPES = [
    "9:16", "16x9", "4 : 5", "vertical", "vertically", "em formato horizontal", "verticale",
    "orizzontale", "portrait", "square", "cuadrado", "quadrado", "widescreen", "for TikTok",
    "a Reel", "Instagram", "landscape format", "竖屏", "横版", "方形", "抖音",
]  # fmt: skip
FILMS = [
    "a robot watering plants in a greenhouse, 5 seconds", "make me a video of a cat",
    "now a dog on the beach please", "create a short clip about the sea", "un perro en la playa",
    "ein Hund am Strand", "一只熊猫在竹林里吃竹子", "生成一个视频，一只猫",
]  # fmt: skip
EDITS = [
    "make it night", "scene 2 at half speed", "deshaz el último cambio", "add a title",
    "more colourful", "make the panda a bear", "hazlo más corto", "把音乐换成钢琴", "undo",
]  # fmt: skip


@pytest.mark.parametrize(("skill", "words", "sent"), OPENINGS)
def test_what_is_left_open_is_added(skill: Skill, words: str, sent: str) -> None:
    assert opening(words, skill) == sent


@pytest.mark.parametrize("length", LENGTHS)
def test_a_length_that_is_named_stays(length: str) -> None:
    assert opening(f"a cat, {length}", PLAIN) == f"a cat, {length}, 16:9"


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_that_is_named_stays(shape: str) -> None:
    assert opening(f"a cat, {shape}", PLAIN) == f"a cat, {shape}, 10 seconds"


@pytest.mark.parametrize(
    "words",
    ["a portrait of a miner", "a landscape with 7 sheep", "a cat at golden hour", "a fox's story"],
)
def test_what_only_looks_like_a_length_or_shape_is_neither(words: str) -> None:
    assert opening(words, PLAIN) == f"{words}, 10 seconds, 16:9"


SENT: list[tuple[str, Sequence[object], str]] = [
    ("a cat surfing", (), "In Kaiber style: a cat surfing, 30 seconds, 9:16"),
    ("a cat surfing", (VIDEO,), "a cat surfing"),
    ("what can you do?", (), "what can you do?"),
    ("add some music", (), "add some music"),
]


@pytest.mark.parametrize(("words", "tracks", "sent"), SENT)
def test_only_the_request_that_begins_a_film_carries_the_style(
    context: Context,
    service: ScriptedService,
    words: str,
    tracks: Sequence[dict[str, object]],
    sent: str,
) -> None:
    from t2v.commands.send import send

    context.__dict__["skill"] = PAINTED
    service.serve_project()
    service.on(STATE, state(*tracks), state(VIDEO))
    service.on(CHAT, SILENT)
    send(context, message=words, wait=5, resume=False)
    (call,) = service.calls(CHAT)
    assert call.json["new_message"]["parts"] == [{"text": sent}]


@pytest.mark.parametrize("words", [*FILMS, *EDITS])
def test_an_order_for_a_film_is_told_from_a_change_of_one(words: str) -> None:
    assert orders_film(words) is (words in FILMS)
