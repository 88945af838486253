"""The engine's tables in Markdown, for the pages. Nobody types a row twice."""

from __future__ import annotations

import ast
from itertools import groupby
from pathlib import Path

from t2v.endpoints import PRICES, UPLOAD_FORMATS
from t2v.failures import FAILURES
from t2v.report import Exit, Next

EXITS = {
    Exit.OK: "done",
    Exit.USAGE: "wrong command line",
    Exit.DATA: "wrong input",
    Exit.UNAVAILABLE: "something is missing or out of reach",
    Exit.INTERNAL: "a fault in the tool",
    Exit.TEMPORARY: "still running, or try later",
    Exit.DENIED: "credits, plan or token",
    Exit.INTERRUPTED: "interrupted",
    Exit.TERMINATED: "ended from outside",
}
STORY = ("route", "connect", "send", "upload", "state", "credits", "export", "create")
"""The order in which a conversation needs the tools; others follow by name."""


def next_codes() -> str:
    """Return each `next` code and what the agent does then."""
    return "\n".join(f"- `{code.value}`: {code.meaning}" for code in Next)


def exit_codes() -> str:
    """Return each exit code with the error codes that end in it."""
    failures = sorted(FAILURES.values(), key=lambda failure: failure.exit)
    codes = {
        exit_: ", ".join(f"`{failure.code}`" for failure in rows)
        for exit_, rows in groupby(failures, key=lambda failure: failure.exit)
    }
    rows = [f"| {int(exit_)} | {EXITS[exit_]} | {codes.get(exit_, '')} |" for exit_ in Exit]
    return "\n".join(["| exit | meaning | `error.code` |", "|---|---|---|", *rows])


def failures() -> str:
    """Return each error code, what happened and what helps, as rows of a table."""
    return "\n".join(
        f"| `{row.code}` | {row.meaning} | {row.advice} |" for row in FAILURES.values()
    )


def tools(folder: Path) -> str:
    """Return each launcher in `folder` with the first paragraph of its own help."""
    names = sorted((path.stem for path in folder.glob("*.py")), key=_place)
    rows = [f"| `{name}.py` | {_summary(folder / f'{name}.py')} |" for name in names]
    return "\n".join(["| tool | what it does |", "|---|---|", *rows])


def formats() -> str:
    """Return the file formats that can be uploaded."""
    return ", ".join(UPLOAD_FORMATS)


def prices() -> str:
    """Return what each kind of work costs, as a sentence's end."""
    paid = [f"{verb} about {price}" for verb, price in PRICES.items() if price]
    free = [verb for verb, price in PRICES.items() if not price]
    return f"{', '.join(paid)}, {' and '.join(free)} nothing"


def _place(name: str) -> tuple[int, str]:
    return (STORY.index(name) if name in STORY else len(STORY), name)


def _summary(launcher: Path) -> str:
    """Return the first paragraph of a launcher's docstring, in one line."""
    doc = ast.get_docstring(ast.parse(launcher.read_text("utf-8"))) or ""
    return " ".join(doc.split("\n\n")[0].split()).replace("|", "\\|")
