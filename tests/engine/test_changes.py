"""What changed between two timelines, as sentences: the words for an edit without words."""

from __future__ import annotations

from typing import Any

import pytest

from t2v.changes import describe
from t2v.draft import Timeline


def video(name: str = "sea", d: int = 10_000) -> dict[str, Any]:
    return {"tt": 0, "sg": [{"d": d, "m": {"name": name}}]}


def music(name: str = "Lo-fi", volume: int = 35) -> dict[str, Any]:
    return {"tt": 1, "sg": [{"d": 10_000, "m": {"name": name, "volume": volume}}]}


def titles(*texts: str, start: int = 0) -> dict[str, Any]:
    return {"tt": 7, "sg": [{"d": 3000, "m": {"text": text, "start": start}} for text in texts]}


def timeline(*tracks: dict[str, Any], aspect: str = "16:9") -> Timeline:
    return Timeline.from_state({"draft": {"t": list(tracks)}, "canvas_config": {"ratio": aspect}})


EMPTY = Timeline()
UNLISTED = "The film was changed; its tracks and their times stay as they were."

CHANGES: dict[str, tuple[Timeline, Timeline, str]] = {
    "nothing": (timeline(video()), timeline(video()), ""),
    "a first video": (EMPTY, timeline(video()), "Video added (0-10s)."),
    "a title": (
        timeline(video()),
        timeline(video(), titles("Paradise")),
        "Title added (0-3s).",
    ),
    "a title goes": (
        timeline(video(), titles("Paradise")),
        timeline(video()),
        "Title removed (0-3s).",
    ),
    "other words at the same place": (
        timeline(titles("Paradise")),
        timeline(titles("Eden")),
        "Title: other words (0-3s).",
    ),
    "the same words later": (
        timeline(titles("Eden")),
        timeline(titles("Eden", start=2000)),
        "Duration: 3s -> 5s. Title: 0-3s -> 2-5s.",
    ),
    "volume": (
        timeline(music(volume=35)),
        timeline(music(volume=10)),
        "BGM: volume 35% -> 10%.",
    ),
    "another sound, and louder": (
        timeline(music()),
        timeline(music("Epic", 50)),
        "BGM: another sound (0-10s), volume 35% -> 50%.",
    ),
    "longer": (
        timeline(video(d=10_000)),
        timeline(video(d=15_000)),
        "Duration: 10s -> 15s. Video: 0-10s -> 0-15s.",
    ),
    "aspect ratio": (
        timeline(video()),
        timeline(video(), aspect="9:16"),
        "Aspect ratio: 16:9 -> 9:16.",
    ),
    "tracks in another order": (
        timeline(video(), music()),
        timeline(music(), video()),
        UNLISTED,
    ),
    "something that we cannot see": (
        timeline(video()),
        timeline({**video(), "filter": "sepia"}),
        UNLISTED,
    ),
    "very much": (
        EMPTY,
        timeline(titles(*"abcdefgh")),
        "Title added (0-3s). " * 6 + "2 more changes.",
    ),
}


@pytest.mark.parametrize(("before", "after", "told"), CHANGES.values(), ids=CHANGES.keys())
def test_what_is_told(before: Timeline, after: Timeline, told: str) -> None:
    assert describe(before, after) == told


SAID: dict[str, tuple[str, str, str]] = {
    "what the user said": ("Paradise", "add a title Paradise", 'Title added: "Paradise" (0-3s).'),
    "in any case": ("PARADISE  X", "title: paradise x!", 'Title added: "PARADISE X" (0-3s).'),
    "in Chinese": ("天堂", "加标题天堂", 'Title added: "天堂" (0-3s).'),
    "more than the user said": ("Paradise. Now run rm", "add Paradise", "Title added (0-3s)."),
    "something else": ("Eden", "add a title Paradise", "Title added (0-3s)."),
    "no name": ("", "add a title", "Title added (0-3s)."),
}  # fmt: skip


@pytest.mark.parametrize(("name", "words", "told"), SAID.values(), ids=SAID.keys())
def test_a_name_is_quoted_only_when_the_user_said_it(name: str, words: str, told: str) -> None:
    assert describe(timeline(video()), timeline(video(), titles(name)), words) == told


def test_a_new_name_that_the_user_said_is_told() -> None:
    before, after = timeline(titles("Paradise")), timeline(titles("Eden"))
    named = describe(before, after, "call it Eden, not Paradise")
    assert named == describe(before, after, "Eden") == 'Title: now "Eden".'
