"""What people read names only what is there, and says what has to be said."""

from __future__ import annotations

import re
import runpy
import shlex
from pathlib import Path

import pytest

from t2v import people

ROOT = Path(__file__).resolve().parents[1]


def missing(text: str) -> list[str]:
    """Return the paths of the repository that a text names and that do not exist."""
    named = re.findall(r"\b(?:tools|t2v_studio|scripts|tests|pages)/[\w./-]*\w", text)
    return sorted({path for path in named if not (ROOT / path).exists()})


def test_the_readme_names_only_what_is_there() -> None:
    assert missing((ROOT / "README.md").read_text("utf-8")) == []


def test_a_wrong_path_would_be_noticed() -> None:
    assert missing("see `scripts/nothing`, `tools/t2v/cli.py` and scripts/demo.") == [
        "scripts/nothing"
    ]


@pytest.mark.parametrize(
    "heading",
    ["Two commands", "Install", "How it works", "The folders", "Performance", "Privacy",
     "Contributing", "Licence", "A first film, step by step", "For agents", "Trust", "Reliability"],
)  # fmt: skip
def test_the_readme_has_its_parts(heading: str) -> None:
    assert f"\n## {heading}\n" in (ROOT / "README.md").read_text("utf-8")


def test_users_come_before_engineers() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    places = [text.index(f"\n## {one}\n") for one in ("Install", "Privacy", "How it works")]
    assert places == sorted(places)


def test_lines_of_the_readme_fit_a_screen() -> None:
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    assert [line for line in lines if len(line) > 120 and not line.startswith("|")] == []


def commands() -> list[str]:
    """Return what the README tells people to run as `t2v VERB`, without what stands behind #."""
    text = (ROOT / "README.md").read_text("utf-8")
    told = re.findall(r"^(?:\$|   ) (t2v .*)$", text, re.MULTILINE)
    return [
        one for line in told for one in re.split(r"  +#|  +what| && ", line)[:2] if "t2v" in one
    ]


def test_the_readme_tells_of_commands() -> None:
    verbs = {shlex.split(one)[1] for one in commands()}
    assert verbs >= {"create", "send", "state", "export", "upload", "batch"}


@pytest.mark.parametrize("command", commands())
def test_a_command_of_the_readme_is_one_that_its_tool_takes(command: str) -> None:
    _, verb, *rest = shlex.split(command)
    tool = runpy.run_path(str(people.launcher(verb)))["tool"]
    tool.parser.parse_args(rest)  # a SkillError, or SystemExit, otherwise


def test_the_readme_says_what_it_stands_on() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert [word for word in ("MIT-0", "libx264", "GPL", "Fluent Emoji") if word not in text] == []


def test_no_document_names_a_place_on_somebodys_computer() -> None:
    texts = [*ROOT.glob("*.md"), *(ROOT / "pages").glob("*.md")]
    assert texts
    private = re.compile(r"(?<![\w~.])/(work|home|root|Users|tmp)/")
    assert [path.name for path in texts if private.search(path.read_text("utf-8"))] == []
