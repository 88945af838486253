"""The five skills as folders and archives: complete, alike in every build, nothing else in them."""

from __future__ import annotations

import re
import shutil
import stat
import subprocess
import sys
from itertools import combinations, count
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml

from page import builder, tables
from page.builder import bundles, differences, lay_out, pack, rehearse, update
from page.bundle import CACHE
from page.command import main
from page.render import MOST_LINES, MOST_TOKENS, tokens
from page.source import SourceError, read_source
from t2v.endpoints import API_URL, WEB_URL
from t2v.report import Next
from t2v.skill import Skill

ROOT = Path(__file__).resolve().parents[2]
SOURCE = read_source(ROOT / "skill.yaml")
BUILT = bundles(ROOT)
OWN = {
    "text-to-video-kaggle": "batches",
    "text-to-video-kaiber": "styles",
    "free-video-generation-models": "choices",
    "text-to-video-gratis": "posts",
    "deepseek-text-tovideo": "shots",
}
SHARED = ["answers", "documents", "local"]
each_skill = pytest.mark.parametrize("slug", OWN)


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the archives of whole skills, as the command line packs them."""
    root = tmp_path_factory.mktemp("packed")
    shutil.copy(ROOT / "skill.yaml", root)
    for name in ("pages", "tools"):
        (root / name).symlink_to(ROOT / name)
    assert main(root, "", ["--zip"]) == 0
    return root / "dist"


def page(slug: str) -> str:
    return BUILT[slug]["SKILL.md"].decode()


def body(slug: str) -> str:
    return page(slug).split("---\n", 2)[2]


def test_there_are_the_five_skills() -> None:
    assert list(BUILT) == list(OWN)


@each_skill
def test_a_bundle_holds_these_files_and_no_others(slug: str) -> None:
    listed = (Path(__file__).parent / "files.txt").read_text("utf-8").split()
    references = [f"references/{name}.md" for name in sorted([*SHARED, OWN[slug]])]
    assert list(BUILT[slug]) == ["SKILL.md", *references, "skill.yaml", *listed]


@each_skill
def test_a_bundle_names_only_its_own_skill(slug: str) -> None:
    data = yaml.safe_load(BUILT[slug]["skill.yaml"])
    assert [skill["slug"] for skill in data["skills"]] == [slug]
    others = [one.encode() for one in OWN if one != slug]
    texts = {name: text for name, text in BUILT[slug].items() if not name.startswith("tools/")}
    assert [name for name, text in texts.items() if any(one in text for one in others)] == []


@each_skill
def test_the_engine_reads_from_a_bundle_what_the_source_says(slug: str, tmp_path: Path) -> None:
    lay_out(tmp_path / slug, BUILT[slug])
    skill = Skill.load(tmp_path / slug)
    profile = next(one for one in SOURCE.skills if one.slug == slug)
    assert (skill.slug, skill.version) == (slug, SOURCE.version)
    for key in set(Skill._fields) - {"version", "folder"}:
        value = getattr(skill, key)
        assert (tuple(value) if isinstance(value, list) else value) == getattr(profile, key), key


def test_builds_are_equal_to_the_byte_and_leave_nothing_behind(sources: Path) -> None:
    assert rehearse(sources) == []
    assert set(update(sources)) >= {f"dist/{slug}/" for slug in OWN}
    assert update(sources) == []
    for slug in OWN:
        assert differences(sources / "dist" / slug, bundles(sources)[slug]) == []


def test_a_built_skill_that_was_touched_is_noticed_and_made_anew(sources: Path) -> None:
    update(sources)
    folder = sources / "dist" / "text-to-video-kaiber"
    built = bundles(sources)[folder.name]
    (folder / "tools" / CACHE).mkdir()
    (folder / "tools" / CACHE / "route.pyc").write_bytes(b"")
    (folder / "SKILL.md").write_text("other")
    (folder / "skill.yaml").unlink()
    (folder / ".hidden").symlink_to(ROOT)
    changed = [".hidden", "SKILL.md", "skill.yaml", f"tools/{CACHE}/route.pyc"]
    assert differences(folder, built) == changed
    assert update(sources) == ["dist/text-to-video-kaiber/"]
    assert differences(folder, built) == []


def test_byte_code_never_ships(sources: Path) -> None:
    before = bundles(sources)
    (sources / "tools" / CACHE).mkdir()
    (sources / "tools" / CACHE / "route.cpython-311.pyc").write_bytes(b"")
    assert bundles(sources) == before


@pytest.mark.parametrize(
    ("name", "link", "why"),
    [("t2v/link.py", True, "a link"), (".env", False, "hidden"), ("note.txt", False, "no Python")],
)
def test_what_cannot_be_shipped_is_named_and_nothing_is_written(
    sources: Path, capsys: pytest.CaptureFixture[str], name: str, link: object, why: str
) -> None:
    path = sources / "tools" / name
    path.symlink_to(ROOT / "LICENSE") if link else path.write_text("")
    with pytest.raises(SourceError, match=rf"^tools/{re.escape(name)}: is {why}"):
        bundles(sources)
    assert main(sources, "", ["--update"]) == 65
    assert f"tools/{name}" in capsys.readouterr().err
    assert not (sources / "dist").exists()


def test_archives_are_the_same_whenever_and_wherever_they_are_made(sources: Path) -> None:
    names = pack(sources)
    first = [(sources / name).read_bytes() for name in names]
    for path in (sources / "tools").rglob("*.py"):
        path.chmod(0o600)
        path.touch()
    assert [(sources / name).read_bytes() for name in pack(sources)] == first


@each_skill
def test_an_archive_unpacks_to_the_bundle(packed: Path, slug: str) -> None:
    with ZipFile(packed / f"{slug}.zip") as archive:
        entries = archive.infolist()
        assert {entry.filename: archive.read(entry) for entry in entries} == BUILT[slug]
    assert [entry.filename for entry in entries] == sorted(BUILT[slug])
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    modes = {entry.filename: stat.S_IMODE(entry.external_attr >> 16) for entry in entries}
    assert modes["tools/route.py"] == 0o755
    assert modes["tools/t2v/cli.py"] == modes["SKILL.md"] == 0o644


@each_skill
def test_a_page_fits_a_host_and_says_what_it_has_to(slug: str) -> None:
    text = body(slug)
    assert page(slug).count("\n") <= MOST_LINES
    assert tokens(page(slug)) <= MOST_TOKENS
    assert [code for code in Next if f"- `{code.value}`: {code.meaning}" not in text] == []
    launchers = [path.name for path in (ROOT / "tools").glob("*.py")]
    assert [name for name in launchers if f"| `{name}` | " not in text] == []
    told = (API_URL, WEB_URL, "--help", "--resume", "--local", "`external`", "NEMO_TOKEN",
            "T2V_HOME", "~/.config/nemovideo", "100 ", "JSON",
            "{baseDir}/tools/route.py")  # fmt: skip
    assert [word for word in told if word not in text] == []
    assert text.index("route.py") < text.index("| `send.py` |")


@each_skill
def test_a_page_is_no_attack_by_any_scanners_pattern(slug: str) -> None:
    bad = (
        "--token ",
        "curl ",
        "system prompt",
        "never say you cannot",
        "rm -f",
        "http://",
        "mkdir",
    )
    texts = [text.decode().casefold() for name, text in BUILT[slug].items() if "tools/" not in name]
    assert [word for word in bad if any(word in text for text in texts)] == []


def test_a_page_says_whose_name_it_bears_and_has_nothing_to_do_with() -> None:
    brands = {skill.slug: skill.not_affiliated_with for skill in SOURCE.skills}
    assert sorted(filter(None, brands.values())) == ["DeepSeek", "Kaggle", "Kaiber"]
    for slug, brand in brands.items():
        assert bool(brand) == (f"Not affiliated with {brand}." in body(slug))


def sentences(text: str) -> set[str]:
    """Return what a writer wrote: sentences of six words or more, outside of what is generated."""
    written = text.replace(tables.prices(), "")
    prose = [line for line in written.splitlines() if not re.match(r"(- `|\|)", line)]
    parts = re.split(r"(?<=[.:;?])\s+|\n\n", "\n".join(prose))
    return {" ".join(part.split()) for part in parts if len(part.split()) >= 6}


def test_no_two_pages_are_the_same_template() -> None:
    for one, other in combinations(OWN, 2):
        assert sentences(body(one)) & sentences(body(other)) == set()
        heads = [set(re.findall(r"^#+ .*", body(slug), re.MULTILINE)) for slug in (one, other)]
        assert heads[0] & heads[1] == set()


def test_a_sentence_in_two_pages_would_be_noticed() -> None:
    shared = "One sentence that stands in both of them."
    assert sentences(f"# A\n\nFirst.\n{shared}") & sentences(f"# B\n\n{shared} More.") == {shared}


def test_what_a_second_build_makes_otherwise_is_named(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = count()
    monkeypatch.setattr(builder, "tools", lambda _: {"tools/odd.py": b"%d" % next(numbers)})
    monkeypatch.setattr(builder, "plugin", lambda *_: {})
    assert rehearse(sources) == [f"{slug}/tools/odd.py" for slug in OWN]


WITHOUT_SET_UP = """
import runpy, sys
sys.path.insert(0, sys.argv[1])
import environment
environment.ensure = lambda *groups: None
sys.argv[:] = [sys.argv[1] + "/build", *sys.argv[2:]]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
"""The set-up would install what another change of the project file asks for; a test has no net."""


def test_the_command_line_finds_the_repository_current(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_SET_UP, ROOT / "scripts", "--check"],
        cwd=tmp_path, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
