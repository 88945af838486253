"""The findings that stay, each with its reason. Everything else is mended where it comes from."""

from __future__ import annotations

from typing import NamedTuple

from tests.trust.findings import Finding


class Allowed(NamedTuple):
    """Findings of one rule in one file that are right to be there."""

    scanner: str
    rule: str
    file: str
    because: str

    def covers(self, scanner: str, finding: Finding) -> bool:
        """Tell whether a finding is the one that is meant."""
        return (self.scanner, self.rule, self.file) == (scanner, finding.rule, finding.file)


ALLOWED = (
    Allowed(
        "agnix-generic",
        "AS-016",
        "SKILL.md",
        "It wants metadata to hold strings alone. OpenClaw reads the map metadata.openclaw, and "
        "without it neither offers NEMO_TOKEN to the skill nor shows which variables it reads.",
    ),
)
