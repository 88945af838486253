"""The command line of scripts/build."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from page.builder import stale, update
from page.source import SourceError

STALE, WRONG = 1, 65


def main(root: Path, doc: str, words: list[str]) -> int:
    """Build or check the pages of the repository at `root`, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="build", description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    mode = parser.add_mutually_exclusive_group(required=True)
    mode.add_argument("--update", action="store_true", help="write what is stale")
    mode.add_argument("--check", action="store_true", help="fail if something is stale")
    wanted = parser.parse_args(words)
    try:
        return _update(root) if wanted.update else _check(root)
    except SourceError as error:
        print("\n".join(error.problems), file=sys.stderr)
        return WRONG


def _update(root: Path) -> int:
    changed = update(root)
    print("\n".join(f"Wrote {name}" for name in changed) or "All current.")
    return 0


def _check(root: Path) -> int:
    behind = stale(root)
    for name in behind:
        print(f"{name} is stale; scripts/build --update writes it anew.", file=sys.stderr)
    return STALE if behind else 0
