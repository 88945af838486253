"""The same job as MoviePy does it, as its manual shows: run in the peers' environment.

`python moviepy_job.py FOLDER FONT JOB OUTPUT`, the job being its numbers as JSON.
"""

from __future__ import annotations

import json
import sys

from moviepy import AudioFileClip, CompositeVideoClip, ImageClip, TextClip


def main() -> None:
    """Make the film."""
    folder, font, numbers, output = sys.argv[1:5]
    job = json.loads(numbers)
    background = ImageClip(f"{folder}/background.png")
    sprite = ImageClip(f"{folder}/sprite.png").with_position(
        lambda seconds: (job["left"] + job["speed"] * seconds, job["top"])
    )
    title = (
        TextClip(font=font, text=job["title"], font_size=96, color="white", margin=(8, 24))
        .with_position(("center", "top"))
        .with_duration(job["title_s"])
    )
    film = CompositeVideoClip([background, sprite, title]).with_duration(job["seconds"])
    film.with_audio(AudioFileClip(f"{folder}/sound.wav")).write_videofile(
        output,
        fps=job["fps"],
        codec="libx264",
        audio_codec="aac",
        audio_bitrate="192k",
        ffmpeg_params=job["encoder"],
        logger=None,
    )


if __name__ == "__main__":
    main()
