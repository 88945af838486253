"""Each kind of edit in one sentence, as it came out in the film."""

from __future__ import annotations

from typing import Any, Protocol

from t2v_studio.director.edits import (
    AddCaption,
    AddMusic,
    AddScene,
    AddVoice,
    ChangeCaption,
    ChangeLogo,
    ChangeScene,
    ChangeSubject,
    Cut,
    DoubleClip,
    DropClip,
    Edit,
    Fade,
    MoveClip,
    PlaceEffect,
    PlaceLogo,
    PlaceSound,
    PlaceUpload,
    Redo,
    Regrade,
    RemoveCaption,
    RemoveLogo,
    RemoveSound,
    ReverseClips,
    SetAspect,
    SetClipDuration,
    SetClipVolume,
    SetDuration,
    SetEffects,
    SetRate,
    SetSpeed,
    SetStyle,
    SetSubtitles,
    SetTransition,
    SetVolume,
    SplitClip,
    StartOver,
    StepVolume,
    SwapClips,
    TimeMusic,
    Undo,
    Vary,
)
from t2v_studio.director.reading.names import describe_scene, name_of, quoted
from t2v_studio.director.replies import arranging, hearing
from t2v_studio.film import Film


class Sentence(Protocol):
    """Tells of one kind of edit."""

    def __call__(self, edit: Any, film: Film, *, zh: bool) -> str:  # noqa: ANN401 - each takes its own
        """Return the sentence, in Chinese when `zh`."""


def changed(edit: Edit, film: Film, *, chinese: bool) -> str:
    """Return what an edit did, or nothing for one that only keeps the books."""
    sentence = _SENTENCES.get(type(edit))
    return sentence(edit, film, zh=chinese) if sentence else ""


def seconds(ms: int) -> str:
    """Return a time in seconds without needless zeros."""
    return f"{ms / 1000:.1f}".removesuffix(".0")


def _span(start_ms: int, end_ms: int) -> str:
    return f"{seconds(start_ms)}-{seconds(end_ms)}s"


def _caption(edit: AddCaption, film: Film, *, zh: bool) -> str:
    kind = ("caption", "字幕") if edit.role == "caption" else ("title", "标题")
    when = _span(edit.start_ms, edit.end_ms or film.duration_ms)
    text = quoted(edit.text, chinese=zh)
    return f"已添加{kind[1]}{text}({when})。" if zh else f"Added the {kind[0]} {text} ({when})."


def _recaption(edit: ChangeCaption, film: Film, *, zh: bool) -> str:
    kind = ("caption", "字幕") if edit.which == "caption" else ("title", "标题")
    told = [quoted(edit.text, chinese=zh)] if edit.text else []
    if edit.start_ms is not None:
        end = min(edit.end_ms or film.duration_ms, film.duration_ms)
        told.append(_span(edit.start_ms, end))
    told += [
        name_of("look", one, chinese=zh) for one in (edit.position, edit.size, edit.weight) if one
    ]
    told += [name_of("colour", edit.colour, chinese=zh)] if edit.colour else []
    listed = ("、" if zh else ", ").join(told)
    return f"{kind[1]}现在是:{listed}。" if zh else f"The {kind[0]} is now: {listed}."


def _uncaption(edit: RemoveCaption, film: Film, *, zh: bool) -> str:
    del film
    english, chinese = {
        "caption": ("captions", "字幕"),
        "title": ("title", "标题"),
        "any": ("words", "文字"),
    }[edit.which]
    return f"已去掉{chinese}。" if zh else f"Removed the {english}."


def _music(edit: AddMusic, film: Film, *, zh: bool) -> str:
    del film
    mood = name_of("mood", edit.mood, chinese=zh)
    if zh:
        return f"背景音乐:{mood},音量 {edit.volume}%。"
    return f"The music is now {mood}, at {edit.volume}%."


def _scene(edit: ChangeScene | ChangeSubject, film: Film, *, zh: bool) -> str:
    clips = film.clips if edit.clip is None else film.clips[edit.clip : edit.clip + 1]
    scenes = (describe_scene(clip.scene, chinese=zh) for clip in clips if clip.scene)
    said = (";" if zh else "; then ").join(dict.fromkeys(scenes))
    if not said:
        return ""
    return f"画面现在是:{said}。" if zh else f"The picture now shows: {said}."


def _length(edit: SetDuration, film: Film, *, zh: bool) -> str:
    long = seconds(film.duration_ms)
    said = f"影片现在长 {long} 秒。" if zh else f"The video is now {long} seconds long."
    if film.duration_ms < edit.duration_ms:
        said += "素材只有这么长。" if zh else " Your footage is not longer."
    return said


def _style(edit: SetStyle, film: Film, *, zh: bool) -> str:
    del film
    style = name_of("style", edit.style, chinese=zh)
    return f"风格现在是{style}。" if zh else f"The style is now {style}."


def _more(edit: AddScene, film: Film, *, zh: bool) -> str:
    del film
    shown = describe_scene(edit.scene, chinese=zh)
    return f"已追加场景:{shown}。" if zh else f"Added a scene: {shown}."


def _speed(edit: SetSpeed, film: Film, *, zh: bool) -> str:
    long, speed = seconds(film.duration_ms), f"{edit.speed / 100:g}"
    if zh:
        return f"速度现在是 {speed} 倍,影片长 {long} 秒。"
    return f"The speed is now {speed}x; the video is {long} seconds long."


def _silence(edit: RemoveSound, film: Film, *, zh: bool) -> str:
    del film
    english, chinese = {"": ("sound", "声音"), "voice": ("narration", "旁白")}.get(
        edit.role, ("music", "音乐")
    )
    return f"已去掉{chinese}。" if zh else f"Removed the {english}."


def _clip_length(edit: SetClipDuration, film: Film, *, zh: bool) -> str:
    clip = film.clips[min(edit.clip, len(film.clips) - 1)]
    number, each, all_ = edit.clip + 1, seconds(clip.duration_ms), seconds(film.duration_ms)
    if zh:
        return f"场景 {number} 现在长 {each} 秒,影片长 {all_} 秒。"
    return f"Scene {number} is now {each} seconds long, the video {all_}."


def _volume(edit: SetVolume | StepVolume, film: Film, *, zh: bool) -> str:
    heard = [one.volume for one in film.sounds if edit.role in {"", one.role}]
    level = next(iter(heard or [one.volume for one in film.clips if one.volume]), 0)
    return f"音量现在是 {level}%。" if zh else f"The volume is now {level}%."


def _music_time(edit: TimeMusic, film: Film, *, zh: bool) -> str:
    when = _span(edit.start_ms, min(edit.end_ms, film.duration_ms))
    return f"音乐现在在 {when} 播放。" if zh else f"The music plays {when}."


def _cut(edit: Cut, film: Film, *, zh: bool) -> str:
    gone, left = _span(edit.start_ms, edit.end_ms), seconds(film.duration_ms)
    if zh:
        return f"已剪掉 {gone},影片现在长 {left} 秒。"
    return f"Cut {gone}; the video is now {left} seconds long."


def _pair(english: str, chinese: str) -> Sentence:
    def sentence(edit: Edit, film: Film, *, zh: bool) -> str:
        return (chinese if zh else english).format(edit=edit, film=film)

    return sentence


_SENTENCES: dict[type[Edit], Sentence] = {
    AddCaption: _caption,
    ChangeCaption: _recaption,
    RemoveCaption: _uncaption,
    AddMusic: _music,
    SetVolume: _volume,
    StepVolume: _volume,
    TimeMusic: _music_time,
    RemoveSound: _silence,
    SetClipVolume: arranging.heard,
    AddVoice: arranging.spoken,
    SetEffects: hearing.ambient,
    PlaceEffect: hearing.placed,
    SetSubtitles: _pair("The subtitles are on the film.", "字幕已加上。"),
    PlaceLogo: _pair(
        "Your logo {edit.upload.name} stands on the film ({edit.corner}).",
        "标志 {edit.upload.name} 已放到画面上。",
    ),
    ChangeLogo: _pair("The logo is changed.", "标志已修改。"),
    RemoveLogo: _pair("Removed the logo.", "已去掉标志。"),
    MoveClip: arranging.moved,
    SwapClips: _pair("The scenes have changed places.", "两个场景已交换位置。"),
    ReverseClips: _pair("The last scene comes first now.", "场景顺序已颠倒。"),
    DoubleClip: _pair("The scene is there twice now.", "场景已复制。"),
    DropClip: arranging.dropped,
    SplitClip: _pair("The scene is split in two.", "已拆分。"),
    SetClipDuration: _clip_length,
    SetSpeed: _speed,
    SetRate: _pair(
        "The video has {film.fps} frames a second now.", "帧率现在是每秒 {film.fps} 帧。"
    ),
    Regrade: arranging.graded,
    SetTransition: arranging.followed,
    Fade: arranging.faded,
    Vary: _pair("Made it once more.", "又做了一版。"),
    PlaceSound: _pair(
        "Your sound {edit.upload.name} plays.", "已加入你的声音 {edit.upload.name}。"
    ),
    PlaceUpload: _pair("Placed {edit.upload.name}.", "已放入 {edit.upload.name}。"),
    SetAspect: _pair("The video is now {edit.aspect}.", "画面比例现在是 {edit.aspect}。"),
    SetStyle: _style,
    SetDuration: _length,
    Cut: _cut,
    AddScene: _more,
    ChangeScene: _scene,
    ChangeSubject: _scene,
    Undo: _pair("The last change is undone.", "已撤销上一步。"),
    Redo: _pair("The change is back.", "已恢复。"),
    StartOver: _pair(
        "The timeline is empty. What should the new video show?",
        "时间线已清空。新视频要展示什么?",
    ),
}
"""Kind of edit -> its sentence; an edit that is missing here says nothing."""
