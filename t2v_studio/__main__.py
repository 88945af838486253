"""The studio's command line: `t2v-studio serve | explain | picture | sheet | play`.

Each command prints one JSON line. The token is never among it; it stands in the address file.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from t2v.errors import SkillError
from t2v.report import Exit


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, and return its exit code."""
    arguments = vars(_parser().parse_args(argv))
    command = arguments.pop("command")
    try:
        command(**arguments)
    except SkillError as error:
        print(error.say, file=sys.stderr)  # noqa: T201 - a program for people
        return error.failure.exit
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    return Exit.OK


def _serve(**arguments: Any) -> None:
    from t2v_studio import forerunner  # noqa: PLC0415 - the other commands need no server
    from t2v_studio.settings import Settings  # noqa: PLC0415 - same

    settings = Settings.read(os.environ, **arguments)
    if settings.workers:
        forerunner.start()
    from t2v_studio.server import serve  # noqa: PLC0415 - loads as long as the forerunner does

    serve(settings, lambda url: _print({"url": url}))


def _explain(prompt: str) -> None:
    from t2v_studio.director import explain  # noqa: PLC0415 - each command loads what it uses

    _print(explain(prompt))


def _picture(output: Path) -> None:
    from t2v_studio.pictures import timeline_picture  # noqa: PLC0415 - same

    try:
        timeline_picture(json.load(sys.stdin), output)
    except (ValueError, LookupError, TypeError, AttributeError):
        raise SkillError("usage", "Standard input is not the JSON of a timeline.") from None
    _print({"file": str(output)})


def _sheet(video: Path, output: Path, frames: int) -> None:
    from t2v_studio.media import MediaError  # noqa: PLC0415 - same
    from t2v_studio.pictures import contact_sheet  # noqa: PLC0415 - same

    if not video.is_file():
        raise SkillError("file_missing", f"There is no file {video.name}.")
    try:
        contact_sheet(video, output, frames=frames)
    except MediaError as error:
        raise SkillError(error.code, error.say) from None
    _print({"file": str(output)})


def _play(video: Path) -> None:
    from t2v_studio.media import MediaError  # noqa: PLC0415 - same
    from t2v_studio.playing import play  # noqa: PLC0415 - same

    try:
        _print({"frames": play(video)})
    except MediaError as error:
        raise SkillError(error.code, error.say) from None


def _undrawable() -> None:
    from t2v_studio.drawing.lettering.fonts import undrawable  # noqa: PLC0415 - same

    _print({"undrawable": undrawable(sys.stdin.buffer.read().decode(errors="replace"))})


def _print(document: Mapping[str, Any]) -> None:
    print(json.dumps(document), flush=True)  # noqa: T201 - a program for people


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="t2v-studio", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    serve = commands.add_parser("serve", help="run the studio until nobody needs it")
    serve.add_argument("--home", type=Path, help="the studio's folder")
    serve.add_argument("--port", type=int, help="default: any free one")
    serve.add_argument("--idle", type=float, dest="idle_s", metavar="S", help="default: 900")
    serve.set_defaults(command=_serve)
    explain = commands.add_parser("explain", help="say what the director reads in a prompt")
    explain.add_argument("prompt")
    explain.set_defaults(command=_explain)
    picture = commands.add_parser("picture", help="draw the timeline that standard input holds")
    picture.add_argument("output", type=Path, metavar="OUT.png")
    picture.set_defaults(command=_picture)
    sheet = commands.add_parser("sheet", help="show a few frames of a film in one picture")
    sheet.add_argument("video", type=Path)
    sheet.add_argument("output", type=Path, metavar="OUT.png")
    sheet.add_argument("--frames", type=int, default=8, choices=range(1, 65), metavar="N")
    sheet.set_defaults(command=_sheet)
    play = commands.add_parser("play", help="decode a film, to see whether it is whole")
    play.add_argument("video", type=Path)
    play.set_defaults(command=_play)
    undrawable = commands.add_parser("undrawable", help="say what no font has of standard input")
    undrawable.set_defaults(command=_undrawable)
    return parser


if __name__ == "__main__":
    sys.exit(main())
