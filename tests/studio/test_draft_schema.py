"""The draft's rules let through all that the director makes, and refuse a flood at once."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from t2v_studio.director import Project, direct, edits_from_json, edits_to_json, fold
from t2v_studio.director.edits import Edit
from t2v_studio.draft_schema import MAX_MESSAGE, fault_of
from t2v_studio.film import Film
from tests.running_studio import order

PROMPTS = (
    "A dog running through a sunny park",
    "三只猫在雨夜的东京街头跳舞, 竖屏, 20秒",
    "Mars rover, red desert, epic music, 60s, 9:16, neon style",
    "un perro corre por la playa al atardecer",
    "First a castle at dawn. Then a dragon flies over mountains. Finally, fireworks at night.",
    "10 second video of pizza, black and white, slow motion",
    "1000 birds flying, 3 hours long",
    "a dog " * (MAX_MESSAGE // 6),
    "x" * MAX_MESSAGE,
)
WISHES = (
    'add title "Hello" at the top',
    "set music to 300%",
    "make the title small and red",
    "make it vertical",
    "add lo-fi at 35%",
    "trim to 2 seconds",
    "make it 900 seconds",
    "cut from 1 to 3 seconds",
    "add a caption at the bottom: " + "y" * 5000,
    "slow motion",
    "undo",
)


def drafts(prompt: str) -> list[tuple[str, dict[str, Any]]]:
    """Return each message of a conversation with the draft that it leads to."""
    edits: tuple[Edit, ...] = ()
    found = []
    for message in (prompt, *WISHES):
        for stage in direct(message, Project(edits=edits)).stages:
            edits += stage.edits
        edits = edits_from_json(json.loads(json.dumps(edits_to_json(edits))))
        found.append((message, json.loads(json.dumps(fold(edits).to_wire()))))
    return found


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt[:20])
def test_whatever_the_director_makes_can_be_rendered(prompt: str) -> None:
    made = drafts(prompt)
    faults = {message[:30]: fault_of(order("s", draft)) for message, draft in made if draft["t"]}
    assert faults
    assert not any(faults.values()), faults


def test_a_draft_survives_the_wire() -> None:
    for _, draft in drafts(PROMPTS[0]):
        assert json.loads(json.dumps(Film.from_wire(draft).to_wire())) == draft


def test_a_film_without_pictures_is_nothing_to_render() -> None:
    _, draft = drafts(PROMPTS[0])[0]
    draft["t"] = [track for track in draft["t"] if track["tt"] != 0]
    assert fault_of(order("s", draft)) == "draft: there is no picture to render"


@pytest.mark.parametrize(
    ("path", "flood"),
    [
        (("t", 0, "sg"), [0] * 1_000_000),
        (("t",), [{}] * 1_000_000),
        (("t",), [[[]]] * 12),
        ((), {str(number): 0 for number in range(100_000)}),
    ],
    ids=["clips", "tracks", "nests", "keys"],
)
def test_a_flood_is_refused_at_once(path: tuple[str | int, ...], flood: object) -> None:
    _, draft = drafts(PROMPTS[0])[0]
    document: dict[str, Any] = {"draft": draft}
    place: Any = document
    for step in ("draft", *path)[:-1]:
        place = place[step]
    place[("draft", *path)[-1]] = flood
    started = time.process_time()
    assert fault_of({**order("s", {}), **document})
    assert time.process_time() - started < 1


def test_a_fault_names_the_place_and_never_the_words() -> None:
    _, draft = drafts(PROMPTS[0])[0]
    draft["t"][0]["sg"][0]["m"]["scene"]["place"] = "a secret"
    fault = fault_of(order("s", draft))
    assert fault == "draft/t/0/sg/0/m/scene/place: does not satisfy enum"
