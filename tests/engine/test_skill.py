"""The skill's name, version and brand, from the page and the data beside the tools."""

from __future__ import annotations

from pathlib import Path

import pytest

from t2v.errors import SkillError
from t2v.skill import Skill, skill_folder

BRANDS = """
version: "9.9.9"
skills:
  - slug: clips
    title: Clips
    connecting: Warming up...
    max_upload_mb: 500
  - slug: others
    title: Others
"""

PAGES: dict[str, tuple[str, str]] = {
    "version under metadata": (
        "---\nname: clips\nmetadata:\n  version: 1.2.3\n---\n# Clips",
        "1.2.3",
    ),
    "version at the top": ("---\nname: clips\nversion: 2.0\n---\n", "2.0"),
    "the top wins": ("---\nname: clips\nversion: '3'\nmetadata:\n  version: 1\n---\n", "3"),
    "a BOM": ("\ufeff---\nname: clips\nversion: 1.0.0\n---\n", "1.0.0"),
    "dashes in the page": ("---\nname: clips\nversion: 1.0.0\n---\na --- b\n---\n", "1.0.0"),
    "Windows lines": ("---\r\nname: clips\r\nversion: 1.0.0\r\n---\r\n", "1.0.0"),
}

BROKEN: dict[str, str] = {
    "no frontmatter": "# Clips",
    "empty": "",
    "no name": "---\nversion: 1.0.0\n---\n",
    "no version": "---\nname: clips\n---\n",
    "a name that is none": "---\nname: [clips]\nversion: 1.0.0\n---\n",
    "not YAML": "---\nname: [clips\n---\n",
    "a list": "---\n- name\n---\n",
    "metadata that is none": "---\nname: clips\nmetadata: yes\n---\n",
}


def put(folder: Path, page: str, brands: str | None = None) -> Path:
    (folder / "SKILL.md").write_text(page, encoding="utf-8", newline="")
    if brands is not None:
        (folder / "skill.yaml").write_text(brands, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("page", "version"), PAGES.values(), ids=PAGES.keys())
def test_name_and_version_come_from_the_page(tmp_path: Path, page: str, version: str) -> None:
    skill = Skill.load(put(tmp_path, page))
    assert (skill.slug, skill.version, skill.folder) == ("clips", version, tmp_path)


@pytest.mark.parametrize("page", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_page_is_a_broken_skill(tmp_path: Path, page: str) -> None:
    with pytest.raises(SkillError) as caught:
        Skill.load(put(tmp_path, page))
    assert caught.value.code == "skill_broken"


def test_the_brand_is_the_entry_of_that_name(tmp_path: Path) -> None:
    skill = Skill.load(put(tmp_path, PAGES["a BOM"][0], BRANDS))
    assert (skill.title, skill.connecting, skill.max_upload_mb) == ("Clips", "Warming up...", 500)
    assert skill.version == "1.0.0"


@pytest.mark.parametrize(
    "brands", [None, "skills: []", "", "skills:", "- a", "skills: 7", "skills: [7]"]
)
def test_a_page_alone_is_enough(tmp_path: Path, brands: str | None) -> None:
    skill = Skill.load(put(tmp_path, PAGES["a BOM"][0], brands))
    assert (skill.connecting, skill.max_upload_mb) == ("Connecting...", 200)


def test_data_that_is_no_yaml_is_a_broken_skill(tmp_path: Path) -> None:
    with pytest.raises(SkillError, match=r"skill\.yaml") as caught:
        Skill.load(put(tmp_path, PAGES["a BOM"][0], "skills: ["))
    assert caught.value.code == "skill_broken"


def test_the_page_lies_beside_the_tools_or_within_the_package(tmp_path: Path) -> None:
    package = tmp_path / "clips" / "tools" / "t2v"
    (package / "skill").mkdir(parents=True)
    with pytest.raises(SkillError):
        skill_folder(package, tmp_path)
    put(package / "skill", "")
    assert skill_folder(package, tmp_path) == package / "skill"
    put(tmp_path / "clips", "")
    assert skill_folder(package, tmp_path) == tmp_path / "clips"


def test_a_program_that_lies_in_a_skill_is_that_skills(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A host's folder may be a link, and a plugin's skills share one engine."""
    engine, linked = tmp_path / "owner" / "tools" / "t2v", tmp_path / ".cursor" / "clips"
    engine.mkdir(parents=True)
    put(tmp_path / "owner", "")
    linked.parent.mkdir()
    linked.symlink_to(tmp_path / "owner")
    assert skill_folder(engine, linked / "tools" / "send.py") == linked
    monkeypatch.chdir(linked.parent)
    assert skill_folder(engine, Path("clips/tools/../tools/send.py")) == linked


@pytest.mark.parametrize("program", ["bin/t2v", "tools/send.py", ""])
def test_a_program_elsewhere_leaves_the_skill_to_the_engine(tmp_path: Path, program: str) -> None:
    engine = tmp_path / "clips" / "tools" / "t2v"
    engine.mkdir(parents=True)
    put(tmp_path / "clips", "")
    (tmp_path / "bin").mkdir()
    put(tmp_path, "") if program == "bin/t2v" else None
    assert skill_folder(engine, tmp_path / program) == tmp_path / "clips"
