"""Wishes about uploaded files: make the film of them, put them into it, play them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from t2v_studio.director.edits import Edit, PlaceSound, PlaceUpload, TimeMusic
from t2v_studio.director.upload import Upload
from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.director.wishes.measures import DURATION, Window, duration_ms, percent, window
from t2v_studio.director.wishes.music import CLIP_SOUND, DEFAULT_VOLUME, FULL_VOLUME
from t2v_studio.director.wishes.wish import Context, Wish

_OWNED = r"(?:my|our|this|that|these|those|the uploaded|uploaded|attached|the attached|the)"
_ADJECTIVE = r"(?:\s+(?:own|new|uploaded|attached|first|second|last|holiday|product|profile))?"
_KINDS = {
    "image": r"(?:photos?|images?|pictures?|pics?|jpe?gs?|pngs?|screenshots?)",
    "video": r"(?:clips?|footage|(?:video|screen) recordings?|mp4s?|video files?)",
    "audio": r"(?:songs?|audio(?: file)?|mp3s?|wavs?|voice ?over|recorded voice|voice"
    r"|sounds?(?: file)?"
    r"|jingle|music|soundtrack|tune|recording)",
}
_MY = r"\b(?:my|our|uploaded|attached)"
_REFERENCES = {
    "image": rf"\b{_OWNED}{_ADJECTIVE} {_KINDS['image']}\b"
    r"|(?:我的|这张|这些|上传的|那张)(?:照片|图片|图|相片|图像)|照片|图片",
    "video": rf"\b{_OWNED}{_ADJECTIVE} {_KINDS['video']}\b|{_MY}{_ADJECTIVE} videos?\b"
    r"|(?:我的|这段|这个|上传的|那段)(?:视频素材|素材|视频片段|片段)|上传的视频|我的视频|这段视频",
    "audio": rf"{_MY}{_ADJECTIVE} {_KINDS['audio']}\b|\bthis (?:song|audio|mp3|voice ?over)\b"
    r"|(?:我的|这首|这段|上传的)(?:歌|音频|录音|配音|音乐|声音)",
}
REFERENCES = {kind: re.compile(rule, re.IGNORECASE) for kind, rule in _REFERENCES.items()}
ANY = re.compile(
    r"\b(?:my|the|this|these|uploaded|attached)(?: uploaded)? (?:files?|uploads?|materials?|media|"
    r"assets?)\b|\bwhat i (?:uploaded|sent)\b|上传的文件|我的素材|上传的素材|这些素材|这个文件",
    re.IGNORECASE,
)
_AS_FILM = re.compile(
    r"\b(?:video|film|movie|clip|slideshow|montage)\b.{0,30}"
    r"\b(?:from|of|out of|with|using)\b(?! *\d)"
    r"|\b(?:turn|convert|make|animate)\b.{0,40}\binto\b|\binstead\b|\breplace\b|\bstart with\b"
    r"|用.{0,12}(?:做|制作|生成|剪).{0,6}(?:视频|短片|影片|片)|做成视频|变成视频|制作成",
    re.IGNORECASE,
)
_AT_START = re.compile(
    r"\b(?:at|to|in) the (?:start|beginning)\b|\bfirst\b|\bintro\b|开头|片头|最前", re.IGNORECASE
)
_BESIDE = re.compile(r"\b(?:voice[ -]?over|voice|narration|on top|as well|also)\b|配音|录音|旁白")
_LEVEL = re.compile(
    r"\b(?:volume|louder|quieter|softer|turn \S+ \S+ (?:up|down))\b|音量|[大小]声|[大小]一?点",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\b(?:insert|after|before|between|at)\b|插入|插到|之间|之后|后面", re.IGNORECASE
)
_AFTER = re.compile(r"\b(?:after|behind|following|between)\b|之后|后面|之间|中间", re.IGNORECASE)
_SILENT = re.compile(
    r"\bmuted?\b|\b(?:without|no) (?:(?:its|the|any) )?(?:own )?(?:sound|audio)\b"
    r"|静音|(?:不要|去掉)(?:原声|声音)",
    re.IGNORECASE,
)
Where = Literal["film", "start", "end", "inside"]

_MOMENT = re.compile(rf"(?:\bat\s+(?:second\s+)?|在第?|第){DURATION.pattern}", re.IGNORECASE)
_VOICE_VOLUME = 80

_STILL_MS, _FILM_STILL_MS = 4_000, 10_000
"""How long a photo stands inside a film, and as the whole film."""


def uploads(clause: Clause, context: Context) -> Wish | None:
    """Read a wish about files that were sent."""
    kinds = [kind for kind, rule in REFERENCES.items() if rule.search(clause.text)]
    if kinds == ["audio"] and _LEVEL.search(clause.text) and not clause.verbs & {"replace"}:
        return None  # "my music louder" is about what plays
    if CLIP_SOUND.search(clause.text) and "add" not in clause.verbs:
        return None
    named = [one for one in context.uploads if _named(one, clause)]
    takes_out = "remove" in Clause(_SILENT.sub(" ", clause.text)).verbs
    if not (kinds or named or ANY.search(clause.text)) or takes_out:
        return None
    meant = named or [one for one in context.uploads if not kinds or one.kind in kinds]
    meant = [one for one in meant if named or "logo" not in one.name.lower()] or meant
    if not meant:
        return Wish(problem="no_upload") if clause.verbs or not context.film.clips else None
    if "replace" in clause.verbs and _is_drawn(clause, context):
        return Wish(problem="cutout")
    if not _several(clause, kinds):
        meant = meant[-1:]
    return placed(meant, clause.text, context)


def _is_drawn(clause: Clause, context: Context) -> bool:
    """Say whether a clause names somebody who is drawn: "replace the dog with my clip"."""
    drawn = {who.name for clip in context.film.clips if clip.scene for who in clip.scene.subjects}
    return any(span.kind == "subject" and span.value in drawn for span in clause.spans)


def placed(meant: list[Upload], text: str, context: Context) -> Wish:
    """Return the edits that put uploads into the film in the way that the text says."""
    seen = [one for one in meant if one.kind != "audio"]
    heard = [one for one in meant if one.kind == "audio"]
    if heard and not seen and not context.film.clips:
        return Wish(problem="sound_only")
    edits: list[Edit] = list(_pictures(seen, text, context))
    beside = bool(_BESIDE.search(text))
    volume = percent(text)
    edits += [
        PlaceSound(
            upload=one,
            volume=min(100, _usual(context, beside=beside) if volume is None else volume),
            instead=not beside,
        )
        for one in heard[-1:]
    ]
    when = window(text, context.film.duration_ms) if heard and not beside else None
    if when:
        edits.append(TimeMusic(when.start_ms, when.end_ms))
    return Wish(tuple(edits))


def _usual(context: Context, *, beside: bool) -> int:
    """A voice stands above the music; music is as loud as what it takes the place of."""
    if beside:
        return _VOICE_VOLUME
    return context.film.sounds[0].volume if context.film.sounds else DEFAULT_VOLUME


def _pictures(seen: list[Upload], text: str, context: Context) -> list[PlaceUpload]:
    as_film = not context.film.clips or bool(_AS_FILM.search(text))
    at_start = bool(_AT_START.search(text))
    asked = DURATION.search(_MOMENT.sub(" ", text))
    still_ms = _FILM_STILL_MS if as_film and len(seen) == 1 else _STILL_MS
    if asked:
        still_ms = max(1_000, duration_ms(asked) // (max(1, len(seen)) if as_film else 1))
    at_ms = None if as_film else _place(text, context)
    trimmed = window(text, seen[0].duration_ms) if seen and _TRIM.search(text) else None
    result = []
    for i, one in enumerate(reversed(seen) if at_start and not as_film else seen):
        length = (min(still_ms, one.duration_ms) if asked else one.duration_ms) or still_ms
        where: Where = (
            "film" if as_film and i == 0 else "start" if at_start and not as_film else "end"
        )
        if at_ms is not None and not as_film:
            where = "inside"
        edit = PlaceUpload(
            upload=one,
            where=where,
            duration_ms=still_ms if one.kind == "image" else length,
            volume=0 if one.kind == "image" or _SILENT.search(text) else FULL_VOLUME,
            at_ms=at_ms or 0,
        )
        result.append(_trimmed(edit, trimmed) if one.kind == "video" else edit)
    return result


_TRIM = re.compile(r"\b(?:from|first|last|seconds? \d)|从|前|最后", re.IGNORECASE)


def _trimmed(edit: PlaceUpload, kept: Window | None) -> PlaceUpload:
    """Return the upload with the stretch of its file that a wish names: from 2s to 5s of it."""
    if kept is None or not 0 <= kept.start_ms < min(kept.end_ms, edit.upload.duration_ms):
        return edit
    end_ms = min(kept.end_ms, edit.upload.duration_ms)
    return replace(edit, offset_ms=kept.start_ms, duration_ms=end_ms - kept.start_ms)


def _place(text: str, context: Context) -> int | None:
    """Return when inside the film an upload shall begin, where the words say that."""
    clips = context.film.clips
    if context.scenes and _INSIDE.search(text):
        first = clips[min(context.scenes)]
        return first.end_ms if _AFTER.search(text) else first.start_ms
    if (found := _MOMENT.search(text)) and clips:
        at_ms = duration_ms(found)
        return at_ms if 0 < at_ms < context.film.duration_ms else None
    return None


def _named(one: Upload, clause: Clause) -> bool:
    spoken = (clause.text + " " + " ".join(clause.quotes)).lower()
    return len(one.name) > 3 and one.name.lower() in spoken


def _several(clause: Clause, kinds: list[str]) -> bool:
    many = r"\b(?:photos|images|pictures|pics|clips|files|uploads|all|both|everything|slideshow)\b"
    return len(kinds) > 1 or bool(re.search(many + r"|些|全部|所有|都", clause.text, re.IGNORECASE))
