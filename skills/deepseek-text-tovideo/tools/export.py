#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.10"
# dependencies = ["requests>=2.31,<3", "urllib3>=2.3,<3", "PyYAML>=6,<7"]
# ///
"""Render the timeline and download the video.

Example: export.py --output park.mp4
"""

import sys

sys.dont_write_bytecode = True  # hosts compare this folder with what they installed
sys.path[0] += "/../../../tools"  # the skills of this plugin share one engine

from t2v.cli import Tool  # noqa: E402
from t2v.commands.export import export  # noqa: E402
from t2v.endpoints import FORMATS, FRAME_RATES, LARGER, QUALITIES, SIZES  # noqa: E402
from t2v.fitting import size_bytes  # noqa: E402

tool = Tool(__doc__)
tool.argument("--output", metavar="PATH", help="file or folder (default: named after the video)")
tool.argument("--format", choices=FORMATS, help="default: as the path ends, or mp4")
tool.argument(
    "--quality", choices=(*QUALITIES, *SIZES, *LARGER), default="high", help="default: high, 1080p"
)
tool.argument("--fps", type=int, choices=FRAME_RATES, help="default: the film's own, 30")
tool.argument("--fit", type=size_bytes, metavar="SIZE", help="also a copy below 16MB, 25MB, ...")
tool.wait(resume="go on with the render that was started; nothing is started again")
tool.argument("--force", action="store_true", help="replace the file if it exists")

if __name__ == "__main__":
    tool.run(export)
