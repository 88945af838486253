"""Whether a finished film can be played: every frame of it is decoded, for as long as that pays."""

from __future__ import annotations

import time
from pathlib import Path

import av

from t2v_studio.media import MediaError, open_media

LONGEST_S = 10.0
"""Seconds of decoding; what is whole so far, and was walked to its end before, will do."""


def play(path: Path) -> int:
    """Decode the film, and return how many frames it showed.

    Raises:
        MediaError: `unsupported_file` for what cannot be opened or decoded, or shows nothing.
    """
    until = time.monotonic() + LONGEST_S
    frames = 0
    try:
        with open_media(path) as container:
            film = container.streams.video[0]
            film.codec_context.options = {"err_detect": "explode"}
            for frame in container.decode(film):
                if frame.is_corrupt:
                    raise MediaError("unsupported_file", "A frame of the film is broken.")
                frames += 1
                if time.monotonic() > until:
                    break
    except (av.error.FFmpegError, LookupError, OSError, ValueError) as broken:
        raise MediaError("unsupported_file", "The film cannot be played.") from broken
    if not frames:
        raise MediaError("unsupported_file", "The film shows nothing.")
    return frames
