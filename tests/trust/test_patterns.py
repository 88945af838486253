"""Nothing that ships, and no setting, holds a pattern that is taken for an attack."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from page.builder import bundles
from tests.trust.declared import MODULES, ROOT
from tests.trust.patterns import (
    LONGEST,
    PAGES,
    PATTERNS,
    SETTINGS,
    SHIPPED,
    Pattern,
    roles,
    secrets,
)

SUFFIXES = (".json", ".yaml", ".yml", ".toml")


def written() -> Mapping[str, str]:
    """Return the JSON, YAML and TOML of the repository, without what is built or installed."""
    found = [path for path in ROOT.rglob("*") if path.suffix in SUFFIXES]
    inside = [(path.relative_to(ROOT), path) for path in found]
    apart = ("dist", "out", "node_modules")
    return {
        name.as_posix(): path.read_text("utf-8")
        for name, path in inside
        if not any(
            part in apart or part.startswith((".venv", ".git", ".mypy")) for part in name.parts
        )
    }


TEXTS: Mapping[str, Mapping[str, str]] = {
    SHIPPED: MODULES,
    PAGES: {
        f"{slug}/{name}": text.decode()
        for slug, files in bundles(ROOT).items()
        for name, text in files.items()
        if name.endswith((".md", ".yaml"))
    },
    SETTINGS: written(),
}
PYTHON = [path for folder in ("tools", "tests", "scripts", "t2v_studio")
          for path in sorted((ROOT / folder).rglob("*.py"))]  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_a_pattern_stands_nowhere(pattern: Pattern) -> None:
    expression = re.compile(pattern.expression)
    texts = {name: text for place in pattern.places for name, text in TEXTS[place].items()}
    assert len(texts) > 4, "nothing to look at"
    assert [name for name, text in texts.items() if expression.search(text)] == []


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_a_pattern_would_be_noticed(pattern: Pattern) -> None:
    assert re.search(pattern.expression, "".join(pattern.case))
    assert not any(re.search(pattern.expression, piece) for piece in pattern.case)


def test_no_literal_looks_like_a_secret() -> None:
    found = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in PYTHON
        for name in secrets(path.read_text("utf-8"))
    }
    assert found == set(), f"give it another name, or no more than {LONGEST} characters"


@pytest.mark.parametrize("form", ["token = {}", "f(api_key={})", "d = {{'password': {}}}",
                                  "class A:\n    my_token: str = {}"])  # fmt: skip
def test_a_secret_would_be_noticed(form: str) -> None:
    assert list(secrets(form.format(repr("x" * (LONGEST + 1)))))
    assert not list(secrets(form.format(repr("x" * LONGEST))))
    assert not list(secrets(form.format(repr("words of a sentence"))))


def test_reading_the_token_building_its_header_and_posting_are_kept_apart() -> None:
    known = {path: roles(source) for path, source in MODULES.items()}
    assert {path for path, done in known.items() if len(done) > 1} == set()
    for role, path in {
        "reads the variable": "tools/t2v/settings.py",
        "builds the header": "tools/t2v/identity.py",
        "posts": "tools/t2v/client.py",
    }.items():
        assert role in known[path]


def test_a_module_that_does_it_all_would_be_noticed() -> None:
    source = (
        "import os, requests\n"
        "token = os.environ['NEMO_TOKEN']\n"
        "requests.post(url, headers={'Authorization': f'Bearer {token}'})\n"
    )
    assert len(roles(source)) == 3
