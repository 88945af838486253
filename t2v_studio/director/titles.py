"""Short names made from a description: the title on the picture and the name of a clip."""

from __future__ import annotations

import re

from t2v_studio.director.reading.spans import Span, spans
from t2v_studio.director.tokens import is_chinese
from t2v_studio.scene import Scene

_LONGEST_WORDS, _LONGEST_SIGNS, _LONGEST_NAME = 6, 14, 40

_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "in",
        "on",
        "at",
        "to",
        "by",
        "for",
        "from",
        "with",
        "over",
        "under",
        "through",
    ]
)
"""Words that stay small inside an English title."""

_NOT_LAST = _SMALL | {
    "is", "are", "while", "as", "into", "its", "his", "her", "along", "after", "before", "around",
    "above", "below", "across", "near", "onto", "behind", "their", "out", "towards", "toward",
    "against", "between", "beside", "during", "upon", "that", "which", "who", "when", "going",
}  # fmt: skip
"""Words that a title does not end with."""

_FOREIGN = frozenset(
    ["por", "el", "la", "los", "las", "un", "una", "de", "del", "en", "con", "bajo", "sobre",
     "entre", "le", "les", "du", "des", "au", "aux", "sur", "dans", "avec", "sous", "der", "die",
     "das", "den", "dem", "im", "bei", "mit", "auf", "unter", "und", "os", "na", "ao", "da", "em",
     "com", "sob", "para"]
)  # fmt: skip
"""Words of other languages that do not end a title either."""

_CAMERAS = frozenset({"camera", "drone", "镜头", "航拍"})
_SHOWN = frozenset(
    ["subject", "undrawn", "place", "time", "season", "weather", "colour", "size", "count", "hint",
     "unknown"]
)  # fmt: skip
"""Kinds of words that show something."""
_CLIPPED = re.compile(r"(?<=\w) (s|t|re|ve|ll|d|m)\b", re.IGNORECASE)
"""What an apostrophe joins to the word before it."""

_ABOUT_FILMS = frozenset({"camera", "pace", "style"})


def title_of(words: str) -> str:
    """Return a readable title of a few words: no more than fits in two lines of a picture."""
    phrase = _first_phrase(words)
    if is_chinese(phrase):
        return re.sub(r"^[一两三几]?[个只条匹辆艘位名头架棵朵座段]", "", phrase)[:_LONGEST_SIGNS]
    kept = phrase.split()
    while len(kept) > 1 and kept[0].lower() in {"a", "an", "of"}:
        del kept[0]
    whole, cut = (kept, "") if len(kept) <= _LONGEST_WORDS else _shortened(kept)
    while len(whole) > 1 and whole[-1].lower() in _NOT_LAST | _FOREIGN:
        whole = whole[:-1]
    title = " ".join(_cased(word, i) for i, word in enumerate(whole))
    return _fitting(title) if len(title) > _LONGEST_NAME else title + cut


def _fitting(title: str) -> str:
    """Cut at a word what is too long, and show that it is cut."""
    return (
        title[:_LONGEST_NAME].rpartition(" ")[0].rstrip() + "…"
        if " " in title
        else (title[: _LONGEST_NAME - 1] + "…")
    )


def _shortened(kept: list[str]) -> tuple[list[str], str]:
    """Cut a long title before a small word, so that no phrase is left half; else show the cut."""
    small = _NOT_LAST | _FOREIGN
    cuts = [i for i, word in enumerate(kept[: _LONGEST_WORDS + 1]) if word.lower() in small]
    at = max((i for i in cuts if i > 1), default=0)
    return (kept[:at], "") if at else (kept[:_LONGEST_WORDS], "…")


def clip_name(words: str, scene: Scene) -> str:
    """Return the name of a clip on the timeline, in the words of the user."""
    phrase = _first_phrase(words).strip()
    while (cut := phrase.rpartition(" "))[0] and cut[2].lower() in _NOT_LAST:
        phrase = cut[0]
    if len(phrase) <= _LONGEST_NAME:
        return phrase or scene.place
    return phrase[:_LONGEST_NAME].rsplit(" ", 1)[0].rstrip() + "…"


def _first_phrase(words: str) -> str:
    """The first stretch without punctuation that has anything but talk about cameras in it."""
    best: list[str] = []
    for line in _phrases(spans(words[:400])):
        kept = [span.text for span in _behind_the_camera(line) if span.kind not in _ABOUT_FILMS]
        best = best or kept
        if any(span.kind in {"subject", "place", "undrawn", "unknown"} for span in line):
            best = kept
            break
    text = "".join(best) if best and is_chinese("".join(best)) else " ".join(best)
    return _CLIPPED.sub(r"'\1", re.sub(r"\s+", " ", text))


def _behind_the_camera(line: list[Span]) -> list[Span]:
    """Leave out how a phrase begins that tells of the camera: "the camera slowly circles a"."""
    if not any(span.kind == "camera" or _films(span) for span in line[:4]):
        return line
    named = (span.kind in _SHOWN and span.words[0] not in _CAMERAS for span in line)
    shown = (at for at, one in enumerate(named) if one)
    return line[next(shown, 0) :]


def _films(span: Span) -> bool:
    return span.words[0] in _CAMERAS and span.kind != "subject"


def _phrases(line: tuple[Span, ...]) -> list[list[Span]]:
    phrases: list[list[Span]] = [[]]
    for span in line:
        if span.kind == "mark":
            phrases.append([])
        else:
            phrases[-1].append(span)
    return phrases


def _cased(word: str, at: int) -> str:
    if word.lower() in _SMALL and at:
        return word.lower()
    return word[:1].upper() + word[1:]
