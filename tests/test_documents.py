"""What people read names only what is there, and says what has to be said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

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
     "Contributing", "Licence"],
)  # fmt: skip
def test_the_readme_has_its_parts(heading: str) -> None:
    assert f"\n## {heading}\n" in (ROOT / "README.md").read_text("utf-8")


def test_the_readme_says_what_it_stands_on() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert [word for word in ("MIT-0", "libx264", "GPL", "Fluent Emoji") if word not in text] == []


def test_no_document_names_a_place_on_somebodys_computer() -> None:
    texts = [*ROOT.glob("*.md"), *(ROOT / "pages").glob("*.md")]
    assert texts
    private = re.compile(r"(?<![\w~.])/(work|home|root|Users|tmp)/")
    assert [path.name for path in texts if private.search(path.read_text("utf-8"))] == []
