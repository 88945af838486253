"""What clauses are about and what they want done: words of editing, English and Chinese."""

from __future__ import annotations

import re

_VERBS = {
    "add": "add put insert include overlay place write attach give have play show apply"
           " 加 添 插入 配 写上 放上 放一 来点 来段 来一 打上",
    "change": "change set make turn switch convert update rename replace edit modify use move shift"
              " swap adjust retitle call name let get try go reformat resize crop put say"
              " 改 换 变 设 调 移 替 做成 转 用 弄 把 让 挪",
    "remove": "remove delete drop erase strip mute silence disable hide clear kill lose without no"
              " take_out take_away take_off get_rid_of turn_off cut_out cut_the_music don't_want"
              " do_not_want not_any stop_the_music"
              " 去掉 删 移除 关掉 关闭 不要 取消 静音 去除 拿掉 别放 停掉",
    "louder": "louder increase raise turn_up boost up 大声 调高 调大 响一点 大一点 大点 高一点",
    "quieter": "quieter softer lower decrease reduce turn_down down soften"
               " 小声 调低 调小 轻一点 小一点 小点 低一点 降低",
    "trim": "trim cut shorten chop slice shave crop_off 剪 裁 截 缩短",
    "shorter": "shorter shorten 缩短 短一点 短点 短一些",
    "longer": "longer extend lengthen prolong stretch 延长 加长 长一点 长点 长一些",
    "arrange": "split duplicate copy clone repeat reverse swap exchange"
               " 拆分 拆成 分割 复制 重复 交换 对调 调换 倒放",
    "finish": "fade_in fade_out crossfade cross-fade dissolve wipe brighten darken saturate"
              " mirror flip rotate blur stabilize upscale sharpen zoom_in zoom_out"
              " desaturate speed_up speed_it speed_the slow_down slow_it slow_the play_it"
              " play_the narrate read_the read_it read_out speak"
              " 淡入 淡出 叠化 调亮 调暗 调色 加速 减速 放慢 加快 倍速 旁白 配音 朗读 念",
    "replace": "replace swap change turn switch 替换 换成 改成 换 变成",
}  # fmt: skip

_TOPICS = {
    "title": "title headline heading text words wording lettering 标题 题目 文字 片名 字样",
    "caption": "caption captions subtitle subtitles lower_third 字幕",
    "music": "music bgm soundtrack song tune score audio sound volume melody beat beats"
             " 音乐 配乐 bgm 歌 音量 声音 音轨 背景音 曲子",
    "film": "video film movie clip length duration runtime it 视频 影片 短片 片子 时长 长度 总长",
    "style": "style look art_style theme 风格 画风",
    "scene": "background scene place setting weather camera sky backdrop"
             " 背景 场景 地点 天气 镜头 画面",
    "part": "logo watermark narration voice-over voiceover subtitles speed brightness contrast"
            " saturation transition transitions 水印 标志 旁白 配音 速度 亮度 对比度 饱和度 转场",
    "track": "track tracks layer 轨道 轨",
}  # fmt: skip

_OPENING = (
    r"^(?:\W*(?:(?:please|pls|now|and|also|then|but|just|ok|okay|so|hey|hi|next|could you|can you|"
    r"would you|will you|can we|could we|i want you to|i'd like you to|i would like you to|let's|"
    r"i want to|i'd like to|i would like to|i want|i'd like|go ahead and)\b|"
    r"请|麻烦|帮我|帮忙|现在|然后|再|还有|另外|接着|并且|并|顺便|能不能|可以|给我|给视频|给片子|给影片|"
    r"给它|在视频里|在视频中|在片子里)){0,8}\W*"
)
"""Polite words before an order. Each gap has one owner, so that a mismatch costs linear time."""


def _rule(words: str) -> str:
    latin = [word.replace("_", " ") for word in words.split() if word.isascii()]
    signs = [word for word in words.split() if not word.isascii()]
    return "|".join([rf"\b(?:{'|'.join(map(re.escape, latin))})\b", *signs])


VERBS = {name: re.compile(_rule(words), re.IGNORECASE) for name, words in _VERBS.items()}
TOPICS = {name: re.compile(_rule(words), re.IGNORECASE) for name, words in _TOPICS.items()}

_COMMANDS = " ".join(words for name, words in _VERBS.items() if name != "film")
COMMAND = re.compile(_OPENING + rf"(?:{_rule(_COMMANDS)})", re.IGNORECASE)
"""A text that begins as an order to an editor."""

_PARTS = ("title", "caption", "music", "style", "part")
ABOUT = re.compile(
    _OPENING + r"(?:the |a |an |my |this |its |some )?(?:[\w-]+ )?"
    rf"(?:{_rule(' '.join(_TOPICS[name] for name in _PARTS))})",
    re.IGNORECASE,
)
"""A text that begins with a part of a film: "music louder", "the title at the bottom"."""
