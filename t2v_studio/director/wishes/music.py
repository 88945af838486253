"""Wishes about music: on, off, another mood, louder, quieter, from here to there."""

from __future__ import annotations

import re

from t2v_studio.director.edits import AddMusic, RemoveSound, SetVolume, TimeMusic
from t2v_studio.director.seeds import pick, seed_of
from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.director.wishes.measures import percent, window
from t2v_studio.director.wishes.wish import Context, Wish
from t2v_studio.scene import MOODS

DEFAULT_VOLUME = 35
_MUTE = re.compile(r"\bmute\b|\bsilence\b|静音|\bturn off the (?:music|sound)\b", re.IGNORECASE)
_STEP = 15
"""Percent that "louder" and "quieter" move."""


def music(clause: Clause, context: Context) -> Wish | None:
    """Read a wish about what is heard."""
    mood, volume = clause.first("mood"), percent(clause.text)
    if _MUTE.search(clause.text) or ("remove" in clause.verbs and _heard(clause, mood, volume)):
        return Wish((RemoveSound(),)) if context.film.sounds else Wish(problem="no_music")
    if "music" not in clause.topics and not (volume is not None and clause.topics <= {"film"}):
        return None
    if not (mood or clause.verbs or volume is not None or window(clause.text, 1)):
        return None  # music is named, but nothing is wanted of it
    if mood or not context.film.sounds:
        return _new(clause, context, mood or _own_mood(context), volume)
    return _changed(clause, context, volume)


def _heard(clause: Clause, mood: str, volume: int | None) -> bool:
    """Say whether what has to go is the sound as such."""
    return "music" in clause.topics and not mood and volume is None


def _new(clause: Clause, context: Context, mood: str, volume: int | None) -> Wish:
    when = window(clause.text, context.film.duration_ms)
    now = context.film.sounds[0].volume if context.film.sounds else DEFAULT_VOLUME
    volume, notes = _sane(now if volume is None else volume)
    edit = AddMusic(
        mood=mood,
        seed=seed_of("music", mood, context.message),
        volume=volume,
        start_ms=when.start_ms if when else 0,
        end_ms=when.end_ms if when else 0,
    )
    return Wish((edit,), notes=notes)


def _changed(clause: Clause, context: Context, volume: int | None) -> Wish:
    now = context.film.sounds[0].volume
    when = window(clause.text, context.film.duration_ms)
    if volume is not None:
        volume, notes = _sane(volume)
        return Wish((SetVolume(volume),), notes=notes)
    if "louder" in clause.verbs:
        return Wish((SetVolume(min(100, now + _STEP)),))
    if "quieter" in clause.verbs:
        return Wish((SetVolume(max(5, now - _STEP)),))
    if when:
        return Wish((TimeMusic(when.start_ms, when.end_ms),))
    return _new(clause, context, _other_mood(context), None)


def _sane(volume: int) -> tuple[int, tuple[str, ...]]:
    return (100, ("loudest",)) if volume > 100 else (volume, ())


def _own_mood(context: Context) -> str:
    scene = next((clip.scene for clip in context.film.clips if clip.scene), None)
    return scene.mood if scene else "calm"


def _other_mood(context: Context) -> str:
    now = context.film.sounds[0].mood
    others = [mood for mood in MOODS if mood != now]
    return pick(others, context.message, now)
