"""From scenes to what they sound like: the table, and a film's effects as sounds of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from t2v_studio.ambience import CUES, MOST, ambience, heard_in
from t2v_studio.director.making import readings
from t2v_studio.film import Clip, Film, Sound
from t2v_studio.scene import EFFECTS, PLACES, TIMES, WEATHERS, Scene, Subject
from t2v_studio.sound import integrated, mix
from tests.studio.movie_samples import music

RATE = 48_000


def scene(place: str = "abstract", *cast: Subject, **more: Any) -> Scene:
    return Scene(words="a scene", place=place, subjects=cast, **more)


def film(*scenes: Scene, each_ms: int = 2000, **more: Any) -> Film:
    clips = tuple(
        Clip(start_ms=number * each_ms, duration_ms=each_ms, name="scene", scene=one)
        for number, one in enumerate(scenes)
    )
    return Film(duration_ms=each_ms * len(scenes), clips=clips, **more)


@pytest.mark.parametrize(
    ("words", "effects"),
    [
        ("a quiet park in the rain", {"rain"}),
        ("a storm over the ocean", {"thunder", "rain", "waves"}),
        ("a beach at sunset", {"waves"}),
        ("waves on a beach", {"waves"}),
        ("a busy city street by day", {"city"}),
        ("a forest in the morning", {"birds"}),
        ("a forest at night", {"crickets"}),
        ("a waterfall", {"stream"}),
        ("a desert", {"wind"}),
        ("a fish swimming underwater", {"bubbles"}),
        ("a rocket flying through space", set()),
        ("an astronaut in space", set()),
        ("a campfire at night in the forest", {"fire", "crickets"}),
        ("an office", set()),
        ("一片下雨的森林", {"rain"}),
    ],
)
def test_words_become_what_is_heard(words: str, effects: set[str]) -> None:
    assert set(heard_in(readings(words, 1)[0].scene)) == effects


@pytest.mark.parametrize(
    ("place", "cast", "effect", "times"),
    [
        ("road", Subject(name="car", action="drive"), "engine", 1),
        ("road", Subject(name="car", action="stand"), "engine", 0),
        ("space", Subject(name="car", action="drive"), "engine", 0),
        ("road", Subject(name="bicycle", action="drive"), "engine", 0),
        ("room", Subject(name="person", count=8), "crowd", 1),
        ("room", Subject(name="person", count=2), "crowd", 0),
        ("room", Subject(name="woman", action="walk"), "footsteps", 1),
        ("room", Subject(name="woman", action="sit"), "footsteps", 0),
        ("room", Subject(name="dog", action="walk"), "footsteps", 0),
        ("street", Subject(name="bird", action="fly"), "birds", 1),
        ("underwater", Subject(name="fire", action="burn"), "fire", 0),
    ],
)
def test_who_is_in_the_picture_is_heard(place: str, cast: Subject, effect: str, times: int) -> None:
    assert list(heard_in(scene(place, cast))).count(effect) == times


@pytest.mark.parametrize("weather", ["rain", "storm", "snow"])
def test_no_bird_sings_in_bad_weather(weather: str) -> None:
    assert "birds" in heard_in(scene("park"))
    assert "birds" not in heard_in(scene("park", Subject(name="bird"), weather=weather))


def test_no_scene_has_more_than_a_few_and_all_lie_under_the_music() -> None:
    scenes = [
        scene(place, Subject(name="car", action="drive"), time=time, weather=weather)
        for place in PLACES
        for time in TIMES
        for weather in WEATHERS
    ]
    volumes = [heard_in(one) for one in scenes]
    assert max(map(len, volumes)) == MOST
    assert {name for one in volumes for name in one} | {"fire", "crowd", "footsteps"} == set(
        EFFECTS
    )
    assert max(cue.volume for cue in CUES) < 35


def test_scenes_that_follow_each_other_share_their_rain() -> None:
    rainy = scene("park", weather="rain")
    sounds = ambience(film(rainy, replace(rainy, place="street"), scene("room"), rainy))
    rain = [(one.start_ms, one.duration_ms) for one in sounds if one.effect == "rain"]
    assert rain == [(0, 4000), (6000, 2000)]
    assert {one.role for one in sounds} == {"effect"}


def test_uploaded_clips_have_no_sound_but_their_own() -> None:
    clip = Clip(start_ms=0, duration_ms=2000, name="c.mp4", asset="c", asset_kind="video")
    assert ambience(Film(duration_ms=2000, clips=(clip,))) == ()


def test_a_scene_is_heard_and_an_indoor_one_is_silent() -> None:
    assert integrated(mix(film(scene("beach")), {}), RATE) > -32
    assert not mix(film(scene("room")), {}).any()


def test_effects_can_be_turned_off_and_up() -> None:
    loud = [
        integrated(mix(film(scene("beach"), effects=some), {}), RATE) for some in (50, 100, 200)
    ]
    assert np.diff(loud) == pytest.approx([6, 6], abs=1)
    assert not mix(film(scene("beach"), effects=0), {}).any()


def test_an_effect_in_the_timeline_takes_the_place_of_the_scenes_own() -> None:
    none = Sound(
        start_ms=0, duration_ms=2000, name="Waves", role="effect", effect="waves", volume=0
    )
    assert not mix(film(scene("beach"), sounds=(none,)), {}).any()
    louder = replace(none, volume=70)
    both = [mix(film(scene("beach"), sounds=sounds), {}) for sounds in ((), (louder,))]
    assert integrated(both[1], RATE) > integrated(both[0], RATE) + 8


def test_effects_are_mixed_softly_under_the_music() -> None:
    """What the beach adds to the same music, at the level that it has in the mix."""
    dry = mix(film(scene("room"), each_ms=6000, sounds=(music(6000),)), {})
    wet = mix(film(scene("beach"), each_ms=6000, sounds=(music(6000),)), {})
    scale = float((dry * wet).sum() / (dry**2).sum())
    waves = wet - dry * np.float32(scale)
    below = integrated(wet, RATE) - integrated(waves, RATE)
    assert 5 < below < 20


def test_an_effect_comes_and_goes_softly() -> None:
    heard = mix(film(scene("room"), scene("beach"), scene("room")), {})
    assert not heard[: 2 * RATE].any()
    assert not heard[4 * RATE :].any()
    assert np.abs(heard[2 * RATE : 2 * RATE + 500]).max() < 0.1 * np.abs(heard).max()
    assert np.abs(heard[4 * RATE - 500 : 4 * RATE]).max() < 0.1 * np.abs(heard).max()
