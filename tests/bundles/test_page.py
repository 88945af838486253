"""The page is built from its sources, is current, and a wrong source is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from page.builder import stale, targets, update
from page.command import main
from page.render import MOST_LINES, MOST_TOKENS, tokens
from page.source import SourceError, read_source
from t2v.endpoints import PRICES
from t2v.failures import FAILURES
from t2v.report import Next
from t2v.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = "pages/text-to-video-kaggle.md"


def edit(root: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the data of skill.yaml."""
    path = root / "skill.yaml"
    data = yaml.safe_load(path.read_text("utf-8"))
    change(data)
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), "utf-8")


def page(root: Path) -> str:
    return targets(root)[root / "SKILL.md"].decode()


def test_the_page_in_the_repository_is_current() -> None:
    assert stale(ROOT) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.update(version="9.9.9"),
        lambda data: data["skills"][0].update(max_upload_mb=123),
        lambda data: data["skills"][0]["tips"].append("Look out of the window."),
        lambda data: data["environment"].append({"name": "NEW", "description": "Something."}),
    ],
    ids=["version", "limit", "tip", "variable"],
)
def test_a_changed_row_makes_the_page_stale(
    copy: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    assert stale(copy) == []
    edit(copy, change)
    assert "SKILL.md" in stale(copy)
    assert "SKILL.md" in update(copy)
    assert stale(copy) == []


def test_a_changed_table_of_the_engine_makes_the_page_stale(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRICES, "edit", 51)
    assert stale(copy)[0] == "SKILL.md"


def test_a_page_changed_by_hand_is_stale(copy: Path) -> None:
    with (copy / "SKILL.md").open("a") as file:
        file.write("\n")
    assert stale(copy) == ["SKILL.md"]


def test_a_missing_page_is_stale(copy: Path) -> None:
    (copy / "SKILL.md").unlink()
    assert main(copy, "", ["--check"]) == 1
    assert main(copy, "", ["--update"]) == 0
    assert main(copy, "", ["--check"]) == 0


WRONG: list[tuple[str, Callable[[dict[str, Any]], object], str]] = [
    ("unknown key", lambda data: data["skills"][1].update(colour="red"), r"skills\[1\].*'colour'"),
    ("missing key", lambda data: data["skills"][2].pop("tips"), r"skills\[2\]: 'tips' is a requ"),
    ("limit of 0", lambda data: data["skills"][0].update(max_upload_mb=0), r"max_upload_mb: 0 is"),
    ("slug", lambda data: data["skills"][0].update(slug="a--b"), r"skills\[0\]\.slug: 'a--b'"),
    ("short slug", lambda data: data["skills"][0].update(slug="ab"), r"skills\[0\]\.slug: 'ab'"),
    (
        "two with one slug",
        lambda data: data["skills"][1].update(slug=data["skills"][0]["slug"]),
        r"skills\[\*\]\.slug: 'text-to-video-kaggle' stands 2 times",
    ),
    (
        "two with one description",
        lambda data: data["skills"][1].update(description=data["skills"][0]["description"]),
        r"skills\[\*\]\.description",
    ),
    (
        "long description",
        lambda data: data["skills"][0].update(description="word " * 40),
        r"skills\[0\]\.description",
    ),
    (
        "a description that collides",
        lambda data: data["skills"][1].update(
            description="Dataset prompts, captions and scene descriptions into MP4 clips, painted."
        ),
        r"skills\[1\]\.description: a host cannot tell it from skills\[0\]'s; both say captions, ",
    ),
    (
        "a style that nothing knows again",
        lambda data: data["skills"][1].update(style_words=["monet"]),
        r"skills\[1\]\.style_words: ",
    ),
    ("version", lambda data: data.update(version="1.0"), r"version: '1\.0'"),
    ("no skills", lambda data: data.update(skills=[]), r"skills: \[\]"),
    ("other licence", lambda data: data.update(license="MIT"), r"license: 'MIT-0' was expected"),
]


@pytest.mark.parametrize(
    ("change", "problem"), [row[1:] for row in WRONG], ids=[r[0] for r in WRONG]
)
def test_a_wrong_source_is_named_and_nothing_is_written(
    sources: Path,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[dict[str, Any]], object],
    problem: str,
) -> None:
    (sources / "SKILL.md").write_text("as it was")
    edit(sources, change)
    with pytest.raises(SourceError, match=problem) as caught:
        read_source(sources / "skill.yaml")
    assert all(line.startswith("skill.yaml: ") for line in caught.value.problems)
    assert main(sources, "", ["--update"]) == 65
    assert "skill.yaml: " in capsys.readouterr().err
    assert (sources / "SKILL.md").read_text() == "as it was"


def test_every_problem_is_told_not_only_the_first(sources: Path) -> None:
    edit(sources, lambda data: (data["skills"][0].pop("tips"), data["skills"][1].pop("emoji")))
    with pytest.raises(SourceError) as caught:
        read_source(sources / "skill.yaml")
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize("text", [b"version: [", b"\xff\xfe", b"", b"- 1", b"{}"])
def test_a_source_that_is_no_such_file_at_all_is_named(sources: Path, text: bytes) -> None:
    (sources / "skill.yaml").write_bytes(text)
    with pytest.raises(SourceError, match=r"^skill\.yaml: "):
        targets(sources)


TEMPLATES = [
    ("unknown name", lambda text: text + "${weather}", r"\$\{weather\}: nothing has this name"),
    ("left out", lambda text: text.replace("${tips}", ""), r"\$\{tips\}: every page says this"),
    ("stray dollar", lambda text: text + "5 $ each", "Invalid placeholder"),
    ("too long", lambda text: text + "one more line\n" * 200, "250 are the most"),
    ("too many words", lambda text: text + "word " * 2000, "2500 are the most"),
]


@pytest.mark.parametrize(
    ("change", "problem"), [row[1:] for row in TEMPLATES], ids=[row[0] for row in TEMPLATES]
)
def test_a_wrong_template_is_named(
    sources: Path, change: Callable[[str], str], problem: str
) -> None:
    template = sources / TEMPLATE
    template.write_text(change(template.read_text("utf-8")), "utf-8")
    with pytest.raises(SourceError, match=rf"^{TEMPLATE}: .*{problem}"):
        targets(sources)


def test_a_skill_without_a_template_is_named(sources: Path) -> None:
    (sources / TEMPLATE).unlink()
    with pytest.raises(SourceError, match="no page template"):
        targets(sources)


def test_two_builds_are_equal_to_the_byte() -> None:
    assert page(ROOT) == page(ROOT)


def test_the_page_fits_a_host() -> None:
    text = page(ROOT)
    assert text.count("\n") <= MOST_LINES
    assert tokens(text) <= MOST_TOKENS


def test_the_page_explains_every_next_code_and_its_reference_every_failure() -> None:
    text = page(ROOT)
    assert [code.value for code in Next if f"- `{code.value}`: {code.meaning}" not in text] == []
    answers = targets(ROOT)[ROOT / "references" / "answers.md"].decode()
    rows = [f"| `{row.code}` | {row.meaning} | {row.advice} |" for row in FAILURES.values()]
    assert rows
    assert [row for row in rows if row not in answers] == []


def test_the_page_names_every_tool() -> None:
    launchers = sorted(path.name for path in (ROOT / "tools").glob("*.py"))
    assert launchers, "there are no tools"
    text = page(ROOT)
    assert [name for name in launchers if f"| `{name}` | " not in text] == []


class Recorder(dict[str, str]):
    """An environment that remembers what was looked up in it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        self.asked.add(key)
        return super().get(key, default)


def test_the_page_declares_every_variable_that_the_settings_read() -> None:
    environment = Recorder()
    Settings.read(environment)
    declared = {variable.name for variable in read_source(ROOT / "skill.yaml").environment}
    assert environment.asked
    assert environment.asked <= declared


def test_the_frontmatter_is_what_hosts_accept() -> None:
    front = yaml.safe_load(page(ROOT).split("---\n")[1])
    assert list(front) == ["name", "description", "license", "compatibility", "metadata"]
    assert front["metadata"]["version"] == read_source(ROOT / "skill.yaml").version
    openclaw = front["metadata"]["openclaw"]
    assert openclaw["primaryEnv"] == "NEMO_TOKEN"
    # A required variable would hide the skill from everybody who has no token yet.
    assert not any(variable["required"] for variable in openclaw["envVars"])
    assert "env" not in openclaw["requires"]


ATTACKS = (
    "--token ",
    "curl ",
    "system prompt",
    "never say you cannot",
    "rm -f",
    "mkdir",
    "http://",
)


def test_the_page_holds_nothing_that_scanners_take_for_an_attack() -> None:
    text = page(ROOT).casefold()
    assert [phrase for phrase in ATTACKS if phrase in text] == []
