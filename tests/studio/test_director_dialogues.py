"""Conversations, kept as files: after every message the film must be the one written down."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from t2v_studio.director import Project, Turn, Upload, direct, edits_from_json, edits_to_json, fold
from t2v_studio.film import Caption, Clip, Film, Overlay, Sound
from t2v_studio.finish import CUT, PLAIN, Grade

FOLDER = Path(__file__).parent / "dialogues"

UPLOADS = {
    "photo": Upload(id="photo", name="beach.jpg", kind="image", width=3000, height=4000),
    "clip": Upload(
        id="clip", name="trip.mp4", kind="video", duration_ms=8_000, width=1920, height=1080
    ),
    "logo": Upload(id="logo", name="logo.png", kind="image", width=400, height=400),
    "song": Upload(id="song", name="song.mp3", kind="audio", duration_ms=30_000),
    "beep": Upload(id="beep", name="beep.wav", kind="audio", duration_ms=1_000),
}

VOICES = {"english-voice": "en", "chinese-voice": "zh"}


def dialogues() -> Iterator[tuple[str, list[str]]]:
    """Every conversation with its name: a file holds one, or several below their titles."""
    for path in sorted(FOLDER.glob("*.txt")):
        titled = re.split(r"(?m)^# ", path.read_text(encoding="utf-8"))
        for number, text in enumerate(filter(None, titled)):
            yield f"{path.stem}-{number}", text.splitlines()


DIALOGUES = dict(dialogues())


@pytest.mark.parametrize("name", DIALOGUES)
def test_a_dialogue_leads_to_the_film_that_is_written_down(name: str) -> None:
    written = DIALOGUES[name]
    assert "\n".join(played(written)) == "\n".join(written)


def test_there_are_dialogues_and_each_has_turns() -> None:
    assert len(DIALOGUES) >= 75
    turns = [sum(line.startswith(">") for line in written) for written in DIALOGUES.values()]
    assert min(turns) >= 3
    assert any("一" in line for written in DIALOGUES.values() for line in written)


def played(written: list[str]) -> Iterator[str]:
    """Hold the conversation of a file, and yield the file as it should be."""
    project = Project()
    for line in written:
        if line.startswith("="):
            continue
        yield line
        if line.startswith("@"):
            names = line[1:].split()
            uploads = tuple(UPLOADS[name] for name in names if name in UPLOADS)
            voices = tuple(VOICES[name] for name in names if name in VOICES)
            project = replace(project, uploads=uploads, voices=voices)
        elif line.startswith(">"):
            turn = direct(line[1:].strip().replace("\\n", "\n"), project)
            project = after(project, turn)
            yield f"= {turn.kind} | {shown(fold(project.edits, project.uploads))}"


def after(project: Project, turn: Turn) -> Project:
    """The project once the turn's stages are committed, by way of JSON as a server keeps them."""
    made = [edit for stage in turn.stages for edit in stage.edits]
    kept = json.loads(json.dumps(edits_to_json([*project.edits, *made])))
    return replace(project, edits=edits_from_json(kept))


def shown(film: Film) -> str:
    parts = (
        f"{film.duration_ms / 1000:g}s {film.aspect} {film.style}",
        " ".join(map(clip, film.clips)),
        " ".join(map(sound, film.sounds)),
        " ".join(map(caption, film.captions)),
    )
    finish = " ".join(finished(film))
    return " | ".join([*(part or "-" for part in parts), *([finish] if finish else [])])


def finished(film: Film) -> Iterator[str]:
    """What lies upon the film as a whole, where it is not as usual."""
    for one in film.overlays:
        yield f"{one.name}({when(one)},{one.corner},{one.opacity}%,{one.size}%)"
    if film.grade != PLAIN:
        yield graded(film.grade)
    if film.fade_out_ms:
        yield f"fade-out {film.fade_out_ms / 1000:g}"
    if film.effects != Film().effects:
        yield f"effects {film.effects}%"
    if film.fps != Film().fps:
        yield f"{film.fps}fps"


def graded(grade: Grade) -> str:
    told = (f"{name}{by:+d}" for name, by in asdict(grade).items() if by)
    return f"<{','.join(told)}>"


def clip(one: Clip) -> str:
    source = f"[{one.asset}]" if one.asset else ""
    offset = f"+{one.offset_ms / 1000:g}" if one.offset_ms else ""
    drawn = ""
    if one.scene:
        who = "+".join(subject.name for subject in one.scene.subjects) or "nobody"
        drawn = f"{{{who} {one.scene.place} {one.scene.time} {one.scene.weather}}}"
    speed = f"x{one.speed / 100:g}" if one.speed != 100 else ""
    volume = f"!{one.volume}" if one.volume else ""
    way = f"~{one.transition.kind}{one.transition.ms / 1000:g}" if one.transition != CUT else ""
    colours = graded(one.grade) if one.grade != PLAIN else ""
    return f"{one.name}{source}{drawn}({when(one)}){offset}{speed}{volume}{way}{colours}"


def sound(one: Sound) -> str:
    role = "" if one.role == "music" else f"{one.role}:"
    return f"{role}{one.mood or one.name}({when(one)},{one.volume})"


def caption(one: Caption) -> str:
    usual = {"title", "top", "large", "bold", "white"}
    other = [
        word
        for word in (one.role, one.position, one.size, one.weight, one.colour)
        if word not in usual
    ]
    return f'"{one.text}"({",".join([when(one), *other])})'


def when(one: Clip | Sound | Caption | Overlay) -> str:
    return f"{one.start_ms / 1000:g}-{(one.start_ms + one.duration_ms) / 1000:g}"
