"""The habits of this code, as checks; each is shown to catch what it is for."""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from _pytest.mark import ParameterSet

ROOT = Path(__file__).resolve().parents[1]
LONGEST_FILE = 300
LONGEST_LAUNCHER = 40
SCRIPTS = tuple(
    path for path in sorted((ROOT / "scripts").iterdir()) if path.is_file() and not path.suffix
)
ENGINE = tuple(sorted((ROOT / "tools" / "t2v").rglob("*.py")))
LAUNCHERS = tuple(sorted((ROOT / "tools").glob("*.py")))
CODE = (
    *LAUNCHERS,
    *ENGINE,
    *sorted((ROOT / "t2v_studio").rglob("*.py")),
    *sorted((ROOT / "t2v_mcp").rglob("*.py")),
    *sorted((ROOT / "t2v_measure").rglob("*.py")),
    *sorted((ROOT / "scripts").rglob("*.py")),
    *SCRIPTS,
)
TESTS = tuple(sorted((ROOT / "tests").rglob("*.py")))

HOMES = {
    "requests": {"client.py", "sessions.py"},
    "urllib3": {"alarm.py", "client.py", "sessions.py", "stream.py", "wire.py"},
    "sseclient": {"stream.py"},
    "yaml": {"skill.py"},
    "jsonschema": set[str](),
}
"""Where the engine may import a package: a tool pays for what it uses."""


def imports(source: str) -> set[str]:
    """Return the top-level packages that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def calls(source: str, name: str) -> bool:
    """Tell whether a module calls a builtin of this name."""
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
        for node in ast.walk(ast.parse(source))
    )


def named(paths: tuple[Path, ...]) -> list[ParameterSet]:
    """Return the paths as cases that are called by their names in the repository."""
    return [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in paths]


def too_long(source: str, most: int) -> bool:
    return source.count("\n") > most


def offenders(paths: tuple[Path, ...], bad: Callable[[Path, str], object]) -> list[str]:
    """Return the names of the files for which `bad(path, source)` is true."""
    assert paths, "nothing to look at"
    return [
        path.relative_to(ROOT).as_posix() for path in paths if bad(path, path.read_text("utf-8"))
    ]


def test_no_file_is_too_long_to_read() -> None:
    assert offenders(CODE + TESTS, lambda _, source: too_long(source, LONGEST_FILE)) == []


def test_a_long_file_would_be_noticed() -> None:
    assert too_long("x = 1\n" * 301, LONGEST_FILE)
    assert not too_long("x = 1\n" * 300, LONGEST_FILE)


def test_every_module_says_what_it_owns() -> None:
    assert offenders(CODE + TESTS, lambda _, source: not ast.get_docstring(ast.parse(source))) == []


def test_the_engine_prints_in_one_place() -> None:
    assert offenders(ENGINE, lambda _, source: calls(source, "print")) == ["tools/t2v/cli.py"]


def test_a_print_would_be_noticed() -> None:
    assert calls("def f():\n    print(1)\n", "print")
    assert not calls("'print(1)'  # print(1)\n", "print")


def test_the_engine_leaves_the_process_to_its_command_line() -> None:
    leaving = re.compile(r"\bsys\.exit\(|\bos\._exit\(|raise SystemExit")
    found = offenders(ENGINE, lambda _, source: leaving.search(source))
    assert "tools/t2v/cli.py" in found
    # A worker is a program of its own: its first lines leave, and it ends when it lives too long.
    workers = {"tools/t2v/workers/process.py", "tools/t2v/workers/worker.py"}
    assert set(found) <= {"tools/t2v/cli.py", "tools/t2v/people.py"} | workers


def test_heavy_packages_are_imported_where_the_design_says() -> None:
    def strays(path: Path, source: str) -> bool:
        return any(path.name not in HOMES[one] for one in imports(source) & HOMES.keys())

    assert offenders(ENGINE, strays) == []


@pytest.mark.parametrize("package", ["t2v_studio", "t2v_mcp", "mcp"])
def test_the_engine_never_imports_what_stands_on_it(package: str) -> None:
    assert offenders(ENGINE + LAUNCHERS, lambda _, source: package in imports(source)) == []


@pytest.mark.parametrize(
    ("source", "package"),
    [
        ("import requests", "requests"),
        ("import requests.adapters", "requests"),
        ("from yaml import safe_load", "yaml"),
        ("def f():\n    from t2v_studio.film import Film", "t2v_studio"),
        ("if True:\n    import sseclient as s", "sseclient"),
    ],
)
def test_an_import_would_be_noticed(source: str, package: str) -> None:
    assert package in imports(source)


def test_there_are_tools_to_check() -> None:
    assert len(LAUNCHERS) >= 8
    assert len(ENGINE) >= 20


@pytest.mark.parametrize("path", named(LAUNCHERS))
def test_a_launcher_is_short_and_declares_what_it_needs(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not too_long(source, LONGEST_LAUNCHER)
    header = re.match(
        r"#!/usr/bin/env -S uv run --script\n# /// script\n((?:# .*\n)+)# ///\n", source
    )
    assert header, "no PEP 723 header"
    assert '# requires-python = ">=3.10"\n' in header[1]
    assert re.search(r"^# dependencies = \[.*\]$", header[1], re.MULTILINE)
    assert os.access(path, os.X_OK)


@pytest.mark.parametrize("path", named(LAUNCHERS))
def test_a_launcher_declares_packages_as_the_project_does(path: Path) -> None:
    declared = re.findall(r'"([A-Za-z][^"]*)"', path.read_text("utf-8").split("# ///")[1])
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert [one for one in declared if f'"{one}"' not in project] == []


@pytest.fixture
def launched(request: pytest.FixtureRequest) -> ModuleType:
    """Return a launcher as a module, as Python would load it as a program."""
    path: Path = request.param
    spec = importlib.util.spec_from_file_location(f"launcher_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    written = sys.dont_write_bytecode
    spec.loader.exec_module(module)
    sys.dont_write_bytecode = written
    return module


@pytest.mark.parametrize("launched", named(LAUNCHERS), indirect=True)
def test_a_launchers_arguments_are_its_commands_parameters(launched: ModuleType) -> None:
    name = launched.__name__.removeprefix("launcher_")
    command = getattr(launched, name)
    parameters = set(inspect.signature(command).parameters) - {"context"}
    shared = {"help", "local", "json", "text", "media_line", "progress"}
    arguments = {action.dest for action in launched.tool.parser._actions} - shared
    assert arguments == parameters


@pytest.mark.parametrize("path", named(LAUNCHERS))
def test_a_tool_writes_nothing_beside_itself(path: Path, tmp_path: Path) -> None:
    """Hosts compare the folder with what they installed; a cache in it stops updates."""
    folder = tmp_path / "skill"
    copy_skill(folder)
    before = listing(folder)
    environment = {**os.environ, "NEMO_API_URL": "http://127.0.0.1:9"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for arguments in (["--help"], ["words"], []):
        subprocess.run(
            [sys.executable, str(folder / "tools" / path.name), *arguments],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            check=False,
            timeout=60,
        )
    assert listing(folder) == before


def test_a_written_cache_would_be_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "skill"
    copy_skill(folder)
    before = listing(folder)
    environment = {**os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", "import t2v.report"]
    subprocess.run(command, env=environment, cwd=folder / "tools", check=True)
    assert listing(folder) != before


def copy_skill(folder: Path) -> None:
    """Copy what an installed skill holds."""
    (folder / "tools").mkdir(parents=True)
    for name in ("SKILL.md", "skill.yaml"):
        (folder / name).write_bytes((ROOT / name).read_bytes())
    for source in (*LAUNCHERS, *ENGINE):
        target = folder / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())


def listing(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def top_version(changelog: str) -> str:
    """Return the newest version that a change log names."""
    found = re.search(r"^## \[(\d+\.\d+\.\d+)\]", changelog, re.MULTILINE)
    return found[1] if found else ""


def test_the_change_log_begins_with_this_version() -> None:
    version = yaml.safe_load((ROOT / "skill.yaml").read_text("utf-8"))["version"]
    assert top_version((ROOT / "CHANGELOG.md").read_text("utf-8")) == version


def test_another_version_would_be_noticed() -> None:
    assert top_version("# Log\n\n## [Unreleased]\n\n## [1.2.3] - 2026-01-01\n## [1.2.2]") == "1.2.3"
    assert top_version("no versions") == ""
