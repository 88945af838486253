#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.10"
# dependencies = ["requests>=2.31,<3", "urllib3>=2.3,<3", "PyYAML>=6,<7"]
# ///
"""Say what is in the timeline.

Example: state.py --picture timeline.png
"""

import sys

sys.dont_write_bytecode = True  # hosts compare this folder with what they installed
sys.path[0] += "/../../../tools"  # the skills of this plugin share one engine

from t2v.cli import Tool  # noqa: E402
from t2v.commands.state import state  # noqa: E402

tool = Tool(__doc__)
tool.argument("--picture", metavar="FILE.png", help="draw the timeline (needs the studio extra)")
tool.argument("--force", action="store_true", help="replace the picture if it exists")

if __name__ == "__main__":
    tool.run(state)
