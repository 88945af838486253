"""The command line of scripts/bench."""

from __future__ import annotations

import argparse
import os
import platform
import sys

from figures.batching import batch
from figures.evaluating import evaluate
from figures.filming import film
from figures.peers import same_job
from figures.startup import balance, route
from figures.streaming import stream
from figures.table import Figure, Measure, markdown
from figures.uploading import upload

MEASURES: dict[str, Measure] = {
    "route": route,
    "credits": balance,
    "stream": stream,
    "upload": upload,
    "film": film,
    "evaluate": evaluate,
    "peers": same_job,
}
RENDER = ("film", "peers")
"""What `--render` takes."""
LEFT_OUT = {"peers"}
"""Taken only when asked for: they install programs of others, and wait for them."""


APART: dict[str, Measure] = {"--batch": batch}
"""What takes minutes, and is measured only when it is asked for."""


def main(doc: str, words: list[str]) -> int:
    """Take the figures that are asked for, print the table, return 1 if a limit is not kept."""
    parser = argparse.ArgumentParser(
        prog="bench", description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MEASURES))
    for name in APART:
        parser.add_argument(name, action="store_true", help="what a batch costs; takes minutes")
    found = parser.parse_args([word for word in words if word not in APART])
    apart = [word for word in words if word in APART]
    names = [*(found.names or ([] if apart else MEASURES)), *apart]
    measures = MEASURES | APART
    unknown = set(names) - measures.keys()
    if unknown:
        parser.error(f"no such figure: {', '.join(sorted(unknown))}")
    figures: list[Figure] = []
    for name in names:
        print(f"{name} ...", file=sys.stderr, flush=True)
        figures += measures[name]()
    print(markdown(figures))
    print(f"\n{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    return 0 if all(figure.met for figure in figures) else 1
