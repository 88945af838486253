"""What a reply asks for on a screen, and that everything else of it stays byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from t2v.phrases import translate

INSTRUCTIONS = [
    ("Click the Export button to download it.", ("export",)),
    ("You can click **Export** in the top-right corner.", ("export",)),
    ("To export your video, click Export, choose MP4, and press Save.", ("export",)),
    ("Hit the Export button when you're happy with it.", ("export",)),
    ("You can export it by clicking the Export button.", ("export",)),
    ("The Export button is at the top right of the page.", ("export",)),
    ("Open the Media panel to see your clips.", ("state",)),
    ("You can preview it in the timeline.", ("state",)),
    ("Just drag and drop the clip onto the timeline.", ("send",)),
    ("Check your account or billing page.", ("credits",)),
    ("Click Upload to add your footage.", ("upload",)),
    ('Click "Generate" to start.', ("send",)),
    ("Open the timeline panel and drag the clip to the left.", ("state", "send")),
    ("请点击右上角的导出按钮下载。", ("export",)),
    ("如需导出，请点击“导出”按钮。", ("export",)),
    ("您可以在时间线中预览效果。", ("state",)),
    ("打开媒体面板查看素材。", ("state",)),
    ("将片段拖拽到时间线即可。", ("send",)),
    ("点击上传添加素材。", ("upload",)),
    ("请查看您的账户余额页面。", ("credits",)),
    ("Haz clic en Exportar para descargar tu video.", ("export",)),
    ("Clique em Exportar.", ("export",)),
    ("Cliquez sur Exporter.", ("export",)),
    ("Klicken Sie auf Exportieren.", ("export",)),
    ("「エクスポート」ボタンをクリックしてください。", ("export",)),
    ("내보내기 버튼을 클릭하세요.", ("export",)),
    ("Нажмите кнопку «Экспорт».", ("export",)),
    ("Klik tombol Ekspor.", ("export",)),
]

CONTENT = [
    'I\'ve added the title "Paradise Found" at 0-3s.',
    'I set the title to "Click here to export".',
    "The hero clicks the button and the file downloads.",
    "I added a subscribe button in the top-right corner.",
    "The export of coffee rose by 3.5 % in 2024.",
    "Tap dancers fill the stage.",
    "Use warm colors for the panel discussion.",
    "A woman opens the window, sees the timeline of her life.",
    "Would you like me to export it?",
    "Timeline (3 tracks): 1. Video: city (0-10s) 2. BGM: Lo-fi (0-10s, 35%)",
    "标题已添加：“点击购买”。",
    "主角点击了按钮，画面变亮。",
    "音乐已换成轻音乐，音量 35%。",
    "The clip is at https://x.org/click?open=panel.",
    "`click Export`",
]


@pytest.mark.parametrize(("instruction", "actions"), INSTRUCTIONS)
def test_an_instruction_becomes_an_action_and_goes(
    instruction: str, actions: tuple[str, ...]
) -> None:
    assert translate(instruction) == (actions, "")


@pytest.mark.parametrize("content", CONTENT)
def test_content_stays_and_asks_for_nothing(content: str) -> None:
    assert translate(content) == ((), content)


@pytest.mark.parametrize(
    ("reply", "actions", "text"),
    [
        ("Done! Click Export to download. It lasts 10s.", ("export",), "Done! It lasts 10s."),
        ("Your video is ready, click Export to download it.", ("export",), "Your video is ready."),
        ("It is done (click Export to download).", ("export",), "It is done."),
        ("The music fades out — click Play to listen.", ("state",), "The music fades out."),
        ("The video is ready to preview in the timeline.", ("state",), "The video is ready."),
        ("Click Export, and your video will be there.", ("export",), "your video will be there."),
        ("您的视频已生成，请点击导出按钮下载。", ("export",), "您的视频已生成。"),
        ("1. Click **Export**\n2. Choose MP4\n\nMusic: Lo-fi.", ("export",), "Music: Lo-fi."),
        (
            "Scenes:\n- a man opens the door\n- she taps her phone\n\nClick Generate to start.",
            ("send",),
            "Scenes:\n- a man opens the door\n- she taps her phone",
        ),
        ("```\nClick Export\n```", (), "```\nClick Export\n```"),
        ("Click Export.\nClick Export.", ("export",), ""),
    ],
)
def test_content_around_an_instruction_stays(
    reply: str, actions: tuple[str, ...], text: str
) -> None:
    assert translate(reply) == (actions, text)


@given(st.lists(st.sampled_from(CONTENT), min_size=1, max_size=4), st.data())
def test_content_survives_whatever_instructions_stand_between(
    content: list[str], data: st.DataObject
) -> None:
    lines: list[str] = []
    expected: list[str] = []
    for line in content:
        instruction, actions = data.draw(st.sampled_from(INSTRUCTIONS))
        lines += [instruction, line]
        expected += actions
    actions, text = translate("\n".join(lines))
    assert text == "\n".join(content)
    assert actions == tuple(dict.fromkeys(expected))


@given(st.text(max_size=300))
def test_any_reply_can_be_read_and_nothing_is_added(reply: str) -> None:
    actions, text = translate(reply)
    assert set(actions) <= {"export", "credits", "state", "upload", "send"}
    assert len(text) <= len(reply)
    assert actions or text == reply


def test_an_empty_reply_asks_for_nothing() -> None:
    assert translate("") == ((), "")


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        ("在时间线里加了一段音乐。", "在时间线里加了一段音乐。"),
        ("好了!在时间线里拖拽标题可以移动它,或点击导出。我画了:狗。", "好了!我画了:狗。"),
        ("完成了!可以在时间线中预览,满意后点击导出。", "完成了!"),
        ("Done!Your file is v1.5.2 ready.", "Done!Your file is v1.5.2 ready."),
    ],
)  # fmt: skip
def test_chinese_with_western_marks_is_parted_all_the_same(reply: str, text: str) -> None:
    assert translate(reply).text == text
