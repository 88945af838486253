"""The film as a row of pictures: which clip shows at a frame, and the captions over it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from t2v_studio.film import Caption, Clip, Film
from t2v_studio.movie.art import Art, Painter, Picture
from t2v_studio.movie.cutting import Cutting, clip_rate
from t2v_studio.movie.footage import Stretch, footage
from t2v_studio.movie.grading import Grader
from t2v_studio.movie.logo import Logo
from t2v_studio.movie.mixing import MIXES, dimmed
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
        self._logos: dict[int, Logo] = {}
        self._cutting = Cutting(film, fps=plan.fps, frames=plan.frames)
        self._graders = [Grader((clip.grade, film.grade)) for clip in film.clips]
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
        laid = [
            number
            for number, overlay in enumerate(self._film.overlays)
            if 0 <= now_ms - overlay.start_ms < overlay.duration_ms
        ]
        if shown or laid:
            picture = picture.copy()
        for number in laid:
            self._logo(number).lay(picture)
        for number, strength in shown:
            self._art.blend(picture, self._overlay(number), strength)
        return picture

    def _picture(self, index: int) -> Picture:
        """Paint what shows at a frame; where there is no clip, black."""
        shot = self._cutting.shot(index)
        if shot is None:
            return self._black
        picture = self._clip(shot.number, index)
        if shot.leaving is not None:
            picture = MIXES[shot.kind](self._clip(shot.leaving, index), picture, shot.share)
        return dimmed(picture, shot.light)

    def _clip(self, number: int, index: int) -> Picture:
        painted = self._painter(number).paint(self._cutting.source(number, index))
        return self._graders[number].graded(painted)

    def _painter(self, number: int) -> Painter:
        painter = self._painters.get(number) or self._open(self._film.clips[number])
        self._painters[number] = painter
        self._painters.move_to_end(number)
        if len(self._painters) > PAINTERS_KEPT:
            self._painters.popitem(last=False)
        return painter

    def _open(self, clip: Clip) -> Painter:
        plan, rate, length_ms = self._plan, clip_rate(clip, self._plan.fps), _end_ms(clip)
        if clip.scene is not None:
            return self._art.scene(
                clip.scene, width=plan.width, height=plan.height, fps=rate, duration_ms=length_ms
            )
        first, last = (round(time_ms * rate / 1000) for time_ms in (clip.offset_ms, length_ms))
        path = self._file(clip.asset, clip.name)
        return footage(clip.asset_kind, path, Stretch(first, last, rate), (plan.width, plan.height))

    def _file(self, asset: str, name: str) -> Path:
        if asset not in self._assets:
            raise RenderError(f"The file of {name!r} is not here any more.")
        return self._assets[asset]

    def _logo(self, number: int) -> Logo:
        if number not in self._logos:
            overlay = self._film.overlays[number]
            path = self._file(overlay.asset, overlay.name)
            self._logos[number] = Logo(
                overlay, path, width=self._plan.width, height=self._plan.height
            )
        return self._logos[number]

    def _overlay(self, number: int) -> object:
        if number not in self._overlays:
            self._overlays[number] = self._art.caption(
                self._film.captions[number], width=self._plan.width, height=self._plan.height
            )
        return self._overlays[number]


def _end_ms(clip: Clip) -> int:
    """Return where in its source a clip ends."""
    return clip.offset_ms + clip.used_ms


def opacity(caption: Caption, now_ms: float) -> float:
    """Return how strongly a caption shows: 0 outside its time, ramps inside it."""
    ramp = min(RAMP_MS, caption.duration_ms / 3)
    since = now_ms - caption.start_ms
    left = caption.duration_ms - since
    if since < 0 or left <= 0:
        return 0.0
    return min(1.0, (since + 1) / ramp, left / ramp) if ramp else 1.0
