"""The same job done by us, by an ffmpeg filter graph and by MoviePy, in turn and from cold.

All encode with x264's preset `ultrafast` as it comes, and once more with what our films have on top
of it: what is compared is how pictures get there.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import av

from environment import ROOT, Environment, beside
from figures.ours import FULL, PLAIN, boxes
from figures.processes import run
from figures.stage import FPS, LEFT, SECONDS, SPEED, TITLE, TITLE_S, TOP, Stage
from figures.table import Figure

PEERS = ".venv-peers"
ROUNDS = {"ours": 3, "ffmpeg": 3, "tuned": 3, "moviepy": 1}
"""MoviePy takes long enough for one busy moment not to matter."""


NAMES = {"ffmpeg": "ffmpeg's own filter graph", "moviepy": "MoviePy"}


def same_job() -> Iterator[Figure]:
    """Ten seconds in 1080p30: a background, a moving sprite, a title, a sound."""
    from figures.scenery import build  # noqa: PLC0415 - loads the drawing, which other figures do not

    beside(PEERS, group="peers")
    with tempfile.TemporaryDirectory(prefix="t2v-figures-") as name:
        stage = build(Path(name))
        times = {box: _times(stage, box) for box in (PLAIN, FULL)}
    plain, full = times[PLAIN], times[FULL]
    for peer, limit in (("ffmpeg", 1 / 2), ("moviepy", 1 / 10)):
        yield Figure(
            what=f"The same job, over {NAMES[peer]}",
            value=plain["ours"] / plain[peer],
            limit=limit,
            unit="times",
            detail=f"{plain['ours']:.1f} and {plain[peer]:.1f} s"
            f"; {full['ours'] / full[peer]:.2f} when all encode as our films are"
            + (f"; decoding but once it takes {plain['tuned']:.1f} s" if peer == "ffmpeg" else ""),
        )


def _times(stage: Stage, settings: str) -> dict[str, float]:
    """Return the least wall time of each program, in seconds."""
    commands = _commands(stage, settings)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(max(ROUNDS.values())):
        for name, command in commands.items():
            if turn < ROUNDS[name]:
                times[name].append(run(command, _environment()).wall_s)
                _check(Path(command[-1]))
    return {name: min(each) for name, each in times.items()}


def _commands(stage: Stage, settings: str) -> dict[str, list[str]]:
    python = str(Environment(PEERS).python)
    folder, font = stage.folder, stage.font
    job = {
        "title": TITLE, "title_s": TITLE_S, "left": LEFT, "top": TOP, "speed": SPEED,
        "seconds": SECONDS, "fps": FPS, "encoder": _encoder(settings),
    }  # fmt: skip
    moviepy = str(Path(__file__).with_name("moviepy_job.py"))
    return {
        "ours": [
            sys.executable, "-m", "figures.ours", str(folder), settings, str(folder / "ours.mp4"),
        ],
        "ffmpeg": _ffmpeg(folder, font, job, ["-loop", "1"], "[0:v][1:v]"),
        "tuned": _ffmpeg(
            folder, font, job, [],
            "[0:v]format=yuv420p,loop=-1:1[b];[1:v]format=yuva420p,loop=-1:1[s];[b][s]",
        ),
        "moviepy": [
            python, moviepy, str(folder), str(font), json.dumps(job), str(folder / "moviepy.mp4"),
        ],
    }  # fmt: skip


def _encoder(settings: str) -> list[str]:
    """Return our own encoder's settings, as ffmpeg's command line has them."""
    from t2v_studio.movie import QUALITIES  # noqa: PLC0415 - loads PyAV

    box, quality = boxes()[settings], QUALITIES["high"]
    sound = [word for name, value in box.audio_options.items() for word in (f"-{name}", value)]
    return [
        "-preset", quality.preset, "-crf", str(quality.crf[box.video_codec]),
        "-x264-params", box.options["x264-params"], *sound,
    ]  # fmt: skip


def _ffmpeg(
    folder: Path, font: Path, job: Mapping[str, Any], loop: list[str], head: str
) -> list[str]:
    still = [*loop, "-framerate", str(job["fps"])]
    graph = (
        f"{head}overlay=x='{job['left']}+{job['speed']}*t':y={job['top']},"
        f"drawtext=fontfile='{font}':text='{job['title']}':fontsize=96:fontcolor=white:borderw=5"
        f":x=(w-tw)/2:y=90:enable='lt(t,{job['title_s']})',format=yuv420p"
    )
    return [
        _program(), "-v", "error", "-y",
        *still, "-i", str(folder / "background.png"), *still, "-i", str(folder / "sprite.png"),
        "-i", str(folder / "sound.wav"), "-filter_complex", graph,
        "-t", str(job["seconds"]), "-r", str(job["fps"]), "-c:v", "libx264",
        *job["encoder"], "-c:a", "aac", "-b:a", "192k",
        str(folder / "ffmpeg.mp4"),
    ]  # fmt: skip


def _program() -> str:
    """Return the static ffmpeg of the peers' environment."""
    ask = "import imageio_ffmpeg; print(imageio_ffmpeg.get_ffmpeg_exe())"
    command = [str(Environment(PEERS).python), "-c", ask]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _environment() -> dict[str, str]:
    """Return variables under which our program finds itself, and its bytecode, from anywhere."""
    paths = (ROOT, ROOT / "tools", ROOT / "scripts")
    kept = {name: one for name, one in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": os.pathsep.join(map(str, paths))}


def _check(output: Path) -> None:
    """Raise RuntimeError when a program made something else than the job."""
    with av.open(str(output)) as container:
        film = container.streams.video[0]
        made = (film.width, film.height, round(float(film.average_rate or 0)))
        seconds = (container.duration or 0) / av.time_base
        sounds = len(container.streams.audio)
    if made != (1920, 1080, 30) or abs(seconds - 10) > 0.1 or sounds != 1:
        message = f"{output.name} is {made}, {seconds:.2f} s, {sounds} sounds"
        raise RuntimeError(message)
