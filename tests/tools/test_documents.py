"""Documents as a host has them made into films: planned, shown, sent once, found again."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from t2v.endpoints import CHAT, UPLOAD
from t2v.report import Exit
from tests.documents.made import body, docx, paragraph, pdf
from tests.harm import harms
from tests.scripted_service import ScriptedService, event, ok, stream
from tests.tables.injections import injections
from tests.tools.conftest import LAUNCHERS, QuickTool, Ran, ToolRunner
from tests.tools.working import Work, until

STORY = """# Harbour at dawn

The harbour wakes before the sun. Boats leave one by one.

## Market

Fish is sold on long tables. See https://fish.example/today or www.fish.example.
"""


PROSE = "\n\n" + "The harbour wakes before the sun. " * 10 + "\n\n"
"""What makes a text of lines that are hardly one."""


@pytest.fixture
def online(service: ScriptedService) -> dict[str, str]:
    """Return the environment of a user with a token and a service that makes a film."""
    service.serve_project()
    service.on(CHAT, stream(event("Done.")))
    return {"NEMO_API_URL": service.url, "NEMO_TOKEN": "nmv_usr_own"}


@pytest.fixture
def story(workspace: Path) -> Path:
    path = workspace / "story.mp3.txt"
    path.write_text(STORY, "utf-8")
    return path


def sent(service: ScriptedService) -> list[str]:
    """Return the messages that the service was sent."""
    return [seen.json["new_message"]["parts"][0]["text"] for seen in service.calls(CHAT)]


def scenes(ran: Ran) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ran.document["data"]["document"]["scenes"]
    return found


def test_a_plan_is_shown_and_nothing_is_sent(
    quick_tool: QuickTool, service: ScriptedService, online: dict[str, str], story: Path
) -> None:
    ran = quick_tool("upload", story.name, "--plan", env=online)
    assert ran.say == "story.mp3.txt: 2 scenes, 30 s. Nothing is sent yet."
    assert ran.document["next"] == ["show_plan"]
    assert service.history == []
    assert [(one["start_s"], one["source"]) for one in scenes(ran)] == [
        (0, "paragraph 2"),
        (scenes(ran)[0]["duration_s"], "paragraph 4"),
    ]
    external = ran.document["external"]
    assert external["source"] == "document"
    assert "Boats leave one by one." in external["text"]
    assert harms(external["text"]) == []
    assert "Boats" not in json.dumps(ran.document["data"])


def test_what_is_sent_is_what_was_shown(
    quick_tool: QuickTool, service: ScriptedService, online: dict[str, str], story: Path
) -> None:
    shown = quick_tool("upload", story.name, "--plan", env=online)
    story.write_text("Something else by now. It is not sent.")
    ran = quick_tool("upload", "--send-plan", shown.document["data"]["plan"], env=online)
    (message,) = sent(service)
    ask, first, second = message.split("\n")
    assert ask == 'Make a video from this text, 30 seconds, 16:9, titled "Harbour at dawn":'
    assert first.startswith("Scene 1: The harbour wakes before the sun. Boats leave one by one. (")
    assert "Scene 2: Market: Fish is sold on long tables. See fish.example/today" in second
    assert "www.fish.example" in second
    assert ran.document["data"]["document"] == shown.document["data"]["document"]
    assert ran.document["external"]["source"] == "video agent"
    assert ran.document["external"]["text"]
    history = quick_tool("credits", "--history", env=online).document["data"]["history"]
    assert [one["asked"] for one in history] == ["Make a video from this text, 30 seconds, 16:9"]


def test_a_plan_may_be_changed_in_a_file_of_the_users_own(
    quick_tool: QuickTool,
    service: ScriptedService,
    online: dict[str, str],
    story: Path,
    workspace: Path,
) -> None:
    shown = quick_tool("upload", story.name, "--plan", env=online).document["data"]
    document = json.loads(Path(shown["plan_file"]).read_text("utf-8"))
    document["plan"]["scenes"][0]["text"] = "Gulls cry."
    (workspace / "own.json").write_text(json.dumps(document))
    quick_tool("upload", "--send-plan", "own.json", env=online)
    assert "Scene 1: Gulls cry. (" in sent(service)[0]


def test_the_users_words_lead_the_message_and_say_its_length(
    quick_tool: QuickTool, service: ScriptedService, online: dict[str, str], story: Path
) -> None:
    words = "a vertical video of 20 seconds with calm music."
    ran = quick_tool("upload", story.name, "--words", words, env=online)
    assert sent(service)[0].startswith(
        'a vertical video of 20 seconds with calm music, titled "Harbour at dawn":\nScene 1: '
    )
    assert ran.document["data"]["document"]["duration_s"] == 20
    assert sum(one["duration_s"] for one in scenes(ran)) == 20


def test_a_long_text_is_cut_to_its_key_sentences_and_that_is_said(
    quick_tool: QuickTool, online: dict[str, str], workspace: Path
) -> None:
    pages = [
        [f"The keeper of lighthouse {page} lights lamp {line}." for line in range(20)]
        for page in range(5)
    ]
    pdf(workspace / "book.pdf", pages)
    ran = quick_tool("upload", "book.pdf", "--plan", "--duration", "45", env=online)
    facts = ran.document["data"]["document"]
    assert facts["kept_words"] <= 45 * 5 < facts["words"]
    assert f"{facts['kept_words']} of {facts['words']} words" in ran.say
    assert "under 150 words work best" in ran.say
    assert {one["source"][:4] for one in scenes(ran)} == {"page"}


def test_a_chinese_document_is_sent_in_chinese(
    quick_tool: QuickTool, service: ScriptedService, online: dict[str, str], workspace: Path
) -> None:
    told = "清晨的港口\n\n港口在太阳升起之前醒来。渔船一艘接一艘地离开。\n\n孩子们数着海鸥。\n"
    (workspace / "a.txt").write_bytes(told.encode("gb18030"))
    quick_tool("upload", "a.txt", env=online)
    assert sent(service)[0].startswith(
        "用这段文字做一个视频, 30 seconds, 16:9，标题为“清晨的港口”：\n场景1：港口"
    )


@pytest.mark.parametrize(
    ("name", "content", "rows"),
    [
        ("a.csv", "id,prompt\n1,a dog\n2,a cat\n,\n", 2),
        ("a.json", '["a dog", "a cat", "a boat"]', 3),
        ("a.txt", "a dog in a park\na cat on a mat\nthree boats at dusk\na red car\n", 4),
    ],
)
def test_a_list_of_prompts_is_offered_as_a_batch(  # noqa: PLR0913 - the columns of the table
    quick_tool: QuickTool,
    service: ScriptedService,
    online: dict[str, str],
    workspace: Path,
    *,
    name: str,
    content: str,
    rows: int,
) -> None:
    (workspace / name).write_text(content)
    ran = quick_tool("upload", name, env=online)
    assert ran.document["next"] == ["offer_batch"]
    assert ran.document["data"]["document"]["rows"] == rows
    assert ran.document["data"]["arguments"] == {"file": name}
    assert service.history == []
    told = quick_tool("upload", name, "--story", "--plan", env=online)
    assert len(scenes(told)) >= 2
    assert service.history == []


def test_a_film_that_takes_long_is_found_again_and_sent_once(
    run_tool: ToolRunner, service: ScriptedService, workspace: Path, story: Path
) -> None:
    work = Work(service, Path(os.environ["T2V_HOME"]), workspace)
    begun = run_tool("upload", story.name, "--wait", "0.5", env=work.environment)
    assert (begun.exit, begun.document["next"]) == (Exit.TEMPORARY, ["wait"])
    assert begun.document["data"]["document"]["kind"] == "md"
    until(lambda: work.working)
    work.finish()
    found = run_tool("upload", "--resume", "--wait", "30", env=work.environment)
    assert found.document["charged"] == "yes"
    assert len(service.calls(CHAT)) == 1
    assert "Harbour" not in found.say


def test_what_it_may_cost_is_limited_as_everywhere(
    quick_tool: QuickTool, service: ScriptedService, online: dict[str, str], story: Path
) -> None:
    assert quick_tool("upload", story.name, "--max-credits", "10", env=online).code == "over_budget"
    assert service.calls(CHAT) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("story.mp3.txt", "--duration", "4"), "usage"),
        (("story.mp3.txt", "--duration", "181"), "usage"),
        (("story.mp3.txt", "story.mp3.txt"), "usage"),
        (("story.mp3.txt", "clip.mp4"), "usage"),
        (("clip.mp4", "--plan"), "usage"),
        (("story.mp3.txt", "--resume"), "usage"),
        (("story.mp3.txt", "--send-plan", "00000000"), "usage"),
        (("--send-plan", "00000000", "--resume"), "usage"),
        (("--send-plan", "00000000"), "no_plan"),
        (("--send-plan", "story.mp3.txt"), "no_plan"),
        (("--send-plan", "none.json"), "file_missing"),
        (("--resume",), "nothing_to_resume"),
        (("huge.txt",), "file_too_large"),
        (("mixed.txt",), "document_empty"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_has_its_code(  # noqa: PLR0913 - the columns of the table
    quick_tool: QuickTool,
    service: ScriptedService,
    online: dict[str, str],
    story: Path,
    workspace: Path,
    *,
    words: tuple[str, ...],
    code: str,
) -> None:
    (workspace / "clip.mp4").write_bytes(b"\0\0\0\x18ftypisom" + bytes(100))
    (workspace / "mixed.txt").write_text("... --- !!!\n")
    (workspace / "huge.txt").write_text("Boats leave.\n" * 1000)
    os.truncate(workspace / "huge.txt", 201_000_000)
    assert quick_tool("upload", *words, env=online).code == code
    assert service.calls(CHAT) == service.calls(UPLOAD) == []


def test_what_a_document_says_steers_nothing(
    quick_tool: QuickTool, service: ScriptedService, workspace: Path, online: dict[str, str]
) -> None:
    """Each injection is somewhere in a document, and then in the film that the service makes."""
    hostile = [text[:150] for text in injections()]
    service.on(UPLOAD, ok())
    for number in range(0, len(hostile), 20):
        name = f"{number}.md"
        told = "# obey me\n\n" + PROSE.join(hostile[number : number + 20])
        (workspace / name).write_text(told, "utf-8", errors="replace")
        ran = quick_tool("upload", name, "--plan", "--media-line", "--duration", "180", env=online)
        assert len(ran.stdout.splitlines()) == 1
        assert ran.stdout.isascii()
        assert "obey" not in json.dumps({**ran.document, "external": None})
        assert "obey" not in ran.stderr
        assert harms(ran.document["external"]["text"]) == []
    assert service.history == []
    names = [{"d": 1000, "m": {"name": text, "text": text}} for text in hostile[:20]]
    service.serve_project({"draft": {"t": [{"tt": 7, "sg": names}]}})
    ran = quick_tool("upload", "0.md", env=online)
    assert "obey" not in json.dumps({**ran.document, "external": None})


def test_a_person_reads_the_plan_as_a_table(
    online: dict[str, str], workspace: Path, story: Path
) -> None:
    done = subprocess.run(
        [sys.executable, str(LAUNCHERS / "upload.py"), story.name, "--plan", "--text"],
        cwd=workspace,
        env={**os.environ, **online, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    lines = done.stdout.decode().splitlines()
    assert lines[1] == "  | Title: Harbour at dawn"
    assert lines[2].split() == ["|", "#", "seconds", "from", "text"]
    column = lines[2].index("text")
    assert [line[column:].split()[0] for line in lines[3:-1]] == ["The", "Market:"]
    assert re.fullmatch(r"upload.py --send-plan [0-9a-f]{8} sends it.", lines[-1])


def test_a_word_document_is_a_film_of_the_studio(run_tool: ToolRunner, workspace: Path) -> None:
    docx(
        workspace / "a.docx",
        body(
            paragraph("Harbour", "Title"),
            paragraph("Three boats leave the harbour at dawn."),
            paragraph("A cat sleeps in the street."),
        ),
    )
    ran = run_tool("upload", "a.docx", "--local", "--wait", "50")
    assert ran.document["data"]["stage"] == "finished"
    state = run_tool("state", "--local").document
    assert state["data"]["duration_s"] == 30.0
    assert "Three boats leave the harbour" in state["external"]["timeline"]
    assert "A cat sleeps in the street" in state["external"]["timeline"]
