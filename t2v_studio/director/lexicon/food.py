"""Food and drink: key, then English and Chinese words for it."""

from __future__ import annotations

FOOD = """
[place=table action=stand]
bacon: 培根
bagel: 百吉饼
blueberry: blueberries, 蓝莓
butter: 黄油
chestnut: 栗子
cucumber: 黄瓜
curry: curry rice, 咖喱
pudding: custard, 布丁
eggplant: aubergine, 茄子
falafel: 法拉费
garlic: 大蒜
ginger: ginger root, 生姜
melon: cantaloupe, 哈密瓜
mooncake: moon cake, 月饼
olive: 橄榄
onion: 洋葱
peanut: 花生
pretzel: 椒盐卷饼
rice ball: onigiri, 饭团
shaved ice: snow cone, 刨冰
bento: bento box, 便当
fortune cookie: 幸运饼干
cake: birthday cake, 蛋糕, 生日蛋糕
cupcake: muffin, 纸杯蛋糕
pie: 馅饼
cookie: biscuit, 饼干
doughnut: donut, 甜甜圈
chocolate: 巧克力
candy: sweets, lollipop, 糖果, 棒棒糖
ice cream: ice-cream, gelato, ice cream cone, 冰淇淋, 冰激凌
pizza: 披萨, 比萨
hamburger: burger, cheeseburger, 汉堡, 汉堡包
hot dog: hotdog, 热狗
taco: burrito, 墨西哥卷饼
sandwich: 三明治
fries: french fries, 薯条
spaghetti: pasta, 意大利面, 意面
noodles: ramen, noodle soup, 面条, 拉面, 牛肉面
rice: bowl of rice, fried rice, 米饭
sushi: 寿司
dumpling: dumplings, 饺子, 包子
soup: stew, hot pot, hotpot, 汤, 火锅
bread: loaf, baguette, toast bread, 面包
croissant: 牛角包, 羊角面包
pancake: pancakes, waffle, 薄煎饼, 松饼
egg: fried egg, 鸡蛋, 煎蛋
cheese: 奶酪, 芝士
meat: steak, 牛排, 肉
salad: 沙拉
popcorn: 爆米花
apple: red apple, 苹果
pear: 梨
orange: tangerine, mandarin orange, 橙子, 橘子
lemon: 柠檬
banana: 香蕉
watermelon: 西瓜
grape: grapes, 葡萄
strawberry: 草莓
cherry: cherries, 樱桃
peach: 桃子
pineapple: 菠萝
mango: 芒果
kiwi: kiwi fruit, 猕猴桃
coconut: 椰子
avocado: 牛油果
tomato: 西红柿, 番茄
carrot: 胡萝卜
corn: corn cob, 玉米
broccoli: 西兰花
potato: 土豆
pepper: chili, chili pepper, 辣椒
pumpkin: 南瓜
honey: honey pot, 蜂蜜
coffee: cup of coffee, coffee cup, espresso, latte, cappuccino, 咖啡, 一杯咖啡
tea: cup of tea, teacup, green tea, 茶, 茶杯, 一杯茶
teapot: kettle, 茶壶
milk: glass of milk, 牛奶
juice: orange juice, smoothie, 果汁, 橙汁
wine: glass of wine, red wine, wine glass, 红酒, 葡萄酒
beer: mug of beer, 啤酒
champagne: 香槟
cocktail: 鸡尾酒
bubble tea: milk tea, boba, 奶茶, 珍珠奶茶
[place=field action=stand time=night]
jack-o-lantern: jack o lantern, halloween pumpkin, 南瓜灯
"""
