"""Wishes about sound effects: on, off, louder, one that is added, one that has to go."""

from __future__ import annotations

import re
from dataclasses import replace

from t2v_studio.ambience import ambience
from t2v_studio.director.edits.effects import PlaceEffect, SetEffects
from t2v_studio.director.seeds import seed_of
from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.director.wishes.measures import percent, window
from t2v_studio.director.wishes.uploads import REFERENCES
from t2v_studio.director.wishes.wish import Context, Wish
from t2v_studio.film import Film

USUAL = 100
LOUDEST = 200
"""Percent of the usual level of what scenes sound like."""
ADDED = 22
"""Percent of an effect that is asked for: heard, and still under the music's 35."""
TWICE = 2.0
"""Louder and quieter, 6 dB: less is not noticed."""

_ALL = re.compile(
    r"\b(?:sound effects?|sfx|ambien(?:t|ce)(?: (?:sounds?|noises?|audio))?"
    r"|(?:background|nature|natural) (?:sounds?|noises?)|foley)\b|音效|环境音|环境声|背景声音",
    re.IGNORECASE,
)
_SOUND = re.compile(
    r"\b(?:sounds?|noises?|effects?|audio|chirp(?:s|ing)?|singing|crackl(?:e|ing)|chatter"
    r"|murmur|bird ?songs?|songs? of (?:the )?birds)\b|声|音效|鸣|叫",
    re.IGNORECASE,
)
_NAMES = {
    "rain": r"\brain(?:drops?|fall)?\b|雨",
    "thunder": r"\bthunder(?:claps?)?\b|雷",
    "wind": r"\b(?:wind|breeze)\b|风",
    "waves": r"\b(?:waves?|surf|ocean|sea)\b|海浪|波浪|浪|海水",
    "stream": r"\b(?:stream|brook|river|waterfall|running water|water)\b|溪|流水|瀑布|河水|水声",
    "bubbles": r"\b(?:bubbles?|bubbling|underwater)\b|气泡|水下",
    "birds": r"\b(?:birds?|birdsong)\b|鸟",
    "crickets": r"\b(?:crickets?|cicadas?|insects?)\b|虫|蟋蟀|蝉",
    "city": r"\b(?:city|traffic|street)\b|城市|车流|街道|街头|交通",
    "crowd": r"\b(?:crowd|people|audience|chatter)\b|人群|观众|人声",
    "engine": r"\b(?:engine|motor|car|truck|train)\b|引擎|发动机|马达|汽车",
    "fire": r"\b(?:fire|campfire|bonfire)\b|火",
    "footsteps": r"\b(?:footsteps?|foot steps|steps)\b|脚步",
}
NAMES = {name: re.compile(rule, re.IGNORECASE) for name, rule in _NAMES.items()}
"""Effect -> what it is called."""

_OFF = re.compile(
    r"\b(?:no|without|remove|mute|silence|turn off|drop|delete|disable|stop|get rid of)\b"
    r"|\bturn (?:\S+ ){1,3}off\b|去掉|关掉|关闭|不要|静音|删|取消",
    re.IGNORECASE,
)
_MUTED = re.compile(r"\b(?:mute|silence)\b|静音", re.IGNORECASE)
_LOUDER = re.compile(
    r"\blouder\b|\bturn (?:\S+ ){0,3}up\b|大声|响一?点|调高|调大|大一?点", re.IGNORECASE
)
_QUIETER = re.compile(
    r"\b(?:quieter|softer)\b|\bturn (?:\S+ ){0,3}down\b|小声|轻一?点|调低|调小|小一?点",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:on|back|enable|restore|bring)\b|打开|开启|恢复", re.IGNORECASE)


def effects(clause: Clause, context: Context) -> Wish | None:
    """Read a wish about what scenes sound like."""
    if not context.film.clips or REFERENCES["audio"].search(clause.text):
        return None
    named = next((name for name, rule in NAMES.items() if rule.search(clause.text)), "")
    if named and _of_sound(clause):
        return _one(named, clause, context)
    return _all(clause, context) if _ALL.search(clause.text) else None


def _of_sound(clause: Clause) -> bool:
    """Say whether the thing is meant to be heard: "louder rain", "the sound of rain"."""
    text = clause.text
    level = _LOUDER.search(text) or _QUIETER.search(text) or _MUTED.search(text)
    return bool((level and "music" not in clause.topics) or _SOUND.search(text))


def _one(name: str, clause: Clause, context: Context) -> Wish | None:
    now = _volume(name, context.film)
    if _OFF.search(clause.text):
        return Wish((_placed(name, 0, context),)) if now else Wish(problem="no_effect")
    share = percent(clause.text)
    factor = _factor(clause.text)
    if share is None and factor and now:
        return Wish((_placed(name, max(1, min(100, round(now * factor))), context),))
    if not (clause.verbs or factor or share is not None or clause.commands):
        return None
    when = window(clause.text, context.film.duration_ms)
    volume = max(now, ADDED) if share is None else min(100, share)
    edit = _placed(name, volume, context)
    if when:
        edit = _placed(name, volume, context, when.start_ms, when.end_ms)
    return Wish((edit,))


def _all(clause: Clause, context: Context) -> Wish | None:
    share, now = percent(clause.text), context.film.effects
    if _OFF.search(clause.text):
        return Wish((SetEffects(0),)) if _any(context.film) else Wish(problem="no_effect")
    if share is not None:
        return Wish((SetEffects(min(LOUDEST, share)),))
    if factor := _factor(clause.text):
        return Wish((SetEffects(min(LOUDEST, round((now or USUAL / 2) * factor))),))
    if not (clause.verbs or _ON.search(clause.text)):
        return None
    there = ambience(replace(context.film, effects=USUAL))
    return Wish((SetEffects(max(now, USUAL)),)) if there else Wish(problem="silent_scene")


def _factor(text: str) -> float:
    """Return how many times as loud it shall be; 0 where nothing is said of that."""
    return TWICE if _LOUDER.search(text) else 1 / TWICE if _QUIETER.search(text) else 0.0


def _placed(
    name: str, volume: int, context: Context, start_ms: int = 0, end_ms: int = 0
) -> PlaceEffect:
    seed = seed_of("effect", name, context.words)
    return PlaceEffect(effect=name, seed=seed, volume=volume, start_ms=start_ms, end_ms=end_ms)


def _volume(name: str, film: Film) -> int:
    """Return how loud an effect is now; 0 where it is not heard."""
    heard = (*film.sounds, *ambience(film))
    return max((one.volume for one in heard if one.effect == name), default=0)


def _any(film: Film) -> bool:
    return any(one.role == "effect" and one.volume for one in (*film.sounds, *ambience(film)))
