"""What a decision holds besides the tool, and what the router does with hard input."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2v import endpoints, routing
from t2v.batches.layouts import LAYOUTS
from t2v.documents import kinds
from t2v.routing import Decision, route
from t2v.words import details, mentions, rows
from t2v.words.clauses import TOOLS
from t2v.words.details import FORMATS
from t2v.words.slips import one_apart


@pytest.mark.parametrize(
    ("text", "tool", "then"),
    [
        ("add a title then export", "send", ("export",)),
        ("加个标题然后导出", "send", ("export",)),
        ("trim the intro, then send me the video", "send", ("export",)),
        ("check my credits and export", "credits", ("export",)),
        ("upload /mnt/a.mov and add music", "upload", ("send",)),
        ("add /mnt/a.mp3 as background music, then export", "upload", ("send", "export")),
        ("don't export yet, just add a title", "send", ()),
        ("wait, don't render", "send", ()),
        ("先别导出，查一下积分", "credits", ()),
        ("no, export it", "export", ()),
        ("download https://x.org/a.mp4 and use it", "upload", ()),
        ("make a video about https://x.org/news", "send", ()),
        ("export to /mnt/out.mp4", "export", ()),
        ("trim intro.mp4 to 5 seconds", "send", ()),
        ("trim /mnt/intro.mp4 to 5 seconds", "upload", ("send",)),
        ("export? not yet", "send", ()),
        ("speed it up", "send", ()),
        ("swap scene 1 and scene 3", "send", ()),
        ("1\n00:00:01,000 --> 00:00:03,500\nUpload <i>your</i> logo, export it now", "send", ()),
        ("undo and export", "send", ("export",)),
        ("export it in 1080p vertical please", "send", ("export",)),
        ("expórtalo en vertical 1080p", "send", ("export",)),
        ("export it 9:16", "send", ("export",)),
        ("export the vertical video", "export", ()),
        ("how much is left and then export it as mov", "credits", ("export",)),
        ("do I have enough to add music and export?", "credits", ()),
        ("cancel the render and show me the timeline", "jobs", ("state",)),
        ("cancel the export, make the title red", "send", ()),
        ("make a clip of a fox, then evaluate it", "send", ("export", "evaluate")),
        ("new project: a fox in the snow", "connect", ("send",)),
        ("render each row of a.csv as a clip and evaluate them", "batch", ("evaluate",)),
        ("add these:\n00:01.000 --> 00:02.000\nWhat is my balance?", "send", ()),
    ],
)
def test_several_wishes_keep_their_order_and_no_edit_is_lost(
    text: str, tool: str, then: tuple[str, ...]
) -> None:
    decision = route(text)
    assert (decision.tool, decision.then) == (tool, then)


@pytest.mark.parametrize(
    ("text", "files", "tool", "then"),
    [
        ("", ["/mnt/a.mov"], "upload", ()),
        ("here you go", ["/mnt/a.mov"], "upload", ()),
        ("add it to the intro", ["/mnt/a.mov"], "upload", ("send",)),
        ("a dog in the park", ["/mnt/a.jpg"], "upload", ("send",)),
        ("don't upload this yet", ["/mnt/a.mov"], "send", ()),
        ("how many credits do I have?", ["/mnt/a.mov"], "credits", ("upload",)),
        ("make a 15 second video of this and read it aloud", ["a.docx"], "upload", ()),
        ("make a video of this, then export it", ["a.pdf"], "upload", ("export",)),
        ("put a fox on the cover", ["a.pdf", "b.jpg"], "upload", ("send",)),
        ("evaluate this", ["a.mp4"], "evaluate", ()),
        ("one video of all the rows", ["a.csv"], "upload", ()),
    ],
)
def test_a_file_is_uploaded_unless_the_words_clearly_want_something_else(
    text: str, files: list[str], tool: str, then: tuple[str, ...]
) -> None:
    decision = route(text, files)
    assert (decision.tool, decision.then) == (tool, then)
    assert decision.arguments["paths"] == files


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("export it as mov in 4k", {"format": "mov", "quality": "2160p"}),
        ("download in low quality", {"quality": "low"}),
        ("export 4k webm 60fps", {"format": "webm", "quality": "2160p", "fps": 60}),
        ("render it at 1080p 24 fps", {"quality": "1080p", "fps": 24}),
        ("export a gif", {"format": "gif"}),
        ("导出1080p的mp4", {"format": "mp4", "quality": "1080p"}),
        ("导出高清版", {"quality": "high"}),
        ("upload ~/clips/b.mp4", {"paths": ["~/clips/b.mp4"]}),
        ("用这张照片/mnt/照片.jpg做开头", {"paths": ["/mnt/照片.jpg"]}),
        ('use "/mnt/my clip.mp4"', {"paths": ["/mnt/my clip.mp4"]}),
        (r"upload C:\Users\me\trip.mp4", {"paths": [r"C:\Users\me\trip.mp4"]}),
        ("take https://x.org/a.mp4, please.", {"urls": ["https://x.org/a.mp4"]}),
        ("attach this logo.png", {"paths": ["logo.png"]}),
        ("make it 9/16 and/or square", {"paths": [], "urls": []}),
        ("export it in 25 MB for discord", {"fit": "25MB", "format": None}),
        ("I need it under 8MB", {"fit": "8MB"}),
        ("导出成25MB以内的", {"fit": "25MB"}),
        ("exporte la vidéo en moins de 10 Mo", {"fit": "10MB"}),
        ("export it in 1080p vertical", {"quality": "1080p"}),
        ("cancel the render", {"action": "cancel"}),
        ("list my jobs", {"action": "list"}),
        ("stop the export, the title is wrong", {"action": None}),
        ("evaluate ./clips", {"target": "./clips"}),
        ("start a new project", {"new": True}),
        ("what did I spend so far?", {"history": 20}),
        ("how many credits do I have?", {"history": None}),
        ("make a clip for each row of a.csv", {"file": "a.csv", "layout": None, "paths": []}),
        ("a clip for each prompt in a.csv, vbench layout", {"layout": "vbench"}),
    ],
)
def test_arguments_are_found_in_the_words(text: str, found: dict[str, object]) -> None:
    arguments = route(text).arguments
    assert {name: arguments.get(name) for name in found} == found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("export", "en"),
        ("导出", "zh"),
        ("匯出影片", "zh"),
        ("書き出して", "ja"),
        ("動画保存", "ja"),
        ("내보내기", "ko"),
        ("скачать", "ru"),
        ("baixar o vídeo", "pt"),
        ("descargar el vídeo", "es"),
        ("télécharger", "fr"),
        ("bitte herunterladen", "de"),
        ("unduh videonya", "id"),
        ("12345 🎬", "en"),
    ],
)
def test_the_language_is_guessed(text: str, language: str) -> None:
    assert route(text).language == language


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("ＥＸＰＯＲＴ　ｔｈｅ　ｖｉｄｅｏ", "export"),
        ("  EXPORT!!!  🙏🙏", "export"),
        ("“export”", "export"),
        ("下載影片，謝謝！", "export"),
        ("導出　視頻", "export"),
        ("把video export一下", "export"),
        ("credits还有多少呀～", "credits"),
        ("what’s my balance?", "credits"),
        ("\u200b", "send"),
        ("\ue000\ue003", "send"),
        ("...", "send"),
    ],
)
def test_form_does_not_matter(text: str, tool: str) -> None:
    assert route(text).tool == tool


def slips(word: str) -> Iterator[str]:
    """Yield the word with two letters swapped, one dropped, doubled or replaced."""
    for at in range(1, len(word)):
        yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        yield word[:at] + "q" + word[at + 1 :]


@pytest.mark.parametrize(
    ("word", "frame", "tool"),
    [
        ("export", "{} the video please", "export"),
        ("download", "{} it", "export"),
        ("credits", "how many {} do I have", "credits"),
        ("balance", "what's my {}", "credits"),
        ("status", "{}?", "state"),
        ("timeline", "show me the {}", "state"),
        ("upload", "{} a photo", "upload"),
    ],
)
def test_one_slip_does_not_matter(word: str, frame: str, tool: str) -> None:
    wrong = [slip for slip in slips(word) if route(frame.format(slip)).tool != tool]
    assert wrong == []


@pytest.mark.parametrize("word", ["expert", "statue", "tender", "gender", "unload"])
def test_other_words_are_no_slips(word: str) -> None:
    assert route(word).tool == "send"


@given(st.text("abc", max_size=5), st.text("abc", max_size=5))
def test_one_apart_is_symmetric(one: str, other: str) -> None:
    assert one_apart(one, other) == one_apart(other, one)


def test_a_decision_explains_itself() -> None:
    decision = route('don\'t export yet, add the title "Save now" from /mnt/a.txt')
    why = " / ".join(decision.why)
    assert "1 quotation" in why
    assert "1 file" in why
    assert "negated" in why
    assert "'add the title" in why


def test_matched_words_are_those_that_decided() -> None:
    assert route("could you export the video?").matched == ("export", "video")
    assert "don't".replace("'", "") in route("don't export").matched
    assert route("look", ["/mnt/a.mov"]).matched == ("/mnt/a.mov",)


@given(st.text(max_size=200))
def test_any_text_has_a_decision(text: str) -> None:
    decision = route(text)
    assert isinstance(decision, Decision)
    assert decision.tool in (*TOOLS, routing.SEND, routing.BATCH)
    assert decision.skip_chat is (decision.tool not in ("send", "batch"))
    assert 0 < decision.confidence <= 1
    assert decision.tool not in decision.then


@pytest.mark.parametrize(
    "piece", ["a", "“", '"', "'", "/a", "http://", "导出", "and ", ".", "\n", "{["]
)
def test_a_long_text_is_read_at_its_ends_only(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A megabyte costs what four thousand characters cost, by construction."""
    read: list[int] = []
    take = mentions.take

    def counted(text: str) -> mentions.Mentions:
        read.append(len(text))
        return take(text)

    monkeypatch.setattr(mentions, "take", counted)
    assert route(piece * 1_000_000).tool in (*TOOLS, routing.SEND)
    assert max(read) <= routing.HEAD + routing.TAIL + len(f"\n{routing.BETWEEN}\n")


def test_a_long_script_that_ends_in_a_request_is_content_first() -> None:
    decision = route("A fox crosses the snow. " * 500 + "Then export it.")
    assert (decision.tool, decision.then) == ("send", ("export",))


def test_every_format_that_can_be_asked_for_is_one_that_files_have() -> None:
    kinds = set(mentions.KINDS.replace("jpe?g", "jpg|jpeg").split("|"))
    assert set(endpoints.UPLOAD_FORMATS) <= kinds
    assert set(endpoints.VIDEO_FORMATS) <= set(FORMATS)


def test_what_a_file_came_for_goes_before_what_is_wanted() -> None:
    words = "here are six prompts, in kaggle layout and with a submission.csv"
    decision = route(words, ["prompts.csv"])
    assert (decision.tool, decision.then) == ("batch", ())
    assert decision.arguments == {
        "paths": [], "urls": [], "file": "prompts.csv", "layout": "kaggle",
    }  # fmt: skip


def test_a_document_is_sent_once_and_takes_the_words_with_it() -> None:
    words = "turn this into a 15 second vertical video and read it aloud"
    assert route(words, ["bakery.docx"]).arguments["words"] == words


def test_what_is_too_large_is_told() -> None:
    decision = route("export in 8k")
    assert decision.arguments["quality"] == details.LARGEST == endpoints.LARGER[-1]
    assert decision.notes == ("8K is not possible; 2160p is the largest.",)
    assert route("a film about 8k televisions").notes == ()


def test_the_names_of_layouts_and_kinds_are_those_of_the_tools() -> None:
    assert {"flat", *rows.LAYOUTS} == set(LAYOUTS)
    assert {f".{kind}" for kind in kinds.DOCUMENTS} <= set(routing.DOCUMENTS)
