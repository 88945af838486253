"""What the agent is doing, from the names of its tools."""

from __future__ import annotations

import json

import pytest

from t2v.external.reply import ReplyFold, Stage, Step, stage_of
from t2v.stream import Frame
from tests.agent_events import call, event, fold, text

STAGES: dict[str, Stage | None] = {
    "generate_video": "raw_video",
    "video_generation": "raw_video",
    "generateVideo": "raw_video",
    "text_to_video": "raw_video",
    "image-to-video": "raw_video",
    "T2V": "raw_video",
    "generateBGM": "finishing",
    "t2v": "raw_video",
    "add_bgm": "finishing",
    "generate_music": "finishing",
    "add_background_music": "finishing",
    "AddTitle": "finishing",
    "add_subtitles": "finishing",
    "burn_captions": "finishing",
    "apply_effects": "finishing",
    "set_transitions": "finishing",
    "textOverlay": "finishing",
    "get_state": None,
    "untitled": None,
    "trim": None,
    "": None,
}


@pytest.mark.parametrize(("tool", "stage"), STAGES.items())
def test_a_tools_name_tells_the_stage(tool: str, stage: Stage | None) -> None:
    assert stage_of(tool) == stage


def test_each_stage_begins_once() -> None:
    reply = ReplyFold()
    tools = [
        "get_state",
        "generate_video",
        "generate_video",
        "add_title",
        "add_bgm",
        "generate_video",
    ]
    steps = [reply.feed(Frame("message", json.dumps(call(tool)))) for tool in tools]
    assert steps == [None, Step("raw_video"), None, Step("finishing"), None, None]
    assert reply.finish(truncated=False).stages == ("raw_video", "finishing")


def test_two_stages_in_one_event_tell_the_later() -> None:
    both = event({"functionCall": {"name": "t2v"}}, {"functionCall": {"name": "add_bgm"}})
    reply = ReplyFold()
    assert reply.feed(Frame("message", json.dumps(both))) == Step("finishing")
    assert reply.finish(truncated=False).stages == ("raw_video", "finishing")


@pytest.mark.parametrize(("ids", "goes_on"), [(["c1"], True), ([], False), (None, False)])
def test_a_tool_that_outlives_the_stream_is_told(ids: list[str] | None, goes_on: bool) -> None:  # noqa: FBT001 - a column
    assert fold(call("generate", longRunningToolIds=ids), text("On it.")).long_running is goes_on
