#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.10"
# dependencies = ["requests>=2.31,<3", "urllib3>=2.3,<3", "sseclient-py>=1.8,<2", "PyYAML>=6,<7"]
# ///
"""Make a video from a sentence, all in one: connect, send, export.

Example: create.py "a dog running through a sunny park" --output park.mp4
"""

import sys

sys.dont_write_bytecode = True  # hosts compare this folder with what they installed
sys.path[0] += "/../../../tools"  # the skills of this plugin share one engine

from t2v.cli import Tool  # noqa: E402
from t2v.commands.create import create  # noqa: E402
from t2v.endpoints import LARGER, QUALITIES, SIZES  # noqa: E402
from t2v.fitting import size_bytes  # noqa: E402

tool = Tool(__doc__)
tool.argument("prompt", nargs="?", help="what the video should show")
tool.argument("--output", metavar="PATH", help="file or folder (default: named after the video)")
tool.argument(
    "--quality", choices=(*QUALITIES, *SIZES, *LARGER), default="high", help="default: high, 1080p"
)
tool.argument("--fit", type=size_bytes, metavar="SIZE", help="also a copy below 16MB, 25MB, ...")
tool.limit()
tool.wait(resume="go on with what was started; nothing is sent or started again")
tool.argument("--force", action="store_true", help="replace the file if it exists")

if __name__ == "__main__":
    tool.run(create)
