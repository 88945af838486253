"""People and figures of tales: key, then English and Chinese words for it."""

from __future__ import annotations

PEOPLE = """
[place=park action=stand]
man: guy, gentleman, father, dad, husband, groom, 男人, 男子, 男士, 爸爸, 父亲, 叔叔, 新郎, 小伙子
woman: lady, mother, mom, mum, wife, 女人, 女子, 女士, 妈妈, 母亲, 阿姨, 姑娘
boy: teenage boy, son, lad, 男孩, 小男孩, 男孩子, 男生, 儿子
girl: teenage girl, daughter, 女孩, 小女孩, 女孩子, 女生, 女儿, 少女
child: kid, toddler, 孩子, 小孩, 儿童, 小朋友, 小孩子
baby: infant, newborn, 婴儿, 宝宝, 小宝宝
person: human, someone, somebody, pedestrian, traveller, traveler, hiker, tourist, friend,
    patient, customer, guest, neighbour, neighbor, 人, 人们, 行人, 旅客, 游客, 路人, 朋友
old man: grandfather, grandpa, elderly man, 老人, 爷爷, 老爷爷, 老头
old woman: grandmother, grandma, elderly woman, old lady, 奶奶, 老奶奶, 外婆
couple: lovers, man and woman, 情侣, 夫妻, 恋人
family: 家庭, 一家人, 一家三口
runner: jogger, marathon runner, athlete, sprinter, 跑者, 跑步者, 运动员
=boy: grandson, nephew, 孙子
=girl: granddaughter, niece, 孙女
bride: 新娘
cyclist: bike rider, bicyclist, 骑行者, 骑车人
skateboarder: skater boy, skater girl, 滑板少年

[place=stage action=dance]
dancer: ballerina, ballet dancer, 舞者, 舞蹈演员, 芭蕾舞者
singer: vocalist, rock star, pop star, 歌手, 歌唱家
musician: guitarist, 音乐家, 吉他手
band: rock band, pop group, 乐队
clown: jester, 小丑
magician: 魔术师
acrobat: juggler, 杂技演员

[place=ocean action=surf]
surfer: 冲浪者, 冲浪手
[place=ocean action=swim]
swimmer: 游泳者, 游泳运动员
mermaid: 美人鱼, 人鱼
merman: 男人鱼
[place=underwater action=swim]
diver: scuba diver, snorkeler, 潜水员

[place=stadium action=run]
player: soccer player, football player, footballer, basketball player, volleyball player,
    tennis player, baseball player, rugby player, goalkeeper, goalie, 球员, 足球运动员, 足球员,
    篮球运动员

[place=ocean action=stand]
fisherman: sailor, angler, ship captain, 渔夫, 渔民, 水手, 船长
pirate: buccaneer, 海盗

[place=bamboo action=stand]
swordsman: swordswoman, martial artist, kung fu master, 侠客, 剑客, 大侠, 武者

[place=snowfield action=run]
skier: 滑雪者
snowboarder: 单板滑雪者
ice skater: figure skater, 滑冰者

[place=space action=float]
astronaut: cosmonaut, spaceman, space man, space explorer, 宇航员, 航天员, 太空人
alien: extraterrestrial, martian, 外星人

[place=city action=stand]
robot: android robot, droid, cyborg, 机器人
policeman: police officer, cop, policewoman, 警察
firefighter: fireman, 消防员
superhero: super hero, superwoman, superman, 超级英雄, 超人
ninja: 忍者
detective: spy, 侦探
builder: construction worker, 建筑工人
businessman: businesswoman, 商人

[place=office action=stand]
office worker: employee, clerk, manager, 上班族, 职员, 白领
programmer: developer, coder, software engineer, 程序员
scientist: chemist, 科学家
teacher: professor, 老师, 教师
student: pupil, schoolboy, schoolgirl, 学生
doctor: nurse, surgeon, physician, 医生, 护士
judge: lawyer, 法官, 律师
pilot: 飞行员

[place=room action=stand]
chef: cook person, baker, barista, bartender, waiter, waitress, 服务员, 咖啡师, 厨师, 大厨
artist: painter, 画家, 艺术家
mechanic: 修理工

[place=farm action=stand]
farmer: cowboy, cowgirl, 农民, 农夫, 牛仔

[place=castle action=stand]
king: 国王, 皇帝
queen: 女王, 皇后
prince: 王子
princess: 公主
knight: warrior, samurai, 骑士, 战士, 武士
wizard: mage, sorcerer, 巫师, 魔法师
witch: 女巫
ghost: phantom, 幽灵, 鬼魂
vampire: 吸血鬼
zombie: 僵尸
genie: 灯神, 精灵神
ogre: troll, monster, 怪物, 巨魔, 妖怪

[place=forest action=stand]
fairy: pixie, 仙女, 小仙女
elf: 精灵, 小精灵

[place=sky action=fly]
angel: 天使

[place=snowfield action=stand]
snowman: 雪人
santa: santa claus, father christmas, 圣诞老人
"""
