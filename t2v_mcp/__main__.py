"""`t2v mcp`: start the server on standard input and output, or say what is missing."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import sys
from pathlib import Path

from t2v.checks import shell
from t2v.errors import SkillError

EXTRA = "text-to-video-skills[mcp]"


def main(argv: list[str] | None = None) -> int:
    """Serve until the host goes away, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="t2v mcp", description="Offer the tools to MCP hosts over standard input and output."
    )
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path(),
        help="where films go and relative paths begin (default: where the host starts it)",
    )
    folder: Path = parser.parse_args(argv).folder
    if not folder.is_dir():
        return _refused(SkillError("usage", f"There is no folder {folder}."))
    if importlib.util.find_spec("mcp") is None:
        command = shell.install(EXTRA)
        missing = SkillError("extra_missing", "mcp is not installed.", data={"command": command})
        return _refused(missing)
    importlib.import_module("t2v_mcp.server").serve(folder.absolute())
    return 0


def _refused(error: SkillError) -> int:
    """Say, as a tool does, why no server starts; nobody speaks the protocol yet."""
    sys.stdout.write(json.dumps(error.document()) + "\n")
    return error.failure.exit


if __name__ == "__main__":
    sys.exit(main())
