"""What the words say besides the request: the tools' arguments, each only where it is said."""

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


SPENT = (
    "spend", "spent", "花", "gast", "depens", "verbrauch", "потрач", "terpakai", "使った", "썼",
)  # fmt: skip
"""Parts of words that ask for what is gone, not for what is left."""

HISTORY = 20
"""Requests of the history: as many as `--history` shows by itself."""

TOO_LARGE, LARGEST = "8k", "2160p"


def details(
    clauses: Sequence[Clause],
    paths: Sequence[str],
    urls: Sequence[str],
    sizes: Sequence[str] = (),
) -> dict[str, Any]:
    """Return the arguments that the words hold, each only where it is said."""
    found: dict[str, Any] = {"paths": list(dict.fromkeys(paths)), "urls": list(dict.fromkeys(urls))}
    for clause in clauses:
        if clause.act == "export":
            _of_export(clause, found, sizes)
        elif clause.act == "jobs":
            found.setdefault("action", "cancel" if "K" in clause.letters else "list")
        elif clause.act == "evaluate" and paths:
            found.setdefault("target", paths[0])
        elif clause.act == "connect":
            found["new"] = True
        elif clause.act == "credits" and any(part in clause.text for part in SPENT):
            found.setdefault("history", HISTORY)
    return found


def notes(clauses: Sequence[Clause]) -> tuple[str, ...]:
    """Return what the user should know about what was asked for and cannot be."""
    large = any(TOO_LARGE in word.text for clause in clauses for word in clause.words)
    exports = any(clause.act == "export" for clause in clauses)
    return (f"8K is not possible; {LARGEST} is the largest.",) if large and exports else ()


def _of_export(clause: Clause, found: dict[str, Any], sizes: Sequence[str]) -> None:
    """Add what a render is asked to be; what was said first counts."""
    for word in clause.words:
        if word.letter == "f":
            found.setdefault("format", _format(word.text))
        elif word.letter == "Z" and sizes:
            found.setdefault("fit", sizes[0])
        elif word.letter == "Q" and "fps" in word.text:
            found.setdefault("fps", int(word.text.removesuffix("fps")))
        elif word.letter == "Q":
            found.setdefault("quality", _quality(word.text))


def _format(text: str) -> str:
    return next((name for name in FORMATS if name in text), "mp4")


def _quality(text: str) -> str:
    return next(value for parts, value in QUALITIES if any(part in text for part in parts))
