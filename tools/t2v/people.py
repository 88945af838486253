"""`t2v VERB ...`: the tools as one command, for people.

The launchers stay the only place that knows a tool's arguments; this runs them.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

PACKAGE = Path(__file__).parent
INSTALLED = PACKAGE / "launchers"
LAUNCHERS = INSTALLED if INSTALLED.is_dir() else PACKAGE.parent
"""Inside the package when it is installed, else beside it."""

STORY = ("create", "route", "connect", "send", "upload", "credits", "state", "export")
"""What comes first in the list of verbs, in this order."""

VERBS = (*STORY, *sorted({path.stem for path in LAUNCHERS.glob("*.py")} - {*STORY}))

MCP = "mcp"
"""No tool but a server that offers all of them; skills' bundles are without it."""


def main() -> None:
    """Run the verb's launcher with the rest of the command line."""
    verb, *rest = sys.argv[1:] or ["--help"]
    if verb == MCP:
        sys.argv = [f"t2v {MCP}", *rest]
        runpy.run_module("t2v_mcp", run_name="__main__")
    if verb not in VERBS:
        _explain(verb)
    module = runpy.run_path(str(launcher(verb)))
    tool = module["tool"]
    tool.parser.prog = f"t2v {verb}"
    sys.exit(tool.main(module[verb], rest))


def launcher(verb: str) -> Path:
    """Return the program that a verb is."""
    return LAUNCHERS / f"{verb}.py"


def _explain(verb: str) -> None:
    """Leave with the list of verbs: asked for, or as what is wrong."""
    asked = verb in ("-h", "--help")
    stream = sys.stdout if asked else sys.stderr
    stream.write(f"usage: t2v {{{','.join((*VERBS, MCP))}}} ...\n")
    stream.write('\nExample: t2v create "a cat surfing at golden hour" --local\n')
    stream.write("Each verb explains itself: t2v send --help\n")
    sys.exit(0 if asked else 64)
