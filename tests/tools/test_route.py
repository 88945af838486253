"""route.py as a host runs it: a program, one JSON line, an exit code, and nothing heavy loaded."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from t2v import routing
from t2v.commands.route import STEPS
from t2v.words.clauses import TOOLS
from tests.tools.schema import validate

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "route.py"

HEAVY = {
    "requests", "urllib3", "yaml", "sseclient", "jsonschema", "importlib.metadata", "asyncio",
    "http.client", "socket", "ssl", "email", "urllib.request", "difflib", "unittest", "logging",
}  # fmt: skip
OURS = {
    "t2v", "t2v.cli", "t2v.clock", "t2v.commands", "t2v.commands.route", "t2v.context",
    "t2v.errors", "t2v.outcomes", "t2v.progress", "t2v.report", "t2v.routing", "t2v.signals",
    "t2v.words", "t2v.words.clauses",
    "t2v.words.details", "t2v.words.grammar", "t2v.words.languages", "t2v.words.lexicons",
    "t2v.words.lexicons.common", "t2v.words.lexicons.en", "t2v.words.mentions",
    "t2v.words.slips", "t2v.words.vocabulary",
}  # fmt: skip


def run(*arguments: str, given: bytes = b"") -> tuple[int, dict[str, Any]]:
    """Run the tool, and return its exit code and its document."""
    done = subprocess.run(
        [sys.executable, str(TOOL), *arguments], input=given, capture_output=True, check=False
    )
    assert done.stderr == b""
    (line,) = done.stdout.splitlines()
    document: dict[str, Any] = json.loads(line)
    validate("route", document, done.returncode)
    return done.returncode, document


def test_words_are_answered_with_the_tool_that_they_are_for() -> None:
    code, document = run("could you export it as mov in 4k?")
    assert code == 0
    assert document["say"] == "Next: export the video."
    assert document["next"] == ["run_tool"]
    assert document["charged"] == "no"
    assert document["data"] == {
        "tool": "export",
        "then": [],
        "skip_chat": True,
        "matched": ["export", "mov", "4k"],
        "language": "en",
        "confidence": 0.95,
        "arguments": {"paths": [], "urls": [], "format": "mov", "quality": "2160p"},
    }


def test_edits_are_for_the_video_agent() -> None:
    _, document = run("加个标题然后导出")
    data = document["data"]
    assert (data["tool"], data["then"], data["skip_chat"]) == ("send", ["export"], False)
    assert document["say"] == "Next: make or change the video, then export the video."


def test_files_may_come_with_the_words_or_alone() -> None:
    _, document = run("add them to the intro", "--file", "a.mov", "b.png", "--file", "c.mp3")
    assert document["data"]["tool"] == "upload"
    assert document["data"]["arguments"]["paths"] == ["a.mov", "b.png", "c.mp3"]
    _, document = run("--file", "a.mov")
    assert document["data"]["tool"] == "upload"


@pytest.mark.parametrize(
    ("arguments", "say", "code"),
    [
        (
            ("export it in 8k",),
            "Next: export the video. 8K is not possible; 2160p is the largest.",
            "run_tool",
        ),
        (("read it aloud", "--file", "a.docx"), "Next: make a film of the document.", "run_tool"),
        (("cancel the render",), "Next: cancel the work that goes on.", "run_tool"),
        (
            ("a clip per row", "--file", "a.csv"),
            "Next: check the table and what its videos would cost.",
            "offer_batch",
        ),
        (
            ("a video for each row of my csv",),
            "Which table or list of prompts is it? Name the file.",
            "ask_user",
        ),
    ],
)
def test_a_user_can_be_shown_what_comes_next(
    arguments: tuple[str, ...], say: str, code: str
) -> None:
    _, document = run(*arguments)
    assert document["say"] == say
    assert document["next"] == [code]


def test_every_tool_of_a_decision_has_a_step_to_tell() -> None:
    assert {*TOOLS, routing.SEND, routing.BATCH} == set(STEPS)


def test_explain_adds_readable_steps() -> None:
    _, document = run("don't export yet", "--explain")
    assert document["data"]["why"] == [
        "read as language en",
        "'dont export yet' is negated",
    ]


def test_a_reply_is_parted_into_actions_and_content() -> None:
    code, document = run("--reply", "Title added.\x1b[31m Click Export to download.")
    assert code == 0
    assert document["data"] == {"actions": ["export"]}
    assert document["external"] == {
        "untrusted": True,
        "source": "video agent",
        "text": "Title added.",
    }


def test_standard_input_may_hold_the_words_or_the_reply() -> None:
    assert run("-", given="导出".encode())[1]["data"]["tool"] == "export"
    assert run("--reply", "-", given=b"Click Export.")[1]["data"]["actions"] == ["export"]


@pytest.mark.parametrize(
    ("arguments", "given", "code", "exit_code"),
    [
        ([], b"", "empty_text", 64),
        ([""], b"", "empty_text", 64),
        (["  \n "], b"", "empty_text", 64),
        (["-"], b"", "empty_text", 64),
        (["-"], b"a" * 1_000_001, "text_too_long", 65),
        (["-"], b"\xff\xfe", "bad_text", 65),
        (["--reply", "-"], b"\xff\xfe", "bad_text", 65),
        (["--nonsense"], b"", "usage", 64),
    ],
)
def test_bad_input_has_a_code_of_its_own(
    arguments: list[str], given: bytes, code: str, exit_code: int
) -> None:
    ended, document = run(*arguments, given=given)
    assert ended == exit_code
    assert document["ok"] is False
    assert document["error"]["code"] == code


def test_a_megabyte_of_words_is_read() -> None:
    assert run("-", given=b"export " * 140_000)[1]["data"]["tool"] == "send"


def test_routing_loads_the_router_and_nothing_heavy() -> None:
    program = (
        "import runpy, sys\n"
        f"sys.argv = [{str(TOOL)!r}, 'export the video']\n"
        "try:\n"
        f"    runpy.run_path({str(TOOL)!r}, run_name='__main__')\n"
        "finally:\n"
        "    print('\\n'.join(sorted(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-c",
            f"import sys; sys.path.insert(0, {str(TOOL.parent)!r})\n{program}",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    loaded = set(done.stderr.split())
    assert {name for name in loaded if name.split(".")[0] == "t2v"} <= OURS
    assert loaded & HEAVY == set()
    assert "t2v.routing" in loaded
