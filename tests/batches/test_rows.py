"""Every bad row, with its number and its code; names that are safe on every system."""

from __future__ import annotations

import csv
import errno
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2v.batches import names
from t2v.batches.check import unchanged
from t2v.batches.findings import FILE, SHOWN, Findings
from t2v.batches.reasons import REASONS, BadRowError
from t2v.batches.seen import Seen
from t2v.errors import SkillError
from tests.batches.checking import bad, files, looked, written
from tests.films import MP4

LARGE = "x" * 1_000_001


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("a,,,", "no_prompt"),
        (",,,", "empty_row"),
        (f"a,{'word ' * 5000},,", "prompt_too_long"),
        (f"a,{LARGE},,", "row_too_long"),
        ("a,b\0c,,", "nul_bytes"),
        ("a,b,,,,", "good"),
        ("a,b,,,x", "too_many_cells"),
        ("../a,b,,", "id_slash"),
        ("a\\b,b,,", "id_slash"),
        (".a,b,,", "id_dots"),
        ("a.,b,,", "id_dots"),
        ("a\u202eb,b,,", "id_unicode"),
        ("a\u200bb,b,,", "id_unicode"),
        ("\uff41,b,,", "id_unicode"),
        ("e\u0301,b,,", "id_unicode"),
        ("CON,b,,", "id_reserved"),
        ("lpt1.txt,b,,", "id_reserved"),
        ("a:b,b,,", "id_characters"),
        (f"{'a' * 101},b,,", "id_too_long"),
        ("a,b,0,", "bad_duration"),
        ("a,b,601,", "bad_duration"),
        ("a,b,long,", "bad_duration"),
        ("a,b,5 s,", "good"),
        ("a,b,,wide", "bad_aspect"),
        ("a,b,,16:0", "bad_aspect"),
        ("a,b,,16x9", "good"),
    ],
    ids=lambda value: str(value)[:30].encode("ascii", "backslashreplace").decode(),
)
def test_a_bad_row_is_told_with_its_number_and_its_code(
    tmp_path: Path, row: str, code: str
) -> None:
    table = written(tmp_path, "a.csv", f"id,prompt,duration,aspect\nfirst,a dog,,\n{row}\n")
    items, findings = looked(table)
    found = [(one, what) for one, what in bad(findings) if one == 3]
    assert found == ([] if code == "good" else [(3, code)])
    assert len(items) == (2 if code == "good" else 1)


@pytest.mark.parametrize("again", ["a1", "A1", "\u212b1".replace("\u212b", "a")])
def test_an_id_that_came_before_names_the_row_it_came_in(tmp_path: Path, again: str) -> None:
    table = written(tmp_path, "a.csv", f"id,prompt\na1,x\nb,y\n{again},z\n")
    items, findings = looked(table)
    assert [item.id for item in items] == ["a1", "b"]
    assert findings.facts()["bad_rows"][0]["say"].endswith("First in row 2.")


def test_a_number_that_is_given_and_one_that_is_counted_can_be_the_same(tmp_path: Path) -> None:
    _, findings = looked(written(tmp_path, "a.csv", "id,prompt\n0002,x\n,y\n"))
    assert bad(findings) == [(3, "duplicate_id")]


def test_bytes_of_another_encoding_are_a_bad_row(tmp_path: Path) -> None:
    rows = "".join(f"r{n},élan {n}\n" for n in range(20)).encode()
    _, findings = looked(written(tmp_path, "a.csv", b"id,prompt\n" + rows + b"z,caf\xe9\n"))
    assert bad(findings) == [(22, "mixed_encodings")]


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("clip.mp4", None),
        ("../outside.mp4", "file_outside"),
        ("/etc/hostname", "file_outside"),
        ("link.mp4", "file_outside"),
        ("none.mp4", "file_missing"),
        ("words.mp4", "file_unusable"),
        (".", "file_unusable"),
    ],
)
def test_a_table_names_files_of_its_own_folder_only(
    tmp_path: Path, file: str, code: str | None
) -> None:
    folder = tmp_path / "table"
    written(tmp_path, "outside.mp4", MP4)
    written(folder, "clip.mp4", MP4)
    written(folder, "words.mp4", "no film at all")
    (folder / "link.mp4").symlink_to(tmp_path / "outside.mp4")
    items, findings = looked(written(folder, "a.csv", f"file,edit\n{file},add a title\n"))
    assert bad(findings) == ([] if code is None else [(2, code)])
    assert [Path(one.source).name for one in items] == ([file] if code is None else [])


def test_all_bad_rows_are_in_a_file_and_few_in_the_answer(tmp_path: Path) -> None:
    table = written(tmp_path, "a.csv", "id,prompt\n" + "".join(f"r{n},\n" for n in range(500)))
    _, findings = looked(table)
    facts = findings.facts()
    assert facts["bad"] == {"no_prompt": 500}
    assert len(facts["bad_rows"]) == SHOWN
    rows = list(csv.reader(Path(facts["bad_rows_file"]).read_text().splitlines()))
    assert rows[0] == ["row", "code", "meaning"]
    assert [int(row[0]) for row in rows[1:]] == list(range(2, 502))
    with pytest.raises(SkillError) as caught:
        findings.require_none()
    assert caught.value.code == "bad_rows"
    assert "500 rows cannot be used; the first is row 2" in caught.value.say
    looked(written(tmp_path, "a.csv", "id,prompt\na,b\n"))
    assert files(tmp_path / "out") == [], "the list of another look is gone"


def test_a_disk_that_is_full_leaves_no_half_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(SkillError) as caught, Findings(tmp_path) as findings:
        findings.add(1, REASONS["no_prompt"])
    assert caught.value.code == "disk_full"
    assert files(tmp_path) == []
    assert not (tmp_path / FILE).exists()


def test_a_file_that_changes_meanwhile_is_noticed(tmp_path: Path) -> None:
    table = written(tmp_path, "a.csv", "id,prompt\na,b\n")
    require_same = unchanged(table)
    require_same()
    written(tmp_path, "a.csv", "id,prompt\na,b\nc,d\n")
    with pytest.raises(SkillError) as caught:
        require_same()
    assert caught.value.code == "file_changed"


@given(st.text(min_size=1, max_size=120))
def test_an_id_that_passes_is_a_name_everywhere(text: str) -> None:
    try:
        name = names.require_id(text)
    except BadRowError:
        return
    assert name == text
    assert not set('<>:"/\\|?*') & set(name)
    assert name not in (".", "..")
    assert len(f"{name}-100.mp4".encode()) <= 255
    assert name.isprintable()


@given(st.text(min_size=1, max_size=400))
def test_a_prompt_as_a_name_is_one_name(prompt: str) -> None:
    name = names.from_prompt(prompt.encode(errors="replace").decode())
    assert name
    assert not set('<>:"/\\|?*\0\n') & set(name)
    assert len(f"{name}-0.mp4".encode()) <= 255


def test_a_plain_prompt_stays_itself_as_a_name() -> None:
    prompt = "A beautiful coast, in the style of ink;  it's calm."
    assert names.from_prompt(prompt) == prompt


def test_names_that_came_before_are_found_among_many() -> None:
    seen = Seen()
    for row in range(10_000):
        seen.add(f"name {row}", row)
    seen.add("name 77", 20_000)
    seen.add("name 77", 20_001)
    assert sorted(seen.repeated()) == [(20_000, 77), (20_001, 77)]
