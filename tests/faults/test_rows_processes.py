"""Rows 28, 29, 43 and 50: signals, tools at the same time, odd files, and nobody who listens."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from t2v.endpoints import ANONYMOUS_TOKEN, CHAT, CREATE_SESSION, CREDITS, UPLOAD, Endpoint
from t2v.report import Exit
from tests.faults.case import event, stream
from tests.faults.peer import Call, fault, hold, say
from tests.faults.tallies import tally
from tests.faults.world import FILM, World
from tests.films import MP4
from tests.scripted_service import ok
from tests.tools.conftest import Ran
from tests.tools.working import until

NO_TOKEN: dict[str, str | None] = {"NEMO_TOKEN": None}
AT_ONCE = 6


def counted(world: World, *told: Ran) -> None:
    """Count the fault, and see that nobody saw the token."""
    tally(faults=1, secrets=world.leaked, slowest_s=world.seconds)
    assert world.leaked == 0
    assert told


# 28: stopped from outside


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (signal.SIGTERM, Exit.TERMINATED),
        (signal.SIGHUP, Exit.TERMINATED),
        (signal.SIGINT, Exit.INTERRUPTED),
    ],
)
@pytest.mark.parametrize(
    ("tool", "on", "after"),
    [
        (("credits",), CREDITS, ["retry_now"]),
        (("connect", "--new"), CREATE_SESSION, ["retry_now"]),
        (("upload", "clip.mp4"), UPLOAD, ["retry_now"]),
        (("export", "--output", "film.mp4"), FILM, ["wait"]),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_row_28_a_tool_that_is_stopped_says_so_in_one_line(  # noqa: PLR0913 - the table's columns
    world: World,
    *,
    tool: tuple[str, ...],
    on: Endpoint,
    after: list[str],
    number: signal.Signals,
    code: Exit,
) -> None:
    world.files()
    world.peer.on(on, fault(hold))
    process = world.start(*tool)
    until(lambda: world.peer.calls(on))
    process.send_signal(number)
    told = world.finish(tool[0], process)
    counted(world, told)
    assert told.exit == code
    assert told.document["charged"] == "no"
    assert told.document["next"] == after
    assert ("job" in told.document.get("data", {})) == (after == ["wait"])  # it goes on without us


# 29: at the same time


def at_once(world: World, *tool: str, **options: object) -> list[Ran]:
    """Run the same tool several times at once."""
    running = [world.start(*tool, **options) for _ in range(AT_ONCE)]  # type: ignore[arg-type]
    told = [world.finish(tool[0], process, 60.0) for process in running]
    counted(world, *told)
    return told


def test_row_29_projects_made_at_once_leave_one_sound_state(world: World) -> None:
    made = iter(range(1_000))
    world.service.on(
        CREATE_SESSION, lambda _: ok(task_id="task", session_id=f"session-{next(made)}")
    )
    told = at_once(world, "connect", "--new")
    codes = {one.document.get("error", {}).get("code", "ok") for one in told}
    assert "ok" in codes
    assert codes <= {"ok", "busy"}
    kept = json.loads((world.home / "text-to-video" / "state.json").read_bytes())
    (session,) = kept["sessions"].values()
    assert session["session_id"] in {f"session-{number}" for number in range(AT_ONCE)}


def test_row_29_many_ask_for_the_free_token_once(world: World) -> None:
    told = at_once(world, "connect", env=NO_TOKEN)
    assert {one.exit for one in told} == {Exit.OK}
    assert len(world.peer.calls(ANONYMOUS_TOKEN)) == 1


def test_row_29_one_message_goes_out_and_the_others_hear_that_work_goes_on(world: World) -> None:
    done = threading.Event()

    def alive(call: Call) -> None:
        while not done.wait(0.05):
            call.sock.sendall(b"8\r\n: alive\n\r\n")

    world.peer.on(CHAT, fault(stream(event("On it."), ends=False), alive, say(b"0\r\n\r\n")))
    first = world.start("send", "add a title")
    until(lambda: world.peer.calls(CHAT))
    for rival in (("send", "a dog"), ("export",), ("create", "a dog")):
        told = world.run(*rival)
        assert (told.code, told.document["charged"]) == ("busy", "no")
    done.set()
    counted(world, world.finish("send", first))
    assert world.charging() == {CHAT.name: 1}


# 43: files that are none


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link to a folder": (lambda path: path.symlink_to("/"), "not_a_file"),
    "a link to nothing": (lambda path: path.symlink_to("nothing"), "file_missing"),
    "a link to itself": (lambda path: path.symlink_to(path.name), "file_unreadable"),
    "a pipe": (os.mkfifo, "not_a_file"),
    "a folder": (Path.mkdir, "not_a_file"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "not_a_file"),
    "a terminal": (lambda path: path.symlink_to("/dev/tty"), "file_unreadable"),
    "nothing in it": (Path.touch, "file_empty"),
    "text": (lambda path: path.write_bytes(b"The free lunch is over."), "unsupported_file"),
    "a playlist": (lambda path: path.write_bytes(b"ffconcat version 1.0\n"), "unsupported_file"),
}


@pytest.mark.parametrize("kind", ODD)
def test_row_43_what_is_no_file_is_never_sent(world: World, kind: str) -> None:
    make, code = ODD[kind]
    make(world.workspace / "odd.mp4")
    told = world.run("upload", "odd.mp4")
    counted(world, told)
    assert (told.code, told.document["charged"]) == (code, "no")
    assert world.peer.seen == []


@pytest.mark.parametrize("change", ["shorter", "longer"])
def test_row_43_a_file_that_changes_on_its_way_is_not_taken_for_whole(
    world: World, change: str
) -> None:
    path = world.workspace / "clip.mp4"
    path.write_bytes(MP4)
    os.truncate(path, 150_000_000)
    process = world.start("upload", "clip.mp4")
    until(lambda: world.peer.calls(UPLOAD))
    os.truncate(path, 2_000_000 if change == "shorter" else 160_000_000)
    told = world.finish("upload", process)
    counted(world, told)
    assert (told.code, told.document["charged"]) == ("file_changed", "no")
    assert len(world.peer.calls(UPLOAD)) == 1


# 50: nobody who listens


@pytest.mark.parametrize("tool", [("credits",), ("state",), ("connect",), ("nothing",)], ids=str)
def test_row_50_a_closed_pipe_ends_it_quietly(world: World, tool: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    words = tool if tool[0] != "nothing" else ("credits", "--frobnicate")
    process = world.start(*words, stdout=writer)
    os.close(writer)
    _, stderr = process.communicate(timeout=30)
    tally(faults=1, secrets=world.leaked)
    assert process.returncode == (Exit.OK if tool[0] != "nothing" else Exit.USAGE)
    assert b"Traceback" not in stderr
    assert b"BrokenPipe" not in stderr


def test_row_50_what_nobody_heard_is_told_again(world: World) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    process = world.start("send", "add a title", stdout=writer)
    os.close(writer)
    process.communicate(timeout=30)
    told = world.run("send", "--resume")
    counted(world, told)
    assert (told.document["charged"], told.document["data"]["credits_spent"]) == ("yes", 50)
    assert world.charging() == {CHAT.name: 1}


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8", "tr_TR.ISO-8859-9", "nonsense"])
def test_row_50_any_locale_gets_the_same_ascii(world: World, locale: str) -> None:
    told = world.execute("send", "加标题", env={"LANG": locale, "LC_ALL": locale})
    counted(world, told)
    assert told.stdout.isascii()
    assert told.document["charged"] == "yes"
