#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.10"
# dependencies = ["requests>=2.31,<3", "urllib3>=2.3,<3", "PyYAML>=6,<7"]
# ///
"""Upload videos, pictures or sounds, or links to them, into the project.

Example: upload.py clip.mp4 https://example.com/logo.png
"""

import sys

sys.dont_write_bytecode = True  # hosts compare this folder with what they installed
sys.path[0] += "/../../../tools"  # the skills of this plugin share one engine

from t2v.cli import Tool  # noqa: E402
from t2v.commands.upload import upload  # noqa: E402

tool = Tool(__doc__)
tool.argument("sources", nargs="+", metavar="PATH_OR_URL", help="a file or a link; one or more")

if __name__ == "__main__":
    tool.run(upload)
