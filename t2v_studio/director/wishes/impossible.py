"""Wishes that this studio cannot fulfil: recognised, so that they are refused by name."""

from __future__ import annotations

import re

from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.director.wishes.wish import Context, Wish

_RULES = {
    "voice": r"\b(?:voice[ -]?overs?|narrat(?:ion|or|e)"
    r"|speak|spoken|text to speech|tts|lip ?sync)\b"
    r"|旁白|配音|朗读|念出来",
    "transition": r"\b(?:transitions?|cross ?(?:fade|dissolve)|fade (?:in|out)|wipe)\b"
    r"|转场|淡入|淡出",
    "speed": r"\b(?:speed (?:it )?up|slow (?:it )?down|\d(?:\.\d)?x speed|reverse|backwards)\b"
    r"|加速|减速|倍速|倒放",
    "grade": r"\b(?:colou?r grad\w*|brightness|contrast|saturation|sepia|lut|warmer|colder|"
    r"brighter|darker|white balance|filter|vivid colou?rs)\b"
    r"|调色|亮度|对比度|饱和度|滤镜|白平衡|色温",
    "overlay": r"\b(?:logo|watermark|sticker|emoji|picture in picture|pip|green screen)\b"
    r"|水印|贴纸|画中画|标志|logo",
    "mix": r"\bbalance\b|\bduck(?:ing)\b|\bequali[sz]er?\b|平衡|均衡",
    "order": r"\b(?:reorder|rearrange|split|duplicate)\b|拆分|分割|调换顺序|复制",
    "resolution": r"\b(?:8k|16k|\d{3,} ?fps|60 ?fps)\b",
    "subtitle_file": r"\.srt\b|\bsrt\b|\bsubtitle file\b|字幕文件",
    "video_track": r"\b(?:remove|delete|hide)\b.{0,12}\bvideo(?: track)?\s*$|删除?(?:视频轨|画面)",
    "export": r"^\W*(?:please )?(?:export|download|render|save)"
    r"(?: (?:it|this|that|the|my|video|film|clip|movie|file|result|now|please|as|in|to|an?|mp4|mov"
    r"|\d{3,4}p|hd|4k))*\W*$"
    r"|^\W*(?:请)?(?:导出|下载|保存)(?:视频|影片|文件|成片|一下|它)*\W*$",
}
RULES = {name: re.compile(rule, re.IGNORECASE) for name, rule in _RULES.items()}
"""Problem -> what asks for it; each is a row of the reply table."""

_TRACK = re.compile(
    r"\btrack (?:no\.? ?|number )?(\d)\b|第?([一二三123])(?:条|个)?轨道?", re.IGNORECASE
)


def impossible(clause: Clause, context: Context) -> Wish | None:
    """Read a wish that has to be refused."""
    del context
    if not (clause.verbs or clause.commands or len(clause.spans) <= 6):
        return None
    hits = (name for name, rule in RULES.items() if rule.search(clause.text))
    spoken = clause.topics & {"music", "title", "caption"}
    problem = next((name for name in hits if not (spoken and name == "grade")), "")
    return Wish(problem=problem) if problem else None


def numbered_track(clause: Clause) -> str:
    """Return what a clause means by "track 2", in the words of the timeline's own order."""
    found = _TRACK.search(clause.text)
    if not found:
        return ""
    place = {"一": "1", "二": "2", "三": "3"}.get(found[2] or "", found[1] or found[2])
    return {"1": "video", "2": "music", "3": "title"}.get(place, "")
