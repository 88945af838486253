"""Who is calling: the three headers, and the platform by the rules for paths."""

from __future__ import annotations

from pathlib import Path

import pytest

from t2v.errors import SkillError
from t2v.identity import platform, skill_headers
from t2v.skill import Skill

HOME = Path("/home/me")


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("/home/me/.clawhub/skills/clips", "clawhub"),
        ("/home/me/.clawhub", "clawhub"),
        ("/home/me/.cursor/skills/clips", "cursor"),
        ("/home/me/.cursor/other/clips", "unknown"),
        ("/home/me/.claude/skills/clips", "unknown"),
        ("/home/me/.clawhub-old/clips", "unknown"),
        ("/home/you/.cursor/skills/clips", "unknown"),
        ("/srv/.cursor/skills/clips", "unknown"),
        ("/home/me/work/skills/clips", "unknown"),
    ],
)
def test_the_platform_is_read_from_the_path(folder: str, name: str) -> None:
    assert platform(Path(folder), HOME, None) == name
    assert platform(Path(folder), HOME, "openclaw") == "openclaw"


def test_a_registrys_mark_beside_the_page_counts_after_the_path(tmp_path: Path) -> None:
    folder = tmp_path / ".cursor" / "skills" / "clips"
    (folder / ".clawhub").mkdir(parents=True)
    (folder / ".clawhub" / "origin.json").write_text("{}")
    assert platform(folder, HOME, None) == "clawhub"
    assert platform(folder, tmp_path, None) == "cursor"


def test_a_link_is_judged_by_where_it_was_called(tmp_path: Path) -> None:
    real = tmp_path / ".agents" / "skills" / "clips"
    real.mkdir(parents=True)
    link = tmp_path / ".cursor" / "skills" / "clips"
    link.parent.mkdir(parents=True)
    link.symlink_to(real)
    assert platform(link, tmp_path, None) == "cursor"
    assert platform(real, tmp_path, None) == "unknown"


@pytest.mark.parametrize("value", ["two\nlines", "ümlaut", "x" * 200, "a:b\r\nX-Evil: 1"])
def test_a_platform_that_is_no_header_is_refused(value: str) -> None:
    with pytest.raises(SkillError, match="SKILL_SOURCE") as caught:
        platform(HOME, HOME, value)
    assert caught.value.code == "usage"


def test_the_headers_name_the_skill() -> None:
    skill = Skill(slug="clips", version="1.2.3", folder=HOME)
    assert skill_headers(skill, "cursor") == {
        "X-Skill-Source": "clips",
        "X-Skill-Version": "1.2.3",
        "X-Skill-Platform": "cursor",
    }


@pytest.mark.parametrize("slug", ["", "two\nlines", "ümlaut", "x" * 200])
def test_a_page_that_would_break_the_headers_is_broken(slug: str) -> None:
    with pytest.raises(SkillError) as caught:
        skill_headers(Skill(slug=slug, version="1", folder=HOME), "cursor")
    assert caught.value.code == "skill_broken"
