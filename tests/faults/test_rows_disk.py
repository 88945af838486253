"""Rows 30 to 33 and 42: state files, full and forbidden disks, wrong clocks, hostile names."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from t2v import disk
from t2v.endpoints import ANONYMOUS_TOKEN, CHAT, CREATE_SESSION, RENDER, STATE
from t2v.report import Exit
from tests.faults.tallies import tally
from tests.faults.world import FILM, VIDEO, World
from tests.films import MP4, box
from tests.scripted_service import Answer, ok
from tests.tools.conftest import Ran

NO_TOKEN: dict[str, str | None] = {"NEMO_TOKEN": None}
LONG_FILM = MP4 + box(b"free", bytes(2_000_000))


def ran(world: World, tool: str, *words: str, **options: Any) -> Ran:
    """Run the tool, and count the fault that it was run with."""
    told = world.run(tool, *words, **options)
    tally(faults=1, secrets=world.leaked, slowest_s=world.seconds)
    assert world.leaked == 0
    return told


def state_file(world: World) -> Path:
    return world.home / "text-to-video" / "state.json"


def left(world: World) -> list[str]:
    """Return what lies in the state folder and should not: temporary files."""
    return [path.name for path in world.home.rglob("*") if path.suffix in (".tmp", ".part")]


# 30: a state file that is none

CONTENTS: dict[str, bytes] = {
    "garbage": b"garbage",
    "empty": b"",
    "old": b'{"version": 0, "tokens": {}}',
    "of the future": b'{"version": 99}',
    "wrong types": b'{"version": 1, "sessions": []}',
    "half": b'{"version": 1, "sessions": {"a',
    "a hundred thousand brackets": b"[" * 100_000,
    "huge": bytes(disk.SMALL + 1),
}
PLACES: dict[str, Callable[[Path], object]] = {
    **{name: partial(Path.write_bytes, data=data) for name, data in CONTENTS.items()},
    "a pipe": os.mkfifo,
    "a folder": Path.mkdir,
}


@pytest.mark.parametrize("kind", PLACES)
def test_row_30_what_is_no_state_is_set_aside_and_the_next_call_begins_anew(
    world: World, kind: str
) -> None:
    path = state_file(world)
    path.unlink()
    PLACES[kind](path)
    told = ran(world, "connect")
    assert told.exit == Exit.OK
    (aside,) = path.parent.glob("state.*.bad")
    assert aside.name in told.stderr
    if kind in CONTENTS:
        assert aside.read_bytes() == CONTENTS[kind]
    assert json.loads(path.read_bytes())["version"] == 1
    assert ran(world, "state").exit == Exit.OK


def test_row_30_a_link_is_refused_and_what_it_leads_to_is_left_alone(world: World) -> None:
    path, precious = state_file(world), world.workspace / "precious.json"
    path.rename(precious)
    before = precious.read_bytes()
    path.symlink_to(precious)
    assert ran(world, "connect").code == "state_unusable"
    assert precious.read_bytes() == before
    assert world.peer.seen == []


def test_row_30_rights_of_others_are_taken_away(world: World) -> None:
    state_file(world).chmod(0o644)
    state_file(world).parent.chmod(0o755)
    ran(world, "state")
    assert stat.S_IMODE(state_file(world).stat().st_mode) == 0o600


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_row_30_a_file_of_somebody_else_is_read_and_stays_theirs(world: World) -> None:
    os.chown(state_file(world), 12345, 12345)
    assert ran(world, "state").exit == Exit.OK
    assert state_file(world).stat().st_uid == 12345


# 31: no room on the disk


@pytest.mark.parametrize(
    ("tool", "env"),
    [
        (("connect", "--new"), {}),
        (("connect",), NO_TOKEN),
        (("send", "add a title"), {}),
        (("export", "--output", "film.mp4"), {}),
        (("create", "a cat", "--output", "film.mp4"), {}),
    ],
    ids=" ".join,
)
def test_row_31_without_room_nothing_is_sent_that_may_cost(
    world: World, tool: tuple[str, ...], env: dict[str, str | None]
) -> None:
    before = state_file(world).read_bytes()
    world.file_bytes = 20
    told = ran(world, *tool, env=env)
    assert told.code == "disk_full"
    assert told.document["charged"] == "no"
    assert world.charging() == {}
    assert state_file(world).read_bytes() == before
    assert left(world) == []


def test_row_31_a_film_without_room_leaves_nothing_half(world: World) -> None:
    world.service.on(FILM, Answer(body=LONG_FILM))
    world.file_bytes = 1_000_000
    assert ran(world, "export", "--output", "film.mp4").code == "disk_full"
    assert [path.name for path in world.workspace.iterdir()] == []
    world.file_bytes = 0
    assert ran(world, "export", "--resume").exit == Exit.OK
    assert (world.workspace / "film.mp4").read_bytes() == LONG_FILM
    assert world.charging() == {RENDER.name: 1}


def test_row_31_an_answer_without_room_is_told_again(world: World) -> None:
    with Path("/dev/full").open("wb") as full:
        process = world.start("send", "add a title", stdout=full)
        _, stderr = process.communicate(timeout=30)
    assert process.returncode == Exit.UNAVAILABLE
    assert b"Traceback" not in stderr
    assert b"OSError" not in stderr
    told = ran(world, "send", "--resume")
    assert (told.document["charged"], told.document["data"]["credits_spent"]) == ("yes", 50)
    assert world.charging() == {CHAT.name: 1}


# 32: nowhere to keep anything

NOWHERE: dict[str, dict[str, str | None]] = {
    "not a folder": {"T2V_HOME": "/dev/null/nemovideo"},
    "where nobody can write": {"T2V_HOME": "/proc/nemovideo"},
    "a home that is none": {"T2V_HOME": None, "XDG_CONFIG_HOME": None, "HOME": "/dev/null"},
    "XDG that is none": {"T2V_HOME": None, "XDG_CONFIG_HOME": "/dev/null"},
}


@pytest.mark.parametrize("place", NOWHERE)
def test_row_32_nowhere_is_a_free_token_lost(world: World, place: str) -> None:
    told = ran(world, "connect", env={**NO_TOKEN, **NOWHERE[place]})
    assert (told.code, told.document["charged"]) == ("state_not_saved", "no")
    assert world.peer.calls(ANONYMOUS_TOKEN) == []


@pytest.mark.parametrize("place", NOWHERE)
def test_row_32_with_a_token_of_ones_own_the_work_is_done_all_the_same(
    world: World, place: str
) -> None:
    told = ran(world, "send", "add a title", env=NOWHERE[place])
    assert (told.exit, told.document["charged"]) == (Exit.OK, "yes"), told.document
    assert "Nothing can be kept for the next call" in told.stderr
    assert world.charging() == {CHAT.name: 1}


def test_row_32_another_place_is_taken_when_it_is_named(world: World, own_home: Path) -> None:
    env = {"T2V_HOME": None, "HOME": "/dev/null", "XDG_CONFIG_HOME": str(own_home / "cfg")}
    ran(world, "connect", env=env)
    assert (own_home / "cfg" / "nemovideo" / "text-to-video" / "state.json").is_file()


# 33: a calendar that is wrong


@pytest.mark.parametrize("clock", ["691200", "-691200", "jumping"])
def test_row_33_a_wrong_calendar_changes_nothing(world: World, clock: str) -> None:
    world.keep_token()
    world.clock = clock
    assert ran(world, "connect", env=NO_TOKEN).exit == Exit.OK
    told = ran(world, "send", "add a title", env=NO_TOKEN)
    assert (told.exit, told.document["charged"]) == (Exit.OK, "yes")
    assert ran(world, "export", "--output", "film.mp4", env=NO_TOKEN).exit == Exit.OK
    assert ran(world, "credits", "--history", "9", env=NO_TOKEN).exit == Exit.OK
    assert world.peer.calls(CREATE_SESSION) == []
    assert world.charging() == {CHAT.name: 1, RENDER.name: 1}


# 42: names from outside

NAMES = ["../../x", "/etc/x", "a\0b", "-rf", "x" * 300, "CON", "\u202egpj.exe", "a\nb", ".bashrc"]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_row_42_a_name_of_the_services_stays_in_the_folder(world: World, name: str) -> None:
    track = {**VIDEO, "sg": [{"d": 10_000, "m": {"name": name}}]}
    world.service.on(STATE, ok(state={"draft": {"t": [track]}}))
    told = ran(world, "export")
    file = Path(told.document["data"]["file"])
    assert file.parent == world.workspace
    assert [path.name for path in world.workspace.iterdir()] == [file.name]
    assert file.name.isprintable()
    assert not file.name.startswith(("-", "."))
    assert len(file.name) < 80


@pytest.mark.parametrize(
    ("output", "code"),
    [
        ("link.mp4", "output_unusable"),
        ("there.mp4", "output_exists"),
        ("none/film.mp4", "output_unusable"),
        ("there.mp4/film.mp4", "output_unusable"),
        ("x" * 300 + ".mp4", "output_unusable"),
        ("a\nb.mp4", "output_unusable"),
        ("\u202e4pm.mp4", "output_unusable"),
        ("-rf.mp4", ""),
        (".hidden.mp4", ""),
    ],
    ids=ascii,
)
def test_row_42_a_path_of_the_users_is_theirs_and_nothing_is_replaced(
    world: World, output: str, code: str
) -> None:
    (world.workspace / "there.mp4").write_bytes(b"precious")
    (world.workspace / "link.mp4").symlink_to(world.workspace / "there.mp4")
    told = ran(world, "export", f"--output={output}")
    assert told.document.get("error", {}).get("code", "") == code, told.document
    assert (world.workspace / "there.mp4").read_bytes() == b"precious"
    if code:
        assert world.charging() == {}
        assert len(list(world.workspace.iterdir())) == 2
    else:
        assert (world.workspace / output).read_bytes() == MP4
