"""A film from a document: planned, shown or sent; or, for a list of prompts, a batch instead."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from t2v import brief, wishes
from t2v.context import Context
from t2v.documents import lists, readers
from t2v.documents.kinds import TABLES
from t2v.documents.plan import LONGEST, SECONDS, SHORTEST, planned
from t2v.documents.shelf import Kept, PlanShelf
from t2v.documents.tables import open_table
from t2v.errors import SkillError
from t2v.external.untrusted import clean_name
from t2v.media_files import checked_size, open_regular
from t2v.report import External, Next, Report
from t2v.wording import require_words

SOURCE = "document"

COUNTED = 10_000
"""Rows that are counted before a batch is offered; it counts them all itself."""

_ASKS = {"zh": "用这段文字做一个视频", "": "Make a video from this text"}


def is_batch(path: Path, kind: str) -> bool:
    """Tell whether the document is a table or a list of prompts."""
    return kind in TABLES or (kind == "txt" and lists.is_list(path))


def offer_batch(path: Path, kind: str) -> Report:
    """Return that the document is many films, and how they are made."""
    with open_table(path) as table:
        rows = sum(1 for row in islice(table.rows(), COUNTED) if row.flaw is None)
    more = "at least " * (rows == COUNTED)
    what = "a list" if kind == "txt" else "a table"
    return Report(
        say=f"{clean_name(path.name)} is {what} of {more}{rows} rows, not one story. "
        "Nothing is sent. batch.py makes a video of each row; --story makes one film of all.",
        data={"document": {"kind": kind, "rows": rows}, "arguments": {"file": str(path)}},
        next=(Next.OFFER_BATCH,),
    )


def plan_of(
    context: Context, path: Path, kind: str, *, words: str | None, duration: int | None
) -> Kept:
    """Return the plan, and what is asked for with it.

    Args:
        context: what may be used.
        path: the document.
        kind: of document.
        words: the user's own, None where they said nothing more.
        duration: the film's seconds, None for what the words say, else half a minute.

    Raises:
        SkillError: what is wrong with the document; `usage` for another length.
    """
    with open_regular(path) as handle:
        checked_size(path, handle, context.skill.max_upload_mb)
    context.progress.say(f"Reading {clean_name(path.name)}...")
    plan = planned(readers.read(path, kind), path.name, kind, _seconds(words, duration))
    default = _ASKS.get(plan.language, _ASKS[""])
    brand = context.skill._replace(default_duration_s=plan.seconds)
    return Kept(plan, brief.opening(require_words(words) if words else default, brand))


def show(context: Context, kept: Kept) -> Report:
    """Keep the plan, and return it to be looked at; nothing is sent."""
    name, path = _shelf(context).add(kept)
    return Report(
        say=f"{kept.plan.outline()} Nothing is sent yet.",
        data={"plan": name, "plan_file": str(path), "document": kept.plan.facts()},
        next=(Next.SHOW_PLAN,),
        external=External(kept.plan.table(), SOURCE),
        lines=(f"upload.py --send-plan {name} sends it.",),
    )


def find(context: Context, name: str) -> Kept:
    """Return a plan that was shown before, by its id or its file.

    Raises:
        SkillError: `no_plan`.
    """
    return _shelf(context).find(name)


def send(context: Context, kept: Kept, *, max_credits: int | None, wait: float | None) -> Report:
    """Send the plan as one message, as send.py sends words, and return what came of it."""
    request = {
        "message": require_words(kept.plan.message(kept.ask)),
        "asked": kept.ask,
        "max_credits": context.settings.limit(max_credits),
    }
    context.progress.say(kept.plan.outline())
    came = context.work.begin("chat", request, wait)
    return Report(
        say=came.say,
        data={**came.data, "document": kept.plan.facts()},
        next=came.next,
        charged=came.charged,
        external=came.external,
        exit=came.exit,
        lines=came.lines,
    )


def _shelf(context: Context) -> PlanShelf:
    return PlanShelf(context.store.folder / "plans")


def _seconds(words: str | None, duration: int | None) -> int:
    """Return the film's length: as asked, as the words say, else half a minute."""
    if duration is None:
        wished = wishes.read(words or "").duration_s
        duration = SECONDS if wished is None else round(wished)
    if not SHORTEST <= duration <= LONGEST:
        said = f"A film from a document has {SHORTEST} to {LONGEST} seconds."
        raise SkillError("usage", said)
    return duration
