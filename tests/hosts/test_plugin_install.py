"""The repository, cloned and with nothing built in it, is a plugin whose five skills all work."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.hosts.conftest import ROOT
from tests.hosts.programs import Computer
from tests.hosts.story import SOURCE, Installed, headers, tell_the_story
from tests.running_studio import RunningStudio

NAME = SOURCE.plugin.name


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a clone of what is committed."""
    folder = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", ROOT, folder], check=True)
    return folder


def test_the_repository_installs_as_a_plugin_and_each_skill_has_its_name(
    computer: Computer, studio: RunningStudio, clone: Path
) -> None:
    computer.run("openclaw", "plugins", "install", clone, "--force", "--accept-capabilities")
    plugin = computer.ask("openclaw", "plugins", "inspect", NAME, "--json")["plugin"]
    assert (plugin["id"], plugin["format"], plugin["status"]) == (NAME, "bundle", "loaded")
    listed = computer.ask("openclaw", "skills", "list", "--json")["skills"]
    eligible = {one["name"] for one in listed if one["eligible"]}
    assert eligible >= {skill.slug for skill in SOURCE.skills}

    skills = computer.home / ".openclaw" / "extensions" / NAME / "skills"
    for skill in SOURCE.skills:
        tell_the_story(Installed(skills / skill.slug, computer, studio), skill)
    wanted = {(skill.slug, SOURCE.version, "unknown") for skill in SOURCE.skills}
    assert headers(studio) == wanted


def test_the_repository_is_a_shop_that_sells_the_plugin(computer: Computer, clone: Path) -> None:
    shop = computer.ask("openclaw", "plugins", "marketplace", "list", clone, "--json")
    assert [one["name"] for one in shop["plugins"]] == [NAME]
