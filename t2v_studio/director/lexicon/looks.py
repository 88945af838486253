"""How the film looks and feels: styles, moods, colours and sizes."""

from __future__ import annotations

STYLES = """
illustrated: illustration, illustrated style, storybook, story book, children's book,
    childrens book, picture book, cartoon, cartoon style, anime, animated style, ghibli, pixar,
    disney, comic, 插画, 卡通, 动漫, 绘本, 动画风, 卡通风格, 插画风格
flat: flat design, flat style, motion graphics, motion graphic, minimalist, minimal, minimalistic,
    vector, vector style, infographic, 扁平, 扁平风, 扁平化, 极简, 简约
painterly: kaiber, kaiber style, watercolor, watercolour, oil painting, oil paint, painted,
    painting, impressionist, van gogh, monet, brush strokes, acrylic, gouache, ink wash,
    pastel drawing, 水彩, 油画, 水墨, 国画, 水墨画, 手绘, 绘画, 印象派, 水彩风格
paper cut: papercut, paper-cut, paper craft, papercraft, origami, collage, cut out, cutout, 剪纸,
    折纸, 纸艺, 拼贴
neon: cyberpunk, synthwave, vaporwave, retrowave, neon style, neon night, tron, glowing neon,
    霓虹风格, 赛博朋克, 蒸汽波, 霓虹风
black and white: black & white, monochrome, noir, film noir, grayscale, greyscale, b&w, b/w, bw,
    黑白, 黑白风格, 单色, 黑白电影
cinematic: cinematic style, movie style, film look, filmic, hollywood, movie like, photorealistic,
    realistic, photo realistic, hyperrealistic, live action, documentary, 电影感, 电影风格,
    电影质感, 写实, 逼真, 纪录片, 真实感
"""

MOODS = """
calm: peaceful, serene, relaxing, relaxed, tranquil, soothing, gentle, quiet, soft, chill,
    meditative, zen, piano, acoustic, 平静, 宁静, 安静, 舒缓, 放松, 轻柔, 柔和, 治愈, 钢琴
happy: joyful, cheerful, joyous, sunny mood, bright, fun, optimistic, feel good, feel-good,
    heartwarming, warm, 快乐, 开心, 欢乐, 愉快, 欢快, 温馨, 温暖
lo-fi: lofi, lo fi, study beats, chillhop, hip hop, hip-hop, cozy, cosy, nostalgic, jazz, jazzy,
    低保真, 慵懒, 爵士, 怀旧, 嘻哈
epic: heroic, majestic, grand, orchestral, inspiring, inspirational, triumphant, powerful,
    motivational, adventurous, cinematic music, 史诗, 宏大, 壮观, 励志, 激昂, 震撼, 管弦, 英雄
dramatic: intense, tense, suspense, suspenseful, thrilling, action packed, dark, scary, spooky,
    horror, 紧张, 戏剧性, 激烈, 惊悚, 恐怖, 刺激, 悬疑
sad: melancholy, melancholic, sorrowful, lonely, emotional, gloomy, moody, 悲伤, 忧伤, 伤感, 难过,
    孤独, 感伤, 忧郁
romantic: love song, tender, sentimental, dreamy love, 浪漫, 甜蜜, 温柔, 爱情
upbeat: energetic, lively, dance music, party, pop, pop music, rock, rock music, catchy, funky,
    exciting, dynamic, fast paced, 动感, 活力, 活泼, 节奏感, 轻快, 热烈, 流行, 摇滚, 激情
mysterious: mystical, magical, enchanted, eerie, haunting, fantasy, 神秘, 奇幻, 魔幻, 梦幻, 诡异,
    神奇
ambient: atmospheric, ethereal, dreamy, dreamlike, spacey, surreal, drone music, 氛围, 空灵,
    氛围感, 环境音乐, 梦境
electronic: techno, edm, house music, synth, synthesizer, trance, dubstep, electro, 电子, 电音,
    电子乐, 科技感
playful: quirky, funny, silly, whimsical, comical, cute music, childlike, ukulele, 俏皮, 搞笑,
    滑稽, 有趣, 童趣, 可爱风
"""

COLOURS = """
red: crimson, scarlet, 红, 红色, 红色的, 大红
orange: 橙色, 橙色的, 橘色
yellow: 黄, 黄色, 黄色的
green: emerald, 绿, 绿色, 绿色的
blue: navy, azure, 蓝, 蓝色, 蓝色的
purple: violet, 紫, 紫色, 紫色的
pink: magenta, 粉, 粉色, 粉红, 粉红色, 粉色的
brown: chestnut, 棕, 棕色, 棕色的, 咖啡色
black: 黑, 黑色, 黑色的
white: 白, 白色, 白色的
grey: gray, silver, 灰, 灰色, 灰色的, 银色
gold: golden, 金, 金色, 金色的
turquoise: teal, cyan, 青色, 青色的
"""

SIZES = """
small: little, tiny, mini, miniature, baby sized, young, 小, 小小的, 小型, 迷你
normal: medium sized, 中等
large: big, huge, giant, gigantic, enormous, massive, colossal, 大, 巨大, 巨大的, 巨型, 庞大
"""
