"""Wishes that this studio cannot fulfil: recognised, so that they are refused by name."""

from __future__ import annotations

import re

from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.director.wishes.wish import Context, Wish

_RULES = {
    "lips": r"\blip[ -]?sync\w*\b|\bsing\b|口型|唱歌",
    "overlay": r"\b(?:stickers?|emojis?|green ?screen|chroma ?key)\b|贴纸|绿幕|抠像",
    "effect": r"^\W*(?:please )?(?:mirror|flip|rotate|blur|stabili[sz]e|upscale|denoise|sharpen)\b"
    r"|(?:镜像|翻转|旋转|模糊|虚化|防抖)(?:画面|视频|背景|一下)?",
    "mix": r"\bbalance\b|\bequali[sz]er?\b|平衡|均衡",
    "order": r"\b(?:reorder|rearrange)\b|重新排序|重新排列",
    "resolution": r"\b(?:8k|16k)\b|\d{4,5} ?x ?\d{4,5}\b",
    "subtitle_file": r"\S\.(?:srt|vtt)\b|\b(?:srt|vtt|subtitle) file\b|字幕文件",
    "video_track": r"\b(?:remove|delete|hide)\b.{0,12}\bvideo(?: track)?\s*$|删除?(?:视频轨|画面)",
    "export": r"^\W*(?:please )?(?:export|download|render|save)"
    r"(?: (?:it|this|that|the|my|video|film|clip|movie|file|result|now|please|as|in|to|an?|mp4|mov"
    r"|webm|gif|\d{3,4}p|hd|4k))*\W*$"
    r"|^\W*(?:请)?(?:导出|下载|保存)(?:视频|影片|文件|成片|一下|它)*\W*$",
}
RULES = {name: re.compile(rule, re.IGNORECASE) for name, rule in _RULES.items()}
"""Problem -> what asks for it; each is a row of the reply table."""


def impossible(clause: Clause, context: Context) -> Wish | None:
    """Read a wish that has to be refused."""
    if not (clause.verbs or clause.commands or len(clause.spans) <= 6):
        return None
    if context.scenes and RULES["order"].search(clause.text):
        return None  # which scenes is said, so something can be done
    problem = next((name for name, rule in RULES.items() if rule.search(clause.text)), "")
    return Wish(problem=problem) if problem else None
