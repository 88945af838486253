"""Sentences about edits of clips, their finish, logos and voices."""

from __future__ import annotations

from dataclasses import asdict

from t2v_studio.director.edits import (
    AddVoice,
    DropClip,
    Fade,
    MoveClip,
    Regrade,
    SetClipVolume,
    SetTransition,
)
from t2v_studio.film import Film

_WAYS = {
    "cut": ("hard cuts", "a hard cut", "硬切"),
    "dissolve": ("dissolves", "a dissolve", "叠化"),
    "wipe": ("wipes", "a wipe", "擦除"),
    "dip": ("fades through black", "a fade through black", "黑场过渡"),
}
"""Kind of transition -> many of it, one of it, and in Chinese."""
_GRADES = {
    "brightness": "亮度",
    "contrast": "对比度",
    "saturation": "饱和度",
    "warmth": "色温",
    "sepia": "复古",
}


def graded(edit: Regrade, film: Film, *, zh: bool) -> str:
    """Tell the shifts that a grade has now."""
    grade = film.grade if edit.clip is None else film.clips[edit.clip].grade
    told = [f"{_GRADES[name] if zh else name} {by:+d}" for name, by in asdict(grade).items() if by]
    if not told:
        return "颜色已恢复原样。" if zh else "The colours are as they were made."
    where = _scene(edit.clip, zh=zh)
    listed = ("、" if zh else ", ").join(told)
    return f"{where}颜色现在是:{listed}。" if zh else f"The colours{where} are now: {listed}."


def followed(edit: SetTransition, film: Film, *, zh: bool) -> str:
    """Tell how scenes follow each other now."""
    del film
    many, one, chinese = _WAYS[edit.kind]
    if edit.clip is None:
        return f"场景之间现在是{chinese}。" if zh else f"Scenes follow each other with {many} now."
    number = edit.clip + 1
    return (
        f"场景 {number} 现在以{chinese}开始。" if zh else f"Scene {number} begins with {one} now."
    )


def faded(edit: Fade, film: Film, *, zh: bool) -> str:
    """Tell how the film begins and ends now."""
    del film
    told = []
    if edit.in_ms is not None:
        told.append(_pair(("fades in", "begins at once"), ("淡入", "直接开始"), edit.in_ms, zh=zh))
    if edit.out_ms is not None:
        told.append(_pair(("fades out", "ends at once"), ("淡出", "直接结束"), edit.out_ms, zh=zh))
    return f"影片现在{'、'.join(told)}。" if zh else f"The video {' and '.join(told)} now."


def _pair(english: tuple[str, str], chinese: tuple[str, str], ms: int, *, zh: bool) -> str:
    return (chinese if zh else english)[not ms]


def moved(edit: MoveClip, film: Film, *, zh: bool) -> str:
    """Tell where a scene is now."""
    del film
    if zh:
        return f"场景 {edit.clip + 1} 现在排在第 {edit.to + 1} 位。"
    return f"Scene {edit.clip + 1} is now number {edit.to + 1}."


def dropped(edit: DropClip, film: Film, *, zh: bool) -> str:
    """Tell which scene is gone."""
    number, left = edit.clip + 1, len(film.clips)
    if zh:
        return f"已删除场景 {number},还剩 {left} 个场景。"
    return f"Removed scene {number}; the video has {left} now."


def heard(edit: SetClipVolume, film: Film, *, zh: bool) -> str:
    """Tell how loud clips are by themselves."""
    del film
    if not edit.volume:
        return "素材原声已静音。" if zh else "Your footage is mute now."
    return f"素材原声为 {edit.volume}%。" if zh else f"Your footage sounds at {edit.volume}% now."


def spoken(edit: AddVoice, film: Film, *, zh: bool) -> str:
    """Tell what is spoken, and whether the film is long enough for it."""
    said = next((one for one in film.sounds if one.text == edit.text), None)
    ends = said is not None and said.start_ms + said.duration_ms >= film.duration_ms
    if zh:
        return f"已加入旁白“{edit.text[:60]}”。" + ("影片可能不够念完。" if ends else "")
    note = " The film may end before it does." if ends else ""
    return f'Added the narration "{edit.text[:60]}".{note}'


def _scene(clip: int | None, *, zh: bool) -> str:
    if clip is None:
        return ""
    return f"场景 {clip + 1} 的" if zh else f" of scene {clip + 1}"
