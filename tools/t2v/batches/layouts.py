"""How files and folders are called, so that the tools of a benchmark find them.

VBench looks for `{prompt}-{0..4}.mp4` in a folder that holds nothing else (`vbench` 0.1.5,
`build_full_info_json`). EvalCrafter reads `videos/0000.mp4` in the order of its list, and
T2V-CompBench `video/<class>/0001.mp4`, as their READMEs say; Kaggle wants ids and a
`submission.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from t2v.batches import names


class Place(NamedTuple):
    """What a file's name is made from.

    `numbered` says that the row had no id of its own. `n` counts rows from 0, `in_class` those of
    a class; rows that cannot be used count, too, since benchmarks know their prompts by the place
    in the list.
    """

    id: str
    prompt: str
    sample: int
    samples: int
    n: int
    numbered: bool
    category: str
    in_class: int


class Layout(NamedTuple):
    """One row. `samples` is how many videos of a prompt the benchmark looks for."""

    name: str
    path: Callable[[Place], str]
    samples: int = 1
    by: str = "id"
    """What names follow from: an id, a prompt (then two rows with one prompt are one file), or the
    order."""
    table: str = ""
    """The table of names that is written beside: its file's name."""


_CLASSES = {
    "consistent_attribute_binding": "consistent_attr",
    "dynamic_attribute_binding": "dynamic_attr",
    "spatial_relationships": "spatial_relationship",
    "object_interactions": "interaction",
    "generative_numeracy": "numeracy",
}
"""T2V-CompBench's metadata and its prompts call some classes differently; folders as the latter."""


@lru_cache(maxsize=1000)
def class_of(name: str) -> str:
    """Return the folder of a class: a category as given, or the name of the benchmark's file."""
    plain = re.sub(r"^\d+[_-]", "", name.strip().lower())
    folder = re.sub(r"[^\w-]+", "_", plain).strip("_")[:60] or "videos"
    return _CLASSES.get(folder, folder)


def _numbered(stem: str, place: Place) -> str:
    return stem if place.samples == 1 else f"{stem}-{place.sample}"


def _flat(place: Place) -> str:
    return f"{_numbered(place.id, place)}.mp4"


def _vbench(place: Place) -> str:
    return f"videos/{names.from_prompt(place.prompt)}-{place.sample}.mp4"


def _evalcrafter(place: Place) -> str:
    own = not place.numbered and re.fullmatch(r"\d{4}", place.id)
    given = place.id if own else f"{place.n:04}"
    return f"videos/{_numbered(given, place)}.mp4"


def _compbench(place: Place) -> str:
    stem = _numbered(f"{place.in_class + 1:04}", place)
    return f"video/{class_of(place.category)}/{stem}.mp4"


def _kaggle(place: Place) -> str:
    return f"videos/{_numbered(place.id, place)}.mp4"


LAYOUTS = {
    row.name: row
    for row in (
        Layout("flat", _flat),
        Layout("vbench", _vbench, samples=5, by="prompt", table="names.csv"),
        Layout("evalcrafter", _evalcrafter, by="order", table="names.csv"),
        Layout("t2v-compbench", _compbench, by="order", table="names.csv"),
        Layout("kaggle", _kaggle, table="submission.csv"),
    )
}
