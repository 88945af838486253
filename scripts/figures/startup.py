"""What it costs to start a tool, against what starts anyway."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator

from figures.place import installed, service
from figures.processes import cpu_medians
from figures.table import Figure

WORDS = "make a ten-second video of a lighthouse in a storm, and don't export it yet"


def route() -> Iterator[Figure]:
    """The router: bare Python with a table, and cheaper than starting Node."""
    with installed() as place:
        commands = {
            "route": [*place.tool("route"), WORDS],
            "python": [sys.executable, "-c", "pass"],
        }
        node = shutil.which("node")
        if node:
            commands["node"] = [node, "-e", "0"]
        cpu = cpu_medians(commands, place.environment())
    yield Figure(
        what="CPU of `route.py` over `python3 -c pass`",
        value=cpu["route"] / cpu["python"],
        limit=4,
        unit="times",
        detail=f"{cpu['route']:.0f} and {cpu['python']:.0f} ms",
    )
    if node:
        yield Figure(
            what="CPU of `route.py` over `node -e 0`",
            value=cpu["route"] / cpu["node"],
            limit=1,
            unit="times",
            detail=f"{cpu['route']:.0f} and {cpu['node']:.0f} ms",
        )


def balance() -> Iterator[Figure]:
    """A call of the API: little more than importing requests."""
    with installed() as place, service() as port:
        commands = {
            "credits": place.tool("credits"),
            "requests": [sys.executable, "-c", "import requests"],
        }
        cpu = cpu_medians(commands, place.environment(port))
    yield Figure(
        what="CPU of `credits.py` over `python3 -c 'import requests'`",
        value=cpu["credits"] / cpu["requests"],
        limit=1.35,
        unit="times",
        detail=f"{cpu['credits']:.0f} and {cpu['requests']:.0f} ms",
    )
