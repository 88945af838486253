"""Uploads over the wire: a form for files, a list for links, and what a refusal explains."""

from __future__ import annotations

import os
from email.parser import BytesParser
from pathlib import Path

import pytest

from t2v.commands.upload import upload
from t2v.context import Context
from t2v.endpoints import UPLOAD, UPLOAD_FORMATS
from t2v.errors import SkillError
from t2v.report import Next
from tests.engine.conftest import ContextMaker
from tests.fake_time import Heard
from tests.scripted_service import RESET, Answer, ScriptedService, ok, refusal, reply

MP4 = b"\0\0\0\x18ftypisom" + bytes(3_000_000)


@pytest.fixture(autouse=True)
def _healthy(service: ScriptedService) -> None:
    service.serve_project()
    service.on(UPLOAD, ok())


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "clip.mp4"
    path.write_bytes(MP4)
    return path


def refused(context: Context, *sources: object) -> SkillError:
    with pytest.raises(SkillError) as caught:
        upload(context, sources=[str(source) for source in sources])
    return caught.value


def test_a_file_arrives_as_a_form(
    context: Context, service: ScriptedService, clip: Path, heard: Heard
) -> None:
    told = upload(context, sources=[str(clip)])
    assert told.data == {"uploaded": [{"name": "clip.mp4", "format": "mp4", "bytes": len(MP4)}]}
    assert told.next == (Next.SEND,)
    (seen,) = service.calls(UPLOAD)
    assert seen.path.endswith("/session-1")
    assert int(seen.headers["Content-Length"]) == len(seen.body)
    head = f"Content-Type: {seen.headers['Content-Type']}\r\n\r\n".encode()
    form, part = BytesParser().parsebytes(head + seen.body).walk()
    assert form.is_multipart()
    assert part.get_filename() == "clip.mp4"
    assert part.get_payload(decode=True) == MP4
    assert heard.stages[-1] == ("Uploading", 1.0)


def test_a_service_that_is_busy_gets_the_whole_file_again(
    context: Context, service: ScriptedService, clip: Path
) -> None:
    service.on(UPLOAD, reply({}, 429, Retry_After="1"), ok())
    upload(context, sources=[str(clip)])
    first, second = service.calls(UPLOAD)
    assert first.body == second.body


def test_a_link_is_handed_on_and_never_fetched(
    context: Context, service: ScriptedService, heard: Heard
) -> None:
    told = upload(context, sources=["https://cdn.example/logo.png?sig=s"])
    assert told.data == {"uploaded": [{"name": "cdn.example", "format": "url"}]}
    (seen,) = service.calls(UPLOAD)
    assert seen.json == {"urls": ["https://cdn.example/logo.png?sig=s"], "source_type": "url"}
    assert any("whole link" in line for line in heard.lines)


@pytest.mark.parametrize("answer", [ok(), reply({"code": 0, "data": None}), reply({"code": 0})])
def test_an_upload_needs_no_particular_answer(
    context: Context, service: ScriptedService, clip: Path, answer: Answer
) -> None:
    service.on(UPLOAD, answer)
    upload(context, sources=[str(clip), "https://cdn.example/logo.png"])


@pytest.mark.parametrize(
    "url",
    [
        "ftp://cdn.example/x.png",
        "file:///etc/passwd",
        "https://",
        "https://me:mine@cdn.example/x.png",
        "https://[bad/x.png",
        "https://cdn.example/x y.png",
        "https://cdn.example/\u202ex.png",
        "https://cdn.example/" + "x" * 5000,
        "javascript://cdn.example/x",
    ],
    ids=lambda url: url[:40],
)
def test_a_link_that_may_not_be_handed_on(
    context: Context, service: ScriptedService, url: str
) -> None:
    assert refused(context, url).code == "bad_url"
    assert service.calls(UPLOAD) == []


def test_a_refused_file_is_told_what_would_be_taken(
    context: Context, service: ScriptedService, clip: Path
) -> None:
    service.on(UPLOAD, refusal(4001))
    error = refused(context, clip)
    assert error.code == "unsupported_file"
    assert error.data["formats"] == list(UPLOAD_FORMATS)


def test_a_file_that_the_service_finds_too_large_is_told_the_limit(
    context: Context, service: ScriptedService, clip: Path
) -> None:
    service.on(UPLOAD, refusal(4002))
    error = refused(context, clip)
    assert (error.code, error.facts) == ("file_too_large", {"limit_mb": 200})


@pytest.mark.parametrize("source", ["none.mp4", "ftp://cdn.example/x.png"])
def test_nothing_is_sent_when_one_of_them_is_wrong(
    make_context: ContextMaker, service: ScriptedService, clip: Path, source: str
) -> None:
    assert refused(make_context(), clip, source).code in ("file_missing", "bad_url")
    assert service.history == []


def test_what_is_there_already_is_told_when_another_fails(
    context: Context, service: ScriptedService, clip: Path
) -> None:
    service.on(UPLOAD, ok(), refusal(4001))
    error = refused(context, clip, clip, clip)
    assert error.code == "unsupported_file"
    assert [one["name"] for one in error.data["uploaded"]] == ["clip.mp4"]
    assert len(service.calls(UPLOAD)) == 2


def test_a_broken_upload_is_not_sent_again(
    context: Context, service: ScriptedService, clip: Path
) -> None:
    service.on(UPLOAD, RESET)
    assert refused(context, clip).code == "network"
    assert len(service.calls(UPLOAD)) == 1


def test_after_a_renewed_token_the_whole_file_is_sent(
    make_context: ContextMaker, service: ScriptedService, clip: Path
) -> None:
    service.on(UPLOAD, refusal(1001, status=401), ok())
    upload(make_context(), sources=[str(clip)])
    first, second = (len(seen.body) for seen in service.calls(UPLOAD))
    assert first == second > len(MP4)


def test_a_file_that_shrinks_while_it_is_sent_is_noticed(context: Context, clip: Path) -> None:
    class Shrink(Heard):
        def advance(self, stage: str, fraction: float | None = None) -> None:
            os.truncate(clip, 100)

    context.progress = Shrink()
    assert refused(context, clip).code == "file_changed"
