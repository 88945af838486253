"""The film as a row of pictures: which clip shows at a frame, and the captions over it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from t2v_studio.film import Caption, Clip, Film
from t2v_studio.movie.art import Art, Painter, Picture
from t2v_studio.movie.footage import Stretch, footage
from t2v_studio.movie.outcome import RenderError
from t2v_studio.movie.plan import Plan

RAMP_MS = 300
"""Captions come and go this softly."""

PAINTERS_KEPT = 2
"""A painter of a large scene holds tens of megabytes, and only neighbours are asked for again."""


class Reel:
    """Paints any frame of one film at one size. Painters and captions are made when first seen."""

    def __init__(self, film: Film, assets: Mapping[str, Path], plan: Plan, art: Art) -> None:
        self._film, self._assets, self._plan, self._art = film, assets, plan, art
        self._painters: OrderedDict[int, Painter] = OrderedDict()
        self._overlays: dict[int, object] = {}
        self._black = np.zeros((plan.height, plan.width, 3), np.uint8)

    def frame(self, index: int) -> Picture:
        """Return frame `index`. The next call may paint over it."""
        now_ms = index * 1000 / self._plan.fps
        picture = self._picture(index)
        shown = [
            (number, strength)
            for number, caption in enumerate(self._film.captions)
            if (strength := opacity(caption, now_ms)) > 0
        ]
        if shown:
            picture = picture.copy()
        for number, strength in shown:
            self._art.blend(picture, self._overlay(number), strength)
        return picture

    def _picture(self, index: int) -> Picture:
        """Paint the clip that began last; where there is none, black."""
        for number in reversed(range(len(self._film.clips))):
            first, last = self._span(self._film.clips[number])
            if first <= index < last:
                skipped = self._frames(self._film.clips[number].offset_ms)
                return self._painter(number).paint(index - first + skipped)
        return self._black

    def _span(self, clip: Clip) -> tuple[int, int]:
        return self._frames(clip.start_ms), self._frames(clip.start_ms + clip.duration_ms)

    def _frames(self, time_ms: int) -> int:
        return round(time_ms * self._plan.fps / 1000)

    def _painter(self, number: int) -> Painter:
        painter = self._painters.get(number) or self._open(self._film.clips[number])
        self._painters[number] = painter
        self._painters.move_to_end(number)
        if len(self._painters) > PAINTERS_KEPT:
            self._painters.popitem(last=False)
        return painter

    def _open(self, clip: Clip) -> Painter:
        plan, length_ms = self._plan, clip.offset_ms + clip.duration_ms
        if clip.scene is not None:
            return self._art.scene(
                clip.scene,
                width=plan.width,
                height=plan.height,
                fps=plan.fps,
                duration_ms=length_ms,
            )
        if clip.asset not in self._assets:
            raise RenderError(f"The file of {clip.name!r} is not here any more.")
        stretch = Stretch(self._frames(clip.offset_ms), self._frames(length_ms), plan.fps)
        path = self._assets[clip.asset]
        return footage(clip.asset_kind, path, stretch, (plan.width, plan.height))

    def _overlay(self, number: int) -> object:
        if number not in self._overlays:
            self._overlays[number] = self._art.caption(
                self._film.captions[number], width=self._plan.width, height=self._plan.height
            )
        return self._overlays[number]


def opacity(caption: Caption, now_ms: float) -> float:
    """Return how strongly a caption shows: 0 outside its time, ramps inside it."""
    ramp = min(RAMP_MS, caption.duration_ms / 3)
    since = now_ms - caption.start_ms
    left = caption.duration_ms - since
    if since < 0 or left <= 0:
        return 0.0
    return min(1.0, (since + 1) / ramp, left / ramp) if ramp else 1.0
