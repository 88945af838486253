"""Small files kept safely: private, whole or not at all, one writer at a time."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from t2v import disk
from t2v.errors import SkillError

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes and links are POSIX's")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(autouse=True)
def _generous_umask() -> Iterator[None]:
    """Let the system's default be as open as it can be."""
    before = os.umask(0o000)
    yield
    os.umask(before)


def refusal(action: Callable[..., object], *args: object) -> str:
    """Return the code of the failure that the action raises."""
    with pytest.raises(SkillError) as caught:
        action(*args)
    return caught.value.code


def test_folders_and_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    disk.write_private(tmp_path / "a" / "b" / "file", b"secret")
    assert mode(tmp_path / "a" / "b" / "file") == 0o600
    assert mode(tmp_path / "a" / "b") == 0o700
    assert mode(tmp_path / "a") == 0o700


def test_a_folder_that_was_open_is_closed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir(mode=0o777)
    disk.write_private(tmp_path / "a" / "file", b"secret")
    assert mode(tmp_path / "a") == 0o700


def test_a_file_that_was_open_is_closed_when_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"secret")
    file.chmod(0o644)
    assert disk.read_small(file) == b"secret"
    assert mode(file) == 0o600


def test_writing_replaces_the_whole_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "file"
    disk.write_private(file, b"first, and longer")
    disk.write_private(file, b"second")
    assert file.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_is_replaced_and_not_written_through(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"precious")
    link = tmp_path / "file"
    link.symlink_to(precious)
    disk.write_private(link, b"ours")
    assert precious.read_bytes() == b"precious"


@pytest.mark.parametrize("kind", ["link", "pipe", "huge", "folder"])
def test_what_is_no_file_of_ours_is_not_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "file"
    if kind == "link":
        path.symlink_to(tmp_path / "elsewhere")
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "huge":
        path.write_bytes(b"x" * (disk.SMALL + 1))
    else:
        path.mkdir()
    assert refusal(disk.read_small, path) == "state_unusable"


def test_there_is_nothing_to_read_where_there_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert disk.read_small(tmp_path / "none" / "file") is None
    assert disk.read_small(tmp_path / "file" / "below") is None


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert refusal(disk.private_folder, tmp_path / "link") == "state_unusable"


def test_a_folder_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert refusal(disk.write_private, tmp_path / "file" / "x", b"") == "state_unusable"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "state_unusable"),
        (errno.EACCES, "state_unusable"),
        (None, "state_unusable"),
    ],
)
def test_a_disk_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int | None, code: str
) -> None:
    def fail(handle: int) -> None:
        raise OSError(number, "no") if number else OSError

    file = tmp_path / "file"
    disk.write_private(file, b"old")
    monkeypatch.setattr(os, "fsync", fail)
    assert refusal(disk.write_private, file, b"new") == code
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    with (
        disk.lock(tmp_path / "lock"),
        pytest.raises(BlockingIOError),
        disk.lock(tmp_path / "lock", wait=False),
    ):
        pass
    with disk.lock(tmp_path / "lock", wait=False):
        assert mode(tmp_path / "lock") == 0o600


@pytest.mark.skipif(os.name != "posix", reason="there, open files stay by themselves")
def test_what_a_killed_process_left_is_removed_and_what_a_live_one_writes_is_not(
    tmp_path: Path,
) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    names = (f".state.{gone.pid}.tmp", f".state.{os.getppid()}.tmp", ".state.x.tmp", ".other.1.tmp")
    for name in names:
        (tmp_path / name).touch()
    disk.write_private(tmp_path / "state", b"{}")
    assert {path.name for path in tmp_path.iterdir()} == {"state", *names[1:]}


def test_an_empty_file_is_there_at_once_and_private(tmp_path: Path) -> None:
    disk.touch_private(tmp_path / "folder" / "told")
    disk.touch_private(tmp_path / "folder" / "told")
    (found,) = (tmp_path / "folder").iterdir()
    assert stat.S_IMODE(found.stat().st_mode) == 0o600
