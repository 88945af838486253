"""A built skill as a host runs it: copied to where the host keeps skills, called by path.

The story goes to a studio, which writes down what arrived; the folder is as it was afterwards.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from page.builder import bundles, differences, lay_out
from page.source import Profile, read_source
from tests.running_studio import RunningStudio, running_studio
from tests.tools.schema import validate

ROOT = Path(__file__).resolve().parents[2]
SOURCE = read_source(ROOT / "skill.yaml")
BUILT = bundles(ROOT)
each_skill = pytest.mark.parametrize("skill", SOURCE.skills, ids=lambda skill: skill.slug)


@dataclass(frozen=True, slots=True)
class Installed:
    """A skill in a host's folder, and the host's own working folder."""

    folder: Path
    workspace: Path
    environment: dict[str, str]

    def run(self, tool: str, *arguments: str) -> dict[str, Any]:
        done = subprocess.run(
            [sys.executable, self.folder / "tools" / f"{tool}.py", *arguments],
            cwd=self.workspace,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, (tool, done.stdout, done.stderr)
        document: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        validate(tool, document, done.returncode)
        return document


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[RunningStudio]:
    with running_studio(tmp_path / "studio", free_credits=1000) as running:
        yield running


def install(slug: str, place: Path, tmp_path: Path, studio: RunningStudio) -> Installed:
    """Install a built skill below `place` for a host whose user's home is `tmp_path`."""
    lay_out(place / slug, BUILT[slug])
    (tmp_path / "workspace").mkdir()
    environment = {
        **os.environ,
        "HOME": str(tmp_path),
        "USERPROFILE": str(tmp_path),
        "NEMO_API_URL": studio.url,
    }
    # It would hide that a tool writes into the skill's folder.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return Installed(place / slug, tmp_path / "workspace", environment)


def headers(studio: RunningStudio) -> set[tuple[str, ...]]:
    """Return what the calls that the studio saw said of their skill."""
    calls = [entry for entry in studio.requests() if entry["path"].startswith(("/api", "/run"))]
    names = ("x-skill-source", "x-skill-version", "x-skill-platform")
    return {tuple(str(call[name]) for name in names) for call in calls}


@each_skill
def test_a_skill_tells_its_story_from_where_a_host_put_it(
    skill: Profile, tmp_path: Path, studio: RunningStudio
) -> None:
    host = install(skill.slug, tmp_path / ".cursor" / "skills", tmp_path, studio)
    assert host.run("route", "a cat surfing at golden hour")["data"]["tool"] == "send"
    host.run("connect", "--language", "en")
    made = host.run("send", "a cat surfing at golden hour")
    assert made["charged"] == "yes"
    assert f"(0-{skill.default_duration_s}s)" in made["data"]["timeline"]
    assert host.run("state")["data"]["aspect"] == skill.default_aspect
    assert headers(studio) == {(skill.slug, SOURCE.version, "cursor")}
    assert differences(host.folder, BUILT[skill.slug]) == []


@pytest.mark.parametrize(
    ("slug", "look"),
    [("text-to-video-kaiber", "painterly"), ("deepseek-text-tovideo", "cinematic")],
)
def test_a_style_is_carried_into_the_film_though_nobody_names_it(
    tmp_path: Path, studio: RunningStudio, slug: str, look: str
) -> None:
    host = install(slug, tmp_path / "skills", tmp_path, studio)
    assert look in host.run("send", "a sunset over ocean waves")["external"]["text"]


def test_a_skill_without_a_style_adds_none(tmp_path: Path, studio: RunningStudio) -> None:
    host = install("text-to-video-kaggle", tmp_path / "skills", tmp_path, studio)
    drawn = host.run("send", "a sunset over ocean waves")["external"]["text"]
    assert not [look for look in ("painterly", "cinematic") if look in drawn]


PLACES = [
    (".cursor/skills", "cursor"),
    (".clawhub/skills", "clawhub"),
    (".claude/skills", "unknown"),
    ("project/.agents/skills", "unknown"),
]


@pytest.mark.parametrize(("place", "platform"), PLACES)
def test_the_platform_is_read_from_the_place(
    tmp_path: Path, studio: RunningStudio, place: str, platform: str
) -> None:
    host = install("text-to-video-kaiber", tmp_path / place, tmp_path, studio)
    host.run("connect")
    assert headers(studio) == {("text-to-video-kaiber", SOURCE.version, platform)}


def test_a_registrys_record_beside_the_page_tells_the_platform(
    tmp_path: Path, studio: RunningStudio
) -> None:
    host = install("text-to-video-gratis", tmp_path / "skills", tmp_path, studio)
    (host.folder / ".clawhub").mkdir()
    (host.folder / ".clawhub" / "origin.json").write_text("{}")
    host.run("connect")
    assert {row[2] for row in headers(studio)} == {"clawhub"}


def test_routing_asks_nobody_for_anything(tmp_path: Path, studio: RunningStudio) -> None:
    """An account is made when a video is asked for, not by looking at the skill."""
    host = install("deepseek-text-tovideo", tmp_path / "skills", tmp_path, studio)
    host.run("route", "slow push in on a fishing boat at dawn")
    assert not headers(studio)
