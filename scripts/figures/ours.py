"""The same job as our program does it, cold: `python -m figures.ours FOLDER SETTINGS OUTPUT`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from figures.stage import SECONDS, TITLE, TITLE_S, Stage
from t2v_studio import forerunner
from t2v_studio.film import Caption, Clip, Film, Sound
from t2v_studio.scene import Scene

if TYPE_CHECKING:
    from t2v_studio.movie import Container, Painter, Picture

PLAIN, FULL = "plain", "full"


def film(stage: Stage) -> Film:
    """Return the job as a film."""
    length = SECONDS * 1000
    scene = Scene(words=str(stage.folder))
    return Film(
        duration_ms=length,
        clips=(Clip(start_ms=0, duration_ms=length, name="stage", scene=scene),),
        sounds=(Sound(start_ms=0, duration_ms=length, name="sound", asset="s", source_ms=length),),
        captions=(Caption(start_ms=0, duration_ms=TITLE_S * 1000, text=TITLE, position="top"),),
    )


def boxes() -> dict[str, Container]:
    """Return the encoder settings by name: the job's own, and those that our films have."""
    from t2v_studio.movie import CONTAINERS  # noqa: PLC0415 - the forerunner starts before it loads

    usual = CONTAINERS["mp4"]
    # What stretches need that are made apart; else the preset as it comes.
    plain = {"x264-params": "scenecut=0:open-gop=0"}
    return {PLAIN: replace(usual, options=plain), FULL: usual}


def _painter(scene: Scene, **size: int) -> Painter:
    """Paint the stage. This and what follows is loaded by who draws, as in the studio."""
    from figures.scenery import painter  # noqa: PLC0415 - see above

    return painter(scene, **size)


def _caption(caption: Caption, *, width: int, height: int) -> object:
    from t2v_studio.drawing import caption_overlay  # noqa: PLC0415 - see above

    return caption_overlay(caption, width=width, height=height)


def _blend(picture: Picture, overlay: Any, strength: float) -> None:  # noqa: ANN401 - as Art has it
    from t2v_studio.drawing import blend  # noqa: PLC0415 - see above

    blend(picture, overlay, strength)


def main() -> None:
    """Make the film. As in the studio, the forerunner loads while this process does."""
    forerunner.start()
    from t2v_studio.movie import Art, render  # noqa: PLC0415 - as above

    folder, settings, output = sys.argv[1:]
    stage, box = Stage(Path(folder)), boxes()[settings]
    art = Art(_painter, _caption, _blend)
    render(film(stage), {"s": stage.sound}, Path(output), container=box, art=art, workers=2)


if __name__ == "__main__":
    main()
