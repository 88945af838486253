"""Other forms of an English word: plurals of nouns and inflections of verbs. Chinese has none."""

from __future__ import annotations

from collections.abc import Iterator

Words = tuple[str, ...]

IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "mouse": "mice",
    "goose": "geese", "foot": "feet", "wolf": "wolves", "leaf": "leaves", "calf": "calves",
    "elf": "elves", "wife": "wives", "loaf": "loaves", "ox": "oxen", "fireman": "firemen",
    "policeman": "policemen", "spaceman": "spacemen", "snowman": "snowmen", "knife": "knives",
    "businessman": "businessmen", "cactus": "cacti", "shelf": "shelves", "octopus": "octopi",
}  # fmt: skip
"""Singular -> plural where no rule leads there."""

_UNCOUNTED = frozenset(["sheep", "deer", "fish", "salmon", "trout", "cattle", "bison"])


def plurals(words: Words) -> Iterator[Words]:
    """Yield the plural of a noun phrase (of its last word); nothing for Chinese."""
    *front, noun = words
    if not noun.isascii() or noun in _UNCOUNTED or noun.endswith("ss"):
        return
    yield (*front, IRREGULAR.get(noun) or _plural(noun))


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun in {"mango", "tomato", "potato", "volcano", "hero"} else "s")


def verb_forms(words: Words) -> Iterator[Words]:
    """Yield the inflections of a verb phrase (of its first word): runs, running, jogged."""
    verb, *rest = words
    if not verb.isascii() or verb.endswith("ing"):
        return
    stem = verb.removesuffix("e")
    doubled = verb + verb[-1]
    third = _plural(verb)
    for form in (third, verb + "d" * verb.endswith("e"), verb + "ed", doubled + "ed",
                 stem + "ing", verb + "ing", doubled + "ing"):  # fmt: skip
        yield (form, *rest)


def looks_like_verb(word: str) -> bool:
    """Say whether an unknown word is more likely a verb or an adverb than a thing."""
    return len(word) > 4 and word.lower().endswith(("s", "ed", "ing", "ly"))
