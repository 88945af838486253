"""Fonts: which file draws which character. All come with wheels of the [drawing] extra.

A character goes to the first font of the chain that has a glyph for it; what no font has is left
out, so that nobody ever sees an empty box.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import uharfbuzz as hb
from PIL import ImageFont

from t2v_studio.drawing.lettering.emoji import is_emoji

WEIGHTS = {"regular": 400, "semibold": 600, "bold": 800}
"""Name of a weight -> its number in a variable font."""
BOLD = WEIGHTS["bold"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font file inside a package."""

    package: str
    pattern: str
    varies: bool = True
    """It has all weights; otherwise the one that it is."""

    def path(self) -> Path | None:
        """Return the file, or None where the package is not installed."""
        spec = find_spec(self.package)
        folders = [Path(one) for one in (spec.submodule_search_locations or ())] if spec else []
        return next(
            (file for folder in folders for file in sorted(folder.rglob(self.pattern))), None
        )


_SCRIPTS = (
    "Arabic", "Hebrew", "Devanagari", "Thai", "Bengali", "Tamil", "Telugu", "Gujarati", "Gurmukhi",
    "Kannada", "Malayalam", "Oriya", "Sinhala", "Georgian", "Armenian", "Ethiopic", "Khmer", "Lao",
    "Myanmar", "Symbols",
)  # fmt: skip

CHAIN = (
    Face(package="fontpkg_nunito", pattern="Nunito[[]wght].ttf"),
    Face(package="manimgx_fonts", pattern="NotoSans[[]wght].ttf"),
    Face(package="cvttf_NotoSansCJK_Bold", pattern="*.otf", varies=False),
    *(Face(package="manimgx_fonts", pattern=f"NotoSans{one}[[]wght].ttf") for one in _SCRIPTS),
)
"""Rounded Latin, Cyrillic and Vietnamese first; Greek; Chinese, Japanese, Korean; other scripts."""

GREEK = range(0x370, 0x400)
"""Of these the first font has only those that stand in formulas."""
CJK = 2
"""Place of the font for Chinese, Japanese and Korean."""

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Categories of characters that draw nothing by themselves."""
CLINGING = frozenset({"Mn", "Mc", "Me"})
"""Categories of marks that belong to the character before them."""


class NoFontError(RuntimeError):
    """No font of the chain is installed."""

    def __init__(self) -> None:
        super().__init__(
            'No font found; install the extra: pip install "text-to-video-skills[drawing]"'
        )


@cache
def installed() -> tuple[int, ...]:
    """Return the places in the chain whose fonts are there.

    Raises:
        NoFontError: None is.
    """
    found = tuple(number for number, face in enumerate(CHAIN) if face.path() is not None)
    if not found:
        raise NoFontError
    return found


@cache
def outlines(face: int, weight: int) -> hb.Font:
    """Return a font of the chain as the shaper knows it.

    Raises:
        NoFontError: That font is not installed.
    """
    loaded = hb.Font(hb.Face(hb.Blob.from_file_path(str(_file(face)))))
    if CHAIN[face].varies:
        loaded.set_variations({"wght": weight})
    return loaded


@cache
def font(face: int, size: int) -> ImageFont.FreeTypeFont:
    """Return a bold font of the chain for Pillow, at a size in pixels.

    Raises:
        NoFontError: That font is not installed.
    """
    loaded = ImageFont.truetype(str(_file(face)), size)
    if CHAIN[face].varies:
        loaded.set_variation_by_axes([float(BOLD)])
    return loaded


def _file(face: int) -> Path:
    path = CHAIN[face].path()
    if path is None:
        raise NoFontError
    return path


@cache
def face_for(character: str) -> int | None:
    """Return the place in the chain of the first font that has this character, or None."""
    code = ord(character)
    chain = installed()[1:] if code in GREEK else installed()
    return next((one for one in chain if outlines(one, BOLD).get_nominal_glyph(code)), None)


def undrawable(text: str) -> list[str]:
    """Return the characters of a text that nothing can draw, each once, in order.

    Raises:
        NoFontError: No font is installed.
    """
    drawn = (one for one in dict.fromkeys(text) if unicodedata.category(one) not in HIDDEN)
    return [one for one in drawn if not one.isspace() and _nowhere(one)]


def _nowhere(character: str) -> bool:
    return face_for(character) is None and not is_emoji(character)


def language(text: str) -> str | None:
    """Return whose forms of the ideographs a text wants: Japanese with kana, else Chinese."""
    if any("\u3040" <= character <= "\u30ff" for character in text):
        return "ja"
    return "zh-Hans" if any(face_for(one) == CJK for one in text) else None


def faces(text: str) -> list[int | None]:
    """Return the font of each character: marks, joiners and blanks keep to the one before.

    None stands for what is left out.
    """
    out: list[int | None] = []
    last: int | None = None
    for character in text:
        category = unicodedata.category(character)
        keeps = character.isspace() or category in CLINGING or category == "Cf"
        if not (keeps and _follows(last, character)):
            last = None if category in HIDDEN else face_for(character)
        out.append(last)
    return out


def _follows(last: int | None, character: str) -> bool:
    """Tell whether the font before can go on with this; a mark of another script cannot."""
    if last is None or unicodedata.category(character) not in CLINGING:
        return last is not None or not character.isspace()
    return bool(outlines(last, BOLD).get_nominal_glyph(ord(character)))


def runs(text: str) -> list[tuple[int, str]]:
    """Cut text into stretches of one font each; characters that no font has are left out."""
    out: list[tuple[int, str]] = []
    for character, face in zip(text, faces(text), strict=True):
        if face is None:
            continue
        if out and out[-1][0] == face:
            out[-1] = (face, out[-1][1] + character)
        else:
            out.append((face, character))
    return out
