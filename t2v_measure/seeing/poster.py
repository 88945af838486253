"""One small picture of a film, for pages: a frame from a third of the way in."""

from __future__ import annotations

import base64

import cv2

from t2v_measure.seeing.look import Bytes, Look

LONGEST_PX = 224
QUALITY = 72


class Poster:
    """Keeps the first frame at or after a time, or else the last there is."""

    def __init__(self, at_s: float) -> None:
        """Say from when on a frame is wanted."""
        self._at, self._kept = at_s, False
        self._picture: Bytes | None = None

    def see(self, look: Look) -> None:
        """Keep the frame while none of the wanted time has come."""
        if not self._kept:
            self._picture, self._kept = look.small, look.time_s >= self._at

    def jpeg(self) -> str:
        """Return the picture as base64, or nothing."""
        if self._picture is None:
            return ""
        height, width = self._picture.shape[:2]
        scale = min(1.0, LONGEST_PX / max(height, width))
        size = max(1, round(width * scale)), max(1, round(height * scale))
        small = cv2.resize(self._picture, size, interpolation=cv2.INTER_AREA)
        _, data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
        return base64.b64encode(data.tobytes()).decode()
