"""Wishes about titles and captions: add, change, time, place, colour, remove."""

from __future__ import annotations

import re

from t2v_studio.director.cues import Cue, told_cues
from t2v_studio.director.edits import AddCaption, ChangeCaption, RemoveCaption, SetSubtitles
from t2v_studio.director.edits.words import Which, chosen
from t2v_studio.director.titles import title_of
from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.director.wishes.measures import DURATION, Window, duration_ms, window
from t2v_studio.director.wishes.wish import Context, Wish

TITLE_MS = 3_000
"""How long a title stands when nobody says."""

LONGEST_TEXT = 200
"""Signs of a caption that a picture holds."""

_POSITIONS = {
    "lower third": r"\blower[ -]third\b|下三分之一|左下",
    "top": r"\b(?:top|upper|above)\b|顶部|上方|上面|最上|顶上",
    "bottom": r"\b(?:bottom|lower|below|underneath)\b|底部|下方|下面|最下|底下",
    "center": r"\b(?:center|centre|middle|centered|centred)\b|中间|中央|居中|正中",
}
_SIZES = {
    "large": r"\b(?:bigger|larger|big|large|huge)\b|大一点|大字|更大|放大|大些",
    "small": r"\b(?:smaller|small|tiny)\b|小一点|小字|更小|缩小|小些",
}
_WEIGHTS = {
    "semibold": r"\bsemi-?bold\b|\bmedium weight\b|中等粗细|半粗",
    "regular": r"\b(?:thin|thinner|slim|regular|not (?:so )?bold|less bold)\b"
    r"|\blight(?:er)?\b(?! *(?:red|orange|yellow|green|blue|purple|pink|gr[ae]y))"
    r"|细体|细一点|变细|更细|不加粗|不要加粗|常规",
    "bold": r"\b(?:bold|bolder|heavier|fat|thick|thicker)\b|加粗|粗体|粗一点|更粗",
}
"""Weight of the letters -> how it is said; the first that fits counts."""
_COLOURS = frozenset(
    {"red", "orange", "yellow", "green", "blue", "purple", "pink", "black", "white", "gold"}
)

_SAYS = re.compile(
    r"(?:\b(?:title|captions?|text|headline|heading|subtitles?|words)\b|标题|字幕|文字|题目|片名)"
    r"[^::]{0,24}?(?:[::]|\b(?:to|that says|saying|says|say|reading|reads|called|is|as|of)\b"
    r"|改成|改为|换成|设为|写着|叫做|叫|为|是|写)\s*(?P<text>[^,。;;\n]+)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\b(?:add|put|insert|write)\s+(?:a |an |the |some )?"
    r"(?:title|caption|text|headline|subtitle)\s+"
    r"(?P<text>(?!(?:at|in|on|to|for|from|with|that|please|during|over|and)\b)[^,.;\n]+)"
    r"|加(?:一?个|上)?(?:标题|字幕|文字)\s*(?P<zh>[^,。;;\n在]+)",
    re.IGNORECASE,
)
_DANGLING = re.compile(r"\s+(?:for|in|at|on)\s*$", re.IGNORECASE)
_EDGES = re.compile(r"^[\s.\"']+|[\s.!。!\"']+$")
_NO_TEXT = re.compile(
    r"^(?:the |at |in |on )?(?:(?:very )?(?:top|bottom|center|centre|middle|end|start|beginning|"
    r"bigger|larger|smaller|(?:semi-?)?bold(?:er)?|thin(?:ner)?|light(?:er)?|regular|lower third|"
    r"red|blue|yellow|green|white|black|orange|pink|purple|gold)\b.*)$"
    r"|^(?:from|between|first|last|\d).*$|^.{0,3}(?:色|方|部|大|小|间|头|尾|粗|细).{0,3}$",
    re.IGNORECASE,
)


def captions(clause: Clause, context: Context) -> Wish | None:
    """Read a wish about words on the picture."""
    about = clause.topics & {"title", "caption"}
    if not about and not (clause.quotes and clause.verbs & {"add", "change"}):
        return None
    if "title" in about and re.search(_POSITIONS["lower third"], clause.text, re.IGNORECASE):
        about = frozenset(
            {"title"}
        )  # a lower third is a place then, and not the words that stand there
    which: Which = "caption" if "caption" in about else ("title" if about else "any")
    there = bool(chosen(context.film, which))
    if not (there or _removes(clause) or "add" in clause.verbs) and chosen(context.film, "any"):
        which, there = "any", True  # there is one text only, whatever it is called
    old = _old(clause, context)
    if _removes(clause):
        return Wish((RemoveCaption(which, old),)) if there else Wish(problem=f"no_{_named(which)}")
    text, rest = _text(clause, old)
    when = window(rest, context.film.duration_ms) or _of_the_scene(context)
    adds = "add" in clause.verbs and not clause.inherited
    if there and not (text and adds) and not (adds and _SUBTITLES.search(clause.text)):
        return _change(which, text, rest, when, context, old)
    if which == "caption" and not text and when is None:
        return _told(rest, context)
    return _add(which, text, rest, when, context)


_SUBTITLES = re.compile(r"\bsubtitles\b|\bcaptions\b|字幕", re.IGNORECASE)


def _old(clause: Clause, context: Context) -> str:
    """Return which of the words that are there a clause quotes: change "A" to "B"."""
    there = {one.text for one in context.film.captions}
    removes = clause.verbs & {"remove"}
    quoted = clause.quotes[:1] if removes or len(clause.quotes) > 1 else ()
    return next((one.strip() for one in quoted if one.strip() in there), "")


def _of_the_scene(context: Context) -> Window | None:
    if context.scene is None:
        return None
    clip = context.film.clips[context.scene]
    return Window(clip.start_ms, clip.end_ms, "")


def _told(rest: str, context: Context) -> Wish:
    """Subtitles that tell the prompt, scene by scene."""
    cues = told_cues(context.film.clips)
    return Wish((subtitles(cues, rest),)) if cues else Wish(problem="which_title")


def subtitles(cues: tuple[Cue, ...], said: str) -> SetSubtitles:
    """Return subtitles in the look that a text asks for."""
    return SetSubtitles(
        cues,
        position=_member(_POSITIONS, said) or "bottom",
        size=_member(_SIZES, said) or "small",
        colour=_colour(said) or "white",
    )


def _removes(clause: Clause) -> bool:
    off = re.search(r"\boff\W*$", clause.text, re.IGNORECASE)
    return bool("remove" in clause.verbs or off) and not (
        clause.quotes and "change" in clause.verbs
    )


def _named(which: Which) -> str:
    return "caption" if which == "caption" else "title"


def _text(clause: Clause, old: str) -> tuple[str, str]:
    """Return the words to show, and the clause without them."""
    if new := clause.quotes[bool(old) :]:
        return new[0].strip(), clause.text
    for rule in () if clause.inherited else (_SAYS, _BARE):
        if found := rule.search(clause.text):
            text = next(group for group in found.groups() if group)
            if (said := window(text, 10_000)) and said.said != text:
                text = text.replace(said.said, "")
            text = re.sub(
                r"\s+(?:for|in|at|on)\s*$", "", re.sub(r"^[\s.\"']+|[\s.!。!\"']+$", "", text)
            ).strip()
            if text and not _NO_TEXT.match(text):
                return text[:LONGEST_TEXT], clause.text.replace(text, "")
    return "", clause.text


def _add(which: Which, text: str, rest: str, when: Window | None, context: Context) -> Wish:
    film, small = context.film, which == "caption"
    text = (text or (context.words if small else title_of(context.words)) or film.name).strip()
    when = when or _lasting(rest, film.duration_ms if small else TITLE_MS)
    place = _member(_POSITIONS, rest) or ("bottom" if small else place_of_titles(film.style))
    edit = AddCaption(
        text=text[:LONGEST_TEXT],
        role="caption" if small else "title",
        start_ms=min(when.start_ms, max(0, film.duration_ms - 1)),
        end_ms=min(when.end_ms, film.duration_ms),
        position=place,
        size=_member(_SIZES, rest) or ("small" if small else size_of_titles(place)),
        weight=_member(_WEIGHTS, rest) or "bold",
        colour=_colour(rest) or "white",
    )
    return Wish((edit,), notes=_past_the_end(when, film.duration_ms))


def _change(  # noqa: PLR0913, PLR0917 - all that a clause can say of words
    which: Which, text: str, rest: str, when: Window | None, context: Context, old: str
) -> Wish:
    if when is None and (found := DURATION.search(rest)):
        start = context.film.captions[chosen(context.film, which, old)[0]].start_ms
        when = Window(start, start + duration_ms(found), found[0])
    edit = ChangeCaption(
        which=which,
        text=text[:LONGEST_TEXT],
        start_ms=when.start_ms if when else None,
        end_ms=when.end_ms if when else None,
        position=_member(_POSITIONS, rest),
        size=_member(_SIZES, rest),
        weight=_member(_WEIGHTS, rest),
        colour=_colour(rest),
        old=old,
        every=which == "caption" and not (text or when),
    )
    if edit == ChangeCaption(which=which, old=old, every=edit.every):
        return Wish(problem="which_title")
    return Wish((edit,), notes=_past_the_end(when, context.film.duration_ms))


def place_of_titles(style: str) -> str:
    """Return where titles stand in films of a style when nobody says."""
    return "lower third" if style == "cinematic" else "top"


def size_of_titles(position: str) -> str:
    """Return how large titles are at a place: a lower third must not cover who is there."""
    return "normal" if position == "lower third" else "large"


def _lasting(rest: str, default_ms: int) -> Window:
    found = DURATION.search(rest)
    return Window(0, duration_ms(found) if found else default_ms, "")


def _past_the_end(when: Window | None, film_ms: int) -> tuple[str, ...]:
    return ("past_the_end",) if when and when.end_ms > film_ms + 999 else ()


def _member(table: dict[str, str], text: str) -> str:
    return next((name for name, rule in table.items() if re.search(rule, text, re.IGNORECASE)), "")


def _colour(text: str) -> str:
    colour = Clause(text).first("colour")
    return colour if colour in _COLOURS else ""
