"""The afterword "I encountered a temporary issue": dropped after an answer, an error alone."""

from __future__ import annotations

import json

import pytest

from t2v.external.apology import without_apology
from t2v.external.reply import TEMPORARY_ISSUE, ReplyFold
from t2v.stream import Frame

AFTERWORDS = [
    "I encountered a temporary issue.",
    "I encountered a temporary issue. Please try again.",
    "I've encountered a temporary issue while processing your request. Please try again later.",
    "I’ve encountered a temporary issue!",
    "Sorry, I encountered a temporary issue. Please try again in a moment.",
    "I'm sorry, but I ran into a temporary technical problem.",
    "Sorry about that. I hit a temporary glitch. Thank you for your patience!",
    "Unfortunately, we are experiencing some temporary difficulties. Try again shortly.",
    "It looks like I ran into a transient error.",
    "There was a temporary problem with the service.",
    "There seems to be a temporary issue on our side. We apologize for the inconvenience.",
    "A temporary error occurred.",
    "A brief temporary outage has occurred, please retry.",
    "⚠️ **Note:** I encountered a temporary issue…",
    "*I encountered a temporary issue.*",
    "I ENCOUNTERED A TEMPORARY ISSUE",
    "I encountered a temporary issue.\nPlease try again.",
    "I encountered a temporary issue.\n\nI encountered a temporary issue.",
    "I encountered a temporary issue (code 503). Let me try again.",
    "我遇到了一个暂时的问题。",
    "抱歉，我遇到了暂时性问题，请稍后再试。",
    "很抱歉,系统出现临时故障。请您稍后重试！给您带来不便，敬请谅解。",
    "我這邊剛才發生了暫時性的錯誤，請稍後再試。",
    "不好意思。服务遇到了短暂的网络异常。感谢您的耐心等待。",
]

ANSWERS = [
    'Title added: "Paradise Found" (0-3s).',
    "Done",
    "已添加标题",
    "- a list\n- of changes",
    "Is 1.5 s enough?",
]

# Nothing of these may go: they tell something, or only look like an afterword.
KEPT = [
    "I fixed the temporary issue with the sound.",
    "The title now reads: I encountered a temporary issue.",
    'The title now reads "Oh no! I encountered a temporary issue."',
    "The subtitle says 「我遇到了暂时的问题。」",
    "I encountered a temporary issue. The title was added all the same.",
    "I encountered a temporary issue, but the music is in place now.",
    "I encountered a temporary issue, so I used a stock clip.",
    "There was a temporary issue; it is fixed.",
    "我遇到了暂时的问题，但标题已添加。",
    "我遇到了暂时的问题。标题已添加。",
    "Music added. Please try again if you do not like it.",
    "Sorry about that.",
    "I encountered an issue with your file: it has no sound.",
    "The temporary issue of the magazine is shown in the second clip.",
    "Please try again later.",
    "Please try it with another clip. I encountered a temporary issue with this one, but saved it.",
    "A temporary title is shown.",
    "",
]


def fold(*texts: str, error: str | None = None) -> tuple[str, str | None]:
    reply = ReplyFold()
    for text in texts:
        wire = {"author": "a", "content": {"parts": [{"text": text}]}}
        reply.feed(Frame("message", json.dumps(wire)))
    if error is not None:
        reply.feed(Frame("message", json.dumps({"author": "a", "errorCode": error})))
    done = reply.finish(truncated=False)
    return done.text, None if done.error is None else done.error.code


@pytest.mark.parametrize("afterword", AFTERWORDS)
def test_an_afterword_is_dropped_after_any_answer(afterword: str) -> None:
    for answer in ANSWERS:
        assert without_apology(f"{answer}\n\n{afterword}") == (answer, True)
        assert fold(answer, afterword) == (answer, None)


@pytest.mark.parametrize("afterword", AFTERWORDS)
def test_an_afterword_in_the_same_paragraph_is_dropped(afterword: str) -> None:
    assert without_apology(f"The music is softer now. {afterword}") == (
        "The music is softer now.",
        True,
    )


@pytest.mark.parametrize("afterword", AFTERWORDS)
def test_alone_it_stays_and_counts_as_an_error(afterword: str) -> None:
    assert fold(afterword) == (afterword, TEMPORARY_ISSUE)


def test_an_error_with_a_code_counts_more_than_the_words() -> None:
    assert fold("I encountered a temporary issue.", error="2001")[1] == "2001"


@pytest.mark.parametrize("text", KEPT)
def test_other_words_stay(text: str) -> None:
    assert without_apology(text) == (text, False)


@pytest.mark.parametrize("filler", ["x", "_", " ", ".", "\n", "sorry ", "i had a ", "我", "请"])
def test_any_long_text_is_read_quickly(filler: str) -> None:
    text = filler * 100_000 + "!"
    assert without_apology(text) == (text, False)
