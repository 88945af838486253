"""Every sentence of the director. `{detail}` and the like are filled in; one is picked by chance.

Rows hold (English, Chinese) pairs of the same meaning. They speak of buttons and panels because
the hosted agent does; whoever shows them translates that.
"""

from __future__ import annotations

Row = tuple[tuple[str, str], ...]

READY: Row = (
    (
        (
            "Your video is ready! Click the Export button to download it, or open the Music "
            "panel to change the track."
        ),
        "视频已经做好了!点击导出按钮即可下载,也可以打开音乐面板换一首曲子。",
    ),
    (
        "Done! You can preview it in the timeline and click Export when you are happy with it.",
        "完成了!可以在时间线中预览,满意后点击导出。",
    ),
    (
        (
            "All set. Open the Style panel to try another look, or click the Export button to "
            "save it."
        ),
        "都好了。打开风格面板可以换一种画风,或点击导出按钮保存。",
    ),
    (
        (
            "Here it is! Drag the title in the timeline to move it, or click Export to "
            "download the file."
        ),
        "成片在这里!在时间线里拖拽标题可以移动它,或点击导出下载文件。",
    ),
)

CHANGED: Row = (
    (
        "Preview it in the timeline.",
        "可以在时间线中预览。",
    ),
    (
        "Click Play in the preview panel to see the change.",
        "点击预览面板中的播放按钮查看改动。",
    ),
    (
        "Click the Export button when you like it.",
        "满意后点击导出按钮。",
    ),
    (
        "Open the timeline to fine-tune it.",
        "打开时间线可以继续微调。",
    ),
)

GREETING: Row = (
    (
        "Hello! Describe a scene in a sentence or two, and I will make a video of it.",
        "你好!用一两句话描述一个画面,我就能把它做成视频。",
    ),
    (
        "Hi there! Tell me what the video should show - who, where, and what happens.",
        "嗨!告诉我视频里要有什么:谁、在哪里、做什么。",
    ),
)

THANKS: Row = (
    (
        "You're welcome! Tell me if anything should look or sound different.",
        "不客气!想改画面或声音,随时告诉我。",
    ),
    (
        "My pleasure! Click the Export button when you are ready.",
        "很高兴能帮忙!准备好后点击导出按钮。",
    ),
)

HELP = (
    (
        "I make illustrated, animated videos from a description, and I can change titles, captions "
        "and subtitles (SRT text too), music (mood, volume, from when to when), narration, sound "
        "effects, length, speed (0.25x to 4x), aspect ratio (16:9, 9:16, 1:1, 4:5), style, colours "
        "(warmer, vivid, sepia, brightness, contrast), time of day, weather, place, camera and "
        "subjects (who, colour, size, doing); cut parts out, split, move, copy, delete and add "
        "scenes, with dissolves, wipes or fades; place your photos, clips, sounds and a logo; "
        "and undo."
    ),
    (
        "我可以根据描述制作插画风格的动画视频,也可以修改标题和字幕(支持 SRT 文本)、"
        "音乐(情绪、音量、起止时间)、旁白、音效、时长、速度(0.25 到 4 倍)、"
        "画面比例(16:9、9:16、1:1、4:5)、"
        "风格、色彩(冷暖、鲜艳、复古、亮度、对比度)、时间、天气、地点、镜头和主体(增减、颜色、大小、动作),"
        "剪掉、拆分、移动、复制、删除或追加场景,加叠化、擦除和淡入淡出转场,"
        "放入你的照片、视频、声音和标志,还可以撤销。"
    ),
)
"""What can be done; said with every refusal."""

NOTES = {
    "longest": (
        "Films last up to 5 minutes, so this one is 5 minutes long.",
        "影片最长 5 分钟,所以做成了 5 分钟。",
    ),
    "shortest": (
        "A film lasts at least 1 second.",
        "影片至少 1 秒。",
    ),
    "loudest": (
        "100% is the loudest.",
        "音量最大为 100%。",
    ),
    "instrument": (
        (
            "Music is composed to a mood, and instruments cannot be chosen: "
            "a piano plays in calm music, a guitar in happy music."
        ),
        "音乐按情绪创作,不能单独指定乐器:“平静”里有钢琴,“欢快”里有吉他。",
    ),
    "past_the_end": (
        "It ends with the film, because the film is not that long.",
        "影片没有那么长,所以到片尾为止。",
    ),
    "source_ends": (
        "Your clip is not longer than that.",
        "你的素材只有这么长。",
    ),
    "language": (
        (
            "I found nothing in these words that I can draw: I read English and Chinese so far, "
            "and simple sentences in Spanish, Portuguese, French and German."
        ),
        "这些文字里没有我能画的内容:目前我读得懂英文和中文,以及简单的西班牙语、葡萄牙语、法语和德语。",
    ),
    "cues_past_the_end": (
        "Subtitles that begin after the film has ended are left out.",
        "影片结束之后的字幕没有放进去。",
    ),
    "many_cues": (
        "A film holds up to 180 subtitles; the later ones are left out.",
        "一部影片最多放 180 条字幕,后面的没有放进去。",
    ),
    "finest": (
        "Films are made at up to 2160p and 60 frames a second.",
        "影片最高为 2160p、每秒 60 帧。",
    ),
    "long_text": (
        "Your text was too long for one picture; I drew what its beginning tells.",
        "文字太长,我只画了开头讲述的内容。",
    ),
}
"""What was done otherwise than asked."""
