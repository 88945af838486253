"""What a message is: talk, an edit, or a description of a new film; and the turn that follows."""

from __future__ import annotations

import re
from dataclasses import replace

from t2v_studio.director.answering import TALKS, refuse
from t2v_studio.director.cues import MOST_CUES, Cue, read_cues
from t2v_studio.director.edits import ChangeSubject, Edit, Said, Vary
from t2v_studio.director.folding import fold
from t2v_studio.director.making import has_picture, stages
from t2v_studio.director.order import ANOTHER, asks_for_film, read_order
from t2v_studio.director.project import Project, Stage, Turn
from t2v_studio.director.reading.languages import in_english
from t2v_studio.director.reading.scenes import read
from t2v_studio.director.reading.spans import spans
from t2v_studio.director.replies import speech
from t2v_studio.director.seeds import seed_of
from t2v_studio.director.talk import talk
from t2v_studio.director.tokens import heard, is_chinese
from t2v_studio.director.wishes.captions import subtitles
from t2v_studio.director.wishes.clauses import Clause, masked
from t2v_studio.director.wishes.foreign import ordered
from t2v_studio.director.wishes.numbered import scenes_of
from t2v_studio.director.wishes.scenery import INSTEAD
from t2v_studio.director.wishes.understanding import Understanding, understand, understand_all
from t2v_studio.director.wishes.uploads import ANY, REFERENCES, placed
from t2v_studio.director.wishes.wish import Context
from t2v_studio.film import Film

MAX_MESSAGE = 20_000
"""Signs of one message, as many as the API takes."""

_TOOLS = {
    "AddMusic": "add_music",
    "AddCaption": "add_title",
    "PlaceUpload": "add_media",
    "PlaceSound": "add_media",
    "AddScene": "generate_video",
    "SetSubtitles": "add_title",
    "AddVoice": "add_music",
    "PlaceLogo": "add_media",
}
"""Kind of the only edit of a turn -> the tool that makes it; everything else edits the timeline."""

_SILENT_OF_TEN = 3
"""So many of ten edits end without a word, as those of the hosted agent do."""


def direct(message: str, project: Project) -> Turn:
    """Decide what a message asks for. Pure: the same message and project give the same turn.

    Args:
        message: The user's words, English or Chinese; anything else is read as far as it goes.
        project: All edits so far, the uploads, and the user's language.

    Returns:
        The stages to commit, in order, and what to say; an edit that changes nothing is only
        talk, with nothing to commit. Nothing is raised for any text.
    """
    spoken, cues = read_cues(message[:MAX_MESSAGE])
    too_long, message = len(message) > MAX_MESSAGE, heard(message)
    chinese = is_chinese(message) or (not message.isascii() and project.language.startswith("zh"))
    film = fold(project.edits, project.uploads)
    if film.clips:
        message = ordered(message)
    if too_long:
        return refuse((("too_many_words", ""),), chinese=chinese)
    if cues:
        return _subtitled(spoken, cues, project, film, chinese=chinese)
    if said := talk(message):
        return TALKS[said](message, project, film, chinese=chinese)
    if not any(letter.isalnum() for letter in message):
        problem = "not_understood" if film.clips else "need_description"
        return refuse(((problem, message.strip()),), chinese=chinese)
    if film.clips:
        return _with_film(message, project, film, chinese=chinese)
    return _without_film(message, project, chinese=chinese)


def _with_film(message: str, project: Project, film: Film, *, chinese: bool) -> Turn:
    if found := ANOTHER.search(message):
        return _varied(message, message[found.end() :], project, film, chinese=chinese)
    if asks_for_film(message) and not _uses_uploads(message) and _shows(message):
        return _generate(message, project, chinese=chinese)
    understood = understand(message, film, project.uploads, project.voices)
    if _describes(message, understood):
        return _generate(message, project, chinese=chinese)
    if understood:
        return _edit(message, project, understood, chinese=chinese)
    return refuse((("not_understood", message.strip()),), chinese=chinese)


def _without_film(message: str, project: Project, *, chinese: bool) -> Turn:
    seen = [one for one in project.uploads if one.kind != "audio"]
    if seen and (_uses_uploads(message) or not _shows(message) or Clause(message).commands):
        return _from_uploads(message, project, chinese=chinese)
    wanted = understand(message, Film(), project.uploads, project.voices)
    orders = Clause(masked(message)[0]).commands and bool(wanted) and not asks_for_film(message)
    if _uses_uploads(message) and wanted.problems:
        return refuse(wanted.problems, chinese=chinese)
    if not _shows(message) or (orders and not _pictures(message)):
        return refuse((("need_description", ""),), chinese=chinese)
    return _generate(message, project, chinese=chinese)


def _from_uploads(message: str, project: Project, *, chinese: bool) -> Turn:
    """Make the film of what was sent, then do with it whatever else the message wants."""
    seen = [one for one in project.uploads if one.kind != "audio"]
    direct_wish = understand(message, Film(), project.uploads, project.voices)
    if any(type(edit).__name__ == "PlaceUpload" for edit in direct_wish.edits):
        return _edit(message, project, direct_wish, chinese=chinese)
    first = placed(seen[-1:], "", Context(Film(), project.uploads, message))
    film = fold(first.edits)
    rest = understand(message, film, project.uploads, project.voices)
    both = Understanding((*first.edits, *rest.edits), rest.problems, rest.notes, rest.unread)
    return _edit(message, project, both, chinese=chinese)


def _shows(message: str) -> bool:
    """Say whether the message tells of something to see."""
    return has_picture(read_order(message).words)


def _pictures(message: str) -> bool:
    """Say whether it names someone or somewhere."""
    return bool({"subjects", "place"} & set(read(read_order(message).words).said))


def _uses_uploads(message: str) -> bool:
    return any(rule.search(message) for rule in (*REFERENCES.values(), ANY))


def _describes(message: str, understood: Understanding) -> bool:
    """A description on an existing film makes a new one; an order to an editor never does."""
    if Clause(masked(message)[0]).commands or _uses_uploads(message) or _about_scene(message):
        return False
    if _of_the_cast(understood) or (understood and INSTEAD.search(message)):
        return False
    if _SPEAKS_OF_IT.search(message):
        return False
    return _pictures(message) or (not understood and _shows(message) and _known(message))


def _of_the_cast(understood: Understanding) -> bool:
    """Say whether somebody who is there shall be different: "the dog should run"."""
    return any(isinstance(edit, ChangeSubject) for edit in understood.edits)


_SPEAKS_OF_IT = re.compile(
    r"^\W*\w+(?: \w+)? (?:the|this|my) (?:video|film|clip|movie|footage|background|picture)\b"
    r"|[?？]\W*$",
    re.IGNORECASE,
)
"""Whoever asks, or does something with the film, does not describe another one."""


def _about_scene(message: str) -> bool:
    """Say whether a message speaks of a scene that is there; a script gives its scenes labels."""
    named = scenes_of(message)
    return bool(named.scenes) and not re.search(r"\d\s*[:：.\-–—]|场景.{1,2}[:：]", message)


def _known(message: str) -> bool:
    """Say whether most of the words are known: nothing is made anew of words that say nothing."""
    line = [span for span in spans(in_english(message)) if span.kind != "mark"]
    return 2 * sum(span.kind != "unknown" for span in line) >= len(line)


def _subtitled(
    spoken: str, cues: tuple[Cue, ...], project: Project, film: Film, *, chinese: bool
) -> Turn:
    """Put the subtitles of a message on the film."""
    if not film.clips:
        return refuse((("need_description", ""),), chinese=chinese)
    shown = tuple(cue for cue in cues if cue[0] < film.duration_ms)
    if not shown:
        return refuse((("outside", ""),), chinese=chinese)
    notes = ("cues_past_the_end",) * (len(shown) < len(cues))
    notes += ("many_cues",) * (len(shown) > MOST_CUES)
    wanted = Understanding((subtitles(shown[:MOST_CUES], spoken),), notes=notes)
    return _edit(spoken or "subtitles", project, wanted, chinese=chinese)


def _varied(message: str, rest: str, project: Project, film: Film, *, chinese: bool) -> Turn:
    """Make the film once more by other chance, with whatever else shall be different."""
    again = Vary(seed_of("vary", message, len(project.edits)))
    wanted = understand(rest, film, project.uploads, project.voices)
    return _edit(message, project, replace(wanted, edits=(again, *wanted.edits)), chinese=chinese)


def _generate(message: str, project: Project, *, chinese: bool) -> Turn:
    made, notes = stages(message)
    film = fold(edit for stage in made for edit in stage.edits)
    more = understand_all(read_order(message).extras, film, project.voices)
    if more.edits:
        made = (*made, Stage("update_timeline", more.edits))
    parts = ("made", message, len(project.edits))
    reply = speech.made(film, (*notes, *more.notes), chinese=chinese, parts=parts)
    missing = speech.explained(more.problems, chinese=chinese)
    return Turn(
        kind="generate", stages=made, reply=speech.joined([reply, *missing], chinese=chinese)
    )


def _edit(message: str, project: Project, wanted: Understanding, *, chinese: bool) -> Turn:
    if not wanted.edits:
        answers = {name for name, _ in wanted.problems} == {"export"}
        said = speech.refused(wanted.problems, chinese=chinese)
        return Turn(kind="answer" if answers else "refuse", reply=said)
    edits: tuple[Edit, ...] = (Said(message), *wanted.edits)
    before = fold(project.edits, project.uploads)
    film = fold((*project.edits, *edits), project.uploads)
    problems = (*wanted.problems, *(("not_understood", one) for one in wanted.unread))
    extra = [
        *speech.noted(wanted.notes, chinese=chinese),
        *speech.explained(problems, chinese=chinese),
    ]
    if film == before:
        return Turn(kind="answer", reply=speech.idle(wanted.edits, film, extra, chinese=chinese))
    parts = (message, len(project.edits))
    reply = speech.edited(wanted.edits, film, extra, chinese=chinese, parts=parts)
    silent = not extra and seed_of("silent", *parts) % 10 < _SILENT_OF_TEN
    return Turn(
        kind="edit", stages=(Stage(_tool(wanted.edits), edits),), reply=reply, silent=silent
    )


def _tool(edits: tuple[Edit, ...]) -> str:
    return (
        _TOOLS.get(type(edits[0]).__name__, "update_timeline")
        if len(edits) == 1
        else ("update_timeline")
    )
