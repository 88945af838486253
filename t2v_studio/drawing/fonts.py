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

from PIL import ImageFont


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font file inside a package."""

    package: str
    pattern: str
    weight: int = 0
    """Of a variable font; 0 for a font with one weight."""

    def path(self) -> Path | None:
        """Return the file, or None where the package is not installed."""
        spec = find_spec(self.package)
        folders = [Path(one) for one in (spec.submodule_search_locations or ())] if spec else []
        return next(
            (file for folder in folders for file in sorted(folder.rglob(self.pattern))), None
        )


CHAIN = (
    Face(package="fontpkg_nunito", pattern="Nunito[[]wght].ttf", weight=800),
    Face(package="fontpkg_noto_sans", pattern="NotoSans[[]wdth,wght].ttf", weight=800),
    Face(package="cvttf_NotoSansCJK_Bold", pattern="*.otf"),
    Face(package="fontpkg_noto_sans_arabic", pattern="NotoSansArabic*.ttf", weight=800),
    Face(package="fontpkg_noto_sans_devanagari", pattern="NotoSansDevanagari*.ttf", weight=800),
    Face(package="fontpkg_noto_sans_thai", pattern="NotoSansThai*.ttf", weight=800),
)
"""Rounded Latin, Cyrillic and Vietnamese first; Greek and symbols; then the other scripts."""

CJK = 2
"""Place of the font for Chinese, Japanese and Korean."""

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Categories of characters that draw nothing by themselves."""


CLINGING = frozenset({"Mn", "Mc"})
"""Categories of marks that belong to the character before them."""


class NoFontError(RuntimeError):
    """No font of the chain is installed."""

    def __init__(self) -> None:
        super().__init__(
            'No font found; install the extra: pip install "text-to-video-skills[drawing]"'
        )


@cache
def font(face: int, size: int) -> ImageFont.FreeTypeFont:
    """Return a font of the chain at a size in pixels.

    Raises:
        NoFontError: That font is not installed.
    """
    path = CHAIN[face].path()
    if path is None:
        raise NoFontError
    loaded = ImageFont.truetype(str(path), size)
    if CHAIN[face].weight:
        loaded.set_variation_by_axes(_axes(loaded, CHAIN[face].weight))
    return loaded


def _axes(loaded: ImageFont.FreeTypeFont, weight: int) -> list[float]:
    """Return the values of a variable font's axes: this weight, otherwise as designed."""
    values = []
    for axis in loaded.get_variation_axes():
        name = axis["name"] or b""
        heavy = b"eight" in (name if isinstance(name, bytes) else str(name).encode())
        values.append(float(weight if heavy else axis["default"] or 0))
    return values


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
def face_for(character: str) -> int | None:
    """Return the place in the chain of the first font that has this character, or None."""
    return next((number for number in installed() if _has(number, character)), None)


@cache
def _has(face: int, character: str) -> bool:
    """Compare with what the font draws for a character that nobody defines: its empty box."""
    probe = font(face, 40)
    if character.isspace():
        return True
    drawn, missing = probe.getmask(character), probe.getmask("\U0010ffff")
    return bytes(drawn) != bytes(missing) or drawn.size != missing.size


def undrawable(text: str) -> list[str]:
    """Return the characters of a text that no font has, each once, in order.

    Raises:
        NoFontError: No font is installed.
    """
    drawn = (one for one in dict.fromkeys(text) if unicodedata.category(one) not in HIDDEN)
    return [one for one in drawn if face_for(one) is None]


def language(text: str) -> str | None:
    """Return whose forms of the ideographs a text wants: Japanese with kana, else Chinese."""
    if any("\u3040" <= character <= "\u30ff" for character in text):
        return "ja"
    return "zh-Hans" if any(face_for(one) == CJK for one in text) else None


def runs(text: str) -> list[tuple[int, str]]:
    """Cut text into stretches of one font each; characters that no font has are left out.

    Marks and joiners stay with the character before them, spaces too.
    """
    out: list[tuple[int, str]] = []
    last: int | None = None
    for character in text:
        category = unicodedata.category(character)
        if not (character.isspace() or category in CLINGING):
            last = None if category in HIDDEN else face_for(character)
        if last is None:
            continue
        if out and out[-1][0] == last:
            out[-1] = (last, out[-1][1] + character)
        else:
            out.append((last, character))
    return out
