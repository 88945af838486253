"""The repository, cloned and with nothing built in it, is a plugin whose five skills all work."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from npm import Programs
from page.source import Profile
from tests.hosts.conftest import ROOT
from tests.hosts.programs import Computer
from tests.hosts.registry import Registry
from tests.hosts.story import SOURCE, Installed, headers, tell_the_story
from tests.running_studio import RunningStudio

NAME = SOURCE.plugin.name


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone of what is committed."""
    folder = tmp_path_factory.mktemp("clone") / "repository"
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", ROOT, folder], check=True)
    return folder


@pytest.fixture(scope="session")
def owner(
    tmp_path_factory: pytest.TempPathFactory,
    programs: Programs,
    registry: Registry,
    uv: tuple[str, ...],
    clone: Path,
) -> Computer:
    """Return the computer of somebody who installed the plugin; openclaw takes its time for it."""
    home, work = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("work")
    computer = Computer(home, work, programs, registry, uv)
    computer.run("openclaw", "plugins", "install", clone, "--force", "--accept-capabilities")
    return computer


def test_the_repository_is_a_plugin_of_five_skills_that_a_model_may_use(owner: Computer) -> None:
    plugin = owner.ask("openclaw", "plugins", "inspect", NAME, "--json")["plugin"]
    assert (plugin["id"], plugin["format"], plugin["status"]) == (NAME, "bundle", "loaded")
    listed = owner.ask("openclaw", "skills", "list", "--json")["skills"]
    eligible = {one["name"] for one in listed if one["eligible"]}
    assert eligible >= {skill.slug for skill in SOURCE.skills}


@pytest.mark.parametrize("skill", SOURCE.skills, ids=lambda skill: skill.slug)
def test_each_skill_of_the_plugin_works_in_its_own_name(
    owner: Computer, studio: RunningStudio, skill: Profile
) -> None:
    skills = owner.home / ".openclaw" / "extensions" / NAME / "skills"
    tell_the_story(Installed(skills / skill.slug, owner, studio), skill)
    assert headers(studio) == {(skill.slug, SOURCE.version, "unknown")}


def test_the_repository_is_a_shop_that_sells_the_plugin(computer: Computer, clone: Path) -> None:
    shop = computer.ask("openclaw", "plugins", "marketplace", "list", clone, "--json")
    assert [one["name"] for one in shop["plugins"]] == [NAME]
