"""Rows out of every kind of table, and what is wrong with a row told by its number."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from t2v.documents.tables import ROW_LIMIT, Flaw, open_table, rows
from t2v.errors import SkillError

Shown = list[tuple[int, dict[str, str], Flaw | None]]

CHINESE = "一只狗在阳光明媚的公园里奔跑，孩子们在草地上放风筝。\n夜晚的城市，霓虹灯下的雨。\n"
JAPANESE = "犬が日の当たる公園を走っている。\n夕暮れの海に帆船が浮かぶ。\n"
FRENCH = "Un été à la plage, où les élèves mangent des gâteaux.\nUne forêt dorée près du château.\n"


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def shown(path: Path) -> Shown:
    return [(row.number, dict(row.cells), row.flaw) for row in rows(path)]


@pytest.mark.parametrize(
    ("name", "content", "kind", "expected"),
    [
        (
            "a.csv",
            'id,prompt\n1,"a dog, running"\n',
            "csv",
            [(2, {"id": "1", "prompt": "a dog, running"})],
        ),
        (
            "a.csv",
            "id;prompt\n1;a dog, running\n",
            "csv",
            [(2, {"id": "1", "prompt": "a dog, running"})],
        ),
        ("a.tsv", "id\tprompt\n1\ta dog\n", "tsv", [(2, {"id": "1", "prompt": "a dog"})]),
        ("a.csv", "prompt\na dog\n", "csv", [(2, {"prompt": "a dog"})]),
        ("a", "Prompt\na dog\n", "csv", [(2, {"Prompt": "a dog"})]),
        (
            "a.csv",
            'id,prompt\n1,"two\nlines"\n2,x',
            "csv",
            [(2, {"id": "1", "prompt": "two\nlines"}), (3, {"id": "2", "prompt": "x"})],
        ),
        ("a.csv", "id,prompt\n1\n", "csv", [(2, {"id": "1", "prompt": ""})]),
        ("a.csv", "prompt,prompt\na,b\n", "csv", [(2, {"prompt": "a", "prompt (2)": "b"})]),
        (
            "a.txt",
            "a dog, in a park\na cat, on a mat\n",
            "txt",
            [(1, {"prompt": "a dog, in a park"}), (2, {"prompt": "a cat, on a mat"})],
        ),
        ("a.txt", "id,prompt\n1,a dog\n", "csv", [(2, {"id": "1", "prompt": "a dog"})]),
        (
            "a.json",
            '["a dog", {"prompt": "a cat"}]',
            "json",
            [(1, {"prompt": "a dog"}), (2, {"prompt": "a cat"})],
        ),
        (
            "a.json",
            '{"prompt": ["a", "b"], "id": [7, 8]}',
            "json",
            [(1, {"prompt": "a", "id": "7"}), (2, {"prompt": "b", "id": "8"})],
        ),
        ("a.json", '{"v1": "a dog"}', "json", [(1, {"id": "v1", "prompt": "a dog"})]),
        (
            "a.json",
            '{"v1": {"text": "a dog"}, "v2": {"text": "b"}}',
            "json",
            [(1, {"id": "v1", "text": "a dog"}), (2, {"id": "v2", "text": "b"})],
        ),
        ("a.json", '{"version": 2, "prompts": ["a dog"]}', "json", [(1, {"prompt": "a dog"})]),
        (
            "a.txt",
            '{"prompt": "a"}\n\n{"prompt": "b"}\n',
            "jsonl",
            [(1, {"prompt": "a"}), (3, {"prompt": "b"})],
        ),
    ],
)
def test_every_shape_of_table_is_rows(
    name: str, content: str, kind: str, expected: list[tuple[int, dict[str, str]]], tmp_path: Path
) -> None:
    path = written(tmp_path, name, content)
    with open_table(path) as table:
        assert table.kind == kind
    assert shown(path) == [(number, cells, None) for number, cells in expected]


def test_full_info_of_a_benchmark_keeps_its_lists_as_json(tmp_path: Path) -> None:
    entry = {"prompt_en": "a bird", "dimension": ["color", "scene"], "auxiliary_info": {"n": 1}}
    path = written(tmp_path, "full_info.json", json.dumps([entry]))
    ((_, cells, flaw),) = shown(path)
    assert flaw is None
    assert json.loads(cells["dimension"]) == ["color", "scene"]
    assert json.loads(cells["auxiliary_info"]) == {"n": 1}


@pytest.mark.parametrize("words", [CHINESE, FRENCH, "a dog\na cat\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_found_with_and_without_a_mark(
    words: str, encoding: str, tmp_path: Path
) -> None:
    path = written(tmp_path, "a.txt", words.encode(encoding))
    assert [cells["prompt"] for _, cells, _ in shown(path)] == words.splitlines()


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (CHINESE, "gb18030"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (FRENCH, "latin-1"),
        ("狗在公园里跑\n", "gb18030"),
        ("犬が走る\n", "cp932"),
        ("Café\n", "latin-1"),
        ("El niño corre mañana\n", "latin-1"),
        ("a “quoted” dog – don’t\n", "cp1252"),
        ("一隻狗在陽光明媚的公園裡奔跑，孩子們放風箏。\n", "big5"),
        ("Собака бежит по солнечному парку, дети играют.\n", "cp1251"),
        ("개가 햇살 가득한 공원을 달린다.\n", "cp949"),
    ],
)
def test_older_encodings_are_found_behind_a_megabyte_of_ascii_too(
    words: str, encoding: str, tmp_path: Path
) -> None:
    for before in ("", "plain words\n" * 100_000):
        path = written(tmp_path, "a.txt", (before + words).encode(encoding))
        found = shown(path)[before.count("\n") :]
        assert [cells["prompt"] for _, cells, _ in found] == words.splitlines()


@pytest.mark.parametrize(
    ("name", "content", "number", "flaw"),
    [
        ("a.csv", b"id,prompt\n1,a\n\n2,b\n", 3, Flaw.EMPTY),
        ("a.csv", b"id,prompt\n , \n2,b\n", 2, Flaw.EMPTY),
        ("a.csv", b"id,prompt\n1,a dog, in a park\n2,b\n", 2, Flaw.CELLS),
        ("a.csv", b"id,prompt\n1,a\n2,b\0c\n", 3, Flaw.NUL),
        ("a.csv", "id,prompt\n1,é\n2,ü\n".encode() + b"3,caf\xe9\n", 4, Flaw.ENCODING),
        ("a.csv", b"id,prompt\n1," + b"x" * ROW_LIMIT + b"\n2,b\n", 2, Flaw.TOO_LONG),
        ("a.csv", b'id,prompt\n1,"' + (b"x" * 999 + b"\n") * 1_001 + b'"\n', 2, Flaw.TOO_LONG),
        ("a.csv", b'id,prompt\n1,"open\n2,b\n', 2, Flaw.QUOTES),
        ("a.txt", b"a dog\n" + b"x" * (ROW_LIMIT * 2) + b"\nb\n", 2, Flaw.TOO_LONG),
        ("a.jsonl", b'{"prompt": "a"}\n{"prompt": "b\n', 2, Flaw.NOT_JSON),
        ("a.jsonl", b'{"prompt": "a"}\n["b"]\n', 2, Flaw.SHAPE),
        ("a.json", b'["a", 3]', 2, Flaw.SHAPE),
        ("a.json", b'["a", {"prompt": "b\\u0000c"}]', 2, Flaw.NUL),
        ("a.json", b'["a", {"prompt": "b\\ud800c"}]', 2, Flaw.ENCODING),
        ("a.json", b'["a", {}]', 2, Flaw.EMPTY),
    ],
)
def test_a_bad_row_is_told_by_its_number_and_the_others_are_read(
    name: str, content: bytes, number: int, flaw: Flaw, tmp_path: Path
) -> None:
    found = shown(written(tmp_path, name, content))
    assert next(row[::2] for row in found if row[2]) == (number, flaw)
    assert flaw is Flaw.QUOTES or len(found) > 1


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.json", b'{"a": 1, "b": 2}', "bad_table"),
        ("a.json", b'{"a": [1, 2], "b": [1]}', "bad_table"),
        ("a.json", b'[{"prompt": "a"}, {"prompt": "b]', "bad_table"),
        ("a.json", b'["a"] and more', "bad_table"),
        ("a.json", b'["a" "b"]', "bad_table"),
        ("a.json", b"[" * 200_000, "bad_table"),
        ("a.json", b'{"a":' * 200_000, "bad_table"),
        ("a.json", b'["' + b"x" * (3 * ROW_LIMIT), "bad_table"),
        ("a.csv", b"", "file_empty"),
    ],
)
def test_a_file_that_is_no_table_is_refused(
    name: str, content: bytes, code: str, tmp_path: Path
) -> None:
    with pytest.raises(SkillError) as caught:
        shown(written(tmp_path, name, content))
    assert caught.value.code == code


def test_entries_are_whole_wherever_the_blocks_of_a_list_end(tmp_path: Path) -> None:
    prompts = [f"{number} " + "x" * (number % 977) for number in range(3_000)]
    path = written(tmp_path, "a.json", json.dumps(prompts, indent=1))
    assert [cells["prompt"] for _, cells, _ in shown(path)] == prompts


def test_a_file_that_changes_while_it_is_read_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "id,prompt\n" + "1,a dog\n" * 10)
    with open_table(path) as table:
        found = table.rows()
        next(found)
        path.write_text(path.read_text() + "2,more\n")
        with pytest.raises(SkillError) as caught:
            list(found)
    assert caught.value.code == "file_changed"
