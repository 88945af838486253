"""What a brand adds to the request that makes a film: its style, its usual length and shape.

Only what the user left open is added. Seeing a length too often costs nothing, the service then
chooses one; overlooking one would contradict the user: so a unit of time alone counts as a length.
Hours are no lengths of these films; "golden hour" is a light.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from t2v.skill import Skill

_LENGTH = re.compile(
    r"\d\s*s\b|\b(?:sec(?:ond)?|min(?:ute)?)s?\b"
    r"|\b(?:segundo|minuto|secondo|seconde)s?\b|\b(?:secondi|minuti)\b"
    r"|\b(?:sekunden?|minuten?)\b|\b(?:"
    "секунд|минут"
    r")\w*"
    "|[秒초분]|分钟|分鐘",
    re.IGNORECASE,
)
_SHAPE = re.compile(
    r"\b\d{1,2}\s*[:x×/：]\s*\d{1,2}\b|\b(?:vertical|horizontal|orizzontal|hochformat|querformat)\w*"
    r"|\bverticale\b|\bportrait\b(?! of)|\bwide-?screen\b|\bsquare\b|\bcuadrad[oa]\b|\bquadrat\w*"
    r"|\bquadrad[oa]\b|\blandscape (?:format|mode|video|orientation)\b"
    r"|\b(?:tik ?tok|reels?|shorts|stories|instagram|youtube)\b"
    "|[竖豎横橫]屏|[竖豎横橫]版|方形|正方形|抖音|快手",
    re.IGNORECASE,
)
_FILM = re.compile(
    r"(?:(?:please|now|and|then|ahora|jetzt|maintenant),?\s+)*(?:"
    r"(?:an?|two|three|una?|dos|une|deux|eine?n?|zwei|uma?|dois|duas)\s+\w+\s+\w"
    "|[一两兩]"
    r"\w{2}"
    r"|[\w\s']{0,40}?\b(?:an?|una?|une|eine?n?|uma?|another|otro)\s+(?:\S+\s+){0,4}?"
    r"(?:video|vídeo|vidéo|film|clip|movie)\b"
    r"|\w{0,8}"
    "一"
    r"\w{1,12}"
    "(?:视频|影片|短片|動畫|动画))",
    re.IGNORECASE,
)
_SENTENCE_ENDS = ".!?。！？…"


def opening(words: str, skill: Skill) -> str:
    """Return the request to send while the timeline is empty.

    Args:
        words: the user's own, which describe what the film shows.
        skill: the brand; its style is not added where the words name one of `style_words`.
    """
    plain = words.casefold()
    named = any(word.casefold() in plain for word in skill.style_words)
    styled = words if named or not skill.style_prefix else f"{skill.style_prefix} {words}"
    wanted = [
        *([] if _LENGTH.search(words) else [f"{skill.default_duration_s} seconds"]),
        *([] if _SHAPE.search(words) else [skill.default_aspect]),
    ]
    if not wanted:
        return styled
    ended = words[-1:] in _SENTENCE_ENDS
    return f"{styled} {', '.join(wanted)}." if ended else f"{styled}, {', '.join(wanted)}"


def orders_film(words: str) -> bool:
    """Whether the words may stand for a film of their own rather than for a change of one.

    They name what is not there yet: "a robot in a greenhouse", "make me a video of a cat". Seeing
    one too often refuses an edit under a limit that would have held, and costs nothing.
    """
    return _FILM.match(words.strip()) is not None
