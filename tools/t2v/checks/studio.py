"""The studio on this computer, and whether its fonts hold the user's own text."""

from __future__ import annotations

import sys
import unicodedata

from t2v import local
from t2v.checks import shell
from t2v.checks.finding import Finding, fail, ok, warn
from t2v.checks.patient import Patient
from t2v.errors import SkillError

ANSWER_S = 8.0
"""Loading the drawing packages takes a second; on a slow disk some more."""

MOST_NAMED = 5


def studio(patient: Patient) -> Finding:
    """Say whether the studio is installed; only `--local` needs it."""
    try:
        program = local.program()
    except SkillError:
        missing = fail if patient.settings.local else ok
        say = "It is not installed" if patient.settings.local else "Not installed; --local needs it"
        mend = shell.install_studio()
        return missing(f"{say}." if mend else f"{say}, with Python 3.11 or newer.", mend)
    where = "in this Python" if program[0] == sys.executable else f"as {program[0]}"
    return ok(f"It is installed {where}: --local works without a network.")


def fonts(patient: Patient) -> Finding | None:
    """Say which characters of the user's own text the studio could not draw."""
    if patient.text is None:
        return None
    try:
        lacking = local.undrawable(patient.text, ANSWER_S)
    except SkillError as error:
        return warn(error.say, shell.install_studio())
    if not lacking:
        return ok("Every character of the text can be drawn.")
    named = ", ".join(_named(one) for one in lacking[:MOST_NAMED])
    more = f" and {len(lacking) - MOST_NAMED} more" if len(lacking) > MOST_NAMED else ""
    return warn(f"No font has {named}{more}; these are left out.")


def _named(character: str) -> str:
    """Return the character's number and name, which every terminal can show."""
    name = unicodedata.name(character, "").capitalize()
    return f"U+{ord(character):04X}{f' ({name})' if name else ''}"
