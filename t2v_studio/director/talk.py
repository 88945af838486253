"""Talk that changes nothing: greetings, thanks, questions about the film; and words of history."""

from __future__ import annotations

import re

from t2v_studio.director.reading.names import describe_scene
from t2v_studio.director.replies.changes import seconds
from t2v_studio.film import Film

_END = r"[\s!.,~。!,?？]*$"
_TALK = {
    "greeting": r"^\W*(?:hi|hello|hey|good (?:morning|evening|afternoon)|你好|您好|嗨|哈喽|在吗)"
    rf"(?: there| everyone|啊|呀)?{_END}",
    "thanks": r"^\W*(?:ok(?:ay)?|great|nice|cool|perfect|awesome|wonderful|thanks?|thank you|thx"
    r"|love it|looks? (?:good|great)|good(?: job)?|well done|yes|no|sure"
    r"|谢谢|感谢|多谢|很好|不错|太棒了|好的|好|可以|完美)"
    r"(?:[\s,!.]+(?:so|very|much|a lot|you|thanks?|thank you|it|that|job|work|great|good|looks?))*"
    rf"(?:了|你|啦|谢谢)*{_END}",
    "help": r"^\W*(?:help|what can (?:you|i) (?:do|change|edit)|how does (?:this|it) work"
    r"|what do you do"
    rf"|帮助|你能做什么|怎么用|你会什么).{{0,20}}{_END}",
    "question": r"^\W*(?:what(?:'s| is| are|s)? (?:in|on|the|there|does|is|my|this)\b|which\b"
    r"|why (?:is|are|was|does|do|did|isn't|aren't|can't|has|have)\b|为什么.*"
    r"|how (?:long|many|loud)\b|(?:is|are) there\b|does it\b|do we have\b|tell me about\b"
    r"|describe (?:the|my|this) (?:video|film|timeline)"
    r"|show (?:me )?(?:the )?(?:timeline|tracks|status)"
    r"|what did you).*|.*(?:里有什么|有哪些|多长|是什么样|什么内容|几秒)\W*$",
    "undo": r"^\W*(?:please )?"
    r"(?:undo|revert|go back|take (?:it|that) back|roll ?back|撤销|撤回|还原|退回)"
    r"(?: (?:the |my )?last (?P<times>\d|two|three) \w+"
    r"| (?:that|it|this|(?:the |my )?last \w+|please|the change))*"
    rf"(?:上一步|一下|刚才的?(?:操作|修改)?)?{_END}",
    "redo": rf"^\W*(?:please )?(?:redo|重做|恢复)(?: (?:that|it|please))*(?:一下)?{_END}",
    "start_over": r"^\W*(?:please )?(?:start (?:over|again|from scratch)|reset(?: everything)?"
    r"|begin again|(?:clear|delete|remove) everything|重新开始|从头开始|全部清空|清空|重来)"
    rf"(?: please|一下)?{_END}",
}
TALK = {name: re.compile(rule, re.IGNORECASE) for name, rule in _TALK.items()}
"""Name of a talk -> how it sounds; the first that fits counts."""

LONGEST_TALK = 120
"""A longer message is never mere talk."""

_TIMES = {"two": 2, "three": 3}


def talk(message: str) -> str:
    """Return the name of the talk that a message is, or nothing."""
    if len(message) > LONGEST_TALK:
        return ""
    return next((name for name, rule in TALK.items() if rule.match(message)), "")


def times(message: str) -> int:
    """Return how many turns an "undo" wants back."""
    found = TALK["undo"].match(message)
    said = found["times"] if found else None
    return max(1, _TIMES.get(said.lower(), 0) or int(said)) if said else 1


def described(film: Film, *, chinese: bool) -> str:
    """Return what is in a film, in one answer."""
    length = seconds(film.duration_ms)
    shown = "; ".join(
        describe_scene(clip.scene, chinese=chinese) if clip.scene else clip.name
        for clip in film.clips
    )
    heard = ", ".join(f"{one.name} ({one.volume}%)" for one in film.sounds)
    read = ", ".join(f'"{one.text}"' for one in film.captions)
    if chinese:
        return (
            f"视频长 {length} 秒,比例 {film.aspect}。画面:{shown}。"
            f"声音:{heard or '无'}。文字:{read or '无'}。"
        )
    return (
        f"The video is {length} seconds long, {film.aspect}. It shows: {shown}. "
        f"Sound: {heard or 'none'}. Words: {read or 'none'}."
    )
