"""Names of what a scene holds, in English and Chinese: what is told of a picture."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from t2v_studio.director.lexicon import actions, camera, looks, places, sky
from t2v_studio.director.lexicon.rows import rows
from t2v_studio.scene import Scene, Subject

_LISTS = {
    "place": places.PLACES,
    "time": sky.TIMES,
    "weather": sky.WEATHERS,
    "season": sky.SEASONS,
    "action": actions.ACTIONS,
    "camera": camera.CAMERAS,
    "pace": camera.PACES,
    "style": looks.STYLES,
    "mood": looks.MOODS,
    "colour": looks.COLOURS,
}
_LOOKS = {
    "top": "上方", "bottom": "下方", "center": "居中", "large": "大字", "small": "小字",
    "lower third": "左下方", "bold": "粗体", "semibold": "中粗", "regular": "细体",
}  # fmt: skip

_USUAL = frozenset({"", "day", "clear", "normal", "still", "push in", "follow"})
"""What needs no telling."""


@cache
def _chinese_names() -> dict[tuple[str, str], str]:
    """The first Chinese alias of every key."""
    found: dict[tuple[str, str], str] = {("look", key): name for key, name in _LOOKS.items()}
    for kind, text in _LISTS.items():
        for row in rows(text):
            name = next((alias for alias in row.aliases if not alias.isascii()), row.key)
            found.setdefault((kind, row.key), name)
    return found


def name_of(kind: str, key: str, *, chinese: bool) -> str:
    """Return what a key of a kind is called."""
    return _chinese_names().get((kind, key), key) if chinese else key


def quoted(text: str, *, chinese: bool) -> str:
    """Return words in quotation marks."""
    return f"“{text}”" if chinese else f'"{text}"'


def subject_words(subject: Subject) -> str:
    """Return a subject in the user's words, or in ours."""
    return subject.words or subject.name


def describe_scene(scene: Scene, *, chinese: bool) -> str:
    """Return what a scene shows, in a line: subjects with what they do, then the setting."""
    told = [
        *(_subject(one, chinese=chinese) for one in scene.subjects),
        *_setting(scene, chinese=chinese),
    ]
    return ("、" if chinese else ", ").join(told)


def _subject(subject: Subject, *, chinese: bool) -> str:
    deed = subject.action if subject.action not in {"stand", "burn", "bloom"} else ""
    words = subject_words(subject)
    if chinese:
        return words + (f"({name_of('action', deed, chinese=True)})" if deed else "")
    riding = f" on the {subject.on}" if subject.on else ""
    return words + (f" ({deed}{riding})" if deed else "")


def _setting(scene: Scene, *, chinese: bool) -> Iterator[str]:
    if scene.place == "abstract" and not scene.subjects:
        yield "用文字表现的抽象画面" if chinese else "your words on an abstract picture"
    else:
        yield name_of("place", scene.place, chinese=chinese)
    for kind in ("time", "weather", "season", "camera", "pace"):
        if (value := getattr(scene, kind)) not in _USUAL:
            yield name_of(kind, value, chinese=chinese)
    if scene.style != "illustrated":
        yield name_of("style", scene.style, chinese=chinese)
