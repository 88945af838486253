"""`t2v VERB ...`: the tools as one command, for people.

The launchers stay the only place that knows a tool's arguments; this runs them.
"""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path
from typing import NoReturn

PACKAGE = Path(__file__).parent
INSTALLED = PACKAGE / "launchers"
LAUNCHERS = INSTALLED if INSTALLED.is_dir() else PACKAGE.parent
"""Inside the package when it is installed, else beside it."""

STORY = ("create", "route", "connect", "send", "upload", "credits", "state", "export")
"""What comes first in the list of verbs, in this order."""

VERBS = (*STORY, *sorted({path.stem for path in LAUNCHERS.glob("*.py")} - {*STORY}))

MCP = "mcp"
"""No tool but a server that offers all of them; skills' bundles are without it."""


_TOOL = re.compile(rf"(?<![\w/.-])({'|'.join(VERBS)})\.py\b")


def main() -> None:
    """Run the verb's launcher with the rest of the command line."""
    verb, *rest = sys.argv[1:] or ["--help"]
    if verb == MCP:
        sys.argv = [f"t2v {MCP}", *rest]
        runpy.run_module("t2v_mcp", run_name="__main__")
    if verb == "--version":
        _tell_version()
    if verb not in VERBS:
        _explain(verb)
    module = runpy.run_path(str(launcher(verb)))
    tool = module["tool"]
    tool.parser.prog, tool.spoken = f"t2v {verb}", spoken
    sys.exit(tool.main(module[verb], rest))


def spoken(sentence: str) -> str:
    """Return a sentence of ours with the tools as people call them: `t2v export`."""
    return _TOOL.sub(r"t2v \1", sentence)


def launcher(verb: str) -> Path:
    """Return the program that a verb is."""
    return LAUNCHERS / f"{verb}.py"


def _tell_version() -> NoReturn:
    """Leave with the version of what is installed."""
    from t2v.skill import Skill, skill_folder  # noqa: PLC0415 - reads YAML, which the verbs may lack

    skill = Skill.load(skill_folder(PACKAGE, launcher("route")))
    sys.stdout.write(f"t2v {skill.version}\n")
    sys.exit(0)


def _explain(verb: str) -> None:
    """Leave with the list of verbs: asked for, or as what is wrong."""
    asked = verb in ("-h", "--help")
    stream = sys.stdout if asked else sys.stderr
    stream.write(f"usage: t2v {{{','.join((*VERBS, MCP))}}} ...\n")
    stream.write('\nExample: t2v create "a cat surfing at golden hour" --local\n')
    stream.write("Each verb explains itself: t2v send --help\n")
    sys.exit(0 if asked else 64)
