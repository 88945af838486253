#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.10"
# dependencies = ["PyYAML>=6,<7"]
# ///
"""Show the work that goes on without its command; cancel it, or clear old jobs away.

Example: jobs.py show lumo27
"""

import sys

sys.dont_write_bytecode = True  # hosts compare this folder with what they installed
sys.path[0] += "/../../../tools"  # the skills of this plugin share one engine

from t2v.cli import Tool  # noqa: E402
from t2v.commands.jobs import ACTIONS, jobs  # noqa: E402

tool = Tool(__doc__)
tool.argument("action", choices=ACTIONS, nargs="?", default="list", help="default: list")
tool.argument("id", nargs="?", metavar="ID", help="of the job to show or cancel")

if __name__ == "__main__":
    tool.run(jobs)
