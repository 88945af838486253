"""Bad input: each kind has its own code, one sentence, its exit code; no traceback, no remains."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from t2v.endpoints import CHAT, CREDITS, RENDER, UPLOAD
from t2v.report import Exit
from tests.scripted_service import HTML, ScriptedService, ok
from tests.tools.conftest import QuickTool, ToolRunner
from tests.tools.schema import TOOLS

MP4 = b"\0\0\0\x18ftypisom" + bytes(1000)
NEEDED = {
    "route": ("hello",),
    "send": ("hello",),
    "create": ("a cat",),
    "upload": ("clip.mp4",),
    "evaluate": ("clip.mp4",),
    "batch": ("prompts.csv", "--output", "clips"),
}
"""What a tool cannot do without."""

TOKEN = "nmv_usr_own"  # noqa: S105 - a test's own


@pytest.fixture
def online(service: ScriptedService) -> dict[str, str]:
    """Return the environment of a user with a token and a healthy service."""
    service.serve_project()
    return {"NEMO_API_URL": service.url, "NEMO_TOKEN": TOKEN}


# Words


@pytest.mark.parametrize("tool", ["route", "send", "create"])
@pytest.mark.parametrize("text", [(), ("",), (" \n\t ",)], ids=["none", "empty", "blank"])
def test_without_words_there_is_nothing_to_do(
    quick_tool: QuickTool, online: dict[str, str], tool: str, text: tuple[str, ...]
) -> None:
    ran = quick_tool(tool, *text, env=online)
    assert (ran.code, ran.exit) == ("empty_text", Exit.USAGE)


@pytest.mark.parametrize("tool", ["send", "create"])
def test_too_many_words_are_counted(
    quick_tool: QuickTool, service: ScriptedService, online: dict[str, str], tool: str
) -> None:
    ran = quick_tool(tool, "word " * 20_000, env=online)
    assert (ran.code, ran.exit) == ("text_too_long", Exit.DATA)
    assert "99999" in ran.say
    assert service.history == []


def test_a_megabyte_is_routed_and_more_is_refused(run_tool: ToolRunner) -> None:
    assert run_tool("route", "-", stdin=b"word " * 200_000).exit == Exit.OK
    ran = run_tool("route", "-", stdin=b"word " * 200_000 + b"!")
    assert (ran.code, ran.exit) == ("text_too_long", Exit.DATA)


@pytest.mark.skipif(os.name != "posix", reason="arguments are bytes on POSIX only")
@pytest.mark.parametrize("tool", TOOLS)
def test_arguments_that_are_no_text(run_tool: ToolRunner, tool: str) -> None:
    ran = run_tool(tool, b"\xff\xfe\x00".rstrip(b"\0"), env={"NEMO_TOKEN": TOKEN})
    assert (ran.code, ran.exit) == ("bad_text", Exit.DATA)


def test_standard_input_that_is_no_text(run_tool: ToolRunner) -> None:
    ran = run_tool("route", "--reply", "-", stdin=b"\xff\xfe\x00")
    assert (ran.code, ran.exit) == ("bad_text", Exit.DATA)


# Files


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [
        ("none.mp4", "file_missing", "none.mp4"),
        ("folder", "not_a_file", "folder"),
        ("pipe.mp4", "not_a_file", "pipe.mp4"),
        ("empty.mp4", "file_empty", "empty.mp4"),
        ("words.mp4", "unsupported_file", "words.mp4"),
        ("paper.pdf", "document_damaged", "paper.pdf"),
        ("large.mp4", "file_too_large", "201 MB; the limit is 200 MB"),
        ("x" * 5000, "file_unreadable", "xxx"),
        ("~nobody-has-this-name/clip.mp4", "file_missing", "nobody-has-this-name"),
        ("ftp://cdn.example/clip.mp4", "bad_url", "https://"),
        ("", "not_a_file", ""),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_file_that_cannot_be_uploaded(  # noqa: PLR0913 - the columns of the table
    quick_tool: QuickTool,
    service: ScriptedService,
    online: dict[str, str],
    workspace: Path,
    *,
    name: str,
    code: str,
    told: str,
) -> None:
    (workspace / "folder").mkdir()
    os.mkfifo(workspace / "pipe.mp4")
    (workspace / "empty.mp4").touch()
    (workspace / "words.mp4").write_bytes(b"The free lunch is over.")
    (workspace / "paper.pdf").write_bytes(b"%PDF-1.7\n")
    (workspace / "large.mp4").write_bytes(MP4)
    os.truncate(workspace / "large.mp4", 201_000_000)
    ran = quick_tool("upload", name, env=online)
    assert (ran.code, ran.exit) == (code, Exit.DATA)
    assert told in ran.say
    assert len(ran.say) < 700
    assert service.calls(UPLOAD) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(
    quick_tool: QuickTool, online: dict[str, str], workspace: Path
) -> None:
    (workspace / "clip.mp4").write_bytes(MP4)
    (workspace / "clip.mp4").chmod(0)
    assert quick_tool("upload", "clip.mp4", env=online).code == "file_unreadable"


def test_a_wrong_ending_is_put_right(
    quick_tool: QuickTool, service: ScriptedService, online: dict[str, str], workspace: Path
) -> None:
    service.on(UPLOAD, ok())
    (workspace / "clip.txt").write_bytes(MP4)
    ran = quick_tool("upload", "clip.txt", env=online)
    assert ran.document["data"]["uploaded"][0]["name"] == "clip.mp4"


# The command line


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("flags", [("--frobnicate",), ("--" + "x" * 100_000,)], ids=["odd", "long"])
def test_an_unknown_flag_is_named_in_a_bounded_line(
    quick_tool: QuickTool, tool: str, flags: tuple[str, ...]
) -> None:
    ran = quick_tool(tool, *NEEDED.get(tool, ()), *flags)
    assert (ran.code, ran.exit) == ("usage", Exit.USAGE)
    assert flags[0][:12] in ran.say
    assert len(ran.say) < 700


@pytest.mark.parametrize(
    ("tool", "flags", "told"),
    [
        ("upload", (), "PATH_OR_URL"),
        ("send", ("hello", "--wait", "soon"), "--wait"),
        ("send", ("hello", "--wait", "nan"), "--wait"),
        ("send", ("hello", "--wait", "-1"), "--wait"),
        ("send", ("hello", "--wait", "1e9"), "--wait"),
        ("send", ("hello", "--wait"), "--wait"),
        ("export", ("--format", "exe"), "mp4"),
        ("export", ("--quality", "best"), "high"),
        ("send", ("hello", "there"), "there"),
        ("send", ("hello", "--res"), "--res"),
    ],
)
def test_a_wrong_value_is_named_with_the_choices(
    quick_tool: QuickTool, tool: str, flags: tuple[str, ...], told: str
) -> None:
    ran = quick_tool(tool, *flags)
    assert (ran.code, ran.exit) == ("usage", Exit.USAGE)
    assert told in ran.say
    assert "_seconds" not in ran.say


@pytest.mark.parametrize("output", ["none/cat.mp4", "x" * 5000, "~nobody-has-this-name/x.mp4"])
def test_a_place_that_cannot_be_written_is_told_before_anything_is_spent(
    quick_tool: QuickTool, service: ScriptedService, online: dict[str, str], output: str
) -> None:
    ran = quick_tool("create", "a cat", "--output", output, env=online)
    assert (ran.code, ran.exit) == ("output_unusable", Exit.DATA)
    assert service.calls(CHAT) == service.calls(RENDER) == []


# The environment


@pytest.mark.parametrize(
    ("variables", "code", "exit_code"),
    [
        ({"NEMO_API_URL": "ftp://x.example"}, "usage", Exit.USAGE),
        ({"NEMO_API_URL": "https://me:mine@x.example"}, "usage", Exit.USAGE),
        ({"NEMO_WEB_URL": "nemovideo.com"}, "usage", Exit.USAGE),
        ({"NEMO_TOKEN": "two\nlines"}, "bad_token", Exit.DENIED),
        ({"NEMO_TOKEN": "tökén"}, "bad_token", Exit.DENIED),
        ({"NEMO_TOKEN": "x" * 10_000}, "bad_token", Exit.DENIED),
        ({"NEMO_CLIENT_ID": "not/an id"}, "usage", Exit.USAGE),
        ({"SKILL_SOURCE": "two\nlines"}, "usage", Exit.USAGE),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_variable_that_is_wrong(
    quick_tool: QuickTool, variables: dict[str, str], code: str, exit_code: Exit
) -> None:
    ran = quick_tool("connect", env={"NEMO_API_URL": nobody(), **variables})
    assert (ran.code, ran.exit) == (code, exit_code)


@pytest.mark.parametrize("content", [b"", b"garbage", b"[]", b'{"version": 99}', b"\xff" * 5000])
def test_a_broken_state_file_is_set_aside(
    quick_tool: QuickTool, online: dict[str, str], own_home: Path, content: bytes
) -> None:
    state = own_home / "state" / "text-to-video" / "state.json"
    state.parent.mkdir(parents=True)
    state.write_bytes(content)
    ran = quick_tool("connect", env={**online, "T2V_HOME": str(own_home / "state")})
    assert ran.exit == Exit.OK
    (aside,) = state.parent.glob("state.*.bad")
    assert aside.read_bytes() == content
    assert aside.name in ran.stderr


def test_a_state_folder_that_cannot_be_costs_no_token(
    quick_tool: QuickTool, service: ScriptedService, own_home: Path
) -> None:
    (own_home / "file").touch()
    env = {"NEMO_API_URL": service.url, "T2V_HOME": str(own_home / "file" / "state")}
    ran = quick_tool("connect", env=env)
    assert (ran.code, ran.exit) == ("state_not_saved", Exit.UNAVAILABLE)
    assert service.history == []


@pytest.mark.parametrize("tool", ["connect", "send", "upload", "create"])
def test_without_a_network(quick_tool: QuickTool, workspace: Path, tool: str) -> None:
    (workspace / "clip.mp4").write_bytes(MP4)
    ran = quick_tool(tool, *NEEDED.get(tool, ()), env={"NEMO_API_URL": nobody()})
    assert (ran.code, ran.exit) == ("network", Exit.UNAVAILABLE)
    assert "--local" in ran.say


@pytest.mark.parametrize("tool", ["connect", "send", "upload", "create", "credits"])
def test_a_server_that_answers_html(
    quick_tool: QuickTool, service: ScriptedService, workspace: Path, tool: str
) -> None:
    service.answer_all(HTML)
    (workspace / "clip.mp4").write_bytes(MP4)
    env = {"NEMO_API_URL": service.url, "NEMO_TOKEN": TOKEN}
    ran = quick_tool(tool, *NEEDED.get(tool, ()), env=env)
    assert (ran.code, ran.exit) == ("bad_response", Exit.UNAVAILABLE)
    assert "hotel" not in ran.stdout
    assert len(service.calls(CREDITS)) == (2 if tool == "credits" else 0)


@pytest.mark.parametrize("tool", ["state", "export", "credits"])
def test_what_was_never_begun_cannot_be_looked_at(quick_tool: QuickTool, tool: str) -> None:
    ran = quick_tool(tool, env={"NEMO_API_URL": nobody()})
    assert (ran.code, ran.exit) == ("no_session", Exit.DATA)


def test_no_failure_leaves_anything_in_the_workspace(
    quick_tool: QuickTool, service: ScriptedService, online: dict[str, str], workspace: Path
) -> None:
    service.answer_all(HTML)
    quick_tool("create", "a cat", env=online)
    quick_tool("export", env=online)
    assert list(workspace.iterdir()) == []


def nobody() -> str:
    """Return the address of a port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return f"http://127.0.0.1:{server.getsockname()[1]}"
