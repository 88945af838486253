"""The command line of every tool: arguments in, one JSON document out, an exit code.

The one place that catches and the one place that prints. stdout carries the document as its last
line; stderr carries progress for people. Standard library only.
"""

from __future__ import annotations

import gc

# A tool lives for a moment and keeps what it imports: the usual 700 objects between two collections
# mean a hundred searches for garbage that is not there.
gc.set_threshold(50_000)

import argparse
import json
import os
import sys
from collections.abc import Callable

from t2v.context import Context
from t2v.errors import SkillError
from t2v.outcomes import priced, unforeseen
from t2v.report import Charged, Exit, Next, Report
from t2v.signals import TerminatedError, ignore, listen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

EPILOG = """\
Prints one JSON document on the last line of standard output; progress goes to standard error.
Exit: 0 done, 64 usage, 65 input, 69 unavailable, 70 internal, 75 try later or still running,
77 denied (credits, plan, token), 130 interrupted, 143 terminated.
"""

TELLING = {"credits", "estimate"}
"""Facts that name credits; `credits` itself tells what its own are."""

FREE = "Free: the studio is on this computer."


class _Parser(argparse.ArgumentParser):
    """An argument parser that raises instead of exiting, so that usage errors are JSON too."""

    def error(self, message: str) -> NoReturn:
        if message.startswith("unrecognized") and "--output" in self._option_string_actions:
            message += "; a file's name follows --output"
        raise SkillError("usage", f"{message[0].upper()}{message[1:]}.")


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help as the docstring has it. The width is given: asking for it imports archive formats."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=24, width=100)


class Tool:
    """One tool: its help text, its arguments, and `run`."""

    def __init__(self, doc: str | None) -> None:
        """Take the launcher's docstring as the help text."""
        self.spoken: Callable[[str], str] = str  # how our own sentences reach people
        self.parser = _Parser(
            description=doc,
            epilog=EPILOG,
            formatter_class=_Help,
            allow_abbrev=False,
        )
        self.argument = self.parser.add_argument
        self.argument("--local", action="store_true", help="work with the studio on this computer")
        self.argument("--json", action="store_true", help="print JSON on a terminal too")
        self.argument("--text", action="store_true", help="print sentences instead of JSON")
        self.argument(
            "--progress",
            choices=("auto", "text", "ndjson", "none"),
            default="auto",
            help="what standard error shows meanwhile; ndjson is one JSON object a line",
        )
        self.argument(
            "--media-line",
            action="store_true",
            help="print MEDIA:<path> before the JSON line when there is a file",
        )

    def limit(self) -> None:
        """Add `--max-credits`, for tools that may cost something."""
        self.argument(
            "--max-credits",
            type=count,
            metavar="N",
            help="send nothing that will cost more (default: T2V_MAX_CREDITS, or no limit)",
        )

    def wait(self, *, resume: str) -> None:
        """Add `--wait` and `--resume`, for tools whose work can outlive the call."""
        self.argument(
            "--wait",
            type=_seconds,
            metavar="S",
            help="seconds this call may take (default: 45, on a terminal until done)",
        )
        self.argument("--resume", action="store_true", help=resume)

    def run(self, command: Callable[..., Report]) -> NoReturn:
        """Run `command(context, **arguments)`, print its report and leave with its exit code."""
        # A host may have closed them; then there is nobody to tell.
        sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
        sys.stderr = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
        listen()
        sys.exit(self.main(command, sys.argv[1:]))

    def main(self, command: Callable[..., Report], argv: list[str]) -> int:
        """Do what `run` does, and return the exit code."""
        output = _Output.wanted(argv, self.spoken)
        context: Context | None = None
        try:
            for word in argv:
                _require_text(word)
            arguments = vars(self.parser.parse_args(argv))
            for name in ("json", "text", "media_line"):
                arguments.pop(name)
            local, shown = arguments.pop("local"), arguments.pop("progress")
            context = Context(os.environ, local=local, shown=shown)
            document = _priced(report := command(context, **arguments), context)
        except SkillError as error:
            code = output.failure(priced(error, context))
        except KeyboardInterrupt as stop:
            code = output.failure(priced(_stopped(stop, context), context))
        except BrokenPipeError:
            code = output.closed()
        except Exception as error:  # noqa: BLE001 - the one place that catches everything
            code = output.failure(priced(unforeseen(error), context))
        else:
            code = output.report(report, document)
        if context is not None:
            if output.heard:
                context.told()
            context.close()
        return code


class _Output:
    """Where answers go: JSON for agents, sentences for people. `heard` is whether they got there.

    What was not heard can be asked for again: `--resume` tells it.
    """

    def __init__(self, *, text: bool, media_line: bool, spoken: Callable[[str], str] = str) -> None:
        self.text, self.spoken = text, spoken
        self.media_line = media_line
        self.heard = True

    @classmethod
    def wanted(cls, argv: list[str], spoken: Callable[[str], str]) -> _Output:
        """Read the form from the arguments, which may be wrong otherwise."""
        text = "--text" in argv or (sys.stdout.isatty() and "--json" not in argv)
        return cls(text=text, media_line="--media-line" in argv, spoken=spoken)

    def report(self, report: Report, document: dict[str, Any]) -> int:
        """Print a report's document, and return its exit code."""
        lines = []
        if self.media_line and "file" in document["data"]:
            lines.append(f"MEDIA:{document['data']['file']}")
        said, *rest = _sentences(document)
        told = [self.spoken(said), *rest, *map(self.spoken, report.lines)]
        lines += told if self.text else [json.dumps(document)]
        return self._print(lines, report.exit)

    def failure(self, error: SkillError) -> int:
        """Print a failure, and return its exit code."""
        document = error.document()
        told = [f"Error: {self.spoken(error.say)}", *_findings(document)]
        lines = told if self.text else [json.dumps(document)]
        return self._print(lines, error.failure.exit)

    def closed(self) -> int:
        """Leave quietly when nobody reads standard output any more."""
        self.heard = False
        # Python would complain on stderr when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.OK

    def _print(self, lines: list[str], code: Exit) -> int:
        try:
            for line in lines:
                print(_printable(line))  # noqa: T201 - the one place that prints
            sys.stdout.flush()
        except BrokenPipeError:
            self.closed()
        except OSError:  # it goes into a file, and the disk is full
            self.closed()
            return Exit.UNAVAILABLE
        return code


def _priced(report: Report, context: Context) -> dict[str, Any]:
    """Return the document; where it tells of the local studio's credits, that they are no money."""
    document = report.document()
    told = document["charged"] != Charged.NO.value or TELLING & document["data"].keys()
    if told and context.settings.local:
        document["data"]["free"] = True
        stop = "" if document["say"][-1] in ".!?" else "."
        document["say"] = f"{document['say']}{stop} {FREE}"
    return document


def _stopped(stop: KeyboardInterrupt, context: Context | None) -> SkillError:
    """Return what a run that was stopped has to say; from here on it cannot be stopped again."""
    ignore()
    code = "terminated" if isinstance(stop, TerminatedError) else "interrupted"
    return context.stopped(code) if context else SkillError(code, next=(Next.RETRY_NOW,))


def _sentences(document: dict[str, Any]) -> list[str]:
    """Return what a person reads: our sentence, and apart from it what the service wrote."""
    lines = [document["say"]]
    external = document.get("external", {})
    for foreign in filter(None, (external.get("timeline"), external.get("text"))):
        lines += [f"  | {line}" for line in foreign.split("\n")]
    return lines + _findings(document)


def _findings(document: dict[str, Any]) -> list[str]:
    """Return what was found as a table: how it stands, what, and below it what mends it."""
    rows = document.get("data", {}).get("findings", [])
    width = max((len(row["check"]) for row in rows), default=0)
    lines = []
    for row in rows:
        lines.append(f"  {row['state']:<4}  {row['check']:<{width}}  {row['say']}")
        if row["mend"] and row["state"] != "ok":
            lines.append(f"{'':{width + 8}}  $ {row['mend']}")
    return lines


def _printable(line: str) -> str:
    """Return the line in characters that standard output can carry (LANG=C, code pages)."""
    encoding = sys.stdout.encoding or "ascii"
    return line.encode(encoding, "backslashreplace").decode(encoding)


def _require_text(word: str) -> None:
    """Refuse arguments that are not text; POSIX hands raw bytes over as surrogates."""
    try:
        word.encode()
    except UnicodeEncodeError:
        raise SkillError("bad_text") from None


def count(text: str) -> int:
    """Return an argument that is a whole number."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 9):
        message = "must be a whole number"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 86_400:
        message = "must be between 0 and 86400 seconds"
        raise argparse.ArgumentTypeError(message)
    return seconds
