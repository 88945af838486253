"""What a scanner's report says, whatever its form: a list of findings, or a report that is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple


class Finding(NamedTuple):
    """One objection: the scanner's own name for the rule, the file in the skill, what it says."""

    rule: str
    file: str
    says: str


class Ran(NamedTuple):
    """What a scanner left behind."""

    skill: Path
    exit: int
    stdout: str
    stderr: str
    report: Path
    """Where it was told to write its report; those that print it have none."""

    def within(self, path: str) -> str:
        """Return a path as it stands in the skill."""
        found = Path(path)
        whole = found if found.is_absolute() else self.skill.parent / found
        return (
            whole.relative_to(self.skill).as_posix() if whole.is_relative_to(self.skill) else path
        )


def agentskills(ran: Ran) -> Iterator[Finding]:
    """Read lines of prose: one that says it is valid, or the problems."""
    assert ran.exit in (0, 1), ran.stderr
    if ran.exit:
        yield from (Finding("invalid", "SKILL.md", line) for line in ran.stderr.splitlines()[1:])
    else:
        assert "Valid skill" in ran.stdout


def cisco(ran: Ran) -> Iterator[Finding]:
    """Read its JSON; it must say that its analyzers were at work."""
    report = _object(ran.report.read_text("utf-8"))
    assert {"static_analyzer", "pipeline", "correlation"} <= set(report["analyzers_used"])
    assert report["findings_count"] == len(report["findings"])
    for one in report["findings"]:
        yield Finding(one["rule_id"], one["file_path"], f"{one['severity']}: {one['description']}")


def sarif(ran: Ran) -> Iterator[Finding]:
    """Read SARIF, the form that such programs share."""
    for run in _object(ran.report.read_text("utf-8"))["runs"]:
        for one in run["results"]:
            place = one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            yield Finding(one["ruleId"], place, one["message"]["text"])


def clawhub_bridge(ran: Ran) -> Iterator[Finding]:
    """Read one entry a page."""
    pages = json.loads(ran.stdout)
    assert pages, "it looked at nothing"
    for page in [pages] if isinstance(pages, dict) else pages:
        assert page["total_findings"] == len(page["findings"])
        for one in page["findings"]:
            yield Finding(one["name"], ran.within(page["source"]), one["matched"])


def guarddog(ran: Ran) -> Iterator[Finding]:
    """Read its risks; without one its score is 0."""
    report = _object(ran.stdout)
    assert report["errors"] == {}
    assert bool(report["risk_score"]["score"]) == bool(report["risks"])
    for one in report["risks"]:
        yield Finding(one["threat_rule"], one["file_path"], one["threat_match"])


def bandit(ran: Ran) -> Iterator[Finding]:
    """Read results of every severity; files that it could not read are an error."""
    report = _object(ran.stdout)
    assert report["errors"] == []
    assert report["metrics"]["_totals"]["loc"] > 0, "it looked at nothing"
    for one in report["results"]:
        yield Finding(one["test_id"], ran.within(one["filename"]), one["issue_text"])


def ruff(ran: Ran) -> Iterator[Finding]:
    """Read its JSON."""
    assert ran.exit in (0, 1), ran.stderr
    for one in json.loads(ran.stdout):
        yield Finding(one["code"], ran.within(one["filename"]), one["message"])


def detect_secrets(ran: Ran) -> Iterator[Finding]:
    """Read its baseline."""
    for path, secrets in _object(ran.stdout)["results"].items():
        yield from (
            Finding(one["type"], ran.within(path), f"line {one['line_number']}") for one in secrets
        )


def agnix(ran: Ran) -> Iterator[Finding]:
    """Read diagnostics of every level."""
    report = _object(ran.stdout)
    assert report["files_checked"] > 0, "it looked at nothing"
    for one in report["diagnostics"]:
        yield Finding(one["rule"], ran.within(one["file"]), one["message"])


def _object(text: str) -> dict[str, Any]:
    report = json.loads(text)
    assert isinstance(report, dict)
    return report
