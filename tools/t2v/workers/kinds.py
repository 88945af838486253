"""What a worker can do: one row for each kind of job.

The command module of a row tells the story: `begin(context, budget, **request)` does the job,
`go_on(context, budget, **request)` takes up one whose worker is gone, and sends nothing again.
"""

from __future__ import annotations

import importlib
from typing import Any, NamedTuple, Protocol

from t2v.clock import Budget
from t2v.context import Context
from t2v.endpoints import CHAT_LIMIT_S, RENDER_LIMIT_S
from t2v.report import Charged, Report

LOOKING_S = 360.0
"""What a chat may take beyond its own limit: the looks at the state after its stream broke."""


BATCH_LIMIT_S = 30 * 86_400.0
"""A batch may have thousands of films; it ends by itself when none can be made any more."""


class Kind(NamedTuple):
    """One row.

    `tool` names the command's module and its launcher; `open` the work on the service that the job
    may have left open; `limit_s` bounds the worker's life; `charged` is what can be said of the
    cost while it works.
    """

    name: str
    tool: str
    open: tuple[str, ...]
    limit_s: float
    charged: Charged
    going_on: str


# fmt: off
_ROWS = (
    Kind("chat", "send", ("chat",), CHAT_LIMIT_S + LOOKING_S, Charged.UNKNOWN,
         "Still working on it."),
    Kind("render", "export", ("render",), RENDER_LIMIT_S, Charged.NO,
         "Still rendering. The render is kept; nothing has to be done again."),
    Kind("film", "create", ("chat", "render"), CHAT_LIMIT_S + LOOKING_S + RENDER_LIMIT_S,
         Charged.UNKNOWN, "Still working on the film."),
    Kind("batch", "batch", (), BATCH_LIMIT_S, Charged.UNKNOWN,
         "Still working through the batch."),
)
# fmt: on

KINDS = {row.name: row for row in _ROWS}


class Story(Protocol):
    """A command's module."""

    def begin(self, context: Context, budget: Budget, **request: Any) -> Report:
        """Do the job, from its beginning."""

    def go_on(self, context: Context, budget: Budget, **request: Any) -> Report:
        """Take up a job that another process began."""


def command(kind: str) -> Story:
    """Return the module that does jobs of that kind."""
    story: Story = importlib.import_module(f"t2v.commands.{KINDS[kind].tool}")
    return story
