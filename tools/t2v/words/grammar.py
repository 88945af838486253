"""Classes to acts: which rows of letters are a request, and for which tool.

A clause is a request only when every word of it is accounted for: a word that no row allows means
that something is described, and descriptions belong to the video agent. That is why "the balance
of light" asks for no credits, and why lists of forbidden compounds are not needed.
"""

from __future__ import annotations

from typing import NamedTuple

FREE = ".~^A?,:;&"
"""Letters that no rule minds."""

CONTENT, NEGATED, CANCEL, TALK, REMARK = "content", "negated", "cancel", "talk", "remark"
"""What a clause may be besides a request."""


class Rule(NamedTuple):
    """A request: one of `needs` has all its letters in the clause, and nothing else is there.

    `bars` are sequences that make it something else.
    """

    tool: str
    needs: tuple[str, ...]
    allows: str
    bars: tuple[str, ...] = ()


# The first row that fits decides: "is the export done" is about the state, so it comes first.
RULES = (
    Rule("credits", ("H",), "Hchawqvogiblsfmud"),
    Rule("state", ("b?", "ib"), "ibodlFas"),
    Rule("state", ("s", "S", "wd", "qd", "hd", "ibv", "ibu", "wo"), "sSibwqhdovugFafml"),
    Rule("credits", ("c", "ha", "qa", "iba"), "chawqvogiblfmudsF", ("cv",)),
    Rule("upload", ("yp", "yr", "ym", "yo", "p", "r", "gm", "yk"), "umopkryglFfwbdi"),
    Rule("upload", ("u",), "umopkrygldwFi", ("ub",)),
    Rule("export", ("v", "go", "gf", "gF", "gl", "gb"), "vgoFfQldbwpkcyi", ("Ao", "pv")),
    Rule("export", ("fo", "Fo", "bo", "f"), "foFQb", ("Ao",)),
    Rule("state", ("d",), "dF"),
)  # fmt: skip

OPENERS = {"H": "credits", "S": "state"}
"""A question that opens so may go on about anything: "do I have enough for a clip of whales"."""


def judge(letters: str) -> str:
    """Return the tool that a clause asks for, or what else it is."""
    core = letters.strip(FREE)
    if not core:
        return TALK
    if set(core) <= set("N" + FREE):
        return CANCEL
    if core[0] in OPENERS and not set(core) & set('t"'):
        return OPENERS[core[0]]
    for rule in RULES:
        if fits(rule, letters):
            return rule.tool
    return _otherwise(letters, set(core))


def fits(rule: Rule, letters: str) -> bool:
    """Say whether the clause is this rule's request and nothing else."""
    present = set(letters)
    return (
        present <= set(rule.allows + FREE)
        and any(present >= set(need) for need in rule.needs)
        and not any(bar in letters for bar in rule.bars)
    )


def _otherwise(letters: str, present: set[str]) -> str:
    if present & set("nN") and not present & set('xet"'):
        return NEGATED
    if letters[0] == "~" and not present & set('etgvu"pk'):
        return REMARK
    return CONTENT
