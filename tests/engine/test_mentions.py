"""Names and quotations in a request: they are looked for only where there may be some."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2v.words import mentions


@given(st.text(alphabet="ab1_.'\"/~:- \n（，é猫", max_size=40))
def test_where_nothing_can_be_named_the_pattern_finds_nothing(text: str) -> None:
    if not mentions.telling(text):
        assert re.search(mentions._MENTION, text) is None


@given(st.sampled_from(["{}", "a {} b", "猫 {}。", "don't. {}"]), st.data())
def test_whatever_is_named_is_looked_for(frame: str, data: st.DataObject) -> None:
    named = st.sampled_from(
        [
            "clip.mp4",
            "./a",
            "~/b.png",
            "C:\\x",
            "https://a.b/c",
            "'so'",
            '"so"',
            "`so`",
            "「好」",
            "3d.mov",
        ]
    )
    assert mentions.telling(frame.format(data.draw(named)))


@pytest.mark.parametrize(
    "text",
    ["make a video, don't export it", "A dog runs. It's raining.", "10 seconds at 1080p", ""],
)
def test_plain_words_need_no_pattern(text: str) -> None:
    assert not mentions.telling(text)
