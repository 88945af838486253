"""The word lists: every entry can be found, in one class, as people write it."""

from __future__ import annotations

import pkgutil

import pytest

from t2v.words import languages, lexicons
from t2v.words.vocabulary import CLASSES, Vocabulary, rows_of

CODES = sorted({name for _, name, _ in pkgutil.iter_modules(lexicons.__path__)} - {"common"})


def entries(code: str) -> list[tuple[str, str]]:
    module = __import__(f"t2v.words.lexicons.{code}", fromlist=["WORDS"])
    rows = rows_of(Vocabulary(code).even(module.WORDS))
    return [(letter, entry) for letter, entries in rows for entry in entries]


def test_there_is_a_list_for_every_language_that_is_guessed() -> None:
    assert {code for code, _, _ in languages.SCRIPTS} | set(languages.LATIN) == set(CODES)


def test_no_two_classes_share_a_letter() -> None:
    assert len(set(CLASSES.values())) == len(CLASSES)


@pytest.mark.parametrize("code", CODES)
def test_an_entry_stands_in_one_class_only(code: str) -> None:
    seen: dict[str, str] = {}
    twice = {
        entry: (seen[entry], letter)
        for letter, entry in entries(code)
        if seen.setdefault(entry, letter) != letter
    }
    assert twice == {}


@pytest.mark.parametrize("code", CODES)
def test_every_entry_is_read_as_what_it_is(code: str) -> None:
    vocabulary = Vocabulary(code)
    wrong = [
        entry
        for letter, entry in entries(code)
        if [word.letter for word in vocabulary.read(entry)] != [letter]
    ]
    assert wrong == []


def test_the_common_words_belong_to_every_language() -> None:
    assert all(Vocabulary(code).read("1080p")[0].letter == CLASSES["quality"] for code in CODES)
