"""The findings that stay, each with its reason. Everything else is mended where it comes from."""

from __future__ import annotations

from typing import NamedTuple

from tests.trust.declared import SOURCE
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


OUR_OWN_PROGRAM = (
    "It starts a program, as it must: the studio, a worker that outlives the host's patience, the "
    "reader of documents, the measuring. Each is ours, gets a list of words and no shell, and "
    "stands under `programs` in skill.yaml and on every page."
)
STARTING = (("bandit", "B404"), ("bandit", "B603"), ("ruff", "S603"))
"""What linters say to every program that starts another one."""

MANY_FILES = (
    "It counts files: over 100, or 50 in the strict policy. Ours are short, so that people can "
    "read each; the exact list stands in tests/bundles/files.txt, and nothing else gets in."
)

ALLOWED = (
    Allowed(
        "agnix-generic",
        "AS-016",
        "SKILL.md",
        "It wants metadata to hold strings alone. OpenClaw reads the map metadata.openclaw, and "
        "without it neither offers NEMO_TOKEN to the skill nor shows which variables it reads.",
    ),
    *(Allowed(name, "EXCESSIVE_FILE_COUNT", ".", MANY_FILES) for name in ("cisco", "cisco-strict")),
    *(
        Allowed(scanner, rule, path, OUR_OWN_PROGRAM)
        for scanner, rule in STARTING
        for program in SOURCE.programs
        for path in program.started_by
    ),
)
