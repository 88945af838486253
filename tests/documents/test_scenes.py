"""Scenes: what belongs together, how much of it, how long; and which sentences are the key ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2v.documents.pieces import READ_LIMIT, CutError, Piece, Place, Reading
from t2v.documents.scenes import MOST, PACE, SHORTEST_S, scenes
from t2v.documents.sentences import words
from t2v.documents.summary import Sentence, key

FILLER = "It was said by somebody there that the matter was what it was on that day again."


def pieces(*texts: str) -> list[Piece]:
    """Return paragraphs; "# " makes a heading, "1. " an item that begins a scene."""
    return [
        Piece(
            text.removeprefix("# ").removeprefix("1. "),
            Place("paragraph", number),
            heading=text.startswith("# "),
            begins=text.startswith("1. "),
        )
        for number, text in enumerate(texts, 1)
    ]


def shown(found: list[Piece], seconds: int = 30) -> list[tuple[str, str]]:
    return [(scene.text, scene.source) for scene in scenes(found, seconds)]


def test_paragraphs_are_scenes() -> None:
    assert shown(pieces("Boats leave.", "Gulls cry. They fly.")) == [
        ("Boats leave.", "paragraph 1"),
        ("Gulls cry. They fly.", "paragraph 2"),
    ]


def test_headings_gather_what_follows_and_begin_its_text() -> None:
    found = pieces("# Dawn", "Boats leave.", "Gulls cry.", "# Dusk", "Boats return.")
    assert shown(found) == [
        ("Dawn: Boats leave. Gulls cry.", "paragraph 2 to paragraph 3"),
        ("Dusk: Boats return.", "paragraph 5"),
    ]


def test_items_begin_scenes() -> None:
    assert [text for text, _ in shown(pieces("So:", "1. Boats.", "and nets", "1. Gulls."))] == [
        "So:",
        "Boats. and nets",
        "Gulls.",
    ]


def test_a_heading_alone_is_a_scene_all_the_same() -> None:
    assert shown(pieces("# Dawn")) == [("Dawn:", "paragraph 1")]


def test_nothing_is_no_scene() -> None:
    assert scenes([], 30) == ()


def test_cues_share_the_time_as_they_did_before() -> None:
    cues = [
        Piece("Boats leave.", Place("time", 0), begins=True, seconds=2),
        Piece("Gulls cry.", Place("time", 62), begins=True, seconds=8),
    ]
    found = scenes(cues, 30)
    assert [scene.source for scene in found] == ["0:00", "1:02"]
    assert [scene.seconds for scene in found] == [7, 23]


def test_a_full_scene_is_split_where_a_sentence_ends() -> None:
    text = " ".join(f"Boat {number} leaves the harbour at dawn." for number in range(10))
    found = scenes(pieces(text), 30)
    assert len(found) == 2
    assert all(scene.text.endswith("dawn.") for scene in found)


def test_many_paragraphs_are_at_most_so_many_scenes() -> None:
    found = scenes(pieces(*(f"Boat {number}." for number in range(40))), 60)
    assert len(found) == MOST
    assert found[0].first.number == 1
    assert found[-1].last.number == 40


@given(
    st.lists(
        st.tuples(st.text(alphabet="ab c.!。狗，\n#", min_size=1, max_size=80), st.booleans()),
        max_size=30,
    ),
    st.integers(5, 180),
)
def test_scenes_keep_the_order_and_the_length_and_invent_nothing(
    texts: list[tuple[str, bool]], seconds: int
) -> None:
    found = [
        Piece(text, Place("paragraph", number), heading=heading)
        for number, (text, heading) in enumerate(texts)
        if text.strip()
    ]
    made = scenes(found, seconds)
    assert len(made) <= MOST
    if made:
        assert sum(scene.seconds for scene in made) == seconds
        assert min(scene.seconds for scene in made) >= min(SHORTEST_S, seconds)
    assert sorted(made, key=lambda scene: scene.first) == list(made)
    there = "".join("".join(text.split()) for text, _ in texts)
    rest = iter(there)
    said = "".join("".join(scene.text.split()) for scene in made).replace(":", "").replace("：", "")
    assert all(char in rest for char in said), "a subsequence of what is there"


def test_a_short_text_stays_whole() -> None:
    told = [Sentence(FILLER)] * 3
    assert key(told, 1000) == [0, 1, 2]


def test_key_sentences_are_about_what_the_text_is_about() -> None:
    told = [
        "The lighthouse of Aveiro was built in 1893.",
        FILLER,
        "Every night the lighthouse keeper climbs the stairs of the lighthouse.",
        "Read more at https://lighthouse.example/keeper lighthouse lighthouse.",
        FILLER,
        "The keeper lights the lamp, and the lamp turns until dawn.",
        "Somebody else spoke of other things for a while.",
    ]
    kept = key([Sentence(text) for text in told], 30)
    assert kept == [0, 2, 5]
    assert sum(words(told[place]) for place in kept) <= 30


def test_what_is_said_twice_is_kept_once() -> None:
    told = [Sentence("The keeper lights the lamp at dusk."), Sentence(FILLER)] * 5
    assert len(key(told, 40)) == 2


def test_the_best_sentence_is_kept_even_if_it_is_too_long() -> None:
    assert len(key([Sentence("word " * 100), Sentence("word " * 90)], 5)) == 1


@pytest.mark.parametrize(
    "script", ["The keeper number {} lights a lamp. ", "第{}个守塔人点亮了灯。"]
)
def test_a_long_text_is_cut_to_what_can_be_read(script: str) -> None:
    text = "".join(script.format(number) for number in range(500))
    found = scenes(pieces(*(text[start : start + 900] for start in range(0, 9000, 900))), 30)
    assert 0.5 * 30 * PACE <= sum(words(scene.text) for scene in found) <= 30 * PACE + 10


def test_what_is_beyond_the_limit_is_not_asked_for() -> None:
    asked = []

    def endless() -> object:
        while True:
            asked.append(1)
            yield Piece("x" * 10_000, Place("page", 1))

    reading = Reading()
    reading.take(endless())  # type: ignore[arg-type]
    assert reading.cut
    assert len(asked) == READ_LIMIT // 10_000 + 1


def test_a_reader_without_time_leaves_what_it_has() -> None:
    def slow() -> object:
        yield Piece("Boats.", Place("page", 1))
        raise CutError

    reading = Reading()
    reading.take(slow())  # type: ignore[arg-type]
    assert (reading.cut, len(reading.pieces)) == (True, 1)
