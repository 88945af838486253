"""Whether words ask for a film of each row of a table, and in which layout.

A table alone is a document, and "each row" alone may be seats in a cinema: both are needed, and a
word for films. "One video of all rows" is one film. Loaded only where a table is spoken of.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LAYOUTS = ("vbench", "evalcrafter", "t2v-compbench", "kaggle")
"""As `--layout` names them; the default says nothing."""

_EACH = (
    r"\b(?:each|every|per|all|its own)\s+(?:of\s+)?(?:the\s+|my\s+)?(?:single\s+)?"
    r"(?:row|line|caption|prompt|entry|entries|record|description)s?\b"
    r"|\b(?:\d{1,5}|two|three|four|five|six|seven|eight|nine|ten|twenty)\s+prompts\b"
    r"|\bbatch(?:es)?\b|\brow by row\b|\blayout\b"
    "|每(?:一)?[行条個个句]|逐[行条]|批量"
    r"|\bcada\s+(?:fila|línea|linea|linha|frase|prompt|texto|descri\w+)|\bpor lotes\b|\bem lote\b"
    r"|\bchaque\s+(?:ligne|légende|prompt|phrase|description)|\bpar lots?\b"
    r"|\bjede[rsnm]?\s+(?:zeile|beschreibung|prompt|satz)|\bpro zeile\b|\bstapel"
    "|各行|行ごと|[1一]行ずつ|バッチ|一括|각 (?:행|줄)|[행줄]마다|일괄|배치"
    r"|\b"
    "кажд"
    r"\w+\s+(?:"
    "строк|описани|промпт"
    r")"
    "|построчно|пакетн"
    r"|\b(?:setiap|tiap)\s+(?:baris|prompt|kalimat|keterangan)"
)
_FILM = (
    r"v[ií]d[eé]o|clip|film|movie|render|generat|\bbatch|layout|klip|pel[ií]cula|\blotes?\b|stapel"
    "|视频|视屏|影片|短片|片子|生成|渲染|動画|映像|クリップ|영상|비디오|클립|видео|ролик|клип"
)
_ONE = (
    r"\b(?:one|a single|the same)\s+(?:\w+\s+)?(?:video|film|movie|clip)s?\b"
    r"(?!\s+(?:for|per|of|from)\s+(?:each|every)|\s+(?:per|each))"
    r"|\b(?:scenes|slides|chapters|bars?|chart|graph|plot|aloud|reads?|narrat\w+)\b"
    "|一个视频里|同一个视频"
    r"|\bun (?:solo|único|seul) (?:v[ií]d[eé]o|film)|\bein einzige[sn]"
)
"""All of them in one film, or rows that are drawn as what they are: figures."""


def wanted(text: str) -> bool:
    """Say whether the words, without names and quotations, ask for a film of each row."""
    asks = all(re.search(part, text, re.IGNORECASE) for part in (_EACH, _FILM))
    return asks and not re.search(_ONE, text, re.IGNORECASE)


def arguments(table: str, text: str) -> dict[str, Any]:
    """Return the arguments of a batch: its table is no upload; "" for one without a name."""
    named = {"file": table, "layout": _layout(text)}
    return {"paths": [], "urls": [], **{name: value for name, value in named.items() if value}}


def _layout(text: str) -> str | None:
    """Return the layout that is asked for; every skill is about Kaggle, so it needs the word."""
    even = text.casefold().replace("t2vcompbench", "t2v-compbench")
    return next(
        (
            name
            for name in LAYOUTS
            if name in even and (name != "kaggle" or re.search("layout|submission", even))
        ),
        None,
    )
