"""Python and what is installed in it, the skill's own files, and the user's settings."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import platform
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from t2v.checks import shell
from t2v.checks.finding import Finding, fail, ok, warn
from t2v.checks.patient import Patient
from t2v.errors import SkillError

OLDEST = (3, 10)

MODULES = {"sseclient-py": "sseclient", "PyYAML": "yaml"}
"""Import names that differ from the distribution's."""

_HEADER = re.compile(r"^# dependencies = \[(.*)\]$", re.MULTILINE)
_LIMIT = re.compile(r"(>=|<)([\d.]+)")


def python(_patient: Patient) -> Finding:
    """Say which Python this is, and whether the tools run on it."""
    say = f"Python {platform.python_version()} on {platform.system()}"
    if sys.version_info < OLDEST:
        return fail(f"{say}; the tools need {OLDEST[0]}.{OLDEST[1]} or newer.")
    return ok(f"{say}.")


def packages(patient: Patient) -> Finding:
    """Say whether the packages are there that the launchers declare, in versions that fit."""
    wanted = sorted(declared(patient.launchers), key=str.lower)
    lacking = {one: trouble for one in wanted if (trouble := _trouble(one))}
    if not wanted:
        return fail("The tools do not say which packages they need. Install the skill again.")
    if lacking:
        return fail(f"{'; '.join(lacking.values())}.", shell.install(*lacking))
    return ok(f"{', '.join(_name(one) for one in wanted)}: all there, in versions that fit.")


def declared(launchers: Path) -> set[str]:
    """Return the requirements in the launchers' headers, as pip writes them."""
    found: set[str] = set()
    for path in launchers.glob("*.py"):
        header = _HEADER.search(path.read_text(encoding="utf-8"))
        found |= set(re.findall(r'"([^"]+)"', header[1])) if header else set()
    return found


def _name(requirement: str) -> str:
    return re.split(r"[<>=]", requirement)[0]


def _trouble(requirement: str) -> str | None:
    """Return what is wrong with a package, if anything is."""
    name = _name(requirement)
    if importlib.util.find_spec(MODULES.get(name, name)) is None:
        return f"{name} is not installed"
    try:
        version = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None  # put there by other means; it can be imported, and that is what counts
    fits = all(_fits(_numbers(version), *limit) for limit in _LIMIT.findall(requirement))
    return None if fits else f"{name} {version} does not fit, {requirement} is needed"


def _fits(version: tuple[int, ...], sign: str, limit: str) -> bool:
    bound = _numbers(limit)
    return version >= bound if sign == ">=" else version < bound


def _numbers(version: str) -> tuple[int, ...]:
    """Return the release part of a version; what follows it never decides about our limits."""
    release = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(map(int, release[0].split("."))) if release else ()


def skill(patient: Patient) -> Finding | None:
    """Say which skill this is; nothing to say while PyYAML is missing, which is told already."""
    try:
        found = patient.context.skill
    except ModuleNotFoundError:
        return None
    except SkillError as error:
        return fail(error.say)
    return ok(f"{found.slug} {found.version}.")


def settings(patient: Patient) -> Finding:
    """Say which variables are wrong, else which are set; never what they hold."""
    if patient.wrong:
        said = " ".join(f"{name}: {say}" for name, say in patient.wrong.items())
        # Without the user's own token a free one would take its place, which is not ours to do.
        needless = [shell.unset_variable(name) for name in patient.wrong if name != "NEMO_TOKEN"]
        return fail(said, shell.both(needless))
    names = list(_set(patient))
    return ok(f"Set: {', '.join(names)}." if names else "Nothing is set; the defaults hold.")


def _set(patient: Patient) -> Iterator[str]:
    ours = ("NEMO_", "T2V_", "SKILL_SOURCE")
    yield from sorted(name for name, value in patient.environment.items()
                      if name.startswith(ours) and value)  # fmt: skip


def encoding(_patient: Patient) -> Finding:
    """Say whether words in any script can be printed, and files be named with them."""
    output = (sys.stdout.encoding or "ascii").lower()
    names = sys.getfilesystemencoding().lower()
    poor = [what for what, code in (("output", output), ("file names", names)) if "utf" not in code]
    if poor:
        mend = shell.set_variable("PYTHONUTF8", "1")
        return warn(f"{' and '.join(poor).capitalize()} cannot carry every script.", mend)
    return ok(f"Output is {output}, file names are {names}.")
