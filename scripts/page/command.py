"""The command line of scripts/build."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from page.builder import pack, rehearse, stale, update
from page.source import SourceError

STALE, WRONG = 1, 65


def main(root: Path, doc: str, words: list[str]) -> int:
    """Build or check the pages of the repository at `root`, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="build", description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    mode = parser.add_mutually_exclusive_group(required=True)
    mode.add_argument("--update", action="store_true", help="write what is stale")
    mode.add_argument("--zip", action="store_true", help="write dist/<slug>.zip for a registry")
    mode.add_argument("--check", action="store_true", help="fail if something is stale")
    wanted = parser.parse_args(words)
    try:
        return (
            _check(root)
            if wanted.check
            else _written(update(root), pack(root) if wanted.zip else [])
        )
    except SourceError as error:
        print("\n".join(error.problems), file=sys.stderr)
        return WRONG


def _written(changed: list[str], packed: list[str]) -> int:
    print("\n".join(f"Wrote {name}" for name in [*changed, *packed]) or "All current.")
    return 0


def _check(root: Path) -> int:
    behind, unlike = stale(root), rehearse(root)
    for name in behind:
        print(f"{name} is stale; scripts/build --update writes it anew.", file=sys.stderr)
    for name in unlike:
        print(f"{name} is not the same in a second build.", file=sys.stderr)
    return STALE if behind or unlike else 0
