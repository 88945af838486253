"""clawhub installs each skill where it is told to, and would publish it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from page.builder import bundles, lay_out
from page.source import Profile
from tests.hosts.conftest import ROOT
from tests.hosts.programs import Computer
from tests.hosts.registry import running_registry
from tests.hosts.story import SOURCE, Installed, headers, tell_the_story
from tests.running_studio import RunningStudio

each_skill = pytest.mark.parametrize("skill", SOURCE.skills, ids=lambda skill: skill.slug)


@each_skill
def test_a_skill_works_from_the_folder_of_the_work(
    computer: Computer, studio: RunningStudio, skill: Profile
) -> None:
    computer.run("clawhub", "--no-input", "install", skill.slug)
    tell_the_story(Installed(computer.work / "skills" / skill.slug, computer, studio), skill)
    assert headers(studio) == {(skill.slug, SOURCE.version, "clawhub")}


@each_skill
def test_a_skill_works_from_cursors_folder(
    computer: Computer, studio: RunningStudio, skill: Profile
) -> None:
    place = computer.home / ".cursor" / "skills"
    computer.run("clawhub", "--no-input", "--dir", place, "install", skill.slug)
    tell_the_story(Installed(place / skill.slug, computer, studio), skill)
    assert headers(studio) == {(skill.slug, SOURCE.version, "cursor")}


@each_skill
def test_a_skill_would_be_published_whole(computer: Computer, skill: Profile) -> None:
    files = bundles(ROOT)[skill.slug]
    lay_out(computer.work / skill.slug, files)
    plan = computer.ask(
        "clawhub", "--no-input", "skill", "publish", skill.slug, "--dry-run", "--json"
    )
    assert (plan["ok"], plan["status"]) == (True, "would-publish")
    assert (plan["slug"], plan["fileCount"]) == (skill.slug, len(files))


def test_a_skill_that_nobody_published_yet_would_be(computer: Computer) -> None:
    skill = SOURCE.skills[-1]
    lay_out(computer.work / skill.slug, bundles(ROOT)[skill.slug])
    with running_registry({}, SOURCE.version) as empty:
        fresh = replace(computer, registry=empty)
        plan = fresh.ask(
            "clawhub", "--no-input", "skill", "publish", skill.slug, "--dry-run", "--json"
        )
    assert (plan["status"], plan["latestVersion"]) == ("would-publish", None)
