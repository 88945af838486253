#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.10"
# dependencies = ["requests>=2.31,<3", "urllib3>=2.3,<3", "sseclient-py>=1.8,<2", "PyYAML>=6,<7"]
# ///
"""Make a video for each row of a table, or for each file of a folder; goes on where it stopped.

Example: batch.py prompts.csv --output clips --max-credits 500
"""

import sys

sys.dont_write_bytecode = True  # hosts compare this folder with what they installed
sys.path[0] += "/../../../tools"  # the skills of this plugin share one engine

from t2v.batches.layouts import LAYOUTS  # noqa: E402
from t2v.cli import Tool, count  # noqa: E402
from t2v.commands.batch import batch  # noqa: E402
from t2v.endpoints import QUALITIES, SIZES  # noqa: E402

tool = Tool(__doc__)
tool.argument("source", metavar="FILE_OR_FOLDER", nargs="?", help="table, list of prompts, media")
tool.argument("--output", metavar="DIR", required=True, help="folder of this batch alone")
tool.argument("--layout", choices=tuple(LAYOUTS), default="flat", help="names (default: flat)")
tool.argument("--quality", choices=(*QUALITIES, *SIZES), default="high", help="default: high")
tool.argument("--one-session", action="store_true", help="rows are steps of one project, in order")
tool.argument("--jobs", type=count, default=1, metavar="N", help="videos at a time (default: 1)")
tool.argument("--samples", type=count, metavar="N", help="videos of a row (default: 1, VBench: 5)")
tool.argument("--edit", metavar="WORDS", help="what to do with each file that says nothing itself")
tool.argument("--prompt-column", metavar="NAME", help="the column that holds the prompts")
tool.argument("--limit", type=count, metavar="N", help="only the first N rows that can be used")
tool.limit()
tool.argument("--skip-bad", action="store_true", help="leave out the rows that cannot be used")
tool.argument("--retry-failed", action="store_true", help="try those once more that failed")
tool.argument("--dry-run", action="store_true", help="check and estimate; nothing is sent")
tool.wait(resume="go on with the batch in --output, or wait for it; nothing is sent twice")

if __name__ == "__main__":
    tool.run(batch)
