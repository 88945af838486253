"""Wishes about music: on, off, another mood, louder, quieter, from here to there."""

from __future__ import annotations

import re
from dataclasses import replace

from t2v_studio.ambience import ambience
from t2v_studio.director.edits import (
    AddMusic,
    Edit,
    RemoveSound,
    SetClipVolume,
    SetVolume,
    StepVolume,
    TimeMusic,
)
from t2v_studio.director.seeds import pick, seed_of
from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.director.wishes.measures import Window, percent, window
from t2v_studio.director.wishes.wish import Context, Reader, Wish
from t2v_studio.film import Sound
from t2v_studio.scene import MOODS

DEFAULT_VOLUME = 35
_MUTE = re.compile(
    r"\bmute\b|\bsilence\b|静音|\bturn (?:off the (?:music|sound)|the (?:music|sound) off)\b",
    re.IGNORECASE,
)
FULL_VOLUME = 100
"""Of a clip's own sound, when nobody says."""
_MUSIC = re.compile(
    r"\b(?:music|bgm|soundtrack|song|tune|score|beats?|melody)\b|音乐|配乐|bgm|歌|曲",
    re.IGNORECASE,
)
CLIP_SOUND = re.compile(
    r"\b(?:clip|footage|recording|original|own|its)(?:'s)? (?:own |original )?(?:sound|audio)\b"
    r"|\b(?:sound|audio) of (?:the|my) (?:clip|footage|video)\b"
    r"|\bmute (?:the|my) (?:clips?|footage)\b|\bvolume of (?:the|my) (?:clip|footage)\b"
    r"|\b(?:clip|footage) volume\b"
    r"|原声|(?:素材|片段)的?声音",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"\b(?:no|without|remove|mute|turn off|drop|delete)\b|去掉|关掉|关闭|不要|静音", re.IGNORECASE
)
_BEGINS = re.compile(r"\b(?:start|begin)s? (?:at|from|after)\b|开始(?:播放|放)", re.IGNORECASE)
_STEP = 15
"""Points of percent that "louder" and "quieter" move."""
_STEPS = {
    _STEP: re.compile(
        r"\b(?:louder|turn (?:\S+ ){0,3}up)\b|大声|响一点|调高|调大|^\W*(?:再)?大一?点\W*$",
        re.IGNORECASE,
    ),
    -_STEP: re.compile(
        r"\b(?:quieter|softer|turn (?:\S+ ){0,3}down)\b|小声|轻一点|调低|调小"
        r"|^\W*(?:再)?小一?点\W*$",
        re.IGNORECASE,
    ),
}
"""Step -> what asks for it where no music is named; a bare 大一点 is said of the sound."""
_OTHER = re.compile(r"\b(?:other|another|different|new|else)\b|换一|另一|别的|新的", re.IGNORECASE)


_INSTRUMENT = re.compile(
    r"\b(?:pianos?|guitars?|ukulele|violins?|cellos?|flutes?|drums?|trumpets?|saxophones?|harps?"
    r"|strings|bass)\b|钢琴|吉他|小提琴|大提琴|长笛|笛子|鼓|小号|萨克斯|古筝|二胡",
    re.IGNORECASE,
)


def music(clause: Clause, context: Context) -> Wish | None:
    """Read a wish about what is heard."""
    readers: tuple[Reader, ...] = (_clip_sound, _level, _tune)
    return next(filter(None, (reader(clause, context) for reader in readers)), None)


def _level(clause: Clause, context: Context) -> Wish | None:
    """Read a wish for silence, or for more or less of what is heard."""
    mood, volume = clause.first("mood"), percent(clause.text)
    if _MUTE.search(clause.text) or ("remove" in clause.verbs and _heard(clause, mood, volume)):
        return _silenced(clause, context)
    step = _step(clause) if volume is None and not mood else 0
    if step:
        edits: tuple[Edit, ...] = (StepVolume(step, _role(clause, context)),)
        return Wish(edits) if _heard_now(context) else Wish(problem="no_music")
    return None


def _tune(clause: Clause, context: Context) -> Wish | None:
    """Read a wish for music, or for another volume in percent."""
    mood, volume = clause.first("mood"), percent(clause.text)
    if "music" not in clause.topics and not (volume is not None and clause.topics <= {"film"}):
        return None
    if not (mood or clause.verbs or volume is not None or window(clause.text, 1)):
        return None  # music is named, but nothing is wanted of it
    if volume is not None and not mood and not _plays(context) and _heard_now(context):
        return _changed(clause, context, volume)
    if mood or not _plays(context):
        wish = _new(clause, context, mood or _own_mood(context), volume)
    else:
        wish = _changed(clause, context, volume)
    if _INSTRUMENT.search(clause.text):
        return replace(wish, notes=(*wish.notes, "instrument"))
    return wish


def _clip_sound(clause: Clause, context: Context) -> Wish | None:
    """Read a wish about what uploaded clips sound like by themselves."""
    volume = percent(clause.text)
    if not CLIP_SOUND.search(clause.text):
        return None
    if not any(one.asset_kind == "video" for one in context.film.clips):
        return None
    off = bool(_MUTE.search(clause.text) or _WITHOUT.search(clause.text))
    level = 0 if off else min(100, FULL_VOLUME if volume is None else volume)
    return Wish((SetClipVolume(level, context.scene),))


def _silenced(clause: Clause, context: Context) -> Wish:
    """No music where music is named, no sound at all where it is not."""
    role = "music" if _MUSIC.search(clause.text) else ""
    if not (_plays(context) if role else _sounds(context)):
        return Wish(problem="no_music")
    when = window(clause.text, context.film.duration_ms)
    return _but(when, context.film.duration_ms) if role and when else Wish((RemoveSound(role),))


def _but(when: Window, film_ms: int) -> Wish:
    """Music in the longer one of the parts that a stretch of silence leaves."""
    before, behind = when.start_ms, film_ms - when.end_ms
    left = (0, when.start_ms) if before > behind else (when.end_ms, film_ms)
    return Wish((TimeMusic(*left),)) if left[1] > left[0] else Wish((RemoveSound("music"),))


def _role(clause: Clause, context: Context) -> str:
    """Music alone, where it is named and something else is heard as well."""
    others = any(one.role != "music" for one in context.film.sounds) or any(
        one.volume for one in context.film.clips
    )
    return "music" if others and _MUSIC.search(clause.text) else ""


def _plays(context: Context) -> list[Sound]:
    return [one for one in context.film.sounds if one.role == "music"]


def _heard_now(context: Context) -> bool:
    beside = any(one.role != "effect" for one in context.film.sounds)
    return beside or any(one.volume for one in context.film.clips)


def _sounds(context: Context) -> bool:
    """Say whether anything is heard, what scenes sound like by themselves included."""
    effects = (*context.film.sounds, *ambience(context.film))
    return _heard_now(context) or any(one.volume for one in effects)


def _heard(clause: Clause, mood: str, volume: int | None) -> bool:
    """Say whether what has to go is the sound as such."""
    return "music" in clause.topics and not mood and volume is None


def _new(clause: Clause, context: Context, mood: str, volume: int | None) -> Wish:
    when = window(clause.text, context.film.duration_ms)
    playing = _plays(context)
    now = playing[0].volume if playing else DEFAULT_VOLUME
    volume, notes = _sane(now if volume is None else volume)
    edit = AddMusic(
        mood=mood,
        seed=_seed(clause, context, mood),
        volume=volume,
        start_ms=when.start_ms if when else 0,
        end_ms=when.end_ms if when else 0,
    )
    return Wish((edit,), notes=notes)


def _changed(clause: Clause, context: Context, volume: int | None) -> Wish:
    when = window(clause.text, context.film.duration_ms)
    if volume is not None:
        volume, notes = _sane(volume)
        return Wish((SetVolume(volume, _role(clause, context)),), notes=notes)
    if when:
        end_ms = context.film.duration_ms if _BEGINS.search(clause.text) else when.end_ms
        return Wish((TimeMusic(when.start_ms, end_ms),))
    return _new(clause, context, _other_mood(context), None)


def _step(clause: Clause) -> int:
    """Return how much louder it shall be, less than 0 for quieter, and 0 for neither."""
    if "music" in clause.topics and window(clause.text, 1) is None:
        return _STEP * (("louder" in clause.verbs) - ("quieter" in clause.verbs)) or _told(clause)
    return _told(clause) if clause.topics <= {"film"} else 0


def _told(clause: Clause) -> int:
    return next((step for step, rule in _STEPS.items() if rule.search(clause.text)), 0)


def _seed(clause: Clause, context: Context, mood: str) -> int:
    """The same mood again is the same piece, unless another one is asked for."""
    same = [one.seed for one in context.film.sounds if one.mood == mood]
    if same and not _OTHER.search(clause.text):
        return same[0]
    return seed_of("music", mood, context.message)


def _sane(volume: int) -> tuple[int, tuple[str, ...]]:
    return (100, ("loudest",)) if volume > 100 else (volume, ())


def _own_mood(context: Context) -> str:
    scene = next((clip.scene for clip in context.film.clips if clip.scene), None)
    return scene.mood if scene else "calm"


def _other_mood(context: Context) -> str:
    now = _plays(context)[0].mood
    others = [mood for mood in MOODS if mood != now]
    return pick(others, context.message, now)
