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
        "I make illustrated, animated videos from a description, and I can change titles and "
        "captions, music (mood, volume, from when to when), length, aspect ratio (16:9, 9:16, "
        "1:1, 4:5), style, time of day, weather, place, camera and subjects, cut parts out, "
        "add scenes, place your photos, clips and sounds, and undo."
    ),
    (
        "我可以根据描述制作插画风格的动画视频,也可以修改标题和字幕、音乐(情绪、音量、"
        "起止时间)、时长、画面比例(16:9、9:16、1:1、4:5)、风格、时间、天气、地点、镜头和主体,"
        "剪掉片段、追加场景、放入你上传的照片、视频和声音,还可以撤销。"
    ),
)
"""What can be done; said with every refusal."""

PROBLEMS = {
    "need_description": (
        (
            'There is no video yet. Please describe what it should show first, for example "a '
            'dog running through a sunny park".'
        ),
        "还没有视频。请先描述画面内容,例如“一只小狗在阳光明媚的公园里奔跑”。",
    ),
    "not_understood": (
        'I did not understand "{detail}" as an edit of this video.',
        "我没看懂“{detail}”要对视频做什么修改。",
    ),
    "no_music": (
        "There is no music in the video.",
        "视频里没有音乐。",
    ),
    "no_title": (
        "There is no title in the video.",
        "视频里没有标题。",
    ),
    "no_caption": (
        "There is no caption in the video.",
        "视频里没有字幕。",
    ),
    "which_title": (
        "What should the title say, and from when to when?",
        "标题要写什么?从第几秒到第几秒?",
    ),
    "which_style": (
        (
            "Which style? There are illustrated, flat, painterly, paper cut, neon, black and "
            "white, cinematic."
        ),
        "要哪种风格?可选:插画、扁平、水彩手绘、剪纸、霓虹、黑白、电影感。",
    ),
    "which_scene": (
        "What should the new scene show?",
        "新场景要展示什么?",
    ),
    "style_of_upload": (
        "Only drawn scenes can change their look, and this film shows your own footage.",
        "只有绘制的场景能改变外观,而这个影片用的是你上传的素材。",
    ),
    "no_such_subject": (
        'There is no "{detail}" in the picture.',
        "画面里没有“{detail}”。",
    ),
    "no_upload": (
        (
            "I have no such file of yours. Upload it first: click Upload, or drag it into the "
            "window."
        ),
        "我没有收到这样的文件。请先点击上传按钮,或把文件拖拽到窗口里。",
    ),
    "sound_only": (
        "A sound alone makes no film. Describe the picture that goes with it.",
        "只有声音还不能成片,请描述一下配什么画面。",
    ),
    "other_aspect": (
        "{detail} is not an aspect ratio that I can make; there are 16:9, 9:16, 1:1 and 4:5.",
        "不支持 {detail} 的画面比例,可选 16:9、9:16、1:1 和 4:5。",
    ),
    "nothing_left": (
        "Nothing would be left of the film.",
        "这样剪影片就什么都不剩了。",
    ),
    "nothing_to_undo": (
        "There is nothing to undo.",
        "没有可以撤销的操作。",
    ),
    "nothing_to_redo": (
        "There is nothing to redo.",
        "没有可以重做的操作。",
    ),
    "voice": (
        "I cannot speak a text or add a voice-over.",
        "我还不能配音或朗读文字。",
    ),
    "transition": (
        "I cannot set transitions; scenes follow each other directly.",
        "我还不能设置转场,场景之间直接切换。",
    ),
    "speed": (
        (
            "I cannot change the speed of footage; drawn scenes can be in slow motion or a "
            "time lapse."
        ),
        "我不能改变素材速度;绘制的场景可以设为慢动作或延时。",
    ),
    "grade": (
        ("I cannot grade colours; a style, another time of day or other weather changes the look."),
        "我还不能调色;可以换风格、时间或天气来改变观感。",
    ),
    "overlay": (
        (
            "I cannot lay a logo, sticker or second picture over the film; a photo can stand "
            "before or behind it."
        ),
        "我不能在画面上叠加标志、贴纸或画中画;照片可以放在片头或片尾。",
    ),
    "mix": (
        "I cannot balance sounds against each other; the volume as a whole can be set in percent.",
        "我不能单独平衡各个声音;可以用百分比设置整体音量。",
    ),
    "order": (
        "I cannot reorder, split or copy clips.",
        "我还不能调换、拆分或复制片段。",
    ),
    "resolution": (
        "Films are made at up to 1080p and 30 frames a second.",
        "影片最高为 1080p、每秒 30 帧。",
    ),
    "subtitle_file": (
        "I cannot read subtitle files; tell me the words and the seconds.",
        "我还不能读取字幕文件;请告诉我文字和时间。",
    ),
    "video_track": (
        'A film needs its picture; say "start over" to clear everything.',
        "影片不能没有画面;想清空请说“重新开始”。",
    ),
    "export": (
        "Click the Export button to render and download the video.",
        "点击导出按钮即可渲染并下载视频。",
    ),
}
"""Why something is not done."""

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
    "long_text": (
        "Your text was too long for one picture; I drew what its beginning tells.",
        "文字太长,我只画了开头讲述的内容。",
    ),
}
"""What was done otherwise than asked."""
