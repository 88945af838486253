"""A prompt made into the stages of a film: the video first, then music, then a title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from t2v_studio.director.edits import AddCaption, AddMusic, MakeFilm, Said, SetEffects
from t2v_studio.director.extras import too_fine
from t2v_studio.director.order import Order, read_order
from t2v_studio.director.project import Stage
from t2v_studio.director.reading.scenes import Reading, read
from t2v_studio.director.reading.spans import spans
from t2v_studio.director.seeds import seed_of
from t2v_studio.director.shots import MOST_SCENES, is_script, parts, told
from t2v_studio.director.timeline import LONGEST_MS, SHORTEST_MS
from t2v_studio.director.titles import title_of
from t2v_studio.director.wishes.captions import (
    LONGEST_TEXT,
    TITLE_MS,
    place_of_titles,
    size_of_titles,
)
from t2v_studio.director.wishes.music import DEFAULT_VOLUME

DEFAULT_MS, SCENE_MS = 10_000, 5_000
"""Length of a film of one scene, and of each scene of more."""

_PRONOUNS = frozenset(["it", "he", "she", "they", "它", "他", "她", "它们", "他们", "她们"])


def readings(words: str, seed: int, *, prose: bool = False) -> tuple[Reading, ...]:
    """Read a description into one scene, or into several when it tells of several.

    Args:
        words: The description alone.
        seed: What the chance in the pictures depends on.
        prose: It is a text that a film is made of, and no description of pictures.
    """
    shots = _told(words) if prose or is_script(words) else _shots(words)
    whole = read(words, seed)
    if len(shots) < 2:
        return (whole,)
    return tuple(_of_one_film(read(shot, seed + i), whole) for i, shot in enumerate(shots))


def _told(words: str) -> Sequence[str]:
    """The scenes of a script or of a text; each has its own, also where nothing can be drawn."""
    return parts(words) if is_script(words) else told(words)


def _shots(words: str) -> Sequence[str]:
    """The scenes of a description: what shows nothing by itself belongs to the one before."""
    shots: list[str] = []
    for part in parts(words):
        own = {"subjects", "place"} & set(read(part).said)
        if shots and not own:
            shots[-1] += f", {part}"
        else:
            shots.append(_continued(part, shots[-1]) if shots else part)
    return shots


def _continued(part: str, before: str) -> str:
    """Name who goes on doing something: "then sleeps in a meadow" is about the fox before it."""
    first = next((span for span in spans(part) if span.kind != "mark"), None)
    doers = read(before).scene.subjects
    if first is None or not doers:
        return part
    if first.text.lower() in _PRONOUNS:
        part = part.removeprefix(first.text).lstrip()
    elif first.kind != "action":
        return part
    return f"{doers[0].words}{'' if first.sign else ' '}{part}"


def _of_one_film(shot: Reading, whole: Reading) -> Reading:
    """The shots of a film share its style, and its mood where they name none."""
    scene = replace(shot.scene, style=whole.scene.style, mood=whole.scene.mood)
    return replace(shot, scene=scene)


def has_picture(words: str) -> bool:
    """Say whether a description tells of anything to show."""
    found = read(words)
    told = {"subjects", "place", "time", "weather"} & set(found.said)
    return bool(told or found.left_out or found.scene.not_drawn)


def asked_ms(order: Order, scenes: int) -> int:
    """Return how long a film of so many scenes shall be: as its scenes say, it says, or usual."""
    if len(order.lengths) == scenes:
        return sum(order.lengths)
    return order.duration_ms or max(DEFAULT_MS * (scenes == 1), SCENE_MS * scenes)


def stages(message: str) -> tuple[tuple[Stage, ...], tuple[str, ...]]:
    """Return the stages of a film made from a prompt, and the notes that go with them."""
    order, seed = read_order(message), seed_of("film", message)
    shots = readings(order.words, seed, prose=order.prose)
    asked = asked_ms(order, len(shots))
    length = max(SHORTEST_MS, min(asked, LONGEST_MS))
    made = MakeFilm(
        name=order.title or title_of(order.words) or "Untitled",
        scenes=tuple(shot.scene for shot in shots),
        duration_ms=length,
        lengths=order.lengths,
        aspect=order.aspect or "16:9",
        style=shots[0].scene.style,
    )
    notes = ("longest",) * (asked > length) + ("shortest",) * (asked < length)
    notes += ("long_text",) * (any(shot.cut for shot in shots) or len(shots) == MOST_SCENES)
    notes += ("finest",) * too_fine(message)
    notes += ("language",) * (not any(shot.said for shot in shots))
    return tuple(_stages(message, order, made, seed)), notes


def _stages(message: str, order: Order, made: MakeFilm, seed: int) -> Iterator[Stage]:
    silent = () if order.effects else (SetEffects(0),)
    yield Stage("generate_video", (Said(message), made, *silent))
    if order.music:
        music = AddMusic(
            mood=order.mood or made.scenes[0].mood,
            seed=seed,
            volume=DEFAULT_VOLUME if order.volume is None else min(100, order.volume),
        )
        yield Stage("add_music", (music,))
    if order.titled:
        text = made.name[:LONGEST_TEXT]
        title = AddCaption(
            text=text,
            start_ms=0,
            end_ms=min(TITLE_MS, made.duration_ms),
            position=(place := place_of_titles(made.style)),
            size=size_of_titles(place),
        )
        yield Stage("add_title", (title,))
