"""An order for a new film: what a prompt says about the film, apart from what it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from t2v_studio.director.extras import parted
from t2v_studio.director.fronts import LENGTHS, unfronted
from t2v_studio.director.shots import IN_BRACKETS, lengths_ms
from t2v_studio.director.tokens import heard
from t2v_studio.director.wishes.clauses import Clause, masked, unmasked
from t2v_studio.director.wishes.measures import DURATION, aspect, duration_ms, percent

_POLITE = (
    r"^\W*(?:(?:please|now|ok|okay|hi|hello|can you|could you|would you|i want(?: you)? to|"
    r"i'd like(?: you)? to|i would like to|help me|let's|to)\s+)*"
)
_MAKE = (
    r"(?:generate|create|make|produce|render|draw|animate|build|shoot|do|give me|show me|i want|"
    r"i'd like|i would like|i need|turn|convert)"
)
_FILM = r"(?:videos?|clips?|films?|movies?|animations?|shorts?|reels?|footage)\b(?:\s+clips?\b)?"
_SOURCE = (
    r"(?:\s+(?:from|based on|for|with|using|of)\s+(?:this|the|my|these)\s+(?:[\w-]+\s+)?"
    r"(?:prompt|description|text|scene|words|idea)s?)?"
)
_OF = (
    r"(?:(?:of|about|showing|shows|that shows|explaining|that explains|introducing|where|with"
    r"|featuring|in which|for)\b|[::—-])"
)
_FRAME = re.compile(
    rf"{_POLITE}(?:{_MAKE}\s+(?:[\w-]+\s+){{0,8}}?{_FILM}{_SOURCE}\s*(?:{_OF})?"
    rf"|(?:[\w-]+\s+){{0,4}}?{_FILM}{_SOURCE}\s*(?:{_OF}))\s*",
    re.IGNORECASE,
)
"""The front of a prompt that only asks for a film: "generate a 10-second video clip of"."""

_LABEL = re.compile(
    rf"{_POLITE}(?:{_MAKE}\s+)?(?:(?:a|an|the|my|this)\s+)?(?:(?:short|written|scene|text|dataset|"
    r"two-sentence)\s+)*(?:prompt|description)s?\b(?:\s*(?:like|:)|\s+(?:of|saying)\b)?\s*",
    re.IGNORECASE,
)
_INTO = re.compile(
    rf"{_POLITE}(?:turn|convert|transform|make)\s+(?P<of>.+?)\s+into\s+(?:an?\s+)?"
    rf"(?:[\w-]+\s+){{0,4}}?{_FILM}",
    re.IGNORECASE | re.DOTALL,
)
"""A prompt that names what is seen in the middle: "turn a sunset into an animated video"."""

_VERB = re.compile(
    rf"{_POLITE}(?:generate|create|make|draw|animate|show(?: me)?|visuali[sz]e|imagine|scene:)\s+"
    r"(?:me\s+)?",
    re.IGNORECASE,
)
_ZH_MAKE = (
    r"^\W*(?:请|麻烦)?(?:帮我|给我)?(?:我想要?|我要)?(?:再|重新)?(?:生成|制作|创建|做|来|拍|画)"
    r"(?:一?[个段部条支]|一下)"
)
_ZH_FILM = r"(?:短视频|视频|短片|影片|动画|片子|小片)"
_ZH_FRONT = re.compile(rf"{_ZH_MAKE}?[^,。::]{{0,20}}?{_ZH_FILM}(?:[::,]|内容是|关于)+\s*")
_ZH_AROUND = re.compile(rf"{_ZH_MAKE}?(?:关于)?(?P<of>[^::]*?)(?:的)?{_ZH_FILM}\W*$")
_ZH_VERB = re.compile(_ZH_MAKE)
_ASKS = re.compile(
    rf"{_POLITE}{_MAKE}\b[^.]{{0,60}}?\b{_FILM}[^.]{{0,24}}?"
    r"(?:\b(?:of|about|showing|where|featuring|in which|description|prompt)\b|:)"
    r"|\b(?:new|another|different) (?:video|film|clip|movie)\b"
    rf"|{_POLITE}(?:generate|animate|imagine)\b"
    rf"|{_ZH_MAKE}(?!.{{0,3}}(?:标题|字幕|音乐|场景|镜头)).*{_ZH_FILM}",
    re.IGNORECASE,
)
ANOTHER = re.compile(
    rf"{_POLITE}(?:{_MAKE}\s+)?(?:me\s+)?(?:(?:another|one more|a similar|the same)"
    r"(?:\s+(?:one|version|take))?|(?:another|a new|one more) (?:video|film|clip|movie)(?= like))"
    r"(?:\s+(?:just )?like (?:it|this|that)(?: one)?|\s+again)?"
    r"(?=\W*$|\W+(?:but|only|just|this time|at|in)\b)"
    r"|^\W*(?:请)?(?:再|另外)?(?:做|来|生成|制作)(?:一?个|一?版|一?段)?(?:类似|一样|差不多|同样)的"
    r"(?:视频|片子|影片)?",
    re.IGNORECASE,
)
"""A wish for the film once more: "make another one like it but at night"."""

_TITLE = re.compile(
    r"[,,]?\s*(?:\b(?:and|with)\s+)?(?:\b(?:a|the)\s+)?(?:\b(?:titled?|entitled|called|named|"
    r"with the (?:words|text)|(?:title|caption|text)(?: is| of| says| saying)?)\b"
    r"|标题(?:是|为|叫)?|题为|名为|名叫|叫做?|片名(?:是|为)?)\s*[::]?\s*\ue000"
    r"(?:\s*(?:with)?in (?:(?:double|single) )?(?:quotes|quotation marks))?",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"\b(?:no|without(?: an?| any)?) (?:title|text|words|caption)s?\b"
    r"|(?:不要|没有|无|不加)(?:标题|文字|字幕)",
    re.IGNORECASE,
)
_NO_EFFECTS = re.compile(
    r"\b(?:no|without(?: any)?) (?:sound|audio|sfx)(?: effects?)?\b|\bsilent\b"
    r"|(?:不要|没有|无|不加|不用)(?:声音|音效)|静音",
    re.IGNORECASE,
)
_NO_MUSIC = re.compile(
    r"\b(?:no|without(?: an?| any)?) (?:background )?(?:music|sound(?! effects?)|audio|bgm)\b"
    r"|\bsilent\b"
    r"|(?:不要|没有|无|不加|不用)(?:背景)?(?:音乐|配乐|声音)|静音",
    re.IGNORECASE,
)
_MUSIC = re.compile(
    r"[,,]?\s*\b(?:and|with|plus|add|adding|set to)\s+(?:(?:some|a|an|the)\s+)?"
    r"(?P<en>(?:[\w-]+\s+){0,4}?)"
    r"(?:background\s+)?(?:music|soundtrack|bgm|score|beats?|song)\b"
    r"(?:\s+(?:at|with)\s+(?:volume\s+)?\d+\s*(?:%|percent))?"
    r"|[,,]?(?:并|再)?(?:配上|配|加上|加|带|用)(?P<zh>[^,,。]{0,8}?)的?(?:背景)?"
    r"(?:音乐|配乐|bgm)",
    re.IGNORECASE,
)
_FORMAT = re.compile(
    r"[,,]?\s*\b(?:(?:in|as|into|to|at)\s+)?(?:an?\s+)?"
    r"(?:\d{3,4}p|4k|8k|full hd|uhd|hd)\b(?:\s*mp4)?"
    r"|\b(?:in|as|into|to) (?:an?\s+)?(?:mp4|mov|webm|gif)\b",
    re.IGNORECASE,
)
_CHANNEL = re.compile(
    r"[,,]?\s*\b(?:for|on) (?:my |an? )?(?:tik ?tok|youtube(?: shorts?)?|instagram(?: reels?)?"
    r"|reels?|shorts)\b"
    r"|[,,]?\s*\b(?:in )?(?:vertical|portrait(?! of)|horizontal|widescreen"
    r"|(?<!times )(?<!town )(?<!city )(?<!market )square)"
    r"(?: (?:format|video|mode|orientation|aspect ratio))?\b"
    r"|[,,]?\s*\b(?:in )?\d{1,2}\s*[::]\s*\d{1,2}(?: (?:format|aspect ratio|ratio))?\b"
    r"|[,,]?\s*\b(?:verticale|horizontale|hochkant|(?:im )?(?:hoch|quer)format)\b"
    r"|(?:竖屏|横屏|竖版|横版|方形|宽屏)(?:的|视频|格式)?",
    re.IGNORECASE,
)
_OF_A_TEXT = re.compile(
    r"\b(?:est[ea]|este|deste|ce|cet|cette|diese[mnr]?|this|the following|my) (?:[\w-]+ )?"
    r"(?:texto?s?|blog|art[ií]culo|artigo|article|artikel|historia|hist[oó]ria|histoire|story"
    r"|geschichte|descripci[oó]n de producto|product description|post)\b"
    r"|(?:这|下面|以下)(?:段|篇|个)?(?:的)?(?:文字|文章|故事|文案|博客|产品介绍)",
    re.IGNORECASE,
)
"""A prompt that brings a text: "turn this blog post into a video: ..."."""
_FRONT_SIGNS, _PROSE_SIGNS = 160, 200
"""Signs in which that is said, and signs of the shortest such text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a prompt orders. Empty or None means that it does not say."""

    words: str
    """The description of what is seen, alone."""
    title: str = ""
    titled: bool = True
    duration_ms: int | None = None
    aspect: str = ""
    mood: str = ""
    volume: int | None = None
    music: bool = True
    effects: bool = True
    lengths: tuple[int, ...] = ()
    """Of the scenes in ms, where each of them says its own."""
    prose: bool = False
    """The film shall be made of a text, which is no description of it."""
    extras: tuple[str, ...] = ()
    """What the finished film shall have besides, an order each."""


def asks_for_film(message: str) -> bool:
    """Say whether a message orders a new film outright: "make a video of ..."."""
    return bool(_ASKS.search(masked(message)[0][:400]))


def read_order(message: str) -> Order:
    """Take a prompt apart: what the film is like, and what it shows."""
    text, quotes = masked(heard(message))
    title, text, quotes = _title(text, quotes)
    text, quotes, extras = parted(text, quotes)
    length = DURATION.search(text)
    music = _MUSIC.search(text)
    mood = Clause(music["en"] or music["zh"] or "").first("mood") if music else ""
    return Order(
        words=_words(text, quotes),
        title=title,
        titled=not _NO_TITLE.search(text),
        duration_ms=duration_ms(length) if length else None,
        aspect=aspect(text),
        mood=mood,
        volume=percent(text) if music else None,
        music=not _NO_MUSIC.search(text),
        effects=not _NO_EFFECTS.search(text),
        lengths=lengths_ms(_frameless(unfronted(text))),
        prose=bool(_OF_A_TEXT.search(text[:_FRONT_SIGNS])) and len(text) > _PROSE_SIGNS,
        extras=extras,
    )


def _title(text: str, quotes: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]]:
    """Return the title in quotes, and the rest without it."""
    found = _TITLE.search(text)
    if not found:
        return "", text, quotes
    at = text[: found.start()].count("\ue000")
    rest = text[: found.start()] + " " + text[found.end() :]
    return quotes[at].strip(), rest, (*quotes[:at], *quotes[at + 1 :])


def _words(text: str, quotes: tuple[str, ...]) -> str:
    text = _frameless(unfronted(text))
    for rule in (
        _NO_TITLE,
        _NO_EFFECTS,
        _NO_MUSIC,
        _MUSIC,
        _FORMAT,
        _CHANNEL,
        IN_BRACKETS,
        LENGTHS,
        DURATION,
    ):
        text = rule.sub(" ", text)
    text = re.sub(r"\s+([,.;!?])", r"\1", unmasked(text, quotes))
    return re.sub(r"^[\s,,.;::、。-]+|[\s,,;::、-]+$", "", re.sub(r"[ \t]+", " ", text))


def _frameless(text: str) -> str:
    """Drop "generate a 10-second video of" and the like from the front."""
    head, rest = text[:300], text[300:]
    if not rest and (around := _ZH_AROUND.match(head)):
        return around["of"]
    if turned := _INTO.match(head):
        head = turned["of"] + head[turned.end() :]
    for rule in (_ZH_FRONT, _FRAME, _LABEL):
        if found := rule.match(head):
            head = head[found.end() :]
    return _ZH_VERB.sub("", _VERB.sub("", head, count=1), count=1) + rest
