"""Small files kept safely: private folders, atomic writes, locks between processes."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from t2v.errors import SkillError

SMALL = 1_000_000
"""Bytes that a file of ours may have; one that is larger is not ours."""

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)


def private_folder(folder: Path) -> Path:
    """Make the folder, and what it lies in, readable by their owner only.

    Raises:
        SkillError: `state_unusable` for a link or a place that cannot be written, `disk_full`.
    """
    try:
        # `parents=True` would leave those in between open to everybody.
        for parent in (*reversed(folder.parents), folder):
            if not parent.is_dir():
                parent.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
        if stat.S_ISLNK(found.st_mode):
            raise SkillError("state_unusable", "The state folder is a link.")
        if os.name == "posix" and found.st_uid == os.geteuid() and found.st_mode & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        raise disk_error(error) from error
    return folder


def read_small(path: Path) -> bytes | None:
    """Return the file's bytes, or None when there is no such file.

    A link, a pipe or a huge file raises `state_unusable`; group and other rights are taken away.
    """
    try:
        handle = os.open(path, os.O_RDONLY | _NO_FOLLOW | getattr(os, "O_NONBLOCK", 0))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise disk_error(error) from error
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode) or found.st_size > SMALL:
        os.close(handle)
        raise SkillError("state_unusable", f"{path.name} is not a file of ours.")
    with os.fdopen(handle, "rb") as file:
        if os.name == "posix" and found.st_mode & 0o077:
            # Somebody else's file keeps its mode; what counts is that we could read it.
            with contextlib.suppress(OSError):
                os.fchmod(file.fileno(), 0o600)
        return file.read()


def is_foreign(path: Path) -> bool:
    """Whether a pipe, a folder, a device or a huge file has the place of a file of ours.

    A link is none of these: what it leads to is somebody's, and not ours to move.
    """
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode):
        return False
    return not stat.S_ISREG(found.st_mode) or found.st_size > SMALL


def write_private(path: Path, data: bytes) -> None:
    """Replace the file as a whole or not at all; it is on the disk when this returns."""
    private_folder(path.parent)
    sweep(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.unlink(missing_ok=True)
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise disk_error(error) from error
    finally:  # also when somebody stops us here
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def sweep(path: Path) -> None:
    """Remove what processes that were killed while they replaced the file have left beside it."""
    for left in path.parent.glob("*.tmp"):
        whose, _, pid = left.stem.rpartition(".")
        with contextlib.suppress(OSError):
            if whose == f".{path.name}" and pid.isdecimal() and not _running(int(pid)):
                left.unlink()


def touch_private(path: Path) -> None:
    """Let there be an empty file of that name."""
    private_folder(path.parent)
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | _NO_FOLLOW, 0o600))
    except OSError as error:
        raise disk_error(error) from error


@contextlib.contextmanager
def lock(path: Path, *, wait: bool = True) -> Iterator[int]:
    """Hold the lock file; the system lets go of it when the process ends, however it ends.

    Yields its handle: on POSIX a process that inherits it holds the lock, too.

    Raises:
        BlockingIOError: somebody else holds it and `wait` is false.
    """
    private_folder(path.parent)
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | _NO_FOLLOW, 0o600)
    except OSError as error:
        raise disk_error(error) from error
    try:
        acquire(handle, wait=wait)
        yield handle
    finally:
        os.close(handle)


def disk_error(error: OSError, code: str = "state_unusable") -> SkillError:
    """Name what the disk did to us; `code` for all but a full one."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return SkillError("disk_full")
    return SkillError(code, f"{os.strerror(error.errno or errno.EIO)}.")


def _running(pid: int) -> bool:
    """Whether there is such a process. Windows keeps open files from being removed by itself."""
    if os.name != "posix":
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        pass  # it is somebody else's
    return True


def sync_folder(folder: Path) -> None:
    """Make a rename last; Windows has no such call and needs none."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


if sys.platform == "win32":  # the other system's half
    import msvcrt

    def acquire(handle: int, *, wait: bool) -> None:
        """Lock an open file; raise BlockingIOError when somebody else holds it."""
        try:
            # Waits ten seconds, in steps of one.
            msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error
else:
    import fcntl

    def acquire(handle: int, *, wait: bool) -> None:
        """Lock an open file; raise BlockingIOError when somebody else holds it."""
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
