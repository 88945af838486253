"""The same job as our program does it: `python -m figures.ours FOLDER OUTPUT`, cold."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from t2v_studio import forerunner
from t2v_studio.film import Caption, Clip, Film, Sound
from t2v_studio.scene import Scene

if TYPE_CHECKING:
    from figures.stage import Stage


def film(stage: Stage) -> Film:
    """Return the job as a film."""
    from figures.stage import SECONDS, TITLE, TITLE_S  # noqa: PLC0415 - loads OpenCV

    length = SECONDS * 1000
    scene = Scene(words=str(stage.folder))
    return Film(
        duration_ms=length,
        clips=(Clip(start_ms=0, duration_ms=length, name="stage", scene=scene),),
        sounds=(Sound(start_ms=0, duration_ms=length, name="sound", asset="s", source_ms=length),),
        captions=(Caption(start_ms=0, duration_ms=TITLE_S * 1000, text=TITLE, position="top"),),
    )


def main() -> None:
    """Make the film. As in the studio, the forerunner loads while this process does."""
    forerunner.start()
    from figures.stage import Stage, painter  # noqa: PLC0415 - as above
    from t2v_studio.drawing import blend, caption_overlay  # noqa: PLC0415 - as above
    from t2v_studio.movie import Art, render  # noqa: PLC0415 - as above

    stage, output = Stage(Path(sys.argv[1])), Path(sys.argv[2])
    art = Art(painter, caption_overlay, blend)
    render(film(stage), {"s": stage.sound}, output, art=art, workers=2)


if __name__ == "__main__":
    main()
