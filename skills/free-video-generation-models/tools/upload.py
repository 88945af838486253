#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.10"
# dependencies = ["requests>=2.31,<3", "urllib3>=2.3,<3", "sseclient-py>=1.8,<2", "PyYAML>=6,<7"]
# ///
"""Upload videos, pictures, sounds or links into the project; make a document into a film.

Example: upload.py clip.mp4 https://example.com/logo.png
Example: upload.py article.pdf --plan --words "a vertical video with calm music"
"""

import sys

sys.dont_write_bytecode = True  # hosts compare this folder with what they installed
sys.path[0] += "/../../../tools"  # the skills of this plugin share one engine

from t2v.cli import Tool, count  # noqa: E402
from t2v.commands.upload import upload  # noqa: E402

tool = Tool(__doc__)
tool.argument("sources", nargs="*", metavar="PATH_OR_URL", help="files or links, or one document")
tool.argument("--words", metavar="TEXT", help="what the user said about a document's film")
tool.argument("--duration", type=count, metavar="S", help="a document's film (default: 30)")
tool.argument("--plan", action="store_true", help="show what a document becomes; send nothing")
tool.argument("--send-plan", metavar="PLAN", help="send a plan that was shown: data.plan, or file")
tool.argument("--story", action="store_true", help="one film of a table or list of prompts, too")
tool.limit()
tool.wait(resume="go on waiting for the document's film; nothing is sent")

if __name__ == "__main__":
    tool.run(upload)
