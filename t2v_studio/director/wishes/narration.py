"""Wishes about spoken words: narrate a text, read the captions out, louder, away with it."""

from __future__ import annotations

import re

from t2v_studio.director.edits import AddVoice, Edit, RemoveSound, SetVolume, StepVolume
from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.director.wishes.measures import percent, window
from t2v_studio.director.wishes.uploads import REFERENCES
from t2v_studio.director.wishes.wish import Context, Wish
from t2v_studio.narrators import INSTALL, narrator_for, spoken_ms

LONGEST_TEXT = 1_000
"""Signs of one text that is spoken: more than a minute."""

_ABOUT = re.compile(
    r"\b(?:voice[ -]?overs?|narrat(?:ion|or|e|ed|es|ing)|text[ -]to[ -]speech|tts|spoken"
    r"|speak(?:s|ing)?"
    r"|read (?:\S+ ){0,4}(?:aloud|out)(?: loud)?)\b|旁白|配音|朗读|念出来|念一下|解说",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?:\b(?:voice[ -]?over|narration|narrator|voice|speak|narrate)\b|旁白|配音|解说|朗读)"
    r"[^::]{0,20}?(?:[::]|\b(?:that says|saying|says|say|reading)\b|说)\s*(?P<text>[^\n]+)",
    re.IGNORECASE,
)
_CAPTIONS = re.compile(r"\bcaptions?\b|\bsubtitles?\b|字幕", re.IGNORECASE)
_TITLE = re.compile(r"\btitle\b|\bheadline\b|标题", re.IGNORECASE)
_LOUDER = re.compile(r"\blouder\b|\bup\b|大声|大一?点|调高|调大", re.IGNORECASE)
_QUIETER = re.compile(r"\b(?:quieter|softer|down)\b|小声|小一?点|调低|调小", re.IGNORECASE)
_STEP = 15


def narration(clause: Clause, context: Context) -> Wish | None:
    """Read a wish about what is spoken."""
    if not _ABOUT.search(clause.text) or REFERENCES["audio"].search(clause.text):
        return None
    there = any(one.role == "voice" for one in context.film.sounds)
    if "remove" in clause.verbs:
        return Wish((RemoveSound("voice"),)) if there else Wish(problem="no_voice")
    texts = _texts(clause, context)
    if there and not clause.quotes and (edit := _level(clause.text)):
        return Wish((edit,))
    if not texts:
        return Wish(problem="which_words")
    share = percent(clause.text)
    return _spoken(texts, 100 if share is None else min(100, share), context)


def _spoken(texts: list[tuple[int, str]], volume: int, context: Context) -> Wish:
    """Let somebody say it who is here and speaks the language, or tell that nobody is."""
    narrator = narrator_for(texts[0][1])
    if narrator is None:
        return Wish(problem="no_such_voice")
    if narrator.language not in context.voices:
        return Wish(problem="voice", detail=INSTALL)
    return Wish(
        tuple(
            AddVoice(text=text, start_ms=at, volume=volume, duration_ms=spoken_ms(text, narrator))
            for at, text in texts
        )
    )


def _texts(clause: Clause, context: Context) -> list[tuple[int, str]]:
    """Return what is to be spoken, and from when."""
    when = window(clause.text, context.film.duration_ms)
    start = when.start_ms if when else _scene_start(context)
    if clause.quotes:
        return [(start, clause.quotes[0].strip()[:LONGEST_TEXT])]
    for rule, role in ((_CAPTIONS, "caption"), (_TITLE, "title")):
        if rule.search(clause.text):
            shown = [one for one in context.film.captions if one.role == role]
            return [(one.start_ms, one.text) for one in shown]
    if found := _SAYS.search(clause.text):
        return [(start, found["text"].strip(" .。\"'")[:LONGEST_TEXT])]
    if clause.verbs & {"add"} or re.search(r"\bnarrate\b", clause.text, re.IGNORECASE):
        return _words(context)
    return []


def _words(context: Context) -> list[tuple[int, str]]:
    """Return what the scenes were described with, each where it begins."""
    clips = context.film.clips
    return [(one.start_ms, one.scene.words[:LONGEST_TEXT]) for one in clips if one.scene]


def _scene_start(context: Context) -> int:
    return context.film.clips[context.scene].start_ms if context.scene is not None else 0


def _level(text: str) -> Edit | None:
    if (share := percent(text)) is not None:
        return SetVolume(min(100, share), "voice")
    if _LOUDER.search(text):
        return StepVolume(_STEP, "voice")
    return StepVolume(-_STEP, "voice") if _QUIETER.search(text) else None
