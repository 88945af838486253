"""Why something is not done: every reason in a sentence, in English and Chinese."""

from __future__ import annotations

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
    "no_effect": (
        "No such sound effect is heard in the video.",
        "视频里没有这种音效。",
    ),
    "silent_scene": (
        "Nothing in this scene makes a sound; say which one to add, rain or birds for example.",
        "这个场景没有自带的声音;请说要加哪一种,例如雨声或鸟鸣。",
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
    "largest": (
        'I cannot draw "{detail}" any larger.',
        "“{detail}”已经画到最大了。",
    ),
    "smallest": (
        'I cannot draw "{detail}" any smaller.',
        "“{detail}”已经画到最小了。",
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
    "video_track": (
        'A film needs its picture; say "start over" to clear everything.',
        "影片不能没有画面;想清空请说“重新开始”。",
    ),
    "export": (
        "Click the Export button to render and download the video.",
        "点击导出按钮即可渲染并下载视频。",
    ),
    "voice": (
        ("No voice is installed here ({detail} installs one). I can show the words as subtitles."),
        "这里没有安装语音({detail} 可以安装);我可以把文字做成字幕。",
    ),
    "no_such_voice": (
        "I have no voice for this language. I can show the words as subtitles.",
        "没有会说这种语言的语音;我可以把文字做成字幕。",
    ),
    "no_voice": (
        "Nothing is spoken in the video.",
        "视频里没有旁白。",
    ),
    "which_words": (
        "What shall be spoken? Put the words in quotes.",
        "要念什么?请用引号写出文字。",
    ),
    "lips": (
        "I cannot move lips to words or sing.",
        "我不能对口型或唱歌。",
    ),
    "backwards": (
        "I cannot play footage backwards; its speed can be 0.25x to 4x.",
        "我不能倒放;速度可以设为 0.25 到 4 倍。",
    ),
    "speed_range": (
        "Speeds go from 0.25x to 4x.",
        "速度可以设为 0.25 到 4 倍。",
    ),
    "which_grade": (
        (
            "How shall the colours be? There are warmer, colder, vivid, muted, sepia, black and "
            "white, brighter, darker, more or less contrast."
        ),
        "颜色要怎样?可选:更暖、更冷、鲜艳、淡雅、复古、黑白、更亮、更暗、对比度高低。",
    ),
    "overlay": (
        (
            "I cannot lay stickers or cut out a green screen; a photo or a logo can stand in a "
            "corner, and a photo before or behind the film."
        ),
        "我不能加贴纸或抠绿幕;照片或标志可以放在画面一角,照片也可以放在片头或片尾。",
    ),
    "no_logo": (
        "There is no logo in the video.",
        "视频里没有标志。",
    ),
    "which_logo": (
        (
            "Where shall the logo stand, how large and how strong? For example: top right, 10%, "
            "opacity 50%."
        ),
        "标志放在哪个角、多大、多透明?例如:右上角、10%、不透明度 50%。",
    ),
    "effect": (
        (
            "I cannot mirror, turn, blur or sharpen the picture; colours, speed, style and "
            "camera can change."
        ),
        "我不能镜像、旋转、模糊或锐化画面;可以改变色彩、速度、风格和镜头。",
    ),
    "cutout": (
        (
            "I cannot put footage in place of a thing that is drawn; it can stand before or "
            "behind a scene, or in a corner."
        ),
        "我不能用素材替换画面里的某个主体;素材可以放在场景之前或之后,照片还可以放在一角。",
    ),
    "mix": (
        "Music gets quieter under a voice by itself; music, voice and clips have a volume each.",
        "有旁白时音乐会自动变小;音乐、旁白和素材的音量可以分别设置。",
    ),
    "order": (
        'In which order? Say it like "put scene 2 first" or "swap scenes 1 and 3".',
        "要怎样排列?可以说“把第二个场景放到最前面”或“交换场景1和场景3”。",
    ),
    "which_scenes": (
        'Which scene? Say it by number, like "scene 2".',
        "是哪个场景?请说序号,例如“第二个场景”。",
    ),
    "one_scene": (
        "There is only one scene; add another one first.",
        "现在只有一个场景,请先添加另一个。",
    ),
    "no_such_scene": (
        "There is no such scene: the video has {detail}.",
        "没有这个场景:视频共有 {detail} 个场景。",
    ),
    "no_such_track": (
        "There is no such track on the timeline.",
        "时间线上没有这条轨道。",
    ),
    "outside": (
        "That is outside of the film.",
        "这个时间不在影片之内。",
    ),
    "too_long": (
        "Films last up to 5 minutes; the video is as it was.",
        "影片最长 5 分钟;视频没有改动。",
    ),
    "too_many_words": (
        "That is too long to read at once; please send fewer than 20,000 characters.",
        "文字太长,一次请不要超过两万字。",
    ),
    "opposite": (
        "These wishes contradict each other. Which one do you mean?",
        "这些要求互相矛盾,你想要哪一个?",
    ),
    "resolution": (
        "Films are made at up to 2160p and 60 frames a second; choose the size when you export.",
        "影片最高为 2160p、每秒 60 帧;导出时可以选择尺寸。",
    ),
    "subtitle_file": (
        "Send me the text of the subtitle file (SRT or VTT), and I put it on the film.",
        "请把字幕文件(SRT 或 VTT)的文字发给我,我会加到影片上。",
    ),
}
"""Why something is not done."""
