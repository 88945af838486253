#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.10"
# dependencies = []
# ///
"""Measure finished videos on the CPU: file, picture, sound; not whether they show what was asked.

Example: evaluate.py clips/ --output evaluation
"""

import sys

sys.dont_write_bytecode = True  # hosts compare this folder with what they installed
sys.path[0] += "/../../../tools"  # the skills of this plugin share one engine

from t2v.cli import Tool  # noqa: E402
from t2v.commands.evaluate import FORMATS, evaluate  # noqa: E402

tool = Tool(__doc__)
tool.argument("target", metavar="FILE_OR_FOLDER", help="a video, a folder, or a manifest.jsonl")
tool.argument("--reference", metavar="FILE", help="also PSNR, SSIM and VMAF against this video")
tool.argument("--scores", metavar="CSV", help="people's scores; also PLCC and SRCC against them")
tool.argument("--clip-model", metavar="FOLDER", help="also CLIP scores with this model on disk")
tool.argument("--output", metavar="DIR", help="folder for the files (default: after the target)")
tool.argument("--format", action="append", choices=FORMATS, help="repeatable (default: all)")
tool.wait(resume="go on waiting for what an earlier call with the same words started")
tool.argument("--force", action="store_true", help="replace an earlier evaluation")

if __name__ == "__main__":
    tool.run(evaluate)
