"""The scanners that users see: how each is called, and how its findings are counted.

None of them calls anybody: what asks a model or a service is left off, and the programs run with a
proxy at which nobody listens. Comments in our code that tell a linter to be quiet are switched off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.trust import findings
from tests.trust.findings import Finding, Ran

COMMENTS = "detect_secrets.filters.allowlist.is_line_allowlisted"
"""The filter by which a line's own comment hides what stands in the line."""


class Scanner(NamedTuple):
    """One program of the environment, or one way to call it.

    `{skill}` in the command is the folder, `{report}` a file to write, `{settings}` a file of ours.
    """

    name: str
    command: tuple[str, ...]
    read: Callable[[Ran], Iterator[Finding]]
    settings: str = ""


# fmt: off
_CISCO = ("skill-scanner", "scan", "{skill}", "--format", "json", "--output", "{report}")
_AGNIX = ("agnix", "{skill}", "--format", "json", "--ignore-inline-suppressions",
          "--config", "{settings}")
_PINNED = """\
[spec_revisions]
agent_skills_spec = "2025-12-18"
[tool_versions]
claude_code = "2.0.0"
"""

SCANNERS = (
    Scanner("agentskills", ("agentskills", "validate", "{skill}"), findings.agentskills),
    Scanner("cisco", _CISCO, findings.cisco),
    Scanner("cisco-strict", (*_CISCO, "--policy", "strict", "--use-trigger"), findings.cisco),
    Scanner("husk", ("husk", "package", "{skill}", "--output", "{report}.sarif"), findings.sarif),
    Scanner("clawhub-bridge", ("clawhub", "scan", "--json", "{skill}"), findings.clawhub_bridge),
    Scanner("guarddog", ("guarddog", "--log-level", "error", "pypi", "scan", "--no-sandbox",
                         "--output-format", "json", "{skill}"), findings.guarddog),
    Scanner("bandit", ("bandit", "-q", "-r", "--ignore-nosec", "-f", "json", "{skill}"),
            findings.bandit),
    Scanner("ruff", ("ruff", "check", "--isolated", "--no-cache", "--select", "S", "--ignore-noqa",
                     "--output-format", "json", "{skill}"), findings.ruff),
    Scanner("detect-secrets", ("detect-secrets", "-C", "{skill}", "scan", "--all-files",
                               "--no-verify", "--disable-filter", COMMENTS),
            findings.detect_secrets),
    Scanner("agnix", (*_AGNIX, "--target", "claude-code"), findings.agnix, _PINNED),
    Scanner("agnix-generic", (*_AGNIX, "--target", "generic"), findings.agnix, _PINNED),
)
# fmt: on
