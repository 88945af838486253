"""`skills add` brings each skill to the hosts that it knows: as files, or as links to one place."""

from __future__ import annotations

from pathlib import Path

import pytest

from page.builder import bundles, differences, lay_out
from page.source import Profile
from tests.hosts.conftest import ROOT
from tests.hosts.programs import Computer
from tests.hosts.story import SOURCE, Installed, headers, tell_the_story
from tests.running_studio import RunningStudio

each_skill = pytest.mark.parametrize("skill", SOURCE.skills, ids=lambda skill: skill.slug)
LINKED = (".claude", ".openclaw")


def add(computer: Computer, skill: Profile, *options: str) -> None:
    source = computer.home.parent / "dist" / skill.slug
    lay_out(source, bundles(ROOT)[skill.slug])
    computer.run("skills", "add", source, "--yes", *options)


@each_skill
def test_a_skill_works_from_a_projects_folder(
    computer: Computer, studio: RunningStudio, skill: Profile
) -> None:
    add(computer, skill, "--agent", "cursor")
    folder = computer.work / ".agents" / "skills" / skill.slug
    tell_the_story(Installed(folder, computer, studio), skill)
    assert headers(studio) == {(skill.slug, SOURCE.version, "unknown")}
    assert differences(folder, bundles(ROOT)[skill.slug]) == []


@each_skill
def test_a_skill_works_from_links_to_the_users_one_folder(
    computer: Computer, studio: RunningStudio, skill: Profile
) -> None:
    add(computer, skill, "--global", "--agent", "claude-code", "--agent", "openclaw")
    real = computer.home / ".agents" / "skills" / skill.slug
    assert not real.is_symlink()
    for place in LINKED:
        link = computer.home / place / "skills" / skill.slug
        assert link.is_symlink()
        assert link.resolve() == real.resolve()
    folder = computer.home / LINKED[0] / "skills" / skill.slug
    tell_the_story(Installed(folder, computer, studio), skill)
    assert headers(studio) == {(skill.slug, SOURCE.version, "unknown")}
    assert differences(real, bundles(ROOT)[skill.slug]) == []


def test_the_link_and_not_what_it_leads_to_tells_the_host(
    computer: Computer, studio: RunningStudio
) -> None:
    skill = SOURCE.skills[0]
    add(computer, skill, "--global", "--agent", "claude-code", "--agent", "openclaw")
    link = computer.home / ".cursor" / "skills" / skill.slug
    link.parent.mkdir(parents=True)
    link.symlink_to(Path("../../.agents/skills") / skill.slug)
    Installed(link, computer, studio).run("connect")
    assert headers(studio) == {(skill.slug, SOURCE.version, "cursor")}
