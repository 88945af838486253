#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.10"
# dependencies = ["requests>=2.31,<3", "urllib3>=2.3,<3", "sseclient-py>=1.8,<2", "PyYAML>=6,<7"]
# ///
"""Send the user's words to the video agent and report what changed.

Example: send.py "add a lo-fi track at 35%"
"""

import sys

sys.dont_write_bytecode = True  # hosts compare this folder with what they installed
sys.path[0] += "/../../../tools"  # the skills of this plugin share one engine

from t2v.cli import Tool  # noqa: E402
from t2v.commands.send import send  # noqa: E402

tool = Tool(__doc__)
tool.argument("message", nargs="?", help="the user's words, unchanged")
tool.limit()
tool.wait(resume="go on waiting for the message before; nothing is sent")

if __name__ == "__main__":
    tool.run(send)
