#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.10"
# dependencies = ["requests>=2.31,<3", "urllib3>=2.3,<3", "PyYAML>=6,<7"]
# ///
"""Get ready to make a video: a free token if there is none, and a project.

Example: connect.py --language en
"""

import sys

sys.dont_write_bytecode = True  # hosts compare this folder with what they installed
sys.path[0] += "/../../../tools"  # the skills of this plugin share one engine

from t2v.cli import Tool  # noqa: E402
from t2v.commands.connect import connect  # noqa: E402

tool = Tool(__doc__)
tool.argument("--language", metavar="xx", help="the user's language, such as en or zh")
tool.argument("--new", action="store_true", help="start a new project; the old one is left behind")

if __name__ == "__main__":
    tool.run(connect)
