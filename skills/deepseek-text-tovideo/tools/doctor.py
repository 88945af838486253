#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.10"
# dependencies = ["requests>=2.31,<3", "urllib3>=2.3,<3", "sseclient-py>=1.8,<2", "PyYAML>=6,<7"]
# ///
"""Look for what is in the way of making a video, and name the command that mends it.

Example: doctor.py --text-for "the words of a title"
"""

import sys

sys.dont_write_bytecode = True  # hosts compare this folder with what they installed
sys.path[0] += "/../../../tools"  # the skills of this plugin share one engine

from t2v.cli import Tool  # noqa: E402
from t2v.commands.doctor import doctor  # noqa: E402

tool = Tool(__doc__)
tool.argument("--text-for", metavar="TEXT", help="ask whether the studio has fonts for this text")

if __name__ == "__main__":
    tool.run(doctor)
