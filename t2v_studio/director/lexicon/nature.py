"""Plants, sky and weather as things in the picture: key, then English and Chinese words."""

from __future__ import annotations

NATURE = """
[place=park action=stand]
tree: oak, oak tree, maple tree, willow, birch, apple tree, 树, 大树, 树木, 小树, 柳树
evergreen: pine, pine tree, fir,
    fir tree, spruce, conifer, 松树, 杉树
leaf: autumn leaf, maple leaf, 树叶, 叶子, 枫叶, 落叶
[place=beach action=stand]
palm tree: coconut tree, 棕榈树, 椰子树, 椰树
beach umbrella: parasol, 遮阳伞
[place=desert action=stand]
cactus: cacti, 仙人掌
[place=garden action=bloom]
flower: blossom, daisy, lily, orchid, poppy, wildflower, lavender, 花, 花朵, 鲜花, 小花, 花儿,
    薰衣草, 雏菊
rose: red rose, 玫瑰, 玫瑰花
tulip: 郁金香
sunflower: 向日葵
cherry blossom: sakura, cherry blossom tree, 樱花, 樱花树
hibiscus: 木槿
lotus: water lily, 莲花, 荷花
bouquet: bunch of flowers, 花束
[place=garden action=stand]
seedling: sprout, sapling, 幼苗, 嫩芽, 树苗
herb: fern, 药草
clover: four leaf clover, shamrock, 三叶草, 四叶草
mushroom: toadstool, 蘑菇
potted plant: houseplant, house plant, 盆栽, 绿植
[place=field action=stand]
wheat: grain, 麦子, 小麦, 稻子
[place=sky action=float]
sun: 太阳
cloud: 云, 云朵, 白云, 云彩
rainbow: 彩虹
lightning: lightning bolt, 闪电
snowflake: 雪花
[place=sky action=float time=night]
moon: full moon, crescent moon, crescent, 月亮, 满月, 圆月, 弯月, 明月
star: 星星, 星
shooting star: meteor, falling star, 流星, 流星雨
comet: 彗星
[place=snowfield action=float time=night]
aurora: northern lights, southern lights, aurora borealis, polar lights, 极光, 北极光
[place=space action=float]
earth: planet earth, globe, 地球
planet: gas giant, 行星, 星球
saturn: ringed planet, 土星
galaxy: milky way, nebula, 银河, 星系, 星云
asteroid: meteorite, 小行星, 陨石
[place=forest action=burn]
fire: campfire, bonfire, flame, 火, 篝火, 火焰, 营火, 火堆
[place=ocean action=stand]
island: desert island, tropical island, 小岛, 岛, 岛屿
[place=mountains action=stand]
volcano: 火山
rock: boulder, stone, 石头, 岩石
[place=forest action=stand]
log: firewood, 木头, 木柴
tornado: cyclone, whirlwind, 龙卷风
drop: raindrop, water drop, droplet, 水滴, 雨滴
"""
