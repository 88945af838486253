"""Which words describe a film, so that a brand may add its style and length to them."""

from __future__ import annotations

import pytest

from t2v.routing import route

FILMS = [
    "a cat surfing",
    "sunset",
    "'a dog in a park'",
    "generate a video from this text description: 'a dog running through a sunny park'",
    "turn 'a sunset over ocean waves' into an animated video in Kaiber style",
    "turn a sunset over ocean waves into an animated video",
    "generate a 10-second video clip of a futuristic city at night",
    "Crea un video de un gato que surfea",
    "transforma este texto num vídeo: o café abre às sete",
    "Ein Hund im Park",
    "一只猫在海边冲浪",
    "猫が海でサーフィンする",
]
OTHERS = [
    "hello",
    "thanks!",
    "what can you do?",
    "is it free?",
    "你能做什么?",
    "add some music",
    "trim my clip to five seconds",
    "crop it to square",
    "put a title on it that says hello",
    "export it please",
    "how many credits do I have left?",
]


@pytest.mark.parametrize("words", FILMS)
def test_what_a_film_shows_is_a_description(words: str) -> None:
    assert route(words).describes


@pytest.mark.parametrize("words", OTHERS)
def test_talk_questions_and_edits_describe_nothing(words: str) -> None:
    assert not route(words).describes
