#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.10"
# dependencies = ["requests>=2.31,<3", "urllib3>=2.3,<3", "PyYAML>=6,<7"]
# ///
"""Say how many credits are left.

Example: credits.py
"""

import sys

sys.dont_write_bytecode = True  # hosts compare this folder with what they installed
sys.path[0] += "/../../../tools"  # the skills of this plugin share one engine

from t2v.cli import Tool  # noqa: E402
from t2v.commands.credits import credits  # noqa: A004, E402 - the verb's own name

tool = Tool(__doc__)

if __name__ == "__main__":
    tool.run(credits)
