"""Every scanner, over every skill: nothing is found that has not its reason in a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from page.source import read_source
from tests.trust.allowed import ALLOWED
from tests.trust.conftest import ScanRunner
from tests.trust.scanners import SCANNERS, Scanner

ROOT = Path(__file__).resolve().parents[2]
SLUGS = [skill.slug for skill in read_source(ROOT / "skill.yaml").skills]

pytestmark = pytest.mark.trust


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("scanner", SCANNERS, ids=lambda scanner: scanner.name)
def test_a_scanner_finds_nothing_in_a_skill(
    scan: ScanRunner, built: Path, scanner: Scanner, slug: str
) -> None:
    found = scan(scanner, built / slug)
    mine = [row for row in ALLOWED if row.scanner == scanner.name]
    objections = [one for one in found if not any(row.covers(scanner.name, one) for row in mine)]
    assert objections == [], "mend the code or the page; do not hide it"
    idle = [row for row in mine if not any(row.covers(scanner.name, one) for one in found)]
    assert idle == [], "nobody objects any more: take the row out"
