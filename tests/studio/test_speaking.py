"""Narration: who speaks what, how long it takes, and a real voice in a confined process."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from t2v_studio import opening, speaking
from t2v_studio.film import Film, Sound
from t2v_studio.media import MediaError
from t2v_studio.narrators import INSTALL, NARRATORS, language_of, narrator_for, spoken_ms
from t2v_studio.opening import Patience
from t2v_studio.sound import integrated, mix, true_peak
from t2v_studio.sound.ducking import DEPTH_DB
from t2v_studio.sound.sources import parts
from t2v_studio.sound.spectrum import resampled
from t2v_studio.speaking import FASTEST, KEPT, narration
from tests.studio.movie_samples import music, tone
from tests.studio.sound_figures import decibels, levels, share

RATE = 48_000
WORDS = "Welcome to our farm. The day begins at five."
LONG = (
    "Every morning the baker opens his shop at five. He kneads, he waits, he bakes. "
    "By seven the whole street smells of bread, and by eight it is gone."
)


@pytest.fixture
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speaking, "_kept", {})


def spoken(text: str = WORDS, start_ms: int = 0, duration_ms: int = 6000, **more: Any) -> Sound:
    return Sound(
        start_ms=start_ms, duration_ms=duration_ms, name=text, text=text, role="voice",
        **{"volume": 100} | more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A dog runs through the park.", "en"),
        ("Paradise found", "en"),
        ("", "en"),
        ("🎉🎉", "en"),
        ("今天天气很好", "zh"),
        ("きょうは良い天気です", "ja"),
        ("오늘은 날씨가 좋다", "ko"),
        ("Сегодня хорошая погода", "ru"),
        ("مرحبا بالعالم", "ar"),
        ("สวัสดี", "th"),
        ("El perro corre por la playa y las olas son grandes", "es"),
        ("O cachorro corre na praia e as ondas não são muito grandes", "pt"),
        ("Le chien court dans le parc avec une balle", "fr"),
        ("Der Hund ist im Park und läuft auf die Wiese", "de"),
        ("Il cane corre con la palla che gli piace molto", "it"),
        ("The café is open and the crème is on the table", "en"),
    ],
)
def test_a_text_has_a_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_english_has_a_voice_and_others_honestly_have_none() -> None:
    narrator = narrator_for(WORDS)
    assert narrator is NARRATORS["joe"]
    assert narrator_for("今天天气很好") is None


def test_the_voice_is_installed_here_with_its_engine() -> None:
    assert NARRATORS["joe"].installed
    assert NARRATORS["joe"].path.is_file()


@pytest.mark.parametrize("text", [WORDS, LONG])
def test_how_long_a_text_takes_is_known_before_it_is_spoken(text: str) -> None:
    told = spoken_ms(text, NARRATORS["joe"]) / 1000
    assert len(narration(text, "", 60_000, RATE)) / RATE == pytest.approx(told, rel=0.2, abs=0.25)


def test_a_voice_speaks_and_sounds_like_one() -> None:
    heard = narration(WORDS, "joe", 10_000, RATE)
    assert heard.dtype == np.float32
    assert heard.shape[1] == 2
    assert share(heard, RATE, 80, 4000) > 0.9
    loud = levels(heard, RATE)
    assert (loud < 0.03).mean() > 0.1  # gaps between words, and one between the sentences
    assert loud.max() > 0.1


def test_what_was_spoken_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    first = narration(WORDS, "joe", 10_000, RATE)
    monkeypatch.setattr(opening, "speech", None)  # nobody can speak now
    assert narration(WORDS, "joe", 10_000, RATE).tobytes() == first.tobytes()


def test_a_text_sounds_the_same_every_time_and_whatever_was_said_before_it() -> None:
    alone = narration(WORDS, "joe", 10_000, RATE)  # by a process of its own
    texts = [("Good day to you.", 100), (WORDS, 100)]
    own, (_, second) = opening.speech(NARRATORS["joe"].path, texts)
    assert resampled(second, own, RATE).tobytes() == alone[:, 0].tobytes()


@pytest.mark.usefixtures("nothing_kept")
def test_all_texts_of_a_film_are_spoken_by_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def speech(_model: Path, texts: Sequence[tuple[str, int]]) -> tuple[int, list[Any]]:
        asked.append([text for text, _ in texts])
        return RATE, [np.full(RATE, 0.1, np.float32) for _ in texts]

    monkeypatch.setattr(opening, "speech", speech)
    says = tuple(spoken(text, at * 2000, 2000) for at, text in enumerate(("one", "two", "one")))
    heard = list(parts(Film(duration_ms=6000, sounds=says), {}, RATE))
    assert asked == [["one", "two"]]
    assert [part.start_ms for part in heard] == [0, 2000, 4000]


@pytest.mark.usefixtures("nothing_kept")
def test_only_so_many_texts_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        opening, "speech", lambda _model, texts: (RATE, [np.ones(1, np.float32) for _ in texts])
    )
    for number in range(KEPT + 5):
        narration(f"number {number}", "joe", 1000, RATE)
    assert len(speaking._kept) == KEPT
    assert ("joe", f"number {KEPT + 4}", 100) in speaking._kept


def test_a_text_too_long_for_its_place_is_spoken_faster_and_then_cut() -> None:
    natural = len(narration(WORDS, "", 60_000, RATE))
    hurried = narration(WORDS, "", round(natural / RATE * 1000 / 1.25), RATE)
    assert len(hurried) <= natural / 1.25 + 48
    assert levels(hurried, RATE)[-3:].max() < 0.1  # it came to its own end
    cut = narration(WORDS, "", 900, RATE)
    assert len(cut) == 0.9 * RATE
    assert np.abs(cut[-3:]).max() < 0.01


@pytest.mark.usefixtures("nothing_kept")
def test_a_voice_does_not_hurry_more_than_one_can_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def speech(_model: Path, texts: Sequence[tuple[str, int]]) -> tuple[int, list[Any]]:
        asked.extend(pace for _, pace in texts)
        return RATE, [np.ones(round(RATE * 10 * 100 / pace), np.float32) for _, pace in texts]

    monkeypatch.setattr(opening, "speech", speech)
    assert len(narration("so many words", "", 1_000, RATE)) == RATE
    assert asked == [100, FASTEST]


def test_marks_in_a_text_are_no_orders_to_the_engine() -> None:
    heard = narration("[[h@l'oU]] <speak>hello</speak>\x00 there [[", "joe", 20_000, RATE)
    assert 0.5 < len(heard) / RATE < 6


def test_what_cannot_be_spoken_is_said() -> None:
    with pytest.raises(MediaError) as refused:
        narration("...", "joe", 5000, RATE)
    assert refused.value.code == "unsupported_file"


def test_a_language_without_a_voice_is_said() -> None:
    with pytest.raises(MediaError, match="no voice for the language"):
        narration("今天天气很好", "", 5000, RATE)


@pytest.mark.parametrize("voice", ["../../etc/passwd", "nobody"])
def test_a_voice_of_that_name_is_looked_for_in_the_table_only(voice: str) -> None:
    with pytest.raises(MediaError):
        narration(WORDS, voice, 5000, RATE)


def test_a_voice_that_is_not_installed_is_said_with_the_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert not NARRATORS["joe"].installed
    with pytest.raises(MediaError) as refused:
        narration(WORDS, "", 5000, RATE)
    assert refused.value.code == "extra_missing"
    assert INSTALL in refused.value.say


@pytest.mark.usefixtures("nothing_kept")
def test_a_voice_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    patience = Patience(opening.PATIENCE["speech"].limits, wall_s=0.2)
    monkeypatch.setitem(opening.PATIENCE, "speech", patience)
    with pytest.raises(MediaError) as ended:
        narration(WORDS, "", 5000, RATE)
    assert ended.value.code == "file_too_large"


@pytest.mark.parametrize(("now", "wanted"), [(22_050, 48_000), (16_000, 48_000), (48_000, 8_000)])
def test_another_rate_keeps_pitch_and_length(now: int, wanted: int) -> None:
    there = resampled(tone(997, 1.37, 0.5, now)[:, 0], now, wanted)
    assert len(there) == pytest.approx(1.37 * wanted, abs=1)
    exact = tone(997, 1.4, 0.5, wanted)[: len(there), 0]
    middle = slice(len(there) // 8, -len(there) // 8)
    assert np.abs(there - exact)[middle].max() < 0.01


def test_narration_is_as_loud_as_any_film_and_its_peaks_hold() -> None:
    heard = mix(Film(duration_ms=5000, sounds=(spoken(),)), {})
    assert integrated(heard, RATE) == pytest.approx(-16, abs=1)
    assert true_peak(heard) < 10 ** (-1 / 20)


def test_music_steps_back_while_somebody_speaks() -> None:
    """By the depth that is promised, before the first word, and comes back after the last."""
    steady = Film(duration_ms=12_000, sounds=(music(12_000), spoken(start_ms=4000)))
    voice = next(one for one in parts(steady, {}, RATE) if one.role == "voice")
    end = 4 + len(voice.heard) / RATE
    with_voice = mix(steady, {})
    alone = mix(Film(duration_ms=12_000, sounds=(music(12_000),)), {})

    def step(start_s: float, end_s: float) -> float:
        """How much quieter the lows, where a voice has none, are than without a voice."""
        cut = slice(round(start_s * RATE), round(end_s * RATE))
        lows = [
            decibels(np.sqrt(share(one[cut], RATE, 20, 75)) * one[cut].std())
            for one in (alone, with_voice)
        ]
        return lows[0] - lows[1]

    before, during, after = step(0.5, 3), step(4.2, end - 0.2), step(end + 1.7, 11)
    assert during - before == pytest.approx(DEPTH_DB, abs=1.5)
    assert after == pytest.approx(before, abs=1.5)


def test_the_voice_stands_well_above_the_music() -> None:
    said = spoken(LONG, duration_ms=10_000)
    heard = mix(Film(duration_ms=10_000, sounds=(music(10_000), said)), {})
    without = mix(Film(duration_ms=10_000, sounds=(music(10_000),)), {})
    assert integrated(heard, RATE) == pytest.approx(-16, abs=1)
    assert abs(float(np.corrcoef(heard[:, 0], without[:, 0])[0, 1])) < 0.3
