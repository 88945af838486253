"""What the rows of a table become: usual columns, published lists, folders of media."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from t2v.errors import SkillError
from tests.batches.checking import bad, looked, written
from tests.films import MP4

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.csv", "id,prompt\nx1,a dog\n", [("x1", "a dog")]),
        ("a.csv", "uuid,text\nx1,a dog\n", [("x1", "a dog")]),
        ("a.tsv", "video_id\tDescription\nx1\ta dog\n", [("x1", "a dog")]),
        ("a.csv", "index,caption\n7,a dog\n", [("7", "a dog")]),
        ("a.csv", "index,id,caption\n7,x1,a dog\n", [("x1", "a dog")]),
        ("a.csv", "prompt\na dog\na cat\n", [("0001", "a dog"), ("0002", "a cat")]),
        ("a.txt", "a dog\n\na cat\n", [("0001", "a dog"), ("0002", "a cat")]),
        ("a.json", '["a dog", "a cat"]', [("0001", "a dog"), ("0002", "a cat")]),
        ("a.jsonl", '{"id": "x1", "prompt_en": "a dog"}\n{"prompt": "a cat"}\n',
         [("x1", "a dog"), ("0002", "a cat")]),
    ],
    ids=str,
)  # fmt: skip
def test_rows_are_read_by_the_usual_names(
    tmp_path: Path, name: str, content: str, expected: list[tuple[str, str]]
) -> None:
    items, findings = looked(written(tmp_path, name, content))
    assert [(item.id, item.prompt) for item in items] == expected
    assert findings.stopping == 0


PUBLISHED: dict[str, tuple[str, Any, dict[str, Any], list[tuple[str, str]]]] = {
    # What each is like is the benchmark's; the prompts are our own.
    "VBench's full info": (
        "VBench_full_info.json",
        [
            {"prompt_en": "a kite over dunes", "dimension": ["motion_smoothness"]},
            {
                "prompt_en": "a red kettle, on a stove",
                "dimension": ["color"],
                "auxiliary_info": {"color": {"color": "red"}},
            },
        ],
        {"layout": "vbench", "samples": 2},
        [
            ("videos/a kite over dunes-0.mp4", "motion_smoothness"),
            ("videos/a kite over dunes-1.mp4", "motion_smoothness"),
            ("videos/a red kettle, on a stove-0.mp4", "color"),
            ("videos/a red kettle, on a stove-1.mp4", "color"),
        ],
    ),
    "EvalCrafter's metadata": (
        "metadata.json",
        {
            "0000": {"prompt": "two geese on a pond", "attributes": {"count": "2 goose"}},
            "0001": {"prompt": "a lamp in fog", "attributes": {}},
        },
        {"layout": "evalcrafter"},
        [("videos/0000.mp4", ""), ("videos/0001.mp4", "")],
    ),
    "EvalCrafter's list": (
        "prompt700.txt",
        "two geese on a pond\na lamp in fog \n",
        {"layout": "evalcrafter"},
        [("videos/0000.mp4", ""), ("videos/0001.mp4", "")],
    ),
    "T2V-CompBench's metadata": (
        "generative_numeracy.json",
        [{"prompt": "three lanterns glow", "objects": "lantern", "numbers": "3"}],
        {"layout": "t2v-compbench"},
        [("video/numeracy/0001.mp4", "")],
    ),
    "T2V-CompBench's prompts": (
        "1_consistent_attr.txt",
        "a blue door and a green cat\na tin boat\n",
        {"layout": "t2v-compbench"},
        [("video/consistent_attr/0001.mp4", ""), ("video/consistent_attr/0002.mp4", "")],
    ),
    "VidProM's table": (
        "VidProM_unique.csv",
        """\
uuid,prompt,time,toxicity,obscene,identity_attack,insult,threat,sexual_explicit
0b9c1c52-6d5f,a fox in snow -ar 16:9,Thu Jul 06,0.01,0.0,0.0,0.0,0.0,0.0
""",
        {"layout": "kaggle"},
        [("videos/0b9c1c52-6d5f.mp4", "")],
    ),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_lists_are_read_as_they_are(tmp_path: Path, name: str) -> None:
    file, content, order, expected = PUBLISHED[name]
    text = content if isinstance(content, str) else json.dumps(content)
    items, findings = looked(written(tmp_path, file, text), **order)
    assert [(item.name, item.dimension) for item in items] == expected
    assert findings.stopping == 0


def test_what_other_columns_ask_for_is_said_unless_the_prompt_says_it(tmp_path: Path) -> None:
    table = written(
        tmp_path,
        "a.csv",
        "prompt,duration,aspect,style\n"
        "a dog,5,9:16,watercolour\n"
        '"a cat, 8 seconds, vertical",5,16:9,\n',
    )
    words = [item.words for item in looked(table)[0]]
    assert words == ["a dog, watercolour style, 5 seconds, 9:16", "a cat, 8 seconds, vertical"]


def test_a_row_says_how_many_samples_it_wants(tmp_path: Path) -> None:
    table = written(tmp_path, "a.csv", "id,prompt,n\na,a dog,2\nb,a cat,\n")
    assert [item.name for item in looked(table)[0]] == ["a-0.mp4", "a-1.mp4", "b.mp4"]


def test_two_rows_with_one_prompt_are_one_video_for_vbench(tmp_path: Path) -> None:
    rows = [{"prompt_en": "a kite", "dimension": [one]} for one in ("scene", "color")]
    table = written(tmp_path, "a.json", json.dumps(rows))
    items, findings = looked(table, layout="vbench", samples=1)
    assert [item.name for item in items] == ["videos/a kite-0.mp4"]
    assert bad(findings) == [(2, "repeated_prompt")]
    assert findings.stopping == 0


def test_a_number_in_a_list_stays_its_own_when_rows_before_are_left_out(tmp_path: Path) -> None:
    table = written(tmp_path, "a.csv", "prompt,duration\na dog,nine\na cat,9\n")
    items, _ = looked(table, layout="evalcrafter")
    assert [item.name for item in items] == ["videos/0001.mp4"]


def test_a_folder_of_media_becomes_a_row_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "clips"
    for name, content in (("b.mp4", MP4), ("a.png", PNG), ("notes.txt", b"x"), (".c.mp4", MP4)):
        written(folder, name, content)
    items, _ = looked(folder, edit="add a title")
    assert [(one.id, one.prompt, Path(one.source).name) for one in items] == [
        ("a", "add a title", "a.png"),
        ("b", "add a title", "b.mp4"),
    ]
    with pytest.raises(SkillError) as caught:
        looked(folder)
    assert caught.value.code == "edit_needed"


def test_only_so_many_rows_become_items_and_all_are_checked(tmp_path: Path) -> None:
    table = written(tmp_path, "a.csv", "id,prompt\na,x\nb,y\n../c,z\n")
    items, findings = looked(table, limit=1)
    assert [item.id for item in items] == ["a"]
    assert bad(findings) == [(4, "id_slash")]


@pytest.mark.parametrize(
    ("content", "chosen", "code"),
    [
        ("title,mood\na,b\n", None, "no_prompt_column"),
        ("prompt,caption\na,b\n", None, "two_prompt_columns"),
        ("prompt,prompt\na,b\n", None, "two_prompt_columns"),
        ("prompt,mood\na,b\n", "story", "no_prompt_column"),
        ("id,prompt\n", None, "no_rows"),
        ('{"a": 1}', None, "bad_table"),
        ('[{"title": "a"}]', None, "no_prompt_column"),
        ('[{"prompt": "a"', None, "bad_table"),
    ],
)
def test_a_table_that_is_none_says_why(
    tmp_path: Path, content: str, chosen: str | None, code: str
) -> None:
    name = "a.json" if content[0] in "[{" else "a.csv"
    with pytest.raises(SkillError) as caught:
        looked(written(tmp_path, name, content), prompt_column=chosen)
    assert caught.value.code == code


def test_the_column_of_prompts_can_be_named(tmp_path: Path) -> None:
    table = written(tmp_path, "a.csv", "prompt,caption\na dog,a cat\n")
    assert [item.prompt for item in looked(table, prompt_column="caption")[0]] == ["a cat"]
