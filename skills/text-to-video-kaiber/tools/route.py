#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.10"
# dependencies = []
# ///
"""Say which tool the user's words are for, or what a reply of the agent asks for.

Example: route.py "could you export it in 1080p?"
"""

import sys

sys.dont_write_bytecode = True  # hosts compare this folder with what they installed
sys.path[0] += "/../../../tools"  # the skills of this plugin share one engine

from t2v.cli import Tool  # noqa: E402
from t2v.commands.route import route  # noqa: E402

tool = Tool(__doc__)
tool.argument(
    "words",
    nargs="?",
    metavar="TEXT",
    help="the user's words, unchanged; - reads standard input",
)
tool.argument(
    "--file",
    nargs="+",
    action="extend",
    default=[],
    metavar="PATH",
    help="files that came with the words (after TEXT)",
)
tool.argument("--reply", metavar="TEXT", help="read a reply of the agent; - reads standard input")
tool.argument("--explain", action="store_true", help="add why: what was seen and what decided")

if __name__ == "__main__":
    tool.run(route)
