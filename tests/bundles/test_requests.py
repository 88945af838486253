"""Which skill should answer: the descriptions, which are all that a host chooses by, tell it.

A row of requests.tsv holds what a user says and the words of a description that call for it. Those
words stand in the right description and in no other; and of an English request's own words, no
other description holds more.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from page.source import Source, read_source

HERE = Path(__file__).parent
SOURCE = read_source(HERE.parents[1] / "skill.yaml")
EACH = 12
LITTLE = frozenset(re.findall(r"\w+", """
    a an and as at by for from in into is it my of on one or the this to video with
"""))  # fmt: skip
"""Words that say nothing about what is wanted."""


@dataclass(frozen=True, slots=True)
class Request:
    """A row of the table."""

    slug: str
    language: str
    words: str
    calling: tuple[str, ...]


def read_requests() -> list[Request]:
    lines = (HERE / "requests.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [Request(slug, lang, said, tuple(words.split(", "))) for slug, lang, said, words in rows]


REQUESTS = read_requests()


def words_of(text: str) -> set[str]:
    """Return the words of a text, parted at hyphens, in the singular that English has."""
    return {word.removesuffix("s") for word in re.findall(r"[^\W_]+", text.casefold())} - LITTLE


def described(source: Source) -> dict[str, set[str]]:
    return {skill.slug: words_of(skill.description) for skill in source.skills}


def untold(request: Request, descriptions: dict[str, set[str]]) -> list[str]:
    """Return the calling words that the right description lacks or another has as well."""
    calling = {word: words_of(word) for word in request.calling}
    others = [words for slug, words in descriptions.items() if slug != request.slug]
    return [
        word
        for word, forms in calling.items()
        if not forms <= descriptions[request.slug] or any(forms <= words for words in others)
    ]


def named(requests: list[Request]) -> list[ParameterSet]:
    return [pytest.param(one, id=f"{one.slug}-{one.language}-{one.words[:30]}") for one in requests]


def test_every_skill_has_its_requests_in_several_languages() -> None:
    slugs = [skill.slug for skill in SOURCE.skills]
    assert Counter(one.slug for one in REQUESTS) == dict.fromkeys(slugs, EACH)
    for slug in slugs:
        assert len({one.language for one in REQUESTS if one.slug == slug}) >= 4
    assert len({one.words for one in REQUESTS}) == len(REQUESTS)


@pytest.mark.parametrize("request_", named(REQUESTS))
def test_the_description_holds_the_words_that_call_for_it_alone(request_: Request) -> None:
    assert request_.calling
    assert untold(request_, described(SOURCE)) == []


@pytest.mark.parametrize("request_", named([one for one in REQUESTS if one.language == "en"]))
def test_no_other_description_has_more_of_the_users_own_words(request_: Request) -> None:
    said = words_of(request_.words)
    shared = {slug: len(said & words) for slug, words in described(SOURCE).items()}
    assert shared[request_.slug] == max(shared.values()), shared


def test_a_word_that_another_description_takes_over_would_be_noticed() -> None:
    descriptions = described(SOURCE)
    request_ = Request("text-to-video-kaiber", "en", "with a Kaiber look", ("kaiber", "look"))
    assert untold(request_, descriptions) == []
    descriptions["text-to-video-gratis"] |= words_of("Kaiber look")
    assert untold(request_, descriptions) == ["kaiber", "look"]
