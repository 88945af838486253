"""Nothing of the corpus gets through to a reader, and what is well meant stays readable."""

from __future__ import annotations

import pytest

from t2v.draft import Timeline
from t2v.external.untrusted import NAME_LIMIT, TEXT_LIMIT, clean, clean_name
from tests.harm import harms
from tests.tables.injections import READABLE, injections

CORPUS = injections()


def test_the_corpus_is_large_and_says_nothing_twice() -> None:
    assert len(CORPUS) >= 60
    assert len(set(CORPUS)) == len(CORPUS)


def test_most_of_the_corpus_would_be_noticed_uncleaned() -> None:
    """What would not are instructions in plain words, which only their place makes harmless."""
    noticed = [text for text in CORPUS if harms(text[:400])]
    assert len(noticed) > 2 * len(CORPUS) / 3


@pytest.mark.parametrize("text", CORPUS, ids=range(len(CORPUS)))
def test_nothing_harmful_is_left(text: str) -> None:
    left = clean(text)
    assert harms(left) == []
    assert len(left.encode()) <= TEXT_LIMIT
    assert clean(left) == left


@pytest.mark.parametrize("text", CORPUS, ids=range(len(CORPUS)))
def test_nothing_harmful_is_left_in_a_name(text: str) -> None:
    name = clean_name(text)
    assert harms(name) == []
    assert len(name) <= NAME_LIMIT
    assert "\n" not in name


def test_all_of_it_at_once_is_harmless_too() -> None:
    for joint in ("", " ", "\n", "\n> ", "<", "!["):
        assert harms(clean(joint.join(text[:300] for text in CORPUS), 100_000)) == []


@pytest.mark.parametrize("text", READABLE)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


def test_a_timeline_of_hostile_names_is_harmless_and_short() -> None:
    tracks = [
        {"tt": kind, "sg": [{"d": 1000, "m": {"name": text, "text": text}} for text in CORPUS]}
        for kind in (0, 1, 7, 9)
    ]
    timeline = Timeline.from_state({"draft": {"t": tracks * 20}})
    assert harms(timeline.named()) == []
    assert len(timeline.named().encode()) <= 2_000
    assert "obey" not in timeline.outline()
