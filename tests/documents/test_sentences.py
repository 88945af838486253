"""Sentences and words of many scripts."""

from __future__ import annotations

import pytest

from t2v.documents.sentences import LONGEST, joined, sentences, terms, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boats leave. Gulls cry!", ["Boats leave.", "Gulls cry!"]),
        ("Dr. Smith paid 3.50 dollars. He left.", ["Dr. Smith paid 3.50 dollars.", "He left."]),
        ("J. R. Smith, e.g. today, came.", ["J. R. Smith, e.g. today, came."]),
        ("“Stop!” she said. “Why?”", ["“Stop!” she said.", "“Why?”"]),
        ("Wait... what? Yes.", ["Wait... what?", "Yes."]),
        ("Das ist z.B. hier. Gut, usw. und mehr.", ["Das ist z.B. hier.", "Gut, usw. und mehr."]),
        ("¿Quién viene? La Sra. López llega.", ["¿Quién viene?", "La Sra. López llega."]),
        ("狗在跑。猫在睡！真的吗？", ["狗在跑。", "猫在睡！", "真的吗？"]),
        ("他说：“下雨了。”然后走了。", ["他说：“下雨了。”", "然后走了。"]),
        ("犬が走る。猫が眠る。", ["犬が走る。", "猫が眠る。"]),
        ("कुत्ता दौड़ता है। बिल्ली सोती है।", ["कुत्ता दौड़ता है।", "बिल्ली सोती है।"]),
        ("هل وصل؟ نعم وصل.", ["هل وصل؟", "نعم وصل."]),
        ("no end", ["no end"]),
        ("  ", []),
    ],
)  # fmt: skip
def test_a_text_is_its_sentences(text: str, expected: list[str]) -> None:
    assert list(sentences(text)) == expected


@pytest.mark.parametrize(
    "text",
    ["word " * 400, "word, " * 400, "狗在跑，" * 400, "狗" * 2_000, "x" * 5_000],
    ids=["spaces", "commas", "chinese commas", "chinese", "letters"],
)
def test_a_sentence_without_an_end_is_split_and_nothing_is_lost(text: str) -> None:
    found = list(sentences(text))
    assert len(found) > 1
    assert max(map(len, found)) <= LONGEST
    assert "".join("".join(found).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A dog's life, 3.5 kilos well-kept.", 6),
        ("一只狗在阳光明媚的公园里奔跑。", 8.4),
        ("สุนัขวิ่งในสวน", 2.8),
        ("- — ... !", 0),
    ],
)
def test_words_are_counted_where_there_are_no_spaces(text: str, count: float) -> None:
    assert words(text) == pytest.approx(count)


def test_a_text_is_about_its_longer_words_and_pairs_of_signs() -> None:
    assert terms("The harbour in 1999") == ["harbour", "1999"]
    assert terms("港口醒来。") == ["港口", "口醒", "醒来"]


def test_parts_are_joined_as_their_script_writes() -> None:
    assert joined(["Boats", " leave. ", "", "Now."]) == "Boats leave. Now."
    assert joined(["港口", "醒来。", "船"]) == "港口醒来。船"
