"""What the words say besides the request: format, quality, files and addresses."""

from __future__ import annotations

from collections.abc import Sequence

from t2v.words.clauses import Clause

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FORMATS = ("mp4", "mov", "webm", "mkv", "avi", "gif")

QUALITIES = (
    # (parts of the words, what they ask for); the first row that fits decides
    (("2160", "4k", "uhd", "8k"), "2160p"),
    (("1440", "2k"), "1440p"),
    (("1080", "fullhd", "full hd"), "1080p"),
    (("720",), "720p"),
    (("low", "small", "draft", "baja", "baixa", "basse", "niedrig", "低", "流畅", "小"), "low"),
    (("medium", "standard", "media", "moyenne", "mittel", "中", "标"), "medium"),
    (("",), "high"),
)


def details(
    clauses: Sequence[Clause],
    paths: Sequence[str],
    urls: Sequence[str],
) -> dict[str, Any]:
    """Return the arguments that the words hold, each only where it is said."""
    found: dict[str, Any] = {"paths": list(dict.fromkeys(paths)), "urls": list(dict.fromkeys(urls))}
    for clause in clauses:
        if clause.act != "export":
            continue
        for word in clause.words:
            if word.letter == "f":
                found.setdefault("format", _format(word.text))
            elif word.letter == "Q" and "fps" in word.text:
                found.setdefault("fps", int(word.text.removesuffix("fps")))
            elif word.letter == "Q":
                found.setdefault("quality", _quality(word.text))
    return found


def _format(text: str) -> str:
    return next((name for name in FORMATS if name in text), "mp4")


def _quality(text: str) -> str:
    return next(value for parts, value in QUALITIES if any(part in text for part in parts))
