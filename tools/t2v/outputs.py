"""Where the finished video goes: the user's path or a name of our own, whole or not at all."""

from __future__ import annotations

import contextlib
import filecmp
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from t2v.disk import disk_error, sync_folder
from t2v.downloads import partial
from t2v.errors import SkillError

_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)")
"""Names that are devices on Windows, whatever their ending."""

_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, lines and turned writing: in a sentence the path would look like another."""


def anchored(output: str | None) -> str:
    """Return the path as another process will find it: absolute, a folder with a slash at its end.

    What is no path stays as it is, for `choose` to refuse.
    """
    if output is not None and not output.strip():
        return output
    try:
        path = str(Path(output or ".").expanduser().absolute())
    except (OSError, ValueError, RuntimeError):
        return output or "."
    return path + os.sep if output is None or output.endswith(("/", os.sep)) else path


def choose(output: str | None, title: str, container: str, *, force: bool) -> Path:
    """Return the absolute path to write to; its folder exists.

    Without `output` the name is made from `title`, beside what is there already.

    Raises:
        SkillError: `output_exists`, or `output_unusable` when there is no such folder.
    """
    if output is not None and not output.strip():
        raise SkillError("usage", "The output path is empty.")
    try:
        return _chosen(output, title, container, force=force)
    except (OSError, ValueError, RuntimeError) as error:
        # A name too long, a NUL in it, or the home of somebody who is not there.
        raise SkillError("output_unusable") from error


def _chosen(output: str | None, title: str, container: str, *, force: bool) -> Path:
    if output is None or output.endswith(("/", os.sep)) or Path(output).expanduser().is_dir():
        folder = Path(output or ".").expanduser().absolute()
        _require_folder(folder)
        return _unused(folder, safe_stem(title), container)
    path = Path(output).expanduser().absolute()
    if _UNSHOWN.search(str(path)):
        raise SkillError("output_unusable", "The path holds characters that cannot be shown.")
    _require_folder(path.parent)
    if path.is_symlink():
        raise SkillError("output_unusable", f"{path.name} is a link.")
    if path.exists() and not force:
        raise SkillError("output_exists", f"{path} exists already.", data={"file": str(path)})
    return path


def safe_stem(title: str) -> str:
    """Return a file name without its ending, from words that anybody may have written."""
    stem = re.sub(r"[^\w]+", "-", title.lower()).strip("-_")[:60].rstrip("-")
    return f"video-{stem}".rstrip("-") if not stem or _RESERVED.fullmatch(stem) else stem


@contextlib.contextmanager
def placed(path: Path, *, force: bool) -> Iterator[Path]:
    """Yield a temporary path beside `path`; when all went well it gets the final name.

    Raises:
        SkillError: `output_exists` when the name was taken meanwhile, `disk_full`.
    """
    with partial.begun(path, f"process {os.getpid()}") as part:
        yield part.path
        publish(part.path, path, force=force)


def publish(temporary: Path, path: Path, *, force: bool) -> None:
    """Give a finished file its name; both are on the disk when this returns.

    Raises:
        SkillError: `output_exists` when the name was taken meanwhile, `disk_full`.
    """
    try:
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        if force:
            temporary.replace(path)
        else:
            _rename_new(temporary, path)
        sync_folder(path.parent)
    except FileExistsError:
        if not _same(temporary, path):
            raise SkillError("output_exists", data={"file": str(path)}) from None
    except OSError as error:
        raise disk_error(error, "output_unusable") from error


def _rename_new(temporary: Path, path: Path) -> None:
    """Rename without replacing. A hard link does it in one step where the disk knows links."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError from None
        temporary.rename(path)
    else:
        temporary.unlink()


def _same(temporary: Path, path: Path) -> bool:
    """Whether the name was given to the same bytes by a call that was killed right after that."""
    try:
        return not path.is_symlink() and filecmp.cmp(temporary, path, shallow=False)
    except OSError:
        return False


def _require_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise SkillError("output_unusable", f"There is no folder {folder}.")
    try:  # permissions alone do not tell: some folders take nothing even from their owner
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        told = disk_error(error, "output_unusable")
        told.detail = f"The folder {folder} cannot be written to."
        raise told from error


def _unused(folder: Path, stem: str, container: str) -> Path:
    """Return the first of name.mp4, name-2.mp4, ... that is free."""
    for number in range(1, 10_000):
        name = f"{stem}.{container}" if number == 1 else f"{stem}-{number}.{container}"
        if not (folder / name).exists():
            return folder / name
    raise SkillError("output_exists", f"Every name like {stem}.{container} is taken.")
