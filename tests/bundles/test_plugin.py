"""The repository as a plugin: manifests for every host, and five skills over one engine.

The skills are called by path from a copy such as a host makes: no links, wherever it likes.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from page.builder import bundles, stale, targets, update
from page.bundle import executable
from page.plugin import FOLDERS, HOSTS, plugin
from page.source import SourceError, read_source
from tests.bundles.conftest import without_caches
from tests.running_studio import RunningStudio, running_studio

ROOT = Path(__file__).resolve().parents[2]
SOURCE = read_source(ROOT / "skill.yaml")
BUILT = bundles(ROOT)
SLUGS = [skill.slug for skill in SOURCE.skills]
ONE = f"skills/{SLUGS[1]}/tools/send.py"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the plugin, as it is built now, where a host copies it: no link in it."""
    root = tmp_path_factory.mktemp("host") / ".codex" / "plugins" / SOURCE.plugin.name
    for path, content in targets(ROOT).items():
        place = root / path.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        place.chmod(0o755 if executable(place.as_posix()) else 0o644)
    for name in ("pages", "tools"):
        shutil.copytree(ROOT / name, root / name, ignore=without_caches)
    shutil.copy(ROOT / "skill.yaml", root)
    return root


def call(
    program: Path, home: Path, *words: str, options: tuple[str, ...] = (), **environment: str
) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, *options, program, *words],
        cwd=home,
        env={**os.environ, "HOME": str(home), "USERPROFILE": str(home), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    document: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return document


@pytest.mark.parametrize("host", HOSTS)
def test_a_manifest_names_the_plugin_as_the_source_does(host: str) -> None:
    manifest = json.loads((ROOT / host / "plugin.json").read_text("utf-8"))
    wanted = (SOURCE.plugin.name, SOURCE.version, SOURCE.license)
    assert (manifest["name"], manifest["version"], manifest["license"]) == wanted


def test_the_repository_is_a_shop_with_the_plugin_in_it() -> None:
    shop = json.loads((ROOT / ".claude-plugin/marketplace.json").read_text("utf-8"))
    assert [(one["name"], one["source"]) for one in shop["plugins"]] == [(SOURCE.plugin.name, "./")]
    assert shop["owner"]["name"] == SOURCE.plugin.author


@pytest.mark.parametrize("slug", SLUGS)
def test_a_skill_of_the_plugin_is_the_bundle_without_its_engine(slug: str) -> None:
    folder = f"skills/{slug}/"
    files = plugin(SOURCE, BUILT)
    mine = {name.removeprefix(folder) for name in files if name.startswith(folder)}
    assert mine == {name for name in BUILT[slug] if not name.startswith("tools/t2v/")}
    pages = [name for name in mine if not name.startswith("tools/")]
    assert {name: files[folder + name] for name in pages} == {
        name: BUILT[slug][name] for name in pages
    }


def test_every_skill_of_the_plugin_speaks_in_its_own_name(installed: Path, tmp_path: Path) -> None:
    with running_studio(tmp_path / "studio", free_credits=1000) as studio:
        for slug in SLUGS:
            program = installed / "skills" / slug / "tools" / "connect.py"
            assert call(program, tmp_path, NEMO_API_URL=studio.url)["ok"]
        assert sources(studio) == set(SLUGS)
    assert stale(installed) == []  # nor has it left byte code


def sources(studio: RunningStudio) -> set[str]:
    calls = [entry for entry in studio.requests() if entry["path"].startswith("/api")]
    return {str(call["x-skill-source"]) for call in calls}


def launchers(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.py"))}


def loads(program: Path, home: Path) -> bool:
    """Whether a launcher finds all that it imports.

    Without packages the engine is found only where the plugin has it; and what knows that it does
    not know a word has loaded everything.
    """
    answer = call(program, home, "--unheard-of", options=("-S",))
    return bool(answer["error"]["code"] == "usage")


@pytest.mark.parametrize("slug", SLUGS)
def test_every_skill_of_the_plugin_finds_the_engine_with_the_same_launchers(
    installed: Path, tmp_path: Path, slug: str
) -> None:
    tools = installed / "skills" / slug / "tools"
    assert launchers(tools) == launchers(installed / "skills" / SLUGS[0] / "tools")
    assert launchers(tools).keys() == launchers(ROOT / "tools").keys()
    assert all(os.access(one, os.X_OK) for one in tools.glob("*.py"))
    assert loads(tools / "send.py", tmp_path)


@pytest.mark.parametrize("tool", sorted(path.stem for path in (ROOT / "tools").glob("*.py")))
def test_every_tool_of_the_plugin_finds_the_engine(
    installed: Path, tmp_path: Path, tool: str
) -> None:
    assert loads(installed / "skills" / SLUGS[0] / "tools" / f"{tool}.py", tmp_path)


@pytest.mark.parametrize("name", [".cursor-plugin/plugin.json", ONE])
def test_a_file_of_the_plugin_that_was_touched_is_noticed(copy: Path, name: str) -> None:
    (copy / name).write_text("other")
    assert stale(copy) == [name]
    assert name in update(copy)
    assert stale(copy) == []


def test_a_file_that_the_plugin_should_not_have_is_noticed(copy: Path) -> None:
    (copy / "skills" / "another").mkdir()
    (copy / "skills" / "another" / "SKILL.md").write_text("---\nname: another\n---\n")
    assert stale(copy) == ["skills/another/SKILL.md"]
    update(copy)
    assert stale(copy) == []


def test_a_launcher_that_does_not_show_where_the_engine_begins_is_named() -> None:
    odd = {"one": {"tools/odd.py": b"print('hello')\n"}}
    with pytest.raises(SourceError, match=r"^tools/odd\.py: no line begins with "):
        plugin(SOURCE, odd)


def test_the_built_files_are_all_in_the_folders_that_are_searched_for_strangers() -> None:
    own = ("SKILL.md", "references/", *(f"{folder}/" for folder in FOLDERS))
    names = [path.relative_to(ROOT).as_posix() for path in targets(ROOT)]
    assert [name for name in names if not name.startswith(own)] == []
