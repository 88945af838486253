"""openclaw takes each skill from a registry, offers it to its model, and finds it clean."""

from __future__ import annotations

import pytest

from page.source import Profile
from tests.hosts.programs import Computer
from tests.hosts.story import SOURCE, Installed, headers, tell_the_story
from tests.running_studio import RunningStudio

SLUG = SOURCE.skills[0].slug


@pytest.mark.parametrize("skill", SOURCE.skills, ids=lambda skill: skill.slug)
def test_a_skill_lands_is_offered_works_and_can_be_updated(
    computer: Computer, studio: RunningStudio, skill: Profile
) -> None:
    computer.run("openclaw", "skills", "install", skill.slug)
    folder = computer.home / ".openclaw" / "workspace" / "skills" / skill.slug

    seen = computer.ask("openclaw", "skills", "info", skill.slug, "--json")
    assert (seen["eligible"], seen["modelVisible"], seen["commandVisible"]) == (True, True, True)
    assert [kind for kind, names in seen["missing"].items() if names] == []
    assert seen["description"] == skill.description

    tell_the_story(Installed(folder, computer, studio), skill)
    assert headers(studio) == {(skill.slug, SOURCE.version, "clawhub")}

    updated = computer.run("openclaw", "skills", "update", skill.slug)
    assert f"{skill.slug} already at {SOURCE.version}" in updated


def test_a_folder_that_a_tool_had_written_to_would_be_noticed(computer: Computer) -> None:
    computer.run("openclaw", "skills", "install", SLUG, "--global")
    tools = computer.home / ".openclaw" / "skills" / SLUG / "tools"
    (tools / "__pycache__").mkdir()
    (tools / "__pycache__" / "route.pyc").write_bytes(b"")
    refused = computer.run("openclaw", "skills", "update", SLUG, "--global", fails=True)
    assert "local" in refused
