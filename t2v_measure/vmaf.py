"""VMAF, where FFmpeg's program with libvmaf is installed: PyAV's own FFmpeg comes without it.

The package `imageio-ffmpeg` (extra `vmaf`) brings that program. The default model is libvmaf's
vmaf_v0.6.1, which was trained for 1080p on a television.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import tempfile
from pathlib import Path

from t2v_measure import source
from t2v_measure.trouble import MeasureError

FILTERS = (
    "[1:v]settb=1/90000,setpts=PTS-STARTPTS,split[model][size];"
    "[0:v]settb=1/90000,setpts=PTS-STARTPTS[film];"
    "[film][size]scale=w=rw:h=rh:flags=bicubic[scaled];"
    "[scaled]format=yuv420p[a];[model]format=yuv420p[b];"
    "[a][b]libvmaf=n_threads={threads}:n_subsample={step}:log_fmt=json:log_path=vmaf.json"
)
LIMIT_S = 3600.0


def available() -> bool:
    """Say whether VMAF can be measured here."""
    return importlib.util.find_spec("imageio_ffmpeg") is not None


def vmaf(path: Path, reference: Path, *, threads: int = 1, step: int = 1) -> float:
    """Return the mean VMAF, 0 to 100, of every `step`-th frame.

    Raises:
        MeasureError: as `source.reader`; `extra_missing` without the program; `bad_reference`.
    """
    if not available():
        raise MeasureError("extra_missing", "VMAF needs imageio-ffmpeg.", extra="vmaf")
    import imageio_ffmpeg  # noqa: PLC0415 - an extra of its own

    filters = FILTERS.format(threads=threads, step=step)
    with tempfile.TemporaryDirectory(prefix="t2v-vmaf-") as folder:
        done = subprocess.run(  # noqa: S603 - a program of ours, with a fixed form of words
            [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostdin", "-loglevel", "error",
             *_input(path), *_input(reference),
             "-lavfi", filters, "-an", "-f", "null", os.devnull],
            cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False,
            timeout=LIMIT_S,
        )  # fmt: skip
        log = Path(folder) / "vmaf.json"
        if done.returncode or not log.is_file():
            raise MeasureError("bad_reference", "The two films cannot be compared by VMAF.")
        return round(float(json.loads(log.read_bytes())["pooled_metrics"]["vmaf"]["mean"]), 2)


def _input(path: Path) -> list[str]:
    """Return the words that open a file by one reader and let it open nothing else."""
    absolute = os.path.abspath(path)  # noqa: PTH100 - no symlink is followed on the way
    return ["-protocol_whitelist", "file", "-f", source.reader(path), "-i", absolute]
