"""Things that the words may name and that no picture exists for: told to the user, never replaced.

A row moves to its family's list on the day the drawing side can show it.
"""

from __future__ import annotations

UNDRAWN = """
big ben: 东方明珠
airship: blimp, zeppelin, 飞艇
dragonfly: 蜻蜓
drone: quadcopter, 无人机
firefly: lightning bug, glowworm, 萤火虫
iceberg: 冰山
pegasus: winged horse, 飞马
seahorse: sea horse, 海马
solar panel: solar panels, 太阳能板
starfish: sea star, 海星
statue: sculpture, 雕像
surfboard: 冲浪板
swing: 秋千
tower: 塔
mountain goat: ibex, 岩羊
hyena: jackal, 鬣狗
platypus: 鸭嘴兽
ostrich: emu, 鸵鸟
crane bird: heron, stork, 仙鹤, 白鹤, 丹顶鹤
meerkat: 狐獴
weasel: ferret, stoat, 黄鼠狼
centaur: 半人马
minotaur: 牛头怪
gnome: dwarf, 小矮人
tank: 坦克
excavator: bulldozer, digger, 挖掘机
crane: tower crane, 起重机, 吊车
forklift: 叉车
carriage: chariot, wagon, 马车
sled dog: sleigh dog, 雪橇犬
fridge: refrigerator, 冰箱
oven: stove, microwave, 烤箱, 微波炉
washing machine: 洗衣机
shelf: bookshelf, bookcase, 书架
ladder truck: 云梯车
bowl: 碗
plate: dish, 盘子
vase: 花瓶
chandelier: 吊灯
rug: carpet, curtain, 地毯, 窗帘
"""
