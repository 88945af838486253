#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.10"
# dependencies = ["requests>=2.31,<3", "urllib3>=2.3,<3", "PyYAML>=6,<7"]
# ///
"""Say how many credits are left, and what was spent before.

Example: credits.py --history 10
"""

import sys

sys.dont_write_bytecode = True  # hosts compare this folder with what they installed
sys.path[0] += "/../../../tools"  # the skills of this plugin share one engine

from t2v.cli import Tool, count  # noqa: E402
from t2v.commands.credits import credits  # noqa: A004, E402 - the verb's own name

tool = Tool(__doc__)
tool.argument(
    "--history",
    nargs="?",
    type=count,
    const=20,
    metavar="N",
    help="add the last N requests (20): when, what, the price, the file; works offline",
)

if __name__ == "__main__":
    tool.run(credits)
