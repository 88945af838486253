"""Time of day, weather, season, and words that hint at both without naming a thing to draw."""

from __future__ import annotations

TIMES = """
day: daytime, daylight, noon, midday, morning, afternoon, in the sun, under the sun, 白天, 中午,
    正午, 上午, 下午, 早上, 早晨, 午后
dawn: sunrise, daybreak, early morning, sun rises, sun rising, rising sun, first light, 黎明,
    日出, 清晨, 拂晓, 破晓, 凌晨
golden hour: sunset, sundown, setting sun, sun sets, sun setting, sun set, sun goes down,
    late afternoon, golden light, golden sunlight, 日落, 夕阳, 黄金时刻, 落日, 晚霞, 夕阳下
dusk: twilight, evening, blue hour, nightfall, 黄昏, 傍晚, 暮色, 薄暮
night: nighttime, midnight, at night, late night, nighttime sky, moonlight, moonlit, starlight,
    starry, starry night, under the stars, with stars, stars above, stars in the sky,
     under the moon, in the dark, new year's eve,
    halloween, halloween night, christmas night, christmas eve, 夜晚, 夜里, 晚上, 夜,
    深夜, 午夜, 月光, 星夜, 夜色, 月光下, 半夜, 星光, 繁星, 满天繁星, 除夕, 跨年, 万圣节, 平安夜
"""

WEATHERS = """
[time=day]
clear: sunny, sunshine, after the rain, after rain, sunlit, bright sun, blue sky, clear sky,
    cloudless, 晴天, 阳光, 阳光明媚, 晴朗, 阳光灿烂, 蓝天白云, 阳光下, 雨后
[mood=calm]
cloudy: overcast, grey sky, gray sky, 多云, 阴天
fog: foggy, mist, misty, haze, hazy, 雾, 大雾, 有雾, 薄雾, 迷雾, 雾气
[mood=lo-fi]
rain: rainy, raining, drizzle, rainfall, pouring rain, heavy rain, downpour, 雨, 下雨, 雨天, 大雨,
    雨中, 细雨, 雨水, 小雨
[mood=dramatic]
storm: stormy, thunderstorm, thunder, hurricane, typhoon, tempest, 暴风雨, 雷雨, 风暴, 暴雨, 台风,
    雷暴, 打雷
[place=snowfield mood=calm]
snow: snowy, snowing, snowfall, blizzard, snowstorm, winter, wintry, 雪, 下雪, 雪天, 大雪, 雪中,
    冬天, 冬日, 冬季, 暴风雪, 飘雪
[mood=calm]
wind: windy, breeze, breezy, gust, 风, 大风, 刮风, 微风, 有风
"""

HINTS = """
[place=ocean]
waves: crashing waves, big wave, giant wave, huge wave, tsunami, tide, 海浪, 浪花, 巨浪, 波浪
[backdrop=mountains]
cliff: sea cliff, cliffside, 悬崖
[place=space]
outer planets: zero gravity, weightless, cosmic, interstellar, galactic, 失重
[place=city time=night]
city lights: neon lights, neon sign, 霓虹灯
[place=snowfield]
ice: 冰, 冰面
[time=night]
neon glow: lantern light, night market, starfield, 霓虹, 灯火
[style=neon mood=electronic]
futuristic: sci fi, science fiction, sci-fi, future, 未来, 科幻, 未来感
"""

SEASONS = """
[weather=clear]
spring: spring day, springtime, 春天, 春日, 春季
summer: summertime, tropical, 夏天, 夏日, 夏季
[mood=calm]
autumn: fall season, autumnal, fall leaves, 秋天, 秋日, 秋季, 深秋
"""
