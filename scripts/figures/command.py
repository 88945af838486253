"""The command line of scripts/bench."""

from __future__ import annotations

import argparse
import os
import platform
import sys

from figures.batching import batch
from figures.crowd import crowd
from figures.evaluating import evaluate
from figures.faults import faults
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
    "batch": batch,
    "faults": faults,
    "crowd": crowd,
}
LEFT_OUT = {"peers", "batch", "faults", "crowd"}
"""Taken only when asked for: they take minutes, or install programs of others."""

FLAGS = {
    "--render": ("film", "peers"),
    "--batch": ("batch",),
    "--faults": ("faults", "crowd"),
}
"""What belongs together, under one name."""


def main(doc: str, words: list[str]) -> int:
    """Take the figures that are asked for, print the table, return 1 if a limit is not kept."""
    parser = argparse.ArgumentParser(
        prog="bench", description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MEASURES))
    for flag, group in FLAGS.items():
        told = f"take {' and '.join(group)}"
        parser.add_argument(flag, dest="groups", action="append_const", const=group, help=told)
    found = parser.parse_args(words)
    names = [*found.names, *(name for group in found.groups or () for name in group)]
    names = names or [name for name in MEASURES if name not in LEFT_OUT]
    unknown = set(names) - MEASURES.keys()
    if unknown:
        parser.error(f"no such figure: {', '.join(sorted(unknown))}")
    figures: list[Figure] = []
    for name in names:
        print(f"{name} ...", file=sys.stderr, flush=True)
        figures += MEASURES[name]()
    print(markdown(figures))
    print(f"\n{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    return 0 if all(figure.met for figure in figures) else 1
