"""How alike films are: near-duplicates in a batch, and how diverse its prompts came out."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

NEAR = 10 / 64
"""Mean share of differing bits up to which two films are one; unrelated ones differ by half."""

BITS = 64
MOST = 2_000
"""Films that are compared with each other: two million pairs, some seconds."""


@dataclass(frozen=True, slots=True)
class Film:
    """What is compared. `hashes` are hexadecimal; `prompt` is empty where nobody knows it."""

    file: str
    hashes: tuple[str, ...]
    prompt: str = ""


def distance(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the mean share of differing bits, 0 to 1, frame by frame in order."""
    pairs = list(zip(one, other, strict=False))
    if not pairs:
        return 1.0
    return sum((int(a, 16) ^ int(b, 16)).bit_count() for a, b in pairs) / BITS / len(pairs)


def compare(films: Sequence[Film]) -> dict[str, object]:
    """Return the groups of near-duplicates and the diversity within and between prompts.

    Diversity is the mean share of differing bits of all pairs: 0 when all films look the same,
    about 0.5 when nothing ties them. None where there is no such pair.
    """
    seen = [film for film in films if film.hashes][:MOST]
    groups: dict[str, int] = {}
    between: list[float] = []
    within: list[float] = []
    for one, other in itertools.combinations(seen, 2):
        apart = distance(one.hashes, other.hashes)
        same_prompt = bool(one.prompt) and one.prompt == other.prompt
        (within if same_prompt else between).append(apart)
        if apart <= NEAR:
            _join(groups, one.file, other.file)
    return {
        "duplicates": _listed(groups),
        "diversity_between_prompts": _mean(between),
        "diversity_within_prompts": _mean(within),
        "compared": len(seen),
    }


def _join(groups: dict[str, int], one: str, other: str) -> None:
    old, new = groups.get(other), groups.setdefault(one, len(groups))
    groups[other] = new
    for name, number in groups.items():
        if number == old:
            groups[name] = new


def _listed(groups: dict[str, int]) -> list[list[str]]:
    numbers = dict.fromkeys(groups.values())
    return [sorted(name for name, at in groups.items() if at == number) for number in numbers]


def _mean(values: list[float]) -> float | None:
    return round(sum(values) / len(values), 4) if values else None
