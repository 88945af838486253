"""The small pictures that the README shows: one frame of each of twelve prompts."""

from __future__ import annotations

from pathlib import Path

from environment import ROOT
from exhibition.page import webp
from exhibition.shots import prompts, shoot

FOLDER = ROOT / "docs" / "gallery"
AREA = 480 * 270
SHOWN = {
    "dog": "a dog running through a sunny park",
    "mountain-lake": "sunset over a mountain lake",
    "neon-city": "futuristic city at night",
    "fireworks": "fireworks over a city",
    "sunset": "Kaiber style",
    "rider": "a person riding a horse",
    "birds": "三只小鸟飞过雪山",
    "sea-floor": "海底世界",
    "paper-lion": "a lion in the savanna",
    "detective": "film noir",
    "autumn-fox": "a fox in an autumn forest",
    "balloon": "hot air balloon",
}
"""Name of the file -> words by which the prompt is found."""


def stills() -> list[Path]:
    """Write them all and return where they lie."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = []
    for name, words in SHOWN.items():
        group, prompt = next(pair for pair in prompts() if words in pair[1])
        file = FOLDER / f"{name}.webp"
        file.write_bytes(webp(shoot(group, prompt, area=AREA).large, 68))
        written.append(file)
    return written
