"""A scene as frames: everything is made once, then each frame is a matter of laying it together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from t2v_studio.drawing.actor import Actor
from t2v_studio.drawing.backdrop import Backdrop
from t2v_studio.drawing.camera import PACES, Camera, zoomed
from t2v_studio.drawing.canvas import Canvas, Mover
from t2v_studio.drawing.colour import NAMED, mix
from t2v_studio.drawing.footing import AIR
from t2v_studio.drawing.life import BY_NIGHT, LIFE, OF_SUMMER
from t2v_studio.drawing.light import WEATHERS, light_of
from t2v_studio.drawing.look import look_of
from t2v_studio.drawing.places import backdrop
from t2v_studio.drawing.season import season_of
from t2v_studio.drawing.sky import clouds, twinkling_stars
from t2v_studio.drawing.staging import actors
from t2v_studio.drawing.stride import in_step
from t2v_studio.drawing.vector import Pixels
from t2v_studio.drawing.veil import veil_of
from t2v_studio.drawing.weather import behind, weather
from t2v_studio.drawing.words import words_of
from t2v_studio.scene import Scene

HOUSES = {"room", "office", "stage", "kitchen", "cafe", "classroom", "table", "studio"}
"""Places under a roof."""

OPEN_SKY = HOUSES | {"space", "underwater", "abstract", "sky"}
"""Places that bring their own sky or have none."""


BROAD_DAY = {"day", "dawn", "golden hour"}
"""Hours that a style of the night does not keep."""

LAMPLIT = HOUSES | {"space", "stadium"}
"""Places where whoever is in front stands in full light at any hour."""


class Painter:
    """Paints the frames of one scene at one size, in any order.

    Args:
        scene: What to show.
        width: Pixels.
        height: Pixels.
        fps: Frames a second.
        duration_ms: How long the scene is: moves of the camera end with it.

    Attributes:
        movers: What is painted, from back to front.
        camera: Says when each frame is and where the camera stands then.
    """

    def __init__(
        self, scene: Scene, *, width: int, height: int, fps: int, duration_ms: int
    ) -> None:
        duration = max(duration_ms, 1) / 1000
        look = look_of(scene.style)
        hour = look.hour if scene.time in BROAD_DAY and look.hour else scene.time
        frost = 0.62 if scene.weather == "snow" and scene.place != "snowfield" else 0.0
        season = scene.season or ("winter" if frost else "")
        light = light_of(hour, scene.weather)
        bare = 1.0 if scene.place in LAMPLIT else look.fill
        light = replace(light, face=mix(light.face, "#ffffff", bare))
        canvas = Canvas(
            width=width,
            height=height,
            light=light,
            look=look,
            seed=scene.seed,
            frost=frost,
            season=season_of(season),
            wash=NAMED.get(scene.tint.lower(), ""),
        )
        place = backdrop(scene.place, canvas)
        cast = actors(canvas, place, scene.subjects, duration)
        self.movers: list[Mover] = [
            place.sky,
            *_above(canvas, scene),
            *place.behind,
            *(behind(canvas, scene.weather) if place.weathered else []),
            *cast,
            *place.before,
            *_around(canvas, scene, place),
            *_spelled(scene, cast, (width, height), duration),
        ]
        self.camera = Camera(
            move=scene.camera,
            pace=scene.pace,
            fps=fps,
            duration=duration,
            speed=in_step(cast, canvas.wide, PACES.get(scene.pace, 1.0))
            or (90.0 if scene.camera == "follow" else 0.0),
        )
        self._centre = _centre(canvas, cast)
        self._veil = veil_of(scene.style, height, width)
        self._steps = look.steps
        self._frame = np.zeros((height, width, 3), np.uint8)
        self._zoomed = np.zeros_like(self._frame)
        # A tall picture has less to give away.
        self._bar = round(height * look.bars * (1.0 if width > height else 0.4))

    def paint(self, index: int) -> Pixels:
        """Return frame `index`: BGR, shape (height, width, 3); the next call may reuse it."""
        index = self._laid_out(index)
        moment = self.camera.moment(index)
        for mover in self.movers:
            mover.paint(self._frame, moment)
        done = zoomed(self._frame, self.camera.zoom(index), self._centre, self._zoomed)
        if self._veil:
            self._veil.paint(done, moment)
        if self._bar:
            done[: self._bar] = 0
            done[-self._bar :] = 0
        return done

    def _laid_out(self, index: int) -> int:
        """Return the frame that is shown at `index`: who moves paper by hand does so on twos."""
        fps = self.camera.fps
        if not self._steps or self._steps >= fps:
            return index
        return round(int(index * self._steps / fps) * fps / self._steps)


def scene_painter(scene: Scene, *, width: int, height: int, fps: int, duration_ms: int) -> Painter:
    """Return a painter for the scene at this size."""
    return Painter(scene, width=width, height=height, fps=fps, duration_ms=duration_ms)


def _above(canvas: Canvas, scene: Scene) -> list[Mover]:
    """Return what moves in the sky."""
    if scene.place in OPEN_SKY:
        return []
    horizon, cover = 0.56, WEATHERS.get(scene.weather, WEATHERS["clear"]).clouds
    stars: list[Mover] = [twinkling_stars(canvas, horizon, 40)] if canvas.light.stars > 0.5 else []
    return [*stars, *clouds(canvas, horizon, cover)]


def _around(canvas: Canvas, scene: Scene, place: Backdrop) -> list[Mover]:
    """Return small life and weather, which lie over everything."""
    dark = canvas.light.lamps > 0.9
    harsh = scene.weather in {"rain", "storm", "snow"}
    kinds = [*place.life, *(canvas.season.life if place.weathered else ())]
    if canvas.season.life or not canvas.blooms:
        kinds = [kind for kind in kinds if kind in canvas.season.life or kind not in OF_SUMMER]
    names = dict.fromkeys(BY_NIGHT.get(name, name) if dark else name for name in kinds)
    life = [LIFE[name](canvas) for name in names if not (harsh and place.weathered)]
    return [*life, *(weather(canvas, scene.weather) if place.weathered else [])]


def _spelled(
    scene: Scene, cast: list[Actor], size: tuple[int, int], duration: float
) -> list[Mover]:
    """Return the words themselves where they are all that there is to show."""
    if cast or scene.place != "abstract" or not scene.words.strip():
        return []
    low = scene.style != "cinematic"  # its titles are lower thirds
    return [words_of(scene.words, width=size[0], height=size[1], duration=duration, low=low)]


def _centre(canvas: Canvas, cast: list[Actor]) -> tuple[float, float]:
    """Return the point that a zoom closes in on, as shares of the frame."""
    if not cast:
        return 0.5, 0.56
    parts = [actor.part for actor in cast]
    x = sum(part.x for part in parts) / len(parts) / canvas.wide
    y = sum(part.y - (0 if part.footing == AIR else 130) for part in parts) / len(parts) / 1000
    return x, y
