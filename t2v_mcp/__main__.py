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
        help="where films go and relative paths begin; made when missing (default: here)",
    )
    folder: Path = parser.parse_args(argv).folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return _refused(SkillError("usage", f"No folder {folder}: {error.strerror}."))
    if importlib.util.find_spec("mcp") is None:
        command = shell.install(EXTRA)
        missing = SkillError("extra_missing", "mcp is not installed.", data={"command": command})
        return _refused(missing)
    importlib.import_module("t2v_mcp.server").serve(folder.absolute())
    return 0


def _refused(error: SkillError) -> int:
    """Say for the host's log why no server starts: standard output belongs to the protocol."""
    sys.stderr.write(json.dumps(error.document()) + "\n")
    return error.failure.exit


if __name__ == "__main__":
    sys.exit(main())
