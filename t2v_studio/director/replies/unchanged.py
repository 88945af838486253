"""Edits that a film has been through already: told in a sentence each, and charged to nobody."""

from __future__ import annotations

from collections.abc import Iterable

from t2v_studio.director.edits import (
    AddCaption,
    AddMusic,
    ChangeCaption,
    Edit,
    PlaceSound,
    SetAspect,
    SetDuration,
    SetStyle,
    SetVolume,
    StepVolume,
)
from t2v_studio.director.replies.changes import changed
from t2v_studio.film import Film

_ASPECTS = {
    "9:16": ("vertical", "竖屏"),
    "16:9": ("widescreen", "横屏"),
    "1:1": ("square", "方形"),
    "4:5": ("4:5", "4:5"),
}

_LEADS: dict[type[Edit], tuple[str, str]] = {
    SetStyle: ("The video has that style already.", "已经是这种风格了。"),
    SetVolume: ("The volume is {edit.volume}% already.", "音量已经是这样了。"),
    StepVolume: ("The volume is at its limit already.", "音量已经到头了。"),
    AddMusic: ("That music plays already.", "已经是这种音乐了。"),
    AddCaption: ("Those words are there already.", "这段文字已经有了。"),
    ChangeCaption: ("The words are like that already.", "文字已经是这样了。"),
    PlaceSound: ("Your sound {edit.upload.name} plays already.", "已经在播放你的声音了。"),
}
"""Kind of edit -> (English, Chinese); what is missing here is told in general."""

_GENERAL = ("The video is like that already.", "视频已经是这样了。")


def unchanged(edits: Iterable[Edit], film: Film, *, chinese: bool) -> list[str]:
    """Return what there was no need to do, each once."""
    return list(dict.fromkeys(_told(edit, film, chinese=chinese) for edit in edits))


def _told(edit: Edit, film: Film, *, chinese: bool) -> str:
    if isinstance(edit, SetAspect):
        shape = _ASPECTS[edit.aspect][chinese]
        return f"已经是{shape}了。" if chinese else f"It is {shape} already."
    if isinstance(edit, SetDuration) and edit.duration_ms != film.duration_ms:
        return changed(edit, film, chinese=chinese)
    return _LEADS.get(type(edit), _GENERAL)[chinese].format(edit=edit, film=film)
