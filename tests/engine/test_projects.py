"""The session on the backend: made once, kept apart, replaced when it is gone."""

from __future__ import annotations

from typing import Any

import pytest

from t2v.commands.connect import connect
from t2v.context import Context
from t2v.endpoints import CREATE_SESSION, STATE
from t2v.errors import SkillError
from t2v.jobs import Job
from t2v.report import Next
from tests.engine.conftest import USERS_TOKEN, ContextMaker
from tests.scripted_service import ScriptedService, ok, refusal, reply


@pytest.fixture(autouse=True)
def _healthy(service: ScriptedService) -> None:
    service.serve_project()


def test_a_session_is_made_in_the_users_language(
    context: Context, service: ScriptedService
) -> None:
    session = context.projects.ensure("zh")
    assert service.history[0].json == {"task_name": "project", "language": "zh"}
    assert (session.session_id, session.task_id) == ("session-1", "task-1")


def test_the_next_call_goes_on_in_it(make_context: ContextMaker, service: ScriptedService) -> None:
    first = make_context(NEMO_TOKEN=USERS_TOKEN).projects.ensure()
    assert make_context(NEMO_TOKEN=USERS_TOKEN).projects.ensure() == first
    assert len(service.calls(CREATE_SESSION)) == 1


def test_another_backend_has_sessions_of_its_own(
    context: Context, make_context: ContextMaker
) -> None:
    context.projects.ensure()
    other = make_context(NEMO_TOKEN=USERS_TOKEN, NEMO_API_URL="http://127.0.0.1:9")
    assert other.projects.current is None


@pytest.mark.parametrize(
    ("data", "bind"),
    [({}, "task-1"), ({"bind_id": "b-1"}, "b-1"), ({"bind": "b-2"}, "b-2")],
)
def test_what_the_registration_link_binds(
    context: Context, service: ScriptedService, data: dict[str, Any], bind: str
) -> None:
    service.on(CREATE_SESSION, ok(task_id="task-1", session_id="session-1", **data))
    assert context.projects.create().bind_id == bind


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"session_id": "s"},
        {"session_id": "../s", "task_id": "t"},
        {"session_id": "s", "task_id": ["t"]},
        {"session_id": "s", "task_id": "t", "bind_id": "a&b=c"},
    ],
    ids=str,
)
def test_a_session_without_proper_ids_is_not_kept(
    context: Context, service: ScriptedService, data: dict[str, Any]
) -> None:
    service.on(CREATE_SESSION, ok(**data))
    with pytest.raises(SkillError) as caught:
        context.projects.create()
    assert caught.value.code == "bad_response"
    assert context.projects.current is None


def test_without_a_session_there_is_nothing_to_look_at(
    context: Context, service: ScriptedService
) -> None:
    with pytest.raises(SkillError) as caught:
        context.projects.require()
    assert (caught.value.code, caught.value.next) == ("no_session", (Next.CONNECT,))
    assert service.history == []


@pytest.mark.parametrize(
    "answer",
    [ok(state={"draft": {"d": 5}}), ok(draft={"d": 5}), reply({"state": {"draft": {"d": 5}}})],
    ids=["state", "flat", "no envelope"],
)
def test_the_state_is_found_at_any_depth(
    context: Context, service: ScriptedService, answer: Any
) -> None:
    service.on(STATE, answer)
    assert context.projects.timeline(context.projects.ensure()).duration_ms == 5


@pytest.mark.parametrize("state", [None, [], "?", 7])
def test_a_state_that_is_none_is_an_empty_timeline(
    context: Context, service: ScriptedService, state: object
) -> None:
    service.on(STATE, ok(state=state))
    assert not context.projects.timeline(context.projects.ensure()).ready


def test_a_lost_session_is_replaced_in_the_same_language(
    context: Context, service: ScriptedService
) -> None:
    lost = context.projects.ensure("ja")
    for kind in ("chat", "render"):
        context.jobs.keep(Job(kind=kind, session_id="session-1", started_at=0.0))
    service.on(CREATE_SESSION, ok(task_id="task-2", session_id="session-2"))
    error = context.projects.replace_lost(lost)
    assert error.code == "session_lost"
    assert context.projects.require().session_id == "session-2"
    assert context.projects.require().language == "ja"
    assert context.jobs.open is None


@pytest.mark.parametrize("gone", [refusal(1002), reply({"detail": "Session not found"}, 404)])
def test_connecting_says_that_the_old_timeline_is_gone(
    context: Context, service: ScriptedService, gone: Any
) -> None:
    context.projects.ensure()
    service.on(STATE, gone)
    service.on(CREATE_SESSION, ok(task_id="task-2", session_id="session-2"))
    report = connect(context, language=None, new=False)
    assert report.say.startswith("The old timeline is gone; a new project is ready.")
    assert context.projects.require().session_id == "session-2"
