"""Where a description goes from one scene to the next, and how long it wants each to be."""

from __future__ import annotations

import re

from t2v_studio.director.wishes.measures import DURATION, duration_ms

MOST_SCENES = 12

_CUTS = re.compile(
    r"[\s,.;]*(?:\b(?:and )?then\b|\bcut to\b|\bnext scene\b|\bfollowed by\b"
    r"|\b(?:scene|shot) \d+\s*[::.-])[\s,:]*"
    r"|[\s,。;]*(?:然后|接着|切到|切换到|镜头[一二三四五六\d][::]?|场景[一二三四五六\d][::]?)[,:\s]*"
    r"|\n+\s*(?:\d+[.)、]|[-*])\s*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"[\s,.;。；]*"
    r"(?:\b(?:scene|shot) \d{1,2}\s*[:：]|(?:镜头|场景)[一二三四五六七八九十\d]{1,2}[:：])\s*",
    re.IGNORECASE,
)
"""How a script names its scenes, the second and the next ones too."""

IN_BRACKETS = re.compile(rf"\s*[((]\s*(?:{DURATION.pattern})\s*[))]", re.IGNORECASE)
"""A scene's length as scripts write it: "(6 s)"."""

_LASTING = re.compile(
    rf"(?:{DURATION.pattern})\s*[))]?[\s.,;。,;]*$",
    re.IGNORECASE,
)

_SENTENCES = re.compile(r"(?<=[.!?…])\s+|(?<=[。!?!?])\s*|\n+")
_FEWEST_WORDS = 7
"""Words that a scene of prose has at least; two Chinese signs are one."""
MOST_OF_PROSE = 6
"""Scenes that a text becomes which does not say how many it has."""


def is_script(words: str) -> bool:
    """Say whether a description numbers its scenes."""
    return len(_NUMBERED.split(words)) > 2


def parts(words: str) -> tuple[str, ...]:
    """Cut a description where it says so; a script at its numbers alone.

    What stands before a script's first scene shows nothing: it is about all of them.
    """
    script = _NUMBERED.split(words)
    found = script[1:] if len(script) > 2 else _CUTS.split(words)
    return tuple(part.strip() for part in found if part.strip())[:MOST_SCENES]


def lengths_ms(words: str) -> tuple[int, ...]:
    """Return how long each part of a description wants to be; nothing unless all of them say it."""
    cuts = parts(words)
    found = [_LASTING.search(part) for part in cuts]
    said = tuple(duration_ms(one) for one in found if one)
    return said if len(said) == len(cuts) > 1 and min(said) > 0 else ()


def told(text: str) -> tuple[str, ...]:
    """Cut a text that tells something into the scenes of a film, whole sentences each."""
    sentences = [one.strip() for one in _SENTENCES.split(text) if one.strip()]
    per_scene = max(1, -(-sum(map(_size, sentences)) // MOST_OF_PROSE))
    scenes: list[str] = []
    for sentence in sentences:
        if scenes and _size(scenes[-1]) < max(_FEWEST_WORDS, per_scene):
            scenes[-1] += f" {sentence}"
        else:
            scenes.append(sentence)
    return tuple(scenes)


def _size(text: str) -> int:
    """Return the words of a text, and two Chinese signs for one."""
    return len(text.split()) + len(re.findall("[\u3400-\u9fff]", text)) // 2
