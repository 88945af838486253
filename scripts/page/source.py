"""skill.yaml, read and checked: what the pages are built from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from page.schema import SOURCE

COLLISION = 0.5
"""Two descriptions that share this part of the shorter one's words make a host guess."""
EVERYWHERE = frozenset({"video", "videos", "text", "with", "from", "into"})
"""Words that every one of these skills has a right to."""


class SourceError(Exception):
    """The pages cannot be built. Each line names a file, a key and the rule that it breaks."""

    def __init__(self, problems: list[str]) -> None:
        """Keep the lines."""
        self.problems = problems
        super().__init__("\n".join(problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """An environment variable that the engine reads."""

    name: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program that the tools start: a word of its command line, when, and by which files."""

    name: str
    when: str
    started_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One skill's own words, limits and defaults."""

    slug: str
    title: str
    emoji: str
    audience: str
    description: str
    connecting: str
    max_upload_mb: int
    inputs: tuple[str, ...]
    style_prefix: str
    style_words: tuple[str, ...]
    default_duration_s: int
    default_aspect: str
    not_affiliated_with: str
    examples: tuple[str, ...]
    tips: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """What the repository is called where it is installed as a plugin."""

    name: str
    description: str
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The whole file."""

    version: str
    homepage: str
    license: str
    plugin: Plugin
    environment: tuple[Variable, ...]
    programs: tuple[Program, ...]
    skills: tuple[Profile, ...]


def read_source(path: Path) -> Source:
    """Read skill.yaml.

    Raises:
        SourceError: with every problem that it has, not only the first.
    """
    data: Any = _parse(path)
    problems = [f"{path.name}: {problem}" for problem in _problems(data)]
    if problems:
        raise SourceError(problems)
    return Source(
        version=data["version"],
        homepage=data["homepage"],
        license=data["license"],
        plugin=Plugin(**data["plugin"]),
        environment=tuple(Variable(**one) for one in data["environment"]),
        programs=tuple(
            Program(**{**one, "started_by": tuple(one["started_by"])}) for one in data["programs"]
        ),
        skills=tuple(_profile(one) for one in data["skills"]),
    )


def _parse(path: Path) -> object:
    try:
        return yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        raise SourceError([f"{path.name}: cannot be read: {error.strerror}"]) from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        line = " ".join(str(error).split())
        raise SourceError([f"{path.name}: is not YAML in UTF-8: {line}"]) from error


def _profile(data: dict[str, Any]) -> Profile:
    lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    return Profile(**{**data, **lists})


def _problems(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield "key: rule" for all that is wrong: each value first, then values among each other."""
    errors = sorted(jsonschema.Draft202012Validator(SOURCE).iter_errors(data), key=str)
    for error in errors:
        yield f"{_key(error)}: {error.message}"
    if not errors:
        yield from _repeated(data["skills"])
        yield from _colliding(data["skills"])
        yield from _unstyled(data["skills"])


def _repeated(skills: list[dict[str, Any]]) -> Iterator[str]:
    for key in ("slug", "title", "description"):
        counts = Counter(skill[key].casefold() for skill in skills)
        yield from (
            f"skills[*].{key}: {value!r} stands {count} times; each skill needs its own"
            for value, count in counts.items()
            if count > 1
        )


def _colliding(skills: list[dict[str, Any]]) -> Iterator[str]:
    for (one, first), (other, second) in combinations(enumerate(skills), 2):
        mine, theirs = (distinct_words(skill["description"]) for skill in (first, second))
        if (shared := mine & theirs) and len(shared) >= COLLISION * min(len(mine), len(theirs)):
            yield (
                f"skills[{other}].description: a host cannot tell it from skills[{one}]'s; "
                f"both say {', '.join(sorted(shared))}"
            )


def _unstyled(skills: list[dict[str, Any]]) -> Iterator[str]:
    for place, skill in enumerate(skills):
        prefix, words = skill["style_prefix"].casefold(), skill["style_words"]
        if bool(prefix) != any(word.casefold() in prefix for word in words):
            yield f"skills[{place}].style_words: the words of style_prefix must be known by one"


def distinct_words(text: str) -> set[str]:
    """Return the words of a description that can tell it from another: four letters or more."""
    return {word for word in re.findall(r"\w{4,}", text.casefold()) if word not in EVERYWHERE}


def _key(error: jsonschema.ValidationError) -> str:
    """Return the place in the file: skills[2].slug, or "the top" for the whole."""
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in error.absolute_path]
    return "".join(parts).lstrip(".") or "the top"
