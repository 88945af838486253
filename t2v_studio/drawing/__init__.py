"""Drawing: a typed `Scene` becomes moving pictures, a `Caption` an overlay.

`scene_painter` makes a `Painter` (frame number -> BGR picture), `caption_overlay` an `Overlay`,
`blend` lays an overlay on a frame.
"""

from __future__ import annotations

from t2v_studio.drawing.caption import caption_overlay
from t2v_studio.drawing.painter import Painter, scene_painter
from t2v_studio.drawing.picture import Overlay, blend

__all__ = ["Overlay", "Painter", "blend", "caption_overlay", "scene_painter"]
