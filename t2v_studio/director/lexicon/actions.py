"""What subjects do, and where to. `place` is where one does it if nobody says.

`object=mount`: whoever is named behind the verb carries the one before it ("riding a horse").
`object=moves`: the thing named behind the verb does it instead ("flying a kite").
"""

from __future__ import annotations

ACTIONS = """
stand: wait, pose, lean, look, watch, stare, gaze, smile, wave, hold, wear, 站, 站着, 站立, 等待,
    看, 看着, 看向, 望着, 凝视, 微笑
walk: stroll, hike, wander, march, trot, crawl, creep, step, climb, explore, roam, travel,
    approach, cross, 走, 走路, 散步, 漫步, 行走, 爬, 走着, 徒步, 探索, 走过
run: sprint, jog, race, gallop, chase, dash, rush, ran, flee, charge, hunt, 跑, 奔跑, 跑步, 奔驰,
    追逐, 追, 飞奔, 狂奔, 奔腾, 赛跑
jump: fight, battle, leap, hop, bounce, skip, leapt, 跳, 跳跃, 蹦, 跳起, 跃起
sit: rest, relax, perch, meditate, sat, sunbathe, read, 读书, 看书, 读, 坐, 坐着, 坐在, 休息,
    打坐, 冥想, 蹲
sleep: nap, doze, snore, slept, lie, lying, 睡, 睡觉, 睡着, 打盹, 躺, 躺着
eat: drink, munch, chew, bite, feed, ate, graze, sip, lick, 吃, 喝, 吃着, 喝着, 吃草, 品尝
play: juggle, sing, perform, write, cook, bake, code, type, fish for, 玩, 玩耍, 嬉戏, 演奏,
    唱歌, 画画, 做饭, 弹, 玩着, 弹奏, 写
bloom: blossom open, grow, grew, flourish, 盛开, 开花, 绽放, 生长, 开放
spin: rotate, twirl, whirl, turn around, roll, swirl, 旋转, 转圈, 转动, 滚动
rise: ascend, lift off, take off, blast off, launch, rose up, soar up, 升起, 上升, 升空, 发射,
    起飞
fall: drop down, descend, tumble, fell, crash down, rain down, land, 落下, 掉落, 坠落, 飘落, 下落,
    降落
burn: glow, blaze, flicker, shine, sparkle, explode, erupt, twinkle, 燃烧, 发光, 闪耀, 闪烁, 爆炸,
    喷发

[place=stage]
dance: danced, waltz, breakdance, 跳舞, 舞蹈, 起舞, 跳着舞, 舞动
[place=sky]
float: hover, drift, levitate, 漂浮, 飘, 悬浮, 漂, 飘浮
[place=ocean]
surf: ride a wave, ride a big wave, ride a huge wave, ride a giant wave, ride the big wave,
     ride waves, ride the waves, catch a wave, 冲浪
swim: swam, dive, snorkel, splash, paddle, 游泳, 游, 潜水, 游来游去, 游动
[place=snowfield]
=run: ski, snowboard, sledding, ice skate, 滑雪, 滑冰
[place=sky object=moves]
fly: soar, glide, flew, flutter, skydive, 飞, 飞翔, 飞行, 翱翔, 飞过, 飞舞
[place=field object=moves]
=jump: throw, kick, toss, catch a ball, dribble, 踢, 扔
[place=road object=mount]
drive: drove, cruise, speed, zoom by, commute, 开车, 驾驶, 行驶, 开着, 开, 疾驰, 驶过
[place=ocean object=mount]
sail: row, voyage, navigate, 航行, 划船, 行船, 驶向
[place=street]
=drive: skateboarding, roller skating, 滑板中
[place=field object=mount]
=sit: ride, rode, riding on, on the back of, 骑, 骑着, 骑在, 乘坐
"""

DIRECTIONS = """
right: to the right, rightward, rightwards, from left to right, left to right, 向右, 往右,
    从左到右
left: to the left, leftward, leftwards, from right to left, right to left, 向左, 往左, 从右到左
up: upward, upwards, into the sky, skyward, 向上, 往上, 飞上天空
down: downward, downwards, downhill, to the ground, 向下, 往下
towards: toward us, towards us, towards the camera, toward the camera, to the camera,
    at the camera, closer, 向我们, 朝镜头, 迎面, 面向镜头
away: into the distance, away from us, away from the camera, off into the distance, 远去, 远方,
    离开, 向远方
"""
