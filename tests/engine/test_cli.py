"""The one catcher and the one printer: every end of a command is a document and an exit code."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from t2v import people
from t2v.cli import Tool
from t2v.context import Context
from t2v.errors import SkillError
from t2v.failures import FAILURES
from t2v.report import Charged, Exit, External, Next, Report

REPORT = Report(
    say="Done.",
    data={"file": "/tmp/cat.mp4"},  # noqa: S108 - a path that is only printed
    next=(Next.DELIVER_FILE,),
    charged=Charged.YES,
    external=External("It is a cat.\nIt surfs."),
)


def run(outcome: Any, *argv: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Run a tool whose command returns or raises the outcome."""

    def command(context: Context, *, word: str | None) -> Report:
        if isinstance(outcome, BaseException):
            raise outcome
        assert isinstance(outcome, Report)
        return outcome

    tool = Tool("Say a word.\n\nExample: word.py hello\n")
    tool.argument("word", nargs="?")
    code = tool.main(command, list(argv))
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.mark.parametrize(
    ("report", "free"),
    [
        (REPORT, True),
        (Report(say="About 600 (credits)", data={"estimate": 600}), True),
        (Report(say="Nothing of the kind."), False),
    ],
    ids=["charged", "estimated", "neither"],
)
def test_credits_of_the_studio_here_are_said_to_be_no_money(
    capsys: pytest.CaptureFixture[str], report: Report, *, free: bool
) -> None:
    for words, said in ((("--local",), free), ((), False)):
        told = json.loads(run(report, *words, capsys=capsys)[1])
        assert told["data"].get("free", False) is said
        assert told["say"].endswith(". Free: the studio is on this computer.") is said


def test_a_report_is_one_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(REPORT, capsys=capsys)
    assert (code, err) == (Exit.OK, "")
    assert json.loads(out) == {
        "ok": True,
        "say": "Done.",
        "next": ["deliver_file"],
        "charged": "yes",
        "data": {"file": "/tmp/cat.mp4"},  # noqa: S108 - as above
        "external": {
            "untrusted": True,
            "source": "video agent",
            "text": "It is a cat.\nIt surfs.",
        },
    }
    assert out.count("\n") == 1


def test_work_that_goes_on_has_an_exit_code_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    running = Report(say="Still working.", next=(Next.WAIT,), exit=Exit.TEMPORARY)
    assert run(running, capsys=capsys)[0] == 75


@pytest.mark.parametrize("row", FAILURES.values(), ids=FAILURES.keys())
def test_every_failure_is_a_document_and_its_exit_code(
    row: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(SkillError(row.code, external="no"), capsys=capsys)
    document = json.loads(out)
    assert (code, err) == (row.exit, "")
    assert document["ok"] is False
    assert document["error"]["code"] == row.code
    assert document["error"]["say"] == f"{row.meaning} {row.advice}"
    assert document["next"] == [step.value for step in row.next]


@pytest.mark.parametrize("text", ["--text", "--json"])
def test_people_read_sentences_and_agents_json(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(REPORT, text, capsys=capsys)
    sentences = ["Done.", "  | It is a cat.", "  | It surfs."]
    assert (out.splitlines() == sentences) is (text == "--text")
    _, out, _ = run(SkillError("busy"), text, capsys=capsys)
    assert out.startswith("Error: ") is (text == "--text")


def test_a_file_can_be_announced_on_a_line_before(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(REPORT, "--media-line", capsys=capsys)
    assert out.splitlines()[0] == "MEDIA:/tmp/cat.mp4"
    assert json.loads(out.splitlines()[1])["ok"]


def test_what_nobody_foresaw_is_told_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(ZeroDivisionError("secret words"), capsys=capsys)
    document = json.loads(out)
    assert (code, document["error"]["code"]) == (Exit.INTERNAL, "internal")
    assert "secret words" not in out
    assert "Traceback" in err


def test_stopping_it_with_no_work_going_on_leaves_nothing_to_wait_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = run(KeyboardInterrupt(), capsys=capsys)
    document = json.loads(out)
    assert (code, document["next"], document["charged"], err) == (130, ["retry_now"], "no", "")


@pytest.mark.parametrize(
    ("missing", "package"),
    [("yaml", "PyYAML"), ("sseclient", "sseclient-py"), ("requests", "requests")],
)
def test_a_missing_package_is_named_as_pip_knows_it(
    missing: str, package: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(ModuleNotFoundError("no", name=missing), capsys=capsys)
    document = json.loads(out)
    assert document["error"]["code"] == "extra_missing"
    command = document["data"]["command"]
    assert "-m pip install " in command
    assert package in command.split()


@pytest.mark.parametrize(
    "argv", [["--odd"], ["a", "b"], ["\udcff"], ["--tex"]], ids=["flag", "extra", "bytes", "short"]
)
def test_a_wrong_command_line_is_a_document_too(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(REPORT, *argv, capsys=capsys)
    assert code in (Exit.USAGE, Exit.DATA)
    assert json.loads(out)["ok"] is False
    assert err == ""


def test_help_is_the_docstring(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(REPORT, "--help", capsys=capsys)
    assert left.value.code == 0
    assert "Example: word.py hello" in capsys.readouterr().out


# t2v VERB, for people


def test_every_verb_has_its_launcher() -> None:
    tools = Path(people.__file__).parents[1]
    assert set(people.VERBS) == {path.stem for path in tools.glob("*.py")}


@pytest.mark.parametrize(("argv", "code"), [(["--help"], 0), ([], 0), (["dance"], 64)])
def test_without_a_verb_the_verbs_are_listed(
    argv: list[str],
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.argv", ["t2v", *argv])
    with pytest.raises(SystemExit) as left:
        people.main()
    printed = capsys.readouterr()
    assert left.value.code == code
    assert "create" in (printed.err if code else printed.out)


def test_the_version_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["t2v", "--version"])
    with pytest.raises(SystemExit, match="0"):
        people.main()
    assert re.fullmatch(r"t2v \d+\.\d+\.\d+\n", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("ours", "told"),
    [
        ("This is for upload.py.", "This is for t2v upload."),
        ("wait with send.py --resume.", "wait with t2v send --resume."),
        ("The video is ready: out/export.py.mp4.", "The video is ready: out/export.py.mp4."),
        ("There is no resend.py.", "There is no resend.py."),
    ],
)
def test_people_are_told_of_verbs_instead_of_programs(ours: str, told: str) -> None:
    assert people.spoken(ours) == told


def test_sentences_of_a_verb_name_verbs_and_documents_name_programs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for form, name in (("--text", "t2v jobs lists"), ("--json", "jobs.py lists")):
        monkeypatch.setattr("sys.argv", ["t2v", "jobs", "show", form])
        with pytest.raises(SystemExit, match="64"):
            people.main()
        assert name in capsys.readouterr().out


def test_a_file_without_its_option_is_told_where_it_goes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["t2v", "export", "frog.mp4", "--text"])
    with pytest.raises(SystemExit, match="64"):
        people.main()
    assert "follows --output" in capsys.readouterr().out


def test_a_verb_is_its_tool(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["t2v", "route", "export it"])
    with pytest.raises(SystemExit) as left:
        people.main()
    assert left.value.code == 0
    assert json.loads(capsys.readouterr().out)["data"]["tool"] == "export"
