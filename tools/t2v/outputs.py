"""Where the finished video goes: the user's path or a name of our own, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from t2v.disk import disk_error
from t2v.errors import SkillError

_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)")
"""Names that are devices on Windows, whatever their ending."""


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
    # A name that just fits must not grow beyond what the disk takes.
    temporary = path.with_name(f".{path.name[:40]}.{os.getpid()}.part")
    try:
        yield temporary
        if force:
            temporary.replace(path)
        else:
            _rename_new(temporary, path)
    except FileExistsError:
        raise SkillError("output_exists", data={"file": str(path)}) from None
    except OSError as error:
        raise disk_error(error, "output_unusable") from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


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


def _require_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise SkillError("output_unusable", f"There is no folder {folder}.")
    if not os.access(folder, os.W_OK):
        raise SkillError("output_unusable", f"The folder {folder} cannot be written to.")


def _unused(folder: Path, stem: str, container: str) -> Path:
    """Return the first of name.mp4, name-2.mp4, ... that is free."""
    for number in range(1, 10_000):
        name = f"{stem}.{container}" if number == 1 else f"{stem}-{number}.{container}"
        if not (folder / name).exists():
            return folder / name
    raise SkillError("output_exists", f"Every name like {stem}.{container} is taken.")
