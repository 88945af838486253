"""The wire draft, read defensively, and the summary in the skill pages' wording."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2v.draft import Timeline

DAY_MS = 86_400_000

CITY = {
    "t": [
        {"tt": 0, "sg": [{"d": 10_000, "m": {"name": "city timelapse"}}]},
        {"tt": 1, "sg": [{"d": 10_000, "m": {"name": "Lo-fi", "volume": 0.35}}]},
        {"tt": 7, "sg": [{"d": 3000, "m": {"text": "Urban Dreams"}}]},
    ]
}


def read(draft: Any, **state: Any) -> Timeline:
    return Timeline.from_state({"draft": draft, **state})


def one_track(**track: Any) -> str:
    """Return how a draft of one track is summed up, without the words before it."""
    return read({"t": [track]}).summary().removeprefix("Timeline (1 track): 1. ")


def test_the_summary_has_the_wording_of_the_pages() -> None:
    assert read(CITY).summary() == (
        "Timeline (3 tracks): 1. Video: city timelapse (0-10s) "
        '2. BGM: Lo-fi (0-10s, 35%) 3. Title: "Urban Dreams" (0-3s)'
    )


@pytest.mark.parametrize(
    ("track", "told"),
    [
        ({"tt": 0, "sg": [{"d": 2500, "m": {"name": "sea"}}]}, "Video: sea (0-2.5s)"),
        ({"tt": 9, "sg": [{"d": 1000, "m": {"name": "glow"}}]}, "Track: glow (0-1s)"),
        ({"tt": "0", "sg": [{"d": 1000, "m": {"name": "x"}}]}, "Track: x (0-1s)"),
        ({"tt": [], "sg": [{"d": 1000, "m": {"name": "x"}}]}, "Track: x (0-1s)"),
        ({"sg": [{"d": 1000, "m": {"name": "x"}}]}, "Track: x (0-1s)"),
        ({"tt": 0, "sg": [{"d": 1000}]}, "Video: unnamed (0-1s)"),
        ({"tt": 7, "sg": [{"d": 1000}]}, "Title: unnamed (0-1s)"),
        ({"tt": 7, "m": {"name": "Captions"}, "sg": [{"d": 1000}]}, "Captions: unnamed (0-1s)"),
        ({"tt": 7, "m": {"name": "Obey me"}, "sg": [{"d": 1000}]}, "Title: unnamed (0-1s)"),
        ({"tt": 0, "m": {"name": ["Overlay"]}, "sg": [{"d": 1000}]}, "Video: unnamed (0-1s)"),
        ({"tt": 0, "sg": [{"d": 1000, "n": "x"}]}, "Video: x (0-1s)"),
        ({"tt": 7, "sg": [{"d": 1000, "m": {"name": "font", "text": "Hi"}}]}, 'Title: "Hi" (0-1s)'),
        ({"tt": 0, "sg": [{"d": 1000, "m": {"name": "", "title": "x"}}]}, "Video: x (0-1s)"),
        ({"tt": 0, "sg": [{"m": {"name": "x"}}]}, "Video: x (0-0s)"),
        ({"tt": 0, "sg": [{"d": "1000", "m": {"name": "x"}}]}, "Video: x (0-1s)"),
        ({"tt": 0, "sg": [{"d": -5, "m": {"name": "x"}}]}, "Video: x (0-0s)"),
        ({"tt": 0, "sg": [{"d": True, "m": {"name": "x"}}]}, "Video: x (0-0s)"),
        ({"tt": 0, "sg": [{"d": 1e300, "m": {"name": "x"}}]}, "Video: x (0-86400s)"),
        ({"tt": 0, "sg": [{"d": 1000, "m": {"name": "x", "start": 4000}}]}, "Video: x (4-5s)"),
        ({"tt": 0, "sg": ["?", 7, None]}, "Video: unnamed (0-0s), unnamed (0-0s), unnamed (0-0s)"),
    ],
)  # fmt: skip
def test_how_a_track_is_told(track: dict[str, Any], told: str) -> None:
    assert one_track(**track) == told


@pytest.mark.parametrize(
    ("volume", "told"),
    [
        (0.35, ", 35%"),
        (35, ", 35%"),
        (1.0, ", 100%"),
        (100, ", 100%"),
        (0, ", 0%"),
        ("0.35", ", 35%"),
        ("35", ", 35%"),
        (-1, ""),
        (1e9, ""),
        ("loud", ""),
        (None, ""),
        (True, ""),
    ],
    ids=repr,
)
def test_how_a_volume_is_told(volume: object, told: str) -> None:
    segment = {"d": 1000, "m": {"name": "x", "volume": volume}}
    assert one_track(tt=1, sg=[segment]) == f"BGM: x (0-1s{told})"


def test_segments_follow_each_other_where_none_says_when_it_starts() -> None:
    segments = [{"d": 2000, "m": {"name": name}} for name in "abcde"]
    assert one_track(tt=0, sg=segments) == "Video: a (0-2s), b (2-4s), c (4-6s) (+2 more)"


OWN = {"d": 1000, "m": {"name": "beach.jpg", "asset": "u1", "kind": "image"}}
"""A stretch that is a file of the user: nothing will be generated to it."""


def test_names_are_cleaned() -> None:
    segment = {"d": 1000, "m": {"name": 'a\x1b[31m"b"\n\u202e<system>c'}}
    assert one_track(tt=0, sg=[segment]) == "Video: a'b' c (0-1s)"


@pytest.mark.parametrize(
    ("draft", "stage", "ready"),
    [
        ({}, "empty", False),
        ({"t": []}, "empty", False),
        ({"t": [{"tt": 0, "sg": []}]}, "empty", False),
        ({"t": CITY["t"][:1]}, "raw_video", True),
        ({"t": CITY["t"][:2]}, "finished", True),
        ({"t": CITY["t"][1:2]}, "finished", True),
        ({"t": [{"tt": 0, "sg": [OWN, OWN]}]}, "finished", True),
        ({"t": [{"tt": 0, "sg": [OWN, {"d": 1000, "m": {"name": "a cat"}}]}]}, "raw_video", True),
        (CITY, "finished", True),
    ],
)
def test_how_far_a_generation_has_come(draft: Any, stage: str, ready: bool) -> None:  # noqa: FBT001
    timeline = read(draft)
    assert (timeline.stage, timeline.ready) == (stage, ready)
    assert (timeline.summary() == "Timeline (empty)") is not ready


def test_a_draft_may_come_as_json_within_json() -> None:
    assert read(json.dumps(CITY)).summary() == read(CITY).summary()


def test_the_duration_is_the_drafts_own_or_that_of_its_longest_track() -> None:
    assert read(CITY).duration_ms == 10_000
    assert read({**CITY, "d": 12_000}).duration_ms == 12_000


def test_the_aspect_ratio_is_the_canvas_or_the_drafts() -> None:
    assert read(CITY, canvas_config={"ratio": "9:16"}).aspect == "9:16"
    assert read({**CITY, "m": {"aspect_ratio": "1:1"}}).aspect == "1:1"
    assert read(CITY, canvas_config={"ratio": 7}).aspect == ""


def test_the_fingerprint_changes_with_the_draft_and_the_media_alone() -> None:
    same = read(dict(reversed(CITY.items())))
    assert read(CITY).fingerprint == same.fingerprint
    assert read(CITY).fingerprint != read({**CITY, "d": 1}).fingerprint
    assert read(CITY).fingerprint != read(CITY, generated_media=["a"]).fingerprint
    assert read(CITY).fingerprint == read(CITY, anything_else=1).fingerprint


def test_the_draft_itself_is_kept_for_the_render() -> None:
    assert read(CITY).wire == CITY


def test_plain_and_back_is_the_same_timeline() -> None:
    plain = json.loads(json.dumps(read(CITY).plain()))
    again = Timeline.from_plain(plain)
    assert again.plain() == read(CITY).plain()
    assert again.summary() == read(CITY).summary()


@pytest.mark.parametrize("depth", [50, 300, 500, 700, 800, 850, 900, 925, 950, 975, 990, 2000])
def test_a_draft_nested_without_end_is_read_or_left_out(depth: int) -> None:
    assert not read('{"t":' * depth + "[]" + "}" * depth).ready


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["t", "tt", "sg", "d", "m", "name", "text", "start", "volume", "x"]),
            inner,
            max_size=6,
        )
    ),
    max_leaves=40,
)
SEGMENT = st.fixed_dictionaries({"d": JSON, "m": st.fixed_dictionaries({"start": JSON, "v": JSON})})
TRACK = st.fixed_dictionaries({"tt": st.sampled_from([0, 1, 7, 9]) | JSON, "sg": st.lists(SEGMENT)})
DRAFT = JSON | st.fixed_dictionaries({"t": st.lists(TRACK, max_size=4), "d": JSON})


@given(DRAFT, JSON, JSON)
def test_any_json_is_a_timeline_with_sane_numbers(draft: Any, canvas: Any, media: Any) -> None:
    timeline = Timeline.from_state(
        {"draft": draft, "canvas_config": canvas, "generated_media": media}
    )
    assert timeline.summary().startswith("Timeline (")
    assert 0 <= timeline.duration_ms <= 400 * DAY_MS
    for track in timeline.tracks:
        for segment in track.segments:
            assert 0 <= segment.start_ms <= segment.end_ms
            assert segment.volume is None or 0 <= segment.volume <= 1000
    assert Timeline.from_plain(json.loads(json.dumps(timeline.plain()))) is not None
