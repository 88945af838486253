"""evaluate: what videos are like, measured on this computer's CPU."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from t2v import outputs
from t2v.context import Context
from t2v.errors import SkillError
from t2v.report import Exit, Next, Report

FORMATS = ("json", "csv", "html")
FILES = tuple(f"evaluation.{name}" for name in FORMATS)


def evaluate(  # noqa: PLR0913 - the command line's own arguments
    context: Context,
    *,
    target: str,
    reference: str | None,
    scores: str | None,
    clip_model: str | None,
    output: str | None,
    format: list[str] | None,  # noqa: A002 - the argument's name
    wait: float | None,
    resume: bool,
    force: bool,
) -> Report:
    """Measure a video, a folder of videos or a manifest's, and write tables and a page."""
    budget = context.budget(wait)
    source = _there(target)
    order = {
        "verb": "evaluate",
        "target": str(source),
        "reference": _there_or_none(reference),
        "scores": _there_or_none(scores),
        "clip_model": _there_or_none(clip_model),
        "output": str(_folder(output, source)),
        "formats": list(dict.fromkeys(format or FORMATS)),
    }
    if not force and not resume:
        _require_free(Path(str(order["output"])))
    result = context.measuring.run(order, budget, "Measuring", resume=resume)
    return _running(order) if result is None else _done(result)


def _there(path: str) -> Path:
    """Return an absolute path of something that exists."""
    try:
        found = Path(path).expanduser().absolute()
        if path.strip() and found.exists():
            return found
    except (OSError, ValueError, RuntimeError) as error:
        raise SkillError("file_unreadable", f"{path[:100]} cannot be read.") from error
    raise SkillError("file_missing", f"There is no {path[:100] or 'file without a name'}.")


def _there_or_none(path: str | None) -> str | None:
    return None if path is None else str(_there(path))


def _folder(output: str | None, source: Path) -> Path:
    """Return the folder for the files: the user's, or one that is named after the source."""
    if output is not None and not output.strip():
        raise SkillError("usage", "The output path is empty.")
    try:
        if output is None:
            return Path.cwd() / f"{outputs.safe_stem(source.stem or 'videos')}-evaluation"
        return Path(output).expanduser().absolute()
    except (OSError, ValueError, RuntimeError) as error:
        raise SkillError("output_unusable") from error


def _require_free(folder: Path) -> None:
    """Refuse to replace an earlier evaluation, or to use what is no folder."""
    try:
        if folder.exists() and not folder.is_dir():
            raise SkillError("output_unusable", f"{folder.name} is not a folder.")
        taken = next((folder / name for name in FILES if (folder / name).exists()), None)
    except (OSError, ValueError) as error:
        raise SkillError("output_unusable") from error
    if taken is not None:
        raise SkillError("output_exists", f"{taken} exists already.", data={"file": str(taken)})


def _running(order: dict[str, Any]) -> Report:
    return Report(
        say="Still measuring; it goes on by itself.",
        data={"output": order["output"]},
        next=(Next.WAIT,),
        exit=Exit.TEMPORARY,
    )


def _done(result: dict[str, Any]) -> Report:
    files = result.pop("files")
    shown = next(iter(files[name] for name in ("html", "csv", "json") if name in files))
    return Report(
        say=f"{_counted(result)} {result['note']} See {shown}.",
        data={"file": shown, "files": files, **result},
        next=(Next.DELIVER_FILE,),
    )


def _counted(result: dict[str, Any]) -> str:
    """Return how many were measured and what was found, as sentences."""
    measured, videos = result["measured"], result["videos"]
    said = f"{measured} of {videos} video{'s' * (videos != 1)} measured."
    faults = ", ".join(f"{name} {count}" for name, count in sorted(result["faults"].items()))
    alike = sum(len(group) for group in result["duplicates"])
    said += f" To look at: {faults}." if faults else ""
    return said + (f" {alike} are near-duplicates." if alike else "")
