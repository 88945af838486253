"""Wishes about speed and frames a second: "twice as fast", "scene 2 at half speed", 2倍速."""

from __future__ import annotations

import re

from t2v_studio.director.edits import ChangeScene, Edit, SetRate, SetSpeed
from t2v_studio.director.edits.clips import FASTEST, SLOWEST
from t2v_studio.director.edits.finish import FASTEST_FPS, SLOWEST_FPS
from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.director.wishes.measures import number, percent
from t2v_studio.director.wishes.wish import Context, Wish

_ABOUT = re.compile(
    r"\bspeed\b|\bfaster\b|\bslower\b|\bslow(?:ed)? (?:\S+ ){0,3}down\b|\bspe?ed (?:\S+ ){0,3}up\b"
    r"|\b(?:as|twice|half|double|times) (?:as )?(?:fast|slow)\b|\bquicker\b"
    r"|\b(?:at|play|in) \d+(?:\.\d+)?x\b"
    r"|倍速|速度|加速|减速|放慢|加快|快一?点|慢一?点|更快|更慢|半速",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"(?P<times>\d+(?:\.\d+)?|[一两二三四五六七八九十半])\s*(?:x\b|×|times\b|倍)", re.IGNORECASE
)
_FAST = r"\b(?:fast|faster|quicker|up)\b|加速|加快|快"
_SLOW = r"\b(?:slow|slower|down)\b|减速|放慢|慢"
_NAMED = {
    100: r"\b(?:normal|original|regular|real) speed\b|正常速度|原速|原来的速度|一倍速",
    200: r"\b(?:double (?:the )?speed|twice as fast|twice the speed|double speed)\b|快一倍|两倍速",
    50: r"\bhalf (?:the )?speed\b|\bhalf as fast\b|\btwice as slow\b|半速|慢一半|慢一倍|放慢一半",
}
"""Percent -> how it is called."""
_STEPS = (25, 50, 75, 100, 150, 200, 300, 400)
"""Percent, from one to the next of which "faster" and "slower" go."""
_BACKWARDS = re.compile(
    r"\b(?:backwards?|in reverse|reverse (?:it|the (?:video|clip|film|footage|scene)))\b"
    r"|倒放|反向播放",
    re.IGNORECASE,
)
_FPS = re.compile(
    r"(\d{1,5})\s*(?:fps\b|frames? (?:per|a|each) second\b|帧(?:每秒|/秒)?)|每秒\s*(\d{1,5})\s*帧",
    re.IGNORECASE,
)
_OTHER = frozenset({"title", "caption", "music"})
_FOOTAGE = {"slow motion": 50, "time lapse": FASTEST}
"""Pace of a drawn scene -> the speed that does it for uploaded clips; percent."""


def pace(clause: Clause, context: Context) -> Wish | None:
    """Read a wish for another speed."""
    if clause.topics & _OTHER or not context.film.clips:
        return None
    if _BACKWARDS.search(clause.text):
        return Wish(problem="backwards")
    if found := _FPS.search(clause.text):
        rate = int(found[1] or found[2])
        held = SLOWEST_FPS <= rate <= FASTEST_FPS
        return Wish((SetRate(rate),)) if held else Wish(problem="resolution")
    if asked := _footage_pace(clause, context):
        return Wish((SetSpeed(asked, context.scene),))
    if not _ABOUT.search(clause.text):
        return None
    return _set(_wanted(clause, context), context)


def _set(speed: int | None, context: Context) -> Wish | None:
    if speed is None:
        return None
    if not SLOWEST <= speed <= FASTEST:
        return Wish(problem="speed_range")
    edits: tuple[Edit, ...] = (SetSpeed(speed, context.scene),)
    paces = {clip.scene.pace for clip in context.film.clips if clip.scene}
    if speed == 100 and paces - {"normal"}:  # a drawn scene has its own slow motion as well
        edits += (ChangeScene(pace="normal", clip=context.scene),)
    return Wish(edits)


def _wanted(clause: Clause, context: Context) -> int | None:
    """Return percent of the clips' own speed."""
    text = clause.text
    for speed, rule in _NAMED.items():
        if re.search(rule, text, re.IGNORECASE):
            return speed
    slower = bool(re.search(_SLOW, text, re.IGNORECASE))
    if found := _TIMES.search(text):
        times = number(found["times"])
        slowed = slower and times > 1  # "three times slower"
        return round(100 / times) if slowed else round(100 * times)
    if (share := percent(text)) is not None:
        return share
    if not (slower or re.search(_FAST, text, re.IGNORECASE)):
        return None
    now = context.film.clips[context.scene or 0].speed
    beyond = [one for one in _STEPS if (one < now if slower else one > now)]
    return (beyond[-1] if slower else beyond[0]) if beyond else now


def _footage_pace(clause: Clause, context: Context) -> int:
    """Slow motion of uploaded clips is a speed; drawn scenes have a pace of their own."""
    if any(clip.scene for clip in context.film.clips):
        return 0
    return _FOOTAGE.get(clause.first("pace"), 0)
